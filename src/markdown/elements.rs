//! The elements that are open while prose is written, and the tags of its author's own that are
//! kept (`raw_html: sanitise`).
//!
//! Markdown ends what it begins; an author may forget to, or end what never began. So that no tag
//! reaches beyond the paragraph, cell, heading or emphasis in which it stands, all that is open
//! stands on one stack.

use std::ops::Range;

/// Elements that are kept: they say something of words, and can do nothing. The guide lists them.
const KEPT: [&str; 18] = [
    "abbr", "b", "cite", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s", "small",
    "strong", "sub", "sup", "u", "var",
];

/// Kept as well: they have no end.
const KEPT_EMPTY: [&str; 2] = ["br", "wbr"];

/// A tag that is kept.
pub(super) enum Tag {
    /// Of an element without an end, as HTML.
    Empty(String),
    /// What begins an element, as HTML.
    Start(&'static str, String),
    End(&'static str),
}

impl Tag {
    /// The tag that a text is, if it is kept: one without attributes, or `<abbr title="…">`.
    pub(super) fn read(raw: &str) -> Option<Self> {
        let inner = raw.trim().strip_prefix('<')?.strip_suffix('>')?;
        let known = |names: &[&'static str], name: &str| {
            names.iter().copied().find(|known| known.eq_ignore_ascii_case(name))
        };
        if let Some(name) = known(&KEPT_EMPTY, inner.trim_end_matches('/').trim()) {
            return Some(Self::Empty(format!("<{name}>")));
        }
        if let Some(name) = inner.strip_prefix('/') {
            return known(&KEPT, name.trim_end()).map(Self::End);
        }
        let (name, attribute) = inner.split_once(char::is_whitespace).unwrap_or((inner, ""));
        let name = known(&KEPT, name)?;
        if attribute.trim().is_empty() {
            return Some(Self::Start(name, format!("<{name}>")));
        }
        let title = title_in(attribute).filter(|_| name == "abbr")?;
        Some(Self::Start(name, format!("<{name} title=\"{title}\">")))
    }
}

/// The value of the attribute `title`, if a tag has no other, fit to stand between double quotation
/// marks.
fn title_in(attributes: &str) -> Option<String> {
    let (name, value) = attributes.split_once('=')?;
    let value = value.trim();
    let inside = |mark: char| {
        value.strip_prefix(mark)?.strip_suffix(mark).filter(|value| !value.contains(mark))
    };
    let title = inside('"').or_else(|| inside('\''))?;
    name.trim()
        .eq_ignore_ascii_case("title")
        .then(|| title.replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;"))
}

/// Something that is open.
enum Open {
    /// What Markdown began.
    Markdown,
    /// A link, and whether an element was opened for it.
    Link(bool),
    /// A tag of the author's, and where it stands.
    Tag(Unended),
}

/// A tag that its author has not ended.
pub(super) struct Unended {
    pub(super) name: &'static str,
    pub(super) at: Range<usize>,
}

/// What is open, outermost first.
#[derive(Default)]
pub(super) struct Elements {
    open: Vec<Open>,
    /// How many elements of links are open.
    links: usize,
}

impl Elements {
    pub(super) fn begin(&mut self) {
        self.open.push(Open::Markdown);
    }

    pub(super) fn begin_link(&mut self, has_element: bool) {
        self.links += usize::from(has_element);
        self.open.push(Open::Link(has_element));
    }

    pub(super) fn begin_tag(&mut self, name: &'static str, at: Range<usize>) {
        self.open.push(Open::Tag(Unended { name, at }));
    }

    /// Whether an element of a link is open, in which no other may begin.
    pub(super) fn is_in_link(&self) -> bool {
        self.links > 0
    }

    /// Takes away the innermost element if it is a tag of the author's.
    pub(super) fn unended(&mut self) -> Option<Unended> {
        match self.open.pop()? {
            Open::Tag(tag) => Some(tag),
            other => {
                self.open.push(other);
                None
            }
        }
    }

    /// Ends what Markdown began, once nothing of the author's is open in it; whether it was the
    /// element of a link.
    pub(super) fn end(&mut self) -> bool {
        let is_link = matches!(self.open.pop(), Some(Open::Link(true)));
        self.links -= usize::from(is_link);
        is_link
    }

    /// Whether an end tag has something to end: what began inside the same element of Markdown.
    pub(super) fn has(&self, name: &str) -> bool {
        let tags = self
            .open
            .iter()
            .rev()
            .map_while(|open| if let Open::Tag(tag) = open { Some(tag.name) } else { None });
        tags.into_iter().any(|open| open == name)
    }
}

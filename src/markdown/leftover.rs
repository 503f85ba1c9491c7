//! What looks like markup and stayed text: found in whatever text comes out of the parser.

use std::ops::Range;

use super::mask::COLON;

/// So many bytes are looked through for the end of what begins.
const FAR: usize = 500;

/// A mark that stayed, with what to write instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Leftover {
    /// `[text](address)` that is no link.
    Link,
    /// `[text] (address)`.
    SpacedLink,
    /// `[text][name]` without a definition of that name.
    Reference,
    /// `![…]` that is no picture.
    Picture,
    /// `[^name]` without a footnote of that name.
    Footnote,
    /// `[[…]]` that is no link.
    Wiki,
    /// `{% … %}` or `{{< … >}}` of another program.
    Template,
    /// `{: … }`, `{#…}` or `{.…}` of another program.
    Attributes,
    /// `::: name` of another program.
    Fence,
    /// `#Heading` without a space.
    Heading,
    /// Marks of emphasis that emphasise nothing.
    Emphasis(&'static str),
    /// `==words==`.
    Highlight,
    /// `%%` that begins no comment.
    Comment,
}

impl Leftover {
    /// What to write instead.
    pub(super) fn help(self) -> &'static str {
        match self {
            Leftover::Link => {
                "write `[text](address)` without spaces in the address (`%20` for a space, or `<…>` around it), on one line"
            }
            Leftover::SpacedLink => "leave no space between `]` and `(`",
            Leftover::Reference => {
                "define the name on a line of its own, `[name]: address`, or write `[text](address)`"
            }
            Leftover::Picture => {
                "write `![what it shows](file.jpg)`; a space in a name is `%20`, and a size is not written"
            }
            Leftover::Footnote => "write the footnote on a line of its own, `[^name]: text`",
            Leftover::Wiki => "write a link in one line, as `[[NAME]]` or `[[NAME|words]]`",
            Leftover::Template => {
                "this is an instruction to another program: write what it stands for, or put it between backticks"
            }
            Leftover::Attributes => "attributes of other programs do nothing here: leave them out",
            Leftover::Fence => {
                "blocks of other programs are not known: write `> [!NOTE]` and `> ` before each line, or leave the marks out"
            }
            Leftover::Heading => "put a space after `#` to make a heading, or `\\` before it",
            Leftover::Emphasis("**" | "__") => {
                "put a space between the bold words and the letters that follow, or leave the marks out"
            }
            Leftover::Emphasis(_) => {
                "put a space between the stressed words and the letters that follow, or leave the marks out"
            }
            Leftover::Highlight => "`==` marks nothing here: write `**words**`, or leave it out",
            Leftover::Comment => "end the comment with `%%`, or write `\\%%`",
        }
    }
}

/// Whether a text may have any; most have none.
pub(super) fn may_be_in(text: &str) -> bool {
    text.bytes().any(|byte| {
        matches!(byte, b'[' | b']' | b'{' | b'*' | b'_' | b'#' | b':' | b'=' | b'%' | COLON)
    })
}

/// Finds what stayed of markup in `raw`, the source of one text. `begins` says whether it begins a
/// paragraph.
pub(super) fn find(raw: &str, begins: bool) -> Vec<(Range<usize>, Leftover)> {
    let mut found: Vec<(Range<usize>, Leftover)> = Vec::new();
    let bytes = raw.as_bytes();
    if begins && let Some(length) = heading(raw) {
        found.push((0..length, Leftover::Heading));
    }
    let mut at = 0;
    // Where the last bracket was opened that is not closed.
    let mut bracket: Option<usize> = None;
    while at < bytes.len() {
        let rest = &raw[at..];
        let hit = match bytes[at] {
            b'\\' => {
                at += 1 + raw[at + 1..].chars().next().map_or(0, char::len_utf8);
                continue;
            }
            b'!' if rest.starts_with("![") => Some((at..at + shown(rest), Leftover::Picture)),
            b'[' if rest.starts_with("[[") => Some((at..at + shown(rest), Leftover::Wiki)),
            b'[' if rest.starts_with("[^") => {
                named(&rest[2..]).map(|length| (at..at + length + 3, Leftover::Footnote))
            }
            b'[' => {
                bracket = Some(at);
                None
            }
            b']' => after_bracket(rest, bracket.is_some())
                .map(|(length, what)| (bracket.take().unwrap_or(at)..at + length, what)),
            b'{' => template(rest).map(|(length, what)| (at..at + length, what)),
            COLON => Some((at..at + line_of(rest).len(), Leftover::Fence)),
            b'%' if rest.starts_with("%%") => Some((at..at + 2, Leftover::Comment)),
            b'*' | b'_' | b'=' => marks(raw, at).map(|(length, what)| (at..at + length, what)),
            _ => None,
        };
        match hit {
            Some((range, what)) => {
                at = range.end.max(at + 1);
                bracket = None;
                found.push((range, what));
            }
            None => at += 1,
        }
        while !raw.is_char_boundary(at) {
            at += 1;
        }
    }
    found
}

/// What follows in the line, as far as anything is looked for in it: a text of nothing but marks
/// would be gone through for each of them.
fn line_of(rest: &str) -> &str {
    let near = &rest[..rest.floor_char_boundary(FAR)];
    near.lines().next().unwrap_or(near)
}

/// How much of what begins here is shown: to the next bracket or line end.
fn shown(rest: &str) -> usize {
    let line = line_of(rest);
    line.find([')', ']']).map_or(line.len(), |end| end + 1)
}

/// `#Heading` or `##2023`, but not `#5`.
fn heading(raw: &str) -> Option<usize> {
    let marks = raw.bytes().take_while(|byte| *byte == b'#').count();
    let first = raw[marks..].chars().next()?;
    let is_heading = match marks {
        1 => first.is_alphabetic(),
        2..=6 => first.is_alphanumeric(),
        _ => false,
    };
    is_heading.then(|| raw.find(char::is_whitespace).unwrap_or(raw.len()))
}

/// The length of a name before `]`.
fn named(inner: &str) -> Option<usize> {
    let inner = line_of(inner);
    let end = inner.find([']', '['])?;
    (end > 0 && inner[end..].starts_with(']')).then_some(end)
}

/// What follows the end of a bracket.
fn after_bracket(rest: &str, is_open: bool) -> Option<(usize, Leftover)> {
    let line = line_of(rest);
    let to_end = |from: usize| line[from..].find(')').map_or(line.len(), |end| from + end + 1);
    if !is_open {
        return None;
    }
    if line.starts_with("](") {
        return Some((to_end(2), Leftover::Link));
    }
    if line.starts_with("][") && !line.starts_with("][^") {
        let end = named(&line[2..])?;
        return Some((end + 3, Leftover::Reference));
    }
    let address = line.strip_prefix("] (")?;
    let is_address = ["http://", "https://", "www.", "mailto:", "/", "./", "../", "#"]
        .iter()
        .any(|begin| address.starts_with(begin));
    is_address.then(|| (to_end(3), Leftover::SpacedLink))
}

fn template(rest: &str) -> Option<(usize, Leftover)> {
    let line = line_of(rest);
    let length = |closing: &str| line.find(closing).map_or(line.len(), |end| end + closing.len());
    if line.starts_with("{%") {
        return Some((length("%}"), Leftover::Template));
    }
    if line.starts_with("{{<") || line.starts_with("{{%") {
        return Some((length("}}"), Leftover::Template));
    }
    let inner = line.strip_prefix('{')?;
    let end = inner.find('}')?;
    let is_attribute = |inner: &str| match inner.as_bytes() {
        [b':', rest @ ..] => rest.first().is_some_and(|byte| b" .#".contains(byte)),
        [b'.' | b'#', first, ..] => first.is_ascii_alphabetic(),
        _ => false,
    };
    is_attribute(&inner[..end]).then_some((end + 2, Leftover::Attributes))
}

/// Marks of emphasis around words in one text, which the parser would have taken out had they been
/// any.
fn marks(raw: &str, at: usize) -> Option<(usize, Leftover)> {
    let rest = &raw[at..];
    let mark = ["**", "__", "==", "*", "_"].into_iter().find(|mark| rest.starts_with(mark))?;
    let before = raw[..at].chars().next_back();
    let near = &rest[..rest.floor_char_boundary(FAR)];
    let inner = &near[mark.len()..];
    let first = inner.chars().next()?;
    if mark == "**" {
        let end = inner.find(mark).map_or(0, |end| end + mark.len());
        return Some((mark.len() + end, Leftover::Emphasis(mark)));
    }
    if first.is_whitespace()
        || first == mark.chars().next()?
        || before.is_some_and(char::is_alphanumeric)
    {
        return None;
    }
    let end = inner.find(mark).filter(|end| *end > 0)?;
    let (words, after) = (&inner[..end], inner[end + mark.len()..].chars().next());
    if words.ends_with(char::is_whitespace) || words.contains("\n\n") {
        return None;
    }
    // `_a_name` is a name, not emphasis.
    let is_name = |c: char| c.is_ascii_alphanumeric();
    if mark.starts_with('_') && words.chars().all(is_name) && after.is_some_and(is_name) {
        return None;
    }
    let what = if mark == "==" { Leftover::Highlight } else { Leftover::Emphasis(mark) };
    Some((end + 2 * mark.len(), what))
}

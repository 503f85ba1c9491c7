//! Headings, with the `id` of each, and links to them from the same text.

use pulldown_cmark::{CowStr, Event, HeadingLevel, Tag, TagEnd};

use super::{Writer, is_block};
use crate::diag::{Code, did_you_mean, listed};
use crate::markdown::heading_id;
use crate::markdown::html::Node;
use crate::text;

impl<'s> Writer<'s, '_> {
    pub(super) fn close_heading(&mut self, level: HeadingLevel) {
        let Some((start, _, id, classes)) = self.heading.take() else { return };
        if self.nodes[start..].iter().any(is_block) {
            self.refuse_block("a heading");
        }
        let plain: String = self.nodes[start..]
            .iter()
            .filter_map(|node| match node {
                Node::Event(Event::Text(text) | Event::Code(text)) => Some(&**text),
                _ => None,
            })
            .collect();
        let words = heading_id(id.as_deref().unwrap_or(&plain));
        let mut id = words.clone();
        while self.heading_ids.contains_key(&id) {
            let alike = self.heading_ids.entry(words.clone()).or_insert(1);
            *alike += 1;
            id = format!("{words}-{alike}");
        }
        self.heading_ids.insert(id.clone(), 1);
        self.headings.push(id.clone());
        let classes: Vec<String> = classes
            .iter()
            .map(|class| text::slug_of(class))
            .filter(|class| !class.is_empty())
            .collect();
        self.nodes[start] = Node::Event(Event::Start(Tag::Heading {
            level,
            id: Some(id.into()),
            classes: classes.into_iter().map(CowStr::from).collect(),
            attrs: Vec::new(),
        }));
        self.push(Event::End(TagEnd::Heading(level)));
    }

    /// Reports links to headings that this page does not have. Words of front matter do not know
    /// the headings of the body.
    pub(super) fn lint_fragments(&mut self) {
        if self.fixed_span.is_some() {
            return;
        }
        let bare = |id: &str| id.strip_prefix("s-").unwrap_or(id).to_owned();
        let known: Vec<String> = self.heading_ids.keys().map(|id| bare(id)).collect();
        for (id, span) in std::mem::take(&mut self.own_fragments) {
            if self.heading_ids.contains_key(&id) {
                continue;
            }
            self.reader.find(Code::LinkDead, &span, || {
                let help = match did_you_mean(&bare(&id), known.iter().map(String::as_str)) {
                    Some(meant) => format!("did you mean `#{meant}`?"),
                    None if known.is_empty() => {
                        "this page has no headings: link to a record's file instead".to_owned()
                    }
                    None => format!(
                        "its headings are: {}",
                        listed(known.iter().map(|id| format!("`#{id}`")))
                    ),
                };
                (format!("this page has no heading `{}`", bare(&id)), help)
            });
        }
    }
}

/// One level lower: the page's title is its only heading of the first.
pub(super) fn lower(node: &mut Node<'_>) {
    let lower = |level: HeadingLevel| {
        HeadingLevel::try_from(level as usize + 1).unwrap_or(HeadingLevel::H6)
    };
    if let Node::Event(
        Event::Start(Tag::Heading { level, .. }) | Event::End(TagEnd::Heading(level)),
    ) = node
    {
        *level = lower(*level);
    }
}

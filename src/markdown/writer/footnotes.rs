//! Footnotes, which stand at the end; and those that are not shown, which are told.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{Event, TagEnd};

use super::Writer;
use crate::diag::Code;
use crate::markdown::html::Node;

#[derive(Default)]
pub(super) struct Footnotes<'s> {
    pub(super) numbers: BTreeMap<String, usize>,
    pub(super) definitions: BTreeMap<String, Vec<Node<'s>>>,
    /// Where each is defined.
    pub(super) places: BTreeMap<String, Range<usize>>,
    /// The definitions being read, outermost first, each with the nodes that wait for its end.
    pub(super) open: Vec<(String, Vec<Node<'s>>)>,
}

impl<'s> Writer<'s, '_> {
    pub(super) fn footnote_reference(&mut self, name: &str) {
        let next = self.footnotes.numbers.len() + 1;
        let first = !self.footnotes.numbers.contains_key(name);
        let number = *self.footnotes.numbers.entry(name.to_owned()).or_insert(next);
        let id = if first { format!(" id=\"fnref-{number}\"") } else { String::new() };
        self.html(format!(
            "<sup class=\"fn\"><a{id} href=\"#fn-{number}\" role=\"doc-noteref\">{number}</a></sup>"
        ));
    }

    pub(super) fn write_footnotes(&mut self) {
        let mut numbered: Vec<(usize, Vec<Node<'s>>)> = Vec::new();
        for (name, number) in &self.footnotes.numbers {
            numbered.extend(self.footnotes.definitions.remove(name).map(|nodes| (*number, nodes)));
        }
        for name in self.footnotes.definitions.keys() {
            let Some(at) = self.footnotes.places.get(name) else { continue };
            self.reader.error(
                Code::FootnoteLost,
                &self.span(&self.mark_of(at)),
                format!("nothing refers to the footnote `{name}`, and it is not shown"),
                format!("write `[^{name}]` where it belongs, or delete it"),
            );
        }
        if numbered.is_empty() {
            return;
        }
        numbered.sort_by_key(|(number, _)| *number);
        self.html("<section class=\"footnotes\" role=\"doc-endnotes\"><ol>");
        for (number, mut nodes) in numbered {
            let back = format!(" <a href=\"#fnref-{number}\" role=\"doc-backlink\">↩</a>");
            let last = nodes
                .iter()
                .rposition(|node| matches!(node, Node::Event(Event::End(TagEnd::Paragraph))))
                .unwrap_or(nodes.len());
            nodes.insert(last, Node::Markup(back.into()));
            self.html(format!("<li id=\"fn-{number}\" value=\"{number}\">"));
            self.nodes.append(&mut nodes);
            self.html("</li>");
        }
        self.html("</ol></section>\n");
    }
}

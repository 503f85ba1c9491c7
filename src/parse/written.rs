//! Where in a record's front matter a value stands, looked up when something is reported.
//!
//! Facts carry no places. What is reported is rare, so that the front matter is read a second time for it and for nothing else.

use super::files;
use super::link::Origin;
use super::yaml::{Key, Node, Value};
use crate::diag::Place;
use crate::model::{ClockTerms, Id};

/// The front matter of a record's file.
pub(super) struct FrontMatter<'o> {
    origin: &'o Origin,
    entries: Vec<(Key, Node)>,
}

impl<'o> FrontMatter<'o> {
    pub(super) fn of(origin: &'o Origin) -> Self {
        Self { origin, entries: files::front_matter_of(&origin.file) }
    }

    /// The value of a key, or of a key in a map below it.
    pub(super) fn value(&self, path: &[&str]) -> Option<Place> {
        let (first, rest) = path.split_first()?;
        below(child(&self.entries, first)?, rest).map(|node| self.place(node))
    }

    /// The value of a key of an incident's clock.
    pub(super) fn of_clock(&self, terms: &ClockTerms, path: &[&str]) -> Option<Place> {
        let clock = match child(&self.entries, "awaiting").map(|node| &node.value) {
            Some(Value::List(clocks)) => clocks.iter().find(|node| is_clock(node, &terms.id)),
            _ => None,
        };
        below(clock?, path).map(|node| self.place(node))
    }

    /// The ids of the record's sources; nothing if they cannot be read.
    pub(super) fn sources(&self) -> Option<Vec<&str>> {
        match child(&self.entries, "sources").map(|node| &node.value) {
            None | Some(Value::Null) => Some(Vec::new()),
            Some(Value::List(list)) => Some(list.iter().filter_map(|source| text(below(source, &["id"])?)).collect()),
            Some(_) => None,
        }
    }

    fn place(&self, node: &Node) -> Place {
        self.origin.place(&node.span)
    }
}

fn child<'n>(entries: &'n [(Key, Node)], name: &str) -> Option<&'n Node> {
    entries.iter().find(|(key, _)| key.name == name).map(|(_, node)| node)
}

fn below<'n>(node: &'n Node, path: &[&str]) -> Option<&'n Node> {
    let Some((first, rest)) = path.split_first() else { return Some(node) };
    match &node.value {
        Value::Map(entries) => below(child(entries, first)?, rest),
        _ => None,
    }
}

fn text(node: &Node) -> Option<&str> {
    match &node.value {
        Value::Scalar { text, .. } => Some(text.trim()),
        _ => None,
    }
}

/// Whether a clock as written is the one with this id, which is its kind where it has none of its own.
fn is_clock(node: &Node, id: &Id) -> bool {
    below(node, &["id"]).or_else(|| below(node, &["report"])).and_then(text) == Some(id.as_str())
}

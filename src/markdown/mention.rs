//! What a record says of other things by name, with places, until the cross-references are checked.

use std::ops::Range;

use crate::front_matter::reader::Located;
use crate::model::{ClockRef, Id, Kind};

/// One mention of something else by name.
#[derive(Debug, Clone)]
pub(crate) enum Mention {
    /// Another record.
    Record(Kind, Located<Id>),
    /// A reporting duty.
    Regime(Located<Id>),
    /// A calendar.
    Calendar(Located<Id>),
    /// A source of the same record.
    Source(Located<Id>),
    /// A clock of an incident.
    Clock(Located<ClockRef>),
    /// A file beside the record.
    File(Located<String>),
    /// A path of the site that prose links to, without slashes at its ends.
    Path(Located<String>),
    /// A part of another page, as it is written behind the address, with the mark.
    Fragment(Page, Located<String>),
}

/// A page that a part is named of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Page {
    /// That of a record.
    Record(Kind, Id),
    /// That at a path of the site.
    Path(String),
}

/// The mentions of one file.
#[derive(Debug, Default, Clone)]
pub(crate) struct Mentions {
    pub(crate) list: Vec<Mention>,
    /// The place of its title or, failing that, its first key.
    pub(crate) head: Range<usize>,
    /// Whether records are named in double brackets: what that means hangs on how other files are
    /// called.
    pub(crate) has_wiki_links: bool,
}

impl Mention {
    /// Whether the same is mentioned, wherever it is written.
    fn is_like(&self, other: &Self) -> bool {
        match (self, other) {
            (Mention::Record(kind, name), Mention::Record(other_kind, other)) => {
                kind == other_kind && name.value == other.value
            }
            (Mention::Regime(name), Mention::Regime(other))
            | (Mention::Calendar(name), Mention::Calendar(other))
            | (Mention::Source(name), Mention::Source(other)) => name.value == other.value,
            (Mention::Clock(name), Mention::Clock(other)) => name.value == other.value,
            (Mention::File(name), Mention::File(other))
            | (Mention::Path(name), Mention::Path(other)) => name.value == other.value,
            (Mention::Fragment(page, name), Mention::Fragment(of, other)) => {
                page == of && name.value == other.value
            }
            _ => false,
        }
    }
}

impl Mentions {
    /// Whether the same things are mentioned in the same order, wherever they are written.
    pub(crate) fn are_like(&self, other: &Self) -> bool {
        self.list.len() == other.list.len()
            && self.list.iter().zip(&other.list).all(|(one, other)| one.is_like(other))
    }

    pub(crate) fn push(&mut self, mention: Mention) {
        self.list.push(mention);
    }

    fn record(&mut self, kind: Kind, name: &Located<String>) -> Id {
        let id = Id::from(&*name.value);
        self.push(Mention::Record(kind, Located { value: id.clone(), span: name.span.clone() }));
        id
    }

    pub(crate) fn organisation(&mut self, name: &Located<String>) -> Id {
        self.record(Kind::Organisation, name)
    }

    pub(crate) fn incident(&mut self, name: &Located<String>) -> Id {
        self.record(Kind::Incident, name)
    }

    pub(crate) fn response(&mut self, name: &Located<String>) -> Id {
        self.record(Kind::Response, name)
    }

    pub(crate) fn source(&mut self, name: &Located<String>) -> Id {
        let id = Id::from(&*name.value);
        self.push(Mention::Source(Located { value: id.clone(), span: name.span.clone() }));
        id
    }

    pub(crate) fn calendar(&mut self, name: &Located<String>) -> Id {
        let id = Id::from(&*name.value);
        self.push(Mention::Calendar(Located { value: id.clone(), span: name.span.clone() }));
        id
    }

    pub(crate) fn regime(&mut self, name: &Located<String>) -> Id {
        let id = Id::from(&*name.value);
        self.push(Mention::Regime(Located { value: id.clone(), span: name.span.clone() }));
        id
    }

    /// Notes a clock written `INCIDENT/CLOCK` or `INCIDENT`.
    pub(crate) fn clock(&mut self, name: &Located<String>) -> ClockRef {
        let named = clock_ref(&name.value);
        self.push(Mention::Clock(Located { value: named.clone(), span: name.span.clone() }));
        named
    }
}

/// Reads `INCIDENT/CLOCK` or `INCIDENT`. A clock of a regime has a slash in its own name.
pub(crate) fn clock_ref(text: &str) -> ClockRef {
    match text.split_once('/') {
        Some((incident, clock)) => {
            ClockRef { incident: incident.into(), clock: Some(clock.into()) }
        }
        None => ClockRef { incident: text.into(), clock: None },
    }
}

impl Mentions {
    /// The place of the clock mentioned last, or the record's head.
    pub(crate) fn last_clock_place(&self) -> Range<usize> {
        let last = self.list.iter().rev().find_map(|mention| match mention {
            Mention::Clock(found) => Some(found.span.clone()),
            _ => None,
        });
        last.unwrap_or_else(|| self.head.clone())
    }
}

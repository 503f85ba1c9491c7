//! Kinds of documents and acts: those that every site has, and those of its own.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};

/// The kind of a response.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names are the field's own words, listed in the user guide")]
pub enum DocumentKind {
    EarlyWarning,
    Notification,
    PreliminaryReport,
    InterimReport,
    FinalReport,
    Investigation,
    Hearing,
    Order,
    Penalty,
    Judgment,
    Legislation,
    Funding,
    Statement,
    Commitment,
    /// A kind of the site's own.
    Own(OwnKind),
}

/// A kind that a site has declared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OwnKind {
    name: &'static str,
    stops: bool,
}

impl DocumentKind {
    /// Every kind of the program with the word for it in front matter and data.
    pub const NAMES: [(DocumentKind, &'static str); 14] = [
        (DocumentKind::EarlyWarning, "early-warning"),
        (DocumentKind::Notification, "notification"),
        (DocumentKind::PreliminaryReport, "preliminary-report"),
        (DocumentKind::InterimReport, "interim-report"),
        (DocumentKind::FinalReport, "final-report"),
        (DocumentKind::Investigation, "investigation"),
        (DocumentKind::Hearing, "hearing"),
        (DocumentKind::Order, "order"),
        (DocumentKind::Penalty, "penalty"),
        (DocumentKind::Judgment, "judgment"),
        (DocumentKind::Legislation, "legislation"),
        (DocumentKind::Funding, "funding"),
        (DocumentKind::Statement, "statement"),
        (DocumentKind::Commitment, "commitment"),
    ];

    /// A kind of a site's own, by the word for it. `stops` says whether it is a document that a
    /// clock can await, rather than an act.
    pub fn own(name: &str, stops: bool) -> Self {
        Self::Own(OwnKind { name: kept(name), stops })
    }

    /// The word for it in front matter and data.
    pub fn name(self) -> &'static str {
        match self {
            DocumentKind::Own(own) => own.name,
            known => {
                Self::NAMES.iter().find(|(kind, _)| *kind == known).map_or("", |(_, name)| name)
            }
        }
    }

    /// Whether it is a document that a clock can await, rather than an act.
    pub fn is_document(self) -> bool {
        match self {
            DocumentKind::Own(own) => own.stops,
            known => known <= DocumentKind::FinalReport,
        }
    }
}

/// The same word, kept for as long as the program runs, so that a kind is as cheap to copy whether
/// the program or the site has named it. A site has few of them.
fn kept(name: &str) -> &'static str {
    static NAMES: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());
    let mut names = NAMES.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = names.get(name) {
        return known;
    }
    let name: &'static str = Box::leak(name.into());
    names.insert(name);
    name
}

/// A kind of a site's own with what it is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnDocument {
    /// The kind.
    pub kind: DocumentKind,
    /// What it is called, by language (BCP 47).
    pub names: BTreeMap<String, DocumentName>,
}

/// What a document is called in one language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DocumentName {
    /// `reply to a request`.
    pub title: String,
    /// `replies to requests`, if that is said.
    pub plural: Option<String>,
    /// Whether the noun is feminine, if that is said.
    pub feminine: Option<bool>,
    /// Forms that are not made of these, by their names: `the`, `without-public`.
    pub forms: BTreeMap<String, String>,
}

use super::{ClockRef, Id, Moment, Record, StatusEntry, Translated};

/// Anything published in answer to an incident.
#[derive(Debug, Clone, PartialEq)]
pub struct Response {
    /// What every record has.
    pub record: Record,
    /// What kind of answer.
    pub kind: DocumentKind,
    /// When it was published; without it, it is not public yet.
    pub date: Option<Moment>,
    /// When it was handed over, if earlier.
    pub delivered: Option<Moment>,
    /// When it was taken offline.
    pub withdrawn: Option<Moment>,
    /// Who published it.
    pub by: Vec<Id>,
    /// What it answers.
    pub incidents: Vec<Id>,
    /// The clocks it stops, when its author overrules the matching.
    pub stops: Option<Vec<ClockRef>>,
    /// The language the document is in (BCP 47).
    pub language: Option<String>,
    /// Where it is.
    pub url: Option<String>,
    /// A copy in an archive.
    pub archived: Option<String>,
    /// What it found.
    pub findings: Vec<Finding>,
    /// What it asks for.
    pub recommendations: Vec<Recommendation>,
    /// An earlier response that it sets aside.
    pub overturns: Option<Id>,
}

/// One finding of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// In the author's words.
    pub text: Translated,
    /// The source that says so.
    pub source: Option<Id>,
}

/// One recommendation of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recommendation {
    /// Its number or name in the report.
    pub id: Option<String>,
    /// To whom.
    pub to: Vec<Id>,
    /// In the author's words.
    pub text: Translated,
    /// What became of it, in the order of the author.
    pub history: Vec<StatusEntry>,
}

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
}

impl DocumentKind {
    /// Every kind with the word for it in front matter and data.
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

    /// The word for it in front matter and data.
    pub fn name(self) -> &'static str {
        Self::NAMES[self as usize].1
    }

    /// Whether it is a document that a clock can await, rather than an act.
    pub fn is_document(self) -> bool {
        self <= DocumentKind::FinalReport
    }
}

use chrono::NaiveDate;

use super::{ClockRef, DocumentKind, Id, Moment, Period, Record, StatusEntry, Translated};

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
    pub stops: Option<Vec<Overruled>>,
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

/// A clock that a response stops because its author says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overruled {
    /// The clock.
    pub clock: ClockRef,
    /// Of a document that is owed again and again the due date that it settles; without it the one
    /// that it would settle anyway.
    pub due: Option<NaiveDate>,
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
    /// By when an answer is due.
    pub due: Option<AnswerDue>,
    /// The last day on which somebody looked for an answer and found none.
    pub checked: Option<NaiveDate>,
    /// What became of it, in the order of the author.
    pub history: Vec<StatusEntry>,
}

/// By when an answer to a recommendation is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AnswerDue {
    /// So long after the report was published or, where it never was, handed over.
    Within(Period),
    /// By the end of a day.
    On(NaiveDate),
}

impl Response {
    /// When it was published, or handed over if that is all that is known of it.
    pub fn appeared(&self) -> Option<&Moment> {
        self.date.as_ref().or(self.delivered.as_ref())
    }
}

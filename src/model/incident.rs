use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{ClockTerms, Id, Moment, OwnTerms, Record, Translated};

/// What happened, and what is awaited because of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Incident {
    /// What every record has.
    pub record: Record,
    /// When it happened or began.
    pub occurred: Moment,
    /// Moments that can start a clock, by name: `occurred`, `aware`, `ended` and the author's own.
    pub triggers: BTreeMap<String, Moment>,
    /// Where, in words.
    pub place: Option<Translated>,
    /// ISO 3166-1 alpha-2, in capitals.
    pub country: Option<String>,
    /// Who ran what failed.
    pub operators: Vec<Id>,
    /// A word of the author's for the branch, fit for an address.
    pub sector: Option<String>,
    /// Figures; several for one thing where sources differ.
    pub impact: Vec<Impact>,
    /// The documents awaited. Where its author says nothing of that, one final report from anyone;
    /// empty where nothing is awaited.
    pub awaiting: Vec<ClockTerms>,
    /// Reporting duties that apply.
    pub regimes: Vec<RegimeUse>,
    /// What was promised.
    pub commitments: Vec<Commitment>,
    /// Small entries of the timeline.
    pub events: Vec<Event>,
}

/// A figure about an incident.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Impact {
    /// What was counted.
    pub what: Translated,
    /// The figure, as written.
    pub value: String,
    /// The source that gives it.
    pub source: Option<Id>,
    /// The day for which it was given, as precisely as known.
    pub as_of: Option<Moment>,
}

/// A reporting duty as it applies to one incident.
#[derive(Debug, Clone, PartialEq)]
pub struct RegimeUse {
    /// The regime.
    pub regime: Id,
    /// Moments that start its limits, over those of the incident.
    pub triggers: BTreeMap<String, Moment>,
    /// Whether to apply it where or when it does not hold.
    pub apply_anyway: bool,
    /// What is said of the terms of all its clocks.
    pub terms: OwnTerms,
    /// What is said of the terms of single clocks, by limit; it goes before what is said of all.
    pub limits: BTreeMap<Id, OwnTerms>,
}

impl RegimeUse {
    /// The duty as it stands, of whose clocks nothing is said.
    pub fn of(regime: Id) -> Self {
        Self {
            regime,
            triggers: BTreeMap::new(),
            apply_anyway: false,
            terms: OwnTerms::default(),
            limits: BTreeMap::new(),
        }
    }

    /// What is said of the terms of the clock of a limit.
    pub fn terms_of(&self, limit: &Id) -> OwnTerms {
        self.limits.get(limit).cloned().unwrap_or_default().or(self.terms.clone())
    }
}

/// Something that somebody promised to do.
#[derive(Debug, Clone, PartialEq)]
pub struct Commitment {
    /// Who promised.
    pub by: Option<Id>,
    /// When.
    pub made: Option<NaiveDate>,
    /// What.
    pub what: Translated,
    /// By when.
    pub due: Option<NaiveDate>,
    /// The last day on which an editor looked whether it was kept.
    pub checked: Option<NaiveDate>,
    /// How it went, in the order of the author.
    pub history: Vec<StatusEntry>,
}

/// One state in the history of a commitment or recommendation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusEntry {
    /// Since when.
    pub date: NaiveDate,
    /// How it stands.
    pub status: Status,
    /// Who says so.
    pub by: Option<Id>,
    /// Where it says so.
    pub source: Option<Id>,
}

/// How a commitment or a recommendation stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names are the field's own words, listed in the user guide")]
pub enum Status {
    Pledged,
    InProgress,
    Compromised,
    Stalled,
    Kept,
    Broken,
    Unrated,
}

impl Status {
    /// Every state with the word for it in front matter and data.
    pub const NAMES: [(Status, &'static str); 7] = [
        (Status::Pledged, "pledged"),
        (Status::InProgress, "in progress"),
        (Status::Compromised, "compromised"),
        (Status::Stalled, "stalled"),
        (Status::Kept, "kept"),
        (Status::Broken, "broken"),
        (Status::Unrated, "unrated"),
    ];

    /// The word for it in front matter and data.
    pub fn name(self) -> &'static str {
        Self::NAMES[self as usize].1
    }

    /// Whether it ends the matter.
    pub fn is_final(self) -> bool {
        matches!(self, Status::Kept | Status::Broken)
    }
}

/// A small entry of the timeline.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// When.
    pub date: Moment,
    /// What.
    pub title: Translated,
    /// Who.
    pub by: Option<Id>,
    /// The source that says so.
    pub source: Option<Id>,
}

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{DocumentKind, FixedDate, Id, Moment, Period, Prose, Translated};

/// The terms of one clock: who owes which document, since when and by when.
#[derive(Debug, Clone, PartialEq)]
pub struct ClockTerms {
    /// Unique within its incident.
    pub id: Id,
    /// The kind of document that stops it.
    pub report: DocumentKind,
    /// Who owes it; without it anyone's counts.
    pub from: Option<Id>,
    /// What starts it.
    pub since: Since,
    /// By when; without it there is no time limit.
    pub due: Option<Due>,
    /// Why it is owed.
    pub rule: Translated<Prose>,
    /// How binding the limit is.
    pub force: Force,
    /// The calendar of working days; without it Saturdays and Sundays are free and there are no holidays.
    pub calendar: Option<Id>,
    /// What becomes of a due date on a free day.
    pub roll: Roll,
    /// How periods in hours begin.
    pub hours: HourRule,
    /// In the order of the author.
    pub extended: Vec<Extension>,
    /// In the order of the author.
    pub paused: Vec<Pause>,
    /// Ended without a document.
    pub closed: Option<Closing>,
    /// The last day on which an editor looked and found none.
    pub checked: Option<NaiveDate>,
    /// Where the editor looked.
    pub checked_where: Vec<String>,
    /// For how many days a check is fresh.
    pub recheck_days: u32,
    /// The duty that declares it, where it is not the editor's own.
    pub law: Option<Law>,
}

/// What a clock takes from a reporting duty besides its terms.
#[derive(Debug, Clone, PartialEq)]
pub struct Law {
    /// The duty.
    pub regime: Id,
    /// Moments that start its limits, over those of the incident.
    pub triggers: BTreeMap<String, Moment>,
    /// Whether nobody outside can see that a document was filed.
    pub confidential: bool,
    /// Periods after starts of their own, of which the earliest counts.
    pub earliest_of: Vec<(Period, Since)>,
    /// A day of the calendar on which it is due.
    pub fixed: Option<FixedDate>,
    /// Due again after each such period until the document is there.
    pub repeat: Option<Period>,
    /// To whom the document is owed.
    pub owed_to: Option<String>,
}

/// What starts a clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Since {
    /// A trigger of the incident, by name.
    Trigger(String),
    /// A moment of its own.
    Moment(Moment),
    /// The document that stops another clock of the same incident.
    Clock(Id),
}

/// By when a document is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Due {
    /// A period after the start.
    Within(Period),
    /// A moment fixed from the first.
    On(Moment),
}

/// How binding a limit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Force {
    /// A legal limit.
    Hard,
    /// A target: it passes, and is never breached.
    Soft,
    /// The party's own promise.
    Promise,
}

impl Force {
    /// The word for it in front matter and data.
    pub fn name(self) -> &'static str {
        match self {
            Force::Hard => "hard",
            Force::Soft => "soft",
            Force::Promise => "promise",
        }
    }
}

/// What becomes of a due date on a free day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Roll {
    /// It stays.
    None,
    /// It moves to the end of the next working day.
    NextWorkingDay,
    /// It moves to noon of the next working day.
    NextWorkingDayNoon,
    /// It moves back to the previous working day.
    PreviousWorkingDay,
}

/// How periods in hours begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HourRule {
    /// At the start itself.
    Exact,
    /// At the next full hour: Regulation (EEC, Euratom) 1182/71, Article 3(1).
    Eu1182,
}

/// More time, granted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extension {
    /// Its position among the extensions of its clock as their author lists them, from 0.
    pub position: usize,
    /// The new due date, or by how much the earlier one moves.
    pub to: ExtensionTo,
    /// The day on which it was granted.
    pub on: Option<NaiveDate>,
    /// By whom.
    pub by: Option<Id>,
    /// Why.
    pub why: Option<Translated>,
}

/// To when, or by how much, a limit was extended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExtensionTo {
    /// A new due date.
    Date(NaiveDate),
    /// So much after the due date before it.
    Period(Period),
}

/// A stretch in which the clock does not run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pause {
    /// The first day it stands still.
    pub from: NaiveDate,
    /// The first day it runs again; without it, it still stands.
    pub to: Option<NaiveDate>,
    /// Why.
    pub why: Option<Translated>,
}

impl Pause {
    /// Whether the clock stands still on a day.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.from <= day && self.to.is_none_or(|to| day < to)
    }
}

/// The end of a wait without a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closing {
    /// The day.
    pub on: NaiveDate,
    /// Why.
    pub why: Translated,
}

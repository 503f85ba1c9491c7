use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::{DocumentKind, Force, HourRule, Id, Moment, Period, Roll};

/// A reporting duty: the clocks that a law declares.
#[derive(Debug, Clone)]
pub struct Regime {
    /// The name of its file.
    pub id: Id,
    /// Its name.
    pub title: String,
    /// Where it holds.
    pub jurisdiction: Option<String>,
    /// Whether it is law.
    pub status: RegimeStatus,
    /// The provision.
    pub citation: Option<String>,
    /// Where its text is.
    pub url: Option<String>,
    /// Its own words.
    pub quote: Option<String>,
    /// The language of those words, where it is said (BCP 47).
    pub language: Option<String>,
    /// What a reader should know of how sure this is.
    pub note: Option<String>,
    /// The day on which the text was compared with the official journal.
    pub verified: Option<NaiveDate>,
    /// When it is in force.
    pub effective: Effective,
    /// Whether outsiders can see that a document was filed.
    pub publicly_observable: bool,
    /// How binding its limits are.
    pub force: Force,
    /// In the order of the author.
    pub limits: Vec<LimitTerms>,
}

/// Whether a regime is law.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum RegimeStatus {
    InForce,
    Proposed,
    Repealed,
}

/// The days between which a regime is in force, both included.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Effective {
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub to: Option<NaiveDate>,
}

/// Why a regime does not apply to an incident.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotApplied {
    /// It came into force later, on this day.
    Before(NaiveDate),
    /// It had gone out of force, after this day.
    After(NaiveDate),
    /// It is not law yet.
    Proposed,
    /// It is law no more, and since when is not known.
    Repealed,
}

impl Regime {
    /// Why the regime does not apply to something that happened at `occurred`, in `zone`; nothing if it does.
    ///
    /// Of a month or year some day must lie within the effective dates.
    pub fn not_applied(&self, occurred: &Moment, zone: Tz) -> Option<NotApplied> {
        let Effective { from, to } = self.effective;
        match (self.status, from, to) {
            (RegimeStatus::Proposed, ..) => Some(NotApplied::Proposed),
            (RegimeStatus::Repealed, _, None) => Some(NotApplied::Repealed),
            (_, Some(from), _) if occurred.last_day(zone) < from => Some(NotApplied::Before(from)),
            (_, _, Some(to)) if occurred.first_day(zone) > to => Some(NotApplied::After(to)),
            _ => None,
        }
    }
}

/// One limit of a regime.
#[derive(Debug, Clone)]
pub struct LimitTerms {
    /// Unique within the regime.
    pub id: Id,
    /// The kind of document that is due.
    pub report: DocumentKind,
    /// What starts it.
    pub since: LimitSince,
    /// Within which period after that; without any kind of limit none is known.
    pub within: Option<Period>,
    /// Periods after starts of their own, of which the earliest counts.
    pub earliest_of: Vec<(Period, LimitSince)>,
    /// A day of the calendar, some years after the incident.
    pub fixed: Option<FixedDate>,
    /// Due again after each such period until the final document.
    pub repeat: Option<Period>,
    /// To whom.
    pub owed_to: Option<String>,
    /// How periods in hours begin.
    pub hours: HourRule,
    /// What becomes of a due date on a free day.
    pub roll: Roll,
    /// The calendar of working days.
    pub calendar: Option<Id>,
}

impl LimitTerms {
    /// What can start it, in the order of the author: one thing, or of a limit with alternatives several.
    pub fn starts(&self) -> impl Iterator<Item = &LimitSince> {
        let own = self.earliest_of.is_empty().then_some(&self.since);
        self.earliest_of.iter().map(|(_, since)| since).chain(own)
    }

    /// The limits of the same duty with whose documents it can start.
    pub fn starting_limits(&self) -> impl Iterator<Item = &Id> {
        self.starts().filter_map(|since| if let LimitSince::Limit(id) = since { Some(id) } else { None })
    }
}

/// What starts a limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LimitSince {
    /// A trigger of the incident, by name.
    Trigger(String),
    /// The document due under another limit of the same regime.
    Limit(Id),
}

/// A day of the calendar, counted in years from the incident's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FixedDate {
    /// 1 to 12.
    pub month: u32,
    /// 1 to 31.
    pub day: u32,
    /// 0 is the year of the incident.
    pub years_after: u32,
}

/// Which days are not working days.
#[derive(Debug, Clone)]
pub struct Calendar {
    /// The name of its file.
    pub id: Id,
    /// Its name.
    pub title: String,
    /// Days of the week that are free, from 0 for Monday; Saturday and Sunday where no calendar that counts names any.
    pub weekend: BTreeSet<u32>,
    /// Holidays by date, with their names; shared by all that counts with them.
    pub holidays: Arc<BTreeMap<NaiveDate, String>>,
    /// First and last year for which holidays are known.
    pub covers: Option<(i32, i32)>,
    /// Which free days its holidays are, where it is said.
    pub lists: Option<ListedDays>,
    /// What the holidays rest on.
    pub source: Option<String>,
    /// What a reader should know of how sure they are.
    pub note: Option<String>,
    /// Other calendars whose free days are free here too.
    pub includes: Vec<Id>,
}

/// Which free days a calendar lists. On a day off work a legal period can end all the same, and the reverse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListedDays {
    /// Days on which people do not work.
    DaysOff,
    /// Days that a law leaves out of its periods.
    LegalPeriods,
}

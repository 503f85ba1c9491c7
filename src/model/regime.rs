use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;

use super::{
    DocumentKind, Force, HourRule, Id, Incident, Period, Repeat, Roll, Translated, Which,
    country_name, in_european_union,
};

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
    /// With what its text was compared, as far as that is said.
    pub compared: Option<Comparison>,
    /// When it is in force.
    pub effective: Effective,
    /// From when each country has it, by ISO 3166-1 alpha-2 in capitals: a directive binds through
    /// national law. Empty where it holds by itself.
    pub effective_in: BTreeMap<String, NaiveDate>,
    /// Whether outsiders can see that a document was filed.
    pub publicly_observable: bool,
    /// In the order of the author.
    pub limits: Vec<LimitTerms>,
}

/// With what the text of a duty was compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// How near that is to the official text.
    pub with: ComparedWith,
    /// Where it is.
    pub url: Option<String>,
    /// The day.
    pub on: Option<NaiveDate>,
}

/// What a duty's text was compared with, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ComparedWith {
    /// The journal in which the law was published.
    OfficialJournal,
    /// A copy of a page of an authority.
    OfficialSiteCopy,
    /// A copy of the text that somebody else keeps.
    Mirror,
    /// What others write about it.
    Secondary,
    /// Nothing.
    Nothing,
}

impl ComparedWith {
    /// Every one with the word for it in front matter and data.
    pub const NAMES: [(ComparedWith, &'static str); 5] = [
        (ComparedWith::OfficialJournal, "official-journal"),
        (ComparedWith::OfficialSiteCopy, "official-site-copy"),
        (ComparedWith::Mirror, "mirror"),
        (ComparedWith::Secondary, "secondary"),
        (ComparedWith::Nothing, "none"),
    ];

    /// The word for it in front matter and data.
    pub fn name(self) -> &'static str {
        Self::NAMES[self as usize].1
    }
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotApplied {
    /// It came into force later, on this day.
    Before(NaiveDate),
    /// The country of the incident has it, and since a later day.
    BeforeIn(String, NaiveDate),
    /// The country of the incident, in ISO 3166-1 alpha-2, is none of those that have it.
    NotIn(String),
    /// It had gone out of force, after this day.
    After(NaiveDate),
    /// It is not law yet.
    Proposed,
    /// It is law no more, and since when is not known.
    Repealed,
}

impl Regime {
    /// Why the regime does not apply to an incident; nothing if it does.
    ///
    /// Of an incident known to the month or year some day must lie within the effective dates. Of
    /// one without a country it is not known that it lies elsewhere.
    pub fn not_applied(&self, incident: &Incident) -> Option<NotApplied> {
        let zone = incident.record.timezone;
        let (first, last) = (incident.occurred.first_day(zone), incident.occurred.last_day(zone));
        let Effective { from, to } = self.effective;
        match (self.status, from, to) {
            (RegimeStatus::Proposed, ..) => return Some(NotApplied::Proposed),
            (RegimeStatus::Repealed, _, None) => return Some(NotApplied::Repealed),
            (_, _, Some(to)) if first > to => return Some(NotApplied::After(to)),
            _ => {}
        }
        let country = incident.country.as_ref().filter(|_| !self.effective_in.is_empty());
        match country.map(|country| (country, self.effective_in.get(country))) {
            Some((country, None)) => Some(NotApplied::NotIn(country.clone())),
            Some((country, Some(from))) if last < *from => {
                Some(NotApplied::BeforeIn(country.clone(), *from))
            }
            Some(_) => None,
            None => from.filter(|from| last < *from).map(NotApplied::Before),
        }
    }

    /// Whether an incident lies where the regime, as far as its jurisdiction tells, does not hold.
    /// It can bind whoever owes the document all the same.
    pub fn is_elsewhere(&self, incident: &Incident) -> bool {
        let (Some(held), Some(country)) = (&self.jurisdiction, &incident.country) else {
            return false;
        };
        if !self.effective_in.is_empty() {
            return false;
        }
        if held == "EU" {
            let day = incident.occurred.first_day(incident.record.timezone);
            return !in_european_union(country, day);
        }
        // Of a part of a country: `US-WA`.
        let whole = held.split('-').next().unwrap_or_default();
        country_name(whole, "en").is_some() && whole != country
    }

    /// Whether readers may be told that somebody has passed `limit` of this regime, which is law.
    pub fn accuses(&self, limit: &LimitTerms) -> bool {
        self.status == RegimeStatus::InForce
            && self.publicly_observable
            && limit.force == Force::Hard
    }
}

/// One limit of a regime.
#[derive(Debug, Clone)]
pub struct LimitTerms {
    /// Unique within the regime.
    pub id: Id,
    /// The kind of document that is due.
    pub report: DocumentKind,
    /// What it is called, where that is not the name of its kind.
    pub title: Option<Translated>,
    /// How binding it is.
    pub force: Force,
    /// What starts it.
    pub since: LimitSince,
    /// Within which period after that; without any kind of limit none is known.
    pub within: Option<Period>,
    /// Periods after starts of their own, of which the earliest counts.
    pub earliest_of: Vec<Alternative<LimitSince>>,
    /// A trigger that, once it is known, takes the limit away.
    pub unless: Option<String>,
    /// A day of the calendar, some years after the incident.
    pub fixed: Option<FixedDate>,
    /// That it is due again and again; it names a limit of the same duty.
    pub repeat: Option<Repeat>,
    /// To whom.
    pub owed_to: Option<String>,
    /// How periods in hours begin.
    pub hours: HourRule,
    /// What becomes of a due date on a free day; nothing where that is not said, and then it stays.
    pub roll: Option<Roll>,
    /// Why a due date stays on a free day.
    pub roll_reason: Option<String>,
    /// The calendar of working days.
    pub calendar: Option<Id>,
}

/// One of several periods of which the earliest counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alternative<S> {
    /// The period.
    pub within: Period,
    /// What starts it.
    pub since: S,
    /// Its own calendar of working days, over that of the limit.
    pub calendar: Option<Id>,
    /// What becomes of its last day if that is free, over what the limit says.
    pub roll: Option<Roll>,
    /// How a period in hours begins, over what the limit says.
    pub hours: Option<HourRule>,
    /// A trigger that, once it is known, takes the alternative away.
    pub unless: Option<String>,
}

impl<S> Alternative<S> {
    /// The same with what starts it told otherwise.
    pub fn starting_with<T>(&self, start: impl FnOnce(&S) -> T) -> Alternative<T> {
        let Self { within, since, calendar, roll, hours, unless } = self;
        Alternative {
            within: *within,
            since: start(since),
            calendar: calendar.clone(),
            roll: *roll,
            hours: *hours,
            unless: unless.clone(),
        }
    }
}

impl LimitTerms {
    /// What can start it, in the order of the author: one thing, or of a limit with alternatives
    /// several.
    pub fn starts(&self) -> impl Iterator<Item = &LimitSince> {
        let own = self.earliest_of.is_empty().then_some(&self.since);
        self.earliest_of.iter().map(|one| &one.since).chain(own)
    }

    /// The triggers by which it can start or fall away, with repetitions.
    pub fn triggers(&self) -> impl Iterator<Item = &String> {
        let starts = self.starts().filter_map(|since| match since {
            LimitSince::Trigger(name) => Some(name),
            LimitSince::Limit(..) => None,
        });
        let unless = self.earliest_of.iter().filter_map(|one| one.unless.as_ref());
        starts.chain(unless).chain(&self.unless)
    }

    /// The limits of the same duty with whose documents it can start.
    pub fn starting_limits(&self) -> impl Iterator<Item = &Id> {
        self.starts()
            .filter_map(|since| if let LimitSince::Limit(id, _) = since { Some(id) } else { None })
    }
}

/// What starts a limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LimitSince {
    /// A trigger of the incident, by name.
    Trigger(String),
    /// The document due under another limit of the same regime.
    Limit(Id, Which),
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
    /// Days of the week that are free, from 0 for Monday; Saturday and Sunday where no calendar
    /// that counts names any.
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

/// Which free days a calendar lists. On a day off work a legal period can end all the same, and the
/// reverse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListedDays {
    /// Days on which people do not work.
    DaysOff,
    /// Days that a law leaves out of its periods.
    LegalPeriods,
}

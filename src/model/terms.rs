use std::collections::BTreeMap;

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::{Alternative, DocumentKind, FixedDate, Id, Moment, Period, Prose, Translated};

/// The terms of one clock: who owes which document, since when and by when.
#[derive(Debug, Clone, PartialEq)]
pub struct ClockTerms {
    /// Unique within its incident.
    pub id: Id,
    /// The kind of document that stops it.
    pub report: DocumentKind,
    /// What it is called, where that is not the name of its kind.
    pub title: Option<Translated>,
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
    /// The calendar of working days; without it Saturdays and Sundays are free and there are no
    /// holidays.
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
    /// How far what was looked at reaches, where it does not reach to the day of the check: a
    /// register with a lag, a stored copy.
    pub evidence_until: Option<Moment>,
    /// Where the editor looked.
    pub checked_where: Vec<String>,
    /// For how many days a check is fresh.
    pub recheck_days: u32,
    /// The duty that declares it, where it is not the editor's own.
    pub law: Option<Law>,
}

impl ClockTerms {
    /// These terms, with what is said in place of them.
    ///
    /// A period or date of the editor's own takes the place of every limit that a law sets, and a
    /// start that of each of its alternatives.
    #[must_use]
    pub fn with(self, own: OwnTerms) -> Self {
        let OwnTerms {
            title,
            from,
            since,
            due,
            rule,
            force,
            calendar,
            roll,
            hours,
            extended,
            paused,
            closed,
            checked,
            evidence_until,
            checked_where,
            recheck_days,
        } = own;
        let law = self.law.map(|mut law| {
            if due.is_some() {
                (law.earliest_of, law.fixed, law.repeat) = (Vec::new(), None, None);
            }
            for one in &mut law.earliest_of {
                one.since = since.clone().unwrap_or_else(|| one.since.clone());
                one.calendar = calendar.clone().or_else(|| one.calendar.clone());
                one.roll = roll.or(one.roll);
                one.hours = hours.or(one.hours);
            }
            law
        });
        Self {
            id: self.id,
            report: self.report,
            title: title.or(self.title),
            from: from.or(self.from),
            since: since.unwrap_or(self.since),
            due: due.or(self.due),
            rule: rule.unwrap_or(self.rule),
            force: force.unwrap_or(self.force),
            calendar: calendar.or(self.calendar),
            roll: roll.unwrap_or(self.roll),
            hours: hours.unwrap_or(self.hours),
            extended,
            paused,
            closed: closed.or(self.closed),
            checked: checked.or(self.checked),
            evidence_until: evidence_until.or(self.evidence_until),
            checked_where,
            recheck_days: recheck_days.unwrap_or(self.recheck_days),
            law,
        }
    }
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
    pub earliest_of: Vec<Alternative<Since>>,
    /// A trigger that, once it is known, takes the clock away.
    pub unless: Option<String>,
    /// A day of the calendar on which it is due.
    pub fixed: Option<FixedDate>,
    /// That it is due again and again; it names a clock of the same incident.
    pub repeat: Option<Repeat>,
    /// To whom the document is owed.
    pub owed_to: Option<String>,
}

/// A document that is owed again and again, until a final one is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repeat {
    /// The time from one due date to the next.
    pub every: Period,
    /// What the final document stops; without it, a final report ends the series.
    pub until: Option<Id>,
}

/// What starts a clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Since {
    /// A trigger of the incident, by name.
    Trigger(String),
    /// A moment of its own.
    Moment(Moment),
    /// The document that stops another clock of the same incident.
    Clock(Id, Which),
}

/// Which of several documents starts a clock that begins with one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// The first.
    First,
    /// The last that is there while the clock runs: each new one starts it again.
    Latest,
}

/// What an editor says of the terms of a clock. What is not said is left to the duty that declares
/// the clock.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct OwnTerms {
    /// As [`ClockTerms::title`].
    pub title: Option<Translated>,
    /// As [`ClockTerms::from`].
    pub from: Option<Id>,
    /// As [`ClockTerms::since`].
    pub since: Option<Since>,
    /// As [`ClockTerms::due`], and in place of every limit that a law sets.
    pub due: Option<Due>,
    /// As [`ClockTerms::rule`].
    pub rule: Option<Translated<Prose>>,
    /// As [`ClockTerms::force`].
    pub force: Option<Force>,
    /// As [`ClockTerms::calendar`].
    pub calendar: Option<Id>,
    /// As [`ClockTerms::roll`].
    pub roll: Option<Roll>,
    /// As [`ClockTerms::hours`].
    pub hours: Option<HourRule>,
    /// As [`ClockTerms::extended`].
    pub extended: Vec<Extension>,
    /// As [`ClockTerms::paused`].
    pub paused: Vec<Pause>,
    /// As [`ClockTerms::closed`].
    pub closed: Option<Closing>,
    /// As [`ClockTerms::checked`].
    pub checked: Option<NaiveDate>,
    /// As [`ClockTerms::evidence_until`].
    pub evidence_until: Option<Moment>,
    /// As [`ClockTerms::checked_where`].
    pub checked_where: Vec<String>,
    /// As [`ClockTerms::recheck_days`].
    pub recheck_days: Option<u32>,
}

impl OwnTerms {
    /// These terms, and where they say nothing the others'.
    pub fn or(self, other: Self) -> Self {
        Self {
            title: self.title.or(other.title),
            from: self.from.or(other.from),
            since: self.since.or(other.since),
            due: self.due.or(other.due),
            rule: self.rule.or(other.rule),
            force: self.force.or(other.force),
            calendar: self.calendar.or(other.calendar),
            roll: self.roll.or(other.roll),
            hours: self.hours.or(other.hours),
            extended: if self.extended.is_empty() { other.extended } else { self.extended },
            paused: if self.paused.is_empty() { other.paused } else { self.paused },
            closed: self.closed.or(other.closed),
            // What a check rests on belongs to that check, and is not passed on to a later one.
            evidence_until: match self.checked {
                Some(_) => self.evidence_until,
                None => self.evidence_until.or(other.evidence_until),
            },
            checked: self.checked.or(other.checked),
            checked_where: if self.checked_where.is_empty() {
                other.checked_where
            } else {
                self.checked_where
            },
            recheck_days: self.recheck_days.or(other.recheck_days),
        }
    }
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

/// A look for a document that was not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Check {
    /// The day on which somebody looked, from which the check grows old.
    pub on: NaiveDate,
    /// The last day for which it bears out that there was none: the same, or an earlier one where
    /// what was looked at reaches no further.
    pub reach: NaiveDate,
}

impl Check {
    /// One of what reaches to the day of the look.
    pub fn whole(on: NaiveDate) -> Self {
        Self { on, reach: on }
    }

    /// As it would have been made at the latest on `day`.
    pub fn by(self, day: NaiveDate) -> Self {
        Self { on: self.on.min(day), reach: self.reach.min(day) }
    }

    /// Whether what was looked at reaches to the day of the look.
    pub fn is_whole(self) -> bool {
        self.reach == self.on
    }
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

impl ClockTerms {
    /// The last look for the document, in `zone`. Of a reach known to the month it is the first day.
    pub fn check(&self, zone: Tz) -> Option<Check> {
        let on = self.checked?;
        let reach = self.evidence_until.as_ref().map_or(on, |until| until.first_day(zone).min(on));
        Some(Check { on, reach })
    }

    /// How it recurs, where it is owed again and again.
    pub fn repeat(&self) -> Option<&Repeat> {
        self.law.as_ref()?.repeat.as_ref()
    }
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

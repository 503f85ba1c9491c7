//! By when a document is due.
//!
//! [`due_date`] takes the start of a clock, its zone and a [`Limit`], and gives a [`DueDate`]: the
//! date before and after extensions, and the account of how it was found, line by line, for a
//! reader to do again by hand. `reckoning` goes through the stages in the order of the contract
//! (count, pause, roll, extend) and writes the account; `count` holds the sums. [`due_under`] does
//! so for the terms of a clock, of which a law knows more kinds than an editor.
//!
//! Absent on purpose: which clock has which limit, and what it means that a limit has passed. Of
//! the as-of nothing matters here but where a pause without an end has got to. Every sum that would
//! leave the calendar is an error.

mod account;
mod count;
mod reckoning;
mod under;
mod when;

use std::fmt;

use chrono::{Datelike, NaiveDate};
use chrono_tz::Tz;

pub use account::{PauseIgnored, Skipped, Step, Uncounted, Warning};
pub use under::{due_by, due_under};
pub use when::When;

use super::{AsOf, WorkingDays};
use crate::model::{ClockTerms, Due, Extension, FixedDate, HourRule, Moment, Pause, Period, Roll};
use count::{add_civil, in_reach};
use reckoning::Reckoning;

/// By when a document is due, and how that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueDate {
    /// Before any extension: the period, moved by pauses and rolled.
    pub original: When,
    /// After the last extension.
    pub current: When,
    /// The zone in which the days of both are days.
    pub zone: Tz,
    /// How they were found, from the start to [`current`](Self::current).
    pub steps: Vec<Step>,
}

/// The terms from which a due date is reckoned.
#[derive(Debug, Clone, Copy)]
pub struct Limit<'a> {
    /// The period after the start, or the date.
    pub due: &'a Due,
    /// How a period in hours begins.
    pub hours: HourRule,
    /// What becomes of a due date on a free day.
    pub roll: Roll,
    /// In any order; they may overlap.
    pub paused: &'a [Pause],
    /// In the order in which they were granted.
    pub extended: &'a [Extension],
    /// For periods in working days and for rolling.
    pub working_days: &'a WorkingDays,
    /// The last civil day of a pause without an end: that of the as-of, or of the stop.
    pub open_pauses_through: NaiveDate,
}

impl<'a> Limit<'a> {
    /// The terms of a clock with a period or date in place of its own.
    pub fn with(
        terms: &'a ClockTerms,
        due: &'a Due,
        working_days: &'a WorkingDays,
        open_pauses_through: NaiveDate,
    ) -> Self {
        let ClockTerms { hours, roll, paused, extended, .. } = terms;
        Self {
            due,
            hours: *hours,
            roll: *roll,
            paused,
            extended,
            working_days,
            open_pauses_through,
        }
    }
}

/// Why there is no due date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DueError {
    /// The limit is in hours, and of its start no more than the day is known.
    NoTimeOfDay,
    /// The due date lies after the year 9999.
    TooFar,
    /// More days would be passed over than anybody can check.
    TooManyDays,
    /// The calendar has no working day.
    NoWorkingDay,
    /// It has fallen due again more often than anybody can check.
    TooOften,
}

impl DueDate {
    /// Counts the whole calendar days by which `as_of` is past the current due date; nothing while
    /// it is not.
    ///
    /// 0 on the day of the due date itself, past the hour. An as-of that is a date is the end of
    /// that day.
    pub fn overdue_days(&self, as_of: AsOf) -> Option<i64> {
        self.current.days_past(as_of, self.zone)
    }

    /// Counts the whole calendar days by which a document of `moment` came after the current due
    /// date; nothing if it was in time.
    ///
    /// 0 on the day of the due date itself, past the hour; without an hour it is in time on that
    /// day. See [`When::days_late`].
    pub fn days_late(&self, moment: &Moment) -> Option<i64> {
        self.current.days_late(moment, self.zone)
    }

    /// The earlier of two due dates, such as those of a limit that runs from two starts; `self` if
    /// they are the same.
    pub fn earliest(self, other: Self) -> Self {
        let later = self.current.instant(self.zone) > other.current.instant(other.zone);
        if later { other } else { self }
    }

    /// The warnings of the account.
    pub fn warnings(&self) -> impl Iterator<Item = Warning> {
        self.steps.iter().filter_map(|step| {
            if let Step::Warning(warning) = step { Some(*warning) } else { None }
        })
    }

    /// Whether it was reckoned through days of which its calendar knows nothing: the due date is
    /// then the earliest that it can be.
    pub fn is_doubtful(&self) -> bool {
        self.warnings().any(|warning| matches!(warning, Warning::OutsideCalendar { .. }))
    }

    /// Whether a pause without an end was counted, so that each day moves the due date by another
    /// day.
    pub fn is_still_paused(&self) -> bool {
        self.steps
            .iter()
            .any(|step| matches!(step, Step::Paused { pause: Pause { to: None, .. }, .. }))
    }
}

/// Finds when a document is due under `limit` that has been awaited since `start`; all civil days
/// are in `zone`.
///
/// The day of the start is day 0; of a start known to the month or the year it is the last day that
/// it can have been.
///
/// * *Hours and minutes* run on the clock. Under [`HourRule::Eu1182`] they run from the next full
///   hour of local time, which for an event on the hour is the hour after. *Days, weeks, months and
///   years* end with the day. Months and years end with a shorter month: 31 January and one month
///   is 28 February, and two months 31 March. *Working days* pass over free days.
/// * *Pauses* move all but limits in hours, the earliest first. One that begins on or before the
///   due date so far moves it by its days after the start, each day once. In a period of working
///   days the paused days simply do not count, nor do they in an extension by working days.
/// * *Roll* moves a due date that is on a free day, an instant by its date.
/// * *Extensions* follow in their order. A period extends from the due date so far and keeps its
///   time of day; hours extend from the end of the day; its end is rolled like any other. A date
///   replaces the due date, lasts to its end and is not rolled.
///
/// # Errors
/// A limit in hours whose start has no time of day, a due date after the year 9999, more than 4,000
/// days that are passed over, and a need for a working day where the calendar has none.
///
/// # Source
/// Months and years, and hours under [`HourRule::Eu1182`], are counted as in Regulation (EEC,
/// Euratom) No 1182/71, Article 3(1) and (2). Its paragraph 4 applies where `limit` rolls;
/// paragraph 5, by which a period of two days holds two working days, never.
pub fn due_date(start: &Moment, zone: Tz, limit: &Limit<'_>) -> Result<DueDate, DueError> {
    let mut reckoning = Reckoning::from(start, zone, limit);
    let counted = reckoning.count(start)?;
    let paused = reckoning.pause(counted)?;
    let original = reckoning.roll(paused)?;
    let current = reckoning.extend(original)?;
    reckoning.warn_before_start(current);
    Ok(DueDate { original, current, zone, steps: reckoning.steps })
}

/// The civil day that a limit like "30 September of the following year" names for an incident that
/// began at `start`.
///
/// The year is that of the last day it can have been, in `zone`. A day that the month does not have
/// is its last.
///
/// # Errors
/// A day after the year 9999.
pub fn fixed_day(start: &Moment, zone: Tz, fixed: FixedDate) -> Result<NaiveDate, DueError> {
    let years = i32::try_from(fixed.years_after).map_err(|_| DueError::TooFar)?;
    let year = start.last_day(zone).year().checked_add(years).ok_or(DueError::TooFar)?;
    let longest_to = |last| NaiveDate::from_ymd_opt(year, fixed.month, last);
    in_reach((1..=fixed.day.min(31)).rev().find_map(longest_to))
}

/// The day after so many periods from the start, of a document that is due again after each
/// `every`.
///
/// Always reckoned from the start, in `zone`: the anniversaries of a 29 February are 28 February,
/// and 29 February in leap years. The start itself is none of them.
///
/// # Errors
/// A day after the year 9999, and a period that is not one of days, weeks, months or years or has
/// no length: nothing ever falls due.
pub fn repetition(
    start: &Moment,
    zone: Tz,
    every: Period,
    nth: u32,
) -> Result<NaiveDate, DueError> {
    let first = start.last_day(zone);
    let count = every.count.checked_mul(nth).ok_or(DueError::TooFar)?;
    let day = add_civil(first, Period { count, ..every })?.day;
    if day > first { Ok(day) } else { Err(DueError::TooFar) }
}

impl fmt::Display for DueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            DueError::NoTimeOfDay => "a limit in hours needs a time of day",
            DueError::TooFar => "the due date lies after the year 9999",
            DueError::TooManyDays => "more days would be passed over than can be checked",
            DueError::NoWorkingDay => "the calendar has no working day",
            DueError::TooOften => "it has fallen due more often than can be checked",
        })
    }
}

impl std::error::Error for DueError {}

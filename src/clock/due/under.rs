use std::collections::BTreeMap;

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::{DueDate, DueError, Limit, due_date, fixed_day, repetition};
use crate::clock::WorkingDays;
use crate::model::{Alternative, Calendar, ClockTerms, Due, Id, Moment, Since};

/// Finds when a document is due under the limit of `terms`, of whichever kind it is; nothing where
/// there is none.
///
/// An editor's limit is a period or a date. A law's can also be a fixed day, the first of those on
/// which it is due again and again, or the earliest of several periods. Those run from starts of
/// their own, which `other` tells; one whose start is not known is passed over. `end` is the last
/// civil day of a pause without an end: that of the as-of, or of the stop.
///
/// # Errors
/// As [`due_date`], [`fixed_day`] and [`repetition`].
pub fn due_under(
    terms: &ClockTerms,
    start: &Moment,
    zone: Tz,
    calendars: &BTreeMap<Id, Calendar>,
    end: NaiveDate,
    other: &dyn Fn(&Since) -> Option<Moment>,
) -> Result<Option<DueDate>, DueError> {
    let working_days = WorkingDays::named(terms.calendar.as_ref(), calendars);
    let by = |start: &Moment, due: &Due| {
        due_date(start, zone, &Limit::with(terms, due, &working_days, end))
    };
    let Some(law) = &terms.law else {
        return terms.due.as_ref().map(|due| by(start, due)).transpose();
    };
    if let Some(fixed) = law.fixed {
        return by(start, &Due::On(Moment::day(fixed_day(start, zone, fixed)?))).map(Some);
    }
    if let Some(repeat) = &law.repeat {
        let day = repetition(start, zone, repeat.every, 1)?;
        return by(start, &Due::On(Moment::day(day))).map(Some);
    }
    let mut earliest: Option<DueDate> = None;
    for one in &law.earliest_of {
        let Some(start) = other(&one.since) else { continue };
        let due = due_by(terms, one, &start, zone, calendars, end)?;
        earliest = Some(match earliest {
            Some(other) => other.earliest(due),
            None => due,
        });
    }
    match &terms.due {
        Some(due) if earliest.is_none() => by(start, due).map(Some),
        _ => Ok(earliest),
    }
}

/// Finds when a document is due under one of several periods, counted by its own rules where it has
/// some and otherwise by those of `terms`.
///
/// # Errors
/// As [`due_date`].
pub fn due_by(
    terms: &ClockTerms,
    one: &Alternative<Since>,
    start: &Moment,
    zone: Tz,
    calendars: &BTreeMap<Id, Calendar>,
    end: NaiveDate,
) -> Result<DueDate, DueError> {
    let due = Due::Within(one.within);
    let calendar = one.calendar.as_ref().or(terms.calendar.as_ref());
    let working_days = WorkingDays::named(calendar, calendars);
    let limit = Limit {
        hours: one.hours.unwrap_or(terms.hours),
        roll: one.roll.unwrap_or(terms.roll),
        ..Limit::with(terms, &due, &working_days, end)
    };
    due_date(start, zone, &limit)
}

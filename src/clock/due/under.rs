use chrono::NaiveDate;
use chrono_tz::Tz;

use super::{DueDate, DueError, Limit, due_date, fixed_day, next_repetition};
use crate::clock::WorkingDays;
use crate::model::{ClockTerms, Due, Moment, Since};

/// The days up to which a limit that is still open is reckoned.
#[derive(Debug, Clone, Copy)]
pub struct Days {
    /// The civil day of the as-of, of the stop or of the closing: a limit that repeats is the first on or after it.
    pub today: NaiveDate,
    /// The last civil day of a pause without an end: that of the as-of, or of the stop.
    pub end: NaiveDate,
}

/// Finds when a document is due under the limit of `terms`, of whichever kind it is; nothing where there is none.
///
/// An editor's limit is a period or a date. A law's can also be a fixed day, a day that comes again, or the earliest of several
/// periods. Those run from starts of their own, which `other` tells; one whose start is not known is passed over.
///
/// # Errors
/// As [`due_date`], [`fixed_day`] and [`next_repetition`].
pub fn due_under(
    terms: &ClockTerms,
    start: &Moment,
    zone: Tz,
    working_days: &WorkingDays,
    days: Days,
    other: &dyn Fn(&Since) -> Option<Moment>,
) -> Result<Option<DueDate>, DueError> {
    let by = |start: &Moment, due: &Due| due_date(start, zone, &Limit::with(terms, due, working_days, days.end));
    let Some(law) = &terms.law else { return terms.due.as_ref().map(|due| by(start, due)).transpose() };
    if let Some(fixed) = law.fixed {
        return by(start, &Due::On(Moment::day(fixed_day(start, zone, fixed)?))).map(Some);
    }
    if let Some(period) = law.repeat {
        // Whether the earlier ones were kept is not for this clock to say: it awaits the next.
        let (day, _) = next_repetition(start, zone, period, days.today)?;
        return by(start, &Due::On(Moment::day(day))).map(Some);
    }
    let mut earliest: Option<DueDate> = None;
    for (period, since) in &law.earliest_of {
        let Some(start) = other(since) else { continue };
        let due = by(&start, &Due::Within(*period))?;
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

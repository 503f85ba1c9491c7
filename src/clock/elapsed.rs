use chrono::NaiveDate;
use chrono_tz::Tz;

use crate::model::Moment;

/// A number of whole days between two civil dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Elapsed {
    /// The day of the start is day 0. Never negative.
    pub days: i64,
    /// Whether a date is known only to the month or the year, so that it may have been longer.
    pub at_least: bool,
}

/// Counts the days from `start` to the civil date `end`, both in `zone`.
///
/// Counts from the last day on which an imprecise start can have been. Gives nothing when `end`
/// lies before even the first day of the start: there is no count before the event.
pub fn elapsed(start: &Moment, zone: Tz, end: NaiveDate) -> Option<Elapsed> {
    if end < start.first_day(zone) {
        return None;
    }
    let days = (end - start.last_day(zone)).num_days().max(0);
    Some(Elapsed { days, at_least: start.is_imprecise() })
}

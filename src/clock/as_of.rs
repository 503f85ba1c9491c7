use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use chrono_tz::Tz;

use crate::model::Moment;

/// The moment for which a site is built. Everything later does not exist yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AsOf {
    /// The whole of a civil day, wherever one is.
    Day(NaiveDate),
    /// One instant; its civil date depends on the zone.
    Instant(DateTime<Utc>),
}

/// A date, or an instant in UTC, as [`AsOf::from_str`] reads it.
impl fmt::Display for AsOf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            AsOf::Day(date) => write!(f, "{date}"),
            AsOf::Instant(instant) => {
                f.write_str(&instant.to_rfc3339_opts(SecondsFormat::AutoSi, true))
            }
        }
    }
}

/// Only what [`AsOf`] writes; people's own notations are read elsewhere.
impl FromStr for AsOf {
    type Err = chrono::ParseError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.parse() {
            Ok(date) => Ok(AsOf::Day(date)),
            Err(_) => text.parse().map(AsOf::Instant),
        }
    }
}

impl AsOf {
    /// The civil date in `zone`.
    pub fn date_in(self, zone: Tz) -> NaiveDate {
        match self {
            AsOf::Day(date) => date,
            AsOf::Instant(instant) => instant.with_timezone(&zone).date_naive(),
        }
    }

    /// Whether `moment`, dated in `zone`, has come.
    ///
    /// A moment known only to the month or the year has come with its first day, so that a document
    /// is never called missing in a month in which it may have been published.
    pub fn has_come(self, moment: &Moment, zone: Tz) -> bool {
        match (self, moment.instant()) {
            (AsOf::Instant(now), Some(instant)) => instant <= now,
            _ => self.day_has_come(moment, zone),
        }
    }

    /// Whether the civil day of `moment`, dated in `zone`, has come, or the first day on which it
    /// can have been.
    ///
    /// Days are counted from the day of an incident on, whatever its hour; publication waits for
    /// the hour.
    pub fn day_has_come(self, moment: &Moment, zone: Tz) -> bool {
        moment.first_day(zone) <= self.date_in(zone)
    }
}

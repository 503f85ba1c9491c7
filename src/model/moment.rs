use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use chrono_tz::Tz;

/// A moment as precisely as its author knew it.
///
/// A civil year, month or day has no time zone and is never converted. A time was resolved in the
/// zone of its record and is kept as an instant, so that it can be dated in another zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    written: Box<str>,
    precision: Precision,
}

/// How much of a moment is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Precision {
    /// Some day of this year.
    Year(i32),
    /// Some day of this month: a year and a month from 1 to 12.
    Month(i32, u32),
    /// A civil day.
    Day(NaiveDate),
    /// An instant, with the civil date and time it has in its record's zone.
    Time {
        /// Civil date and time in the record's zone.
        local: NaiveDateTime,
        /// The same moment on the world's clock.
        instant: DateTime<Utc>,
    },
}

impl Moment {
    /// Joins a moment's meaning with the text it was written as.
    pub fn new(written: &str, precision: Precision) -> Self {
        Self { written: written.into(), precision }
    }

    /// The civil day `date`, as if its author had written it.
    pub fn day(date: NaiveDate) -> Self {
        Self::new(&date.to_string(), Precision::Day(date))
    }

    /// The text its author wrote.
    pub fn written(&self) -> &str {
        &self.written
    }

    /// How much of the moment is known.
    pub fn precision(&self) -> Precision {
        self.precision
    }

    /// The earliest civil date, in `zone`, on which this can have been.
    pub fn first_day(&self, zone: Tz) -> NaiveDate {
        match self.precision {
            Precision::Year(year) => first_of(year, 1),
            Precision::Month(year, month) => first_of(year, month),
            Precision::Day(date) => date,
            Precision::Time { instant, .. } => instant.with_timezone(&zone).date_naive(),
        }
    }

    /// The latest civil date, in `zone`, on which this can have been.
    pub fn last_day(&self, zone: Tz) -> NaiveDate {
        match self.precision {
            Precision::Year(year) => last_before(first_of(year + 1, 1)),
            Precision::Month(year, 12) => last_before(first_of(year + 1, 1)),
            Precision::Month(year, month) => last_before(first_of(year, month + 1)),
            Precision::Day(_) | Precision::Time { .. } => self.first_day(zone),
        }
    }

    /// The instant, when the time of day is known.
    pub fn instant(&self) -> Option<DateTime<Utc>> {
        match self.precision {
            Precision::Time { instant, .. } => Some(instant),
            _ => None,
        }
    }

    /// Whether not even the day is known.
    pub fn is_imprecise(&self) -> bool {
        matches!(self.precision, Precision::Year(_) | Precision::Month(..))
    }

    /// A key that puts moments in order by their earliest day, then by time of day.
    pub fn order(&self) -> (NaiveDate, NaiveDateTime) {
        match self.precision {
            Precision::Time { local, .. } => (local.date(), local),
            _ => {
                let first = self.first_day(Tz::UTC);
                (first, first.and_time(chrono::NaiveTime::MIN))
            }
        }
    }
}

fn first_of(year: i32, month: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, 1).unwrap_or(NaiveDate::MAX)
}

fn last_before(date: NaiveDate) -> NaiveDate {
    date.pred_opt().unwrap_or(date)
}

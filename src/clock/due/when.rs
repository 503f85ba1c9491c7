use chrono::{
    DateTime, MappedLocalTime, NaiveDate, NaiveDateTime, NaiveTime, SecondsFormat, TimeDelta,
    TimeZone, Utc,
};
use chrono_tz::Tz;

use crate::clock::AsOf;
use crate::model::{Moment, Precision};

/// The moment up to which a document is in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum When {
    /// The end of a civil day, in the zone of the clock.
    EndOf(NaiveDate),
    /// Twelve o'clock on a civil day, in the zone of the clock.
    NoonOf(NaiveDate),
    /// An instant.
    At(DateTime<Utc>),
}

impl When {
    /// The civil date in `zone`. The date of a day's end or noon is that day in every zone.
    pub fn date(self, zone: Tz) -> NaiveDate {
        match self {
            When::EndOf(day) | When::NoonOf(day) => day,
            When::At(instant) => instant.with_timezone(&zone).date_naive(),
        }
    }

    /// The last second that is in time: that of the day in `zone`, or the instant itself.
    pub fn instant(self, zone: Tz) -> DateTime<Utc> {
        match self {
            When::EndOf(day) => end_of(day, zone) - TimeDelta::seconds(1),
            When::NoonOf(day) => instant_of(day.and_time(NOON), zone),
            When::At(instant) => instant,
        }
    }

    /// The due date as data holds it: `2022-08-01`, or `2025-06-01T08:15:00Z` for an instant.
    pub fn written(self) -> String {
        match self {
            When::EndOf(day) | When::NoonOf(day) => day.to_string(),
            When::At(instant) => instant.to_rfc3339_opts(SecondsFormat::Secs, true),
        }
    }

    /// When on that date it ends, as data holds it: `end-of-day`, `noon` or `at-instant`.
    pub fn ends(self) -> &'static str {
        match self {
            When::EndOf(_) => "end-of-day",
            When::NoonOf(_) => "noon",
            When::At(_) => "at-instant",
        }
    }

    /// Counts the whole calendar days in `zone` by which `as_of` is past this; nothing while it is
    /// not.
    ///
    /// 0 on the same day past the hour. An as-of that is a date is the end of that day.
    pub fn days_past(self, as_of: AsOf, zone: Tz) -> Option<i64> {
        let days = (as_of.date_in(zone) - self.date(zone)).num_days();
        let past = match (self, as_of) {
            (When::EndOf(_), _) => days > 0,
            (_, AsOf::Day(_)) => days >= 0,
            (_, AsOf::Instant(now)) => now > self.instant(zone),
        };
        past.then_some(days)
    }

    /// Counts the whole calendar days in `zone` by which a document of `moment` is late; nothing if
    /// it is not.
    ///
    /// 0 on the same day past the hour. A document of which only the day is known is not late on
    /// the day itself: not knowing the hour is never lateness. Where only the month or the year is
    /// known, its first day counts.
    pub fn days_late(self, moment: &Moment, zone: Tz) -> Option<i64> {
        match (self, moment.instant()) {
            (_, Some(instant)) => self.days_past(AsOf::Instant(instant), zone),
            (_, None) => {
                Some((moment.first_day(zone) - self.date(zone)).num_days()).filter(|days| *days > 0)
            }
        }
    }

    /// Whether a document of `moment` was in time in `zone`, even if it appeared at the last moment
    /// that its date allows.
    pub fn is_kept_by(self, moment: &Moment, zone: Tz) -> bool {
        let last = moment.last_day(zone);
        match (self, moment.instant()) {
            (_, Some(instant)) => self.days_past(AsOf::Instant(instant), zone).is_none(),
            (When::EndOf(day), None) => last <= day,
            (When::NoonOf(_) | When::At(_), None) => last < self.date(zone),
        }
    }

    /// The start of a clock that counts from this, as long as the document due by then is still
    /// awaited.
    ///
    /// A day's end gives the day without a time, so that a limit in hours cannot start from it.
    pub fn as_start(self, zone: Tz) -> Moment {
        let instant = match self {
            When::EndOf(day) => return Moment::day(day),
            When::NoonOf(_) | When::At(_) => self.instant(zone),
        };
        let local = instant.with_timezone(&zone).naive_local();
        Moment::new(&When::At(instant).written(), Precision::Time { local, instant })
    }
}

const NOON: NaiveTime = match NaiveTime::from_hms_opt(12, 0, 0) {
    Some(noon) => noon,
    None => NaiveTime::MIN,
};

/// The first instant after a civil day in `zone`, also where midnight is skipped or happens twice.
pub(super) fn end_of(day: NaiveDate, zone: Tz) -> DateTime<Utc> {
    let midnight = day.succ_opt().unwrap_or(day).and_time(NaiveTime::MIN);
    zone.from_local_datetime(&midnight)
        .earliest()
        .map_or_else(|| end_of_gap(midnight, zone), |first| first.to_utc())
}

/// The instant of a local time: the later one where it happens twice, the end of the gap where a
/// clock change skips it.
///
/// Both are the reading that gives more time.
pub(super) fn instant_of(local: NaiveDateTime, zone: Tz) -> DateTime<Utc> {
    match zone.from_local_datetime(&local) {
        MappedLocalTime::Single(only) => only.to_utc(),
        MappedLocalTime::Ambiguous(_, later) => later.to_utc(),
        MappedLocalTime::None => end_of_gap(local, zone),
    }
}

// The longest gaps are the whole days that Samoa and Kiribati skipped; 2 days of minutes pass any
// of them.
fn end_of_gap(skipped: NaiveDateTime, zone: Tz) -> DateTime<Utc> {
    let minute = |ahead| skipped.checked_add_signed(TimeDelta::minutes(ahead));
    let valid = (1..2 * 24 * 60)
        .filter_map(minute)
        .find_map(|local| zone.from_local_datetime(&local).earliest());
    valid.map_or_else(|| skipped.and_utc(), |first| first.to_utc())
}

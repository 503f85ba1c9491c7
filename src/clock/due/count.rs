use chrono::{DateTime, Datelike, Days, Months, NaiveDate, NaiveTime, TimeDelta, Timelike, Utc};
use chrono_tz::Tz;

use super::account::{Skipped, Uncounted};
use super::when::{end_of, instant_of};
use super::{DueError, When};
use crate::clock::WorkingDays;
use crate::model::{Pause, Period, Unit};

const LAST_YEAR: i32 = 9999;
/// The most days that are passed over on the way to a due date: each is a part of its account.
pub(super) const MOST_SKIPPED: usize = 4_000;

/// Where a count of days ended, and what it passed over.
#[derive(Debug)]
pub(super) struct Count {
    pub(super) day: NaiveDate,
    pub(super) skipped: Vec<Skipped>,
    pub(super) short_month: bool,
}

/// The paused days, from the first to the one before the last.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stretch {
    pub(super) from: NaiveDate,
    pub(super) until: NaiveDate,
}

impl Stretch {
    pub(super) fn of(pause: &Pause, open_through: NaiveDate) -> Self {
        Self {
            from: pause.from,
            until: pause.to.or(open_through.succ_opt()).unwrap_or(open_through),
        }
    }

    pub(super) fn holds(self, day: NaiveDate) -> bool {
        self.from <= day && day < self.until
    }
}

/// The date, unless it is so late that nobody can have meant it: four digits hold every year that
/// can be written.
pub(super) fn in_reach(day: Option<NaiveDate>) -> Result<NaiveDate, DueError> {
    day.filter(|day| day.year() <= LAST_YEAR).ok_or(DueError::TooFar)
}

/// So many days, weeks, months or years after `day`. Of a month that has no such day, the last.
pub(super) fn add_civil(day: NaiveDate, period: Period) -> Result<Count, DueError> {
    let times = |factor: u32| period.count.checked_mul(factor).ok_or(DueError::TooFar);
    let later = match period.unit {
        Unit::Minutes | Unit::Hours | Unit::WorkingDays => Some(day),
        Unit::Days => day.checked_add_days(Days::new(period.count.into())),
        Unit::Weeks => day.checked_add_days(Days::new(times(7)?.into())),
        Unit::Months => day.checked_add_months(Months::new(period.count)),
        Unit::Years => day.checked_add_months(Months::new(times(12)?)),
    };
    let later = in_reach(later)?;
    let short_month = matches!(period.unit, Unit::Months | Unit::Years) && later.day() != day.day();
    Ok(Count { day: later, skipped: Vec::new(), short_month })
}

/// The working day that is the `count`th after `day`, without paused days; for 0, `day` itself or
/// the first that counts after it.
pub(super) fn add_working_days(
    day: NaiveDate,
    count: u32,
    calendar: &WorkingDays,
    paused: &[Stretch],
) -> Result<Count, DueError> {
    calendar.next_working_day(day).ok_or(DueError::NoWorkingDay)?;
    let why_not = |day| match calendar.free_day(day) {
        Some(free) => Some(Uncounted::Free(free)),
        None => paused.iter().any(|pause| pause.holds(day)).then_some(Uncounted::Paused),
    };
    let mut reached = Count { day, skipped: Vec::new(), short_month: false };
    let mut left = count;
    while left > 0 || why_not(reached.day).is_some() {
        reached.day = in_reach(reached.day.succ_opt())?;
        match why_not(reached.day) {
            Some(_) if reached.skipped.len() >= MOST_SKIPPED => return Err(DueError::TooManyDays),
            Some(why) => reached.skipped.push(Skipped { day: reached.day, why }),
            None => left = left.saturating_sub(1),
        }
    }
    Ok(reached)
}

/// So many minutes or hours after `instant`, on the clock.
pub(super) fn add_clock_time(
    instant: DateTime<Utc>,
    period: Period,
    zone: Tz,
) -> Result<DateTime<Utc>, DueError> {
    let seconds = i64::from(period.count) * if period.unit == Unit::Hours { 3600 } else { 60 };
    let later = instant.checked_add_signed(TimeDelta::seconds(seconds)).ok_or(DueError::TooFar)?;
    // In UTC first: at the very end of the calendar a local time would overflow.
    in_reach(Some(later.date_naive()))?;
    in_reach(Some(later.with_timezone(&zone).date_naive()))?;
    Ok(later)
}

/// The beginning of the hour after the one in which `instant` falls, by local time; on the hour,
/// the next.
pub(super) fn next_full_hour(instant: DateTime<Utc>, zone: Tz) -> Result<DateTime<Utc>, DueError> {
    let time = instant.with_timezone(&zone).time();
    let seconds_left = 3600 - i64::from(time.minute() * 60 + time.second());
    let left = TimeDelta::seconds(seconds_left) - TimeDelta::nanoseconds(time.nanosecond().into());
    instant.checked_add_signed(left).ok_or(DueError::TooFar)
}

/// The due date moved to `day`, to end there as it ended before.
pub(super) fn moved_to(due: When, day: NaiveDate, zone: Tz) -> When {
    match due {
        When::EndOf(_) => When::EndOf(day),
        When::NoonOf(_) => When::NoonOf(day),
        When::At(instant) => {
            When::At(instant_of(day.and_time(instant.with_timezone(&zone).time()), zone))
        }
    }
}

/// The due date so many minutes or hours later. From the end of one day to the end of another it
/// stays the end of a day.
pub(super) fn moved_by(due: When, period: Period, zone: Tz) -> Result<When, DueError> {
    let When::EndOf(day) = due else {
        return Ok(When::At(add_clock_time(due.instant(zone), period, zone)?));
    };
    let later = add_clock_time(end_of(day, zone), period, zone)?;
    let local = later.with_timezone(&zone);
    let whole_days =
        (local.time() == NaiveTime::MIN).then(|| local.date_naive().pred_opt()).flatten();
    Ok(whole_days.map_or(When::At(later), When::EndOf))
}

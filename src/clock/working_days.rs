use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate, Weekday};

use crate::model::{Calendar, Id};

/// Which civil days are working days, under a calendar and every calendar that it includes.
///
/// A day is free when it is a weekend day or a holiday in any of them.
#[derive(Debug, Clone)]
pub struct WorkingDays {
    weekend: BTreeSet<u32>,
    /// Of each calendar, in the order in which they name a day.
    holidays: Vec<Arc<BTreeMap<NaiveDate, String>>>,
    known_years: Option<(i32, i32)>,
}

/// Why a day is not a working day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FreeDay {
    /// A free day of the week.
    Weekend(Weekday),
    /// A holiday, by the name its calendar gives it.
    Holiday(Arc<str>),
}

impl WorkingDays {
    /// The most calendars that are joined.
    pub const MOST_CALENDARS: usize = 50;

    /// Every day but Saturday and Sunday: what holds where no calendar is named.
    pub fn monday_to_friday() -> Self {
        let weekend = [Weekday::Sat, Weekday::Sun].map(|day| day.num_days_from_monday());
        Self { weekend: weekend.into(), holidays: Vec::new(), known_years: None }
    }

    /// The calendar of that name with all that it includes; Monday to Friday where none is named.
    pub fn named(id: Option<&Id>, calendars: &BTreeMap<Id, Calendar>) -> Self {
        id.and_then(|id| calendars.get(id))
            .map_or_else(Self::monday_to_friday, |calendar| Self::of(calendar, calendars))
    }

    /// Joins `calendar` with all that it includes, directly or through others, up to
    /// [`Self::MOST_CALENDARS`].
    ///
    /// Each calendar is joined once, so calendars that include each other do no harm. A holiday
    /// that several calendars name keeps the name of the first, `calendar` itself before those that
    /// it includes. An included id that is not in `calendars` adds nothing: `parse` has reported
    /// it. Where none of them names a weekend, it is Saturday and Sunday.
    pub fn of(calendar: &Calendar, calendars: &BTreeMap<Id, Calendar>) -> Self {
        let calendars: Vec<_> =
            with_included(calendar, calendars).take(Self::MOST_CALENDARS).collect();
        let weekend: BTreeSet<u32> =
            calendars.iter().flat_map(|calendar| &calendar.weekend).copied().collect();
        let known_years = calendars.iter().filter_map(|calendar| years_of(calendar));
        let known_years =
            known_years.reduce(|(first, last), (from, to)| (first.max(from), last.min(to)));
        let holidays = calendars.iter().map(|calendar| Arc::clone(&calendar.holidays)).collect();
        Self {
            weekend: if weekend.is_empty() { Self::monday_to_friday().weekend } else { weekend },
            holidays,
            known_years,
        }
    }

    fn holiday(&self, day: NaiveDate) -> Option<&str> {
        self.holidays.iter().find_map(|holidays| holidays.get(&day)).map(String::as_str)
    }

    /// Whether `day` is neither a weekend day nor a holiday.
    pub fn is_working_day(&self, day: NaiveDate) -> bool {
        !self.is_weekend(day.weekday()) && self.holiday(day).is_none()
    }

    /// Why `day` is free; nothing on a working day. A holiday on a weekend day is named as the
    /// weekend day.
    pub fn free_day(&self, day: NaiveDate) -> Option<FreeDay> {
        if self.is_weekend(day.weekday()) {
            return Some(FreeDay::Weekend(day.weekday()));
        }
        self.holiday(day).map(|name| FreeDay::Holiday(name.into()))
    }

    /// The first and the last year whose holidays are known in all joined calendars; nothing where
    /// that is not limited.
    ///
    /// A calendar that lists holidays and does not say which years it covers is taken to know the
    /// years from its first holiday's to its last. A calendar without holidays limits nothing. The
    /// first year can lie after the last: then the joined calendars have no known year in common.
    pub fn known_years(&self) -> Option<(i32, i32)> {
        self.known_years
    }

    /// Whether the holidays of `year` are known.
    pub fn covers(&self, year: i32) -> bool {
        self.known_years.is_none_or(|(first, last)| (first..=last).contains(&year))
    }

    /// The first working day after `day`; nothing where every day is free.
    pub fn next_working_day(&self, day: NaiveDate) -> Option<NaiveDate> {
        day.iter_days().skip(1).take(self.longest_search()).find(|next| self.is_working_day(*next))
    }

    /// The last working day before `day`; nothing where every day is free.
    pub fn previous_working_day(&self, day: NaiveDate) -> Option<NaiveDate> {
        day.iter_days()
            .rev()
            .skip(1)
            .take(self.longest_search())
            .find(|earlier| self.is_working_day(*earlier))
    }

    // Seven days hold a day of every name, and a holiday can take away only one of them.
    fn longest_search(&self) -> usize {
        7 * (self.holidays.iter().map(|holidays| holidays.len()).sum::<usize>() + 1)
    }

    fn is_weekend(&self, day: Weekday) -> bool {
        self.weekend.contains(&day.num_days_from_monday())
    }
}

/// A calendar and all that it includes, directly or through others, each once and those that it
/// names first before what these include.
pub fn with_included<'c>(
    calendar: &'c Calendar,
    calendars: &'c BTreeMap<Id, Calendar>,
) -> impl Iterator<Item = &'c Calendar> {
    let mut seen = BTreeSet::new();
    let mut waiting = vec![calendar];
    std::iter::from_fn(move || {
        loop {
            let next = waiting.pop()?;
            if seen.insert(&next.id) {
                waiting.extend(next.includes.iter().rev().filter_map(|id| calendars.get(id)));
                return Some(next);
            }
        }
    })
}

fn years_of(calendar: &Calendar) -> Option<(i32, i32)> {
    calendar.covers.or_else(|| {
        let (first, _) = calendar.holidays.first_key_value()?;
        let (last, _) = calendar.holidays.last_key_value()?;
        Some((first.year(), last.year()))
    })
}

impl fmt::Display for FreeDay {
    /// The English name of the weekday, or the holiday's own name.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            FreeDay::Weekend(Weekday::Mon) => "Monday",
            FreeDay::Weekend(Weekday::Tue) => "Tuesday",
            FreeDay::Weekend(Weekday::Wed) => "Wednesday",
            FreeDay::Weekend(Weekday::Thu) => "Thursday",
            FreeDay::Weekend(Weekday::Fri) => "Friday",
            FreeDay::Weekend(Weekday::Sat) => "Saturday",
            FreeDay::Weekend(Weekday::Sun) => "Sunday",
            FreeDay::Holiday(name) => name,
        })
    }
}

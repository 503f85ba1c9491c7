//! Pauses of a clock: on which days it stands still, and how many those are. Days are civil days in
//! the zone of the clock.

use chrono::{Days, NaiveDate};

use crate::model::{Pause, Translated};

/// A clock that stands still on the day of the as-of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standstill {
    /// Days within pauses after the start, up to the as-of and with it.
    pub days: i64,
    /// The same up to the day of the last check; nothing where there was none.
    pub seen: Option<i64>,
    /// The last day of the pause, with those that follow without a day between; nothing while it is
    /// not known.
    pub through: Option<NaiveDate>,
    /// Why, as far as it is told.
    pub why: Option<Translated>,
}

impl Standstill {
    /// The day from which [`days`](Self::days) would have been counted without a break up to
    /// `today`.
    pub fn from(&self, today: NaiveDate) -> NaiveDate {
        u64::try_from(self.days)
            .ok()
            .and_then(|days| today.checked_sub_days(Days::new(days)))
            .unwrap_or(today)
    }
}

/// Days within pauses after `start`, up to `end` and with it; overlapping pauses are counted once.
pub fn paused_days(pauses: &[Pause], start: NaiveDate, end: NaiveDate) -> i64 {
    let after = |day: NaiveDate| day.succ_opt().unwrap_or(day);
    let last = after(end);
    let mut pauses: Vec<_> =
        pauses.iter().map(|pause| (pause.from, pause.to.map_or(last, |to| to.min(last)))).collect();
    pauses.sort();
    let mut counted_to = after(start);
    let mut days = 0;
    for (from, to) in pauses {
        days += (to - from.max(counted_to)).num_days().max(0);
        counted_to = counted_to.max(to);
    }
    days
}

/// The last day of the pauses that hold on `today`, with those that follow without a day between;
/// nothing while it is not known.
pub(super) fn paused_through(pauses: &[Pause], today: NaiveDate) -> Option<NaiveDate> {
    let mut next = today;
    while let Some(pause) = pauses.iter().find(|pause| pause.holds_on(next)) {
        next = pause.to?;
    }
    next.pred_opt()
}

/// Why a clock stands still on `today`: the last reason that is told of a pause that holds.
pub(super) fn why_paused(pauses: &[Pause], today: NaiveDate) -> Option<Translated> {
    pauses
        .iter()
        .filter(|pause| pause.holds_on(today))
        .filter_map(|pause| pause.why.clone())
        .next_back()
}

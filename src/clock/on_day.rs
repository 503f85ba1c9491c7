//! What may be said on a fixed day of how long a document was awaited.

use chrono::NaiveDate;

use super::{Clock, Elapsed, Freshness, Truth, elapsed};
use crate::model::{Check, ClockTerms};

/// How long a document was awaited on a fixed day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnDay {
    /// So many days, or as many as the wait took that had ended by then.
    Days(Elapsed),
    /// So many to where the last check reaches, which was not made lately by then or reaches to an
    /// earlier day.
    Stood(Elapsed, Check),
    /// No number is claimed, because nobody had checked since this day for too long.
    Expired(NaiveDate),
    /// So many days after its start; nobody has ever noted that they looked.
    Unchecked(Elapsed),
    /// The day has not come.
    Future,
    /// Nobody outside can see whether the document was filed.
    Unobservable,
    /// The count has not begun.
    NotBegun,
    /// The count had not begun by then.
    HadNotBegun,
}

impl OnDay {
    /// The day up to which a number of days is claimed on the day `on`, if one is.
    pub fn claimed_to(self, on: NaiveDate) -> Option<NaiveDate> {
        match self {
            OnDay::Days(_) => Some(on),
            OnDay::Stood(_, check) => Some(check.reach),
            _ => None,
        }
    }
}

impl Clock {
    /// What may be said of this clock, which runs under `terms`, on the civil day `on`.
    ///
    /// Once a document has ended the wait, it is known that there was none before; a closing proves
    /// nothing. Otherwise the last check bears out no more than it would have on that day.
    pub fn on_day(&self, terms: &ClockTerms, on: NaiveDate) -> OnDay {
        let statement = &self.statement;
        if on > statement.today {
            return OnDay::Future;
        }
        if statement.is_confidential() {
            return OnDay::Unobservable;
        }
        let documents = || statement.series.iter().flat_map(|series| &series.documents);
        let latest =
            documents().rev().map(|(_, date)| date).find(|date| date.last_day(self.zone) <= on);
        let Some(start) = latest.or(self.start.as_ref()) else { return OnDay::NotBegun };
        let ended = match &statement.truth {
            Truth::Published { document, .. } | Truth::Ended { document, .. } => {
                Some((document.on, document.imprecise))
            }
            Truth::Closed { on, .. } => Some((*on, false)),
            Truth::Confidential { .. } | Truth::NotBegun | Truth::Awaited { .. } => None,
        };
        // Of a series only the next document proves that there was none before it.
        let is_published = matches!(statement.truth, Truth::Published { .. })
            || documents().any(|(stop, _)| stop.on > on);
        let (end, imprecise) = ended.filter(|(day, _)| *day <= on).unwrap_or((on, false));
        let count_to = |day| {
            elapsed(start, self.zone, day)
                .map(|counted| Elapsed { at_least: counted.at_least || imprecise, ..counted })
        };
        let Some(counted) = count_to(end) else { return OnDay::HadNotBegun };
        match Freshness::of(self.check.map(|check| check.by(on)), on, terms.recheck_days) {
            _ if is_published => OnDay::Days(counted),
            Freshness::Unchecked if ended.is_some() => OnDay::Days(counted),
            Freshness::Fresh(_) | Freshness::Settled => OnDay::Days(counted),
            Freshness::Stale(check) => {
                count_to(check.reach).map_or(OnDay::HadNotBegun, |seen| OnDay::Stood(seen, check))
            }
            Freshness::Expired(check) => OnDay::Expired(check.on),
            Freshness::Unchecked => OnDay::Unchecked(counted),
        }
    }
}

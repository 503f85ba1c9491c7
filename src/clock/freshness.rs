use chrono::NaiveDate;

use crate::model::Check;

/// How far the last check of an absence can be relied on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Freshness {
    /// Made no longer ago than the recheck period: the counter runs.
    Fresh(Check),
    /// Made no longer ago than three recheck periods, or of what reaches no further than to an
    /// earlier day: the counter stands where the check reaches.
    Stale(Check),
    /// Made longer ago: nothing is claimed.
    Expired(Check),
    /// Never checked: no wait is claimed, and only the age of what began is told.
    Unchecked,
    /// A document or a closing has ended the wait: there is no absence to check.
    Settled,
}

impl Freshness {
    /// Judges a check on the day `today`, by a recheck period in days.
    pub fn of(check: Option<Check>, today: NaiveDate, recheck_days: u32) -> Self {
        let Some(check) = check else { return Freshness::Unchecked };
        let age = (today - check.on).num_days();
        let recheck = i64::from(recheck_days);
        if age > 3 * recheck {
            Freshness::Expired(check)
        } else if age > recheck || !check.is_whole() {
            Freshness::Stale(check)
        } else {
            Freshness::Fresh(check)
        }
    }

    /// The word for it in data.
    pub fn name(self) -> &'static str {
        match self {
            Freshness::Fresh(_) => "fresh",
            Freshness::Stale(_) => "stale",
            Freshness::Expired(_) => "expired",
            Freshness::Unchecked => "unchecked",
            Freshness::Settled => "settled",
        }
    }

    /// The check, of an absence that was ever checked.
    pub fn check(self) -> Option<Check> {
        match self {
            Freshness::Fresh(check) | Freshness::Stale(check) | Freshness::Expired(check) => {
                Some(check)
            }
            Freshness::Unchecked | Freshness::Settled => None,
        }
    }
}

use chrono::NaiveDate;

/// How far the last check of an absence can be relied on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Freshness {
    /// Checked no longer ago than the recheck period: the counter runs.
    Fresh,
    /// Checked no longer ago than three recheck periods: the counter stands at the day of the check.
    Stale,
    /// Checked longer ago: nothing is claimed.
    Expired,
    /// Never checked: the counter runs and says so.
    Unchecked,
    /// A document or a closing has ended the wait: there is no absence to check.
    Settled,
}

impl Freshness {
    /// Judges a check made on `checked`, on the day `today`, by a recheck period in days.
    pub fn of(checked: Option<NaiveDate>, today: NaiveDate, recheck_days: u32) -> Self {
        let Some(checked) = checked else { return Freshness::Unchecked };
        let age = (today - checked).num_days();
        let recheck = i64::from(recheck_days);
        if age <= recheck {
            Freshness::Fresh
        } else if age <= 3 * recheck {
            Freshness::Stale
        } else {
            Freshness::Expired
        }
    }

    /// The word for it in data.
    pub fn name(self) -> &'static str {
        match self {
            Freshness::Fresh => "fresh",
            Freshness::Stale => "stale",
            Freshness::Expired => "expired",
            Freshness::Unchecked => "unchecked",
            Freshness::Settled => "settled",
        }
    }
}

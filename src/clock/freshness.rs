use chrono::NaiveDate;

/// How far the last check of an absence can be relied on, with the day on which it was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Freshness {
    /// Checked no longer ago than the recheck period: the counter runs.
    Fresh(NaiveDate),
    /// Checked no longer ago than three recheck periods: the counter stands at the day of the
    /// check.
    Stale(NaiveDate),
    /// Checked longer ago: nothing is claimed.
    Expired(NaiveDate),
    /// Never checked: no wait is claimed, and only the age of what began is told.
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
            Freshness::Fresh(checked)
        } else if age <= 3 * recheck {
            Freshness::Stale(checked)
        } else {
            Freshness::Expired(checked)
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

    /// The day of the check, of an absence that was ever checked.
    pub fn checked(self) -> Option<NaiveDate> {
        match self {
            Freshness::Fresh(day) | Freshness::Stale(day) | Freshness::Expired(day) => Some(day),
            Freshness::Unchecked | Freshness::Settled => None,
        }
    }
}

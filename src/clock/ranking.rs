//! In which order clocks stand in lists, and which one a site leads with.

use std::cmp::Reverse;

use super::{Clock, Truth};

/// The part of a list in which a clock stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ListPart {
    /// The document is awaited, and a number of days is claimed.
    Counted,
    /// The document is awaited, and no number of days is claimed.
    Uncounted,
    /// The document is no longer awaited.
    Settled,
}

/// Why a site leads with a clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lead {
    /// No other document has been awaited longer.
    Longest,
    /// Of those that somebody has checked lately it has the longest wait.
    LongestChecked,
    /// Nothing on the site was ever checked, and it began first.
    Oldest,
}

impl Clock {
    /// The part of a list in which it stands.
    pub fn part(&self) -> ListPart {
        match (self.statement.is_open(), self.statement.claimed()) {
            (true, Some(_)) => ListPart::Counted,
            (true, None) => ListPart::Uncounted,
            (false, _) => ListPart::Settled,
        }
    }

    /// The key by which clocks are ranked: by part, the longest wait first.
    pub fn rank(&self) -> (ListPart, Reverse<Option<i64>>) {
        (self.part(), Reverse(self.statement.claimed().map(|counted| counted.days)))
    }
}

/// The longest number of days that any of these clocks claims: the length of their common scale.
pub fn longest<'a>(clocks: impl IntoIterator<Item = &'a Clock>) -> i64 {
    clocks
        .into_iter()
        .filter_map(|clock| clock.statement.claimed())
        .map(|counted| counted.days)
        .max()
        .unwrap_or(0)
}

/// The clock that a site leads with, of all its clocks by [`Clock::rank`].
///
/// It is one that somebody has checked lately, by the recheck period that `recheck` tells of a clock
/// in days; of what was looked at then it may reach to an earlier day. Where nobody has ever checked
/// anything, the oldest count leads; where all checks are old, none does.
pub fn lead<'a>(
    ranked: impl Iterator<Item = &'a Clock> + Clone,
    recheck: impl Fn(&Clock) -> u32,
) -> Option<(&'a Clock, Lead)> {
    let age = |clock: &Clock| match clock.statement.truth {
        Truth::Awaited { age, .. } => Some(age.days),
        _ => None,
    };
    if ranked.clone().all(|clock| clock.check.is_none()) {
        let awaited = ranked.filter(|clock| age(clock).is_some());
        // Of several that are as old the first stays.
        return awaited.min_by_key(|clock| Reverse(age(clock))).map(|clock| (clock, Lead::Oldest));
    }
    let is_checked_lately = |clock: &&Clock| {
        let today = clock.statement.today;
        let looked = clock.statement.freshness.check().map(|check| (today - check.on).num_days());
        clock.part() == ListPart::Counted
            && looked.is_some_and(|days| days <= i64::from(recheck(clock)))
    };
    let lead = ranked.clone().find(is_checked_lately)?;
    // A wait of which no number is claimed now, or a smaller one, may be longer all the same.
    let claimed = lead.statement.claimed().map(|counted| counted.days);
    let is_longest = ranked.into_iter().all(|clock| age(clock) <= claimed);
    Some((lead, if is_longest { Lead::Longest } else { Lead::LongestChecked }))
}

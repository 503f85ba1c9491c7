//! The orders in which the docket is shown, besides the longest wait first, for readers without the
//! script.

use chrono::NaiveDate;
use std::cmp::Reverse;
use std::sync::OnceLock;

use crate::clock::Clock;
use crate::model::Register;
use crate::text::alphabetical;

/// An order of the docket. In each, clocks of which no number is claimed, and settled ones, stay
/// apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Order {
    /// The newest incident first.
    Newest,
    /// By the incident's title.
    Title,
    /// By the date on which the document is or was due; without one last.
    Due,
}

impl Order {
    /// Every order.
    pub const ALL: [Order; 3] = [Order::Newest, Order::Title, Order::Due];

    /// The messages that name it and say what it is.
    pub(crate) fn keys(self) -> (&'static str, &'static str) {
        match self {
            Order::Newest => ("docket-newest", "docket-newest.summary"),
            Order::Title => ("docket-title", "docket-title.summary"),
            Order::Due => ("docket-due", "docket-due.summary"),
        }
    }

    /// The path of its first page.
    pub fn path(self) -> &'static str {
        match self {
            Order::Newest => "docket/newest/",
            Order::Title => "docket/title/",
            Order::Due => "docket/due/",
        }
    }

    /// The places of clocks that stand the longest first, in this order.
    fn places(self, ranked: &[&Clock], register: &Register) -> Vec<usize> {
        let mut placed: Vec<(usize, &Clock)> = ranked.iter().copied().enumerate().collect();
        let incident = |clock: &Clock| register.incidents.get(&clock.incident);
        let newest = |clock: &Clock| {
            (clock.part(), Reverse(incident(clock).map(|found| found.occurred.order())))
        };
        let title = |clock: &Clock| {
            (clock.part(), incident(clock).map(|found| alphabetical(&found.record.title)))
        };
        let due = |clock: &Clock| (clock.part(), clock.due_day().unwrap_or(NaiveDate::MAX));
        match self {
            Order::Newest => placed.sort_by_cached_key(|(_, clock)| newest(clock)),
            Order::Title => placed.sort_by_cached_key(|(_, clock)| title(clock)),
            Order::Due => placed.sort_by_cached_key(|(_, clock)| due(clock)),
        }
        placed.into_iter().map(|(place, _)| place).collect()
    }
}

/// The places of a site's clocks in every order, among those that stand the longest first; sorted
/// when they are first asked for.
#[derive(Debug, Default)]
pub(super) struct Orders([OnceLock<Vec<usize>>; 3]);

impl Orders {
    /// The places of clocks in an order, among those that `ranked` gives.
    pub(super) fn places<'a>(
        &self,
        order: Order,
        ranked: impl FnOnce() -> Vec<&'a Clock>,
        register: &Register,
    ) -> &[usize] {
        self.0[order as usize].get_or_init(|| order.places(&ranked(), register))
    }
}

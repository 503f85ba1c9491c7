//! The orders in which the docket is shown, besides the longest wait first, for readers without the script.

use chrono::NaiveDate;
use std::cmp::Reverse;

use super::{World, limit};
use crate::clock::Clock;
use crate::model::Register;

/// An order of the docket. In each, clocks of which no number is claimed, and settled ones, stay apart.
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
    pub(super) fn keys(self) -> (&'static str, &'static str) {
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

    /// Puts clocks that stand the longest first into this order.
    pub(super) fn sorted<'a>(self, ranked: &[&'a Clock], register: &'a Register) -> Vec<&'a Clock> {
        let mut sorted = ranked.to_vec();
        let incident = |clock: &Clock| register.incidents.get(&clock.incident);
        match self {
            Order::Newest => sorted.sort_by_cached_key(|clock| (part(clock), Reverse(incident(clock).map(|found| found.occurred.order())))),
            Order::Title => sorted.sort_by_cached_key(|clock| {
                let title = incident(clock).map(|found| found.record.title.to_lowercase());
                (part(clock), title)
            }),
            Order::Due => sorted.sort_by_cached_key(|clock| (part(clock), limit::due_day(clock).unwrap_or(NaiveDate::MAX))),
        }
        sorted
    }
}

/// The part of the docket that a clock stands in: open with a number, open without one, settled.
fn part(clock: &Clock) -> (bool, bool) {
    (!clock.is_open(), clock.is_open() && clock.claimed().is_none())
}

/// The clocks of a site in every order.
#[derive(Debug)]
pub(super) struct Orders<'a>([Vec<&'a Clock>; 3]);

impl<'a> Orders<'a> {
    /// Sorts them; `ranked` are all clocks, the longest wait first.
    pub(super) fn new(ranked: &[&'a Clock], register: &'a Register) -> Self {
        Self(Order::ALL.map(|order| order.sorted(ranked, register)))
    }
}

impl<'a> World<'a> {
    /// Every clock in an order.
    pub fn ordered(&self, order: Order) -> &[&'a Clock] {
        &self.orders.0[order as usize]
    }
}

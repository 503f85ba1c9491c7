//! The docket in another order than the longest wait first.

use serde::Serialize;

use super::clock::civil;
use super::locale::Locale;
use super::scale::axis;
use super::{PagesView, RowView, Tick};
use crate::clock::{Clock, ListPart};
use crate::plan::ROWS;
use crate::site::Order;

/// One page of the docket in an order of its own: `sorted.html`.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct SortedView {
    /// `newest`, `title` or `due`.
    pub order: String,
    /// Open clocks with a number, open clocks without one, settled ones: those parts of which this
    /// page has rows.
    pub parts: Vec<SortedPart>,
    /// How many clocks there are on all pages.
    pub count: usize,
    /// Other pages of this order.
    pub pages: PagesView,
}

/// Clocks that may be compared with each other.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct SortedPart {
    /// `waiting`, `unknown` or `settled`.
    pub name: String,
    /// In the order of the page.
    pub rows: Vec<RowView>,
    /// Marks on the scale of the rows; none where no number is claimed.
    pub axis: Vec<Tick>,
}

impl Locale<'_> {
    pub(crate) fn sorted(&self, order: Order, page: usize) -> SortedView {
        let clocks = self.site.ordered(order);
        let longest = self.site.longest();
        let part = |name: &str, wanted: ListPart| {
            let here =
                clocks.clone().skip(page * ROWS).take(ROWS).filter(|clock| clock.part() == wanted);
            let rows = here
                .filter_map(|clock| {
                    Some(RowView { by: self.ordered_by(order, clock), ..self.row(clock, longest)? })
                })
                .collect();
            SortedPart {
                name: name.to_owned(),
                rows,
                axis: if name == "unknown" { Vec::new() } else { axis(self.words(), longest) },
            }
        };
        let parts = [
            part("waiting", ListPart::Counted),
            part("unknown", ListPart::Uncounted),
            part("settled", ListPart::Settled),
        ];
        SortedView {
            order: match order {
                Order::Newest => "newest",
                Order::Title => "title",
                Order::Due => "due",
            }
            .to_owned(),
            parts: parts.into_iter().filter(|part| !part.rows.is_empty()).collect(),
            count: clocks.len(),
            pages: self.pages(order.path(), page, clocks.len()),
        }
    }

    /// The date by which a row stands where it stands; empty where its title tells.
    fn ordered_by(&self, order: Order, clock: &Clock) -> String {
        let Some((incident, _)) = self.terms(clock) else { return String::new() };
        match (order, &clock.due) {
            (Order::Newest, _) => {
                civil(self.words(), &incident.occurred, incident.record.timezone).text
            }
            (Order::Due, Some(due)) => {
                self.subject(clock).map_or_else(String::new, |subject| subject.limit_dated(due))
            }
            (Order::Due, None) | (Order::Title, _) => String::new(),
        }
    }
}

//! What the row of a clock says besides its names.

use super::phrase::{Moves, Phrase, Size, compose};
use super::subject::{Counted, Subject};
use super::{Case, not_checked_since, when_checked};
use crate::clock::{Elapsed, Freshness, Took, Truth};
use crate::i18n::say;

/// The words of a row.
#[derive(Debug, Clone)]
pub(crate) struct RowWords {
    /// What it is counted from, where that is not the incident: `counted from the final report`.
    /// Empty otherwise.
    pub(crate) since: String,
    /// The number of days, where a wait is claimed.
    pub(crate) number: Option<Elapsed>,
    /// In place of a number: `within October 2025`.
    pub(crate) within: String,
    /// Why its number stands still or is missing: `not checked since 1 December 2022`. Empty
    /// otherwise.
    pub(crate) note: Phrase,
}

impl Subject<'_> {
    /// The words of the row.
    pub(crate) fn row(&self) -> RowWords {
        let statement = self.statement;
        let is_within = matches!(
            statement.truth,
            Truth::Published { took: Took::Within, .. } | Truth::Closed { took: Took::Within, .. }
        );
        let is_unchecked = matches!(statement.truth, Truth::Awaited { .. })
            && statement.freshness == Freshness::Unchecked;
        RowWords {
            // The age of what nobody has looked for is told with what it is counted from.
            since: if is_unchecked { String::new() } else { self.counted_from() },
            number: statement.claimed().filter(|_| !is_within),
            within: if is_within { self.after() } else { String::new() },
            note: self.note(),
        }
    }

    /// What the days that are shown are counted from, where that is not the incident.
    pub(super) fn counted_from(&self) -> String {
        let start = self.begins(Case::SaidFrom).filter(|_| self.statement.shown().is_some());
        start.map_or_else(String::new, |start| say!(self.words, "row-since", start = &start))
    }

    fn note(&self) -> Phrase {
        let words = self.words;
        match (&self.statement.truth, self.statement.freshness) {
            (Truth::Published { .. } | Truth::Closed { .. }, _) => Phrase::default(),
            (Truth::Ended { .. }, _) => Phrase::text_of(words.text("note-ended")),
            (Truth::NotBegun, _) => Phrase::text_of(self.why_not_begun()),
            (Truth::Confidential { .. }, _) => Phrase::text_of(words.text("note-confidential")),
            (Truth::Awaited { .. }, Freshness::Stale(check)) => {
                Phrase::text_of(&when_checked(words, check))
            }
            (Truth::Awaited { .. }, Freshness::Expired(check)) => {
                Phrase::text_of(&not_checked_since(words, check.on))
            }
            (Truth::Awaited { age, .. }, Freshness::Unchecked) => {
                let age = self
                    .counted(&self.days(*age, Size::Text, Some(Moves::default())), Counted::Since);
                compose!(words, "note-unchecked-age", age = &age)
            }
            (Truth::Awaited { .. }, Freshness::Fresh(_) | Freshness::Settled) => Phrase::default(),
        }
    }
}

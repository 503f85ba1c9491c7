//! A clock's badge: the word on it on a page, and the two sides of the picture.

use super::subject::{Counted, Subject};
use super::{lower_first, sentence_case};
use crate::clock::{Elapsed, Freshness, Standing, Took, Truth};
use crate::i18n::{Words, say};
use crate::model::Force;

/// The two sides of a badge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct BadgeSides {
    /// What is counted.
    pub(crate) label: String,
    /// How long, and for which day that holds.
    pub(crate) message: String,
}

const PUBLISHED: [&str; 3] =
    ["badge-says-published", "badge-says-published-after", "badge-says-published-after-start"];
const CLOSED: [&str; 3] =
    ["badge-says-closed", "badge-says-closed-after", "badge-says-closed-after-start"];

/// On the badge of a clock that nobody has checked lately.
pub(crate) const STALE: &str = "badge-stale";

/// On the badge of a clock whose last check reaches no further than to an earlier day.
pub(crate) const REACH: &str = "badge-reach";
/// On the badge of a clock that nobody has checked for too long.
pub(crate) const EXPIRED: &str = "badge-expired";

/// That a limit has passed. A target or promise that has passed is not called overdue: that word is
/// kept for legal limits.
fn overdue(words: &Words, force: Force) -> &str {
    words.text(match force {
        Force::Hard => "badge-overdue",
        Force::Soft => "badge-target-passed",
        Force::Promise => "badge-promise-passed",
    })
}

impl<'a> Subject<'a> {
    /// The word on the badge. Whether anybody has checked does not matter where there is nothing to
    /// see.
    pub(crate) fn badge(&self) -> &'a str {
        let (statement, words) = (self.statement, self.words);
        let force = statement.force;
        let confidential = statement.is_confidential();
        words.text(match (statement.freshness, statement.standing()) {
            (_, Standing::Waiting | Standing::Overdue | Standing::Confidential) if confidential => {
                "badge-confidential"
            }
            (Freshness::Expired(_), _) if !confidential => EXPIRED,
            (Freshness::Stale(check), _) if !confidential && check.is_whole() => STALE,
            (Freshness::Stale(_), _) if !confidential => REACH,
            (Freshness::Unchecked, Standing::Waiting) => "badge-waiting-unchecked",
            (_, Standing::Waiting) => "badge-waiting",
            (_, Standing::Overdue) => return self.overdue_badge(),
            (_, Standing::Published) => "badge-published",
            (_, Standing::PublishedLate) => match force {
                Force::Hard => "badge-published-late",
                Force::Soft => "badge-published-after-target",
                Force::Promise => "badge-published-after-promise",
            },
            (_, Standing::Delivered) => "badge-delivered",
            (_, Standing::Paused) => "badge-paused",
            (_, Standing::Closed) => "badge-closed",
            (_, Standing::Ended) => "badge-ended",
            (_, Standing::Confidential) => "badge-confidential",
            (_, Standing::Unknown) if matches!(statement.truth, Truth::NotBegun) => {
                "badge-not-started"
            }
            (_, Standing::Unknown) => "badge-limit-unknown",
        })
    }

    /// On the badge of a clock whose limit has passed: of one that nobody has ever checked it says
    /// so.
    pub(crate) fn overdue_badge(&self) -> &'a str {
        let force = self.statement.force;
        self.words.text(match force {
            _ if self.statement.freshness != Freshness::Unchecked => {
                return overdue(self.words, force);
            }
            Force::Hard => "badge-overdue-unchecked",
            Force::Soft => "badge-target-passed-unchecked",
            Force::Promise => "badge-promise-passed-unchecked",
        })
    }

    /// The two sides of the picture, which outlives the page: it carries the day for which it
    /// holds.
    pub(crate) fn badge_sides(&self) -> BadgeSides {
        let words = self.words;
        let as_of = &self.dated();
        let awaited = |message: String| BadgeSides { label: self.awaited(), message };
        match &self.statement.truth {
            Truth::Published { took, .. } => awaited(self.ended(PUBLISHED, *took, &self.on())),
            Truth::Closed { on, took } => {
                let on = super::DateView::of_day(words, *on).on(words).text();
                awaited(self.ended(CLOSED, *took, &on))
            }
            Truth::Ended { .. } => awaited(say!(words, "badge-says-ended", date = &self.on())),
            Truth::Confidential { .. } => {
                awaited(say!(words, "badge-says-confidential", as_of = as_of))
            }
            Truth::NotBegun => awaited(say!(words, "badge-says-uncounted", as_of = as_of)),
            Truth::Awaited { age, seen } => match self.statement.freshness {
                Freshness::Expired(check) => awaited(say!(
                    words,
                    "badge-says-unchecked-since",
                    date = &words.date(check.on),
                    as_of = as_of
                )),
                Freshness::Unchecked => {
                    let passed = self.statement.standing() == Standing::Overdue;
                    let what = if passed {
                        lower_first(self.overdue_badge())
                    } else {
                        words.text("note-unchecked").to_owned()
                    };
                    let age = self.counted(&self.days_in_words(*age), Counted::Since).text();
                    let message = say!(
                        words,
                        "badge-says-unchecked",
                        what = &what,
                        days = &age,
                        as_of = as_of
                    );
                    awaited(self.noted(message))
                }
                Freshness::Stale(_) => self.counting(seen.unwrap_or(*age)),
                Freshness::Fresh(_) | Freshness::Settled => self.counting(*age),
            },
        }
    }

    /// `published on 6 December 2022, after 52 days`: in the message without days, with them, and
    /// with what they are counted from.
    fn ended(&self, [undated, after, after_start]: [&str; 3], took: Took, on: &str) -> String {
        let words = self.words;
        let Took::Days(counted) = took else { return say!(words, undated, date = on) };
        let days = &super::day_count(words, counted.days, counted.at_least);
        match self.begins(super::Case::Said) {
            Some(start) => say!(words, after_start, date = on, days = days, start = &start),
            None => say!(words, after, date = on, days = days),
        }
    }

    fn on(&self) -> String {
        self.document
            .as_ref()
            .map_or_else(String::new, |document| document.date.on(self.words).text())
    }

    fn counting(&self, counted: Elapsed) -> BadgeSides {
        let days = self.days_in_words(counted);
        let days = if self.begins(super::Case::Said).is_some() {
            self.counted(&days, Counted::Since)
        } else {
            days
        };
        let message =
            say!(self.words, "badge-says-days", days = &days.text(), as_of = &self.dated());
        BadgeSides { label: sentence_case(&self.without()), message: self.noted(message) }
    }

    /// A message with the standing behind it, where that is more than waiting and is not said
    /// already.
    fn noted(&self, message: String) -> String {
        let (words, statement) = (self.words, self.statement);
        let is_stale = matches!(statement.freshness, Freshness::Stale(_));
        let note = match (statement.standing(), self.paused_days()) {
            (Standing::Paused, Some(days)) => {
                say!(words, "badge-says-paused", days = &super::day_count(words, days, false))
            }
            (Standing::Waiting, _) => return message,
            (Standing::Overdue, _) if statement.freshness == Freshness::Unchecked => {
                return message;
            }
            _ if is_stale => return message,
            _ => lower_first(self.badge()),
        };
        say!(words, "with-note", what = &message, note = &note)
    }
}

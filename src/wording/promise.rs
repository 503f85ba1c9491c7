//! Promises and recommendations in words.

use crate::clock::PromiseState;
use crate::i18n::{Words, say};
use crate::model::Status;

/// What is to be said of a promise besides its states; empty where that is nothing.
pub(crate) fn promise_note(words: &Words, state: PromiseState) -> String {
    match state {
        PromiseState::Settled(_) | PromiseState::Open => String::new(),
        PromiseState::Passed(seen) => say!(words, "promise-passed", date = &words.date(seen)),
        PromiseState::DueNotChecked => words.text("promise-unchecked").to_owned(),
    }
}

/// The word for the state of a promise or a recommendation.
pub(crate) fn status(words: &Words, status: Status) -> &str {
    words.text(match status {
        Status::Pledged => "status-pledged",
        Status::InProgress => "status-in-progress",
        Status::Compromised => "status-compromised",
        Status::Stalled => "status-stalled",
        Status::Kept => "status-kept",
        Status::Broken => "status-broken",
        Status::Unrated => "status-unrated",
    })
}

//! Promises and recommendations in words.

use std::collections::BTreeMap;

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

/// What is to be said of the day by which a recommendation was to be answered; empty where it was,
/// or the day has not passed.
pub(crate) fn answer_note(words: &Words, state: PromiseState) -> String {
    match state {
        PromiseState::Settled(_) | PromiseState::Open => String::new(),
        PromiseState::Passed(seen) => say!(words, "answer-passed", date = &words.date(seen)),
        PromiseState::DueNotChecked => words.text("answer-unchecked").to_owned(),
    }
}

/// `3 promises: 1 kept, 2 stalled`.
pub(crate) fn promises_counted(words: &Words, counts: &BTreeMap<Option<Status>, usize>) -> String {
    let parts: Vec<String> = counts
        .iter()
        .map(|(state, count)| {
            let name = state.map_or_else(|| words.text("not-rated"), |state| status(words, state));
            let name = super::lower_first(name);
            say!(words, "count-of-state", n = *count, state = &name)
        })
        .collect();
    let all: usize = counts.values().sum();
    say!(words, "promises-counted", n = all, states = &words.enumeration(&parts))
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

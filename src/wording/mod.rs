//! Which sentence is true of a clock, a promise or an event, in one place: from a statement, a
//! language and the place where it is said.
//!
//! A `Subject` is a clock's [`Statement`](crate::clock::Statement) with the names that its
//! sentences need. Each of its methods is a way of saying it: a sentence on a page or away from it,
//! a row, a badge, a card, what was found and where, the time limit, an announcement in a feed, a
//! line of the newsletter or of the agenda. The words themselves are in the theme's files of words.
//!
//! The rules are those of careful trackers: an absence is "none found as of" a day and never "has
//! not reported"; "without" is only said where somebody has looked; a target that passed is never a
//! breach; a limit whose filings are confidential is never missed; a number says what it counts,
//! from when and until when.
//!
//! Absent on purpose: counting (see `clock`), HTML, addresses other than those it is given.

mod account;
mod agenda;
mod badge;
mod card;
mod duty;
mod evidence;
mod feed;
mod limit;
mod newsletter;
pub(crate) mod phrase;
mod plain;
mod promise;
mod row;
mod sentence;
mod series;
mod subject;
#[cfg(test)]
mod table;

pub(crate) use account::account;
pub(crate) use agenda::{
    agenda_answer, agenda_promise, agenda_reply, agenda_unsourced, answer_label, label,
};
pub(crate) use badge::{BadgeSides, EXPIRED, REACH, STALE};
pub(crate) use card::CardWords;
pub(crate) use duty::{Case, fixed, limit_start, not_applied, of_several, repeated, trigger};
pub use evidence::{Evidence, Remark};
pub(crate) use feed::{Announced, announced_correction, announced_response};
pub(crate) use limit::{doubt, due_in_words, either, when};
pub(crate) use newsletter::{
    Around, told_article, told_correction, told_gone, told_incident, told_promise, told_response,
};
pub(crate) use phrase::compose;
pub use phrase::{DateView, Link, Phrase};
pub use plain::date;
pub(crate) use plain::{
    alert, day_count, days, distance, full_stop, iso, lower_first, machine, milestone, names,
    reach, sector_name, sentence_case, titled,
};
pub(crate) use promise::{answer_note, promise_note, promises_counted, status};
pub use sentence::Sentence;
pub(crate) use sentence::{Place, lead, not_checked_since, when_checked};
pub use subject::StopView;
pub(crate) use subject::Subject;

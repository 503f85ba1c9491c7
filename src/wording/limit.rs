//! A time limit in words: what it is, by when, and how it was kept.

use chrono_tz::Tz;

use super::phrase::{Moves, Part, Phrase, Size, compose};
use super::subject::Subject;
use super::{Case, iso, trigger};
use crate::clock::{
    Certainty, DueDate, DueError, Elapsed, Freshness, Missing, TimeLimit, Timeliness, Warning, When,
};
use crate::i18n::{Words, say};
use crate::model::{ClockTerms, Due, Force};

impl Subject<'_> {
    /// What is said of the time limit, without a full stop. The days since it has passed go on,
    /// unless nobody has checked lately.
    pub(crate) fn limit(&self) -> Phrase {
        let (words, statement) = (self.words, self.statement);
        let (Some(due), Some(days)) = (self.due, statement.overdue_days().filter(|days| *days > 0))
        else {
            return Phrase::text_of(&self.limit_as_of_now());
        };
        let undated = words.text("limit-passed-undated");
        let since = || Moves { from: iso(due.current.date(self.zone)), to: String::new() };
        let days = self.days(Elapsed { days, at_least: false }, Size::Text, Some(since()));
        let passed = compose!(words, "limit-passed", days = &days);
        let state = match statement.freshness {
            Freshness::Stale(_) | Freshness::Expired(_) => Phrase::text_of(undated),
            Freshness::Fresh(_) => Part::Aging {
                now: passed,
                stale: undated.to_owned(),
                expired: Some(undated.to_owned()),
            }
            .into(),
            Freshness::Unchecked | Freshness::Settled => passed,
        };
        self.with_later(&compose!(
            words,
            "limit-state",
            limit = &self.limit_dated(due),
            state = &state
        ))
    }

    /// The same without the days since it has passed, so that it is true on later days too.
    pub(crate) fn limit_without_days(&self) -> String {
        match (self.due, self.statement.overdue_days()) {
            (Some(due), Some(1..)) => {
                let passed = say!(
                    self.words,
                    "limit-state",
                    limit = &self.limit_dated(due),
                    state = self.words.text("limit-passed-undated")
                );
                self.with_later(&Phrase::text_of(&passed)).text()
            }
            _ => self.limit_as_of_now(),
        }
    }

    fn limit_as_of_now(&self) -> String {
        let (words, statement, terms) = (self.words, self.statement, self.terms);
        let Some(stated) = stated(words, terms, self.zone) else {
            return words.text("limit-none").to_owned();
        };
        if self.has_ended() {
            return words.text("limit-ended").to_owned();
        }
        let (Some(due), TimeLimit::Dated(certainty, timeliness)) = (self.due, statement.limit)
        else {
            return self.limit_undated(&stated);
        };
        let dated = self.limit_dated(due);
        let count = |days: i64| super::day_count(words, days, false);
        let handed_over = statement.delivery.is_some();
        let state = match timeliness {
            _ if certainty == Certainty::Provisional => {
                return say!(words, "limit-provisional", limit = &dated);
            }
            Timeliness::Passed(0) if statement.overdue_days().is_some() => {
                words.text("limit-passed-that-day").to_owned()
            }
            Timeliness::Passed(days) if statement.overdue_days().is_some() => {
                say!(words, "limit-passed", days = &count(days))
            }
            Timeliness::Late(_) if handed_over => words.text("limit-handed-later").to_owned(),
            Timeliness::Late(Elapsed { days: 0, .. }) => {
                words.text("limit-late-that-day").to_owned()
            }
            Timeliness::Late(Elapsed { days, at_least: true }) => {
                say!(words, "limit-late-at-least", days = &count(days))
            }
            Timeliness::Late(Elapsed { days, at_least: false }) => {
                say!(words, "limit-late", days = &count(days))
            }
            Timeliness::MaybeInTime => words.text("limit-maybe-kept").to_owned(),
            Timeliness::InTime { days: 0, .. } if handed_over => {
                words.text("limit-handed-that-day").to_owned()
            }
            Timeliness::InTime { days, at_most: true } if handed_over => {
                say!(words, "limit-handed-before-at-most", days = &count(days))
            }
            Timeliness::InTime { days, at_most: false } if handed_over => {
                say!(words, "limit-handed-before", days = &count(days))
            }
            Timeliness::InTime { days: 0, .. } => words.text("limit-kept-that-day").to_owned(),
            Timeliness::InTime { days, at_most: true } => {
                say!(words, "limit-kept-at-most", days = &count(days))
            }
            Timeliness::InTime { days, at_most: false } => {
                say!(words, "limit-kept", days = &count(days))
            }
            // Whether a limit was kept that nobody outside can observe is not known.
            Timeliness::Unobservable => stated,
            Timeliness::Open if let Some(series) = &statement.series => {
                let period = &words.period(series.every);
                return say!(words, "series-limit", limit = &dated, period = period);
            }
            Timeliness::Open | Timeliness::Passed(_) if matches!(terms.due, Some(Due::On(_))) => {
                return dated;
            }
            Timeliness::Open | Timeliness::Passed(_) => stated,
        };
        say!(words, "limit-state", limit = &dated, state = &state)
    }

    /// A limit that is `stated` so and cannot be dated: why.
    fn limit_undated(&self, stated: &str) -> String {
        let words = self.words;
        let limit = &say!(words, "limit", name = name(words, self.statement.force), limit = stated);
        let without_start = |name: &str| {
            say!(
                words,
                "limit-undated-start",
                limit = limit,
                trigger = &trigger(words, name, Case::SaidFrom)
            )
        };
        match &self.statement.missing {
            Some(Missing::Trigger(name)) => without_start(name),
            Some(Missing::Day) => without_start("start"),
            Some(Missing::Document(_)) => {
                say!(words, "limit-undated", limit = limit, why = words.text("undated-document"))
            }
            Some(Missing::Limit(why)) => {
                say!(words, "limit-undated", limit = limit, why = undated(words, *why))
            }
            None => limit.clone(),
        }
    }

    /// `Legal limit`.
    pub(super) fn limit_name(&self) -> &str {
        name(self.words, self.statement.force)
    }

    /// What the time limit is, and by when: `Target: 10 September 2022, first 10 March 2022`. The
    /// same on every day.
    pub(crate) fn limit_dated(&self, due: &DueDate) -> String {
        let (words, statement) = (self.words, self.statement);
        let name = name(words, statement.force);
        let name = if statement.is_provisional() {
            &say!(words, "limit-name-provisional", name = name)
        } else {
            name
        };
        let date = due_in_words(words, due);
        if due.original == due.current {
            say!(words, "limit", name = name, limit = &date)
        } else {
            say!(
                words,
                "limit-moved",
                name = name,
                limit = &date,
                first = &when(words, due.original, self.zone)
            )
        }
    }
}

/// The due date, and that it is the earliest where its calendar does not know enough.
pub(crate) fn due_in_words(words: &Words, due: &DueDate) -> String {
    let date = when(words, due.current, due.zone);
    if due.is_doubtful() { say!(words, "due-doubtful", date = &date) } else { date }
}

fn name(words: &Words, force: Force) -> &str {
    words.text(match force {
        Force::Hard => "limit-hard",
        Force::Soft => "limit-soft",
        Force::Promise => "limit-promise",
    })
}

/// Why a limit cannot be dated.
fn undated(words: &Words, why: DueError) -> &str {
    words.text(match why {
        DueError::NoTimeOfDay => "undated-no-time",
        DueError::TooFar => "undated-too-far",
        DueError::TooManyDays => "undated-too-many-days",
        DueError::NoWorkingDay => "undated-no-working-day",
        DueError::TooOften => "undated-too-often",
    })
}

/// A limit as it is stated: `within 30 days`, `30 September of the following year`. Nothing where
/// there is none.
fn stated(words: &Words, terms: &ClockTerms, zone: Tz) -> Option<String> {
    if let Some(law) = &terms.law {
        if let Some(fixed) = law.fixed {
            return Some(super::fixed(words, fixed));
        }
        if let Some(repeat) = &law.repeat {
            return Some(say!(words, "within", period = &super::repeated(words, repeat.every)));
        }
        let alternatives: Vec<String> =
            law.earliest_of.iter().map(|one| words.period(one.within)).collect();
        if !alternatives.is_empty() {
            return Some(say!(words, "within-first", periods = &either(words, &alternatives)));
        }
    }
    terms.due.as_ref().map(|due| match due {
        Due::Within(period) => say!(words, "within", period = &words.period(*period)),
        Due::On(moment) => words.moment(moment, zone),
    })
}

/// `A or B`.
pub(crate) fn either(words: &Words, parts: &[String]) -> String {
    let join =
        |before: String, next: &String| say!(words, "list-or", before = &before, next = next);
    parts
        .split_first()
        .map_or_else(String::new, |(first, rest)| rest.iter().fold(first.clone(), join))
}

/// `1 August 2022`, or with the time of day where it matters.
pub(crate) fn when(words: &Words, when: When, zone: Tz) -> String {
    match when {
        When::EndOf(day) => words.date(day),
        When::NoonOf(day) => say!(words, "noon-of", date = &words.date(day)),
        When::At(instant) => {
            let local = instant.with_timezone(&zone);
            words.date_time(local.date_naive(), local.time())
        }
    }
}

/// What makes a due date doubtful.
pub(crate) fn doubt(words: &Words, warning: Warning, zone: Tz) -> String {
    let when = |at: When| when(words, at, zone);
    match warning {
        Warning::OutsideCalendar { day, known: (first, last) } => {
            say!(
                words,
                "doubt-calendar",
                date = &words.date(day),
                first = &first.to_string(),
                last = &last.to_string()
            )
        }
        Warning::BeforeStart { due } => say!(words, "doubt-before-start", date = &when(due)),
        Warning::ExtensionShortens { from, to } => {
            say!(words, "doubt-shortens", from = &when(from), to = &when(to))
        }
    }
}

//! Which sentence is true of a count or an absence, in one place. The words themselves are in the theme's files of words.
//!
//! The rules are those of careful trackers: an absence is "none found as of" a day and never "has not reported"; a target that
//! passed is never a breach; a limit whose filings are confidential is never missed; a number says what it counts and until when.

use chrono::{Datelike, NaiveDate};

use crate::clock::{Clock, Freshness, Lead, Milestone, PromiseState, Standing};
use crate::i18n::{Form, Words, say};
use crate::model::{ClockTerms, DocumentKind, FixedDate, Force, LimitSince, Moment, NotApplied, Period, Precision, Regime, Since, Status};

/// `day` or `days`.
pub(crate) fn days(words: &Words, count: i64) -> String {
    say!(words, "unit-days", n = count)
}

/// `1 day`, `2,083 days`, `at least 616 days`.
pub(crate) fn day_count(words: &Words, count: i64, at_least: bool) -> String {
    let days = say!(words, "days", n = count);
    if at_least { say!(words, "at-least", days = &days) } else { days }
}

/// `in 12 days`, `today`, `49 days ago`; of days from the as-of on.
pub(crate) fn distance(words: &Words, ahead: i64) -> String {
    match ahead {
        0 => words.text("distance-today").to_owned(),
        1.. => say!(words, "distance-ahead", n = ahead),
        _ => say!(words, "distance-ago", days = &day_count(words, -ahead, false)),
    }
}

/// `22 November 2026`, in English.
pub fn date(day: NaiveDate) -> String {
    Words::english().date(day)
}

/// For the `datetime` attribute.
pub(crate) fn machine(moment: &Moment) -> String {
    match moment.precision() {
        Precision::Year(year) => format!("{year:04}"),
        Precision::Month(year, month) => format!("{year:04}-{month:02}"),
        Precision::Day(day) => iso(day),
        Precision::Time { instant, .. } => instant.format("%Y-%m-%dT%H:%M:%SZ").to_string(),
    }
}

/// `2026-11-22`. A page has dozens of dates, and to write one in general takes ten times as long.
pub(crate) fn iso(day: NaiveDate) -> String {
    let (year, month, date) = (day.year(), day.month(), day.day());
    if !(0..=9999).contains(&year) {
        return day.to_string();
    }
    let digit = |number: u32| char::from_digit(number % 10, 10).unwrap_or('0');
    let year = year.unsigned_abs();
    let mut written = String::with_capacity("2026-11-22".len());
    written.extend([year / 1000, year / 100, year / 10, year].map(digit));
    written.extend(['-', digit(month / 10), digit(month), '-', digit(date / 10), digit(date)]);
    written
}

/// `Final report from OVHcloud`; `from` is a name.
pub(crate) fn awaited(words: &Words, kind: DocumentKind, from: Option<&str>) -> String {
    let document = sentence_case(words.document(kind, Form::Name));
    match from {
        Some(name) => say!(words, "document-from", document = &document, from = name),
        None => document,
    }
}

/// The first letter as a capital.
pub(crate) fn sentence_case(text: &str) -> String {
    let mut letters = text.chars();
    let mut sentence = String::with_capacity(text.len());
    sentence.extend(letters.next().into_iter().flat_map(char::to_uppercase));
    sentence.push_str(letters.as_str());
    sentence
}

/// Words of an author as a sentence: with a full stop, unless they end with a mark of their own.
pub(crate) fn full_stop(text: &str) -> String {
    let text = text.trim_end();
    if text.ends_with(['.', '!', '?', '…', '。', '！', '？']) { text.to_owned() } else { format!("{text}.") }
}

/// The word on a badge.
///
/// A target or promise that has passed is not called overdue: that word is kept for legal limits. Whether anybody has checked does not
/// matter where there is nothing to see.
pub(crate) fn badge<'w>(words: &'w Words, clock: &Clock, force: Force) -> &'w str {
    let statement = &clock.statement;
    let confidential = statement.is_confidential();
    words.text(match (statement.freshness, statement.standing()) {
        (_, Standing::Waiting | Standing::Overdue) if confidential => "badge-confidential",
        (Freshness::Expired(_), _) if !confidential => EXPIRED,
        (Freshness::Stale(_), _) if !confidential => STALE,
        (Freshness::Unchecked, Standing::Waiting) => "badge-waiting-unchecked",
        (_, Standing::Waiting) => "badge-waiting",
        (_, Standing::Overdue) => return overdue_badge(words, clock, force),
        (_, Standing::Published) => "badge-published",
        (_, Standing::PublishedLate) => match force {
            Force::Hard => "badge-published-late",
            Force::Soft => "badge-published-after-target",
            Force::Promise => "badge-published-after-promise",
        },
        (_, Standing::Delivered) => "badge-delivered",
        (_, Standing::Paused) => "badge-paused",
        (_, Standing::Closed) => "badge-closed",
        (_, Standing::Confidential) => "badge-confidential",
        (_, Standing::Unknown) if clock.start.is_some() => "badge-limit-unknown",
        (_, Standing::Unknown) => "badge-not-started",
    })
}

/// In place of a count where nobody outside can see what was filed; empty for other clocks, and for those that have not begun.
pub(crate) fn confidential<'w>(words: &'w Words, clock: &Clock) -> &'w str {
    match clock.statement.standing() {
        _ if !clock.statement.is_confidential() => "",
        Standing::Unknown => "",
        Standing::Delivered => words.text("confidential-delivered"),
        _ => words.text("confidential-waiting"),
    }
}

/// That a limit has passed.
pub(crate) fn overdue(words: &Words, force: Force) -> &str {
    words.text(match force {
        Force::Hard => "badge-overdue",
        Force::Soft => "badge-target-passed",
        Force::Promise => "badge-promise-passed",
    })
}

/// On the badge of a clock whose limit has passed: of one that nobody has ever checked it says so.
pub(crate) fn overdue_badge<'w>(words: &'w Words, clock: &Clock, force: Force) -> &'w str {
    match force {
        _ if clock.statement.freshness != Freshness::Unchecked => overdue(words, force),
        Force::Hard => words.text("badge-overdue-unchecked"),
        Force::Soft => words.text("badge-target-passed-unchecked"),
        Force::Promise => words.text("badge-promise-passed-unchecked"),
    }
}

/// On the badge of a clock that nobody has checked lately.
pub(crate) const STALE: &str = "badge-stale";
/// On the badge of a clock that nobody has checked for too long.
pub(crate) const EXPIRED: &str = "badge-expired";

/// `when last checked, on 1 December 2022`.
pub(crate) fn when_checked(words: &Words, day: NaiveDate) -> String {
    say!(words, "note-stale", date = &words.date(day))
}

/// `not checked since 1 December 2022`.
pub(crate) fn not_checked_since(words: &Words, day: NaiveDate) -> String {
    say!(words, "note-expired", date = &words.date(day))
}

/// Why the number of a row stands still or is missing; empty where it runs or is settled.
pub(crate) fn row_note(words: &Words, clock: &Clock) -> String {
    let why = match clock.statement.freshness {
        _ if !clock.is_open() => return String::new(),
        _ if clock.start.is_none() && clock.statement.is_provisional() => "not-begun",
        _ if clock.start.is_none() => "start-unknown",
        _ if clock.statement.is_confidential() => "note-confidential",
        Freshness::Stale(day) => return when_checked(words, day),
        Freshness::Expired(day) => return not_checked_since(words, day),
        Freshness::Unchecked => "note-unchecked",
        Freshness::Fresh(_) | Freshness::Settled => return String::new(),
    };
    words.text(why).to_owned()
}

/// Whether a place already names its country: `Spain and Portugal` names Spain.
pub(crate) fn names(place: &str, country: &str) -> bool {
    let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    let whole = |at: usize| {
        let end = at + country.len();
        !is_letter(place[..at].chars().next_back()) && !is_letter(place[end..].chars().next())
    };
    country.is_empty() || place.match_indices(country).any(|(at, _)| whole(at))
}

/// `without a final report from OVHcloud`; `from` is a name.
pub(crate) fn without(words: &Words, kind: DocumentKind, from: Option<&str>) -> String {
    let document = words.document(kind, Form::Without);
    match from {
        Some(name) => say!(words, "without-from", document = document, from = name),
        None => say!(words, "without", document = document),
    }
}

/// In place of a count that nobody has checked for too long. `{days}` is filled in when it is shown.
pub(crate) fn expired(words: &Words, terms: &ClockTerms, from: Option<&str>, checked: NaiveDate, at_least: bool) -> String {
    let began = match &terms.since {
        Since::Trigger(name) if name == "occurred" => "expired-incident",
        _ => "expired-count",
    };
    let began = say!(words, began, days = "{days}", least = if at_least { "yes" } else { "no" });
    let (document, date) = (words.document(terms.report, Form::A), &words.date(checked));
    let unknown = match from {
        Some(name) => say!(words, "expired-unknown-from", from = name, document = document, date = date),
        None => say!(words, "expired-unknown", document = document, date = date),
    };
    format!("{began} {unknown}")
}

/// `None found as of 22 November 2026`, which is the day of the last check, or that no check is recorded.
pub(crate) fn proof(words: &Words, clock: &Clock) -> String {
    match clock.statement.freshness {
        _ if clock.statement.is_confidential() => String::new(),
        Freshness::Settled => String::new(),
        Freshness::Unchecked => words.text("proof-unchecked").to_owned(),
        Freshness::Fresh(day) | Freshness::Stale(day) | Freshness::Expired(day) => {
            say!(words, "proof-none-found", date = &words.date(day))
        }
    }
}

/// Which part of a sentence the name of a start is.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Case {
    /// `awareness of it`, alone.
    Name,
    /// Behind a noun: `of awareness of it`.
    Of,
    /// Behind a period: `from awareness of it`.
    From,
}

impl Case {
    fn attribute(self) -> &'static str {
        match self {
            Case::Name => "",
            Case::Of => ".of",
            Case::From => ".from",
        }
    }
}

/// What starts a limit, as a noun: `awareness of it`. A trigger of an author's own keeps its name.
pub(crate) fn trigger(words: &Words, name: &str, case: Case) -> String {
    match name {
        "occurred" | "ended" | "aware" | "classified" | "discovered" | "notified" | "start" => {
            words.text(&format!("trigger-{name}{}", case.attribute())).to_owned()
        }
        own => say!(words, &format!("trigger-own{}", case.attribute()), name = &own.replace('-', " ")),
    }
}

/// [`trigger`], or the document that is due under another limit of `regime`.
pub(crate) fn limit_start(words: &Words, since: &LimitSince, regime: &Regime, case: Case) -> String {
    match since {
        LimitSince::Trigger(name) => trigger(words, name, case),
        LimitSince::Limit(id) => {
            let other = regime.limits.iter().find(|other| other.id == *id);
            let Some(other) = other else { return id.to_string() };
            let form = match case {
                Case::Name => Form::The,
                Case::Of => Form::Of,
                Case::From => Form::From,
            };
            words.document(other.report, form).to_owned()
        }
    }
}

/// `30 September of the following year`.
pub(crate) fn fixed(words: &Words, day: FixedDate) -> String {
    let date = say!(words, "date-day-month", day = &day.day.to_string(), month = words.month_name(day.month));
    match day.years_after {
        0 => say!(words, "fixed-same-year", date = &date),
        1 => say!(words, "fixed-next-year", date = &date),
        years => say!(words, "fixed-later", date = &date, n = i64::from(years)),
    }
}

/// `1 year, and again 1 year after that, until the document is there`.
pub(crate) fn repeated(words: &Words, period: Period) -> String {
    say!(words, "repeated", period = &words.period(period))
}

/// What makes a clock the first of a site; without a full stop.
pub(crate) fn lead(words: &Words, why: Lead) -> &str {
    words.text(match why {
        Lead::Longest => "lead-longest",
        Lead::LongestChecked => "lead-checked",
        Lead::Oldest => "lead-oldest",
    })
}

/// `1 year`, `at least 1,000 days`.
pub(crate) fn milestone(words: &Words, milestone: Milestone, at_least: bool) -> String {
    let length = match milestone {
        Milestone::Days(days) => say!(words, "days", n = i64::from(days)),
        Milestone::Years(years) => say!(words, "period-years", n = i64::from(years)),
    };
    if at_least { say!(words, "at-least", days = &length) } else { length }
}

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

/// Why a duty does not apply to an incident; a clause.
pub(crate) fn not_applied(words: &Words, why: NotApplied) -> String {
    match why {
        NotApplied::Before(from) => say!(words, "not-applied-before", date = &words.date(from)),
        NotApplied::After(to) => say!(words, "not-applied-after", date = &words.date(to)),
        NotApplied::Proposed => words.text("not-applied-proposed").to_owned(),
        NotApplied::Repealed => words.text("not-applied-repealed").to_owned(),
    }
}

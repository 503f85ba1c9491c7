//! A due date in words: the line beside a counter, the lines of its account, and what makes it doubtful.

use std::collections::BTreeMap;

use chrono_tz::Tz;

use super::view::{AccountLine, text_line};
use crate::clock::{
    Certainty, Clock, Docket, DueDate, DueError, Elapsed, FreeDay, Missing, PauseIgnored, Skipped, Step, TimeLimit, Timeliness, Uncounted,
    Warning, When,
};
use crate::diag::{Code, Diagnostic, Place};
use crate::i18n::{Words, say};
use crate::model::{ClockTerms, Due, Extension, Force, Id, Kind, Pause, Roll};
use crate::parse::{Places, Step as Way};
use crate::wording::{self, Case};

/// What is said of a time limit, without a full stop: what it is, and how it was kept.
pub(super) fn limit(words: &Words, clock: &Clock, terms: &ClockTerms) -> String {
    let statement = &clock.statement;
    let Some(stated) = stated(words, terms, clock.zone) else { return words.text("limit-none").to_owned() };
    let (Some(due), TimeLimit::Dated(certainty, timeliness)) = (&clock.due, statement.limit) else {
        let limit = say!(words, "limit", name = name(words, terms.force), limit = &stated);
        let without_start =
            |name: &str| say!(words, "limit-undated-start", limit = &limit, of_trigger = &wording::trigger(words, name, Case::Of));
        return match &statement.missing {
            Some(Missing::Trigger(name)) => without_start(name),
            Some(Missing::Day) => without_start("start"),
            Some(Missing::Document(_)) => say!(words, "limit-undated", limit = &limit, why = words.text("undated-document")),
            Some(Missing::Limit(why)) => say!(words, "limit-undated", limit = &limit, why = undated(words, *why)),
            None => limit,
        };
    };
    let dated = dated(words, due, clock, terms);
    let count = |days: i64| wording::day_count(words, days, false);
    let handed_over = statement.delivery.is_some();
    let state = match timeliness {
        _ if certainty == Certainty::Provisional => return say!(words, "limit-provisional", limit = &dated),
        Timeliness::Passed(0) if statement.overdue_days().is_some() => words.text("limit-passed-that-day").to_owned(),
        Timeliness::Passed(days) if statement.overdue_days().is_some() => say!(words, "limit-passed", days = &count(days)),
        Timeliness::Late(_) if handed_over => words.text("limit-handed-later").to_owned(),
        Timeliness::Late(Elapsed { days: 0, .. }) => words.text("limit-late-that-day").to_owned(),
        Timeliness::Late(Elapsed { days, at_least: true }) => say!(words, "limit-late-at-least", days = &count(days)),
        Timeliness::Late(Elapsed { days, at_least: false }) => say!(words, "limit-late", days = &count(days)),
        Timeliness::MaybeInTime => words.text("limit-maybe-kept").to_owned(),
        Timeliness::InTime { days: 0, .. } if handed_over => words.text("limit-handed-that-day").to_owned(),
        Timeliness::InTime { days, at_most: true } if handed_over => say!(words, "limit-handed-before-at-most", days = &count(days)),
        Timeliness::InTime { days, at_most: false } if handed_over => say!(words, "limit-handed-before", days = &count(days)),
        Timeliness::InTime { days: 0, .. } => words.text("limit-kept-that-day").to_owned(),
        Timeliness::InTime { days, at_most: true } => say!(words, "limit-kept-at-most", days = &count(days)),
        Timeliness::InTime { days, at_most: false } => say!(words, "limit-kept", days = &count(days)),
        // Whether a limit was kept that nobody outside can observe is not known.
        Timeliness::Unobservable => stated,
        Timeliness::Open | Timeliness::Passed(_) if matches!(terms.due, Some(Due::On(_))) => return dated,
        Timeliness::Open | Timeliness::Passed(_) => stated,
    };
    say!(words, "limit-state", limit = &dated, state = &state)
}

/// What a time limit is, and by when: `Target: 10 September 2022, first 10 March 2022`. The same on every day.
pub(super) fn dated(words: &Words, due: &DueDate, clock: &Clock, terms: &ClockTerms) -> String {
    let name = name(words, terms.force);
    let name = if clock.statement.is_provisional() { &say!(words, "limit-name-provisional", name = name) } else { name };
    let date = due_in_words(words, due);
    if due.original == due.current {
        say!(words, "limit", name = name, limit = &date)
    } else {
        say!(words, "limit-moved", name = name, limit = &date, first = &when(words, due.original, clock.zone))
    }
}

/// The due date, and that it is the earliest where its calendar does not know enough.
pub(super) fn due_in_words(words: &Words, due: &DueDate) -> String {
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
    })
}

/// A limit as it is stated: `within 30 days`, `30 September of the following year`. Nothing where there is none.
fn stated(words: &Words, terms: &ClockTerms, zone: Tz) -> Option<String> {
    if let Some(law) = &terms.law {
        if let Some(fixed) = law.fixed {
            return Some(wording::fixed(words, fixed));
        }
        if let Some(period) = law.repeat {
            return Some(say!(words, "within", period = &wording::repeated(words, period)));
        }
        let alternatives: Vec<String> = law.earliest_of.iter().map(|(period, _)| words.period(*period)).collect();
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
pub(super) fn either(words: &Words, parts: &[String]) -> String {
    let join = |before: String, next: &String| say!(words, "list-or", before = &before, next = next);
    parts.split_first().map_or_else(String::new, |(first, rest)| rest.iter().fold(first.clone(), join))
}

/// `1 August 2022`, or with the time of day where it matters.
pub(super) fn when(words: &Words, when: When, zone: Tz) -> String {
    match when {
        When::EndOf(day) => words.date(day),
        When::NoonOf(day) => say!(words, "noon-of", date = &words.date(day)),
        When::At(instant) => {
            let local = instant.with_timezone(&zone);
            words.date_time(local.date_naive(), local.time())
        }
    }
}

/// The account of a due date, line by line, as a clerk would write it.
pub(super) fn account(words: &Words, due: &DueDate, provisional: bool) -> Vec<AccountLine> {
    let zone = due.zone;
    let when = |at: When| when(words, at, zone);
    let gives = |what: &str, gives: &str| say!(words, "account-gives", what = what, gives = gives);
    let mut lines = Vec::new();
    for step in &due.steps {
        let (term, text) = match step {
            Step::Start { day, imprecise: true, .. } => {
                ("account-limit-from", say!(words, "account-last-possible", date = &words.date(*day)))
            }
            Step::Start { instant: Some(instant), .. } => {
                ("account-limit-from", say!(words, "with-note", what = &when(When::At(*instant)), note = zone.name()))
            }
            Step::Start { day, .. } => ("account-limit-from", say!(words, "account-day-zero", date = &words.date(*day))),
            Step::NextFullHour { from } => ("account-next-hour", when(When::At(*from))),
            Step::Counted { period, skipped, short_month, gives: day } => {
                let counted = passing_over(words, words.period(*period), skipped);
                let counted = if *short_month { say!(words, "account-short-month", what = &counted) } else { counted };
                ("account-period", gives(&counted, &when(*day)))
            }
            Step::Fixed { gives } => ("account-fixed", when(*gives)),
            Step::Paused { pause, days, skipped, gives: day, .. } => {
                let counted = passing_over(words, wording::day_count(words, *days, false), skipped);
                ("account-paused", gives(&gives(&paused(words, pause), &counted), &when(*day)))
            }
            Step::PauseIgnored { pause, because } => {
                let why = words.text(ignored(*because));
                ("account-pause-ignored", say!(words, "account-ignored", what = &paused(words, pause), why = why))
            }
            Step::Rolled { rule, skipped, gives: day, .. } => {
                let moved = passing_over(words, words.text(rolled(*rule)).to_owned(), skipped);
                ("account-moved", gives(&moved, &when(*day)))
            }
            Step::Extended { extension, from, skipped, gives, .. } => {
                let moved = say!(words, "account-from-to", from = &when(*from), to = &when(*gives));
                ("account-extended", granted(words, &passing_over(words, moved, skipped), extension))
            }
            Step::Warning(warning) => ("account-doubtful", doubt(words, *warning, zone)),
        };
        lines.push(text_line(words.text(term), text));
    }
    let result = words.text(if provisional { "account-due-provisional" } else { "account-due" });
    lines.push(AccountLine { total: true, ..text_line(result, when(due.current)) });
    lines
}

/// `…, passing over 9 June 2025 (Whit Monday)`; a long run is told by its number and its holidays.
fn passing_over(words: &Words, what: String, skipped: &[Skipped]) -> String {
    const MOST: usize = 12;
    if skipped.is_empty() {
        return what;
    }
    let why = |skipped: &Skipped| match &skipped.why {
        Uncounted::Free(FreeDay::Weekend(day)) => words.weekday_name(day.number_from_monday()).to_owned(),
        Uncounted::Free(FreeDay::Holiday(name)) => name.to_string(),
        Uncounted::Paused => words.text("account-day-paused").to_owned(),
    };
    let one = |skipped: &Skipped| say!(words, "with-note", what = &words.date(skipped.day), note = &why(skipped));
    if skipped.len() <= MOST {
        return say!(words, "account-passing", what = &what, days = &words.enumeration(&skipped.iter().map(one).collect::<Vec<_>>()));
    }
    let holidays: Vec<String> = skipped.iter().filter(|day| !is_weekend(day)).map(one).collect();
    if holidays.is_empty() {
        say!(words, "account-passing-many", what = &what, n = skipped.len())
    } else {
        say!(words, "account-passing-among", what = &what, n = skipped.len(), days = &words.enumeration(&holidays))
    }
}

fn is_weekend(skipped: &Skipped) -> bool {
    matches!(&skipped.why, Uncounted::Free(FreeDay::Weekend(_)))
}

fn paused(words: &Words, pause: &Pause) -> String {
    let from = words.date(pause.from);
    let stretch = match pause.to {
        Some(to) => say!(words, "account-until-before", from = &from, to = &words.date(to)),
        None => say!(words, "account-since", from = &from),
    };
    pause.why.as_ref().map_or_else(|| stretch.clone(), |why| say!(words, "with-note", what = &stretch, note = why.or_own(words.language())))
}

fn ignored(because: PauseIgnored) -> &'static str {
    match because {
        PauseIgnored::LimitInHours => "ignored-hours",
        PauseIgnored::BeforeStart => "ignored-before",
        PauseIgnored::AfterDue => "ignored-after",
        PauseIgnored::NoDays => "ignored-no-days",
    }
}

fn rolled(rule: Roll) -> &'static str {
    match rule {
        Roll::None => "rolled-not",
        Roll::NextWorkingDay => "rolled-next",
        Roll::NextWorkingDayNoon => "rolled-next-noon",
        Roll::PreviousWorkingDay => "rolled-back",
    }
}

fn granted(words: &Words, what: &str, extension: &Extension) -> String {
    let what = extension.on.map_or_else(|| what.to_owned(), |day| say!(words, "account-granted", what = what, date = &words.date(day)));
    extension
        .why
        .as_ref()
        .map_or_else(|| what.clone(), |why| say!(words, "account-because", what = &what, why = why.or_own(words.language())))
}

fn doubt(words: &Words, warning: Warning, zone: Tz) -> String {
    let when = |at: When| when(words, at, zone);
    match warning {
        Warning::OutsideCalendar { day, known: (first, last) } => {
            say!(words, "doubt-calendar", date = &words.date(day), first = &first.to_string(), last = &last.to_string())
        }
        Warning::BeforeStart { due } => say!(words, "doubt-before-start", date = &when(due)),
        Warning::ExtensionShortens { from, to } => say!(words, "doubt-shortens", from = &when(from), to = &when(to)),
    }
}

/// Warns of each due date that is doubtful, at the value that makes it so.
pub(super) fn warn(docket: &Docket, places: &BTreeMap<(Kind, Id), Places>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for clock in docket.clocks() {
        let Some(due) = &clock.due else { continue };
        let Some(places) = places.get(&(Kind::Incident, clock.incident.clone())) else { continue };
        for (at, step) in due.steps.iter().enumerate() {
            let Step::Warning(warning) = *step else { continue };
            let help = match warning {
                Warning::OutsideCalendar { .. } => "add the holidays of that year to a calendar of your own, with `covers` and `includes`",
                Warning::BeforeStart { .. } => "check the dates of this clock's limit",
                Warning::ExtensionShortens { .. } => "check `to` of the extension",
            };
            let message = format!("the due date of the clock `{}` is doubtful: {}", clock.id, doubt(Words::english(), warning, clock.zone));
            let place = doubtful(places, &clock.id, warning, &due.steps[..at]);
            found.push(Diagnostic::new(Code::DueDoubtful, place, message).help(help));
        }
    }
    found
}

/// The value that makes a due date doubtful after these steps: of the clock or, where it is that of a duty, the duty's name.
fn doubtful(places: &Places, clock: &Id, warning: Warning, before: &[Step]) -> Place {
    if let Some(regime) = clock.as_str().split_once('/').and_then(|(regime, _)| places.regime(&Id::from(regime))) {
        let named = [Way::Key("regimes"), Way::Item(regime)];
        let place = places.value(named.iter().chain(&[Way::Key("regime")]).copied()).or_else(|| places.value(named));
        return place.unwrap_or_else(|| places.head());
    }
    let Some(at) = places.clock(clock) else { return places.head() };
    let of_clock = |path: &[Way<'_>]| places.value([Way::Key("awaiting"), Way::Item(at)].iter().chain(path).copied());
    let cause = match warning {
        Warning::OutsideCalendar { .. } => of_clock(&[Way::Key("calendar")]),
        Warning::BeforeStart { .. } | Warning::ExtensionShortens { .. } => before.iter().rev().find_map(|step| match step {
            Step::Extended { extension, .. } => of_clock(&[Way::Key("extended"), Way::Item(extension.position), Way::Key("to")]),
            Step::Fixed { .. } => of_clock(&[Way::Key("due")]),
            Step::Counted { .. } => of_clock(&[Way::Key("within")]),
            _ => None,
        }),
    };
    cause.or_else(|| of_clock(&[Way::Key("id")])).or_else(|| of_clock(&[Way::Key("report")])).unwrap_or_else(|| places.head())
}

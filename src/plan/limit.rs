//! A due date in words: the line beside a counter, the lines of its account, and what makes it doubtful.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::view::{AccountLine, text_line};
use super::wording;
use crate::clock::{Clock, Docket, DueDate, PauseIgnored, Skipped, Step, Uncounted, Warning, When};
use crate::diag::{Code, Diagnostic, Place};
use crate::model::{ClockTerms, Due, Extension, Force, Id, Kind, Pause, Roll, Since};

/// What is said of a time limit, without a full stop: what it is, and how it was kept.
pub(super) fn limit(clock: &Clock, terms: &ClockTerms) -> String {
    let Some(stated) = stated(terms, clock.zone) else { return "No time limit".to_owned() };
    let Some(due) = &clock.due else {
        let name = name(terms.force);
        return match clock.missing.as_deref() {
            Some(missing) if clock.start.is_none() && !matches!(clock.since, Since::Clock(_)) => {
                format!("{name}: {stated}; it cannot be dated, because the time of {} is not known", wording::trigger(missing))
            }
            Some(missing) => format!("{name}: {stated}; it cannot be dated: {missing}"),
            None => format!("{name}: {stated}"),
        };
    };
    if clock.provisional {
        return format!("{}, counted from a date by which another document is due", dated(due, clock, terms));
    }
    // A document that was handed over kept its limit, or did not, whether or not it is public.
    let before = |days: i64| format!("{} {} before it", wording::number(days), wording::days(days));
    let handed_over =
        clock.delivery.as_ref().filter(|_| clock.is_open()).map(|delivery| match (due.current.date(clock.zone) - delivery.on).num_days() {
            ..0 => "handed over later".to_owned(),
            0 => "handed over on the day".to_owned(),
            days if delivery.imprecise => format!("handed over, {} or less", before(days)),
            days => format!("handed over, {}", before(days)),
        });
    let state = match (clock.overdue_days, clock.days_late, &clock.stop) {
        (Some(0), ..) => "passed that day".to_owned(),
        (Some(days), ..) => format!("passed {} {} ago", wording::number(days), wording::days(days)),
        (_, Some(0), _) => "the document came later that day".to_owned(),
        (_, Some(days), _) if clock.late_at_least => {
            format!("the document came {} {} or more later", wording::number(days), wording::days(days))
        }
        (_, Some(days), _) => format!("the document came {} {} later", wording::number(days), wording::days(days)),
        // Whether a limit was kept that nobody outside can observe is not known, nor of a document that may have been in time.
        (_, None, Some(_)) if terms.law.as_ref().is_some_and(|law| law.confidential) => stated,
        (_, None, Some(stop)) => match (due.current.date(clock.zone) - stop.on).num_days() {
            ..0 => "the document may have come in time".to_owned(),
            0 => "kept on the day".to_owned(),
            days if stop.imprecise => format!("kept, {} {} or less before it", wording::number(days), wording::days(days)),
            days => format!("kept, {} {} before it", wording::number(days), wording::days(days)),
        },
        (_, None, None) if handed_over.is_some() => handed_over.unwrap_or_default(),
        _ if matches!(terms.due, Some(Due::On(_))) => String::new(),
        _ => stated,
    };
    let dated = dated(due, clock, terms);
    if state.is_empty() { dated } else { format!("{dated}; {state}") }
}

/// What a time limit is, and by when: `Target: 10 September 2022, first 10 March 2022`. The same on every day.
pub(super) fn dated(due: &DueDate, clock: &Clock, terms: &ClockTerms) -> String {
    let provisional = if clock.provisional { ", provisional" } else { "" };
    let first = if due.original == due.current { String::new() } else { format!(", first {}", when(due.original, clock.zone)) };
    format!("{}{provisional}: {}{first}", name(terms.force), when(due.current, clock.zone))
}

fn name(force: Force) -> &'static str {
    match force {
        Force::Hard => "Legal limit",
        Force::Soft => "Target",
        Force::Promise => "Promised date",
    }
}

/// A limit as it is stated: `within 30 days`, `30 September of the following year`. Nothing where there is none.
fn stated(terms: &ClockTerms, zone: Tz) -> Option<String> {
    if let Some(law) = &terms.law {
        if let Some(fixed) = law.fixed {
            return Some(wording::fixed(fixed));
        }
        if let Some(period) = law.repeat {
            return Some(format!("within {}", wording::repeated(period)));
        }
        let alternatives: Vec<String> = law.earliest_of.iter().map(|(period, _)| period.to_string()).collect();
        if !alternatives.is_empty() {
            return Some(format!("within {}, whichever ends first", alternatives.join(" or ")));
        }
    }
    terms.due.as_ref().map(|due| match due {
        Due::Within(period) => format!("within {period}"),
        Due::On(moment) => wording::moment(moment, zone),
    })
}

/// `1 August 2022`, or with the time of day where it matters.
pub(super) fn when(when: When, zone: Tz) -> String {
    match when {
        When::EndOf(day) => wording::date(day),
        When::NoonOf(day) => format!("noon of {}", wording::date(day)),
        When::At(instant) => {
            let local = instant.with_timezone(&zone);
            format!("{}, {}", wording::date(local.date_naive()), local.format("%H:%M"))
        }
    }
}

/// The account of a due date, line by line, as a clerk would write it.
pub(super) fn account(due: &DueDate, provisional: bool) -> Vec<AccountLine> {
    let zone = due.zone;
    let mut lines = Vec::new();
    for step in &due.steps {
        let (term, text) = match step {
            Step::Start { day, imprecise: true, .. } => {
                ("Limit runs from", format!("{}, the last day that it can have been; day 0", wording::date(*day)))
            }
            Step::Start { instant: Some(instant), .. } => {
                ("Limit runs from", format!("{} ({})", when(When::At(*instant), zone), zone.name()))
            }
            Step::Start { day, .. } => ("Limit runs from", format!("{}; day 0", wording::date(*day))),
            Step::NextFullHour { from } => ("From the next full hour", when(When::At(*from), zone)),
            Step::Counted { period, skipped, short_month, gives } => {
                let short = if *short_month { " (the month has no such day, so that it ends with the month)" } else { "" };
                ("Period", format!("{period}{}{short}: {}", passing_over(skipped), when(*gives, zone)))
            }
            Step::Fixed { gives } => ("Fixed date", when(*gives, zone)),
            Step::Paused { pause, days, skipped, gives, .. } => {
                let text = format!(
                    "{}: {} {}{}: {}",
                    paused(pause),
                    wording::number(*days),
                    wording::days(*days),
                    passing_over(skipped),
                    when(*gives, zone)
                );
                ("Paused", text)
            }
            Step::PauseIgnored { pause, because } => ("Pause without effect", format!("{}, {}", paused(pause), ignored(*because))),
            Step::Rolled { rule, skipped, gives, .. } => {
                ("Moved", format!("{}{}: {}", rolled(*rule), passing_over(skipped), when(*gives, zone)))
            }
            Step::Extended { extension, from, skipped, gives, .. } => {
                ("Extended", format!("from {} to {}{}{}", when(*from, zone), when(*gives, zone), passing_over(skipped), granted(extension)))
            }
            Step::Warning(warning) => ("Doubtful", doubt(*warning, zone)),
        };
        lines.push(text_line(term, text));
    }
    let result = if provisional { "Due, provisionally" } else { "Due" };
    lines.push(AccountLine { total: true, ..text_line(result, when(due.current, zone)) });
    lines
}

/// `, passing over 9 June 2025 (Whit Monday)`; a long run is told by its number and its holidays.
fn passing_over(skipped: &[Skipped]) -> String {
    const MOST: usize = 12;
    if skipped.is_empty() {
        return String::new();
    }
    let why = |skipped: &Skipped| match &skipped.why {
        Uncounted::Free(day) => day.to_string(),
        Uncounted::Paused => "paused".to_owned(),
    };
    let one = |skipped: &Skipped| format!("{} ({})", wording::date(skipped.day), why(skipped));
    if skipped.len() <= MOST {
        return format!(", passing over {}", skipped.iter().map(one).collect::<Vec<_>>().join(", "));
    }
    let holidays: Vec<String> = skipped.iter().filter(|day| !is_weekend(day)).map(one).collect();
    let named = if holidays.is_empty() { String::new() } else { format!(", among them {}", holidays.join(", ")) };
    format!(", passing over {} days that do not count{named}", skipped.len())
}

fn is_weekend(skipped: &Skipped) -> bool {
    matches!(&skipped.why, Uncounted::Free(crate::clock::FreeDay::Weekend(_)))
}

fn paused(pause: &Pause) -> String {
    let why = pause.why.as_ref().map_or_else(String::new, |why| format!(" ({why})"));
    match pause.to {
        Some(to) => format!("{} until before {}{why}", wording::date(pause.from), wording::date(to)),
        None => format!("since {}{why}", wording::date(pause.from)),
    }
}

fn ignored(because: PauseIgnored) -> &'static str {
    match because {
        PauseIgnored::LimitInHours => "because a limit in hours runs on",
        PauseIgnored::BeforeStart => "because it was over when the limit began",
        PauseIgnored::AfterDue => "because it began after the due date",
        PauseIgnored::NoDays => "because its days belong to an earlier pause",
    }
}

fn rolled(rule: Roll) -> &'static str {
    match rule {
        Roll::None => "not moved",
        Roll::NextWorkingDay => "to the next working day",
        Roll::NextWorkingDayNoon => "to noon of the next working day",
        Roll::PreviousWorkingDay => "back to the working day before",
    }
}

fn granted(extension: &Extension) -> String {
    let on = extension.on.map_or_else(String::new, |day| format!("; granted on {}", wording::date(day)));
    let why = extension.why.as_ref().map_or_else(String::new, |why| format!("; {why}"));
    format!("{on}{why}")
}

fn doubt(warning: Warning, zone: Tz) -> String {
    match warning {
        Warning::OutsideCalendar { day, known: (first, last) } => {
            format!("{} lies outside the years {first} to {last}, for which holidays are known", wording::date(day))
        }
        Warning::BeforeStart { due } => format!("{} lies before the start", when(due, zone)),
        Warning::ExtensionShortens { from, to } => format!("an extension from {} to {} gives less time", when(from, zone), when(to, zone)),
    }
}

/// Warns of each due date that is doubtful, at the head of its incident's file.
pub(super) fn warn(docket: &Docket, places: &BTreeMap<(Kind, Id), Place>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for clock in docket.clocks() {
        let Some(due) = &clock.due else { continue };
        let Some(place) = places.get(&(Kind::Incident, clock.incident.clone())) else { continue };
        for warning in due.warnings() {
            let help = match warning {
                Warning::OutsideCalendar { .. } => "add the holidays of that year to a calendar of your own, with `covers` and `includes`",
                Warning::BeforeStart { .. } => "check the dates of this clock's limit",
                Warning::ExtensionShortens { .. } => "check `to` of the extension",
            };
            let message = format!("the due date of the clock `{}` is doubtful: {}", clock.id, doubt(warning, clock.zone));
            found.push(Diagnostic::new(Code::DueDoubtful, place.clone(), message).help(help));
        }
    }
    found
}

/// The civil date on which a clock's document is due, in the clock's zone.
pub(super) fn due_day(clock: &Clock) -> Option<NaiveDate> {
    Some(clock.due.as_ref()?.current.date(clock.zone))
}

//! How a number was computed: the account of one clock, so that a reader can redo the sum by hand.

use super::{AccountLine, Link, Locale, day, external, number};
use crate::clock::{Clock, DueDate, Elapsed, Freshness, Missing, Series, Truth, paused_days};
use crate::i18n::{Form, Words, say};
use crate::model::{Check, ClockTerms, Id, Incident, Kind, Since};
use crate::text::is_web_address;
use crate::wording::{self, Case};

/// The most due dates of a series that are told one by one.
const MOST_INSTANCES: usize = 40;

/// The lines of the account, in the order in which the sum is done.
pub(super) fn account(
    locale: &Locale<'_>,
    clock: &Clock,
    incident: &Incident,
    terms: &ClockTerms,
) -> Vec<AccountLine> {
    let mut lines = Vec::new();
    let words = locale.words();
    let zone = clock.zone;
    let statement = &clock.statement;
    let Some(start) = &clock.counted_from else {
        lines.push(text_line(
            words.text("account-begins-with"),
            begins_with(words, clock, incident),
        ));
        lines.extend(
            clock
                .due
                .iter()
                .flat_map(|due| due_lines(words, due, clock.statement.is_provisional())),
        );
        lines.extend(stops_on(locale, terms));
        return lines;
    };
    let first = start.last_day(zone);
    let is_series_begun = statement.series.as_ref().is_some_and(|series| series.latest().is_some());
    let why = match &statement.since {
        _ if is_series_begun => {
            say!(words, "account-day-of", of = &words.awaited_as(terms, Form::Of))
        }
        Since::Trigger(name) => {
            say!(words, "account-day-of", of = &wording::trigger(words, name, Case::Of))
        }
        Since::Moment(_) => words.text("account-day-set").to_owned(),
        Since::Clock(id, which) => {
            let document = document_of(words, id, incident, Form::Of);
            say!(words, "account-day-of", of = &wording::of_several(words, document, *which))
        }
    };
    let date = words.date(first);
    let from = if start.is_imprecise() {
        say!(words, "account-last-possible-written", date = &date, written = start.written())
    } else {
        let zone = match &incident.place {
            Some(place) => {
                say!(words, "with-note", what = zone.name(), note = place.or_own(words.language()))
            }
            None => zone.name().to_owned(),
        };
        say!(words, "account-from-day", date = &date, why = &why, zone = &zone)
    };
    lines.push(text_line(words.text("account-from"), from));

    if statement.is_confidential() {
        lines.push(text_line(
            words.text("account-not-counted"),
            words.text("account-nobody-sees").to_owned(),
        ));
        lines.extend(
            clock
                .due
                .iter()
                .flat_map(|due| due_lines(words, due, clock.statement.is_provisional())),
        );
        lines.extend(stops_on(locale, terms));
        return lines;
    }

    let is_stale = matches!(statement.freshness, Freshness::Stale(_));
    let end = statement.counted_to();
    let end_text = match &statement.truth {
        Truth::Published { document, .. } if document.imprecise => {
            words.text("account-day-earliest")
        }
        Truth::Published { .. } => words.text("account-day-published"),
        Truth::Closed { .. } => words.text("account-day-closed"),
        Truth::Ended { .. } => words.text("account-day-ended"),
        _ if is_stale => {
            let is_whole = statement.freshness.check().is_none_or(Check::is_whole);
            words.text(if is_whole { "account-day-checked" } else { "account-day-reach" })
        }
        Truth::Awaited { .. } | Truth::Confidential { .. } | Truth::NotBegun => "",
    };
    let runs = clock.is_open() && !is_stale;
    lines.push(AccountLine {
        date: Some(day(words, end)),
        text: end_text.to_owned(),
        live: if runs { "as-of".to_owned() } else { String::new() },
        ..line(words.text("account-to"))
    });
    let paused = |end| Elapsed { days: paused_days(&terms.paused, first, end), at_least: false };
    if paused(end).days > 0 {
        let paused = |end| number(words, paused(end));
        let grows = statement.pause.as_ref().filter(|_| runs);
        lines.push(AccountLine {
            number: Some(paused(end)),
            text: words.text("account-paused-counted").to_owned(),
            live: grows.map_or_else(String::new, |_| "days".to_owned()),
            from: grows.map_or_else(String::new, |pause| pause.from(statement.today).to_string()),
            to: grows
                .and_then(|pause| pause.through)
                .map_or_else(String::new, |day| day.to_string()),
            stale: clock
                .check
                .filter(|_| runs)
                .map_or_else(String::new, |check| paused(check.reach).text),
            ..line(words.text("account-of-these"))
        });
    }
    if let Some(counted) = statement.shown() {
        lines.push(AccountLine {
            number: Some(number(words, counted)),
            text: words.text("account-whole-days").to_owned(),
            live: if runs { "days".to_owned() } else { String::new() },
            total: true,
            ..line(words.text("account-counted"))
        });
    }
    match &statement.series {
        Some(series) => lines.extend(series_lines(locale, clock, series)),
        None => lines.extend(
            clock
                .due
                .iter()
                .flat_map(|due| due_lines(words, due, clock.statement.is_provisional())),
        ),
    }
    if clock.is_open() {
        lines.extend(stops_on(locale, terms));
        lines.push(checked(words, clock, terms));
    }
    lines
}

/// The due dates of a series, each with what became of it: as many of the last as a reader can take
/// in.
fn series_lines(locale: &Locale<'_>, clock: &Clock, series: &Series) -> Vec<AccountLine> {
    let words = locale.words();
    let Some(subject) = locale.subject(clock) else { return Vec::new() };
    let start = clock
        .start
        .as_ref()
        .map_or_else(String::new, |start| words.date(start.last_day(clock.zone)));
    let period = &words.period(series.every);
    let reckoned = say!(words, "account-series-reckoned", start = &start, period = period);
    let mut lines = vec![text_line(words.text("account-series"), reckoned)];
    let left_out = series.instances.len().saturating_sub(MOST_INSTANCES);
    if left_out > 0 {
        let earlier = say!(words, "account-series-earlier", n = left_out);
        lines.push(text_line(words.text("account-due"), earlier));
    }
    lines.extend(series.instances.iter().skip(left_out).map(|instance| {
        let due = wording::when(words, instance.due, clock.zone);
        let response = instance.settled.as_ref().map(|settled| &settled.by.response);
        let links = response.map(|id| locale.link(Kind::Response, id)).into_iter().collect();
        let outcome = subject.outcome(instance);
        let text = say!(words, "account-series-due", due = &due, outcome = &outcome);
        AccountLine { links, ..text_line(words.text("account-due"), text) }
    }));
    lines
}

/// What a clock without a start waits for.
fn begins_with(words: &Words, clock: &Clock, incident: &Incident) -> String {
    match &clock.statement.missing {
        Some(Missing::Document(id)) => say!(
            words,
            "account-awaited-start",
            start = document_of(words, id, incident, Form::The)
        ),
        Some(Missing::Trigger(name)) => {
            say!(words, "account-unknown-start", start = &wording::trigger(words, name, Case::Name))
        }
        Some(Missing::Day) => say!(
            words,
            "account-unknown-start",
            start = &wording::trigger(words, "start", Case::Name)
        ),
        Some(Missing::Limit(_)) | None => words.text("account-no-start").to_owned(),
    }
}

/// The document of another clock, in words: `the final report`.
fn document_of<'w>(words: &'w Words, id: &Id, incident: &Incident, form: Form) -> &'w str {
    let other = incident.awaiting.iter().find(|other| other.id == *id);
    let unnamed = if matches!(form, Form::Of) { "another-document.of" } else { "another-document" };
    other.map_or_else(|| words.text(unnamed), |other| words.document(other.report, form))
}

fn stops_on(locale: &Locale<'_>, terms: &ClockTerms) -> Option<AccountLine> {
    let words = locale.words();
    let document = words.awaited_as(terms, Form::A);
    let term = line(words.text("account-stops-on"));
    Some(match &terms.from {
        Some(id) => AccountLine {
            text: say!(words, "account-published-by", document = &document),
            links: vec![locale.link(Kind::Organisation, id)],
            ..term
        },
        None => AccountLine {
            text: say!(words, "account-published-by-anyone", document = &document),
            ..term
        },
    })
}

fn checked(words: &Words, clock: &Clock, terms: &ClockTerms) -> AccountLine {
    let Some(check) = clock.check else {
        return text_line(words.text("account-checked"), words.text("account-no-check").to_owned());
    };
    let next = check.on + chrono::Days::new(u64::from(terms.recheck_days));
    let places = (1_i64..).zip(terms.checked_where.iter().filter(|url| is_web_address(url)));
    let links: Vec<Link> =
        places.map(|(nth, url)| external(&say!(words, "account-place", n = nth), url)).collect();
    let (on, next) = (&words.date(check.on), &words.date(next));
    let checked = if check.is_whole() {
        say!(words, "account-check-again", date = on, next = next)
    } else {
        let reach = &words.date(check.reach);
        say!(words, "account-check-reach", date = on, reach = reach, next = next)
    };
    let text = if links.is_empty() {
        checked
    } else {
        say!(words, "account-looked-at", checked = &checked)
    };
    AccountLine { text, links, ..line(words.text("account-checked")) }
}

/// The account of a due date.
pub(crate) fn due_lines(words: &Words, due: &DueDate, provisional: bool) -> Vec<AccountLine> {
    let steps = wording::account(words, due, provisional).into_iter();
    steps
        .map(|step| AccountLine { total: step.total, ..text_line(&step.term, step.text) })
        .collect()
}

/// A line that is all text.
fn text_line(term: &str, text: String) -> AccountLine {
    AccountLine { text, ..line(term) }
}

fn line(term: &str) -> AccountLine {
    AccountLine {
        term: term.to_owned(),
        text: String::new(),
        number: None,
        date: None,
        live: String::new(),
        from: String::new(),
        to: String::new(),
        stale: String::new(),
        total: false,
        links: Vec::new(),
    }
}

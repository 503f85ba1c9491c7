//! How a number was computed: the account of one clock, so that a reader can redo the sum by hand.

use super::view::{AccountLine, Scene, day, external, number, paused_from, paused_to};
use super::{limit, wording};
use crate::clock::{Clock, Elapsed, Freshness, Standing};
use crate::model::{ClockTerms, Id, Incident, Kind, Since};
use crate::parse::is_web_address;

/// The lines of the account, in the order in which the sum is done.
pub(super) fn account(scene: &Scene<'_>, clock: &Clock, incident: &Incident, terms: &ClockTerms) -> Vec<AccountLine> {
    let mut lines = Vec::new();
    let zone = clock.zone;
    let Some(start) = &clock.start else {
        lines.push(text_line("Begins with", begins_with(clock, incident)));
        lines.extend(clock.due.iter().flat_map(|due| limit::account(due, clock.provisional)));
        lines.extend(stops_on(scene, terms));
        return lines;
    };
    let place = incident.place.as_ref().map_or_else(String::new, |place| format!(" ({place})"));
    let first = start.last_day(zone);
    let why = match &clock.since {
        Since::Trigger(name) if name == "occurred" => "the day of the incident",
        Since::Trigger(name) => &format!("the day of {}", wording::trigger(name)),
        Since::Moment(_) => "the day from which this clock was set to run",
        Since::Clock(id) => &format!("the day of {}", document_of(id, incident)),
    };
    let from = if start.is_imprecise() {
        format!("{}, the last day on which it can have been ({}); day 0", wording::date(first), start.written())
    } else {
        format!("{}, {why}: the civil date in {}{place}; day 0", wording::date(first), zone.name())
    };
    lines.push(text_line("From", from));

    if clock.confidential {
        lines.push(text_line("Not counted", "nobody outside can see whether the document was filed".to_owned()));
        lines.extend(clock.due.iter().flat_map(|due| limit::account(due, clock.provisional)));
        lines.extend(stops_on(scene, terms));
        return lines;
    }

    let (end, end_text) = match (&clock.stop, &terms.closed) {
        (Some(stop), _) if stop.imprecise => (stop.on, "the earliest day on which the document can have appeared"),
        (Some(stop), _) => (stop.on, "the day of publication"),
        (None, Some(closing)) if clock.standing == Standing::Closed => (closing.on, "the day on which the wait was closed"),
        _ if clock.freshness == Freshness::Stale => (clock.checked.unwrap_or(clock.today), "the day of the last check"),
        _ => (clock.today, ""),
    };
    let runs = clock.is_open() && clock.freshness != Freshness::Stale;
    lines.push(AccountLine {
        date: Some(day(end)),
        text: end_text.to_owned(),
        live: if runs { "as-of".to_owned() } else { String::new() },
        ..line("To")
    });
    if clock.paused_days > 0 {
        let paused = |end| number(Elapsed { days: paused_to(clock, terms, end), at_least: false });
        let grows = runs && clock.standing == Standing::Paused;
        lines.push(AccountLine {
            number: Some(paused(end)),
            text: "paused, and counted all the same".to_owned(),
            live: if grows { "days".to_owned() } else { String::new() },
            from: if grows { paused_from(clock).to_string() } else { String::new() },
            stale: clock.checked.filter(|_| runs).map_or_else(String::new, |checked| paused(checked).text),
            ..line("Of these")
        });
    }
    if let Some(counted) = clock.claimed() {
        lines.push(AccountLine {
            number: Some(number(counted)),
            text: "whole calendar days, weekends and holidays included".to_owned(),
            live: if runs { "days".to_owned() } else { String::new() },
            total: true,
            ..line("Counted")
        });
    }
    if let Some(due) = &clock.due {
        lines.extend(limit::account(due, clock.provisional));
    }
    if clock.is_open() {
        lines.extend(stops_on(scene, terms));
        lines.push(checked(clock, terms));
    }
    lines
}

/// What a clock without a start waits for.
fn begins_with(clock: &Clock, incident: &Incident) -> String {
    match (&clock.since, clock.missing.as_deref()) {
        (Since::Clock(id), _) => format!("{}, which is awaited", document_of(id, incident)),
        (_, Some(name)) => format!("{}, of which the time is not known", wording::trigger(name)),
        (_, None) => "its start, which is not known".to_owned(),
    }
}

/// The document of another clock, in words: `the final report`.
fn document_of(id: &Id, incident: &Incident) -> String {
    let other = incident.awaiting.iter().find(|other| other.id == *id);
    other.map_or_else(|| "another document".to_owned(), |other| format!("the {}", wording::document(other.report)))
}

fn stops_on(scene: &Scene<'_>, terms: &ClockTerms) -> Option<AccountLine> {
    let document = wording::a_document(terms.report);
    Some(match &terms.from {
        Some(id) => {
            AccountLine { text: format!("{document} published by"), links: vec![scene.link(Kind::Organisation, id)], ..line("Stops on") }
        }
        None => text_line("Stops on", format!("{document} published by anyone")),
    })
}

fn checked(clock: &Clock, terms: &ClockTerms) -> AccountLine {
    let Some(day) = clock.checked else {
        return text_line("Checked", "no check is recorded".to_owned());
    };
    let next = day + chrono::Days::new(u64::from(terms.recheck_days));
    let places = terms.checked_where.iter().filter(|url| is_web_address(url)).enumerate();
    AccountLine {
        text: format!("{}; to be checked again by {}", wording::date(day), wording::date(next)),
        links: places.map(|(nth, url)| external(&format!("place {}", nth + 1), url)).collect(),
        ..line("Checked")
    }
}

/// A line that is all text.
pub(crate) fn text_line(term: &str, text: String) -> AccountLine {
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
        stale: String::new(),
        total: false,
        links: Vec::new(),
    }
}

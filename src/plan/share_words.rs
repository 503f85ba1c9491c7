//! What is said of a clock away from its page: on a badge, on a card, in a quotation.
//!
//! A copy outlives the page it was taken from, so each of these sentences carries the day for which it is true: the as-of while the
//! clock runs, the day of the check when that has become stale, and the day of the document once there is one. When the check has
//! expired no number is left.
//!
//! Absent on purpose: HTML, addresses, and everything that moves on in a browser.

use super::view::{CounterView, Link};
use super::wording::full_stop;

/// `Final report from OVHcloud`: the left side of a badge whose right side says what became of it.
fn document(counter: &CounterView) -> String {
    format!("{}{}", counter.document, from(counter))
}

fn from(counter: &CounterView) -> String {
    counter.from.as_ref().map_or_else(String::new, |from| format!(" from {}", from.title))
}

/// `without a final report from OVHcloud`.
fn without(counter: &CounterView) -> String {
    if counter.delivery.is_some() {
        return format!("without a public {}", document(counter));
    }
    format!("without {}{}", counter.without_document, from(counter))
}

/// `at least 616 days`; nothing where no number is claimed, or it is none at all.
fn days(counter: &CounterView) -> Option<String> {
    let number = counter.number.as_ref()?;
    let within = counter.stop.is_some() && number.at_least && number.value == 0;
    let at_least = if number.at_least { "at least " } else { "" };
    (!within).then(|| format!("{at_least}{} {}", number.text, number.unit))
}

/// `on 6 December 2022`, `in December 2022`.
fn on(date: &super::view::DateView) -> String {
    format!("{} {}", if date.iso.len() < 8 { "in" } else { "on" }, date.text)
}

/// `as of 22 November 2026`, or `when last checked, on 1 December 2022`.
fn dated(counter: &CounterView) -> String {
    if counter.freshness == "stale" { counter.stale.clone() } else { format!("as of {}", counter.as_of.text) }
}

/// Names in a sentence: `A, B and C`.
fn names(links: &[Link]) -> String {
    let names: Vec<&str> = links.iter().map(|link| link.title.as_str()).collect();
    match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        Some((last, _)) => (*last).to_owned(),
        None => String::new(),
    }
}

/// The two sides of a badge.
pub(super) fn badge(counter: &CounterView, checked: &str) -> (String, String) {
    let days = days(counter);
    let left = |what: String| super::wording::sentence_case(&what);
    if let Some(stop) = &counter.stop {
        let after = days.map_or_else(String::new, |days| format!(", after {days}"));
        return (left(document(counter)), format!("published {}{after}", on(&stop.date)));
    }
    if let Some(closing) = &counter.closing {
        let after = days.map_or_else(String::new, |days| format!(", after {days}"));
        return (left(document(counter)), format!("closed without report {}{after}", on(&closing.date)));
    }
    if !counter.confidential.is_empty() {
        return (left(document(counter)), format!("filing confidential, as of {}", counter.as_of.text));
    }
    if counter.freshness == "expired" {
        return (left(document(counter)), format!("nobody has checked since {checked}"));
    }
    let Some(days) = days else {
        return (left(document(counter)), format!("no days counted, as of {}", counter.as_of.text));
    };
    let state = match (counter.freshness.as_str(), counter.standing.as_str()) {
        ("stale", _) => String::new(),
        ("unchecked", "waiting") => ", never checked".to_owned(),
        (_, "waiting") => String::new(),
        _ => format!(" ({})", lower(&counter.badge)),
    };
    (left(without(counter)), format!("{days}, {}{state}", dated(counter)))
}

/// A word of the theme's badges inside a sentence.
fn lower(badge: &str) -> String {
    let mut letters = badge.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// What follows the large number of a card, or stands alone where there is none; without the incident's name.
pub(super) fn below_the_number(counter: &CounterView, checked: &str) -> String {
    let unit = counter.number.as_ref().map(|number| number.unit.as_str());
    if let Some(stop) = &counter.stop {
        let its = if stop.by.len() == 1 { "its" } else { "their" };
        let published = match names(&stop.by) {
            names if names.is_empty() => format!("the {} was published", counter.document),
            names => format!("{names} published {its} {}", counter.document),
        };
        return match days(counter).and(unit) {
            Some(unit) => format!("{unit} until {published}"),
            None => super::wording::sentence_case(&published),
        };
    }
    if counter.closing.is_some() {
        let wait = format!("the wait for a public {} was closed without one", document(counter));
        return match unit {
            Some(unit) => format!("{unit} passed before {wait}"),
            None => super::wording::sentence_case(&wait),
        };
    }
    if !counter.confidential.is_empty() {
        return format!("{}. {}", super::wording::sentence_case(&document(counter)), counter.confidential);
    }
    if counter.freshness == "expired" {
        return format!("Whether there is a {} is not known: nobody has checked since {checked}.", document(counter));
    }
    match unit {
        Some(unit) => format!("{unit} {}", without(counter)),
        None => format!("No days are counted towards the {}.", document(counter)),
    }
}

/// The day for which a card holds.
pub(super) fn day_of_card(counter: &CounterView) -> String {
    match (&counter.stop, &counter.closing) {
        (Some(stop), _) => super::wording::sentence_case(&on(&stop.date)),
        (None, Some(closing)) => super::wording::sentence_case(&on(&closing.date)),
        // What nobody has checked since a day says that day, and no other.
        (None, None) if counter.freshness == "expired" && counter.confidential.is_empty() => String::new(),
        (None, None) => super::wording::sentence_case(&dated(counter)),
    }
}

/// One sentence that can stand alone wherever it is copied to.
pub(super) fn sentence(counter: &CounterView, checked: &str) -> String {
    let about = format!(" on “{}”", counter.incident.title);
    let words = below_the_number(counter, checked);
    if counter.confidential.is_empty() && counter.freshness == "expired" {
        return format!("{}: {}", counter.incident.title, lower(&words));
    }
    if !counter.confidential.is_empty() {
        return full_stop(&format!("{}: {} As of {}", counter.incident.title, words, counter.as_of.text));
    }
    let day = match (&counter.stop, &counter.closing) {
        (Some(stop), _) => on(&stop.date),
        (None, Some(closing)) => on(&closing.date),
        (None, None) => dated(counter),
    };
    let unchecked = if counter.freshness == "unchecked" { "; no check is recorded" } else { "" };
    match (&counter.number, days(counter)) {
        (Some(number), Some(_)) => {
            let at_least = if number.at_least { "At least " } else { "" };
            format!("{at_least}{} {words}{about}, {day}{unchecked}.", number.text)
        }
        _ => format!("{}{about}, {day}.", words.trim_end_matches('.')),
    }
}

/// What makes a frame or a picture known to those who do not see it.
pub(super) fn card_of_site(title: &str, description: &str) -> String {
    if description.is_empty() { title.to_owned() } else { format!("{title}: {description}") }
}

/// On the card of the site.
pub(super) fn records_as_of(day: &str) -> String {
    format!("Records as of {day}")
}

/// Above the number of a card that is not known exactly.
pub(super) const AT_LEAST: &str = "At least";

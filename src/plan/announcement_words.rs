//! What a feed announces, in words. Each title and text is the same on every day.

use super::announcements::{Wait, What};
use super::view::{Scene, awaited};
use super::{FeedOf, limit, wording};
use crate::clock::Clock;
use crate::model::{ClockRef, ClockTerms, Force, Id, Incident, Kind, Record, Response};

/// The name of a feed.
pub(super) fn feed(scene: &Scene<'_>, feed: &FeedOf) -> String {
    let site = &scene.world.settings.title;
    match feed {
        FeedOf::Site => site.clone(),
        FeedOf::Corrections => format!("{site}: corrections"),
        FeedOf::Incident(id) => format!("{site}: {}", scene.link(Kind::Incident, id).title),
        FeedOf::Organisation(id) => format!("{site}: {}", scene.link(Kind::Organisation, id).title),
    }
}

/// One line.
pub(super) fn title(scene: &Scene<'_>, what: &What<'_>) -> String {
    let title = |record: &Record| scene.world.title(record, scene.language).to_owned();
    match what {
        What::Published(response, _) => {
            format!("{}: {}", wording::sentence_case(wording::document(response.kind)), title(&response.record))
        }
        What::Delivered(response, _) => format!("Handed over, not public: {}", title(&response.record)),
        What::Withdrawn(response, _) => format!("Taken offline: {}", title(&response.record)),
        What::Article(article) => title(&article.record),
        What::Passed(incident, terms, ..) => {
            format!("{} passed: {} ({})", wording::sentence_case(limit_name(terms)), document(scene, terms), title(&incident.record))
        }
        What::Reached(incident, terms, clock, wait, _) => {
            format!("{} ({})", wording::sentence_case(&waited(scene, terms, clock, *wait)), title(&incident.record))
        }
        What::Corrected(_, record, _) => format!("Correction: {}", title(record)),
    }
}

/// A few sentences.
pub(super) fn text(scene: &Scene<'_>, what: &What<'_>) -> String {
    match what {
        What::Published(response, date) => {
            let by = names(scene, &response.by);
            let by = if by.is_empty() { String::new() } else { format!(" by {by}") };
            let on = wording::moment(date, response.record.timezone);
            let mut sentences = vec![format!("Published{by} ({on}).")];
            sentences.extend(stopped(scene, response));
            let summary = scene.summary(&response.record);
            if !summary.is_empty() {
                sentences.push(wording::full_stop(&summary));
            }
            sentences.join(" ")
        }
        What::Delivered(response, date) => format!("Handed over ({}).", wording::moment(date, response.record.timezone)),
        What::Withdrawn(response, date) => {
            format!("It was published, and taken offline ({}).", wording::moment(date, response.record.timezone))
        }
        What::Article(article) => scene.summary(&article.record),
        What::Passed(_, terms, clock, when) => {
            let day = limit::when(*when, clock.zone);
            format!("The {} for {} was {day}. None had been found by then.", limit_name(terms), the_document(scene, terms))
        }
        What::Reached(_, terms, clock, wait, day) => {
            let day = wording::date(*day);
            format!("On {day} it was {}. None had been found by the end of that day.", waited(scene, terms, clock, *wait))
        }
        What::Corrected(_, _, correction) => {
            let now = correction.now.as_ref().map_or_else(String::new, |now| format!(" It now says: “{now}”."));
            let why = correction.why.as_ref().map_or_else(String::new, |why| format!(" {}", wording::full_stop(why)));
            format!("It said: “{}”.{now}{why}", correction.was)
        }
    }
}

/// The waits that a response ended: `It ended the wait for the final report after 52 days (A fire).`
fn stopped(scene: &Scene<'_>, response: &Response) -> Vec<String> {
    let world = scene.world;
    let overruled = response.stops.iter().flatten().map(|ClockRef { incident, .. }| incident);
    let mut incidents: Vec<&Id> = response.incidents.iter().chain(overruled).collect();
    incidents.sort();
    incidents.dedup();
    let clocks = incidents.iter().flat_map(|id| world.docket.of(id.as_str()));
    let ended = clocks.filter(|clock| clock.stop.as_ref().is_some_and(|stop| stop.response == response.record.id));
    let sentence = |clock: &Clock| {
        let (incident, terms): (&Incident, &ClockTerms) = scene.terms(clock)?;
        let days =
            clock.elapsed.map_or_else(String::new, |counted| format!(" after {}", wording::day_count(counted.days, counted.at_least)));
        let document = the_document(scene, terms);
        Some(format!("It ended the wait for {document}{days} ({}).", world.title(&incident.record, scene.language)))
    };
    ended.filter_map(sentence).collect()
}

/// `1 year without a final report from OVHcloud`.
fn waited(scene: &Scene<'_>, terms: &ClockTerms, clock: &Clock, wait: Wait) -> String {
    let at_least = if clock.start.as_ref().is_some_and(crate::model::Moment::is_imprecise) { "at least " } else { "" };
    let (count, unit) = match wait {
        Wait::Days(days) => (i64::try_from(days).unwrap_or(i64::MAX), "days"),
        Wait::Years(years) => (i64::from(years), if years == 1 { "year" } else { "years" }),
    };
    format!("{at_least}{} {unit} {}", wording::number(count), wording::without(terms.report, from(scene, terms).as_deref()))
}

fn from(scene: &Scene<'_>, terms: &ClockTerms) -> Option<String> {
    terms.from.as_ref().map(|id| scene.link(Kind::Organisation, id).title)
}

/// `Final report from OVHcloud`.
fn document(scene: &Scene<'_>, terms: &ClockTerms) -> String {
    awaited(terms, from(scene, terms).as_deref())
}

/// `the final report from OVHcloud`.
fn the_document(scene: &Scene<'_>, terms: &ClockTerms) -> String {
    let from = from(scene, terms).map_or_else(String::new, |name| format!(" from {name}"));
    format!("the {}{from}", wording::document(terms.report))
}

fn limit_name(terms: &ClockTerms) -> &'static str {
    match terms.force {
        Force::Hard => "legal limit",
        Force::Soft => "target date",
        Force::Promise => "promised date",
    }
}

/// `A, B and C`.
fn names(scene: &Scene<'_>, ids: &[Id]) -> String {
    let names: Vec<String> = ids.iter().map(|id| scene.link(Kind::Organisation, id).title).collect();
    match names.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [others @ .., last] => format!("{} and {last}", others.join(", ")),
    }
}

//! What a feed announces, in words. Each title and text is the same on every day.

use super::announcements::{Wait, What};
use super::view::{Scene, awaited};
use super::{FeedOf, limit};
use crate::clock::Clock;
use crate::i18n::{Form, say};
use crate::model::{ClockRef, ClockTerms, Force, Id, Incident, Kind, Record, Response};
use crate::wording;

/// The name of a feed.
pub(super) fn feed(scene: &Scene<'_>, feed: &FeedOf) -> String {
    let site = &scene.world.settings.title;
    let of = |name: &str| say!(scene.words(), "feed-of", site = site, name = name);
    match feed {
        FeedOf::Site => site.clone(),
        FeedOf::Corrections => say!(scene.words(), "feed-corrections", site = site),
        FeedOf::Incident(id) => of(&scene.link(Kind::Incident, id).title),
        FeedOf::Organisation(id) => of(&scene.link(Kind::Organisation, id).title),
    }
}

/// One line.
pub(super) fn title(scene: &Scene<'_>, what: &What<'_>) -> String {
    let words = scene.words();
    let title = |record: &Record| scene.world.title(record, scene.language).to_owned();
    match what {
        What::Published(response, _) => {
            let document = wording::sentence_case(words.document(response.kind, Form::Name));
            say!(words, "news-published", document = &document, title = &title(&response.record))
        }
        What::Delivered(response, _) => say!(words, "news-delivered", title = &title(&response.record)),
        What::Withdrawn(response, _) => say!(words, "news-withdrawn", title = &title(&response.record)),
        What::Article(article) => title(&article.record),
        What::Passed(incident, terms, ..) => {
            let document = awaited(words, terms, from(scene, terms).as_deref());
            let key = match terms.force {
                Force::Hard => "news-passed-hard",
                Force::Soft => "news-passed-soft",
                Force::Promise => "news-passed-promise",
            };
            words.say(key, &[("document", (&document).into()), ("title", (&title(&incident.record)).into())])
        }
        What::Reached(incident, terms, clock, wait, _) => {
            let waited = wording::sentence_case(&waited(scene, terms, clock, *wait));
            say!(words, "news-reached-title", waited = &waited, title = &title(&incident.record))
        }
        What::Corrected(_, record, _) => say!(words, "news-correction", title = &title(record)),
    }
}

/// A few sentences.
pub(super) fn text(scene: &Scene<'_>, what: &What<'_>) -> String {
    let words = scene.words();
    match what {
        What::Published(response, date) => {
            let on = words.moment(date, response.record.timezone);
            let names: Vec<String> = response.by.iter().map(|id| scene.link(Kind::Organisation, id).title).collect();
            let mut sentences = vec![match names.is_empty() {
                true => say!(words, "news-published-on", date = &on),
                false => say!(words, "news-published-by", by = &words.list(&names), date = &on),
            }];
            sentences.extend(stopped(scene, response));
            let summary = scene.summary(&response.record);
            if !summary.is_empty() {
                sentences.push(wording::full_stop(&summary));
            }
            sentences.join(" ")
        }
        What::Delivered(response, date) => say!(words, "news-delivered-on", date = &words.moment(date, response.record.timezone)),
        What::Withdrawn(response, date) => say!(words, "news-withdrawn-on", date = &words.moment(date, response.record.timezone)),
        What::Article(article) => scene.summary(&article.record),
        What::Passed(_, terms, clock, when) => {
            let document = awaited(words, terms, from(scene, terms).as_deref());
            let key = match terms.force {
                Force::Hard => "news-was-due-hard",
                Force::Soft => "news-was-due-soft",
                Force::Promise => "news-was-due-promise",
            };
            words.say(key, &[("document", (&document).into()), ("date", (&limit::when(words, *when, clock.zone)).into())])
        }
        What::Reached(_, terms, clock, wait, day) => {
            let waited = wording::sentence_case(&waited(scene, terms, clock, *wait));
            say!(words, "news-reached", waited = &waited, date = &words.date(*day))
        }
        What::Corrected(_, _, correction) => {
            let language = words.language();
            let mut sentences = vec![say!(words, "news-was", was = correction.was.or_own(language))];
            sentences.extend(correction.now.as_ref().map(|now| say!(words, "news-now", now = now.or_own(language))));
            sentences.extend(correction.why.as_ref().map(|why| wording::full_stop(why.or_own(language))));
            sentences.join(" ")
        }
    }
}

/// The waits that a response ended: `It ended the wait for the final report after 52 days (A fire).`
fn stopped(scene: &Scene<'_>, response: &Response) -> Vec<String> {
    let (world, words) = (scene.world, scene.words());
    let overruled = response.stops.iter().flatten().map(|ClockRef { incident, .. }| incident);
    let mut incidents: Vec<&Id> = response.incidents.iter().chain(overruled).collect();
    incidents.sort();
    incidents.dedup();
    let clocks = incidents.iter().flat_map(|id| world.docket.of(id.as_str()));
    let ended = clocks.filter(|clock| clock.stop.as_ref().is_some_and(|stop| stop.response == response.record.id));
    let sentence = |clock: &Clock| {
        let (incident, terms): (&Incident, &ClockTerms) = scene.terms(clock)?;
        let document = awaited(words, terms, from(scene, terms).as_deref());
        let title = world.title(&incident.record, scene.language);
        Some(match clock.elapsed {
            Some(counted) => {
                let days = wording::day_count(words, counted.days, counted.at_least);
                say!(words, "news-ended-after", document = &document, days = &days, title = title)
            }
            None => say!(words, "news-ended", document = &document, title = title),
        })
    };
    ended.filter_map(sentence).collect()
}

/// `1 year without a final report from OVHcloud`.
fn waited(scene: &Scene<'_>, terms: &ClockTerms, clock: &Clock, wait: Wait) -> String {
    let words = scene.words();
    let count = match wait {
        Wait::Days(days) => wording::day_count(words, i64::try_from(days).unwrap_or(i64::MAX), false),
        Wait::Years(years) => say!(words, "period-years", n = i64::from(years)),
    };
    let at_least = clock.start.as_ref().is_some_and(crate::model::Moment::is_imprecise);
    let count = if at_least { say!(words, "at-least", days = &count) } else { count };
    let without = wording::without(words, terms.report, from(scene, terms).as_deref());
    say!(words, "news-waited", count = &count, without = &without)
}

fn from(scene: &Scene<'_>, terms: &ClockTerms) -> Option<String> {
    terms.from.as_ref().map(|id| scene.link(Kind::Organisation, id).title)
}

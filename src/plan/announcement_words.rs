//! What a feed announces, in words. Each title and text is the same on every day.

use super::limit;
use super::view::{Scene, awaited};
use crate::clock::{Clock, Event, Milestone, What};
use crate::i18n::{Form, say};
use crate::model::{ClockRef, ClockTerms, Correction, Force, Id, Incident, Kind, Moment, Record, Response};
use crate::wording;

/// One line; nothing for an event that is not announced, or of what does not exist.
pub(super) fn title(scene: &Scene<'_>, event: &Event) -> Option<String> {
    let words = scene.words();
    let title = |record: &Record| scene.world.title(record, scene.language).to_owned();
    let response = |id: &Id| scene.world.register.responses.get(id);
    Some(match &event.what {
        What::Published(id) => {
            let response = response(id)?;
            let document = wording::sentence_case(words.document(response.kind, Form::Name));
            say!(words, "news-published", document = &document, title = &title(&response.record))
        }
        What::Delivered(id) => say!(words, "news-delivered", title = &title(&response(id)?.record)),
        What::Withdrawn(id) => say!(words, "news-withdrawn", title = &title(&response(id)?.record)),
        What::Article(id) => title(&scene.world.register.articles.get(id)?.record),
        What::Passed(clock, _) => {
            let (incident, terms) = scene.terms(scene.world.docket.find(clock)?)?;
            let document = awaited(words, terms, from(scene, terms).as_deref());
            let key = match terms.force {
                Force::Hard => "news-passed-hard",
                Force::Soft => "news-passed-soft",
                Force::Promise => "news-passed-promise",
            };
            words.say(key, &[("document", (&document).into()), ("title", (&title(&incident.record)).into())])
        }
        What::Reached(clock, milestone) => {
            let clock = scene.world.docket.find(clock)?;
            let (incident, terms) = scene.terms(clock)?;
            let waited = wording::sentence_case(&waited(scene, terms, clock, *milestone));
            say!(words, "news-reached-title", waited = &waited, title = &title(&incident.record))
        }
        What::Corrected(kind, id, ..) => {
            say!(words, "news-correction", title = &title(scene.world.register.record(*kind, id.as_str())?))
        }
        _ => return None,
    })
}

/// A few sentences.
pub(super) fn text(scene: &Scene<'_>, event: &Event) -> Option<String> {
    let words = scene.words();
    let register = &scene.world.register;
    let on = |id: &Id, date: fn(&Response) -> Option<&Moment>| {
        let response = register.responses.get(id)?;
        Some((response.as_ref(), words.moment(date(response)?, response.record.timezone)))
    };
    Some(match &event.what {
        What::Published(id) => {
            let (response, on) = on(id, |response| response.date.as_ref())?;
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
        What::Delivered(id) => say!(words, "news-delivered-on", date = &on(id, |response| response.delivered.as_ref())?.1),
        What::Withdrawn(id) => say!(words, "news-withdrawn-on", date = &on(id, |response| response.withdrawn.as_ref())?.1),
        What::Article(id) => scene.summary(&register.articles.get(id)?.record),
        What::Passed(clock, when) => {
            let clock = scene.world.docket.find(clock)?;
            let (_, terms) = scene.terms(clock)?;
            let document = awaited(words, terms, from(scene, terms).as_deref());
            let key = match terms.force {
                Force::Hard => "news-was-due-hard",
                Force::Soft => "news-was-due-soft",
                Force::Promise => "news-was-due-promise",
            };
            words.say(key, &[("document", (&document).into()), ("date", (&limit::when(words, *when, clock.zone)).into())])
        }
        What::Reached(clock, milestone) => {
            let clock = scene.world.docket.find(clock)?;
            let (_, terms) = scene.terms(clock)?;
            let waited = wording::sentence_case(&waited(scene, terms, clock, *milestone));
            say!(words, "news-reached", waited = &waited, date = &words.date(event.day))
        }
        What::Corrected(kind, id, date, was) => {
            let language = words.language();
            let is_it = |correction: &&Correction| correction.date == *date && *correction.was == *was;
            let correction = register.record(*kind, id.as_str())?.corrections.iter().find(is_it)?;
            let mut sentences = vec![say!(words, "news-was", was = correction.was.or_own(language))];
            sentences.extend(correction.now.as_ref().map(|now| say!(words, "news-now", now = now.or_own(language))));
            sentences.extend(correction.why.as_ref().map(|why| wording::full_stop(why.or_own(language))));
            sentences.join(" ")
        }
        _ => return None,
    })
}

/// The waits that a response ended: `It ended the wait for the final report after 52 days (A fire).`
fn stopped(scene: &Scene<'_>, response: &Response) -> Vec<String> {
    let (world, words) = (scene.world, scene.words());
    let overruled = response.stops.iter().flatten().map(|ClockRef { incident, .. }| incident);
    let mut incidents: Vec<&Id> = response.incidents.iter().chain(overruled).collect();
    incidents.sort();
    incidents.dedup();
    let clocks = incidents.iter().flat_map(|id| world.docket.of(id.as_str()));
    let ended = clocks.filter(|clock| clock.statement.stop().is_some_and(|stop| stop.response == response.record.id));
    let sentence = |clock: &Clock| {
        let (incident, terms): (&Incident, &ClockTerms) = scene.terms(clock)?;
        let document = awaited(words, terms, from(scene, terms).as_deref());
        let title = world.title(&incident.record, scene.language);
        Some(match clock.statement.elapsed() {
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
fn waited(scene: &Scene<'_>, terms: &ClockTerms, clock: &Clock, milestone: Milestone) -> String {
    let words = scene.words();
    let at_least = clock.start.as_ref().is_some_and(Moment::is_imprecise);
    let count = wording::milestone(words, milestone, at_least);
    let without = wording::without(words, terms.report, from(scene, terms).as_deref());
    say!(words, "news-waited", count = &count, without = &without)
}

fn from(scene: &Scene<'_>, terms: &ClockTerms) -> Option<String> {
    terms.from.as_ref().map(|id| scene.link(Kind::Organisation, id).title)
}

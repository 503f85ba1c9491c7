use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;
use chrono_tz::Tz;
use rayon::prelude::*;

use super::{AsOf, fall_away};
use crate::model::{
    Article, ClockTerms, Commitment, Comparison, Id, Incident, Moment, Record, Register, Response,
    Source, StatusEntry,
};

/// The register as it stood: without whatever is dated after `as_of`.
///
/// Incidents, responses, articles, events, corrections, extensions, states and sources of a later
/// date are left out, as is a later comparison of a duty with its official text and a limit that
/// falls away with a trigger that has come, and so is each mention of a record that is left out,
/// and each claim whose source is left out. The days of a pause are its terms and stay; why it is
/// made is told from its first day on. Of a document that had only been handed over nothing is told
/// but that. A check of a later date found no document then either, and counts as made on the
/// as-of; what it looked at reaches at least as far.
pub fn as_it_stood(mut register: Register, as_of: AsOf) -> Register {
    register
        .incidents
        .retain(|_, incident| as_of.day_has_come(&incident.occurred, incident.record.timezone));
    register.responses.retain(|_, response| {
        let zone = response.record.timezone;
        let public = response.date.as_ref().is_some_and(|date| as_of.has_come(date, zone));
        let delivered = response.delivered.as_ref().is_some_and(|date| as_of.has_come(date, zone));
        if !public && response.date.is_some() {
            unpublish(response);
        }
        public || delivered
    });
    register.articles.retain(|_, article| as_of.has_come(&article.date, article.record.timezone));

    let Register { incidents, responses, articles, organisations, pages, regimes, .. } =
        &mut register;
    let incident_ids: Vec<Id> = incidents.keys().cloned().collect();
    let response_ids: Vec<Id> = responses.keys().cloned().collect();
    let exists = |ids: &[Id], id: &Id| ids.binary_search(id).is_ok();

    incidents.par_iter_mut().for_each(|(_, incident)| {
        let Incident { record, triggers, awaiting, commitments, events, impact, .. } =
            &mut **incident;
        let zone = record.timezone;
        let today = as_of.date_in(zone);
        let later = record_then(record, as_of);
        triggers.retain(|_, moment| as_of.day_has_come(moment, zone));
        awaiting.retain_mut(|terms| terms_then(terms, triggers, as_of, zone));
        commitments.retain_mut(|commitment| commitment_then(commitment, today, &later));
        events.retain(|event| {
            as_of.has_come(&event.date, zone) && !rests_on(&later, event.source.as_ref())
        });
        impact.retain(|figure| {
            figure.as_of.as_ref().is_none_or(|day| as_of.has_come(day, zone))
                && !rests_on(&later, figure.source.as_ref())
        });
    });
    responses.par_iter_mut().for_each(|(_, response)| {
        let Response {
            record,
            incidents,
            stops,
            withdrawn,
            delivered,
            findings,
            recommendations,
            overturns,
            ..
        } = &mut **response;
        let today = as_of.date_in(record.timezone);
        let later = record_then(record, as_of);
        incidents.retain(|id| exists(&incident_ids, id));
        if let Some(clocks) = stops {
            clocks.retain(|overruled| exists(&incident_ids, &overruled.clock.incident));
        }
        let zone = record.timezone;
        for moment in [delivered, withdrawn] {
            if moment.as_ref().is_some_and(|moment| !as_of.has_come(moment, zone)) {
                *moment = None;
            }
        }
        findings.retain(|finding| !rests_on(&later, finding.source.as_ref()));
        recommendations.iter_mut().for_each(|recommendation| {
            history_then(&mut recommendation.history, today, &later);
            recommendation.checked = recommendation.checked.map(|day| day.min(today));
        });
        if overturns.as_ref().is_some_and(|id| !exists(&response_ids, id)) {
            *overturns = None;
        }
    });
    for article in articles.values_mut() {
        let Article { record, incidents, compare, .. } = &mut **article;
        record_then(record, as_of);
        incidents.retain(|id| exists(&incident_ids, id));
        compare.retain(|clock| exists(&incident_ids, &clock.incident));
    }
    for record in organisations
        .values_mut()
        .map(|found| &mut found.record)
        .chain(pages.values_mut().map(|found| &mut found.record))
    {
        record_then(record, as_of);
    }
    let today = as_of.date_in(Tz::UTC);
    for regime in regimes.values_mut() {
        let is_later = |compared: &Comparison| compared.on.is_some_and(|day| day > today);
        regime.compared = regime.compared.take().filter(|compared| !is_later(compared));
    }
    register
}

/// Leaves of a response that it was handed over: whatever its author writes of what was published
/// later is as late.
fn unpublish(response: &mut Response) {
    let Response { record, date, url, archived, findings, recommendations, .. } = response;
    *date = None;
    *url = None;
    *archived = None;
    findings.clear();
    recommendations.clear();
    let Record { summary, image, prose, translations, assets, .. } = record;
    *summary = None;
    *image = None;
    *prose = Arc::default();
    assets.clear();
    for translation in translations.values_mut() {
        translation.summary = None;
        translation.prose = Arc::default();
    }
}

/// Leaves out what is later, and gives the names of the sources that are.
fn record_then(record: &mut Record, as_of: AsOf) -> BTreeSet<Id> {
    let zone = record.timezone;
    let today = as_of.date_in(zone);
    clear_later(&mut record.updated, today);
    record.corrections.retain(|correction| correction.date <= today);
    record.replies.retain_mut(|reply| {
        if reply.answered.is_some_and(|day| day > today) {
            reply.answered = None;
            reply.text = None;
        }
        reply.asked <= today
    });
    let mut later = BTreeSet::new();
    record.sources.retain_mut(|source| {
        let is_there = source_then(source, as_of, zone);
        if !is_there {
            later.extend(source.id.clone());
        }
        is_there
    });
    later
}

/// Whether a claim names a source that was left out: what a later source says was not known either.
fn rests_on(later: &BTreeSet<Id>, source: Option<&Id>) -> bool {
    source.is_some_and(|source| later.contains(source))
}

fn source_then(source: &mut Source, as_of: AsOf, zone: Tz) -> bool {
    clear_later(&mut source.accessed, as_of.date_in(zone));
    source.published.as_ref().is_none_or(|moment: &Moment| as_of.has_come(moment, zone))
}

/// Whether the clock is still there, of which what is later is left out.
fn terms_then(
    terms: &mut ClockTerms,
    triggers: &BTreeMap<String, Moment>,
    as_of: AsOf,
    zone: Tz,
) -> bool {
    let today = as_of.date_in(zone);
    if let Some(checked) = &mut terms.checked {
        *checked = (*checked).min(today);
    }
    terms.evidence_until =
        terms.evidence_until.take().filter(|until| until.first_day(zone) <= today);
    terms.extended.retain(|extension| extension.on.is_none_or(|day| day <= today));
    for pause in terms.paused.iter_mut().filter(|pause| pause.from > today) {
        pause.why = None;
    }
    if terms.closed.as_ref().is_some_and(|closing| closing.on > today) {
        terms.closed = None;
    }
    if let Some(law) = &mut terms.law {
        law.triggers.retain(|_, moment| as_of.day_has_come(moment, zone));
    }
    let own = terms.law.as_ref().map_or_else(BTreeMap::new, |law| law.triggers.clone());
    fall_away(terms, &|name| own.contains_key(name) || triggers.contains_key(name))
}

fn commitment_then(commitment: &mut Commitment, today: NaiveDate, later: &BTreeSet<Id>) -> bool {
    history_then(&mut commitment.history, today, later);
    if let Some(checked) = &mut commitment.checked {
        *checked = (*checked).min(today);
    }
    commitment.made.is_none_or(|day| day <= today)
}

fn history_then(history: &mut Vec<StatusEntry>, today: NaiveDate, later: &BTreeSet<Id>) {
    history.retain(|entry| entry.date <= today && !rests_on(later, entry.source.as_ref()));
}

fn clear_later(date: &mut Option<NaiveDate>, today: NaiveDate) {
    if date.is_some_and(|day| day > today) {
        *date = None;
    }
}

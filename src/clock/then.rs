use chrono::NaiveDate;
use chrono_tz::Tz;

use super::AsOf;
use crate::model::{
    Article, ClockTerms, Commitment, Id, Incident, Moment, Organisation, Page, Record, RegimeUse, Register, Response, Source, StatusEntry,
};

/// The register as it stood: without whatever is dated after `as_of`.
///
/// Incidents, responses, articles, events, corrections, extensions, states and sources of a later date are left out, as is a later
/// comparison of a duty with its official text, and so is each
/// mention of a record that is left out. A check of a later date found no document then either, and counts as made on the as-of.
pub fn as_it_stood(mut register: Register, as_of: AsOf) -> Register {
    register.incidents.retain(|_, incident| as_of.day_has_come(&incident.occurred, incident.record.timezone));
    register.responses.retain(|_, response| {
        let zone = response.record.timezone;
        let public = response.date.as_ref().is_some_and(|date| as_of.has_come(date, zone));
        let delivered = response.delivered.as_ref().is_some_and(|date| as_of.has_come(date, zone));
        if !public {
            response.date = None;
        }
        public || delivered
    });
    register.articles.retain(|_, article| as_of.has_come(&article.date, article.record.timezone));

    let Register { incidents, responses, articles, organisations, pages, regimes, calendars: _ } = &mut register;
    let incident_ids: Vec<Id> = incidents.keys().cloned().collect();
    let response_ids: Vec<Id> = responses.keys().cloned().collect();
    let exists = |ids: &[Id], id: &Id| ids.binary_search(id).is_ok();

    for Incident { record, triggers, awaiting, regimes, commitments, events, impact, .. } in incidents.values_mut() {
        let zone = record.timezone;
        let today = as_of.date_in(zone);
        record_then(record, as_of);
        triggers.retain(|_, moment| as_of.day_has_come(moment, zone));
        awaiting.iter_mut().for_each(|terms| terms_then(terms, today));
        regimes.iter_mut().for_each(|used| regime_then(used, as_of, zone));
        commitments.retain_mut(|commitment| commitment_then(commitment, today));
        events.retain(|event| as_of.has_come(&event.date, zone));
        impact.retain(|figure| figure.as_of.as_ref().is_none_or(|day| as_of.has_come(day, zone)));
    }
    for response in responses.values_mut() {
        let Response { record, incidents, stops, withdrawn, delivered, recommendations, overturns, .. } = response;
        let today = as_of.date_in(record.timezone);
        record_then(record, as_of);
        incidents.retain(|id| exists(&incident_ids, id));
        if let Some(clocks) = stops {
            clocks.retain(|clock| exists(&incident_ids, &clock.incident));
        }
        let zone = record.timezone;
        for moment in [delivered, withdrawn] {
            if moment.as_ref().is_some_and(|moment| !as_of.has_come(moment, zone)) {
                *moment = None;
            }
        }
        recommendations.iter_mut().for_each(|recommendation| history_then(&mut recommendation.history, today));
        if overturns.as_ref().is_some_and(|id| !exists(&response_ids, id)) {
            *overturns = None;
        }
    }
    for Article { record, incidents, compare, .. } in articles.values_mut() {
        record_then(record, as_of);
        incidents.retain(|id| exists(&incident_ids, id));
        compare.retain(|clock| exists(&incident_ids, &clock.incident));
    }
    organisations.values_mut().for_each(|Organisation { record, .. }| record_then(record, as_of));
    pages.values_mut().for_each(|Page { record }| record_then(record, as_of));
    regimes.values_mut().for_each(|regime| clear_later(&mut regime.verified, as_of.date_in(Tz::UTC)));
    register
}

fn record_then(record: &mut Record, as_of: AsOf) {
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
    record.sources.retain_mut(|source| source_then(source, as_of, zone));
}

fn source_then(source: &mut Source, as_of: AsOf, zone: Tz) -> bool {
    clear_later(&mut source.accessed, as_of.date_in(zone));
    source.published.as_ref().is_none_or(|moment: &Moment| as_of.has_come(moment, zone))
}

fn terms_then(terms: &mut ClockTerms, today: NaiveDate) {
    if let Some(checked) = &mut terms.checked {
        *checked = (*checked).min(today);
    }
    terms.extended.retain(|extension| extension.on.is_none_or(|day| day <= today));
    terms.paused.retain_mut(|pause| {
        clear_later(&mut pause.to, today);
        pause.from <= today
    });
    if terms.closed.as_ref().is_some_and(|closing| closing.on > today) {
        terms.closed = None;
    }
}

fn regime_then(used: &mut RegimeUse, as_of: AsOf, zone: Tz) {
    let today = as_of.date_in(zone);
    if let Some(checked) = &mut used.checked {
        *checked = (*checked).min(today);
    }
    used.triggers.retain(|_, moment| as_of.has_come(moment, zone));
}

fn commitment_then(commitment: &mut Commitment, today: NaiveDate) -> bool {
    history_then(&mut commitment.history, today);
    commitment.made.is_none_or(|day| day <= today)
}

fn history_then(history: &mut Vec<StatusEntry>, today: NaiveDate) {
    history.retain(|entry| entry.date <= today);
}

fn clear_later(date: &mut Option<NaiveDate>, today: NaiveDate) {
    if date.is_some_and(|day| day > today) {
        *date = None;
    }
}

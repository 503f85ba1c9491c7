use crate::model::{ClockTerms, Incident, Moment, Register, Response};

/// Every published response that is what a clock awaits, with its date, whatever the day.
pub fn stops<'a>(register: &'a Register, incident: &Incident, terms: &ClockTerms) -> impl Iterator<Item = (&'a Response, &'a Moment)> {
    answers(register, incident, terms).filter_map(|response| Some((response, response.date.as_ref()?)))
}

/// The published response that has stopped a clock, and when, of a register as it stood: what is there is not later.
///
/// Of several it is the one that was there first for sure: by the last day on which each can have appeared, so that a document
/// whose day is known goes before one that is dated to the month in which that day lies.
pub(super) fn stop<'a>(register: &'a Register, incident: &Incident, terms: &ClockTerms) -> Option<(&'a Response, &'a Moment)> {
    first(stops(register, incident, terms), incident)
}

/// The response that was handed over under a clock, and when; of several as in [`stop`].
pub(super) fn delivery<'a>(register: &'a Register, incident: &Incident, terms: &ClockTerms) -> Option<(&'a Response, &'a Moment)> {
    let delivered = answers(register, incident, terms).filter_map(|response| Some((response, response.delivered.as_ref()?)));
    first(delivered, incident)
}

fn answers<'a>(register: &'a Register, incident: &Incident, terms: &ClockTerms) -> impl Iterator<Item = &'a Response> {
    register.responses_to(&incident.record.id).filter(move |response| stopping_document(response, incident, terms))
}

// A document is dated in its own zone, in which it has appeared; where the incident was, its day can be one that has not come.
fn first<'a>(documents: impl Iterator<Item = (&'a Response, &'a Moment)>, incident: &Incident) -> Option<(&'a Response, &'a Moment)> {
    let zone = incident.record.timezone;
    documents.min_by_key(|(response, moment)| (moment.last_day(zone), moment.is_imprecise(), moment.instant(), &response.record.id))
}

/// Whether `response` is the document that `terms` await on `incident`, whenever it was published.
///
/// It names the incident, is of the kind awaited, and where somebody in particular owes it, is by them. A response with
/// `stops` stops just the clocks that it lists.
pub fn stopping_document(response: &Response, incident: &Incident, terms: &ClockTerms) -> bool {
    match &response.stops {
        Some(clocks) => {
            clocks.iter().any(|named| named.incident == incident.record.id && named.clock.as_ref().is_none_or(|clock| *clock == terms.id))
        }
        None => {
            response.incidents.contains(&incident.record.id)
                && response.kind == terms.report
                && terms.from.as_ref().is_none_or(|owing| response.by.contains(owing))
        }
    }
}

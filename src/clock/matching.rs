use chrono::NaiveDate;
use chrono_tz::Tz;

use crate::model::{ClockTerms, DocumentKind, Incident, Moment, Overruled, Register, Response};

/// Every published response that is what a clock awaits, with its date, whatever the day.
pub fn stops<'a>(
    register: &'a Register,
    incident: &Incident,
    terms: &ClockTerms,
) -> impl Iterator<Item = (&'a Response, &'a Moment)> {
    answers(register, incident, terms)
        .filter_map(|response| Some((response, response.date.as_ref()?)))
}

/// Every published response that ends the wait of a clock, with its date, whatever the day: what it
/// awaits, or of a series what ends that.
pub fn endings<'a>(
    register: &'a Register,
    incident: &'a Incident,
    terms: &'a ClockTerms,
) -> Box<dyn Iterator<Item = (&'a Response, &'a Moment)> + 'a> {
    let Some(repeat) = terms.repeat() else {
        return Box::new(stops(register, incident, terms));
    };
    match &repeat.until {
        Some(until) => {
            let ending = incident.awaiting.iter().find(|other| other.id == *until);
            Box::new(ending.into_iter().flat_map(|ending| stops(register, incident, ending)))
        }
        None => {
            let is_last = |response: &&Response| {
                response.kind == DocumentKind::FinalReport
                    && terms.from.as_ref().is_none_or(|owing| response.by.contains(owing))
            };
            let found = register.responses_to(&incident.record.id).filter(is_last);
            Box::new(found.filter_map(|response| Some((response, response.date.as_ref()?))))
        }
    }
}

/// The published response that has ended the wait of a clock, and when, of a register as it stood:
/// what is there is not later.
///
/// Of several it is the one that was there first for sure: by the last day on which each can have
/// appeared, so that a document whose day is known goes before one that is dated to the month in
/// which that day lies.
pub(super) fn stop<'a>(
    register: &'a Register,
    incident: &'a Incident,
    terms: &'a ClockTerms,
) -> Option<(&'a Response, &'a Moment)> {
    first(endings(register, incident, terms), incident)
}

/// The first document that is what a clock awaits, and when it appeared: of a series not the one
/// that ends it.
pub(super) fn document<'a>(
    register: &'a Register,
    incident: &Incident,
    terms: &ClockTerms,
) -> Option<(&'a Response, &'a Moment)> {
    first(stops(register, incident, terms), incident)
}

/// The last published response that can have stopped a clock and was there for sure on `day`, of a
/// register as it stood.
pub(super) fn latest_stop<'a>(
    register: &'a Register,
    incident: &Incident,
    terms: &ClockTerms,
    day: NaiveDate,
) -> Option<(&'a Response, &'a Moment)> {
    let zone = incident.record.timezone;
    let there = stops(register, incident, terms).filter(|(_, moment)| moment.last_day(zone) <= day);
    there.max_by_key(|(response, moment)| {
        (moment.last_day(zone), moment.instant(), &response.record.id)
    })
}

/// The response that was handed over under a clock, and when; of several as in [`stop`].
pub(super) fn delivery<'a>(
    register: &'a Register,
    incident: &Incident,
    terms: &ClockTerms,
) -> Option<(&'a Response, &'a Moment)> {
    let delivered = answers(register, incident, terms)
        .filter_map(|response| Some((response, response.delivered.as_ref()?)));
    first(delivered, incident)
}

/// Every document of a series, published or handed over, with its date, in the order in which they
/// were there for sure.
pub(super) fn series<'a>(
    register: &'a Register,
    incident: &Incident,
    terms: &ClockTerms,
) -> Vec<(&'a Response, &'a Moment)> {
    let zone = incident.record.timezone;
    let dated = |response: &'a Response| {
        Some((response, response.date.as_ref().or(response.delivered.as_ref())?))
    };
    let mut found: Vec<_> = answers(register, incident, terms).filter_map(dated).collect();
    found.sort_by_key(|(response, moment)| in_order(response, moment, zone));
    found
}

/// The due date of a series that a response settles, where its author names it.
pub(super) fn settles(
    response: &Response,
    incident: &Incident,
    terms: &ClockTerms,
) -> Option<NaiveDate> {
    response.stops.iter().flatten().find(|named| is_named(named, incident, terms))?.due
}

fn answers<'a>(
    register: &'a Register,
    incident: &Incident,
    terms: &ClockTerms,
) -> impl Iterator<Item = &'a Response> {
    register
        .responses_to(&incident.record.id)
        .filter(move |response| stopping_document(response, incident, terms))
}

// A document is dated in its own zone, in which it has appeared; where the incident was, its day
// can be one that has not come.
fn first<'a>(
    documents: impl Iterator<Item = (&'a Response, &'a Moment)>,
    incident: &Incident,
) -> Option<(&'a Response, &'a Moment)> {
    let zone = incident.record.timezone;
    documents.min_by_key(|(response, moment)| in_order(response, moment, zone))
}

fn in_order<'a>(response: &'a Response, moment: &Moment, zone: Tz) -> impl Ord + use<'a> {
    (moment.last_day(zone), moment.is_imprecise(), moment.instant(), &response.record.id)
}

fn is_named(named: &Overruled, incident: &Incident, terms: &ClockTerms) -> bool {
    named.clock.incident == incident.record.id
        && named.clock.clock.as_ref().is_none_or(|clock| *clock == terms.id)
}

/// Whether `response` is the document that `terms` await on `incident`, whenever it was published.
///
/// It names the incident, is of the kind awaited, and where somebody in particular owes it, is by
/// them. A response with `stops` stops just the clocks that it lists.
pub fn stopping_document(response: &Response, incident: &Incident, terms: &ClockTerms) -> bool {
    match &response.stops {
        Some(clocks) => clocks.iter().any(|named| is_named(named, incident, terms)),
        None => {
            response.incidents.contains(&incident.record.id)
                && response.kind == terms.report
                && terms.from.as_ref().is_none_or(|owing| response.by.contains(owing))
        }
    }
}

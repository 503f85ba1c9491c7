use std::collections::BTreeMap;

use crate::model::{ClockTerms, Id, Incident, Moment, Register, Response};

/// Which responses answer which incident; made once for a register.
#[derive(Debug)]
pub struct Matching<'a> {
    by_incident: BTreeMap<&'a Id, Vec<&'a Response>>,
}

impl<'a> Matching<'a> {
    /// Sorts the responses of `register` by the incidents that they name.
    pub fn new(register: &'a Register) -> Self {
        let mut by_incident: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for response in register.responses.values() {
            let overruled = response.stops.iter().flatten().map(|clock| &clock.incident);
            let mut named: Vec<_> = response.incidents.iter().chain(overruled).collect();
            named.sort();
            named.dedup();
            for incident in named {
                by_incident.entry(incident).or_default().push(response);
            }
        }
        Self { by_incident }
    }

    /// The responses that name an incident, by id.
    pub fn responses(&self, incident: &Id) -> &[&'a Response] {
        self.by_incident.get(incident).map_or(&[], Vec::as_slice)
    }

    /// The published response that stops a clock, and when: the earliest that is what the clock awaits.
    pub fn stop(&self, incident: &Incident, terms: &ClockTerms) -> Option<(&'a Response, &'a Moment)> {
        self.earliest(incident, terms, |response| response.date.as_ref())
    }

    /// The response that was handed over under a clock, and when: the earliest that is what the clock awaits.
    pub fn delivery(&self, incident: &Incident, terms: &ClockTerms) -> Option<(&'a Response, &'a Moment)> {
        self.earliest(incident, terms, |response| response.delivered.as_ref())
    }

    fn earliest(
        &self,
        incident: &Incident,
        terms: &ClockTerms,
        when: impl Fn(&'a Response) -> Option<&'a Moment>,
    ) -> Option<(&'a Response, &'a Moment)> {
        self.responses(&incident.record.id)
            .iter()
            .filter(|response| stopping_document(response, incident, terms))
            .filter_map(|response| Some((*response, when(response)?)))
            .min_by_key(|(response, moment)| (moment.order(), &response.record.id))
    }
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

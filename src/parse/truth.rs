//! Facts of different places that cannot all be true.
//!
//! Dates in an impossible order, an absence checked after the document had appeared, clocks that start each other, and, where the
//! as-of is now, events of the future. A date known only to the month or year contradicts another only if no day of it fits.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::link::Origins;
use super::{Ahead, Options};
use crate::clock::{Freshness, Matching};
use crate::diag::{Code, Diagnostic, Place};
use crate::model::{ClockTerms, Due, Id, Incident, Kind, Register, Response, Since};

/// Adds whatever is contradictory in `register`.
pub(super) fn check(register: &Register, origins: &Origins, options: Options, found: &mut Vec<Diagnostic>) {
    let mut truth = Truth { register, origins, options, matching: Matching::new(register), found };
    for incident in register.incidents.values() {
        truth.incident(incident);
        truth.clock_starts(incident);
        for terms in &incident.awaiting {
            truth.absence(incident, terms);
        }
    }
    for response in register.responses.values() {
        truth.response(response);
    }
}

struct Truth<'a> {
    register: &'a Register,
    origins: &'a Origins,
    options: Options,
    matching: Matching<'a>,
    found: &'a mut Vec<Diagnostic>,
}

impl Truth<'_> {
    fn dated(&self, kind: Kind, id: &Id) -> Option<Place> {
        self.origins.get(&(kind, id.clone())).map(super::link::Origin::dated)
    }

    fn report(&mut self, code: Code, place: Option<Place>, message: String, help: &str) {
        if let Some(place) = place {
            self.found.push(Diagnostic::new(code, place, message).help(help));
        }
    }

    fn incident(&mut self, incident: &Incident) {
        let record = &incident.record;
        let zone = record.timezone;
        let place = self.dated(Kind::Incident, &record.id);
        let began = incident.occurred.first_day(zone);
        if self.options.ahead == Ahead::Mistake && !self.options.as_of.day_has_come(&incident.occurred, zone) {
            let message = format!("this incident lies in the future: it is {} there", self.options.as_of.date_in(zone));
            self.report(Code::DateFuture, place.clone(), message, "check the year; an incident cannot be announced");
        }
        if let Some(ended) = incident.triggers.get("ended")
            && ended.last_day(zone) < began
        {
            let message = format!("the incident ended ({}) before it began ({})", ended.written(), incident.occurred.written());
            self.report(Code::DateOrder, place.clone(), message, "check both dates");
        }
        for terms in &incident.awaiting {
            self.limit(incident, terms, began, place.as_ref());
        }
        for commitment in &incident.commitments {
            if let (Some(made), Some(due)) = (commitment.made, commitment.due)
                && due < made
            {
                let message = format!("a commitment made on {made} is due before, on {due}");
                self.report(Code::DateOrder, place.clone(), message, "check both dates");
            }
        }
    }

    /// A limit, a check or a closing before the incident.
    fn limit(&mut self, incident: &Incident, terms: &ClockTerms, began: NaiveDate, place: Option<&Place>) {
        let zone = incident.record.timezone;
        let id = &terms.id;
        let due = match &terms.due {
            Some(Due::On(moment)) => Some(moment.last_day(zone)),
            _ => None,
        };
        let days = [("due", due), ("checked", terms.checked), ("closed", terms.closed.as_ref().map(|closing| closing.on))];
        for (what, day) in days {
            if let Some(day) = day
                && day < began
            {
                let message = format!("the clock `{id}` is {what} on {day}, before the incident on {began}");
                self.report(Code::DateOrder, place.cloned(), message, "check both years; one of the dates is mistyped");
            }
        }
    }

    fn response(&mut self, response: &Response) {
        let record = &response.record;
        let place = self.dated(Kind::Response, &record.id);
        for id in &response.incidents {
            let Some(incident) = self.register.incidents.get(id) else { continue };
            let zone = incident.record.timezone;
            for date in response.date.iter().chain(&response.delivered) {
                if date.last_day(zone) < incident.occurred.first_day(zone)
                    && let Some(place) = &place
                {
                    let message =
                        format!("this response ({}) is dated before its incident ({})", date.written(), incident.occurred.written());
                    let mut diagnostic =
                        Diagnostic::new(Code::DateOrder, place.clone(), message).help("check both years; one of the dates is mistyped");
                    if let Some(other) = self.dated(Kind::Incident, id) {
                        diagnostic = diagnostic.related(other, "the incident");
                    }
                    self.found.push(diagnostic);
                }
            }
        }
        if let (Some(date), Some(delivered)) = (&response.date, &response.delivered)
            && date.last_day(record.timezone) < delivered.first_day(record.timezone)
        {
            let message = format!("it was published ({}) before it was delivered ({})", date.written(), delivered.written());
            self.report(Code::DateOrder, place, message, "`delivered` is for a document that was handed over before it was public");
        }
    }

    /// Clocks that wait for each other's documents never begin.
    fn clock_starts(&mut self, incident: &Incident) {
        for terms in &incident.awaiting {
            let place = self.dated(Kind::Incident, &incident.record.id);
            let mut seen = BTreeSet::new();
            let mut at = terms;
            while let Since::Clock(next) = &at.since {
                if !seen.insert(&at.id) {
                    let message = format!("the clock `{}` starts itself through others", terms.id);
                    self.report(Code::ClockLoop, place, message, "let one of them begin with `since: occurred` or a date");
                    break;
                }
                match incident.awaiting.iter().find(|other| other.id == *next) {
                    Some(other) => at = other,
                    None => {
                        let known: Vec<&str> = incident.awaiting.iter().map(|other| other.id.as_str()).collect();
                        let message = format!("the clock `{}` begins with `{next}`, which this incident does not have", at.id);
                        self.report(Code::ClockUnknown, place, message, &format!("its clocks are: {}", known.join(", ")));
                        break;
                    }
                }
            }
        }
    }

    fn absence(&mut self, incident: &Incident, terms: &ClockTerms) {
        let Some(checked) = terms.checked else { return };
        let zone = incident.record.timezone;
        let today = self.options.as_of.date_in(zone);
        let id = &incident.record.id;
        let Some(origin) = self.origins.get(&(Kind::Incident, id.clone())) else { return };
        let Some(span) = origin.mentions.checked.iter().find(|(clock, _)| *clock == terms.id).map(|(_, span)| span) else { return };
        let place = origin.place(span);
        if let Some((response, date)) = self.matching.stop(incident, terms) {
            if date.last_day(zone) <= checked {
                let message = format!("nothing was found on {checked}, but `{}` appeared on {}", response.record.id, date.written());
                let mut diagnostic = Diagnostic::new(Code::AbsenceContradicted, place.clone(), message)
                    .label("checked here")
                    .help("delete `checked`, or correct who published what, and when");
                if let Some(other) = self.dated(Kind::Response, &response.record.id) {
                    diagnostic = diagnostic.related(other, "the document that stops this clock");
                }
                self.found.push(diagnostic);
            }
            if self.options.as_of.has_come(date, zone) {
                return;
            }
        }
        // Somewhere east of the zone it may be tomorrow already.
        if self.options.ahead == Ahead::Mistake && (checked - today).num_days() > 1 {
            let message = format!("nobody can have looked on {checked}: it is {today}");
            self.report(Code::DateFuture, Some(place), message, "write the day on which you last looked");
            return;
        }
        if terms.closed.as_ref().is_some_and(|closing| closing.on <= today) {
            return;
        }
        let age = (today - checked).num_days();
        let help = "look again, then write today's date as `checked`, or add the document as a response";
        match Freshness::of(Some(checked), today, terms.recheck_days) {
            Freshness::Stale => {
                let message = format!("nobody has looked for this document for {age} days: the counter stands at {checked}");
                self.report(Code::CheckStale, Some(place), message, help);
            }
            Freshness::Expired => {
                let message = format!("nobody has looked for this document for {age} days: no number of days is shown any more");
                self.report(Code::CheckExpired, Some(place), message, help);
            }
            Freshness::Fresh | Freshness::Unchecked | Freshness::Settled => {}
        }
    }
}

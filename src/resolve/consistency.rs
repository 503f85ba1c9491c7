//! Facts of different places that cannot all be true.
//!
//! Dates in an impossible order, an absence checked after the document had appeared, clocks that
//! start each other, and, where the as-of is now, events of the future. A date known only to the
//! month or year contradicts another only if no day of it fits.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use chrono_tz::Tz;
use rayon::prelude::*;

use super::link::Origins;
use super::{Ahead, Options};
use crate::clock::{
    Chain, Freshness, endings, moment_of, repetition, starting_clocks, starts, stopping_document,
    stops,
};
use crate::diag::{Code, Diagnostic, Place, listed};
use crate::front_matter::spans::{Places, Step};
use crate::model::{
    Check, ClockTerms, DocumentKind, Due, Id, Incident, Kind, Moment, Register, Response, Roll,
};

/// Adds whatever is contradictory in `register`.
pub(super) fn check(
    register: &Register,
    origins: &Origins,
    options: Options,
    found: &mut Vec<Diagnostic>,
) {
    let truth = || Truth { register, origins, options, found: Vec::new() };
    let of_incidents = register.incidents.par_iter().flat_map_iter(|(_, incident)| {
        let mut truth = truth();
        truth.incident(incident);
        truth.clock_starts(incident);
        let mut told = BTreeSet::new();
        for terms in &incident.awaiting {
            truth.absence(incident, terms, &mut told);
        }
        truth.found
    });
    let of_responses = register.responses.par_iter().flat_map_iter(|(_, response)| {
        let mut truth = truth();
        truth.response(response);
        truth.stops_something(response);
        truth.settles_a_due_date(response);
        truth.found
    });
    found.par_extend(of_incidents.chain(of_responses));
}

/// The most due dates of a series among which a named one is looked for.
const MOST_DUE_DATES: usize = 4_000;

const MISTYPED: &str = "check the year, month and day of both; one of the dates is mistyped";

struct Truth<'a> {
    register: &'a Register,
    origins: &'a Origins,
    options: Options,
    found: Vec<Diagnostic>,
}

impl Truth<'_> {
    /// The places of a record.
    fn places(&self, kind: Kind, id: &Id) -> Option<&Places> {
        self.origins.get(&(kind, id.clone())).map(|origin| &origin.places)
    }

    fn dated(&self, kind: Kind, id: &Id) -> Option<Place> {
        self.places(kind, id).map(Places::dated)
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
        if self.options.ahead == Ahead::Mistake
            && !self.options.as_of.day_has_come(&incident.occurred, zone)
        {
            let message = format!(
                "this incident lies in the future: it is {} there",
                self.options.as_of.date_in(zone)
            );
            self.report(
                Code::DateFuture,
                place.clone(),
                message,
                "check the year; an incident cannot be announced",
            );
        }
        if let Some(ended) = incident.triggers.get("ended")
            && precedes(ended, &incident.occurred, zone)
        {
            let message = format!(
                "the incident ended ({}) before it began ({})",
                ended.written(),
                incident.occurred.written()
            );
            let at = self.value(Kind::Incident, &record.id, "ended");
            self.report_beside(
                at,
                place.as_ref().map(|place| (place.clone(), "it began here")),
                message,
                "check both dates",
            );
        }
        let mut told = BTreeSet::new();
        for terms in &incident.awaiting {
            self.limit(incident, terms, began, place.as_ref(), &mut told);
        }
    }

    /// A limit, a check or a closing before the incident; one that is said of several clocks is
    /// told once.
    fn limit(
        &mut self,
        incident: &Incident,
        terms: &ClockTerms,
        began: NaiveDate,
        place: Option<&Place>,
        told: &mut BTreeSet<usize>,
    ) {
        let zone = incident.record.timezone;
        let id = &terms.id;
        let due = match &terms.due {
            Some(Due::On(moment)) => Some(moment.last_day(zone)),
            _ => None,
        };
        let days: [(&str, &[Step<'_>], Option<NaiveDate>); 3] = [
            ("due", &[Step::Key("due")], due),
            ("checked", &[Step::Key("checked")], terms.checked),
            (
                "closed",
                &[Step::Key("closed"), Step::Key("on")],
                terms.closed.as_ref().map(|closing| closing.on),
            ),
        ];
        for (what, path, day) in days {
            if let Some(day) = day
                && day < began
            {
                let message =
                    format!("the clock `{id}` is {what} on {day}, before the incident on {began}");
                let at = self.term(&incident.record.id, id, path);
                if at.as_ref().is_some_and(|place| !told.insert(place.span.start)) {
                    continue;
                }
                self.report_beside(
                    at,
                    place.map(|place| (place.clone(), "the incident")),
                    message,
                    MISTYPED,
                );
            }
        }
    }

    /// The place of a key's value in a record's front matter, or of the record's own date.
    fn value(&self, kind: Kind, id: &Id, key: &str) -> Option<Place> {
        let places = self.places(kind, id)?;
        places.value([key]).or_else(|| Some(places.dated()))
    }

    /// The place of a value among the terms of a clock.
    fn term(&self, incident: &Id, clock: &Id, path: &[Step<'_>]) -> Option<Place> {
        self.places(Kind::Incident, incident)?.term(clock, path)
    }

    /// Reports dates in an impossible order: at the one at fault, with the other beside it.
    fn report_beside(
        &mut self,
        at: Option<Place>,
        beside: Option<(Place, &str)>,
        message: String,
        help: &str,
    ) {
        let Some(place) = at.or_else(|| beside.as_ref().map(|(place, _)| place.clone())) else {
            return;
        };
        let mut diagnostic = Diagnostic::new(Code::DateOrder, place, message).help(help);
        if let Some((other, label)) = beside
            && other.span != diagnostic.place.span
        {
            diagnostic = diagnostic.related(other, label);
        }
        self.found.push(diagnostic);
    }

    /// A final report that is dated before its incident was over: one of the dates is wrong, or it is
    /// no final report.
    fn early(&mut self, response: &Response) {
        if response.kind != DocumentKind::FinalReport {
            return;
        }
        let record = &response.record;
        for incident in response.incidents.iter().filter_map(|id| self.register.incidents.get(id)) {
            let (Some(date), Some(ended)) = (&response.date, incident.triggers.get("ended")) else {
                continue;
            };
            let zone = incident.record.timezone;
            // One before the incident is told of as that.
            if precedes(date, ended, zone) && !precedes(date, &incident.occurred, zone) {
                let message = format!(
                    "this final report ({}) is dated before `{}` was over ({})",
                    date.written(),
                    incident.record.id,
                    ended.written()
                );
                self.report(
                    Code::DocumentEarly,
                    self.value(Kind::Response, &record.id, "date"),
                    message,
                    "check both dates; what appears while an incident goes on is an update or a preliminary report",
                );
            }
        }
    }

    fn response(&mut self, response: &Response) {
        let record = &response.record;
        for id in &response.incidents {
            let Some(incident) = self.register.incidents.get(id) else { continue };
            let zone = incident.record.timezone;
            let dates = [("date", &response.date), ("delivered", &response.delivered)];
            for (key, date) in
                dates.into_iter().filter_map(|(key, date)| Some((key, date.as_ref()?)))
            {
                if precedes(date, &incident.occurred, zone) {
                    let message = format!(
                        "this response ({}) is dated before its incident ({})",
                        date.written(),
                        incident.occurred.written()
                    );
                    let at = self.value(Kind::Response, &record.id, key);
                    let other = self.dated(Kind::Incident, id).map(|place| (place, "the incident"));
                    let Some(place) = at else { continue };
                    let mut diagnostic =
                        Diagnostic::new(Code::DateOrder, place, message).help(MISTYPED);
                    if let Some((other, label)) = other {
                        diagnostic = diagnostic.related(other, label);
                    }
                    self.found.push(diagnostic);
                }
            }
        }
        self.early(response);
        if let (Some(date), Some(delivered)) = (&response.date, &response.delivered)
            && precedes(date, delivered, record.timezone)
        {
            let message = format!(
                "it was published ({}) before it was delivered ({})",
                date.written(),
                delivered.written()
            );
            let at = self.value(Kind::Response, &record.id, "delivered");
            let published =
                self.dated(Kind::Response, &record.id).map(|place| (place, "published here"));
            let help = "correct one of them, or delete `delivered`: it is for a document that was handed over before it was public";
            self.report_beside(at, published, message, help);
        }
    }

    /// Clocks that wait for each other's documents never begin. Those of duties are looked at where
    /// the duty is declared.
    fn clock_starts(&mut self, incident: &Incident) {
        let clocks = &incident.awaiting;
        let chain = Chain::of(clocks);
        let id = &incident.record.id;
        let place = |truth: &Self, clock: &Id| {
            let since = truth.term(id, clock, &[Step::Key("since")]);
            since.or_else(|| truth.dated(Kind::Incident, id))
        };
        for (at, terms) in clocks.iter().enumerate().filter(|(_, terms)| terms.law.is_none()) {
            let missing = starting_clocks(terms)
                .find(|start| !clocks.iter().any(|other| other.id == **start));
            if let Some(missing) = missing {
                let known = listed(clocks.iter().map(|other| other.id.as_str()));
                let message = format!(
                    "the clock `{}` begins with `{missing}`, which this incident does not have",
                    terms.id
                );
                self.report(
                    Code::ClockUnknown,
                    place(self, &terms.id),
                    message,
                    &format!("its clocks are: {known}"),
                );
            } else if chain.is_circular(at) {
                let message = format!("the clock `{}` starts itself through others", terms.id);
                self.report(
                    Code::ClockLoop,
                    place(self, &terms.id),
                    message,
                    "let one of them begin with `since: occurred` or a date",
                );
            }
        }
    }

    /// A document of a kind that clocks await, which says nothing of what it stops and stops
    /// nothing.
    fn stops_something(&mut self, response: &Response) {
        if !response.kind.is_document() || response.date.is_none() || response.stops.is_some() {
            return;
        }
        let Some(places) = self.places(Kind::Response, &response.record.id).cloned() else {
            return;
        };
        for id in &response.incidents {
            let Some(incident) = self.register.incidents.get(id) else { continue };
            if incident.awaiting.iter().any(|terms| stopping_document(response, incident, terms)) {
                continue;
            }
            let (kind, of_kind): (_, Vec<&ClockTerms>) = (
                response.kind.name(),
                incident.awaiting.iter().filter(|terms| terms.report == response.kind).collect(),
            );
            let place = |key: &str| places.value([key]);
            let by = place("by");
            let (place, why, help) = if of_kind.is_empty() {
                let awaited = incident
                    .awaiting
                    .iter()
                    .map(|terms| format!("`{}` ({})", terms.id, terms.report.name()));
                let why = format!("its clocks await other kinds: {}", listed(awaited));
                (place("kind"), why, "await it under `awaiting`, or correct `kind`".to_owned())
            } else {
                let list = |ids: &[Id]| {
                    ids.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", ")
                };
                let owing = of_kind.iter().map(|terms| {
                    format!("`{}` waits for {}", terms.id, list(terms.from.as_slice()))
                });
                let owing = owing.collect::<Vec<_>>().join(", ");
                match by.filter(|_| !response.by.is_empty()) {
                    Some(place) => (
                        Some(place),
                        format!("{owing}, and this is by {}", list(&response.by)),
                        "correct `by`".to_owned(),
                    ),
                    None => (
                        place("kind"),
                        format!("{owing}, and `by` is missing here"),
                        "add `by:` with whoever published it".to_owned(),
                    ),
                }
            };
            let message = format!("this {kind} stops no clock of `{id}`; {why}");
            let help = format!("{help}; if it ends no wait, write `stops: []`");
            if let Some(place) = place {
                self.found
                    .push(Diagnostic::new(Code::DocumentStopsNothing, place, message).help(help));
            }
        }
    }

    /// A document that its author puts down to a due date of a series that has none such. Where a
    /// due date can be rolled, that is for the clock to say.
    fn settles_a_due_date(&mut self, response: &Response) {
        for named in response.stops.iter().flatten() {
            let (Some(due), Some(clock)) = (named.due, &named.clock.clock) else { continue };
            let Some(incident) = self.register.incidents.get(&named.clock.incident) else {
                continue;
            };
            let Some(terms) = incident.awaiting.iter().find(|terms| terms.id == *clock) else {
                continue;
            };
            let place = self.value(Kind::Response, &response.record.id, "stops");
            let Some(repeat) = terms.repeat() else {
                let message =
                    format!("`{clock}` is due once, and `@{due}` names one of several due dates");
                let help = format!("write `{}/{clock}`", named.clock.incident);
                self.report(Code::ClockUnknown, place, message, &help);
                continue;
            };
            let zone = incident.record.timezone;
            let start = moment_of(incident, terms, &terms.since);
            let (Some(start), Roll::None, []) = (start, terms.roll, &terms.paused[..]) else {
                continue;
            };
            let days = (1..).map_while(|nth| repetition(start, zone, repeat.every, nth).ok());
            let around: Vec<NaiveDate> = days.take(MOST_DUE_DATES).collect();
            if let Err(after) = around.binary_search(&due) {
                let near = around[after.saturating_sub(1)..].iter().take(2);
                let near = near.map(|day| format!("`@{day}`")).collect::<Vec<_>>().join(" or ");
                let message = format!("`{clock}` has no due date on {due}");
                self.report(Code::ClockUnknown, place, message, &format!("write {near}"));
            }
        }
    }

    /// What is wrong with a check. Where several clocks share one, as those of a duty do, each
    /// thing is told once.
    fn absence(
        &mut self,
        incident: &Incident,
        terms: &ClockTerms,
        told: &mut BTreeSet<(Code, Id)>,
    ) {
        let zone = incident.record.timezone;
        let Some(Check { on: looked, reach: checked }) = terms.check(zone) else { return };
        let today = self.options.as_of.date_in(zone);
        let id = &incident.record.id;
        let Some(place) = self.term(id, &terms.id, &[Step::Key("checked")]) else { return };
        let noted_as = shared_check(incident, terms).unwrap_or(&terms.id);
        let mut is_new = |code| told.insert((code, noted_as.clone()));
        if let Some((response, date)) = self.contradiction(incident, terms, checked)
            && is_new(Code::AbsenceContradicted)
        {
            let message = format!(
                "nothing was found on {checked}, but `{}` appeared on {}",
                response.record.id,
                date.written()
            );
            let mut diagnostic = Diagnostic::new(Code::AbsenceContradicted, place.clone(), message)
                .label("checked here")
                .help("delete `checked`, or correct who published what, and when");
            if let Some(other) = self.dated(Kind::Response, &response.record.id) {
                diagnostic = diagnostic.related(other, "the document that stops this clock");
            }
            self.found.push(diagnostic);
        }
        if endings(self.register, incident, terms)
            .any(|(_, date)| self.options.as_of.has_come(date, zone))
        {
            return;
        }
        // Somewhere east of the zone it may be tomorrow already.
        if self.options.ahead == Ahead::Mistake && (looked - today).num_days() > 1 {
            if is_new(Code::DateFuture) {
                let message = format!("nobody can have looked on {looked}: it is {today}");
                self.report(
                    Code::DateFuture,
                    Some(place),
                    message,
                    "write the day on which you last looked",
                );
            }
            return;
        }
        if checked >= incident.occurred.first_day(zone)
            && together(incident, terms)
                .all(|terms| begins(incident, terms).is_some_and(|began| began > checked))
        {
            if is_new(Code::DateOrder)
                && let Some(began) = begins(incident, terms)
            {
                let message = format!(
                    "the clock `{}` is checked on {checked}, before it begins on {began}",
                    terms.id
                );
                self.report(
                    Code::DateOrder,
                    Some(place),
                    message,
                    "write the day on which you last looked since then, or delete `checked`",
                );
            }
            return;
        }
        if terms.closed.as_ref().is_some_and(|closing| closing.on <= today) {
            return;
        }
        let age = (today - looked).num_days();
        let help =
            "look again, then write today's date as `checked`, or add the document as a response";
        let (code, what) =
            match Freshness::of(Some(Check::whole(looked)), today, terms.recheck_days) {
                Freshness::Stale(_) => {
                    (Code::CheckStale, format!("the counter stands at {checked}"))
                }
                Freshness::Expired(_) => {
                    (Code::CheckExpired, "no number of days is shown any more".to_owned())
                }
                Freshness::Fresh(_) | Freshness::Unchecked | Freshness::Settled => return,
            };
        if is_new(code) {
            self.report(
                code,
                Some(place),
                format!("nobody has looked for this document for {age} days: {what}"),
                help,
            );
        }
    }

    /// The first document that was there on the day of a check that found none.
    ///
    /// The check of a duty concerns what was still awaited under it: it is only contradicted where
    /// nothing was. Of a series it says that there was no further document, which is true whatever
    /// came before.
    fn contradiction(
        &self,
        incident: &Incident,
        terms: &ClockTerms,
        checked: NaiveDate,
    ) -> Option<(&Response, &Moment)> {
        let zone = incident.record.timezone;
        let was_there = |terms| {
            stops(self.register, incident, terms).filter(|(_, date)| date.last_day(zone) <= checked)
        };
        let mut together = together(incident, terms);
        if together.any(|terms| terms.repeat().is_some() || was_there(terms).next().is_none()) {
            return None;
        }
        was_there(terms).min_by_key(|(response, date)| (date.last_day(zone), &response.record.id))
    }
}

/// The duty of a clock whose check is that of all clocks of its duty; nothing for one that has a
/// check of its own.
fn shared_check<'a>(incident: &'a Incident, terms: &'a ClockTerms) -> Option<&'a Id> {
    let regime = &terms.law.as_ref()?.regime;
    let limit = terms.id.as_str().strip_prefix(regime.as_str())?.strip_prefix('/')?;
    let used = incident.regimes.iter().find(|used| used.regime == *regime)?;
    let own = used.limits.get(&Id::from(limit)).and_then(|terms| terms.checked);
    own.is_none().then_some(regime)
}

/// The clocks that one `checked` concerns: those of a duty together, any other on its own.
fn together<'a>(
    incident: &'a Incident,
    terms: &'a ClockTerms,
) -> impl Iterator<Item = &'a ClockTerms> {
    let duty = shared_check(incident, terms);
    incident.awaiting.iter().filter(move |other| match duty {
        Some(duty) => shared_check(incident, other) == Some(duty),
        None => other.id == terms.id,
    })
}

/// The first day on which a clock can have begun, whichever of several starts counts. One that
/// begins with a document begins anew whenever that document is corrected, and no check can be
/// before it by mistake.
fn begins(incident: &Incident, terms: &ClockTerms) -> Option<NaiveDate> {
    let moments = starts(terms).filter_map(|since| moment_of(incident, terms, since));
    moments.map(|moment| moment.first_day(incident.record.timezone)).min()
}

/// Whether one moment was for sure before another: by the clock where both times are known,
/// otherwise by the days they can have been.
fn precedes(one: &Moment, other: &Moment, zone: Tz) -> bool {
    match (one.instant(), other.instant()) {
        (Some(one), Some(other)) => one < other,
        _ => one.last_day(zone) < other.first_day(zone),
    }
}

use std::collections::BTreeMap;

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::{AsOf, Elapsed, Freshness, Matching, Standing, elapsed};
use crate::model::{ClockRef, ClockTerms, Id, Incident, Moment, Register, Since};

/// Every clock of a register as of one moment.
#[derive(Debug)]
pub struct Docket {
    as_of: AsOf,
    clocks: BTreeMap<Id, Vec<Clock>>,
}

/// One clock as of one moment: how long a document has been awaited, and what may be said of it.
#[derive(Debug, Clone)]
pub struct Clock {
    /// The incident.
    pub incident: Id,
    /// The clock's own name within the incident.
    pub id: Id,
    /// The incident's zone, in which all its dates are.
    pub zone: Tz,
    /// The civil date of the as-of in that zone.
    pub today: NaiveDate,
    /// When it began, if that is known.
    pub start: Option<Moment>,
    /// Days to the stop, to the closing, or to the as-of.
    pub elapsed: Option<Elapsed>,
    /// What stopped it.
    pub stop: Option<Stop>,
    /// What was handed over without being published.
    pub delivery: Option<Stop>,
    /// Where it stands.
    pub standing: Standing,
    /// How far the absence can be relied on.
    pub freshness: Freshness,
    /// The last check, no later than the as-of.
    pub checked: Option<NaiveDate>,
    /// Days to the stop, or to the earlier of check and as-of: the part of the wait that somebody has seen.
    pub evidenced: Option<i64>,
    /// Days within pauses up to the end of the count.
    pub paused_days: i64,
    /// The trigger that is not known.
    pub missing: Option<String>,
    /// Whether it is the clock by which its incident is counted.
    pub headline: bool,
}

/// A document that ends or answers a wait.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    /// The response.
    pub response: Id,
    /// The civil date in the clock's zone; the earliest possible where only the month or the year is known.
    pub on: NaiveDate,
    /// Whether only the month or the year is known.
    pub imprecise: bool,
}

impl Docket {
    /// Works out every clock of `register`, which must be as it stood on `as_of`.
    pub fn new(register: &Register, as_of: AsOf) -> Self {
        let matching = Matching::new(register);
        let clocks = register
            .incidents
            .iter()
            .map(|(id, incident)| (id.clone(), clocks_of(incident, &matching, as_of)))
            .collect();
        Self { as_of, clocks }
    }

    /// The moment for which the clocks were worked out.
    pub fn as_of(&self) -> AsOf {
        self.as_of
    }

    /// The clocks of an incident in the order of its author; none if it does not exist.
    pub fn of(&self, incident: &str) -> &[Clock] {
        self.clocks.get(incident).map_or(&[], Vec::as_slice)
    }

    /// The clock named in prose, if its incident exists as of this moment.
    pub fn find(&self, named: &ClockRef) -> Option<&Clock> {
        let clocks = self.of(named.incident.as_str());
        match &named.clock {
            Some(id) => clocks.iter().find(|clock| clock.id == *id),
            None => clocks.iter().find(|clock| clock.headline),
        }
    }

    /// Every clock, by incident.
    pub fn clocks(&self) -> impl Iterator<Item = &Clock> {
        self.clocks.values().flatten()
    }
}

impl Clock {
    /// The terms under which it runs.
    pub fn terms<'a>(&self, incident: &'a Incident) -> Option<&'a ClockTerms> {
        incident.awaiting.iter().find(|terms| terms.id == self.id)
    }

    /// The number of days that may be claimed: none for an absence that nobody has checked for too long.
    ///
    /// Where a check is stale the count stands at the day of the check.
    pub fn claimed(&self) -> Option<Elapsed> {
        match self.freshness {
            Freshness::Expired => None,
            Freshness::Stale => Some(Elapsed { days: self.evidenced?, ..self.elapsed? }),
            Freshness::Fresh | Freshness::Unchecked | Freshness::Settled => self.elapsed,
        }
    }

    /// Whether the document is still awaited.
    pub fn is_open(&self) -> bool {
        !self.standing.is_settled()
    }
}

fn clocks_of(incident: &Incident, matching: &Matching<'_>, as_of: AsOf) -> Vec<Clock> {
    let mut clocks: Vec<Clock> = incident.awaiting.iter().map(|terms| clock(incident, terms, matching, as_of)).collect();
    let first_open = clocks.iter().position(Clock::is_open).unwrap_or(0);
    if let Some(headline) = clocks.get_mut(first_open) {
        headline.headline = true;
    }
    clocks
}

fn clock(incident: &Incident, terms: &ClockTerms, matching: &Matching<'_>, as_of: AsOf) -> Clock {
    let zone = incident.record.timezone;
    let today = as_of.date_in(zone);
    let start = start_of(incident, terms, matching);
    let stop_at = |(response, moment): (&crate::model::Response, &Moment)| Stop {
        response: response.record.id.clone(),
        on: moment.first_day(zone),
        imprecise: moment.is_imprecise(),
    };
    let stop = matching.stop(incident, terms).map(stop_at);
    let delivery = matching.delivery(incident, terms).map(stop_at);
    let paused_now = terms.paused.iter().any(|pause| pause.to.is_none_or(|to| today < to));
    let standing = if stop.is_some() {
        Standing::Published
    } else if terms.closed.is_some() {
        Standing::Closed
    } else if delivery.is_some() {
        Standing::Delivered
    } else if start.is_err() {
        Standing::Unknown
    } else if paused_now {
        Standing::Paused
    } else {
        Standing::Waiting
    };
    let end = match (&stop, &terms.closed) {
        (Some(stop), _) => stop.on,
        (None, Some(closing)) => closing.on,
        (None, None) => today,
    };
    let count_to = |day: NaiveDate| {
        let mut counted = elapsed(start.as_ref().ok()?, zone, day)?;
        counted.at_least |= stop.as_ref().is_some_and(|stop| stop.imprecise);
        Some(counted)
    };
    let checked = terms.checked.map(|day| day.min(today));
    let evidenced_to = if stop.is_some() { Some(end) } else { checked.map(|day| day.min(end)) };
    Clock {
        incident: incident.record.id.clone(),
        id: terms.id.clone(),
        zone,
        today,
        elapsed: count_to(end),
        evidenced: evidenced_to.and_then(count_to).map(|counted| counted.days),
        freshness: if standing.is_settled() {
            Freshness::Settled
        } else {
            Freshness::of(checked, today, terms.recheck_days)
        },
        paused_days: paused_days(terms, start.as_ref().ok().map(|moment| moment.last_day(zone)), end),
        missing: start.as_ref().err().cloned(),
        start: start.ok(),
        stop,
        delivery,
        standing,
        checked,
        headline: false,
    }
}

/// When a clock begins, or the name of what would have to be known.
fn start_of(incident: &Incident, terms: &ClockTerms, matching: &Matching<'_>) -> Result<Moment, String> {
    match &terms.since {
        Since::Trigger(name) => incident.triggers.get(name).cloned().ok_or_else(|| name.clone()),
        Since::Moment(moment) => Ok(moment.clone()),
        Since::Clock(id) => incident
            .awaiting
            .iter()
            .find(|other| other.id == *id)
            .and_then(|other| matching.stop(incident, other))
            .map(|(_, moment)| moment.clone())
            .ok_or_else(|| format!("the document that stops {id}")),
    }
}

/// Days within pauses after the start and up to `end`; overlapping pauses are counted once.
fn paused_days(terms: &ClockTerms, start: Option<NaiveDate>, end: NaiveDate) -> i64 {
    let Some(start) = start else { return 0 };
    let mut pauses: Vec<_> = terms.paused.iter().map(|pause| (pause.from, pause.to.unwrap_or(end).min(end))).collect();
    pauses.sort();
    let mut counted_to = start;
    let mut days = 0;
    for (from, to) in pauses {
        let from = from.max(counted_to);
        days += (to - from).num_days().max(0);
        counted_to = counted_to.max(to);
    }
    days
}

use std::collections::BTreeMap;

use chrono::NaiveDate;
use chrono_tz::Tz;
use rayon::prelude::*;

use super::{
    AsOf, Days, DueDate, Elapsed, Freshness, Limit, PauseIgnored, Standing, Step, WorkingDays, due_date, due_under, elapsed, matching,
};
use crate::model::{ClockRef, ClockTerms, Due, Id, Incident, Moment, Period, Register, Response, Since};

/// Every clock of a register as of one moment.
#[derive(Debug)]
pub struct Docket {
    as_of: AsOf,
    /// By incident, in order.
    clocks: Vec<(Id, Vec<Clock>)>,
}

/// Where a clock is found in its docket.
#[derive(Debug, Clone, Copy)]
pub struct Position {
    incident: usize,
    clock: usize,
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
    /// What starts it: of several starts with periods of their own the one whose limit is the earliest.
    pub since: Since,
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
    /// The last check, no later than the as-of; nothing where it was made before the clock began.
    pub checked: Option<NaiveDate>,
    /// Days to the stop, or to the earlier of check and as-of: the part of the wait that somebody has seen.
    pub evidenced: Option<i64>,
    /// Days within pauses after the start, up to the end of the count and with it.
    pub paused_days: i64,
    /// By when the document is due, and how that was found; nothing without a limit, or where it cannot be found.
    pub due: Option<DueDate>,
    /// Whether the due date hangs on a document that is itself awaited, and is reckoned from that one's due date.
    pub provisional: bool,
    /// Whole days by which the limit has passed while the document is awaited.
    pub overdue_days: Option<i64>,
    /// Whole days by which the document came after the limit; never of a provisional limit, nor of one that nobody can observe.
    pub days_late: Option<i64>,
    /// Whether those are the fewest that there can have been, since a document is dated only to the month or year.
    pub late_at_least: bool,
    /// Whether a document was public by the due date, whatever is not known of its day or hour; false without a due date.
    pub in_time: bool,
    /// The same of the document that was handed over.
    pub delivered_in_time: bool,
    /// What would have to be known for the clock to start, or for its limit to be reckoned.
    pub missing: Option<String>,
    /// Whether nobody outside can see if the document was filed; only as long as it is not public.
    pub confidential: bool,
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
    /// How many clocks are in each standing, in order of its name.
    pub fn standings(&self) -> Vec<(&'static str, usize)> {
        let mut counts: BTreeMap<&'static str, usize> = BTreeMap::new();
        for clock in self.clocks() {
            *counts.entry(clock.standing.name()).or_default() += 1;
        }
        counts.into_iter().collect()
    }

    /// Works out every clock of `register`, which must be as it stood on `as_of`.
    pub fn new(register: &Register, as_of: AsOf) -> Self {
        let clocks = register.incidents.par_iter().map(|(id, incident)| (id.clone(), clocks_of(incident, register, as_of))).collect();
        Self { as_of, clocks }
    }

    /// The moment for which the clocks were worked out.
    pub fn as_of(&self) -> AsOf {
        self.as_of
    }

    /// The clocks of an incident in the order of its author; none if it does not exist.
    pub fn of(&self, incident: &str) -> &[Clock] {
        let found = self.clocks.binary_search_by(|(id, _)| id.as_str().cmp(incident));
        found.map_or(&[], |at| &self.clocks[at].1)
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
        self.clocks.iter().flat_map(|(_, clocks)| clocks)
    }

    /// The positions of all clocks that [`Self::at`] takes, by incident.
    pub fn positions(&self) -> impl Iterator<Item = Position> {
        self.clocks.iter().enumerate().flat_map(|(incident, (_, clocks))| (0..clocks.len()).map(move |clock| Position { incident, clock }))
    }

    /// The clock at one of this docket's [`Self::positions`].
    pub fn at(&self, position: Position) -> &Clock {
        &self.clocks[position.incident].1[position.clock]
    }
}

impl Clock {
    /// The terms under which it runs.
    pub fn terms<'a>(&self, incident: &'a Incident) -> Option<&'a ClockTerms> {
        incident.awaiting.iter().find(|terms| terms.id == self.id)
    }

    /// The number of days that may be claimed: none for an absence that nobody has checked for too long, or that nobody can see.
    ///
    /// Where a check is stale the count stands at the day of the check.
    pub fn claimed(&self) -> Option<Elapsed> {
        if self.confidential {
            return None;
        }
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

/// What the clocks of one incident are worked out from.
struct Bench<'a> {
    incident: &'a Incident,
    register: &'a Register,
    as_of: AsOf,
    zone: Tz,
    today: NaiveDate,
}

fn clocks_of(incident: &Incident, register: &Register, as_of: AsOf) -> Vec<Clock> {
    let zone = incident.record.timezone;
    let bench = Bench { incident, register, as_of, zone, today: as_of.date_in(zone) };
    let mut clocks: Vec<Clock> = incident.awaiting.iter().map(|terms| bench.clock(terms)).collect();
    let first_open = clocks.iter().position(Clock::is_open).unwrap_or(0);
    if let Some(headline) = clocks.get_mut(first_open) {
        headline.headline = true;
    }
    clocks
}

/// When a clock begins.
enum Start {
    Known(Moment),
    /// With the document of another clock, which is awaited: reckoned from that one's due date.
    Provisional(Moment),
    Missing(String),
}

impl Start {
    /// The moment, if there is one, even a provisional one.
    fn moment(&self) -> Option<&Moment> {
        match self {
            Start::Known(moment) | Start::Provisional(moment) => Some(moment),
            Start::Missing(_) => None,
        }
    }
}

impl Bench<'_> {
    fn clock(&self, terms: &ClockTerms) -> Clock {
        let zone = self.zone;
        let depth = self.incident.awaiting.len();
        let stopped = matching::stop(self.register, self.incident, terms);
        let closed_on = terms.closed.as_ref().map(|closing| closing.on);
        // Which of several starts counts can hang on a pause that lasts to the end, and the earliest day of a stop on the start.
        let end = stopped.map(|(_, moment)| moment.first_day(zone)).or(closed_on).unwrap_or(self.today);
        let (since, start) = self.first_start_of(terms, depth, end);
        let stop = stopped.map(|found| self.stop_at(found, &start));
        let delivered = matching::delivery(self.register, self.incident, terms);
        let delivery = delivered.map(|found| self.stop_at(found, &start));
        let end = stop.as_ref().map_or(end, |stop| stop.on);
        let (due, limit_missing) = self.due(terms, (&since, &start), end);
        let (start, provisional, missing) = match start {
            Start::Known(moment) => (Some(moment), false, limit_missing),
            Start::Provisional(_) => (None, due.is_some(), Some(awaited_by(&since))),
            Start::Missing(name) => (None, false, Some(name)),
        };
        let in_confidence = terms.law.as_ref().is_some_and(|law| law.confidential);
        // A copy that was made public says nothing of when the document was filed with those who keep it to themselves.
        let late = due.as_ref().filter(|_| !provisional && !in_confidence && stop.is_some()).and_then(|due| self.late(terms, due));
        let (days_late, late_at_least) = late.map_or((None, false), |late| (Some(late.days), late.at_least));
        let in_time = due.as_ref().is_some_and(|due| {
            matching::stops(self.register, self.incident, terms).any(|(_, moment)| due.current.is_kept_by(moment, zone))
        });
        let delivered_in_time = due.as_ref().zip(delivered).is_some_and(|(due, (_, moment))| due.current.is_kept_by(moment, zone));
        let overdue_days = due.as_ref().filter(|_| !provisional).and_then(|due| due.overdue_days(self.as_of));
        let paused_now = due.as_ref().is_some_and(|due| self.stands_still(terms, due));
        let standing = if stop.is_some() {
            if days_late.is_some() { Standing::PublishedLate } else { Standing::Published }
        } else if terms.closed.is_some() {
            Standing::Closed
        } else if delivery.is_some() {
            Standing::Delivered
        } else if missing.is_some() && !provisional {
            Standing::Unknown
        } else if paused_now {
            Standing::Paused
        } else if overdue_days.is_some() && in_confidence {
            Standing::Confidential
        } else if overdue_days.is_some() {
            Standing::Overdue
        } else {
            Standing::Waiting
        };
        let count_to = |day: NaiveDate| {
            let mut counted = elapsed(start.as_ref()?, zone, day)?;
            counted.at_least |= stop.as_ref().is_some_and(|stop| stop.imprecise);
            Some(counted)
        };
        let began = start.as_ref().map(|moment| moment.first_day(zone));
        let checked = terms.checked.map(|day| day.min(self.today)).filter(|day| began.is_none_or(|began| *day >= began));
        let evidenced_to = if stop.is_some() { Some(end) } else { checked.map(|day| day.min(end)) };
        Clock {
            incident: self.incident.record.id.clone(),
            id: terms.id.clone(),
            zone,
            today: self.today,
            elapsed: count_to(end),
            evidenced: evidenced_to.and_then(count_to).map(|counted| counted.days),
            freshness: if standing.is_settled() { Freshness::Settled } else { Freshness::of(checked, self.today, terms.recheck_days) },
            paused_days: start.as_ref().map_or(0, |moment| paused_days(terms, moment.last_day(zone), end)),
            overdue_days: overdue_days.filter(|_| standing == Standing::Overdue),
            due,
            provisional,
            days_late,
            late_at_least,
            in_time,
            delivered_in_time,
            missing,
            since,
            start,
            stop,
            delivery,
            standing,
            checked,
            confidential: in_confidence && !standing.is_settled(),
            headline: false,
        }
    }

    /// The day of a document: of one known only to the month or year the earliest on which it can have appeared, which is neither
    /// before the clock began nor before the document was delivered.
    fn stop_at(&self, (response, moment): (&Response, &Moment), start: &Start) -> Stop {
        let imprecise = moment.is_imprecise();
        let mut on = moment.first_day(self.zone);
        if imprecise {
            let began = match start {
                Start::Known(start) => Some(start.first_day(self.zone)),
                Start::Provisional(_) | Start::Missing(_) => None,
            };
            let delivered = response.delivered.as_ref().map(|moment| moment.first_day(self.zone));
            let earliest = began.into_iter().chain(delivered).max().unwrap_or(on);
            on = on.max(earliest.min(moment.last_day(self.zone)));
        }
        Stop { response: response.record.id.clone(), on, imprecise }
    }

    /// Whole days by which a clock's document came after `due`: none if any of the documents that stop it may have been in time.
    fn late(&self, terms: &ClockTerms, due: &DueDate) -> Option<Elapsed> {
        let mut least: Option<Elapsed> = None;
        for (_, moment) in matching::stops(self.register, self.incident, terms) {
            let found = Elapsed { days: due.days_late(moment)?, at_least: moment.is_imprecise() };
            if least.is_none_or(|least| found.days < least.days) {
                least = Some(found);
            }
        }
        least
    }

    /// Whether a clock with this limit is paused. A pause after the due date has no effect on it, nor has one on a limit in hours.
    fn stands_still(&self, terms: &ClockTerms, due: &DueDate) -> bool {
        let runs_on = |pause| {
            let ignored =
                |step: &Step| matches!(step, Step::PauseIgnored { pause: found, because: PauseIgnored::LimitInHours } if found == pause);
            due.steps.iter().any(ignored)
        };
        let due = due.current.date(self.zone);
        terms.paused.iter().any(|pause| pause.holds_on(self.today) && pause.from <= due && !runs_on(pause))
    }

    /// What starts a clock, and when. Of several starts with periods of their own it is the one whose limit is the earliest, and of
    /// two limits alike the earlier start; one that is only provisional counts where none is known.
    fn first_start_of(&self, terms: &ClockTerms, depth: usize, end: NaiveDate) -> (Since, Start) {
        let alternatives = terms.law.iter().flat_map(|law| &law.earliest_of);
        let all: Vec<(Period, &Since, Start)> =
            alternatives.map(|(period, since)| (*period, since, self.start_of(terms, since, depth))).collect();
        let is_known = all.iter().any(|(_, _, start)| matches!(start, Start::Known(_)));
        let counting = all.iter().filter_map(|(period, since, start)| match start {
            Start::Known(moment) => Some((*period, *since, moment)),
            Start::Provisional(moment) if !is_known => Some((*period, *since, moment)),
            Start::Provisional(_) | Start::Missing(_) => None,
        });
        let working_days = self.working_days(terms);
        let first = counting.min_by_key(|(period, _, moment)| {
            let due = Due::Within(*period);
            let due = due_date(moment, self.zone, &Limit::with(terms, &due, &working_days, end)).ok();
            (due.map(|due| due.current.instant(self.zone)), moment.last_day(self.zone), moment.instant())
        });
        let since = first.map(|(_, since, _)| since).or(all.first().map(|(_, since, _)| *since)).unwrap_or(&terms.since).clone();
        let start = self.start_of(terms, &since, depth);
        (since, start)
    }

    /// When a clock begins that has this start. `depth` ends a chain that would never end.
    fn start_of(&self, terms: &ClockTerms, since: &Since, depth: usize) -> Start {
        match since {
            Since::Trigger(name) => {
                let own = terms.law.as_ref().and_then(|law| law.triggers.get(name));
                match own.or_else(|| self.incident.triggers.get(name)) {
                    Some(moment) => Start::Known(moment.clone()),
                    None => Start::Missing(name.clone()),
                }
            }
            Since::Moment(moment) if self.as_of.day_has_come(moment, self.zone) => Start::Known(moment.clone()),
            Since::Moment(_) => Start::Missing(awaited_by(since)),
            Since::Clock(id) => {
                let awaited = || Start::Missing(awaited_by(since));
                let Some(other) = self.incident.awaiting.iter().find(|other| other.id == *id) else { return awaited() };
                if let Some((_, moment)) = matching::stop(self.register, self.incident, other) {
                    return Start::Known(moment.clone());
                }
                let Some(depth) = depth.checked_sub(1) else { return awaited() };
                let end = other.closed.as_ref().map_or(self.today, |closing| closing.on);
                let (since, start) = self.first_start_of(other, depth, end);
                match self.due(other, (&since, &start), end).0 {
                    Some(due) => Start::Provisional(due.current.as_start(self.zone)),
                    None => awaited(),
                }
            }
        }
    }

    fn working_days(&self, terms: &ClockTerms) -> WorkingDays {
        let calendars = &self.register.calendars;
        match terms.calendar.as_ref().and_then(|id| calendars.get(id)) {
            Some(calendar) => WorkingDays::of(calendar, calendars),
            None => WorkingDays::monday_to_friday(),
        }
    }

    /// The due date of a clock that begins so, as of the day on which it ended; or why there is none although there is a limit.
    fn due(&self, terms: &ClockTerms, (since, start): (&Since, &Start), end: NaiveDate) -> (Option<DueDate>, Option<String>) {
        let Some(moment) = start.moment() else { return (None, None) };
        let other = |alternative: &Since| (alternative == since).then(|| moment.clone());
        match due_under(terms, moment, self.zone, &self.working_days(terms), Days { today: end, end }, &other) {
            Ok(due) => (due, None),
            Err(error) => (None, Some(error.to_string())),
        }
    }
}

/// What a clock waits for to begin.
fn awaited_by(since: &Since) -> String {
    match since {
        Since::Clock(id) => format!("the document that stops {id}"),
        Since::Trigger(name) => name.clone(),
        // A day that has not come is not told.
        Since::Moment(_) => "start".to_owned(),
    }
}

/// Days within pauses after `start`, up to `end` and with it; overlapping pauses are counted once.
fn paused_days(terms: &ClockTerms, start: NaiveDate, end: NaiveDate) -> i64 {
    let after = |day: NaiveDate| day.succ_opt().unwrap_or(day);
    let last = after(end);
    let mut pauses: Vec<_> = terms.paused.iter().map(|pause| (pause.from, pause.to.map_or(last, |to| to.min(last)))).collect();
    pauses.sort();
    let mut counted_to = after(start);
    let mut days = 0;
    for (from, to) in pauses {
        days += (to - from.max(counted_to)).num_days().max(0);
        counted_to = counted_to.max(to);
    }
    days
}

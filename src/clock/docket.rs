use std::collections::BTreeMap;

use chrono::NaiveDate;
use chrono_tz::Tz;
use rayon::prelude::*;

use super::series::{Answer, Owed};
use super::statement::Found;
use super::{
    AsOf, Certainty, Chain, DueDate, DueError, Limit, Missing, Series, Statement, Stop, When,
    WorkingDays, due_by, due_date, due_under, elapsed, matching, moment_of,
};
use crate::model::{
    Alternative, Check, ClockRef, ClockTerms, DocumentKind, Due, Id, Incident, Moment, Register,
    Repeat, Response, Since, Which,
};

/// Every clock of a register as of one moment.
#[derive(Debug)]
pub struct Docket {
    as_of: AsOf,
    /// By incident, in order.
    incidents: Vec<(Id, Clocks)>,
}

/// Where a clock is found in its docket.
#[derive(Debug, Clone, Copy)]
pub struct Position {
    incident: usize,
    clock: usize,
}

/// The clocks of one incident.
#[derive(Debug)]
struct Clocks {
    /// In the order of the author.
    all: Vec<Clock>,
    /// The place of the one by which the incident is counted.
    headline: usize,
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
    /// When it began, if that is known. Of several starts with periods of their own the one whose
    /// limit is the earliest.
    pub start: Option<Moment>,
    /// From when its days are counted: the start, or of a series the document that appeared last.
    pub counted_from: Option<Moment>,
    /// The last check, no later than the as-of. Nothing where it reaches to no day on which the
    /// clock had begun.
    pub check: Option<Check>,
    /// Days to the stop, or to the earlier of check and as-of: the part of the wait that somebody
    /// has seen.
    pub evidenced: Option<i64>,
    /// By when the document is due, and how that was found; nothing without a limit, or where it
    /// cannot be found.
    pub due: Option<DueDate>,
    /// What is true of it.
    pub statement: Statement,
}

impl Docket {
    /// How many clocks are in each standing, in order of its name.
    pub fn standings(&self) -> Vec<(&'static str, usize)> {
        let mut counts: BTreeMap<&'static str, usize> = BTreeMap::new();
        for clock in self.clocks() {
            *counts.entry(clock.statement.standing().name()).or_default() += 1;
        }
        counts.into_iter().collect()
    }

    /// Works out every clock of `register`, which must be as it stood on `as_of`.
    pub fn new(register: &Register, as_of: AsOf) -> Self {
        let incidents = register.incidents.par_iter();
        let incidents = incidents
            .map(|(id, incident)| (id.clone(), Clocks::of(incident, register, as_of)))
            .collect();
        Self { as_of, incidents }
    }

    /// The moment for which the clocks were worked out.
    pub fn as_of(&self) -> AsOf {
        self.as_of
    }

    /// The clocks of an incident in the order of its author; none if it does not exist.
    pub fn of(&self, incident: &str) -> &[Clock] {
        self.clocks_of(incident).map_or(&[], |clocks| &clocks.all)
    }

    /// The clock by which an incident is counted: the first that has not stopped, or the final
    /// report's when all have.
    pub fn headline(&self, incident: &str) -> Option<&Clock> {
        let clocks = self.clocks_of(incident)?;
        clocks.all.get(clocks.headline)
    }

    fn clocks_of(&self, incident: &str) -> Option<&Clocks> {
        let found = self.incidents.binary_search_by(|(id, _)| id.as_str().cmp(incident));
        found.ok().map(|at| &self.incidents[at].1)
    }

    /// The clock named in prose, if its incident exists as of this moment.
    pub fn find(&self, named: &ClockRef) -> Option<&Clock> {
        let incident = named.incident.as_str();
        match &named.clock {
            Some(id) => self.of(incident).iter().find(|clock| clock.id == *id),
            None => self.headline(incident),
        }
    }

    /// Every clock, by incident.
    pub fn clocks(&self) -> impl Iterator<Item = &Clock> {
        self.incidents.iter().flat_map(|(_, clocks)| &clocks.all)
    }

    /// The positions of all clocks that [`Self::at`] takes, by incident.
    pub fn positions(&self) -> impl Iterator<Item = Position> {
        let each = |(incident, (_, clocks)): (usize, &(Id, Clocks))| {
            (0..clocks.all.len()).map(move |clock| Position { incident, clock })
        };
        self.incidents.iter().enumerate().flat_map(each)
    }

    /// The clock at one of this docket's [`Self::positions`].
    pub fn at(&self, position: Position) -> &Clock {
        &self.incidents[position.incident].1.all[position.clock]
    }
}

impl Clock {
    /// The terms under which it runs.
    pub fn terms<'a>(&self, incident: &'a Incident) -> Option<&'a ClockTerms> {
        incident.awaiting.iter().find(|terms| terms.id == self.id)
    }

    /// Whether the document is still awaited.
    pub fn is_open(&self) -> bool {
        self.statement.is_open()
    }

    /// What it is called in prose and on the command line.
    pub fn named(&self) -> ClockRef {
        ClockRef { incident: self.incident.clone(), clock: Some(self.id.clone()) }
    }

    /// The civil day on which the document is or was due, in the clock's zone.
    pub fn due_day(&self) -> Option<NaiveDate> {
        Some(self.due.as_ref()?.current.date(self.zone))
    }
}

/// What the clocks of one incident are worked out from.
struct Bench<'a> {
    incident: &'a Incident,
    register: &'a Register,
    as_of: AsOf,
    zone: Tz,
    today: NaiveDate,
    /// The clocks with which others can begin that have been worked out.
    made: BTreeMap<&'a Id, Made<'a>>,
}

/// A clock with whose document others begin.
struct Made<'a> {
    terms: &'a ClockTerms,
    due: Option<When>,
}

impl Clocks {
    fn of(incident: &Incident, register: &Register, as_of: AsOf) -> Self {
        let zone = incident.record.timezone;
        let mut bench = Bench {
            incident,
            register,
            as_of,
            zone,
            today: as_of.date_in(zone),
            made: BTreeMap::new(),
        };
        let mut made: Vec<(usize, Clock)> = Vec::with_capacity(incident.awaiting.len());
        for at in Chain::of(&incident.awaiting).in_order() {
            let terms = &incident.awaiting[at];
            let clock = bench.clock(terms);
            bench
                .made
                .entry(&terms.id)
                .or_insert_with(|| Made { terms, due: clock.due.as_ref().map(|due| due.current) });
            made.push((at, clock));
        }
        made.sort_by_key(|(at, _)| *at);
        let all: Vec<Clock> = made.into_iter().map(|(_, clock)| clock).collect();
        let is_final = |terms: &ClockTerms| terms.report == DocumentKind::FinalReport;
        let headline = all
            .iter()
            .position(|clock| clock.statement.is_open())
            .or_else(|| incident.awaiting.iter().position(is_final))
            .or_else(|| incident.awaiting.iter().position(|terms| terms.repeat().is_none()));
        Self { all, headline: headline.unwrap_or(0) }
    }
}

/// When a clock begins.
enum Start {
    Known(Moment),
    /// With the document of another clock, which is awaited: reckoned from that one's due date.
    Provisional(Moment),
    Missing(Missing),
}

impl Start {
    /// The moment, if it is known for good.
    fn known(&self) -> Option<&Moment> {
        match self {
            Start::Known(moment) => Some(moment),
            Start::Provisional(_) | Start::Missing(_) => None,
        }
    }

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
        let repeat = terms.repeat();
        let stopped = matching::stop(self.register, self.incident, terms);
        let closed_on = terms.closed.as_ref().map(|closing| closing.on);
        // Which of several starts counts can hang on a pause that lasts to the end, and the
        // earliest day of a stop on the start.
        let end =
            stopped.map(|(_, moment)| moment.first_day(zone)).or(closed_on).unwrap_or(self.today);
        let (since, start) = self.first_start_of(terms, end);
        let known = start.known();
        let stop = stopped.map(|found| self.stop_at(found, known));
        let delivered = matching::delivery(self.register, self.incident, terms);
        let delivery =
            delivered.map(|(response, moment)| (self.stop_at((response, moment), known), moment));
        let end = stop.as_ref().map_or(end, |stop| stop.on);
        let (series, due, undated) = match (repeat, &start) {
            (Some(repeat), Start::Known(moment)) => {
                let until = stop.as_ref().map(|stop| stop.on).or(closed_on);
                match self.series(terms, repeat, moment, until, end) {
                    Ok((series, due)) => (Some(series), due, None),
                    Err(why) => (None, None, Some(Missing::Limit(why))),
                }
            }
            _ => {
                let (due, undated) = self.due(terms, (&since, &start), end);
                (None, due, undated)
            }
        };
        let (start, missing) = match start {
            Start::Known(moment) => (Some(moment), undated),
            Start::Provisional(_) => (None, Some(Missing::from(&since))),
            Start::Missing(missing) => (None, Some(missing)),
        };
        let certainty = |due: &DueDate| match start {
            None => Certainty::Provisional,
            Some(_) if due.is_doubtful() => Certainty::Doubtful,
            Some(_) => Certainty::Firm,
        };
        let latest = series.as_ref().and_then(Series::latest).map(|(_, moment)| moment);
        let counted_from = latest.or(start.as_ref()).cloned();
        let began = counted_from.as_ref().map(|moment| moment.first_day(zone));
        let check = terms
            .check(zone)
            .map(|check| check.by(self.today))
            .filter(|check| began.is_none_or(|began| check.reach >= began));
        let seen_to =
            if stop.is_some() { Some(end) } else { check.map(|check| check.reach.min(end)) };
        let seen = seen_to.and_then(|day| elapsed(counted_from.as_ref()?, zone, day));
        let dates: Vec<&Moment> = matching::stops(self.register, self.incident, terms)
            .map(|(_, moment)| moment)
            .collect();
        let statement = Statement::of(Found {
            terms,
            as_of: self.as_of,
            zone,
            since,
            start: counted_from.as_ref(),
            due: due.as_ref().map(|due| (due, certainty(due))),
            missing,
            stop,
            dates: &dates,
            delivery: delivery.filter(|_| repeat.is_none()),
            check,
            series,
        });
        Clock {
            incident: self.incident.record.id.clone(),
            id: terms.id.clone(),
            zone,
            start,
            counted_from,
            check,
            evidenced: seen.map(|counted| counted.days),
            due,
            statement,
        }
    }

    /// A document that is owed again and again, and by when the next is due. An extension moves no
    /// due date of a series: the law does not know which it would be.
    fn series(
        &self,
        terms: &ClockTerms,
        repeat: &Repeat,
        start: &Moment,
        until: Option<NaiveDate>,
        end: NaiveDate,
    ) -> Result<(Series, Option<DueDate>), DueError> {
        let answer = |(response, moment): (&'_ Response, _)| Answer {
            stop: self.stop_at((response, moment), Some(start)),
            moment,
            is_public: response.date.is_some(),
            overruled: matching::settles(response, self.incident, terms),
        };
        let working_days = WorkingDays::named(terms.calendar.as_ref(), &self.register.calendars);
        let due_on = |day: NaiveDate| {
            let due = Due::On(Moment::day(day));
            let limit = Limit { extended: &[], ..Limit::with(terms, &due, &working_days, end) };
            due_date(start, self.zone, &limit)
        };
        Series::of(Owed {
            every: repeat.every,
            start,
            zone: self.zone,
            as_of: self.as_of,
            until,
            check: terms.check(self.zone).map(|check| check.by(self.today)),
            answers: matching::series(self.register, self.incident, terms)
                .into_iter()
                .map(answer)
                .collect(),
            due_on: &due_on,
        })
    }

    /// The day of a document: of one known only to the month or year the earliest on which it can
    /// have appeared, which is neither before the clock began nor before the document was
    /// delivered.
    fn stop_at(&self, (response, moment): (&Response, &Moment), start: Option<&Moment>) -> Stop {
        let imprecise = moment.is_imprecise();
        let mut on = moment.first_day(self.zone);
        if imprecise {
            let began = start.map(|start| start.first_day(self.zone));
            let delivered = response.delivered.as_ref().map(|moment| moment.first_day(self.zone));
            let earliest = began.into_iter().chain(delivered).max().unwrap_or(on);
            on = on.max(earliest.min(moment.last_day(self.zone)));
        }
        Stop { response: response.record.id.clone(), on, imprecise }
    }

    /// What starts a clock, and when. Of several starts with periods of their own it is the one
    /// whose limit is the earliest, and of two limits alike the earlier start; one that is only
    /// provisional counts where none is known.
    fn first_start_of(&self, terms: &ClockTerms, end: NaiveDate) -> (Since, Start) {
        let calendars = &self.register.calendars;
        let alternatives = terms.law.iter().flat_map(|law| &law.earliest_of);
        let mut all: Vec<(&Alternative<Since>, Start)> =
            alternatives.map(|one| (one, self.start_of(terms, &one.since, end))).collect();
        let is_known = all.iter().any(|(_, start)| matches!(start, Start::Known(_)));
        let counting = all.iter().enumerate().filter_map(|(at, (one, start))| match start {
            Start::Known(moment) => Some((at, *one, moment)),
            Start::Provisional(moment) if !is_known => Some((at, *one, moment)),
            Start::Provisional(_) | Start::Missing(_) => None,
        });
        let first = counting.min_by_key(|(_, one, moment)| {
            let due = due_by(terms, one, moment, self.zone, calendars, end).ok();
            (
                due.map(|due| due.current.instant(self.zone)),
                moment.last_day(self.zone),
                moment.instant(),
            )
        });
        let first = first.map_or(0, |(at, ..)| at);
        if first < all.len() {
            let (one, start) = all.swap_remove(first);
            return (one.since.clone(), start);
        }
        (terms.since.clone(), self.start_of(terms, &terms.since, end))
    }

    /// When a clock begins that has this start. What it begins with has been worked out, unless
    /// that begins with it in turn. Of several documents the latest is one that was there by `end`,
    /// when the clock itself ended.
    fn start_of(&self, terms: &ClockTerms, since: &Since, end: NaiveDate) -> Start {
        let missing = || Start::Missing(Missing::from(since));
        let Since::Clock(id, which) = since else {
            let moment = moment_of(self.incident, terms, since)
                .filter(|moment| self.as_of.day_has_come(moment, self.zone));
            return moment.map_or_else(missing, |moment| Start::Known(moment.clone()));
        };
        let Some(other) = self.made.get(id) else { return missing() };
        let first = matching::document(self.register, self.incident, other.terms);
        let latest = match which {
            Which::First => None,
            Which::Latest => matching::latest_stop(self.register, self.incident, other.terms, end),
        };
        match (latest.or(first), other.due) {
            (Some((_, moment)), _) => Start::Known(moment.clone()),
            (None, Some(due)) => Start::Provisional(due.as_start(self.zone)),
            (None, None) => missing(),
        }
    }

    /// The due date of a clock that begins so, as of the day on which it ended; or why there is
    /// none although there is a limit.
    fn due(
        &self,
        terms: &ClockTerms,
        (since, start): (&Since, &Start),
        end: NaiveDate,
    ) -> (Option<DueDate>, Option<Missing>) {
        let Some(moment) = start.moment() else { return (None, None) };
        let other = |alternative: &Since| (alternative == since).then(|| moment.clone());
        let calendars = &self.register.calendars;
        match due_under(terms, moment, self.zone, calendars, end, &other) {
            Ok(due) => (due, None),
            Err(why) => (None, Some(Missing::Limit(why))),
        }
    }
}

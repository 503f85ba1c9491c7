use chrono::{Days, NaiveDate};

use super::{
    AsOf, Clock, Docket, Event, Events, Freshness, Ground, Milestone, PromiseState, Standing, What,
    answer_due, answer_state, promise_state,
};
use crate::model::{Id, Incident, Kind, Moment, Record, Register, Response, Translated};

/// Days ahead within which a date asks for attention before it has come.
pub const SOON: u64 = 14;

/// Why something is on the agenda, the most pressing first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Matter {
    /// A limit has passed, and the document is awaited.
    Overdue,
    /// A limit passes soon.
    Due,
    /// The day of a promise has passed, and it was found open since.
    CommitmentPassed,
    /// The day of a promise has passed, and nobody has recorded looking since.
    CommitmentUnchecked,
    /// The day of a promise comes soon.
    CommitmentDue,
    /// A full year of waiting will soon be over.
    Anniversary,
    /// A round number of days of waiting will soon be reached.
    RoundNumber,
    /// Nobody has checked an absence for too long: nothing is claimed.
    Expired,
    /// An absence has not been checked lately: the counter stands.
    Stale,
    /// A check soon stops being fresh.
    Recheck,
    /// An absence was never checked.
    Unchecked,
    /// A right-of-reply question without an answer.
    Reply,
    /// A claim without a source.
    Unsourced,
    /// A record whose day has not come.
    Scheduled,
    /// A record that is not published.
    Draft,
}

impl Matter {
    /// Every matter with the word for it in data and on the command line.
    pub const NAMES: [(Matter, &'static str); 15] = [
        (Matter::Overdue, "overdue"),
        (Matter::Due, "due"),
        (Matter::CommitmentPassed, "commitment-passed"),
        (Matter::CommitmentUnchecked, "commitment-unchecked"),
        (Matter::CommitmentDue, "commitment-due"),
        (Matter::Anniversary, "anniversary"),
        (Matter::RoundNumber, "round-number"),
        (Matter::Expired, "expired"),
        (Matter::Stale, "stale"),
        (Matter::Recheck, "recheck"),
        (Matter::Unchecked, "unchecked"),
        (Matter::Reply, "reply"),
        (Matter::Unsourced, "unsourced"),
        (Matter::Scheduled, "scheduled"),
        (Matter::Draft, "draft"),
    ];

    /// Whether it concerns readers: what has passed and what comes. All else is for whoever keeps the
    /// site.
    pub fn is_public(self) -> bool {
        self.has_passed() || self.comes()
    }

    /// Whether its day has passed.
    pub fn has_passed(self) -> bool {
        matches!(self, Matter::Overdue | Matter::CommitmentPassed | Matter::CommitmentUnchecked)
    }

    fn comes(self) -> bool {
        matches!(
            self,
            Matter::Due | Matter::CommitmentDue | Matter::Anniversary | Matter::RoundNumber
        )
    }

    /// The word for it in data and on the command line.
    pub fn name(self) -> &'static str {
        Self::NAMES[self as usize].1
    }
}

/// One thing that asks for a human.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// Why.
    pub matter: Matter,
    /// Whether there is no day to put it on; such entries follow those that have one.
    dayless: bool,
    /// The civil day it concerns, in the zone of the record: by when, or since when.
    pub day: Option<NaiveDate>,
    /// The kind of the record.
    pub kind: Kind,
    /// The record.
    pub record: Id,
    /// What of the record.
    pub part: Part,
}

/// What of a record is on the agenda. Numbers are places in the register as it stood.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// A clock.
    Clock(Id),
    /// A commitment.
    Commitment(usize),
    /// A recommendation, whose answer is due.
    Recommendation(usize),
    /// A question of the right of reply.
    Reply(usize),
    /// The whole record, for want of any source.
    Whole,
    /// Figures without a source, by what they count, and a number of findings without one.
    Claims(Vec<Translated>, usize),
    /// A record that the register as it stood does not hold, by its title.
    Named(String),
}

/// What of a site needs a human, in a fixed order: by matter, then by day, then by record.
///
/// `register` must be as it stood when `docket` was made. Limits and promises are on the agenda
/// from `ahead` days before their day, round lengths of waits and checks from [`SOON`] days before.
///
/// A limit that nobody outside can observe is on it while it is due, and never once it has passed;
/// nobody is asked to check. A clock that was not checked for too long asks for a check, and
/// nothing else can be said of it. One that has not begun asks for none.
pub fn agenda(register: &Register, docket: &Docket, ahead: u64) -> Vec<Entry> {
    let as_of = docket.as_of();
    let events = Events { register, docket, ahead: ahead.max(SOON) };
    let mut list = List { entries: Vec::new(), ahead };
    for incident in register.incidents.values() {
        for clock in docket.of(incident.record.id.as_str()) {
            list.clock(&events, incident, clock);
        }
        let today = as_of.date_in(incident.record.timezone);
        for (at, commitment) in incident.commitments.iter().enumerate() {
            let part = Part::Commitment(at);
            let of = (Kind::Incident, &incident.record.id, part);
            list.promise(of, commitment.due, today, |due, today| {
                promise_state(due, commitment.checked, &commitment.history, today)
            });
        }
        list.incident_sources(incident);
    }
    for response in register.responses.values() {
        list.response_sources(response);
        let today = as_of.date_in(response.record.timezone);
        for (at, one) in response.recommendations.iter().enumerate() {
            let due = answer_due(one, response);
            let part = Part::Recommendation(at);
            list.promise((Kind::Response, &response.record.id, part), due, today, |due, today| {
                answer_state(one, due, today)
            });
        }
    }
    for (kind, record) in register.records() {
        for (at, reply) in record.replies.iter().enumerate() {
            if reply.answered.is_none() {
                list.add(Matter::Reply, reply.deadline, kind, &record.id, Part::Reply(at));
            }
        }
    }
    list.entries.sort();
    list.entries
}

/// The responses and articles of `register` whose day has not come, by day. They are not in a
/// register as it stood: a document that was handed over is, and is none of them.
pub fn scheduled(register: &Register, as_of: AsOf) -> Vec<Entry> {
    let mut list = List { entries: Vec::new(), ahead: 0 };
    let mut later = |date: &Moment, kind, record: &Record| {
        if !as_of.has_come(date, record.timezone) {
            let day = date.first_day(record.timezone);
            list.add(
                Matter::Scheduled,
                Some(day),
                kind,
                &record.id,
                Part::Named(record.title.clone()),
            );
        }
    };
    for response in register.responses.values() {
        let delivered = response
            .delivered
            .as_ref()
            .is_some_and(|moment| as_of.has_come(moment, response.record.timezone));
        if let Some(date) = response.date.as_ref().filter(|_| !delivered) {
            later(date, Kind::Response, &response.record);
        }
    }
    for article in register.articles.values() {
        later(&article.date, Kind::Article, &article.record);
    }
    list.entries.sort();
    list.entries
}

/// Records that are not published, by kind and name.
pub fn drafts<'a>(records: impl IntoIterator<Item = (Kind, &'a Record)>) -> Vec<Entry> {
    let mut list = List { entries: Vec::new(), ahead: 0 };
    for (kind, record) in records {
        list.add(Matter::Draft, None, kind, &record.id, Part::Named(record.title.clone()));
    }
    list.entries.sort();
    list.entries
}

struct List {
    entries: Vec<Entry>,
    ahead: u64,
}

impl List {
    fn add(&mut self, matter: Matter, day: Option<NaiveDate>, kind: Kind, record: &Id, part: Part) {
        self.entries.push(Entry {
            matter,
            dayless: day.is_none(),
            day,
            kind,
            record: record.clone(),
            part,
        });
    }

    fn clock(&mut self, events: &Events<'_>, incident: &Incident, clock: &Clock) {
        let statement = &clock.statement;
        if !statement.is_open() || statement.standing() == Standing::Confidential {
            return;
        }
        let mut found = Vec::new();
        events.clock(incident, clock, &mut found);
        let mut matters: Vec<(Matter, Option<NaiveDate>)> = found
            .iter()
            .filter_map(|event| Some((matter(event, clock, self.ahead)?, Some(event.day))))
            .collect();
        if statement.standing() == Standing::Overdue
            && !matches!(statement.freshness, Freshness::Expired(_))
        {
            matters.push((Matter::Overdue, clock.due_day()));
        }
        if statement.freshness == Freshness::Unchecked
            && !statement.is_confidential()
            && clock.start.is_some()
        {
            matters.push((Matter::Unchecked, None));
        }
        for (matter, day) in matters {
            self.add(
                matter,
                day,
                Kind::Incident,
                &incident.record.id,
                Part::Clock(clock.id.clone()),
            );
        }
    }

    /// What was promised, or an answer that is due.
    fn promise(
        &mut self,
        (kind, id, part): (Kind, &Id, Part),
        due: Option<NaiveDate>,
        today: NaiveDate,
        state: impl FnOnce(Option<NaiveDate>, NaiveDate) -> PromiseState,
    ) {
        let Some(due) = due.filter(|due| *due <= soon(today, self.ahead)) else { return };
        let matter = match state(Some(due), today) {
            PromiseState::Settled(_) => return,
            PromiseState::Open => Matter::CommitmentDue,
            PromiseState::Passed(_) => Matter::CommitmentPassed,
            PromiseState::DueNotChecked => Matter::CommitmentUnchecked,
        };
        self.add(matter, Some(due), kind, id, part);
    }

    fn incident_sources(&mut self, incident: &Incident) {
        let record = &incident.record;
        let mut figures: Vec<Translated> = incident
            .impact
            .iter()
            .filter(|figure| figure.source.is_none())
            .map(|figure| figure.what.clone())
            .collect();
        figures.dedup();
        self.sources(Kind::Incident, record, !record.sources.is_empty(), figures, 0);
    }

    /// A response that says where it is can be looked up there: the document is its own source.
    fn response_sources(&mut self, response: &Response) {
        let record = &response.record;
        let findings = response.findings.iter().filter(|finding| finding.source.is_none()).count();
        self.sources(
            Kind::Response,
            record,
            !record.sources.is_empty() || response.url.is_some(),
            Vec::new(),
            findings,
        );
    }

    fn sources(
        &mut self,
        kind: Kind,
        record: &Record,
        has_source: bool,
        figures: Vec<Translated>,
        findings: usize,
    ) {
        if !has_source {
            self.add(Matter::Unsourced, None, kind, &record.id, Part::Whole);
        } else if !figures.is_empty() || findings > 0 {
            self.add(Matter::Unsourced, None, kind, &record.id, Part::Claims(figures, findings));
        }
    }
}

/// The last day that is no more than `ahead` days after `today`.
fn soon(today: NaiveDate, ahead: u64) -> NaiveDate {
    today.checked_add_days(Days::new(ahead)).unwrap_or(today)
}

/// What an event of a clock asks for, if it asks for anything. When a check has expired, it asks
/// for another and nothing else.
fn matter(event: &Event, clock: &Clock, ahead: u64) -> Option<Matter> {
    let statement = &clock.statement;
    let comes_within =
        |days| event.ground == Ground::Ahead && event.day <= soon(statement.today, days);
    let is_expired =
        matches!(statement.freshness, Freshness::Expired(_)) && !statement.is_confidential();
    match (&event.what, statement.freshness) {
        (What::CheckDue(..), Freshness::Fresh(_) | Freshness::Stale(_))
            if event.day >= statement.today =>
        {
            (event.day <= soon(statement.today, SOON)).then_some(Matter::Recheck)
        }
        (What::CheckDue(..), Freshness::Stale(_)) => Some(Matter::Stale),
        (What::CheckDue(..), Freshness::Expired(_)) => Some(Matter::Expired),
        _ if is_expired => None,
        (What::Passed(..), _) => comes_within(ahead).then_some(Matter::Due),
        (What::Reached(_, Milestone::Years(_)), _) => {
            comes_within(SOON).then_some(Matter::Anniversary)
        }
        (What::Reached(_, Milestone::Days(_)), _) => {
            comes_within(SOON).then_some(Matter::RoundNumber)
        }
        _ => None,
    }
}

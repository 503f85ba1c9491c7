//! What happens on a site, day by day: one list for feeds, the newsletter, the agenda and
//! calendars.
//!
//! An event is a document, an article, a correction, a limit that passes, a wait that reaches a
//! round length, a pause, a closing, a check that grows old, a promise that falls due. [`Events`]
//! finds those of one record or of all, past and to come. Each has a day and a [`Ground`]: whether
//! anybody has seen that it was so. Who tells of them decides how far ahead it looks, and which
//! ground it asks for.
//!
//! Absent on purpose: words, and what merely stopped being true between two versions of a site (see
//! `difference`).

use chrono::{DateTime, Days, Months, NaiveDate, TimeDelta};
use chrono_tz::Tz;

use super::{
    Certainty, Clock, Docket, Freshness, Series, Standing, Step, TimeLimit, When, latest_state,
    matching,
};
use crate::model::{
    Article, ClockRef, ClockTerms, Id, Incident, Kind, Moment, Record, Register, Response, Status,
};

/// Something that happens, or is to happen, on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// The civil day, in the zone of the record.
    pub day: NaiveDate,
    /// The instant at which it happened; the beginning of the day where no more than that is known.
    pub at: DateTime<Tz>,
    /// What happens.
    pub what: What,
    /// What it rests on.
    pub ground: Ground,
}

/// What happens; the same for good, whatever is found out later of its day.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// A response was published.
    Published(Id),
    /// A limit passes that ended then.
    Passed(ClockRef, When),
    /// A wait reaches a round length.
    Reached(ClockRef, Milestone),
    /// A promise of an incident, by its words, falls due on this day.
    PromiseDue(Id, String, NaiveDate),
    /// A promise of an incident, by its words, is in another state since this day.
    PromiseState(Id, String, NaiveDate, Status),
    /// A wait was closed without a document on this day.
    Closed(ClockRef, NaiveDate),
    /// A time limit stands still from this day on.
    Paused(ClockRef, NaiveDate),
    /// A time limit runs again from this day on.
    Resumed(ClockRef, NaiveDate),
    /// An incident.
    Incident(Id),
    /// A document is awaited.
    Awaited(ClockRef),
    /// A document was handed over.
    Delivered(Id),
    /// A document was taken offline.
    Withdrawn(Id),
    /// An article.
    Article(Id),
    /// A mistake of a record was put right on a day; the words that were wrong.
    Corrected(Kind, Id, NaiveDate, String),
    /// The check of an absence that was made on this day is to be made again.
    CheckDue(ClockRef, NaiveDate),
    /// The check of an absence that was made on this day is no longer fresh.
    Stale(ClockRef, NaiveDate),
    /// The check of an absence that was made on this day is too old for a number to be claimed.
    Expired(ClockRef, NaiveDate),
}

/// What an event rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ground {
    /// It is recorded, or somebody has looked on that day or later, or the document has appeared
    /// since.
    Proven,
    /// A check that is still fresh bears it out for now.
    Claimed,
    /// Nobody has looked, or not lately.
    Unseen,
    /// Its day has not come.
    Ahead,
}

/// A round length of a wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Milestone {
    /// So many days.
    Days(u32),
    /// So many full years.
    Years(u32),
}

impl Milestone {
    /// The day on which a wait that began on `start` reaches it. The anniversary of a 29 February
    /// is 28 February, and 29 February in leap years.
    pub fn day(self, start: NaiveDate) -> Option<NaiveDate> {
        match self {
            Milestone::Days(days) => start.checked_add_days(Days::new(days.into())),
            Milestone::Years(years) => {
                start.checked_add_months(Months::new(years.checked_mul(12)?))
            }
        }
    }
}

/// The round lengths of a wait that began on `start`, each with its day, in order: 100 days, each
/// full year and each full 1,000 days.
fn milestones(start: NaiveDate) -> impl Iterator<Item = (NaiveDate, Milestone)> {
    let dated = move |milestone: Milestone| Some((milestone.day(start)?, milestone));
    let mut thousands =
        (1..).map_while(move |nth: u32| dated(Milestone::Days(nth.checked_mul(1000)?))).peekable();
    let mut anniversaries = (1..).map_while(move |nth| dated(Milestone::Years(nth))).peekable();
    let both = std::iter::from_fn(move || match (thousands.peek(), anniversaries.peek()) {
        (Some((day, _)), Some((other, _))) if day <= other => thousands.next(),
        (Some(_), None) => thousands.next(),
        _ => anniversaries.next(),
    });
    dated(Milestone::Days(100)).into_iter().chain(both)
}

/// Finds the events of a register and its docket, up to a number of days after the as-of.
#[derive(Debug, Clone, Copy)]
pub struct Events<'a> {
    /// The register as it stood.
    pub register: &'a Register,
    /// Its docket.
    pub docket: &'a Docket,
    /// How many days ahead is looked.
    pub ahead: u64,
}

impl Events<'_> {
    /// Every event, by record.
    pub fn all(&self) -> Vec<Event> {
        let mut found = Vec::new();
        for incident in self.register.incidents.values() {
            self.incident(incident, &mut found);
            for clock in self.docket.of(incident.record.id.as_str()) {
                self.clock(incident, clock, &mut found);
            }
            self.promises(incident, &mut found);
        }
        self.register.responses.values().for_each(|response| self.response(response, &mut found));
        self.register.articles.values().for_each(|article| self.article(article, &mut found));
        self.register
            .records()
            .for_each(|(kind, record)| self.corrections(kind, record, &mut found));
        found
    }

    /// That an incident happened, and what is awaited on it.
    fn incident(&self, incident: &Incident, found: &mut Vec<Event>) {
        let zone = incident.record.timezone;
        let mut add = |what| found.push(recorded(incident.occurred.first_day(zone), zone, what));
        add(What::Incident(incident.record.id.clone()));
        for clock in self.docket.of(incident.record.id.as_str()) {
            add(What::Awaited(clock.named()));
        }
    }

    /// A response: when it was published, handed over, taken offline.
    pub fn response(&self, response: &Response, found: &mut Vec<Event>) {
        let (id, zone) = (&response.record.id, response.record.timezone);
        let mut add = |moment: &Moment, what| {
            let at = beginning(moment, zone);
            found.push(Event { day: moment.first_day(zone), at, what, ground: Ground::Proven });
        };
        if let Some(date) = &response.date {
            add(date, What::Published(id.clone()));
        }
        if let Some(delivered) = &response.delivered
            && response.date.as_ref().is_none_or(|date| delivered.order() < date.order())
        {
            add(delivered, What::Delivered(id.clone()));
        }
        if let Some(withdrawn) = &response.withdrawn {
            add(withdrawn, What::Withdrawn(id.clone()));
        }
    }

    /// An article.
    pub fn article(&self, article: &Article, found: &mut Vec<Event>) {
        let zone = article.record.timezone;
        let at = beginning(&article.date, zone);
        let what = What::Article(article.record.id.clone());
        found.push(Event { day: article.date.first_day(zone), at, what, ground: Ground::Proven });
    }

    /// The corrections of a record.
    pub fn corrections(&self, kind: Kind, record: &Record, found: &mut Vec<Event>) {
        for correction in &record.corrections {
            let what = What::Corrected(
                kind,
                record.id.clone(),
                correction.date,
                (*correction.was).clone(),
            );
            found.push(recorded(correction.date, record.timezone, what));
        }
    }

    /// The promises of an incident: each state that was recorded, and the day by which it was due.
    fn promises(&self, incident: &Incident, found: &mut Vec<Event>) {
        let zone = incident.record.timezone;
        let today = self.docket.as_of().date_in(zone);
        let last = self.horizon(today);
        let id = &incident.record.id;
        for promise in &incident.commitments {
            let what = &*promise.what;
            for entry in &promise.history {
                found.push(recorded(
                    entry.date,
                    zone,
                    What::PromiseState(id.clone(), what.clone(), entry.date, entry.status),
                ));
            }
            // The day of a promise that has been kept or broken passes without notice.
            let is_settled =
                latest_state(&promise.history).is_some_and(|latest| latest.status.is_final());
            if let Some(due) = promise.due.filter(|due| *due <= last && !is_settled) {
                let ground = if due < today { Ground::Proven } else { Ground::Ahead };
                found.push(Event {
                    ground,
                    ..recorded(due, zone, What::PromiseDue(id.clone(), what.clone(), due))
                });
            }
        }
    }

    /// A clock: what passes and is reached, what stops and goes on, and how its check grows old.
    ///
    /// Nothing is told of the length of a wait that nobody outside can see.
    pub fn clock(&self, incident: &Incident, clock: &Clock, found: &mut Vec<Event>) {
        let Some(terms) = clock.terms(incident) else { return };
        let watched = Watched {
            events: self,
            incident,
            terms,
            clock,
            last: self.horizon(clock.statement.today),
        };
        watched.limit(found);
        watched.standstills(found);
        if let Some(closing) = &terms.closed {
            found.push(recorded(closing.on, clock.zone, What::Closed(clock.named(), closing.on)));
        }
        // Nobody outside can look for what is filed in confidence, or say that it is not there.
        if !watched.is_in_confidence() {
            watched.milestones(found);
            watched.checks(found);
        }
    }

    fn horizon(&self, today: NaiveDate) -> NaiveDate {
        later(today, self.ahead)
    }
}

/// A clock with all that its events hang on.
struct Watched<'a> {
    events: &'a Events<'a>,
    incident: &'a Incident,
    terms: &'a ClockTerms,
    clock: &'a Clock,
    /// The last day of which is told.
    last: NaiveDate,
}

impl Watched<'_> {
    fn is_in_confidence(&self) -> bool {
        self.terms.law.as_ref().is_some_and(|law| law.confidential)
    }

    /// The limit passes at the end of its day; whoever looks first the day after can see it.
    fn limit(&self, found: &mut Vec<Event>) {
        if let Some(series) = &self.clock.statement.series {
            return self.series(series, found);
        }
        let (clock, zone) = (self.clock, self.clock.zone);
        let (Some(due), TimeLimit::Dated(certainty, _)) = (&clock.due, clock.statement.limit)
        else {
            return;
        };
        let (when, day) = (due.current, due.current.date(zone));
        let has_passed = due.overdue_days(self.events.docket.as_of()).is_some();
        let is_sure =
            certainty == Certainty::Firm && !due.is_still_paused() && !self.is_in_confidence();
        let ground = if has_passed {
            let maybe_in_time = self.dates().any(|moment| due.days_late(moment).is_none());
            if !is_sure || maybe_in_time || self.was_over_by(day) {
                return;
            }
            self.ground(later(day, 1))
        } else if clock.statement.standing() == Standing::Waiting && day <= self.last {
            Ground::Ahead
        } else {
            return;
        };
        found.push(self.passed(when, ground));
    }

    /// Each due date of a series passes on its own. That one was missed is borne out by a check, or
    /// by the document that came late for it; no document of another due date says so.
    fn series(&self, series: &Series, found: &mut Vec<Event>) {
        let (zone, freshness) = (self.clock.zone, self.clock.statement.freshness);
        for instance in &series.instances {
            let is_ahead = !instance.has_passed && instance.settled.is_none();
            let ground = match &instance.settled {
                _ if self.is_in_confidence() && !is_ahead => continue,
                Some(settled) if settled.late.is_none() => continue,
                Some(_) => Ground::Proven,
                None if is_ahead => {
                    let day = instance.due.date(zone);
                    let is_to_come = self.clock.statement.today <= day && day <= self.last;
                    if !is_to_come || self.clock.statement.standing() == Standing::Paused {
                        continue;
                    }
                    Ground::Ahead
                }
                None if instance.is_seen => Ground::Proven,
                None if matches!(freshness, Freshness::Fresh(_)) => Ground::Claimed,
                None => Ground::Unseen,
            };
            found.push(self.passed(instance.due, ground));
        }
    }

    fn passed(&self, when: When, ground: Ground) -> Event {
        let zone = self.clock.zone;
        let at = match when {
            When::EndOf(_) => (when.instant(zone) + TimeDelta::seconds(1)).with_timezone(&zone),
            When::NoonOf(_) | When::At(_) => when.instant(zone).with_timezone(&zone),
        };
        let what = What::Passed(self.clock.named(), when);
        Event { day: when.date(zone), at, what, ground }
    }

    /// The wait reaches a round length, unless the document was there by then. Of a series its due
    /// dates are told instead.
    fn milestones(&self, found: &mut Vec<Event>) {
        let (clock, zone) = (self.clock, self.clock.zone);
        if clock.statement.series.is_some() {
            return;
        }
        let Some(start) = &clock.start else { return };
        for (day, milestone) in
            milestones(start.last_day(zone)).take_while(|(day, _)| *day <= self.last)
        {
            if self.was_over_by(day) || self.dates().any(|moment| moment.first_day(zone) <= day) {
                return;
            }
            let ground = if day > clock.statement.today { Ground::Ahead } else { self.ground(day) };
            if ground == Ground::Ahead && !clock.statement.is_open() {
                return;
            }
            found.push(Event {
                day,
                at: beginning_of(day, zone),
                what: What::Reached(clock.named(), milestone),
                ground,
            });
        }
    }

    /// The pauses that moved the due date: when each began and ended.
    fn standstills(&self, found: &mut Vec<Event>) {
        let (clock, zone, today) = (self.clock, self.clock.zone, self.clock.statement.today);
        for step in self.clock.due.iter().flat_map(|due| &due.steps) {
            let Step::Paused { pause, .. } = step else { continue };
            if pause.from <= today {
                found.push(recorded(pause.from, zone, What::Paused(clock.named(), pause.from)));
            }
            if let Some(to) = pause.to.filter(|to| *to <= today && clock.statement.is_open()) {
                found.push(recorded(to, zone, What::Resumed(clock.named(), to)));
            }
        }
    }

    /// How the last check grows old.
    fn checks(&self, found: &mut Vec<Event>) {
        let clock = self.clock;
        let Some(check) = clock.statement.freshness.check() else { return };
        let recheck = u64::from(self.terms.recheck_days);
        let mut add = |day: NaiveDate, what| {
            if day <= self.last {
                found.push(recorded(day, clock.zone, what));
            }
        };
        add(later(check.on, recheck), What::CheckDue(clock.named(), check.on));
        if later(check.on, recheck) < clock.statement.today {
            add(later(check.on, recheck + 1), What::Stale(clock.named(), check.on));
        }
        if matches!(clock.statement.freshness, Freshness::Expired(_)) {
            add(later(check.on, 3 * recheck + 1), What::Expired(clock.named(), check.on));
        }
    }

    /// The dates of all documents that stop the clock.
    fn dates(&self) -> impl Iterator<Item = &Moment> {
        matching::stops(self.events.register, self.incident, self.terms).map(|(_, moment)| moment)
    }

    /// Whether a document had been handed over by the end of `day`, or the wait been given up.
    fn was_over_by(&self, day: NaiveDate) -> bool {
        let delivery = matching::delivery(self.events.register, self.incident, self.terms);
        let was_handed_over =
            delivery.is_some_and(|(_, moment)| moment.first_day(self.clock.zone) <= day);
        was_handed_over || self.terms.closed.as_ref().is_some_and(|closing| closing.on <= day)
    }

    /// How sure it is that the document was still awaited on a day that has come: somebody looked
    /// on `from` or later and found none, or it has appeared since.
    fn ground(&self, from: NaiveDate) -> Ground {
        let looked = self.clock.check.is_some_and(|check| check.reach >= from);
        let appeared = matching::delivery(self.events.register, self.incident, self.terms)
            .is_some()
            || self.dates().next().is_some();
        if looked || appeared {
            Ground::Proven
        } else if matches!(self.clock.statement.freshness, Freshness::Fresh(_)) {
            Ground::Claimed
        } else {
            Ground::Unseen
        }
    }
}

/// An event that is recorded for a day.
fn recorded(day: NaiveDate, zone: Tz, what: What) -> Event {
    Event { day, at: beginning_of(day, zone), what, ground: Ground::Proven }
}

fn later(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}

/// The first instant of a moment, in `zone`.
fn beginning(moment: &Moment, zone: Tz) -> DateTime<Tz> {
    match moment.instant() {
        Some(instant) => instant.with_timezone(&zone),
        None => beginning_of(moment.first_day(zone), zone),
    }
}

/// The first instant of a civil day in `zone`.
pub(crate) fn beginning_of(day: NaiveDate, zone: Tz) -> DateTime<Tz> {
    let before = When::EndOf(day.pred_opt().unwrap_or(day)).instant(zone);
    (before + TimeDelta::seconds(1)).with_timezone(&zone)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(start: &str, count: usize) -> Vec<String> {
        let start = start.parse().expect("a day");
        milestones(start)
            .take(count)
            .map(|(day, milestone)| format!("{day} {milestone:?}"))
            .collect()
    }

    #[test]
    fn milestones_are_100_days_each_year_and_each_1000_days_in_order() {
        let found = first("2021-01-01", 6);
        let wanted = [
            "2021-04-11 Days(100)",
            "2022-01-01 Years(1)",
            "2023-01-01 Years(2)",
            "2023-09-28 Days(1000)",
            "2024-01-01 Years(3)",
            "2025-01-01 Years(4)",
        ];
        assert_eq!(found, wanted);
    }

    #[test]
    fn the_anniversary_of_a_29_february_is_the_28_but_in_leap_years() {
        let found = first("2020-02-29", 6);
        assert_eq!(found[1], "2021-02-28 Years(1)");
        assert_eq!(found[5], "2024-02-29 Years(4)");
    }
}

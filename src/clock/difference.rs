use chrono::{Days, NaiveDate};

use super::{Clock, Docket, Freshness, Standing, Uncounted};
use crate::model::{ClockRef, Extension, Id, Incident, Kind, Moment, Record, Register, Response};

/// One thing that is not as it was. Dates are found in the register and the docket of the later moment, but for what is gone.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// A response was published and stopped these clocks.
    Published(Id, Vec<ClockRef>),
    /// A limit has passed.
    Passed(ClockRef),
    /// A due date has moved.
    Moved(ClockRef),
    /// A wait has reached a round number of days, on this day.
    Reached(ClockRef, i64, NaiveDate),
    /// A wait was closed without a document.
    Closed(ClockRef),
    /// A clock stands still.
    Paused(ClockRef),
    /// A clock runs again.
    Resumed(ClockRef),
    /// A new incident.
    Incident(Id),
    /// A document is awaited on an incident that was there before.
    Awaited(ClockRef),
    /// A response was published and stopped no clock.
    Answered(Id),
    /// A document was handed over and is not public.
    Delivered(Id),
    /// A document was taken offline.
    Withdrawn(Id),
    /// A new article.
    Article(Id),
    /// A mistake was put right: the record, and the place in its list.
    Corrected(Kind, Id, usize),
    /// Nobody has checked an absence lately.
    Stale(ClockRef),
    /// Nobody has checked an absence for too long.
    Expired(ClockRef),
    /// A record is no longer there.
    Gone(Kind, Id),
}

/// Why a due date has moved, as far as the two accounts tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MovedBy {
    /// More time was granted: the last extension.
    Extension(Extension),
    /// The document from which it counts has appeared.
    Begun,
    /// It counts from another moment.
    Start,
    /// The limit itself is another.
    Terms,
    /// A pause.
    Pause,
    /// The day of a duty that falls due again and again has come, and the next is awaited.
    Repetition,
    /// Its calendar: holidays that are passed over now, and those that no longer are.
    Calendar(Vec<(NaiveDate, String)>, Vec<(NaiveDate, String)>),
}

/// What changed from one state of a site to another, in a fixed order: by what it is, then by day, then by name.
///
/// Each side is a register as it stood with its docket. They may be of two moments, of two versions of the sources, or both.
/// A limit is only told as passed, and a round number only as reached, where somebody has checked lately enough for a number to be
/// claimed. The due date of a clock that still stands still moves every day, and is not told.
pub fn difference(before: (&Register, &Docket), after: (&Register, &Docket)) -> Vec<Change> {
    let mut found: Vec<(Option<NaiveDate>, Change)> = Vec::new();
    clocks(before, after, &mut found);
    responses(before.0, after, &mut found);
    for (id, incident) in &after.0.incidents {
        if !before.0.incidents.contains_key(id) {
            found.push((Some(incident.occurred.first_day(incident.record.timezone)), Change::Incident(id.clone())));
        }
    }
    for (id, article) in &after.0.articles {
        if !before.0.articles.contains_key(id) {
            found.push((Some(article.date.first_day(article.record.timezone)), Change::Article(id.clone())));
        }
    }
    for (kind, record) in after.0.records() {
        let known = before.0.record(kind, record.id.as_str()).map_or(&[][..], |earlier| &earlier.corrections);
        for (at, correction) in record.corrections.iter().enumerate().filter(|(_, correction)| !known.contains(correction)) {
            found.push((Some(correction.date), Change::Corrected(kind, record.id.clone(), at)));
        }
    }
    let gone = |(kind, record): &(Kind, &Record)| after.0.record(*kind, record.id.as_str()).is_none();
    found.extend(before.0.records().filter(gone).map(|(kind, record)| (None, Change::Gone(kind, record.id.clone()))));
    found.sort_by(|(a_day, a), (b_day, b)| (a.rank(), a_day, a).cmp(&(b.rank(), b_day, b)));
    found.into_iter().map(|(_, change)| change).collect()
}

/// Why the due date of a clock has moved from one state to another.
pub fn moved_by(before: (&Incident, &Clock), after: (&Incident, &Clock)) -> Option<MovedBy> {
    let (old, new) = (before.1.terms(before.0)?, after.1.terms(after.0)?);
    if let Some(extension) = new.extended.iter().rev().find(|extension| !old.extended.contains(extension)) {
        return Some(MovedBy::Extension(extension.clone()));
    }
    Some(if before.1.provisional && !after.1.provisional {
        MovedBy::Begun
    } else if before.1.start != after.1.start {
        MovedBy::Start
    } else if old.due != new.due || old.roll != new.roll || old.hours != new.hours || old.extended != new.extended {
        MovedBy::Terms
    } else if old.paused != new.paused {
        MovedBy::Pause
    } else if new.law.as_ref().is_some_and(|law| law.repeat.is_some()) && before.1.today != after.1.today {
        MovedBy::Repetition
    } else {
        let (old, new) = (holidays(before.1), holidays(after.1));
        let only = |of: &[(NaiveDate, String)], not: &[(NaiveDate, String)]| {
            of.iter().filter(|day| !not.contains(day)).cloned().collect::<Vec<_>>()
        };
        MovedBy::Calendar(only(&new, &old), only(&old, &new))
    })
}

/// The holidays that the account of a clock's due date passes over.
fn holidays(clock: &Clock) -> Vec<(NaiveDate, String)> {
    let steps = clock.due.iter().flat_map(|due| &due.steps);
    let skipped = steps.flat_map(super::Step::skipped);
    let named = skipped.filter_map(|skipped| match &skipped.why {
        Uncounted::Free(super::FreeDay::Holiday(name)) => Some((skipped.day, name.to_string())),
        Uncounted::Free(super::FreeDay::Weekend(_)) | Uncounted::Paused => None,
    });
    let mut named: Vec<_> = named.collect();
    named.sort();
    named.dedup();
    named
}

impl Change {
    /// The place of its kind in the order: as the variants stand.
    fn rank(&self) -> u8 {
        match self {
            Change::Published(..) => 0,
            Change::Passed(_) => 1,
            Change::Moved(_) => 2,
            Change::Reached(..) => 3,
            Change::Closed(_) => 4,
            Change::Paused(_) => 5,
            Change::Resumed(_) => 6,
            Change::Incident(_) => 7,
            Change::Awaited(_) => 8,
            Change::Answered(_) => 9,
            Change::Delivered(_) => 10,
            Change::Withdrawn(_) => 11,
            Change::Article(_) => 12,
            Change::Corrected(..) => 13,
            Change::Stale(_) => 14,
            Change::Expired(_) => 15,
            Change::Gone(..) => 16,
        }
    }
}

fn clocks(before: (&Register, &Docket), after: (&Register, &Docket), found: &mut Vec<(Option<NaiveDate>, Change)>) {
    for clock in after.1.clocks() {
        let named = ClockRef { incident: clock.incident.clone(), clock: Some(clock.id.clone()) };
        let earlier = before.1.find(&named);
        let turned = |standing| clock.standing == standing && earlier.is_none_or(|earlier| earlier.standing != standing);
        let due_day = |clock: &Clock| clock.due.as_ref().map(|due| due.current.date(clock.zone));
        if earlier.is_none() && before.0.incidents.contains_key(&clock.incident) {
            found.push((None, Change::Awaited(named.clone())));
        }
        if turned(Standing::Overdue) && clock.freshness != Freshness::Expired {
            found.push((due_day(clock), Change::Passed(named.clone())));
        }
        if turned(Standing::Closed) {
            found.push((None, Change::Closed(named.clone())));
        }
        if turned(Standing::Paused) {
            found.push((None, Change::Paused(named.clone())));
        }
        if clock.is_open() && clock.standing != Standing::Paused && earlier.is_some_and(|earlier| earlier.standing == Standing::Paused) {
            found.push((None, Change::Resumed(named.clone())));
        }
        if has_moved(earlier, clock) {
            found.push((due_day(clock), Change::Moved(named.clone())));
        }
        if let Some((days, on)) = round_number(earlier, clock) {
            found.push((Some(on), Change::Reached(named.clone(), days, on)));
        }
        let turned = |freshness| {
            !clock.confidential && clock.freshness == freshness && earlier.is_some_and(|earlier| earlier.freshness != freshness)
        };
        if turned(Freshness::Stale) {
            found.push((clock.checked, Change::Stale(named.clone())));
        }
        if turned(Freshness::Expired) {
            found.push((clock.checked, Change::Expired(named)));
        }
    }
}

fn has_moved(earlier: Option<&Clock>, clock: &Clock) -> bool {
    let (Some(old), Some(new)) = (earlier.and_then(|earlier| earlier.due.as_ref()), &clock.due) else { return false };
    old.current != new.current && !new.is_still_paused()
}

/// The largest round number of days that a wait has reached since `earlier`, and when: 100, 365, 500, 1,000 and every further 500.
fn round_number(earlier: Option<&Clock>, clock: &Clock) -> Option<(i64, NaiveDate)> {
    if !clock.is_open() {
        return None;
    }
    let now = clock.claimed()?.days;
    let then = earlier.and_then(|earlier| earlier.claimed().or(earlier.elapsed)).map_or(0, |counted| counted.days);
    let reached = match now {
        500.. => now / 500 * 500,
        365.. => 365,
        100.. => 100,
        _ => return None,
    };
    let start = clock.start.as_ref()?.last_day(clock.zone);
    (then < reached).then_some(())?;
    Some((reached, start.checked_add_days(Days::new(reached.unsigned_abs()))?))
}

fn responses(before: &Register, after: (&Register, &Docket), found: &mut Vec<(Option<NaiveDate>, Change)>) {
    let (register, docket) = after;
    for (id, response) in &register.responses {
        let earlier = before.responses.get(id).map(Box::as_ref);
        let is_new = |of: fn(&Response) -> Option<&Moment>| of(response).is_some() && earlier.and_then(of).is_none();
        let day = |moment: Option<&Moment>| moment.map(|moment| moment.first_day(response.record.timezone));
        if is_new(|response| response.date.as_ref()) {
            let clocks = docket.clocks().filter(|clock| clock.stop.as_ref().is_some_and(|stop| stop.response == *id));
            let stopped: Vec<ClockRef> =
                clocks.map(|clock| ClockRef { incident: clock.incident.clone(), clock: Some(clock.id.clone()) }).collect();
            let change = if stopped.is_empty() { Change::Answered(id.clone()) } else { Change::Published(id.clone(), stopped) };
            found.push((day(response.date.as_ref()), change));
        } else if response.date.is_none() && is_new(|response| response.delivered.as_ref()) {
            found.push((day(response.delivered.as_ref()), Change::Delivered(id.clone())));
        }
        if is_new(|response| response.withdrawn.as_ref()) {
            found.push((day(response.withdrawn.as_ref()), Change::Withdrawn(id.clone())));
        }
    }
}

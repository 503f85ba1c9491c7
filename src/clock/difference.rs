//! What changed from one state of a site to another: the events of the later one that the earlier
//! one does not have, due dates that moved, and records that are gone.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{Clock, Docket, Event, Events, Ground, Uncounted, What};
use crate::model::{ClockRef, Extension, Id, Incident, Kind, Record, Register};

/// One thing that is not as it was. Dates are found in the register and the docket of the later
/// moment, but for what is gone.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// A response was published and stopped these clocks.
    Published(Id, Vec<ClockRef>),
    /// Something else has happened.
    Happened(What),
    /// A due date has moved.
    Moved(ClockRef),
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
    /// Its calendar: holidays that are passed over now, and those that no longer are.
    Calendar(Vec<(NaiveDate, String)>, Vec<(NaiveDate, String)>),
}

/// What changed from one state of a site to another, in a fixed order: by what it is, then by day,
/// then by name.
///
/// Each side is a register as it stood with its docket. They may be of two moments, of two versions
/// of the sources, or both. A limit is only told as passed, and a round length only as reached,
/// where a check bears it out. What is older than the earlier state and concerns an incident that
/// it does not have is told by that incident alone. The due date of a clock that still stands still
/// moves every day, and is not told; nor is that of a series, which is the next after each document.
pub fn difference(before: (&Register, &Docket), after: (&Register, &Docket)) -> Vec<Change> {
    let known: BTreeSet<What> = events(before).into_iter().map(|event| event.what).collect();
    let is_known = |incident: &Id| before.0.incidents.contains_key(incident);
    let is_news = |event: &Event| {
        if known.contains(&event.what) || matches!(event.ground, Ground::Unseen | Ground::Ahead) {
            return false;
        }
        match &event.what {
            // The incident itself is told, with what is awaited on it.
            What::Awaited(clock) => is_known(&clock.incident),
            What::Passed(clock, _) | What::Reached(clock, _) => {
                is_known(&clock.incident)
                    || event.day > before.1.as_of().date_in(event.at.timezone())
            }
            What::CheckDue(..) => false,
            _ => true,
        }
    };
    let stopped_by = |response: &Id| {
        let clocks = after.1.clocks().filter(|clock| clock.statement.is_answered_by(response));
        clocks.map(Clock::named).collect::<Vec<_>>()
    };
    let change = |what: What| match &what {
        What::Published(id) => match stopped_by(id) {
            stopped if stopped.is_empty() => Change::Happened(what),
            stopped => Change::Published(id.clone(), stopped),
        },
        _ => Change::Happened(what),
    };
    let happened = events(after)
        .into_iter()
        .filter(is_news)
        .map(|event| (Some(event.day), change(event.what)));
    let moved = after.1.clocks().filter(|clock| has_moved(before.1.find(&clock.named()), clock));
    let moved = moved.map(|clock| (clock.due_day(), Change::Moved(clock.named())));
    let gone =
        |(kind, record): &(Kind, &Record)| after.0.record(*kind, record.id.as_str()).is_none();
    let gone = before
        .0
        .records()
        .filter(gone)
        .map(|(kind, record)| (None, Change::Gone(kind, record.id.clone())));
    let mut found: Vec<(Option<NaiveDate>, Change)> = happened.chain(moved).chain(gone).collect();
    found.sort_by(|(a_day, a), (b_day, b)| (a.rank(), a_day, a).cmp(&(b.rank(), b_day, b)));
    found.dedup();
    found.into_iter().map(|(_, change)| change).collect()
}

fn events((register, docket): (&Register, &Docket)) -> Vec<Event> {
    Events { register, docket, ahead: 0 }.all()
}

/// Why the due date of a clock has moved from one state to another.
pub fn moved_by(before: (&Incident, &Clock), after: (&Incident, &Clock)) -> Option<MovedBy> {
    let (old, new) = (before.1.terms(before.0)?, after.1.terms(after.0)?);
    if let Some(extension) =
        new.extended.iter().rev().find(|extension| !old.extended.contains(extension))
    {
        return Some(MovedBy::Extension(extension.clone()));
    }
    Some(if before.1.statement.is_provisional() && !after.1.statement.is_provisional() {
        MovedBy::Begun
    } else if before.1.start != after.1.start {
        MovedBy::Start
    } else if old.due != new.due
        || old.roll != new.roll
        || old.hours != new.hours
        || old.extended != new.extended
    {
        MovedBy::Terms
    } else if old.paused != new.paused {
        MovedBy::Pause
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
    /// The place of its kind in the order.
    fn rank(&self) -> u8 {
        match self {
            Change::Published(..) => 0,
            Change::Happened(What::Passed(..)) => 1,
            Change::Moved(_) => 2,
            Change::Happened(What::Reached(..)) => 3,
            Change::Happened(What::Closed(..)) => 4,
            Change::Happened(What::Paused(..)) => 5,
            Change::Happened(What::Resumed(..)) => 6,
            Change::Happened(What::PromiseDue(..)) => 7,
            Change::Happened(What::PromiseState(..)) => 8,
            Change::Happened(What::Incident(_)) => 9,
            Change::Happened(What::Awaited(_)) => 10,
            Change::Happened(What::Published(_)) => 11,
            Change::Happened(What::Delivered(_)) => 12,
            Change::Happened(What::Withdrawn(_)) => 13,
            Change::Happened(What::Article(_)) => 14,
            Change::Happened(What::Corrected(..)) => 15,
            Change::Happened(What::CheckDue(..) | What::Stale(..)) => 16,
            Change::Happened(What::Expired(..)) => 17,
            Change::Gone(..) => 18,
        }
    }
}

fn has_moved(earlier: Option<&Clock>, clock: &Clock) -> bool {
    let (Some(old), Some(new)) = (earlier.and_then(|earlier| earlier.due.as_ref()), &clock.due)
    else {
        return false;
    };
    old.current != new.current && !new.is_still_paused() && clock.statement.series.is_none()
}

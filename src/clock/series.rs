//! Documents that are owed again and again until a final one is there: which due dates there were,
//! which document settles which of them, and which passed without any.
//!
//! The due dates are reckoned from the start, however the earlier ones were kept. A document
//! settles the due date nearest to it that no earlier document settles, the earlier of two equally
//! near, before or after it: a statement of the third month counts for the first anniversary, and
//! one that is forty days late counts for the one that it missed. What its author says goes before.
//!
//! Absent on purpose: what is said of a series as a whole (see [`Statement`](super::Statement)).

use std::collections::BTreeSet;

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::{AsOf, DueDate, DueError, Elapsed, Stop, When, repetition};
use crate::model::{Check, Moment, Period};

/// The most due dates of a series.
const MOST_INSTANCES: usize = 4_000;

/// A document that is owed again and again, as of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    /// The time from one due date to the next.
    pub every: Period,
    /// Every due date that has come and the next to come, in order. Those for which the final
    /// document was there, or the wait had been closed, are none.
    pub instances: Vec<Instance>,
    /// The documents of the series that are public, each with its date, in the order in which they
    /// appeared.
    pub documents: Vec<(Stop, Moment)>,
}

/// One of the due dates of a series.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instance {
    /// By when a document was or is due.
    pub due: When,
    /// The document that settles it.
    pub settled: Option<Settled>,
    /// Whether it has passed for sure, so that without a document it was missed.
    pub has_passed: bool,
    /// Whether somebody looked after it had passed.
    pub is_seen: bool,
}

/// A due date for which a document was published or handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settled {
    /// The document.
    pub by: Stop,
    /// Whole calendar days by which it came after the due date; nothing where it came in time, or
    /// may have.
    pub late: Option<Elapsed>,
}

/// A document of a series.
#[derive(Debug, Clone)]
pub(super) struct Answer<'a> {
    pub(super) stop: Stop,
    pub(super) moment: &'a Moment,
    /// Whether it is public, and not only handed over.
    pub(super) is_public: bool,
    /// The due date that it settles, where its author says so.
    pub(super) overruled: Option<NaiveDate>,
}

/// What a series is worked out from.
pub(super) struct Owed<'a> {
    pub(super) every: Period,
    pub(super) start: &'a Moment,
    pub(super) zone: Tz,
    pub(super) as_of: AsOf,
    /// The day from which none is owed any more.
    pub(super) until: Option<NaiveDate>,
    /// The last check.
    pub(super) check: Option<Check>,
    /// In the order in which they appeared.
    pub(super) answers: Vec<Answer<'a>>,
    /// The due date of the instance that falls on a day.
    pub(super) due_on: &'a dyn Fn(NaiveDate) -> Result<DueDate, DueError>,
}

impl Series {
    /// Works out a series, and by when the next document is due: the oldest due date that has
    /// passed without one, or the first to come; nothing once none is owed.
    ///
    /// # Errors
    /// As [`repetition`], and more due dates than anybody can check.
    pub(super) fn of(owed: Owed<'_>) -> Result<(Self, Option<DueDate>), DueError> {
        let today = owed.as_of.date_in(owed.zone);
        let dues = owed.dues(today)?;
        let settled = settle(&dues, &owed);
        let instance = |(due, settled): (&DueDate, Option<&Answer<'_>>)| {
            let has_passed = !due.is_doubtful() && due.overdue_days(owed.as_of).is_some();
            Instance {
                due: due.current,
                settled: settled.map(|answer| Settled {
                    by: answer.stop.clone(),
                    late: due
                        .days_late(answer.moment)
                        .filter(|_| !due.is_doubtful())
                        .map(|days| Elapsed { days, at_least: answer.stop.imprecise }),
                }),
                has_passed,
                is_seen: has_passed
                    && owed.check.is_some_and(|check| check.reach > due.current.date(owed.zone)),
            }
        };
        let mut instances: Vec<Instance> =
            dues.iter().zip(settled.iter().copied()).map(instance).collect();
        let open = || instances.iter().enumerate().filter(|(_, found)| found.settled.is_none());
        let next = open().find(|(_, found)| found.has_passed).or_else(|| open().next());
        let next = next.map(|(at, _)| dues[at].clone());
        let to_come = dues.iter().position(|due| due.current.date(owed.zone) >= today);
        instances.truncate(to_come.map_or(dues.len(), |at| at + 1));
        let public = owed.answers.into_iter().filter(|answer| answer.is_public);
        let documents = public.map(|answer| (answer.stop, answer.moment.clone())).collect();
        Ok((Self { every: owed.every, instances, documents }, next))
    }

    /// The document that appeared last, from which the days are counted.
    pub fn latest(&self) -> Option<&(Stop, Moment)> {
        self.documents.last()
    }

    /// The due dates that have passed without a document, in order.
    pub fn missed(&self) -> impl Iterator<Item = &Instance> + Clone {
        self.instances.iter().filter(|instance| instance.is_missed())
    }

    /// The due date that a response settles.
    pub fn settled_by(&self, response: &str) -> Option<(&Instance, &Settled)> {
        self.instances.iter().find_map(|instance| {
            let settled = instance.settled.as_ref()?;
            (settled.by.response.as_str() == response).then_some((instance, settled))
        })
    }
}

impl Instance {
    /// Whether it has passed without a document.
    pub fn is_missed(&self) -> bool {
        self.has_passed && self.settled.is_none()
    }
}

impl Owed<'_> {
    /// The due dates that have come, and as many to come as there can be documents ahead of theirs
    /// and one more.
    fn dues(&self, today: NaiveDate) -> Result<Vec<DueDate>, DueError> {
        let mut dues = Vec::new();
        let mut to_come = 0;
        for nth in 1.. {
            let due = (self.due_on)(repetition(self.start, self.zone, self.every, nth)?)?;
            let day = due.current.date(self.zone);
            if self.until.is_some_and(|until| until <= day) {
                break;
            }
            to_come += usize::from(day >= today);
            dues.push(due);
            if to_come > self.answers.len() {
                break;
            }
            if dues.len() >= MOST_INSTANCES {
                return Err(DueError::TooOften);
            }
        }
        Ok(dues)
    }
}

/// For each due date the document that settles it.
fn settle<'o>(dues: &[DueDate], owed: &'o Owed<'_>) -> Vec<Option<&'o Answer<'o>>> {
    let days: Vec<NaiveDate> = dues.iter().map(|due| due.current.date(owed.zone)).collect();
    let mut settled = vec![None; dues.len()];
    let mut open: BTreeSet<(NaiveDate, usize)> = days.iter().copied().zip(0..).collect();
    let named = |answer: &&Answer<'_>| answer.overruled.is_some();
    let in_order = owed.answers.iter().filter(named);
    for answer in in_order.chain(owed.answers.iter().filter(|answer| !named(answer))) {
        let nearest = match answer.overruled {
            Some(day) => open.iter().find(|(due, _)| *due == day).copied(),
            None => nearest(&open, answer.stop.on),
        };
        if let Some(found) = nearest {
            open.remove(&found);
            settled[found.1] = Some(answer);
        }
    }
    settled
}

/// The due date that is nearest to a day, the earlier of two equally near.
fn nearest(open: &BTreeSet<(NaiveDate, usize)>, day: NaiveDate) -> Option<(NaiveDate, usize)> {
    let before = open.range(..(day, 0)).next_back();
    let after = open.range((day, 0)..).next();
    let distance = |found: &&(NaiveDate, usize)| (found.0 - day).num_days().abs();
    before.into_iter().chain(after).min_by_key(distance).copied()
}

//! What is true of a clock as of a day, and how far it may be said.
//!
//! Whatever is said of a clock, on its page, in a row, on a badge, in a feed or on the command
//! line, is one [`Statement`], which [`Statement::of`] makes. Its standing and its freshness follow
//! from it.
//!
//! Absent on purpose: words (see `wording`), and how a due date was found (see [`DueDate`]).

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::pauses::{self, Standstill};
use super::{
    AsOf, DueDate, Elapsed, Freshness, Missing, PauseIgnored, Series, Standing, Step, elapsed,
};
use crate::model::{Check, ClockTerms, Force, Id, Moment, Since};

/// What is true of a clock as of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// The civil day of the as-of, in the clock's zone.
    pub today: NaiveDate,
    /// What its days are counted from.
    pub since: Since,
    /// What became of the document.
    pub truth: Truth,
    /// While it is open: what was handed over and is not public.
    pub delivery: Option<Stop>,
    /// While it is open: the time limit stands still, because it had not passed when the pause
    /// began. A pause of a clock without a limit stops nothing, and one that began after the limit
    /// had passed excuses nothing.
    pub pause: Option<Standstill>,
    /// How far an absence can be relied on.
    pub freshness: Freshness,
    /// What is true of its time limit.
    pub limit: TimeLimit,
    /// How binding that limit is.
    pub force: Force,
    /// What would have to be known for it to begin, or for its limit to be dated.
    pub missing: Option<Missing>,
    /// Of a document that is owed again and again each due date, and what became of it.
    pub series: Option<Series>,
}

/// What became of an awaited document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Truth {
    /// It is public.
    Published {
        /// The document.
        document: Stop,
        /// How long it took.
        took: Took,
    },
    /// The wait was ended without it.
    Closed {
        /// The day.
        on: NaiveDate,
        /// How long it was awaited.
        took: Took,
    },
    /// It was owed again and again, and is no longer: the final document is there.
    Ended {
        /// The final document.
        document: Stop,
        /// How long it was from the last of the series, or from the start, until then.
        took: Took,
    },
    /// Nobody outside can see whether it was filed: no absence is claimed.
    Confidential {
        /// Days since the start, if that is known.
        age: Option<Elapsed>,
    },
    /// No days are counted, because what starts the count is awaited or not known.
    NotBegun,
    /// It is awaited.
    Awaited {
        /// Days since the start, up to the as-of.
        age: Elapsed,
        /// Days up to the last check: the part of the wait that somebody has seen. Nothing where
        /// nobody has looked.
        seen: Option<Elapsed>,
    },
}

/// A document that ends or answers a wait.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    /// The response.
    pub response: Id,
    /// The civil date in the clock's zone; the earliest possible where only the month or the year
    /// is known.
    pub on: NaiveDate,
    /// Whether only the month or the year is known.
    pub imprecise: bool,
}

/// How long a wait took that has ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Took {
    /// So many days.
    Days(Elapsed),
    /// As little as no day at all, since a date is known only to the month or the year: no number
    /// is told.
    Within,
    /// Its start is not known, or lies after its end.
    Unknown,
}

/// What is true of a time limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeLimit {
    /// None is recorded.
    None,
    /// There is one, and its due date cannot be found.
    Undated,
    /// Its due date is known.
    Dated(Certainty, Timeliness),
}

/// How sure a due date is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Certainty {
    /// As sure as its account.
    Firm,
    /// It hangs on a document that is itself awaited, and is reckoned from that one's due date.
    Provisional,
    /// It was reckoned through days of which its calendar knows nothing, and is the earliest that
    /// it can be.
    Doubtful,
}

/// How a document stands to its due date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Timeliness {
    /// It is awaited, or no longer, and the limit has not passed, or is not known to have.
    Open,
    /// It is awaited, and the limit has passed by whole calendar days: 0 on the day itself, past
    /// the hour.
    Passed(i64),
    /// It came in time.
    InTime {
        /// So many days before the due date, or on the day.
        days: i64,
        /// Whether those are the most that there can have been.
        at_most: bool,
    },
    /// It may have come in time.
    MaybeInTime,
    /// It came so many whole calendar days after the limit: 0 on the day itself, past the hour.
    Late(Elapsed),
    /// Nobody outside can see when it was filed.
    Unobservable,
}

/// What a statement is made of.
pub(super) struct Found<'a> {
    pub(super) terms: &'a ClockTerms,
    pub(super) as_of: AsOf,
    pub(super) zone: Tz,
    pub(super) since: Since,
    /// From when its days are counted, if that is known for good.
    pub(super) start: Option<&'a Moment>,
    /// The due date, and whether it is reckoned from another one.
    pub(super) due: Option<(&'a DueDate, Certainty)>,
    pub(super) missing: Option<Missing>,
    /// What stopped the clock, with the dates of all documents that could have.
    pub(super) stop: Option<Stop>,
    pub(super) dates: &'a [&'a Moment],
    /// What was handed over, and when.
    pub(super) delivery: Option<(Stop, &'a Moment)>,
    /// The last check, no later than the as-of and not before the clock began.
    pub(super) check: Option<Check>,
    pub(super) series: Option<Series>,
}

impl Statement {
    /// What is true of a clock of which this was found.
    pub(super) fn of(found: Found<'_>) -> Self {
        let Found { terms, as_of, zone, .. } = found;
        let today = as_of.date_in(zone);
        let count_to = |day: NaiveDate| elapsed(found.start?, zone, day);
        let pause = found.due.filter(|(due, _)| stands_still(terms, due, zone, today)).map(|_| {
            let to = |day| {
                found.start.map_or(0, |start| {
                    pauses::paused_days(&terms.paused, start.last_day(zone), day)
                })
            };
            Standstill {
                days: to(today),
                seen: found.check.map(|check| to(check.reach)),
                through: pauses::paused_through(&terms.paused, today),
                why: pauses::why_paused(&terms.paused, today),
            }
        });
        let in_confidence = terms.law.as_ref().is_some_and(|law| law.confidential);
        let is_provisional =
            found.due.is_some_and(|(_, certainty)| certainty == Certainty::Provisional);
        let limit = found.limit(pause.is_some(), in_confidence);
        let truth = if let Some(document) = found.stop {
            let counted = count_to(document.on);
            let at_least = |counted: Elapsed| Elapsed {
                at_least: counted.at_least || document.imprecise,
                ..counted
            };
            let took = Took::of(counted.map(at_least));
            match terms.repeat() {
                Some(_) => Truth::Ended { took, document },
                None => Truth::Published { took, document },
            }
        } else if let Some(closing) = &terms.closed {
            Truth::Closed { on: closing.on, took: Took::of(count_to(closing.on)) }
        } else {
            match count_to(today) {
                age if in_confidence && (age.is_some() || is_provisional) => {
                    Truth::Confidential { age }
                }
                Some(age) => Truth::Awaited {
                    age,
                    seen: found.check.and_then(|check| count_to(check.reach)),
                },
                None => Truth::NotBegun,
            }
        };
        let is_open = truth.is_open();
        Self {
            today,
            since: found.since,
            truth,
            delivery: found.delivery.map(|(stop, _)| stop).filter(|_| is_open),
            pause: pause.filter(|_| is_open),
            freshness: if is_open {
                Freshness::of(found.check, today, terms.recheck_days)
            } else {
                Freshness::Settled
            },
            limit,
            force: terms.force,
            missing: found.missing,
            series: found.series,
        }
    }

    /// Where the clock stands.
    pub fn standing(&self) -> Standing {
        let has_passed = matches!(self.limit, TimeLimit::Dated(_, Timeliness::Passed(_)));
        match self.truth {
            Truth::Published { .. } if self.late().is_some() => Standing::PublishedLate,
            Truth::Published { .. } => Standing::Published,
            Truth::Closed { .. } => Standing::Closed,
            Truth::Ended { .. } => Standing::Ended,
            _ if self.delivery.is_some() => Standing::Delivered,
            _ if self.missing.is_some() && !self.is_provisional() => Standing::Unknown,
            _ if self.pause.is_some() => Standing::Paused,
            Truth::Confidential { .. } if has_passed => Standing::Confidential,
            _ if has_passed => Standing::Overdue,
            Truth::Confidential { .. } | Truth::NotBegun | Truth::Awaited { .. } => {
                Standing::Waiting
            }
        }
    }

    /// Whether the document is still awaited.
    pub fn is_open(&self) -> bool {
        self.truth.is_open()
    }

    /// Whether nobody outside can see if the document was filed.
    pub fn is_confidential(&self) -> bool {
        matches!(self.truth, Truth::Confidential { .. })
    }

    /// Whether the due date hangs on a document that is itself awaited.
    pub fn is_provisional(&self) -> bool {
        matches!(self.limit, TimeLimit::Dated(Certainty::Provisional, _))
    }

    /// Days to the stop, to the closing, or to the as-of; nothing where the start is not known.
    pub fn elapsed(&self) -> Option<Elapsed> {
        match self.truth {
            Truth::Published { took, .. }
            | Truth::Closed { took, .. }
            | Truth::Ended { took, .. } => took.elapsed(),
            Truth::Confidential { age } => age,
            Truth::NotBegun => None,
            Truth::Awaited { age, .. } => Some(age),
        }
    }

    /// The length of the wait that may be claimed: none for an absence that nobody has ever
    /// checked, or not for too long, nor for one that nobody can see, nor for what is no longer
    /// owed. Where a check is stale the count stands where it reaches.
    pub fn claimed(&self) -> Option<Elapsed> {
        match (&self.truth, self.freshness) {
            (Truth::Published { took, .. } | Truth::Closed { took, .. }, _) => took.elapsed(),
            (Truth::Awaited { age, .. }, Freshness::Fresh(_)) => Some(*age),
            (Truth::Awaited { seen, .. }, Freshness::Stale(_)) => *seen,
            (
                Truth::Awaited { .. }
                | Truth::Confidential { .. }
                | Truth::NotBegun
                | Truth::Ended { .. },
                _,
            ) => None,
        }
    }

    /// The number of days that is shown: the wait that is claimed, or the age of one that nobody
    /// has ever checked.
    pub fn shown(&self) -> Option<Elapsed> {
        match self.truth {
            Truth::Awaited { age, .. } if self.freshness == Freshness::Unchecked => Some(age),
            _ => self.claimed(),
        }
    }

    /// The day to which it is counted: the stop, the closing, where a stale check reaches, or the
    /// as-of.
    pub fn counted_to(&self) -> NaiveDate {
        match (&self.truth, self.freshness) {
            (Truth::Published { document, .. } | Truth::Ended { document, .. }, _) => document.on,
            (Truth::Closed { on, .. }, _) => *on,
            (Truth::Awaited { .. }, Freshness::Stale(check)) => check.reach,
            (Truth::Awaited { .. } | Truth::Confidential { .. } | Truth::NotBegun, _) => self.today,
        }
    }

    /// The document that stopped it, which is public: the one that was awaited, or the final one of
    /// a series.
    pub fn stop(&self) -> Option<&Stop> {
        match &self.truth {
            Truth::Published { document, .. } | Truth::Ended { document, .. } => Some(document),
            _ => None,
        }
    }

    /// Whether a response stopped it, or is one of its series.
    pub fn is_answered_by(&self, response: &Id) -> bool {
        let of_series = |series: &Series| series.settled_by(response.as_str()).is_some();
        self.stop().is_some_and(|stop| stop.response == *response)
            || self.series.as_ref().is_some_and(of_series)
    }

    /// Whole days by which the limit has passed while the document is awaited; nothing where nobody
    /// could see it.
    pub fn overdue_days(&self) -> Option<i64> {
        match self.limit {
            TimeLimit::Dated(_, Timeliness::Passed(days))
                if self.standing() == Standing::Overdue =>
            {
                Some(days)
            }
            _ => None,
        }
    }

    /// Whole days by which the published document came after its limit.
    pub fn late(&self) -> Option<Elapsed> {
        match (&self.truth, self.limit) {
            (Truth::Published { .. }, TimeLimit::Dated(_, Timeliness::Late(days))) => Some(days),
            _ => None,
        }
    }
}

impl Truth {
    /// Whether the document is still awaited.
    fn is_open(&self) -> bool {
        !matches!(self, Truth::Published { .. } | Truth::Closed { .. } | Truth::Ended { .. })
    }
}

impl Took {
    fn of(counted: Option<Elapsed>) -> Self {
        match counted {
            None => Took::Unknown,
            Some(Elapsed { days: 0, at_least: true }) => Took::Within,
            Some(counted) => Took::Days(counted),
        }
    }

    /// The days, of which there may be none.
    pub fn elapsed(self) -> Option<Elapsed> {
        match self {
            Took::Days(counted) => Some(counted),
            Took::Within => Some(Elapsed { days: 0, at_least: true }),
            Took::Unknown => None,
        }
    }
}

impl Found<'_> {
    fn limit(&self, is_paused: bool, in_confidence: bool) -> TimeLimit {
        let Some((due, certainty)) = self.due else {
            if self.series.is_some() {
                return TimeLimit::None;
            }
            return if has_limit(self.terms) { TimeLimit::Undated } else { TimeLimit::None };
        };
        let timeliness = match certainty {
            Certainty::Provisional => Timeliness::Open,
            Certainty::Firm => self.timeliness(due, is_paused, in_confidence),
            // The due date can be later, and never earlier: only what came in time is known.
            Certainty::Doubtful => match self.timeliness(due, is_paused, in_confidence) {
                Timeliness::Passed(_) => Timeliness::Open,
                Timeliness::Late(_) => Timeliness::MaybeInTime,
                known => known,
            },
        };
        TimeLimit::Dated(certainty, timeliness)
    }

    fn timeliness(&self, due: &DueDate, is_paused: bool, in_confidence: bool) -> Timeliness {
        let before = |stop: &Stop| (due.current.date(self.zone) - stop.on).num_days();
        match (&self.stop, &self.terms.closed, &self.delivery) {
            // A copy that was made public says nothing of when the document was filed with those
            // who keep it to themselves.
            (Some(_), ..) if in_confidence => Timeliness::Unobservable,
            (Some(stop), ..) => match self.late(due) {
                Some(late) => Timeliness::Late(late),
                None if !self
                    .dates
                    .iter()
                    .any(|moment| due.current.is_kept_by(moment, self.zone)) =>
                {
                    Timeliness::MaybeInTime
                }
                None => Timeliness::InTime { days: before(stop).max(0), at_most: stop.imprecise },
            },
            (None, Some(_), _) => Timeliness::Open,
            // A document that was handed over kept its limit, or did not, whether or not it is
            // public.
            (None, None, Some((stop, moment))) => match before(stop) {
                days @ ..0 => Timeliness::Late(Elapsed { days: -days, at_least: stop.imprecise }),
                _ if !due.current.is_kept_by(moment, self.zone) => Timeliness::MaybeInTime,
                days => Timeliness::InTime { days, at_most: stop.imprecise },
            },
            (None, None, None) if is_paused => Timeliness::Open,
            (None, None, None) => {
                due.overdue_days(self.as_of).map_or(Timeliness::Open, Timeliness::Passed)
            }
        }
    }

    /// Whole days by which the document came after `due`: none if any of the documents that stop
    /// the clock may have been in time.
    fn late(&self, due: &DueDate) -> Option<Elapsed> {
        let mut least: Option<Elapsed> = None;
        for moment in self.dates {
            let found = Elapsed { days: due.days_late(moment)?, at_least: moment.is_imprecise() };
            if least.is_none_or(|least| found.days < least.days) {
                least = Some(found);
            }
        }
        least
    }
}

/// Whether a clock with this limit is paused. A pause after the due date has no effect on it, nor
/// has one on a limit in hours.
fn stands_still(terms: &ClockTerms, due: &DueDate, zone: Tz, today: NaiveDate) -> bool {
    let runs_on = |pause| {
        let ignored = |step: &Step| matches!(step, Step::PauseIgnored { pause: found, because: PauseIgnored::LimitInHours } if found == pause);
        due.steps.iter().any(ignored)
    };
    let due = due.current.date(zone);
    terms.paused.iter().any(|pause| pause.holds_on(today) && pause.from <= due && !runs_on(pause))
}

/// Whether the terms set any limit, dated or not.
fn has_limit(terms: &ClockTerms) -> bool {
    let of_law = terms.law.as_ref().is_some_and(|law| {
        law.fixed.is_some() || law.repeat.is_some() || !law.earliest_of.is_empty()
    });
    terms.due.is_some() || of_law
}

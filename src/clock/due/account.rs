use chrono::{DateTime, NaiveDate, Utc};

use super::When;
use crate::clock::FreeDay;
use crate::model::{Extension, Pause, Period, Roll};

/// One line in the account of how a due date was found.
///
/// The lines stand in the order in which a clerk works: start, period, pauses, roll, extensions; a
/// warning stands behind the line that it concerns. Each line says what it gives, and the next goes
/// on from there, so that a reader can do it all again by hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// The civil day from which is counted; it is day 0.
    Start {
        /// In the zone of the clock; the last day it can have been.
        day: NaiveDate,
        /// Where the time of day is known.
        instant: Option<DateTime<Utc>>,
        /// Whether only the month or the year is known.
        imprecise: bool,
    },
    /// The full hour from which is counted: the hour of the event does not count.
    ///
    /// # Source
    /// Regulation (EEC, Euratom) No 1182/71, Article 3(1) and 3(2)(a).
    NextFullHour {
        /// The beginning of the hour.
        from: DateTime<Utc>,
    },
    /// What the period alone gives.
    Counted {
        /// The period.
        period: Period,
        /// The free days that a period in working days passed over.
        skipped: Vec<Skipped>,
        /// Whether the last month has no such day, so that the period ends with the month.
        short_month: bool,
        /// The result.
        gives: When,
    },
    /// A date that was fixed from the first.
    Fixed {
        /// The date.
        gives: When,
    },
    /// A pause that was taken into account.
    Paused {
        /// The pause.
        pause: Pause,
        /// The first day on which the clock runs again; for a pause without an end the day up to
        /// which the account goes.
        until: NaiveDate,
        /// Days that do not count: of a period in working days the working days, otherwise all.
        /// Neither days on or before the start nor those of an earlier pause are among them.
        days: i64,
        /// The days after the due date before that were passed over to make up for working days.
        skipped: Vec<Skipped>,
        /// The result.
        gives: When,
    },
    /// A pause that changes nothing.
    PauseIgnored {
        /// The pause.
        pause: Pause,
        /// Why it changes nothing.
        because: PauseIgnored,
    },
    /// A due date on a free day that moved.
    Rolled {
        /// The rule.
        rule: Roll,
        /// The date before.
        from: When,
        /// The free days from the date before on, in the order in which they were passed over.
        skipped: Vec<Skipped>,
        /// The result.
        gives: When,
    },
    /// More time that was granted.
    Extended {
        /// The extension.
        extension: Extension,
        /// The date before.
        from: When,
        /// The free and paused days that an extension in working days passed over.
        skipped: Vec<Skipped>,
        /// Whether the last month has no such day, so that the extension ends with the month.
        short_month: bool,
        /// The result.
        gives: When,
    },
    /// Something that a reader of the account must know.
    Warning(Warning),
}

/// A day that did not count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    /// The day.
    pub day: NaiveDate,
    /// Why it did not count.
    pub why: Uncounted,
}

/// Why a day did not count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Uncounted {
    /// It is not a working day.
    Free(FreeDay),
    /// The clock was paused on this working day.
    Paused,
}

/// Why a pause changes nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PauseIgnored {
    /// A limit in hours, or at a time of day, runs on.
    LimitInHours,
    /// It was over on the day of the start.
    BeforeStart,
    /// It began after the due date so far.
    AfterDue,
    /// Each of its days belongs to an earlier pause, or it has none.
    NoDays,
}

/// What makes a due date doubtful.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Warning {
    /// A day was taken for a working day or a free day in a year whose holidays the calendar does
    /// not know.
    OutsideCalendar {
        /// The first such day.
        day: NaiveDate,
        /// First and last year that the calendar knows.
        known: (i32, i32),
    },
    /// The due date lies before the day of the start: rolled back, fixed or extended to there.
    BeforeStart {
        /// The due date.
        due: When,
    },
    /// An extension gives less time than there was.
    ExtensionShortens {
        /// The date before.
        from: When,
        /// The date after.
        to: When,
    },
}

impl Step {
    /// The days that this line passed over.
    pub fn skipped(&self) -> &[Skipped] {
        match self {
            Step::Counted { skipped, .. }
            | Step::Paused { skipped, .. }
            | Step::Rolled { skipped, .. }
            | Step::Extended { skipped, .. } => skipped,
            Step::Start { .. }
            | Step::NextFullHour { .. }
            | Step::Fixed { .. }
            | Step::PauseIgnored { .. }
            | Step::Warning(_) => &[],
        }
    }

    /// The due date as it stands after this line; nothing for a line that leaves it as it is.
    pub fn gives(&self) -> Option<When> {
        match self {
            Step::Start { .. }
            | Step::NextFullHour { .. }
            | Step::PauseIgnored { .. }
            | Step::Warning(_) => None,
            Step::Counted { gives, .. }
            | Step::Fixed { gives }
            | Step::Paused { gives, .. }
            | Step::Rolled { gives, .. }
            | Step::Extended { gives, .. } => Some(*gives),
        }
    }
}

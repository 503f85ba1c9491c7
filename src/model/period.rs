use std::fmt;

/// A length of time as a rule states it: `12 months`, `72 hours`, `4 working days`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// How many.
    pub count: u32,
    /// Of what.
    pub unit: Unit,
}

/// What a [`Period`] counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Sixty seconds on the clock.
    Minutes,
    /// Sixty minutes on the clock, through nights, weekends and clock changes.
    Hours,
    /// Civil days.
    Days,
    /// Days that are neither weekend nor holiday.
    WorkingDays,
    /// Seven civil days.
    Weeks,
    /// Calendar months, ending at the end of a shorter month.
    Months,
    /// Calendar years, ending on 28 February for a start on 29 February.
    Years,
}

impl Unit {
    /// Every unit with its singular and plural spelling.
    pub const NAMES: [(Unit, &'static str, &'static str); 7] = [
        (Unit::Minutes, "minute", "minutes"),
        (Unit::Hours, "hour", "hours"),
        (Unit::Days, "day", "days"),
        (Unit::WorkingDays, "working day", "working days"),
        (Unit::Weeks, "week", "weeks"),
        (Unit::Months, "month", "months"),
        (Unit::Years, "year", "years"),
    ];

    /// Whether the period runs on the clock rather than on the calendar.
    pub fn is_clock_time(self) -> bool {
        matches!(self, Unit::Minutes | Unit::Hours)
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (_, one, many) = Unit::NAMES[self.unit as usize];
        write!(f, "{} {}", self.count, if self.count == 1 { one } else { many })
    }
}

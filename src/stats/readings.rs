use super::{Fraction, Observation, Survival};

/// What is known of one wait, in whole days from its start. Where a date is known only to the month
/// or the year there are two numbers: the fewest days that it can have been, and the most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wait {
    /// The document is public.
    Published {
        /// The fewest days that it can have taken.
        shortest: i64,
        /// The most.
        longest: i64,
    },
    /// The document was still awaited when somebody last looked.
    Awaited {
        /// The fewest days for which it can have been awaited then.
        shortest: i64,
        /// The most.
        longest: i64,
    },
    /// No document is recorded, and nobody has recorded looking for one.
    Unchecked {
        /// The most days that there can have been up to the as-of.
        longest: i64,
    },
    /// The wait has ended without a document.
    Closed,
}

/// What a group tells in the two readings between which the truth lies: nothing is left out because
/// it is not known.
///
/// *Fast* takes each imprecise wait at its shortest and takes a document for which nobody has
/// looked as published on day 0; *slow* takes each at its longest, and takes that document as still
/// awaited at the as-of. Of a quantity that comes out the same in both nothing unknown can change
/// it, and it may be said; of another only both ends.
#[derive(Debug, Clone, Default)]
pub struct Readings {
    /// As if everything that is not known had been quick.
    pub fast: Survival,
    /// As if everything that is not known had been slow.
    pub slow: Survival,
}

/// One quantity in both readings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading<T> {
    /// In the fast reading.
    pub fast: T,
    /// In the slow reading.
    pub slow: T,
}

impl<T: PartialEq> Reading<T> {
    /// The quantity, if it is one.
    pub fn agreed(self) -> Option<T> {
        (self.fast == self.slow).then_some(self.slow)
    }
}

impl Readings {
    /// Reads `waits`, in any order, both ways.
    pub fn of(waits: &[Wait]) -> Self {
        Self {
            fast: Survival::of(waits.iter().map(Wait::fast)),
            slow: Survival::of(waits.iter().map(Wait::slow)),
        }
    }

    /// The same quantity read from both.
    pub fn both<T>(&self, read: impl Fn(&Survival) -> T) -> Reading<T> {
        Reading { fast: read(&self.fast), slow: read(&self.slow) }
    }

    /// Whether both give the same curve.
    pub fn are_one(&self) -> bool {
        self.fast.curve() == self.slow.curve()
    }

    /// How many clocks were observed, which is the same in both.
    pub fn observations(&self) -> usize {
        self.slow.observations()
    }

    /// The median in days, in both; nothing in one where it is not reached.
    pub fn median(&self) -> Reading<Option<i64>> {
        self.both(Survival::median)
    }

    /// The share published within `day` days, in both; nothing in one where nobody was followed so
    /// long.
    pub fn published_within(&self, day: i64) -> Reading<Option<Fraction>> {
        self.both(|survival| survival.published_within(day))
    }
}

impl Wait {
    fn fast(&self) -> Observation {
        match *self {
            Wait::Published { shortest, .. } => Observation::Published(shortest),
            Wait::Awaited { shortest, .. } => Observation::Awaited(shortest),
            Wait::Unchecked { .. } => Observation::Published(0),
            Wait::Closed => Observation::Never,
        }
    }

    fn slow(&self) -> Observation {
        match *self {
            Wait::Published { longest, .. } => Observation::Published(longest),
            Wait::Awaited { longest, .. } | Wait::Unchecked { longest } => {
                Observation::Awaited(longest)
            }
            Wait::Closed => Observation::Never,
        }
    }
}

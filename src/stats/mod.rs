//! Numbers over many clocks: how long documents take, with those that are still awaited.
//!
//! [`Statistics::new`] takes a register and its docket and puts the clocks together by kind of
//! document: all of them, then by country, sector, regime and organisation. Of each clock,
//! [`observe`] says what is known of its wait, or why it tells nothing; [`Readings`] takes what is
//! not known once as quick and once as slow, and [`Survival`] makes the Kaplan–Meier curve of each.
//! Shares are exact fractions ([`Fraction`]); only the intervals, which come from logarithms, are
//! floating point.
//!
//! No wait is left out because of how it ended or because nobody looked: that would make the rest
//! look quicker or slower than it was.
//!
//! Everything is said of the incidents of one site. Editors follow what is notorious or late, so
//! nothing here is true of a country or a branch as a whole.
//!
//! Absent on purpose: the mean of the published ones, which leaves out whoever is slowest (the
//! naive median is there to show by how much); the mean of all, which nobody can know while some
//! wait; tests of one group against another; kinds of document put together.

mod fraction;
mod group;
mod readings;
mod survival;

pub use fraction::Fraction;
pub use group::{By, ENOUGH, Excluded, Exclusion, Group, HORIZONS, Statistics, Tally, observe};
pub use readings::{Reading, Readings, Wait};
pub use survival::{Observation, Step, Survival};

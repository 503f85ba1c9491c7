//! Numbers over many clocks: how long documents take, with those that are still awaited.
//!
//! [`Statistics::new`] takes a register and its docket and puts the clocks together by kind of document: all of them, then by country,
//! sector, regime and organisation. Of each clock, [`observe`] says what it tells of a wait, or why it tells nothing; [`Survival`] makes the
//! Kaplan–Meier curve of a group's observations. Shares are exact fractions ([`Fraction`]); only the intervals, which come from logarithms,
//! are floating point.
//!
//! Everything is said of the incidents of one site. Editors follow what is notorious or late, so nothing here is true of a country
//! or a branch as a whole.
//!
//! Absent on purpose: the mean of the published ones, which leaves out whoever is slowest (the naive median is there to show by how much); the mean
//! of all, which nobody can know while some wait; tests of one group against another; kinds of document put together.

mod fraction;
mod group;
mod survival;

pub use fraction::Fraction;
pub use group::{By, ENOUGH, Excluded, Exclusion, Group, HORIZONS, Statistics, observe};
pub use survival::{Observation, Step, Survival};

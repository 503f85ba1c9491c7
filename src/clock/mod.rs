//! Counting: from facts and one as-of to day counts and standings.
//!
//! [`as_it_stood`] leaves out of a register what did not exist yet; [`Docket::new`] takes what is left and works out, for each
//! incident, which clocks run, when each began, what stopped it, how old the last check is, and what may be said.
//! All counts are whole calendar days between civil dates in the incident's zone unless a type says otherwise.
//!
//! From both together [`agenda()`] lists what asks for a human: limits that have passed or soon will, checks to be made again, replies
//! awaited, claims without a source; and [`difference()`] compares two states of a site.
//!
//! Where a date is known only to the month or the year, the count takes the reading that is shortest for those who are awaited:
//! from the last day on which the incident can have been, to the first on which the document can have appeared.
//!
//! Absent on purpose: today's date, files, HTML, rounding for display. Nothing fails for want of data; what is missing is named.

mod agenda;
mod as_of;
mod difference;
mod docket;
mod due;
mod elapsed;
mod freshness;
mod matching;
mod standing;
mod then;
mod working_days;

pub use agenda::{Entry, Matter, Part, SOON, agenda, drafts, latest_state, scheduled};
pub use as_of::AsOf;
pub use difference::{Change, MovedBy, difference, moved_by};
pub use docket::{Clock, Docket, Position, Stop};
pub use due::{
    Days, DueDate, DueError, Limit, PauseIgnored, Skipped, Step, Uncounted, Warning, When, due_date, due_under, fixed_day, next_repetition,
};
pub use elapsed::{Elapsed, elapsed};
pub use freshness::Freshness;
pub use matching::{stopping_document, stops};
pub use standing::Standing;
pub use then::as_it_stood;
pub use working_days::{FreeDay, WorkingDays};

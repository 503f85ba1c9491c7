//! Counting: from facts and one as-of to day counts and standings.
//!
//! [`as_it_stood`] leaves out of a register what did not exist yet; [`Docket::new`] takes what is
//! left and works out, for each incident, which clocks run, when each began, what stopped it, how
//! old the last check is, and what may be said. All counts are whole calendar days between civil
//! dates in the incident's zone unless a type says otherwise.
//!
//! What is true of a clock is one [`Statement`], from which everything that is said of it is taken.
//! What happens on a site, day by day, is one list of [`Event`]s. From both [`agenda()`] lists what
//! asks for a human: limits that have passed or soon will, checks to be made again, replies
//! awaited, claims without a source; and [`difference()`] compares two states of a site.
//!
//! Where a date is known only to the month or the year, the count takes the reading that is
//! shortest for those who are awaited: from the last day on which the incident can have been, to
//! the first on which the document can have appeared.
//!
//! Absent on purpose: today's date, files, HTML, rounding for display. Nothing fails for want of
//! data; what is missing is named.

mod agenda;
mod as_of;
mod chain;
mod difference;
mod docket;
mod due;
mod elapsed;
mod events;
mod freshness;
mod matching;
mod missing;
mod on_day;
mod pauses;
mod promise;
mod ranking;
mod series;
mod standing;
mod starts;
mod statement;
mod then;
mod working_days;

pub use agenda::{Entry, Matter, Part, SOON, agenda, drafts, scheduled};
pub use as_of::AsOf;
pub use chain::Chain;
pub use difference::{Change, MovedBy, difference, moved_by};
pub use docket::{Clock, Docket, Position};
pub use due::{
    DueDate, DueError, Limit, PauseIgnored, Skipped, Step, Uncounted, Warning, When, due_by,
    due_date, due_under, fixed_day, repetition,
};
pub use elapsed::{Elapsed, elapsed};
pub(crate) use events::beginning_of;
pub use events::{Event, Events, Ground, Milestone, What};
pub use freshness::Freshness;
pub use matching::{endings, stopping_document, stops};
pub use missing::Missing;
pub use on_day::OnDay;
pub use pauses::{Standstill, paused_days};
pub use promise::{PromiseState, answer_due, answer_state, latest_state, promise_state};
pub use ranking::{Lead, ListPart, lead, longest};
pub use series::{Instance, Series, Settled};
pub use standing::Standing;
pub use starts::{fall_away, moment_of, starting_clocks, starts, trigger};
pub use statement::{Certainty, Statement, Stop, TimeLimit, Timeliness, Took, Truth};
pub use then::as_it_stood;
pub use working_days::{FreeDay, WorkingDays, with_included};

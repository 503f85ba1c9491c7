//! What is true of an incident, whatever the date.
//!
//! The [`Register`] holds every record of a site as facts: nothing here depends on today, on a file
//! or on a page. Records name each other by [`Id`]; `parse` has checked that every named record
//! exists.
//!
//! Absent on purpose: counts and standings (they follow from an as-of, see `clock`), places in
//! source files (they belong to diagnostics), HTML other than prose that has already been made
//! safe.

mod article;
mod country;
mod document;
mod incident;
mod moment;
mod organisation;
mod period;
mod prose;
mod record;
mod regime;
mod register;
mod response;
mod settings;
mod terms;
mod translated;

pub use article::{Article, Page};
pub use country::{country_code, country_name, in_european_union};
pub use document::{DocumentKind, DocumentName, OwnDocument, OwnKind};
pub use incident::{Commitment, Event, Impact, Incident, RegimeUse, Status, StatusEntry};
pub use moment::{Moment, Precision};
pub use organisation::{Organisation, Role};
pub use period::{Period, Unit};
pub use prose::{Alert, ClockRef, Hole, Html, Piece, Prose};
pub use record::{Correction, Image, Record, Reply, Source, Translation};
pub use regime::{
    Alternative, Calendar, ComparedWith, Comparison, Effective, FixedDate, LimitSince, LimitTerms,
    ListedDays, NotApplied, Regime, RegimeStatus,
};
pub use register::{Id, Kind, Register};
pub use response::{AnswerDue, Finding, Overruled, Recommendation, Response};
pub use settings::{Navigation, Outputs, Publisher, Settings};
pub use terms::{
    Check, ClockTerms, Closing, Due, Extension, ExtensionTo, Force, HourRule, Law, OwnTerms, Pause,
    Repeat, Roll, Since, Which,
};
pub use translated::Translated;

//! The disk → [`Tree`]: every input of a site in memory.
//!
//! Text is read (`overdue.yaml`, Markdown, YAML, templates); other files are only noted, and copied
//! when the site is written. Pictures of content and of `static/` are judged by what their files
//! declare (`picture`); what kind of file another is, its name tells (`media`). Symbolic links are never followed, not even one that appears while the site
//! is read or copied (`original`). What does not belong into a site is left out, what must not be
//! published is an error.
//!
//! Absent on purpose: what the text means.

#![expect(clippy::disallowed_methods, reason = "this stage reads the disk")]

mod built_in;
mod fault;
mod ignore;
mod media;
mod open;
mod original;
mod picture;
mod sources;
mod tree;

pub use built_in::{BUILT_IN_THEME, built_in_calendars, built_in_regimes, built_in_theme};
pub use fault::{InputError, LoadError, is_machines};
pub use ignore::is_litter;
pub use media::media_type;
pub(crate) use media::{is_shown, runs};
pub(crate) use open::{at_most, reading, regular};
pub use open::{open_regular, read_at_most};
pub use original::{Original, SourceFolder, changed};
pub use picture::{Format, Picture, inspect, stripped};
pub use sources::{Change, Sources};
pub use tree::{Input, Tree, load, load_settings};

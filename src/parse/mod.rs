//! One file → one record, with what it mentions of others.
//!
//! Every file is read on its own and in parallel, and once as long as it stays as it is
//! ([`ParseCache`]): its front matter into the raw record of its kind, that into facts, its body
//! into prose. Nothing stops at a mistake, so that one run reports them all.
//!
//! Absent on purpose: the disk, the as-of, and what other files say.

mod article;
mod awaiting;
mod cache;
mod configuration;
mod document;
pub(crate) mod files;
mod incident;
mod organisation;
mod own_documents;
pub(crate) mod record;
mod regime;
mod response;
mod schema;
mod settings;
pub(crate) mod translation;

pub use self::cache::{ParseCache, Rewording, Words, reword};
pub(crate) use self::configuration::{Configuration, read_configuration};
pub use self::configuration::{settings_of, theme_of, zone_of};
pub use self::files::record_of;
pub use self::schema::front_matter_schema;

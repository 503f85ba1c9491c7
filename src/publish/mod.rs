//! Publishing: a built site → a host, touching only what changed.
//!
//! What we published is listed in [`MANIFEST`] at the destination: each path with the hash of its
//! content. [`plan`] compares it with the site (no listing of the destination is needed), and
//! [`publish`] carries the plan out so that a visitor finds a whole site at every moment: assets
//! first, under names of their own; then what nobody can know of yet; then pages, the front page
//! last; then feeds and data; then the manifest. Removals come last, and only of what the manifest
//! lists. An asset that no page needs any more stays until the next publication, for readers whose
//! browser still holds yesterday's page.
//!
//! While a publication runs, [`JOURNAL`] at the destination names its owner and says which files
//! are in doubt (`lease`). So a second publisher notices, and the next one after a kill knows what
//! is already there.
//!
//! A destination is anything behind the few methods of [`Store`]: a folder, an S3 bucket, a
//! container of Azure's, a host with SSH, a branch of a Git repository.
//!
//! Absent on purpose: rendering and checking (the workspace does both before), listings of the
//! destination, and secrets in any message or address.

#![expect(
    clippy::disallowed_methods,
    reason = "this stage reads the output and writes to a folder that is a destination"
)]

mod address;
mod azure;
mod bucket;
mod child;
mod copies;
mod credentials;
mod destination;
mod error;
mod folder;
mod git;
mod gzip;
mod headers;
mod http;
mod lease;
mod live;
mod manifest;
mod own;
mod parts;
mod plan;
mod rsync;
mod run;
mod scratch;
mod sftp;
mod store;

pub use crate::plan::MANIFEST;
pub use address::{Address, Place, Shell};
pub use credentials::Environment;
pub use destination::open;
pub use error::{Failure, Fault};
pub use headers::Headers;
pub use lease::Journal;
pub use live::{Live, look};
pub use manifest::{Day, Entry, JOURNAL, Published};
pub use own::{refuse_programs_of_the_site, refuse_sources};
pub use plan::{Known, Plan, plan};
pub use run::{Publication, Request, Summary, publish};
pub use store::{Each, Store, Upload};

/// The hash of a file's content, as the manifest spells it.
pub fn hash_of(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex().to_string()
}

//! Register and docket → [`SiteModel`]: everything that a page can show.
//!
//! Facts, counts, who belongs to whom, in which order, told in which languages, and at which
//! address each record has its page. It is made once and does not change while pages are made of
//! it.
//!
//! Absent on purpose: which pages there are (see `plan`), the disk, the clock.

mod address;
mod index;
mod order;
mod related;
mod site_model;

pub use address::{base_path, file_of, href, is_named_by_content, root_from};
pub(crate) use address::{content_hash, key_of};
pub use index::{Group, Index, Members};
pub use order::Order;
pub(crate) use related::Tie;
pub use site_model::SiteModel;

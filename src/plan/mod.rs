//! Site model → [`Plan`]: which pages exist, at which address, showing what.
//!
//! A page is data: an address, a kind, an id. What it shows (its view) is worked out when it is
//! rendered, from the [`SiteModel`](crate::site::SiteModel), and is dropped when its bytes are
//! written, so that memory follows the sources and not the output. Addresses that collide and links
//! that lead nowhere are found here, before anything is rendered.
//!
//! Absent on purpose: what a page shows; the disk; the clock.

mod addresses;
mod doubts;
mod output;
mod pages;
mod path;
mod sharing;

pub use output::{
    DataFile, FeedFormat, FeedOf, HostFile, MAP_ENTRIES, MapPart, Output, OutputKind, Page,
    PageKind, is_mapped,
};
pub(crate) use output::{ROWS, page_of, twin_of};
pub use pages::{Plan, plan, plan_without_index};
pub use path::{MANIFEST, STATE_FOLDER};
pub(crate) use path::{REPOSITORIES, is_plain, is_segment};
pub use sharing::{BadgeForm, badge_path, card_path, embed_path, oembed_path};

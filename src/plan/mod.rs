//! Register and docket → [`Plan`]: which pages exist, at which address, showing what.
//!
//! A page is data: an address, a kind, an id. What it shows (its view) is worked out when it is rendered, from the [`SiteModel`], and is
//! dropped when its bytes are written, so that memory follows the sources and not the output. Addresses that collide and links
//! that lead nowhere are found here, before anything is rendered.
//!
//! Absent on purpose: HTML, except prose that `parse` has already made safe; the disk; the clock.

mod account;
mod address;
mod addresses;
mod announcements;
mod doubts;
mod example;
mod headers;
mod index;
mod media;
mod news;
mod order;
mod pages;
mod path;
mod prose;
mod search;
mod sharing;
mod site_model;
mod ties;
pub mod view;

pub use address::{base_path, file_of, href, is_named_by_content, root_from};
pub use announcements::{Announcement, Feed, FeedOf, feed};
pub use headers::{HeaderRule, content_policy, headers, own_policy};
pub use index::{Group, Index};
pub use media::media_type;
pub use news::{Line, Section, news};
pub use order::Order;
pub use pages::{DataFile, FeedFormat, HostFile, MAP_ENTRIES, MapPart, Page, PageKind, Plan, is_mapped, plan, plan_without_index};
pub use path::{MANIFEST, STATE_FOLDER};
pub(crate) use path::{REPOSITORIES, is_plain, is_segment};
pub(crate) use prose::fill;
pub use sharing::{BadgeForm, badge_path, card_path, embed_path, oembed_path};
pub use site_model::SiteModel;

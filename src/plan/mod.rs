//! Register and docket → [`Plan`]: which pages exist, at which address, showing what.
//!
//! A page is data: an address, a kind, an id. What it shows (its view) is worked out when it is rendered, from the [`World`], and is
//! dropped when its bytes are written, so that memory follows the sources and not the output. Addresses that collide and links
//! that lead nowhere are found here, before anything is rendered.
//!
//! Absent on purpose: HTML, except prose that `parse` has already made safe; the disk; the clock.

mod account;
mod address;
mod example;
mod index;
mod limit;
mod news;
mod pages;
mod prose;
pub mod view;
mod wording;
mod words;
mod world;

pub use address::{file_of, href, root_from};
pub use index::{Group, Index};
pub use news::{Line, Section, news};
pub use pages::{DataFile, Page, PageKind, Plan, plan};
pub(crate) use prose::fill;
pub use wording::date as date_in_words;
pub(crate) use words::Arg;
pub use words::{Lexicon, Words};
pub use world::World;

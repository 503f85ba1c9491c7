//! Overdue: a static-site generator that counts how long the public has waited for reports on
//! fires, outages and accidents.
//!
//! It is a compiler: files in memory and one as-of go in, pages and diagnostics come out.
//! `ARCHITECTURE.md` at the top of the repository is the map: the stages, what must stay true and
//! which test holds it, and why it is so.
//!
//! The modules stand here in the order of the data. A module imports only modules above it.

pub mod model;

pub mod clock;

pub mod stats;

pub mod diag;

pub mod load;

mod text;

pub mod front_matter;

mod markdown;

pub mod lint;

pub mod parse;

pub mod resolve;

pub mod i18n;

pub mod wording;

pub mod site;

pub mod search;

pub mod plan;

pub mod view;

pub mod render;

pub mod write;

pub mod links;

pub mod publish;

pub mod import;

pub mod workspace;

pub mod serve;

pub mod cli;

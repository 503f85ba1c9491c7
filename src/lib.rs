//! Overdue: a static-site generator that counts how long the public has waited for reports on fires, outages and accidents.
//!
//! It is a compiler. Files in memory and one as-of go in; pages and diagnostics come out:
//!
//! ```text
//! load → parse → model → clock → stats → plan → render → write → publish
//! Tree           Register Docket         Plan    bytes    disk    a host
//!                                                └─────→ serve → a browser
//! ```
//!
//! * The flow touches the disk at its ends alone: [`load`] reads a site, [`write`](mod@write) writes it. [`serve`] reads again what
//!   has changed and answers on the network; [`publish`] reads the output and brings it to a host; [`links`] asks other sites and
//!   keeps their answers in a file; [`import`] reads what other programs wrote. Clippy refuses it elsewhere; the few exceptions say
//!   why.
//! * Only `main` reads the clock and the environment. The same input and as-of give the same bytes on any machine, in any zone and
//!   locale, on any number of threads.
//! * Folders are stages. In this file they stand in the order of the flow, and a stage imports only stages above it;
//!   `tests/suite/architecture.rs` names file and line of a violation.
//! * There are three representations, never mixed: what the author wrote (`Raw…`, with places, in [`parse`]), what is true
//!   ([`model`]), and what a template sees ([`plan::view`]).
//! * Facts and counts are apart: [`model`] does not change with the calendar; [`clock`] turns it and an as-of into numbers and standings.
//! * Bad content never panics and never ends at the first mistake: a stage gives back a value *and* its diagnostics
//!   ([`diag::Outcome`]).
//! * [`workspace`] takes a site through the stages, for a build as for the preview ([`serve`]), which keeps it and parses again only
//!   the files that changed.
//! * A page is data (an address, a kind, an id). Its view is made when it is rendered and dropped when its bytes are written, so
//!   that memory follows the sources and not the output. There is no incremental machinery: everything is rendered, and what
//!   differs is written.
//! * Which sentence is true of a clock is decided in [`wording`] alone, in the words of a language that [`i18n`] reads.
//! * Prose is parsed once into safe HTML with holes, which are filled when a page is rendered. Content is never run as a template.
//!
//! [`import`] makes records of what other programs wrote, beside the flow. [`cli`] is the command line, one file for each command.

pub mod model;

pub mod clock;

pub mod stats;

pub mod diag;

pub mod load;

pub mod parse;

pub mod i18n;

pub mod wording;

pub mod plan;

pub mod render;

pub mod write;

pub mod links;

pub mod publish;

pub mod import;

pub mod workspace;

pub mod serve;

pub mod cli;

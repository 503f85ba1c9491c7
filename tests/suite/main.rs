//! The integration tests: one module for each feature.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests prepare folders, and end where something is not as they left it"
)]

mod agenda;
mod architecture;
mod built_in;
mod deadlines;
mod diff;
mod due_properties;
mod elapsed;
mod explain;
mod harness;
mod mistakes;
mod notation;
mod rules;
mod status;
mod transcript;
mod write_stage;

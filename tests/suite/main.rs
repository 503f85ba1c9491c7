//! The integration tests: one module for each feature.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests prepare folders, and end where something is not as they left it"
)]

mod agenda;
mod architecture;
mod browser;
mod built_in;
mod counting;
mod deadlines;
mod determinism;
mod diff;
mod disk;
mod due_properties;
mod elapsed;
mod explain;
mod harness;
mod hostile;
mod killed;
mod mistakes;
mod notation;
mod regimes;
mod rules;
mod serve;
mod status;
mod survival;
mod transcript;
mod write_stage;

//! The integration tests: one module for each feature.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests prepare folders, and end where something is not as they left it"
)]

mod architecture;
mod built_in;
mod counting;
mod deadlines;
mod determinism;
mod due_properties;
mod elapsed;
mod harness;
mod killed;
mod mistakes;
mod notation;
mod regimes;
mod rules;
mod survival;
mod write_stage;

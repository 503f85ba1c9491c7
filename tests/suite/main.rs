//! The integration tests: one module for each feature.

mod built_in;
mod deadlines;
mod due_properties;
mod harness;
mod mistakes;
mod notation;
mod rules;
mod write_stage;

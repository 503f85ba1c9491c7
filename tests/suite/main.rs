//! The integration tests: one module for each feature.

mod built_in;
mod deadlines;
mod due_properties;
mod notation;
mod rules;
mod survival;
mod write_stage;

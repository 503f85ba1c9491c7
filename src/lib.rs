//! Overdue: a static-site generator that counts how long the public has waited for reports.
pub mod model;
pub mod clock;
pub mod stats;
pub mod diag;
pub mod load;
pub mod parse;
pub mod plan;
pub mod write;
pub mod render;
pub mod pipeline;
pub mod cli;

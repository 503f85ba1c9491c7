//! Overdue: a static-site generator that counts how long the public has waited for reports.
pub mod cli;
pub mod clock;
pub mod diag;
pub mod load;
pub mod model;
pub mod parse;
pub mod pipeline;
pub mod plan;
pub mod render;
pub mod write;

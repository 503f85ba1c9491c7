//! `overdue schema`: what may be written in front matter, as JSON Schema.

use std::io::Write;

use clap::{Args, ValueEnum};

use super::{Exit, say};
use crate::parse::front_matter_schema;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Of what
    #[arg(value_enum, default_value = "front-matter")]
    of: Of,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Of {
    /// Front matter, overdue.yaml, duties and calendars
    FrontMatter,
}

pub(super) fn run(arguments: &Arguments, out: &mut dyn Write) -> Exit {
    let Of::FrontMatter = arguments.of;
    say(out, &format!("{:#}", front_matter_schema()));
    Exit::Done
}

//! `overdue check`: everything that a build would find wrong, and nothing written.

use clap::Args;

use super::{Exit, Reading, Session, say};
use crate::diag;
use crate::pipeline;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    reading: Reading,
}

pub(super) fn run(arguments: &Arguments, session: &mut Session<'_>) -> Exit {
    let options = match session.options(&arguments.reading) {
        Ok(options) => options,
        Err(exit) => return exit,
    };
    let diagnostics = pipeline::check(&session.root, options);
    session.tell(&diagnostics);
    if diag::any_error(&diagnostics, arguments.reading.strict) {
        return Exit::Content;
    }
    if diagnostics.is_empty() {
        say(session.out, "nothing is wrong");
    }
    Exit::Done
}

//! `overdue check`: everything that a build would find wrong, and nothing written.

use clap::Args;

use super::{Exit, Reading, Session, say};
use crate::diag::{self, Outcome, pluralise};
use crate::pipeline;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    reading: Reading,
    /// Look at the live site instead: whether it is this one, of today and whole
    #[arg(long, value_name = "URL", conflicts_with_all = ["as_of", "drafts", "strict"])]
    published: Option<String>,
}

pub(super) fn run(arguments: &Arguments, session: &mut Session<'_>) -> Exit {
    if let Some(url) = &arguments.published {
        return super::publish::look(url, session);
    }
    let options = match session.options(&arguments.reading) {
        Ok(options) => options,
        Err(exit) => return exit,
    };
    let Outcome { value: failed, diagnostics } = pipeline::check(&session.root, options);
    session.tell(&diagnostics);
    if !failed.is_empty() {
        say(session.err, &format!("error: {} could not be made", pluralise(failed.len(), "file")));
        session.tell_failed(&failed);
        return Exit::Content;
    }
    if diag::any_error(&diagnostics, arguments.reading.strict) {
        return Exit::Content;
    }
    if diagnostics.is_empty() {
        say(session.out, "nothing is wrong");
    }
    Exit::Done
}

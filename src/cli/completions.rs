//! `overdue completions`: what a shell needs to complete commands and options.

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use super::{Cli, Exit, Stream, say_text};
use crate::diag::Form;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

pub(super) fn run(arguments: &Arguments, out: &mut Stream<'_>) -> Exit {
    // Into memory first: the generator ends the program when whoever reads has gone.
    let mut text = Vec::new();
    clap_complete::generate(arguments.shell, &mut Cli::command(), "overdue", &mut text);
    say_text(out, Form::Plain, &String::from_utf8_lossy(&text));
    Exit::Done
}

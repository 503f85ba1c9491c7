//! `overdue completions`: what a shell needs to complete commands and options.

use std::io::Write;

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use super::{Cli, Exit};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

pub(super) fn run(arguments: &Arguments, out: &mut dyn Write) -> Exit {
    // Into memory first: the generator ends the program when whoever reads has gone.
    let mut text = Vec::new();
    clap_complete::generate(arguments.shell, &mut Cli::command(), "overdue", &mut text);
    if out.write_all(&text).is_ok() { Exit::Done } else { Exit::Machine }
}

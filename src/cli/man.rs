//! `overdue man`: the manual page, or one for each command.

use std::io;
use std::path::PathBuf;

use clap::{Args, Command, CommandFactory};
use clap_mangen::Man;

use super::{Cli, Exit, Stream, Surroundings, say, say_text, sentences};
use crate::diag::Form;
use crate::write;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Write a page for each command into this folder, in place of one to standard output; nothing
    /// is overwritten
    #[arg(long, value_name = "DIR")]
    output: Option<PathBuf>,
}

pub(super) fn run(
    arguments: &Arguments,
    surroundings: &Surroundings,
    out: &mut Stream<'_>,
    err: &mut Stream<'_>,
) -> Exit {
    let mut command = Cli::command();
    command.build();
    let made = pages(&command);
    let Ok(pages) = made else { return Exit::Machine };
    let Some(folder) = &arguments.output else {
        let page = pages.first().map_or(&[][..], |(_, page)| page);
        say_text(out, Form::Plain, &String::from_utf8_lossy(page));
        return Exit::Done;
    };
    let folder = surroundings.folder.join(folder);
    let taken = write::taken(&folder, pages.iter().map(|(name, _)| name.as_str()));
    if !taken.is_empty() {
        say(err, &format!("error: {}", sentences::taken(&taken)));
        return Exit::Usage;
    }
    for (name, page) in &pages {
        if let Err(obstacle) = write::create(&folder, name, page) {
            say(err, &format!("error: {obstacle}"));
            return Exit::Machine;
        }
        say(out, &sentences::wrote(name));
    }
    Exit::Done
}

/// Every page with its file's name, that of the program first.
fn pages(command: &Command) -> io::Result<Vec<(String, Vec<u8>)>> {
    let mut made = Vec::new();
    let mut todo = vec![command];
    while let Some(command) = todo.pop() {
        let man = Man::new(command.clone());
        let mut page = Vec::new();
        man.render(&mut page)?;
        made.push((man.get_filename(), page));
        todo.extend(command.get_subcommands().filter(|sub| !sub.is_hide_set()));
    }
    Ok(made)
}

//! `overdue check`: everything that a build would find wrong, and nothing written.
//!
//! People read it on standard error, as they do that of a build. A form for programs is all that
//! stands on standard output.

use clap::{Args, ValueEnum};

use super::{Exit, Reading, Session, say, say_text};
use crate::diag::{self, Form, any_error, github, json, pluralise, sarif};
use crate::links::{self, Cache};
use crate::parse::settings_of;
use crate::workspace::{self, Checked};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    reading: Reading,
    /// How to tell what is wrong
    #[arg(long, value_enum, default_value = "human")]
    format: Format,
    /// Look whether links to other sites lead anywhere, too; answers are kept for a week in
    /// .overdue-links.json
    #[arg(long)]
    links: bool,
    /// Look at the live site instead: whether it is this one, of today and whole [default: the
    /// `url` of overdue.yaml]
    #[arg(long, value_name = "URL", num_args = 0..=1, default_missing_value = "", conflicts_with_all = ["as_of", "drafts", "strict", "links", "format"])]
    published: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Sentences with the line, for people
    Human,
    /// One document, for programs
    Json,
    /// Annotations beside the lines of a change on GitHub
    Github,
    /// The standard form of code hosts and editors (SARIF 2.1.0)
    Sarif,
}

pub(super) fn run(arguments: &Arguments, session: &mut Session<'_>) -> Exit {
    if let Some(url) = &arguments.published {
        return super::publish::look(url, session);
    }
    let options = match session.options(&arguments.reading) {
        Ok(options) => options,
        Err(exit) => return exit,
    };
    let checked = session.read(workspace::check(&session.root, options));
    let (Checked { mut diagnostics, external_links }, configuration) =
        match checked.and_then(|found| Ok((found, session.configuration()?))) {
            Ok(found) => found,
            Err(exit) => return exit,
        };
    if arguments.links {
        let mut cache = match Cache::load(&session.root) {
            Ok(cache) => cache,
            Err(error) => {
                say(
                    session.err,
                    &format!("error: {}: {error}", session.root.join(links::FILE).display()),
                );
                return Exit::Machine;
            }
        };
        let now = session.surroundings.now;
        let url = settings_of(&configuration).url;
        if session.surroundings.watched {
            say(session.err, &format!("looking at {} …", pluralise(external_links.len(), "link")));
        }
        diagnostics.extend(links::check(
            &external_links,
            &(session.surroundings.asker)(&url),
            &mut cache,
            now,
        ));
        diag::settle(&mut diagnostics);
        if let Err(error) = cache.save(&session.root, now) {
            say(
                session.err,
                &format!("error: {}: {error}", session.root.join(links::FILE).display()),
            );
            return Exit::Machine;
        }
    }
    match arguments.format {
        Format::Human => session.tell(&diagnostics),
        Format::Json => say_text(session.out, Form::Json, &json(&diagnostics)),
        Format::Github => say_text(session.out, Form::Commands, &github(&diagnostics)),
        Format::Sarif => say_text(session.out, Form::Json, &sarif(&diagnostics)),
    }
    if any_error(&diagnostics, arguments.reading.strict) {
        return Exit::Content;
    }
    if diagnostics.is_empty() && arguments.format == Format::Human {
        say(session.out, "nothing is wrong");
    }
    Exit::Done
}

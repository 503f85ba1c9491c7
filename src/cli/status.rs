//! `overdue status`: what needs a human, drafts and scheduled records included.

use clap::{Args, ValueEnum};

use super::{Exit, Reading, Session, say, say_text};
use crate::clock::{Matter, SOON, agenda};
use crate::diag::{Form, did_you_mean};
use crate::render::{calendar, status};
use crate::view::AgendaLine;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Tell the state of this moment: a date is that whole day, a time is in the site's zone
    /// [default: now]
    #[arg(long, value_name = "WHEN")]
    as_of: Option<String>,
    /// How to tell it
    #[arg(long, value_enum, default_value = "table")]
    format: Format,
    /// Exit with 1 if there is an entry of one of these kinds, such as overdue,stale
    #[arg(long, value_name = "KIND,…", value_delimiter = ',', value_parser = matter)]
    fail_on: Vec<Matter>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// One line for each, for people
    Table,
    /// A list of objects
    Json,
    /// For a spreadsheet
    Csv,
    /// Lists with sentences and links
    Md,
    /// A calendar of what has a day
    Ics,
}

/// Reads a kind of entry by its name.
fn matter(written: &str) -> Result<Matter, String> {
    let known = || Matter::NAMES.iter().map(|(_, name)| *name);
    Matter::NAMES
        .into_iter()
        .find(|(_, name)| *name == written)
        .map(|(matter, _)| matter)
        .ok_or_else(|| {
            let all = known().collect::<Vec<_>>().join(", ");
            match did_you_mean(written, known()) {
                Some(meant) => format!("did you mean `{meant}`? The kinds are: {all}"),
                None => format!("the kinds are: {all}"),
            }
        })
}

pub(super) fn run(arguments: &Arguments, session: &mut Session<'_>) -> Exit {
    let site = match session.model(&Reading::published(arguments.as_of.clone())) {
        Ok(site) => site,
        Err(exit) => return exit,
    };
    let mut entries = agenda(&site.register, &site.docket, SOON);
    entries.extend(site.scheduled.iter().chain(&site.drafts).cloned());
    let lines: Vec<AgendaLine> = status::lines(&site, &entries);
    let (form, text) = match arguments.format {
        Format::Table => (Form::Plain, status::table(&lines)),
        Format::Json => (Form::Json, status::json(&site, &lines)),
        Format::Csv => (Form::Plain, status::comma_separated(&site, &lines)),
        Format::Md => (Form::Markup, status::markdown(&site, &lines)),
        Format::Ics => (Form::Plain, calendar(&site, &lines)),
    };
    say_text(session.out, form, &text);
    let failing: Vec<&str> = Matter::NAMES
        .iter()
        .filter(|(matter, _)| {
            arguments.fail_on.contains(matter)
                && entries.iter().any(|entry| entry.matter == *matter)
        })
        .map(|(_, name)| *name)
        .collect();
    if failing.is_empty() {
        return Exit::Done;
    }
    say(
        session.err,
        &format!("there are entries of the kinds given to --fail-on: {}", failing.join(", ")),
    );
    Exit::Content
}

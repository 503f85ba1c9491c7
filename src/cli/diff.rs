//! `overdue diff`: what changed between two days, or between two copies of the sources, fit to
//! paste into a newsletter.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, ValueEnum};

use super::{Exit, Session, find_root, say, say_text};
use crate::clock::AsOf;
use crate::diag::Form;
use crate::front_matter::read_as_of;
use crate::render::news as written;
use crate::resolve::{Ahead, Options};
use crate::view::news;
use crate::wording::date as date_in_words;
use crate::workspace::Workspace;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The earlier day
    #[arg(value_parser = whole_day)]
    from: NaiveDate,
    /// The later day
    #[arg(value_parser = whole_day)]
    to: NaiveDate,
    /// How to write it
    #[arg(long, value_enum, default_value = "md")]
    format: Format,
    /// Take the earlier day from another copy of the site, such as yesterday's: changes of the
    /// sources are told as well
    #[arg(long, value_name = "DIR")]
    against: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// Markdown
    Md,
    /// HTML without a frame
    Html,
}

/// Reads a civil date as content would have it written.
fn whole_day(written: &str) -> Result<NaiveDate, String> {
    match read_as_of(written, chrono_tz::Tz::UTC)? {
        AsOf::Day(day) => Ok(day),
        AsOf::Instant(_) => Err("write a day without a time".to_owned()),
    }
}

pub(super) fn run(arguments: &Arguments, session: &mut Session<'_>) -> Exit {
    let Arguments { from, to, .. } = *arguments;
    if from > to {
        say(session.err, &format!("error: {from} is after {to}; write the earlier day first"));
        return Exit::Usage;
    }
    let options = |day| Options { as_of: AsOf::Day(day), ahead: Ahead::NotYet, drafts: false };
    let read = match &arguments.against {
        None => {
            let mut workspace = Workspace::kept(&session.root);
            let both = workspace
                .model(options(from))
                .and_then(|before| Ok((before.value, workspace.model(options(to))?)));
            session.read(both).and_then(|(before, after)| Ok((before, session.sound(after)?)))
        }
        Some(folder) => {
            let other = match find_root(Some(folder.clone()), &session.surroundings.folder) {
                Ok(other) => other,
                Err((exit, sentence)) => {
                    say(session.err, &format!("error: --against: {sentence}"));
                    return exit;
                }
            };
            let before = Workspace::once(&other).model(options(from));
            let both = before.and_then(|before| {
                Ok((before, Workspace::once(&session.root).model(options(to))?))
            });
            session
                .read(both)
                .and_then(|(before, after)| Ok((session.sound(before)?, session.sound(after)?)))
        }
    };
    let (before, after) = match read {
        Ok(both) => both,
        Err(exit) => return exit,
    };
    let sections = news(&before, &after);
    let heading = match from == to {
        true => format!(
            "{}: what changed in the records of {}",
            after.settings.title,
            date_in_words(to)
        ),
        false => format!(
            "{}: what changed from {} to {}",
            after.settings.title,
            date_in_words(from),
            date_in_words(to)
        ),
    };
    let text = match arguments.format {
        Format::Md => written::markdown(&heading, &sections),
        Format::Html => written::html(&heading, &sections),
    };
    say_text(session.out, Form::Markup, &text);
    Exit::Done
}

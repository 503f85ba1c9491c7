//! `overdue init`: a new site that builds, with a daily rebuild for the host chosen if it is told
//! which program to build with. Nothing is overwritten.

use std::path::{Path, PathBuf};

use chrono_tz::Tz;
use clap::{Args, ValueEnum};

use super::ask::Somebody;
use super::scaffold::hosts::Host;
use super::scaffold::site::{self, FOLDERS, NewSite};
use super::scaffold::sound::{introduced, keeps_from_writing};
use super::{Exit, Stream, Surroundings, say, say_diagnostics, sentences};
use crate::clock::AsOf;
use crate::load::Tree;
use crate::resolve::{Ahead, Options};
use crate::text::{is_language, is_site_address};
use crate::write::{self, Obstacle};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The folder of the site [default: this one]
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
    /// What the site is called
    #[arg(long)]
    title: Option<String>,
    /// The address at which it will be published
    #[arg(long)]
    url: Option<String>,
    /// The language of its pages [default: en]
    #[arg(long, value_name = "CODE")]
    language: Option<String>,
    /// The zone by which days are counted where a record names none [default: UTC]
    #[arg(long, value_name = "ZONE")]
    timezone: Option<String>,
    /// Where it is published [default: none]
    #[arg(long, value_enum)]
    host: Option<Host>,
    /// Which program the host's job compiles: a commit that you trust, named in full. Without it no
    /// job is written
    #[arg(long, value_name = "https://REPOSITORY#COMMIT")]
    program: Option<String>,
}

pub(super) fn run(
    arguments: &Arguments,
    surroundings: &Surroundings,
    out: &mut Stream<'_>,
    err: &mut Stream<'_>,
) -> Exit {
    let folder = arguments
        .folder
        .as_ref()
        .map_or_else(|| surroundings.folder.clone(), |named| surroundings.folder.join(named));
    let site = match answers(arguments, surroundings, Somebody::at(surroundings, err).as_mut()) {
        Ok(site) => site,
        Err(sentence) => {
            say(err, &format!("error: {sentence}"));
            return Exit::Usage;
        }
    };
    let files = site::files(&site);
    let taken = write::taken(&folder, files.iter().map(|(path, _)| path.as_str()));
    if !taken.is_empty() {
        say(err, &format!("error: {}", sentences::taken(&taken)));
        return Exit::Usage;
    }
    let options =
        Options { as_of: AsOf::Instant(surroundings.now), ahead: Ahead::Mistake, drafts: true };
    let mut found = introduced(&Tree::default(), &files, options);
    found.retain(keeps_from_writing);
    if !found.is_empty() {
        say_diagnostics(err, &found, surroundings.colour, None);
        say(err, sentences::NOTHING_WRITTEN);
        return Exit::Usage;
    }
    if let Err(obstacle) = write_all(&folder, &files) {
        say(err, &format!("error: {obstacle}"));
        return Exit::Machine;
    }
    for (path, _) in &files {
        say(out, &sentences::wrote(path));
    }
    if site.host != Host::None && site.program.is_none() {
        say(err, &sentences::no_job(&site));
    }
    let shown = arguments.folder.as_deref().unwrap_or(&surroundings.folder);
    say(out, &sentences::next_of_site(shown, arguments.folder.is_none()));
    Exit::Done
}

fn write_all(folder: &Path, files: &[(String, String)]) -> Result<(), Obstacle> {
    for (path, text) in files {
        write::create(folder, path, text.as_bytes())?;
    }
    FOLDERS.iter().try_for_each(|path| write::create_folder(folder, path))
}

/// What the flags say, and somebody answers where they say nothing.
fn answers(
    arguments: &Arguments,
    surroundings: &Surroundings,
    mut somebody: Option<&mut Somebody<'_>>,
) -> Result<NewSite, String> {
    let mut answer = |given: &Option<String>, question: &str, default: &str, missing: &str| match (
        given,
        somebody.as_mut(),
    ) {
        (Some(given), _) => Ok(given.clone()),
        (None, Some(somebody)) => Ok(somebody.ask(question, default)),
        (None, None) if missing.is_empty() => Ok(default.to_owned()),
        (None, None) => Err(missing.to_owned()),
    };
    let title = answer(&arguments.title, sentences::TITLE, "", sentences::NO_TITLE)?;
    if title.trim().is_empty() {
        return Err(sentences::NO_TITLE.to_owned());
    }
    let url = answer(&arguments.url, sentences::URL, "https://example.org/", sentences::NO_URL)?;
    if !is_site_address(&url) {
        return Err(sentences::not_an_address(&url));
    }
    let language = answer(&arguments.language, sentences::LANGUAGE, "en", "")?;
    if !is_language(&language) {
        return Err(sentences::not_a_language(&language));
    }
    let zone = answer(&arguments.timezone, sentences::TIMEZONE, "UTC", "")?;
    let timezone: Tz = zone.parse().map_err(|_| sentences::not_a_zone(&zone))?;
    let host = match arguments.host {
        Some(host) => host,
        None => {
            let word = answer(&None, sentences::HOST, "none", "")?;
            let names: Vec<String> = Host::value_variants()
                .iter()
                .filter_map(|host| Some(host.to_possible_value()?.get_name().to_owned()))
                .collect();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            Host::from_str(&word, true).map_err(|_| sentences::not_one_of(&word, &names))?
        }
    };
    if host == Host::None && arguments.program.is_some() {
        return Err(sentences::PROGRAM_UNUSED.to_owned());
    }
    let named = if host == Host::None {
        String::new()
    } else {
        answer(&arguments.program, sentences::PROGRAM, "", "")?
    };
    let program = match &*named {
        "" => None,
        named => Some(named.parse().map_err(|why: String| sentences::not_a_program(&why))?),
    };
    let url = if url.ends_with('/') { url } else { format!("{url}/") };
    let today = surroundings.now.with_timezone(&timezone).date_naive();
    Ok(NewSite { title: title.trim().to_owned(), url, language, timezone, host, program, today })
}

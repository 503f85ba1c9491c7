//! `overdue publish`: brings a host to hold the site; and `overdue check --published`: looks at
//! what a host holds.

use std::path::{Path, PathBuf};

use clap::Args;

use super::printer::progress_bar;
use super::{Exit, Session, say};
use crate::clock::AsOf;
use crate::diag::{self, Outcome, did_you_mean, pluralise};
use crate::model::Settings;
use crate::parse::settings_of;
use crate::publish::{self, Address, Failure, Fault, Publication, Published, Request, Summary};
use crate::render::failures;
use crate::resolve::{Ahead, Options};
use crate::text::is_site_address;
use crate::workspace::{self, Verified};
use crate::write::Note;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// A name from `destinations:` in overdue.yaml, or an address: s3://bucket/prefix,
    /// az://account/container/prefix, user@host:folder or rsync://user@host/folder,
    /// sftp://user@host/folder, git:REMOTE#BRANCH, a folder
    destination: String,
    /// Say what would be done, and do nothing
    #[arg(long)]
    dry_run: bool,
    /// Publish a site that is not of today or has shrunk, and overwrite files that are not ours
    #[arg(long)]
    force: bool,
    /// The folder that was built [default: site/ in the site's folder]
    #[arg(long, value_name = "DIR")]
    output: Option<PathBuf>,
}

pub(super) fn run(arguments: &Arguments, session: &mut Session<'_>) -> Exit {
    let output = match &arguments.output {
        Some(folder) => session.surroundings.folder.join(folder),
        None => session.root.join("site"),
    };
    match checked(arguments, &output, session)
        .and_then(|verified| upload(arguments, &output, verified, session).map_err(Stop::Failed))
    {
        Ok(()) => Exit::Done,
        Err(Stop::Told(exit)) => exit,
        Err(Stop::Failed(failure)) => {
            say(session.err, &format!("error: {failure}"));
            match failure.fault {
                Fault::Usage => Exit::Usage,
                Fault::Machine => Exit::Machine,
            }
        }
    }
}

enum Stop {
    Told(Exit),
    Failed(Failure),
}

fn refuse<T>(sentence: impl Into<String>) -> Result<T, Stop> {
    Err(Stop::Failed(Failure { fault: Fault::Usage, sentence: sentence.into() }))
}

/// The output, if it is what the sources say, and fit to be shown.
fn checked(
    arguments: &Arguments,
    output: &Path,
    session: &mut Session<'_>,
) -> Result<(Verified, AsOf), Stop> {
    let shown =
        output.strip_prefix(&session.surroundings.folder).unwrap_or(output).display().to_string();
    let found = Note::find(output).map_err(|error| {
        Stop::Failed(Failure { fault: Fault::Machine, sentence: error.to_string() })
    })?;
    let Some((note, as_of)) =
        found.and_then(|note| note.as_of.parse().ok().map(|as_of| (note, as_of)))
    else {
        return refuse(format!(
            "{shown} holds no site that this version of Overdue built; run `overdue build`"
        ));
    };
    if note.drafts {
        return refuse(format!("{shown} shows drafts; build without --drafts"));
    }
    let ahead = if note.asked { Ahead::NotYet } else { Ahead::Mistake };
    let verified =
        workspace::verify(&session.root, output, Options { as_of, ahead, drafts: false }, &note);
    let Outcome { value, diagnostics } = session.read(verified).map_err(Stop::Told)?;
    if diag::any_error(&diagnostics, false) {
        session.tell(&diagnostics);
        say(session.err, "nothing was published");
        return Err(Stop::Told(Exit::Content));
    }
    let Some(verified) = value else { return Err(Stop::Told(Exit::Content)) };
    if !verified.failed.is_empty() {
        session.tell(&failures(&verified.failed));
        return Err(Stop::Told(Exit::Content));
    }
    if let Some(error) = &verified.unread {
        return Err(Stop::Failed(Failure { fault: Fault::Machine, sentence: error.to_string() }));
    }
    if let Some(first) = verified.differing.first() {
        let others = verified.differing.len() - 1;
        let others = if others == 0 {
            String::new()
        } else {
            format!(" and {} more", pluralise(others, "file"))
        };
        return refuse(format!(
            "{shown} is not what the sources say ({first}{others} would differ); run `overdue build` again"
        ));
    }
    let zone = verified.settings.timezone;
    let (day, today) =
        (as_of.date_in(zone), session.surroundings.now.with_timezone(&zone).date_naive());
    if day != today && !arguments.force {
        return refuse(format!(
            "{shown} shows {day}, and today is {today}; build again, or publish it as it is with --force"
        ));
    }
    Ok((verified, as_of))
}

fn upload(
    arguments: &Arguments,
    output: &Path,
    (verified, as_of): (Verified, AsOf),
    session: &mut Session<'_>,
) -> Result<(), Failure> {
    let Verified { settings, url, files, programs, .. } = verified;
    let (address, folder) = address_of(&arguments.destination, &settings, session)?;
    let address = Address::parse(&address, folder)?;
    if settings.destinations.contains_key(&arguments.destination) {
        publish::refuse_programs_of_the_site(
            &address.place,
            &session.root,
            &session.surroundings.folder,
        )?;
    }
    publish::refuse_sources(&address.place, &session.root, output)?;
    let store = publish::open(&address, &session.surroundings.environment)?;
    let day = as_of.date_in(settings.timezone);
    let site = Published::new(&url, &as_of.to_string(), day, files);
    let all = site.files.len();
    let request = Request {
        output,
        site,
        programs,
        dry_run: arguments.dry_run,
        force: arguments.force,
        patience: address.patience,
    };
    let bar = progress_bar(session.surroundings.watched, "{bytes} of {total_bytes} {bar:40} {eta}");
    let told = std::cell::RefCell::new(&mut *session.err);
    let publication = Publication {
        tell: &|sentence| bar.suspend(|| say(*told.borrow_mut(), sentence)),
        progress: &|done, of| {
            bar.set_length(of);
            bar.set_position(done);
        },
    };
    let result = publish::publish(&*store, &request, &publication);
    bar.finish_and_clear();
    let summary = result?;
    if arguments.dry_run {
        tell_plan(&summary, session);
    }
    tell(arguments, &summary, all, session);
    Ok(())
}

/// A destination that has a name is as far from the site's folder as its address says; one on the
/// command line, from here.
///
/// # Errors
///
/// A bare word that is no destination's name: it is more often a mistyped one than a folder, which
/// can be written as `./FOLDER`.
fn address_of<'a>(
    named: &str,
    settings: &Settings,
    session: &'a Session<'_>,
) -> Result<(String, &'a Path), Failure> {
    if let Some(address) = settings.destinations.get(named) {
        return Ok((address.clone(), &session.root));
    }
    let folder = &session.surroundings.folder;
    if named.contains(['/', '\\', ':', '.']) {
        return Ok((named.to_owned(), folder));
    }
    let meant = did_you_mean(named, settings.destinations.keys().map(String::as_str));
    let meant = meant.map_or_else(String::new, |meant| format!("; did you mean `{meant}`?"));
    let sentence = format!(
        "overdue.yaml names no destination `{named}`; a folder is written `./{named}`{meant}"
    );
    Err(Failure { fault: Fault::Usage, sentence })
}

fn tell_plan(summary: &Summary, session: &mut Session<'_>) {
    for path in &summary.plan.obstacles {
        say(session.out, &format!("remove {path}"));
    }
    for path in summary.plan.uploads.iter().flatten() {
        say(session.out, &format!("upload {path}"));
    }
    for path in &summary.plan.removals {
        say(session.out, &format!("remove {path}"));
    }
}

fn tell(arguments: &Arguments, summary: &Summary, all: usize, session: &mut Session<'_>) {
    let would = if arguments.dry_run { " would be" } else { "" };
    let kept = summary.plan.retired.len();
    let kept = if kept == 0 {
        String::new()
    } else {
        format!(", {} kept for readers of earlier pages", pluralise(kept, "asset"))
    };
    say(
        session.out,
        &format!(
            "{} of {}{would} uploaded ({} bytes), {} unchanged, {} removed{kept}",
            summary.plan.count(),
            pluralise(all, "file"),
            summary.bytes,
            summary.plan.unchanged,
            summary.plan.obstacles.len() + summary.plan.removals.len(),
        ),
    );
}

/// `overdue check --published`; no address means that of the settings.
pub(super) fn look(url: &str, session: &mut Session<'_>) -> Exit {
    let settings = match session.configuration() {
        Ok(configuration) => settings_of(&configuration),
        Err(exit) => return exit,
    };
    let url = if url.is_empty() { &settings.url } else { url };
    let today = session.surroundings.now.with_timezone(&settings.timezone).date_naive();
    if !is_site_address(url) {
        say(
            session.err,
            &format!(
                "error: --published: `{url}` is not the address of a site; write the whole of it, such as https://example.org/watch/"
            ),
        );
        return Exit::Usage;
    }
    match publish::look(url, &settings.url, today, &session.surroundings.environment) {
        Err(failure) => {
            say(session.err, &format!("error: {failure}"));
            Exit::Machine
        }
        Ok(live) => {
            for problem in &live.problems {
                say(session.err, &format!("error: {problem}"));
            }
            say(session.out, &live.summary());
            if live.problems.is_empty() { Exit::Done } else { Exit::Content }
        }
    }
}

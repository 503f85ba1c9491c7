//! `overdue build`: writes the site, and says in one line what it did.

use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::Args;

use super::printer::progress_bar;
use super::{Exit, Reading, Session, say};
use crate::clock::AsOf;
use crate::diag::{self, pluralise};
use crate::render::failures;
use crate::text::is_site_address;
use crate::workspace::{self, BuildError, Built, Report, Request};
use crate::write::{Shard, WriteError};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    reading: Reading,
    /// Where to write [default: site/ in the site's folder]
    #[arg(long, value_name = "DIR")]
    output: Option<PathBuf>,
    /// Write only the K-th of N equal parts of the files, so that several machines can share a
    /// build
    #[arg(long, value_name = "K/N", value_parser = shard)]
    shard: Option<Shard>,
    /// Say how long each stage took
    #[arg(long)]
    timings: bool,
    /// The address at which the site will be published, in place of the configured one
    #[arg(long, value_name = "URL")]
    base_url: Option<String>,
}

pub(super) fn run(arguments: &Arguments, session: &mut Session<'_>) -> Exit {
    let options = match session.options(&arguments.reading) {
        Ok(options) => options,
        Err(exit) => return exit,
    };
    if let Some(url) = arguments.base_url.as_deref().filter(|url| !is_site_address(url)) {
        say(
            session.err,
            &format!(
                "error: --base-url: `{url}` cannot be the address of a site; write the whole of it, such as https://example.org/watch/"
            ),
        );
        return Exit::Usage;
    }
    let output = match &arguments.output {
        Some(folder) => session.surroundings.folder.join(folder),
        None => session.root.join("site"),
    };
    let root = session.root.clone();
    let request = Request {
        root: &root,
        output,
        home: session.surroundings.home.clone(),
        options,
        base_url: arguments.base_url.as_deref(),
        strict: arguments.reading.strict,
        shard: arguments.shard.unwrap_or(Shard::WHOLE),
    };
    let bar = progress_bar(session.surroundings.watched, "{pos} of {len} files {bar:40}");
    let report = workspace::build(&request, |done, all| {
        bar.set_length(all as u64);
        bar.set_position(done as u64);
    });
    bar.finish_and_clear();
    let Report { diagnostics, timings, built } = match session.read(report) {
        Ok(report) => report,
        Err(exit) => return exit,
    };
    session.tell(&diagnostics);
    if arguments.timings {
        for (stage, time) in &timings.stages {
            say(session.err, &format!("{:>8.1} ms  {stage}", time.as_secs_f64() * 1000.0));
        }
    }
    match built {
        Some(Ok(built)) => {
            tell_built(session, &built, &request.output, options.as_of, timings.total());
            Exit::Done
        }
        None => {
            let because = if diag::any_error(&diagnostics, false) {
                ""
            } else {
                "warnings are errors here (--strict): "
            };
            say(session.err, &format!("{because}nothing was written"));
            Exit::Content
        }
        Some(Err(BuildError::Refused(refusal))) => {
            say(session.err, &format!("error: {refusal}"));
            if refusal.is_machines() { Exit::Machine } else { Exit::Usage }
        }
        Some(Err(BuildError::Write(error))) => {
            if let WriteError::Render(pages) = &error {
                session.tell(&failures(pages));
            }
            say(session.err, &format!("error: {error}"));
            for path in error.paths() {
                say(session.err, &format!("  {path}"));
            }
            match error {
                WriteError::Render(_) => Exit::Content,
                WriteError::Foreign(_) => Exit::Usage,
                _ => Exit::Machine,
            }
        }
    }
}

/// Reads `2/3`.
fn shard(written: &str) -> Result<Shard, String> {
    let numbers = written
        .split_once('/')
        .and_then(|(number, of)| Some((number.parse().ok()?, of.parse().ok()?)));
    numbers
        .and_then(|(number, of)| Shard::new(number, of))
        .ok_or_else(|| "write the part and the number of parts, such as 1/3".to_owned())
}

fn tell_built(
    session: &mut Session<'_>,
    built: &Built,
    output: &Path,
    as_of: AsOf,
    elapsed: Duration,
) {
    let summary = &built.summary;
    for entry in &built.scheduled {
        say(
            session.err,
            &format!(
                "scheduled, and left out until its day: {}/{}",
                entry.kind.folder(),
                entry.record
            ),
        );
    }
    for path in &summary.kept {
        say(session.err, &format!("kept, because it was changed by somebody else: {path}"));
    }
    let as_of = match as_of {
        AsOf::Day(day) => day.to_string(),
        AsOf::Instant(instant) => format!(
            "{} {}",
            instant.with_timezone(&built.zone).format("%Y-%m-%d %H:%M"),
            built.zone
        ),
    };
    let output = output.strip_prefix(&session.surroundings.folder).unwrap_or(output);
    let drafts = if built.drafts == 0 {
        String::new()
    } else {
        format!(", {} included", pluralise(built.drafts, "draft"))
    };
    let standings: Vec<String> =
        built.standings.iter().map(|(name, count)| format!("{count} {name}")).collect();
    say(
        session.out,
        &format!(
            "{} in {} as of {as_of}{drafts}: {} written, {} unchanged, {} removed in {:.2} s; clocks: {}",
            pluralise(built.pages, "page"),
            output.display(),
            summary.written,
            summary.unchanged,
            summary.removed,
            elapsed.as_secs_f64(),
            if standings.is_empty() { "none".to_owned() } else { standings.join(", ") },
        ),
    );
}

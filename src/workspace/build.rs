//! A site → its output.

use std::path::{Path, PathBuf};

use chrono_tz::Tz;

use super::check::found;
use super::timings::Timings;
use super::{Advice, Changes, Snapshot, Workspace};
use crate::clock::Entry;
use crate::diag::{self, Diagnostic};
use crate::load::LoadError;
use crate::model::Settings;
use crate::plan::STATE_FOLDER;
use crate::render::{RenderError, Rendered};
use crate::resolve::{Ahead, Options};
use crate::site::file_of;
use crate::write::{self, Content, Note, Refusal, Shard, Summary, WriteError};

/// What a build is asked for.
#[derive(Debug)]
pub struct Request<'a> {
    /// The folder that holds `overdue.yaml`.
    pub root: &'a Path,
    /// Where the site is written.
    pub output: PathBuf,
    /// The home of whoever builds, which is never an output folder.
    pub home: Option<PathBuf>,
    /// How the sources are read.
    pub options: Options,
    /// The address of the site, in place of the configured one.
    pub base_url: Option<&'a str>,
    /// Whether warnings count as errors.
    pub strict: bool,
    /// Which part of the files is written.
    pub shard: Shard,
}

/// What came of a build: diagnostics always, the rest if there was no error.
#[derive(Debug)]
pub struct Report {
    /// In the order of files and lines.
    pub diagnostics: Vec<Diagnostic>,
    /// How long it took.
    pub timings: Timings,
    /// What was written, or why good content was not; nothing after an error in the content.
    pub built: Option<Result<Built, BuildError>>,
}

/// What a build wrote.
#[derive(Debug)]
pub struct Built {
    /// The zone of the site.
    pub zone: Tz,
    /// How many drafts are shown.
    pub drafts: usize,
    /// Files.
    pub summary: Summary,
    /// HTML pages among them.
    pub pages: usize,
    /// How many clocks are in each standing, in a fixed order.
    pub standings: Vec<(&'static str, usize)>,
    /// Responses and articles whose day has not come.
    pub scheduled: Vec<Entry>,
}

/// Why a site with good content was not built.
#[derive(Debug)]
pub enum BuildError {
    /// The output folder must not be written to.
    Refused(Refusal),
    /// A template failed, or the disk did.
    Write(WriteError<RenderError>),
}

/// Loads, checks and writes a site; nothing is written if there is an error.
///
/// # Errors
///
/// When the machine fails to read it.
pub fn build(
    request: &Request<'_>,
    progress: impl Fn(usize, usize) + Sync,
) -> Result<Report, LoadError> {
    // Advice to look at something counts where warnings are errors.
    let advice = if request.strict { Advice::Warnings } else { Advice::None };
    let mut workspace = Workspace::once(request.root).at(request.base_url).with_advice(advice);
    let diagnostics = found(workspace.update(Changes::Any, |_| request.options))?;
    let site = workspace.snapshot().filter(|_| !diag::any_error(&diagnostics, request.strict));
    let built = site.map(|site| write_site(request, site, &progress));
    let mut timings = workspace.timings.clone();
    timings.lap("render and write");
    Ok(Report { diagnostics, timings, built })
}

fn write_site(
    request: &Request<'_>,
    made: &Snapshot,
    progress: &(impl Fn(usize, usize) + Sync),
) -> Result<Built, BuildError> {
    let sources = ["content", "static", "themes"].map(|folder| request.root.join(folder));
    let output = write::guard(&request.output, request.root, &sources, request.home.as_deref())
        .map_err(BuildError::Refused)?;
    let Snapshot { model, plan, .. } = made;
    let paths: Vec<String> = plan.outputs.iter().map(|output| file_of(&output.path)).collect();
    let render_page = |at: usize| made.render(&plan.outputs[at]).map(content_of);
    let summary = write::write(&output, &paths, request.shard, render_page, |done| {
        progress(done, paths.len());
    })
    .map_err(BuildError::Write)?;
    let note = note(request.options, &model.settings);
    let unnoted = |source| {
        BuildError::Write(WriteError::Io { path: request.output.join(STATE_FOLDER), source })
    };
    note.leave(&request.output).map_err(unnoted)?;
    Ok(Built {
        zone: model.settings.timezone,
        drafts: model.register.records().filter(|(_, record)| record.draft).count(),
        summary,
        pages: paths.iter().filter(|path| path.ends_with(".html")).count(),
        standings: model.docket.standings(),
        scheduled: model.scheduled.clone(),
    })
}

pub(super) fn content_of(rendered: Rendered) -> Content {
    match rendered {
        Rendered::Bytes(bytes) => Content::Bytes(bytes),
        Rendered::CopyOf(original) => Content::CopyOf(original),
        Rendered::PictureOf(original, format) => Content::PictureOf(original, format),
    }
}

fn note(options: Options, settings: &Settings) -> Note {
    Note {
        program: env!("CARGO_PKG_VERSION").to_owned(),
        as_of: options.as_of.to_string(),
        asked: options.ahead == Ahead::NotYet,
        drafts: options.drafts,
        url: settings.url.clone(),
    }
}

//! The stages called in order. What they make is their own business; here it is handed on.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono_tz::Tz;
use rayon::prelude::*;

use crate::clock::{self, AsOf, Docket, Entry, as_it_stood};
use crate::diag::{self, Diagnostic, Outcome, Severity};
use crate::i18n::Lexicon;
use crate::load::{Tree, load};
use crate::model::{Kind, Record, Register, Settings};
use crate::parse::{Ahead, Options, Outward, ParseCache, Site, advice, outward, parse, site_address};
use crate::plan::{Page, Plan, SiteModel, file_of, plan, plan_without_index};
use crate::publish;
use crate::render::{RenderError, Rendered, Theme, failures, render};
use crate::write::{self, Content, Note, Refusal, Shard, Summary, WriteError};

/// Everything that is known of a site as of one moment, before any page is rendered.
#[derive(Debug)]
pub struct Facts {
    /// What pages can show.
    pub site: SiteModel,
    /// Responses and articles whose day has not come.
    pub scheduled: Vec<Entry>,
    /// Records that are not published.
    pub drafts: Vec<Entry>,
}

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

/// How long the stages took. For people who wonder, never for what is written.
#[derive(Debug)]
pub struct Timings {
    began: Instant,
    /// Each stage with the time it took, in order.
    pub stages: Vec<(&'static str, Duration)>,
}

impl Timings {
    #[expect(clippy::disallowed_methods, reason = "a stopwatch, not the time of day: nothing that is written depends on it")]
    fn start() -> Self {
        Self { began: Instant::now(), stages: Vec::new() }
    }

    fn lap(&mut self, stage: &'static str) {
        let so_far: Duration = self.stages.iter().map(|(_, time)| *time).sum();
        self.stages.push((stage, self.began.elapsed().saturating_sub(so_far)));
    }

    /// All stages together.
    pub fn total(&self) -> Duration {
        self.stages.iter().map(|(_, time)| *time).sum()
    }
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
pub fn build(request: &Request<'_>, progress: impl Fn(usize, usize) + Sync) -> Report {
    let mut timings = Timings::start();
    let Outcome { value: tree, mut diagnostics } = load(request.root);
    timings.lap("load");
    if request.strict {
        diagnostics.extend(strict_advice(&tree, request.options));
    }
    let built = with_site(tree, request.options, request.base_url, &mut diagnostics, &mut timings, |site, diagnostics| {
        if diag::any_error(diagnostics, request.strict) {
            return None;
        }
        Some(write_site(request, site, &progress))
    });
    diag::sort(&mut diagnostics);
    timings.lap("render and write");
    Report { diagnostics, timings, built: built.flatten() }
}

/// Loads and checks a site, and makes every page of good content in memory: what is wrong with the content, or with the theme.
pub fn check(root: &Path, options: Options) -> Vec<Diagnostic> {
    let Outcome { value: tree, mut diagnostics } = load(root);
    diagnostics.extend(advice(&tree, options));
    let failed = with_site(tree, options, None, &mut diagnostics, &mut Timings::start(), |site, diagnostics| {
        if diag::any_error(diagnostics, false) {
            return Vec::new();
        }
        site.plan.pages.par_iter().filter_map(|page| render(site.world, site.plan, site.theme, page).err()).collect()
    });
    diagnostics.extend(failures(&failed.unwrap_or_default()));
    diag::sort(&mut diagnostics);
    diagnostics
}

/// What is wrong with the records of a tree and with the addresses of their pages, of which none is made.
pub fn look_over(tree: &Tree, options: Options) -> Vec<Diagnostic> {
    let Outcome { value: site, mut diagnostics } = parse(tree, options, &mut ParseCache::for_one_parse());
    let Site { settings, register, links, places, drafts } = site;
    let facts = facts(settings, register, &drafts, options);
    diagnostics.append(&mut plan_without_index(&facts.site, tree, &links, &places).diagnostics);
    diag::sort(&mut diagnostics);
    diagnostics
}

/// Every link of a site to another, and the address of the site.
pub fn outward_links(root: &Path, options: Options) -> (Vec<Outward>, String) {
    let tree = load(root).value;
    (outward(&tree, options), site_address(&tree))
}

/// The advice that counts where warnings are errors.
fn strict_advice(tree: &Tree, options: Options) -> impl Iterator<Item = Diagnostic> {
    advice(tree, options).into_iter().filter(|found| found.severity() == Severity::Warning)
}

/// An output that was compared with what its sources say.
#[derive(Debug)]
pub struct Verified {
    /// The configuration.
    pub settings: Settings,
    /// The address it was built for.
    pub url: String,
    /// Its files.
    pub files: BTreeMap<String, publish::Entry>,
    /// Files that are not what the sources say: older, edited, or missing. In order.
    pub differing: Vec<String>,
    /// Pages on which a template fails.
    pub failed: Vec<RenderError>,
    /// What could not be read.
    pub unread: Option<io::Error>,
}

/// Makes every file of a site in memory, as the output's note says that it was made, and compares it with the output. Nothing
/// after an error in the content.
pub fn verify(root: &Path, output: &Path, options: Options, note: &Note) -> Outcome<Option<Verified>> {
    let Outcome { value: tree, mut diagnostics } = load(root);
    let verified = with_site(tree, options, Some(&note.url), &mut diagnostics, &mut Timings::start(), |site, diagnostics| {
        if diag::any_error(diagnostics, false) {
            return None;
        }
        let mut verified = Verified {
            settings: site.world.settings.clone(),
            url: note.url.clone(),
            files: BTreeMap::new(),
            differing: Vec::new(),
            failed: Vec::new(),
            unread: None,
        };
        let compare = |page: &Page| {
            let path = file_of(&page.path);
            let held = render(site.world, site.plan, site.theme, page).map(|made| write::held(output, &path, &content_of(made)));
            (path, held)
        };
        let compared: Vec<_> = site.plan.pages.par_iter().map(compare).collect();
        for (path, held) in compared {
            match held {
                Ok(Ok(Some(entry))) => _ = verified.files.insert(path, entry.into()),
                Ok(Ok(None)) => verified.differing.push(path),
                Ok(Err(error)) => verified.unread = Some(error),
                Err(failed) => verified.failed.push(failed),
            }
        }
        verified.differing.sort();
        Some(verified)
    });
    diag::sort(&mut diagnostics);
    Outcome { value: verified.flatten(), diagnostics }
}

fn content_of(rendered: Rendered) -> Content {
    match rendered {
        Rendered::Bytes(bytes) => Content::Bytes(bytes),
        Rendered::CopyOf(path) => Content::CopyOf(path),
        Rendered::PictureOf(path, format) => Content::PictureOf(path, format),
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

/// Loads a site and counts, without its pages: for commands that tell and write nothing.
pub fn read(root: &Path, options: Options) -> Outcome<Facts> {
    let Outcome { value: site, diagnostics } = read_site(root, options);
    Outcome { value: facts(site.settings, site.register, &site.drafts, options), diagnostics }
}

/// Loads a site once and counts as of two moments, of which `options` names the later.
pub fn read_twice(root: &Path, earlier: AsOf, options: Options) -> Outcome<(Facts, Facts)> {
    let Outcome { value: site, diagnostics } = read_site(root, options);
    let before = facts(site.settings.clone(), site.register.clone(), &site.drafts, Options { as_of: earlier, ..options });
    let after = facts(site.settings, site.register, &site.drafts, options);
    Outcome { value: (before, after), diagnostics }
}

fn read_site(root: &Path, options: Options) -> Outcome<Site> {
    let Outcome { value: tree, mut diagnostics } = load(root);
    let mut parsed = parse(&tree, options, &mut ParseCache::for_one_parse());
    diagnostics.append(&mut parsed.diagnostics);
    diag::sort(&mut diagnostics);
    Outcome { value: parsed.value, diagnostics }
}

/// Renders a whole site in memory: its files by path, in order, and what is wrong with it.
///
/// # Errors
///
/// When a template fails on a page.
pub fn compile(tree: Tree, options: Options) -> Result<Outcome<Vec<(String, Rendered)>>, RenderError> {
    let mut diagnostics = Vec::new();
    let files = with_site(tree, options, None, &mut diagnostics, &mut Timings::start(), |site, diagnostics| {
        if diag::any_error(diagnostics, false) {
            return Ok(Vec::new());
        }
        let render_page = |page: &Page| Ok((file_of(&page.path), render(site.world, site.plan, site.theme, page)?));
        site.plan.pages.par_iter().map(render_page).collect()
    });
    diag::sort(&mut diagnostics);
    Ok(Outcome { value: files.transpose()?.unwrap_or_default(), diagnostics })
}

/// A site that is ready to be rendered.
struct Ready<'a> {
    world: &'a SiteModel,
    scheduled: &'a [Entry],
    plan: &'a Plan,
    theme: &'a Theme,
}

/// Takes a tree through parse, clock and plan, and hands over what is ready to be rendered; nothing if the theme is broken.
fn with_site<T>(
    mut tree: Tree,
    options: Options,
    base_url: Option<&str>,
    diagnostics: &mut Vec<Diagnostic>,
    timings: &mut Timings,
    then: impl FnOnce(&Ready<'_>, &[Diagnostic]) -> T,
) -> Option<T> {
    let mut parsed = parse(&tree, options, &mut ParseCache::for_one_parse());
    // From here on records are facts; what reports on them still holds the file that it needs.
    tree.forget_records();
    timings.lap("parse");
    diagnostics.append(&mut parsed.diagnostics);
    let Site { mut settings, register, links, places, drafts } = parsed.value;
    if let Some(url) = base_url {
        settings.url = if url.ends_with('/') { url.to_owned() } else { format!("{url}/") };
    }
    let theme = settings.theme.clone();
    let (facts, mut words) = rayon::join(|| facts(settings, register, &drafts, options), || Lexicon::load(&tree, &theme));
    timings.lap("clock");
    diagnostics.append(&mut words.diagnostics);
    let lexicon = Arc::new(words.value);
    let Facts { site, scheduled, .. } = facts;
    let world = site.with_words(Arc::clone(&lexicon));
    let mut planned = plan(&world, &tree, &links, &places);
    diagnostics.append(&mut planned.diagnostics);
    drop((links, places));
    timings.lap("plan");
    let sites = crate::plan::view::sites(&world, &planned.value);
    match Theme::load(&tree, &theme, &lexicon, &sites) {
        Ok(theme) => {
            let ready = Ready { world: &world, scheduled: &scheduled, plan: &planned.value, theme: &theme };
            Some(then(&ready, diagnostics))
        }
        Err(mut found) => {
            diagnostics.append(&mut found);
            None
        }
    }
}

/// What is known as of the moment of `options` of a site that was read for it.
pub(crate) fn facts(settings: Settings, register: Register, drafts: &[(Kind, Record)], options: Options) -> Facts {
    let scheduled = if options.ahead == Ahead::Mistake { clock::scheduled(&register, options.as_of) } else { Vec::new() };
    let drafts = clock::drafts(drafts.iter().map(|(kind, record)| (*kind, record)));
    let register = as_it_stood(register, options.as_of);
    let docket = Docket::new(&register, options.as_of);
    Facts { site: SiteModel::new(settings, register, docket), scheduled, drafts }
}

fn write_site(request: &Request<'_>, site: &Ready<'_>, progress: &(impl Fn(usize, usize) + Sync)) -> Result<Built, BuildError> {
    let sources = ["content", "static", "themes"].map(|folder| request.root.join(folder));
    let output = write::guard(&request.output, request.root, &sources, request.home.as_deref()).map_err(BuildError::Refused)?;
    let pages = &site.plan.pages;
    let paths: Vec<String> = pages.iter().map(|page| file_of(&page.path)).collect();
    let render_page = |at: usize| render(site.world, site.plan, site.theme, &pages[at]).map(content_of);
    let summary =
        write::write(&output, &paths, request.shard, render_page, |done| progress(done, paths.len())).map_err(BuildError::Write)?;
    let note = note(request.options, &site.world.settings);
    let unnoted = |source| BuildError::Write(WriteError::Io { path: request.output.join(write::STATE_FOLDER), source });
    note.leave(&request.output).map_err(unnoted)?;
    Ok(Built {
        zone: site.world.settings.timezone,
        drafts: site.world.register.records().filter(|(_, record)| record.draft).count(),
        summary,
        pages: paths.iter().filter(|path| path.ends_with(".html")).count(),
        standings: site.world.docket.standings(),
        scheduled: site.scheduled.to_vec(),
    })
}

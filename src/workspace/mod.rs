//! A site in memory, read once or kept and read again: sources → [`Snapshot`], from which any page
//! is rendered.
//!
//! ```text
//! sources ──▶ parse cache ──▶ site model ──▶ plan ──▶ Snapshot ──▶ build, check, verify, serve
//!    └──────▶ theme cache ────────┴───────────────────────┘
//! ```
//!
//! [`Workspace::update`] is the one way through the stages. Whoever writes a site or looks at it
//! once updates a workspace that is empty; the preview updates the same one for as long as it runs,
//! and only files that changed are parsed. An edit that changed nothing but the words of records
//! takes a short cut ([`crate::parse::reword`]): every clock, every address and everything that was
//! found wrong elsewhere stays as it is, and the record is given its words. With an error in the
//! sources the last good snapshot stays. [`Workspace::model`] stops before the pages, for commands
//! that tell of a site.
//!
//! Absent on purpose: the disk and the network, when to update, and writing.

mod build;
mod check;
mod snapshot;
mod theme_cache;
mod timings;
mod verify;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use std::{mem, thread};

use crate::diag::{self, Diagnostic, Outcome, Severity};
use crate::lint::ExternalLink;
use crate::load::{Change, LoadError, Sources, Tree};
use crate::parse::ParseCache;
use crate::plan::{plan, plan_without_index};
use crate::resolve::{Options, Site, SitePlaces, read_site};
use crate::site::SiteModel;
use crate::view;

pub use self::build::{BuildError, Built, Report, Request, build};
pub use self::check::{Checked, check, look_over};
pub use self::snapshot::Snapshot;
use self::theme_cache::ThemeCache;
pub use self::timings::Timings;
pub use self::verify::{Verified, verify};

/// The sources of a site, what was read of them, and the site as it was when they were good last.
#[derive(Debug)]
pub struct Workspace {
    sources: Sources,
    /// Whether it is kept for another update. Otherwise what is not needed for pages is forgotten
    /// on the way, and the index of all words is made at once.
    is_kept: bool,
    /// The address of the site, in place of the configured one.
    url: Option<String>,
    advice: Advice,
    external_links: Vec<ExternalLink>,
    parse_cache: ParseCache,
    theme_cache: ThemeCache,
    snapshot: Option<Snapshot>,
    /// What is wrong with the sources, if that is why the snapshot is an older one.
    errors: Option<Vec<Diagnostic>>,
    timings: Timings,
}

/// Which advice an editor is given besides what is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Advice {
    None,
    Warnings,
    All,
}

/// What may have changed since the last update.
#[derive(Debug, Clone, Copy)]
pub enum Changes<'c> {
    /// The files at these paths of the site.
    Files(&'c BTreeSet<String>),
    /// Any file; nothing has been read at first.
    Any,
    /// No file, but the moment as of which the site is read.
    Moment,
}

/// What an update came to.
#[derive(Debug)]
pub enum Update {
    /// Nothing differs.
    Same,
    /// Files may have come or gone: [`Changes::Any`] has to be looked for.
    Unclear,
    /// The sources were read again.
    Read {
        /// The paths of the files that differ.
        changed: BTreeSet<String>,
        /// Everything that is wrong, in the order of files and lines.
        diagnostics: Vec<Diagnostic>,
    },
    /// The machine failed to read them; everything stays as it was.
    Failed(LoadError),
}

impl Workspace {
    /// A workspace for the site below `root` that is updated once.
    pub fn once(root: &Path) -> Self {
        Self::of(Sources::below(root), false)
    }

    /// A workspace for the site below `root` that is updated again and again.
    pub fn kept(root: &Path) -> Self {
        Self::of(Sources::below(root), true)
    }

    /// A workspace for files in memory that is updated once.
    pub fn in_memory(tree: Tree) -> Self {
        Self::of(Sources::in_memory(tree), false)
    }

    fn of(sources: Sources, is_kept: bool) -> Self {
        Self {
            sources,
            is_kept,
            url: None,
            advice: Advice::None,
            external_links: Vec::new(),
            parse_cache: if is_kept { ParseCache::default() } else { ParseCache::for_one_parse() },
            theme_cache: ThemeCache::default(),
            snapshot: None,
            errors: None,
            timings: Timings::start(),
        }
    }

    /// The same for a site at this address, in place of the configured one.
    #[must_use]
    fn at(mut self, url: Option<&str>) -> Self {
        self.url =
            url.map(|url| if url.ends_with('/') { url.to_owned() } else { format!("{url}/") });
        self
    }

    #[must_use]
    fn with_advice(mut self, advice: Advice) -> Self {
        self.advice = advice;
        if advice != Advice::None {
            self.parse_cache = mem::take(&mut self.parse_cache).with_lint();
        }
        self
    }

    /// What was read of the site's files.
    pub fn tree(&self) -> &Tree {
        &self.sources.tree
    }

    /// The site as it was when its sources were good last.
    pub fn snapshot(&self) -> Option<&Snapshot> {
        self.snapshot.as_ref()
    }

    /// What is wrong with the sources, if that is why the snapshot is an older one.
    pub fn errors(&self) -> Option<&[Diagnostic]> {
        self.errors.as_deref()
    }

    /// Whether one of these files is known and not there: an editor may be about to put another in
    /// its place.
    pub fn misses(&self, paths: &BTreeSet<String>) -> bool {
        self.sources.misses(paths)
    }

    /// Reads what changed. `options` says how to read the site, by its configuration.
    pub fn update(
        &mut self,
        changes: Changes<'_>,
        options: impl FnOnce(&Tree) -> Options,
    ) -> Update {
        self.timings = Timings::start();
        let changed = match changes {
            Changes::Files(paths) => match self.sources.reread(paths) {
                Change::Nothing => return Update::Same,
                Change::Files => return Update::Unclear,
                Change::Contents(changed) => changed,
            },
            Changes::Any => {
                let had_complaints = !self.sources.complaints.is_empty();
                let changed = match self.sources.read_all() {
                    Ok(changed) => changed,
                    Err(error) => return Update::Failed(error),
                };
                let is_first = self.snapshot.is_none() && self.errors.is_none();
                if changed.is_empty()
                    && !had_complaints
                    && self.sources.complaints.is_empty()
                    && !is_first
                {
                    return Update::Same;
                }
                changed
            }
            Changes::Moment => BTreeSet::new(),
        };
        self.timings.lap("load");
        if matches!(changes, Changes::Files(_)) && self.errors.is_none() {
            let Self { snapshot, sources, parse_cache, .. } = self;
            if let Some(diagnostics) = snapshot
                .as_mut()
                .and_then(|snapshot| snapshot.reword(&changed, &sources.tree, parse_cache))
            {
                return Update::Read { changed, diagnostics };
            }
        }
        let options = options(&self.sources.tree);
        Update::Read { changed, diagnostics: self.renew(options) }
    }

    /// The site as of one moment, told in English and without its pages.
    ///
    /// # Errors
    ///
    /// When the machine fails to read it.
    pub fn model(&mut self, options: Options) -> Result<Outcome<SiteModel>, LoadError> {
        let Outcome { value: (site, _), diagnostics } = self.model_and_places(options)?;
        Ok(Outcome { value: site, diagnostics })
    }

    /// [`Workspace::model`] with where the values of its files are written, for whoever changes them.
    ///
    /// # Errors
    ///
    /// When the machine fails to read it.
    pub fn model_and_places(
        &mut self,
        options: Options,
    ) -> Result<Outcome<(SiteModel, SitePlaces)>, LoadError> {
        if self.sources.tree.files.is_empty() {
            self.sources.read_all()?;
        }
        let Outcome { value: site, mut diagnostics } = self.read_site(options);
        diag::settle(&mut diagnostics);
        let Site { settings, register, drafts, places, .. } = site;
        let model = SiteModel::new(settings, register, &drafts, options);
        Ok(Outcome { value: (model, places), diagnostics })
    }

    fn read_site(&mut self, options: Options) -> Outcome<Site> {
        let Self { sources, parse_cache, .. } = self;
        let mut diagnostics = sources.complaints.clone();
        let mut parsed = read_site(&sources.tree, options, parse_cache);
        if !self.is_kept {
            // From here on records are facts; what reports on them still holds the file that it
            // needs.
            sources.tree.forget_records();
            parsed.value.places.forget_bodies();
        }
        diagnostics.append(&mut parsed.diagnostics);
        let wanted = |found: &Diagnostic| {
            self.advice == Advice::All || found.severity() == Severity::Warning
        };
        diagnostics.extend(mem::take(&mut parsed.value.advice).into_iter().filter(wanted));
        self.external_links = mem::take(&mut parsed.value.external_links);
        if let Some(url) = &self.url {
            parsed.value.settings.url.clone_from(url);
        }
        Outcome { value: parsed.value, diagnostics }
    }

    /// Makes the snapshot anew, unless there is an error: then it stays as it is. Gives everything
    /// that is wrong.
    fn renew(&mut self, options: Options) -> Vec<Diagnostic> {
        let Outcome { value: site, mut diagnostics } = self.read_site(options);
        self.timings.lap("parse");
        let Site { settings, register, links, places, drafts, .. } = site;
        let Self { sources, theme_cache, .. } = self;
        let (tree, of_words) = (&sources.tree, settings.clone());
        let model = || SiteModel::new(settings, register, &drafts, options);
        let (site, (lexicon, mut found)) = if self.is_kept {
            // What other threads allocate comes back late, and the words are known from the second
            // time on.
            (model(), theme_cache.words(tree, &of_words))
        } else {
            rayon::join(model, || theme_cache.words(tree, &of_words))
        };
        diagnostics.append(&mut found);
        let site = site.with_words(Arc::clone(&lexicon));
        self.timings.lap("clock");
        // To index every word takes longer than all the rest, and most looks at a page need none of
        // it.
        let plan = if self.is_kept { plan_without_index } else { plan };
        let mut planned = plan(&site, tree, &links, &places);
        diagnostics.append(&mut planned.diagnostics);
        drop((links, places));
        self.timings.lap("plan");
        let theme = match theme_cache.theme(tree, &of_words, &view::sites(&site, &planned.value)) {
            Ok(theme) => Some(theme),
            Err(mut found) => {
                diagnostics.append(&mut found);
                None
            }
        };
        diag::settle(&mut diagnostics);
        match theme.filter(|_| !diag::any_error(&diagnostics, false)) {
            Some(theme) => {
                self.errors = None;
                let new = Snapshot::new(site, planned.value, theme, diagnostics.clone());
                if let Some(old) = self.snapshot.replace(new) {
                    free(old);
                }
            }
            None => self.errors = Some(diagnostics.clone()),
        }
        diagnostics
    }
}

impl Drop for Workspace {
    fn drop(&mut self) {
        free((
            self.snapshot.take(),
            mem::take(&mut self.parse_cache),
            mem::take(&mut self.sources.tree),
        ));
    }
}

/// Takes a value apart beside everything else: that takes a large site a tenth of a second, which
/// nobody has to wait for, and at the end of the program it need not be done at all.
fn free(value: impl Send + 'static) {
    // Where there can be no thread, it is freed here.
    let _ = thread::Builder::new().spawn(move || drop(value));
}

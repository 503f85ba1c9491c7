//! A good site as of one moment, from which any of its pages is rendered.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use crate::diag::{self, Diagnostic, Place};
use crate::load::{Input, Tree};
use crate::parse::{ParseCache, Rewording, reword};
use crate::plan::{Output, Plan, plan};
use crate::render::{RenderError, Rendered, Theme, render};
use crate::resolve::SitePlaces;
use crate::site::SiteModel;
use crate::view;

/// A good site as of one moment.
#[derive(Debug)]
pub struct Snapshot {
    /// What pages show.
    pub model: SiteModel,
    /// Which pages there are.
    pub plan: Plan,
    /// The plan with the index of all words, where `plan` is without one: made when somebody
    /// searches.
    searchable: OnceLock<Plan>,
    theme: Theme,
    /// What is wrong with it all the same, in the order of files and lines.
    pub diagnostics: Vec<Diagnostic>,
}

impl Snapshot {
    pub(super) fn new(
        model: SiteModel,
        plan: Plan,
        theme: Theme,
        diagnostics: Vec<Diagnostic>,
    ) -> Self {
        Self { model, plan, searchable: OnceLock::new(), theme, diagnostics }
    }

    /// Renders an output of the plan.
    ///
    /// # Errors
    ///
    /// When a template of the theme fails.
    pub fn render(&self, output: &Output) -> Result<Rendered, RenderError> {
        render(&self.model, &self.plan, &self.theme, output)
    }

    /// Renders what an output file holds; nothing if there is none. The index of all words
    /// is made for a file that is a part of it or names it, from the files of `tree`.
    ///
    /// # Errors
    ///
    /// When a template of the theme fails.
    pub fn render_file(
        &self,
        file: &str,
        tree: &Tree,
    ) -> Option<Result<(Rendered, &Output), RenderError>> {
        let plan = self.plan_of(file, tree);
        let output = plan.output_in(file)?;
        Some(render(&self.model, plan, &self.theme, output).map(|rendered| (rendered, output)))
    }

    /// Whether there is an output file of this name.
    pub fn has_file(&self, file: &str, tree: &Tree) -> bool {
        self.plan_of(file, tree).output_in(file).is_some()
    }

    fn plan_of(&self, file: &str, tree: &Tree) -> &Plan {
        if !self.plan.needs_index(file) {
            return &self.plan;
        }
        // What is wrong with the plan is known.
        self.searchable.get_or_init(|| plan(&self.model, tree, &[], &SitePlaces::default()).value)
    }

    /// Shows what changed files say, if it is words alone that differ, and gives what is wrong
    /// then. Otherwise it is of no use any more.
    pub(super) fn reword(
        &mut self,
        changed: &BTreeSet<String>,
        tree: &Tree,
        cache: &mut ParseCache,
    ) -> Option<Vec<Diagnostic>> {
        if !changed.iter().all(|path| self.take_words(path, tree, cache)) {
            return None;
        }
        diag::settle(&mut self.diagnostics);
        self.searchable = OnceLock::new();
        self.theme.tell(&view::sites(&self.model, &self.plan));
        Some(self.diagnostics.clone())
    }

    fn take_words(&mut self, path: &str, tree: &Tree, cache: &mut ParseCache) -> bool {
        let file = match tree.files.get(path) {
            Some(Input::Text(file)) if path.starts_with("content/") => file,
            // What the tree knows of it by now is read from the disk whenever it is asked for.
            Some(Input::Disk(_)) => return true,
            _ => return false,
        };
        let Some(mut new) = reword(file, cache) else { return false };
        let complaints = std::mem::take(&mut new.complaints);
        let concerns = |place: &Place| place.file.path == path;
        let is_own = |found: &Diagnostic| {
            concerns(&found.place) || found.related.iter().any(|(place, _)| concerns(place))
        };
        // What others found wrong with this file marks places that have moved.
        let is_alone =
            self.diagnostics.iter().filter(|found| is_own(found)).count() == new.complaints_before;
        if !is_alone || diag::any_error(&complaints, false) || self.is_listed(&new) {
            return false;
        }
        let Some(record) = self.model.record_mut(new.kind, &new.id) else { return false };
        if !new.apply(record) {
            return false;
        }
        self.diagnostics.retain(|found| !is_own(found));
        self.diagnostics.extend(complaints);
        true
    }

    /// Whether a record is among those that are told by their title and have no page.
    fn is_listed(&self, new: &Rewording) -> bool {
        self.model
            .drafts
            .iter()
            .chain(&self.model.scheduled)
            .any(|entry| (entry.kind, &entry.record) == (new.kind, &new.id))
    }
}

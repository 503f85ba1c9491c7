//! A good site, from its sources to what a page is rendered from.

use std::mem;

use super::looks::Looks;
use super::sources::Sources;
use crate::clock::Entry;
use crate::diag::{self, Diagnostic, Place};
use crate::load::{Input, Tree};
use crate::model::Id;
use crate::parse::{Options, ParseCache, Rewording, Site, parse, record_of, reword};
use crate::pipeline::{Facts, facts};
use crate::plan::{Plan, SiteModel, file_of, href, plan_without_index, view};
use crate::render::Theme;

/// A good site.
pub(super) struct Made {
    pub(super) site: SiteModel,
    /// Responses and articles whose day has not come.
    pub(super) scheduled: Vec<Entry>,
    /// Records that are not published.
    pub(super) drafts: Vec<Entry>,
    pub(super) plan: Plan,
    pub(super) theme: Theme,
    /// What is wrong with it all the same.
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl Made {
    /// The site, if there is no error in it, and what is wrong with it.
    pub(super) fn new(sources: &Sources, options: Options, cache: &mut ParseCache, looks: &mut Looks) -> (Option<Self>, Vec<Diagnostic>) {
        let tree = &sources.tree;
        let mut parsed = parse(tree, options, cache);
        let mut diagnostics = sources.complaints.clone();
        diagnostics.append(&mut parsed.diagnostics);
        let Site { settings, register, links, places, drafts } = parsed.value;
        let Facts { site, scheduled, drafts } = facts(settings, register, &drafts, options);
        let (lexicon, mut found) = looks.words(tree, &site.settings.theme);
        diagnostics.append(&mut found);
        let site = site.with_words(lexicon);
        // The index of the words takes longer than all the rest.
        let mut planned = plan_without_index(&site, tree, &links, &places);
        diagnostics.append(&mut planned.diagnostics);
        let plan = planned.value;
        let theme = match looks.theme(tree, &site.settings.theme, &view::sites(&site, &plan)) {
            Ok(theme) => Some(theme),
            Err(mut found) => {
                diagnostics.append(&mut found);
                None
            }
        };
        diag::sort(&mut diagnostics);
        let is_good = !diag::any_error(&diagnostics, false);
        let good = theme.filter(|_| is_good);
        (good.map(|theme| Self { site, scheduled, drafts, plan, theme, diagnostics: diagnostics.clone() }), diagnostics)
    }

    /// Shows what a changed file says, if it is words alone that differ.
    pub(super) fn take_words(&mut self, path: &str, tree: &Tree, cache: &mut ParseCache) -> bool {
        let file = match tree.files.get(path) {
            Some(Input::Text(file)) if path.starts_with("content/") => file,
            // It is read from the disk whenever it is asked for.
            Some(Input::Disk(_)) => return true,
            _ => return false,
        };
        let Some(mut new) = reword(file, cache) else { return false };
        let complaints = mem::take(&mut new.complaints);
        let concerns = |place: &Place| place.file.path == path;
        let is_own = |found: &Diagnostic| concerns(&found.place) || found.related.iter().any(|(place, _)| concerns(place));
        // What others found wrong with this file marks places that have moved.
        let is_alone = self.diagnostics.iter().filter(|found| is_own(found)).count() == new.complaints_before;
        if !is_alone || diag::any_error(&complaints, false) || self.is_listed(&new) {
            return false;
        }
        let Some(record) = self.site.record_mut(new.kind, &new.id) else { return false };
        if !new.apply(record) {
            return false;
        }
        self.diagnostics.retain(|found| !is_own(found));
        self.diagnostics.extend(complaints);
        true
    }

    /// Whether a record is among those that are told by their title and have no page.
    fn is_listed(&self, new: &Rewording) -> bool {
        self.drafts.iter().chain(&self.scheduled).any(|entry| (entry.kind, &entry.record) == (new.kind, &new.id))
    }

    pub(super) fn tell_theme(&mut self) {
        self.theme.tell(&view::sites(&self.site, &self.plan));
    }

    /// The page of the record in a file.
    pub(super) fn page_of(&self, path: &str) -> Option<String> {
        let (kind, id) = record_of(path)?;
        let record = self.site.register.record(kind, Id::from(&*id).as_str())?;
        Some(format!("/{}", href(&format!("{}/{}/", kind.folder(), record.slug))))
    }

    /// The path of the site under which a request is looked up, at the root or below the folder of the site's own address.
    pub(super) fn inside<'p>(&self, path: &'p str) -> &'p str {
        let base = self.site.settings.url.splitn(4, '/').nth(3).unwrap_or_default();
        match path.strip_prefix(base) {
            Some(inside) if !base.is_empty() && self.plan.page_in(&file_of(path)).is_none() => inside,
            _ => path,
        }
    }
}

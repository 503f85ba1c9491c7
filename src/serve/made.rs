//! A good site, from its sources to what a page is rendered from.

use std::mem;
use std::sync::Arc;

use super::looks::Looks;
use super::sources::Sources;
use super::state::Link;
use crate::diag::{self, Diagnostic, Place};
use crate::i18n::Lexicon;
use crate::load::{Input, Tree};
use crate::model::Id;
use crate::parse::{Memory, Options, Rewording, Site, parse_again, record_of, reword};
use crate::pipeline::{Facts, facts};
use crate::plan::{Index, Page, PageKind, Plan, World, file_of, href, plan_without_index, view};
use crate::render::Theme;

/// Characters of an address that does not exist that are compared with those that do.
const LONGEST_LIKE: usize = 200;
/// How many addresses are named that are like one that does not exist.
const NEAR: usize = 5;

/// A good site.
pub(super) struct Made {
    pub(super) facts: Facts,
    index: Arc<Index>,
    lexicon: Arc<Lexicon>,
    pub(super) plan: Plan,
    pub(super) theme: Theme,
    /// What is wrong with it all the same.
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// A good site that is ready to be shown.
pub(super) struct Shown<'a> {
    pub(super) made: &'a Made,
    pub(super) world: World<'a>,
}

impl Made {
    /// The site, if there is no error in it, and what is wrong with it.
    pub(super) fn new(sources: &Sources, options: Options, memory: &mut Memory, looks: &mut Looks) -> (Option<Self>, Vec<Diagnostic>) {
        let tree = &sources.tree;
        let mut parsed = parse_again(tree, options, memory);
        let mut diagnostics = sources.complaints.clone();
        diagnostics.append(&mut parsed.diagnostics);
        let Site { settings, register, links, places, drafts } = parsed.value;
        let facts = facts(settings, register, &drafts, options);
        let (lexicon, mut found) = looks.words(tree, &facts.settings.theme);
        diagnostics.append(&mut found);
        let world = World::new(&facts.settings, &facts.register, &facts.docket).with_words(Arc::clone(&lexicon));
        // The index of the words takes longer than all the rest.
        let mut planned = plan_without_index(&world, tree, &links, &places);
        diagnostics.append(&mut planned.diagnostics);
        let plan = planned.value;
        let theme = match looks.theme(tree, &facts.settings.theme, &view::sites(&world, &plan)) {
            Ok(theme) => Some(theme),
            Err(mut found) => {
                diagnostics.append(&mut found);
                None
            }
        };
        let index = Arc::clone(&world.index);
        drop(world);
        diag::sort(&mut diagnostics);
        let is_good = !diag::any_error(&diagnostics, false);
        let good = theme.filter(|_| is_good);
        (good.map(|theme| Self { facts, index, lexicon, plan, theme, diagnostics: diagnostics.clone() }), diagnostics)
    }

    pub(super) fn shown(&self) -> Shown<'_> {
        let Facts { settings, register, docket, .. } = &self.facts;
        let world = World::with_index(settings, register, docket, Arc::clone(&self.index));
        Shown { made: self, world: world.with_words(Arc::clone(&self.lexicon)) }
    }

    /// Shows what a changed file says, if it is words alone that differ.
    pub(super) fn take_words(&mut self, path: &str, tree: &Tree, memory: &mut Memory) -> bool {
        let file = match tree.files.get(path) {
            Some(Input::Text(file)) if path.starts_with("content/") => file,
            // It is read from the disk whenever it is asked for.
            Some(Input::Disk(_)) => return true,
            _ => return false,
        };
        let Some(mut new) = reword(file, memory) else { return false };
        let complaints = mem::take(&mut new.complaints);
        let concerns = |place: &Place| place.file.path == path;
        let is_own = |found: &Diagnostic| concerns(&found.place) || found.related.iter().any(|(place, _)| concerns(place));
        // What others found wrong with this file marks places that have moved.
        let is_alone = self.diagnostics.iter().filter(|found| is_own(found)).count() == new.complaints_before;
        if !is_alone || diag::any_error(&complaints, false) || self.is_listed(&new) {
            return false;
        }
        let Some(record) = self.facts.register.record_mut(new.kind, &new.id) else { return false };
        if !new.apply(record) {
            return false;
        }
        self.diagnostics.retain(|found| !is_own(found));
        self.diagnostics.extend(complaints);
        true
    }

    /// Whether a record is among those that are told by their title and have no page.
    fn is_listed(&self, new: &Rewording) -> bool {
        self.facts.drafts.iter().chain(&self.facts.scheduled).any(|entry| (entry.kind, &entry.record) == (new.kind, &new.id))
    }

    pub(super) fn tell_theme(&mut self) {
        let sites = {
            let Shown { world, .. } = self.shown();
            view::sites(&world, &self.plan)
        };
        self.theme.tell(&sites);
    }

    /// The page of the record in a file.
    pub(super) fn page_of(&self, path: &str) -> Option<String> {
        let (kind, id) = record_of(path)?;
        let record = self.facts.register.record(kind, Id::from(&*id).as_str())?;
        Some(format!("/{}", href(&format!("{}/{}/", kind.folder(), record.slug))))
    }

    /// Addresses like one that does not exist.
    pub(super) fn near(&self, path: &str) -> Vec<Link> {
        let wanted: String = path.trim_matches('/').to_lowercase().chars().take(LONGEST_LIKE).collect();
        let length = wanted.chars().count();
        // A likeness of half takes lengths of which neither is more than twice the other; to compare is dear, and to count is not.
        let is_comparable = |page: &Page| {
            let other = page.path.trim_end_matches('/').chars().take(2 * LONGEST_LIKE + 1).count();
            other <= 2 * length && length <= 2 * other
        };
        let mut found: Vec<(f64, &str)> = self
            .plan
            .pages
            .iter()
            .filter(|page| (page.path.is_empty() || page.path.ends_with('/')) && !matches!(page.kind, PageKind::Redirect(_)))
            .filter(|page| is_comparable(page))
            .map(|page| (strsim::normalized_damerau_levenshtein(&wanted, &page.path.trim_end_matches('/').to_lowercase()), &*page.path))
            .filter(|(likeness, _)| *likeness >= 0.5)
            .collect();
        found.sort_by(|(a, one), (b, other)| b.total_cmp(a).then_with(|| one.cmp(other)));
        found.into_iter().take(NEAR).map(|(_, path)| Link::to(path, format!("/{path}"))).collect()
    }

    /// The path of the site under which a request is looked up, at the root or below the folder of the site's own address.
    pub(super) fn inside<'p>(&self, path: &'p str) -> &'p str {
        let base = self.facts.settings.url.splitn(4, '/').nth(3).unwrap_or_default();
        match path.strip_prefix(base) {
            Some(inside) if !base.is_empty() && self.plan.page_in(&file_of(path)).is_none() => inside,
            _ => path,
        }
    }
}

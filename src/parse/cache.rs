//! What the files of a site said when they were read last, so that only those that have changed are
//! parsed.
//!
//! What a file says follows from its text, the configuration and, for a translation, the addresses
//! of records. So it is kept for as long as these stay as they are. Whatever goes beyond one file
//! (`link`) is done anew, with one exception: [`reword`] finds that an edit gave a record other
//! words, a title, a summary or a body, and left every fact and every mention of something else as
//! they were. No clock, no address and no check of cross-references depends on words.
//!
//! Absent on purpose: when to read again, and what to do with pages.

use std::collections::{BTreeMap, BTreeSet};
use std::mem;
use std::sync::Arc;

use rayon::prelude::*;

use super::files::{self, Known, Parsed, Slugs, What};
use crate::diag::{Diagnostic, SourceFile};
use crate::load::{Input, Tree};
use crate::markdown::wiki::Names;
use crate::model::{Id, Kind, Prose, Record, Settings};

/// What the files of a site said when they were read last; nothing at first.
#[derive(Debug, Default)]
pub struct ParseCache {
    /// Whether what was read is given away instead of being kept.
    is_emptied: bool,
    /// Whether advice is kept of each file, too.
    lints: bool,
    /// The configuration that they were read under.
    configuration: Option<(Arc<SourceFile>, Settings)>,
    /// The addresses that translations were read with.
    slugs: Slugs,
    /// The names by which prose could link to records.
    names: Names,
    /// By path.
    parsed: BTreeMap<String, Parsed>,
}

impl ParseCache {
    /// A cache for a site that is parsed once: it is empty again afterwards, so that no record is
    /// there twice.
    pub fn for_one_parse() -> Self {
        Self { is_emptied: true, ..Self::default() }
    }

    /// The same with advice on each file, and its links to other sites.
    #[must_use]
    pub fn with_lint(self) -> Self {
        Self { lints: true, ..self }
    }

    /// What every file below `content/` says, originals before translations. Only files that are
    /// not as they were are parsed: a file that was not read from the disk again is the same `Arc`.
    pub(crate) fn read(
        &mut self,
        tree: &Tree,
        configuration: &Arc<SourceFile>,
        settings: &Settings,
    ) -> Vec<Parsed> {
        // The names of records are those of their files.
        let has_same_files = tree.texts("content/").map(|file| &file.path).eq(self.parsed.keys());
        self.forget(tree, configuration);
        self.configuration = Some((Arc::clone(configuration), settings.clone()));
        // A translation takes the address of the record that it translates, so that this has to be
        // known first.
        let (translations, originals): (Vec<_>, Vec<_>) =
            tree.texts("content/").partition(|file| files::is_translation(&file.path));
        let translated: BTreeSet<(Kind, Id)> = translations
            .iter()
            .filter_map(|file| files::record_of(&file.path))
            .map(|(kind, id)| (kind, Id::from(&*id)))
            .collect();
        // A translation is compared with what its record says.
        self.parsed.retain(|path, known| {
            let is_original = || {
                files::record_of(path)
                    .is_some_and(|(kind, id)| translated.contains(&(kind, Id::from(&*id))))
            };
            known.front_matter.is_some()
                || translated.is_empty()
                || files::is_translation(path)
                || !is_original()
        });
        if !has_same_files {
            let names = files::names(originals.iter().map(|file| &*file.path));
            if names != self.names {
                self.parsed.retain(|_, known| !known.mentions.has_wiki_links);
                self.names = names;
            }
        }
        self.parse(&originals, settings, &Slugs::new(), &translated);
        let slugs =
            if translations.is_empty() { Slugs::new() } else { files::slugs(self.parsed.values()) };
        if slugs != self.slugs {
            self.parsed.retain(|path, _| !files::is_translation(path));
            self.slugs.clone_from(&slugs);
        }
        self.parse(&translations, settings, &slugs, &translated);
        if self.is_emptied {
            let parsed = mem::take(&mut self.parsed).into_values();
            let (translations, mut all): (Vec<_>, Vec<_>) =
                parsed.partition(|found| files::is_translation(&found.places.file.path));
            all.extend(translations);
            *self = Self { is_emptied: true, lints: self.lints, ..Self::default() };
            return all;
        }
        let in_order: Vec<&Arc<SourceFile>> = originals.into_iter().chain(translations).collect();
        in_order.par_iter().filter_map(|file| self.parsed.get(&file.path).cloned()).collect()
    }

    /// Forgets what is no longer so.
    fn forget(&mut self, tree: &Tree, configuration: &Arc<SourceFile>) {
        if !self.configuration.as_ref().is_some_and(|(file, _)| Arc::ptr_eq(file, configuration)) {
            self.parsed.clear();
        }
        self.parsed.retain(|path, known| matches!(tree.files.get(path), Some(Input::Text(file)) if Arc::ptr_eq(file, &known.places.file)));
    }

    /// Parses the files that are not known.
    fn parse(
        &mut self,
        files: &[&Arc<SourceFile>],
        settings: &Settings,
        slugs: &Slugs,
        translated: &BTreeSet<(Kind, Id)>,
    ) {
        let known = Known { settings, slugs, names: &self.names, translated, lints: self.lints };
        let new: Vec<_> =
            files.iter().filter(|file| !self.parsed.contains_key(&file.path)).collect();
        let read: Vec<_> = new
            .into_par_iter()
            .map(|file| (file.path.clone(), files::parse_file(file, known)))
            .collect();
        self.parsed.extend(read);
    }
}

/// The words of a record: what an edit may change without changing a fact.
#[derive(Debug, Clone, PartialEq)]
pub struct Words {
    title: String,
    summary: Option<String>,
    prose: Arc<Prose>,
}

impl Words {
    fn of(record: &Record) -> Self {
        Self {
            title: record.title.clone(),
            summary: record.summary.clone(),
            prose: Arc::clone(&record.prose),
        }
    }

    fn put_into(self, record: &mut Record) {
        let Words { title, summary, prose } = self;
        record.title = title;
        record.summary = summary;
        record.prose = prose;
    }
}

/// New words of a record.
#[derive(Debug)]
pub struct Rewording {
    /// The kind of the record.
    pub kind: Kind,
    /// The record.
    pub id: Id,
    before: Words,
    after: Words,
    /// How many things were found wrong in its file alone.
    pub complaints_before: usize,
    /// What is wrong in its file alone now.
    pub complaints: Vec<Diagnostic>,
}

impl Rewording {
    /// Gives the record its new words; false, and nothing is changed, if it does not show the old
    /// ones.
    pub fn apply(self, record: &mut Record) -> bool {
        let shows_old = Words::of(record) == self.before;
        if shows_old {
            self.after.put_into(record);
        }
        shows_old
    }
}

/// Reads a file again whose text has changed. Nothing if more than the words of a record may have
/// changed: then the whole site has to be read.
pub fn reword(file: &Arc<SourceFile>, cache: &mut ParseCache) -> Option<Rewording> {
    if files::is_translation(&file.path) {
        return None;
    }
    let (_, settings) = cache.configuration.as_ref()?;
    let known = cache.parsed.get(&file.path)?;
    let of_file = (known.front_matter.is_some()).then(|| files::record_of(&file.path)).flatten();
    let translated = of_file.map(|(kind, id)| (kind, Id::from(&*id))).into_iter().collect();
    let new = files::parse_file(
        file,
        Known {
            settings,
            slugs: &Slugs::new(),
            names: &cache.names,
            translated: &translated,
            lints: cache.lints,
        },
    );
    if !known.mentions.are_like(&new.mentions) {
        return None;
    }
    let (kind, before, after) = same_facts(&known.what, &new.what)?;
    let rewording = Rewording {
        kind,
        id: after.id.clone(),
        before: Words::of(before),
        after: Words::of(after),
        complaints_before: known.diagnostics.len(),
        complaints: new.diagnostics.clone(),
    };
    cache.parsed.insert(file.path.clone(), new);
    Some(rewording)
}

/// Both records, if nothing but their words differs.
fn same_facts<'w>(before: &'w What, after: &'w What) -> Option<(Kind, &'w Record, &'w Record)> {
    macro_rules! compare {
        ($before:expr, $after:expr, $kind:expr) => {{
            let mut facts = $after.clone();
            Words::of(&$before.record).put_into(&mut facts.record);
            (facts == *$before).then_some(($kind, &$before.record, &$after.record))
        }};
    }
    match (before, after) {
        (What::Incident(before), What::Incident(after)) => compare!(before, after, Kind::Incident),
        (What::Response(before), What::Response(after)) => compare!(before, after, Kind::Response),
        (What::Article(before), What::Article(after)) => compare!(before, after, Kind::Article),
        (What::Organisation(before), What::Organisation(after)) => {
            compare!(before, after, Kind::Organisation)
        }
        (What::Page(before), What::Page(after)) => compare!(before, after, Kind::Page),
        _ => None,
    }
}

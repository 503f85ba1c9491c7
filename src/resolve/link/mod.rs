//! Records and their mentions → one register, in which every name leads somewhere.
//!
//! Records are collected by kind, translations and files beside them are attached, names are looked
//! up, drafts are left out, and at last [`super::consistency`] looks for facts that contradict each
//! other.

mod assets;
mod mentions;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use super::{Options, ahead, apply_regimes, calendars, consistency};
use crate::diag::{Code, Diagnostic, Outcome, Place, SourceFile};
use crate::front_matter::spans::Places;
use crate::front_matter::yaml::{Key, Node, Value};
use crate::load::{Tree, built_in_calendars, built_in_regimes};
use crate::markdown::mention::{Mention, Mentions};
use crate::model::{Id, Kind, Record, Register, Settings, Translation};
use crate::parse::files::{self, Parsed, What};
use crate::parse::translation::{self, Entry};

/// A link from prose or the menu to a path of the site.
#[derive(Debug, Clone)]
pub struct Link {
    /// Without slashes at its ends.
    pub path: String,
    /// Where it is written.
    pub place: Place,
    /// What to write if the path was meant as the id of a record.
    pub meant: Option<String>,
}

/// The register, and what later stages report on.
pub(super) struct Linked {
    pub(super) register: Register,
    pub(super) links: Vec<Link>,
    pub(super) places: BTreeMap<(Kind, Id), Places>,
    pub(super) drafts: Vec<(Kind, Record)>,
}

/// The file of a record, while its facts are compared with others'.
pub(super) struct Origin {
    pub(super) places: Places,
    pub(super) mentions: Arc<Mentions>,
    /// What was read, where there is a translation to compare it with.
    front_matter: Option<Arc<Node>>,
}

impl Origin {
    pub(super) fn place(&self, span: &Range<usize>) -> Place {
        self.places.place(span)
    }

    /// The configuration, whose menu names pages.
    pub(super) fn of_settings(places: Places, mentions: Mentions) -> Self {
        Self { places, mentions: Arc::new(mentions), front_matter: None }
    }

    pub(super) fn file(&self) -> &Arc<SourceFile> {
        &self.places.file
    }

    fn path(&self) -> &str {
        &self.file().path
    }

    fn entries(&self) -> &[(Key, Node)] {
        match self.front_matter.as_ref().map(|node| &node.value) {
            Some(Value::Map(entries)) => entries,
            _ => &[],
        }
    }
}

/// The files of the records, by kind and id.
pub(super) type Origins = BTreeMap<(Kind, Id), Origin>;

/// Joins what was parsed, file by file, into one register.
pub(super) fn link(
    parsed: Vec<Parsed>,
    menu: &Origin,
    tree: &Tree,
    settings: &Settings,
    options: Options,
) -> Outcome<Linked> {
    let mut linker = Linker::default();
    let translations = linker.collect(parsed);
    // What could not be read has been reported; mentions of it are not reported again.
    linker.broken.extend(
        tree.unread
            .iter()
            .filter_map(|path| files::record_of(path))
            .map(|(kind, id)| (kind, Id::from(&*id))),
    );
    linker.take_built_in();
    linker.translate(translations);
    apply_regimes::declare(
        &mut linker.register,
        &linker.origins,
        settings,
        &mut linker.diagnostics,
    );
    linker.attach_files(tree);
    linker.check_mentions(options.drafts);
    linker.check_calendars();
    let menu = linker.check_menu(menu, !options.drafts);
    let mut links = linker.links(options.drafts);
    links.extend(menu);
    let drafts = if options.drafts { Vec::new() } else { linker.drop_drafts() };
    linker.register.sort_responses();
    consistency::check(&linker.register, &linker.origins, options, &mut linker.diagnostics);
    calendars::check(&linker.register, &linker.origins, &mut linker.diagnostics);
    ahead::check(&linker.register, &linker.origins, options, &mut linker.diagnostics);
    let places = linker.origins.into_iter().map(|(key, origin)| (key, origin.places)).collect();
    Outcome {
        value: Linked { register: linker.register, links, places, drafts },
        diagnostics: linker.diagnostics,
    }
}

/// A duty or calendar that is named somewhere.
enum Named {
    Regime(Id),
    Calendar(Id),
}

impl Named {
    fn of(mention: &Mention) -> Option<Self> {
        match mention {
            Mention::Regime(name) => Some(Named::Regime(name.value.clone())),
            Mention::Calendar(name) => Some(Named::Calendar(name.value.clone())),
            _ => None,
        }
    }

    /// Where its file would be, were it the site's own.
    fn path(&self) -> String {
        match self {
            Named::Regime(id) => format!("content/regimes/{id}.yaml"),
            Named::Calendar(id) => format!("content/calendars/{id}.yaml"),
        }
    }
}

fn text_of(list: &'static [(&'static str, &'static str)], id: &Id) -> Option<&'static str> {
    list.iter().find(|(known, _)| *known == id.as_str()).map(|(_, text)| *text)
}

#[derive(Default)]
struct Linker {
    register: Register,
    origins: Origins,
    /// Records whose file could not be read: mentions of them are not reported again.
    broken: BTreeSet<(Kind, Id)>,
    /// Files that are no record's: regimes, calendars, and records that could not be made.
    others: Vec<Origin>,
    diagnostics: Vec<Diagnostic>,
}

struct FoundTranslation {
    key: (Kind, Id),
    language: String,
    words: Translation,
    said: Vec<Entry>,
    origin: Origin,
}

impl Linker {
    fn report(&mut self, code: Code, place: Place, message: String, help: impl Into<String>) {
        self.diagnostics.push(Diagnostic::new(code, place, message).help(help));
    }

    /// Sorts what was parsed into the register; gives back the translations.
    fn collect(&mut self, parsed: Vec<Parsed>) -> Vec<FoundTranslation> {
        let mut translations = Vec::new();
        let mut translated: BTreeMap<(Kind, Id, String), Place> = BTreeMap::new();
        let mut lists: BTreeMap<(&str, Id), Place> = BTreeMap::new();
        for Parsed { places, what, mentions, mut diagnostics, front_matter, lint: _ } in parsed {
            self.diagnostics.append(&mut diagnostics);
            let origin = Origin { places, mentions, front_matter };
            match what {
                What::Broken(key) => {
                    self.broken.extend(key);
                    // What it says of other records is checked all the same, and what it cites, as
                    // far as its sources can be read.
                    let mut origin = origin;
                    let sources = origin
                        .places
                        .source_ids()
                        .map(|ids| ids.into_iter().map(Id::from).collect::<Vec<_>>());
                    Arc::make_mut(&mut origin.mentions).list.retain(|mention| match mention {
                        Mention::Source(name) => {
                            sources.as_ref().is_some_and(|sources| !sources.contains(&name.value))
                        }
                        Mention::File(_) => false,
                        _ => true,
                    });
                    self.others.push(origin);
                }
                What::Translation { kind, id, language, words, said } => {
                    let place = origin.places.head();
                    if let Some(first) = translated.get(&(kind, id.clone(), language.clone())) {
                        let what = format!("two translations of `{id}` are in `{language}`");
                        self.diagnostics.push(one_name(what, place, first.clone()));
                        continue;
                    }
                    translated.insert((kind, id.clone(), language.clone()), place);
                    let key = (kind, id);
                    translations.push(FoundTranslation {
                        key,
                        language,
                        words: *words,
                        said,
                        origin,
                    });
                }
                What::Regime(regime) => {
                    if self.is_first(&mut lists, "regimes", &regime.id, &origin) {
                        self.register.regimes.insert(regime.id.clone(), *regime);
                    }
                    self.others.push(origin);
                }
                What::Calendar(calendar) => {
                    if self.is_first(&mut lists, "calendars", &calendar.id, &origin) {
                        self.register.calendars.insert(calendar.id.clone(), *calendar);
                    }
                    self.others.push(origin);
                }
                What::Incident(found) => {
                    let id = found.record.id.clone();
                    if self.is_new(Kind::Incident, &id, origin) {
                        self.register.incidents.insert(id, found);
                    }
                }
                What::Response(found) => {
                    let id = found.record.id.clone();
                    if self.is_new(Kind::Response, &id, origin) {
                        self.register.responses.insert(id, found);
                    }
                }
                What::Article(found) => {
                    let id = found.record.id.clone();
                    if self.is_new(Kind::Article, &id, origin) {
                        self.register.articles.insert(id, found);
                    }
                }
                What::Organisation(found) => {
                    let id = found.record.id.clone();
                    if self.is_new(Kind::Organisation, &id, origin) {
                        self.register.organisations.insert(id, found);
                    }
                }
                What::Page(found) => {
                    let id = found.record.id.clone();
                    if self.is_new(Kind::Page, &id, origin) {
                        self.register.pages.insert(id, found);
                    }
                }
            }
        }
        translations
    }

    /// Notes the file of a record, unless another file has the same name already.
    fn is_new(&mut self, kind: Kind, id: &Id, origin: Origin) -> bool {
        let key = (kind, id.clone());
        if let Some(first) = self.origins.get(&key) {
            let what = format!("two {} are named `{id}`", kind.folder());
            self.diagnostics.push(one_name(what, origin.places.head(), first.places.head()));
            return false;
        }
        self.origins.insert(key, origin);
        true
    }

    /// Notes the file of a duty or calendar, unless another file has the same name already.
    fn is_first(
        &mut self,
        lists: &mut BTreeMap<(&'static str, Id), Place>,
        kind: &'static str,
        id: &Id,
        origin: &Origin,
    ) -> bool {
        let place = origin.places.head();
        if let Some(first) = lists.get(&(kind, id.clone())) {
            self.diagnostics.push(one_name(
                format!("two {kind} are named `{id}`"),
                place,
                first.clone(),
            ));
            return false;
        }
        lists.insert((kind, id.clone()), place);
        true
    }

    fn translate(&mut self, translations: Vec<FoundTranslation>) {
        for FoundTranslation { key: (kind, id), language, words, said, origin } in translations {
            let Some(original) = self.origins.get_mut(&(kind, id.clone())) else {
                if !self.broken.contains(&(kind, id.clone())) {
                    let message =
                        format!("this translates `{id}.md`, which does not exist in this folder");
                    self.report(
                        Code::TranslationOrphan,
                        origin.places.head(),
                        message,
                        "write the record first, or rename the file",
                    );
                }
                continue;
            };
            if !said.is_empty() {
                let (words, mut diagnostics) =
                    translation::pair(said, original.entries(), &origin.places, &original.places);
                self.diagnostics.append(&mut diagnostics);
                for (path, words) in words {
                    translation::put(&mut self.register, (kind, &id), &path, &language, words);
                }
            }
            self.others.push(origin);
            if let Some(record) = self.register.record_mut(kind, &id) {
                record.translations.insert(language, words);
            }
        }
    }

    /// Adds the built-in duties and calendars that are named and are not the site's own, and what
    /// these name in turn.
    fn take_built_in(&mut self) {
        let origins = self.origins.values().chain(&self.others);
        let mut named: Vec<Named> =
            origins.flat_map(|origin| origin.mentions.list.iter().filter_map(Named::of)).collect();
        while let Some(name) = named.pop() {
            let (is_known, text) = match &name {
                Named::Regime(id) => {
                    (self.register.regimes.contains_key(id), text_of(built_in_regimes(), id))
                }
                Named::Calendar(id) => {
                    (self.register.calendars.contains_key(id), text_of(built_in_calendars(), id))
                }
            };
            let (false, Some(text)) = (is_known, text) else { continue };
            let parsed = files::parse_built_in(name.path(), text);
            named.extend(parsed.mentions.list.iter().filter_map(Named::of));
            self.collect(vec![parsed]);
        }
    }

    /// Leaves drafts out of the register, and gives what they have in common.
    fn drop_drafts(&mut self) -> Vec<(Kind, Record)> {
        let drafts = self
            .register
            .records()
            .filter(|(_, record)| record.draft)
            .map(|(kind, record)| (kind, record.clone()))
            .collect();
        self.register.incidents.retain(|_, found| !found.record.draft);
        self.register.responses.retain(|_, found| !found.record.draft);
        self.register.articles.retain(|_, found| !found.record.draft);
        self.register.organisations.retain(|_, found| !found.record.draft);
        self.register.pages.retain(|_, found| !found.record.draft);
        drafts
    }
}

/// Two files of one name.
fn one_name(what: String, place: Place, first: Place) -> Diagnostic {
    Diagnostic::new(Code::IdDuplicate, place, what)
        .related(first, "the first is here")
        .help("rename one of the files: folders do not count as part of the name")
}

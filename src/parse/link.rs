//! Records and their mentions → one register, in which every name leads somewhere.
//!
//! Records are collected by kind, translations and files beside them are attached, names are looked up, drafts are left out,
//! and at last [`super::truth`] looks for facts that contradict each other.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;

use super::files::{self, Parsed, What, folder_of};
use super::mention::{Mention, Mentions};
use super::reader::Located;
use super::record::unknown_reference;
use super::translation::{self, Entry};
use super::written::FrontMatter;
use super::{Options, law, truth};
use crate::diag::{Code, Diagnostic, Outcome, Place, SourceFile, did_you_mean};
use crate::load::{Tree, built_in_calendars, built_in_regimes};
use crate::model::{ClockRef, Id, Kind, Record, Register, Settings, Translation};

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
    pub(super) places: BTreeMap<(Kind, Id), Place>,
    pub(super) drafts: Vec<(Kind, Record)>,
}

/// The file of a record, while its facts are compared with others'.
pub(super) struct Origin {
    pub(super) file: Arc<SourceFile>,
    pub(super) mentions: Arc<Mentions>,
}

impl Origin {
    pub(super) fn place(&self, span: &Range<usize>) -> Place {
        Place { file: Arc::clone(&self.file), span: span.clone() }
    }

    /// Where the record's own date stands.
    pub(super) fn dated(&self) -> Place {
        self.place(&self.mentions.dated)
    }
}

/// The files of the records, by kind and id.
pub(super) type Origins = BTreeMap<(Kind, Id), Origin>;

/// Joins what was parsed, file by file, into one register.
pub(super) fn link(parsed: Vec<Parsed>, menu: &Origin, tree: &Tree, settings: &Settings, options: Options) -> Outcome<Linked> {
    let mut linker = Linker::default();
    let translations = linker.collect(parsed);
    // What could not be read has been reported; mentions of it are not reported again.
    linker.broken.extend(tree.unread.iter().filter_map(|path| files::record_of(path)).map(|(kind, id)| (kind, Id::from(&*id))));
    linker.take_built_in();
    linker.translate(translations);
    law::declare(&mut linker.register, &linker.origins, settings, &mut linker.diagnostics);
    linker.attach_files(tree);
    linker.check_mentions(options.drafts);
    let menu = linker.check_menu(menu, !options.drafts);
    let mut links = linker.links(options.drafts);
    links.extend(menu);
    let drafts = if options.drafts { Vec::new() } else { linker.drop_drafts() };
    truth::check(&linker.register, &linker.origins, options, &mut linker.diagnostics);
    // They are kept until the pages are planned; the texts need not be.
    let place = |origin: &Origin| origin.place(&origin.mentions.head).excerpt();
    let places = linker.origins.par_iter().map(|(key, origin)| (key.clone(), place(origin))).collect();
    Outcome { value: Linked { register: linker.register, links, places, drafts }, diagnostics: linker.diagnostics }
}

/// A duty or calendar that is named somewhere.
pub(super) enum Named {
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
        for Parsed { file, what, mentions, mut diagnostics } in parsed {
            self.diagnostics.append(&mut diagnostics);
            let origin = Origin { file, mentions };
            match what {
                What::Broken(key) => {
                    self.broken.extend(key);
                    // What it says of other records is checked all the same, and what it cites, as far as its sources can be read.
                    let mut origin = origin;
                    let front_matter = FrontMatter::of(&origin);
                    let sources = front_matter.sources().map(|ids| ids.into_iter().map(Id::from).collect::<Vec<_>>());
                    Arc::make_mut(&mut origin.mentions).list.retain(|mention| match mention {
                        Mention::Source(name) => sources.as_ref().is_some_and(|sources| !sources.contains(&name.value)),
                        Mention::File(_) => false,
                        _ => true,
                    });
                    self.others.push(origin);
                }
                What::Translation { kind, id, language, words, said } => {
                    let place = origin.place(&origin.mentions.head);
                    if let Some(first) = translated.get(&(kind, id.clone(), language.clone())) {
                        let what = format!("two translations of `{id}` are in `{language}`");
                        self.diagnostics.push(one_name(what, place, first.clone()));
                        continue;
                    }
                    translated.insert((kind, id.clone(), language.clone()), place);
                    let key = (kind, id);
                    translations.push(FoundTranslation { key, language, words: *words, said, origin });
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
            self.diagnostics.push(one_name(what, origin.place(&origin.mentions.head), first.place(&first.mentions.head)));
            return false;
        }
        self.origins.insert(key, origin);
        true
    }

    /// Notes the file of a duty or calendar, unless another file has the same name already.
    fn is_first(&mut self, lists: &mut BTreeMap<(&'static str, Id), Place>, kind: &'static str, id: &Id, origin: &Origin) -> bool {
        let place = origin.place(&origin.mentions.head);
        if let Some(first) = lists.get(&(kind, id.clone())) {
            self.diagnostics.push(one_name(format!("two {kind} are named `{id}`"), place, first.clone()));
            return false;
        }
        lists.insert((kind, id.clone()), place);
        true
    }

    fn translate(&mut self, translations: Vec<FoundTranslation>) {
        for FoundTranslation { key: (kind, id), language, words, said, origin } in translations {
            let Some(original) = self.origins.get_mut(&(kind, id.clone())) else {
                if !self.broken.contains(&(kind, id.clone())) {
                    let message = format!("this translates `{id}.md`, which does not exist in this folder");
                    self.report(
                        Code::TranslationOrphan,
                        origin.place(&origin.mentions.head),
                        message,
                        "write the record first, or rename the file",
                    );
                }
                continue;
            };
            if !said.is_empty() {
                let (words, mut diagnostics) = translation::pair(said, &files::front_matter_of(&original.file), &origin, original);
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

    /// Adds the built-in duties and calendars that are named and are not the site's own, and what these name in turn.
    fn take_built_in(&mut self) {
        let origins = self.origins.values().chain(&self.others);
        let mut named: Vec<Named> = origins.flat_map(|origin| origin.mentions.list.iter().filter_map(Named::of)).collect();
        while let Some(name) = named.pop() {
            let (is_known, text) = match &name {
                Named::Regime(id) => (self.register.regimes.contains_key(id), text_of(built_in_regimes(), id)),
                Named::Calendar(id) => (self.register.calendars.contains_key(id), text_of(built_in_calendars(), id)),
            };
            let (false, Some(text)) = (is_known, text) else { continue };
            let parsed = files::parse_built_in(&name, text);
            named.extend(parsed.mentions.list.iter().filter_map(Named::of));
            self.collect(vec![parsed]);
        }
    }

    /// Gives each record the files that lie beside it: all of them if it is alone in its folder, otherwise those that it names.
    fn attach_files(&mut self, tree: &Tree) {
        let mut folders: BTreeMap<&str, Vec<_>> = BTreeMap::new();
        for found in &self.origins {
            let (_, origin) = found;
            folders.entry(folder_of(&origin.file.path)).or_default().push(found);
        }
        let mut translations: BTreeMap<(Kind, Id), Vec<&Origin>> = BTreeMap::new();
        for origin in self.others.iter().filter(|origin| files::is_translation(&origin.file.path)) {
            if let Some((kind, id)) = files::record_of(&origin.file.path) {
                translations.entry((kind, Id::from(&*id))).or_default().push(origin);
            }
        }
        let mut beside: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (path, input) in tree.below("content/") {
            if !matches!(input, crate::load::Input::Text(_)) {
                beside.entry(folder_of(path)).or_default().push(path);
            }
        }
        let mut attached = Vec::new();
        let mut missing = Vec::new();
        let mut unused: BTreeSet<&str> = beside.values().flatten().copied().collect();
        for (folder, keys) in &folders {
            let files = beside.get(folder).map_or(&[][..], Vec::as_slice);
            for (key, origin) in keys {
                let speaking = std::iter::once(*origin).chain(translations.get(key).into_iter().flatten().copied());
                let named: Vec<(&Origin, &Located<String>)> = speaking
                    .flat_map(|origin| {
                        origin.mentions.list.iter().filter_map(move |mention| match mention {
                            Mention::File(found) => Some((origin, found)),
                            _ => None,
                        })
                    })
                    .collect();
                let is_named = |file: &str| named.iter().any(|(_, found)| found.value == file);
                let mut own = Vec::new();
                for path in files {
                    let name = path.rsplit('/').next().unwrap_or(path);
                    // A file `.MD` was meant as a record of its own.
                    if keys.len() == 1 && !name.to_ascii_lowercase().ends_with(".md") || is_named(name) {
                        unused.remove(path);
                        own.push(((*path).to_owned(), name.to_owned()));
                    }
                }
                for (origin, found) in named {
                    let is_refused = tree.unread.contains(&format!("{folder}/{}", found.value));
                    if !is_refused && !files.iter().any(|path| path.rsplit('/').next() == Some(found.value.as_str())) {
                        let help = match did_you_mean(&found.value, files.iter().filter_map(|path| path.rsplit('/').next())) {
                            Some(meant) => format!("did you mean `{meant}`?"),
                            None => "put the file into the same folder as this record".to_owned(),
                        };
                        let message = format!("there is no file `{}` beside this record", found.value);
                        missing.push(Diagnostic::new(Code::FileMissing, origin.place(&found.span), message).help(help));
                    }
                }
                if !own.is_empty() {
                    attached.push(((*key).clone(), own));
                }
            }
        }
        self.diagnostics.append(&mut missing);
        for path in unused {
            let message = format!("no record mentions {path}, and it is not copied");
            let help = files::rename_help(path);
            let help = help.unwrap_or_else(|| "name it in a record of the same folder, or put it into static/".to_owned());
            self.report(Code::FileMisplaced, Place::unread(path), message, help);
        }
        for ((kind, id), files) in attached {
            if let Some(record) = self.register.record_mut(kind, &id) {
                record.assets = files;
            }
        }
    }

    fn check_mentions(&mut self, drafts: bool) {
        let check = |origin: &Origin, own: Option<&Record>| {
            let mut found = Vec::new();
            self.check_origin(origin, own, !drafts && own.is_some_and(|record| !record.draft), &mut found);
            found
        };
        let of_records = self.origins.par_iter().flat_map_iter(|((kind, id), origin)| {
            let own = self.register.record(*kind, id.as_str());
            check(origin, own)
        });
        let of_others = self.others.par_iter().flat_map_iter(|origin| {
            let id = files::record_of(&origin.file.path);
            check(origin, id.and_then(|(kind, id)| self.register.record(kind, &id)))
        });
        let mut found: Vec<Diagnostic> = of_records.chain(of_others).collect();
        self.diagnostics.append(&mut found);
    }

    fn check_origin(&self, origin: &Origin, own: Option<&Record>, hides_drafts: bool, found: &mut Vec<Diagnostic>) {
        for mention in &origin.mentions.list {
            let (code, span, message, help) = match mention {
                Mention::Record(kind, name) => {
                    let Some((message, help)) = self.record_trouble(*kind, &name.value, hides_drafts) else { continue };
                    (Code::ReferenceUnknown, &name.span, message, help)
                }
                Mention::Clock(name) => {
                    let Some((code, message, help)) = self.clock_trouble(&name.value, hides_drafts) else { continue };
                    (code, &name.span, message, help)
                }
                Mention::Source(name) => {
                    let sources = own.map_or(&[][..], |record| &record.sources);
                    let ids = || sources.iter().filter_map(|source| source.id.as_ref()).map(Id::as_str);
                    if ids().any(|id| id == name.value.as_str()) {
                        continue;
                    }
                    let help = match did_you_mean(name.value.as_str(), ids()) {
                        Some(meant) => format!("did you mean `{meant}`?"),
                        None => format!("add a source with `id: {}` to `sources` of this record", name.value),
                    };
                    (Code::CitationUnknown, &name.span, format!("this record lists no source `{}`", name.value), help)
                }
                Mention::Regime(name) => {
                    let known = || self.register.regimes.keys().map(Id::as_str).chain(built_in_regimes().iter().map(|(id, _)| *id));
                    let Some((message, help)) = unknown(&name.value, known, "regime", "content/regimes") else { continue };
                    (Code::ReferenceUnknown, &name.span, message, help)
                }
                Mention::Calendar(name) => {
                    let known = || self.register.calendars.keys().map(Id::as_str).chain(built_in_calendars().iter().map(|(id, _)| *id));
                    let Some((message, help)) = unknown(&name.value, known, "calendar", "content/calendars") else { continue };
                    (Code::ReferenceUnknown, &name.span, message, help)
                }
                Mention::File(_) | Mention::Path(_) => continue,
            };
            found.push(Diagnostic::new(code, origin.place(span), message).help(help));
        }
    }

    /// Why a record cannot be named, with help.
    fn record_trouble(&self, kind: Kind, id: &Id, hides_drafts: bool) -> Option<(String, String)> {
        match self.register.record(kind, id.as_str()) {
            Some(record) if record.draft && hides_drafts => Some((
                format!("`{id}` is a draft and will not be published"),
                "publish it first, or make this record a draft as well".to_owned(),
            )),
            Some(_) => None,
            None if self.broken.contains(&(kind, id.clone())) => None,
            None => {
                let known = self.origins.keys().filter(|(other, _)| *other == kind).map(|(_, id)| id.as_str());
                Some((format!("there is no {} `{id}`", kind.name()), unknown_reference(kind, id.as_str(), known)))
            }
        }
    }

    fn clock_trouble(&self, named: &ClockRef, hides_drafts: bool) -> Option<(Code, String, String)> {
        if let Some((message, help)) = self.record_trouble(Kind::Incident, &named.incident, hides_drafts) {
            return Some((Code::ReferenceUnknown, message, help));
        }
        let incident = self.register.incidents.get(&named.incident)?;
        let clock = named.clock.as_ref()?;
        let known: Vec<&str> = incident.awaiting.iter().map(|terms| terms.id.as_str()).collect();
        if known.contains(&clock.as_str()) {
            return None;
        }
        let help = match did_you_mean(clock.as_str(), known.iter().copied()) {
            Some(meant) => format!("did you mean `{}/{meant}`?", named.incident),
            None => format!("its clocks are: {}", known.join(", ")),
        };
        Some((Code::ClockUnknown, format!("`{}` has no clock `{clock}`", named.incident), help))
    }

    /// Entries of the menu that name no record, so that the plan can tell whether they lead anywhere.
    fn check_menu(&mut self, menu: &Origin, hides_drafts: bool) -> Vec<Link> {
        let pages = self.pages(true);
        let mut links = Vec::new();
        let mut wrong = Vec::new();
        for mention in &menu.mentions.list {
            let Mention::Path(found) = mention else { continue };
            let named = found.value.split_once('/').and_then(|(folder, id)| {
                let kind = Kind::ALL.into_iter().find(|kind| kind.folder() == folder)?;
                Some((kind, Id::from(id)))
            });
            let is_record = named.as_ref().is_some_and(|(kind, id)| self.register.record(*kind, id.as_str()).is_some());
            match named.filter(|_| is_record || !pages.has(&found.value)) {
                Some((kind, id)) if !id.as_str().contains('/') => {
                    if let Some((message, help)) = self.record_trouble(kind, &id, hides_drafts) {
                        let help = if is_record { "publish it first, or take it out of the menu".to_owned() } else { help };
                        wrong.push(Diagnostic::new(Code::ReferenceUnknown, menu.place(&found.span), message).help(help));
                    }
                }
                _ if pages.has(&found.value) => {}
                _ => links.push(Link { path: found.value.clone(), place: menu.place(&found.span), meant: None }),
            }
        }
        self.diagnostics.append(&mut wrong);
        links
    }

    /// The pages of records, those of drafts only where they are shown.
    fn pages(&self, drafts: bool) -> Pages<'_> {
        let shown = self.register.records().filter(|(_, record)| drafts || !record.draft);
        let renamed = shown.filter(|(_, record)| record.slug != record.id.as_str());
        Pages { register: &self.register, drafts, renamed: renamed.map(|(kind, record)| (kind, record.slug.as_str())).collect() }
    }

    /// Links to paths that are no record's, so that the plan can tell whether they exist. What drafts say that are not shown is
    /// left out.
    fn links(&self, drafts: bool) -> Vec<Link> {
        let pages = self.pages(drafts);
        let is_shown = |origin: &&Origin| {
            let own = || files::record_of(&origin.file.path).and_then(|(kind, id)| self.register.record(kind, &id));
            drafts || !own().is_some_and(|record| record.draft)
        };
        let of_records = self.origins.par_iter().map(|(_, origin)| origin);
        let origins = of_records.chain(self.others.par_iter()).filter(is_shown);
        let mentions = origins.flat_map_iter(|origin| origin.mentions.list.iter().map(move |mention| (origin, mention)));
        mentions
            .filter_map(|(origin, mention)| match mention {
                Mention::Path(found) if !pages.has(&found.value) => {
                    let last = found.value.rsplit('/').next().unwrap_or_default();
                    let kind = Kind::ALL.into_iter().find(|kind| match self.register.record(*kind, last) {
                        Some(record) => drafts || !record.draft,
                        None => self.broken.contains(&(*kind, Id::from(last))),
                    });
                    let meant = kind.map(|kind| format!("../{}/{last}.md", kind.folder()));
                    Some(Link { path: found.value.clone(), place: origin.place(&found.span), meant })
                }
                _ => None,
            })
            .collect()
    }

    /// Leaves drafts out of the register, and gives what they have in common.
    fn drop_drafts(&mut self) -> Vec<(Kind, Record)> {
        let drafts = self.register.records().filter(|(_, record)| record.draft).map(|(kind, record)| (kind, record.clone())).collect();
        self.register.incidents.retain(|_, found| !found.record.draft);
        self.register.responses.retain(|_, found| !found.record.draft);
        self.register.articles.retain(|_, found| !found.record.draft);
        self.register.organisations.retain(|_, found| !found.record.draft);
        self.register.pages.retain(|_, found| !found.record.draft);
        drafts
    }
}

/// Where the pages of records are.
struct Pages<'r> {
    register: &'r Register,
    drafts: bool,
    /// The last parts of addresses that are not the record's id.
    renamed: BTreeSet<(Kind, &'r str)>,
}

impl Pages<'_> {
    /// Whether a path without slashes at its ends is a record's.
    fn has(&self, path: &str) -> bool {
        let Some((folder, slug)) = path.split_once('/') else { return false };
        let Some(kind) = Kind::ALL.into_iter().find(|kind| kind.folder() == folder) else { return false };
        let named = self.register.record(kind, slug).filter(|record| self.drafts || !record.draft);
        named.is_some_and(|record| record.slug == slug) || self.renamed.contains(&(kind, slug))
    }
}

/// Two files of one name.
fn one_name(what: String, place: Place, first: Place) -> Diagnostic {
    Diagnostic::new(Code::IdDuplicate, place, what)
        .related(first, "the first is here")
        .help("rename one of the files: folders do not count as part of the name")
}

/// Why a name of a regime or calendar is not known, with help.
fn unknown<'a, I: Iterator<Item = &'a str>>(name: &Id, known: impl Fn() -> I, what: &str, folder: &str) -> Option<(String, String)> {
    if known().any(|other| other == name.as_str()) {
        return None;
    }
    let help = match did_you_mean(name.as_str(), known()) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => format!("write the name of a file in {folder}/, without its ending"),
    };
    Some((format!("there is no {what} `{name}`"), help))
}

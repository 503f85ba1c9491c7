use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};

use super::address::{content_hash, file_of, key_of};
use super::addresses::{Addressed, Addresses};
use super::media::{is_shown, runs};
use super::path::path_trouble;
use super::search::{self, SearchIndex, search_index};
use super::{BadgeForm, FeedOf, Group, Order, SiteModel, doubts, sharing};
use crate::diag::{Code, Diagnostic, Outcome, Place, in_one_line};
use crate::i18n::absent;
use crate::load::{Input, Picture, Tree, built_in_theme};
use crate::model::{Id, Kind};
use crate::parse::{Link, SitePlaces, file_name_trouble};

/// Rows on one page of a list.
pub(super) const ROWS: usize = 100;

/// One page or file of the site.
#[derive(Debug, Clone)]
pub struct Page {
    /// From the root, without a slash at the beginning; a page ends with one.
    pub path: String,
    /// The language of the words that its record gives it.
    pub language: String,
    /// What it shows.
    pub kind: PageKind,
}

/// What a page shows.
#[derive(Debug, Clone)]
pub enum PageKind {
    /// One page of the docket, from 0; the first is the home page.
    Docket(usize),
    /// One page of the docket in another order, from 0.
    Sorted(Order, usize),
    /// One page of the list of a kind, from 0.
    List(Kind, usize),
    /// One page of a group, from 0.
    Group(Group, String, usize),
    /// What falls due, and what is to be checked again.
    Agenda,
    /// The agenda as a calendar.
    Calendar,
    /// A record.
    Record(Kind, Id),
    /// Every reporting duty.
    Regimes,
    /// A reporting duty.
    Regime(Id),
    /// How long documents take.
    Statistics,
    /// The way into the index of all words.
    Search,
    /// What a host shows for an address that does not exist.
    NotFound,
    /// The way from an old address to a page.
    Redirect(String),
    /// Every correction of every record, one page of them, from 0.
    Corrections(usize),
    /// Data for machines.
    Data(DataFile),
    /// What there is to announce.
    Feed(FeedOf, FeedFormat),
    /// A page as data.
    Twin(Box<Page>),
    /// The badge of a clock.
    Badge(Id, Id, BadgeForm),
    /// A clock for a frame on another site.
    Embed(Id, Id),
    /// What another site learns of an incident's page that it wants to embed.
    OEmbed(Id),
    /// A picture of an incident for other sites; without one, of the site.
    Card(Option<Id>),
    /// The map of the site.
    Map(MapPart),
    /// What hosts and robots read.
    Host(HostFile),
    /// A file that is copied.
    File(Input),
}

/// The map of the site, or a part of one that is too large for a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MapPart {
    /// All of it.
    Whole,
    /// The list of so many parts.
    Index(usize),
    /// A part, from 0.
    Part(usize),
}

impl MapPart {
    /// Its address.
    pub fn path(self) -> String {
        match self {
            MapPart::Whole | MapPart::Index(_) => "sitemap.xml".to_owned(),
            MapPart::Part(number) => format!("sitemap-{}.xml", number + 1),
        }
    }
}

/// The most addresses in one file of the map of a site.
pub const MAP_ENTRIES: usize = 50_000;

/// Whether a page is on the map of the site.
pub fn is_mapped(world: &SiteModel, page: &Page) -> bool {
    let is_draft = match &page.kind {
        PageKind::Record(kind, id) => world.register.record(*kind, id.as_str()).is_some_and(|record| record.draft),
        _ => false,
    };
    page.kind.is_read() && !is_draft
}

/// A file that hosts or robots read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum HostFile {
    Headers,
    Redirects,
    NoJekyll,
    Robots,
}

impl HostFile {
    /// Every file with its path. An editor's own file of the same name in `static/` takes its place.
    pub const ALL: [(HostFile, &'static str); 4] = [
        (HostFile::Headers, "_headers"),
        (HostFile::Redirects, "_redirects"),
        (HostFile::NoJekyll, ".nojekyll"),
        (HostFile::Robots, "robots.txt"),
    ];
}

impl PageKind {
    /// Whether it is a page that people look for and read, and that stays at its address: neither a redirect nor what stands for a
    /// page that does not exist.
    pub fn is_read(&self) -> bool {
        matches!(
            self,
            PageKind::Docket(_)
                | PageKind::Sorted(..)
                | PageKind::Search
                | PageKind::List(..)
                | PageKind::Group(..)
                | PageKind::Agenda
                | PageKind::Record(..)
                | PageKind::Regimes
                | PageKind::Regime(_)
                | PageKind::Statistics
                | PageKind::Corrections(_)
        )
    }
}

/// The address of a page as data, from the path of the page.
pub(super) fn twin_of(path: &str) -> String {
    format!("{path}index.json")
}

/// What a feed is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum FeedFormat {
    Atom,
    Json,
}

/// A file of data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum DataFile {
    Clocks,
    Incidents,
    Responses,
    Statistics,
    ClocksTable,
    IncidentsTable,
    ResponsesTable,
    Package,
}

impl DataFile {
    /// Every data file with its path.
    pub const ALL: [(DataFile, &'static str); 8] = [
        (DataFile::Clocks, "data/clocks.json"),
        (DataFile::Incidents, "data/incidents.json"),
        (DataFile::Responses, "data/responses.json"),
        (DataFile::Statistics, "data/statistics.json"),
        (DataFile::ClocksTable, "data/clocks.csv"),
        (DataFile::IncidentsTable, "data/incidents.csv"),
        (DataFile::ResponsesTable, "data/responses.csv"),
        (DataFile::Package, "data/datapackage.json"),
    ];
}

/// Every page of a site, no two at one address.
#[derive(Debug, Default)]
pub struct Plan {
    /// In order of path.
    pub pages: Vec<Page>,
    /// The key of each page's address.
    keys: Vec<String>,
    /// The addresses of styles and scripts, by their name in the theme; a new content has a new address.
    pub assets: BTreeMap<String, String>,
    /// The index of all words, if the site has one.
    pub(super) search: Option<Search>,
    sizes: BTreeMap<String, (u32, u32)>,
    /// Files of `static/` that a browser or a server may run.
    pub(super) programs: BTreeSet<String>,
}

/// What the search page must know of its index.
#[derive(Debug)]
pub(super) struct Search {
    /// The path of the list of its pieces.
    pub(super) list: String,
    /// How many pages there are in each language.
    pub(super) languages: BTreeMap<String, usize>,
}

impl Plan {
    /// Width and height of the picture at a path, in pixels, if they are known.
    pub fn size_of(&self, path: &str) -> Option<(u32, u32)> {
        self.sizes.get(path).copied()
    }

    /// Whether there is a page or file at a path without slashes at its ends.
    pub fn has(&self, path: &str) -> bool {
        let folder = if path.is_empty() { String::new() } else { format!("{path}/") };
        let is_at = |page: &Page| page.path == path || page.path == folder;
        self.page_in(&file_of(&folder)).is_some_and(is_at) || self.page_in(path).is_some_and(is_at)
    }

    /// Whether an output file is a part of the index of all words or names it, and this plan was made without that index.
    pub fn needs_index(&self, file: &str) -> bool {
        let is_without = self.search.as_ref().is_some_and(|search| search.list.is_empty());
        is_without
            && match self.page_in(file).map(|page| &page.kind) {
                Some(PageKind::Twin(page)) => matches!(page.kind, PageKind::Search),
                Some(kind) => matches!(kind, PageKind::Search),
                None => file.starts_with(search::FOLDER),
            }
    }

    /// The page that an output file holds.
    pub fn page_in(&self, file: &str) -> Option<&Page> {
        let at = self.keys.binary_search(&key_of(file)).ok()?;
        self.pages.get(at).filter(|page| file_of(&page.path) == file)
    }
}

/// Plans every page. `places` tells where each record is written, for what is reported.
pub fn plan(world: &SiteModel, tree: &Tree, links: &[Link], places: &SitePlaces) -> Outcome<Plan> {
    planned(world, tree, links, places, true)
}

/// Plans every page, the search page too, and makes no index of the words: for whoever looks at a site that is not written out.
pub fn plan_without_index(world: &SiteModel, tree: &Tree, links: &[Link], places: &SitePlaces) -> Outcome<Plan> {
    planned(world, tree, links, places, false)
}

fn planned(world: &SiteModel, tree: &Tree, links: &[Link], places: &SitePlaces, with_index: bool) -> Outcome<Plan> {
    let mut planner = Planner {
        world,
        places,
        with_index,
        found: Addresses::default(),
        diagnostics: Vec::new(),
        assets: BTreeMap::new(),
        search: None,
        sizes: BTreeMap::new(),
        programs: BTreeSet::new(),
    };
    planner.lists();
    planner.records();
    planner.feeds();
    planner.sharing();
    planner.files(tree);
    planner.redirects();
    planner.search();
    planner.settle();
    planner.twins();
    planner.map();
    planner.hosting(tree);
    planner.settle();
    planner.diagnostics.extend(doubts::warn(&world.docket, &places.records));
    planner.diagnostics.extend(world.lexicon.iter().flat_map(|lexicon| absent(lexicon, &world.settings, places.settings.as_ref())));
    planner.finish(links)
}

struct Planner<'a> {
    world: &'a SiteModel,
    places: &'a SitePlaces,
    with_index: bool,
    found: Addresses,
    diagnostics: Vec<Diagnostic>,
    assets: BTreeMap<String, String>,
    search: Option<Search>,
    sizes: BTreeMap<String, (u32, u32)>,
    programs: BTreeSet<String>,
}

impl Planner<'_> {
    fn add(&mut self, path: String, language: &str, kind: PageKind, place: Option<Place>) {
        self.found.add(Page { path, language: language.to_owned(), kind }, place);
    }

    /// Puts in order what was added, and reports pages whose address is taken.
    fn settle(&mut self) {
        let Self { found, diagnostics, .. } = self;
        found.settle(|Addressed { page: other, place: other_place, .. }, Addressed { page, place, .. }| {
            let message = format!("the address /{} is taken", page.path);
            let here = place.clone().or_else(|| other_place.clone()).unwrap_or_else(|| Place::unread(&page.path));
            let help = match (&page.kind, &other.kind) {
                (PageKind::Redirect(_), _) | (_, PageKind::Redirect(_)) => "delete the old address from `aliases`: a page stands there",
                (PageKind::File(_), _) | (_, PageKind::File(_)) => "rename the file, or write another `slug:`",
                _ => "write another `slug:`; upper and lower case are the same address on many systems",
            };
            let mut diagnostic = Diagnostic::new(Code::UrlCollision, here, message).help(help);
            match other_place {
                Some(other) if place.is_some() => diagnostic = diagnostic.related(other.clone(), "what stands there"),
                _ => diagnostic = diagnostic.label(format!("/{} is a page of the program's own, or a file", other.path)),
            }
            diagnostics.push(diagnostic);
        });
    }

    fn lists(&mut self) {
        let world = self.world;
        for language in &world.settings.languages {
            self.lists_in(language);
        }
        let language = &world.settings.language;
        if world.settings.outputs.feeds {
            self.add("agenda.ics".to_owned(), language, PageKind::Calendar, None);
        }
        self.add("404.html".to_owned(), language, PageKind::NotFound, None);
        for (data, path) in DataFile::ALL {
            self.add(path.to_owned(), language, PageKind::Data(data), None);
        }
    }

    /// The pages that the site has in each of its languages.
    fn lists_in(&mut self, language: &str) {
        let world = self.world;
        let clocks = world.ranked().len();
        self.paginate(language, clocks, "", PageKind::Docket);
        for order in Order::ALL.into_iter().filter(|_| clocks > 0) {
            self.paginate(language, clocks, order.path(), |page| PageKind::Sorted(order, page));
        }
        for kind in [Kind::Incident, Kind::Article] {
            let count = if kind == Kind::Incident { world.register.incidents.len() } else { world.register.articles.len() };
            self.paginate(language, count, &format!("{}/", kind.folder()), |page| PageKind::List(kind, page));
        }
        for (group, key, members) in world.index.groups() {
            let of_group = |page| PageKind::Group(group, key.to_owned(), page);
            self.paginate(language, members.records.len(), &SiteModel::group_path(group, key), of_group);
        }
        let at = |path: &str| world.path_of_list(path, language);
        if !world.register.regimes.is_empty() {
            self.add(at("regimes/"), language, PageKind::Regimes, None);
        }
        for id in world.register.regimes.keys() {
            self.add(at(&SiteModel::regime_path(id)), language, PageKind::Regime(id.clone()), None);
        }
        self.add(at("statistics/"), language, PageKind::Statistics, None);
        self.add(at("agenda/"), language, PageKind::Agenda, None);
        let corrections = world.register.records().map(|(_, record)| record.corrections.len()).sum();
        self.paginate(language, corrections, "corrections/", PageKind::Corrections);
    }

    /// The pages of a list, of which the first is at `base` in the site's own language.
    fn paginate(&mut self, language: &str, rows: usize, base: &str, kind: impl Fn(usize) -> PageKind) {
        for number in 0..rows.div_ceil(ROWS).max(1) {
            let path = if number == 0 { base.to_owned() } else { format!("{base}page/{}/", number + 1) };
            self.add(self.world.path_of_list(&path, language), language, kind(number), None);
        }
    }

    fn records(&mut self) {
        let world = self.world;
        for (kind, record) in world.register.records() {
            let places = self.places.records.get(&(kind, record.id.clone()));
            let place = places.map(|places| match record.slug == record.id.as_str() {
                true => places.head(),
                false => places.value(["slug"]).unwrap_or_else(|| places.head()),
            });
            let path = world.path(kind, record);
            self.add(path.clone(), &record.language, PageKind::Record(kind, record.id.clone()), place.clone());
            for language in record.translations.keys().filter(|language| world.settings.languages.contains(language)) {
                self.add(format!("{language}/{path}"), language, PageKind::Record(kind, record.id.clone()), place.clone());
            }
        }
    }

    fn feeds(&mut self) {
        let world = self.world;
        if !world.settings.outputs.feeds {
            return;
        }
        let language = &world.settings.language;
        let mut feeds = vec![
            ("feed.xml".to_owned(), FeedOf::Site, FeedFormat::Atom),
            ("feed.json".to_owned(), FeedOf::Site, FeedFormat::Json),
            ("corrections.xml".to_owned(), FeedOf::Corrections, FeedFormat::Atom),
        ];
        let register = &world.register;
        let of_record = |kind, record, feed| (format!("{}feed.xml", world.path(kind, record)), feed, FeedFormat::Atom);
        let incidents = register.incidents.iter();
        feeds.extend(incidents.map(|(id, found)| of_record(Kind::Incident, &found.record, FeedOf::Incident(id.clone()))));
        let organisations = register.organisations.iter();
        feeds.extend(organisations.map(|(id, found)| of_record(Kind::Organisation, &found.record, FeedOf::Organisation(id.clone()))));
        for (path, of, format) in feeds {
            self.add(path, language, PageKind::Feed(of, format), None);
        }
    }

    /// Beside each page that is there to be read, the same as data. The pages have been settled.
    fn twins(&mut self) {
        if !self.world.settings.outputs.twins {
            return;
        }
        let pages: Vec<Page> = self.found.pages().iter().map(|found| &found.page).filter(|page| page.kind.is_read()).cloned().collect();
        for page in pages {
            self.add(twin_of(&page.path), &page.language.clone(), PageKind::Twin(Box::new(page)), None);
        }
    }

    fn sharing(&mut self) {
        for page in sharing::pages(self.world) {
            self.found.add(page, None);
        }
    }

    fn map(&mut self) {
        let language = &self.world.settings.language;
        let mapped = self.found.pages().iter().filter(|found| is_mapped(self.world, &found.page)).count();
        let parts = match mapped.div_ceil(MAP_ENTRIES) {
            0 | 1 => vec![MapPart::Whole],
            count => std::iter::once(MapPart::Index(count)).chain((0..count).map(MapPart::Part)).collect(),
        };
        for part in parts {
            self.add(part.path(), language, PageKind::Map(part), None);
        }
    }

    fn hosting(&mut self, tree: &Tree) {
        let language = &self.world.settings.language;
        for (file, path) in HostFile::ALL {
            if !tree.files.contains_key(&format!("static/{path}")) {
                self.add(path.to_owned(), language, PageKind::Host(file), None);
            }
        }
    }

    fn files(&mut self, tree: &Tree) {
        let language = &self.world.settings.language.clone();
        for (path, input) in tree.below("static/") {
            let to = &path["static/".len()..];
            self.check_name(path);
            self.warn_of_program(path, to);
            self.copy(to.to_owned(), path, input);
        }
        for (kind, record) in self.world.register.records() {
            if record.assets.is_empty() {
                continue;
            }
            let base = self.world.path(kind, record);
            for (path, name) in &record.assets {
                if let Some(input) = tree.files.get(path) {
                    self.check_name(path);
                    self.check_kind(path);
                    self.copy(format!("{base}{name}"), path, input);
                }
            }
        }
        for (path, _) in tree.below(&format!("themes/{}/static/", self.world.settings.theme)) {
            self.check_name(path);
        }
        for (name, input) in theme_files(tree, &self.world.settings.theme) {
            let path = format!("assets/{}", fingerprinted(&name, &input));
            let own = format!("themes/{}/static/{name}", self.world.settings.theme);
            let place = tree.files.contains_key(&own).then(|| Place::unread(&own));
            self.assets.insert(name, path.clone());
            self.add(path, language, PageKind::File(input), place);
        }
    }

    /// Adds a file of the site's own at `to`.
    fn copy(&mut self, to: String, path: &str, input: &Input) {
        let language = self.world.settings.language.clone();
        if let Input::Picture(Picture { size: Some(size), .. }) = input {
            self.sizes.insert(to.clone(), *size);
        }
        self.add(to, &language, PageKind::File(input.clone()), Some(Place::unread(path)));
    }

    fn redirects(&mut self) {
        let world = self.world;
        for (kind, record) in world.register.records() {
            for alias in &record.aliases {
                let places = self.places.records.get(&(kind, record.id.clone()));
                let place = places.map(|places| places.entry("aliases", alias).unwrap_or_else(|| places.head()));
                let path = if alias.ends_with(".html") { alias.clone() } else { format!("{alias}/") };
                self.add(path, &record.language, PageKind::Redirect(world.path(kind, record)), place);
            }
        }
    }

    fn search(&mut self) {
        let world = self.world;
        if !world.settings.outputs.search {
            return;
        }
        let language = &world.settings.language;
        let index = if self.with_index { search_index(world) } else { SearchIndex::absent(world) };
        for language in &self.world.settings.languages {
            self.add(self.world.path_of_list("search/", language), language, PageKind::Search, None);
        }
        for (path, bytes) in index.files {
            self.add(path, language, PageKind::File(Input::Bytes(bytes.into())), None);
        }
        self.search = Some(Search { list: index.list, languages: index.languages });
    }

    /// Reports files that stand where other pages need a folder.
    fn refuse_files_for_folders(&mut self) {
        let mut told = BTreeSet::new();
        // A feed or a twin stands beside the page that is named.
        let accompanies = |page: &Page| matches!(page.kind, PageKind::Feed(..) | PageKind::Twin(_));
        let found = self.found.pages();
        let mut last = "";
        for (at, Addressed { key, page, place }) in found.iter().enumerate().filter(|(_, found)| !accompanies(&found.page)) {
            // Folders that the one before lies in as well have been looked at.
            let common = key.bytes().zip(last.bytes()).take_while(|(one, other)| one == other).count();
            last = key;
            for (end, _) in key.match_indices('/').filter(|(end, _)| *end >= common) {
                // Whatever stands between a file and what lies in a folder of its name begins with that name too.
                let before = found[..at].iter().rev().take_while(|other| other.key.starts_with(&key[..end]));
                let Some(file) = before.last().filter(|other| other.key.len() == end) else { continue };
                if !told.insert(&file.key) {
                    continue;
                }
                let here = file.place.clone().or_else(|| place.clone()).unwrap_or_else(|| Place::unread(&file.page.path));
                let message = format!("a file at /{} would stand where /{} needs a folder", file.page.path, page.path);
                let mut diagnostic = Diagnostic::new(Code::UrlCollision, here, message).help("give one of them another address");
                if let (Some(_), Some(other)) = (&file.place, place) {
                    diagnostic = diagnostic.related(other.clone(), "the page inside it");
                }
                self.diagnostics.push(diagnostic);
            }
        }
    }

    /// Reports paths that no file of a site can have, each part that is at fault once.
    fn refuse_paths(&mut self) {
        let mut told = BTreeSet::new();
        let mut found = Vec::new();
        for Addressed { page, place, .. } in self.found.pages().iter().filter(|found| !is_named_by_record(&found.page.kind)) {
            let file = file_of(&page.path);
            let Some((part, why)) = path_trouble(&file) else { continue };
            let is_told = place.as_ref().is_some_and(|place| name_trouble(&place.file.path).is_some());
            if is_told || !told.insert(part.to_owned()) {
                continue;
            }
            let (code, help) = match &page.kind {
                PageKind::File(_) => (Code::FileName, "give the file another name"),
                PageKind::Redirect(_) => (Code::AliasForm, "leave it out of `aliases`: there can have been no such page"),
                _ => (Code::SlugForm, "write another word"),
            };
            let shown: String = part.chars().take(80).collect();
            let message = format!("/{} cannot be a path of the site: {why}", in_one_line(&shown));
            let place = place.clone().or_else(|| self.place_of(&page.kind)).unwrap_or_else(|| Place::unread("overdue.yaml"));
            found.push(Diagnostic::new(code, place, message).help(help));
        }
        self.diagnostics.append(&mut found);
    }

    /// Where it is written that a page has its name, of pages that no record has to itself.
    fn place_of(&self, kind: &PageKind) -> Option<Place> {
        match kind {
            PageKind::Group(group, key, _) => {
                let members = self.world.index.group(*group, key)?;
                let places = self.places.records.get(members.records.first()?)?;
                let own = match group {
                    Group::Tag => places.entry("tags", &members.name),
                    Group::Sector => places.value(["sector"]),
                    Group::Country => places.value(["country"]),
                };
                Some(own.unwrap_or_else(|| places.head()))
            }
            PageKind::Twin(page) => self.place_of(&page.kind),
            _ => None,
        }
    }

    /// Reports a file to be copied whose name does not work everywhere.
    fn check_name(&mut self, path: &str) {
        if let Some((name, why)) = name_trouble(path) {
            let shown: String = name.chars().take(40).collect();
            let shown = in_one_line(&shown);
            let message = format!("the file name `{shown}` does not work on every system: {why}");
            let help = "rename it with letters, digits and hyphens";
            self.diagnostics.push(Diagnostic::new(Code::FileName, Place::unread(path), message).help(help));
        }
    }

    /// Reports a file beside a record that is of no kind that may lie there.
    fn check_kind(&mut self, path: &str) {
        if is_shown(path) {
            return;
        }
        let name = in_one_line(path.rsplit('/').next().unwrap_or(path));
        let message = match runs(path) {
            true => format!("`{name}` could run in readers' browsers or on the server, and is not published from beside a record"),
            false => format!("`{name}` is of no kind that is published from beside a record"),
        };
        let help =
            "beside records lie pictures, PDF and office documents, text, CSV, JSON, sound, film and ZIP archives; put others into static/";
        self.diagnostics.push(Diagnostic::new(Code::FileKind, Place::unread(path), message).help(help));
    }

    /// Reports a file of `static/` that could run, and notes it to be kept from running. What hosts read of ours is none.
    fn warn_of_program(&mut self, path: &str, to: &str) {
        if runs(to) && !HostFile::ALL.iter().any(|(_, own)| *own == to) {
            let name = in_one_line(to);
            let message = format!("`{name}` could run in readers' browsers or on the server, under the name of this site");
            let help =
                "here it is shown and runs nothing, where the host reads `_headers`; what has to run belongs at an address of its own";
            self.diagnostics.push(Diagnostic::new(Code::FileRuns, Place::unread(path), message).help(help));
            self.programs.insert(to.to_owned());
        }
    }

    fn finish(mut self, links: &[Link]) -> Outcome<Plan> {
        self.refuse_files_for_folders();
        self.refuse_paths();
        let (keys, pages) = self.found.into_pages().into_iter().map(|found| (found.key, found.page)).unzip();
        let plan = Plan { pages, keys, assets: self.assets, search: self.search, sizes: self.sizes, programs: self.programs };
        let paths = LazyCell::new(|| plan.pages.iter().map(|page| page.path.trim_end_matches('/')).collect::<BTreeSet<_>>());
        for link in links {
            if !plan.has(&link.path) {
                // An entry of the menu that leads nowhere is not shown at all.
                let is_menu = link.place.file.path == "overdue.yaml";
                let is_file = link.path.rsplit('/').next().is_some_and(|name| name.contains('.'));
                let message = format!("there is no {} /{}", if is_file { "file" } else { "page" }, link.path);
                let help = match crate::diag::did_you_mean(&link.path, paths.iter().copied()) {
                    _ if let Some(meant) = &link.meant => format!("link to the record's file: `{meant}`"),
                    Some(meant) if meant.rsplit('/').next().is_some_and(|name| name.contains('.')) => format!("did you mean `/{meant}`?"),
                    Some(meant) => format!("did you mean `/{meant}/`?"),
                    None if is_menu => "name a record, such as pages/method, or write the path of a page".to_owned(),
                    None if is_file => "put the file into static/, or beside the record".to_owned(),
                    None => "link to the record's file instead, such as `../incidents/NAME.md`".to_owned(),
                };
                let code = if is_menu { Code::ReferenceUnknown } else { Code::LinkDead };
                self.diagnostics.push(Diagnostic::new(code, link.place.clone(), message).help(help));
            }
        }
        drop(paths);
        Outcome { value: plan, diagnostics: self.diagnostics }
    }
}

/// Whether a page has its name from a slug or an id, which was judged when it was read.
fn is_named_by_record(kind: &PageKind) -> bool {
    match kind {
        PageKind::Record(..)
        | PageKind::Regime(_)
        | PageKind::Badge(..)
        | PageKind::Embed(..)
        | PageKind::OEmbed(_)
        | PageKind::Card(_)
        | PageKind::Feed(FeedOf::Incident(_) | FeedOf::Organisation(_), _) => true,
        PageKind::Twin(page) => is_named_by_record(&page.kind),
        _ => false,
    }
}

/// The name of a file, or of a folder above it, that does not work on every system, and why.
fn name_trouble(path: &str) -> Option<(&str, &'static str)> {
    path.split('/').find_map(|name| Some((name, file_name_trouble(name)?)))
}

/// The static files of a theme: those of the built-in one, each replaced by the site's own of the same name.
fn theme_files(tree: &Tree, theme: &str) -> BTreeMap<String, Input> {
    let own = format!("themes/{theme}/static/");
    let mut files: BTreeMap<String, Input> = built_in_theme()
        .iter()
        .filter_map(|(path, bytes)| Some((path.strip_prefix("static/")?.to_owned(), Input::Bytes((*bytes).into()))))
        .collect();
    files.extend(tree.below(&own).map(|(path, input)| (path[own.len()..].to_owned(), input.clone())));
    files
}

/// A style or script is named after its content, so that a browser may keep it for ever; other files keep their names.
fn fingerprinted(name: &str, input: &Input) -> String {
    let Some((stem, ending @ ("css" | "js"))) = name.rsplit_once('.') else { return name.to_owned() };
    let bytes: &[u8] = match input {
        Input::Text(file) => file.text.as_bytes(),
        Input::Bytes(bytes) => bytes,
        Input::Disk(_) | Input::Picture(_) => return name.to_owned(),
    };
    format!("{stem}-{}.{ending}", content_hash(bytes))
}

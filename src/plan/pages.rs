//! Site model and tree → every page and file of the site, no two at one address.

use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::addresses::{Addressed, Addresses};
use super::output::{
    DataFile, FeedFormat, FeedOf, HostFile, MAP_ENTRIES, MapPart, Output, OutputKind, PageKind,
    ROWS, is_mapped, twin_of,
};
use super::path::path_trouble;
use super::{doubts, sharing};
use crate::diag::{Code, Diagnostic, Findings, Outcome, Place, in_one_line};
use crate::i18n::absent;
use crate::load::{Input, Picture, Tree, built_in_theme, is_shown, runs};
use crate::model::Kind;
use crate::resolve::{Link, SitePlaces};
use crate::search::{self, SearchIndex, search_index};
use crate::site::{Group, Order, SiteModel, content_hash, file_of, key_of};
use crate::text::file_name_trouble;

/// Every page and file of a site, no two at one address.
#[derive(Debug, Default)]
pub struct Plan {
    /// In order of path.
    pub outputs: Vec<Output>,
    /// The key of each output's address.
    keys: Vec<String>,
    /// The addresses of styles and scripts, by their name in the theme; a new content has a new
    /// address.
    pub assets: BTreeMap<String, String>,
    /// The index of all words, if the site has one.
    pub(crate) search: Option<Search>,
    sizes: BTreeMap<String, (u32, u32)>,
    /// Files of `static/` that a browser or a server may run.
    pub(crate) programs: BTreeSet<String>,
}

/// What the search page must know of its index.
#[derive(Debug)]
pub(crate) struct Search {
    /// The path of the list of its pieces.
    pub(crate) list: String,
    /// How many pages there are in each language.
    pub(crate) languages: BTreeMap<String, usize>,
}

impl Plan {
    /// Width and height of the picture at a path, in pixels, if they are known.
    pub fn size_of(&self, path: &str) -> Option<(u32, u32)> {
        self.sizes.get(path).copied()
    }

    /// Whether there is a page or file at a path without slashes at its ends.
    pub fn has(&self, path: &str) -> bool {
        let folder = if path.is_empty() { String::new() } else { format!("{path}/") };
        let is_at = |output: &Output| output.path == path || output.path == folder;
        self.output_in(&file_of(&folder)).is_some_and(is_at)
            || self.output_in(path).is_some_and(is_at)
    }

    /// Whether an output file is a part of the index of all words or names it, and this plan was
    /// made without that index.
    pub fn needs_index(&self, file: &str) -> bool {
        let is_without = self.search.as_ref().is_some_and(|search| search.list.is_empty());
        is_without
            && match self.output_in(file) {
                Some(output) => {
                    let page = output.page_or_twin();
                    page.is_some_and(|page| matches!(page.kind, PageKind::Search))
                }
                None => file.starts_with(search::FOLDER),
            }
    }

    /// What an output file holds.
    pub fn output_in(&self, file: &str) -> Option<&Output> {
        let at = self.keys.binary_search(&key_of(file)).ok()?;
        self.outputs.get(at).filter(|output| file_of(&output.path) == file)
    }
}

/// Plans every output. `places` tells where each record is written, for what is reported.
pub fn plan(site: &SiteModel, tree: &Tree, links: &[Link], places: &SitePlaces) -> Outcome<Plan> {
    planned(site, tree, links, places, true)
}

/// Plans every output, the search page too, and makes no index of the words: for whoever looks at a
/// site that is not written out.
pub fn plan_without_index(
    site: &SiteModel,
    tree: &Tree,
    links: &[Link],
    places: &SitePlaces,
) -> Outcome<Plan> {
    planned(site, tree, links, places, false)
}

fn planned(
    site: &SiteModel,
    tree: &Tree,
    links: &[Link],
    places: &SitePlaces,
    with_index: bool,
) -> Outcome<Plan> {
    let mut planner = Planner {
        site,
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
    planner.diagnostics.extend(doubts::warn(&site.docket, &places.records));
    planner.diagnostics.extend(
        site.lexicon
            .iter()
            .flat_map(|lexicon| absent(lexicon, &site.settings, places.settings.as_ref())),
    );
    planner.finish(links)
}

struct Planner<'a> {
    site: &'a SiteModel,
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
    fn add(&mut self, path: String, language: &str, kind: OutputKind, place: Option<Place>) {
        self.found.add(Output { path, language: language.to_owned(), kind }, place);
    }

    fn add_page(&mut self, path: String, language: &str, kind: PageKind, place: Option<Place>) {
        self.add(path, language, OutputKind::Page(kind), place);
    }

    /// Puts in order what was added, and reports pages whose address is taken.
    fn settle(&mut self) {
        let Self { found, diagnostics, .. } = self;
        found.settle(|Addressed { output: other, place: other_place, .. }, Addressed { output, place, .. }| {
            let message = format!("the address /{} is taken", output.path);
            let here = place.clone().or_else(|| other_place.clone()).unwrap_or_else(|| Place::unread(&output.path));
            let help = match (&output.kind, &other.kind) {
                (OutputKind::Page(PageKind::Redirect(_)), _) | (_, OutputKind::Page(PageKind::Redirect(_))) => "delete the old address from `aliases`: a page stands there",
                (OutputKind::Copy(_), _) | (_, OutputKind::Copy(_)) => "rename the file, or write another `slug:`",
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
        let site = self.site;
        for language in &site.settings.languages {
            self.lists_in(language);
        }
        let language = &site.settings.language;
        if site.settings.outputs.feeds {
            self.add("agenda.ics".to_owned(), language, OutputKind::Calendar, None);
        }
        self.add_page("404.html".to_owned(), language, PageKind::NotFound, None);
        for (data, path) in DataFile::ALL {
            self.add(path.to_owned(), language, OutputKind::Data(data), None);
        }
    }

    /// The pages that the site has in each of its languages.
    fn lists_in(&mut self, language: &str) {
        let site = self.site;
        let clocks = site.ranked().len();
        self.paginate(language, clocks, "", PageKind::Docket);
        for order in Order::ALL.into_iter().filter(|_| clocks > 0) {
            self.paginate(language, clocks, order.path(), |page| PageKind::Sorted(order, page));
        }
        for kind in [Kind::Incident, Kind::Response, Kind::Article, Kind::Organisation] {
            let count = site.index.listed(kind).len();
            self.paginate(language, count, &format!("{}/", kind.folder()), |page| {
                PageKind::List(kind, page)
            });
        }
        for group in Group::ALL {
            let count = site.index.groups_of(group).count();
            if count > 0 {
                let folder = format!("{}/", group.folder());
                self.paginate(language, count, &folder, |page| PageKind::Groups(group, page));
            }
        }
        for (group, key, members) in site.index.groups() {
            let of_group = |page| PageKind::Group(group, key.to_owned(), page);
            self.paginate(
                language,
                members.records.len(),
                &SiteModel::group_path(group, key),
                of_group,
            );
        }
        let at = |path: &str| site.path_of_list(path, language);
        if !site.register.regimes.is_empty() {
            self.add_page(at("regimes/"), language, PageKind::Regimes, None);
        }
        for id in site.register.regimes.keys() {
            self.add_page(
                at(&SiteModel::regime_path(id)),
                language,
                PageKind::Regime(id.clone()),
                None,
            );
        }
        self.add_page(at("statistics/"), language, PageKind::Statistics, None);
        self.paginate(language, site.agenda().len(), "agenda/", PageKind::Agenda);
        let corrections = site.register.records().map(|(_, record)| record.corrections.len()).sum();
        self.paginate(language, corrections, "corrections/", PageKind::Corrections);
    }

    /// The pages of a list, of which the first is at `base` in the site's own language.
    fn paginate(
        &mut self,
        language: &str,
        rows: usize,
        base: &str,
        kind: impl Fn(usize) -> PageKind,
    ) {
        for number in 0..rows.div_ceil(ROWS).max(1) {
            let path =
                if number == 0 { base.to_owned() } else { format!("{base}page/{}/", number + 1) };
            self.add_page(self.site.path_of_list(&path, language), language, kind(number), None);
        }
    }

    fn records(&mut self) {
        let site = self.site;
        for (kind, record) in site.register.records() {
            let places = self.places.records.get(&(kind, record.id.clone()));
            let place = places.map(|places| match record.slug == record.id.as_str() {
                true => places.head(),
                false => places.value(["slug"]).unwrap_or_else(|| places.head()),
            });
            let path = site.path(kind, record);
            self.add_page(
                path.clone(),
                &record.language,
                PageKind::Record(kind, record.id.clone()),
                place.clone(),
            );
            for language in record
                .translations
                .keys()
                .filter(|language| site.settings.languages.contains(language))
            {
                self.add_page(
                    format!("{language}/{path}"),
                    language,
                    PageKind::Record(kind, record.id.clone()),
                    place.clone(),
                );
            }
        }
    }

    fn feeds(&mut self) {
        let site = self.site;
        if !site.settings.outputs.feeds {
            return;
        }
        let language = &site.settings.language;
        let mut feeds = vec![
            ("feed.xml".to_owned(), FeedOf::Site, FeedFormat::Atom),
            ("feed.json".to_owned(), FeedOf::Site, FeedFormat::Json),
            ("corrections.xml".to_owned(), FeedOf::Corrections, FeedFormat::Atom),
        ];
        let register = &site.register;
        let of_record = |kind, record, feed| {
            (format!("{}feed.xml", site.path(kind, record)), feed, FeedFormat::Atom)
        };
        let incidents = register.incidents.iter();
        feeds.extend(incidents.map(|(id, found)| {
            of_record(Kind::Incident, &found.record, FeedOf::Incident(id.clone()))
        }));
        let organisations = register.organisations.iter();
        feeds.extend(organisations.map(|(id, found)| {
            of_record(Kind::Organisation, &found.record, FeedOf::Organisation(id.clone()))
        }));
        for (path, of, format) in feeds {
            self.add(path, language, OutputKind::Feed(of, format), None);
        }
    }

    /// Beside each page that is there to be read, the same as data. The pages have been settled.
    fn twins(&mut self) {
        if !self.site.settings.outputs.twins {
            return;
        }
        let pages = self.found.outputs().iter().filter_map(|found| found.output.page());
        let twins: Vec<Output> = pages
            .filter(|page| page.kind.is_read())
            .map(|page| Output {
                path: twin_of(page.path),
                language: page.language.to_owned(),
                kind: OutputKind::Twin(page.kind.clone()),
            })
            .collect();
        for twin in twins {
            self.found.add(twin, None);
        }
    }

    fn sharing(&mut self) {
        for output in sharing::outputs(self.site) {
            self.found.add(output, None);
        }
    }

    fn map(&mut self) {
        let language = &self.site.settings.language;
        let mapped =
            self.found.outputs().iter().filter(|found| is_mapped(self.site, &found.output)).count();
        let parts = match mapped.div_ceil(MAP_ENTRIES) {
            0 | 1 => vec![MapPart::Whole],
            count => std::iter::once(MapPart::Index(count))
                .chain((0..count).map(MapPart::Part))
                .collect(),
        };
        for part in parts {
            self.add(part.path(), language, OutputKind::Map(part), None);
        }
    }

    fn hosting(&mut self, tree: &Tree) {
        let language = &self.site.settings.language;
        for (file, path) in HostFile::ALL {
            if !tree.files.contains_key(&format!("static/{path}")) {
                self.add(path.to_owned(), language, OutputKind::Host(file), None);
            }
        }
    }

    fn files(&mut self, tree: &Tree) {
        let language = &self.site.settings.language.clone();
        for (path, input) in tree.below("static/") {
            let to = &path["static/".len()..];
            self.check_name(path);
            self.warn_of_program(path, to);
            self.copy(to.to_owned(), path, input);
        }
        for (kind, record) in self.site.register.records() {
            if record.assets.is_empty() {
                continue;
            }
            let base = self.site.path(kind, record);
            for (path, name) in &record.assets {
                if let Some(input) = tree.files.get(path) {
                    self.check_name(path);
                    self.check_kind(path);
                    self.copy(format!("{base}{name}"), path, input);
                }
            }
        }
        for (path, _) in tree.below(&format!("themes/{}/static/", self.site.settings.theme)) {
            self.check_name(path);
        }
        for (name, input) in theme_files(tree, &self.site.settings.theme) {
            let path = format!("assets/{}", fingerprinted(&name, &input));
            let own = format!("themes/{}/static/{name}", self.site.settings.theme);
            let place = tree.files.contains_key(&own).then(|| Place::unread(&own));
            self.assets.insert(name, path.clone());
            self.add(path, language, OutputKind::Copy(input), place);
        }
    }

    /// Adds a file of the site's own at `to`.
    fn copy(&mut self, to: String, path: &str, input: &Input) {
        let language = self.site.settings.language.clone();
        if let Input::Picture(Picture { size: Some(size), .. }) = input {
            self.sizes.insert(to.clone(), *size);
        }
        self.add(to, &language, OutputKind::Copy(input.clone()), Some(Place::unread(path)));
    }

    fn redirects(&mut self) {
        let site = self.site;
        for (kind, record) in site.register.records() {
            for alias in &record.aliases {
                let places = self.places.records.get(&(kind, record.id.clone()));
                let place = places
                    .map(|places| places.entry("aliases", alias).unwrap_or_else(|| places.head()));
                let path =
                    if alias.ends_with(".html") { alias.clone() } else { format!("{alias}/") };
                self.add_page(
                    path,
                    &record.language,
                    PageKind::Redirect(site.path(kind, record)),
                    place,
                );
            }
        }
    }

    fn search(&mut self) {
        let site = self.site;
        if !site.settings.outputs.search {
            return;
        }
        let language = &site.settings.language;
        let index = if self.with_index { search_index(site) } else { SearchIndex::absent(site) };
        for language in &self.site.settings.languages {
            self.add_page(
                self.site.path_of_list("search/", language),
                language,
                PageKind::Search,
                None,
            );
        }
        for (path, bytes) in index.files {
            self.add(path, language, OutputKind::Copy(Input::Bytes(bytes.into())), None);
        }
        self.search = Some(Search { list: index.list, languages: index.languages });
    }

    /// Reports files that stand where other pages need a folder.
    fn refuse_files_for_folders(&mut self) {
        let mut told = BTreeSet::new();
        // A feed or a twin stands beside the page that is named.
        let accompanies =
            |output: &Output| matches!(output.kind, OutputKind::Feed(..) | OutputKind::Twin(_));
        let found = self.found.outputs();
        let mut last = "";
        for (at, Addressed { key, output, place }) in
            found.iter().enumerate().filter(|(_, found)| !accompanies(&found.output))
        {
            // Folders that the one before lies in as well have been looked at.
            let common =
                key.bytes().zip(last.bytes()).take_while(|(one, other)| one == other).count();
            last = key;
            for (end, _) in key.match_indices('/').filter(|(end, _)| *end >= common) {
                // Whatever stands between a file and what lies in a folder of its name begins with
                // that name too.
                let before =
                    found[..at].iter().rev().take_while(|other| other.key.starts_with(&key[..end]));
                let Some(file) = before.last().filter(|other| other.key.len() == end) else {
                    continue;
                };
                if !told.insert(&file.key) {
                    continue;
                }
                let here = file
                    .place
                    .clone()
                    .or_else(|| place.clone())
                    .unwrap_or_else(|| Place::unread(&file.output.path));
                let message = format!(
                    "a file at /{} would stand where /{} needs a folder",
                    file.output.path, output.path
                );
                let mut diagnostic = Diagnostic::new(Code::UrlCollision, here, message)
                    .help("give one of them another address");
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
        for Addressed { output, place, .. } in
            self.found.outputs().iter().filter(|found| !is_named_by_record(&found.output.kind))
        {
            let file = file_of(&output.path);
            let Some((part, why)) = path_trouble(&file) else { continue };
            let is_told =
                place.as_ref().is_some_and(|place| name_trouble(&place.file.path).is_some());
            if is_told || !told.insert(part.to_owned()) {
                continue;
            }
            let (code, help) = match &output.kind {
                OutputKind::Copy(_) => (Code::FileName, "give the file another name"),
                OutputKind::Page(PageKind::Redirect(_)) => {
                    (Code::AliasForm, "leave it out of `aliases`: there can have been no such page")
                }
                _ => (Code::SlugForm, "write another word"),
            };
            let shown: String = part.chars().take(80).collect();
            let message = format!("/{} cannot be a path of the site: {why}", in_one_line(&shown));
            let place = place
                .clone()
                .or_else(|| self.place_of(output))
                .unwrap_or_else(|| Place::unread("overdue.yaml"));
            found.push(Diagnostic::new(code, place, message).help(help));
        }
        self.diagnostics.append(&mut found);
    }

    /// Where it is written that an output has its name, of those that no record has to itself.
    fn place_of(&self, output: &Output) -> Option<Place> {
        match output.page_or_twin().map(|page| page.kind) {
            Some(PageKind::Group(group, key, _)) => {
                let members = self.site.index.group(*group, key)?;
                let places = self.places.records.get(members.records.first()?)?;
                let own = match group {
                    Group::Tag => places.entry("tags", &members.name),
                    Group::Author => places.entry("authors", &members.name),
                    Group::Sector => places.value(["sector"]),
                    Group::Country => places.value(["country"]),
                };
                Some(own.unwrap_or_else(|| places.head()))
            }
            // The other lists are called by the program, within the folder of their language.
            _ => self.places.settings.as_ref()?.entry("languages", &output.language),
        }
    }

    /// Reports a file to be copied whose name does not work everywhere.
    fn check_name(&mut self, path: &str) {
        if let Some((name, why)) = name_trouble(path) {
            let shown: String = name.chars().take(40).collect();
            let shown = in_one_line(&shown);
            let message = format!("the file name `{shown}` does not work on every system: {why}");
            let help = "rename it with letters, digits and hyphens";
            self.diagnostics
                .push(Diagnostic::new(Code::FileName, Place::unread(path), message).help(help));
        }
    }

    /// Reports a file beside a record that is of no kind that may lie there.
    fn check_kind(&mut self, path: &str) {
        if is_shown(path) {
            return;
        }
        let name = in_one_line(path.rsplit('/').next().unwrap_or(path));
        let message = match runs(path) {
            true => format!(
                "`{name}` could run in readers' browsers or on the server, and is not published from beside a record"
            ),
            false => format!("`{name}` is of no kind that is published from beside a record"),
        };
        let help = "beside records lie pictures, PDF and office documents, text, CSV, JSON, sound, film and ZIP archives; put others into static/";
        self.diagnostics
            .push(Diagnostic::new(Code::FileKind, Place::unread(path), message).help(help));
    }

    /// Reports a file of `static/` that could run, and notes it to be kept from running. What hosts
    /// read of ours is none.
    fn warn_of_program(&mut self, path: &str, to: &str) {
        if runs(to) && !HostFile::ALL.iter().any(|(_, own)| *own == to) {
            let name = in_one_line(to);
            let message = format!(
                "`{name}` could run in readers' browsers or on the server, under the name of this site"
            );
            let help = "here it is shown and runs nothing, where the host reads `_headers`; what has to run belongs at an address of its own";
            self.diagnostics
                .push(Diagnostic::new(Code::FileRuns, Place::unread(path), message).help(help));
            self.programs.insert(to.to_owned());
        }
    }

    fn finish(mut self, links: &[Link]) -> Outcome<Plan> {
        self.refuse_files_for_folders();
        self.refuse_paths();
        let (keys, outputs) =
            self.found.into_outputs().into_iter().map(|found| (found.key, found.output)).unzip();
        let plan = Plan {
            outputs,
            keys,
            assets: self.assets,
            search: self.search,
            sizes: self.sizes,
            programs: self.programs,
        };
        let paths = LazyCell::new(|| {
            let paths: BTreeSet<&str> =
                plan.outputs.iter().map(|output| output.path.trim_end_matches('/')).collect();
            paths.into_iter().map(str::to_owned).collect::<Arc<[String]>>()
        });
        let has_ending =
            |path: &str| path.rsplit('/').next().is_some_and(|name| name.contains('.'));
        let mut dead = Findings::default();
        for link in links.iter().filter(|link| !plan.has(&link.path)) {
            // An entry of the menu that leads nowhere is not shown at all.
            let is_menu = link.place.file.path == "overdue.yaml";
            let is_file = has_ending(&link.path);
            let code = if is_menu { Code::ReferenceUnknown } else { Code::LinkDead };
            dead.find(code, link.place.clone(), |place| {
                let found = Diagnostic::new(
                    code,
                    place,
                    format!("there is no {} /{}", if is_file { "file" } else { "page" }, link.path),
                );
                if let Some(meant) = &link.meant {
                    return found.help(format!("link to the record's file: `{meant}`"));
                }
                let help = match (is_menu, is_file) {
                    (true, _) => "name a record, such as pages/method, or write the path of a page",
                    (false, true) => "put the file into static/, or beside the record",
                    (false, false) => {
                        "link to the record's file instead, such as `../incidents/NAME.md`"
                    }
                };
                found.help(help).meant(link.path.clone(), &paths, |meant, _| {
                    let slash = if meant.rsplit('/').next().is_some_and(|name| name.contains('.')) {
                        ""
                    } else {
                        "/"
                    };
                    format!("did you mean `/{meant}{slash}`?")
                })
            });
        }
        self.diagnostics.append(&mut dead.into());
        drop(paths);
        Outcome { value: plan, diagnostics: self.diagnostics }
    }
}

/// Whether an output has its name from a slug or an id, which was judged when it was read.
fn is_named_by_record(kind: &OutputKind) -> bool {
    match kind {
        OutputKind::Page(page) | OutputKind::Twin(page) => match page {
            PageKind::Record(..) | PageKind::Regime(_) | PageKind::Embed(..) => true,
            PageKind::Docket(_)
            | PageKind::Sorted(..)
            | PageKind::List(..)
            | PageKind::Groups(..)
            | PageKind::Group(..)
            | PageKind::Agenda(_)
            | PageKind::Regimes
            | PageKind::Statistics
            | PageKind::Search
            | PageKind::NotFound
            | PageKind::Redirect(_)
            | PageKind::Corrections(_) => false,
        },
        OutputKind::Feed(of, _) => match of {
            FeedOf::Incident(_) | FeedOf::Organisation(_) => true,
            FeedOf::Site | FeedOf::Corrections => false,
        },
        OutputKind::Badge(..) | OutputKind::OEmbed(_) | OutputKind::Card(_) => true,
        OutputKind::Calendar
        | OutputKind::Data(_)
        | OutputKind::Map(_)
        | OutputKind::Host(_)
        | OutputKind::Copy(_) => false,
    }
}

/// The name of a file, or of a folder above it, that does not work on every system, and why.
fn name_trouble(path: &str) -> Option<(&str, &'static str)> {
    path.split('/').find_map(|name| Some((name, file_name_trouble(name)?)))
}

/// The static files of a theme: those of the built-in one, each replaced by the site's own of the
/// same name.
fn theme_files(tree: &Tree, theme: &str) -> BTreeMap<String, Input> {
    let own = format!("themes/{theme}/static/");
    let mut files: BTreeMap<String, Input> = built_in_theme()
        .iter()
        .filter_map(|(path, bytes)| {
            Some((path.strip_prefix("static/")?.to_owned(), Input::Bytes((*bytes).into())))
        })
        .collect();
    files.extend(
        tree.below(&own).map(|(path, input)| (path[own.len()..].to_owned(), input.clone())),
    );
    files
}

/// A style or script is named after its content, so that a browser may keep it for ever; other
/// files keep their names.
fn fingerprinted(name: &str, input: &Input) -> String {
    let Some((stem, ending @ ("css" | "js"))) = name.rsplit_once('.') else {
        return name.to_owned();
    };
    let bytes: &[u8] = match input {
        Input::Text(file) => file.text.as_bytes(),
        Input::Bytes(bytes) => bytes,
        Input::Disk(_) | Input::Picture(_) => return name.to_owned(),
    };
    format!("{stem}-{}.{ending}", content_hash(bytes))
}

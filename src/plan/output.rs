//! What an output is: a page of HTML, a page as data, a feed, a badge, a file that is copied.

use super::BadgeForm;
use crate::load::Input;
use crate::model::{Id, Kind};
use crate::site::{Group, Order, SiteModel};

/// Rows on one page of a list.
pub(crate) const ROWS: usize = 100;

/// One page or file of the site.
#[derive(Debug, Clone)]
pub struct Output {
    /// From the root, without a slash at the beginning; a page ends with one.
    pub path: String,
    /// The language of the words that its record gives it.
    pub language: String,
    /// What it is.
    pub kind: OutputKind,
}

/// What an output is.
#[derive(Debug, Clone)]
pub enum OutputKind {
    /// A page of HTML.
    Page(PageKind),
    /// A page as data, beside it.
    Twin(PageKind),
    /// The agenda as a calendar.
    Calendar,
    /// Data for machines.
    Data(DataFile),
    /// What there is to announce.
    Feed(FeedOf, FeedFormat),
    /// The badge of a clock.
    Badge(Id, Id, BadgeForm),
    /// What another site learns of an incident's page that it wants to embed.
    OEmbed(Id),
    /// A picture of an incident for other sites; without one, of the site.
    Card(Option<Id>),
    /// The map of the site.
    Map(MapPart),
    /// What hosts and robots read.
    Host(HostFile),
    /// A file that is copied, or was made with the plan.
    Copy(Input),
}

/// A page of HTML.
#[derive(Debug, Clone, Copy)]
pub struct Page<'a> {
    /// As in [`Output::path`].
    pub path: &'a str,
    /// As in [`Output::language`].
    pub language: &'a str,
    /// What it shows.
    pub kind: &'a PageKind,
}

impl Output {
    /// The page that it is; nothing if it is a file.
    pub fn page(&self) -> Option<Page<'_>> {
        let OutputKind::Page(kind) = &self.kind else { return None };
        Some(Page { path: &self.path, language: &self.language, kind })
    }

    /// The page that it is, or whose data it is.
    pub fn page_or_twin(&self) -> Option<Page<'_>> {
        let OutputKind::Twin(kind) = &self.kind else { return self.page() };
        Some(Page { path: page_of(&self.path), language: &self.language, kind })
    }
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
    /// One page of the list of all tags, countries, sectors or authors, from 0.
    Groups(Group, usize),
    /// One page of a group, from 0.
    Group(Group, String, usize),
    /// One page of what falls due and what is to be checked again, from 0.
    Agenda(usize),
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
    /// A clock for a frame on another site.
    Embed(Id, Id),
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

/// Whether an output is on the map of the site.
pub fn is_mapped(site: &SiteModel, output: &Output) -> bool {
    let OutputKind::Page(page) = &output.kind else { return false };
    let is_draft = match page {
        PageKind::Record(kind, id) => {
            site.register.record(*kind, id.as_str()).is_some_and(|record| record.draft)
        }
        _ => false,
    };
    page.is_read() && !is_draft
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
    /// Every file with its path. An editor's own file of the same name in `static/` takes its
    /// place.
    pub const ALL: [(HostFile, &'static str); 4] = [
        (HostFile::Headers, "_headers"),
        (HostFile::Redirects, "_redirects"),
        (HostFile::NoJekyll, ".nojekyll"),
        (HostFile::Robots, "robots.txt"),
    ];
}

impl PageKind {
    /// Whether it is a page that people look for and read, and that stays at its address: neither a
    /// redirect nor what stands for a page that does not exist.
    pub fn is_read(&self) -> bool {
        match self {
            PageKind::Docket(_)
            | PageKind::Sorted(..)
            | PageKind::Search
            | PageKind::List(..)
            | PageKind::Groups(..)
            | PageKind::Group(..)
            | PageKind::Agenda(_)
            | PageKind::Record(..)
            | PageKind::Regimes
            | PageKind::Regime(_)
            | PageKind::Statistics
            | PageKind::Corrections(_) => true,
            PageKind::NotFound | PageKind::Redirect(_) | PageKind::Embed(..) => false,
        }
    }
}

/// The file that holds a page as data, in the folder of the page.
const TWIN: &str = "index.json";

/// The address of a page as data, from the path of the page.
pub(crate) fn twin_of(path: &str) -> String {
    [path, TWIN].concat()
}

/// The path of a page, from the address of the page as data.
pub(crate) fn page_of(twin: &str) -> &str {
    twin.strip_suffix(TWIN).unwrap_or(twin)
}

/// What a feed follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FeedOf {
    /// Everything on the site.
    Site,
    /// The corrections of every record.
    Corrections,
    /// An incident with its responses and articles.
    Incident(Id),
    /// An organisation: the incidents in what it runs, what it owes, and what it publishes.
    Organisation(Id),
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

//! A planned page → its view.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::clock::{Scene, day};
use super::record::sector_name;
use super::{
    AgendaView, Alternate, ArticleView, CorrectionsView, DocketView, EmbedView, IncidentView, Link, ListView, OrganisationView, PageView,
    RecordView, RegimeView, RegimesView, ResponseView, SearchView, SiteView, SortedView, StatisticsView,
};
use crate::clock::{Clock, latest_state};
use crate::i18n::say;
use crate::model::{ClockRef, Hole, Id, Kind, Record, StatusEntry};
use crate::plan::{Group, Page, PageKind, Plan, SiteModel, base_path, content_policy, href, root_from};
use crate::wording;

/// What the body of a page shows; the variable `view` of its template.
#[derive(Debug, Serialize, schemars::JsonSchema)]
#[serde(untagged)]
#[expect(missing_docs, reason = "each holds the view of its name")]
pub enum PageBody {
    Agenda(Box<AgendaView>),
    Corrections(Box<CorrectionsView>),
    Docket(Box<DocketView>),
    Embed(Box<EmbedView>),
    List(Box<ListView>),
    Incident(Box<IncidentView>),
    Response(Box<ResponseView>),
    Article(Box<ArticleView>),
    Organisation(Box<OrganisationView>),
    Regimes(Box<RegimesView>),
    Regime(Box<RegimeView>),
    Statistics(Box<StatisticsView>),
    Search(Box<SearchView>),
    Sorted(Box<SortedView>),
    /// A page or the 404 page: its record is all.
    Nothing,
    /// The path of the page that an old address leads to.
    Redirect {
        to: Link,
    },
}

/// What every template sees of the site, on pages in each language.
pub fn sites(world: &SiteModel, plan: &Plan) -> BTreeMap<String, SiteView> {
    let languages: BTreeSet<&str> = plan.pages.iter().map(|page| page.language.as_str()).collect();
    languages.into_iter().map(|language| (language.to_owned(), site(world, plan, language))).collect()
}

fn site(world: &SiteModel, plan: &Plan, language: &str) -> SiteView {
    let settings = &world.settings;
    let register = &world.register;
    let scene = Scene { world, plan, language, root: "" };
    let words = scene.words();
    let mut navigation = vec![scene.home()];
    if !register.articles.is_empty() {
        navigation.push(scene.page_link("articles", "articles/"));
    }
    if world.ranked().len() > 0 {
        navigation.push(scene.page_link("statistics", "statistics/"));
    }
    navigation.push(scene.page_link("agenda", "agenda/"));
    if plan.search.is_some() {
        navigation.push(scene.page_link("search", "search/"));
    }
    navigation.extend(settings.navigation.iter().filter_map(|entry| {
        let link = target(&scene, &entry.to)?;
        let as_written = || Link { title: entry.title.clone(), language: scene.unless_own(&settings.language), ..link.clone() };
        Some(if link.title.is_empty() { as_written() } else { link })
    }));
    let method = register.pages.get("method").map(|page| scene.link(Kind::Page, &page.record.id));
    let marks = ["number-group", "number-decimal"].map(|key| words.text(key).to_owned());
    let pattern = |key: &str| say!(words, key, day = "{day}", month = "{month}", year = "{year}");
    SiteView {
        date: pattern("date"),
        date_first: pattern("date-first"),
        months: words.month_names(),
        number_marks: marks,
        units: words.day_units().iter().map(|(category, unit)| (*category, unit.clone())).collect(),
        title: settings.title.clone(),
        description: description(&scene),
        publisher: settings.publisher.as_ref().map(|publisher| publisher.name.clone()).unwrap_or_default(),
        as_of: day(words, world.today()),
        timezone: settings.timezone.name().to_owned(),
        content_policy: content_policy(settings),
        navigation,
        assets: plan.assets.clone(),
        badge_stale: words.text(wording::STALE).to_owned(),
        badge_expired: words.text(wording::EXPIRED).to_owned(),
        note_stale: say!(words, "note-stale", date = "{date}"),
        note_expired: say!(words, "note-expired", date = "{date}"),
        method,
    }
}

/// The sentence about the site: its author's in their language, and the program's own in the others.
fn description(scene: &Scene<'_>) -> String {
    let settings = &scene.world.settings;
    match &settings.description {
        Some(text) if scene.language == settings.language => text.clone(),
        Some(_) => scene.words().text("site-description").to_owned(),
        None => String::new(),
    }
}

/// How many characters the title of a page may have to stand in the menu; a longer one would break its line.
const MOST_IN_MENU: usize = 30;

/// Where an entry of the menu leads: a record (`pages/method`), a path of the site, or a whole address.
///
/// Its title is empty where the words of the entry are to be shown: in the author's language, and in another where what it leads to
/// has no short title.
fn target(scene: &Scene<'_>, to: &str) -> Option<Link> {
    let is_translated = scene.language != scene.world.settings.language;
    let named = |title: &str| if is_translated && title.chars().count() <= MOST_IN_MENU { title.to_owned() } else { String::new() };
    if to.contains("://") || to.starts_with("mailto:") {
        return Some(super::clock::external("", to));
    }
    let path = to.trim_matches('/');
    if let Some((folder, id)) = path.split_once('/')
        && let Some(kind) = Kind::ALL.into_iter().find(|kind| kind.folder() == folder)
        && let Some(record) = scene.world.register.record(kind, id)
    {
        let own = scene.world.language_of(record, scene.language) == scene.language;
        let title = if own { named(scene.world.title(record, scene.language)) } else { String::new() };
        return Some(Link { title, path: href(&scene.world.path_in(kind, record, scene.language)), ..Link::default() });
    }
    let is_file = path.rsplit('/').next().is_some_and(|name| name.is_empty() || name.contains('.'));
    let in_language = scene.world.path_of_list(path, scene.language);
    let path = if scene.plan.has(&in_language) { in_language.as_str() } else { path };
    let whole = if is_file { path.to_owned() } else { format!("{path}/") };
    let translated = scene.plan.pages.iter().find(|found| is_translated && found.path == whole && found.language == scene.language);
    let title = translated
        .map_or_else(String::new, |found| named(&page(scene.world, scene.plan, found, &body(scene.world, scene.plan, found).1).title));
    scene.plan.has(path).then(|| Link { title, path: href(&whole), ..Link::default() })
}

impl Scene<'_> {
    /// The docket, the first page of the site.
    fn home(&self) -> Link {
        self.page_link("docket", "")
    }

    /// A page that the site has in each of its languages, by its message and its path in the site's own language.
    fn page_link(&self, key: &str, path: &str) -> Link {
        let path = self.world.path_of_list(path, self.language);
        Link { title: self.words().text(key).to_owned(), path: href(&path), ..Link::default() }
    }

    fn numbered(&self, title: &str, number: usize) -> String {
        if number == 0 { title.to_owned() } else { say!(self.words(), "title-page", title = title, n = number + 1) }
    }
}

/// What every template sees of a page that shows `body`.
pub fn page(world: &SiteModel, plan: &Plan, page: &Page, body: &PageBody) -> PageView {
    let settings = &world.settings;
    let register = &world.register;
    let root = root_of(world, page);
    let scene = Scene { world, plan, language: &page.language, root: &root };
    let words = scene.words();
    let home = || vec![scene.home()];
    let text = |key: &str| words.text(key).to_owned();
    let (title, description, breadcrumbs) = match &page.kind {
        PageKind::Docket(0) => (settings.title.clone(), description(&scene), Vec::new()),
        PageKind::Docket(number) => (scene.numbered(words.text("docket"), *number), String::new(), home()),
        PageKind::List(kind, number) => (scene.numbered(words.text(kind.folder()), *number), String::new(), home()),
        PageKind::Group(group, key, number) => {
            let name = world.index.group(*group, key).map(|members| members.name.clone()).unwrap_or_default();
            let name = match group {
                Group::Sector => sector_name(words, &name),
                Group::Country => scene.country_link(&key.to_ascii_uppercase()).title,
                Group::Tag => name,
            };
            (scene.numbered(&name, *number), String::new(), home())
        }
        PageKind::Record(kind, id) => match register.record(*kind, id.as_str()) {
            Some(record) => (world.title(record, &page.language).to_owned(), scene.summary(record), scene.crumbs(*kind, record)),
            None => Default::default(),
        },
        PageKind::Regimes => (text("regimes"), text("regimes.summary"), home()),
        PageKind::Regime(id) => {
            let title = register.regimes.get(id).map(|regime| regime.title.clone()).unwrap_or_default();
            (title, String::new(), vec![scene.home(), scene.page_link("regimes", "regimes/")])
        }
        PageKind::Statistics => (text("statistics"), text("statistics.summary"), home()),
        PageKind::Agenda => (text("agenda"), text("agenda.summary"), home()),
        PageKind::Sorted(order, number) => {
            let (name, summary) = order.keys();
            (scene.numbered(words.text(name), *number), if *number == 0 { text(summary) } else { String::new() }, home())
        }
        PageKind::Search => (text("search"), text("search.summary"), home()),
        PageKind::Corrections(number) => (scene.numbered(words.text("corrections"), *number), text("corrections.summary"), home()),
        PageKind::NotFound => (text("not-found"), String::new(), home()),
        PageKind::Redirect(_) => (text("moved"), String::new(), Vec::new()),
        PageKind::Embed(..) => match body {
            PageBody::Embed(view) => {
                (super::share::frame_title(words, &view.counter.incident.title, &view.counter.document), String::new(), Vec::new())
            }
            _ => Default::default(),
        },
        // What is no page of HTML has no view.
        _ => Default::default(),
    };
    PageView {
        title,
        description,
        path: page.path.clone(),
        root: root.clone(),
        canonical: format!("{}{}", settings.url, href(&page.path)),
        language: page.language.clone(),
        as_of: depends_on_day(world, page).then(|| day(words, world.today())),
        breadcrumbs,
        alternates: alternates(world, page),
        formats: super::formats::formats(world, page),
        sharing: super::share::sharing(&scene, page, body),
        json_ld: super::json_ld::json_ld(&scene, page),
    }
}

/// The way from a page to the root of the site.
fn root_of(world: &SiteModel, page: &Page) -> String {
    match page.kind {
        // A host shows this page at any address, so that only whole paths lead anywhere from it.
        PageKind::NotFound => base_path(&world.settings.url),
        _ => root_from(&page.path),
    }
}

/// Whether a page shows anything that another day would change: a clock that is still open.
///
/// The others are left without a date, so that the next day's build has nothing to write.
fn depends_on_day(world: &SiteModel, page: &Page) -> bool {
    let open = |incident: &Id| world.docket.of(incident.as_str()).iter().any(Clock::is_open);
    let named = |clock: &ClockRef| world.docket.find(clock).is_some_and(Clock::is_open);
    let in_prose = |record: &Record| {
        let (prose, _) = record.prose_in(&page.language);
        prose.holes().any(|hole| match hole {
            Hole::Days(clock, None) | Hole::Standing(clock) | Hole::Counter(clock) => named(clock),
            Hole::Ratio(a, b, None) => named(a) || named(b),
            Hole::Timeline(incident) => open(incident),
            Hole::Compare(clocks) => clocks.iter().any(named),
            _ => false,
        })
    };
    let register = &world.register;
    match &page.kind {
        PageKind::Docket(_) | PageKind::Sorted(..) | PageKind::List(Kind::Incident, _) | PageKind::Agenda => true,
        PageKind::Statistics => world.ranked().any(|clock| clock.is_open()),
        PageKind::Regime(id) => world.index.under(id).iter().any(open),
        PageKind::Embed(incident, clock) => world.clock(incident, clock).is_some_and(Clock::is_open),
        PageKind::Group(group, key, _) => world.index.group(*group, key).is_some_and(|members| members.of(Kind::Incident).any(open)),
        PageKind::Record(kind, id) => {
            let is_open = |history: &[StatusEntry]| !latest_state(history).is_some_and(|entry| entry.status.is_final());
            let promised = |id: &Id| {
                let commitments = register.incidents.get(id).map_or(&[][..], |incident| &incident.commitments);
                commitments.iter().any(|one| one.made.is_some() && is_open(&one.history))
            };
            let recommended = |id: &Id| {
                let recommendations = register.responses.get(id).map_or(&[][..], |response| &response.recommendations);
                recommendations.iter().any(|one| !one.history.is_empty() && is_open(&one.history))
            };
            let asks = |record: &Record| record.replies.iter().any(|reply| reply.answered.is_none());
            register.record(*kind, id.as_str()).is_some_and(|record| in_prose(record) || asks(record))
                || match kind {
                    Kind::Incident => open(id) || promised(id),
                    Kind::Response => recommended(id),
                    Kind::Article => register.articles.get(id).is_some_and(|article| article.compare.iter().any(named)),
                    Kind::Organisation => world.index.of_organisation(id).iter().any(|(kind, id)| *kind == Kind::Incident && open(id)),
                    Kind::Page => false,
                }
        }
        _ => false,
    }
}

impl Scene<'_> {
    fn crumbs(&self, kind: Kind, record: &Record) -> Vec<Link> {
        let register = &self.world.register;
        let mut crumbs = vec![self.home()];
        match kind {
            Kind::Incident => {
                let incident = register.incidents.get(&record.id);
                crumbs.push(self.page_link("incidents", "incidents/"));
                crumbs.extend(incident.and_then(|incident| incident.country.as_deref()).map(|code| self.country_link(code)));
            }
            Kind::Response => {
                let response = register.responses.get(&record.id);
                let first = response.and_then(|response| response.incidents.first());
                crumbs.extend(first.map(|id| self.link(Kind::Incident, id)));
            }
            Kind::Article => crumbs.push(self.page_link("articles", "articles/")),
            Kind::Organisation | Kind::Page => {}
        }
        crumbs
    }
}

/// The same page in the other languages of the site, the one in its own language first.
pub(crate) fn alternates(world: &SiteModel, page: &Page) -> Vec<Alternate> {
    let settings = &world.settings;
    let all: Vec<(String, String)> = match &page.kind {
        PageKind::Record(kind, id) => {
            let Some(record) = world.register.record(*kind, id.as_str()) else { return Vec::new() };
            let own = world.path(*kind, record);
            let translated = record.translations.keys().filter(|language| settings.languages.contains(language));
            let others = translated.map(|language| (language.clone(), format!("{language}/{own}")));
            std::iter::once((record.language.clone(), own.clone())).chain(others).collect()
        }
        PageKind::Docket(_)
        | PageKind::Sorted(..)
        | PageKind::Corrections(_)
        | PageKind::Search
        | PageKind::List(..)
        | PageKind::Group(..)
        | PageKind::Agenda
        | PageKind::Regimes
        | PageKind::Regime(_)
        | PageKind::Statistics => {
            let prefix = if page.language == settings.language { String::new() } else { format!("{}/", page.language) };
            let path = page.path.strip_prefix(&prefix).unwrap_or(&page.path);
            settings.languages.iter().map(|language| (language.clone(), world.path_of_list(path, language))).collect()
        }
        _ => return Vec::new(),
    };
    if all.len() < 2 {
        return Vec::new();
    }
    all.into_iter()
        .map(|(language, path)| Alternate {
            name: language_name(world, &language).to_owned(),
            current: path == page.path,
            url: format!("{}{}", settings.url, href(&path)),
            path: href(&path),
            language,
        })
        .collect()
}

/// A language's own name for itself, or its code.
pub(super) fn language_name<'a>(world: &'a SiteModel, code: &'a str) -> &'a str {
    let words = world.words(code);
    let own = code.split('-').next() == words.language().split('-').next();
    if own { words.text("language-name") } else { code }
}

/// What the body of a page shows.
pub fn body(world: &SiteModel, plan: &Plan, page: &Page) -> (Option<RecordView>, PageBody) {
    let root = root_of(world, page);
    let scene = Scene { world, plan, language: &page.language, root: &root };
    let register = &world.register;
    match &page.kind {
        PageKind::Docket(number) => (None, PageBody::Docket(Box::new(scene.docket(*number)))),
        PageKind::List(kind, number) => (None, PageBody::List(Box::new(scene.list(*kind, *number)))),
        PageKind::Group(group, key, number) => (None, PageBody::List(Box::new(scene.group(*group, key, *number)))),
        PageKind::Redirect(to) => (None, PageBody::Redirect { to: Link { path: href(to), ..Link::default() } }),
        PageKind::Record(kind, id) => {
            let record = register.record(*kind, id.as_str()).map(|record| scene.record(*kind, record));
            let body = match kind {
                Kind::Incident => register.incidents.get(id).map(|found| PageBody::Incident(Box::new(scene.incident(found)))),
                Kind::Response => register.responses.get(id).map(|found| PageBody::Response(Box::new(scene.response(found)))),
                Kind::Article => register.articles.get(id).map(|found| PageBody::Article(Box::new(scene.article(found)))),
                Kind::Organisation => {
                    register.organisations.get(id).map(|found| PageBody::Organisation(Box::new(scene.organisation(found))))
                }
                Kind::Page => None,
            };
            (record, body.unwrap_or(PageBody::Nothing))
        }
        PageKind::Regimes => (None, PageBody::Regimes(Box::new(scene.regimes()))),
        PageKind::Regime(id) => match register.regimes.get(id) {
            Some(found) => (None, PageBody::Regime(Box::new(scene.regime(found)))),
            None => (None, PageBody::Nothing),
        },
        PageKind::Statistics => (None, PageBody::Statistics(Box::new(scene.statistics()))),
        PageKind::Agenda => (None, PageBody::Agenda(Box::new(scene.agenda()))),
        PageKind::Corrections(number) => (None, PageBody::Corrections(Box::new(scene.corrections(*number)))),
        PageKind::Embed(incident, clock) => match world.clock(incident, clock).and_then(|clock| scene.embed(clock)) {
            Some(found) => (None, PageBody::Embed(Box::new(found))),
            None => (None, PageBody::Nothing),
        },
        PageKind::Sorted(order, number) => (None, PageBody::Sorted(Box::new(scene.sorted(*order, *number)))),
        PageKind::Search => (None, PageBody::Search(Box::new(scene.search()))),
        _ => (None, PageBody::Nothing),
    }
}

//! A planned page → its view.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::clock::day;
use super::locale::{Locale, PageContext};
use super::{
    AgendaView, Alternate, ArticleView, CorrectionsView, DocketView, EmbedView, IncidentView, Link,
    ListView, OrganisationView, PageView, RecordView, RegimeView, RegimesView, ResponseView,
    SearchView, SiteView, SortedView, StatisticsView,
};
use crate::clock::{Clock, latest_state};
use crate::i18n::say;
use crate::model::{ClockRef, Hole, Id, Kind, Record, Settings, StatusEntry};
use crate::plan::{Output, Page, PageKind, Plan};
use crate::site::{Group, SiteModel, base_path, href, root_from};
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
pub fn sites(site: &SiteModel, plan: &Plan) -> BTreeMap<String, SiteView> {
    let languages: BTreeSet<&str> =
        plan.outputs.iter().map(|output| output.language.as_str()).collect();
    languages
        .into_iter()
        .map(|language| (language.to_owned(), site_view(site, plan, language)))
        .collect()
}

fn site_view(site: &SiteModel, plan: &Plan, language: &str) -> SiteView {
    let settings = &site.settings;
    let register = &site.register;
    let locale = Locale { site, language };
    let words = locale.words();
    let mut navigation = vec![locale.home()];
    if !register.articles.is_empty() {
        navigation.push(locale.page_link("articles", "articles/"));
    }
    if site.ranked().len() > 0 {
        navigation.push(locale.page_link("statistics", "statistics/"));
    }
    navigation.push(locale.page_link("agenda", "agenda/"));
    if plan.search.is_some() {
        navigation.push(locale.page_link("search", "search/"));
    }
    navigation.extend(settings.navigation.iter().filter_map(|entry| {
        let link = target(&locale, plan, &entry.to)?;
        let as_written = || Link {
            title: entry.title.clone(),
            language: locale.unless_own(&settings.language),
            ..link.clone()
        };
        Some(if link.title.is_empty() { as_written() } else { link })
    }));
    let kinds = [Kind::Incident, Kind::Response, Kind::Organisation];
    let kinds = kinds.into_iter().filter(|kind| !site.index.listed(*kind).is_empty());
    let groups = Group::ALL.into_iter().filter(|group| site.index.groups_of(*group).count() > 0);
    let lists = kinds.map(Kind::folder).chain(groups.map(Group::folder));
    let method = register.pages.get("method").map(|page| locale.link(Kind::Page, &page.record.id));
    let marks = ["number-group", "number-decimal"].map(|key| words.text(key).to_owned());
    let pattern = |key: &str| say!(words, key, day = "{day}", month = "{month}", year = "{year}");
    SiteView {
        date: pattern("date"),
        date_first: pattern("date-first"),
        months: words.month_names(),
        number_marks: marks,
        units: words.day_units().iter().map(|(category, unit)| (*category, unit.clone())).collect(),
        title: settings.title.clone(),
        description: description(&locale),
        publisher: settings
            .publisher
            .as_ref()
            .map(|publisher| publisher.name.clone())
            .unwrap_or_default(),
        as_of: day(words, site.today()),
        timezone: settings.timezone.name().to_owned(),
        content_policy: content_policy(settings),
        navigation,
        lists: lists.map(|folder| locale.list_link(folder)).collect(),
        assets: plan.assets.clone(),
        badge_stale: words.text(wording::STALE).to_owned(),
        badge_reach: words.text(wording::REACH).to_owned(),
        badge_expired: words.text(wording::EXPIRED).to_owned(),
        note_stale: say!(words, "note-stale", date = "{date}"),
        note_reach: say!(words, "note-reach", date = "{date}"),
        note_expired: say!(words, "note-expired", date = "{date}"),
        method,
    }
}

/// Where a page may load what from, as a `Content-Security-Policy` that can stand in the page
/// itself.
pub(crate) fn content_policy(settings: &Settings) -> String {
    let forms = if settings.outputs.search { "'self'" } else { "'none'" };
    format!(
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; \
         form-action {forms}; base-uri 'none'"
    )
}

/// The sentence about the site: its author's in their language, and the program's own in the
/// others.
fn description(locale: &Locale<'_>) -> String {
    let settings = &locale.site.settings;
    match &settings.description {
        Some(text) if locale.language == settings.language => text.clone(),
        Some(_) => locale.words().text("site-description").to_owned(),
        None => String::new(),
    }
}

/// How many characters the title of a page may have to stand in the menu; a longer one would break
/// its line.
const MOST_IN_MENU: usize = 30;

/// Where an entry of the menu leads: a record (`pages/method`), a path of the site, or a whole
/// address.
///
/// Its title is empty where the words of the entry are to be shown: in the author's language, and
/// in another where what it leads to has no short title.
fn target(locale: &Locale<'_>, plan: &Plan, to: &str) -> Option<Link> {
    let is_translated = locale.language != locale.site.settings.language;
    let named = |title: &str| {
        if is_translated && title.chars().count() <= MOST_IN_MENU {
            title.to_owned()
        } else {
            String::new()
        }
    };
    if to.contains("://") || to.starts_with("mailto:") {
        return Some(super::clock::external("", to));
    }
    let path = to.trim_matches('/');
    if let Some((folder, id)) = path.split_once('/')
        && let Some(kind) = Kind::ALL.into_iter().find(|kind| kind.folder() == folder)
        && let Some(record) = locale.site.register.record(kind, id)
    {
        let own = locale.site.language_of(record, locale.language) == locale.language;
        let title =
            if own { named(locale.site.title(record, locale.language)) } else { String::new() };
        return Some(Link {
            title,
            path: href(&locale.site.path_in(kind, record, locale.language)),
            ..Link::default()
        });
    }
    let is_file = path.rsplit('/').next().is_some_and(|name| name.is_empty() || name.contains('.'));
    let in_language = locale.site.path_of_list(path, locale.language);
    let path = if plan.has(&in_language) { in_language.as_str() } else { path };
    let whole = if is_file { path.to_owned() } else { format!("{path}/") };
    let translated = plan
        .outputs
        .iter()
        .filter(|_| is_translated)
        .filter_map(Output::page)
        .find(|found| found.path == whole && found.language == locale.language);
    let title = translated.map_or_else(String::new, |found| {
        named(&page(locale.site, found, &body(locale.site, plan, found).1).title)
    });
    plan.has(path).then(|| Link { title, path: href(&whole), ..Link::default() })
}

impl Locale<'_> {
    /// The docket, the first page of the site.
    fn home(&self) -> Link {
        self.page_link("docket", "")
    }

    /// A page that the site has in each of its languages, by its message and its path in the site's
    /// own language.
    fn page_link(&self, key: &str, path: &str) -> Link {
        let path = self.site.path_of_list(path, self.language);
        Link { title: self.words().text(key).to_owned(), path: href(&path), ..Link::default() }
    }

    /// The list of all records of a kind, or of all groups of one way, by its folder.
    fn list_link(&self, folder: &str) -> Link {
        self.page_link(folder, &format!("{folder}/"))
    }

    fn numbered(&self, title: &str, number: usize) -> String {
        if number == 0 {
            title.to_owned()
        } else {
            say!(self.words(), "title-page", title = title, n = number + 1)
        }
    }
}

/// What every template sees of a page that shows `body`.
pub fn page(site: &SiteModel, page: Page<'_>, body: &PageBody) -> PageView {
    let settings = &site.settings;
    let register = &site.register;
    let root = root_of(site, page);
    let locale = Locale { site, language: page.language };
    let words = locale.words();
    let home = || vec![locale.home()];
    let text = |key: &str| words.text(key).to_owned();
    let (title, description, breadcrumbs) = match page.kind {
        PageKind::Docket(0) => (settings.title.clone(), description(&locale), Vec::new()),
        PageKind::Docket(number) => {
            (locale.numbered(words.text("docket"), *number), String::new(), home())
        }
        PageKind::List(kind, number) => {
            (locale.numbered(words.text(kind.folder()), *number), String::new(), home())
        }
        PageKind::Groups(group, number) => {
            (locale.numbered(words.text(group.folder()), *number), String::new(), home())
        }
        PageKind::Group(group, key, number) => {
            let members = site.index.group(*group, key);
            let name = members.map(|members| locale.group_named(*group, key, members).title);
            let name = name.unwrap_or_default();
            let all = locale.list_link(group.folder());
            (locale.numbered(&name, *number), String::new(), vec![locale.home(), all])
        }
        PageKind::Record(kind, id) => match register.record(*kind, id.as_str()) {
            Some(record) => (
                site.title(record, page.language).to_owned(),
                locale.summary(record),
                locale.crumbs(*kind, record),
            ),
            None => Default::default(),
        },
        PageKind::Regimes => (text("regimes"), text("regimes.summary"), home()),
        PageKind::Regime(id) => {
            let title =
                register.regimes.get(id).map(|regime| regime.title.clone()).unwrap_or_default();
            (title, String::new(), vec![locale.home(), locale.page_link("regimes", "regimes/")])
        }
        PageKind::Statistics => (text("statistics"), text("statistics.summary"), home()),
        PageKind::Agenda(number) => {
            (locale.numbered(words.text("agenda"), *number), text("agenda.summary"), home())
        }
        PageKind::Sorted(order, number) => {
            let (name, summary) = order.keys();
            (
                locale.numbered(words.text(name), *number),
                if *number == 0 { text(summary) } else { String::new() },
                home(),
            )
        }
        PageKind::Search => (text("search"), text("search.summary"), home()),
        PageKind::Corrections(number) => (
            locale.numbered(words.text("corrections"), *number),
            text("corrections.summary"),
            home(),
        ),
        PageKind::NotFound => (text("not-found"), String::new(), home()),
        PageKind::Redirect(_) => (text("moved"), String::new(), Vec::new()),
        PageKind::Embed(..) => match body {
            PageBody::Embed(view) => (
                super::share::frame_title(
                    words,
                    &view.counter.incident.title,
                    &view.counter.document,
                ),
                String::new(),
                Vec::new(),
            ),
            _ => Default::default(),
        },
    };
    let about = match page.kind {
        PageKind::Record(kind, id) => register
            .record(*kind, id.as_str())
            .map_or_else(String::new, |record| locale.description(*kind, record)),
        _ => description.clone(),
    };
    let about = match self::description(&locale) {
        _ if !about.is_empty() => about,
        site if site.is_empty() => title.clone(),
        site => say!(words, "titled", title = &title, what = &site),
    };
    PageView {
        title,
        description,
        about,
        path: page.path.to_owned(),
        root: root.clone(),
        canonical: format!("{}{}", settings.url, href(page.path)),
        language: page.language.to_owned(),
        as_of: depends_on_day(site, page).then(|| day(words, site.today())),
        breadcrumbs,
        alternates: alternates(site, page),
        formats: super::formats::formats(site, page),
        sharing: super::share::sharing(&locale, page, body),
        json_ld: super::json_ld::json_ld(&locale, page),
    }
}

/// The way from a page to the root of the site.
fn root_of(site: &SiteModel, page: Page<'_>) -> String {
    match page.kind {
        // A host shows this page at any address, so that only whole paths lead anywhere from it.
        PageKind::NotFound => base_path(&site.settings.url),
        _ => root_from(page.path),
    }
}

/// Whether a page shows anything that another day would change: a clock that is still open.
///
/// The others are left without a date, so that the next day's build has nothing to write.
fn depends_on_day(site: &SiteModel, page: Page<'_>) -> bool {
    let open = |incident: &Id| site.docket.of(incident.as_str()).iter().any(Clock::is_open);
    let named = |clock: &ClockRef| site.docket.find(clock).is_some_and(Clock::is_open);
    let in_prose = |record: &Record| {
        let (prose, _) = record.prose_in(page.language);
        prose.holes().any(|hole| match hole {
            Hole::Days(clock, None) | Hole::Standing(clock) | Hole::Counter(clock) => named(clock),
            Hole::Ratio(a, b, None) => named(a) || named(b),
            Hole::Timeline(incident) => open(incident),
            Hole::Compare(clocks) => clocks.iter().any(named),
            _ => false,
        })
    };
    let register = &site.register;
    match page.kind {
        PageKind::Docket(_)
        | PageKind::Sorted(..)
        | PageKind::List(Kind::Incident, _)
        | PageKind::Agenda(_) => true,
        PageKind::Statistics | PageKind::List(Kind::Organisation, _) => {
            site.ranked().any(|clock| clock.is_open())
        }
        PageKind::Regime(id) => site.index.under(id).iter().any(open),
        PageKind::Embed(incident, clock) => site.clock(incident, clock).is_some_and(Clock::is_open),
        PageKind::Group(group, key, _) => site
            .index
            .group(*group, key)
            .is_some_and(|members| members.of(Kind::Incident).any(open)),
        PageKind::Record(kind, id) => {
            let is_open = |history: &[StatusEntry]| {
                !latest_state(history).is_some_and(|entry| entry.status.is_final())
            };
            let promised = |id: &Id| {
                let commitments =
                    register.incidents.get(id).map_or(&[][..], |incident| &incident.commitments);
                commitments.iter().any(|one| one.made.is_some() && is_open(&one.history))
            };
            let recommended = |id: &Id| {
                let recommendations = register
                    .responses
                    .get(id)
                    .map_or(&[][..], |response| &response.recommendations);
                recommendations.iter().any(|one| !one.history.is_empty() && is_open(&one.history))
            };
            let asks =
                |record: &Record| record.replies.iter().any(|reply| reply.answered.is_none());
            register
                .record(*kind, id.as_str())
                .is_some_and(|record| in_prose(record) || asks(record))
                || match kind {
                    Kind::Incident => open(id) || promised(id),
                    Kind::Response => recommended(id),
                    Kind::Article => register
                        .articles
                        .get(id)
                        .is_some_and(|article| article.compare.iter().any(named)),
                    Kind::Organisation => site
                        .index
                        .of_organisation(id)
                        .iter()
                        .any(|(kind, id)| *kind == Kind::Incident && open(id)),
                    Kind::Page => false,
                }
        }
        PageKind::List(Kind::Response | Kind::Article | Kind::Page, _)
        | PageKind::Groups(..)
        | PageKind::Regimes
        | PageKind::Search
        | PageKind::NotFound
        | PageKind::Redirect(_)
        | PageKind::Corrections(_) => false,
    }
}

impl Locale<'_> {
    fn crumbs(&self, kind: Kind, record: &Record) -> Vec<Link> {
        let register = &self.site.register;
        let mut crumbs = vec![self.home()];
        match kind {
            Kind::Incident => {
                let incident = register.incidents.get(&record.id);
                crumbs.push(self.page_link("incidents", "incidents/"));
                crumbs.extend(
                    incident
                        .and_then(|incident| incident.country.as_deref())
                        .map(|code| self.country_link(code)),
                );
            }
            Kind::Response => {
                let response = register.responses.get(&record.id);
                let first = response.and_then(|response| response.incidents.first());
                crumbs.push(self.list_link(kind.folder()));
                crumbs.extend(first.map(|id| self.link(Kind::Incident, id)));
            }
            Kind::Article | Kind::Organisation => crumbs.push(self.list_link(kind.folder())),
            Kind::Page => {}
        }
        crumbs
    }
}

/// The same page in the other languages of the site, the one in its own language first.
pub(crate) fn alternates(site: &SiteModel, page: Page<'_>) -> Vec<Alternate> {
    let settings = &site.settings;
    let all: Vec<(String, String)> = match page.kind {
        PageKind::Record(kind, id) => {
            let Some(record) = site.register.record(*kind, id.as_str()) else { return Vec::new() };
            let own = site.path(*kind, record);
            let translated =
                record.translations.keys().filter(|language| settings.languages.contains(language));
            let others = translated.map(|language| (language.clone(), format!("{language}/{own}")));
            std::iter::once((record.language.clone(), own.clone())).chain(others).collect()
        }
        PageKind::Docket(_)
        | PageKind::Sorted(..)
        | PageKind::Corrections(_)
        | PageKind::Search
        | PageKind::List(..)
        | PageKind::Groups(..)
        | PageKind::Group(..)
        | PageKind::Agenda(_)
        | PageKind::Regimes
        | PageKind::Regime(_)
        | PageKind::Statistics => {
            let prefix = if page.language == settings.language {
                String::new()
            } else {
                format!("{}/", page.language)
            };
            let path = page.path.strip_prefix(&prefix).unwrap_or(page.path);
            settings
                .languages
                .iter()
                .map(|language| (language.clone(), site.path_of_list(path, language)))
                .collect()
        }
        PageKind::NotFound | PageKind::Redirect(_) | PageKind::Embed(..) => return Vec::new(),
    };
    if all.len() < 2 {
        return Vec::new();
    }
    all.into_iter()
        .map(|(language, path)| Alternate {
            name: language_name(site, &language).to_owned(),
            current: path == page.path,
            url: format!("{}{}", settings.url, href(&path)),
            path: href(&path),
            language,
        })
        .collect()
}

/// A language's own name for itself, or its code.
pub(super) fn language_name<'a>(site: &'a SiteModel, code: &'a str) -> &'a str {
    let words = site.words(code);
    let own = code.split('-').next() == words.language().split('-').next();
    if own { words.text("language-name") } else { code }
}

/// What the body of a page shows.
pub fn body(site: &SiteModel, plan: &Plan, page: Page<'_>) -> (Option<RecordView>, PageBody) {
    let root = root_of(site, page);
    let locale = Locale { site, language: page.language };
    let context = PageContext { locale, plan, root: &root };
    let register = &site.register;
    match page.kind {
        PageKind::Docket(number) => (None, PageBody::Docket(Box::new(context.docket(*number)))),
        PageKind::List(kind, number) => {
            (None, PageBody::List(Box::new(locale.list(*kind, *number))))
        }
        PageKind::Group(group, key, number) => {
            (None, PageBody::List(Box::new(locale.group(*group, key, *number))))
        }
        PageKind::Groups(group, number) => {
            (None, PageBody::List(Box::new(locale.groups(*group, *number))))
        }
        PageKind::Redirect(to) => {
            (None, PageBody::Redirect { to: Link { path: href(to), ..Link::default() } })
        }
        PageKind::Record(kind, id) => {
            let record =
                register.record(*kind, id.as_str()).map(|record| context.record(*kind, record));
            let body = match kind {
                Kind::Incident => register
                    .incidents
                    .get(id)
                    .map(|found| PageBody::Incident(Box::new(context.incident(found)))),
                Kind::Response => register
                    .responses
                    .get(id)
                    .map(|found| PageBody::Response(Box::new(locale.response(found)))),
                Kind::Article => register
                    .articles
                    .get(id)
                    .map(|found| PageBody::Article(Box::new(locale.article(found)))),
                Kind::Organisation => register
                    .organisations
                    .get(id)
                    .map(|found| PageBody::Organisation(Box::new(locale.organisation(found)))),
                Kind::Page => None,
            };
            (record, body.unwrap_or(PageBody::Nothing))
        }
        PageKind::Regimes => (None, PageBody::Regimes(Box::new(locale.regimes()))),
        PageKind::Regime(id) => match register.regimes.get(id) {
            Some(found) => (None, PageBody::Regime(Box::new(locale.regime(found)))),
            None => (None, PageBody::Nothing),
        },
        PageKind::Statistics => (None, PageBody::Statistics(Box::new(locale.statistics()))),
        PageKind::Agenda(number) => (None, PageBody::Agenda(Box::new(locale.agenda(*number)))),
        PageKind::Corrections(number) => {
            (None, PageBody::Corrections(Box::new(locale.corrections(*number))))
        }
        PageKind::Embed(incident, clock) => {
            match site.clock(incident, clock).and_then(|clock| context.embed(clock)) {
                Some(found) => (None, PageBody::Embed(Box::new(found))),
                None => (None, PageBody::Nothing),
            }
        }
        PageKind::Sorted(order, number) => {
            (None, PageBody::Sorted(Box::new(locale.sorted(*order, *number))))
        }
        PageKind::Search => (None, PageBody::Search(Box::new(context.search()))),
        PageKind::NotFound => (None, PageBody::Nothing),
    }
}

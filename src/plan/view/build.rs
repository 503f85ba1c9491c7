//! A planned page → its view.

use serde::Serialize;

use super::clock::{Scene, day};
use super::record::{country_link, sector_name};
use super::{
    AgendaView, Alternate, ArticleView, DocketView, EmbedView, IncidentView, Link, ListView, OrganisationView, PageView, RecordView,
    RegimeView, RegimesView, ResponseView, SiteView, StatisticsView,
};
use crate::clock::Clock;
use crate::model::{ClockRef, Hole, Id, Kind, Record, StatusEntry};
use crate::plan::{Group, Page, PageKind, Plan, World, href, root_from, wording};

/// What the body of a page shows; the variable `view` of its template.
#[derive(Debug, Serialize)]
#[serde(untagged)]
#[expect(missing_docs, reason = "each holds the view of its name")]
pub enum PageBody {
    Agenda(Box<AgendaView>),
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
    /// A page or the 404 page: its record is all.
    Nothing,
    /// The path of the page that an old address leads to.
    Redirect {
        to: Link,
    },
}

/// What every template sees of the site.
pub fn site(world: &World<'_>, plan: &Plan) -> SiteView {
    let settings = world.settings;
    let register = world.register;
    let mut navigation = vec![Link { title: "Docket".to_owned(), ..Link::default() }];
    if !register.articles.is_empty() {
        navigation.push(Link { title: "Articles".to_owned(), path: "articles/".to_owned(), external: false });
    }
    if !world.ranked().is_empty() {
        navigation.push(Link { title: "Statistics".to_owned(), path: "statistics/".to_owned(), external: false });
    }
    navigation.push(Link { title: "Agenda".to_owned(), path: "agenda/".to_owned(), external: false });
    navigation.extend(
        settings.navigation.iter().filter_map(|entry| Some(Link { title: entry.title.clone(), ..target(world, plan, &entry.to)? })),
    );
    let method = register.pages.get("method").map(|page| Link {
        title: page.record.title.clone(),
        path: href(&world.path(Kind::Page, &page.record)),
        external: false,
    });
    SiteView {
        title: settings.title.clone(),
        description: settings.description.clone().unwrap_or_default(),
        publisher: settings.publisher.as_ref().map(|publisher| publisher.name.clone()).unwrap_or_default(),
        as_of: day(world.today()),
        navigation,
        assets: plan.assets.clone(),
        badge_stale: wording::STALE.to_owned(),
        badge_expired: wording::EXPIRED.to_owned(),
        note_stale: wording::NOTE_STALE.to_owned(),
        note_expired: wording::NOTE_EXPIRED.to_owned(),
        method,
    }
}

/// Where an entry of the menu leads: a record (`pages/method`), a path of the site, or a whole address.
fn target(world: &World<'_>, plan: &Plan, to: &str) -> Option<Link> {
    if to.contains("://") || to.starts_with("mailto:") {
        return Some(super::clock::external("", to));
    }
    let path = to.trim_matches('/');
    if let Some((folder, id)) = path.split_once('/')
        && let Some(kind) = Kind::ALL.into_iter().find(|kind| kind.folder() == folder)
        && let Some(record) = world.register.record(kind, id)
    {
        return Some(Link { path: href(&world.path(kind, record)), ..Link::default() });
    }
    let is_file = path.rsplit('/').next().is_some_and(|name| name.is_empty() || name.contains('.'));
    let path_of = || if is_file { href(path) } else { href(&format!("{path}/")) };
    plan.has(path).then(|| Link { path: path_of(), ..Link::default() })
}

/// What every template sees of the page.
pub fn page(world: &World<'_>, plan: &Plan, page: &Page) -> PageView {
    let settings = world.settings;
    let register = world.register;
    let root = root_of(world, page);
    let scene = Scene { world, plan, language: &page.language, root: &root };
    let (title, description, breadcrumbs) = match &page.kind {
        PageKind::Docket(0) => (settings.title.clone(), settings.description.clone().unwrap_or_default(), Vec::new()),
        PageKind::Docket(number) => (format!("Docket, page {}", number + 1), String::new(), vec![home()]),
        PageKind::List(kind, number) => (numbered(&wording::sentence_case(kind.folder()), *number), String::new(), vec![home()]),
        PageKind::Group(group, key, number) => {
            let name = world.index.group(*group, key).map(|members| members.name.clone()).unwrap_or_default();
            let name = if *group == Group::Sector { sector_name(&name) } else { name };
            (numbered(&name, *number), String::new(), vec![home()])
        }
        PageKind::Record(kind, id) => match register.record(*kind, id.as_str()) {
            Some(record) => (world.title(record, &page.language).to_owned(), scene.summary(record), crumbs(world, plan, *kind, record)),
            None => Default::default(),
        },
        PageKind::Regimes => {
            let summary = "Laws and rules by which a report is owed on an incident of this site. This is not legal advice.";
            ("Reporting duties".to_owned(), summary.to_owned(), vec![home()])
        }
        PageKind::Regime(id) => {
            let title = register.regimes.get(id).map(|regime| regime.title.clone()).unwrap_or_default();
            let all = Link { title: "Reporting duties".to_owned(), path: "regimes/".to_owned(), external: false };
            (title, String::new(), vec![home(), all])
        }
        PageKind::Statistics => ("Statistics".to_owned(), super::statistics::SUMMARY.to_owned(), vec![home()]),
        PageKind::Agenda => ("Agenda".to_owned(), "What falls due, and what somebody must look for again.".to_owned(), vec![home()]),
        PageKind::NotFound => ("There is no such page".to_owned(), String::new(), vec![home()]),
        PageKind::Redirect(_) => ("This page has moved".to_owned(), String::new(), Vec::new()),
        PageKind::Embed(incident, clock) => match world.clock(incident, clock) {
            Some(clock) => (super::share::embed_title(&scene, clock), String::new(), Vec::new()),
            None => Default::default(),
        },
        PageKind::Data(_) | PageKind::Calendar | PageKind::File(_) | PageKind::Badge(..) | PageKind::OEmbed(_) | PageKind::Card(_) => {
            Default::default()
        }
    };
    PageView {
        title,
        description,
        path: page.path.clone(),
        root: root.clone(),
        canonical: format!("{}{}", settings.url, href(&page.path)),
        language: page.language.clone(),
        as_of: depends_on_day(world, page).then(|| day(world.today())),
        breadcrumbs,
        alternates: alternates(world, page),
        sharing: super::share::sharing(&scene, page),
    }
}

fn home() -> Link {
    Link { title: "Docket".to_owned(), ..Link::default() }
}

fn numbered(title: &str, number: usize) -> String {
    if number == 0 { title.to_owned() } else { format!("{title}, page {}", number + 1) }
}

/// The way from a page to the root of the site.
fn root_of(world: &World<'_>, page: &Page) -> String {
    match page.kind {
        // A host shows this page at any address, so that only whole paths lead anywhere from it.
        PageKind::NotFound => base_path(&world.settings.url),
        _ => root_from(&page.path),
    }
}

/// Whether a page shows anything that another day would change: a clock that is still open.
///
/// The others are left without a date, so that the next day's build has nothing to write.
fn depends_on_day(world: &World<'_>, page: &Page) -> bool {
    let open = |incident: &Id| world.docket.of(incident.as_str()).iter().any(Clock::is_open);
    let named = |clock: &ClockRef| world.docket.find(clock).is_some_and(Clock::is_open);
    let in_prose = |record: &Record| {
        let prose = record.translations.get(&page.language).map_or(&record.prose, |words| &words.prose);
        prose.holes().any(|hole| match hole {
            Hole::Days(clock, None) | Hole::Standing(clock) | Hole::Counter(clock) => named(clock),
            Hole::Ratio(a, b, None) => named(a) || named(b),
            Hole::Timeline(incident) => open(incident),
            Hole::Compare(clocks) => clocks.iter().any(named),
            _ => false,
        })
    };
    let register = world.register;
    match &page.kind {
        PageKind::Docket(_) | PageKind::List(Kind::Incident, _) | PageKind::Agenda => true,
        PageKind::Statistics => world.ranked().iter().any(|clock| clock.is_open()),
        PageKind::Regime(id) => world.index.under(id).iter().any(open),
        PageKind::Embed(incident, clock) => world.clock(incident, clock).is_some_and(Clock::is_open),
        PageKind::Group(group, key, _) => world.index.group(*group, key).is_some_and(|members| members.of(Kind::Incident).any(open)),
        PageKind::Record(kind, id) => {
            let is_open = |history: &[StatusEntry]| !history.iter().any(StatusEntry::is_final);
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

/// The path of the site on its host, with slashes at both ends.
fn base_path(url: &str) -> String {
    let host_and_path = url.split_once("://").map_or(url, |(_, rest)| rest);
    host_and_path.find('/').map_or_else(|| "/".to_owned(), |slash| host_and_path[slash..].to_owned())
}

fn crumbs(world: &World<'_>, plan: &Plan, kind: Kind, record: &Record) -> Vec<Link> {
    let mut crumbs = vec![home()];
    match kind {
        Kind::Incident => {
            let incident = world.register.incidents.get(&record.id);
            crumbs.push(Link { title: "Incidents".to_owned(), path: "incidents/".to_owned(), external: false });
            crumbs.extend(incident.and_then(|incident| incident.country.as_deref()).map(country_link));
        }
        Kind::Response => {
            let response = world.register.responses.get(&record.id);
            let first = response.and_then(|response| response.incidents.first());
            let scene = Scene { world, plan, language: &world.settings.language, root: "" };
            crumbs.extend(first.map(|id| scene.link(Kind::Incident, id)));
        }
        Kind::Article => crumbs.push(Link { title: "Articles".to_owned(), path: "articles/".to_owned(), external: false }),
        Kind::Organisation | Kind::Page => {}
    }
    crumbs
}

/// The same record in the other languages of the site.
fn alternates(world: &World<'_>, page: &Page) -> Vec<Alternate> {
    let PageKind::Record(kind, id) = &page.kind else { return Vec::new() };
    let Some(record) = world.register.record(*kind, id.as_str()) else { return Vec::new() };
    let own = world.path(*kind, record);
    let translated = record.translations.keys().filter(|language| world.settings.languages.contains(language));
    let mut all = vec![(record.language.clone(), own.clone())];
    all.extend(translated.map(|language| (language.clone(), format!("{language}/{own}"))));
    if all.len() == 1 {
        return Vec::new();
    }
    all.into_iter()
        .map(|(language, path)| Alternate {
            name: language_name(&language).to_owned(),
            current: path == page.path,
            url: format!("{}{}", world.settings.url, href(&path)),
            path: href(&path),
            language,
        })
        .collect()
}

/// A language's own name for itself, or its code.
fn language_name(code: &str) -> &str {
    match code {
        "en" => "English",
        "fr" => "Français",
        "ko" => "한국어",
        "de" => "Deutsch",
        "ja" => "日本語",
        "es" => "Español",
        other => other,
    }
}

/// What the body of a page shows.
pub fn body(world: &World<'_>, plan: &Plan, page: &Page) -> (Option<RecordView>, PageBody) {
    let root = root_of(world, page);
    let scene = Scene { world, plan, language: &page.language, root: &root };
    let register = world.register;
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
        PageKind::Embed(incident, clock) => match world.clock(incident, clock).and_then(|clock| scene.embed(clock)) {
            Some(found) => (None, PageBody::Embed(Box::new(found))),
            None => (None, PageBody::Nothing),
        },
        PageKind::NotFound
        | PageKind::Calendar
        | PageKind::Data(_)
        | PageKind::File(_)
        | PageKind::Badge(..)
        | PageKind::OEmbed(_)
        | PageKind::Card(_) => (None, PageBody::Nothing),
    }
}

//! Pages → HTML, through the theme's templates.

use serde::Serialize;
use tera::{Context, Value};

use super::Theme;
use super::failure::RenderError;
use super::frame::frame;
use super::run::MAX_PAGE;
use super::twin::{self, Twin};
use crate::model::{Hole, Kind, Record};
use crate::plan::{Page, PageKind, Plan};
use crate::site::SiteModel;
use crate::view::{self, Locale, PageBody, PageContext, PageView, RecordView, fill};
use crate::wording::Place;

/// Renders a page through its template.
pub(super) fn render(
    site: &SiteModel,
    plan: &Plan,
    theme: &Theme,
    page: Page<'_>,
) -> Result<Vec<u8>, RenderError> {
    let Seen { page: page_view, record, body } = Seen::of(site, plan, page);
    let mut context = context(site, theme, page, &page_view);
    context.insert_value("frame", frame(site, theme, page, &page_view)?);
    context.insert("view", &body);
    if let Some(record) = record {
        context.insert("record", &record);
    }
    let content = content(site, plan, theme, page, &page_view.root, &mut context)?;
    context.insert_value("content", Value::safe_string(&content));
    theme.run(template(page.kind, &body), &context, page)
}

/// Renders a page as data.
pub(super) fn twin(
    site: &SiteModel,
    plan: &Plan,
    theme: &Theme,
    page: Page<'_>,
) -> Result<Vec<u8>, RenderError> {
    let Seen { page: mut page_view, record, body } = Seen::of(site, plan, page);
    // The data itself is here.
    page_view.json_ld.clear();
    let mut context = context(site, theme, page, &page_view);
    let content_html = &content(site, plan, theme, page, &page_view.root, &mut context)?;
    Ok(twin::render(&Twin { page: &page_view, record: record.as_ref(), view: &body, content_html }))
}

/// What every template sees.
fn context(site: &SiteModel, theme: &Theme, page: Page<'_>, page_view: &PageView) -> Context {
    let mut context = Context::new();
    context.insert("page", page_view);
    context.insert_value("site", theme.site(page.language));
    context.insert_value("words", theme.words(site.words(page.language)));
    context
}

/// What a template sees of a page.
struct Seen {
    page: PageView,
    record: Option<RecordView>,
    body: PageBody,
}

impl Seen {
    fn of(site: &SiteModel, plan: &Plan, page: Page<'_>) -> Self {
        let (record, body) = view::body(site, plan, page);
        Self { page: view::page(site, page, &body), record, body }
    }
}

/// The prose of the page's record as HTML; nothing if it has none.
fn content(
    site: &SiteModel,
    plan: &Plan,
    theme: &Theme,
    page: Page<'_>,
    root: &str,
    context: &mut Context,
) -> Result<String, RenderError> {
    let mut renderer = Blocks { site, theme, page, context, failed: None };
    let content = renderer.content(plan, root);
    renderer.failed.take().map_or(Ok(content), Err)
}

fn template(kind: &PageKind, body: &PageBody) -> &'static str {
    match (kind, body) {
        (_, PageBody::Agenda(_)) => "agenda.html",
        (_, PageBody::Corrections(_)) => "corrections.html",
        (_, PageBody::Docket(_)) => "docket.html",
        (_, PageBody::Embed(_)) => "embed.html",
        (_, PageBody::List(_)) => "list.html",
        (_, PageBody::Incident(_)) => "incident.html",
        (_, PageBody::Response(_)) => "response.html",
        (_, PageBody::Article(_)) => "article.html",
        (_, PageBody::Organisation(_)) => "organisation.html",
        (_, PageBody::Statistics(_)) => "statistics.html",
        (_, PageBody::Regimes(_)) => "regimes.html",
        (_, PageBody::Regime(_)) => "regime.html",
        (_, PageBody::Sorted(_)) => "sorted.html",
        (_, PageBody::Search(_)) => "search.html",
        (_, PageBody::Redirect { .. }) => "redirect.html",
        (PageKind::NotFound, PageBody::Nothing) => "404.html",
        (_, PageBody::Nothing) => "page.html",
    }
}

/// Renders the prose of a record's page, with its blocks through the theme.
struct Blocks<'a> {
    site: &'a SiteModel,
    theme: &'a Theme,
    page: Page<'a>,
    context: &'a mut Context,
    failed: Option<RenderError>,
}

impl Blocks<'_> {
    /// The prose of the page's record; nothing if it has none.
    fn content(&mut self, plan: &Plan, root: &str) -> String {
        let site = self.site;
        let PageKind::Record(kind, id) = self.page.kind else { return String::new() };
        let Some(record) = site.register.record(*kind, id.as_str()) else { return String::new() };
        let prose = prose_of(record, self.page.language);
        let locale = Locale { site, language: self.page.language };
        let context = PageContext { locale, plan, root };
        let filled =
            fill(prose, &context, record, MAX_PAGE, &mut |hole| self.block(&context, hole));
        filled.unwrap_or_else(|| {
            self.failed.get_or_insert_with(|| self.theme.too_large("page.html", self.page));
            String::new()
        })
    }

    fn block(&mut self, context: &PageContext<'_>, hole: &Hole) -> String {
        if self.failed.is_some() {
            return String::new();
        }
        let (locale, docket) = (context.locale, &self.site.docket);
        match hole {
            Hole::Counter(named) => {
                match docket.find(named).and_then(|clock| context.counter(clock, Place::Page)) {
                    Some(counter) => self.part("blocks/counter.html", "counter", &counter),
                    None => String::new(),
                }
            }
            Hole::Compare(named) => {
                let clocks: Vec<_> = named.iter().filter_map(|named| docket.find(named)).collect();
                match locale.compare(&clocks) {
                    Some(compare) => self.part("blocks/compare.html", "compare", &compare),
                    None => String::new(),
                }
            }
            Hole::Timeline(id) => match self.site.register.incidents.get(id) {
                Some(incident) => {
                    self.context.insert("anchor", &format!("timeline-{id}"));
                    self.context.insert("incident", &locale.link(Kind::Incident, id));
                    let timeline = locale.timeline(incident);
                    self.part("blocks/timeline.html", "timeline", &timeline)
                }
                None => String::new(),
            },
            _ => String::new(),
        }
    }

    fn part(&mut self, template: &str, name: &'static str, value: &impl Serialize) -> String {
        self.context.insert(name, value);
        match self.theme.run(template, self.context, self.page) {
            Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
            Err(error) => {
                self.failed.get_or_insert(error);
                String::new()
            }
        }
    }
}

/// The body in the page's language, or in the record's own.
fn prose_of<'r>(record: &'r Record, language: &'r str) -> &'r crate::model::Prose {
    record.prose_in(language).0
}

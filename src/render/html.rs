//! Pages → HTML, through the theme's templates.

use serde::Serialize;
use tera::{Context, Value};

use super::Theme;
use super::failure::RenderError;
use super::frame::frame;
use super::twin::{self, Twin};
use crate::model::{Hole, Kind, Record};
use crate::plan::view::{self, PageBody, PageView, RecordView, Scene};
use crate::plan::{Page, PageKind, Plan, SiteModel, fill};
use crate::wording::Place;

/// Renders a page through its template.
pub(super) fn render(world: &SiteModel, plan: &Plan, theme: &Theme, page: &Page) -> Result<Vec<u8>, RenderError> {
    let Seen { page: page_view, record, body } = Seen::of(world, plan, page);
    let mut context = context(world, theme, page, &page_view);
    context.insert_value("frame", frame(world, theme, page, &page_view)?);
    context.insert("view", &body);
    if let Some(record) = record {
        context.insert("record", &record);
    }
    let content = content(world, plan, theme, page, &page_view.root, &mut context)?;
    context.insert_value("content", Value::safe_string(&content));
    theme.run(template(&page.kind, &body), &context, page)
}

/// Renders a page as data.
pub(super) fn twin(world: &SiteModel, plan: &Plan, theme: &Theme, page: &Page) -> Result<Vec<u8>, RenderError> {
    let Seen { page: mut page_view, record, body } = Seen::of(world, plan, page);
    // The data itself is here.
    page_view.json_ld.clear();
    let mut context = context(world, theme, page, &page_view);
    let content_html = &content(world, plan, theme, page, &page_view.root, &mut context)?;
    Ok(twin::render(&Twin { page: &page_view, record: record.as_ref(), view: &body, content_html }))
}

/// What every template sees.
fn context(world: &SiteModel, theme: &Theme, page: &Page, page_view: &PageView) -> Context {
    let mut context = Context::new();
    context.insert("page", page_view);
    context.insert_value("site", theme.site(&page.language));
    context.insert_value("words", theme.words(world.words(&page.language)));
    context
}

/// What a template sees of a page.
struct Seen {
    page: PageView,
    record: Option<RecordView>,
    body: PageBody,
}

impl Seen {
    fn of(world: &SiteModel, plan: &Plan, page: &Page) -> Self {
        let (record, body) = view::body(world, plan, page);
        Self { page: view::page(world, plan, page, &body), record, body }
    }
}

/// The prose of the page's record as HTML; nothing if it has none.
fn content(world: &SiteModel, plan: &Plan, theme: &Theme, page: &Page, root: &str, context: &mut Context) -> Result<String, RenderError> {
    let mut renderer = Blocks { world, theme, page, context, failed: None };
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
    world: &'a SiteModel,
    theme: &'a Theme,
    page: &'a Page,
    context: &'a mut Context,
    failed: Option<RenderError>,
}

impl Blocks<'_> {
    /// The prose of the page's record; nothing if it has none.
    fn content(&mut self, plan: &Plan, root: &str) -> String {
        let world = self.world;
        let PageKind::Record(kind, id) = &self.page.kind else { return String::new() };
        let Some(record) = world.register.record(*kind, id.as_str()) else { return String::new() };
        let prose = prose_of(record, &self.page.language);
        let language = self.page.language.clone();
        let scene = Scene { world, plan, language: &language, root };
        fill(prose, &scene, record, &mut |hole| self.block(&scene, hole))
    }

    fn block(&mut self, scene: &Scene<'_>, hole: &Hole) -> String {
        let docket = &self.world.docket;
        match hole {
            Hole::Counter(named) => match docket.find(named).and_then(|clock| scene.counter(clock, Place::Page)) {
                Some(counter) => self.part("blocks/counter.html", "counter", &counter),
                None => String::new(),
            },
            Hole::Compare(named) => {
                let clocks: Vec<_> = named.iter().filter_map(|named| docket.find(named)).collect();
                match scene.compare(&clocks) {
                    Some(compare) => self.part("blocks/compare.html", "compare", &compare),
                    None => String::new(),
                }
            }
            Hole::Timeline(id) => match self.world.register.incidents.get(id) {
                Some(incident) => {
                    self.context.insert("anchor", &format!("timeline-{id}"));
                    self.context.insert("incident", &scene.link(Kind::Incident, id));
                    let timeline = scene.timeline(incident);
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

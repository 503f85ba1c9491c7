//! What templates see, as JSON Schema: made from the types of the views themselves.

use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use super::{
    AgendaView, ArticleView, CorrectionsView, DocketView, EmbedView, FrameView, IncidentView,
    ListView, OrganisationView, PageView, RecordView, RegimeView, RegimesView, ResponseView,
    SearchView, SiteView, SortedView, StatisticsView,
};

/// The schema of everything that a template is given, and under `x-templates` which view each
/// template has.
pub fn schema() -> Value {
    let mut generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let mut templates = Map::new();
    macro_rules! view {
        ($($template:literal : $view:ty),* $(,)?) => {
            $( templates.insert($template.to_owned(), generator.subschema_for::<$view>().to_value()); )*
        };
    }
    view! {
        "agenda.html": AgendaView, "article.html": ArticleView, "corrections.html": CorrectionsView, "docket.html": DocketView, "embed.html": EmbedView, "incident.html": IncidentView,
        "list.html": ListView, "organisation.html": OrganisationView, "regime.html": RegimeView, "regimes.html": RegimesView,
        "response.html": ResponseView, "search.html": SearchView, "sorted.html": SortedView, "statistics.html": StatisticsView,
    }
    let site = generator.subschema_for::<SiteView>().to_value();
    let page = generator.subschema_for::<PageView>().to_value();
    let frame = generator.subschema_for::<FrameView>().to_value();
    let record = generator.subschema_for::<RecordView>().to_value();
    let views: Vec<Value> = templates.values().cloned().collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Overdue: what templates see",
        "description": "`record` is there on pages of records; `view` depends on the template, as x-templates tells; `content` is the text, as HTML. The parts of the frame, of which `frame` holds the HTML, see x-frame as their `page`.",
        "type": "object",
        "properties": {
            "site": site,
            "page": page,
            "record": record,
            "view": { "anyOf": views },
            "content": { "type": "string" },
        },
        "x-frame": frame,
        "x-templates": templates,
        "$defs": generator.take_definitions(true),
    })
}

//! The raw records → a JSON Schema of everything that may be written, for editors and forms.

use serde_json::{Value, json};

use super::record::RawRecord;
use super::regime::{RawCalendar, RawRegime};
use super::settings::RawSettings;
use super::shape::{Definitions, Shape, object};
use super::{article, incident, organisation, response};
use crate::model::Kind;

/// Everything that may be written in front matter, in `overdue.yaml`, and in the files of duties and calendars: one definition for
/// each kind of record by the word for it, and `configuration`, `regime` and `calendar`.
pub fn front_matter_schema() -> Value {
    let mut all = Definitions::new();
    let kinds: Vec<(&str, Value)> = Kind::ALL
        .into_iter()
        .map(|kind| {
            let mut keys = RawRecord::keys(&mut all);
            let (what, own) = match kind {
                Kind::Incident => ("an incident", incident::RawIncident::keys(&mut all)),
                Kind::Response => ("a response", response::RawResponse::keys(&mut all)),
                Kind::Article => ("an article", article::RawArticle::keys(&mut all)),
                Kind::Organisation => ("an organisation", organisation::RawOrganisation::keys(&mut all)),
                Kind::Page => ("a page", Vec::new()),
            };
            keys.extend(own);
            (kind.name(), object(what, keys))
        })
        .collect();
    all.extend(kinds.into_iter().map(|(name, made)| (name.to_owned(), made)));
    RawRegime::shape(&mut all);
    RawCalendar::shape(&mut all);
    let configuration = object("overdue.yaml", RawSettings::keys(&mut all));
    all.insert("configuration".to_owned(), configuration);
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Overdue: front matter, overdue.yaml, duties and calendars",
        "$defs": all,
    })
}

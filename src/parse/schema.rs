//! The raw records → a JSON Schema of everything that may be written, for editors and forms.

use serde_json::{Value, json};

use super::record::RawRecord;
use super::regime::{RawCalendar, RawRegime};
use super::settings::RawSettings;
use super::{article, incident, organisation, response};
use crate::front_matter::shape::{Definitions, Shape, object};
use crate::model::{DocumentKind, Kind};

/// Everything that may be written in front matter, in `overdue.yaml`, and in the files of duties
/// and calendars: one definition for each kind of record by the word for it, and `configuration`,
/// `regime` and `calendar`.
/// `own` are the kinds of documents of one site.
pub fn front_matter_schema(own: &[DocumentKind]) -> Value {
    let mut all = Definitions::new();
    let kinds: Vec<(&str, Value)> = Kind::ALL
        .into_iter()
        .map(|kind| {
            let mut keys = RawRecord::keys(&mut all);
            let (what, own) = match kind {
                Kind::Incident => ("an incident", incident::RawIncident::keys(&mut all)),
                Kind::Response => ("a response", response::RawResponse::keys(&mut all)),
                Kind::Article => ("an article", article::RawArticle::keys(&mut all)),
                Kind::Organisation => {
                    ("an organisation", organisation::RawOrganisation::keys(&mut all))
                }
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
    all.values_mut().for_each(|schema| add_own(schema, own));
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Overdue: front matter, overdue.yaml, duties and calendars",
        "$defs": all,
    })
}

/// Adds a site's own kinds of documents wherever those of the program may be written: documents
/// that can be awaited, or with them all acts.
fn add_own(schema: &mut Value, own: &[DocumentKind]) {
    let has = |words: &[Value], kind: DocumentKind| words.iter().any(|word| word == kind.name());
    match schema {
        Value::Array(values) => values.iter_mut().for_each(|value| add_own(value, own)),
        Value::Object(map) => {
            if let Some(Value::Array(words)) = map.get_mut("enum")
                && has(words, DocumentKind::FinalReport)
            {
                let takes_acts = has(words, DocumentKind::Statement);
                let taken = own.iter().filter(|kind| takes_acts || kind.is_document());
                words.extend(taken.map(|kind| Value::from(kind.name())));
            }
            map.values_mut().for_each(|value| add_own(value, own));
        }
        _ => {}
    }
}

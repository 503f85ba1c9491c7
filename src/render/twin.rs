//! A page → the same as data: what its template sees of it, and its prose as HTML.
//!
//! Links in the prose are relative, as on the page; the data has the address of the page but for
//! the name of its file.
//!
//! Absent on purpose: what every page has of the site, and what only draws: bars and scales, which
//! hang on the longest wait of the whole site and would change the data of a page on which nothing
//! else has changed.

use serde::{Serialize, Serializer};
use serde_json::Value;

use crate::view::{PageBody, PageView, RecordView};

/// The names of what only draws.
const DRAWN: [&str; 3] = ["axis", "bar", "due_mark"];

/// A page as data.
#[derive(Serialize)]
pub(super) struct Twin<'a> {
    pub(super) page: &'a PageView,
    pub(super) record: Option<&'a RecordView>,
    pub(super) view: &'a PageBody,
    pub(super) content_html: &'a str,
}

/// Writes it.
pub(super) fn render(twin: &Twin<'_>) -> Vec<u8> {
    // Strings, numbers and lists of them always serialise.
    let value = serde_json::to_value(twin).unwrap_or_default();
    let mut out = serde_json::to_vec(&Undrawn(&value)).unwrap_or_default();
    out.push(b'\n');
    out
}

/// A value without what only draws.
struct Undrawn<'a>(&'a Value);

impl Serialize for Undrawn<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::Array(values) => serializer.collect_seq(values.iter().map(Undrawn)),
            Value::Object(fields) => {
                let kept = fields.iter().filter(|(name, _)| !DRAWN.contains(&name.as_str()));
                serializer.collect_map(kept.map(|(name, value)| (name, Undrawn(value))))
            }
            plain => plain.serialize(serializer),
        }
    }
}

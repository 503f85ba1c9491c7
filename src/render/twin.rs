//! A page → the same as data: what its template sees of it, and its prose as HTML.
//!
//! Links in the prose are relative, as on the page; the data has the address of the page but for the name of its file.
//!
//! Absent on purpose: what every page has of the site, and what only draws: bars and scales, which hang on the longest wait of the
//! whole site and would change the data of a page on which nothing else has changed.

use serde::Serialize;
use serde_json::Value;

use crate::plan::view::{PageBody, PageView, RecordView};

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
    let mut value = serde_json::to_value(twin).unwrap_or_default();
    forget_drawings(&mut value);
    let mut out = serde_json::to_vec(&value).unwrap_or_default();
    out.push(b'\n');
    out
}

fn forget_drawings(value: &mut Value) {
    match value {
        Value::Array(values) => values.iter_mut().for_each(forget_drawings),
        Value::Object(fields) => {
            DRAWN.iter().for_each(|name| {
                fields.remove(*name);
            });
            fields.values_mut().for_each(forget_drawings);
        }
        _ => {}
    }
}

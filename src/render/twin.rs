//! A page → the same as data: what its template sees of it, and its prose as HTML.
//!
//! Links in the prose are relative, as on the page; the data has the address of the page but for the name of its file.
//!
//! Absent on purpose: what every page has of the site.

use serde::Serialize;

use crate::plan::view::{PageBody, PageView, RecordView};

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
    let mut out = serde_json::to_vec(twin).unwrap_or_default();
    out.push(b'\n');
    out
}

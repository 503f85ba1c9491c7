//! What differs between a page that is built and one that is served: a script tag.

use axum::body::Bytes;

/// Where the script lies.
pub(super) const SCRIPT: &str = "__overdue/serve.js";
/// Where its style lies.
pub(super) const STYLE: &str = "__overdue/serve.css";
/// Where it hears of changes.
pub(super) const EVENTS: &str = "__overdue/events";
/// Where it asks what to show.
pub(super) const STATE: &str = "__overdue/state";

/// A page as it is served, and what tells it from every other.
#[derive(Debug, Clone)]
pub(super) struct Served {
    pub(super) bytes: Bytes,
    /// The first half of the hash of the page as it is built.
    pub(super) hash: String,
}

impl Served {
    /// The page with the tag at the end of its body.
    pub(super) fn page(built: &[u8]) -> Self {
        let hash = hash(built);
        let tag = format!("<script src=\"/{SCRIPT}\" data-page=\"{hash}\"></script>");
        let at = built
            .windows(7)
            .rposition(|bytes| bytes.eq_ignore_ascii_case(b"</body>"))
            .unwrap_or(built.len());
        let (before, after) = built.split_at(at);
        Self { bytes: [before, tag.as_bytes(), after].concat().into(), hash }
    }

    /// A file as it is.
    pub(super) fn file(bytes: Vec<u8>) -> Self {
        Self { hash: hash(&bytes), bytes: bytes.into() }
    }

    /// What is shown where no page could ever be made.
    pub(super) fn nothing() -> Self {
        Self::page(
            b"<!doctype html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>Overdue</title></head>\n<body></body>\n</html>\n",
        )
    }
}

fn hash(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex().chars().take(32).collect()
}

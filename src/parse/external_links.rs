//! One file → the addresses of other sites that it leads to, with places.
//!
//! From front matter, whatever stands under `url`, `archived` or `checked_where`; from prose, its links. For those who look whether the
//! pages are there; what is wrong with a file is reported elsewhere.

use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{Event, Options as Markdown, Parser, Tag};

use super::text;
use super::yaml::{Node, Value};
use crate::diag::{Place, SourceFile};

/// A link to another site.
#[derive(Debug, Clone)]
pub struct ExternalLink {
    /// The whole address.
    pub url: String,
    /// Where it is written.
    pub place: Place,
}

const KEYS: [&str; 3] = ["url", "archived", "checked_where"];

/// Every link to another site of a file, of which `front` was read and `body` is prose.
pub(super) fn external_links(file: &Arc<SourceFile>, front: &Node, body: Range<usize>) -> Vec<ExternalLink> {
    let mut found = Vec::new();
    in_node(front, false, file, &mut found);
    in_prose(&file.text[body.clone()], body.start, file, &mut found);
    found
}

fn in_node(node: &Node, leads_out: bool, file: &Arc<SourceFile>, found: &mut Vec<ExternalLink>) {
    match &node.value {
        Value::Map(entries) => entries.iter().for_each(|(key, node)| in_node(node, KEYS.contains(&&*key.name), file, found)),
        Value::List(items) => items.iter().for_each(|node| in_node(node, leads_out, file, found)),
        Value::Scalar { text, .. } if leads_out && text::is_web_address(text.trim()) => {
            found.push(ExternalLink { url: text.trim().to_owned(), place: Place { file: Arc::clone(file), span: node.span.clone() } });
        }
        Value::Scalar { .. } | Value::Null => {}
    }
}

fn in_prose(body: &str, offset: usize, file: &Arc<SourceFile>, found: &mut Vec<ExternalLink>) {
    for (event, range) in Parser::new_ext(body, Markdown::ENABLE_TABLES | Markdown::ENABLE_FOOTNOTES).into_offset_iter() {
        if let Event::Start(Tag::Link { dest_url, .. }) = event
            && text::is_web_address(&dest_url)
        {
            let span = offset + range.start..offset + range.end;
            found.push(ExternalLink { url: dest_url.to_string(), place: Place { file: Arc::clone(file), span } });
        }
    }
}

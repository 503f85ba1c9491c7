//! Files → the addresses of other sites that they lead to, with places.
//!
//! From front matter, whatever stands under `url`, `archived` or `checked_where`; from prose, its links. For those who look whether the
//! pages are there; what is wrong with a file is reported elsewhere.

use std::sync::Arc;

use pulldown_cmark::{Event, Options as Markdown, Parser, Tag};

use super::yaml::{Node, Value};
use super::{Options, files, front_matter, text, yaml};
use crate::diag::{Place, SourceFile};
use crate::load::Tree;

/// A link to another site.
#[derive(Debug, Clone)]
pub struct Outward {
    /// The whole address.
    pub url: String,
    /// Where it is written.
    pub place: Place,
}

const KEYS: [&str; 3] = ["url", "archived", "checked_where"];

/// Every link to another site, in the order of files; drafts only where they are shown.
pub fn outward(tree: &Tree, options: Options) -> Vec<Outward> {
    let mut found = Vec::new();
    for file in tree.texts("content/") {
        let is_record = files::record_of(&file.path).is_some();
        let (front, body) = match front_matter::split(file) {
            Ok(parts) if is_record => (parts.yaml, Some(parts.body)),
            _ if is_record => continue,
            _ => (0..file.text.len(), None),
        };
        let Ok(node) = yaml::parse(file, front) else { continue };
        if is_draft(&node) && !options.drafts {
            continue;
        }
        in_node(&node, false, file, &mut found);
        if let Some(body) = body {
            in_prose(&file.text[body.clone()], body.start, file, &mut found);
        }
    }
    found
}

fn is_draft(node: &Node) -> bool {
    let Value::Map(entries) = &node.value else { return false };
    entries.iter().any(|(key, node)| key.name == "draft" && matches!(&node.value, Value::Scalar { text, .. } if text == "true"))
}

fn in_node(node: &Node, leads_out: bool, file: &Arc<SourceFile>, found: &mut Vec<Outward>) {
    match &node.value {
        Value::Map(entries) => entries.iter().for_each(|(key, node)| in_node(node, KEYS.contains(&&*key.name), file, found)),
        Value::List(items) => items.iter().for_each(|node| in_node(node, leads_out, file, found)),
        Value::Scalar { text, .. } if leads_out && text::is_web_address(text.trim()) => {
            found.push(Outward { url: text.trim().to_owned(), place: Place { file: Arc::clone(file), span: node.span.clone() } });
        }
        Value::Scalar { .. } | Value::Null => {}
    }
}

fn in_prose(body: &str, offset: usize, file: &Arc<SourceFile>, found: &mut Vec<Outward>) {
    for (event, range) in Parser::new_ext(body, Markdown::ENABLE_TABLES | Markdown::ENABLE_FOOTNOTES).into_offset_iter() {
        if let Event::Start(Tag::Link { dest_url, .. }) = event
            && text::is_web_address(&dest_url)
        {
            let span = offset + range.start..offset + range.end;
            found.push(Outward { url: dest_url.to_string(), place: Place { file: Arc::clone(file), span } });
        }
    }
}

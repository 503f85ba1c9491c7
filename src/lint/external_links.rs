//! One file → the addresses of other sites that it leads to, with places.
//!
//! From front matter, whatever stands under `url`, `archived` or `checked_where`; from prose, its
//! links. For those who look whether the pages are there; what is wrong with a file is reported
//! elsewhere.

use std::sync::Arc;

use crate::diag::{Place, SourceFile};
use crate::front_matter::reader::Located;
use crate::front_matter::yaml::{Node, Value};
use crate::text;

/// A link to another site.
#[derive(Debug, Clone)]
pub struct ExternalLink {
    /// The whole address.
    pub url: String,
    /// Where it is written.
    pub place: Place,
}

const KEYS: [&str; 3] = ["url", "archived", "checked_where"];

/// Every link to another site of a file, of which `front` was read; `in_prose` are those of its
/// body.
pub(super) fn external_links(
    file: &Arc<SourceFile>,
    front: &Node,
    in_prose: Vec<Located<String>>,
) -> Vec<ExternalLink> {
    let mut found = Vec::new();
    in_node(front, false, file, &mut found);
    found.extend(in_prose.into_iter().map(|Located { value: url, span }| ExternalLink {
        url,
        place: Place { file: Arc::clone(file), span },
    }));
    found
}

fn in_node(node: &Node, leads_out: bool, file: &Arc<SourceFile>, found: &mut Vec<ExternalLink>) {
    match &node.value {
        Value::Map(entries) => entries
            .iter()
            .for_each(|(key, node)| in_node(node, KEYS.contains(&&*key.name), file, found)),
        Value::List(items) => items.iter().for_each(|node| in_node(node, leads_out, file, found)),
        Value::Scalar { text, .. } if leads_out && text::is_web_address(text.trim()) => {
            found.push(ExternalLink {
                url: text.trim().to_owned(),
                place: Place { file: Arc::clone(file), span: node.span.clone() },
            });
        }
        Value::Scalar { .. } | Value::Null => {}
    }
}

//! The word for a document or an act → its kind.
//!
//! A response can be either; a clock, and a limit of a duty, can await a document only.

use crate::diag::Code;
use crate::front_matter::reader::{FromNode, Reader};
use crate::front_matter::shape::{Definitions, Shape, one_of};
use crate::front_matter::values::word;
use crate::front_matter::yaml::{Node, Value};
use crate::model::DocumentKind;

impl FromNode for DocumentKind {
    fn from_node(node: &Node, reader: &mut Reader) -> Option<Self> {
        let kinds = kinds(reader, |_| true);
        word(node, reader, "a kind of response", &kinds)
    }
}

impl Shape for DocumentKind {
    fn shape(_: &mut Definitions) -> serde_json::Value {
        one_of(&DocumentKind::NAMES.map(|(_, word)| word))
    }
}

/// A kind of document that can be awaited.
#[derive(Debug, Clone, Copy)]
pub(super) struct Awaited(pub(super) DocumentKind);

/// Kinds with their words, the site's own among them.
fn kinds(
    reader: &Reader,
    wanted: impl Fn(DocumentKind) -> bool,
) -> Vec<(DocumentKind, &'static str)> {
    let own = reader.documents.iter().map(|kind| (*kind, kind.name()));
    DocumentKind::NAMES.into_iter().chain(own).filter(|(kind, _)| wanted(*kind)).collect()
}

impl FromNode for Awaited {
    fn from_node(node: &Node, reader: &mut Reader) -> Option<Self> {
        let documents = kinds(reader, DocumentKind::is_document);
        if let Value::Scalar { text, .. } = &node.value
            && let Some((_, act)) =
                kinds(reader, |kind| !kind.is_document()).into_iter().find(|(_, name)| name == text)
        {
            let names: Vec<&str> = documents.iter().map(|(_, name)| *name).collect();
            let message = format!("`{act}` cannot be awaited: it is an act, not a document");
            reader.error(
                Code::ValueUnknown,
                &node.span,
                message,
                format!("await one of: {}", names.join(", ")),
            );
            return None;
        }
        word(node, reader, "a kind of document", &documents).map(Self)
    }
}

impl Shape for Awaited {
    fn shape(_: &mut Definitions) -> serde_json::Value {
        let documents = DocumentKind::NAMES.iter().filter(|(kind, _)| kind.is_document());
        one_of(&documents.map(|(_, name)| *name).collect::<Vec<_>>())
    }
}

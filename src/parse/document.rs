//! The word for a document or an act → its kind.
//!
//! A response can be either; a clock, and a limit of a duty, can await a document only.

use super::reader::{FromNode, Reader, word, words};
use super::shape::{Definitions, Shape, one_of};
use super::yaml::{Node, Value};
use crate::diag::Code;
use crate::model::DocumentKind;

words! { DocumentKind ("a kind of response") = DocumentKind::NAMES }

/// A kind of document that can be awaited.
#[derive(Debug, Clone, Copy)]
pub(super) struct Awaited(pub(super) DocumentKind);

fn documents() -> Vec<(DocumentKind, &'static str)> {
    DocumentKind::NAMES.into_iter().filter(|(kind, _)| kind.is_document()).collect()
}

impl FromNode for Awaited {
    fn from_node(node: &Node, reader: &mut Reader) -> Option<Self> {
        let documents = documents();
        if let Value::Scalar { text, .. } = &node.value
            && let Some((_, act)) = DocumentKind::NAMES.into_iter().find(|(kind, name)| name == text && !kind.is_document())
        {
            let names: Vec<&str> = documents.iter().map(|(_, name)| *name).collect();
            let message = format!("`{act}` cannot be awaited: it is an act, not a document");
            reader.error(Code::ValueUnknown, &node.span, message, format!("await one of: {}", names.join(", ")));
            return None;
        }
        word(node, reader, "a kind of document", &documents).map(Self)
    }
}

impl Shape for Awaited {
    fn shape(_: &mut Definitions) -> serde_json::Value {
        one_of(&documents().iter().map(|(_, name)| *name).collect::<Vec<_>>())
    }
}

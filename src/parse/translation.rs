//! `NAME.fr.md` beside `NAME.md`: words in another language. Facts may be repeated, and must then be the same.

use std::fmt::Write as _;
use std::ops::Range;

use super::record::Heading;
use super::yaml::{Key, Node, Value};
use crate::model::{Prose, Translation};

/// The keys whose values are words and not facts.
const WORDS: [&str; 3] = ["title", "summary", "language"];

/// A translation as written.
#[derive(Debug)]
pub(super) struct RawTranslation {
    pub(super) words: Translation,
    pub(super) repeated: Vec<Fact>,
}

/// A fact that a translation repeats.
#[derive(Debug, Clone)]
pub(super) struct Fact {
    pub(super) key: String,
    pub(super) span: Range<usize>,
    pub(super) value: String,
}

/// Joins the words of a translation and lists the facts that it repeats.
pub(super) fn translation(heading: Heading, prose: Prose, map: &[(Key, Node)]) -> RawTranslation {
    let Heading { title, summary } = heading;
    let repeated = map
        .iter()
        .filter(|(key, _)| !WORDS.contains(&&*key.name))
        .map(|(key, node)| Fact { key: key.name.clone(), span: key.span.clone(), value: canonical(node) })
        .collect();
    RawTranslation { words: Translation { title, summary, prose: prose.into() }, repeated }
}

/// A value as text that is the same however it is laid out.
pub(super) fn canonical(node: &Node) -> String {
    let mut text = String::new();
    write_canonical(node, &mut text);
    text
}

fn write_canonical(node: &Node, out: &mut String) {
    match &node.value {
        Value::Null => out.push('~'),
        Value::Scalar { text, .. } => {
            // Writing to a string cannot fail.
            let _ = write!(out, "{:?}", text.trim());
        }
        Value::List(items) => {
            out.push('[');
            for item in items {
                write_canonical(item, out);
                out.push(',');
            }
            out.push(']');
        }
        Value::Map(entries) => {
            out.push('{');
            for (key, value) in entries {
                let _ = write!(out, "{:?}:", key.name);
                write_canonical(value, out);
                out.push(',');
            }
            out.push('}');
        }
    }
}

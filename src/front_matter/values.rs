//! How plain values, lists, maps and words of closed lists are read from a node.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use super::deceit;
use super::moment::{Written, read_period};
use super::reader::{FromNode, Located, Reader};
use super::yaml::{Node, Value};
use crate::diag::{Code, did_you_mean};
use crate::model::Period;

impl Node {
    fn scalar<'n>(&'n self, reader: &mut Reader, what: &str, help: &str) -> Option<&'n str> {
        match &self.value {
            Value::Scalar { text, .. } => Some(text),
            Value::Null => {
                reader.error(
                    Code::ValueType,
                    &self.span,
                    format!("{what} is expected here, and nothing is written"),
                    help,
                );
                None
            }
            Value::List(_) | Value::Map(_) => {
                reader.error(Code::ValueType, &self.span, format!("{what} is expected here"), help);
                None
            }
        }
    }
}

/// Every short text of every file, without its author's comments and characters that deceive the
/// eye.
impl FromNode for String {
    fn from_node(node: &Node, reader: &mut Reader) -> Option<Self> {
        let text = node.scalar(
            reader,
            "text",
            "write one text; put it in quotes if it has a colon or begins with a bracket",
        )?;
        if matches!(node.value, Value::Scalar { quoted: false, .. }) {
            warn_of_cut(&node.span, reader);
            warn_of_curly_quotes(text, &node.span, reader);
        }
        Some(deceit::clean(without_comments(text).trim(), &node.span, reader))
    }
}

/// Warns where `#` ends a value that goes on: to YAML the rest is a comment. `# ` with a space is how
/// comments are written.
fn warn_of_cut(value: &Range<usize>, reader: &mut Reader) {
    let file = Arc::clone(reader.file());
    let Some(rest) = file.text.get(value.end..) else { return };
    let line = rest.lines().next().unwrap_or_default();
    let behind = line.trim_start_matches([' ', '\t']);
    let is_cut = behind.len() < line.len()
        && behind.strip_prefix('#').is_some_and(|words| words.starts_with(char::is_alphanumeric));
    if is_cut {
        let start = value.end + line.len() - behind.len();
        reader.error(
            Code::ValueCut,
            &(start..start + behind.trim_end().len()),
            "`#` begins a comment here, and what follows is not part of the value",
            "put the whole value in quotes; a comment is written with a space after `#`",
        );
    }
}

/// Warns of quotation marks around a value as word processors make them, which readers would see.
fn warn_of_curly_quotes(text: &str, span: &Range<usize>, reader: &mut Reader) {
    let inside = |open: char, close: char| {
        let inner = text.trim().strip_prefix(open)?.strip_suffix(close)?;
        (!inner.contains([open, close])).then_some(inner)
    };
    let pairs = [('“', '”'), ('„', '“'), ('„', '”'), ('‘', '’'), ('”', '”')];
    if let Some(inner) = pairs.into_iter().find_map(|(open, close)| inside(open, close)) {
        reader.error(
            Code::QuotesShown,
            span,
            "these quotation marks are part of the value, and readers see them",
            format!(
                "YAML's are straight: write `\"{inner}\"`; if they are meant, `'{}'`",
                text.trim()
            ),
        );
    }
}

/// A short text without comments, `<!-- … -->` and `%% … %%`.
fn without_comments(text: &str) -> Cow<'_, str> {
    let mut kept = Cow::Borrowed(text);
    for (opening, closing) in [("<!--", "-->"), ("%%", "%%")] {
        while let Some(start) = kept.find(opening)
            && let inner = start + opening.len()
            && let Some(length) = kept[inner..].find(closing)
        {
            let after = kept[inner + length + closing.len()..].trim_start();
            let before = kept[..start].trim_end();
            let space = if before.is_empty() || after.is_empty() { "" } else { " " };
            kept = Cow::Owned(format!("{before}{space}{after}"));
        }
    }
    kept
}

impl FromNode for bool {
    fn from_node(node: &Node, reader: &mut Reader) -> Option<Self> {
        match &node.value {
            Value::Scalar { text, quoted: false }
                if matches!(text.as_str(), "true" | "True" | "TRUE") =>
            {
                Some(true)
            }
            Value::Scalar { text, quoted: false }
                if matches!(text.as_str(), "false" | "False" | "FALSE") =>
            {
                Some(false)
            }
            _ => {
                reader.error(
                    Code::ValueType,
                    &node.span,
                    "`true` or `false` is expected here",
                    "write the word `true` or the word `false`, without quotes",
                );
                None
            }
        }
    }
}

impl FromNode for u32 {
    fn from_node(node: &Node, reader: &mut Reader) -> Option<Self> {
        let text = node.scalar(reader, "a number", "write a whole number")?;
        let number = text.parse().ok();
        if number.is_none() {
            reader.error(
                Code::ValueType,
                &node.span,
                format!("`{text}` is not a whole number"),
                "write digits only",
            );
        }
        number
    }
}

impl FromNode for Written {
    fn from_node(node: &Node, reader: &mut Reader) -> Option<Self> {
        let text = node.scalar(reader, "a date", "write year-month-day, such as 2022-10-15")?;
        Written::read(text).map_err(|trouble| reader.trouble(&node.span, trouble)).ok()
    }
}

impl FromNode for Period {
    fn from_node(node: &Node, reader: &mut Reader) -> Option<Self> {
        let text = node.scalar(reader, "a period", "write a number and a unit, such as 30 days")?;
        read_period(text).map_err(|trouble| reader.trouble(&node.span, trouble)).ok()
    }
}

impl<T: FromNode> FromNode for Located<T> {
    const ALONE: bool = T::ALONE;

    fn from_node(node: &Node, reader: &mut Reader) -> Option<Self> {
        Some(Located { value: T::from_node(node, reader)?, span: node.span.clone() })
    }
}

/// A list. One entry may stand alone where it cannot be taken for something else.
///
/// Each entry costs more than its length: a tag is a page, a clock a badge, a frame and a row of
/// many tables. So every list ends.
#[derive(Debug, Clone)]
pub(crate) struct List<T, const MOST: usize = 1000>(pub(crate) Vec<T>);

impl<T: FromNode, const MOST: usize> FromNode for List<T, MOST> {
    const ALONE: bool = false;

    fn from_node(node: &Node, reader: &mut Reader) -> Option<Self> {
        match &node.value {
            Value::List(items) => {
                reader.refuse_beyond(MOST, items.get(MOST).map(|item| &item.span), "entries");
                // Forms write empty entries for what nobody filled in.
                let items = items.iter().take(MOST).filter(|item| !item.is_empty());
                Some(Self(items.filter_map(|item| T::from_node(item, reader)).collect()))
            }
            _ if T::ALONE => T::from_node(node, reader).map(|one| Self(vec![one])),
            _ => {
                reader.error(
                    Code::ValueType,
                    &node.span,
                    "a list is expected here",
                    "begin each entry with a hyphen: `- key: value`",
                );
                None
            }
        }
    }
}

/// A map with keys of the author's own.
#[derive(Debug, Clone)]
pub(crate) struct Named<T, const MOST: usize = 100>(pub(crate) Vec<(Located<String>, Located<T>)>);

impl<T: FromNode, const MOST: usize> FromNode for Named<T, MOST> {
    const ALONE: bool = false;

    fn from_node(node: &Node, reader: &mut Reader) -> Option<Self> {
        let map = reader.map(node, "this")?;
        reader.refuse_beyond(MOST, map.get(MOST).map(|(key, _)| &key.span), "keys");
        let entries = map.iter().take(MOST).filter_map(|(key, node)| {
            let name = Located { value: key.name.clone(), span: key.span.clone() };
            Some((name, Located { value: T::from_node(node, reader)?, span: node.span.clone() }))
        });
        Some(Named(entries.collect()))
    }
}

/// Reads a word out of a closed list.
pub(crate) fn word<T: Copy>(
    node: &Node,
    reader: &mut Reader,
    what: &str,
    words: &[(T, &str)],
) -> Option<T> {
    let names = || words.iter().map(|(_, name)| *name);
    let listed = || names().collect::<Vec<_>>().join(", ");
    let text = node.scalar(reader, what, &format!("write one of: {}", listed()))?;
    let found = words.iter().find(|(_, name)| *name == text).map(|(value, _)| *value);
    if found.is_none() {
        let help = match did_you_mean(text, names()) {
            Some(meant) => format!("did you mean `{meant}`? It is one of: {}", listed()),
            None => format!("write one of: {}", listed()),
        };
        reader.error(Code::ValueUnknown, &node.span, format!("`{text}` is not {what}"), help);
    }
    found
}

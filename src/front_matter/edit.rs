//! The text of a file → the same text with one value of its front matter set. Comments, order,
//! quotes, line ends and indentation stay byte for byte.
//!
//! [`set`] tries the smallest changes that could do it: another scalar in the place of the old one,
//! an entry more between two braces, a line more in a block. What comes out is read again. Unless
//! it says exactly what the old text said and that one value besides, it is not given back, and
//! somebody has to write it by hand: no layout has to be foreseen for the result to be right.
//!
//! Absent on purpose: what a key means, and the disk.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::spans::Step;
use super::split::{split, whole};
use super::yaml::{self, Key, Node, Value};
use crate::diag::{Diagnostic, Place, SourceFile};

/// A value that is to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Literal {
    /// A text, a date or a number.
    Text(String),
    /// A list.
    List(Vec<Literal>),
    /// A map, in this order.
    Map(Vec<(String, Literal)>),
}

/// One value of a file that is to be set.
#[derive(Debug, Clone)]
pub struct Edit<'e> {
    /// The way to it. Maps that are missing on the way are made; lists are not.
    pub way: Vec<Step<'e>>,
    /// What will stand there.
    pub value: Literal,
    /// The key behind which a new one is put, if the map has it; otherwise it is the last.
    pub after: &'e str,
    /// The key of the text of a list's entry that stands alone and has to become a map.
    pub alone: &'e str,
}

/// Why a file was not changed.
#[derive(Debug)]
pub enum EditError {
    /// It cannot be read.
    Unreadable(Box<Diagnostic>),
    /// None of the changes that were tried leaves everything else as it is. Where it would have to
    /// be made.
    Layout(Place),
}

/// The text with one value set; the text itself if that value stands there already.
///
/// Of a Markdown file the front matter is changed, of any other the whole is YAML.
///
/// # Errors
///
/// When the file is no good YAML, or is laid out so that nothing safe could be found.
pub fn set(file: &Arc<SourceFile>, edit: &Edit<'_>) -> Result<String, EditError> {
    let old = read(file).map_err(EditError::Unreadable)?;
    let before = Fact::of(&old);
    let mut wanted = before.clone();
    if !wanted.set(edit, &edit.way) {
        return Err(layout(file, &old.span));
    }
    if wanted == before {
        return Ok(file.text.clone());
    }
    let mut changes = Changes { text: &file.text, edit, tried: Vec::new(), at: old.span.clone() };
    changes.find(&old, None, &edit.way);
    let Changes { tried, at, .. } = changes;
    for (span, new) in tried {
        let text = [&file.text[..span.start], &new, &file.text[span.end..]].concat();
        let changed = Arc::new(SourceFile { path: file.path.clone(), text });
        if read(&changed).is_ok_and(|node| Fact::of(&node) == wanted) {
            return Ok(changed.text.clone());
        }
    }
    Err(layout(file, &at))
}

fn layout(file: &Arc<SourceFile>, at: &Range<usize>) -> EditError {
    EditError::Layout(Place { file: Arc::clone(file), span: at.clone() })
}

fn read(file: &Arc<SourceFile>) -> Result<Node, Box<Diagnostic>> {
    let parts = if file.path.ends_with(".md") { split(file)? } else { whole(file) };
    yaml::parse(file, parts.yaml)
}

/// What a text says, however it is laid out.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Fact {
    Nothing,
    Text(String),
    List(Vec<Fact>),
    Map(BTreeMap<String, Fact>),
}

impl Fact {
    fn of(node: &Node) -> Self {
        match &node.value {
            Value::Null => Fact::Nothing,
            Value::Scalar { text, .. } => Fact::Text(text.clone()),
            Value::List(items) => Fact::List(items.iter().map(Fact::of).collect()),
            Value::Map(entries) => Fact::Map(
                entries.iter().map(|(key, node)| (key.name.clone(), Fact::of(node))).collect(),
            ),
        }
    }

    fn of_literal(literal: &Literal) -> Self {
        match literal {
            Literal::Text(text) => Fact::Text(text.clone()),
            Literal::List(items) => Fact::List(items.iter().map(Fact::of_literal).collect()),
            Literal::Map(entries) => Fact::Map(
                entries.iter().map(|(key, value)| (key.clone(), Fact::of_literal(value))).collect(),
            ),
        }
    }

    /// Whether nothing is written there, or nothing within it.
    fn is_empty(&self) -> bool {
        match self {
            Fact::Nothing => true,
            Fact::Text(_) => false,
            Fact::List(items) => items.is_empty(),
            Fact::Map(entries) => entries.is_empty(),
        }
    }

    /// Sets the value at the end of a way; says whether that could be done.
    fn set(&mut self, edit: &Edit<'_>, way: &[Step<'_>]) -> bool {
        match (way.split_first(), &mut *self) {
            (None, _) => *self = Fact::of_literal(&edit.value),
            (Some((Step::Item(at), rest)), Fact::List(items)) => {
                return items.get_mut(*at).is_some_and(|item| item.set(edit, rest));
            }
            // One value may stand where a list is meant.
            (Some((Step::Item(0), rest)), Fact::Map(_) | Fact::Text(_)) => {
                return self.set(edit, rest);
            }
            (Some((Step::Item(_), _)), _) => return false,
            (Some((Step::Key(name), rest)), Fact::Map(entries)) => {
                let inner = entries.entry((*name).to_owned()).or_insert(Fact::Nothing);
                return inner.set(edit, rest);
            }
            (Some((Step::Key(_), _)), Fact::Text(alone)) => {
                let alone = (edit.alone.to_owned(), Fact::Text(std::mem::take(alone)));
                *self = Fact::Map(BTreeMap::from([alone]));
                return self.set(edit, way);
            }
            (Some((Step::Key(_), _)), Fact::Nothing | Fact::List(_)) => {
                if !self.is_empty() {
                    return false;
                }
                *self = Fact::Map(BTreeMap::new());
                return self.set(edit, way);
            }
        }
        true
    }
}

/// Looks for changes that may set the value, the best first.
struct Changes<'c> {
    text: &'c str,
    edit: &'c Edit<'c>,
    tried: Vec<(Range<usize>, String)>,
    /// The innermost value on the way.
    at: Range<usize>,
}

impl Changes<'_> {
    /// `key` is that of the value `node`.
    fn find(&mut self, node: &Node, key: Option<&Key>, way: &[Step<'_>]) {
        if !node.span.is_empty() {
            self.at = node.span.clone();
        }
        match (way.split_first(), &node.value) {
            (Some((Step::Item(at), rest)), Value::List(items)) if !items.is_empty() => {
                if let Some(item) = items.get(*at) {
                    self.find(item, None, rest);
                }
            }
            (Some((Step::Item(_), rest)), Value::Map(_) | Value::Scalar { .. }) => {
                self.find(node, key, rest);
            }
            (Some((Step::Key(name), rest)), Value::Map(entries)) if !entries.is_empty() => {
                match entries.iter().find(|(key, _)| key.name == *name) {
                    Some((key, inner)) => self.find(inner, Some(key), rest),
                    None => self.insert(node, entries, name, &nested(&self.edit.value, rest)),
                }
            }
            (Some((Step::Key(name), rest)), Value::Scalar { .. }) => {
                let text = &self.text[node.span.clone()];
                let new = format!(
                    "{{{}: {text}, {name}: {}}}",
                    self.edit.alone,
                    nested(&self.edit.value, rest).in_flow()
                );
                self.tried.push((node.span.clone(), new));
            }
            _ => self.put(node, key, &nested(&self.edit.value, way)),
        }
    }

    /// Another value in the place of one, or where none is.
    fn put(&mut self, node: &Node, key: Option<&Key>, value: &Literal) {
        let span = node.span.start..self.end_of(node);
        let old = &self.text[span.clone()];
        match value {
            Literal::Text(text) if old.starts_with('"') => {
                self.tried.push((span.clone(), double_quoted(text)));
            }
            Literal::Text(text) if old.starts_with('\'') => {
                self.tried.push((span.clone(), format!("'{}'", text.replace('\'', "''"))));
            }
            Literal::List(items) if old.starts_with("- ") => {
                // What is noted beside an entry cannot be said of another.
                if has_comment(old) {
                    return;
                }
                let lines: Vec<String> =
                    items.iter().map(|item| format!("- {}", item.in_flow())).collect();
                let between = format!("{}{}", self.line_end(span.start), self.indent(span.start));
                self.tried.push((span.clone(), lines.join(&between)));
            }
            _ if has_comment(old) => return,
            _ => {}
        }
        if !span.is_empty() {
            self.tried.push((span, value.in_flow()));
        }
        if let Some(key) = key {
            let behind = &self.text[key.span.end..];
            let colon = behind.find(':').filter(|at| behind[..*at].trim().is_empty());
            let (at, new) = match colon {
                Some(colon) => (key.span.end + colon + 1, format!(" {}", value.in_flow())),
                None => (key.span.end, format!(": {}", value.in_flow())),
            };
            self.tried.push((at..at, new));
        }
    }

    /// A key more in a map.
    fn insert(&mut self, map: &Node, entries: &[(Key, Node)], name: &str, value: &Literal) {
        let new = format!("{name}: {}", value.in_flow());
        let neighbour = entries.iter().find(|(key, _)| key.name == self.edit.after);
        let anchors = neighbour.into_iter().chain(entries.iter().rev());
        let is_flow = self.text[map.span.start..].starts_with('{');
        for (key, node) in anchors {
            let end = self.end_of(node).max(key.span.end);
            if is_flow {
                self.tried.push((end..end, format!(", {new}")));
                continue;
            }
            // What is indented further may begin with its own line; a block of text ends with one.
            let end = self.text[..end].trim_end().len().max(key.span.end);
            let (indent, line_end) = (self.indent(key.span.start), self.line_end(end));
            match self.text[end..].find('\n') {
                Some(line) => {
                    let at = end + line + 1;
                    self.tried.push((at..at, format!("{indent}{new}{line_end}")));
                }
                None => {
                    let at = self.text.len();
                    self.tried.push((at..at, format!("{line_end}{indent}{new}")));
                }
            }
        }
    }

    /// Where a value ends, with the bracket that closes it.
    fn end_of(&self, node: &Node) -> usize {
        let last = match &node.value {
            Value::Null | Value::Scalar { .. } => return node.span.end,
            Value::List(items) => items.last().map(|last| self.end_of(last)),
            Value::Map(entries) => {
                entries.last().map(|(key, last)| self.end_of(last).max(key.span.end))
            }
        };
        let closer = match self.text.as_bytes().get(node.span.start) {
            Some(b'[') => ']',
            Some(b'{') => '}',
            _ => return last.unwrap_or(node.span.end),
        };
        let mut at = last.unwrap_or(node.span.start + 1);
        while let Some(next) = self.text[at..].chars().next() {
            at += match next {
                // A comment may hold the bracket as well.
                '#' => self.text[at..].find('\n').unwrap_or(self.text.len() - at),
                _ if next == closer => return at + 1,
                _ => next.len_utf8(),
            };
        }
        node.span.end
    }

    /// The spaces in front of what begins at a place, as deep as that.
    fn indent(&self, at: usize) -> String {
        let start = self.text[..at].rfind('\n').map_or(0, |found| found + 1);
        let before = self.text[start..at].trim_start_matches('\u{FEFF}');
        before.chars().map(|c| if c == '\t' { '\t' } else { ' ' }).collect()
    }

    /// How the line of a place ends; the last line as the one above it.
    fn line_end(&self, at: usize) -> &'static str {
        let line = self.text[at..]
            .find('\n')
            .map(|found| at + found)
            .or_else(|| self.text[..at].rfind('\n'));
        if line.is_some_and(|end| self.text[..end].ends_with('\r')) { "\r\n" } else { "\n" }
    }
}

/// The value within the maps that lead to it.
fn nested(value: &Literal, way: &[Step<'_>]) -> Literal {
    way.iter().rev().fold(value.clone(), |inner, step| match step {
        Step::Key(name) => Literal::Map(vec![((*name).to_owned(), inner)]),
        Step::Item(_) => Literal::List(vec![inner]),
    })
}

/// Whether a comment stands in a piece of YAML, or something that may be one.
fn has_comment(text: &str) -> bool {
    text.match_indices('#').any(|(at, _)| text[..at].ends_with(|c: char| c.is_whitespace()))
}

impl Literal {
    /// The value in one line, as it can stand anywhere.
    fn in_flow(&self) -> String {
        match self {
            Literal::Text(text) if is_plain(text) => text.clone(),
            Literal::Text(text) => double_quoted(text),
            Literal::List(items) => {
                let items: Vec<String> = items.iter().map(Literal::in_flow).collect();
                format!("[{}]", items.join(", "))
            }
            Literal::Map(entries) => {
                let entries: Vec<String> = entries
                    .iter()
                    .map(|(key, value)| format!("{key}: {}", value.in_flow()))
                    .collect();
                format!("{{{}}}", entries.join(", "))
            }
        }
    }
}

/// Whether a text means itself wherever it stands in YAML.
fn is_plain(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphanumeric())
        && !text.ends_with(':')
        && text.chars().all(|c| c.is_ascii_alphanumeric() || "-_./:+~%=?&@#".contains(c))
        && !matches!(
            &*text.to_ascii_lowercase(),
            "true" | "false" | "yes" | "no" | "on" | "off" | "null" | "y" | "n"
        )
}

/// A text between double quotation marks, in which YAML and JSON agree.
fn double_quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

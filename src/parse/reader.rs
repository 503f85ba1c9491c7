//! Nodes → raw records: every key read by its name, every mistake reported.
//!
//! A raw record holds what its author wrote, with places. `raw!` declares one: its fields are the keys that may be
//! written, in the words in which they are written. Reading never stops at a mistake: a field that cannot be read is absent.

use std::ops::Range;
use std::sync::Arc;

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::moment::{Trouble, Written};
use super::text;
use super::yaml::{Key, Node, Value, tight_colon};
use crate::diag::{Code, Diagnostic, Place, SourceFile, did_you_mean};
use crate::model::Moment;

/// A value and the place it was written in.
#[derive(Debug, Clone)]
pub(super) struct Located<T> {
    pub(super) value: T,
    pub(super) span: Range<usize>,
}

/// A key of a raw record: absent, or written somewhere.
pub(super) type Field<T> = Option<Located<T>>;

/// What can be read from a node.
pub(super) trait FromNode: Sized {
    /// Whether one of them may stand alone where a list of them is expected.
    const ALONE: bool = true;

    /// Reads the node, or reports why it cannot be read.
    fn from_node(node: &Node, reader: &mut Reader) -> Option<Self>;
}

/// Collects what is wrong with one file while it is read.
#[derive(Debug)]
pub(super) struct Reader {
    file: Arc<SourceFile>,
    /// The path of the page that the file is shown on, without slashes at its ends.
    pub(super) page: String,
    pub(super) diagnostics: Vec<Diagnostic>,
    /// Keys whose values could not be read, which has been reported: they are not missing.
    unread: Vec<(String, usize)>,
}

impl Reader {
    pub(super) fn new(file: &Arc<SourceFile>) -> Self {
        Self { file: Arc::clone(file), page: String::new(), diagnostics: Vec::new(), unread: Vec::new() }
    }

    pub(super) fn file(&self) -> &Arc<SourceFile> {
        &self.file
    }

    pub(super) fn place(&self, span: &Range<usize>) -> Place {
        Place { file: Arc::clone(&self.file), span: span.clone() }
    }

    pub(super) fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Reports a mistake at `span`.
    pub(super) fn error(&mut self, code: Code, span: &Range<usize>, message: impl Into<String>, help: impl Into<String>) {
        let place = self.place(span);
        self.report(Diagnostic::new(code, place, message).help(help));
    }

    pub(super) fn trouble(&mut self, span: &Range<usize>, trouble: Trouble) {
        let place = self.place(span);
        self.report(Diagnostic::new(trouble.code, place, trouble.message).label(trouble.label).help(trouble.help));
    }

    /// The entries of a map.
    pub(super) fn map<'n>(&mut self, node: &'n Node, what: &str) -> Option<&'n [(Key, Node)]> {
        match &node.value {
            Value::Map(entries) => Some(entries),
            Value::Scalar { text, quoted: false } if let Some((key, value)) = tight_colon(text) => {
                let help = format!("put a space after the colon: `{key}: {value}`");
                self.error(Code::YamlSyntax, &node.span, "a space is missing after this colon", help);
                None
            }
            _ => {
                self.error(
                    Code::ValueType,
                    &node.span,
                    format!("{what} is written as keys with values"),
                    "write `key: value` on lines of their own, indented by two spaces",
                );
                None
            }
        }
    }

    /// Reports every key that is not among `known`.
    pub(super) fn refuse_unknown(&mut self, map: &[(Key, Node)], what: &str, known: &[&[&str]]) {
        for (key, _) in map {
            let names = || known.iter().copied().flatten().copied();
            if names().any(|name| name == key.name) {
                continue;
            }
            let help = match synonym(what, &key.name).or_else(|| did_you_mean(&key.name, names())) {
                Some("occurred") if key.name == "date" => "an incident has `occurred`: the day on which it happened".to_owned(),
                Some(meant) => format!("did you mean `{meant}`?"),
                None => format!("the keys of {what} are: {}", names().collect::<Vec<_>>().join(", ")),
            };
            self.error(Code::KeyUnknown, &key.span, format!("{what} has no key `{}`", key.name), help);
        }
    }

    /// Reports the first entry beyond the most that a list or map may have; there is none if `beyond` is nothing.
    fn refuse_beyond(&mut self, most: usize, beyond: Option<&Range<usize>>, entries: &str) {
        if let Some(beyond) = beyond {
            let message = format!("there are more than {most} {entries} here, of which this is the first too many");
            self.error(Code::ListTooLong, beyond, message, "take out what is not needed, or divide it between several records");
        }
    }

    /// The value of a key; an empty one is absent.
    pub(super) fn field<T: FromNode>(&mut self, map: &[(Key, Node)], name: &str) -> Field<T> {
        let (key, node) = map.iter().find(|(key, _)| key.name == name)?;
        if node.is_empty() {
            return None;
        }
        let Some(value) = T::from_node(node, self) else {
            self.unread.push((name.to_owned(), key.span.start));
            return None;
        };
        let span = if node.span.is_empty() { key.span.clone() } else { node.span.clone() };
        Some(Located { value, span })
    }

    /// The value of a required key; its absence is reported at `at`.
    pub(super) fn require<T>(&mut self, field: Field<T>, map: &[(Key, Node)], at: &Range<usize>, name: &str, help: &str) -> Field<T> {
        if field.is_none() {
            // A key whose value could not be read has been reported already.
            match map.iter().find(|(key, _)| key.name == name) {
                None => self.error(Code::KeyMissing, at, format!("`{name}` is missing"), help),
                Some((key, node)) if node.is_empty() => {
                    self.error(Code::KeyMissing, &key.span, format!("`{name}` is empty"), help);
                }
                Some(_) => {}
            }
        }
        field
    }

    /// Reports that the map at `span` has no key `name`, unless it has one that could not be read. An empty span is the whole file.
    pub(super) fn missing(&mut self, span: &Range<usize>, name: &str, message: impl Into<String>, help: impl Into<String>) {
        if !self.unread.iter().any(|(unread, at)| unread == name && (span.is_empty() || span.contains(at))) {
            self.error(Code::KeyMissing, span, message, help);
        }
    }

    /// The moment in the record's zone, or a report.
    pub(super) fn moment(&mut self, written: &Located<Written>, zone: Tz) -> Option<Moment> {
        match written.value.in_zone(zone) {
            Ok(moment) => Some(moment),
            Err(trouble) => {
                self.trouble(&written.span, trouble);
                None
            }
        }
    }

    /// The civil date in the record's zone, or a report; a time of day is left out with a warning.
    pub(super) fn date(&mut self, written: &Located<Written>, zone: Tz) -> Option<NaiveDate> {
        match written.value.date_in_zone(zone) {
            Ok(civil) => {
                if civil.had_time {
                    self.error(
                        Code::DateHasTime,
                        &written.span,
                        "only the date is used here, and a time of day was written",
                        format!("write `{}`", civil.date),
                    );
                }
                Some(civil.date)
            }
            Err(trouble) => {
                self.trouble(&written.span, trouble);
                None
            }
        }
    }

    /// [`Reader::moment`] of a key that may be absent.
    pub(super) fn moment_of(&mut self, field: &Field<Written>, zone: Tz) -> Option<Moment> {
        field.as_ref().and_then(|written| self.moment(written, zone))
    }

    /// [`Reader::date`] of a key that may be absent.
    pub(super) fn date_of(&mut self, field: &Field<Written>, zone: Tz) -> Option<NaiveDate> {
        field.as_ref().and_then(|written| self.date(written, zone))
    }
}

/// The key that somebody means who writes another word for it.
fn synonym(what: &str, key: &str) -> Option<&'static str> {
    Some(match (what, key) {
        ("an incident", "date" | "day" | "when") => "occurred",
        ("a source", "name") => "title",
        ("a source", "link" | "href" | "web") => "url",
        ("a source", "publication" | "newspaper" | "site") => "publisher",
        ("a source", "date") => "published",
        ("an incident" | "a response" | "an article" | "an organisation" | "a page", "name") => "title",
        ("a response" | "an organisation", "link" | "website") => "url",
        _ => return None,
    })
}

impl Node {
    /// Whether nothing was written: no value, empty text, an empty list.
    pub(super) fn is_empty(&self) -> bool {
        match &self.value {
            Value::Null => true,
            Value::Scalar { text, .. } => text.trim().is_empty(),
            Value::List(items) => items.is_empty(),
            Value::Map(entries) => entries.is_empty(),
        }
    }

    fn scalar<'n>(&'n self, reader: &mut Reader, what: &str, help: &str) -> Option<&'n str> {
        match &self.value {
            Value::Scalar { text, .. } => Some(text),
            Value::Null => {
                reader.error(Code::ValueType, &self.span, format!("{what} is expected here, and nothing is written"), help);
                None
            }
            Value::List(_) | Value::Map(_) => {
                reader.error(Code::ValueType, &self.span, format!("{what} is expected here"), help);
                None
            }
        }
    }
}

/// Every short text of every file, without characters that deceive the eye.
impl FromNode for String {
    fn from_node(node: &Node, reader: &mut Reader) -> Option<Self> {
        let text = node.scalar(reader, "text", "write one text; put it in quotes if it has a colon or begins with a bracket")?;
        Some(text::clean(text.trim(), &node.span, reader))
    }
}

impl FromNode for bool {
    fn from_node(node: &Node, reader: &mut Reader) -> Option<Self> {
        match &node.value {
            Value::Scalar { text, quoted: false } if matches!(text.as_str(), "true" | "True" | "TRUE") => Some(true),
            Value::Scalar { text, quoted: false } if matches!(text.as_str(), "false" | "False" | "FALSE") => Some(false),
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
            reader.error(Code::ValueType, &node.span, format!("`{text}` is not a whole number"), "write digits only");
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

impl FromNode for crate::model::Period {
    fn from_node(node: &Node, reader: &mut Reader) -> Option<Self> {
        let text = node.scalar(reader, "a period", "write a number and a unit, such as 30 days")?;
        super::moment::read_period(text).map_err(|trouble| reader.trouble(&node.span, trouble)).ok()
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
/// Each entry costs more than its length: a tag is a page, a clock a badge, a frame and a row of many tables. So every list ends.
#[derive(Debug, Clone)]
pub(super) struct List<T, const MOST: usize = 1000>(pub(super) Vec<T>);

impl<T: FromNode, const MOST: usize> FromNode for List<T, MOST> {
    const ALONE: bool = false;

    fn from_node(node: &Node, reader: &mut Reader) -> Option<Self> {
        match &node.value {
            Value::List(items) => {
                reader.refuse_beyond(MOST, items.get(MOST).map(|item| &item.span), "entries");
                Some(Self(items.iter().take(MOST).filter_map(|item| T::from_node(item, reader)).collect()))
            }
            _ if T::ALONE => T::from_node(node, reader).map(|one| Self(vec![one])),
            _ => {
                reader.error(Code::ValueType, &node.span, "a list is expected here", "begin each entry with a hyphen: `- key: value`");
                None
            }
        }
    }
}

/// A map with keys of the author's own.
#[derive(Debug, Clone)]
pub(super) struct Named<T, const MOST: usize = 100>(pub(super) Vec<(Located<String>, Located<T>)>);

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

/// Declares a raw record: a struct whose fields are the keys that may be written.
///
/// Each key has a comment, which is what editors are told of it, perhaps marks in brackets (`required`, and those that
/// [`shape`](super::shape) knows), and the type of its value.
macro_rules! raw {
    ($(#[$meta:meta])* $name:ident ($what:literal) {
        $( $(#[doc = $says:literal])* $key:ident $([$($mark:ident),+])? : $ty:ty ),* $(,)?
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone)]
        pub(super) struct $name { $( $(#[doc = $says])* pub(super) $key: $crate::parse::reader::Field<$ty>, )* }

        impl $name {
            pub(super) const KEYS: &'static [&'static str] = &[ $( stringify!($key), )* ];

            /// Reads the keys that are this record's own; others are not its business.
            pub(super) fn read(
                map: &[($crate::parse::yaml::Key, $crate::parse::yaml::Node)],
                reader: &mut $crate::parse::reader::Reader,
            ) -> Self {
                Self { $( $key: reader.field(map, stringify!($key)), )* }
            }

            /// What the keys are called, what they hold, and what is said of them.
            pub(super) fn keys(all: &mut $crate::parse::shape::Definitions) -> Vec<$crate::parse::shape::KeyShape> {
                vec![ $( $crate::parse::shape::KeyShape {
                    name: stringify!($key),
                    says: concat!($($says),*),
                    marks: &[ $($( stringify!($mark) ),+)? ],
                    shape: <$ty as $crate::parse::shape::Shape>::shape(all),
                }, )* ]
            }
        }

        impl $crate::parse::shape::Shape for $name {
            fn shape(all: &mut $crate::parse::shape::Definitions) -> serde_json::Value {
                $crate::parse::shape::reference(all, stringify!($name), |all| $crate::parse::shape::object($what, Self::keys(all)))
            }
        }

        impl $crate::parse::reader::FromNode for $name {
            const ALONE: bool = false;

            fn from_node(
                node: &$crate::parse::yaml::Node,
                reader: &mut $crate::parse::reader::Reader,
            ) -> Option<Self> {
                let map = reader.map(node, $what)?;
                reader.refuse_unknown(map, $what, &[Self::KEYS]);
                Some(Self::read(map, reader))
            }
        }
    };
}
pub(super) use raw;

/// Reads a word out of a closed list.
pub(super) fn word<T: Copy>(node: &Node, reader: &mut Reader, what: &str, words: &[(T, &str)]) -> Option<T> {
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

/// Declares how a closed list of words is read, and what it looks like.
macro_rules! words {
    ($name:ident ($what:literal) = $words:expr) => {
        impl $crate::parse::reader::FromNode for $name {
            fn from_node(node: &$crate::parse::yaml::Node, reader: &mut $crate::parse::reader::Reader) -> Option<Self> {
                $crate::parse::reader::word(node, reader, $what, &$words)
            }
        }

        impl $crate::parse::shape::Shape for $name {
            fn shape(_: &mut $crate::parse::shape::Definitions) -> serde_json::Value {
                $crate::parse::shape::one_of(&$words.map(|(_, word)| word))
            }
        }
    };
}
pub(super) use words;

//! Nodes → raw records: every key read by its name, every mistake reported.
//!
//! A raw record holds what its author wrote, with places; [`raw`](super::raw) declares one. Reading
//! never stops at a mistake: a field that cannot be read is absent.

use std::ops::Range;
use std::sync::Arc;

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::moment::{Trouble, Written};
use super::yaml::{Key, Node, Value, tight_colon};
use crate::diag::{Code, Diagnostic, Findings, Place, SourceFile, did_you_mean};
use crate::model::{DocumentKind, Moment};

/// A value and the place it was written in.
#[derive(Debug, Clone)]
pub(crate) struct Located<T> {
    pub(crate) value: T,
    pub(crate) span: Range<usize>,
}

/// A key of a raw record: absent, or written somewhere.
pub(crate) type Field<T> = Option<Located<T>>;

/// What can be read from a node.
pub(crate) trait FromNode: Sized {
    /// Whether one of them may stand alone where a list of them is expected.
    const ALONE: bool = true;

    /// Reads the node, or reports why it cannot be read.
    fn from_node(node: &Node, reader: &mut Reader) -> Option<Self>;
}

/// Collects what is wrong with one file while it is read.
#[derive(Debug)]
pub(crate) struct Reader {
    file: Arc<SourceFile>,
    /// The path of the page that the file is shown on, without slashes at its ends.
    pub(crate) page: String,
    pub(crate) diagnostics: Findings,
    /// Kinds of documents of the site's own.
    pub(crate) documents: Vec<DocumentKind>,
    /// Keys whose values could not be read, which has been reported: they are not missing.
    unread: Vec<(String, usize)>,
}

impl Reader {
    pub(crate) fn new(file: &Arc<SourceFile>) -> Self {
        Self {
            file: Arc::clone(file),
            page: String::new(),
            diagnostics: Findings::default(),
            documents: Vec::new(),
            unread: Vec::new(),
        }
    }

    pub(crate) fn file(&self) -> &Arc<SourceFile> {
        &self.file
    }

    pub(crate) fn place(&self, span: &Range<usize>) -> Place {
        Place { file: Arc::clone(&self.file), span: span.clone() }
    }

    pub(crate) fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Reports a mistake at `span`.
    pub(crate) fn error(
        &mut self,
        code: Code,
        span: &Range<usize>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        let place = self.place(span);
        self.report(Diagnostic::new(code, place, message).help(help));
    }

    /// Reports a mistake of which there can be very many: what is said of it is only found out
    /// where it is told.
    pub(crate) fn find(
        &mut self,
        code: Code,
        span: &Range<usize>,
        said: impl FnOnce() -> (String, String),
    ) {
        let place = self.place(span);
        self.diagnostics.find(code, place, |place| {
            let (message, help) = said();
            Diagnostic::new(code, place, message).help(help)
        });
    }

    pub(crate) fn trouble(&mut self, span: &Range<usize>, trouble: Trouble) {
        let place = self.place(span);
        self.report(
            Diagnostic::new(trouble.code, place, trouble.message)
                .label(trouble.label)
                .help(trouble.help),
        );
    }

    /// The entries of a map.
    pub(crate) fn map<'n>(&mut self, node: &'n Node, what: &str) -> Option<&'n [(Key, Node)]> {
        match &node.value {
            Value::Map(entries) => Some(entries),
            Value::Scalar { text, quoted: false } if let Some((key, value)) = tight_colon(text) => {
                let help = format!("put a space after the colon: `{key}: {value}`");
                self.error(
                    Code::YamlSyntax,
                    &node.span,
                    "a space is missing after this colon",
                    help,
                );
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
    pub(crate) fn refuse_unknown(&mut self, map: &[(Key, Node)], what: &str, known: &[&[&str]]) {
        for (key, _) in map {
            let names = || known.iter().copied().flatten().copied();
            if names().any(|name| name == key.name) {
                continue;
            }
            let help = match synonym(what, &key.name).or_else(|| did_you_mean(&key.name, names())) {
                Some("occurred") if key.name == "date" => {
                    "an incident has `occurred`: the day on which it happened".to_owned()
                }
                Some(meant) => format!("did you mean `{meant}`?"),
                None => {
                    format!("the keys of {what} are: {}", names().collect::<Vec<_>>().join(", "))
                }
            };
            self.error(
                Code::KeyUnknown,
                &key.span,
                format!("{what} has no key `{}`", key.name),
                help,
            );
        }
    }

    /// Reports the first entry beyond the most that a list or map may have; there is none if
    /// `beyond` is nothing.
    pub(super) fn refuse_beyond(
        &mut self,
        most: usize,
        beyond: Option<&Range<usize>>,
        entries: &str,
    ) {
        if let Some(beyond) = beyond {
            let message = format!(
                "there are more than {most} {entries} here, of which this is the first too many"
            );
            self.error(
                Code::ListTooLong,
                beyond,
                message,
                "take out what is not needed, or divide it between several records",
            );
        }
    }

    /// The value of a key; an empty one is absent.
    pub(crate) fn field<T: FromNode>(&mut self, map: &[(Key, Node)], name: &str) -> Field<T> {
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
    pub(crate) fn require<T>(
        &mut self,
        field: Field<T>,
        map: &[(Key, Node)],
        at: &Range<usize>,
        name: &str,
        help: &str,
    ) -> Field<T> {
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

    /// Reports that the map at `span` has no key `name`, unless it has one that could not be read.
    /// An empty span is the whole file.
    pub(crate) fn missing(
        &mut self,
        span: &Range<usize>,
        name: &str,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        if !self
            .unread
            .iter()
            .any(|(unread, at)| unread == name && (span.is_empty() || span.contains(at)))
        {
            self.error(Code::KeyMissing, span, message, help);
        }
    }

    /// The moment in the record's zone, or a report.
    pub(crate) fn moment(&mut self, written: &Located<Written>, zone: Tz) -> Option<Moment> {
        match written.value.in_zone(zone) {
            Ok(moment) => {
                let here = moment.first_day(zone);
                if let Some(there) = written.value.own_day().filter(|there| *there != here) {
                    self.error(
                        Code::DateElsewhere,
                        &written.span,
                        format!("this is {there} where its offset holds, and {here} in {zone}, whose days are counted"),
                        "write the date and time of that zone, without an offset, or correct `timezone`",
                    );
                }
                Some(moment)
            }
            Err(trouble) => {
                self.trouble(&written.span, trouble);
                None
            }
        }
    }

    /// The civil date in the record's zone, or a report; a time of day is left out with a warning.
    pub(crate) fn date(&mut self, written: &Located<Written>, zone: Tz) -> Option<NaiveDate> {
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
    pub(crate) fn moment_of(&mut self, field: &Field<Written>, zone: Tz) -> Option<Moment> {
        field.as_ref().and_then(|written| self.moment(written, zone))
    }

    /// [`Reader::date`] of a key that may be absent.
    pub(crate) fn date_of(&mut self, field: &Field<Written>, zone: Tz) -> Option<NaiveDate> {
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
        ("an incident" | "a response" | "an article" | "an organisation" | "a page", "name") => {
            "title"
        }
        ("a response" | "an organisation", "link" | "website") => "url",
        _ => return None,
    })
}

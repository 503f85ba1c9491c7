//! One file → advice: what an editor may want to look at although every page can be made.
//!
//! Claims without a source, sources that nobody archived, absences that no clock watches, and words
//! that mean another day tomorrow. `check` gives it, and a build that is strict; ordinary builds do
//! not pay for it.
//!
//! Absent on purpose: articles, in what concerns words. They carry a date and are read as of it.

mod external_links;
mod sources;
mod words;

use std::ops::Range;
use std::sync::Arc;

pub use self::external_links::ExternalLink;
use self::external_links::external_links;
use crate::diag::{Code, Diagnostic, Place, SourceFile};
use crate::front_matter::yaml::{Key, Node, Value};
use crate::markdown::Passages;
use crate::model::{Kind, Settings};

/// What is said of one file besides what is wrong with it.
#[derive(Debug, Clone)]
pub(crate) struct FileLint {
    /// Whether it is that of a draft.
    pub(crate) is_draft: bool,
    pub(crate) advice: Vec<Diagnostic>,
    pub(crate) links: Vec<ExternalLink>,
}

/// One record as it is written.
struct Written<'f> {
    file: &'f Arc<SourceFile>,
    kind: Kind,
    /// The language of its words.
    language: String,
    is_translation: bool,
    entries: &'f [(Key, Node)],
    body: Range<usize>,
    /// Where its author's own words stand in the body.
    words: &'f [Range<usize>],
}

/// Looks at a file of which `front` was read and whose body has these passages: that of a record of
/// a kind, perhaps in another language, or of YAML alone.
pub(crate) fn lint(
    file: &Arc<SourceFile>,
    record: Option<(Kind, Option<&str>)>,
    (front, body): (&Node, Range<usize>),
    passages: Passages,
    settings: &Settings,
) -> FileLint {
    let links = external_links(file, front, passages.links);
    let Value::Map(entries) = &front.value else {
        return FileLint { is_draft: false, advice: Vec::new(), links };
    };
    let is_draft = matches!(child(entries, "draft").map(|node| &node.value), Some(Value::Scalar { text, .. }) if text == "true");
    let mut advice = Vec::new();
    if let Some((kind, language)) = record {
        // What a response calls its language is that of the document.
        let own = child(entries, "language").filter(|_| kind != Kind::Response).and_then(text);
        let spoken = language.or(own).unwrap_or(&settings.language).to_owned();
        let written = Written {
            file,
            kind,
            language: spoken,
            is_translation: language.is_some(),
            entries,
            body,
            words: &passages.words,
        };
        sources::look(&written, &mut advice);
        words::look(&written, &mut advice);
    }
    FileLint { is_draft, advice, links }
}

impl Written<'_> {
    fn value(&self, name: &str) -> Option<&Node> {
        child(self.entries, name).filter(|node| !node.is_empty())
    }

    /// The entries of a key that holds a list of maps.
    fn list(&self, name: &str) -> Vec<(&[(Key, Node)], &Node)> {
        let items = match self.value(name).map(|node| &node.value) {
            Some(Value::List(items)) => items.as_slice(),
            _ => &[],
        };
        let maps = items.iter().filter_map(|node| match &node.value {
            Value::Map(entries) => Some((entries.as_slice(), node)),
            _ => None,
        });
        maps.collect()
    }

    /// The place of the title's key or, failing that, of the first key.
    fn head(&self) -> Range<usize> {
        let title =
            self.entries.iter().find(|(key, _)| key.name == "title").or(self.entries.first());
        title.map_or(0..3, |(key, _)| key.span.clone())
    }

    fn report(
        &self,
        code: Code,
        span: &Range<usize>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Diagnostic {
        Diagnostic::new(code, Place { file: Arc::clone(self.file), span: span.clone() }, message)
            .help(help)
    }
}

fn child<'n>(entries: &'n [(Key, Node)], name: &str) -> Option<&'n Node> {
    entries.iter().find(|(key, _)| key.name == name).map(|(_, node)| node)
}

fn text(node: &Node) -> Option<&str> {
    match &node.value {
        Value::Scalar { text, .. } if !text.trim().is_empty() => Some(text.trim()),
        _ => None,
    }
}

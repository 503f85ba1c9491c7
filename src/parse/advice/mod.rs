//! Files → advice: what an editor may want to look at although every page can be made.
//!
//! Claims without a source, sources that nobody archived, absences that no clock watches, and words that mean another day tomorrow.
//! `check` gives it, and a build that is strict; it reads the files a second time, so that ordinary builds do not pay for it.
//!
//! Absent on purpose: articles, in what concerns words. They carry a date and are read as of it.

mod sources;
mod words;

use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;

use super::yaml::{Key, Node, Value};
use super::{Options, files, front_matter, yaml};
use crate::diag::{Code, Diagnostic, Place, SourceFile};
use crate::load::Tree;
use crate::model::{Kind, Settings};

/// One record as it is written.
struct Written<'f> {
    file: &'f Arc<SourceFile>,
    kind: Kind,
    /// The language of its words.
    language: String,
    is_translation: bool,
    entries: Vec<(Key, Node)>,
    body: Range<usize>,
}

/// Advice on every record of a site, drafts only where they are shown. What cannot be read is reported elsewhere.
pub fn advice(tree: &Tree, options: Options) -> Vec<Diagnostic> {
    let settings = super::read_settings(tree).settings;
    let files: Vec<&Arc<SourceFile>> = tree.texts("content/").collect();
    let of_file = |file: &&Arc<SourceFile>| {
        let Some(written) = read(file, &settings) else { return Vec::new() };
        let is_draft = matches!(written.value("draft").map(|node| &node.value), Some(Value::Scalar { text, .. }) if text == "true");
        if is_draft && !options.drafts {
            return Vec::new();
        }
        let mut found = Vec::new();
        sources::look(&written, &mut found);
        words::look(&written, &mut found);
        found
    };
    files.par_iter().flat_map_iter(of_file).collect()
}

fn read<'f>(file: &'f Arc<SourceFile>, settings: &Settings) -> Option<Written<'f>> {
    let (kind, _, language) = files::record_and_language(&file.path)?;
    let parts = front_matter::split(file).ok()?;
    let Value::Map(entries) = yaml::parse(file, parts.yaml).ok()?.value else { return None };
    let own = entries.iter().find(|(key, _)| key.name == "language").and_then(|(_, node)| text(node));
    // What a response calls its language is that of the document.
    let own = own.filter(|_| kind != Kind::Response).map(str::to_owned);
    let is_translation = language.is_some();
    let language = language.or(own).unwrap_or_else(|| settings.language.clone());
    Some(Written { file, kind, language, is_translation, entries, body: parts.body })
}

impl Written<'_> {
    fn value(&self, name: &str) -> Option<&Node> {
        child(&self.entries, name).filter(|node| !node.is_empty())
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
        let title = self.entries.iter().find(|(key, _)| key.name == "title").or(self.entries.first());
        title.map_or(0..3, |(key, _)| key.span.clone())
    }

    fn report(&self, code: Code, span: &Range<usize>, message: impl Into<String>, help: impl Into<String>) -> Diagnostic {
        Diagnostic::new(code, Place { file: Arc::clone(self.file), span: span.clone() }, message).help(help)
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

//! `NAME.fr.md` beside `NAME.md`: words in another language. Facts may be repeated, and must then
//! be the same.
//!
//! [`read`] turns the front matter of a translation into words and facts; [`pair`] finds the places
//! in the record to which the words belong; [`put`] puts them there. An entry of a list translates
//! the record's entry that has the facts which it repeats; entries with the same facts follow the
//! order of the record.
//!
//! Absent on purpose: whether the record exists, and its title, summary and body, which are a
//! [`crate::model::Translation`].

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::ops::Range;

use crate::diag::{Code, Diagnostic};
use crate::front_matter::Places;
use crate::front_matter::reader::{FromNode, Reader};
use crate::front_matter::yaml::{Key, Node, Value};
use crate::markdown::mention::Mentions;
use crate::markdown::{self, Inline};
use crate::model::{
    ClockTerms, Closing, Extension, Id, Incident, Kind, OwnTerms, Pause, Prose, Register,
    Translated,
};

/// The keys whose values are words and not facts, besides those of [`HEADING`].
const WORDS: [&str; 27] = [
    "image.alt",
    "corrections.was",
    "corrections.now",
    "corrections.why",
    "replies.channel",
    "replies.text",
    "place",
    "impact.what",
    "awaiting.title",
    "awaiting.rule",
    "awaiting.extended.why",
    "awaiting.paused.why",
    "awaiting.closed.why",
    "regimes.title",
    "regimes.rule",
    "regimes.extended.why",
    "regimes.paused.why",
    "regimes.closed.why",
    "regimes.limits.*.title",
    "regimes.limits.*.rule",
    "regimes.limits.*.extended.why",
    "regimes.limits.*.paused.why",
    "regimes.limits.*.closed.why",
    "commitments.what",
    "events.title",
    "findings.text",
    "recommendations.text",
];

/// Those of [`WORDS`] that have links and citations.
const RULES: [&str; 3] = ["awaiting.rule", "regimes.rule", "regimes.limits.*.rule"];

/// The map whose keys are names of an editor's: in [`WORDS`] each is `*`.
const NAMED: &str = "regimes.limits";

/// The keys that a page's own heading is made of.
const HEADING: [&str; 2] = ["title", "summary"];

/// What a translation says at one key.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    key: String,
    span: Range<usize>,
    said: Said,
}

#[derive(Debug, Clone)]
enum Said {
    Words(Words),
    Fact(String),
    Map(Vec<Entry>),
    List(Vec<(Range<usize>, Vec<Entry>)>),
}

/// Words of a translation.
#[derive(Debug, Clone)]
pub(crate) enum Words {
    Text(String),
    Prose(Prose),
}

/// A key, and the place in its list of the entry that is meant; 0 where there is no list.
pub(crate) type Step = (String, usize);

/// Reads what front matter says besides its heading; its form has been checked.
pub(crate) fn read(
    kind: Kind,
    map: &[(Key, Node)],
    mentions: &mut Mentions,
    reader: &mut Reader,
) -> Vec<Entry> {
    let refused =
        reader.diagnostics.as_slice().iter().map(|found| found.place.span.start).collect();
    let mut said = entries("", map, &refused, mentions, reader);
    // The language of a translation is said by the file's name; that of a response is its
    // document's, which is a fact.
    said.retain(|entry| kind == Kind::Response || entry.key != "language");
    said
}

/// What stands in a map at the path `above`; keys that begin where something was `refused` are left
/// out.
fn entries(
    above: &str,
    map: &[(Key, Node)],
    refused: &BTreeSet<usize>,
    mentions: &mut Mentions,
    reader: &mut Reader,
) -> Vec<Entry> {
    let mut found = Vec::new();
    for (key, node) in
        map.iter().filter(|(key, node)| !node.is_empty() && !refused.contains(&key.span.start))
    {
        let path = below(above, &key.name);
        let said = if HEADING.contains(&&*path) {
            continue;
        } else if WORDS.contains(&&*path) {
            // What is wrong with a text has been reported.
            let Some(text) = String::from_node(node, &mut Reader::new(reader.file())) else {
                continue;
            };
            Said::Words(if RULES.contains(&&*path) {
                Words::Prose(markdown::inline(
                    &Inline { text, span: node.span.clone() },
                    mentions,
                    reader,
                ))
            } else {
                Words::Text(text)
            })
        } else if words_below(&path).next().is_none() {
            Said::Fact(canonical(node))
        } else {
            match &node.value {
                Value::Map(map) => Said::Map(entries(&path, map, refused, mentions, reader)),
                Value::List(items) => {
                    let items = items.iter().filter_map(|item| match &item.value {
                        Value::Map(map) => Some((
                            item.span.clone(),
                            entries(&path, map, refused, mentions, reader),
                        )),
                        _ => None,
                    });
                    Said::List(items.collect())
                }
                Value::Scalar { .. } | Value::Null => continue,
            }
        };
        found.push(Entry { key: key.name.clone(), span: key.span.clone(), said });
    }
    found
}

/// The words of a translation with their places in its record, and what is wrong with them.
pub(crate) fn pair(
    said: Vec<Entry>,
    record: &[(Key, Node)],
    translation: &Places,
    original: &Places,
) -> (Vec<(Vec<Step>, Words)>, Vec<Diagnostic>) {
    let mut pairing = Pairing { translation, original, words: Vec::new(), diagnostics: Vec::new() };
    pairing.map(said, record, &[]);
    (pairing.words, pairing.diagnostics)
}

struct Pairing<'o> {
    translation: &'o Places,
    original: &'o Places,
    words: Vec<(Vec<Step>, Words)>,
    diagnostics: Vec<Diagnostic>,
}

impl Pairing<'_> {
    fn map(&mut self, said: Vec<Entry>, record: &[(Key, Node)], above: &[Step]) {
        self.require_whole(&said, record, above);
        for Entry { key, span, said } in said {
            let same = record.iter().find(|(known, node)| known.name == key && !node.is_empty());
            let here =
                |at: usize| above.iter().cloned().chain([(key.clone(), at)]).collect::<Vec<_>>();
            match (said, same.map(|(_, node)| &node.value)) {
                (Said::Fact(value), _) => {
                    if same.is_none_or(|(_, node)| canonical(node) != value) {
                        self.differs(&key, &span, same.map(|(key, _)| key));
                    }
                }
                (Said::Words(words), Some(_)) => self.words.push((here(0), words)),
                (Said::Map(said), Some(Value::Map(record))) => self.map(said, record, &here(0)),
                (Said::List(said), Some(Value::List(record))) => {
                    self.list(&key, said, record, above);
                }
                (Said::Words(_) | Said::Map(_) | Said::List(_), _) => {
                    let message =
                        format!("the record that this file translates has no `{key}` here");
                    self.report(
                        Code::TranslationFact,
                        &span,
                        message,
                        "write it into the record first, or delete it here",
                    );
                }
            }
        }
    }

    fn list(
        &mut self,
        key: &str,
        said: Vec<(Range<usize>, Vec<Entry>)>,
        record: &[Node],
        above: &[Step],
    ) {
        let known: Vec<BTreeMap<&str, String>> = record
            .iter()
            .map(|entry| {
                map_of(entry)
                    .iter()
                    .map(|(key, node)| (key.name.as_str(), canonical(node)))
                    .collect()
            })
            .collect();
        let mut alike: BTreeMap<Vec<(String, String)>, Vec<usize>> = BTreeMap::new();
        for (at, (_, said)) in said.iter().enumerate() {
            alike.entry(facts_of(said)).or_default().push(at);
        }
        // For each entry the one that it translates, or how many have its facts.
        let mut meant: Vec<Result<usize, usize>> = vec![Err(0); said.len()];
        for (facts, places) in &alike {
            let has_all = |known: &BTreeMap<&str, String>| {
                facts.iter().all(|(key, value)| known.get(key.as_str()) == Some(value))
            };
            let fits: Vec<usize> =
                (0..).zip(&known).filter(|(_, known)| has_all(known)).map(|(at, _)| at).collect();
            for (nth, place) in places.iter().enumerate() {
                let found = if places.len() < fits.len() {
                    Err(fits.len())
                } else {
                    fits.get(nth).copied().ok_or(fits.len().min(1))
                };
                if let Some(slot) = meant.get_mut(*place) {
                    *slot = found;
                }
            }
        }
        let mut taken = BTreeSet::new();
        for (at, ((span, said), meant)) in said.into_iter().zip(meant).enumerate() {
            match meant {
                Ok(meant) if taken.insert(meant) => {
                    let path: Vec<Step> =
                        above.iter().cloned().chain([(key.to_owned(), meant)]).collect();
                    self.map(said, record.get(meant).map_or(&[][..], map_of), &path);
                }
                Ok(_) | Err(1) => {
                    let help = "keep one of the translations, or repeat the facts of the entry that is meant";
                    self.report(
                        Code::IdDuplicate,
                        &span,
                        format!("one entry of `{key}` is translated twice"),
                        help,
                    );
                }
                Err(0) => self.fits_nothing(&said, at, record),
                Err(several) => {
                    let message = format!(
                        "it is not clear which of {several} entries of `{key}` this translates"
                    );
                    let fact = record.iter().find(|entry| differing(&said, entry).is_empty());
                    let help = match fact
                        .and_then(|entry| fact_of(entry, &said, &steps(above, key)))
                    {
                        Some(fact) => format!(
                            "repeat what tells it apart, such as `{fact}`, or translate all of them in the same order"
                        ),
                        None => "translate all of them in the same order".to_owned(),
                    };
                    self.report(Code::TranslationFact, &span, message, help);
                }
            }
        }
    }

    /// Reports what an entry that fits none of the record's repeats wrongly: beside the entry that
    /// it is most like.
    fn fits_nothing(&mut self, said: &[Entry], at: usize, record: &[Node]) {
        let most_alike = record
            .iter()
            .enumerate()
            .min_by_key(|(other, entry)| (differing(said, entry).len(), other.abs_diff(at)));
        let Some((_, entry)) = most_alike else { return };
        for fact in differing(said, entry) {
            self.differs(
                &fact.key,
                &fact.span,
                map_of(entry).iter().map(|(key, _)| key).find(|key| key.name == fact.key),
            );
        }
    }

    /// Of an entry all words are translated or none, so that it is in one language.
    fn require_whole(&mut self, said: &[Entry], record: &[(Key, Node)], above: &[Step]) {
        let first = said.iter().find(|entry| matches!(entry.said, Said::Words(_)));
        let (Some(first), false) = (first, above.is_empty()) else { return };
        let path = above.iter().fold(String::new(), |path, (key, _)| below(&path, key));
        for (key, _) in record.iter().filter(|(_, node)| !node.is_empty()) {
            if WORDS.contains(&&*below(&path, &key.name))
                && !said.iter().any(|entry| entry.key == key.name)
            {
                let message =
                    format!("`{}` is translated here, and `{}` is not", first.key, key.name);
                self.report(
                    Code::KeyMissing,
                    &first.span,
                    message,
                    format!("add `{}` in this language", key.name),
                );
            }
        }
    }

    fn differs(&mut self, name: &str, span: &Range<usize>, same: Option<&Key>) {
        let Some(key) = same else {
            let message = format!("the record that this file translates has no `{name}` here");
            return self.report(
                Code::TranslationFact,
                span,
                message,
                "delete it here: facts are taken from the record",
            );
        };
        let message = format!("`{name}` differs from the record that this file translates");
        self.diagnostics.push(
            Diagnostic::new(Code::TranslationFact, self.translation.place(span), message)
                .help("write it as the record has it, or take it out: only words are translated")
                .related(self.original.place(&key.span), "the record says this"),
        );
    }

    fn report(
        &mut self,
        code: Code,
        span: &Range<usize>,
        message: String,
        help: impl Into<String>,
    ) {
        self.diagnostics
            .push(Diagnostic::new(code, self.translation.place(span), message).help(help));
    }
}

/// The facts that an entry of a translation repeats, in order of their keys.
fn facts_of(said: &[Entry]) -> Vec<(String, String)> {
    let facts = said.iter().filter_map(|entry| match &entry.said {
        Said::Fact(value) => Some((entry.key.clone(), value.clone())),
        _ => None,
    });
    let mut facts: Vec<_> = facts.collect();
    facts.sort();
    facts
}

/// The facts that an entry of a translation repeats differently from an entry of the record.
fn differing<'s>(said: &'s [Entry], record: &Node) -> Vec<&'s Entry> {
    let is_same = |key: &str, value: &str| {
        map_of(record).iter().any(|(known, node)| known.name == key && canonical(node) == value)
    };
    said.iter()
        .filter(|entry| matches!(&entry.said, Said::Fact(value) if !is_same(&entry.key, value)))
        .collect()
}

/// A key of a fact of the record's entry that a translation's does not repeat.
fn fact_of<'r>(record: &'r Node, said: &[Entry], path: &str) -> Option<&'r str> {
    let keys = map_of(record)
        .iter()
        .filter(|(_, node)| !node.is_empty())
        .map(|(key, _)| key.name.as_str());
    let is_words = |key: &str| {
        let path = below(path, key);
        WORDS.contains(&&*path) || words_below(&path).next().is_some()
    };
    keys.filter(|key| !is_words(key)).find(|key| !said.iter().any(|entry| entry.key == **key))
}

fn map_of(node: &Node) -> &[(Key, Node)] {
    match &node.value {
        Value::Map(entries) => entries,
        _ => &[],
    }
}

fn steps(above: &[Step], key: &str) -> String {
    below(&above.iter().fold(String::new(), |path, (key, _)| below(&path, key)), key)
}

fn below(above: &str, key: &str) -> String {
    match above {
        "" => key.to_owned(),
        NAMED => format!("{NAMED}.*"),
        _ => format!("{above}.{key}"),
    }
}

fn words_below(path: &str) -> impl Iterator<Item = &'static str> {
    WORDS
        .into_iter()
        .filter(move |words| words.strip_prefix(path).is_some_and(|rest| rest.starts_with('.')))
}

/// Gives words of a record their translation.
pub(crate) fn put(
    register: &mut Register,
    (kind, id): (Kind, &Id),
    path: &[Step],
    language: &str,
    words: Words,
) {
    let path: Vec<(&str, usize)> = path.iter().map(|(key, at)| (key.as_str(), *at)).collect();
    match words {
        Words::Text(text) => {
            if let Some(found) = text_at(register, (kind, id), &path) {
                found.add(language, text);
            }
        }
        Words::Prose(prose) => {
            let incident = register.incidents.get_mut(id);
            let rule = incident.and_then(|incident| match path[..] {
                [("awaiting", at), _] => Some(&mut incident.awaiting.get_mut(at)?.rule),
                _ => own_terms(incident, &path)?.0.rule.as_mut(),
            });
            if let Some(rule) = rule {
                rule.add(language, prose);
            }
        }
    }
}

/// Where the text of one of [`WORDS`] is kept.
fn text_at<'r>(
    register: &'r mut Register,
    (kind, id): (Kind, &Id),
    path: &[(&str, usize)],
) -> Option<&'r mut Translated> {
    if let [("image" | "corrections" | "replies", _), ..] = path {
        let record = register.record_mut(kind, id)?;
        return match *path {
            [("image", _), _] => record.image.as_mut().map(|image| &mut image.alt),
            [("corrections", at), (text, _)] => {
                let correction = record.corrections.get_mut(at)?;
                match text {
                    "was" => Some(&mut correction.was),
                    "now" => correction.now.as_mut(),
                    _ => correction.why.as_mut(),
                }
            }
            [("replies", at), (text, _)] => {
                let reply = record.replies.get_mut(at)?;
                if text == "text" { reply.text.as_mut() } else { reply.channel.as_mut() }
            }
            _ => None,
        };
    }
    if kind == Kind::Response {
        let response = register.responses.get_mut(id)?;
        return match *path {
            [("findings", at), _] => Some(&mut response.findings.get_mut(at)?.text),
            [("recommendations", at), _] => Some(&mut response.recommendations.get_mut(at)?.text),
            _ => None,
        };
    }
    let incident = register.incidents.get_mut(id)?;
    match *path {
        [("place", _)] => incident.place.as_mut(),
        [("impact", at), _] => Some(&mut incident.impact.get_mut(at)?.what),
        [("commitments", at), _] => Some(&mut incident.commitments.get_mut(at)?.what),
        [("events", at), _] => Some(&mut incident.events.get_mut(at)?.title),
        [("awaiting", at), ref path @ ..] => {
            let ClockTerms { title, extended, paused, closed, .. } =
                incident.awaiting.get_mut(at)?;
            text_of_terms((title, extended, paused, closed), path)
        }
        [("regimes", _), ..] => {
            let (terms, path) = own_terms(incident, path)?;
            let OwnTerms { title, extended, paused, closed, .. } = terms;
            text_of_terms((title, extended, paused, closed), path)
        }
        _ => None,
    }
}

/// What an entry of `regimes` says of all its clocks or of one, and the rest of the path.
fn own_terms<'i, 'p>(
    incident: &'i mut Incident,
    path: &'p [(&'p str, usize)],
) -> Option<(&'i mut OwnTerms, &'p [(&'p str, usize)])> {
    let [("regimes", at), path @ ..] = path else { return None };
    let used = incident.regimes.get_mut(*at)?;
    match path {
        [("limits", _), (limit, _), path @ ..] => {
            Some((used.limits.get_mut(&Id::from(*limit))?, path))
        }
        _ => Some((&mut used.terms, path)),
    }
}

fn text_of_terms<'t>(
    (title, extended, paused, closed): (
        &'t mut Option<Translated>,
        &'t mut [Extension],
        &'t mut [Pause],
        &'t mut Option<Closing>,
    ),
    path: &[(&str, usize)],
) -> Option<&'t mut Translated> {
    match *path {
        [("title", _)] => title.as_mut(),
        [("extended", at), _] => extended.get_mut(at)?.why.as_mut(),
        [("paused", at), _] => paused.get_mut(at)?.why.as_mut(),
        [("closed", _), _] => Some(&mut closed.as_mut()?.why),
        _ => None,
    }
}

/// A value as text that is the same however it is laid out.
pub(crate) fn canonical(node: &Node) -> String {
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
        // One id may stand alone.
        Value::List(items) if let [only] = &items[..] => write_canonical(only, out),
        Value::List(items) => {
            out.push('[');
            for item in items {
                write_canonical(item, out);
                out.push(',');
            }
            out.push(']');
        }
        Value::Map(entries) => {
            let mut entries: Vec<_> = entries.iter().collect();
            entries.sort_by_key(|(key, _)| &key.name);
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

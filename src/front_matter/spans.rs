//! Front matter → a table of where each value stands. Facts carry no places: whoever finds
//! something wrong later asks here.
//!
//! A way to a value is written as in the file, `["awaiting", 0, "due"]`, and lists are counted as
//! their author wrote them. The table is small, twenty bytes for each value, since it is kept for
//! every record until its pages are planned: names and texts are read in the file itself.

use std::ops::Range;
use std::sync::Arc;

use super::split;
use super::yaml::{Node, Value};
use crate::diag::{Place, SourceFile};
use crate::model::Id;

/// A step on the way to a value.
#[derive(Debug, Clone, Copy)]
pub enum Step<'s> {
    /// The key of a map.
    Key(&'s str),
    /// The position in a list, from 0.
    Item(usize),
}

impl<'s> From<&'s str> for Step<'s> {
    fn from(key: &'s str) -> Self {
        Step::Key(key)
    }
}

impl From<usize> for Step<'_> {
    fn from(position: usize) -> Self {
        Step::Item(position)
    }
}

/// Keys of a record, and those within its lists and maps, whose dates lie in the past.
const PAST: [&str; 5] = ["updated", "delivered", "withdrawn", "aware", "ended"];
const PAST_WITHIN: [&str; 9] =
    ["published", "accessed", "made", "asked", "answered", "date", "on", "aware", "ended"];

/// The places of one file's values.
#[derive(Debug, Clone)]
pub struct Places {
    pub(crate) file: Arc<SourceFile>,
    /// In the order of the file, whatever lies in a value behind it.
    entries: Arc<[Entry]>,
}

/// A value; lengths and places are in bytes of the file, which are fewer than four thousand
/// million.
#[derive(Debug, Clone, Copy)]
struct Entry {
    /// Of its key; empty in a list.
    key: (u32, u32),
    value: (u32, u32),
    form: Form,
    /// How many entries lie in it.
    within: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Nothing,
    Scalar,
    List,
    Map,
}

impl Places {
    /// A file of which nothing could be read.
    pub(crate) fn unread(file: &Arc<SourceFile>) -> Self {
        Self { file: Arc::clone(file), entries: Arc::default() }
    }

    /// The places of what was read of a file.
    pub(crate) fn of(file: &Arc<SourceFile>, front_matter: &Node) -> Self {
        let mut entries = Vec::new();
        add_inside(front_matter, &mut entries);
        Self { file: Arc::clone(file), entries: entries.into() }
    }

    /// Lets go of the file's text but for its front matter.
    pub(crate) fn forget_body(&mut self) {
        let text = split::split(&self.file)
            .map_or(&*self.file.text, |parts| &self.file.text[..parts.body.start])
            .to_owned();
        self.file = Arc::new(SourceFile { path: self.file.path.clone(), text });
    }

    pub(crate) fn place(&self, span: &Range<usize>) -> Place {
        Place { file: Arc::clone(&self.file), span: span.clone() }
    }

    /// The path of the file.
    pub fn path(&self) -> &str {
        &self.file.path
    }

    /// The place of a value; nothing where none is written.
    pub fn value<'s>(&self, path: impl IntoIterator<Item = impl Into<Step<'s>>>) -> Option<Place> {
        Some(self.place(&range(self.find(path)?.1.value)))
    }

    /// The place of the key at the end of a way; nothing where none is written.
    pub fn key<'s>(&self, path: impl IntoIterator<Item = impl Into<Step<'s>>>) -> Option<Place> {
        Some(self.place(&range(self.find(path)?.1.key)))
    }

    /// The key of the record's title or, failing that, its first key: the place of what concerns
    /// the record as a whole.
    pub fn head(&self) -> Place {
        self.place(&self.head_span())
    }

    pub(crate) fn head_span(&self) -> Range<usize> {
        let title = self.find(["title"]).map(|(_, entry)| entry);
        title
            .or(self.entries.first().copied())
            .map_or(0..3.min(self.file.text.len()), |entry| range(entry.key))
    }

    /// The position among `awaiting` of an incident's clock, which is called after its document
    /// where it has no `id`.
    pub fn clock(&self, id: &Id) -> Option<usize> {
        self.position("awaiting", |clock| {
            let own = self
                .text([clock, &["id".into()]].concat())
                .or_else(|| self.text([clock, &["report".into()]].concat()));
            own == Some(id.as_str())
        })
    }

    /// The position among `regimes` of a duty, which is written alone or with what it needs to
    /// know.
    pub fn regime(&self, id: &Id) -> Option<usize> {
        self.position("regimes", |regime| {
            let own = self
                .text([regime, &["regime".into()]].concat())
                .or_else(|| self.text(regime.iter().copied()));
            own == Some(id.as_str())
        })
    }

    /// The place of a value among the terms of an incident's clock: in its own entry or, where a
    /// duty declares it, in what is said of its limit or else of all the duty's clocks. Nothing
    /// where none is written.
    pub fn term(&self, clock: &Id, path: &[Step<'_>]) -> Option<Place> {
        let value = |before: &[Step<'_>]| self.value(before.iter().chain(path).copied());
        if let Some((regime, limit)) = clock.as_str().split_once('/') {
            let entry = [Step::Key("regimes"), Step::Item(self.regime(&Id::from(regime))?)];
            let of_limit = [entry[0], entry[1], Step::Key("limits"), Step::Key(limit)];
            return value(&of_limit).or_else(|| value(&entry));
        }
        value(&[Step::Key("awaiting"), Step::Item(self.clock(clock)?)])
    }

    /// The place where an incident names a clock, or the duty that declares it.
    pub fn declared(&self, clock: &Id) -> Option<Place> {
        if let Some((regime, _)) = clock.as_str().split_once('/') {
            let entry = [Step::Key("regimes"), Step::Item(self.regime(&Id::from(regime))?)];
            let named = self.value(entry.iter().chain(&[Step::Key("regime")]).copied());
            return named.or_else(|| self.value(entry));
        }
        self.term(clock, &[Step::Key("id")]).or_else(|| self.term(clock, &[Step::Key("report")]))
    }

    /// The place of the entry of a list that says `text`, whatever slashes stand around it.
    pub fn entry(&self, list: &str, text: &str) -> Option<Place> {
        let at = self.position(list, |entry| {
            self.text(entry.iter().copied()).is_some_and(|found| found.trim_matches('/') == text)
        })?;
        self.value([list.into(), Step::Item(at)])
    }

    /// The place of the record's own date; its head where it has none.
    pub(crate) fn dated(&self) -> Place {
        let dated = ["occurred", "date"]
            .into_iter()
            .filter_map(|key| self.find([key]))
            .find(|(_, entry)| entry.form != Form::Nothing);
        dated.map_or_else(|| self.head(), |(_, entry)| self.place(&range(entry.value)))
    }

    /// The ids of the record's sources; nothing if they cannot be read.
    pub(crate) fn source_ids(&self) -> Option<Vec<&str>> {
        match self.find(["sources"]) {
            None | Some((_, Entry { form: Form::Nothing, .. })) => Some(Vec::new()),
            Some((at, Entry { form: Form::List, within, .. })) => {
                let count = self.siblings(at + 1, at + 1 + within as usize).count();
                Some(
                    (0..count)
                        .filter_map(|source| {
                            self.text(["sources".into(), Step::Item(source), "id".into()])
                        })
                        .collect(),
                )
            }
            Some(_) => None,
        }
    }

    /// Dates, as they are written, of what can only have happened, with their keys: when a page was
    /// published, a promise made, a question answered. What a record itself is dated may be ahead.
    pub(crate) fn of_the_past(&self) -> Vec<(&str, &str, Place)> {
        let mut found = Vec::new();
        for (at, top) in self.siblings(0, self.entries.len()) {
            let within = (at..=at + top.within as usize).filter_map(|at| self.entries.get(at));
            for (depth, entry) in within.enumerate() {
                let key = unquoted(self.written(entry.key));
                let known: &[&str] = if depth == 0 { &PAST } else { &PAST_WITHIN };
                let is_trigger = depth > 0 && unquoted(self.written(top.key)) == "triggers";
                if entry.form == Form::Scalar && (is_trigger || known.contains(&key)) {
                    let text = unquoted(self.written(entry.value));
                    found.push((key, text, self.place(&range(entry.value))));
                }
            }
        }
        found
    }

    /// The position of the first entry of a list that is so, by the way to it.
    fn position(&self, list: &str, is_so: impl Fn(&[Step<'_>]) -> bool) -> Option<usize> {
        let (at, found) = self.find([list])?;
        let count = match found.form {
            Form::Nothing => 0,
            Form::List => self.siblings(at + 1, at + 1 + found.within as usize).count(),
            Form::Scalar | Form::Map => 1,
        };
        (0..count).find(|item| is_so(&[list.into(), Step::Item(*item)]))
    }

    /// What is written at the end of a way, without the quotes around it.
    fn text<'s>(&self, path: impl IntoIterator<Item = impl Into<Step<'s>>>) -> Option<&str> {
        let (_, entry) = self.find(path).filter(|(_, entry)| entry.form == Form::Scalar)?;
        Some(unquoted(self.written(entry.value)))
    }

    /// The entry at the end of a way, with its index.
    fn find<'s>(
        &self,
        path: impl IntoIterator<Item = impl Into<Step<'s>>>,
    ) -> Option<(usize, Entry)> {
        let mut found: Option<(usize, Entry)> = None;
        for step in path {
            let mut inside = match found {
                Some((at, entry)) => self.siblings(at + 1, at + 1 + entry.within as usize),
                None => self.siblings(0, self.entries.len()),
            };
            found = match (step.into(), found) {
                (Step::Key(name), _) => inside.find(|(_, entry)| {
                    entry.key.1 > 0 && unquoted(self.written(entry.key)) == name
                }),
                (Step::Item(position), Some((_, Entry { form: Form::List, .. }))) => {
                    inside.nth(position)
                }
                // One value may stand where a list is meant.
                (Step::Item(position), alone) => alone.filter(|_| position == 0),
            };
            found?;
        }
        found
    }

    /// The entries from one on up to another, without those that lie in them.
    fn siblings(&self, mut next: usize, end: usize) -> impl Iterator<Item = (usize, Entry)> {
        std::iter::from_fn(move || {
            let found = (next, *self.entries.get(next).filter(|_| next < end)?);
            next += 1 + found.1.within as usize;
            Some(found)
        })
    }

    fn written(&self, span: (u32, u32)) -> &str {
        self.file.text.get(range(span)).unwrap_or_default()
    }
}

fn add_inside(node: &Node, entries: &mut Vec<Entry>) {
    match &node.value {
        Value::Map(map) => {
            map.iter().for_each(|(key, node)| add(compact(&key.span), node, entries));
        }
        Value::List(items) => items.iter().for_each(|node| add((0, 0), node, entries)),
        Value::Scalar { .. } | Value::Null => {}
    }
}

fn add(key: (u32, u32), node: &Node, entries: &mut Vec<Entry>) {
    let form = match &node.value {
        Value::Null => Form::Nothing,
        Value::Scalar { .. } => Form::Scalar,
        Value::List(_) => Form::List,
        Value::Map(_) => Form::Map,
    };
    let at = entries.len();
    entries.push(Entry { key, value: compact(&node.span), form, within: 0 });
    add_inside(node, entries);
    let within = u32::try_from(entries.len() - at - 1).unwrap_or(u32::MAX);
    if let Some(entry) = entries.get_mut(at) {
        entry.within = within;
    }
}

/// Beginning and length.
fn compact(span: &Range<usize>) -> (u32, u32) {
    let number = |bytes: usize| u32::try_from(bytes).unwrap_or(u32::MAX);
    (number(span.start), number(span.len()))
}

fn range((start, length): (u32, u32)) -> Range<usize> {
    start as usize..(start as usize).saturating_add(length as usize)
}

fn unquoted(text: &str) -> &str {
    let text = text.trim();
    let inside = |quote: char| text.strip_prefix(quote)?.strip_suffix(quote);
    inside('"').or_else(|| inside('\'')).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::front_matter::yaml;

    fn places(text: &str) -> Places {
        let file = Arc::new(SourceFile { path: "a.md".to_owned(), text: text.to_owned() });
        let node =
            yaml::parse(&file, 0..text.len()).unwrap_or_else(|found| panic!("{}", found.message));
        Places::of(&file, &node)
    }

    fn marked(place: Option<Place>) -> Option<String> {
        place.map(|place| place.file.text[place.span].to_owned())
    }

    #[test]
    fn a_value_is_found_by_keys_and_positions_however_it_is_laid_out() {
        let found = places(
            "title: A fire\nawaiting:\n- report: x\n  extended: [{to: 1}, {on: 2, 'to': \"3\"}]\n- {id: y, since: {clock: x}}\n",
        );
        let at = |path: &[Step<'_>]| marked(found.value(path.iter().copied()));
        let clock = |position| [Step::Key("awaiting"), Step::Item(position)];
        let second = [Step::Key("extended"), Step::Item(1), Step::Key("to")];
        assert_eq!(at(&[&clock(0)[..], &second].concat()), Some("\"3\"".to_owned()));
        assert_eq!(
            at(&[&clock(1)[..], &[Step::Key("since"), Step::Key("clock")]].concat()),
            Some("x".to_owned())
        );
        assert_eq!(at(&[&clock(1)[..], &[Step::Key("report")]].concat()), None);
        assert_eq!(at(&clock(2)), None);
        assert_eq!(at(&[Step::Key("title"), Step::Key("title")]), None);
        assert_eq!(
            (found.clock(&"x".into()), found.clock(&"y".into()), found.clock(&"z".into())),
            (Some(0), Some(1), None)
        );
    }

    #[test]
    fn a_value_that_stands_alone_is_a_list_of_one() {
        for (text, expected) in [
            ("regimes: own", "own"),
            ("regimes: {regime: own}", "{regime: own"),
            ("regimes: [other, own]", "own"),
        ] {
            let found = places(text);
            let position = found.regime(&"own".into()).expect("the duty");
            assert_eq!(
                marked(found.value([Step::Key("regimes"), Step::Item(position)])).as_deref(),
                Some(expected),
                "{text}"
            );
        }
        assert_eq!(
            marked(places("aliases: /old/").entry("aliases", "old")).as_deref(),
            Some("/old/")
        );
    }

    #[test]
    fn sources_are_known_only_where_they_can_be_read() {
        assert_eq!(places("title: x").source_ids(), Some(Vec::new()));
        assert_eq!(places("sources:").source_ids(), Some(Vec::new()));
        assert_eq!(
            places("sources: [{id: a}, {title: t}, {id: \"b\"}]").source_ids(),
            Some(vec!["a", "b"])
        );
        assert_eq!(places("sources: some").source_ids(), None);
    }
}

//! The schema of front matter → fields of a form.
//!
//! A key has a form if every value that it may hold is a text, or a list of the same. One that may
//! be a text or a map has none, because editors drop the map. Neither has a map with keys of the
//! author's own, nor a flag that means yes where it is absent: forms write a flag nobody set. Nor
//! has a list that says something when it is empty: forms leave it out.

use serde_json::Value;

use super::words::Words;
use crate::front_matter::shape::NAMES;
use crate::model::{DocumentKind, Kind};
use crate::parse::front_matter_schema;

/// A kind of record.
#[derive(Debug)]
pub(super) struct Collection {
    /// The word for one of them.
    pub(super) name: &'static str,
    /// The folder below `content/`.
    pub(super) folder: &'static str,
    /// What many of them are called, and one.
    pub(super) called: (String, String),
    /// Whether prose follows the keys; otherwise the file is YAML alone.
    pub(super) has_prose: bool,
    pub(super) form: Form,
}

/// Keys that belong together.
#[derive(Debug)]
pub(super) struct Form {
    pub(super) fields: Vec<Field>,
    /// Keys that are edited as text.
    pub(super) formless: Vec<String>,
}

/// A key of a record.
#[derive(Debug)]
pub(super) struct Field {
    pub(super) key: String,
    pub(super) label: String,
    pub(super) hint: String,
    pub(super) required: bool,
    /// Whether a word can stand in the place of a list, such as `awaiting: none`.
    pub(super) or_word: bool,
    pub(super) holds: Holds,
}

/// What a key holds.
#[derive(Debug)]
pub(super) enum Holds {
    /// A text, perhaps with a pattern, perhaps of several sentences.
    Text { pattern: Option<String>, long: bool },
    /// A day, as `2021-03-10`.
    Day,
    /// Yes, or no where it is absent.
    Flag,
    /// A whole number.
    Number,
    /// One of these words, with what is shown for each.
    Words(Vec<(String, String)>),
    /// The id of a record of this kind.
    Name(Kind),
    /// Several.
    List(Box<Holds>),
    /// A part with keys of its own.
    Part(Form),
}

/// Keys in the order in which an editor thinks: what, when, where and who; what is awaited;
/// what it rests on; words; and the rest.
const ORDER: [&str; 108] = [
    "id",
    "title",
    "what",
    "value",
    "report",
    "kind",
    "role",
    "status",
    "jurisdiction",
    "date",
    "delivered",
    "withdrawn",
    "occurred",
    "aware",
    "ended",
    "timezone",
    "place",
    "country",
    "sector",
    "operators",
    "from",
    "to",
    "on",
    "made",
    "by",
    "of",
    "asked",
    "channel",
    "deadline",
    "answered",
    "incidents",
    "within",
    "due",
    "earliest_of",
    "unless",
    "fixed",
    "repeat",
    "until",
    "owed_to",
    "month",
    "day",
    "years_after",
    "checked",
    "evidence_until",
    "checked_where",
    "awaiting",
    "file",
    "alt",
    "credit",
    "url",
    "archived",
    "stops",
    "limits",
    "effective",
    "citation",
    "with",
    "compared",
    "verified",
    "weekend",
    "covers",
    "includes",
    "lists",
    "was",
    "now",
    "closed",
    "rule",
    "force",
    "extended",
    "paused",
    "calendar",
    "roll",
    "roll_reason",
    "hours",
    "recheck_every",
    "as_of",
    "impact",
    "events",
    "commitments",
    "status_of",
    "findings",
    "recommendations",
    "compare",
    "sources",
    "publisher",
    "published",
    "accessed",
    "quote",
    "source",
    "summary",
    "text",
    "why",
    "body",
    "note",
    "image",
    "authors",
    "tags",
    "replies",
    "corrections",
    "updated",
    "language",
    "overturns",
    "slug",
    "aliases",
    "draft",
    "triggers",
    "regimes",
    "since",
    "holidays",
];

/// The list that says something when it is empty: that a document stops nothing.
const SAYS_IT_EMPTY: &str = "stops";

/// Keys whose texts are sentences.
const LONG: [&str; 8] = ["summary", "quote", "why", "was", "now", "text", "rule", "note"];

/// Every kind of record: those with prose, duties and calendars.
pub(super) fn collections(own: &[DocumentKind], words: &Words) -> Vec<Collection> {
    let root = front_matter_schema(own);
    let reading = Reading { root: &root, words };
    let collection = |name: &'static str, folder: &'static str, has_prose: bool| Collection {
        name,
        folder,
        called: words.records(folder),
        has_prose,
        form: reading.form(name, &root["$defs"][name]),
    };
    Kind::ALL
        .into_iter()
        .map(|kind| collection(kind.name(), kind.folder(), true))
        .chain([collection("regime", "regimes", false), collection("calendar", "calendars", false)])
        .collect()
}

struct Reading<'r> {
    root: &'r Value,
    words: &'r Words,
}

impl Reading<'_> {
    /// The keys of the part or record that is called so.
    fn form(&self, part: &str, shape: &Value) -> Form {
        let required: Vec<&str> =
            shape["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let mut form = Form { fields: Vec::new(), formless: Vec::new() };
        for (key, shape) in shape["properties"].as_object().into_iter().flatten() {
            let Some(holds) = self.holds(key, shape) else {
                form.formless.push(key.clone());
                continue;
            };
            let says = shape["description"].as_str().unwrap_or_default();
            let mut hint = self.words.hint(part, key, says);
            if let Holds::Part(form) = holds.one()
                && !form.formless.is_empty()
            {
                hint = format!("{hint} {}", self.words.formless(&form.formless));
            }
            form.fields.push(Field {
                key: key.clone(),
                label: self.words.label(part, key),
                hint,
                required: required.contains(&key.as_str()),
                or_word: shape["anyOf"]
                    .as_array()
                    .is_some_and(|ways| ways.iter().any(|way| way.get("const").is_some())),
                holds,
            });
        }
        form.fields.sort_by_key(|field| place(&field.key));
        form.formless.sort_by_key(|key| place(key));
        form
    }

    fn holds(&self, key: &str, shape: &Value) -> Option<Holds> {
        if key == SAYS_IT_EMPTY {
            return None;
        }
        if let Some(name) = shape["$ref"].as_str().and_then(|path| path.strip_prefix("#/$defs/")) {
            let mut form = self.form(name, &self.root["$defs"][name]);
            // A part that is there once is there in every form: nothing in it can be demanded.
            form.fields.iter_mut().for_each(|field| field.required = false);
            return Some(Holds::Part(form));
        }
        if let Some(ways) = shape["anyOf"].as_array() {
            return self.one_of(key, ways);
        }
        if let Some(words) = shape["enum"].as_array() {
            let words = words.iter().filter_map(Value::as_str);
            return Some(Holds::Words(
                words.map(|word| (word.to_owned(), self.words.choice(key, word))).collect(),
            ));
        }
        if shape["title"] == "a day" {
            return Some(Holds::Day);
        }
        if is(shape, "array") {
            let items = &shape["items"];
            return match items["$ref"].as_str().and_then(|path| path.strip_prefix("#/$defs/")) {
                Some(name) => Some(Holds::Part(self.form(name, &self.root["$defs"][name]))),
                None => self.holds(key, items),
            }
            .map(|item| Holds::List(Box::new(item)));
        }
        if is(shape, "object") {
            return None;
        }
        if is(shape, "boolean") {
            return (key == "draft").then_some(Holds::Flag);
        }
        if is(shape, "integer") {
            return Some(Holds::Number);
        }
        let kind = shape[NAMES]
            .as_str()
            .and_then(|name| Kind::ALL.into_iter().find(|kind| kind.name() == name));
        Some(kind.map_or_else(
            || Holds::Text {
                pattern: shape["pattern"].as_str().map(str::to_owned),
                long: LONG.contains(&key),
            },
            Holds::Name,
        ))
    }

    /// Of several ways to write a value: the list, where one may stand alone or a word may stand
    /// for all; the text, where it is always one.
    fn one_of(&self, key: &str, ways: &[Value]) -> Option<Holds> {
        let ways: Vec<&Value> =
            ways.iter().filter(|way| way["type"] != "null" && way.get("const").is_none()).collect();
        if let [way] = ways[..] {
            return self.holds(key, way);
        }
        if let Some(list) = ways.iter().find(|way| way["type"] == "array") {
            let is_same = |way: &&Value| way == list || **way == list["items"];
            return if ways.iter().all(is_same) { self.holds(key, list) } else { None };
        }
        let mut patterns = Vec::new();
        for way in ways {
            match (way["anyOf"].as_array(), self.holds(key, way)?) {
                // A number that YAML makes of a year.
                (None, Holds::Number) => {}
                (_, Holds::Text { pattern: Some(pattern), .. }) => patterns.push(pattern),
                _ => return None,
            }
        }
        Some(Holds::Text { pattern: Some(patterns.join("|")), long: false })
    }
}

impl Collection {
    /// The same for an editor that drops a word in the place of a list: a record that awaits
    /// nothing would await a report again.
    pub(super) fn without_words(mut self) -> Self {
        let fields = std::mem::take(&mut self.form.fields);
        let (left, kept): (Vec<Field>, Vec<Field>) =
            fields.into_iter().partition(|field| field.or_word);
        self.form.fields = kept;
        self.form.formless.extend(left.into_iter().map(|field| field.key));
        self
    }
}

impl Form {
    /// Where the prose stands among the fields: before the rest.
    pub(super) fn place_of_prose(&self) -> usize {
        self.fields.partition_point(|field| place(&field.key) < place("body"))
    }
}

impl Holds {
    /// What one of several holds, or this.
    pub(super) fn one(&self) -> &Holds {
        match self {
            Holds::List(item) => item,
            holds => holds,
        }
    }
}

fn is(shape: &Value, name: &str) -> bool {
    shape["type"] == name
        || shape["type"].as_array().is_some_and(|names| names.iter().any(|other| other == name))
}

fn place(key: &str) -> usize {
    ORDER.iter().position(|known| *known == key).unwrap_or(ORDER.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn walk(form: &Form, see: &mut impl FnMut(&Field)) {
        for field in &form.fields {
            see(field);
            if let Holds::Part(form) = field.holds.one() {
                walk(form, see);
            }
        }
    }

    #[test]
    fn every_key_has_a_place_a_label_and_a_hint_in_every_language() {
        for language in ["en", "fr", "ko"] {
            let english = collections(&[], &Words::of("en"));
            let mut labels = Vec::new();
            english.iter().for_each(|found| {
                walk(&found.form, &mut |field| {
                    labels.push((field.label.clone(), field.hint.clone()));
                });
            });
            let mut at = 0;
            for collection in collections(&[], &Words::of(language)) {
                walk(&collection.form, &mut |field| {
                    assert!(place(&field.key) < ORDER.len(), "{} has no place", field.key);
                    assert_ne!(field.label, field.key, "{language}");
                    assert!(field.hint.len() > 3, "{language}: {}", field.key);
                    assert!(
                        language == "en" || field.hint != labels[at].1,
                        "{language}: {}",
                        field.key
                    );
                    if let Holds::Words(words) = field.holds.one() {
                        let said =
                            words.iter().all(|(word, shown)| language != "ko" || word != shown);
                        assert!(said, "{language}: {words:?}");
                    }
                    at += 1;
                });
            }
            assert_eq!(at, labels.len());
        }
    }
}

//! The schema of front matter → fields of a form.

use serde_json::Value;

use crate::model::Kind;
use crate::parse::{NAMES, front_matter_schema};

/// A kind of record.
#[derive(Debug)]
pub(super) struct Collection {
    /// The word for one of them.
    pub(super) name: &'static str,
    /// The folder below `content/`.
    pub(super) folder: &'static str,
    pub(super) fields: Vec<Field>,
}

/// A key of a record.
#[derive(Debug)]
pub(super) struct Field {
    pub(super) key: String,
    pub(super) says: String,
    pub(super) required: bool,
    pub(super) holds: Holds,
}

/// What a key holds.
#[derive(Debug)]
pub(super) enum Holds {
    /// A text, perhaps with a pattern, perhaps of several sentences.
    Text { pattern: Option<String>, long: bool },
    /// A day, as `2021-03-10`.
    Day,
    /// Yes or no.
    Flag,
    /// A whole number.
    Number,
    /// One of these words.
    Words(Vec<String>),
    /// The id of a record of this kind.
    Name(Kind),
    /// Several.
    List(Box<Holds>),
    /// A part with keys of its own.
    Part(Vec<Field>),
}

/// Keys whose texts are sentences.
const LONG: [&str; 7] = ["summary", "quote", "why", "was", "now", "text", "rule"];

impl Field {
    /// The key as the label of a field.
    pub(super) fn label(&self) -> String {
        let words = self.key.replace('_', " ");
        let mut letters = words.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    }
}

/// Every kind of record that is front matter.
pub(super) fn collections() -> Vec<Collection> {
    let root = front_matter_schema();
    let collection =
        |kind: Kind| Collection { name: kind.name(), folder: kind.folder(), fields: fields(&root["$defs"][kind.name()], &root) };
    Kind::ALL.into_iter().map(collection).collect()
}

fn fields(record: &Value, root: &Value) -> Vec<Field> {
    let required: Vec<&str> = record["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let keys = record["properties"].as_object().into_iter().flatten();
    let mut fields: Vec<Field> = keys
        .filter_map(|(key, shape)| {
            let says = shape["description"].as_str().unwrap_or_default().to_owned();
            Some(Field { key: key.clone(), says, required: required.contains(&key.as_str()), holds: holds(key, shape, root)? })
        })
        .collect();
    // What is needed comes first, the title before all.
    fields.sort_by_key(|field| (field.key != "title", !field.required));
    fields
}

fn holds(key: &str, shape: &Value, root: &Value) -> Option<Holds> {
    if let Some(name) = shape["$ref"].as_str().and_then(|path| path.strip_prefix("#/$defs/")) {
        return holds(key, &root["$defs"][name], root);
    }
    if let Some(ways) = shape["anyOf"].as_array() {
        let ways: Vec<&Value> = ways.iter().filter(|way| way["type"] != "null").collect();
        // One of them, or a list of them: a list of one is the same.
        let list = ways.iter().find(|way| way["type"] == "array");
        return holds(key, list.or(ways.first())?, root);
    }
    if let Some(words) = shape["enum"].as_array() {
        return Some(Holds::Words(words.iter().filter_map(Value::as_str).map(str::to_owned).collect()));
    }
    if shape["title"] == "a day" {
        return Some(Holds::Day);
    }
    let is = |name: &str| shape["type"] == name || shape["type"].as_array().is_some_and(|names| names.iter().any(|other| other == name));
    if is("array") {
        return Some(Holds::List(Box::new(holds(key, &shape["items"], root)?)));
    }
    if is("object") {
        return shape.get("properties").map(|_| Holds::Part(fields(shape, root)));
    }
    if is("boolean") {
        return Some(Holds::Flag);
    }
    if is("integer") {
        return Some(Holds::Number);
    }
    let kind = shape[NAMES].as_str().and_then(|name| Kind::ALL.into_iter().find(|kind| kind.name() == name));
    Some(kind.map_or_else(|| Holds::Text { pattern: shape["pattern"].as_str().map(str::to_owned), long: LONG.contains(&key) }, Holds::Name))
}

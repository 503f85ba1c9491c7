//! What a value may look like → its JSON Schema.
//!
//! `raw!` declares the keys once: what they are called, what they hold, what is said of them, and
//! which are required. [`Shape`] says what a value looks like as text, beside [`FromNode`], which
//! reads it. A mark on a key narrows its text: an address, a zone, the id of an organisation. What
//! only several values together can get wrong is left to `overdue check`.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::moment::Written;
use super::reader::{FromNode, Located};
use super::values::{List, Named};
use crate::model::{Period, Unit};

/// What a value may look like.
pub(crate) trait Shape {
    /// The schema of one value; records that it holds are added to `all`.
    fn shape(all: &mut Definitions) -> Value;
}

/// Schemas of records by name.
pub(crate) type Definitions = BTreeMap<String, Value>;

/// One key of a record.
#[derive(Debug)]
pub(crate) struct KeyShape {
    pub(crate) name: &'static str,
    pub(crate) says: &'static str,
    pub(crate) marks: &'static [&'static str],
    pub(crate) shape: Value,
}

/// A record with these keys and no others.
pub(crate) fn object(what: &str, keys: Vec<KeyShape>) -> Value {
    let required: Vec<&str> =
        keys.iter().filter(|key| key.marks.contains(&"required")).map(|key| key.name).collect();
    let mut properties = Map::new();
    for KeyShape { name, says, marks, mut shape } in keys {
        for mark in marks {
            narrow(&mut shape, mark);
        }
        if let (Value::Object(shape), false) = (&mut shape, says.is_empty()) {
            shape.insert(
                "description".to_owned(),
                says.split_whitespace().collect::<Vec<_>>().join(" ").into(),
            );
        }
        // An empty key is an absent one, which only a required key must not be.
        properties.insert(
            name.to_owned(),
            if marks.contains(&"required") { shape } else { or_nothing(shape) },
        );
    }
    json!({ "type": "object", "title": what, "properties": properties, "required": required, "additionalProperties": false })
}

/// The same, or no value at all.
fn or_nothing(mut shape: Value) -> Value {
    if let Some(Value::Array(ways)) = shape.get_mut("anyOf") {
        ways.push(json!({ "type": "null" }));
        return shape;
    }
    let Value::Object(mut own) = shape else { return shape };
    if let Some(Value::Array(words)) = own.get_mut("enum") {
        words.push(Value::Null);
    }
    match own.remove("type") {
        Some(Value::String(name)) => own.insert("type".to_owned(), json!([name, "null"])),
        Some(Value::Array(mut names)) => {
            names.push("null".into());
            own.insert("type".to_owned(), names.into())
        }
        _ => {
            let says = own.remove("description");
            let mut either = json!({ "anyOf": [own, { "type": "null" }] });
            if let (Some(says), Some(either)) = (says, either.as_object_mut()) {
                either.insert("description".to_owned(), says);
            }
            return either;
        }
    };
    Value::Object(own)
}

/// Adds the schema of a record to `all`, unless it is there, and refers to it.
pub(crate) fn reference(
    all: &mut Definitions,
    name: &str,
    make: impl FnOnce(&mut Definitions) -> Value,
) -> Value {
    let name = name_of(name);
    if !all.contains_key(&name) {
        // A record that held itself would find its own name here.
        all.insert(name.clone(), Value::Null);
        let made = make(all);
        all.insert(name.clone(), made);
    }
    json!({ "$ref": format!("#/$defs/{name}") })
}

/// `RawSinceClock` is called `since-clock`.
fn name_of(raw: &str) -> String {
    let mut name = String::new();
    for c in raw.strip_prefix("Raw").unwrap_or(raw).chars() {
        if c.is_ascii_uppercase() && !name.is_empty() {
            name.push('-');
        }
        name.push(c.to_ascii_lowercase());
    }
    name
}

/// The key under which a schema says of what kind of record a text is the id.
pub(crate) const NAMES: &str = "x-names";

/// Narrows a text, alone or in a list, by what its key is marked with.
fn narrow(shape: &mut Value, mark: &str) {
    if let Some(items) = shape.get_mut("items") {
        narrow(items, mark);
    }
    if let Some(Value::Array(ways)) = shape.get_mut("anyOf") {
        ways.iter_mut().for_each(|way| narrow(way, mark));
    }
    let Value::Object(text) = shape else { return };
    if mark == "day" && text.contains_key("anyOf") {
        *shape = day();
        return;
    }
    if text.get("type") != Some(&Value::from("string")) {
        return;
    }
    let mut put = |key: &str, value: Value| {
        text.insert(key.to_owned(), value);
    };
    match mark {
        "web" => {
            put("format", "uri".into());
            put("pattern", "^https?://".into());
        }
        "zone" => put("examples", json!(["Europe/Paris", "Asia/Seoul"])),
        "language" => put("pattern", "^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$".into()),
        "country" => put("pattern", "^[A-Za-z]{2}$".into()),
        "weekday" => put(
            "enum",
            json!(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]),
        ),
        "state" => put("enum", json!(crate::model::Status::NAMES.map(|(_, name)| name))),
        "anyway" => put("enum", json!(["anyway"])),
        "gender" => put("enum", json!(["feminine", "masculine"])),
        "sanitise" => put("enum", json!(["sanitise"])),
        "number" => put("type", json!(["string", "number"])),
        "incident" | "response" | "organisation" | "clock" | "regime" | "calendar" => {
            put(NAMES, mark.into());
        }
        _ => {}
    }
}

/// A day, and no less.
fn day() -> Value {
    json!({ "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "examples": ["2021-03-10"], "title": "a day" })
}

/// One of a closed list of words.
pub(crate) fn one_of(words: &[&str]) -> Value {
    json!({ "type": "string", "enum": words })
}

impl Shape for String {
    fn shape(_: &mut Definitions) -> Value {
        json!({ "type": "string", "minLength": 1 })
    }
}

impl Shape for bool {
    fn shape(_: &mut Definitions) -> Value {
        json!({ "type": "boolean" })
    }
}

impl Shape for u32 {
    fn shape(_: &mut Definitions) -> Value {
        json!({ "type": "integer", "minimum": 0 })
    }
}

impl Shape for Written {
    fn shape(_: &mut Definitions) -> Value {
        let time =
            "[T ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]+)?)?( ?(Z|[+-][0-9]{2}(:?[0-9]{2})?))?";
        let pattern = format!("^[0-9]{{4}}(-[0-9]{{2}}(-[0-9]{{2}}({time})?)?)?$");
        let examples =
            ["2021-03-10", "2021-03", "2021", "2021-03-10 00:47", "2021-03-10T00:47:00+01:00"];
        // A year without quotes is a number to YAML.
        json!({ "title": "a moment", "anyOf": [
            { "type": "string", "pattern": pattern, "examples": examples },
            { "type": "integer", "minimum": 1000, "maximum": 9999 },
        ] })
    }
}

impl Shape for Period {
    fn shape(_: &mut Definitions) -> Value {
        let units: Vec<&str> =
            Unit::NAMES.iter().flat_map(|(_, one, many)| [*one, *many]).collect();
        json!({ "type": "string", "title": "a period", "pattern": format!("^[0-9]+ ({})$", units.join("|")), "examples": ["30 days", "12 months"] })
    }
}

impl<T: Shape> Shape for Located<T> {
    fn shape(all: &mut Definitions) -> Value {
        T::shape(all)
    }
}

impl<T: Shape + FromNode, const MOST: usize> Shape for List<T, MOST> {
    fn shape(all: &mut Definitions) -> Value {
        let one = T::shape(all);
        let list = json!({ "type": "array", "items": one, "maxItems": MOST });
        if T::ALONE { json!({ "anyOf": [one, list] }) } else { list }
    }
}

impl<T: Shape, const MOST: usize> Shape for Named<T, MOST> {
    fn shape(all: &mut Definitions) -> Value {
        json!({ "type": "object", "additionalProperties": T::shape(all), "maxProperties": MOST })
    }
}

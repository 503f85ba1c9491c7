//! A file of another generator → its keys and its body.

use serde_json::{Map, Value};

use super::sentences;

/// The largest front matter that is read, in bytes.
const MAX_FRONT: usize = 256 << 10;

/// What a file says.
#[derive(Debug)]
pub(super) struct Post {
    pub(super) keys: Map<String, Value>,
    pub(super) body: String,
    /// The line on which the body begins.
    pub(super) first_line: usize,
}

/// Cuts a file into front matter, between `---` (YAML) or `+++` (TOML), and body.
pub(super) fn read(text: &str) -> Result<Post, String> {
    let mut lines = text.split_inclusive('\n');
    let fence = match lines.next().map(str::trim_end) {
        Some("---") => "---",
        Some("+++") => "+++",
        _ => return Err(sentences::NO_FRONT_MATTER.to_owned()),
    };
    let start = text.find('\n').map_or(text.len(), |end| end + 1);
    let (mut at, mut number) = (start, 2);
    for line in lines {
        if line.trim_end() == fence {
            let front = &text[start..at];
            if front.len() > MAX_FRONT {
                return Err(sentences::TOO_LARGE.to_owned());
            }
            let keys = if fence == "---" { yaml(front)? } else { toml_keys(front)? };
            return Ok(Post {
                keys,
                body: text[at + line.len()..].to_owned(),
                first_line: number + 1,
            });
        }
        at += line.len();
        number += 1;
    }
    Err(sentences::NO_FRONT_MATTER.to_owned())
}

/// The keys of a file that is front matter alone.
pub(super) fn bare(text: &str, is_toml: bool) -> Result<Map<String, Value>, String> {
    if is_toml { toml_keys(text) } else { yaml(text) }
}

fn yaml(front: &str) -> Result<Map<String, Value>, String> {
    if front.trim().is_empty() {
        return Ok(Map::new());
    }
    let options = serde_yaml::options! { with_snippet: false };
    match serde_yaml::from_str_with_options::<Value>(front, options) {
        Ok(Value::Object(keys)) => Ok(keys),
        Ok(_) => Err(sentences::NO_FRONT_MATTER.to_owned()),
        Err(error) => Err(trouble(&error)),
    }
}

fn trouble(error: &serde_yaml::Error) -> String {
    let said = error.without_snippet().to_string();
    // The fence is the first line of the file.
    let line = error.location().map_or(1, |location| location.line() + 1);
    match said.strip_prefix("duplicate mapping key: ") {
        Some(rest) => sentences::key_twice(rest.split(',').next().unwrap_or(rest), line),
        None if said.contains("alias") || said.contains("nchor") => sentences::anchor(line),
        None => {
            sentences::syntax("YAML", said.split(" at line ").next().unwrap_or(&said), Some(line))
        }
    }
}

fn toml_keys(front: &str) -> Result<Map<String, Value>, String> {
    let table: toml::Table =
        toml::from_str(front).map_err(|error| sentences::syntax("TOML", error.message(), None))?;
    Ok(table.into_iter().map(|(key, value)| (key, json_of(value))).collect())
}

fn json_of(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => text.into(),
        toml::Value::Integer(number) => number.into(),
        toml::Value::Float(number) => number.into(),
        toml::Value::Boolean(is) => is.into(),
        toml::Value::Datetime(moment) => moment.to_string().into(),
        toml::Value::Array(items) => items.into_iter().map(json_of).collect(),
        toml::Value::Table(table) => {
            Value::Object(table.into_iter().map(|(key, value)| (key, json_of(value))).collect())
        }
    }
}

/// A value as text: lists and maps have none.
pub(super) fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(is) => Some(is.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

/// A value as a list of texts; one text is a list of one.
pub(super) fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::Array(items) => items.iter().flat_map(texts).collect(),
        // An author is often a map.
        Value::Object(keys) => keys.get("name").and_then(text).into_iter().collect(),
        one => text(one).into_iter().collect(),
    }
}

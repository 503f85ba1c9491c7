//! A record that is being made, and its text.

use super::tracking::without_tracking;
use super::{Fate, Import, sentences};
use crate::model::country_code;
use crate::parse::{is_web_address, short_slug_of, slug_trouble};

/// Keys in order, and a body.
#[derive(Debug)]
pub(super) struct Making {
    keys: Vec<(&'static str, String)>,
    pub(super) body: String,
    /// Whether it must not be published before somebody has looked at it.
    pub(super) doubtful: bool,
}

impl Making {
    /// Nothing yet; `doubtful` says whether its letters were guessed.
    pub(super) fn new(doubtful: bool) -> Self {
        Self { keys: Vec::new(), body: String::new(), doubtful }
    }

    /// Adds a key whose value is YAML already.
    pub(super) fn put(&mut self, key: &'static str, yaml: String) {
        self.keys.push((key, yaml));
    }

    /// Adds a key with a text, unless it is empty.
    pub(super) fn text(&mut self, key: &'static str, text: &str) {
        let text: String = text.chars().filter(|c| !c.is_control() || c.is_whitespace()).collect();
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if !text.is_empty() {
            self.put(key, quoted(&text));
        }
    }

    /// Adds a list of texts, unless it is empty.
    pub(super) fn list(&mut self, key: &'static str, texts: &[String]) {
        let mut items: Vec<String> = Vec::new();
        for text in texts.iter().map(|text| text.trim()).filter(|text| !text.is_empty()) {
            let item = quoted(text);
            if !items.contains(&item) {
                items.push(item);
            }
        }
        if !items.is_empty() {
            self.put(key, format!("[{}]", items.join(", ")));
        }
    }

    /// The file.
    pub(super) fn finish(mut self) -> String {
        if self.doubtful && !self.keys.iter().any(|(key, _)| *key == "draft") {
            self.put("draft", "true".to_owned());
        }
        let front: String = self.keys.iter().map(|(key, value)| format!("{key}: {value}\n")).collect();
        let body = self.body.trim();
        if body.is_empty() { format!("---\n{front}---\n") } else { format!("---\n{front}---\n\n{body}\n") }
    }
}

/// A text as YAML that means it: JSON is YAML.
pub(super) fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// A name for a file that every system takes.
pub(super) fn id_of(text: &str, otherwise: &str) -> String {
    let slug = short_slug_of(text);
    match slug_trouble(&slug) {
        None => slug,
        Some(_) if slug.is_empty() => otherwise.to_owned(),
        Some(_) => format!("{slug}-1"),
    }
}

/// Adds the country that a text names, by its code or one of its names.
pub(super) fn country(making: &mut Making, text: &str, at: &str, import: &mut Import) {
    match country_code(text) {
        Some(code) => making.put("country", code.to_owned()),
        None => import.note(at, Fate::Dropped, sentences::country_unknown(text)),
    }
}

/// Adds organisations by name, and a record for each.
pub(super) fn operators(making: &mut Making, names: &[String], at: &str, import: &mut Import) {
    let mut ids = Vec::new();
    for name in names.iter().map(|name| name.trim()).filter(|name| !name.is_empty()) {
        let id = id_of(name, "");
        if id.is_empty() {
            continue;
        }
        let path = format!("content/organisations/{id}.md");
        if !import.files.contains_key(&path) {
            import.note(at, Fate::Kept, sentences::organisation_begun(name));
            import.files.insert(path, (format!("---\ntitle: {}\n---\n", quoted(name)), at.to_owned()));
        }
        ids.push(id);
    }
    making.list("operators", &ids);
}

/// Adds one source.
pub(super) fn source(making: &mut Making, title: &str, url: &str, at: &str, import: &mut Import) {
    let (url, tracked) = without_tracking(url.trim());
    if tracked {
        import.note(at, Fate::Kept, sentences::tracking(1));
    }
    let is_address = is_web_address(&url);
    if !url.is_empty() && !is_address {
        import.note(at, Fate::Dropped, sentences::not_an_address(&url));
    }
    let host = url.split("://").nth(1).and_then(|rest| rest.split('/').next()).unwrap_or_default();
    let title = if title.trim().is_empty() { if is_address { host } else { return } } else { title.trim() };
    let address = if is_address { format!(", url: {}", quoted(&url)) } else { String::new() };
    making.put("sources", format!("[{{title: {}{address}}}]", quoted(title)));
}

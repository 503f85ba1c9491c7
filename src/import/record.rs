//! A record that is being made, and its text.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

use super::told::Told;
use super::tracking::without_tracking;
use super::{Fate, Import, Setting};
use crate::model::country_code;
use crate::text::{is_web_address, short_slug_of, slug_trouble};

/// Keys in order, and a body.
#[derive(Debug)]
pub(super) struct Making {
    keys: Vec<(&'static str, String)>,
    pub(super) aliases: Vec<String>,
    pub(super) body: String,
    /// Whether it must not be published before somebody has looked at it.
    pub(super) doubtful: bool,
    /// Whether it has words alone, and facts of another file.
    pub(super) is_translation: bool,
    /// Whether it was only named by another record.
    pub(super) is_implied: bool,
    /// The records that it leads to, by path.
    pub(super) leads_to: BTreeSet<String>,
}

impl Making {
    /// Nothing yet; `doubtful` says whether its letters were guessed.
    pub(super) fn new(doubtful: bool) -> Self {
        Self {
            keys: Vec::new(),
            aliases: Vec::new(),
            body: String::new(),
            doubtful,
            is_translation: false,
            is_implied: false,
            leads_to: BTreeSet::new(),
        }
    }

    /// Adds a key whose value is YAML already.
    pub(super) fn put(&mut self, key: &'static str, yaml: String) {
        self.keys.push((key, yaml));
    }

    /// The value of a key, in YAML.
    pub(super) fn value(&self, key: &str) -> Option<&str> {
        self.keys.iter().find(|(known, _)| *known == key).map(|(_, value)| value.as_str())
    }

    /// Adds a key with a text, unless it is empty.
    pub(super) fn text(&mut self, key: &'static str, text: &str) {
        let text = plain(text);
        if !text.is_empty() {
            self.put(key, quoted(&text));
        }
    }

    /// Adds a list of texts, unless it is empty.
    pub(super) fn list(&mut self, key: &'static str, texts: &[String]) {
        let mut items: Vec<String> = Vec::new();
        for text in texts.iter().map(|text| plain(text)).filter(|text| !text.is_empty()) {
            let item = quoted(&text);
            if !items.contains(&item) {
                items.push(item);
            }
        }
        if !items.is_empty() {
            self.put(key, format!("[{}]", items.join(", ")));
        }
    }

    /// The record; a draft unless it may be published and nothing of it is doubtful.
    pub(super) fn finish(self, from: &str, publish: bool) -> Record {
        let Self { keys, aliases, body, doubtful, is_translation, is_implied, leads_to } = self;
        Record {
            from: from.to_owned(),
            is_draft: !is_translation && (doubtful || !publish),
            is_translation,
            is_implied,
            aliases,
            leads_to,
            keys,
            body,
        }
    }
}

/// A record that was made.
#[derive(Debug)]
pub struct Record {
    /// The file or row that it is made of.
    pub from: String,
    /// Whether it is a draft.
    pub is_draft: bool,
    /// Whether it has the words of another record in another language, and none of its facts.
    pub is_translation: bool,
    /// Whether it was only named by another record, so that nothing is lost where one stands.
    pub is_implied: bool,
    /// Its old addresses.
    pub(super) aliases: Vec<String>,
    /// The records of this import that it leads to, by path.
    pub leads_to: BTreeSet<String>,
    keys: Vec<(&'static str, String)>,
    body: String,
}

impl Record {
    /// Its file.
    pub fn text(&self) -> String {
        let mut front: String =
            self.keys.iter().map(|(key, value)| format!("{key}: {value}\n")).collect();
        if !self.aliases.is_empty() {
            let aliases: Vec<String> = self.aliases.iter().map(|alias| quoted(alias)).collect();
            front.push_str(&format!("aliases: [{}]\n", aliases.join(", ")));
        }
        if self.is_draft {
            front.push_str("draft: true\n");
        }
        let body = self.body.trim_matches(['\n', '\r', ' ']);
        // Code that begins with spaces is code only with them.
        let indented = self.body.trim_start_matches(['\n', '\r']).starts_with("    ");
        match body {
            "" => format!("---\n{front}---\n"),
            body if indented => format!("---\n{front}---\n\n    {body}\n"),
            body => format!("---\n{front}---\n\n{body}\n"),
        }
    }
}

/// A text in one line, without characters that nobody sees.
fn plain(text: &str) -> String {
    let text: String = text.chars().filter(|c| !c.is_control() || c.is_whitespace()).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An old address in one form of the several that it has. Upper and lower case are one address on
/// many systems.
pub(super) fn plain_address(path: &str) -> String {
    path.trim_matches('/')
        .trim_end_matches("index.html")
        .trim_end_matches('/')
        .nfc()
        .flat_map(char::to_lowercase)
        .collect()
}

/// Whether a path can be an old address of this site.
pub(super) fn is_alias(path: &str) -> bool {
    let plain = path.trim_matches('/');
    !path.contains("://")
        && !path.starts_with("//")
        && plain
            .strip_suffix(".html")
            .unwrap_or(plain)
            .split('/')
            .all(|part| slug_trouble(part).is_none())
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
        None => import.tell(at, Fate::Dropped, Told::Country, text),
    }
}

/// The ids of organisations that are named, with a record for each that is not there yet.
pub(super) fn organisations(
    names: &[String],
    at: &str,
    setting: Setting<'_>,
    import: &mut Import,
) -> Vec<String> {
    let mut ids = Vec::new();
    for name in names.iter().map(|name| name.trim()).filter(|name| !name.is_empty()) {
        let id = id_of(name, "");
        if id.is_empty() || ids.contains(&id) {
            continue;
        }
        let path = format!("content/organisations/{id}.md");
        if !import.records.contains_key(&path) {
            import.tell(at, Fate::Kept, Told::Organisation, name);
            let mut making = Making::new(false);
            making.is_implied = true;
            making.text("title", name);
            import.add("content/organisations", &id, making, at, setting);
        }
        ids.push(id);
    }
    ids
}

/// An address on the web without what tracks readers; anything else is told, and dropped.
pub(super) fn address(written: &str, at: &str, import: &mut Import) -> Option<String> {
    let (url, tracked) = without_tracking(written.trim());
    if url.is_empty() {
        return None;
    }
    if !is_web_address(&url) {
        import.tell(at, Fate::Dropped, Told::NoAddress, &url);
        return None;
    }
    if tracked {
        import.tell(at, Fate::Kept, Told::Tracking, &url);
    }
    Some(url)
}

/// Adds one source.
pub(super) fn source(making: &mut Making, title: &str, url: Option<&str>) {
    let host = url.and_then(|url| url.split("://").nth(1)?.split('/').next());
    let title = plain(title);
    let Some(title) = Some(title.as_str()).filter(|title| !title.is_empty()).or(host) else {
        return;
    };
    let address = url.map_or_else(String::new, |url| format!(", url: {}", quoted(url)));
    making.put("sources", format!("[{{title: {}{address}}}]", quoted(title)));
}

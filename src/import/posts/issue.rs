//! An issue of a status page → an incident.

use serde_json::Value;

use super::From;
use crate::import::front::{text, texts};
use crate::import::record::{Making, id_of, quoted};
use crate::import::told::Told;
use crate::import::{Fate, Import, sentences};

/// The keys of an issue that have a place in an incident, or none that is worth a word. `affectedsystems` is of the program that came before cState.
pub(super) const ISSUE_KEYS: [&str; 13] = [
    "title",
    "date",
    "resolved",
    "resolvedWhen",
    "severity",
    "affected",
    "affectedsystems",
    "section",
    "informational",
    "pin",
    "pinned",
    "draft",
    "published",
];

/// What the front matter of an issue says, with the name of its record.
pub(super) fn read(from: &From<'_>, import: &mut Import) -> Option<(String, Making)> {
    let source = from.source;
    let keys = &source.post.keys;
    let mut making = Making::new(source.converted);
    let title = from.title(&source.stem, &mut making, import);
    making.text("title", &title);
    let Some(began) = from.date(&["date"], &mut making, import) else {
        if keys.get("date").is_none_or(Value::is_null) {
            import.tell(from.at(), Fate::LeftOut, Told::NoDate, from.at());
        }
        return None;
    };
    if began.day > from.setting.today {
        import.note(from.at(), Fate::LeftOut, sentences::FUTURE);
        return None;
    }
    making.put("occurred", began.text);
    match from.date(&["resolvedWhen"], &mut making, import) {
        Some(ended) => making.put("ended", ended.text),
        None if keys
            .get("resolved")
            .and_then(text)
            .is_some_and(|is| matches!(&*is.to_lowercase(), "true" | "yes")) =>
        {
            import.tell(from.at(), Fate::Dropped, Told::Resolved, &source.stem);
        }
        None => {}
    }
    let mut tags: Vec<String> = keys.get("severity").map(texts).unwrap_or_default();
    if keys.get("informational").and_then(text).as_deref() == Some("true") {
        tags.push("informational".to_owned());
    }
    if tags.iter().any(|tag| {
        matches!(
            &*tag.to_lowercase(),
            "notice" | "informational" | "maintenance" | "under-maintenance"
        )
    }) {
        making.doubtful = true;
        import.tell(from.at(), Fate::Guessed, Told::Notice, &source.stem);
    }
    if !super::is_published(keys, from.at(), import) {
        making.doubtful = true;
    }
    making.list("tags", &tags);
    let affected: Vec<String> = ["affected", "affectedsystems"]
        .iter()
        .filter_map(|name| keys.get(*name))
        .flat_map(texts)
        .collect();
    if !affected.is_empty() {
        let figures =
            affected.iter().map(|system| format!("{{what: affected, value: {}}}", quoted(system)));
        making.put("impact", format!("[{}]", figures.collect::<Vec<_>>().join(", ")));
    }
    from.drop_rest(&ISSUE_KEYS, import);
    let name = import.free_id(from.into, &id_of(&source.stem, "issue"));
    Some((name, making))
}

//! `[[Name]]` → the record that it means, as note-taking programs write links.
//!
//! A name is that of a file without its ending, or the same words with spaces and capitals; a folder may stand before it. Two records
//! of one name are not guessed between. What is shown is what the author wrote, never the title of a record that may be a draft.

use std::collections::BTreeMap;

use super::text::slug_of;
use crate::diag::did_you_mean;
use crate::model::{Id, Kind};

/// The records of a site by the names of their files.
pub(super) type Names = BTreeMap<String, Vec<Kind>>;

/// What a name means.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    Record(Kind, Id),
    /// Records of several kinds have the name.
    Several(String, Vec<Kind>),
    /// No record has it; perhaps this one was meant.
    Nothing(Option<String>),
}

/// Looks a name up, such as `Fire in hall 2`, `fire-in-hall-2`, `incidents/fire-in-hall-2.md`.
pub(super) fn meaning(written: &str, names: &Names) -> Meaning {
    let path = written.trim().trim_end_matches(".md");
    let mut segments: Vec<&str> = path.split('/').map(str::trim).collect();
    let name = segments.pop().unwrap_or_default();
    if segments.iter().any(|segment| matches!(*segment, "" | "." | "..")) || name.contains('\\') {
        return Meaning::Nothing(None);
    }
    if segments.first() == Some(&"content") {
        segments.remove(0);
    }
    let kind = match segments.first() {
        None => None,
        Some(folder) => match Kind::ALL.into_iter().find(|kind| kind.folder() == *folder) {
            Some(kind) => Some(kind),
            None => return Meaning::Nothing(None),
        },
    };
    let slug = slug_of(name);
    let found = names.get_key_value(name).or_else(|| names.iter().find(|(known, _)| slug_of(known) == slug));
    let Some((id, kinds)) = found else {
        return Meaning::Nothing(did_you_mean(&slug, names.keys().map(String::as_str)).map(str::to_owned));
    };
    let fitting: Vec<Kind> = kinds.iter().copied().filter(|other| kind.is_none_or(|kind| kind == *other)).collect();
    match fitting[..] {
        [] => Meaning::Nothing(Some(id.clone())),
        [one] => Meaning::Record(one, Id::from(id.as_str())),
        _ => Meaning::Several(id.clone(), fitting),
    }
}

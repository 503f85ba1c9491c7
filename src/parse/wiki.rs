//! `[[Name]]` → the record that it means, as note-taking programs write links.
//!
//! A name is that of a file without its ending, or the same words with spaces and capitals; a folder may stand before it. Two records
//! of one name are not guessed between. What is shown is what the author wrote, never the title of a record that may be a draft.

use std::collections::BTreeMap;

use super::text::slug_of;
use crate::diag::did_you_mean;
use crate::model::{Id, Kind};

/// The records of a site by the names of their files.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Names {
    kinds: BTreeMap<String, Vec<Kind>>,
    /// Names that differ in capitals and marks alone.
    by_slug: BTreeMap<String, Vec<String>>,
}

impl Names {
    /// Adds a record.
    pub(super) fn add(&mut self, kind: Kind, id: &str) {
        let kinds = self.kinds.entry(id.to_owned()).or_default();
        if kinds.is_empty() {
            self.by_slug.entry(slug_of(id)).or_default().push(id.to_owned());
        }
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
}

/// What a name means.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    Record(Kind, Id),
    /// These records have the name.
    Several(Vec<(Kind, String)>),
    /// No record has it; perhaps this one was meant.
    Nothing(Option<String>),
}

/// Looks a name up, such as `Fire in hall 2`, `fire-in-hall-2`, `incidents/fire-in-hall-2.md`. With `suggests`, a name like it is
/// looked for where no record has it, which takes time with the number of records.
pub(super) fn meaning(written: &str, names: &Names, suggests: bool) -> Meaning {
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
    let exact = names.kinds.contains_key(name).then(|| vec![name.to_owned()]);
    let Some(ids) = exact.or_else(|| names.by_slug.get(&slug).cloned()) else {
        let meant = suggests.then(|| did_you_mean(&slug, names.kinds.keys().map(String::as_str))).flatten();
        return Meaning::Nothing(meant.map(str::to_owned));
    };
    let mut fitting = Vec::new();
    for id in &ids {
        let kinds = names.kinds.get(id).into_iter().flatten().copied();
        fitting.extend(kinds.filter(|other| kind.is_none_or(|kind| kind == *other)).map(|kind| (kind, id.clone())));
    }
    match &fitting[..] {
        [] => Meaning::Nothing(ids.into_iter().next()),
        [(kind, id)] => Meaning::Record(*kind, Id::from(id.as_str())),
        _ => Meaning::Several(fitting),
    }
}

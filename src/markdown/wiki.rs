//! `[[Name]]` → the record that it means, as note-taking programs write links.
//!
//! A name is that of a file without its ending, or the same words with spaces and capitals; a
//! folder may stand before it. Two records of one name are not guessed between. What is shown is
//! what the author wrote, never the title of a record that may be a draft.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::{Id, Kind};
use crate::text::slug_of;

/// The records of a site by the names of their files.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Names {
    kinds: BTreeMap<String, Vec<Kind>>,
    /// Names that differ in capitals and marks alone.
    by_slug: BTreeMap<String, Vec<String>>,
    /// All names, for those who look for what was meant.
    all: Arc<[String]>,
}

impl Names {
    /// The names of records.
    pub(crate) fn of<'i>(records: impl Iterator<Item = (Kind, &'i str)>) -> Self {
        let mut names = Self::default();
        records.for_each(|(kind, id)| names.add(kind, id));
        names.all = names.kinds.keys().cloned().collect();
        names
    }

    /// Every name.
    pub(crate) fn all(&self) -> &Arc<[String]> {
        &self.all
    }

    fn add(&mut self, kind: Kind, id: &str) {
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
pub(crate) enum Meaning {
    Record(Kind, Id),
    /// These records have the name.
    Several(Vec<(Kind, String)>),
    /// No record of that kind has it; perhaps this one was meant.
    Nothing(Option<String>),
    /// No record has it.
    Unknown,
}

/// Looks a name up, such as `Fire in hall 2`, `fire-in-hall-2`, `incidents/fire-in-hall-2.md`.
pub(crate) fn meaning(written: &str, names: &Names) -> Meaning {
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
    let exact = names.kinds.contains_key(name).then(|| vec![name.to_owned()]);
    let Some(ids) = exact.or_else(|| names.by_slug.get(&slug_of(name)).cloned()) else {
        return Meaning::Unknown;
    };
    let mut fitting = Vec::new();
    for id in &ids {
        let kinds = names.kinds.get(id).into_iter().flatten().copied();
        fitting.extend(
            kinds
                .filter(|other| kind.is_none_or(|kind| kind == *other))
                .map(|kind| (kind, id.clone())),
        );
    }
    match &fitting[..] {
        [] => Meaning::Nothing(ids.into_iter().next()),
        [(kind, id)] => Meaning::Record(*kind, Id::from(id.as_str())),
        _ => Meaning::Several(fitting),
    }
}

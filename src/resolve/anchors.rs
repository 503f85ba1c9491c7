//! A fragment as somebody writes it → the `id` that the page of a record has.

use percent_encoding::percent_decode_str;

use crate::markdown::heading_id;
use crate::model::{Id, Kind, Record, Register};

/// Parts of pages that have the same `id` in every language. `tests/suite/addresses.rs` looks
/// whether links lead to what there is.
const PARTS: [&str; 14] = [
    "main",
    "timeline",
    "sources",
    "corrections",
    "responses",
    "related",
    "recommendations",
    "findings",
    "figures",
    "commitments",
    "articles",
    "right-of-reply",
    "share",
    "clocks",
];

/// The `id` on a record's page in `language` that a fragment means: a heading by its words or its
/// `id`, a clock by its name, a part of the page. A heading that a translation does not have is
/// that at the same place, if it has as many. Nothing if there is none.
pub(crate) fn anchor(
    register: &Register,
    (kind, id): (Kind, &Id),
    language: &str,
    written: &str,
) -> Option<String> {
    let record = register.record(kind, id.as_str())?;
    let written = percent_decode_str(written.trim_start_matches('#')).decode_utf8().ok()?;
    if let Some(heading) = heading(record, language, &written) {
        return Some(heading);
    }
    let named = |clock: &str| format!("clock-{}", clock.replace('/', "-"));
    let clocks = register.incidents.get(id).filter(|_| kind == Kind::Incident);
    let clock = clocks.into_iter().flat_map(|incident| &incident.awaiting).find_map(|terms| {
        let anchor = named(terms.id.as_str());
        (*written == *anchor || *written == *terms.id.as_str()).then_some(anchor)
    });
    clock.or_else(|| {
        let nth = written.strip_prefix("source-").and_then(|nth| nth.parse::<usize>().ok());
        let is_source = nth.is_some_and(|nth| (1..=record.sources.len()).contains(&nth));
        (is_source || PARTS.contains(&&*written)).then(|| written.clone().into_owned())
    })
}

fn heading(record: &Record, language: &str, written: &str) -> Option<String> {
    let by_words = heading_id(written);
    let is_meant = |heading: &String| **heading == *written || **heading == *by_words;
    let shown = &record.prose_in(language).0.headings;
    if let Some(found) = shown.iter().find(|heading| is_meant(heading)) {
        return Some(found.clone());
    }
    let others = std::iter::once(&record.prose)
        .chain(record.translations.values().map(|words| &words.prose))
        .map(|prose| &prose.headings);
    let mut at = others.filter_map(|headings| {
        headings.iter().position(is_meant).filter(|_| headings.len() == shown.len())
    });
    shown.get(at.next()?).cloned()
}

/// What a fragment may be on a record's page, for those who look for one.
pub(super) fn known(register: &Register, kind: Kind, record: &Record) -> Vec<String> {
    let bare = |id: &String| id.strip_prefix("s-").unwrap_or(id).to_owned();
    let clocks = register.incidents.get(&record.id).filter(|_| kind == Kind::Incident);
    let clocks = clocks.into_iter().flat_map(|incident| &incident.awaiting);
    let mut known: Vec<String> = record.prose.headings.iter().map(bare).collect();
    known.extend(clocks.map(|terms| terms.id.to_string()));
    known
}

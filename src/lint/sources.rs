//! Claims that say nowhere where they come from, and sources that may vanish.

use super::{Written, child};
use crate::diag::{Code, Diagnostic};
use crate::model::Kind;

/// Adds what there is to say of a record's sources. Translations have none of their own.
pub(super) fn look(record: &Written<'_>, found: &mut Vec<Diagnostic>) {
    if record.is_translation {
        return;
    }
    missing(record, found);
    unarchived(record, found);
}

fn missing(record: &Written<'_>, found: &mut Vec<Diagnostic>) {
    let is_claim = matches!(record.kind, Kind::Incident | Kind::Response);
    let has_document = record.kind == Kind::Response && record.value("url").is_some();
    if is_claim && record.value("sources").is_none() && !has_document {
        let message = format!("nothing says where this {} is known from", record.kind.name());
        let help = match record.kind {
            Kind::Response => {
                "add `url:` with the document, or `sources:` with at least a title each"
            }
            _ => "add `sources:`, each with a title and, if there is one, a `url`",
        };
        found.push(record.report(Code::SourceMissing, &record.head(), message, help));
        return;
    }
    let claims =
        [("impact", "this figure has no source"), ("findings", "this finding has no source")];
    for (key, message) in claims {
        // A finding of a document that is named comes from that document.
        if key == "findings" && has_document {
            continue;
        }
        for (entries, node) in record.list(key) {
            if child(entries, "source").is_none_or(super::Node::is_empty) {
                let help = "add `source:` with the `id` of one of this record's sources";
                found.push(record.report(Code::SourceMissing, &node.span, message, help));
            }
        }
    }
}

/// One summary for a file: a list of twenty sources would hide everything else.
fn unarchived(record: &Written<'_>, found: &mut Vec<Diagnostic>) {
    let sources = record.list("sources");
    let on_the_web: Vec<_> = sources.iter().filter(|(entries, _)| has(entries, "url")).collect();
    let without: Vec<_> =
        on_the_web.iter().filter(|(entries, _)| !has(entries, "archived")).collect();
    let own = record.kind == Kind::Response
        && record.value("url").is_some()
        && record.value("archived").is_none();
    let place = match (own, without.first()) {
        (true, _) => record.value("url").map(|node| node.span.clone()),
        (false, Some((entries, _))) => child(entries, "url").map(|node| node.span.clone()),
        (false, None) => None,
    };
    let Some(place) = place else { return };
    let count = |count: usize| match count {
        1 => "1 source has".to_owned(),
        more => format!("{more} sources have"),
    };
    let message = match (own, without.len()) {
        (true, 0) => "this document has no archived copy".to_owned(),
        (true, more) => format!("this document and {} no archived copy", count(more)),
        (false, more) => {
            format!("{} no archived copy, of {} on the web", count(more), on_the_web.len())
        }
    };
    let help = "save each page in a web archive, and write the copy's address as `archived`: pages that prove something vanish";
    found.push(record.report(Code::SourceUnarchived, &place, message, help));
}

fn has(entries: &[(super::Key, super::Node)], name: &str) -> bool {
    child(entries, name).is_some_and(|node| !node.is_empty())
}

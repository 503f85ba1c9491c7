//! Quotations that are set apart: `> [!NOTE]` as code hosts write them, and `> [!info]- A title` as
//! editors of notes do.

use pulldown_cmark::BlockQuoteKind;

use crate::model::Alert;

/// The names of each kind, in small letters; editors of notes have more than code hosts.
const NAMES: [(Alert, &[&str]); 5] = [
    (
        Alert::Note,
        &[
            "note", "info", "todo", "abstract", "summary", "tldr", "question", "help", "faq",
            "example", "quote", "cite",
        ],
    ),
    (Alert::Tip, &["tip", "hint", "success", "check", "done"]),
    (Alert::Important, &["important"]),
    (Alert::Warning, &["warning", "attention"]),
    (Alert::Caution, &["caution", "failure", "fail", "missing", "danger", "error", "bug"]),
];

/// The kind that the parser has told.
pub(super) fn of(kind: BlockQuoteKind) -> Alert {
    match kind {
        BlockQuoteKind::Note => Alert::Note,
        BlockQuoteKind::Tip => Alert::Tip,
        BlockQuoteKind::Important => Alert::Important,
        BlockQuoteKind::Warning => Alert::Warning,
        BlockQuoteKind::Caution => Alert::Caution,
    }
}

/// As the parser would have told it.
pub(super) fn kind(alert: Alert) -> BlockQuoteKind {
    match alert {
        Alert::Note => BlockQuoteKind::Note,
        Alert::Tip => BlockQuoteKind::Tip,
        Alert::Important => BlockQuoteKind::Important,
        Alert::Warning => BlockQuoteKind::Warning,
        Alert::Caution => BlockQuoteKind::Caution,
    }
}

/// Reads `[!info]- A title`, with which a quotation begins: the kind, and how long the mark is with
/// the space after it.
pub(super) fn mark(text: &str) -> Option<(Alert, usize)> {
    let (name, rest) = text.strip_prefix("[!")?.split_once(']')?;
    let name = name.to_lowercase();
    let (alert, _) = NAMES.iter().find(|(_, names)| names.contains(&&*name))?;
    let rest = rest.strip_prefix(['-', '+']).unwrap_or(rest).trim_start_matches([' ', '\t']);
    Some((*alert, text.len() - rest.len()))
}

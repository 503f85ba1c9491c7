//! Characters that deceive the eye: removed, or warned of.

use std::ops::Range;

use super::reader::Reader;
use crate::diag::{Code, Diagnostic, is_deceptive};
use crate::text::is_control;

/// Removes control characters with a warning, and warns of characters that reorder or hide text.
pub(crate) fn clean(text: &str, span: &Range<usize>, reader: &mut Reader) -> String {
    warn_of_deceit(text, span.start, span.end, reader);
    let Some(found) = text.chars().find(|c| is_control(*c)) else { return text.to_owned() };
    reader.error(
        Code::TextControl,
        span,
        format!("the control character U+{:04X} was removed", found as u32),
        "delete it; it came in with a copied text",
    );
    text.chars().filter(|c| !is_control(*c)).collect()
}

/// Warns of each kind of character in `text` that reorders or hides text; it stands in the file
/// from `start` to `end`.
pub(crate) fn warn_of_deceit(text: &str, start: usize, end: usize, reader: &mut Reader) {
    if text.is_ascii() {
        return;
    }
    let mut found: Vec<(char, usize)> =
        text.char_indices().filter(|(_, c)| is_deceptive(*c)).map(|(at, c)| (c, at)).collect();
    found.sort_unstable();
    found.dedup_by_key(|(c, _)| *c);
    if found.is_empty() {
        return;
    }
    let is_told = |found: &Diagnostic| {
        found.code == Code::TextBidi
            && found.place.span.start >= start
            && found.place.span.end <= end
    };
    if reader.diagnostics.as_slice().last().is_some_and(is_told) {
        return;
    }
    let points: Vec<String> = found
        .iter()
        .map(|(c, at)| format!("U+{:04X} {}", *c as u32, behind(&text[..*at])))
        .collect();
    // What was written as an escape is marked as a whole.
    let written = &reader.file().text[start..end];
    let place = match written.char_indices().find(|(_, c)| is_deceptive(*c)) {
        Some((at, c)) => start + at..start + at + c.len_utf8(),
        None => start..end,
    };
    reader.error(
        Code::TextBidi,
        &place,
        format!("invisible characters in the text: {}", points.join(", ")),
        "delete them, unless the language needs them: set the cursor there and press the key that deletes, or type the word anew",
    );
}

/// Where something is that nobody sees: `after "fire"`, with the last letters before it.
fn behind(before: &str) -> String {
    let visible: Vec<char> =
        before.chars().filter(|c| !is_deceptive(*c) && !is_control(*c)).collect();
    let last: String = visible[visible.len().saturating_sub(12)..].iter().collect();
    if last.trim().is_empty() {
        "at the beginning".to_owned()
    } else {
        format!("after \"{}\"", last.trim_start())
    }
}

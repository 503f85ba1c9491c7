//! Text of authors inside Markdown, HTML and a terminal, where nothing in it may mean anything.

use std::fmt::Write as _;

/// Text in one line of Markdown: what would be markup is escaped.
pub(crate) fn markdown(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for c in plain(text).chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '$' | '&')
        {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// A link in Markdown; the text alone without an address.
pub(super) fn link(text: &str, url: &str) -> String {
    let text = markdown(text);
    // An address in angle brackets may hold parentheses; ours holds no angle brackets and no
    // spaces.
    if url.is_empty() { text } else { format!("[{text}](<{url}>)") }
}

/// Text in one line of HTML, inside an element or a quoted attribute.
pub(super) fn html(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    // Writing to a string cannot fail.
    let _ = pulldown_cmark_escape::escape_html(&mut escaped, &plain(text));
    escaped
}

/// Text without the characters that XML 1.0 forbids; what else has to be escaped is left to the
/// writer.
pub(super) fn xml(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')).collect()
}

/// Text in one line, without control characters.
pub(super) fn plain(text: &str) -> String {
    text.split(char::is_control).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Breaks `text` into lines of no more than `width` characters where it can; the further ones begin
/// with `indent` spaces.
pub(super) fn wrapped(text: &str, width: usize, indent: usize) -> String {
    let mut out = String::new();
    let mut used = 0;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let length = word.chars().count();
        if used > 0 && used + 1 + length > width {
            let _ = write!(out, "\n{:indent$}", "");
            used = 0;
        } else if used > 0 {
            out.push(' ');
            used += 1;
        }
        out.push_str(word);
        used += length;
    }
    out
}

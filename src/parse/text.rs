//! What holds for any short text: characters that deceive, words fit for an address, web addresses.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use url::Url;

use super::reader::Reader;
use crate::diag::{Code, Diagnostic, in_one_line, is_deceptive, without_user_info};

/// The longest segment of an address, in bytes; file systems end at 255.
const MAX_SLUG: usize = 120;

/// Names that Windows keeps for devices, with or without an ending.
const RESERVED: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1", "lpt2", "lpt3", "lpt4",
    "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// Removes control characters with a warning, and warns of characters that reorder or hide text.
pub(super) fn clean(text: &str, span: &Range<usize>, reader: &mut Reader) -> String {
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

/// Warns of each kind of character in `text` that reorders or hides text; it stands in the file from `start` to `end`.
pub(super) fn warn_of_deceit(text: &str, start: usize, end: usize, reader: &mut Reader) {
    if text.is_ascii() {
        return;
    }
    let mut found: Vec<(char, usize)> = text.char_indices().filter(|(_, c)| is_deceptive(*c)).map(|(at, c)| (c, at)).collect();
    found.sort_unstable();
    found.dedup_by_key(|(c, _)| *c);
    if found.is_empty() {
        return;
    }
    let is_told = |found: &Diagnostic| found.code == Code::TextBidi && found.place.span.start >= start && found.place.span.end <= end;
    if reader.diagnostics.last().is_some_and(is_told) {
        return;
    }
    let points: Vec<String> = found.iter().map(|(c, at)| format!("U+{:04X} {}", *c as u32, behind(&text[..*at]))).collect();
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
    let visible: Vec<char> = before.chars().filter(|c| !is_deceptive(*c) && !is_control(*c)).collect();
    let last: String = visible[visible.len().saturating_sub(12)..].iter().collect();
    if last.trim().is_empty() { "at the beginning".to_owned() } else { format!("after \"{}\"", last.trim_start()) }
}

/// Control characters other than tab and line ends.
pub(super) fn is_control(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\r' | '\t')
}

/// What there is to say of a name with letters of several scripts whose letters look alike, such as Latin and Cyrillic.
pub(super) fn mixed_scripts(name: &str) -> Option<String> {
    let script = |c: char| match c {
        'a'..='z' | 'A'..='Z' | '\u{C0}'..='\u{24F}' => Some("Latin"),
        '\u{370}'..='\u{3FF}' => Some("Greek"),
        '\u{400}'..='\u{52F}' => Some("Cyrillic"),
        _ => None,
    };
    let mut letters = name.chars().filter_map(|c| Some((script(c)?, c)));
    let (first, one) = letters.next()?;
    let (second, other) = letters.find(|(script, _)| *script != first)?;
    let point = |c: char| format!("`{c}` is U+{:04X}", c as u32);
    Some(format!("the name `{name}` has {first} and {second} letters, which look alike: {}, {}", point(one), point(other)))
}

/// A text as a segment of an address: lower case, letters and digits of any script, hyphens between.
pub fn slug_of(text: &str) -> String {
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()) {
        return text.to_owned();
    }
    let mut slug = String::with_capacity(text.len());
    if text.is_ascii() {
        text.chars().for_each(|c| push_slug(&mut slug, c.to_ascii_lowercase()));
    } else {
        text.nfkc().flat_map(char::to_lowercase).for_each(|c| push_slug(&mut slug, c));
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

/// The same in at most 80 bytes, for the name of a file: whole words as long as there are some.
pub fn short_slug_of(text: &str) -> String {
    let mut slug = slug_of(text);
    while slug.len() > 80 {
        let end = slug.rfind('-').filter(|end| *end > 0).unwrap_or_else(|| slug.floor_char_boundary(80));
        slug.truncate(end);
    }
    slug
}

fn push_slug(slug: &mut String, c: char) {
    if c.is_alphanumeric() {
        slug.push(c);
    } else if !matches!(c, '\'' | '’') && !slug.is_empty() && !slug.ends_with('-') {
        slug.push('-');
    }
}

/// Why a text cannot be a segment of an address on every system, with what to write instead.
pub fn slug_trouble(slug: &str) -> Option<(String, String)> {
    let stem = slug.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let trouble = if slug.is_empty() {
        "it is empty"
    } else if slug.len() > MAX_SLUG {
        "it is too long"
    } else if slug.contains(['/', '\\']) {
        "it has a slash"
    } else if slug.contains('%') {
        "it has a percent sign"
    } else if slug.starts_with('.') {
        "it begins with a dot"
    } else if slug.ends_with(['.', ' ']) {
        "it ends with a dot or a space"
    } else if RESERVED.contains(&&*stem) {
        "Windows keeps this name for a device"
    } else if slug
        .contains(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | ':' | '"' | '|' | '?' | '*' | '#' | '&' | '\'' | ';' | '@'))
    {
        "it has a space or a mark that addresses give another meaning"
    } else if slug.chars().any(|c| c.is_control() || is_deceptive(c)) {
        "it has an invisible character"
    } else {
        return None;
    };
    let help = match slug_of(slug) {
        good if good.is_empty() => "write lower-case letters, digits and hyphens".to_owned(),
        good if RESERVED.contains(&&*good) => format!("write another word, such as `{good}-1`"),
        good => format!("write `{}`", good.chars().take(60).collect::<String>()),
    };
    let shown: String = slug.chars().take(40).collect();
    Some((format!("`{}` cannot be part of an address: {trouble}", in_one_line(&shown)), help))
}

/// Whether a text is a language code of two or three letters, perhaps with further parts (BCP 47).
pub fn is_language(code: &str) -> bool {
    let mut parts = code.split('-');
    parts.next().is_some_and(|first| (2..=3).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_lowercase()))
        && parts.all(|part| (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
}

/// Whether a text is a whole address on the web.
pub fn is_web_address(url: &str) -> bool {
    let lower = url.to_ascii_lowercase();
    let rest = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://"));
    // Browsers forgive a third slash, and others do not.
    rest.is_some_and(|rest| !rest.starts_with(['/', '.']))
        && Url::parse(url).is_ok()
        && !url.contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '\\' | '^' | '`' | '{' | '}'))
}

/// Whether a text can be the address of a site: other addresses are made by adding to it, and everybody sees it, so that no name or
/// password may stand in it.
pub fn is_site_address(url: &str) -> bool {
    is_web_address(url) && !url.contains(['?', '#']) && without_user_info(url) == url
}

/// Why a file cannot have this name on every system.
pub fn file_name_trouble(name: &str) -> Option<&'static str> {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_ascii_lowercase();
    if name.len() > 255 {
        Some("it is too long")
    } else if name.ends_with(['.', ' ']) {
        Some("it ends with a dot or a space")
    } else if RESERVED.contains(&&*stem) {
        Some("Windows keeps this name for a device")
    } else if name.contains(['<', '>', ':', '"', '|', '?', '*', '\\']) {
        Some("it has a mark that Windows does not allow")
    } else if name.chars().any(|c| c.is_control() || is_deceptive(c)) {
        Some("it has an invisible character")
    } else {
        None
    }
}

/// Whether `code` is in ISO 3166-1, and its name.
pub(super) fn country_name(code: &str) -> Option<&'static str> {
    crate::model::country_name(code, "en")
}

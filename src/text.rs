//! What holds for any short text: words fit for an address, languages, web addresses, names of
//! files.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use url::Url;

use crate::diag::{in_one_line, is_deceptive};

/// The longest segment of an address, in bytes; file systems end at 255.
const MAX_SLUG: usize = 120;

/// Names that Windows keeps for devices, with or without an ending.
const RESERVED: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8",
    "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// The key by which titles stand in the order in which a reader looks for them: capitals and accents
/// count only where all else is the same, so that “Élan” stands before “energy”.
pub(crate) fn alphabetical(title: &str) -> (String, String) {
    let letters = title.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase);
    (letters.collect(), title.to_owned())
}

/// Control characters other than tab and line ends.
pub(crate) fn is_control(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\r' | '\t')
}

/// What there is to say of a name with letters of several scripts whose letters look alike, such as
/// Latin and Cyrillic.
pub(crate) fn mixed_scripts(name: &str) -> Option<String> {
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
    Some(format!(
        "the name `{name}` has {first} and {second} letters, which look alike: {}, {}",
        point(one),
        point(other)
    ))
}

/// A text as a segment of an address: lower case, letters and digits of any script, hyphens
/// between.
pub(crate) fn slug_of(text: &str) -> String {
    if !text.is_empty()
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    {
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
pub(crate) fn short_slug_of(text: &str) -> String {
    let mut slug = slug_of(text);
    while slug.len() > 80 {
        let end =
            slug.rfind('-').filter(|end| *end > 0).unwrap_or_else(|| slug.floor_char_boundary(80));
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
pub(crate) fn slug_trouble(slug: &str) -> Option<(String, String)> {
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
    } else if slug.contains(|c: char| {
        c.is_whitespace()
            || matches!(c, '<' | '>' | ':' | '"' | '|' | '?' | '*' | '#' | '&' | '\'' | ';' | '@')
    }) {
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
pub(crate) fn is_language(code: &str) -> bool {
    let mut parts = code.split('-');
    parts.next().is_some_and(|first| {
        (2..=3).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_lowercase())
    }) && parts.all(|part| {
        (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
    })
}

/// Whether a text has a control character, as it stands or as the number that an address may give
/// for it (`%0A`).
pub(crate) fn holds_control(address: &str) -> bool {
    // Whoever reads the address decodes the numbers, and what reads the result may obey it.
    let mut rest = address;
    let mut decoded = Vec::with_capacity(address.len());
    while let Some((before, behind)) = rest.split_once('%') {
        decoded.extend_from_slice(before.as_bytes());
        let byte = behind.get(..2).and_then(|number| u8::from_str_radix(number, 16).ok());
        decoded.push(byte.unwrap_or(b'%'));
        rest = &behind[if byte.is_some() { 2 } else { 0 }..];
    }
    decoded.extend_from_slice(rest.as_bytes());
    String::from_utf8_lossy(&decoded).contains(char::is_control)
}

/// Whether an address says before the host who logs in.
pub(crate) fn names_user(address: &str) -> bool {
    let behind = address.split_once("://").map_or("", |(_, behind)| behind);
    behind.split(['/', '?', '#', '\\']).next().is_some_and(|host| host.contains('@'))
}

/// What has to go out of an address, whether it is one of a site, of a source, or where a link
/// leads; nothing where it may be shown to everybody.
pub(crate) fn address_trouble(address: &str) -> Option<&'static str> {
    if names_user(address) {
        Some("leave out the name or password before the host: everybody would see them")
    } else if holds_control(address) {
        Some("leave out the control character, which may be written as a number, such as %0A")
    } else {
        None
    }
}

/// Whether a text is a whole address on the web, in which nothing is to be hidden or obeyed.
pub(crate) fn is_web_address(url: &str) -> bool {
    let lower = url.to_ascii_lowercase();
    let rest = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://"));
    // Browsers forgive a third slash, and others do not.
    rest.is_some_and(|rest| !rest.starts_with(['/', '.']))
        && Url::parse(url).is_ok()
        && address_trouble(url).is_none()
        && !url.contains(|c: char| {
            c.is_whitespace() || matches!(c, '<' | '>' | '"' | '\\' | '^' | '`' | '{' | '}')
        })
}

/// Whether a text can be the address of a site: other addresses are made by adding to it.
pub(crate) fn is_site_address(url: &str) -> bool {
    is_web_address(url) && !url.contains(['?', '#'])
}

/// Why a file cannot have this name on every system.
pub(crate) fn file_name_trouble(name: &str) -> Option<&'static str> {
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

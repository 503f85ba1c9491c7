//! One tag of HTML, and characters that are written as names.

/// The longest tag that is taken for one, in bytes.
const MAX_TAG: usize = 8192;

/// A tag.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Tag<'t> {
    /// Its name in small letters.
    pub(super) name: String,
    pub(super) is_closing: bool,
    /// Its attributes, as they are written.
    attributes: &'t str,
    /// How many bytes it has.
    pub(super) length: usize,
}

impl<'t> Tag<'t> {
    /// The tag that a text begins with. An address between angle brackets is none.
    pub(super) fn read(text: &'t str) -> Option<Self> {
        let inner = text.strip_prefix('<')?;
        let is_closing = inner.starts_with('/');
        let inner = inner.trim_start_matches('/');
        let name_end = inner.find(|c: char| !c.is_ascii_alphanumeric() && c != '-')?;
        let (name, after) = inner.split_at(name_end);
        if !name.starts_with(|c: char| c.is_ascii_alphabetic())
            || !after.starts_with(|c: char| c.is_whitespace() || matches!(c, '>' | '/'))
        {
            return None;
        }
        let mut quote = None;
        for (at, c) in after.char_indices().take_while(|(at, _)| *at < MAX_TAG) {
            match (quote, c) {
                (None, '>') => {
                    return Some(Self {
                        name: name.to_ascii_lowercase(),
                        is_closing,
                        attributes: &after[..at],
                        length: text.len() - after.len() + at + 1,
                    });
                }
                (None, '<') => return None,
                (None, '"' | '\'') => quote = Some(c),
                (Some(open), c) if open == c => quote = None,
                _ => {}
            }
        }
        None
    }

    /// The value of an attribute, if it has one.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let mut rest = self.attributes;
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
            let end = rest.find(|c: char| c.is_whitespace() || c == '=').unwrap_or(rest.len());
            if rest.is_empty() || end == 0 {
                return None;
            }
            let (found, after) = rest.split_at(end);
            let after = after.trim_start();
            let value = if let Some(value) = after.strip_prefix('=') {
                let value = value.trim_start();
                let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
                let (value, behind) = match quote {
                    Some(quote) => value[1..].split_once(quote).unwrap_or((&value[1..], "")),
                    None => value.split_at(value.find(char::is_whitespace).unwrap_or(value.len())),
                };
                rest = behind;
                value
            } else {
                rest = after;
                ""
            };
            if found.eq_ignore_ascii_case(name) {
                return Some(decoded(value).split_whitespace().collect::<Vec<_>>().join(" "));
            }
        }
    }
}

/// A text in which characters that are written as names or numbers (`&amp;`) are themselves.
pub(in crate::import) fn decoded(text: &str) -> String {
    const NAMES: [(&str, &str); 24] = [
        ("amp", "&"),
        ("lt", "<"),
        ("gt", ">"),
        ("quot", "\""),
        ("apos", "'"),
        ("nbsp", "\u{A0}"),
        ("ndash", "–"),
        ("mdash", "—"),
        ("hellip", "…"),
        ("lsquo", "‘"),
        ("rsquo", "’"),
        ("ldquo", "“"),
        ("rdquo", "”"),
        ("laquo", "«"),
        ("raquo", "»"),
        ("copy", "©"),
        ("reg", "®"),
        ("trade", "™"),
        ("euro", "€"),
        ("pound", "£"),
        ("sect", "§"),
        ("middot", "·"),
        ("bull", "•"),
        ("eacute", "é"),
    ];
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let end = after.bytes().take(12).position(|byte| byte == b';');
        let found = end.and_then(|end| {
            let name = &after[..end];
            let number =
                name.strip_prefix('#').and_then(|number| match number.strip_prefix(['x', 'X']) {
                    Some(hex) => u32::from_str_radix(hex, 16).ok(),
                    None => number.parse().ok(),
                });
            let character = number.and_then(char::from_u32).map(String::from);
            let named =
                || NAMES.iter().find(|(known, _)| *known == name).map(|(_, c)| (*c).to_owned());
            Some((character.or_else(named)?, end))
        });
        match found {
            Some((character, end)) => {
                out.push_str(&character);
                rest = &after[end + 1..];
            }
            None => {
                out.push('&');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

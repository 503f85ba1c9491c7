//! Addresses in a text → the same without who logs in with which password.
//!
//! An address may hold them (RFC 3986, section 3.2.1), and is repeated in many a message: by us, by
//! libraries, by Git. Each character becomes a star, so that columns stay what they are.

use std::borrow::Cow;

/// The longest address that is looked through, in characters.
const LONGEST: usize = 8192;

/// A text without the names and passwords that stand in its addresses, whoever wrote them there.
pub fn without_user_info(text: &str) -> Cow<'_, str> {
    if !text.contains("://") || !text.contains('@') {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("://") {
        let (before, behind) = rest.split_at(at + 3);
        let length = user_info(behind).unwrap_or_default();
        shown.push_str(before);
        shown.extend(behind[..length].chars().map(|_| '*'));
        rest = &behind[length..];
    }
    shown.push_str(rest);
    Cow::Owned(shown)
}

/// How much of what stands behind `://` is user information, in bytes, without the sign behind it.
fn user_info(rest: &str) -> Option<usize> {
    let ends = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '"' | '<' | '>' | '`');
    let end = rest
        .char_indices()
        .take(LONGEST)
        .find(|(_, c)| ends(*c))
        .or_else(|| rest.char_indices().nth(LONGEST));
    let address = &rest[..end.map_or(rest.len(), |(at, _)| at)];
    let host_end = address.find(['/', '?', '#', '\\']).unwrap_or(address.len());
    let authority = &address[..host_end];
    if let Some(at) = authority.rfind('@') {
        return Some(at);
    }
    // No port: so it is a password, with a sign in it that should have been encoded.
    let is_password = |port: &str| !port.bytes().all(|byte| byte.is_ascii_digit());
    let has_password = !authority.starts_with('[')
        && authority.split_once(':').is_some_and(|(_, port)| is_password(port));
    address.rfind('@').filter(|_| has_password)
}

#[cfg(test)]
mod tests {
    use super::without_user_info;

    #[test]
    fn who_logs_in_with_which_password_is_not_shown() {
        for (text, shown) in [
            ("https://me:hush@host.example/a", "https://*******@host.example/a"),
            (
                "fatal: 'https://token@host.example/a.git' not found",
                "fatal: 'https://*****@host.example/a.git' not found",
            ),
            ("ssh://me@host and ftp://a:b@c@host", "ssh://**@host and ftp://*****@host"),
            ("\"http://é:ü@host\"", "\"http://***@host\""),
            ("https://me:hu/sh?#@host/x", "https://**********@host/x"),
            (
                "https://a.example/?to=https://me:hush@host/",
                "https://a.example/?to=https://*******@host/",
            ),
            ("https://@host/", "https://@host/"),
        ] {
            assert_eq!(without_user_info(text), shown);
        }
    }

    #[test]
    fn other_signs_are_left_alone() {
        for text in [
            "https://medium.example/@author/post",
            "https://host:8080/@a",
            "http://[::1]:8080/a@b",
            "mail a@b.example, see https://c.example/ and d@e.example",
            "user@host:folder",
            "://",
            "",
        ] {
            assert_eq!(without_user_info(text), text);
        }
    }
}

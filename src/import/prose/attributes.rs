//! Attributes of kramdown (`{: .lead}`) and Goldmark (`{.lead}`), which are for style sheets and
//! scripts → nothing. The name of a heading (`{#why}`) stays, because links lead there.

use super::code::{Part, Walk};
use crate::text::slug_of;

/// A text without attributes, and what they were.
pub(super) fn without(text: &str) -> (String, Vec<String>) {
    let mut dropped = Vec::new();
    if !text.contains('{') {
        return (text.to_owned(), dropped);
    }
    let mut out = String::with_capacity(text.len());
    let mut walk = Walk::new(text);
    loop {
        let rest = walk.rest();
        if rest.starts_with('{')
            && let Some((written, name)) = attributes(rest)
        {
            let line = &out[out.rfind('\n').map_or(0, |end| end + 1)..];
            let is_heading = line.trim_start().starts_with('#');
            let stands_alone = line.trim().is_empty();
            let ends_line =
                rest[written.len()..].lines().next().is_none_or(|rest| rest.trim().is_empty());
            let is_kramdown = written.starts_with("{:") || written.starts_with("{::");
            // Goldmark has them only behind a heading, or on a line of their own.
            if is_kramdown || ends_line && (is_heading || stands_alone || line.ends_with(')')) {
                walk.skip(written.len());
                match name.filter(|_| is_heading) {
                    Some(name) => out.push_str(&format!("{{#{}}}", slug_of(name))),
                    None => dropped.push(written.to_owned()),
                }
                if stands_alone && ends_line {
                    out.truncate(out.trim_end_matches([' ', '\t']).len());
                    // The list that a table of contents takes the place of.
                    if written.contains("toc") {
                        let end = out.trim_end_matches('\n').rfind('\n').map_or(0, |end| end + 1);
                        if out[end..].trim_start().starts_with(['*', '-', '1']) {
                            out.truncate(end);
                        }
                    } else if out.ends_with('\n') && walk.rest().starts_with('\n') {
                        walk.skip(1);
                    }
                } else {
                    out.truncate(out.trim_end_matches([' ', '\t']).len());
                    if is_heading && out.len() > 1 && name.is_some() {
                        let at = out.rfind("{#").unwrap_or(out.len());
                        if at > 0 && !out[..at].ends_with(' ') {
                            out.insert(at, ' ');
                        }
                    }
                }
                continue;
            }
        }
        match walk.next() {
            None => return (out, dropped),
            Some(Part::Code(code)) => out.push_str(code),
            Some(Part::Char(c)) => out.push(c),
        }
    }
}

/// The attributes that a text begins with, and the name among them.
fn attributes(text: &str) -> Option<(&str, Option<&str>)> {
    let end = text.bytes().take(500).position(|byte| byte == b'}')?;
    let written = &text[..=end];
    let inner = &written[1..end];
    if inner.contains(['{', '\n']) {
        return None;
    }
    let (is_kramdown, words) = match inner.strip_prefix(':') {
        Some(rest) => (true, rest.trim_start_matches([':', '/'])),
        None => (false, inner),
    };
    let is_attribute = |word: &str| {
        word.starts_with(['.', '#']) && word.len() > 1
            || word.split_once('=').is_some_and(|(name, value)| {
                !name.is_empty()
                    && value.starts_with(['"', '\''])
                    && name.chars().all(|c| c.is_alphanumeric() || c == '-')
            })
    };
    let first = words.split_whitespace().next();
    if !is_kramdown && !first.is_some_and(is_attribute) {
        return None;
    }
    let name = words.split_whitespace().find_map(|word| word.strip_prefix('#'));
    Some((written, name))
}

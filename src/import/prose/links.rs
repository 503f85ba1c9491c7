//! Links and pictures of Markdown → where they lead from here on.
//!
//! Addresses stand in the link or in a list of references; both become links of the first kind,
//! unless they lead to another site. What leads nowhere becomes words.

use std::collections::BTreeMap;

use super::code::{Part, Walk};
use super::html::link;
use crate::import::told::Told;

/// Where an address of another program leads.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::import) enum Lead {
    /// It stays as it is.
    Same,
    /// To a record of this import: its address from the text, and its path in the site.
    Record(String, String),
    /// To a heading of the same text, by the name that it has here.
    Heading(String),
    /// To a picture, which is copied.
    Picture(String),
    /// Back to the site that it comes from.
    Back(String),
    /// To the page of a record, whose heading is not found.
    Whole(String, String),
    /// To an address that says what it says without the fragment, which is not found: the words
    /// alone stay.
    NoHeading,
    /// Nowhere.
    Gone,
}

/// What knows where addresses lead.
pub(in crate::import) trait Leads {
    /// Where a link leads.
    fn link(&mut self, address: &str) -> Lead;
    /// Where a picture is.
    fn picture(&mut self, address: &str) -> Lead;
}

/// A text that lies in no site.
#[derive(Debug)]
pub(in crate::import) struct Nowhere;

impl Leads for Nowhere {
    fn link(&mut self, address: &str) -> Lead {
        if is_elsewhere(address) { Lead::Same } else { Lead::Gone }
    }

    fn picture(&mut self, address: &str) -> Lead {
        self.link(address)
    }
}

/// Whether an address leads to another site, or to mail and telephone.
pub(in crate::import) fn is_elsewhere(address: &str) -> bool {
    let lower = address.get(..8).unwrap_or(address).to_ascii_lowercase();
    ["http://", "https://", "mailto:", "tel:"].iter().any(|start| lower.starts_with(start))
}

/// A text with its links led anew, and what was lost.
#[derive(Debug, Default)]
pub(super) struct Led {
    pub(super) text: String,
    pub(super) told: Vec<(Told, String)>,
    /// The records that it leads to, by path.
    pub(super) records: Vec<String>,
}

/// An address and a title, as they are written for a link.
#[derive(Debug, Clone)]
struct Destination {
    address: String,
    title: Option<String>,
}

/// A bracket that is open, and whether it is that of a picture.
#[derive(Debug, Clone, Copy)]
struct Bracket {
    at: usize,
    is_picture: bool,
}

/// Leads the links of a text anew.
pub(super) fn lead(text: &str, leads: &mut dyn Leads) -> Led {
    let (text, references) = without_references(text);
    let mut leader = Leader { led: Led::default(), leads, references };
    let mut walk = Walk::new(&text);
    let mut brackets: Vec<Bracket> = Vec::new();
    let mut last = '\n';
    loop {
        let rest = walk.rest();
        if let Some(&bracket) = brackets.last().filter(|_| rest.starts_with(']')) {
            let words_end = leader.led.text.len();
            let (found, length) = leader.destination(&rest[1..], bracket, words_end);
            if let Some(destination) = found {
                brackets.pop();
                leader.write(bracket, &destination);
                walk.skip(1 + length);
                last = ')';
                continue;
            }
        }
        match walk.next() {
            None => break,
            Some(Part::Code(code)) => leader.led.text.push_str(code),
            Some(Part::Char(c)) => {
                match c {
                    '[' if last != '\\' => {
                        let is_picture = leader.led.text.ends_with('!');
                        let at = leader.led.text.len() - usize::from(is_picture);
                        brackets.push(Bracket { at, is_picture });
                    }
                    ']' if last != '\\' => _ = brackets.pop(),
                    '\n' if last == '\n' => brackets.clear(),
                    _ => {}
                }
                leader.led.text.push(c);
                last = if last == '\\' && c == '\\' { ' ' } else { c };
            }
        }
    }
    leader.led
}

struct Leader<'l> {
    led: Led,
    leads: &'l mut dyn Leads,
    references: BTreeMap<String, Destination>,
}

impl Leader<'_> {
    /// The destination after the bracket that closes, and its length.
    fn destination(
        &self,
        after: &str,
        bracket: Bracket,
        end: usize,
    ) -> (Option<Destination>, usize) {
        if let Some(inner) = after.strip_prefix('(') {
            return match inline(inner) {
                Some((destination, length)) => (Some(destination), length + 1),
                None => (None, 0),
            };
        }
        if self.references.is_empty() || after.starts_with(':') {
            return (None, 0);
        }
        let words = &self.led.text[bracket.at..end];
        let own = words.trim_start_matches('!').trim_start_matches('[');
        let (label, length) = match after.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
            Some(("", _)) => (own, 2),
            Some((label, _)) if label.len() < 200 => (label, label.len() + 2),
            _ => (own, 0),
        };
        (self.references.get(&plain_label(label)).cloned(), length)
    }

    fn write(&mut self, bracket: Bracket, destination: &Destination) {
        let Destination { address, title } = destination;
        let words = self.led.text.split_off(bracket.at);
        let words = words.trim_start_matches('!').strip_prefix('[').unwrap_or_default();
        let mark = if bracket.is_picture { "!" } else { "" };
        let whole = |to: &str, words: &str| {
            let title = title.as_deref().map_or_else(String::new, |title| format!(" \"{title}\""));
            let to = if to.contains([' ', '(', ')']) { format!("<{to}>") } else { to.to_owned() };
            format!("{mark}[{words}]({to}{title})")
        };
        let has_template = address.contains("{{") || address.contains("{%");
        let lead = match bracket.is_picture {
            _ if has_template => Lead::Gone,
            true if words.trim().is_empty() => {
                return self.led.told.push((Told::PictureWithoutWords, address.clone()));
            }
            true => self.leads.picture(address),
            false if words.trim().is_empty() => Lead::Gone,
            false => self.leads.link(address),
        };
        // A link within a link is none.
        let words = if bracket.is_picture { words.to_owned() } else { without_links(words) };
        let words = words.as_str();
        let written = match lead {
            // Every reader would ask the other site for it.
            Lead::Same if bracket.is_picture => {
                self.led.told.push((Told::PictureElsewhere, address.clone()));
                link("", words, address, None)
            }
            Lead::Same => whole(address, words),
            Lead::Picture(to) | Lead::Heading(to) => whole(&to, words),
            Lead::Record(to, path) => {
                self.led.records.push(path);
                whole(&to, words)
            }
            Lead::Whole(to, path) => {
                self.led.told.push((Told::Fragment, address.clone()));
                self.led.records.push(path);
                whole(&to, words)
            }
            Lead::Back(to) => {
                let told = if bracket.is_picture { Told::PictureElsewhere } else { Told::LinkBack };
                self.led.told.push((told, to.clone()));
                if bracket.is_picture { link("", words, &to, None) } else { whole(&to, words) }
            }
            Lead::NoHeading => {
                self.led.told.push((Told::Fragment, address.clone()));
                words.to_owned()
            }
            Lead::Gone => {
                let told = if bracket.is_picture { Told::Picture } else { Told::Link };
                self.led.told.push((told, address.clone()));
                words.to_owned()
            }
        };
        self.led.text.push_str(&written);
    }
}

/// A text in which links are their words.
fn without_links(words: &str) -> String {
    if !words.contains("](") {
        return words.to_owned();
    }
    let mut out = String::with_capacity(words.len());
    let mut open: Vec<usize> = Vec::new();
    let mut rest = words;
    while let Some(c) = rest.chars().next() {
        if c == ']'
            && let Some(start) = open.pop()
            && let Some((_, length)) = rest[1..].strip_prefix('(').and_then(inline)
            && !out[..start].ends_with('!')
        {
            out.remove(start);
            rest = &rest[length + 2..];
            continue;
        }
        if c == '[' && !out.ends_with('\\') {
            open.push(out.len());
        }
        out.push(c);
        rest = &rest[c.len_utf8()..];
    }
    out
}

/// The destination between parentheses, and the length of what was read with the one that closes.
fn inline(inner: &str) -> Option<(Destination, usize)> {
    const MOST: usize = 4096;
    let inner = &inner[..inner.floor_char_boundary(MOST.min(inner.len()))];
    let start = inner.len() - inner.trim_start().len();
    let text = &inner[start..];
    if let Some(between) = text.strip_prefix('<') {
        let end = between.find(['>', '\n'])?;
        return titled(inner, &between[..end], &between[end + 1..]);
    }
    if text.starts_with("{{") || text.starts_with("{%") {
        // What another program fills in may have spaces.
        let end = end_behind_template(text)?;
        return titled(inner, &text[..end], &text[end..]);
    }
    let end = end_of_address(text, char::is_whitespace)?;
    titled(inner, &text[..end], &text[end..]).or_else(|| {
        // Kramdown takes spaces within an address as they are.
        let end = end_of_address(text, |c| c == '\n' || c == '"')?;
        titled(inner, text[..end].trim_end(), &text[end..])
            .filter(|(found, _)| found.address.contains('/'))
    })
}

/// Where an address ends: at the parenthesis that closes, or at a character that is no part of it.
fn end_of_address(text: &str, is_end: impl Fn(char) -> bool) -> Option<usize> {
    let mut depth = 0;
    let end = text.char_indices().find(|(_, c)| {
        match c {
            '(' => depth += 1,
            ')' if depth == 0 => return true,
            ')' => depth -= 1,
            _ => {}
        }
        is_end(*c)
    });
    end.map(|(at, _)| at)
}

/// An address with the title that follows it, and the length of `inner` up to the parenthesis.
fn titled(inner: &str, address: &str, after: &str) -> Option<(Destination, usize)> {
    let behind = after.trim_start();
    let quote = behind.chars().next().filter(|c| matches!(c, '"' | '\''));
    let (title, behind) = match quote {
        Some(quote) => {
            let end = behind[1..]
                .match_indices(quote)
                .map(|(at, _)| at)
                .find(|at| behind[at + 2..].trim_start().starts_with(')'))?;
            (Some(behind[1..=end].to_owned()), &behind[end + 2..])
        }
        None => (None, behind),
    };
    let closing = behind.trim_start();
    closing.starts_with(')').then(|| {
        let read = inner.len() - closing.len() + 1;
        (Destination { address: address.trim().to_owned(), title }, read)
    })
}

/// Where an address ends that a template begins: at the first parenthesis or white space behind it.
fn end_behind_template(text: &str) -> Option<usize> {
    let mut at = 0;
    while text[at..].starts_with("{{") || text[at..].starts_with("{%") {
        at += text[at..].find("}}").or_else(|| text[at..].find("%}"))? + 2;
    }
    Some(at + text[at..].find(|c: char| c == ')' || c.is_whitespace())?)
}

/// A text without the references that do not lead to other sites, and these by their labels.
fn without_references(text: &str) -> (String, BTreeMap<String, Destination>) {
    let mut references = BTreeMap::new();
    if !text.contains("]:") {
        return (text.to_owned(), references);
    }
    let mut out = String::with_capacity(text.len());
    let mut walk = Walk::new(text);
    loop {
        if walk.begins_line() {
            let rest = walk.rest();
            let line = rest.lines().next().unwrap_or_default();
            if let Some((label, destination)) = reference(line)
                && !is_elsewhere(&destination.address)
            {
                references.entry(plain_label(label)).or_insert(destination);
                walk.skip(line.len());
                continue;
            }
        }
        match walk.next() {
            None => return (out, references),
            Some(Part::Code(code)) => out.push_str(code),
            Some(Part::Char(c)) => out.push(c),
        }
    }
}

/// A line such as `[label]: /address "title"`.
fn reference(line: &str) -> Option<(&str, Destination)> {
    let (label, rest) = line.trim_start().strip_prefix('[')?.split_once("]:")?;
    if label.starts_with('^') || label.contains(['[', ']']) || rest.trim().is_empty() {
        return None;
    }
    let (destination, _) = inline(&format!("{})", rest.trim()))?;
    Some((label, destination))
}

fn plain_label(label: &str) -> String {
    label.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

//! What the Markdown parser must not look into: counters and citations, comments of the author's,
//! and marks of other tools that would change the paragraph above them.
//!
//! Each is covered by control characters, of which a text has none of its own, byte for byte, so
//! that places stay right. Where a covered stretch comes out of the parser, what it covers is known
//! by its place.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag};

use super::counter::{self, Token};

/// Covers the first byte of a counter or citation.
const BEGIN: u8 = 1;
/// Covers the rest of one.
const REST: u8 = 2;
/// Covers a comment that stands in a line of text.
const COMMENT: u8 = 3;
/// Covers a colon that begins a block of other tools.
pub(super) const COLON: u8 = 4;
/// Covers the bar of `[[NAME|words]]` in a row of a table, whose cells bars part.
pub(super) const BAR: u8 = 5;

/// The longest name in double brackets that is looked for, in bytes.
const FAR: usize = 500;

/// A text as the parser sees it.
pub(super) struct Masked<'s> {
    /// What is parsed: as long as the source.
    pub(super) text: Cow<'s, str>,
    /// What is covered that stands for something else, in order.
    tokens: Vec<(Range<usize>, Token<'s>)>,
    /// A comment that is begun and not ended.
    pub(super) unended: Option<Range<usize>>,
}

impl<'s> Masked<'s> {
    pub(super) fn of(source: &'s str, options: Options) -> Self {
        let mut bytes: Option<Vec<u8>> = None;
        let mut unended = None;
        if source.contains("<!--") || source.contains("%%") {
            let (comments, open) = comments(source, options);
            unended = open;
            let covered = bytes.get_or_insert_with(|| source.as_bytes().to_vec());
            cover_comments(covered, &comments);
        }
        if source.contains(":::") {
            let covered = bytes.get_or_insert_with(|| source.as_bytes().to_vec());
            colons(source, options).into_iter().for_each(|at| covered[at] = COLON);
        }
        if source.contains("[[") {
            for at in bars(source) {
                bytes.get_or_insert_with(|| source.as_bytes().to_vec())[at] = BAR;
            }
        }
        let mut tokens = Vec::new();
        if source.contains("{{") || source.contains("[@") {
            tokens = counter::tokens(source);
            let is_open = |at: &Range<usize>| {
                bytes
                    .as_ref()
                    .is_none_or(|covered| covered[at.start] == source.as_bytes()[at.start])
            };
            tokens.retain(|(at, _)| is_open(at));
            if !tokens.is_empty() {
                let covered = bytes.get_or_insert_with(|| source.as_bytes().to_vec());
                for (at, _) in &tokens {
                    covered[at.clone()].fill(REST);
                    covered[at.start] = BEGIN;
                }
            }
        }
        // Whole characters were covered, each byte by one of ASCII.
        let text = bytes.and_then(|bytes| String::from_utf8(bytes).ok()).map(Cow::Owned);
        Self { text: text.unwrap_or(Cow::Borrowed(source)), tokens, unended }
    }

    /// The counters and citations that begin in a stretch of the source, in order.
    pub(super) fn tokens_in(&self, range: &Range<usize>) -> &[(Range<usize>, Token<'s>)] {
        let first = self.tokens.partition_point(|(at, _)| at.start < range.start);
        let end = self.tokens.partition_point(|(at, _)| at.start < range.end);
        &self.tokens[first..end.max(first)]
    }

    /// What stands in `text`, which came out of the parser for `range`, as its author wrote it, but
    /// for comments.
    pub(super) fn restored<'t>(
        &self,
        text: &'t str,
        range: &Range<usize>,
        source: &str,
    ) -> Cow<'t, str> {
        if !is_covered(text) {
            return text.into();
        }
        let mut tokens = self.tokens_in(range).iter();
        let mut restored = String::with_capacity(text.len());
        for c in text.chars() {
            match u8::try_from(c) {
                Ok(BEGIN) => restored.extend(tokens.next().map(|(at, _)| &source[at.clone()])),
                Ok(REST | COMMENT) => {}
                Ok(COLON) => restored.push(':'),
                Ok(BAR) => restored.push('|'),
                _ => restored.push(c),
            }
        }
        restored.into()
    }
}

/// Whether something in it is covered.
pub(super) fn is_covered(text: &str) -> bool {
    text.bytes().any(|byte| (BEGIN..=BAR).contains(&byte))
}

/// A part of a text that came out of the parser.
pub(super) enum Part<'t> {
    /// What its author wrote.
    Text(&'t str),
    /// A counter or citation, the next in order.
    Token,
}

/// Parts a text at what is covered. Of the spaces around a comment one stays.
pub(super) fn parts(text: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| (BEGIN..=BAR).contains(&byte)) {
        let (before, covered) = rest.split_at(at);
        let kind = covered.as_bytes()[0];
        let end = |of: u8| 1 + covered[1..].bytes().take_while(|byte| *byte == of).count();
        let length = match kind {
            BEGIN => end(REST),
            COMMENT => end(COMMENT),
            _ => 1,
        };
        rest = &covered[length..];
        if !before.is_empty() {
            parts.push(Part::Text(before));
        }
        match kind {
            BEGIN => parts.push(Part::Token),
            COLON => parts.push(Part::Text(":")),
            BAR => parts.push(Part::Text("|")),
            _ if before.ends_with([' ', '\n']) || before.is_empty() => {
                rest = rest.trim_start_matches(' ');
            }
            _ => {}
        }
    }
    if !rest.is_empty() {
        parts.push(Part::Text(rest));
    }
    parts
}

/// A line of nothing but comments becomes an empty one; in a line of text a comment is covered.
fn cover_comments(bytes: &mut [u8], comments: &[Range<usize>]) {
    let mut rest = comments;
    while let Some(first) = rest.first() {
        // Those that share lines are looked at together, each line once.
        let share = |pair: &[Range<usize>]| !bytes[pair[0].end..pair[1].start].contains(&b'\n');
        let count = 1 + rest.windows(2).take_while(|pair| share(pair)).count();
        let (group, after) = rest.split_at(count);
        rest = after;
        let last = group.last().unwrap_or(first);
        let is_line_end = |byte: &u8| *byte == b'\n';
        let start = bytes[..first.start].iter().rposition(is_line_end).map_or(0, |at| at + 1);
        let end = bytes[last.end..].iter().position(is_line_end);
        let end = end.map_or(bytes.len(), |at| last.end + at);
        let starts = std::iter::once(start).chain(group.iter().map(|comment| comment.end));
        let ends = group.iter().map(|comment| comment.start).chain(std::iter::once(end));
        let mut between = starts.zip(ends).map(|(start, end)| &bytes[start..end]);
        let stands_alone = between.all(|text| text.iter().all(u8::is_ascii_whitespace));
        for byte in group.iter().flat_map(Clone::clone) {
            let byte = &mut bytes[byte];
            match *byte {
                b'\n' | b'\r' if stands_alone => {}
                _ if stands_alone => *byte = b' ',
                _ => *byte = COMMENT,
            }
        }
    }
}

/// Where code stands, in which everything is as it is written.
fn code(source: &str, options: Options) -> Vec<Range<usize>> {
    let events = Parser::new_ext(source, options).into_offset_iter();
    events
        .filter(|(event, _)| matches!(event, Event::Code(_) | Event::Start(Tag::CodeBlock(_))))
        .map(|(_, range)| range)
        .collect()
}

/// The code that holds a place, or the first after it. `code` is in order.
fn holding(code: &[Range<usize>], at: usize) -> Option<&Range<usize>> {
    code.get(code.partition_point(|range| range.end <= at)).filter(|range| range.start <= at)
}

/// The comments of a text outside code, `<!-- … -->` and `%% … %%`; and one that is begun and not
/// ended. Of HTML that is all the rest; two per cent signs alone are text.
fn comments(source: &str, options: Options) -> (Vec<Range<usize>>, Option<Range<usize>>) {
    let code = code(source, options);
    let mut found = Vec::new();
    let mut unended = None;
    let mut at = 0;
    while let Some(next) = source[at..].find(['<', '%']) {
        let start = at + next;
        if let Some(inside) = holding(&code, start) {
            at = inside.end.max(start + 1);
            continue;
        }
        let rest = &source[start..];
        let (opening, closing) = if rest.starts_with("<!--") {
            ("<!--", "-->")
        } else if rest.starts_with("%%") {
            ("%%", "%%")
        } else {
            at = start + 1;
            continue;
        };
        let inner = start + opening.len();
        // As browsers read it, `<!-->` is whole.
        if opening == "<!--"
            && let Some(length) = ["<!-->", "<!--->"]
                .iter()
                .find(|whole| rest.starts_with(**whole))
                .map(|whole| whole.len())
        {
            at = start + length;
            found.push(start..at);
            continue;
        }
        match source[inner..].find(closing) {
            Some(length) => {
                at = inner + length + closing.len();
                found.push(start..at);
            }
            None if opening == "%%" => {
                unended.get_or_insert(start..inner);
                at = inner;
            }
            None => {
                unended = Some(start..inner);
                found.push(start..source.len());
                break;
            }
        }
    }
    (found, unended)
}

/// The bars within double brackets, of lines that have others as well.
fn bars(source: &str) -> Vec<usize> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in source.split_inclusive('\n') {
        let inside: Vec<usize> = line
            .match_indices("[[")
            .filter_map(|(at, _)| {
                let near = &line[at..line.floor_char_boundary(at + FAR)];
                let inner = &near[..near.find("]]")?];
                inner.find('|').filter(|bar| !inner[..*bar].ends_with('\\')).map(|bar| at + bar)
            })
            .collect();
        if !inside.is_empty() && line.matches('|').count() > inside.len() {
            found.extend(inside.into_iter().map(|at| start + at));
        }
        start += line.len();
    }
    found
}

/// The first colons of lines that begin with three of them, outside code.
fn colons(source: &str, options: Options) -> Vec<usize> {
    let code = code(source, options);
    let mut found = Vec::new();
    let mut start = 0;
    for line in source.split_inclusive('\n') {
        let begin = start + line.len() - line.trim_start_matches([' ', '>']).len();
        if source[begin..].starts_with(":::") && holding(&code, begin).is_none() {
            found.push(begin);
        }
        start += line.len();
    }
    found
}

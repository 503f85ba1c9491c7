//! Numbers of days that were typed into prose, where a counter should stand.
//!
//! A count typed in the same sentence as a link to an incident is most likely the incident's, and
//! will age.

use std::collections::BTreeSet;
use std::ops::Range;

/// The links to incidents of one paragraph or cell, and its stretches of plain text, as bytes of
/// the source.
#[derive(Default)]
pub(super) struct TypedDays {
    links: Vec<Range<usize>>,
    stretches: Vec<Range<usize>>,
}

impl TypedDays {
    /// Begins another paragraph or cell.
    pub(super) fn clear(&mut self) {
        self.links.clear();
        self.stretches.clear();
    }

    /// Notes a link to an incident.
    pub(super) fn note_link(&mut self, range: &Range<usize>) {
        self.links.push(range.clone());
    }

    /// Notes a stretch of text, in which counts may have been typed.
    pub(super) fn note_text(&mut self, range: &Range<usize>) {
        self.stretches.push(range.clone());
    }

    /// The counts with no end of a sentence between them and a link. Few blocks have a link, so
    /// that no other is searched.
    pub(super) fn beside_links(&self, source: &str) -> Vec<Range<usize>> {
        let Self { links, stretches } = self;
        if links.is_empty() {
            return Vec::new();
        }
        let mut days: Vec<Range<usize>> =
            stretches.iter().flat_map(|stretch| counts(source, stretch)).collect();
        let all = links.iter().chain(&days);
        let (first, last) = all.fold((usize::MAX, 0), |(first, last), range| {
            (first.min(range.start), last.max(range.end))
        });
        let Some(block) = source.get(first..last) else { return Vec::new() };
        let ends: Vec<usize> =
            block.match_indices(['.', '!', '?', ';']).map(|(at, _)| first + at).collect();
        // How many sentences have ended before a place: two places with as many have no end between
        // them.
        let sentence = |at: usize| ends.partition_point(|end| *end < at);
        let begun: BTreeSet<usize> = links.iter().map(|link| sentence(link.start)).collect();
        let ended: BTreeSet<usize> = links.iter().map(|link| sentence(link.end)).collect();
        days.retain(|days| {
            ended.contains(&sentence(days.start)) || begun.contains(&sentence(days.end))
        });
        days
    }
}

/// Each `12 days` (or `12 jours`) that lies within a stretch of the source, in order.
fn counts(source: &str, stretch: &Range<usize>) -> Vec<Range<usize>> {
    let text = &source[stretch.clone()];
    let mut counts = Vec::new();
    for (at, word) in text.match_indices(" day").chain(text.match_indices(" jour")) {
        let (at, end) = (stretch.start + at, stretch.start + at + word.len());
        let before = &source[..at];
        let number = before
            .trim_end_matches(|c: char| {
                c.is_ascii_digit() || matches!(c, ',' | '.' | '\u{202F}' | '\u{A0}')
            })
            .len();
        let ends_word = source[end..]
            .trim_start_matches('s')
            .chars()
            .next()
            .is_none_or(|c| !c.is_alphanumeric());
        if number >= stretch.start
            && before[number..].starts_with(|c: char| c.is_ascii_digit())
            && ends_word
        {
            counts.push(number..end);
        }
    }
    counts.sort_by_key(|days| days.start);
    counts
}

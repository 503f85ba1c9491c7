//! Numbers of days that were typed into prose, where a counter should stand.
//!
//! A count typed in the same sentence as a link to an incident is most likely the incident's, and will age.

use std::ops::Range;

/// The typed counts and the links to incidents of one paragraph or cell, as bytes of the text.
#[derive(Default)]
pub(super) struct TypedDays {
    links: Vec<Range<usize>>,
    days: Vec<Range<usize>>,
}

impl TypedDays {
    /// Notes a link to an incident.
    pub(super) fn note_link(&mut self, range: &Range<usize>) {
        self.links.push(range.clone());
    }

    /// Notes the counts in a stretch of the text, of all that the text has.
    pub(super) fn note_days(&mut self, counts: &[Range<usize>], range: &Range<usize>) {
        let first = counts.partition_point(|days| days.start < range.start);
        self.days.extend(counts[first..].iter().take_while(|days| days.end <= range.end).cloned());
    }

    /// The counts with no end of a sentence between them and a link.
    pub(super) fn beside_links(self, source: &str) -> Vec<Range<usize>> {
        let Self { links, mut days } = self;
        days.retain(|days| {
            links.iter().any(|link| {
                let between = if link.end <= days.start { link.end..days.start } else { days.end..link.start.max(days.end) };
                !source[between].contains(['.', '!', '?', ';'])
            })
        });
        days
    }
}

/// Each `12 days` (or `12 jours`) of a text, in order.
pub(super) fn counts(source: &str) -> Vec<Range<usize>> {
    let mut counts = Vec::new();
    for (at, word) in source.match_indices(" day").chain(source.match_indices(" jour")) {
        let before = &source[..at];
        let number = before.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | '\u{202F}' | '\u{A0}')).len();
        let ends_word = source[at + word.len()..].trim_start_matches('s').chars().next().is_none_or(|c| !c.is_alphanumeric());
        if before[number..].starts_with(|c: char| c.is_ascii_digit()) && ends_word {
            counts.push(number..at + word.len());
        }
    }
    counts.sort_by_key(|days| days.start);
    counts
}

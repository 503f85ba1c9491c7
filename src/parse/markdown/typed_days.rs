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

    /// Notes each `12 days` (or `12 jours`) in a stretch of the text.
    pub(super) fn note_days(&mut self, source: &str, range: &Range<usize>) {
        let raw = &source[range.clone()];
        if !raw.bytes().any(|byte| byte.is_ascii_digit()) {
            return;
        }
        for (at, word) in raw.match_indices(" day").chain(raw.match_indices(" jour")) {
            let number_start = raw[..at].rfind(|c: char| !(c.is_ascii_digit() || matches!(c, ',' | '.' | '\u{202F}' | '\u{A0}')));
            let start = number_start.map_or(0, |found| found + raw[found..].chars().next().map_or(1, char::len_utf8));
            let ends_word = raw[at + word.len()..].trim_start_matches('s').chars().next().is_none_or(|c| !c.is_alphanumeric());
            if raw[start..at].starts_with(|c: char| c.is_ascii_digit()) && ends_word {
                self.days.push(range.start + start..range.start + at + word.len());
            }
        }
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

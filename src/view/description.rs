//! What a page is about, for those who do not see it: search engines, feed readers, whoever is sent
//! a link.

use super::Locale;
use crate::i18n::{Words, say};
use crate::model::{ClockRef, Hole, Kind, Piece, Prose, Record};
use crate::wording;
use chrono::NaiveDate;

/// About how many characters the beginning of a text has.
const MOST: usize = 200;

impl Locale<'_> {
    /// The summary of a record. Of an incident without one what is true of its first clock; of a
    /// response what it ended; of anything else the beginning of its text.
    pub(crate) fn description(&self, kind: Kind, record: &Record) -> String {
        let summary = self.summary(record);
        if !summary.is_empty() {
            return summary;
        }
        let docket = &self.site.docket;
        let clock = match kind {
            Kind::Incident => docket.headline(record.id.as_str()),
            Kind::Response => self.site.register.responses.get(&record.id).and_then(|found| {
                let clocks = found.incidents.iter().flat_map(|id| docket.of(id.as_str()));
                clocks.into_iter().find(|clock| clock.statement.is_answered_by(&record.id))
            }),
            Kind::Article | Kind::Organisation | Kind::Page => None,
        };
        match clock.and_then(|clock| self.subject(clock)) {
            Some(subject) => subject.quotation(),
            None => self.beginning(record.prose_in(self.language).0),
        }
    }

    /// The first sentences of a text, without headings, tables and code.
    fn beginning(&self, prose: &Prose) -> String {
        let mut text = String::new();
        let mut is_read = true;
        for piece in &prose.pieces {
            if text.len() > 8 * MOST {
                break;
            }
            match piece {
                Piece::Html(html) => {
                    for (markup, words) in html.stretches() {
                        if markup.contains("</p>")
                            || markup.contains("<br")
                            || markup.contains("<li>")
                        {
                            text.push(' ');
                        }
                        is_read = reads_on(markup, is_read);
                        if is_read {
                            text.push_str(&words);
                        }
                    }
                }
                Piece::Hole { hole, .. } if is_read => text.push_str(&self.hole_in_words(hole)),
                Piece::Hole { .. } => {}
            }
        }
        shortened(&text)
    }

    fn hole_in_words(&self, hole: &Hole) -> String {
        let words = self.words();
        match hole {
            Hole::Days(named, on) => self.days_in_words(words, named, *on),
            Hole::Ratio(a, b, None) => {
                let docket = &self.site.docket;
                let ratio = docket.find(a).zip(docket.find(b)).and_then(|(a, b)| self.ratio(a, b));
                ratio.map(|ratio| ratio.text).unwrap_or_default()
            }
            Hole::Standing(named) => {
                let clock = self.site.docket.find(named);
                let badge = clock.and_then(|clock| Some(self.subject(clock)?.badge().to_owned()));
                badge.unwrap_or_default()
            }
            _ => String::new(),
        }
    }

    fn days_in_words(&self, words: &Words, named: &ClockRef, on: Option<NaiveDate>) -> String {
        let unknown = || words.text("prose-unknown-days").to_owned();
        let Some(clock) = self.site.docket.find(named) else { return unknown() };
        let counted = match on {
            None => clock.statement.claimed(),
            Some(on) => match self.terms(clock).map(|(_, terms)| clock.on_day(terms, on)) {
                Some(crate::clock::OnDay::Days(counted)) => Some(counted),
                _ => None,
            },
        };
        let Some(counted) = counted else { return unknown() };
        let days = wording::day_count(words, counted.days, counted.at_least);
        match on {
            Some(on) => say!(words, "prose-days-on", days = &days, date = &words.date(on)),
            None => days,
        }
    }
}

/// Whether what follows this markup is read: not where it stands in a heading, a table, code or the
/// footnotes.
fn reads_on(markup: &str, was_read: bool) -> bool {
    let mut is_read = was_read;
    for tag in markup.split('<').skip(1) {
        let (is_end, name) = match tag.strip_prefix('/') {
            Some(name) => (true, name),
            None => (false, tag),
        };
        let name = name.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        if matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "table" | "pre" | "section") {
            is_read = is_end;
        }
    }
    is_read
}

/// As many whole sentences as are not too long, or the words of the first as far as they go.
fn shortened(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((end, _)) = text.char_indices().nth(MOST) else { return text };
    let begin = &text[..end];
    let sentence = begin.rmatch_indices(['.', '!', '?', '。', '…']).find(|(at, mark)| {
        let after = at + mark.len();
        after * 3 > end && begin[after..].starts_with(' ')
    });
    if let Some((at, mark)) = sentence {
        return begin[..at + mark.len()].to_owned();
    }
    let word = begin.rfind(' ').unwrap_or(end);
    format!("{}…", begin[..word].trim_end_matches([',', ';', ':', '–', '-', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_ends_with_a_sentence_or_a_word() {
        assert_eq!(shortened("One.\n Two."), "One. Two.");
        let long = format!("{} end. More words follow here.", "word ".repeat(35).trim_end());
        assert!(shortened(&long).ends_with(" end."), "{}", shortened(&long));
        let endless = "word, ".repeat(60);
        assert!(shortened(&endless).ends_with("word…"), "{}", shortened(&endless));
        assert_eq!(shortened(&"가".repeat(300)).chars().count(), 201);
    }
}

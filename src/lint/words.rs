//! Words that are true on the day they are written and wrong later: "recently", "no report has been
//! published".
//!
//! Each sentence is looked at by itself. What is quoted is somebody else's word, and a sentence
//! that names a year, or holds a counter, says as of when it holds: neither is told. Code,
//! quotations and addresses are left out. Languages: English, French, Korean.

use std::ops::Range;

use super::Written;
use crate::diag::{Code, Diagnostic};
use crate::model::Kind;

/// What a language calls things, without capitals.
struct Lexicon {
    /// Days that are others tomorrow.
    relative: &'static [&'static str],
    /// That a document does not exist.
    absent: &'static [&'static str],
    /// Whether a word ends where letters end; Korean endings are joined to the word.
    bounded: bool,
}

const ENGLISH: Lexicon = Lexicon {
    relative: &[
        "yesterday",
        "last week",
        "last month",
        "last year",
        "this week",
        "this month",
        "this year",
        "next week",
        "next month",
        "recently",
        "currently",
        "at the moment",
    ],
    absent: &[
        "no report has been published",
        "no final report has been published",
        "no report was published",
        "no report has appeared",
        "no report exists",
        "there is no report",
        "there is still no report",
        "has not published",
        "have not published",
        "has never published",
        "have never published",
        "has not been published",
        "have not been published",
        "has yet to publish",
        "remains unpublished",
    ],
    bounded: true,
};

const FRENCH: Lexicon = Lexicon {
    relative: &[
        "hier",
        "la semaine dernière",
        "le mois dernier",
        "l’an dernier",
        "l'an dernier",
        "l’année dernière",
        "l'année dernière",
        "cette semaine",
        "ce mois-ci",
        "cette année",
        "récemment",
        "actuellement",
        "en ce moment",
    ],
    absent: &[
        "aucun rapport n’a été publié",
        "aucun rapport n'a été publié",
        "aucun rapport final n’a été publié",
        "aucun rapport final n'a été publié",
        "aucun rapport n’est paru",
        "aucun rapport n'est paru",
        "n’a pas publié",
        "n'a pas publié",
        "n’a jamais publié",
        "n'a jamais publié",
        "n’a pas été publié",
        "n'a pas été publié",
        "n’a toujours pas publié",
        "n'a toujours pas publié",
        "n’a toujours pas été publié",
        "n'a toujours pas été publié",
        "il n’y a pas de rapport",
        "il n'y a pas de rapport",
    ],
    bounded: true,
};

const KOREAN: Lexicon = Lexicon {
    relative: &[
        "어제",
        "지난주",
        "지난달",
        "지난해",
        "작년",
        "이번 주",
        "이번 달",
        "올해",
        "최근",
        "현재",
    ],
    absent: &[
        "보고서가 공개되지 않",
        "보고서는 공개되지 않",
        "보고서를 공개하지 않",
        "보고서를 내지 않",
        "보고서가 나오지 않",
        "보고서는 나오지 않",
        "보고서가 없다",
        "보고서는 없다",
        "발표하지 않았다",
    ],
    bounded: false,
};

fn lexicon(language: &str) -> Option<&'static Lexicon> {
    match language.split('-').next() {
        Some("en") => Some(&ENGLISH),
        Some("fr") => Some(&FRENCH),
        Some("ko") => Some(&KOREAN),
        _ => None,
    }
}

/// Adds what there is to say of a record's words.
pub(super) fn look(record: &Written<'_>, found: &mut Vec<Diagnostic>) {
    let Some(lexicon) = lexicon(&record.language).filter(|_| record.kind != Kind::Article) else {
        return;
    };
    let text = &record.file.text;
    for key in ["title", "summary"] {
        let Some(node) = record.value(key) else { continue };
        let help = "leave it to the counter, which stands beside the title and says as of when, or name the day: \
                    \"as of 7 December 2022 we had found none\"";
        look_at(
            record,
            lexicon,
            &without_quotes(&text[node.span.clone()]),
            &text[node.span.clone()],
            (node.span.start, help),
            found,
        );
    }
    let body = &text[record.body.clone()];
    let own = own_words(text, &record.body, record.words);
    let help = "write `{{ counter(\"INCIDENT\") }}` or `{{ standing(\"INCIDENT\") }}`, which say as of when nobody had found it, or \
                name the day: \"as of 7 December 2022 we had found none\"";
    look_at(record, lexicon, &own, body, (record.body.start, help), found);
}

/// Looks at every sentence of `masked`, which is as long as `source` and stands in the file at
/// `offset`; `help` is for an absence.
fn look_at(
    record: &Written<'_>,
    lexicon: &Lexicon,
    masked: &str,
    source: &str,
    (offset, help): (usize, &str),
    found: &mut Vec<Diagnostic>,
) {
    for sentence in sentences(masked) {
        let own = &masked[sentence.clone()];
        let says_when =
            names_a_year(&source[sentence.clone()]) || source[sentence.clone()].contains("{{");
        if says_when || own.trim().is_empty() {
            continue;
        }
        let span =
            |at: Range<usize>| offset + sentence.start + at.start..offset + sentence.start + at.end;
        // A page about the site speaks of absences in general.
        if let Some(at) =
            first_of(own, lexicon.absent, lexicon.bounded).filter(|_| record.kind != Kind::Page)
        {
            found.push(record.report(
                Code::AbsenceTyped,
                &span(at),
                "a typed absence stays here when the document appears",
                help,
            ));
        }
        if let Some(at) = first_of(own, lexicon.relative, lexicon.bounded) {
            let message = format!(
                "`{}` means another day whenever this is read",
                &source[sentence.start + at.start..sentence.start + at.end]
            );
            found.push(record.report(
                Code::WordRelative,
                &span(at),
                message,
                "write the day, month or year that is meant",
            ));
        }
    }
}

/// The first of the phrases in a sentence. Capitals do not count.
fn first_of(sentence: &str, phrases: &[&str], bounded: bool) -> Option<Range<usize>> {
    let lower = lower(sentence);
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let at = |phrase: &str| {
        lower.match_indices(phrase).map(|(at, _)| at..at + phrase.len()).find(|at| {
            // "The most recent" compares, and says nothing of today.
            let compares =
                ["most ", "plus ", "가장 "].iter().any(|word| lower[..at.start].ends_with(word));
            !compares
                && (!bounded
                    || !is_letter(lower[..at.start].chars().next_back())
                        && !is_letter(lower[at.end..].chars().next()))
        })
    };
    phrases.iter().filter_map(|phrase| at(phrase)).min_by_key(|at| at.start)
}

/// Small letters, each as long as the capital was, so that places stay right; line ends are spaces.
fn lower(text: &str) -> String {
    let small = |c: char| {
        let mut small = c.to_lowercase();
        match (small.next(), small.next()) {
            _ if matches!(c, '\n' | '\r' | '\t') => ' ',
            (Some(one), None) if one.len_utf8() == c.len_utf8() => one,
            _ => c,
        }
    };
    text.chars().map(small).collect()
}

/// Stretches between the ends of sentences and paragraphs.
fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut rest = text.char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        let next = rest.peek().map(|(_, next)| *next);
        let ends = match c {
            '!' | '?' | '。' => true,
            '.' => next.is_none_or(char::is_whitespace),
            '\n' => next == Some('\n') || next == Some('|'),
            _ => false,
        };
        if ends {
            found.push(start..at + c.len_utf8());
            start = at + c.len_utf8();
        }
    }
    found.push(start..text.len());
    found
}

/// Whether four digits that can be a year stand alone in the text.
fn names_a_year(text: &str) -> bool {
    let mut numbers = text.split(|c: char| !c.is_ascii_digit());
    numbers
        .any(|number| number.len() == 4 && (number.starts_with("19") || number.starts_with("20")))
}

/// The text of a body, with spaces for everything that is not the author's own words; these are
/// given by their places in the file.
fn own_words(text: &str, body: &Range<usize>, words: &[Range<usize>]) -> String {
    let mut masked = vec![b' '; body.len()];
    for (at, byte) in text[body.clone()].bytes().enumerate().filter(|(_, byte)| *byte == b'\n') {
        masked[at] = byte;
    }
    for range in words {
        masked[range.start - body.start..range.end - body.start]
            .copy_from_slice(&text.as_bytes()[range.clone()]);
    }
    // Only whole texts were copied, so that no letter is cut.
    without_quotes(&String::from_utf8_lossy(&masked))
}

/// The text with spaces for what stands between quotation marks of one paragraph.
fn without_quotes(text: &str) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut close: Option<char> = None;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if c == '\n' && chars.peek() == Some(&'\n') {
            close = None;
        }
        match close {
            Some(end) => {
                if c == end {
                    close = None;
                }
                masked.push_str(if c == '\n' { "\n" } else { &"    "[..c.len_utf8()] });
            }
            None => {
                let end = match c {
                    '"' => Some('"'),
                    '“' => Some('”'),
                    '«' => Some('»'),
                    '「' => Some('」'),
                    _ => None,
                };
                // A mark that is never closed quotes nothing.
                close = end.filter(|end| chars.clone().take(2000).any(|later| later == *end));
                masked.push(c);
            }
        }
    }
    masked
}

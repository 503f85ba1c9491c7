//! Numbers, dates and names as plain text.

use chrono::{Datelike, NaiveDate};

use crate::clock::Milestone;
use crate::i18n::{Words, say};
use crate::model::{Alert, Check, Moment, Precision};
use crate::text::slug_of;

/// `day` or `days`.
pub(crate) fn days(words: &Words, count: i64) -> String {
    say!(words, "unit-days", n = count)
}

/// `1 day`, `2,083 days`, `at least 616 days`.
pub(crate) fn day_count(words: &Words, count: i64, at_least: bool) -> String {
    let days = say!(words, "days", n = count);
    if at_least { say!(words, "at-least", days = &days) } else { days }
}

/// `1 year`, `at least 1,000 days`.
pub(crate) fn milestone(words: &Words, milestone: Milestone, at_least: bool) -> String {
    let length = match milestone {
        Milestone::Days(days) => say!(words, "days", n = i64::from(days)),
        Milestone::Years(years) => say!(words, "period-years", n = i64::from(years)),
    };
    if at_least { say!(words, "at-least", days = &length) } else { length }
}

/// `in 12 days`, `today`, `49 days ago`; of days from the as-of on.
pub(crate) fn distance(words: &Words, ahead: i64) -> String {
    match ahead {
        0 => words.text("distance-today").to_owned(),
        1.. => say!(words, "distance-ahead", days = &day_count(words, ahead, false)),
        _ => say!(words, "distance-ago", days = &day_count(words, -ahead, false)),
    }
}

/// `22 November 2026`, in English.
pub fn date(day: NaiveDate) -> String {
    Words::english().date(day)
}

/// `data-centre` as a reader would write it.
pub(crate) fn sector_name(words: &Words, sector: &str) -> String {
    let own = words.find(&["sector-", &slug_of(sector)].concat());
    own.map_or_else(|| sentence_case(&sector.replace('-', " ")), str::to_owned)
}

/// For the `datetime` attribute.
pub(crate) fn machine(moment: &Moment) -> String {
    match moment.precision() {
        Precision::Year(year) => format!("{year:04}"),
        Precision::Month(year, month) => format!("{year:04}-{month:02}"),
        Precision::Day(day) => iso(day),
        Precision::Time { instant, .. } => instant.format("%Y-%m-%dT%H:%M:%SZ").to_string(),
    }
}

/// The day to which a check reaches, if to an earlier one than its own; else empty.
pub(crate) fn reach(check: Option<Check>) -> String {
    check.filter(|check| !check.is_whole()).map_or_else(String::new, |check| iso(check.reach))
}

/// The message that names a quotation that is set apart.
pub(crate) fn alert(alert: Alert) -> &'static str {
    match alert {
        Alert::Note => "alert-note",
        Alert::Tip => "alert-tip",
        Alert::Important => "alert-important",
        Alert::Warning => "alert-warning",
        Alert::Caution => "alert-caution",
    }
}

/// `2026-11-22`. A page has dozens of dates, and to write one in general takes ten times as long.
pub(crate) fn iso(day: NaiveDate) -> String {
    let (year, month, date) = (day.year(), day.month(), day.day());
    if !(0..=9999).contains(&year) {
        return day.to_string();
    }
    let digit = |number: u32| char::from_digit(number % 10, 10).unwrap_or('0');
    let year = year.unsigned_abs();
    let mut written = String::with_capacity("2026-11-22".len());
    written.extend([year / 1000, year / 100, year / 10, year].map(digit));
    written.extend(['-', digit(month / 10), digit(month), '-', digit(date / 10), digit(date)]);
    written
}

/// The first letter as a capital.
pub(crate) fn sentence_case(text: &str) -> String {
    let mut letters = text.chars();
    let mut sentence = String::with_capacity(text.len());
    sentence.extend(letters.next().into_iter().flat_map(char::to_uppercase));
    sentence.push_str(letters.as_str());
    sentence
}

/// Words of the interface inside a sentence: the first letter small.
pub(crate) fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// Words of an author as a sentence: with a full stop, unless they end with a mark of their own.
pub(crate) fn full_stop(text: &str) -> String {
    let text = text.trim_end();
    if text.ends_with(['.', '!', '?', '…', '。', '！', '？']) {
        text.to_owned()
    } else {
        format!("{text}.")
    }
}

/// `A fire: final report`.
pub(crate) fn titled(words: &Words, title: &str, what: &str) -> String {
    if what.is_empty() {
        title.to_owned()
    } else {
        say!(words, "titled", title = title, what = what)
    }
}

/// Whether a place already names its country: `Spain and Portugal` names Spain.
pub(crate) fn names(place: &str, country: &str) -> bool {
    let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    let whole = |at: usize| {
        let end = at + country.len();
        !is_letter(place[..at].chars().next_back()) && !is_letter(place[end..].chars().next())
    };
    country.is_empty() || place.match_indices(country).any(|(at, _)| whole(at))
}

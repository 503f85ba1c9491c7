//! What is said of a clock away from its page: on a badge, on a card, in a quotation.
//!
//! A copy outlives the page it was taken from, so each of these sentences carries the day for which it is true: the as-of while the
//! clock runs, the day of the check when that has become stale, and the day of the document once there is one. When the check has
//! expired no number is left. The words are those of the page's language; a badge, a card and a frame, of which there is one for each
//! clock, are in the site's own.
//!
//! Absent on purpose: HTML, addresses, and everything that moves on in a browser.

use chrono::NaiveDate;

use super::view::{CounterView, DateView};
use crate::i18n::{Arg, Form, Words, say};
use crate::model::DocumentKind;
use crate::wording::{self, sentence_case};

/// A clock that is spoken of.
#[derive(Debug, Clone, Copy)]
pub(super) struct Said<'a> {
    /// The language.
    pub(super) words: &'a Words,
    /// What its page shows of it.
    pub(super) counter: &'a CounterView,
    /// What it waits for.
    pub(super) document: DocumentKind,
    /// The last check.
    pub(super) checked: Option<NaiveDate>,
}

impl Said<'_> {
    fn from(&self) -> Option<&str> {
        self.counter.from.as_ref().map(|from| from.title.as_str())
    }

    /// `Final report from OVHcloud`: the left side of a badge whose right side says what became of it.
    fn awaited(&self) -> String {
        wording::awaited(self.words, self.document, self.from())
    }

    /// Behind `without`: `a final report`.
    fn missing(&self) -> &str {
        if self.counter.delivery.is_some() { &self.counter.without_public } else { &self.counter.without_document }
    }

    /// `at least 616 days`; nothing where no number is claimed, or it is none at all.
    fn days(&self) -> Option<String> {
        self.count().map(|(value, at_least)| wording::day_count(self.words, value, at_least))
    }

    /// The same at the beginning of a sentence.
    fn days_first(&self) -> Option<String> {
        let (value, at_least) = self.count()?;
        let days = wording::day_count(self.words, value, false);
        Some(if at_least { say!(self.words, "at-least-first", days = &days) } else { days })
    }

    /// The number that is said, and whether it may be more.
    fn count(&self) -> Option<(i64, bool)> {
        let number = self.counter.number.as_ref()?;
        let within = self.counter.stop.is_some() && number.at_least && number.value == 0;
        (!within).then_some((number.value, number.at_least))
    }

    /// `on 6 December 2022`, `in December 2022`.
    fn on(&self, date: &DateView) -> String {
        let key = if date.iso.len() < 8 { "in-date" } else { "on-date" };
        say!(self.words, key, date = &date.text)
    }

    /// `as of 22 November 2026`.
    fn as_of(&self) -> String {
        say!(self.words, "as-of", date = &self.counter.as_of.text)
    }

    /// The same, or `when last checked, on 1 December 2022`.
    fn dated(&self) -> String {
        if self.counter.freshness == "stale" { self.counter.stale.clone() } else { self.as_of() }
    }

    /// The day of the last check, in words.
    fn checked_on(&self) -> String {
        self.checked.map_or_else(String::new, |day| self.words.date(day))
    }

    /// Whether the check has expired where one matters, so that nothing is claimed.
    fn is_expired(&self) -> bool {
        self.counter.freshness == "expired" && self.counter.confidential.is_empty()
    }

    /// Whether days are counted although nobody has noted that they looked.
    fn is_unchecked(&self) -> bool {
        self.counter.freshness == "unchecked" && self.counter.confidential.is_empty()
    }

    /// `Whether OVHcloud has published a final report is not known: …`.
    fn unknown(&self) -> String {
        let document = self.words.document(self.document, Form::A);
        match self.from() {
            Some(from) => say!(self.words, "expired-unknown-from", from = from, document = document, date = &self.checked_on()),
            None => say!(self.words, "expired-unknown", document = document, date = &self.checked_on()),
        }
    }

    /// One of the sentences of counters, with what it may need; `about` and `date` are empty on a card, which has them elsewhere.
    fn sum(&self, key: &str, days: &str, about: &str, date: &str) -> String {
        let counter = self.counter;
        let by: Vec<String> = counter.stop.iter().flat_map(|stop| &stop.by).map(|link| link.title.clone()).collect();
        let unit = counter.number.as_ref().map_or("", |number| number.unit.as_str());
        let many = i64::try_from(by.len()).unwrap_or(i64::MAX);
        self.words.say(
            key,
            &[
                ("days", Arg::from(days)),
                ("unit", unit.into()),
                ("by", (&self.words.list(&by)).into()),
                ("many", many.into()),
                ("its", (&counter.its_document).into()),
                ("the", (&counter.the_document).into()),
                ("of", (&counter.of_document).into()),
                ("document", self.missing().into()),
                ("from", self.from().unwrap_or_default().into()),
                ("about", about.into()),
                ("date", date.into()),
                ("as_of", (&self.dated()).into()),
            ],
        )
    }

    /// `Early warning on “…”. No public evidence of filing; …`
    fn confidential(&self, about: &str) -> String {
        let (document, why) = (&sentence_case(&self.counter.document), &self.counter.confidential);
        match self.from() {
            Some(from) => say!(self.words, "sum-confidential-from", document = document, from = from, about = about, why = why),
            None => say!(self.words, "sum-confidential", document = document, about = about, why = why),
        }
    }

    /// `No days are counted towards the final report on “…”: the count has not begun.`; `day` is put behind the reason.
    fn uncounted(&self, about: &str, day: &str) -> String {
        let words = self.words;
        let why = words.text(if self.counter.standing == "unknown" { "start-unknown" } else { "not-begun" });
        let why = if day.is_empty() { why.to_owned() } else { say!(words, "with-note", what = why, note = day) };
        let key = if self.counter.from.is_some() { "sum-uncounted-from" } else { "sum-uncounted" };
        words.say(
            key,
            &[
                ("the", (&self.counter.the_document).into()),
                ("of", (&self.counter.of_document).into()),
                ("document", (&self.counter.document).into()),
                ("from", self.from().unwrap_or_default().into()),
                ("about", about.into()),
                ("why", (&why).into()),
            ],
        )
    }

    /// The two sides of a badge.
    pub(super) fn badge(&self) -> (String, String) {
        let (words, counter) = (self.words, self.counter);
        if let Some(stop) = &counter.stop {
            let on = self.on(&stop.date);
            let message = match self.days() {
                Some(days) => say!(words, "badge-says-published-after", date = &on, days = &days),
                None => say!(words, "badge-says-published", date = &on),
            };
            return (self.awaited(), message);
        }
        if let Some(closing) = &counter.closing {
            let on = self.on(&closing.date);
            let message = match self.days() {
                Some(days) => say!(words, "badge-says-closed-after", date = &on, days = &days),
                None => say!(words, "badge-says-closed", date = &on),
            };
            return (self.awaited(), message);
        }
        if !counter.confidential.is_empty() {
            return (self.awaited(), say!(words, "badge-says-confidential", as_of = &self.as_of()));
        }
        if self.is_expired() {
            return (self.awaited(), say!(words, "badge-says-unchecked-since", date = &self.checked_on(), as_of = &self.as_of()));
        }
        let Some(days) = self.days() else {
            return (self.awaited(), say!(words, "badge-says-uncounted", as_of = &self.as_of()));
        };
        let message = say!(words, "badge-says-days", days = &days, as_of = &self.dated());
        // The badge of an unchecked clock whose limit has passed says both in its one word.
        let is_said = counter.standing == "overdue";
        let message = if self.is_unchecked() && !is_said { say!(words, "badge-says-never-checked", what = &message) } else { message };
        let message = match (counter.freshness.as_str(), counter.standing.as_str()) {
            ("stale", _) | (_, "waiting") => message,
            _ => say!(words, "with-note", what = &message, note = &lower(&counter.badge)),
        };
        let without = match self.from() {
            Some(from) => say!(words, "without-from", document = self.missing(), from = from),
            None => say!(words, "without", document = self.missing()),
        };
        (sentence_case(&without), message)
    }

    /// What follows the large number of a card, or stands alone where there is none; without the incident's name.
    pub(super) fn below_the_number(&self) -> String {
        let counter = self.counter;
        let has_number = self.count().is_some();
        let from = counter.from.is_some();
        if counter.stop.is_some() || counter.closing.is_some() {
            if !has_number {
                return self.ended("");
            }
            let by = counter.stop.as_ref().map(|stop| !stop.by.is_empty());
            let key = match (by, from) {
                (Some(true), _) => "sum-card-until-by",
                (Some(false), _) => "sum-card-until",
                (None, true) => "sum-card-closed-from",
                (None, false) => "sum-card-closed",
            };
            return self.sum(key, "", "", "");
        }
        if !counter.confidential.is_empty() {
            return self.confidential("");
        }
        if self.is_expired() {
            return self.unknown();
        }
        match (has_number, from) {
            (true, true) => self.sum("sum-card-waiting-from", "", "", ""),
            (true, false) => self.sum("sum-card-waiting", "", "", ""),
            (false, _) => self.uncounted("", ""),
        }
    }

    /// The day for which a card holds; empty where it is said already. This line is never cut, so that it is here that a card of a
    /// clock that was never checked says so.
    pub(super) fn day_of_card(&self) -> String {
        match (&self.counter.stop, &self.counter.closing) {
            (Some(_), _) | (_, Some(_)) if self.count().is_none() => String::new(),
            (Some(stop), _) => sentence_case(&self.on(&stop.date)),
            (None, Some(closing)) => sentence_case(&self.on(&closing.date)),
            (None, None) if self.is_unchecked() && self.count().is_some() => {
                say!(self.words, "sum-unchecked", sum = &sentence_case(&self.dated()))
            }
            (None, None) => sentence_case(&self.dated()),
        }
    }

    /// What ended the wait, and when.
    fn ended(&self, about: &str) -> String {
        let counter = self.counter;
        let days = self.days_first();
        let key = match (&counter.stop, &counter.closing, &days) {
            (Some(stop), _, Some(_)) if !stop.by.is_empty() => "sum-until-by",
            (Some(_), _, Some(_)) => "sum-until",
            (Some(stop), _, None) if !stop.by.is_empty() => "sum-published-by",
            (Some(_), _, None) => "sum-published",
            (None, _, Some(_)) if counter.from.is_some() => "sum-closed-from",
            (None, _, Some(_)) => "sum-closed",
            (None, _, None) if counter.from.is_some() => "sum-closed-uncounted-from",
            (None, _, None) => "sum-closed-uncounted",
        };
        let date = match (&counter.stop, &counter.closing) {
            (Some(stop), _) => self.on(&stop.date),
            (None, Some(closing)) => closing.date.text.clone(),
            (None, None) => String::new(),
        };
        let said = self.sum(key, days.as_deref().unwrap_or_default(), about, &date);
        // A name is written as its owner writes it; a document's is a word of the sentence.
        if key == "sum-published" { sentence_case(&said) } else { said }
    }

    /// One sentence that can stand alone wherever it is copied to.
    pub(super) fn sentence(&self) -> String {
        let (words, counter) = (self.words, self.counter);
        let title = &counter.incident.title;
        let about = say!(words, "sum-about", title = title);
        if counter.stop.is_some() || counter.closing.is_some() {
            return self.ended(&about);
        }
        if !counter.confidential.is_empty() {
            let day = say!(words, "sentence", text = &sentence_case(&self.as_of()));
            return format!("{} {day}", self.confidential(&about));
        }
        if self.is_expired() {
            return titled(words, title, &lower(&self.unknown()));
        }
        let Some(days) = self.days_first() else { return self.uncounted(&about, &self.dated()) };
        let key = if counter.from.is_some() { "sum-waiting-from" } else { "sum-waiting" };
        let sum = self.sum(key, &days, &about, "");
        let sum = if self.is_unchecked() { say!(words, "sum-unchecked", sum = &sum) } else { sum };
        say!(words, "sum-sentence", sum = &sum)
    }
}

/// Words of the interface inside a sentence.
fn lower(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// `A fire: final report`.
pub(super) fn titled(words: &Words, title: &str, what: &str) -> String {
    if what.is_empty() { title.to_owned() } else { say!(words, "titled", title = title, what = what) }
}

/// Above the number of a card that is not known exactly.
pub(super) fn at_least(words: &Words) -> String {
    sentence_case(words.text("at-least-word"))
}

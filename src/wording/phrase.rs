//! Words with things in them that a page can do more with: numbers that move on, dates, links.
//!
//! A sentence that is decided once is shown as text on a badge and as HTML on a page. So it is a
//! [`Phrase`]: the text with these things marked in it. A message of the files of words is put
//! together around them by [`compose!`].

use chrono::NaiveDate;
use chrono_tz::Tz;
use serde::Serialize;

use crate::i18n::{Arg, Said, Words};
use crate::model::Moment;

/// A text that leads somewhere, or nowhere if `path` is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Link {
    /// Its text.
    pub title: String,
    /// A path of the site, or a whole address.
    pub path: String,
    /// Whether `path` is a whole address.
    pub external: bool,
    /// The language of the text and of what it leads to, where it is not that of the page's frame.
    pub language: String,
}

/// A civil date or less, for people and for machines.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, schemars::JsonSchema)]
pub struct DateView {
    /// `2026-11-22`, `2026-11`, `2026`, or an instant.
    pub iso: String,
    /// `22 November 2026`.
    pub text: String,
}

/// Text in which some things are more than text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(transparent)]
pub struct Phrase {
    parts: Vec<Part>,
}

/// A stretch of a [`Phrase`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Part {
    /// Words.
    Text {
        /// The words.
        text: String,
    },
    /// A number of days with its unit.
    Days(Days),
    /// A civil date.
    Date {
        /// For people and for machines.
        date: DateView,
        /// Whether it is the day to which is counted, and moves on in the browser.
        moves: bool,
    },
    /// A name that leads somewhere.
    Name {
        /// The name and where it leads.
        link: Link,
    },
    /// A word of the sentence that leads somewhere.
    Word {
        /// The word and where it leads.
        link: Link,
    },
    /// A name that leads nowhere.
    Title {
        /// The name.
        title: String,
        /// Its language, where it is not that of the page's frame.
        language: String,
    },
    /// Several words that lead somewhere together.
    Whole {
        /// The words.
        now: Phrase,
        /// Where they lead: a path of the site.
        path: String,
    },
    /// Words that others replace in the browser when the check grows old.
    Aging {
        /// The words as long as the check is fresh.
        now: Phrase,
        /// The words when it is stale.
        stale: String,
        /// The words when it has expired; the sentence around it is replaced where there are none.
        expired: Option<String>,
    },
}

/// A number of days in a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Days {
    /// For machines.
    pub value: i64,
    /// With separators: `2,083`.
    pub text: String,
    /// What stands between the number and its unit: a space, or nothing.
    pub gap: String,
    /// `day` or `days`.
    pub unit: String,
    /// How large it is shown.
    pub size: Size,
    /// How it moves on in the browser; nothing where it stands.
    pub moves: Option<Moves>,
}

/// How large a number is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Size {
    /// As what a page is about.
    Large,
    /// As the second of two.
    Less,
    /// As the words around it.
    Text,
}

/// How a number of days moves on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Moves {
    /// The day from which it is counted; empty where that is the start of the clock.
    pub from: String,
    /// The last day to which it is counted; empty where there is none.
    pub to: String,
}

impl Phrase {
    /// Plain words.
    pub(crate) fn text_of(text: &str) -> Self {
        let mut phrase = Self::default();
        phrase.push_text(text);
        phrase
    }

    /// Whether there is nothing to say.
    pub(crate) fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// The day of the as-of, which moves on in the browser.
    pub(crate) fn today(words: &Words, day: NaiveDate) -> Self {
        Part::Date { date: DateView::of_day(words, day), moves: true }.into()
    }

    /// Names as a list: `A, B and C`.
    pub(crate) fn list(words: &Words, links: &[Link]) -> Self {
        let mut names = links.iter().map(|link| Self::from(Part::Name { link: link.clone() }));
        let mut said = names.next().unwrap_or_default();
        let last = links.len().saturating_sub(2);
        for (at, next) in names.enumerate() {
            let key = if at == last { "list-last" } else { "list-middle" };
            said = composed(words, key, &[("before", (&said).into()), ("next", (&next).into())]);
        }
        said
    }

    fn push_text(&mut self, words: &str) {
        match self.parts.last_mut() {
            _ if words.is_empty() => {}
            Some(Part::Text { text }) => text.push_str(words),
            _ => self.parts.push(Part::Text { text: words.to_owned() }),
        }
    }

    fn push(&mut self, part: &Part) {
        match part {
            Part::Text { text } => self.push_text(text),
            other => self.parts.push(other.clone()),
        }
    }

    /// The same with the first letter as a capital, unless it begins with a name.
    pub(crate) fn sentence_case(mut self) -> Self {
        match self.parts.first_mut() {
            Some(Part::Text { text }) => *text = super::sentence_case(text),
            Some(Part::Word { link }) => link.title = super::sentence_case(&link.title),
            Some(Part::Whole { now, .. }) => *now = std::mem::take(now).sentence_case(),
            _ => {}
        }
        self
    }

    /// The words alone, as they stand now.
    pub(crate) fn text(&self) -> String {
        let mut text = String::new();
        self.write(&mut text);
        text
    }

    fn write(&self, out: &mut String) {
        for part in &self.parts {
            match part {
                Part::Text { text } => out.push_str(text),
                Part::Days(days) => out.extend([days.text.as_str(), &days.gap, &days.unit]),
                Part::Date { date, .. } => out.push_str(&date.text),
                Part::Name { link } | Part::Word { link } => out.push_str(&link.title),
                Part::Title { title, .. } => out.push_str(title),
                Part::Whole { now, .. } | Part::Aging { now, .. } => now.write(out),
            }
        }
    }
}

impl From<Part> for Phrase {
    fn from(part: Part) -> Self {
        Self { parts: vec![part] }
    }
}

/// What is put into a message.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Filling<'a> {
    Text(&'a str),
    Number(i64),
    Phrase(&'a Phrase),
}

impl<'a> From<&'a str> for Filling<'a> {
    fn from(text: &'a str) -> Self {
        Filling::Text(text)
    }
}

impl<'a> From<&'a String> for Filling<'a> {
    fn from(text: &'a String) -> Self {
        Filling::Text(text)
    }
}

impl From<i64> for Filling<'_> {
    fn from(number: i64) -> Self {
        Filling::Number(number)
    }
}

impl<'a> From<&'a Phrase> for Filling<'a> {
    fn from(phrase: &'a Phrase) -> Self {
        Filling::Phrase(phrase)
    }
}

/// A message with phrases for its variables; empty if there is none.
pub(crate) fn composed(words: &Words, key: &str, fillings: &[(&str, Filling<'_>)]) -> Phrase {
    let args: Vec<(&str, Arg<'_>)> = (0..)
        .zip(fillings)
        .map(|(at, (name, filling))| match filling {
            Filling::Text(text) => (*name, Arg::Text(text)),
            Filling::Number(number) => (*name, Arg::Number(*number)),
            Filling::Phrase(_) => (*name, Arg::Slot(at)),
        })
        .collect();
    let mut phrase = Phrase::default();
    words.put(key, &args, &mut |said| match said {
        Said::Own(text) | Said::Given(text) => phrase.push_text(text),
        Said::Slot(at) => {
            if let Some((_, Filling::Phrase(filling))) = fillings.get(at) {
                filling.parts.iter().for_each(|part| phrase.push(part));
            }
        }
    });
    phrase
}

/// [`composed()`] with its variables by name: `compose!(words, "as-of", date = &date)`.
macro_rules! compose {
    ($words:expr, $key:expr $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::wording::phrase::composed($words, $key, &[$((stringify!($name), $crate::wording::phrase::Filling::from($value))),*])
    };
}
pub(crate) use compose;

impl DateView {
    /// A civil day.
    pub(crate) fn of_day(words: &Words, day: NaiveDate) -> Self {
        Self { iso: super::iso(day), text: words.date(day) }
    }

    /// A moment as precisely as it is known; a time with the name of its zone.
    pub(crate) fn of_moment(words: &Words, moment: &Moment, zone: Tz) -> Self {
        Self { iso: super::machine(moment), text: words.moment(moment, zone) }
    }

    /// `on 6 December 2022`, `in December 2022`.
    pub(crate) fn on(&self, words: &Words) -> Phrase {
        // A day is written with ten letters, a month with seven.
        let key = if self.iso.len() < 8 { "in-date" } else { "on-date" };
        compose!(words, key, date = &Phrase::from(Part::Date { date: self.clone(), moves: false }))
    }
}

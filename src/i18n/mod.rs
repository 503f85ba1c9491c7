//! The words of the interface in one language: messages, numbers, dates, lists.
//!
//! Messages come from Fluent files of the theme (`words/en/`) and are compiled once; what every
//! row of a list needs, such as the names of months, is taken out of them once as well. Which file
//! a message comes from, and what is wrong with it, is told by [`Lexicon`]. Absent on purpose:
//! which sentence is true of a clock (see `wording`).

mod absent;
mod lexicon;
mod message;
mod naming;
mod nesting;

use std::collections::{BTreeMap, HashMap};

use chrono::{Datelike, NaiveDate, NaiveTime, TimeZone};
use chrono_tz::Tz;
use intl_pluralrules::PluralRules;
use unic_langid::{CharacterDirection, LanguageIdentifier};

use self::message::{Message, Numerals};
pub(crate) use self::naming::DocumentForms;
use crate::model::{
    ClockTerms, DocumentKind, DocumentName, LimitTerms, Moment, OwnDocument, Period, Precision,
    Translated, Unit,
};

pub(crate) use self::absent::absent;
pub use self::lexicon::Lexicon;
pub(crate) use self::message::{Arg, Said};

/// Says a message with its variables: `say!(words, "days", n = 3)`.
macro_rules! say {
    ($words:expr, $key:expr $(, $name:ident = $value:expr)* $(,)?) => {
        $words.say($key, &[$((stringify!($name), $crate::i18n::Arg::from($value))),*])
    };
}
pub(crate) use say;

/// The direction in which a language is written, as HTML names it: by its script if it names one
/// (`az-Arab`), by its usual one otherwise. What is no tag of a language is written from left to
/// right.
pub(crate) fn direction(language: &str) -> &'static str {
    let direction = language.parse().map(|tag: LanguageIdentifier| tag.character_direction());
    if direction == Ok(CharacterDirection::RTL) { "rtl" } else { "ltr" }
}

/// The words of one language.
pub struct Words {
    language: String,
    messages: HashMap<String, Message>,
    rules: PluralRules,
    group: String,
    decimal: String,
    months: Vec<String>,
    weekdays: Vec<String>,
    /// By kind and form.
    documents: BTreeMap<DocumentKind, DocumentForms>,
    /// The categories of the plural, each with the smallest number that takes it.
    categories: BTreeMap<&'static str, i64>,
    /// The unit of a number of days by category of the plural.
    units: BTreeMap<&'static str, String>,
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Words({})", self.language)
    }
}

/// Which part of a sentence the name of a document is; a language gives each the article, gender
/// and number that it needs there.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Form {
    /// `final report`, alone.
    Name,
    /// What somebody has published: `a final report`.
    A,
    /// `the final report`.
    The,
    /// Behind a noun: `of the final report`.
    Of,
    /// Of those who published it: `its final report`.
    Its,
    /// Behind `without`: `a final report`.
    Without,
    /// Behind `without`: `a public final report`.
    WithoutPublic,
    /// That none is there: `no final report`.
    No,
    /// `no public final report`.
    NoPublic,
    /// Behind a period: `from the final report`.
    From,
    /// `final reports`.
    Many,
}

/// How many bytes most sentences fit in.
const SENTENCE: usize = 64;

const FORMS: usize = 11;
const ATTRIBUTES: [&str; FORMS] = [
    "",
    ".a",
    ".the",
    ".of",
    ".its",
    ".without",
    ".without-public",
    ".no",
    ".no-public",
    ".from",
    ".many",
];

impl Words {
    fn new(language: &str, messages: HashMap<String, Message>, rules: PluralRules) -> Self {
        let text =
            |key: &str| messages.get(key).and_then(Message::plain).unwrap_or_default().to_owned();
        let document = |name: &str| {
            let bare = text(&format!("document-{name}"));
            ATTRIBUTES.map(|form| {
                messages
                    .get(&format!("document-{name}{form}"))
                    .map_or_else(|| bare.clone(), |_| text(&format!("document-{name}{form}")))
            })
        };
        let mut words = Self {
            language: language.to_owned(),
            group: text("number-group"),
            decimal: text("number-decimal"),
            months: (1..=12).map(|month| text(&format!("month-{month}"))).collect(),
            weekdays: (1..=7).map(|day| text(&format!("weekday-{day}"))).collect(),
            documents: DocumentKind::NAMES
                .iter()
                .map(|(kind, name)| (*kind, DocumentForms::new(document(name))))
                .collect(),
            messages,
            rules,
            categories: BTreeMap::new(),
            units: BTreeMap::new(),
        };
        for n in 0_i64..=1000 {
            let category =
                words.rules.select(n.unsigned_abs()).map_or("other", message::category_name);
            words.categories.entry(category).or_insert(n);
        }
        words.units = words
            .categories
            .iter()
            .map(|(category, n)| (*category, say!(words, "unit-days", n = *n)))
            .collect();
        words
    }

    /// The English words of the program, for the command line.
    pub fn english() -> &'static Words {
        lexicon::english()
    }

    /// The language of these words (BCP 47).
    pub fn language(&self) -> &str {
        &self.language
    }

    fn numerals(&self) -> Numerals<'_> {
        Numerals { rules: &self.rules, group: &self.group }
    }

    /// A message without variables; empty if there is none.
    pub(crate) fn text(&self, key: &str) -> &str {
        self.messages.get(key).and_then(Message::plain).unwrap_or_default()
    }

    /// A message with its variables; empty if there is none.
    pub(crate) fn say(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let mut out = String::with_capacity(SENTENCE);
        if let Some(message) = self.messages.get(key) {
            message.write(&mut out, args, &self.numerals(), false);
        }
        out
    }

    /// Says a message to `put`, piece by piece; nothing if there is none.
    pub(crate) fn put(&self, key: &str, args: &[(&str, Arg<'_>)], put: &mut dyn FnMut(Said<'_>)) {
        if let Some(message) = self.messages.get(key) {
            message.say(args, &self.numerals(), put);
        }
    }

    /// A message as safe HTML, into which the texts of `args` are put as they are; nothing if there
    /// is none.
    pub(crate) fn say_html(&self, key: &str, args: &[(&str, Arg<'_>)]) -> Option<String> {
        let mut out = String::with_capacity(SENTENCE);
        self.messages.get(key)?.write(&mut out, args, &self.numerals(), true);
        Some(out)
    }

    /// Every message without variables, in order of key.
    pub(crate) fn plain(&self) -> impl Iterator<Item = (&str, &str)> {
        let mut keys: Vec<&String> = self.messages.keys().collect();
        keys.sort();
        keys.into_iter().filter_map(|key| Some((key.as_str(), self.messages.get(key)?.plain()?)))
    }

    /// `1,234`.
    pub(crate) fn number(&self, value: i64) -> String {
        let mut out = String::new();
        self.numerals().write(&mut out, value);
        out
    }

    /// A number with the digits after its point: `12.25`.
    pub(crate) fn decimal(&self, whole: i64, digits: &str) -> String {
        format!("{}{}{digits}", self.number(whole), self.decimal)
    }

    /// `22 November 2026`.
    pub(crate) fn date(&self, day: NaiveDate) -> String {
        let key = if day.day() == 1 { "date-first" } else { "date" };
        self.date_of(
            key,
            &day.day().to_string(),
            self.month_name(day.month()),
            &day.year().to_string(),
        )
    }

    fn date_of(&self, key: &str, day: &str, month: &str, year: &str) -> String {
        say!(self, key, day = day, month = month, year = year)
    }

    /// The name of a month of the year, from 1.
    pub(crate) fn month_name(&self, month: u32) -> &str {
        self.months.get((month as usize).wrapping_sub(1)).map_or("", String::as_str)
    }

    /// The names of all months with a bar between them, for the script.
    pub(crate) fn month_names(&self) -> String {
        self.months.join("|")
    }

    /// The name of a day of the week, from 1 for Monday.
    pub(crate) fn weekday_name(&self, day: u32) -> &str {
        self.weekdays.get((day as usize).wrapping_sub(1)).map_or("", String::as_str)
    }

    /// `Friday 6 March 2026`.
    pub(crate) fn weekday(&self, day: NaiveDate) -> String {
        say!(
            self,
            "date-weekday",
            weekday = self.weekday_name(day.weekday().number_from_monday()),
            date = &self.date(day)
        )
    }

    /// `14:05`.
    pub(crate) fn time(&self, time: NaiveTime) -> String {
        say!(
            self,
            "time",
            hour = &time.format("%H").to_string(),
            minute = &time.format("%M").to_string()
        )
    }

    /// `10 March 2021, 00:47`.
    pub(crate) fn date_time(&self, day: NaiveDate, time: NaiveTime) -> String {
        say!(self, "date-time", date = &self.date(day), time = &self.time(time))
    }

    /// `10 March 2021, 00:47 CET`, `March 2021`, `2021`.
    pub(crate) fn moment(&self, moment: &Moment, zone: Tz) -> String {
        match moment.precision() {
            Precision::Year(year) => say!(self, "date-year", year = &year.to_string()),
            Precision::Month(year, month) => {
                say!(self, "date-month", month = self.month_name(month), year = &year.to_string())
            }
            Precision::Day(day) => self.date(day),
            Precision::Time { local, instant } => {
                let name = zone.from_utc_datetime(&instant.naive_utc()).format("%Z").to_string();
                let name = if name.starts_with(['+', '-']) { format!("UTC{name}") } else { name };
                format!("{} {name}", self.date_time(local.date(), local.time()))
            }
        }
    }

    /// `A, B and C`.
    pub(crate) fn list(&self, parts: &[String]) -> String {
        match parts {
            [others @ .., last] if !others.is_empty() => {
                say!(self, "list-last", before = &self.enumeration(others), next = last)
            }
            _ => self.enumeration(parts),
        }
    }

    /// `A, B, C`.
    pub(crate) fn enumeration(&self, parts: &[String]) -> String {
        let join = |before: String, next: &String| {
            say!(self, "list-middle", before = &before, next = next)
        };
        parts
            .split_first()
            .map_or_else(String::new, |(first, rest)| rest.iter().fold(first.clone(), join))
    }

    /// The unit of a number of days for each category of the language's plural: `one` is `day`,
    /// `other` is `days`.
    pub(crate) fn day_units(&self) -> &BTreeMap<&'static str, String> {
        &self.units
    }

    /// The categories of the language's plural, each with a number that takes it.
    pub(crate) fn categories(&self) -> impl Iterator<Item = (&'static str, i64)> {
        self.categories.iter().map(|(category, n)| (*category, *n))
    }

    /// A message without variables, if there is one.
    pub(crate) fn find(&self, key: &str) -> Option<&str> {
        self.messages.get(key).and_then(Message::plain)
    }

    /// The name of a document in a part of a sentence.
    pub(crate) fn document(&self, kind: DocumentKind, form: Form) -> &str {
        self.documents.get(&kind).map_or(kind.name(), |forms| forms.form(form))
    }

    /// The name of the document that a clock awaits, in every form.
    pub(crate) fn awaited(&self, terms: &ClockTerms) -> Option<DocumentForms> {
        self.named(terms.title.as_ref())
    }

    fn named(&self, title: Option<&Translated>) -> Option<DocumentForms> {
        let title = title?.or_own(&self.language).clone();
        let name = DocumentName { title, ..DocumentName::default() };
        Some(DocumentForms::of(&self.language, &name))
    }

    /// The name of the document that a limit of a duty asks for, in a part of a sentence.
    pub(crate) fn asked_as(&self, limit: &LimitTerms, form: Form) -> String {
        let named = self.named(limit.title.as_ref());
        named.map_or_else(
            || self.document(limit.report, form).to_owned(),
            |named| named.form(form).to_owned(),
        )
    }

    /// The name of the document that a clock awaits, in a part of a sentence.
    pub(crate) fn awaited_as(&self, terms: &ClockTerms, form: Form) -> String {
        let named = self.awaited(terms);
        named.map_or_else(
            || self.document(terms.report, form).to_owned(),
            |named| named.form(form).to_owned(),
        )
    }

    /// The same words with those for a site's own documents; what the files of words say of them
    /// stands. `own` is the language of the site.
    fn name_documents(&mut self, documents: &[OwnDocument], own: &str) {
        for OwnDocument { kind, names } in documents {
            let known = names.get(&self.language).or_else(|| names.get(own));
            let Some(name) = known.or_else(|| names.values().next()) else { continue };
            let forms = match self.find(&format!("document-{}", kind.name())) {
                Some(_) => self.written_forms(kind.name()),
                None => DocumentForms::of(&self.language, name),
            };
            self.documents.insert(*kind, forms);
        }
    }

    /// The forms that a file of words gives for a document.
    fn written_forms(&self, name: &str) -> DocumentForms {
        let bare = self.text(&format!("document-{name}"));
        DocumentForms::new(
            ATTRIBUTES.map(|form| {
                self.find(&format!("document-{name}{form}")).unwrap_or(bare).to_owned()
            }),
        )
    }

    /// `72 hours`.
    pub(crate) fn period(&self, period: Period) -> String {
        let key = match period.unit {
            Unit::Minutes => "period-minutes",
            Unit::Hours => "period-hours",
            Unit::Days => "period-days",
            Unit::WorkingDays => "period-working-days",
            Unit::Weeks => "period-weeks",
            Unit::Months => "period-months",
            Unit::Years => "period-years",
        };
        say!(self, key, n = i64::from(period.count))
    }
}

use std::borrow::Cow;

use chrono::NaiveDate;
use chrono_tz::Tz;
use serde::Serialize;

use super::duty::{Case, of_several, trigger};
use super::phrase::{Days, Moves, Part, Phrase, Size, compose};
use super::{DateView, Link};
use crate::clock::{DueDate, Elapsed, Freshness, Milestone, Statement, Truth};
use crate::i18n::{DocumentForms, Form, Words, say};
use crate::model::{ClockTerms, DocumentKind, Moment, Since};

/// A clock that is spoken of: what is true of it, and the names that its sentences need, in one
/// language.
#[derive(Debug, Clone)]
pub(crate) struct Subject<'a> {
    pub(crate) words: &'a Words,
    pub(crate) statement: &'a Statement,
    pub(crate) terms: &'a ClockTerms,
    /// What its document is called, where that is not the name of its kind.
    pub(crate) named: Option<DocumentForms>,
    /// From when its days are counted, if that is known.
    pub(crate) start: Option<&'a Moment>,
    /// By when its document is or was due.
    pub(crate) due: Option<&'a DueDate>,
    /// The zone in which its days are days.
    pub(crate) zone: Tz,
    /// The incident, with the way to the clock.
    pub(crate) incident: Link,
    /// Who owes the document.
    pub(crate) from: Option<Link>,
    /// The document that ended the wait, or that was handed over and is not public.
    pub(crate) document: Option<StopView>,
    /// The kind of document with which the count begins, if it begins with one that is known.
    pub(crate) starts_with: Option<DocumentKind>,
    /// The kind of document that ended a series.
    pub(crate) last: Option<DocumentKind>,
    /// The name of the site.
    pub(crate) site: &'a str,
}

/// A document that stopped a clock.
#[derive(Debug, Clone, Serialize, schemars::JsonSchema)]
pub struct StopView {
    /// The response.
    pub response: Link,
    /// Who published it.
    pub by: Vec<Link>,
    /// When.
    pub date: DateView,
    /// When it was handed over, if that was another time.
    pub delivered: Option<DateView>,
    /// When it was taken offline.
    pub withdrawn: Option<DateView>,
}

/// What a number of days is put in front of, which decides how its start is said.
#[derive(Debug, Clone, Copy)]
pub(super) enum Counted {
    /// Of a wait that goes on: `229 days after the final report, without …`.
    After,
    /// Up to what ended it: `229 days from the final report until …`.
    From,
    /// Alone: `229 days since the final report`.
    Since,
}

impl Subject<'_> {
    /// The document in a part of a sentence.
    pub(super) fn kind(&self, form: Form) -> &str {
        match &self.named {
            Some(named) => named.form(form),
            None => self.words.document(self.terms.report, form),
        }
    }

    /// Behind `without`: `a final report`, `a public final report`; of a series of which one has
    /// appeared, `another interim report`.
    pub(super) fn kind_without(&self) -> Cow<'_, str> {
        self.next_kind(if self.statement.delivery.is_some() {
            Form::WithoutPublic
        } else {
            Form::Without
        })
    }

    /// `final report`.
    pub(crate) fn document_name(&self) -> &str {
        self.kind(Form::Name)
    }

    pub(super) fn owed_by(&self) -> Option<&str> {
        self.from.as_ref().map(|link| link.title.as_str())
    }

    /// `Final report from OVHcloud`.
    pub(crate) fn awaited(&self) -> String {
        let document = super::sentence_case(self.kind(Form::Name));
        match self.owed_by() {
            Some(name) => say!(self.words, "document-from", document = &document, from = name),
            None => document,
        }
    }

    /// `without a final report from OVHcloud`.
    pub(super) fn without(&self) -> String {
        match self.owed_by() {
            Some(name) => {
                say!(self.words, "without-from", document = &*self.kind_without(), from = name)
            }
            None => say!(self.words, "without", document = &*self.kind_without()),
        }
    }

    /// A number of days with its unit, and whether it may be more.
    pub(super) fn days(&self, counted: Elapsed, size: Size, moves: Option<Moves>) -> Phrase {
        self.days_by("at-least", counted, size, moves)
    }

    /// The same at the beginning of a sentence.
    pub(super) fn days_first(&self, counted: Elapsed, size: Size, moves: Option<Moves>) -> Phrase {
        self.days_by("at-least-first", counted, size, moves)
    }

    fn days_by(
        &self,
        at_least: &str,
        counted: Elapsed,
        size: Size,
        moves: Option<Moves>,
    ) -> Phrase {
        let days = Phrase::from(Part::Days(Days {
            value: counted.days,
            text: self.words.number(counted.days),
            gap: self.words.text("unit-gap").to_owned(),
            unit: super::days(self.words, counted.days),
            size,
            moves,
        }));
        if counted.at_least { compose!(self.words, at_least, days = &days) } else { days }
    }

    /// The same as plain words.
    pub(super) fn days_in_words(&self, counted: Elapsed) -> Phrase {
        Phrase::text_of(&super::day_count(self.words, counted.days, counted.at_least))
    }

    /// A number of days with what it is counted from, which goes without saying where that is the
    /// incident.
    pub(super) fn counted(&self, days: &Phrase, counted: Counted) -> Phrase {
        let (key, case) = match counted {
            Counted::After => ("days-after", Case::Said),
            Counted::From => ("days-from", Case::SaidFrom),
            Counted::Since => ("days-since", Case::Said),
        };
        match self.begins(case) {
            Some(start) => compose!(self.words, key, days = days, start = &start),
            None if matches!(counted, Counted::Since) => {
                compose!(
                    self.words,
                    key,
                    days = days,
                    start = &trigger(self.words, "occurred", case)
                )
            }
            None => days.clone(),
        }
    }

    /// What the count begins with, where that is not the incident, for a sentence: `the final
    /// report`.
    pub(super) fn begins(&self, case: Case) -> Option<String> {
        let words = self.words;
        let is_from = matches!(case, Case::SaidFrom);
        if let Some(start) = self.series_start(is_from) {
            return Some(start);
        }
        Some(match &self.statement.since {
            Since::Trigger(name) if name == "occurred" => return None,
            Since::Trigger(name) => trigger(words, name, case),
            Since::Moment(moment) => {
                let key = if is_from { "start-date.from" } else { "start-date" };
                say!(words, key, date = &words.moment(moment, self.zone))
            }
            Since::Clock(_, which) => match self.starts_with {
                Some(kind) => {
                    let form = if is_from { Form::From } else { Form::The };
                    of_several(words, words.document(kind, form), *which)
                }
                None => words
                    .text(if is_from { "another-document.from" } else { "another-document" })
                    .to_owned(),
            },
        })
    }

    /// `1 year`, `at least 1,000 days`: a round length of this wait, with what it is counted from.
    pub(super) fn length(&self, length: Milestone, counted: Counted) -> String {
        let at_least = self.start.is_some_and(Moment::is_imprecise);
        self.counted(&Phrase::text_of(&super::milestone(self.words, length, at_least)), counted)
            .text()
    }

    /// For how many of the days that are told a time limit stood still that stands still now.
    pub(super) fn paused_days(&self) -> Option<i64> {
        let pause = self.statement.pause.as_ref()?;
        let is_stale = matches!(self.statement.freshness, Freshness::Stale(_));
        Some(pause.seen.filter(|_| is_stale).unwrap_or(pause.days))
    }

    /// The day from which it is counted: of an imprecise start the last on which it can have been.
    pub(super) fn began(&self) -> Option<NaiveDate> {
        Some(self.start?.last_day(self.zone))
    }

    /// `as of 22 November 2026`, or `when last checked, on 1 December 2022`.
    pub(super) fn dated(&self) -> String {
        match (&self.statement.truth, self.statement.freshness) {
            (Truth::Awaited { .. }, Freshness::Stale(check)) => {
                super::when_checked(self.words, check)
            }
            _ => say!(self.words, "as-of", date = &self.words.date(self.statement.today)),
        }
    }
}

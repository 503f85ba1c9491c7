//! What is said of a document that is owed again and again: which due dates were missed, which one
//! a document settled, and that none is owed any more.

use std::borrow::Cow;

use super::phrase::{Filling, Part, Phrase, compose};
use super::subject::Subject;
use super::{Link, Place, day_count, sentence_case, when};
use crate::clock::{Instance, Series, Settled, Truth};
use crate::i18n::{Form, say};
use crate::model::Moment;

/// How many of several due dates are named.
const NAMED: usize = 3;

impl<'a> Subject<'a> {
    /// The document of a series from which its days are counted.
    pub(super) fn latest(&self) -> Option<&'a Moment> {
        self.statement.series.as_ref()?.latest().map(|(_, moment)| moment)
    }

    /// The document in a part of a sentence; of a series of which one has appeared, another.
    pub(super) fn next_kind(&self, form: Form) -> Cow<'_, str> {
        let document = self.kind(form);
        if self.latest().is_none() {
            return Cow::Borrowed(document);
        }
        let key = match form {
            Form::No | Form::NoPublic => "another.no",
            Form::A => "another.a",
            _ => "another",
        };
        let document = self.kind(Form::Name);
        Cow::Owned(say!(self.words, key, document = document))
    }

    /// `the interim report of 20 July 2023`: what the days of a series are counted from.
    pub(super) fn series_start(&self, is_from: bool) -> Option<String> {
        let date = &self.words.moment(self.latest()?, self.zone);
        let (key, form) =
            if is_from { ("series-start.from", Form::From) } else { ("series-start", Form::The) };
        Some(say!(self.words, key, the = self.kind(form), date = date))
    }

    /// `Interim report from the bureau: no longer owed, since the final report was published on 1 May
    /// 2023.`
    pub(super) fn no_longer_owed(&self, place: Place) -> Phrase {
        let Some(document) = &self.document else { return Phrase::default() };
        let word = |form: Form| {
            let title = self.last.map_or("", |kind| self.words.document(kind, form)).to_owned();
            match place {
                Place::Away => Phrase::text_of(&title),
                Place::OwnPage | Place::Page => {
                    Part::Word { link: Link { title, ..document.response.clone() } }.into()
                }
            }
        };
        let (the, about) = (word(Form::The), self.about(place));
        let name = sentence_case(self.kind(Form::Name));
        let on = document.date.on(self.words);
        let fillings: [(&str, Filling<'_>); 4] = [
            ("document", (&name).into()),
            ("about", (&about).into()),
            ("the", (&the).into()),
            ("date", (&on).into()),
        ];
        let ended = self.owed("sum-ended", "sum-ended-from", &fillings);
        match self.missed() {
            missed if missed.is_empty() => ended,
            missed => compose!(self.words, "series-and-missed", sum = &ended, missed = &missed),
        }
    }

    /// For which due dates nothing was found, and for which nothing is recorded; empty where there
    /// are none.
    pub(super) fn missed(&self) -> String {
        let Some(series) = &self.statement.series else { return String::new() };
        let said = |key: &str, is_seen: bool| {
            let missed = series.missed().filter(move |instance| instance.is_seen == is_seen);
            let named: Vec<String> = missed
                .clone()
                .take(NAMED)
                .map(|instance| when(self.words, instance.due, self.zone))
                .collect();
            let more = missed.count() - named.len();
            let dates = match more {
                0 => self.words.list(&named),
                _ => say!(
                    self.words,
                    "series-more",
                    dates = &self.words.enumeration(&named),
                    n = more
                ),
            };
            (!named.is_empty()).then(|| say!(self.words, key, dates = &dates))
        };
        let both = [said("series-missed", true), said("series-unrecorded", false)];
        both.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// What is said of the limit of a series besides its next date, which is `limit`.
    pub(super) fn with_later(&self, limit: &Phrase) -> Phrase {
        let later = self.statement.series.as_ref().map_or(0, |series| series.missed().count());
        match i64::try_from(later).unwrap_or(i64::MAX) {
            ..2 => limit.clone(),
            n => compose!(self.words, "series-limit-later", limit = limit, n = n - 1),
        }
    }

    /// What became of one due date: `20 July 2023, 40 days late`, `none found`.
    pub(crate) fn outcome(&self, instance: &Instance) -> String {
        let words = self.words;
        match &instance.settled {
            Some(Settled { late, by }) => {
                let date = &self.settled_on(by.response.as_str());
                match late {
                    Some(late) if late.days > 0 => say!(
                        words,
                        "series-late",
                        date = date,
                        days = &day_count(words, late.days, late.at_least)
                    ),
                    _ => say!(words, "series-kept", date = date),
                }
            }
            None if !instance.has_passed => words.text("series-ahead").to_owned(),
            None if instance.is_seen => words.text("series-none-found").to_owned(),
            None => words.text("series-none-recorded").to_owned(),
        }
    }

    /// The date of a document of the series, as precisely as it is known.
    fn settled_on(&self, response: &str) -> String {
        let documents = self.statement.series.iter().flat_map(|series| &series.documents);
        documents
            .filter(|(stop, _)| stop.response.as_str() == response)
            .map(|(_, moment)| self.words.moment(moment, self.zone))
            .next()
            .unwrap_or_else(|| self.words.text("badge-delivered").to_owned())
    }

    /// The due date that a response settles, and what is said of it.
    fn settled(&self, response: &str) -> Option<(&Series, &Instance, &Settled)> {
        let series = self.statement.series.as_ref()?;
        let (instance, settled) = series.settled_by(response)?;
        Some((series, instance, settled))
    }

    /// Which due date a response settled: for a feed, and for the response's own page.
    pub(crate) fn told_settled(&self, response: &str) -> Option<String> {
        let (_, instance, settled) = self.settled(response)?;
        let words = self.words;
        let due = &when(words, instance.due, self.zone);
        let document = &self.awaited();
        let title = &self.incident.title;
        Some(match settled.late.filter(|late| late.days > 0) {
            Some(late) => say!(
                words,
                "series-settled-late",
                document = document,
                title = title,
                due = due,
                days = &day_count(words, late.days, late.at_least)
            ),
            None => say!(words, "series-settled", document = document, title = title, due = due),
        })
    }

    /// Whether the wait is over because none is owed any more.
    pub(super) fn has_ended(&self) -> bool {
        matches!(self.statement.truth, Truth::Ended { .. })
    }
}

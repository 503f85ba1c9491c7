//! What a card says of a clock besides the name of the incident, which it has elsewhere.

use super::subject::Subject;
use super::{Case, DateView, Place, sentence_case, trigger};
use crate::clock::{Elapsed, Freshness, Standing, Took, Truth};
use crate::i18n::{Form, say};

/// The words of a card.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct CardWords {
    /// Above the number: `At least`, or nothing.
    pub(crate) at_least: String,
    /// The number; empty where none is told.
    pub(crate) number: String,
    /// What follows it, or stands alone.
    pub(crate) below: String,
    /// The day for which it holds; empty where it is said already. This line is never cut.
    pub(crate) day: String,
}

impl Subject<'_> {
    /// The words of the card.
    pub(crate) fn card(&self) -> CardWords {
        let statement = self.statement;
        let alone = |below: String, day: String| CardWords { below, day, ..CardWords::default() };
        let today = || sentence_case(&self.dated());
        match &statement.truth {
            Truth::Published { took: Took::Days(counted), .. } => {
                let on = self
                    .document
                    .as_ref()
                    .map_or_else(String::new, |document| document.date.on(self.words).text());
                self.numbered(*counted, self.until(*counted), sentence_case(&on))
            }
            Truth::Closed { on, took: Took::Days(counted) } => {
                let on = DateView::of_day(self.words, *on).on(self.words).text();
                self.numbered(*counted, self.until_closed(*counted), sentence_case(&on))
            }
            Truth::Published { .. } | Truth::Closed { .. } => {
                alone(self.sentence(Place::OwnPage).text(), String::new())
            }
            Truth::Ended { .. } => alone(self.sentence(Place::OwnPage).text(), String::new()),
            Truth::Confidential { .. } => alone(self.sentence(Place::OwnPage).text(), today()),
            Truth::NotBegun => alone(self.sentence(Place::OwnPage).text(), today()),
            Truth::Awaited { age, seen } => match statement.freshness {
                Freshness::Expired(check) => alone(self.not_known(check.on), today()),
                Freshness::Unchecked => {
                    let day = say!(
                        self.words,
                        "with-note",
                        what = &today(),
                        note = self.words.text("note-unchecked")
                    );
                    self.numbered(*age, self.unchecked_below(*age), day)
                }
                Freshness::Stale(_) => self.numbered(
                    seen.unwrap_or(*age),
                    self.waiting_below(seen.unwrap_or(*age)),
                    self.paused_day(),
                ),
                Freshness::Fresh(_) | Freshness::Settled => {
                    self.numbered(*age, self.waiting_below(*age), self.paused_day())
                }
            },
        }
    }

    fn numbered(&self, counted: Elapsed, below: String, day: String) -> CardWords {
        let at_least = if counted.at_least {
            sentence_case(self.words.text("at-least-word"))
        } else {
            String::new()
        };
        CardWords { at_least, number: self.words.number(counted.days), below, day }
    }

    fn waiting_below(&self, counted: Elapsed) -> String {
        let (words, unit) = (self.words, &super::days(self.words, counted.days));
        self.with_start(match self.owed_by() {
            Some(from) => say!(
                words,
                "sum-card-waiting-from",
                unit = unit,
                document = &*self.kind_without(),
                from = from
            ),
            None => say!(words, "sum-card-waiting", unit = unit, document = &*self.kind_without()),
        })
    }

    /// What follows the number, and what it is counted from where that is not the incident.
    fn with_start(&self, below: String) -> String {
        match self.counted_from() {
            since if since.is_empty() => below,
            since => say!(self.words, "with-note", what = &below, note = &since),
        }
    }

    fn unchecked_below(&self, age: Elapsed) -> String {
        let (words, unit, document) =
            (self.words, &super::days(self.words, age.days), &*self.next_kind(Form::A));
        let start =
            &self.begins(Case::Said).unwrap_or_else(|| trigger(words, "occurred", Case::Name));
        match self.owed_by() {
            Some(from) => say!(
                words,
                "sum-card-unchecked-from",
                unit = unit,
                start = start,
                document = document,
                from = from
            ),
            None => {
                say!(words, "sum-card-unchecked", unit = unit, start = start, document = document)
            }
        }
    }

    /// The day, and for how many of the days the time limit stood still.
    fn paused_day(&self) -> String {
        let (words, day) = (self.words, sentence_case(&self.dated()));
        match (self.statement.standing(), self.paused_days()) {
            (Standing::Paused, Some(days)) => {
                let note =
                    say!(words, "badge-says-paused", days = &super::day_count(words, days, false));
                say!(words, "with-note", what = &day, note = &note)
            }
            _ => day,
        }
    }

    fn until(&self, counted: Elapsed) -> String {
        let words = self.words;
        let by: Vec<String> = self
            .document
            .iter()
            .flat_map(|document| &document.by)
            .map(|link| link.title.clone())
            .collect();
        let many = i64::try_from(by.len()).unwrap_or(i64::MAX);
        self.with_start(say!(
            words,
            if by.is_empty() { "sum-card-until" } else { "sum-card-until-by" },
            unit = &super::days(words, counted.days),
            by = &words.list(&by),
            many = many,
            its = self.kind(Form::Its),
            the = self.kind(Form::The),
            of = self.kind(Form::Of),
            document = self.kind(Form::Name)
        ))
    }

    fn until_closed(&self, counted: Elapsed) -> String {
        let words = self.words;
        self.with_start(say!(
            words,
            if self.from.is_some() { "sum-card-closed-from" } else { "sum-card-closed" },
            unit = &super::days(words, counted.days),
            from = self.owed_by().unwrap_or_default(),
            the = self.kind(Form::The),
            of = self.kind(Form::Of),
            document = self.kind(Form::Name)
        ))
    }
}

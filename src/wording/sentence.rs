//! The one sentence of a clock, on its page and away from it.
//!
//! A copy outlives the page it was taken from, so away from the page each of these sentences names
//! the incident and carries the day for which it is true: the as-of while the clock runs, the day
//! of the check when that has become stale, and the day of the document once there is one. When the
//! check has expired no number is left in a copy.

use chrono::NaiveDate;
use serde::Serialize;

use super::phrase::{Filling, Moves, Part, Phrase, Size, compose, composed};
use super::subject::{Counted, Subject};
use super::{DateView, lower_first, sentence_case, titled};
use crate::clock::{Elapsed, Freshness, Lead, Took, Truth};
use crate::i18n::{Form, Words, say};
use crate::model::{Check, Id, Since};

/// Where a sentence stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// On the page of its incident.
    OwnPage,
    /// On another page of the site, or in a frame.
    Page,
    /// Wherever somebody copies it to.
    Away,
}

/// The one sentence that a clock says, as it stands now and as the browser goes on with it.
#[derive(Debug, Clone, Default, Serialize, schemars::JsonSchema)]
pub struct Sentence {
    /// As it stands now.
    pub now: Phrase,
    /// Whether it is what the page is about, and set as large: a count, or what ended one.
    pub large: bool,
    /// Whether it says for which day it is true.
    pub dated: bool,
    /// How many of the days a time limit stood still; nothing where it runs.
    pub paused: Option<Paused>,
    /// The sentence when the check has expired; `{days}` stands for the days since the start. Empty
    /// where nobody has checked, or nothing is awaited.
    pub expired: String,
}

/// How many of the days of a wait a time limit stood still.
#[derive(Debug, Clone, Serialize, schemars::JsonSchema)]
pub struct Paused {
    /// As it stands now.
    pub now: Phrase,
    /// When the check is stale; empty where nobody has checked.
    pub stale: String,
}

impl Sentence {
    /// The words alone, as they stand now.
    pub(crate) fn text(&self) -> String {
        match &self.paused {
            Some(paused) => format!("{} {}", self.now.text(), paused.now.text()),
            None => self.now.text(),
        }
    }
}

impl Subject<'_> {
    /// The one sentence, for a place.
    pub(crate) fn sentence(&self, place: Place) -> Sentence {
        let plain = |now: Phrase| Sentence { now, ..Sentence::default() };
        let ended = |now: Phrase| Sentence { now, large: true, dated: true, ..Sentence::default() };
        match self.statement.truth {
            Truth::Published { took, .. } => ended(self.published(took, place)),
            Truth::Closed { on, took } => ended(self.closed(on, took, place)),
            Truth::Ended { .. } => Sentence { large: true, ..plain(self.no_longer_owed(place)) },
            Truth::Confidential { .. } => plain(self.in_confidence(place)),
            Truth::NotBegun => plain(self.not_begun(place)),
            Truth::Awaited { age, seen } => match self.statement.freshness {
                Freshness::Expired(check) => self.expired(age, check.on, place),
                Freshness::Unchecked => {
                    Sentence { large: true, ..plain(self.unchecked(age, place)) }
                }
                Freshness::Stale(_) => self.waiting(seen.unwrap_or(age), place),
                Freshness::Fresh(_) | Freshness::Settled => self.waiting(age, place),
            },
        }
    }

    /// The sentence as text that can stand alone wherever it is copied to.
    pub(crate) fn quotation(&self) -> String {
        self.sentence(Place::Away).text()
    }

    /// ` on “Fire destroys …”`.
    pub(super) fn about(&self, place: Place) -> Phrase {
        match place {
            Place::OwnPage => Phrase::default(),
            Place::Page => compose!(
                self.words,
                "sum-about",
                title = &Phrase::from(Part::Name { link: self.incident.clone() })
            ),
            Place::Away => compose!(self.words, "sum-about", title = &self.incident.title),
        }
    }

    fn owing(&self) -> Phrase {
        self.from
            .iter()
            .map(|link| Phrase::from(Part::Name { link: link.clone() }))
            .next()
            .unwrap_or_default()
    }

    /// A message in one of two forms: for a document that somebody in particular owes, and for
    /// anyone's.
    pub(super) fn owed(
        &self,
        anyone: &str,
        somebody: &str,
        fillings: &[(&str, Filling<'_>)],
    ) -> Phrase {
        let from = self.owing();
        let mut all = fillings.to_vec();
        all.push(("from", (&from).into()));
        composed(self.words, if self.from.is_some() { somebody } else { anyone }, &all)
    }

    fn waiting(&self, counted: Elapsed, place: Place) -> Sentence {
        let moves = (place != Place::Away).then(Moves::default);
        let days =
            self.counted(&self.days_first(counted, Size::Large, moves.clone()), Counted::After);
        let (about, as_of) = (self.about(place), self.as_of(place));
        let document = self.kind_without();
        let fillings = [
            ("days", (&days).into()),
            ("document", (&*document).into()),
            ("about", (&about).into()),
            ("as_of", (&as_of).into()),
        ];
        let sum = self.owed("sum-waiting", "sum-waiting-from", &fillings);
        let paused = self.paused(moves.is_some());
        let key = if paused.is_some() { "sum-and-paused" } else { "sum-sentence" };
        Sentence {
            now: compose!(self.words, key, sum = &sum),
            large: true,
            dated: true,
            paused,
            expired: self.expired_pattern(place),
        }
    }

    /// `as of 22 November 2026`, which goes on in the browser and gives way to the day of the check
    /// when that is stale.
    fn as_of(&self, place: Place) -> Phrase {
        let (words, freshness) = (self.words, self.statement.freshness);
        if place == Place::Away {
            return Phrase::text_of(&self.dated());
        }
        let Some(check) = freshness.check() else { return self.as_of_today() };
        let stale = when_checked(words, check);
        let now = if matches!(freshness, Freshness::Stale(_)) {
            Phrase::text_of(&stale)
        } else {
            self.as_of_today()
        };
        Part::Aging { now, stale, expired: None }.into()
    }

    fn as_of_today(&self) -> Phrase {
        compose!(self.words, "as-of", date = &Phrase::today(self.words, self.statement.today))
    }

    /// `53 days of them while the time limit stood still.`
    fn paused(&self, moves: bool) -> Option<Paused> {
        let statement = self.statement;
        let pause = statement.pause.as_ref().filter(|_| statement.delivery.is_none())?;
        let said = |days: &Phrase| compose!(self.words, "sum-paused", days = days);
        let exactly = |days| Elapsed { days, at_least: false };
        let stale = pause.seen.map(|seen| said(&self.days_in_words(exactly(seen))).text());
        let is_stale = matches!(statement.freshness, Freshness::Stale(_));
        let days = self.paused_days()?;
        let to = pause.through.map_or_else(String::new, super::iso);
        let moves = moves
            .then(|| Moves { from: super::iso(pause.from(statement.today)), to })
            .filter(|_| !is_stale);
        Some(Paused {
            now: said(&self.days_first(exactly(days), Size::Less, moves)),
            stale: stale.unwrap_or_default(),
        })
    }

    /// `770 days since the incident. No final report is recorded here, and nobody has recorded
    /// looking for one.`
    fn unchecked(&self, age: Elapsed, place: Place) -> Phrase {
        let words = self.words;
        let moves = (place != Place::Away).then(Moves::default);
        let age = if place == Place::OwnPage {
            self.days_first(age, Size::Large, moves)
        } else {
            self.days(age, Size::Large, moves)
        };
        let age = self.counted(&age, Counted::Since);
        let none = sentence_case(&self.next_kind(if self.statement.delivery.is_some() {
            Form::NoPublic
        } else {
            Form::No
        }));
        if place != Place::Away {
            let age = if place == Place::Page { self.of_incident(&age) } else { age };
            return self.owed(
                "sum-unchecked",
                "sum-unchecked-from",
                &[("age", (&age).into()), ("none", (&none).into())],
            );
        }
        let age = compose!(words, "age-dated", age = &age, as_of = &self.dated());
        let fillings =
            [("age", (&age).into()), ("none", (&none).into()), ("site", self.site.into())];
        let said = self.owed("sum-unchecked-away", "sum-unchecked-away-from", &fillings);
        compose!(words, "titled", title = &self.incident.title, what = &said)
    }

    /// The same with the name of the incident in front of it.
    fn of_incident(&self, said: &Phrase) -> Phrase {
        compose!(
            self.words,
            "titled",
            title = &Phrase::from(Part::Name { link: self.incident.clone() }),
            what = said
        )
    }

    /// `Whether OVHcloud has published a final report is not known: no check is recorded since 1
    /// December 2022.`
    pub(super) fn not_known(&self, checked: NaiveDate) -> String {
        let (words, document, date) =
            (self.words, &*self.next_kind(Form::A), &self.words.date(checked));
        match self.owed_by() {
            Some(from) => {
                say!(words, "expired-unknown-from", from = from, document = document, date = date)
            }
            None => say!(words, "expired-unknown", document = document, date = date),
        }
    }

    /// How long ago the count began, with `{days}` for the days, and that nothing else is known.
    fn expired_pattern(&self, place: Place) -> String {
        let (Truth::Awaited { age, .. }, Some(check)) =
            (&self.statement.truth, self.statement.freshness.check())
        else {
            return String::new();
        };
        let began = match &self.statement.since {
            Since::Trigger(name) if name == "occurred" && self.latest().is_none() => {
                "expired-incident"
            }
            _ => "expired-count",
        };
        let began = say!(
            self.words,
            began,
            days = "{days}",
            least = if age.at_least { "yes" } else { "no" }
        );
        let said = format!("{began} {}", self.not_known(check.on));
        if place == Place::Page {
            titled(self.words, &self.incident.title, &lower_first(&said))
        } else {
            said
        }
    }

    fn expired(&self, age: Elapsed, checked: NaiveDate, place: Place) -> Sentence {
        let days = self.words.number(age.days);
        let now = match place {
            Place::OwnPage => {
                Phrase::text_of(&self.expired_pattern(place).replace("{days}", &days))
            }
            Place::Page => {
                let said = self.expired_pattern(Place::OwnPage).replace("{days}", &days);
                self.of_incident(&Phrase::text_of(&lower_first(&said)))
            }
            Place::Away => Phrase::text_of(&titled(
                self.words,
                &self.incident.title,
                &lower_first(&self.not_known(checked)),
            )),
        };
        Sentence { now, expired: self.expired_pattern(place), ..Sentence::default() }
    }

    fn published(&self, took: Took, place: Place) -> Phrase {
        let words = self.words;
        let Some(document) = &self.document else { return Phrase::default() };
        let word = |form: Form| {
            let title = self.kind(form).to_owned();
            match place {
                Place::Away => Phrase::text_of(&title),
                Place::OwnPage | Place::Page => {
                    Part::Word { link: super::Link { title, ..document.response.clone() } }.into()
                }
            }
        };
        let by = match place {
            Place::Away => Phrase::text_of(
                &words.list(&document.by.iter().map(|link| link.title.clone()).collect::<Vec<_>>()),
            ),
            Place::OwnPage | Place::Page => Phrase::list(words, &document.by),
        };
        let many = i64::try_from(document.by.len()).unwrap_or(i64::MAX);
        let days = match took {
            Took::Days(counted) => {
                self.counted(&self.days_first(counted, Size::Large, None), Counted::From)
            }
            Took::Within | Took::Unknown => Phrase::default(),
        };
        let key = match (took, many) {
            (Took::Days(_), 0) => "sum-until",
            (Took::Days(_), _) => "sum-until-by",
            (Took::Within | Took::Unknown, 0) => "sum-published",
            (Took::Within | Took::Unknown, _) => "sum-published-by",
        };
        let (about, on) = (self.about(place), document.date.on(words));
        let said = compose!(
            words,
            key,
            days = &days,
            by = &by,
            many = many,
            its = &word(Form::Its),
            the = &word(Form::The),
            of = &word(Form::Of),
            document = &word(Form::Name),
            about = &about,
            date = &on
        );
        // A name is written as its owner writes it; a document's is a word of the sentence.
        if key == "sum-published" { said.sentence_case() } else { said }
    }

    /// What a response did to the wait that it ended, or to a series, on the response's own page.
    pub(crate) fn answered(&self, response: &Id) -> Phrase {
        let words = self.words;
        if self.statement.series.is_some() {
            return Phrase::text_of(&self.announced_end(response));
        }
        let (Truth::Published { took, .. }, Some(document)) =
            (&self.statement.truth, &self.document)
        else {
            return Phrase::default();
        };
        let title = Phrase::from(Part::Title {
            title: self.incident.title.clone(),
            language: self.incident.language.clone(),
        });
        let what = compose!(words, "stopped-what", title = &title);
        let what = Phrase::from(Part::Whole { now: what, path: self.incident.path.clone() });
        let days = match took {
            Took::Days(counted) => {
                self.counted(&self.days_first(*counted, Size::Large, None), Counted::From)
            }
            Took::Within | Took::Unknown => Phrase::default(),
        };
        let key = match (took, document.by.is_empty()) {
            (Took::Days(_), false) => "stopped-days-by",
            (Took::Days(_), true) => "stopped-days",
            (Took::Within | Took::Unknown, false) => "stopped-by",
            (Took::Within | Took::Unknown, true) => "stopped",
        };
        let (by, on) = (Phrase::list(words, &document.by), document.date.on(words));
        let said = compose!(words, key, days = &days, by = &by, what = &what, date = &on);
        if key == "stopped" { said.sentence_case() } else { said }
    }

    fn closed(&self, on: NaiveDate, took: Took, place: Place) -> Phrase {
        let date =
            Phrase::from(Part::Date { date: DateView::of_day(self.words, on), moves: false });
        let (about, days) = (
            self.about(place),
            match took {
                Took::Days(counted) => {
                    self.counted(&self.days_first(counted, Size::Large, None), Counted::From)
                }
                Took::Within | Took::Unknown => Phrase::default(),
            },
        );
        let fillings = [
            ("days", (&days).into()),
            ("the", self.kind(Form::The).into()),
            ("of", self.kind(Form::Of).into()),
            ("document", self.kind(Form::Name).into()),
            ("about", (&about).into()),
            ("date", (&date).into()),
        ];
        if days.is_empty() {
            self.owed("sum-closed-uncounted", "sum-closed-uncounted-from", &fillings)
        } else {
            self.owed("sum-closed", "sum-closed-from", &fillings)
        }
    }

    /// In place of a count where nobody outside can see what was filed.
    pub(super) fn why_unseen(&self) -> &str {
        self.words.text(if self.statement.delivery.is_some() {
            "confidential-delivered"
        } else {
            "confidential-waiting"
        })
    }

    fn in_confidence(&self, place: Place) -> Phrase {
        let (about, document) = (self.about(place), sentence_case(self.kind(Form::Name)));
        let fillings = [
            ("document", (&document).into()),
            ("about", (&about).into()),
            ("why", self.why_unseen().into()),
        ];
        let said = self.owed("sum-confidential", "sum-confidential-from", &fillings);
        if place != Place::Away {
            return said;
        }
        let day = say!(self.words, "sentence", text = &sentence_case(&self.dated()));
        Phrase::text_of(&format!("{} {day}", said.text()))
    }

    /// Why no days are counted: the day of the start is not known, or it has not come.
    pub(super) fn why_not_begun(&self) -> &str {
        let is_unknown = self.statement.missing.is_some() && !self.statement.is_provisional();
        self.words.text(if is_unknown { "start-unknown" } else { "not-begun" })
    }

    fn not_begun(&self, place: Place) -> Phrase {
        let why = match place {
            Place::Away => {
                say!(self.words, "with-note", what = self.why_not_begun(), note = &self.dated())
            }
            Place::OwnPage | Place::Page => self.why_not_begun().to_owned(),
        };
        let about = self.about(place);
        let fillings = [
            ("the", self.kind(Form::The).into()),
            ("of", self.kind(Form::Of).into()),
            ("document", self.kind(Form::Name).into()),
            ("about", (&about).into()),
            ("why", (&why).into()),
        ];
        self.owed("sum-uncounted", "sum-uncounted-from", &fillings)
    }

    /// What follows a clock's badge in a sentence of the editor's, and what replaces it when the
    /// check has expired.
    pub(crate) fn beside_badge(&self) -> (String, String) {
        let words = self.words;
        let expired = self.expired_pattern(Place::OwnPage);
        let now = match &self.statement.truth {
            Truth::Ended { .. } => self.no_longer_owed(Place::OwnPage).text(),
            Truth::Confidential { .. } => self.why_unseen().to_owned(),
            Truth::Published { took: Took::Unknown, .. } | Truth::NotBegun => self.proof(),
            Truth::Published { .. } => say!(words, "sentence", text = &self.after()),
            Truth::Closed { on, took } => {
                let why = self
                    .terms
                    .closed
                    .as_ref()
                    .map_or("", |closing| closing.why.or_own(words.language()));
                let (date, why) = (&words.date(*on), &super::full_stop(why));
                match took {
                    Took::Days(counted) => {
                        let days = &super::day_count(words, counted.days, counted.at_least);
                        say!(words, "closed-after", date = date, days = days, why = why)
                    }
                    Took::Within | Took::Unknown => {
                        say!(words, "closed-on", date = date, why = why)
                    }
                }
            }
            Truth::Awaited { age, .. }
                if matches!(self.statement.freshness, Freshness::Expired(_)) =>
            {
                expired.replace("{days}", &words.number(age.days))
            }
            Truth::Awaited { .. } => self.proof(),
        };
        (now, expired)
    }

    /// How long it took: `after 52 days`, `within October 2025`; empty where that is not known, or
    /// nothing has ended the wait.
    pub(crate) fn after(&self) -> String {
        let (Truth::Published { took, .. } | Truth::Closed { took, .. }) = self.statement.truth
        else {
            return String::new();
        };
        match (took, &self.document) {
            (Took::Days(counted), _) => {
                let days = super::day_count(self.words, counted.days, counted.at_least);
                match self.begins(super::Case::Said) {
                    Some(start) => say!(self.words, "after-start", days = &days, start = &start),
                    None => say!(self.words, "after", days = &days),
                }
            }
            (Took::Within, Some(document)) if document.date.iso.len() < 8 => {
                say!(self.words, "within-date", date = &document.date.text)
            }
            (Took::Within, Some(document)) => document.date.on(self.words).text(),
            (Took::Within | Took::Unknown, _) => String::new(),
        }
    }
}

/// What makes a clock the first of a site; without a full stop.
pub(crate) fn lead(words: &Words, why: Lead) -> &str {
    words.text(match why {
        Lead::Longest => "lead-longest",
        Lead::LongestChecked => "lead-checked",
        Lead::Oldest => "lead-oldest",
    })
}

/// `when last checked, on 1 December 2022`, or `up to` a day to which what was looked at reaches.
pub(crate) fn when_checked(words: &Words, check: Check) -> String {
    let key = if check.is_whole() { "note-stale" } else { "note-reach" };
    say!(words, key, date = &words.date(check.reach))
}

/// `not checked since 1 December 2022`.
pub(crate) fn not_checked_since(words: &Words, day: NaiveDate) -> String {
    say!(words, "note-expired", date = &words.date(day))
}

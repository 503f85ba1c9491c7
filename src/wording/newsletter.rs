//! What changed between two days, in words: a sentence or two around one link. English, as all of
//! the command line is.

use chrono::NaiveDate;

use super::subject::Subject;
use super::{date, day_count, full_stop, lower_first, promise_note, sentence_case, status, when};
use crate::clock::{
    DueDate, MovedBy, PromiseState, Statement, TimeLimit, Timeliness, Took, Truth, What, When,
};
use crate::i18n::{Form, Words};
use crate::model::{Correction, DocumentKind, Force, Id};

/// The words around a link.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Around {
    /// In front of it.
    pub(crate) before: String,
    /// Behind it.
    pub(crate) after: String,
}

impl Around {
    fn of(before: impl Into<String>, after: impl Into<String>) -> Self {
        Self { before: before.into(), after: after.into() }
    }
}

impl Subject<'_> {
    /// `the final report from OVHcloud`.
    pub(crate) fn the_document(&self) -> String {
        format!("the {}", lower_first(&self.awaited()))
    }

    /// That the document was published, around the name of the incident; `response` is one that
    /// stopped the clock or settled a due date of its series.
    pub(crate) fn told_published(&self, response: &Id) -> Option<Around> {
        if self.statement.series.is_some() {
            return self.told_of_series(response);
        }
        let Truth::Published { took, .. } = self.statement.truth else { return None };
        let document = self.document.as_ref()?;
        let (kind, on) = (self.kind(Form::Name), &document.date.text);
        let before = match &document.by[..] {
            [] => format!("The {kind} appeared ({on}): "),
            by => format!(
                "{} published the {kind} ({on}): ",
                join(&by.iter().map(|link| link.title.clone()).collect::<Vec<_>>())
            ),
        };
        let after = if matches!(took, Took::Days(_)) {
            format!(", {}", self.after())
        } else {
            String::new()
        };
        let limit = if self.statement.limit == TimeLimit::None {
            String::new()
        } else {
            format!(". {}", self.limit().text())
        };
        Some(Around::of(before, format!("{after}{limit}.")))
    }

    /// Which due date of a series a document settled, or that none is owed any more.
    fn told_of_series(&self, response: &Id) -> Option<Around> {
        let series = self.statement.series.as_ref()?;
        let document = self.the_document();
        let Some((instance, settled)) = series.settled_by(response.as_str()) else {
            let document = sentence_case(&document);
            return Some(Around::of(format!("{document} is no longer owed: "), "."));
        };
        let due = when(self.words, instance.due, self.zone);
        let on = date(settled.by.on);
        let late = settled.late.map_or_else(String::new, |late| {
            format!(", {} late", day_count(self.words, late.days, late.at_least))
        });
        let before = format!("{} due by {due} appeared on {on}{late}: ", sentence_case(&document));
        Some(Around::of(before, format!(". {}.", self.limit().text())))
    }

    /// What has happened to the clock, around the name of the incident; nothing for what is told of
    /// records.
    pub(crate) fn told(&self, what: &What) -> Option<Around> {
        let document = self.the_document();
        let why = |why: Option<&String>| {
            why.map_or_else(
                || ".".to_owned(),
                |why| format!(". The reason given: {}", full_stop(why)),
            )
        };
        Some(match what {
            What::Passed(_, due) => {
                let limit = match self.statement.force {
                    Force::Hard => "legal limit",
                    Force::Soft => "target date",
                    Force::Promise => "promised date",
                };
                let day = when(self.words, *due, self.zone);
                Around::of(
                    format!("The {limit} for {document}, {day}, has passed: "),
                    self.came_late(*due).unwrap_or_else(|| self.as_found()),
                )
            }
            What::Reached(_, length) => {
                let on = length.day(self.began()?)?;
                Around::of(
                    format!("{} on {}: ", sentence_case(&self.waited(*length)), date(on)),
                    self.as_found(),
                )
            }
            What::Closed(_, on) => {
                let closing = self.terms.closed.as_ref()?;
                Around::of(
                    format!("The wait for {document} was closed without one on {}: ", date(*on)),
                    why(Some(&closing.why)),
                )
            }
            What::Paused(_, from) => {
                let pause = self.terms.paused.iter().find(|pause| pause.from == *from)?;
                Around::of(
                    format!("The time limit for {document} stands still since {}: ", date(*from)),
                    why(pause.why.as_deref()),
                )
            }
            What::Resumed(_, to) => Around::of(
                format!("The time limit for {document} runs again since {}: ", date(*to)),
                ".",
            ),
            What::Awaited(_) => Around::of(
                format!("{} is now counted: ", sentence_case(&document)),
                format!(". {}.", self.limit().text()),
            ),
            What::Stale(_, checked) => Around::of(
                format!("{} was last looked for on {}: ", sentence_case(&document), date(*checked)),
                ". The count stands until somebody looks again.",
            ),
            What::Expired(_, checked) => Around::of(
                format!("No look for {document} is recorded since {}: ", date(*checked)),
                ". No number of days is claimed any more.",
            ),
            _ => return None,
        })
    }

    /// When the document came that settled a due date of a series late.
    fn came_late(&self, due: When) -> Option<String> {
        let series = self.statement.series.as_ref()?;
        let instance = series.instances.iter().find(|instance| instance.due == due)?;
        Some(format!(". It appeared on {}.", date(instance.settled.as_ref()?.by.on)))
    }

    /// What is known now of a document that was still awaited on a day that has passed.
    fn as_found(&self) -> String {
        match (&self.statement.truth, &self.document) {
            (Truth::Published { .. }, Some(document)) => {
                format!(". It appeared {}.", document.date.on(self.words).text())
            }
            _ => format!(". {}", self.proof()),
        }
    }

    /// That the due date has moved from one to another.
    pub(crate) fn told_moved(
        &self,
        (earlier, old): (&Statement, &DueDate),
        because: &MovedBy,
        by: Option<&str>,
    ) -> Option<Around> {
        let new = self.due?;
        let verb = if self.statement.is_open() { "is" } else { "was" };
        let because = match because {
            MovedBy::Extension(extension) => {
                let by = by.map_or_else(String::new, |by| format!(" by {by}"));
                let on = extension.on.map_or_else(String::new, |day| format!(" on {}", date(day)));
                let why =
                    extension.why.as_deref().map_or_else(String::new, |why| format!(" ({why})"));
                format!("It was extended{on}{by}{why}.")
            }
            MovedBy::Begun => "The document from which it counts has appeared.".to_owned(),
            MovedBy::Start => "It counts from another day.".to_owned(),
            MovedBy::Terms => "Its terms are recorded differently.".to_owned(),
            MovedBy::Pause => "Days of a pause do not count.".to_owned(),
            MovedBy::Calendar(added, removed) => calendar(added, removed),
        };
        let kept = match (earlier.late(), self.statement.limit) {
            (Some(_), TimeLimit::Dated(_, Timeliness::InTime { .. })) => {
                " By this date the document was in time.".to_owned()
            }
            (None, TimeLimit::Dated(_, Timeliness::Late(late))) if !self.statement.is_open() => {
                format!(
                    " The document came {} after it.",
                    day_count(self.words, late.days, late.at_least)
                )
            }
            _ => String::new(),
        };
        let day = |due: &DueDate| when(self.words, due.current, self.zone);
        let document = sentence_case(&self.the_document());
        Some(Around::of(
            format!("{document} {verb} due on {}, not on {}: ", day(new), day(old)),
            format!(". {because}{kept}"),
        ))
    }
}

/// A promise that fell due, or that stands otherwise than before, around the name of its incident.
pub(crate) fn told_promise(
    words: &Words,
    what: &What,
    promise: &str,
    by: Option<&str>,
    state: PromiseState,
) -> Option<Around> {
    let said = match what {
        What::PromiseDue(_, _, due) => {
            let note = promise_note(words, state);
            let note = if note.is_empty() { note } else { format!("; {note}") };
            format!("promised for {}{note}", date(*due))
        }
        What::PromiseState(_, _, since, new) => {
            format!("{}, since {}", lower_first(status(words, *new)), date(*since))
        }
        _ => return None,
    };
    let by = by.map_or_else(String::new, |by| format!("{by}: "));
    Some(Around::of(format!("{by}{} (", sentence_case(promise)), format!("): {said}.")))
}

/// A new incident, with what is awaited on it.
pub(crate) fn told_incident(date: &str, awaited: &[String]) -> Around {
    Around::of("", format!(" ({date}). Counted: {}.", join(awaited)))
}

/// A response that stopped no clock, or that was handed over or taken offline.
pub(crate) fn told_response(
    words: &Words,
    what: &What,
    kind: DocumentKind,
    by: &[String],
    date: &str,
) -> Around {
    let by = if by.is_empty() { String::new() } else { format!("{}, ", join(by)) };
    let kind = words.document(kind, Form::Name);
    let (before, after) = match what {
        What::Delivered(_) => {
            (format!("{by}{kind}: "), format!(". Handed over ({date}), and not public."))
        }
        What::Withdrawn(_) => (format!("{by}{kind}: "), format!(". Taken offline ({date}).")),
        _ => (format!("{by}{kind} ({date}): "), ".".to_owned()),
    };
    Around::of(sentence_case(&before), after)
}

/// A new article.
pub(crate) fn told_article(date: &str) -> Around {
    Around::of("", format!(" ({date})."))
}

/// A mistake that was put right.
pub(crate) fn told_correction(correction: &Correction) -> Around {
    let now =
        correction.now.as_deref().map_or_else(String::new, |now| format!("; it now says “{now}”"));
    let why =
        correction.why.as_ref().map_or_else(String::new, |why| format!(" {}", full_stop(why)));
    Around::of("", format!(" ({}) said “{}”{now}.{why}", date(correction.date), *correction.was))
}

/// A record that is no longer there.
pub(crate) fn told_gone(kind: &str) -> Around {
    Around::of(format!("{}: ", sentence_case(kind)), ".")
}

/// What a calendar has to do with a due date that moved.
fn calendar(added: &[(NaiveDate, String)], removed: &[(NaiveDate, String)]) -> String {
    let days = |days: &[(NaiveDate, String)]| {
        join(&days.iter().map(|(day, name)| format!("{} ({name})", date(*day))).collect::<Vec<_>>())
    };
    match (added, removed) {
        ([], []) => "Its calendar of working days has changed.".to_owned(),
        (added, []) => format!("Its calendar now passes over {}.", days(added)),
        ([], removed) => format!("Its calendar no longer passes over {}.", days(removed)),
        (added, removed) => format!(
            "Its calendar now passes over {}, and no longer over {}.",
            days(added),
            days(removed)
        ),
    }
}

/// `a, b and c`.
fn join(parts: &[String]) -> String {
    Words::english().list(parts)
}

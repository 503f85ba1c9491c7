//! What asks for a human, in words. A sentence counts no days, so that it is the same until
//! something happens.

use chrono::{Datelike, NaiveDate};

use super::status;
use super::subject::{Counted, Subject};
use crate::clock::{Freshness, Matter, Milestone, latest_state};
use crate::i18n::{Words, say};
use crate::model::{Commitment, Reply, Translated};

impl Subject<'_> {
    /// The word or two for a matter of the clock.
    pub(crate) fn agenda_label(&self, matter: Matter) -> &str {
        if matter == Matter::Overdue { self.overdue_badge() } else { label(self.words, matter) }
    }

    /// What is to be said of a matter of the clock, which concerns this day, if any; nothing where
    /// that cannot be said.
    pub(crate) fn agenda_sentence(&self, matter: Matter, day: Option<NaiveDate>) -> Option<String> {
        let words = self.words;
        let proof = self.proof();
        let date = day.map(|day| words.date(day)).unwrap_or_default();
        Some(match matter {
            Matter::Overdue => {
                let limit = say!(words, "sentence", text = &self.limit_dated(self.due?));
                match self.missed() {
                    missed if missed.is_empty() => format!("{limit} {proof}"),
                    missed => format!("{limit} {missed} {proof}"),
                }
            }
            Matter::Due if let Some(series) = &self.statement.series => {
                let limit = say!(words, "limit", name = self.limit_name(), limit = &date);
                let period = &words.period(series.every);
                let limit = say!(words, "series-limit", limit = &limit, period = period);
                say!(words, "sentence", text = &limit)
            }
            Matter::Anniversary | Matter::RoundNumber => {
                let (began, day) = (self.began()?, day?);
                let length = match matter {
                    Matter::Anniversary => {
                        Milestone::Years(u32::try_from(day.year() - began.year()).ok()?)
                    }
                    _ => Milestone::Days(u32::try_from((day - began).num_days()).ok()?),
                };
                self.coming(length, &date)
            }
            Matter::Expired => format!("{proof} {}", words.text("no-number-claimed")),
            Matter::Stale => format!("{proof} {}", say!(words, "check-was-due", date = &date)),
            Matter::Recheck => format!("{proof} {}", say!(words, "check-due", date = &date)),
            Matter::Unchecked => proof,
            _ => say!(words, "sentence", text = &self.limit().text()),
        })
    }

    /// What a wait will have come to on a day, if the document does not appear before.
    fn coming(&self, length: Milestone, date: &str) -> String {
        let words = self.words;
        if self.statement.freshness == Freshness::Unchecked {
            return say!(
                words,
                "anniversary-unchecked",
                date = date,
                count = &self.length(length, Counted::Since)
            );
        }
        say!(
            words,
            "anniversary",
            date = date,
            count = &self.length(length, Counted::After),
            without = &self.without()
        )
    }
}

/// The word or two for a matter.
pub(crate) fn label(words: &Words, matter: Matter) -> &str {
    words.text(match matter {
        Matter::Overdue => "badge-overdue",
        Matter::Due => "label-due",
        Matter::CommitmentPassed => "badge-promise-passed",
        Matter::CommitmentUnchecked => "label-promise-unchecked",
        Matter::CommitmentDue => "label-promise-due",
        Matter::Anniversary => "label-anniversary",
        Matter::RoundNumber => "label-round-number",
        Matter::Expired => super::EXPIRED,
        Matter::Stale => super::STALE,
        Matter::Recheck => "label-recheck",
        Matter::Unchecked => "label-unchecked",
        Matter::Reply => "label-reply",
        Matter::Unsourced => "label-unsourced",
        Matter::Scheduled => "label-scheduled",
        Matter::Draft => "label-draft",
    })
}

/// A promise whose day comes or has passed. `by` is the name of who promised.
pub(crate) fn agenda_promise(
    words: &Words,
    matter: Matter,
    commitment: &Commitment,
    by: Option<&str>,
) -> String {
    let due = commitment.due.map(|day| words.date(day)).unwrap_or_default();
    let mut sentences = vec![match by {
        Some(by) => say!(words, "promised-by", by = by, date = &due),
        None => say!(words, "promised", date = &due),
    }];
    if let Some(state) = latest_state(&commitment.history) {
        let date = &words.date(state.date);
        sentences.push(say!(words, "last-state", state = status(words, state.status), date = date));
    }
    sentences.extend(match matter {
        Matter::CommitmentUnchecked => Some(words.text("outcome-unknown").to_owned()),
        Matter::CommitmentPassed => {
            commitment.checked.map(|day| say!(words, "promise-open", date = &words.date(day)))
        }
        _ => None,
    });
    sentences.join(" ")
}

/// The word or two for an answer that is due.
pub(crate) fn answer_label(words: &Words, matter: Matter) -> &str {
    words.text(match matter {
        Matter::CommitmentDue => "label-answer-due",
        Matter::CommitmentPassed => "label-answer-passed",
        _ => "label-promise-unchecked",
    })
}

/// An answer to a recommendation whose day comes or has passed. `to` are the names of whom it was
/// made to.
pub(crate) fn agenda_answer(
    words: &Words,
    matter: Matter,
    (due, checked): (NaiveDate, Option<NaiveDate>),
    to: &[String],
) -> String {
    let due = &words.date(due);
    let to = &words.enumeration(to);
    let first = match to.is_empty() {
        true => say!(words, "answer-due", date = due),
        false => say!(words, "answer-due-from", to = to, date = due),
    };
    let rest = match matter {
        Matter::CommitmentUnchecked => words.text("answer-not-known").to_owned(),
        Matter::CommitmentPassed => checked.map_or_else(String::new, |day| {
            say!(words, "proof-none-found", date = &words.date(day))
        }),
        _ => String::new(),
    };
    format!("{first} {rest}").trim_end().to_owned()
}

/// A question without an answer.
pub(crate) fn agenda_reply(words: &Words, reply: &Reply) -> String {
    let asked = words.date(reply.asked);
    let channel = reply.channel.as_ref().map(|how| how.or_own(words.language()));
    let asked = channel
        .map_or_else(|| asked.clone(), |how| say!(words, "with-note", what = &asked, note = how));
    let asked = match reply.deadline {
        Some(day) => say!(words, "asked-until", date = &asked, deadline = &words.date(day)),
        None => say!(words, "asked", date = &asked),
    };
    format!("{asked} {}", words.text("no-answer"))
}

/// Claims without a source: these figures, by what they count, and a number of findings.
pub(crate) fn agenda_unsourced(words: &Words, figures: &[Translated], findings: usize) -> String {
    let named: Vec<String> = figures
        .iter()
        .map(|what| say!(words, "quoted", text = what.or_own(words.language())))
        .collect();
    let of_figures =
        say!(words, "unsourced-figures", n = figures.len(), figures = &words.enumeration(&named));
    let of_findings = say!(words, "unsourced-findings", n = findings);
    let parts: Vec<String> = [(figures.len(), of_figures), (findings, of_findings)]
        .into_iter()
        .filter(|(n, _)| *n > 0)
        .map(|(_, part)| part)
        .collect();
    say!(words, "unsourced", what = &words.list(&parts))
}

//! What a feed announces, in words. Each title and text is the same on every day.

use chrono::NaiveDate;

use super::subject::{Counted, Subject};
use super::{full_stop, sentence_case, when};
use crate::clock::{Milestone, Took, Truth, What, When};
use crate::i18n::{Form, Words, say};
use crate::model::{Correction, DocumentKind, Force, Id};

/// The title and the text of an announcement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Announced {
    /// One line.
    pub(crate) title: String,
    /// A few sentences.
    pub(crate) text: String,
}

impl Subject<'_> {
    /// That the limit has passed.
    pub(crate) fn announced_passed(&self, due: When) -> Announced {
        let (words, document, title) = (self.words, &self.awaited(), &self.incident.title);
        let (passed, was_due) = match self.statement.force {
            Force::Hard => ("news-passed-hard", "news-was-due-hard"),
            Force::Soft => ("news-passed-soft", "news-was-due-soft"),
            Force::Promise => ("news-passed-promise", "news-was-due-promise"),
        };
        Announced {
            title: say!(words, passed, document = document, title = title),
            text: say!(words, was_due, document = document, date = &when(words, due, self.zone)),
        }
    }

    /// That the wait has reached a round length on a day.
    pub(crate) fn announced_reached(&self, length: Milestone, on: NaiveDate) -> Announced {
        let (words, waited) = (self.words, &sentence_case(&self.waited(length)));
        Announced {
            title: say!(words, "news-reached-title", waited = waited, title = &self.incident.title),
            text: say!(words, "news-reached", waited = waited, date = &words.date(on)),
        }
    }

    /// `1 year without a final report from OVHcloud`.
    pub(super) fn waited(&self, length: Milestone) -> String {
        say!(
            self.words,
            "news-waited",
            count = &self.length(length, Counted::After),
            without = &self.without()
        )
    }

    /// That a response ended this wait, and how long it was, or which due date of a series it
    /// settled.
    pub(crate) fn announced_end(&self, response: &Id) -> String {
        let (words, document, title) = (self.words, &self.awaited(), &self.incident.title);
        if let Some(settled) = self.told_settled(response.as_str()) {
            return settled;
        }
        match self.statement.truth {
            Truth::Published { took: Took::Days(counted), .. } => {
                let days = self.counted(&self.days_in_words(counted), Counted::From).text();
                say!(words, "news-ended-after", document = document, days = &days, title = title)
            }
            _ if self.has_ended() => {
                say!(words, "news-no-longer-owed", document = document, title = title)
            }
            _ => say!(words, "news-ended", document = document, title = title),
        }
    }
}

/// A response: published, handed over or taken offline on a day. `by` are the names of those who
/// published it, `ended` the waits that it ended, `summary` what its author says of it.
pub(crate) fn announced_response(
    words: &Words,
    what: &What,
    (kind, title): (DocumentKind, &str),
    on: &str,
    by: &[String],
    ended: Vec<String>,
    summary: &str,
) -> Option<Announced> {
    Some(match what {
        What::Published(_) => {
            let mut sentences = vec![match by {
                [] => say!(words, "news-published-on", date = on),
                by => say!(words, "news-published-by", by = &words.list(by), date = on),
            }];
            sentences.extend(ended);
            sentences.extend((!summary.is_empty()).then(|| full_stop(summary)));
            let document = sentence_case(words.document(kind, Form::Name));
            Announced {
                title: say!(words, "news-published", document = &document, title = title),
                text: sentences.join(" "),
            }
        }
        What::Delivered(_) => Announced {
            title: say!(words, "news-delivered", title = title),
            text: say!(words, "news-delivered-on", date = on),
        },
        What::Withdrawn(_) => Announced {
            title: say!(words, "news-withdrawn", title = title),
            text: say!(words, "news-withdrawn-on", date = on),
        },
        _ => return None,
    })
}

/// A mistake that was put right on the page with this title.
pub(crate) fn announced_correction(
    words: &Words,
    title: &str,
    correction: &Correction,
) -> Announced {
    let language = words.language();
    let mut sentences = vec![say!(words, "news-was", was = correction.was.or_own(language))];
    sentences.extend(
        correction.now.as_ref().map(|now| say!(words, "news-now", now = now.or_own(language))),
    );
    sentences.extend(correction.why.as_ref().map(|why| full_stop(why.or_own(language))));
    Announced { title: say!(words, "news-correction", title = title), text: sentences.join(" ") }
}

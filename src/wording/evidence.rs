//! What stands below the sentence of a clock: what was found, when somebody last looked and where,
//! and what else is to be known of the document.

use serde::Serialize;

use super::Link;
use super::phrase::{Part, Phrase, compose};
use super::subject::Subject;
use crate::clock::{Freshness, Standing, Truth};
use crate::i18n::say;

/// What was found, when and where.
#[derive(Debug, Clone, Default, Serialize, schemars::JsonSchema)]
pub struct Evidence {
    /// What is to be known, in order.
    pub remarks: Vec<Remark>,
    /// Where somebody looked: a sentence with links. Empty where the document is no longer awaited,
    /// or no place was noted.
    pub looked_at: Phrase,
    /// Whether the browser takes it away when the check expires.
    pub fades: bool,
}

/// A sentence of the evidence.
#[derive(Debug, Clone, Serialize, schemars::JsonSchema)]
pub struct Remark {
    /// Whether it stands out.
    pub strong: bool,
    /// What is said.
    pub said: Phrase,
}

impl Subject<'_> {
    /// `None found as of 22 November 2026`, which is the day of the last check, or that no check is
    /// recorded. Empty where the document is no longer awaited, or nobody could see it.
    pub(crate) fn proof(&self) -> String {
        match self.statement.freshness {
            _ if self.statement.is_confidential() => String::new(),
            Freshness::Settled => String::new(),
            Freshness::Unchecked => self.words.text("proof-unchecked").to_owned(),
            Freshness::Fresh(check) | Freshness::Stale(check) | Freshness::Expired(check) => {
                let key = if self.statement.delivery.is_some() {
                    "proof-none-found-public"
                } else {
                    "proof-none-found"
                };
                say!(self.words, key, date = &self.words.date(check.reach))
            }
        }
    }

    /// What stands below the sentence. `places` are where somebody looked.
    pub(crate) fn evidence(&self, places: &[Link]) -> Evidence {
        let (words, statement) = (self.words, self.statement);
        let mut remarks = Vec::new();
        let mut add = |strong, said: Phrase| remarks.push(Remark { strong, said });
        let document = self.document.as_ref();
        let is_expired = matches!(statement.freshness, Freshness::Expired(_))
            && matches!(statement.truth, Truth::Awaited { .. });
        match &statement.truth {
            Truth::Published { .. } => {
                if let Some(delivered) = document.and_then(|document| document.delivered.as_ref()) {
                    add(false, compose!(words, "proof-handed-over", date = &delivered.on(words)));
                }
                if let Some(withdrawn) = document.and_then(|document| document.withdrawn.as_ref()) {
                    add(true, compose!(words, "proof-withdrawn", date = &withdrawn.on(words)));
                }
            }
            Truth::Closed { .. } => {
                if let Some(closing) = &self.terms.closed {
                    add(
                        false,
                        compose!(words, "proof-reason", why = closing.why.or_own(words.language())),
                    );
                }
            }
            Truth::Ended { .. } => {}
            Truth::Confidential { .. } | Truth::NotBegun | Truth::Awaited { .. } => {
                if let Some(document) = document {
                    add(true, compose!(words, "proof-delivered", date = &document.date.on(words)));
                    let response = Phrase::from(Part::Name { link: document.response.clone() });
                    add(false, compose!(words, "sentence", text = &response));
                }
                if let Some(why) = statement.pause.as_ref().and_then(|pause| pause.why.as_ref()) {
                    add(true, Phrase::text_of(words.text("proof-paused")));
                    add(false, Phrase::text_of(why.or_own(words.language())));
                }
            }
        }
        // What nobody has ever looked for is told by the sentence itself, and so is when a check
        // has expired.
        let is_told = is_expired
            || matches!(statement.truth, Truth::Awaited { .. })
                && statement.freshness == Freshness::Unchecked;
        let proof = self.proof();
        if !proof.is_empty() && !is_told {
            add(true, Phrase::text_of(&proof));
        }
        if statement.standing() == Standing::Confidential {
            add(false, Phrase::text_of(words.text("proof-never-missed")));
        }
        let looked_at = match places {
            _ if !statement.is_open() => Phrase::default(),
            [] => Phrase::default(),
            places => compose!(words, "proof-looked-at", places = &Phrase::list(words, places)),
        };
        let fades = matches!(statement.truth, Truth::Awaited { .. })
            && statement.freshness.check().is_some()
            && !is_expired;
        Evidence { remarks, looked_at, fades }
    }
}

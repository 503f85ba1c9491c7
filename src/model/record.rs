use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::{Id, Moment, Prose, Translated};

/// What every record has, whatever its kind.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    /// The name of its file, unique within its kind.
    pub id: Id,
    /// The last segment of its address.
    pub slug: String,
    /// Its name, as plain text.
    pub title: String,
    /// One or two sentences, as plain text.
    pub summary: Option<String>,
    /// The zone in which its times are dated.
    pub timezone: Tz,
    /// The language it is written in (BCP 47).
    pub language: String,
    /// Old addresses, as paths from the root of the site without slashes at the ends.
    pub aliases: Vec<String>,
    /// In the order of the author.
    pub tags: Vec<String>,
    /// Whether it is only shown on request.
    pub draft: bool,
    /// The day on which its author last changed what it says.
    pub updated: Option<NaiveDate>,
    /// As written.
    pub authors: Vec<String>,
    /// A picture at its head.
    pub image: Option<Image>,
    /// In the order of the author.
    pub sources: Vec<Source>,
    /// In the order of the author.
    pub corrections: Vec<Correction>,
    /// Right of reply, in the order of the author.
    pub replies: Vec<Reply>,
    /// The body; shared between copies, because it is most of a record.
    pub prose: Arc<Prose>,
    /// Title, summary and body in other languages; shorter texts are [`Translated`] where they
    /// stand.
    pub translations: BTreeMap<String, Translation>,
    /// Folder of its files beside it: paths from the site's root, with the name under which the
    /// page has them.
    pub assets: Vec<(String, String)>,
}

impl Record {
    /// The last day on which what it says was changed, as `updated` or a correction tells; nothing
    /// if it stands as it was published.
    pub fn changed(&self) -> Option<NaiveDate> {
        self.corrections.iter().map(|correction| correction.date).chain(self.updated).max()
    }

    /// The body in a language, or as it was written where the translation has none; and the
    /// language that it is in.
    pub fn prose_in<'r>(&'r self, language: &'r str) -> (&'r Prose, &'r str) {
        let translated = self.translations.get(language).filter(|words| !words.prose.is_empty());
        translated.map_or((&self.prose, &self.language), |words| (&words.prose, language))
    }

    /// The same of the summary.
    pub fn summary_in<'r>(&'r self, language: &'r str) -> (Option<&'r str>, &'r str) {
        let translated = self.translations.get(language).and_then(|words| words.summary.as_deref());
        translated
            .map_or((self.summary.as_deref(), &self.language), |summary| (Some(summary), language))
    }
}

/// A record's title, summary and body in another language.
#[derive(Debug, Clone, PartialEq)]
pub struct Translation {
    /// Its name.
    pub title: String,
    /// One or two sentences.
    pub summary: Option<String>,
    /// The body.
    pub prose: Arc<Prose>,
}

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    /// The file beside the record.
    pub file: String,
    /// What it shows, for those who do not see it.
    pub alt: Translated,
    /// Who made it.
    pub credit: Option<String>,
}

/// Where a claim comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The name by which prose cites it.
    pub id: Option<Id>,
    /// Its name.
    pub title: String,
    /// Where it was published.
    pub url: Option<String>,
    /// By whom.
    pub publisher: Option<String>,
    /// When, as precisely as known.
    pub published: Option<Moment>,
    /// The day on which the author read it.
    pub accessed: Option<NaiveDate>,
    /// A copy in an archive.
    pub archived: Option<String>,
    /// The language it is in; without one, that of the record.
    pub language: Option<String>,
    /// Its own words.
    pub quote: Option<String>,
}

/// A mistake that was put right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// The day of the correction.
    pub date: NaiveDate,
    /// What the page said.
    pub was: Translated,
    /// What it says now.
    pub now: Option<Translated>,
    /// Why.
    pub why: Option<Translated>,
}

/// A question put to somebody the record speaks of, and the answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// The day of the question.
    pub asked: NaiveDate,
    /// Who was asked.
    pub of: Id,
    /// How.
    pub channel: Option<Translated>,
    /// The day by which an answer was asked for.
    pub deadline: Option<NaiveDate>,
    /// The day of the answer.
    pub answered: Option<NaiveDate>,
    /// What they said.
    pub text: Option<Translated>,
}

use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;

use super::{Article, Calendar, Incident, Organisation, Page, Record, Regime, Response};

/// The name of a record: its file's name without the ending. Cheap to copy.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Arc<str>);

impl Id {
    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Composed: one name however a machine writes its accents.
impl From<&str> for Id {
    fn from(text: &str) -> Self {
        if text.is_ascii() {
            return Self(text.into());
        }
        Self(text.nfc().collect::<String>().into())
    }
}

impl Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

/// The kinds of record that have a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Kind {
    Incident,
    Response,
    Article,
    Organisation,
    Page,
}

impl Kind {
    /// Every kind, in the order of the folders.
    pub const ALL: [Kind; 5] =
        [Kind::Incident, Kind::Response, Kind::Article, Kind::Organisation, Kind::Page];

    /// The folder of its records below `content/`, which is also the first segment of their
    /// addresses.
    pub fn folder(self) -> &'static str {
        match self {
            Kind::Incident => "incidents",
            Kind::Response => "responses",
            Kind::Article => "articles",
            Kind::Organisation => "organisations",
            Kind::Page => "pages",
        }
    }

    /// The word for one of them.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Incident => "incident",
            Kind::Response => "response",
            Kind::Article => "article",
            Kind::Organisation => "organisation",
            Kind::Page => "page",
        }
    }
}

/// Every record of a site, by name. Records stay where they were read: a map of thousands would
/// move each many times.
#[derive(Debug, Clone, Default)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Register {
    pub incidents: BTreeMap<Id, Box<Incident>>,
    pub responses: BTreeMap<Id, Box<Response>>,
    pub articles: BTreeMap<Id, Box<Article>>,
    pub organisations: BTreeMap<Id, Box<Organisation>>,
    pub pages: BTreeMap<Id, Box<Page>>,
    pub regimes: BTreeMap<Id, Regime>,
    pub calendars: BTreeMap<Id, Calendar>,
    /// The responses that name each incident.
    answers: BTreeMap<Id, Vec<Id>>,
}

impl Register {
    /// What the named record has in common with every other, if it exists.
    pub fn record(&self, kind: Kind, id: &str) -> Option<&Record> {
        match kind {
            Kind::Incident => self.incidents.get(id).map(|found| &found.record),
            Kind::Response => self.responses.get(id).map(|found| &found.record),
            Kind::Article => self.articles.get(id).map(|found| &found.record),
            Kind::Organisation => self.organisations.get(id).map(|found| &found.record),
            Kind::Page => self.pages.get(id).map(|found| &found.record),
        }
    }

    /// The record whose page is at `FOLDER/SLUG`, with or without slashes at the ends.
    pub fn at(&self, path: &str) -> Option<(Kind, &Record)> {
        let (folder, slug) = path.trim_matches('/').split_once('/')?;
        let kind = Kind::ALL.into_iter().find(|kind| kind.folder() == folder)?;
        let is_there = |record: &&Record| record.slug == slug;
        let renamed = || {
            let mut records = self.records().filter(|(other, _)| *other == kind);
            records.find(|(_, record)| is_there(record)).map(|(_, record)| record)
        };
        Some((kind, self.record(kind, slug).filter(is_there).or_else(renamed)?))
    }

    /// [`Register::record`], to be changed.
    pub fn record_mut(&mut self, kind: Kind, id: &Id) -> Option<&mut Record> {
        match kind {
            Kind::Incident => self.incidents.get_mut(id).map(|found| &mut found.record),
            Kind::Response => self.responses.get_mut(id).map(|found| &mut found.record),
            Kind::Article => self.articles.get_mut(id).map(|found| &mut found.record),
            Kind::Organisation => self.organisations.get_mut(id).map(|found| &mut found.record),
            Kind::Page => self.pages.get_mut(id).map(|found| &mut found.record),
        }
    }

    /// Sorts the responses by the incidents that they name, for [`Register::responses_to`]. It is
    /// called when all records are there; those that are taken out later need not be sorted again.
    pub fn sort_responses(&mut self) {
        self.answers.clear();
        for (id, response) in &self.responses {
            let overruled =
                response.stops.iter().flatten().map(|overruled| &overruled.clock.incident);
            let mut named: Vec<_> = response.incidents.iter().chain(overruled).collect();
            named.sort();
            named.dedup();
            for incident in named {
                self.answers.entry(incident.clone()).or_default().push(id.clone());
            }
        }
    }

    /// The responses that name an incident, by id.
    pub fn responses_to(&self, incident: &Id) -> impl Iterator<Item = &Response> {
        let ids = self.answers.get(incident).into_iter().flatten();
        ids.filter_map(|id| self.responses.get(id).map(Box::as_ref))
    }

    /// Every record that has a page, by kind and then by name.
    pub fn records(&self) -> impl Iterator<Item = (Kind, &Record)> {
        let incidents = self.incidents.values().map(|found| (Kind::Incident, &found.record));
        let responses = self.responses.values().map(|found| (Kind::Response, &found.record));
        let articles = self.articles.values().map(|found| (Kind::Article, &found.record));
        let organisations =
            self.organisations.values().map(|found| (Kind::Organisation, &found.record));
        let pages = self.pages.values().map(|found| (Kind::Page, &found.record));
        incidents.chain(responses).chain(articles).chain(organisations).chain(pages)
    }
}

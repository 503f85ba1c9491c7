//! In which language a page speaks, and from where its links lead.

use super::Link;
use crate::clock::Clock;
use crate::i18n::Words;
use crate::model::{ClockTerms, Id, Incident, Kind, Record};
use crate::plan::Plan;
use crate::site::{SiteModel, href};

/// A site in the language that titles are wanted in.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Locale<'a> {
    pub(crate) site: &'a SiteModel,
    pub(crate) language: &'a str,
}

/// A page from which links lead to the others.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PageContext<'a> {
    pub(crate) locale: Locale<'a>,
    /// The pages and files that there are.
    pub(crate) plan: &'a Plan,
    /// The way from the page to the root of the site.
    pub(crate) root: &'a str,
}

impl<'a> Locale<'a> {
    /// The words of the page's frame.
    pub(crate) fn words(&self) -> &'a Words {
        self.site.words(self.language)
    }

    /// A link to a record; its id alone if it does not exist as of this moment.
    pub(crate) fn link(&self, kind: Kind, id: &Id) -> Link {
        match self.site.register.record(kind, id.as_str()) {
            Some(record) => Link {
                title: self.site.title(record, self.language).to_owned(),
                path: href(&self.site.path_in(kind, record, self.language)),
                external: false,
                language: self.foreign(record),
            },
            None => Link { title: id.to_string(), ..Link::default() },
        }
    }

    /// The path of a record's page in the language of this page, or in its own; nothing if it does
    /// not exist as of this moment.
    pub(crate) fn path_of(&self, kind: Kind, id: &Id) -> Option<String> {
        Some(self.site.path_in(kind, self.site.register.record(kind, id.as_str())?, self.language))
    }

    /// The language of a record's words on this page, where it is not that of the page's frame.
    pub(crate) fn foreign(&self, record: &Record) -> String {
        self.unless_own(self.site.language_of(record, self.language))
    }

    /// A language, unless it is that of the page's frame.
    pub(crate) fn unless_own(&self, language: &str) -> String {
        if language == self.words().language() { String::new() } else { language.to_owned() }
    }

    pub(crate) fn links(&self, kind: Kind, ids: &[Id]) -> Vec<Link> {
        ids.iter().map(|id| self.link(kind, id)).collect()
    }

    pub(crate) fn terms(&self, clock: &Clock) -> Option<(&'a Incident, &'a ClockTerms)> {
        let incident = self.site.register.incidents.get(&clock.incident)?;
        Some((incident, clock.terms(incident)?))
    }

    /// Who owes a document, by name.
    pub(super) fn from(&self, terms: &ClockTerms) -> Option<Link> {
        terms.from.as_ref().map(|id| self.link(Kind::Organisation, id))
    }

    /// The path of a clock on its incident's page.
    pub(crate) fn clock_path(&self, clock: &Clock, incident: &Incident) -> String {
        [
            &href(&self.site.path_in(Kind::Incident, &incident.record, self.language)),
            "#",
            &anchor(clock),
        ]
        .concat()
    }
}

/// The name of a clock on its incident's page. Headings of prose begin with `s-`, so the two never
/// meet.
pub(crate) fn anchor(clock: &Clock) -> String {
    ["clock-", &clock.id.as_str().replace('/', "-")].concat()
}

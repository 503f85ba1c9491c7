//! Register → records by group, by organisation and by duty: who belongs to whom.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::related::{Tie, Ties};
use crate::model::{Id, Kind, Moment, Register, country_name};
use crate::text::{alphabetical, slug_of};

/// A way to put records together, each with pages of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Group {
    Tag,
    Country,
    Sector,
    Author,
}

impl Group {
    /// Every way.
    pub const ALL: [Group; 4] = [Group::Tag, Group::Country, Group::Sector, Group::Author];

    /// The first segment of the addresses of its pages.
    pub fn folder(self) -> &'static str {
        match self {
            Group::Tag => "tags",
            Group::Country => "countries",
            Group::Sector => "sectors",
            Group::Author => "authors",
        }
    }

    /// One of it, as it is named in views.
    pub fn name(self) -> &'static str {
        match self {
            Group::Tag => "tag",
            Group::Country => "country",
            Group::Sector => "sector",
            Group::Author => "author",
        }
    }
}

/// Which records belong together; made once, so that no page has to look through the register.
#[derive(Debug, Default)]
pub struct Index {
    groups: BTreeMap<(Group, String), Members>,
    by_organisation: BTreeMap<Id, Members>,
    by_regime: BTreeMap<Id, Vec<Id>>,
    articles_about: BTreeMap<Id, Vec<Id>>,
    overturned_by: BTreeMap<Id, Vec<Id>>,
    listed: BTreeMap<Kind, Vec<Id>>,
    ties: Ties,
}

/// The members of a group.
#[derive(Debug, Default)]
pub struct Members {
    /// The group's name, as its first member writes it.
    pub name: String,
    /// By kind, in order of id.
    pub records: Vec<(Kind, Id)>,
}

impl Index {
    /// Sorts the records of `register`.
    pub fn new(register: &Register) -> Self {
        let (groups, index) = rayon::join(|| Self::grouped(register), || Self::named(register));
        Self { groups: groups.groups, ..index }
    }

    /// What is of one tag, author, country or sector.
    fn grouped(register: &Register) -> Self {
        let mut index = Index::default();
        for (kind, record) in register.records() {
            for tag in &record.tags {
                index.add(Group::Tag, slug_of(tag), tag, kind, &record.id);
            }
            for author in &record.authors {
                index.add(Group::Author, slug_of(author), author, kind, &record.id);
            }
        }
        for (id, incident) in &register.incidents {
            if let Some(code) = &incident.country {
                let name = country_name(code, "en").unwrap_or(code);
                index.add(Group::Country, code.to_ascii_lowercase(), name, Kind::Incident, id);
            }
            if let Some(sector) = &incident.sector {
                index.add(Group::Sector, slug_of(sector), sector, Kind::Incident, id);
            }
        }
        index
    }

    /// What names one record, and the newest incidents.
    fn named(register: &Register) -> Self {
        let mut index = Index::default();
        for (id, incident) in &register.incidents {
            let owing = incident.awaiting.iter().filter_map(|terms| terms.from.as_ref());
            for organisation in incident.operators.iter().chain(owing) {
                index.add_to(organisation, Kind::Incident, id);
            }
            for used in &incident.regimes {
                index.by_regime.entry(used.regime.clone()).or_default().push(id.clone());
            }
        }
        for (id, response) in &register.responses {
            for organisation in &response.by {
                index.add_to(organisation, Kind::Response, id);
            }
        }
        for (id, response) in &register.responses {
            if let Some(earlier) = &response.overturns {
                index.overturned_by.entry(earlier.clone()).or_default().push(id.clone());
            }
        }
        index.listed = listed(register);
        index.ties = Ties::new(register, index.listed(Kind::Incident));
        for (id, article) in &register.articles {
            for incident in &article.incidents {
                index.articles_about.entry(incident.clone()).or_default().push(id.clone());
            }
        }
        index
    }

    fn add(&mut self, group: Group, key: String, name: &str, kind: Kind, id: &Id) {
        let members = self.groups.entry((group, key)).or_default();
        if members.name.is_empty() {
            name.clone_into(&mut members.name);
        }
        members.add(kind, id);
    }

    fn add_to(&mut self, organisation: &Id, kind: Kind, id: &Id) {
        self.by_organisation.entry(organisation.clone()).or_default().add(kind, id);
    }

    /// Every group that has a member.
    pub fn groups(&self) -> impl Iterator<Item = (Group, &str, &Members)> {
        self.groups.iter().map(|((group, key), members)| (*group, key.as_str(), members))
    }

    /// Every group of one way that has a member, in order of key.
    pub fn groups_of(&self, wanted: Group) -> impl Iterator<Item = (&str, &Members)> {
        let all = self.groups().skip_while(move |(group, ..)| *group < wanted);
        all.take_while(move |(group, ..)| *group == wanted).map(|(_, key, members)| (key, members))
    }

    /// The members of a group.
    pub fn group(&self, group: Group, key: &str) -> Option<&Members> {
        self.groups.get(&(group, key.to_owned()))
    }

    /// What an organisation has to do with.
    pub fn of_organisation(&self, id: &Id) -> &[(Kind, Id)] {
        self.by_organisation.get(id).map_or(&[], |members| &members.records)
    }

    /// The incidents that name a duty, whether it applies to them or not.
    pub fn under(&self, regime: &Id) -> &[Id] {
        self.by_regime.get(regime).map_or(&[], Vec::as_slice)
    }

    /// The responses that set a response aside.
    pub fn overturned_by(&self, response: &Id) -> &[Id] {
        self.overturned_by.get(response).map_or(&[], Vec::as_slice)
    }

    /// Every record of a kind as a list shows them: organisations by name, what has a date the
    /// newest first.
    pub fn listed(&self, kind: Kind) -> &[Id] {
        self.listed.get(&kind).map_or(&[], Vec::as_slice)
    }

    /// Other incidents that have to do with an incident, and why; see [`Ties::of`].
    pub(crate) fn related(&self, incident: &Id, most: usize) -> Vec<(&Id, Tie, &Id)> {
        self.ties.of(incident, most)
    }

    /// The articles about an incident.
    pub fn articles_about(&self, incident: &Id) -> &[Id] {
        self.articles_about.get(incident).map_or(&[], Vec::as_slice)
    }
}

fn listed(register: &Register) -> BTreeMap<Kind, Vec<Id>> {
    let newest_first = |mut dated: Vec<(&Id, Option<&Moment>)>| -> Vec<Id> {
        dated.sort_by_cached_key(|(_, date)| Reverse(date.map(Moment::order)));
        dated.into_iter().map(|(id, _)| id.clone()).collect()
    };
    let incidents = register.incidents.iter().map(|(id, found)| (id, Some(&found.occurred)));
    let responses = register.responses.iter().map(|(id, found)| (id, found.appeared()));
    let articles = register.articles.iter().map(|(id, found)| (id, Some(&found.date)));
    let mut organisations: Vec<&Id> = register.organisations.keys().collect();
    organisations.sort_by_cached_key(|id| {
        register.record(Kind::Organisation, id.as_str()).map(|record| alphabetical(&record.title))
    });
    BTreeMap::from([
        (Kind::Incident, newest_first(incidents.collect())),
        (Kind::Response, newest_first(responses.collect())),
        (Kind::Article, newest_first(articles.collect())),
        (Kind::Organisation, organisations.into_iter().cloned().collect()),
    ])
}

impl Members {
    fn add(&mut self, kind: Kind, id: &Id) {
        if self.records.last().is_none_or(|(other, last)| (*other, last) != (kind, id)) {
            self.records.push((kind, id.clone()));
        }
    }

    /// The members of one kind.
    pub fn of(&self, kind: Kind) -> impl Iterator<Item = &Id> {
        self.records.iter().filter(move |(other, _)| *other == kind).map(|(_, id)| id)
    }
}

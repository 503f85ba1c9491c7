use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::ties::{Tie, Ties};
use crate::model::{Id, Kind, Register, country_name};
use crate::parse::slug_of;

/// A way to put records together, each with pages of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Group {
    Tag,
    Country,
    Sector,
}

impl Group {
    /// The first segment of the addresses of its pages.
    pub fn folder(self) -> &'static str {
        match self {
            Group::Tag => "tags",
            Group::Country => "countries",
            Group::Sector => "sectors",
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
    incidents_newest_first: Vec<Id>,
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

    /// What is of one tag, country or sector.
    fn grouped(register: &Register) -> Self {
        let mut index = Index::default();
        for (kind, record) in register.records() {
            for tag in &record.tags {
                index.add(Group::Tag, slug_of(tag), tag, kind, &record.id);
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
        index.incidents_newest_first = register.incidents.keys().cloned().collect();
        index.incidents_newest_first.sort_by_cached_key(|id| Reverse(register.incidents.get(id).map(|incident| incident.occurred.order())));
        index.ties = Ties::new(register, &index.incidents_newest_first);
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

    /// Every incident, the newest first.
    pub fn incidents_newest_first(&self) -> &[Id] {
        &self.incidents_newest_first
    }

    /// Other incidents that have to do with an incident, and why; see [`Ties::of`].
    pub(super) fn related(&self, incident: &Id, most: usize) -> Vec<(&Id, Tie, &Id)> {
        self.ties.of(incident, most)
    }

    /// The articles about an incident.
    pub fn articles_about(&self, incident: &Id) -> &[Id] {
        self.articles_about.get(incident).map_or(&[], Vec::as_slice)
    }
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

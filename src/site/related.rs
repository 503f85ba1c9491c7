//! Register → which incidents have to do with each other, and why.
//!
//! Two incidents are tied by an operator that ran both, by a duty under which both are owed a
//! document, or by somebody else who owes or published a document on both. The lists are made once,
//! newest first, so that a page of an author with a thousand incidents reads only the first few of
//! them.

use std::collections::BTreeMap;

use crate::model::{Id, Incident, Register};

/// Why two incidents have to do with each other, the strongest reason first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Tie {
    /// The same operator.
    Operator,
    /// A document owed under the same duty.
    Duty,
    /// Somebody who is no operator of it, and owes or published a document on both: an authority,
    /// an insurer, a newspaper.
    Author,
}

/// Incidents by what ties them.
#[derive(Debug, Default)]
pub(super) struct Ties {
    of_incident: BTreeMap<Id, Vec<(Tie, Id)>>,
    incidents: BTreeMap<(Tie, Id), Vec<Id>>,
}

impl Ties {
    /// Ties the incidents of `register`, which `newest_first` puts in order.
    pub(super) fn new(register: &Register, newest_first: &[Id]) -> Self {
        let mut authors: BTreeMap<&Id, Vec<&Id>> = BTreeMap::new();
        for response in register.responses.values() {
            for incident in &response.incidents {
                authors.entry(incident).or_default().extend(&response.by);
            }
        }
        let mut ties = Self::default();
        for incident in newest_first.iter().filter_map(|id| register.incidents.get(id)) {
            let id = &incident.record.id;
            let tied = of(incident, authors.get(id).map_or(&[], Vec::as_slice));
            for key in &tied {
                ties.incidents.entry(key.clone()).or_default().push(id.clone());
            }
            ties.of_incident.insert(id.clone(), tied);
        }
        ties
    }

    /// At most `most` other incidents, each with what ties it: by the strongest reason, and among
    /// equals the newest.
    pub(super) fn of(&self, incident: &Id, most: usize) -> Vec<(&Id, Tie, &Id)> {
        let mut found: Vec<(&Id, Tie, &Id)> = Vec::new();
        for key in self.of_incident.get(incident).into_iter().flatten() {
            let others = self.incidents.get(key).into_iter().flatten();
            for other in others.filter(|other| *other != incident).take(most) {
                if found.len() < most && found.iter().all(|(known, ..)| *known != other) {
                    found.push((other, key.0, &key.1));
                }
            }
        }
        found
    }
}

/// What can tie an incident to others, the strongest first.
fn of(incident: &Incident, authors: &[&Id]) -> Vec<(Tie, Id)> {
    let operators = incident.operators.iter().map(|id| (Tie::Operator, id));
    let duties = incident
        .awaiting
        .iter()
        .filter_map(|terms| terms.law.as_ref())
        .map(|law| (Tie::Duty, &law.regime));
    let owing = incident.awaiting.iter().filter_map(|terms| terms.from.as_ref());
    let others = owing.chain(authors.iter().copied()).filter(|id| !incident.operators.contains(id));
    let mut tied: Vec<(Tie, Id)> = operators
        .chain(duties)
        .chain(others.map(|id| (Tie::Author, id)))
        .map(|(tie, id)| (tie, id.clone()))
        .collect();
    tied.sort_by_key(|(tie, _)| *tie);
    let mut known = std::collections::BTreeSet::new();
    tied.retain(|key| known.insert(key.clone()));
    tied
}

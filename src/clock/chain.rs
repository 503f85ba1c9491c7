//! In which order clocks are worked out that begin with the documents of others.

use std::collections::BTreeMap;

use super::starting_clocks;
use crate::model::{ClockTerms, Id};

/// Which clocks begin with the documents of which others, as those of an incident or the limits of
/// a duty.
///
/// Nothing here recurs, so that no chain is too long for the stack.
#[derive(Debug)]
pub struct Chain {
    /// For each clock the places of those with which it begins.
    starts: Vec<Vec<usize>>,
}

impl Chain {
    /// The chain of an incident's clocks.
    pub fn of(clocks: &[ClockTerms]) -> Self {
        Self::new(clocks.iter().map(|terms| (&terms.id, starting_clocks(terms).collect())))
    }

    /// Takes clocks by name, each with the names of those with which it begins. Names that no clock
    /// has are left out; of two clocks of one name the first is meant.
    pub fn new<'i>(clocks: impl IntoIterator<Item = (&'i Id, Vec<&'i Id>)>) -> Self {
        let clocks: Vec<_> = clocks.into_iter().collect();
        let mut places = BTreeMap::new();
        for (at, (id, _)) in clocks.iter().enumerate() {
            places.entry(*id).or_insert(at);
        }
        let place = |id: &&Id| places.get(*id).copied();
        Self {
            starts: clocks
                .iter()
                .map(|(_, starts)| starts.iter().filter_map(place).collect())
                .collect(),
        }
    }

    /// The places of all clocks, each after those with which it begins; last come those in a
    /// circle, and those that begin with one of them.
    pub fn in_order(&self) -> Vec<usize> {
        let mut waits_for: Vec<usize> = self.starts.iter().map(Vec::len).collect();
        let mut begun_by: Vec<Vec<usize>> = vec![Vec::new(); self.starts.len()];
        for (at, starts) in self.starts.iter().enumerate() {
            starts.iter().for_each(|start| begun_by[*start].push(at));
        }
        let mut order: Vec<usize> =
            (0..self.starts.len()).filter(|at| self.starts[*at].is_empty()).collect();
        let mut next = 0;
        while let Some(at) = order.get(next).copied() {
            next += 1;
            for waiting in &begun_by[at] {
                waits_for[*waiting] -= 1;
                if waits_for[*waiting] == 0 {
                    order.push(*waiting);
                }
            }
        }
        order.extend((0..self.starts.len()).filter(|at| waits_for[*at] > 0));
        order
    }

    /// Whether the clock at a place begins, through others, with its own document.
    pub fn is_circular(&self, place: usize) -> bool {
        let mut seen = vec![false; self.starts.len()];
        let mut waiting = self.starts[place].clone();
        while let Some(at) = waiting.pop() {
            if at == place {
                return true;
            }
            if !std::mem::replace(&mut seen[at], true) {
                waiting.extend(&self.starts[at]);
            }
        }
        false
    }
}

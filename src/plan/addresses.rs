//! Outputs in the order in which they are planned → outputs in the order of their files, no two at
//! one address.
//!
//! A site of ten thousand incidents has a hundred thousand addresses. So they are collected as they
//! come and sorted together, which takes a part of the time of keeping them in order. Of two
//! at one address the one that came first has it.

use rayon::prelude::*;

use super::{Output, OutputKind, PageKind};
use crate::diag::Place;
use crate::site::key_of;

/// An output, where its record is written, and what no other may have.
#[derive(Debug)]
pub(super) struct Addressed {
    /// Its output file without distinction of case, for systems that make none.
    pub(super) key: String,
    pub(super) output: Output,
    pub(super) place: Option<Place>,
}

/// The outputs of a site, while they are collected.
#[derive(Debug, Default)]
pub(super) struct Addresses {
    sorted: Vec<Addressed>,
    added: Vec<(Output, Option<Place>)>,
}

impl Addresses {
    /// Adds an output; whether its address is free is seen by [`Addresses::settle`].
    pub(super) fn add(&mut self, output: Output, place: Option<Place>) {
        self.added.push((output, place));
    }

    /// Puts what was added in order, and hands over each output whose address is taken, with the one
    /// that has it.
    pub(super) fn settle(&mut self, mut taken: impl FnMut(&Addressed, &Addressed)) {
        let added = std::mem::take(&mut self.added);
        self.sorted.par_extend(added.into_par_iter().map(|(output, place)| Addressed {
            key: key_of(&output.path),
            output,
            place,
        }));
        // Stable, so that what came first stays in front.
        self.sorted.par_sort_by(|one, other| one.key.cmp(&other.key));
        for group in self.sorted.chunk_by(|one, other| one.key == other.key) {
            let Some((first, others)) = group.split_first() else { continue };
            for (at, other) in others.iter().enumerate() {
                if !group[..=at]
                    .iter()
                    .any(|earlier| is_of_same_record(&earlier.output.kind, &other.output.kind))
                {
                    taken(first, other);
                }
            }
        }
        self.sorted.dedup_by(|later, first| later.key == first.key);
    }

    /// What has been put in order.
    pub(super) fn outputs(&self) -> &[Addressed] {
        &self.sorted
    }

    /// Everything, in order.
    pub(super) fn into_outputs(self) -> Vec<Addressed> {
        self.sorted
    }
}

/// Whether two things meet where the pages of their records do, which is told of the pages.
fn is_of_same_record(one: &OutputKind, other: &OutputKind) -> bool {
    let is_feed = |kind: &OutputKind| matches!(kind, OutputKind::Feed(..));
    is_feed(one) && is_feed(other) || is_shared(one) && is_shared(other)
}

/// Whether it is made for other sites.
fn is_shared(kind: &OutputKind) -> bool {
    match kind {
        OutputKind::Card(_)
        | OutputKind::OEmbed(_)
        | OutputKind::Badge(..)
        | OutputKind::Page(PageKind::Embed(..)) => true,
        OutputKind::Page(_)
        | OutputKind::Twin(_)
        | OutputKind::Calendar
        | OutputKind::Data(_)
        | OutputKind::Feed(..)
        | OutputKind::Map(_)
        | OutputKind::Host(_)
        | OutputKind::Copy(_) => false,
    }
}

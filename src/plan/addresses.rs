//! Pages in the order in which they are planned → pages in the order of their files, no two at one address.
//!
//! A site of ten thousand incidents has a hundred thousand addresses. So they are collected as they come and sorted together, which
//! takes a part of the time of keeping them in order. Of two pages at one address the one that came first has it.

use rayon::prelude::*;

use super::address::key_of;
use super::{Page, PageKind};
use crate::diag::Place;

/// A page, where its record is written, and what no other page may have.
#[derive(Debug)]
pub(super) struct Addressed {
    /// Its output file without distinction of case, for systems that make none.
    pub(super) key: String,
    pub(super) page: Page,
    pub(super) place: Option<Place>,
}

/// The pages of a site, while they are collected.
#[derive(Debug, Default)]
pub(super) struct Addresses {
    sorted: Vec<Addressed>,
    added: Vec<(Page, Option<Place>)>,
}

impl Addresses {
    /// Adds a page; whether its address is free is seen by [`Addresses::settle`].
    pub(super) fn add(&mut self, page: Page, place: Option<Place>) {
        self.added.push((page, place));
    }

    /// Puts what was added in order, and hands over each page whose address is taken, with the page that has it.
    pub(super) fn settle(&mut self, mut taken: impl FnMut(&Addressed, &Addressed)) {
        let added = std::mem::take(&mut self.added);
        self.sorted.par_extend(added.into_par_iter().map(|(page, place)| Addressed { key: key_of(&page.path), page, place }));
        // Stable, so that the page that came first stays in front.
        self.sorted.par_sort_by(|one, other| one.key.cmp(&other.key));
        for group in self.sorted.chunk_by(|one, other| one.key == other.key) {
            let Some((first, others)) = group.split_first() else { continue };
            for (at, other) in others.iter().enumerate() {
                if !group[..=at].iter().any(|earlier| is_of_same_record(&earlier.page.kind, &other.page.kind)) {
                    taken(first, other);
                }
            }
        }
        self.sorted.dedup_by(|later, first| later.key == first.key);
    }

    /// What has been put in order.
    pub(super) fn pages(&self) -> &[Addressed] {
        &self.sorted
    }

    /// Everything, in order.
    pub(super) fn into_pages(self) -> Vec<Addressed> {
        self.sorted
    }
}

/// Whether two things meet where the pages of their records do, which is told of the pages.
fn is_of_same_record(one: &PageKind, other: &PageKind) -> bool {
    let is_feed = |kind: &PageKind| matches!(kind, PageKind::Feed(..));
    let is_shared = |kind: &PageKind| matches!(kind, PageKind::Card(_) | PageKind::OEmbed(_) | PageKind::Embed(..) | PageKind::Badge(..));
    is_feed(one) && is_feed(other) || is_shared(one) && is_shared(other)
}

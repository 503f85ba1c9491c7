//! Records that were read file by file → one [`Site`], in which every name leads somewhere.
//!
//! Translations and files are attached, mentions are looked up, drafts are left out (`link`); duties
//! declare their clocks (`apply_regimes`); facts that contradict each other are found
//! (`consistency`). A record that could not be made is left out, and mentions of it are not reported
//! a second time. A check of a clock finds its way back into the file (`checks`).
//!
//! Absent on purpose: whatever depends on the as-of, except that what lies in the future of an
//! unstated as-of is reported (see [`Ahead`]).

mod ahead;
mod anchors;
mod apply_regimes;
mod calendars;
mod checks;
mod consistency;
mod link;

use std::collections::BTreeMap;

use rayon::prelude::*;

use self::link::{Linked, Origin};
use crate::clock::AsOf;
use crate::diag::{Diagnostic, Outcome};
use crate::front_matter::Places;
use crate::lint::ExternalLink;
use crate::load::Tree;
use crate::model::{Id, Kind, Record, Register, Settings};
use crate::parse::{Configuration, ParseCache, read_configuration};

pub(crate) use self::anchors::anchor;
pub use self::apply_regimes::clocks_of;
pub use self::checks::{NotedCheck, record_check};
pub use self::link::Link;

/// What a tree says, checked.
#[derive(Debug)]
pub struct Site {
    /// The configuration.
    pub settings: Settings,
    /// Every record, whatever its date.
    pub register: Register,
    /// Links from prose to paths of the site that are no record's, to be checked when the pages are
    /// known.
    pub links: Vec<Link>,
    /// Where values are written, for what is found wrong later.
    pub places: SitePlaces,
    /// What drafts have in common with other records, where they are not shown.
    pub drafts: Vec<(Kind, Record)>,
    /// Advice on its files, if the cache was made for it.
    pub advice: Vec<Diagnostic>,
    /// Every link to another site, in the order of files, if the cache was made for it.
    pub external_links: Vec<ExternalLink>,
}

/// Where the values of a site's files are written.
#[derive(Debug, Default)]
pub struct SitePlaces {
    /// Of the configuration.
    pub settings: Option<Places>,
    /// Of each record, in its front matter.
    pub records: BTreeMap<(Kind, Id), Places>,
}

impl SitePlaces {
    /// Lets go of the texts of records but for their front matter: pages are planned by places,
    /// long after texts are needed.
    pub fn forget_bodies(&mut self) {
        self.records.par_iter_mut().for_each(|(_, places)| places.forget_body());
    }
}

/// How to read a tree.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// The moment for which the site is built.
    pub as_of: AsOf,
    /// What to make of the future.
    pub ahead: Ahead,
    /// Whether drafts are shown.
    pub drafts: bool,
}

/// What to make of a record that lies after the as-of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ahead {
    /// The as-of is now: an incident or a check in the future is a mistyped year.
    Mistake,
    /// The as-of was asked for: what is later does not exist yet.
    NotYet,
}

/// Reads a whole site; only files that `cache` does not know as they are now are parsed.
pub fn read_site(tree: &Tree, options: Options, cache: &mut ParseCache) -> Outcome<Site> {
    let Configuration { settings, places, mentions, mut diagnostics } = read_configuration(tree);
    let menu = Origin::of_settings(places, mentions);
    let mut parsed = cache.read(tree, menu.file(), &settings);
    let mut lints: Vec<_> = parsed
        .iter_mut()
        .filter_map(|found| Some((found.places.file.path.clone(), *found.lint.take()?)))
        .collect();
    lints.retain(|(_, lint)| options.drafts || !lint.is_draft);
    lints.sort_by(|(one, _), (other, _)| one.cmp(other));
    let (mut advice, mut external_links) = (Vec::new(), Vec::new());
    for (_, mut lint) in lints {
        advice.append(&mut lint.advice);
        external_links.append(&mut lint.links);
    }
    let mut linked = link::link(parsed, &menu, tree, &settings, options);
    diagnostics.append(&mut linked.diagnostics);
    let Linked { register, links, places, drafts } = linked.value;
    let places = SitePlaces { settings: Some(menu.places), records: places };
    Outcome {
        value: Site { settings, register, links, places, drafts, advice, external_links },
        diagnostics,
    }
}

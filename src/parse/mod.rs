//! Tree → [`Site`]: front matter, moments, Markdown and cross-references.
//!
//! Every file is read on its own and in parallel into a record and its mentions of other things (`mention`); then the mentions
//! are checked against each other (`link`). Nothing stops at a mistake, so that one run reports them all; a record that cannot be
//! made is left out, and mentions of it are not reported a second time.
//!
//! Absent on purpose: the disk, and whatever depends on the as-of, except that what lies in the future of an unstated
//! as-of is reported (see [`Ahead`]).

mod apply_regimes;
mod article;
mod awaiting;
mod cache;
mod consistency;
mod counter;
mod date_hints;
mod document;
mod external_links;
mod files;
mod front_matter;
mod href;
mod incident;
mod link;
mod lint;
mod markdown;
mod mention;
mod moment;
mod organisation;
mod reader;
mod record;
mod regime;
mod response;
mod schema;
mod settings;
mod shape;
mod spans;
mod text;
mod translation;
mod wiki;
mod yaml;

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::clock::AsOf;
use crate::diag::{Code, Diagnostic, Outcome, Place, SourceFile, did_you_mean};
use crate::load::{BUILT_IN_THEME, Input, Tree};
use crate::model::{Id, Kind, Record, Register, Settings};

use self::link::{Linked, Origin};

pub use self::apply_regimes::clocks_of;
pub use self::cache::{ParseCache, Rewording, Words, reword};
pub use self::date_hints::day_in_words;
pub use self::external_links::ExternalLink;
pub use self::files::record_of;
pub use self::href::escape as escape_href;
pub use self::link::Link;
pub use self::moment::{read_as_of, read_moment};
pub use self::schema::front_matter_schema;
pub use self::shape::NAMES;
pub use self::spans::{Places, Step};
pub use self::text::{file_name_trouble, is_language, is_site_address, is_web_address, short_slug_of, slug_of, slug_trouble};

/// What a tree says, checked.
#[derive(Debug)]
pub struct Site {
    /// The configuration.
    pub settings: Settings,
    /// Every record, whatever its date.
    pub register: Register,
    /// Links from prose to paths of the site that are no record's, to be checked when the pages are known.
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
    /// Lets go of the texts of records but for their front matter: pages are planned by places, long after texts are needed.
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
pub fn parse(tree: &Tree, options: Options, cache: &mut ParseCache) -> Outcome<Site> {
    let Configuration { settings, menu, mut diagnostics } = read_settings(tree);
    let mut parsed = cache.read(tree, menu.file(), &settings);
    let mut lints: Vec<_> = parsed.iter_mut().filter_map(|found| Some((found.places.file.path.clone(), *found.lint.take()?))).collect();
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
    Outcome { value: Site { settings, register, links, places, drafts, advice, external_links }, diagnostics }
}

/// What `overdue.yaml` says.
struct Configuration {
    settings: Settings,
    /// Where its menu leads.
    menu: Origin,
    diagnostics: Vec<Diagnostic>,
}

fn read_settings(tree: &Tree) -> Configuration {
    let file = match tree.files.get("overdue.yaml") {
        Some(Input::Text(file)) => Arc::clone(file),
        _ => Arc::new(SourceFile { path: "overdue.yaml".to_owned(), text: String::new() }),
    };
    let mut reader = reader::Reader::new(&file);
    let mut mentions = mention::Mentions::default();
    let start = if file.text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
    let mut places = Places::unread(&file);
    let settings = match yaml::parse(&file, start..file.text.len()) {
        Ok(node) => {
            places = Places::of(&file, &node);
            settings::settings(&node, &mut mentions, &mut reader)
        }
        Err(diagnostic) => {
            // Only the file's own mistake is reported, not the keys that it hides.
            let node = yaml::Node { value: yaml::Value::Null, span: 0..0 };
            let settings = settings::settings(&node, &mut mentions, &mut reader);
            reader.diagnostics = vec![*diagnostic];
            settings
        }
    };
    let folder = format!("themes/{}/", settings.theme);
    if settings.theme != BUILT_IN_THEME && tree.below(&folder).next().is_none() {
        let themes = tree.below("themes/").filter_map(|(path, _)| path.split('/').nth(1)).chain([BUILT_IN_THEME]);
        let help = match did_you_mean(&settings.theme, themes) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => format!("make the folder {folder}, or leave the key out for the built-in theme"),
        };
        let place = places.value(["theme"]).unwrap_or_else(|| places.head());
        reader.report(Diagnostic::new(Code::ReferenceUnknown, place, format!("there is no theme `{}`", settings.theme)).help(help));
    }
    let mut diagnostics = reader.diagnostics;
    for file in tree.texts("content/").filter(|file| !files::is_known_place(&file.path)) {
        let (message, help) = files::misplaced(&file.path);
        diagnostics.push(Diagnostic::new(Code::FileMisplaced, Place::start_of(file), message).help(help));
    }
    Configuration { settings, menu: Origin::of_settings(places, mentions), diagnostics }
}

/// The zone that a site's configuration names, for times given on the command line; UTC if it cannot be read.
pub fn zone_of(tree: &Tree) -> chrono_tz::Tz {
    read_settings(tree).settings.timezone
}

/// The configuration alone: what is wrong with it is reported when the site is read.
pub fn settings_of(tree: &Tree) -> Settings {
    read_settings(tree).settings
}

/// The theme that a site's configuration names; the built-in one if it names none.
pub fn theme_of(tree: &Tree) -> String {
    settings_of(tree).theme
}

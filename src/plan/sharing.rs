//! Which badges, embeds, cards and oEmbed answers there are, and at which address.
//!
//! A badge and an embed belong to a clock and are named as prose names it, `INCIDENT/CLOCK`: ids are unique and have been checked as
//! parts of an address. The clock of a duty has a slash in its id, which makes a folder more. Cards and oEmbed answers belong to an
//! incident's page, and are named by its slug. Embeds and badges to look at are made in each language of the incident's page; the
//! rest is in the language of the site. Each kind can be turned off in the configuration.
//!
//! Absent on purpose: what they show.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::{Page, PageKind, SiteModel};
use crate::clock::Clock;
use crate::model::{Id, Incident, Register};

/// The two forms of a badge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadgeForm {
    /// A picture.
    Svg,
    /// Data from which a service of badges draws one.
    Json,
}

impl BadgeForm {
    fn ending(self) -> &'static str {
        match self {
            BadgeForm::Svg => "svg",
            BadgeForm::Json => "json",
        }
    }
}

/// The path of a clock's badge in a language.
pub fn badge_path(world: &SiteModel, clock: &Clock, form: BadgeForm, language: &str) -> String {
    format!("badges/{}/{}{}.{}", clock.incident, clock.id, in_language(world, language), form.ending())
}

/// The path of a clock's page for frames in a language. All are in one folder, which alone may be framed.
pub fn embed_path(world: &SiteModel, clock: &Clock, language: &str) -> String {
    format!("embed/{}/{}{}/", clock.incident, clock.id, in_language(world, language))
}

/// What follows the name of a clock for a language that is not the site's own; no clock has an `@` in its name.
fn in_language(world: &SiteModel, language: &str) -> String {
    if language == world.settings.language { String::new() } else { format!("@{language}") }
}

/// The languages in which an incident has a page, and the site's own.
fn languages<'w>(world: &'w SiteModel, incident: &'w Incident) -> BTreeSet<&'w str> {
    let record = &incident.record;
    let translated = record.translations.keys().filter(|language| world.settings.languages.contains(language)).map(String::as_str);
    translated.chain([record.language.as_str(), world.settings.language.as_str()]).collect()
}

/// The path of the oEmbed answer about an incident's page.
pub fn oembed_path(incident: &Incident) -> String {
    format!("oembed/{}.json", incident.record.slug)
}

/// The path of the card of an incident, or of the site.
pub fn card_path(world: &SiteModel, incident: Option<&Incident>) -> String {
    match incident {
        Some(incident) => format!("cards/{}.png", incident.record.slug),
        None => format!("cards/{}.png", world.site_card),
    }
}

/// The name of the site's card, which is that of no incident.
pub(super) fn site_card(register: &Register) -> String {
    let mut name = "site".to_owned();
    while register.incidents.values().any(|incident| incident.record.slug.eq_ignore_ascii_case(&name)) {
        name.insert_str(0, "the-");
    }
    name
}

/// Everything that is made for sharing, with its path. Of two incidents with one address both are there.
pub(super) fn pages(world: &SiteModel) -> Vec<Page> {
    let outputs = world.settings.outputs;
    let own = &world.settings.language;
    let page = |path: String, language: &str, kind: PageKind| Page { path, language: language.to_owned(), kind };
    let site = outputs.cards.then(|| page(card_path(world, None), own, PageKind::Card(None)));
    let of_incident = |(id, incident): (&Id, &Incident)| {
        let mut pages = Vec::new();
        if outputs.cards {
            pages.push(page(card_path(world, Some(incident)), own, PageKind::Card(Some(id.clone()))));
        }
        let clocks = world.docket.of(id.as_str());
        if outputs.embeds && !clocks.is_empty() {
            pages.push(page(oembed_path(incident), own, PageKind::OEmbed(id.clone())));
        }
        let languages = languages(world, incident);
        for clock in clocks {
            let badge = |form: BadgeForm, language: &str| {
                page(badge_path(world, clock, form, language), language, PageKind::Badge(id.clone(), clock.id.clone(), form))
            };
            for language in &languages {
                if outputs.embeds {
                    pages.push(page(embed_path(world, clock, language), language, PageKind::Embed(id.clone(), clock.id.clone())));
                }
                if outputs.badges {
                    pages.push(badge(BadgeForm::Svg, language));
                }
            }
            if outputs.badges {
                pages.push(badge(BadgeForm::Json, own));
            }
        }
        pages
    };
    let of_incidents = world.register.incidents.par_iter().map(|(id, incident)| (id, &**incident)).flat_map_iter(of_incident);
    site.into_par_iter().chain(of_incidents).collect()
}

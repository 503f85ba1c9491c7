//! Which badges, embeds, cards and oEmbed answers there are, and at which address.
//!
//! A badge and an embed belong to a clock and are named as prose names it, `INCIDENT/CLOCK`: ids are unique and have been checked as
//! parts of an address. The clock of a duty has a slash in its id, which makes a folder more. Cards and oEmbed answers belong to an
//! incident's page, and are named by its slug. Each kind can be turned off in the configuration.
//!
//! Absent on purpose: what they show.

use rayon::prelude::*;

use super::{PageKind, World};
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

/// The path of a clock's badge.
pub fn badge_path(clock: &Clock, form: BadgeForm) -> String {
    format!("badges/{}/{}.{}", clock.incident, clock.id, form.ending())
}

/// The path of a clock's page for frames.
pub fn embed_path(clock: &Clock) -> String {
    format!("embed/{}/{}/", clock.incident, clock.id)
}

/// The path of the oEmbed answer about an incident's page.
pub fn oembed_path(incident: &Incident) -> String {
    format!("oembed/{}.json", incident.record.slug)
}

/// The path of the card of an incident, or of the site.
pub fn card_path(world: &World<'_>, incident: Option<&Incident>) -> String {
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
pub(super) fn pages(world: &World<'_>) -> Vec<(String, PageKind)> {
    let outputs = world.settings.outputs;
    let site = outputs.cards.then(|| (card_path(world, None), PageKind::Card(None)));
    let of_incident = |(id, incident): (&Id, &Incident)| {
        let mut pages = Vec::new();
        if outputs.cards {
            pages.push((card_path(world, Some(incident)), PageKind::Card(Some(id.clone()))));
        }
        let clocks = world.docket.of(id.as_str());
        if outputs.embeds && !clocks.is_empty() {
            pages.push((oembed_path(incident), PageKind::OEmbed(id.clone())));
        }
        for clock in clocks {
            if outputs.embeds {
                pages.push((embed_path(clock), PageKind::Embed(id.clone(), clock.id.clone())));
            }
            if outputs.badges {
                for form in [BadgeForm::Svg, BadgeForm::Json] {
                    pages.push((badge_path(clock, form), PageKind::Badge(id.clone(), clock.id.clone(), form)));
                }
            }
        }
        pages
    };
    let of_incidents = world.register.incidents.par_iter().map(|(id, incident)| (id, &**incident)).flat_map_iter(of_incident);
    site.into_par_iter().chain(of_incidents).collect()
}

//! Which badges, embeds, cards and oEmbed answers there are, and at which address.
//!
//! A badge and an embed belong to a clock and are named as prose names it, `INCIDENT/CLOCK`: ids
//! are unique and have been checked as parts of an address. The clock of a duty has a slash in its
//! id, which makes a folder more. Cards and oEmbed answers belong to an incident's page, and are
//! named by its slug. Embeds and badges to look at are made in each language of the incident's
//! page; the rest is in the language of the site. Each kind can be turned off in the configuration.
//!
//! Absent on purpose: what they show.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::{Output, OutputKind, PageKind};
use crate::clock::Clock;
use crate::model::{Id, Incident};
use crate::site::SiteModel;

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
pub fn badge_path(site: &SiteModel, clock: &Clock, form: BadgeForm, language: &str) -> String {
    format!(
        "badges/{}/{}{}.{}",
        clock.incident,
        clock.id,
        in_language(site, language),
        form.ending()
    )
}

/// The path of a clock's page for frames in a language. All are in one folder, which alone may be
/// framed.
pub fn embed_path(site: &SiteModel, clock: &Clock, language: &str) -> String {
    format!("embed/{}/{}{}/", clock.incident, clock.id, in_language(site, language))
}

/// What follows the name of a clock for a language that is not the site's own; no clock has an `@`
/// in its name.
fn in_language(site: &SiteModel, language: &str) -> String {
    if language == site.settings.language { String::new() } else { format!("@{language}") }
}

/// The languages in which an incident has a page, and the site's own.
fn languages<'w>(site: &'w SiteModel, incident: &'w Incident) -> BTreeSet<&'w str> {
    let record = &incident.record;
    let translated = record
        .translations
        .keys()
        .filter(|language| site.settings.languages.contains(language))
        .map(String::as_str);
    translated.chain([record.language.as_str(), site.settings.language.as_str()]).collect()
}

/// The path of the oEmbed answer about an incident's page.
pub fn oembed_path(incident: &Incident) -> String {
    format!("oembed/{}.json", incident.record.slug)
}

/// The path of the card of an incident, or of the site.
pub fn card_path(site: &SiteModel, incident: Option<&Incident>) -> String {
    match incident {
        Some(incident) => format!("cards/{}.png", incident.record.slug),
        None => format!("cards/{}.png", site.site_card),
    }
}

/// Everything that is made for sharing, with its path. Of two incidents with one address both are
/// there.
pub(super) fn outputs(site: &SiteModel) -> Vec<Output> {
    let wanted = site.settings.outputs;
    let own = &site.settings.language;
    let output = |path: String, language: &str, kind: OutputKind| Output {
        path,
        language: language.to_owned(),
        kind,
    };
    let of_site = wanted.cards.then(|| output(card_path(site, None), own, OutputKind::Card(None)));
    let of_incident = |(id, incident): (&Id, &Incident)| {
        let mut outputs = Vec::new();
        if wanted.cards {
            outputs.push(output(
                card_path(site, Some(incident)),
                own,
                OutputKind::Card(Some(id.clone())),
            ));
        }
        let clocks = site.docket.of(id.as_str());
        if wanted.embeds && !clocks.is_empty() {
            outputs.push(output(oembed_path(incident), own, OutputKind::OEmbed(id.clone())));
        }
        let languages = languages(site, incident);
        for clock in clocks {
            let badge = |form: BadgeForm, language: &str| {
                output(
                    badge_path(site, clock, form, language),
                    language,
                    OutputKind::Badge(id.clone(), clock.id.clone(), form),
                )
            };
            for language in &languages {
                if wanted.embeds {
                    outputs.push(output(
                        embed_path(site, clock, language),
                        language,
                        OutputKind::Page(PageKind::Embed(id.clone(), clock.id.clone())),
                    ));
                }
                if wanted.badges {
                    outputs.push(badge(BadgeForm::Svg, language));
                }
            }
            if wanted.badges {
                outputs.push(badge(BadgeForm::Json, own));
            }
        }
        outputs
    };
    let of_incidents = site
        .register
        .incidents
        .par_iter()
        .map(|(id, incident)| (id, &**incident))
        .flat_map_iter(of_incident);
    of_site.into_par_iter().chain(of_incidents).collect()
}

//! An incident → its card: the picture that other sites show beside a link.
//!
//! What the card says is laid out (`layout`) and written in fonts of ours (`font`): each glyph is
//! drawn once (`stamp`) and pressed onto a picture of few colours, which becomes a PNG (`picture`).
//! A card of an open clock carries the day for which it holds, and falls with its check as a badge
//! does: a picture that somebody keeps cannot be taken back. A card of a settled clock is the same
//! every day.
//!
//! Absent on purpose: fonts of the machine, which would draw other pictures elsewhere, and pictures
//! of the author's.

mod font;
mod layout;
mod picture;
mod stamp;

use super::svg::colour;
use crate::model::Id;
use crate::site::SiteModel;
use crate::view::Locale;

/// Renders the card of an incident, or of the site.
pub(super) fn render(site: &SiteModel, incident: Option<&Id>) -> Vec<u8> {
    let locale = Locale { site, language: &site.settings.language };
    let incident = incident.and_then(|id| site.register.incidents.get(id));
    let card =
        incident.and_then(|incident| locale.card(incident)).unwrap_or_else(|| locale.site_card());
    // Without a badge nothing on the card has a colour of its own.
    let accent = card.badge.as_ref().map_or("", |(_, class)| colour(class).light);
    layout::drawn(&card).png(accent)
}

//! A planned page → bytes.
//!
//! Rendering a page is a pure function of the world and the theme, so that pages are rendered in any order and in parallel.
//! HTML comes from the theme's templates (`theme`), data from views of its own (`data`), the calendar from the agenda's lines (`calendar`),
//! feeds from what `plan` announces (`feed`, `json_feed`).
//!
//! Absent on purpose: which pages there are, and writing them.

mod api;
mod badge;
mod calendar;
mod card;
mod csv;
mod data;
mod datapackage;
mod explain;
mod failure;
mod feed;
mod frame;
mod hosting;
mod html;
mod json_feed;
mod json_lines;
pub mod news;
mod oembed;
mod pieces;
mod run;
mod say;
mod sitemap;
mod statistics;
pub mod status;
mod svg;
mod tables;
mod text;
mod theme;
mod twin;

use crate::load::{Format, Input, Original};
use crate::plan::{FeedFormat, Page, PageKind, Plan, SiteModel};

pub use api::{TEMPLATE_API, declaration};
pub use calendar::calendar;
pub use explain::explain;
pub use failure::{RenderError, failures};
pub use theme::Theme;

/// The content of one file.
#[derive(Debug)]
pub enum Rendered {
    /// Its bytes.
    Bytes(Vec<u8>),
    /// It is a copy of this file.
    CopyOf(Original),
    /// It is a copy of this picture without what it says of its maker.
    PictureOf(Original, Format),
}

/// Renders one page.
///
/// # Errors
///
/// When a template of the theme fails.
pub fn render(world: &SiteModel, plan: &Plan, theme: &Theme, page: &Page) -> Result<Rendered, RenderError> {
    match &page.kind {
        PageKind::File(Input::Text(file)) => Ok(Rendered::Bytes(file.text.clone().into_bytes())),
        PageKind::File(Input::Bytes(bytes)) => Ok(Rendered::Bytes(bytes.to_vec())),
        PageKind::File(Input::Disk(original)) => Ok(Rendered::CopyOf(original.clone())),
        PageKind::File(Input::Picture(picture)) => Ok(match picture.strip {
            Some(format) => Rendered::PictureOf(picture.original.clone(), format),
            None => Rendered::CopyOf(picture.original.clone()),
        }),
        PageKind::Calendar => Ok(Rendered::Bytes(calendar::render(world).into_bytes())),
        PageKind::Badge(incident, clock, form) => Ok(Rendered::Bytes(badge::render(world, plan, &page.language, (incident, clock), *form))),
        PageKind::OEmbed(incident) => Ok(Rendered::Bytes(oembed::render(world, plan, incident))),
        PageKind::Card(incident) => Ok(Rendered::Bytes(card::render(world, plan, incident.as_ref()))),
        PageKind::Data(file) => Ok(Rendered::Bytes(data::render(world, plan, *file))),
        PageKind::Feed(of, FeedFormat::Atom) => Ok(Rendered::Bytes(feed::render(world, page, of))),
        PageKind::Feed(of, FeedFormat::Json) => Ok(Rendered::Bytes(json_feed::render(world, page, of))),
        PageKind::Map(part) => Ok(Rendered::Bytes(sitemap::render(world, plan, *part).into_bytes())),
        PageKind::Host(file) => Ok(Rendered::Bytes(hosting::render(world, plan, *file).into_bytes())),
        PageKind::Twin(page) => html::twin(world, plan, theme, page).map(Rendered::Bytes),
        _ => html::render(world, plan, theme, page).map(Rendered::Bytes),
    }
}

//! A planned page → bytes.
//!
//! Rendering a page is a pure function of the site and the theme, so that pages are rendered in
//! any order and in parallel. HTML comes from the theme's templates (`theme`), data from views of
//! its own (`data`), the calendar from the agenda's lines (`calendar`), feeds from what `plan`
//! announces (`feed`, `json_feed`).
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
mod headers;
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
use crate::plan::{FeedFormat, Output, OutputKind, Page, Plan, page_of};
use crate::site::SiteModel;

pub(crate) use json_lines::lines as json_lines;
pub(crate) use text::markdown as markdown_text;

pub use api::{TEMPLATE_API, declaration};
pub use calendar::calendar;
pub use explain::explain;
pub use failure::{RenderError, failures};
pub use headers::own_policy;
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

/// Renders one output.
///
/// # Errors
///
/// When a template of the theme fails.
pub fn render(
    site: &SiteModel,
    plan: &Plan,
    theme: &Theme,
    output: &Output,
) -> Result<Rendered, RenderError> {
    let Output { path, language, kind } = output;
    Ok(Rendered::Bytes(match kind {
        OutputKind::Page(kind) => html::render(site, plan, theme, Page { path, language, kind })?,
        OutputKind::Twin(kind) => {
            html::twin(site, plan, theme, Page { path: page_of(path), language, kind })?
        }
        OutputKind::Copy(input) => return Ok(copy(input)),
        OutputKind::Calendar => calendar::render(site).into_bytes(),
        OutputKind::Badge(incident, clock, form) => {
            badge::render(site, language, (incident, clock), *form)
        }
        OutputKind::OEmbed(incident) => oembed::render(site, incident),
        OutputKind::Card(incident) => card::render(site, incident.as_ref()),
        OutputKind::Data(file) => data::render(site, *file),
        OutputKind::Feed(of, FeedFormat::Atom) => feed::render(site, path, language, of),
        OutputKind::Feed(of, FeedFormat::Json) => json_feed::render(site, path, language, of),
        OutputKind::Map(part) => sitemap::render(site, plan, *part).into_bytes(),
        OutputKind::Host(file) => hosting::render(site, plan, *file).into_bytes(),
    }))
}

fn copy(input: &Input) -> Rendered {
    match input {
        Input::Text(file) => Rendered::Bytes(file.text.clone().into_bytes()),
        Input::Bytes(bytes) => Rendered::Bytes(bytes.to_vec()),
        Input::Disk(original) => Rendered::CopyOf(original.clone()),
        Input::Picture(picture) => match picture.strip {
            Some(format) => Rendered::PictureOf(picture.original.clone(), format),
            None => Rendered::CopyOf(picture.original.clone()),
        },
    }
}

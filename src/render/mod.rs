//! A planned page → bytes.
//!
//! Rendering a page is a pure function of the world and the theme, so that pages are rendered in any order and in parallel.
//! HTML comes from the theme's templates (`theme`), data from views of its own (`data`), the calendar from the agenda's lines (`calendar`).
//!
//! Absent on purpose: which pages there are, and writing them.

mod calendar;
mod csv;
mod data;
mod explain;
mod html;
pub mod news;
mod say;
mod statistics;
pub mod status;
mod text;
mod theme;

use std::fmt;
use std::path::PathBuf;

use crate::load::Input;
use crate::plan::{Page, PageKind, Plan, World};

pub use calendar::calendar;
pub use explain::explain;
pub use theme::Theme;

/// The content of one file.
#[derive(Debug)]
pub enum Rendered {
    /// Its bytes.
    Bytes(Vec<u8>),
    /// It is a copy of this file.
    CopyOf(PathBuf),
}

/// A template that failed on a page.
#[derive(Debug)]
pub struct RenderError {
    /// The page's path.
    pub page: String,
    /// The template engine's report: sentence, place in the template, line.
    pub report: String,
}

impl fmt::Display for RenderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "/{} cannot be made: {}", self.page, self.report)
    }
}

impl std::error::Error for RenderError {}

/// Renders one page.
///
/// # Errors
///
/// When a template of the theme fails.
pub fn render(world: &World<'_>, plan: &Plan, theme: &Theme, page: &Page) -> Result<Rendered, RenderError> {
    match &page.kind {
        PageKind::File(Input::Text(file)) => Ok(Rendered::Bytes(file.text.clone().into_bytes())),
        PageKind::File(Input::Bytes(bytes)) => Ok(Rendered::Bytes(bytes.to_vec())),
        PageKind::File(Input::Disk(path)) => Ok(Rendered::CopyOf(path.clone())),
        PageKind::Calendar => Ok(Rendered::Bytes(calendar::render(world).into_bytes())),
        PageKind::Data(file) => Ok(Rendered::Bytes(data::render(world, plan, *file))),
        _ => html::render(world, plan, theme, page).map(Rendered::Bytes),
    }
}

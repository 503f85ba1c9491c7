//! The parts of the frame that pages share, each rendered once: `{{ frame.mast }}`.
//!
//! They see `site`, `words` and as `page` what a [`FrameView`] holds. A site has a handful of
//! frames and many thousand pages. Absent on purpose: the frame itself, `base.html`, which puts
//! these parts and what is the page's own together.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use tera::{Context, Map, Value};

use super::Theme;
use super::failure::RenderError;
use crate::plan::Page;
use crate::site::SiteModel;
use crate::view::{FrameView, PageView};

/// Each part with its template.
const PARTS: [(&str, &str); 5] = [
    ("assets", "parts/assets.html"),
    ("body", "parts/body.html"),
    ("mast", "parts/mast.html"),
    ("late", "parts/late.html"),
    ("foot", "parts/foot.html"),
];

/// The frames that were rendered, by language.
#[derive(Debug, Default)]
pub(super) struct Frames(Mutex<HashMap<(String, FrameView), Value>>);

/// The parts of the frame of a page by name.
///
/// # Errors
///
/// When a template fails.
pub(super) fn frame(
    site: &SiteModel,
    theme: &Theme,
    page: Page<'_>,
    page_view: &PageView,
) -> Result<Value, RenderError> {
    let view = FrameView::of(page_view, theme.menu(page.language));
    let key = (page.language.to_owned(), view);
    if let Some(known) = theme.frames.0.lock().unwrap_or_else(PoisonError::into_inner).get(&key) {
        return Ok(known.clone());
    }
    let mut context = Context::new();
    context.insert("page", &key.1);
    context.insert_value("site", theme.site(page.language));
    context.insert_value("words", theme.words(site.words(page.language)));
    let mut parts = Map::new();
    for (name, template) in PARTS {
        let html = theme.run(template, &context, page)?;
        parts.insert(name.into(), Value::safe_string(&String::from_utf8_lossy(&html)));
    }
    let parts = Value::from(parts);
    theme.frames.0.lock().unwrap_or_else(PoisonError::into_inner).insert(key, parts.clone());
    Ok(parts)
}

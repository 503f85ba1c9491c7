//! A page → what it shares with others: the way to the root, the entry of the menu under which it
//! stands, whether it has a day.

use serde::Serialize;

use super::{DateView, Link, PageView};

/// What the parts of the frame see as `page`. Pages for which it is the same share these parts.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, schemars::JsonSchema)]
pub struct FrameView {
    /// The way from the page to the root of the site.
    pub root: String,
    /// The day for which it was built, on pages that show anything that the day decides.
    pub as_of: Option<DateView>,
    /// For each entry of the menu what `aria-current` says of it: `page` where it is this page,
    /// `true` where the page stands below it.
    pub current: Vec<&'static str>,
    /// The path of the feed of the whole site; empty without one.
    pub feed: String,
}

impl FrameView {
    /// The frame of a page in a site with this menu, whose first entry is the home page.
    pub fn of(page: &PageView, menu: &[Link]) -> Self {
        let is_entry = menu.iter().any(|entry| entry.path == page.path);
        let home = menu.first().map_or("", |entry| entry.path.as_str());
        let current = |entry: &Link| {
            if entry.path == page.path {
                "page"
            } else if !is_entry && entry.path != home && page.path.starts_with(&entry.path) {
                "true"
            } else {
                ""
            }
        };
        Self {
            root: page.root.clone(),
            as_of: page.as_of.clone(),
            current: menu.iter().map(current).collect(),
            feed: page
                .formats
                .iter()
                .find(|format| format.is_site_feed)
                .map_or_else(String::new, |format| format.path.clone()),
        }
    }
}

//! A page → the addresses at which programs find the same, and what is new.

use serde::Serialize;

use crate::model::Kind;
use crate::plan::announcements::feed_title;
use crate::plan::pages::twin_of;
use crate::plan::{FeedOf, Page, PageKind, SiteModel, href};

/// Something for programs that belongs to a page: a feed, or the page as data.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct FormatView {
    /// `application/atom+xml`, `application/feed+json` or `application/json`.
    pub media_type: String,
    /// The name of a feed; empty for the page as data.
    pub title: String,
    /// Its path.
    pub path: String,
    /// Whether it is the feed of the whole site that most readers' programs understand.
    pub is_site_feed: bool,
}

/// The formats of a page, its own before those of the whole site.
pub(super) fn formats(world: &SiteModel, page: &Page) -> Vec<FormatView> {
    let mut formats = Vec::new();
    let outputs = world.settings.outputs;
    let mut add = |media_type: &str, title: String, path: &str, is_site_feed: bool| {
        formats.push(FormatView { media_type: media_type.to_owned(), title, path: href(path), is_site_feed });
    };
    if outputs.feeds {
        let own = match &page.kind {
            PageKind::Record(kind @ Kind::Incident, id) => Some((*kind, id, FeedOf::Incident(id.clone()))),
            PageKind::Record(kind @ Kind::Organisation, id) => Some((*kind, id, FeedOf::Organisation(id.clone()))),
            _ => None,
        };
        if let Some((kind, id, of)) = own
            && let Some(path) = world.path_of(kind, id)
        {
            add(ATOM, feed_title(world, &of), &format!("{path}feed.xml"), false);
        }
        if matches!(page.kind, PageKind::Corrections(_)) {
            add(ATOM, feed_title(world, &FeedOf::Corrections), "corrections.xml", false);
        }
        add(ATOM, feed_title(world, &FeedOf::Site), "feed.xml", true);
        add("application/feed+json", feed_title(world, &FeedOf::Site), "feed.json", false);
    }
    if outputs.twins && page.kind.is_read() {
        add("application/json", String::new(), &twin_of(&page.path), false);
    }
    formats
}

const ATOM: &str = "application/atom+xml";

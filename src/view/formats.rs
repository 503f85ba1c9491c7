//! A page → the addresses at which programs find the same, and what is new.

use serde::Serialize;

use super::announcements::feed_title;
use crate::model::Kind;
use crate::plan::{FeedOf, Page, PageKind, twin_of};
use crate::site::{SiteModel, href};

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
pub(super) fn formats(site: &SiteModel, page: Page<'_>) -> Vec<FormatView> {
    let mut formats = Vec::new();
    let outputs = site.settings.outputs;
    let mut add = |media_type: &str, title: String, path: &str, is_site_feed: bool| {
        formats.push(FormatView {
            media_type: media_type.to_owned(),
            title,
            path: href(path),
            is_site_feed,
        });
    };
    if outputs.feeds {
        let own = match page.kind {
            PageKind::Record(kind @ Kind::Incident, id) => {
                Some((*kind, id, FeedOf::Incident(id.clone())))
            }
            PageKind::Record(kind @ Kind::Organisation, id) => {
                Some((*kind, id, FeedOf::Organisation(id.clone())))
            }
            PageKind::Record(Kind::Response | Kind::Article | Kind::Page, _)
            | PageKind::Docket(_)
            | PageKind::Sorted(..)
            | PageKind::List(..)
            | PageKind::Groups(..)
            | PageKind::Group(..)
            | PageKind::Agenda(_)
            | PageKind::Regimes
            | PageKind::Regime(_)
            | PageKind::Statistics
            | PageKind::Search
            | PageKind::NotFound
            | PageKind::Redirect(_)
            | PageKind::Corrections(_)
            | PageKind::Embed(..) => None,
        };
        if let Some((kind, id, of)) = own
            && let Some(path) = site.path_of(kind, id)
        {
            add(ATOM, feed_title(site, &of), &format!("{path}feed.xml"), false);
        }
        if matches!(page.kind, PageKind::Corrections(_)) {
            add(ATOM, feed_title(site, &FeedOf::Corrections), "corrections.xml", false);
        }
        add(ATOM, feed_title(site, &FeedOf::Site), "feed.xml", true);
        add("application/feed+json", feed_title(site, &FeedOf::Site), "feed.json", false);
    }
    if outputs.twins && page.kind.is_read() {
        add("application/json", String::new(), &twin_of(page.path), false);
    }
    formats
}

const ATOM: &str = "application/atom+xml";

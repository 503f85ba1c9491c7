//! A feed → JSON Feed 1.1, with the same entries under the same names as in Atom.

use serde::Serialize;

use super::feed::identity;
use crate::plan::FeedOf;
use crate::site::{SiteModel, href};
use crate::view::{Feed, feed};

#[derive(Serialize)]
struct JsonFeed<'a> {
    version: &'static str,
    title: &'a str,
    home_page_url: String,
    feed_url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    authors: [Author<'a>; 1],
    language: &'a str,
    items: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Author<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
}

#[derive(Serialize)]
struct Item<'a> {
    id: String,
    url: String,
    title: &'a str,
    content_text: &'a str,
    date_published: String,
    date_modified: String,
    tags: [&'a str; 1],
}

/// Writes a feed at `path`.
pub(super) fn render(site: &SiteModel, path: &str, language: &str, of: &FeedOf) -> Vec<u8> {
    let settings = &site.settings;
    let Feed { title, home, entries, .. } = feed(site, of);
    let author = match &settings.publisher {
        Some(publisher) => Author { name: &publisher.name, url: publisher.url.as_deref() },
        None => Author { name: &settings.title, url: None },
    };
    let feed = JsonFeed {
        version: "https://jsonfeed.org/version/1.1",
        title: &title,
        home_page_url: format!("{}{home}", settings.url),
        feed_url: format!("{}{}", settings.url, href(path)),
        description: settings.description.as_deref(),
        authors: [author],
        language,
        items: entries
            .iter()
            .map(|entry| Item {
                id: identity(entry, &settings.url),
                url: format!("{}{}", settings.url, entry.path),
                title: &entry.title,
                // An item without content is not valid.
                content_text: if entry.text.is_empty() { &entry.title } else { &entry.text },
                date_published: entry.at.to_rfc3339(),
                date_modified: entry.updated.to_rfc3339(),
                tags: [entry.kind],
            })
            .collect(),
    };
    // Strings and lists of them always serialise.
    let mut out = serde_json::to_vec_pretty(&feed).unwrap_or_default();
    out.push(b'\n');
    out
}

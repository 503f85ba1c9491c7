//! A feed → Atom (RFC 4287).
//!
//! Every text is plain and escaped; characters that XML 1.0 forbids are left out, and there is no
//! document type declaration. The feed was updated when the last of its entries was.
//!
//! Absent on purpose: which entries there are, the day of the build, HTML.

use atom_syndication::{Category, Entry, Feed as Atom, Generator, Link, Person, Text};

use super::text::xml;
use crate::plan::FeedOf;
use crate::site::{SiteModel, href};
use crate::view::{Announcement, Feed, feed};

/// Writes a feed at `path`.
pub(super) fn render(site: &SiteModel, path: &str, language: &str, of: &FeedOf) -> Vec<u8> {
    let settings = &site.settings;
    let Feed { title, home, updated, entries } = feed(site, of);
    let url = |path: &str| format!("{}{path}", settings.url);
    let own = url(&href(path));
    let author = match &settings.publisher {
        Some(publisher) => Person {
            name: xml(&publisher.name),
            email: publisher.email.as_deref().map(xml),
            uri: publisher.url.as_deref().map(xml),
            ..Person::default()
        },
        None => Person { name: xml(&settings.title), ..Person::default() },
    };
    let atom = Atom {
        title: Text::plain(xml(&title)),
        id: own.clone(),
        updated: updated.fixed_offset(),
        authors: vec![author],
        generator: Some(Generator { value: "Overdue".to_owned(), ..Generator::default() }),
        links: vec![
            link("self", own, "application/atom+xml"),
            link("alternate", url(&home), "text/html"),
        ],
        subtitle: settings
            .description
            .as_deref()
            .filter(|_| *of == FeedOf::Site)
            .map(|text| Text::plain(xml(text))),
        entries: entries.iter().map(|entry| entry_of(entry, &settings.url)).collect(),
        lang: Some(language.to_owned()),
        ..Atom::default()
    };
    let mut out = atom.write_to(Vec::new()).unwrap_or_default();
    out.push(b'\n');
    out
}

fn entry_of(entry: &Announcement, site: &str) -> Entry {
    let at = entry.at.fixed_offset();
    Entry {
        title: Text::plain(xml(&entry.title)),
        id: identity(entry, site),
        updated: entry.updated.fixed_offset(),
        published: Some(at),
        categories: vec![Category { term: entry.kind.to_owned(), ..Category::default() }],
        links: vec![link("alternate", format!("{site}{}", entry.path), "text/html")],
        summary: Some(Text::plain(xml(&entry.text))),
        ..Entry::default()
    }
}

/// The name of an entry for good: an address below that of the site, which no file needs to have.
pub(super) fn identity(entry: &Announcement, site: &str) -> String {
    format!("{site}feed.xml#{}", href(&entry.key))
}

fn link(rel: &str, href: String, media_type: &str) -> Link {
    Link { rel: rel.to_owned(), href, mime_type: Some(media_type.to_owned()), ..Link::default() }
}

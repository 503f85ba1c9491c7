//! The pages that are there to be read → the map of the site (sitemaps.org), in parts of 50,000
//! addresses.
//!
//! A page is dated where its record says when it was last changed, put right or published. A count
//! that goes on is no change.
//!
//! Absent on purpose: drafts, redirects, the day of the build, how often a page changes and how
//! important it is.

use std::fmt::Write as _;

use chrono::NaiveDate;

use super::text::html;
use crate::model::{Kind, Moment};
use crate::plan::{MAP_ENTRIES, MapPart, Output, Page, PageKind, Plan, is_mapped};
use crate::site::{SiteModel, href};
use crate::view::alternates;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/// Writes a part of the map, or the list of its parts.
pub(super) fn render(site: &SiteModel, plan: &Plan, part: MapPart) -> String {
    match part {
        MapPart::Index(count) => {
            let mut out = format!(
                "{HEAD}<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
            );
            for number in 0..count {
                // Writing to a string cannot fail.
                let _ = writeln!(
                    out,
                    "<sitemap><loc>{}{}</loc></sitemap>",
                    html(&site.settings.url),
                    MapPart::Part(number).path()
                );
            }
            out.push_str("</sitemapindex>\n");
            out
        }
        MapPart::Whole => urls(site, plan, 0),
        MapPart::Part(number) => urls(site, plan, number),
    }
}

fn urls(site: &SiteModel, plan: &Plan, part: usize) -> String {
    let mut out = format!(
        "{HEAD}<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n"
    );
    let mapped = plan.outputs.iter().filter(|output| is_mapped(site, output));
    let pages = mapped.skip(part * MAP_ENTRIES).take(MAP_ENTRIES).filter_map(Output::page);
    for page in pages {
        // A path in a link is fit for markup; the address of the site is not yet.
        let address = html(&site.settings.url);
        let _ = write!(out, "<url><loc>{address}{}</loc>", href(page.path));
        if let Some(day) = changed(site, page) {
            let _ = write!(out, "<lastmod>{day}</lastmod>");
        }
        for other in alternates(site, page) {
            let (language, path) = (html(&other.language), &other.path);
            let _ = write!(
                out,
                "<xhtml:link rel=\"alternate\" hreflang=\"{language}\" href=\"{address}{path}\"/>"
            );
        }
        out.push_str("</url>\n");
    }
    out.push_str("</urlset>\n");
    out
}

/// The last day on which a record was changed, put right or published, as far as it says.
fn changed(site: &SiteModel, page: Page<'_>) -> Option<NaiveDate> {
    let PageKind::Record(kind, id) = page.kind else { return None };
    let register = &site.register;
    let record = register.record(*kind, id.as_str())?;
    let date = match kind {
        Kind::Article => register.articles.get(id).map(|article| &article.date),
        Kind::Response => register.responses.get(id).and_then(|response| response.date.as_ref()),
        Kind::Incident | Kind::Organisation | Kind::Page => None,
    };
    let published = date
        .filter(|date: &&Moment| !date.is_imprecise())
        .map(|date| date.first_day(record.timezone));
    record
        .corrections
        .iter()
        .map(|correction| correction.date)
        .chain(record.updated)
        .chain(published)
        .max()
}

//! What hosts and robots read: headers, redirects, and where the map of the site is.
//!
//! `_headers` and `_redirects` are in the form that Netlify and Cloudflare Pages read, at the top
//! of what is published. Paths in them are from the root of the host; those of a site below a path
//! begin with that path.

use std::fmt::Write as _;

use super::headers::{HeaderRule, headers};
use crate::plan::{HostFile, OutputKind, PageKind, Plan};
use crate::site::{SiteModel, base_path, href};

/// Writes one of the files.
pub(super) fn render(site: &SiteModel, plan: &Plan, file: HostFile) -> String {
    match file {
        HostFile::Headers => headers_file(&headers(site, plan)),
        HostFile::Redirects => redirects(site, plan),
        HostFile::NoJekyll => String::new(),
        HostFile::Robots => {
            format!("User-agent: *\nDisallow:\n\nSitemap: {}sitemap.xml\n", site.settings.url)
        }
    }
}

fn headers_file(rules: &[HeaderRule]) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    for rule in rules {
        for path in &rule.paths {
            let _ = writeln!(out, "{path}");
            for (name, value) in &rule.headers {
                let _ = writeln!(out, "  {name}: {value}");
            }
        }
    }
    out
}

/// Old addresses. One that the form would take for a pattern is left to its page, which leads on as
/// well.
fn redirects(site: &SiteModel, plan: &Plan) -> String {
    let base = base_path(&site.settings.url);
    let mut out = String::new();
    for output in &plan.outputs {
        let OutputKind::Page(PageKind::Redirect(to)) = &output.kind else { continue };
        let (from, to) = (href(&output.path), href(to));
        if !from.contains([':', '*', '&', '#', '?']) {
            let _ = writeln!(out, "{base}{from} {base}{to} 301");
        }
    }
    out
}

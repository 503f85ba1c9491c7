//! What a browser may do with the pages and files of a site: one list of headers, for whatever host
//! it is written.
//!
//! A page loads from its own site alone, and nothing in it is run that is not a file of the site.
//! No page is shown inside another site but those made for it, and whoever asks may read the data.
//!
//! A file of `static/` that a browser or a server could run may only be shown. It has a policy of
//! its own; the preview sends the same, and a bucket, which knows no policies, is told that the
//! file is to be saved.
//!
//! A host that finds several rules for one address may join their values, so that no header is in
//! two rules that meet; but of policies that meet all hold.
//!
//! Absent on purpose: transport security, which is for the host to say, who knows what else is
//! served under its name.

use std::collections::BTreeSet;

use crate::model::{Kind, Outputs};
use crate::plan::{Output, OutputKind, PageKind, Plan};
use crate::site::{SiteModel, base_path, href};
use crate::view::content_policy;

/// Headers for some addresses.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct HeaderRule {
    /// Paths from the root of the host; `*` stands for the rest of a path, `:name` for one segment.
    pub(super) paths: Vec<String>,
    /// Names and values.
    pub(super) headers: Vec<(&'static str, String)>,
}

/// What a file of `static/` may do that could run: be shown, with styles and pictures, on its own.
const SHOWN_ONLY: &str = "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; base-uri 'none'; \
                          form-action 'none'; frame-ancestors 'none'; sandbox";

/// The policy of a file of the site that has one of its own; nothing where the editor's own file of
/// headers says what holds.
pub fn own_policy(plan: &Plan, file: &str) -> Option<&'static str> {
    let is_ours =
        plan.output_in("_headers").is_some_and(|output| matches!(output.kind, OutputKind::Host(_)));
    (is_ours && plan.programs.contains(file)).then_some(SHOWN_ONLY)
}

/// The headers of a site.
pub(super) fn headers(site: &SiteModel, plan: &Plan) -> Vec<HeaderRule> {
    let settings = &site.settings;
    let base = base_path(&settings.url);
    let rule = |paths: Vec<String>, headers: &[(&'static str, &str)]| HeaderRule {
        paths: paths.iter().map(|path| format!("{base}{path}")).collect(),
        headers: headers.iter().map(|(name, value)| (*name, (*value).to_owned())).collect(),
    };
    let policy = content_policy(settings);
    let mut rules = vec![
        rule(
            vec!["*".to_owned()],
            &[
                ("X-Content-Type-Options", "nosniff"),
                ("Referrer-Policy", "strict-origin-when-cross-origin"),
                (
                    "Permissions-Policy",
                    "browsing-topics=(), camera=(), geolocation=(), microphone=(), payment=(), usb=()",
                ),
                ("Cross-Origin-Opener-Policy", "same-origin"),
            ],
        ),
        rule(
            places(plan),
            &[("Content-Security-Policy", &format!("{policy}; frame-ancestors 'none'"))],
        ),
    ];
    if settings.outputs.embeds {
        rules.push(rule(
            vec!["embed/*".to_owned()],
            &[("Content-Security-Policy", &format!("{policy}; frame-ancestors *"))],
        ));
    }
    rules.push(rule(
        open(settings.outputs),
        &[("Access-Control-Allow-Origin", "*"), ("Cross-Origin-Resource-Policy", "cross-origin")],
    ));
    let named_by_content =
        plan.assets.iter().filter(|(name, path)| **path != format!("assets/{name}"));
    let lasting: Vec<String> = named_by_content.map(|(_, path)| path.clone()).collect();
    rules.push(rule(lasting, &[("Cache-Control", "public, max-age=31536000, immutable")]));
    // The last, as some hosts read a hundred rules and no more.
    rules.push(rule(
        plan.programs.iter().flat_map(|file| addresses_of(file)).collect(),
        &[("Content-Security-Policy", SHOWN_ONLY)],
    ));
    rules
}

/// The addresses at which hosts serve a file: of a page also without its ending.
fn addresses_of(file: &str) -> Vec<String> {
    let address = href(file);
    let mut addresses = vec![address.clone()];
    if let Some(short) = address.strip_suffix(".html").or_else(|| address.strip_suffix(".htm")) {
        addresses.push(short.to_owned());
        addresses.extend(
            short
                .strip_suffix("index")
                .filter(|folder| folder.is_empty() || folder.ends_with('/'))
                .map(str::to_owned),
        );
    }
    addresses
}

/// Where there are pages, other than those made to be shown inside other sites.
fn places(plan: &Plan) -> Vec<String> {
    let mut places = BTreeSet::from(["index.html".to_owned()]);
    let pages = plan.outputs.iter().filter_map(Output::page);
    for page in pages.filter(|page| page.kind.is_read() || matches!(page.kind, PageKind::NotFound))
    {
        match page.path.split_once('/') {
            Some(("embed", _)) => {}
            Some((folder, _)) => {
                places.insert(format!("{folder}/*"));
            }
            None => {
                places.insert(page.path.to_owned());
            }
        }
    }
    places.into_iter().collect()
}

/// What other sites may read: data, feeds, and what is made for them.
fn open(outputs: Outputs) -> Vec<String> {
    let mut open = vec!["data/*".to_owned()];
    let mut add = |made: bool, paths: &[&str]| {
        if made {
            open.extend(paths.iter().map(|path| (*path).to_owned()));
        }
    };
    add(outputs.badges, &["badges/*"]);
    add(outputs.cards, &["cards/*"]);
    add(outputs.embeds, &["oembed/*"]);
    add(
        outputs.feeds,
        &[
            "agenda.ics",
            "corrections.xml",
            "feed.json",
            "feed.xml",
            "incidents/:slug/feed.xml",
            "organisations/:slug/feed.xml",
        ],
    );
    if outputs.twins {
        open.push("index.json".to_owned());
        open.extend(Kind::ALL.iter().map(|kind| format!("{}/:slug/index.json", kind.folder())));
    }
    open
}

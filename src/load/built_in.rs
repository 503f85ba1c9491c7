//! What is part of the program: the built-in theme, calendars of public holidays, and reporting duties.
//!
//! A file that is missing here is found by a test that compares the lists with the folders.

/// The name of the theme that is part of the program.
pub const BUILT_IN_THEME: &str = "ledger";

macro_rules! theme {
    ($($path:literal),* $(,)?) => {
        &[$(($path, include_bytes!(concat!("../../themes/ledger/", $path)))),*]
    };
}

macro_rules! data {
    ($kind:literal: $($id:literal),* $(,)?) => {
        &[$(($id, include_str!(concat!("built_in/", $kind, "/", $id, ".yaml")))),*]
    };
}

/// Every file of the built-in theme, by its path within the theme.
pub fn built_in_theme() -> &'static [(&'static str, &'static [u8])] {
    theme![
        "static/fonts/OFL-newsreader.txt",
        "static/fonts/OFL-public-sans.txt",
        "static/fonts/newsreader-latin-wght-normal.woff2",
        "static/fonts/public-sans-latin-wght-normal.woff2",
        "static/docket.js",
        "static/embed.css",
        "static/icon.svg",
        "static/live.js",
        "static/search.js",
        "static/style.css",
        "templates/404.html",
        "templates/agenda.html",
        "templates/article.html",
        "templates/base.html",
        "templates/blocks/compare.html",
        "templates/blocks/counter.html",
        "templates/blocks/timeline.html",
        "templates/corrections.html",
        "templates/docket.html",
        "templates/embed.html",
        "templates/incident.html",
        "templates/list.html",
        "templates/organisation.html",
        "templates/page.html",
        "templates/parts/assets.html",
        "templates/parts/body.html",
        "templates/parts/compare.html",
        "templates/parts/counter.html",
        "templates/parts/crumbs.html",
        "templates/parts/curve.html",
        "templates/parts/docket.html",
        "templates/parts/evidence.html",
        "templates/parts/filter.html",
        "templates/parts/foot.html",
        "templates/parts/history.html",
        "templates/parts/impact.html",
        "templates/parts/items.html",
        "templates/parts/late.html",
        "templates/parts/mast.html",
        "templates/parts/median.html",
        "templates/parts/meta.html",
        "templates/parts/pages.html",
        "templates/parts/prose.html",
        "templates/parts/ranking.html",
        "templates/parts/share.html",
        "templates/parts/shares.html",
        "templates/parts/sort.html",
        "templates/parts/timeline.html",
        "templates/parts/title.html",
        "templates/parts/ungrouped.html",
        "templates/parts/words.html",
        "templates/parts/years.html",
        "templates/redirect.html",
        "templates/regime.html",
        "templates/regimes.html",
        "templates/response.html",
        "templates/search.html",
        "templates/sorted.html",
        "templates/statistics.html",
        "words/en.ftl",
        "words/fr.ftl",
        "words/ko.ftl",
    ]
}

/// Every built-in calendar of public holidays, by id, as YAML.
pub fn built_in_calendars() -> &'static [(&'static str, &'static str)] {
    data!["calendars":
        "at", "au", "be", "br", "ca", "de", "de-bb", "de-be", "de-bw", "de-by", "de-hb", "de-he", "de-hh", "de-mv", "de-ni",
        "de-nw", "de-rp", "de-sh", "de-sl", "de-sn", "de-st", "de-th", "dk", "es", "eu-commission", "eu-target", "fi", "fr",
        "fr-alsace-moselle", "gb-any-part", "gb-england-wales", "gb-northern-ireland", "gb-scotland", "gr", "ie", "in", "it",
        "jp", "jp-administrative", "kr", "lu", "nl", "no", "nz", "pl", "pt", "se", "sg", "us-edgar", "us-federal", "us-wa", "za",
    ]
}

/// Every built-in reporting duty, by id, as YAML.
pub fn built_in_regimes() -> &'static [(&'static str, &'static str)] {
    data!["regimes":
        "au-ndb", "au-soci-2b-other", "au-soci-2b", "ca-crtc-2025-225", "ca-crtc-interim", "entsoe-ics-3", "eu-dora-art19",
        "eu-gdpr-33", "eu-nis2", "eu-seveso-art18", "gr-rail", "icao-annex13-preliminary",
        "icao-annex13", "ie-mcib", "in-certin", "jp-tba-serious", "kr-bcdf", "no-rail", "uk-csr-bill", "uk-nis-2018",
        "uk-raib-notify", "uk-raib-reg11", "us-circia", "us-fcc-nors", "us-ntsb", "us-sec-8k-105", "us-wa-breach",
    ]
}

//! What is part of the program: the built-in theme, calendars of public holidays, and reporting
//! duties.
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
        "templates/parts/promises.html",
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
        "words/en/account.ftl",
        "words/en/agenda.ftl",
        "words/en/comparison.ftl",
        "words/en/corrections.ftl",
        "words/en/counters.ftl",
        "words/en/docket.ftl",
        "words/en/documents.ftl",
        "words/en/duties.ftl",
        "words/en/feeds.ftl",
        "words/en/frame.ftl",
        "words/en/language.ftl",
        "words/en/limits.ftl",
        "words/en/records.ftl",
        "words/en/search.ftl",
        "words/en/sectors.ftl",
        "words/en/series.ftl",
        "words/en/sharing.ftl",
        "words/en/standings.ftl",
        "words/en/statistics.ftl",
        "words/fr/account.ftl",
        "words/fr/agenda.ftl",
        "words/fr/comparison.ftl",
        "words/fr/corrections.ftl",
        "words/fr/counters.ftl",
        "words/fr/docket.ftl",
        "words/fr/documents.ftl",
        "words/fr/duties.ftl",
        "words/fr/feeds.ftl",
        "words/fr/frame.ftl",
        "words/fr/language.ftl",
        "words/fr/limits.ftl",
        "words/fr/records.ftl",
        "words/fr/search.ftl",
        "words/fr/sectors.ftl",
        "words/fr/series.ftl",
        "words/fr/sharing.ftl",
        "words/fr/standings.ftl",
        "words/fr/statistics.ftl",
        "words/ko/account.ftl",
        "words/ko/agenda.ftl",
        "words/ko/comparison.ftl",
        "words/ko/corrections.ftl",
        "words/ko/counters.ftl",
        "words/ko/docket.ftl",
        "words/ko/documents.ftl",
        "words/ko/duties.ftl",
        "words/ko/feeds.ftl",
        "words/ko/frame.ftl",
        "words/ko/language.ftl",
        "words/ko/limits.ftl",
        "words/ko/records.ftl",
        "words/ko/search.ftl",
        "words/ko/sectors.ftl",
        "words/ko/series.ftl",
        "words/ko/sharing.ftl",
        "words/ko/standings.ftl",
        "words/ko/statistics.ftl",
    ]
}

/// Every built-in calendar of public holidays, by id, as YAML.
pub fn built_in_calendars() -> &'static [(&'static str, &'static str)] {
    data!["calendars":
        "at", "au", "be", "br", "ca", "de", "de-bb", "de-be", "de-bw", "de-by", "de-hb", "de-he", "de-hh", "de-mv", "de-ni",
        "de-nw", "de-rp", "de-sh", "de-sl", "de-sn", "de-st", "de-th", "dk", "es", "eu-commission", "eu-target", "fi", "fr",
        "fr-alsace-moselle", "gb-any-part", "gb-england-wales", "gb-northern-ireland", "gb-scotland", "gr", "ie", "in",
        "it", "jp", "jp-administrative", "kr", "lu", "nl", "no", "nz", "pl", "pt", "se", "sg", "us-edgar", "us-federal",
        "us-wa", "weekends", "za",
    ]
}

/// Every built-in reporting duty, by id, as YAML.
pub fn built_in_regimes() -> &'static [(&'static str, &'static str)] {
    data!["regimes":
        "au-apra-cps-234", "au-ndb", "au-senate-reply", "au-soci-2b", "au-soci-2b-other", "ca-committee-reply",
        "ca-crtc-2025-225", "ca-crtc-interim", "de-bsig-32", "entsoe-ics-3", "eu-ai-act-73", "eu-air-996", "eu-cer",
        "eu-cra", "eu-cra-vulnerability", "eu-dora-art19", "eu-gdpr-33", "eu-marine", "eu-nis2", "eu-rail",
        "eu-seveso-art18", "icao-annex13", "icao-annex13-preliminary", "ie-mcib", "in-certin", "jp-appi-8",
        "jp-tba-serious", "kr-bcdf", "kr-network-act-48-3", "kr-pipa-34", "no-rail", "sg-mas-trm", "uk-committee-reply",
        "uk-coroner-pfd", "uk-csr-bill", "uk-gdpr-33", "uk-nis-2018", "uk-pecr-5a", "uk-raib-notify", "uk-raib-reg11",
        "uk-raib-reg12", "us-bank-36h", "us-circia", "us-fcc-nors", "us-hipaa-408", "us-nrc-ler", "us-ntsb",
        "us-ntsb-reply", "us-nydfs-500-17", "us-sec-8k-105", "us-wa-breach",
    ]
}

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};

/// Codes of ISO 3166-1 alpha-2 with the short names of the Unicode CLDR 48.2 in English, French and
/// Korean.
const COUNTRIES: &str = include_str!("countries.tsv");

/// The names by code.
static NAMES: LazyLock<BTreeMap<&str, [&str; 3]>> = LazyLock::new(|| {
    let line = |line: &'static str| {
        let mut columns = line.split('\t');
        let code = columns.next()?;
        Some((code, [columns.next()?, columns.next()?, columns.next()?]))
    };
    COUNTRIES.lines().filter_map(line).collect()
});

/// The short name of a country in `language`, or in English if there is none; nothing for an
/// unknown code.
///
/// `code` is ISO 3166-1 alpha-2 in capitals.
pub fn country_name(code: &str, language: &str) -> Option<&'static str> {
    let [english, french, korean] = NAMES.get(code)?;
    Some(match language.split('-').next() {
        Some("fr") => french,
        Some("ko") => korean,
        _ => english,
    })
}

/// The members of the European Union.
const EUROPEAN_UNION: [&str; 27] = [
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT",
    "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
];

/// Whether the law of the European Union held in a country on a day. The United Kingdom is counted
/// to the end of the transition after its withdrawal, on 31 December 2020; of the others the day of
/// accession is not asked for.
pub fn in_european_union(code: &str, day: NaiveDate) -> bool {
    EUROPEAN_UNION.contains(&code) || (code == "GB" && day.year() <= 2020)
}

/// Names in use that are not the short name in a list of countries.
const OTHER_NAMES: [(&str, &str); 8] = [
    ("UK", "GB"),
    ("Great Britain", "GB"),
    ("USA", "US"),
    ("United States of America", "US"),
    ("Republic of Korea", "KR"),
    ("Korea, South", "KR"),
    ("Turkey", "TR"),
    ("Czech Republic", "CZ"),
];

/// The code of the country that a text names: its code, or its short name in English, French or
/// Korean, whatever the capitals.
pub fn country_code(text: &str) -> Option<&'static str> {
    let lower = text.trim().to_lowercase();
    let is_meant = |name: &str| name.to_lowercase() == lower;
    let code = NAMES
        .iter()
        .find(|(code, names)| is_meant(code) || names.iter().any(|name| is_meant(name)))
        .map(|(code, _)| *code);
    code.or_else(|| OTHER_NAMES.iter().find(|(name, _)| is_meant(name)).map(|(_, code)| *code))
}

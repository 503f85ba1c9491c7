use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Codes of ISO 3166-1 alpha-2 with the short names of the Unicode CLDR 48.2 in English, French and Korean.
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

/// The short name of a country in `language`, or in English if there is none; nothing for an unknown code.
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

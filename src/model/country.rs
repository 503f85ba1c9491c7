/// Codes of ISO 3166-1 alpha-2 with the short names of the Unicode CLDR 48.2 in English, French and Korean.
const COUNTRIES: &str = include_str!("countries.tsv");

/// The short name of a country in `language`, or in English if there is none; nothing for an unknown code.
///
/// `code` is ISO 3166-1 alpha-2 in capitals.
pub fn country_name(code: &str, language: &str) -> Option<&'static str> {
    let line = COUNTRIES.lines().find(|line| line.get(..2) == Some(code))?;
    let column = match language.split('-').next() {
        Some("fr") => 2,
        Some("ko") => 3,
        _ => 1,
    };
    line.split('\t').nth(column)
}

//! Languages of a site for which nobody has written the words of the interface → what to write.

use super::Lexicon;
use crate::diag::{Code, Diagnostic};
use crate::front_matter::Places;
use crate::model::Settings;

/// A warning for each language of the site that has no file of words, so that its interface is in
/// another. `places` are those of the configuration; nobody is warned where they are not known.
pub(crate) fn absent(
    lexicon: &Lexicon,
    settings: &Settings,
    places: Option<&Places>,
) -> Vec<Diagnostic> {
    let Some(places) = places else { return Vec::new() };
    let known: Vec<&str> = lexicon.all().map(|words| words.language()).collect();
    let warning = |language: &String| {
        let instead = lexicon.get_or(language, &settings.language).language();
        let message = format!(
            "there are no words of the interface in `{language}`, so that menus and sentences of its pages are in `{instead}`"
        );
        let theme = &settings.theme;
        let help = format!(
            "there are words in {}; for `{language}` write them with `overdue theme eject words/en`, rename that folder to `themes/{theme}/words/{language}` and translate its files; or take the language out",
            known.join(", ")
        );
        let named = places.entry("languages", language).or_else(|| places.value(["language"]));
        Diagnostic::new(Code::LanguageWithoutWords, named.unwrap_or_else(|| places.head()), message)
            .help(help)
    };
    settings
        .languages
        .iter()
        .filter(|language| lexicon.get(language).is_none())
        .map(warning)
        .collect()
}

//! Languages of a site for which nobody has written the words of the interface → what to write.

use std::sync::Arc;

use super::Lexicon;
use crate::diag::{Code, Diagnostic, Place, SourceFile};
use crate::load::{Input, Tree};
use crate::model::Settings;

const SETTINGS: &str = "overdue.yaml";

/// A warning for each language of the site that has no file of words, so that its interface is in another.
pub(crate) fn absent(lexicon: &Lexicon, settings: &Settings, tree: &Tree) -> Vec<Diagnostic> {
    let Some(Input::Text(file)) = tree.files.get(SETTINGS) else { return Vec::new() };
    let known: Vec<&str> = lexicon.all().map(|words| words.language()).collect();
    let warning = |language: &String| {
        let instead = lexicon.get_or(language, &settings.language).language();
        let message =
            format!("there are no words of the interface in `{language}`, so that menus and sentences of its pages are in `{instead}`");
        let theme = &settings.theme;
        let help = format!(
            "there are words in {}; for `{language}` write them with `overdue theme eject words/en.ftl`, rename that file to `themes/{theme}/words/{language}.ftl` and translate it; or take the language out",
            known.join(", ")
        );
        Diagnostic::new(Code::LanguageWithoutWords, place_of(language, file), message).help(help)
    };
    settings.languages.iter().filter(|language| lexicon.get(language).is_none()).map(warning).collect()
}

/// Where the configuration names a language; its beginning if that is not clear.
fn place_of(language: &str, file: &Arc<SourceFile>) -> Place {
    let mut start = 0;
    let mut is_list = false;
    for line in file.text.split_inclusive('\n') {
        // Items of a list stand on lines of their own.
        is_list = line.starts_with("language") || (is_list && line.starts_with([' ', '-']));
        let values = line.find(':').filter(|_| line.starts_with("language")).map_or(0, |colon| colon + 1);
        let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-';
        let found = line[values..].match_indices(language).find(|(at, _)| {
            let (before, after) = (&line[..values + at], &line[values + at + language.len()..]);
            !before.ends_with(|c: char| c.is_ascii_alphanumeric()) && !after.starts_with(is_part)
        });
        if let Some((at, _)) = found.filter(|_| is_list) {
            let at = start + values + at;
            return Place { file: Arc::clone(file), span: at..at + language.len() };
        }
        start += line.len();
    }
    Place::start_of(file)
}

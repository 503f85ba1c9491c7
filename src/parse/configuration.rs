//! `overdue.yaml` → the settings of a site, and where its menu leads.

use std::sync::Arc;

use super::{files, settings};
use crate::diag::{Code, Diagnostic, Findings, Place, SourceFile, did_you_mean};
use crate::front_matter::reader::Reader;
use crate::front_matter::{Places, yaml};
use crate::load::{BUILT_IN_THEME, Input, Tree};
use crate::markdown::mention::Mentions;
use crate::model::Settings;

/// What `overdue.yaml` says.
pub(crate) struct Configuration {
    pub(crate) settings: Settings,
    pub(crate) places: Places,
    /// Where its menu leads.
    pub(crate) mentions: Mentions,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

pub(crate) fn read_configuration(tree: &Tree) -> Configuration {
    let file = match tree.files.get("overdue.yaml") {
        Some(Input::Text(file)) => Arc::clone(file),
        _ => Arc::new(SourceFile { path: "overdue.yaml".to_owned(), text: String::new() }),
    };
    let mut reader = Reader::new(&file);
    let mut mentions = Mentions::default();
    let start = if file.text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
    let mut places = Places::unread(&file);
    let settings = match yaml::parse(&file, start..file.text.len()) {
        Ok(node) => {
            places = Places::of(&file, &node);
            settings::settings(&node, &mut mentions, &mut reader)
        }
        Err(diagnostic) => {
            // Only the file's own mistake is reported, not the keys that it hides.
            let node = yaml::Node { value: yaml::Value::Null, span: 0..0 };
            let settings = settings::settings(&node, &mut mentions, &mut reader);
            reader.diagnostics = Findings::default();
            reader.report(*diagnostic);
            settings
        }
    };
    let folder = format!("themes/{}/", settings.theme);
    if settings.theme != BUILT_IN_THEME && tree.below(&folder).next().is_none() {
        let themes = tree
            .below("themes/")
            .filter_map(|(path, _)| path.split('/').nth(1))
            .chain([BUILT_IN_THEME]);
        let help = match did_you_mean(&settings.theme, themes) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => {
                format!("make the folder {folder}, or leave the key out for the built-in theme")
            }
        };
        let place = places.value(["theme"]).unwrap_or_else(|| places.head());
        reader.report(
            Diagnostic::new(
                Code::ReferenceUnknown,
                place,
                format!("there is no theme `{}`", settings.theme),
            )
            .help(help),
        );
    }
    let mut diagnostics: Vec<_> = reader.diagnostics.into();
    for file in tree.texts("content/").filter(|file| !files::is_known_place(&file.path)) {
        let (message, help) = files::misplaced(&file.path);
        diagnostics
            .push(Diagnostic::new(Code::FileMisplaced, Place::start_of(file), message).help(help));
    }
    Configuration { settings, places, mentions, diagnostics }
}

/// The zone that a site's configuration names, for times given on the command line; UTC if it
/// cannot be read.
pub fn zone_of(tree: &Tree) -> chrono_tz::Tz {
    read_configuration(tree).settings.timezone
}

/// The configuration alone: what is wrong with it is reported when the site is read.
pub fn settings_of(tree: &Tree) -> Settings {
    read_configuration(tree).settings
}

/// The theme that a site's configuration names; the built-in one if it names none.
pub fn theme_of(tree: &Tree) -> String {
    settings_of(tree).theme
}

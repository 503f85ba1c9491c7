//! The schema of front matter → configurations of editors with forms, so that no form offers what
//! the program refuses.
//!
//! A day is a day: every form is told to write `2021-03-10` and no time, because a form that writes
//! a time in UTC moves the day for half of the world. A moment, which may also be a year, a month
//! or a day with a time, is a text with a pattern and never a date picker.
//!
//! What a form cannot express is left to the text, and stays in the file as it is. Labels and hints
//! are in the site's language.

mod decap;
mod fields;
mod front_matter;
mod pages;
mod words;
mod yaml;

use clap::ValueEnum;

use super::scaffold::site::TASKS;
use super::scaffold::snippets::snippets;
use crate::model::DocumentKind;

/// Editors that are set up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Editor {
    /// Decap CMS: admin/config.yml
    Decap,
    /// Sveltia CMS: admin/config.yml
    Sveltia,
    /// Pages CMS: .pages.yml
    PagesCms,
    /// Front Matter CMS: frontmatter.json
    FrontMatterCms,
    /// Visual Studio Code: .vscode/overdue.code-snippets
    VscodeSnippets,
    /// Visual Studio Code: .vscode/tasks.json
    VscodeTasks,
}

/// The configuration of an editor, as the text of its file, for a site in this language and with
/// these kinds of documents of its own.
pub(super) fn configuration(editor: Editor, language: &str, own: &[DocumentKind]) -> String {
    let words = words::Words::of(language);
    let collections = fields::collections(own, &words);
    match editor {
        Editor::Decap => decap::configuration(&collections, &words),
        Editor::Sveltia => {
            let kept: Vec<_> =
                collections.into_iter().map(fields::Collection::without_words).collect();
            decap::configuration(&kept, &words)
        }
        Editor::PagesCms => pages::configuration(&collections, &words),
        Editor::FrontMatterCms => front_matter::configuration(&collections),
        Editor::VscodeSnippets => snippets(),
        Editor::VscodeTasks => TASKS.to_owned(),
    }
}

//! The schema of front matter → configurations of editors with forms, so that no form offers what the program refuses.
//!
//! A day is a day: every form is told to write `2021-03-10` and no time, because a form that writes a time in UTC moves the day for half of
//! the world. A moment, which may also be a year, a month or a day with a time, is a text with a pattern and never a date picker.
//!
//! What a form cannot express is left to the text: maps with keys of the author's own, and values that may be a text or a map.

mod decap;
mod fields;
mod front_matter;
mod pages;
mod yaml;

use clap::ValueEnum;

use super::scaffold::site::TASKS;
use super::scaffold::snippets::snippets;

/// Editors that are set up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Editor {
    /// Decap CMS: admin/config.yml
    Decap,
    /// Sveltia CMS, which reads the file of Decap CMS
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

/// The configuration of an editor, as the text of its file.
pub(super) fn configuration(editor: Editor) -> String {
    let collections = fields::collections();
    match editor {
        Editor::Decap | Editor::Sveltia => decap::configuration(&collections),
        Editor::PagesCms => pages::configuration(&collections),
        Editor::FrontMatterCms => front_matter::configuration(&collections),
        Editor::VscodeSnippets => snippets(),
        Editor::VscodeTasks => TASKS.to_owned(),
    }
}

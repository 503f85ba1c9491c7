//! The files of a new site.

use chrono::{Datelike, NaiveDate};
use chrono_tz::Tz;

use super::hosts::Host;
use super::program::Program;
use super::snippets::snippets;
use super::{fill, quoted};

/// What is known of a new site.
#[derive(Debug)]
pub(in crate::cli) struct NewSite {
    pub(in crate::cli) title: String,
    pub(in crate::cli) url: String,
    pub(in crate::cli) language: String,
    pub(in crate::cli) timezone: Tz,
    pub(in crate::cli) host: Host,
    /// Without it there are no files for the host: they would have to install something.
    pub(in crate::cli) program: Option<Program>,
    /// The day on which it is made, in its zone.
    pub(in crate::cli) today: NaiveDate,
}

/// Folders that a new site has, though nothing lies in them yet.
pub(in crate::cli) const FOLDERS: [&str; 6] = [
    "content/responses",
    "content/articles",
    "content/organisations",
    "content/regimes",
    "content/calendars",
    "static",
];

/// The file `.vscode/tasks.json`, with which Visual Studio Code shows what is wrong beside the
/// lines.
pub(in crate::cli) const TASKS: &str = include_str!("site/tasks.json");

/// Every file with its path.
pub(in crate::cli) fn files(site: &NewSite) -> Vec<(String, String)> {
    let values = [
        ("title", quoted(&site.title)),
        ("url", quoted(&site.url)),
        ("language", quoted(&site.language)),
        ("timezone", site.timezone.name().to_owned()),
        ("publisher", quoted(&format!("The editors of {}", site.title))),
        ("destinations", site.host.destinations().to_owned()),
        ("today", site.today.to_string()),
    ];
    let own = [
        ("overdue.yaml", include_str!("site/overdue.yaml")),
        (".gitignore", include_str!("site/gitignore")),
        ("content/incidents/example.md", include_str!("site/example.md")),
        (".vscode/tasks.json", TASKS),
    ];
    let mut files: Vec<(String, String)> =
        own.map(|(path, template)| (path.to_owned(), fill(template, &values))).into();
    // These pages are in English, whatever the language of the site: a page that says so is read
    // aloud and hyphenated rightly.
    let english = if site.language == "en" { "" } else { "language: en\n" };
    for (path, text) in [
        ("content/pages/about.md", include_str!("site/about.md")),
        ("content/pages/method.md", include_str!("site/method.md")),
    ] {
        files.push((path.to_owned(), text.replacen("---\n", &format!("---\n{english}"), 1)));
    }
    files.push((".vscode/overdue.code-snippets".to_owned(), snippets()));
    if let Some(program) = &site.program {
        files.extend(site.host.files(&site.title, site.timezone, site.today.year(), program));
    }
    files
}

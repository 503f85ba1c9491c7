//! What readers are shown, whole: `tests/pages/`.
//!
//! `site.txt` is a site with a record in each state that a clock can be in. Beside it lies the
//! `<main>` of each kind of page, as it is on 22 November 2026, one tag on a line. `UPDATE=1`
//! writes them anew; then the difference is what has to be read.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use crate::harness::{repository, site};

/// Pages of each kind, and one incident in each language.
const PAGES: [&str; 21] = [
    "index.html",
    "fr/index.html",
    "ko/index.html",
    "404.html",
    "agenda/index.html",
    "articles/index.html",
    "articles/two-waits/index.html",
    "corrections/index.html",
    "embed/quay-fire/operator-report/index.html",
    "fr/incidents/quay-fire/index.html",
    "incidents/crane-fall/index.html",
    "incidents/ferry-outage/index.html",
    "incidents/index.html",
    "incidents/oil-spill/index.html",
    "incidents/quay-fire/index.html",
    "ko/incidents/quay-fire/index.html",
    "organisations/harbour-company/index.html",
    "regimes/eu-nis2/index.html",
    "responses/board-final/index.html",
    "search/index.html",
    "statistics/index.html",
];

fn folder() -> PathBuf {
    repository().join("tests/pages")
}

/// `fr/incidents/a/index.html` → `fr.incidents.a.html`.
fn file_name(page: &str) -> String {
    page.strip_suffix("/index.html")
        .map_or_else(|| page.to_owned(), |page| format!("{}.html", page.replace('/', ".")))
}

/// The `<main>` of a page, one tag on a line.
fn main_of(html: &str) -> String {
    let (_, after) = html.split_once("<main").expect("a main");
    let (main, _) = after.split_once("</main>").expect("its end");
    let mut lines = String::new();
    for part in format!("<main{main}</main>")
        .replace('<', "\n<")
        .split('\n')
        .map(str::trim)
        .filter(|part| !part.is_empty())
    {
        lines.push_str(part);
        lines.push('\n');
    }
    lines
}

#[test]
fn every_kind_of_page_shows_what_it_showed() {
    let text = fs::read_to_string(folder().join("site.txt")).expect("the site");
    let compiled = site(&text).as_of("2026-11-22");
    let update = std::env::var_os("UPDATE").is_some();
    let mut wrong = Vec::new();
    for page in PAGES {
        let found = main_of(&compiled.text(page));
        let path = folder().join(file_name(page));
        if update {
            fs::write(&path, found).expect("the file rewritten");
            continue;
        }
        let written = fs::read_to_string(&path).unwrap_or_default();
        if let Some((line, (before, now))) = (1..)
            .zip(written.lines().chain([""]).zip(found.lines().chain([""])))
            .find(|(_, (before, now))| before != now)
        {
            wrong.push(format!("{}:{line}\n  written: {before}\n  made:    {now}", path.display()));
        } else if written != found {
            wrong.push(format!("{}: one is longer", path.display()));
        }
    }
    assert!(
        wrong.is_empty(),
        "read what changed, and write it anew with UPDATE=1:\n{}",
        wrong.join("\n")
    );
}

#[test]
fn no_snapshot_is_left_of_a_page_that_nobody_makes() {
    let entries = fs::read_dir(folder()).expect("a folder");
    let held: BTreeSet<String> = entries
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    let expected: BTreeSet<String> =
        PAGES.iter().map(|page| file_name(page)).chain(["site.txt".to_owned()]).collect();
    assert_eq!(held, expected);
}

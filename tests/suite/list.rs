//! `overdue list`: what there is, the built-in included.

use crate::harness::Folder;

const SITE: &str = "\
-- overdue.yaml --
title: A watch
url: https://watch.example/
documents: {foi-reply: {title: reply to a request}}
-- content/organisations/office.md --
---
title: The office
---
-- content/regimes/own.yaml --
title: A duty of our own
limits:
  - {id: report, report: final-report, within: 1 year}
-- content/incidents/b.md --
---
title: A flood
occurred: 2026-03-10
regimes: own
---
-- content/incidents/a.md --
---
title: A fire
occurred: 2026-03-10
---
-- content/incidents/draft.md --
---
title: A draft
occurred: 2026-03-10
draft: true
---
";

fn listed(arguments: &[&str]) -> String {
    let said = Folder::of(SITE).run(&[&["list"], arguments].concat());
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    said.out
}

#[test]
fn what_a_site_has_is_listed_by_name() {
    assert_eq!(listed(&["incidents"]), "a  A fire\nb  A flood\n");
    assert_eq!(listed(&["organisations"]), "office  The office\n");
    assert_eq!(listed(&["clocks"]), "a/final-report  waiting\nb/own/report    waiting\n");
    assert_eq!(listed(&["clocks", "--names"]), "a/final-report\nb/own/report\n");
}

#[test]
fn what_is_built_in_is_listed_beside_what_is_the_sites_own() {
    let line = |of: &str, beginning: &str| {
        let all = listed(&[of]);
        let found = all.lines().find(|line| line.starts_with(beginning)).map(str::to_owned);
        found.unwrap_or_else(|| panic!("no {beginning} in {all}"))
    };
    assert!(line("regimes", "own ").ends_with("  A duty of our own"));
    assert!(line("regimes", "eu-nis2 ").contains("NIS2"));
    assert!(line("calendars", "fr ").contains("France"));
    assert!(line("documents", "foi-reply ").ends_with("Reply to a request: stops a clock"));
    assert!(line("documents", "judgment ").ends_with("Judgment: stops none"));
}

//! `overdue checked`: a look that found nothing is written into the files, and nothing else of them
//! changes.

use std::fs;

use crate::harness::{Folder, Said};

/// Incidents of one clock each in six layouts, with the line of the check; `\r` ends lines of one.
const LAYOUTS: [&str; 6] = [
    "awaiting:\n  - report: final-report\n    # Ask again in spring.\n    checked: 2026-10-01 # by phone\n    force: soft\n",
    "awaiting: [{report: final-report, checked: 2026-10-01, force: soft}]\n",
    "# Notes first.\r\nawaiting:\r\n- report: \"final-report\"\r\n  checked: \"2026-10-01\"\r\n",
    "awaiting:\n  - {report: final-report, checked: '2026-10-01'} # }\n\n",
    "regimes:\n  - regime: own\n    checked: 2026-10-01\n    triggers: {aware: 2026-03-11}\n",
    "regimes: [{regime: own, checked: 2026-10-01}]\n",
];

/// The same where nobody has looked yet.
const UNCHECKED: [&str; 6] = [
    "awaiting:\n  - report: final-report\n    # Ask again in spring.\n    force: soft\n",
    "awaiting: [{report: final-report, force: soft}]\n",
    "# Notes first.\r\nawaiting:\r\n- report: \"final-report\"\r\n",
    "regimes:\n  - own # as of last year\n",
    "regimes: own\n",
    "summary: It awaits a final report, which it does not say.\n",
];

fn record(front: &str) -> String {
    let end = if front.contains('\r') { "\r\n" } else { "\n" };
    format!(
        "---{end}title: A fire{end}occurred: 2026-03-10{end}{front}---{end}Prose, [with] {{braces}}"
    )
}

/// A site of fifty incidents `i0` … `i49` in these layouts by turns, as a repository.
fn fifty(layouts: &[&str; 6]) -> Folder {
    let folder = Folder::of(
        "-- content/regimes/own.yaml --\ntitle: A duty\nlimits:\n  - {id: report, report: final-report, within: 1 year}\n",
    );
    for number in 0..50 {
        folder.put(&format!("content/incidents/i{number}.md"), record(layouts[number % 6]));
    }
    git(&folder, &["init", "-q"]);
    git(&folder, &["add", "."]);
    git(&folder, &["-c", "user.name=A", "-c", "user.email=a@a.example", "commit", "-q", "-m", "A"]);
    folder
}

fn git(folder: &Folder, arguments: &[&str]) -> String {
    let done = std::process::Command::new("git")
        .args(["-c", "core.autocrlf=false"])
        .args(arguments)
        .current_dir(folder.path())
        .output()
        .expect("Git");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8(done.stdout).expect("text")
}

/// Added and deleted lines of every file that changed.
fn changes(folder: &Folder) -> Vec<(u32, u32)> {
    let of = |line: &str| {
        let mut numbers = line.split('\t').map(|number| number.parse().expect("a number"));
        (numbers.next().expect("added"), numbers.next().expect("deleted"))
    };
    git(folder, &["diff", "--numstat"])
        .lines()
        .map(|line| of(line.rsplit_once('\t').expect("a path").0))
        .collect()
}

fn all() -> Vec<String> {
    (0..50).map(|number| format!("i{number}")).collect()
}

fn checked(folder: &Folder, arguments: &[&str]) -> Said {
    folder.run(&[&["checked"], arguments].concat())
}

#[test]
fn of_fifty_clocks_in_six_layouts_fifty_lines_change_and_go_back() {
    let folder = fifty(&LAYOUTS);
    let names = all();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let said = checked(&folder, &names);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    assert!(
        said.out.contains("i7/final-report: checked 2026-11-22 (before: 2026-10-01)\n"),
        "{}",
        said.out
    );
    assert!(said.out.ends_with("recorded for 50 clocks\n"), "{}", said.out);
    assert_eq!(changes(&folder), [(1, 1); 50]);
    let added = git(&folder, &["diff", "-U0"]);
    let days = |mark: &str, day: &str| {
        added.lines().filter(|line| line.starts_with(mark) && line.contains(day)).count()
    };
    assert_eq!((days("+", "2026-11-22"), days("-", "2026-10-01")), (50, 50));
    let back = checked(&folder, &[&names[..], &["--on", "2026-10-01"]].concat());
    assert_eq!(back.code, 0, "{}", back.err);
    assert_eq!(changes(&folder), []);
}

#[test]
fn where_nobody_had_looked_each_file_gets_one_line_or_one_entry_more() {
    let folder = fifty(&UNCHECKED);
    let names = all();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let said = checked(&folder, &names);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let of = |number: usize| [(1, 0), (1, 1), (1, 0), (1, 1), (1, 1), (1, 0)][number % 6];
    let mut paths: Vec<usize> = (0..50).collect();
    // As Git lists them.
    paths.sort_by_key(ToString::to_string);
    paths.sort_by_key(|number| format!("i{number}.md"));
    assert_eq!(changes(&folder), paths.into_iter().map(of).collect::<Vec<_>>());
    for (number, line) in [
        (0, "    # Ask again in spring.\n    force: soft\n    checked: 2026-11-22\n"),
        (1, "[{report: final-report, force: soft, checked: 2026-11-22}]"),
        (2, "- report: \"final-report\"\r\n  checked: 2026-11-22\r\n"),
        (3, "  - {regime: own, checked: 2026-11-22} # as of last year\n"),
        (4, "regimes: {regime: own, checked: 2026-11-22}\n"),
        (5, "\nawaiting: [{report: final-report, checked: 2026-11-22}]\n"),
    ] {
        let text = text(&folder, number);
        assert!(text.contains(line), "{text}");
    }
    assert_eq!(folder.run(&["check"]).code, 0);
}

fn text(folder: &Folder, number: usize) -> String {
    fs::read_to_string(folder.path().join(format!("content/incidents/i{number}.md"))).expect("text")
}

const SEVERAL: &str = "\
-- overdue.yaml --
title: A watch
url: https://watch.example/
languages: [en, fr]
-- content/organisations/firm.md --
---
title: A firm
---
-- content/incidents/open.md --
---
title: A fire
occurred: 2026-03-10
awaiting:
  - report: final-report
    checked: 2026-10-01
    checked_where: [https://old.example/]
  - {id: other, report: interim-report}
---
-- content/incidents/open.fr.md --
---
title: Un incendie
---
-- content/incidents/draft.md --
---
title: A draft
occurred: 2026-03-10
draft: true
---
-- content/incidents/there.md --
---
title: A fire
occurred: 2026-03-10
---
-- content/responses/there.md --
---
title: A report
kind: final-report
date: 2026-05-01
incidents: there
url: https://firm.example/report.pdf
---
-- content/incidents/closed.md --
---
title: A fire
occurred: 2026-03-10
awaiting:
  - {report: final-report, closed: {on: 2026-05-01, why: The firm is gone}}
---
-- content/regimes/quiet.yaml --
title: A duty that nobody sees kept
publicly_observable: false
limits:
  - {id: report, report: final-report, within: 1 month}
-- content/incidents/quiet.md --
---
title: A fire
occurred: 2026-03-10
regimes: quiet
---
";

#[test]
fn what_asks_for_no_check_is_refused_by_name_and_nothing_is_written() {
    let folder = Folder::of(SEVERAL);
    let before = folder.files("content");
    for (name, sentence) in [
        (
            "draft",
            "error: `draft` is a draft, which claims nothing: publish it first, then record the check\n",
        ),
        (
            "there/final-report",
            "error: `there/final-report` awaits nothing: `there` appeared on 2026-05-01\n",
        ),
        ("there", "error: nothing is awaited of `there` that somebody could look for\n"),
        (
            "closed/final-report",
            "error: `closed/final-report` is closed: nobody has to look for its document any more\n",
        ),
        (
            "quiet/quiet/report",
            "error: nobody outside can see whether the document of `quiet/quiet/report` was filed, so that nobody can find it missing\n",
        ),
        ("opne/final-report", "error: there is no incident `opne`; did you mean `open`?\n"),
        (
            "open/final-reprot",
            "error: there is no clock `open/final-reprot`; did you mean `final-report`? the clocks of `open` are: final-report, other\n",
        ),
        ("open", "error: the clocks of `open` are: final-report, other; name one\n"),
    ] {
        let said = checked(&folder, &["open/other", name]);
        assert_eq!((said.code, said.out.as_str(), said.err.as_str()), (2, "", sentence));
    }
    for (option, value, sentence) in [
        (
            "--on",
            "2026-11-23",
            "error: nobody can have looked for `open/other` on 2026-11-23: it is 2026-11-22 there\n",
        ),
        (
            "--on",
            "2026-11",
            "error: --on: `2026-11` is not a whole day; write year-month-day, such as 2026-11-22\n",
        ),
        (
            "--where",
            "firm.example",
            "error: --where: `firm.example` is not an address of the web; write it whole, with https://\n",
        ),
    ] {
        let said = checked(&folder, &["open/other", option, value]);
        assert_eq!((said.code, said.err.as_str()), (2, sentence));
    }
    // Before the incident: the site would have a mistake.
    let said = checked(&folder, &["open/other", "--on", "2026-01-01"]);
    assert_eq!(said.code, 1, "{}", said.err);
    assert!(
        said.err.starts_with("error[date-order]: ")
            && said.err.ends_with("nothing was written: with this the site would have a mistake\n"),
        "{}",
        said.err
    );
    assert_eq!(folder.files("content"), before);
}

#[test]
fn a_front_matter_with_errors_is_told_with_its_place() {
    let folder = Folder::of(SEVERAL);
    folder.put("content/incidents/torn.md", "---\ntitle: A fire\noccurred: [\n---\n");
    let said = checked(&folder, &["open/other"]);
    assert_eq!(said.code, 1);
    assert!(
        said.err.starts_with("error[yaml-syntax]: ")
            && said.err.contains("content/incidents/torn.md:"),
        "{}",
        said.err
    );
}

#[test]
fn places_are_noted_in_the_file_that_holds_the_facts() {
    let folder = Folder::of(SEVERAL);
    let before = folder.files("content");
    let said = checked(
        &folder,
        &[
            "open/final-report",
            "incidents/open/other",
            "--where",
            "https://a.example/",
            "https://b.example/",
        ],
    );
    assert_eq!(said.code, 0, "{}", said.err);
    let mut after = folder.files("content");
    let changed = after
        .insert("incidents/open.md".to_owned(), before["incidents/open.md"].clone())
        .expect("the file");
    assert_eq!(after, before);
    let changed = String::from_utf8(changed).expect("text");
    assert!(
        changed.contains(
            "    checked: 2026-11-22\n    checked_where: [https://a.example/, https://b.example/]\n"
        ),
        "{changed}"
    );
    assert!(changed.contains("{id: other, report: interim-report, checked: 2026-11-22, checked_where: [https://a.example/, https://b.example/]}"), "{changed}");
}

#[test]
fn a_file_that_changed_since_it_was_read_keeps_what_it_holds_and_so_do_all_others() {
    use overdue::write::{ReplaceError, Replacement, replace};
    let folder = Folder::new();
    folder.put("a.md", "old a");
    folder.put("b.md", "changed b");
    let file = |path, old: &'static str, new: &'static str| Replacement {
        path,
        old: old.as_bytes(),
        new: new.as_bytes(),
    };
    let files = [file("a.md", "old a", "new a"), file("b.md", "old b", "new b")];
    let refused = replace(folder.path(), &files);
    assert!(matches!(refused, Err(ReplaceError::Changed(path)) if path.ends_with("b.md")));
    let held = || {
        folder
            .files("")
            .into_iter()
            .map(|(path, bytes)| (path, String::from_utf8(bytes).expect("text")))
            .collect::<Vec<_>>()
    };
    let pairs = |files: [(&str, &str); 2]| {
        files.map(|(path, text)| (path.to_owned(), text.to_owned())).to_vec()
    };
    assert_eq!(held(), pairs([("a.md", "old a"), ("b.md", "changed b")]));
    folder.put("b.md", "old b");
    replace(folder.path(), &files).expect("both");
    assert_eq!(held(), pairs([("a.md", "new a"), ("b.md", "new b")]));
}

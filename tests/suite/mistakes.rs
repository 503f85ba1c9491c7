//! Mistakes and what is said of them: `tests/mistakes/*.md`.
//!
//! Each file is a sentence or two, then a site in a string between two lines of four tildes, then
//! everything that the program says of it between two such lines. The site is compiled as of noon
//! of 22 November 2026 unless the first line says `as of …:`. Where it begins with `Advice:`, the
//! site is checked, which tells more than a build. `UPDATE=1` rewrites what is said; read the
//! difference as an editor would before it is committed.

use std::collections::BTreeSet;
use std::fs;

use overdue::diag::Code;

use crate::harness::{Folder, repository, site};

const FENCE: &str = "~~~~\n";

/// One file, read.
struct Case<'a> {
    intro: &'a str,
    site: &'a str,
    said: &'a str,
}

fn read<'a>(name: &str, text: &'a str) -> Case<'a> {
    let parts: Vec<&'a str> = text.split(FENCE).collect();
    let [intro, site, between, said, after] = parts[..] else {
        panic!("{name} has {} lines of four tildes, not 4", parts.len() - 1)
    };
    assert!(!intro.trim().is_empty(), "{name} does not say what it shows");
    assert!(
        between.trim().is_empty() && after.trim().is_empty(),
        "{name} has text where nothing is read"
    );
    Case { intro, site, said }
}

#[test]
fn every_mistake_is_told_in_exactly_these_words() {
    let update = std::env::var_os("UPDATE").is_some();
    let mut wrong = Vec::new();
    let mut count = 0;
    for entry in fs::read_dir(repository().join("tests/mistakes")).expect("the folder of mistakes")
    {
        let path = entry.expect("a mistake").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
        let case = read(&name, &text);
        let first = case.intro.lines().next().unwrap_or_default();
        let said = match first.strip_prefix("as of ").and_then(|rest| rest.split_once(':')) {
            Some((when, _)) => site(case.site).as_of(when).complaints(),
            None if first.starts_with("Advice: ") => Folder::of(case.site).run(&["check"]).err,
            None => site(case.site).now("2026-11-22T12:00:00Z").complaints(),
        };
        let said = format!("{}\n", said.trim_end());
        if said != case.said {
            if update {
                let new =
                    format!("{}{FENCE}{}{FENCE}\n{FENCE}{said}{FENCE}", case.intro, case.site);
                fs::write(&path, new).expect("the file rewritten");
            } else {
                wrong.push(format!("{name}\n--- expected\n{}\n--- said\n{said}", case.said));
            }
        }
        count += 1;
    }
    assert!(count > 0, "there are no mistakes");
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// Codes that need a disk, a network, a theme or a size that no text has: shown in `disk.rs`,
/// `hostile.rs`, `images.rs` and `links.rs`.
pub(crate) const ELSEWHERE: [Code; 11] = [
    Code::PictureRefused,
    Code::FileUnreadable,
    Code::FileEncoding,
    Code::FileSpecial,
    Code::FileSecret,
    Code::FileTooLarge,
    Code::LinkSkipped,
    Code::FrontMatterTooLarge,
    Code::ListTooLong,
    Code::LinkBroken,
    Code::LinkUnanswered,
];

#[test]
fn every_code_has_a_mistake_that_shows_it() {
    let mut shown = BTreeSet::new();
    for entry in fs::read_dir(repository().join("tests/mistakes")).expect("the folder of mistakes")
    {
        let text = fs::read_to_string(entry.expect("a mistake").path()).expect("text");
        let case = read("a mistake", &text);
        for code in Code::ALL {
            if ["error", "warning", "note"]
                .iter()
                .any(|level| case.said.contains(&format!("{level}[{}]:", code.name())))
            {
                shown.insert(*code);
            }
        }
    }
    let missing: Vec<&str> = Code::ALL
        .iter()
        .filter(|code| !shown.contains(code) && !ELSEWHERE.contains(code))
        .map(|code| code.name())
        .collect();
    assert!(missing.is_empty(), "no file in tests/mistakes shows: {}", missing.join(", "));
    let twice: Vec<&str> =
        ELSEWHERE.iter().filter(|code| shown.contains(code)).map(|code| code.name()).collect();
    assert!(twice.is_empty(), "shown here and said to be shown elsewhere: {}", twice.join(", "));
}

const TEN_IN_ONE_FILE: &str = "\
-- content/incidents/a.md --
---
title: A fire
occured: 2021-03-10
occurred: 2021-02-30
timezone: Europe/Pariss
country: XX
slug: ../index
operators: [nobody]
awaiting:
  - report: final-reprot
    within: 12 moons
    checked: 10/03/2022
    recheck_every: 1 month
---
See [@nothing] and {{ dayz(\"a\") }}.
";

#[test]
fn ten_mistakes_in_one_file_are_told_in_one_run() {
    told_in_one_run(TEN_IN_ONE_FILE);
}

const TEN_IN_ONE_SITE: &str = "\
-- overdue.yaml --
title: A watch
url: watch.example
-- content/incidents/a.md --
---
title: A fire
occurred: 2021-02-30
---
-- content/incidents/b.md --
---
title: An outage
occurred: 2021-03-10
ocurred: 2021-03-11
---
-- content/incidents/c.md --
title: No front matter
-- content/incidents/d.md --
---
title: Never closed
occurred: 2021-03-10
-- content/incidents/e.md --
---
title: In the future
occurred: 2062-03-10
---
-- content/responses/f.md --
---
title: A report
kind: final-report
date: 2020-01-01
incidents: [b]
---
-- content/responses/g.md --
---
title: A report on nothing
kind: final-report
date: 2022-01-01
incidents: [zz]
---
-- content/articles/h.md --
---
title: An article
date: 2022-1-5
---
-- content/articles/i.md --
---
title: \"Fire\": what is known
date: 2022-01-05
---
-- content/organisations/j.md --
---
title: An operator
role: oprator
---
";

#[test]
fn ten_mistakes_in_ten_files_are_told_in_one_run() {
    told_in_one_run(TEN_IN_ONE_SITE);
}

/// At least ten errors, each with file, line, column and help; exit code 1, nothing written.
fn told_in_one_run(text: &str) {
    let folder = Folder::of(text);
    let said = folder.run(&["build"]);
    assert_eq!(said.code, 1, "{}", said.err);
    assert!(!folder.path().join("site").exists(), "something was written");
    let blocks: Vec<&str> =
        said.err.split("\n\n").filter(|block| block.starts_with("error[")).collect();
    assert!(blocks.len() >= 10, "{} errors:\n{}", blocks.len(), said.err);
    for block in blocks {
        let place = block
            .lines()
            .find_map(|line| line.trim_start().strip_prefix("--> "))
            .unwrap_or_else(|| panic!("no place:\n{block}"));
        let parts: Vec<&str> = place.rsplitn(3, ':').collect();
        let [column, line, file] = parts[..] else { panic!("not file:line:column: {place}") };
        assert!(folder.path().join(file).is_file(), "no such file: {file}");
        assert!(line.parse::<u32>().is_ok() && column.parse::<u32>().is_ok(), "{place}");
        assert!(block.contains("help: "), "no help:\n{block}");
    }
    assert!(said.err.contains(" errors, "), "no total:\n{}", said.err);
    assert!(said.err.ends_with("nothing was written\n"), "{}", said.err);
    assert_eq!(folder.run(&["check"]).code, 1);
}

//! The shape of the code: who may import whom, what the lists of built-in files hold, and what is written nowhere.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use overdue::load::{built_in_calendars, built_in_regimes, built_in_theme};

use crate::harness::repository;

/// The modules from the inside out: each may import only those named before it, and itself.
const ORDER: [&str; 15] = [
    "model", "clock", "stats", "diag", "load", "parse", "plan", "render", "write", "links", "publish", "import", "pipeline", "serve", "cli",
];

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let entries = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().map(|entry| entry.expect("an entry"));
    entries.filter(|entry| entry.file_type().is_file()).map(walkdir::DirEntry::into_path).collect()
}

fn shown(path: &Path) -> String {
    path.strip_prefix(repository()).expect("a file of the repository").to_string_lossy().into_owned()
}

fn rank(module: &str) -> Option<usize> {
    ORDER.iter().position(|known| *known == module)
}

/// The modules of this crate that a line names: `crate::a`, and `a` and `b` in `crate::{a, b::c}`.
fn modules_named(line: &str) -> Vec<&str> {
    let word = |text: &'_ str| text.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).unwrap_or(text.len());
    let mut found = Vec::new();
    for (at, matched) in line.match_indices("crate::") {
        let rest = &line[at + matched.len()..];
        match rest.strip_prefix('{') {
            Some(list) => {
                let mut depth = 0;
                let mut starts = true;
                for (at, c) in list.char_indices() {
                    match c {
                        '{' => depth += 1,
                        '}' => depth -= 1,
                        ',' if depth == 0 => starts = true,
                        c if c.is_ascii_alphabetic() && starts && depth == 0 => {
                            found.push(&list[at..at + word(&list[at..])]);
                            starts = false;
                        }
                        _ => {}
                    }
                    if depth < 0 {
                        break;
                    }
                }
            }
            None => found.push(&rest[..word(rest)]),
        }
    }
    found
}

#[test]
fn a_module_imports_only_modules_named_before_it() {
    let src = repository().join("src");
    let mut wrong = Vec::new();
    for path in files_below(&src) {
        let inside = path.strip_prefix(&src).expect("below src").to_string_lossy().into_owned();
        let module = inside.split(['/', '.']).next().expect("a module");
        if !inside.ends_with(".rs") || matches!(module, "lib" | "main") {
            continue;
        }
        let Some(own) = rank(module) else {
            wrong.push(format!("{}: `{module}` has no place in the order of modules", shown(&path)));
            continue;
        };
        for (number, line) in (1..).zip(fs::read_to_string(&path).expect("a source").lines()) {
            if line.trim_start().starts_with("//") {
                continue;
            }
            for named in modules_named(line) {
                match rank(named) {
                    Some(other) if other <= own => {}
                    Some(_) => wrong.push(format!("{}:{number}: `{module}` imports `{named}`, which comes after it", shown(&path))),
                    None => wrong.push(format!("{}:{number}: `{named}` has no place in the order of modules", shown(&path))),
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_reader_of_imports_sees_through_braces() {
    assert_eq!(modules_named("use crate::model::Id;"), ["model"]);
    assert_eq!(modules_named("use crate::{clock::{Docket, elapsed}, plan, render::*};"), ["clock", "plan", "render"]);
    assert_eq!(modules_named("fn f(a: crate::diag::Code, b: crate::load::Tree)"), ["diag", "load"]);
    assert!(modules_named("use super::crates;").is_empty());
}

#[test]
fn the_crate_lists_its_modules_in_the_order_of_imports() {
    let lib = fs::read_to_string(repository().join("src/lib.rs")).expect("src/lib.rs");
    let listed: BTreeSet<&str> =
        lib.lines().filter_map(|line| line.strip_prefix("pub mod ").or(line.strip_prefix("mod "))?.strip_suffix(';')).collect();
    let unknown: Vec<&&str> = listed.iter().filter(|module| rank(module).is_none()).collect();
    assert!(unknown.is_empty(), "without a place in the order: {unknown:?}");
    assert!(listed.len() >= 10, "src/lib.rs lists {listed:?}");
}

#[test]
fn every_built_in_file_is_part_of_the_program() {
    let theme = repository().join("themes/ledger");
    let on_disk: BTreeSet<String> =
        files_below(&theme).iter().map(|path| path.strip_prefix(&theme).expect("below").to_string_lossy().into_owned()).collect();
    let listed: BTreeSet<String> = built_in_theme().iter().map(|(path, _)| (*path).to_owned()).collect();
    assert_eq!(listed, on_disk, "src/load/built_in.rs and themes/ledger differ");
    for (kind, listed) in [("calendars", built_in_calendars()), ("regimes", built_in_regimes())] {
        let folder = repository().join("src/load/built_in").join(kind);
        let on_disk: BTreeSet<String> =
            files_below(&folder).iter().map(|path| path.file_name().expect("a name").to_string_lossy().into_owned()).collect();
        let listed: BTreeSet<String> = listed.iter().map(|(id, _)| format!("{id}.yaml")).collect();
        assert_eq!(listed, on_disk, "src/load/built_in.rs and its {kind} differ");
    }
}

/// Files that Git knows, or all but what it is told to leave out where there is no Git.
fn tracked() -> Vec<PathBuf> {
    let listed = std::process::Command::new("git").args(["ls-files", "-z"]).current_dir(repository()).output();
    match listed {
        Ok(listed) if listed.status.success() => {
            let names = String::from_utf8(listed.stdout).expect("plain names");
            let paths = names.split('\0').filter(|name| !name.is_empty()).map(|name| repository().join(name));
            paths.filter(|path| path.is_file()).collect()
        }
        _ => {
            let all = files_below(repository());
            all.into_iter().filter(|path| !shown(path).split('/').any(|part| matches!(part, "target" | "site" | ".git"))).collect()
        }
    }
}

#[test]
fn no_file_names_a_package_registry_or_a_machine() {
    // Joined here, so that this file does not name them itself.
    let words: Vec<String> = [
        ["crates", ".io"],
        ["registry.", "npmjs"],
        ["pypi.", "org"],
        ["deb.", "debian.org"],
        ["archive.", "ubuntu.com"],
        ["registry.", "yarnpkg"],
        ["proxy.", "golang.org"],
        ["/home", "/user/"],
        ["/root", "/"],
        ["/Users", "/"],
        ["C:", "\\Users"],
        ["/work", "/"],
        ["/tmp", "/wt-"],
        ["/tmp", "/target-"],
        ["artifact", "ory"],
    ]
    .map(|parts| parts.concat())
    .into();
    let mut wrong = Vec::new();
    for path in tracked() {
        // The lock file names the registry of every package, and nothing of ours.
        if path.ends_with("Cargo.lock") {
            continue;
        }
        let Ok(text) = fs::read_to_string(&path) else { continue };
        for (number, line) in (1..).zip(text.lines()) {
            for word in words.iter().filter(|word| line.contains(word.as_str())) {
                // An address on the web may have a folder of any name.
                if !word.starts_with('/') || !line.contains("://") {
                    wrong.push(format!("{}:{number}: {word}", shown(&path)));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

//! The shape of the code: who may import whom, what the lists of built-in files hold, and what is
//! written nowhere.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use overdue::load::{built_in_calendars, built_in_regimes, built_in_theme};

use crate::harness::repository;
use crate::imports::{Import, circles, imports};

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let entries = walkdir::WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .map(|entry| entry.expect("an entry"));
    entries.filter(|entry| entry.file_type().is_file()).map(walkdir::DirEntry::into_path).collect()
}

fn shown(path: &Path) -> String {
    path.strip_prefix(repository())
        .expect("a file of the repository")
        .to_string_lossy()
        .into_owned()
}

/// The modules of the crate in the order of `src/lib.rs`, from the inside out: each may import only
/// those named before it.
fn order() -> Vec<String> {
    let lib = fs::read_to_string(repository().join("src/lib.rs")).expect("src/lib.rs");
    let listed = |line: &str| {
        Some(
            line.strip_prefix("pub mod ")
                .or(line.strip_prefix("mod "))?
                .strip_suffix(';')?
                .to_owned(),
        )
    };
    let modules: Vec<String> = lib.lines().filter_map(listed).collect();
    assert!(modules.len() >= 10, "src/lib.rs lists {modules:?}");
    modules
}

#[test]
fn a_module_imports_only_modules_named_before_it() {
    let order = order();
    let rank = |module: &str| order.iter().position(|known| known == module);
    let mut wrong = Vec::new();
    for Import { from, to, .. } in imports(&repository().join("src")) {
        let (Some(own), Some(other)) = (from.first(), to.first()) else { continue };
        match (rank(own), rank(other)) {
            (Some(own), Some(other)) if other <= own => {}
            (Some(_), Some(_)) => wrong.push(format!(
                "{}: `{own}` imports `{other}`, which comes after it",
                from.join("::")
            )),
            _ => wrong.push(format!(
                "{}: `{own}` or `{other}` is not listed in src/lib.rs",
                from.join("::")
            )),
        }
    }
    wrong.dedup();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn all_that_is_printed_goes_through_the_printer() {
    // Clippy refuses the macros that print.
    let ways = ["io::stdout", "io::stderr", "DrawTarget", "Stdio::inherit"];
    let mut wrong = Vec::new();
    for path in files_below(&repository().join("src")) {
        let name = shown(&path);
        if !name.ends_with(".rs") || matches!(&*name, "src/main.rs" | "src/cli/printer.rs") {
            continue;
        }
        for (number, line) in (1..).zip(fs::read_to_string(&path).expect("a source").lines()) {
            wrong.extend(
                ways.iter()
                    .filter(|way| line.contains(**way))
                    .map(|way| format!("{name}:{number}: {way}")),
            );
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Circles of files that are still to be untied.
const CIRCLES: [&[&str]; 1] =
    [&["write::content", "write::error", "write::manifest", "write::stage", "write::survey"]];

#[test]
fn no_files_import_each_other_in_a_circle_but_through_a_mod_file() {
    let imports = imports(&repository().join("src"));
    let is_leaf = |module: &[String]| {
        !module.is_empty()
            && !imports
                .iter()
                .any(|found| found.from.len() > module.len() && found.from.starts_with(module))
    };
    let mut arrows: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for Import { from, to, .. } in &imports {
        if from != to && is_leaf(from) && is_leaf(to) {
            arrows.entry(from.join("::")).or_default().insert(to.join("::"));
        }
    }
    let found: Vec<BTreeSet<String>> = circles(&arrows);
    let known: BTreeSet<BTreeSet<String>> = CIRCLES
        .iter()
        .map(|circle| circle.iter().map(|file| (*file).to_owned()).collect())
        .collect();
    let new: Vec<&BTreeSet<String>> =
        found.iter().filter(|circle| !known.iter().any(|known| circle.is_subset(known))).collect();
    assert!(new.is_empty(), "{new:#?}");
}

#[test]
fn every_built_in_file_is_part_of_the_program() {
    let theme = repository().join("themes/ledger");
    let on_disk: BTreeSet<String> = files_below(&theme)
        .iter()
        .map(|path| path.strip_prefix(&theme).expect("below").to_string_lossy().into_owned())
        .collect();
    let listed: BTreeSet<String> =
        built_in_theme().iter().map(|(path, _)| (*path).to_owned()).collect();
    assert_eq!(listed, on_disk, "src/load/built_in.rs and themes/ledger differ");
    for (kind, listed) in [("calendars", built_in_calendars()), ("regimes", built_in_regimes())] {
        let folder = repository().join("src/load/built_in").join(kind);
        let on_disk: BTreeSet<String> = files_below(&folder)
            .iter()
            .map(|path| path.file_name().expect("a name").to_string_lossy().into_owned())
            .collect();
        let listed: BTreeSet<String> = listed.iter().map(|(id, _)| format!("{id}.yaml")).collect();
        assert_eq!(listed, on_disk, "src/load/built_in.rs and its {kind} differ");
    }
}

/// Files that Git knows, or all but what it is told to leave out where there is no Git.
fn tracked() -> Vec<PathBuf> {
    let listed = std::process::Command::new("git")
        .args(["ls-files", "-z"])
        .current_dir(repository())
        .output();
    match listed {
        Ok(listed) if listed.status.success() => {
            let names = String::from_utf8(listed.stdout).expect("plain names");
            let paths = names
                .split('\0')
                .filter(|name| !name.is_empty())
                .map(|name| repository().join(name));
            paths.filter(|path| path.is_file()).collect()
        }
        _ => {
            let all = files_below(repository());
            all.into_iter()
                .filter(|path| {
                    !shown(path).split('/').any(|part| matches!(part, "target" | "site" | ".git"))
                })
                .collect()
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

#[test]
fn no_line_of_a_template_is_longer_than_can_be_read() {
    const MOST: usize = 140;
    let mut folders = vec![repository().join("themes/ledger/templates")];
    let mut long = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder").map(|entry| entry.expect("an entry"))
        {
            if entry.path().is_dir() {
                folders.push(entry.path());
                continue;
            }
            let text = fs::read_to_string(entry.path()).expect("a template");
            let lines = text.lines().enumerate().filter(|(_, line)| line.chars().count() > MOST);
            long.extend(lines.map(|(at, _)| format!("{}:{}", entry.path().display(), at + 1)));
        }
    }
    assert!(long.is_empty(), "{long:?}");
}

//! Which module imports which, read from the sources: what the tests of the architecture look at.
//!
//! Each path that begins with `crate`, `super` or `self` counts, in `use` and elsewhere, up to the
//! module that it names. Tests at the end of a file are left out.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// One module names another, both from the crate's root.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Import {
    pub(crate) from: Vec<String>,
    pub(crate) to: Vec<String>,
}

/// Every import below a source folder, in order, and each module once more as an import of itself.
pub(crate) fn imports(src: &Path) -> Vec<Import> {
    let mut texts: BTreeMap<Vec<String>, String> = BTreeMap::new();
    for entry in walkdir::WalkDir::new(src).sort_by_file_name() {
        let entry = entry.expect("an entry");
        let inside = entry.path().strip_prefix(src).expect("below").to_string_lossy().into_owned();
        let Some(name) = inside.strip_suffix(".rs").filter(|name| !matches!(*name, "lib" | "main"))
        else {
            continue;
        };
        let module =
            name.strip_suffix("/mod").unwrap_or(name).split('/').map(str::to_owned).collect();
        texts.insert(module, fs::read_to_string(entry.path()).expect("a source"));
    }
    let mut found = BTreeSet::new();
    for (module, text) in &texts {
        found.insert(Import { from: module.clone(), to: module.clone() });
        for path in paths_in(text) {
            let to = target(module, &path, |candidate| texts.contains_key(candidate));
            found.insert(Import { from: module.clone(), to });
        }
    }
    found.into_iter().filter(|import| !import.to.is_empty()).collect()
}

/// The module that a path names when it stands in `module`: of `crate::a::b::C` it is `a::b`.
fn target(module: &[String], path: &[String], exists: impl Fn(&[String]) -> bool) -> Vec<String> {
    let mut found = if path[0] == "crate" { Vec::new() } else { module.to_vec() };
    for part in path {
        match part.as_str() {
            "crate" | "self" => {}
            "super" => _ = found.pop(),
            name => {
                found.push(name.to_owned());
                if !exists(&found) {
                    found.pop();
                    break;
                }
            }
        }
    }
    found
}

/// The paths of a source that begin with `crate`, `super` or `self`, with those in braces each on
/// its own.
fn paths_in(text: &str) -> Vec<Vec<String>> {
    let text = text.split("#[cfg(test)]").next().unwrap_or_default();
    let code: String = text
        .lines()
        .map(|line| line.split("//").next().unwrap_or_default())
        .collect::<Vec<_>>()
        .join(" ");
    let mut found = Vec::new();
    for start in ["crate::", "super::", "self::"] {
        for (at, _) in code.match_indices(start) {
            if !code[..at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | ':')) {
                tree(&code[at..], &[], &mut found);
            }
        }
    }
    found
}

/// Reads one tree of a `use`, adds its paths below `above`, and gives back what follows it.
fn tree<'a>(text: &'a str, above: &[String], found: &mut Vec<Vec<String>>) -> &'a str {
    let mut path = above.to_vec();
    let mut rest = text.trim_start();
    loop {
        if let Some(inside) = rest.strip_prefix('{') {
            rest = inside.trim_start();
            while !rest.is_empty() && !rest.starts_with('}') {
                let after = tree(rest, &path, found).trim_start();
                // What follows a name up to the next comma, such as `as _`, names no module.
                let end = after.find([',', '}']).unwrap_or(after.len());
                rest = after[end..].trim_start_matches(',').trim_start();
            }
            return rest.strip_prefix('}').unwrap_or(rest);
        }
        let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
        if end > 0 {
            path.push(rest[..end].to_owned());
        }
        rest = &rest[end..];
        match rest.strip_prefix("::") {
            Some(after) if end > 0 => rest = after,
            _ => break,
        }
    }
    found.push(path);
    rest
}

/// The groups of names that lead to each other, each of two or more.
pub(crate) fn circles(arrows: &BTreeMap<String, BTreeSet<String>>) -> Vec<BTreeSet<String>> {
    let reach = |from: &str| {
        let mut seen: BTreeSet<String> = BTreeSet::new();
        let mut next = vec![from.to_owned()];
        while let Some(name) = next.pop() {
            for to in arrows.get(&name).into_iter().flatten() {
                if seen.insert(to.clone()) {
                    next.push(to.clone());
                }
            }
        }
        seen
    };
    let reached: BTreeMap<&String, BTreeSet<String>> =
        arrows.keys().map(|name| (name, reach(name))).collect();
    let circle = |name: &String| -> BTreeSet<String> {
        let back =
            |other: &&String| reached.get(other).is_some_and(|reached| reached.contains(name));
        reached[name].iter().filter(back).cloned().collect()
    };
    let found: BTreeSet<BTreeSet<String>> =
        arrows.keys().map(circle).filter(|circle| circle.len() > 1).collect();
    found.into_iter().collect()
}

#[test]
fn the_reader_of_imports_sees_through_braces_and_lines() {
    let read = |text: &str| paths_in(text).iter().map(|path| path.join("::")).collect::<Vec<_>>();
    assert_eq!(read("use crate::model::Id;"), ["crate::model::Id"]);
    assert_eq!(
        read("use crate::{clock::{Docket as D, elapsed},\n plan, render::*};\nuse x;"),
        ["crate::clock::Docket", "crate::clock::elapsed", "crate::plan", "crate::render"]
    );
    assert_eq!(
        read("fn f(a: crate::diag::Code, b: super::Tree)"),
        ["crate::diag::Code", "super::Tree"]
    );
    assert!(read("use std::super_fast::x; // crate::a").is_empty());
}

#[test]
fn circles_are_found_and_chains_are_none() {
    let arrows = |list: &[(&str, &str)]| {
        let mut arrows: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (from, to) in list {
            arrows.entry((*from).to_owned()).or_default().insert((*to).to_owned());
        }
        arrows
    };
    assert!(circles(&arrows(&[("a", "b"), ("b", "c"), ("a", "c")])).is_empty());
    let found = circles(&arrows(&[("a", "b"), ("b", "c"), ("c", "b"), ("d", "a")]));
    assert_eq!(found, [BTreeSet::from(["b".to_owned(), "c".to_owned()])]);
}

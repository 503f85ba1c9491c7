//! The same input gives the same bytes, and a day later only what shows a count or a date of that
//! day is written again.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::harness::{Folder, repository, tree_of};

/// A copy of the demonstration site's sources.
pub(crate) fn copy_of_demonstration() -> Folder {
    let folder = Folder::new();
    for (path, bytes) in sources() {
        folder.put(&path, bytes);
    }
    folder
}

fn sources() -> BTreeMap<String, Vec<u8>> {
    let mut all = BTreeMap::new();
    all.insert(
        "overdue.yaml".to_owned(),
        fs::read(repository().join("overdue.yaml")).expect("the demonstration's configuration"),
    );
    for top in ["content", "static", "themes"] {
        let files = tree_of(&repository().join(top));
        all.extend(files.into_iter().map(|(path, bytes)| (format!("{top}/{path}"), bytes)));
    }
    all
}

fn build(folder: &Folder, as_of: &str, output: &str, environment: &[(&str, &str)]) -> String {
    let mut command = folder.program();
    command.args(["build", "--as-of", as_of, "--output", output]).envs(environment.iter().copied());
    let done = command.output().expect("the program runs");
    let said = format!(
        "{}{}",
        String::from_utf8_lossy(&done.stdout),
        String::from_utf8_lossy(&done.stderr)
    );
    assert!(done.status.success(), "{said}");
    said
}

#[test]
fn folder_zone_language_and_threads_change_no_byte() {
    let surroundings = [
        ("UTC", "C", "1"),
        ("Asia/Seoul", "ko_KR.UTF-8", "4"),
        ("America/Los_Angeles", "en_US.UTF-8", "1"),
        ("Pacific/Kiritimati", "tr_TR.UTF-8", "4"),
        ("Pacific/Pago_Pago", "de_DE.ISO-8859-1", "3"),
    ];
    for as_of in ["2026-11-22", "2022-12-06T20:30:00Z"] {
        let mut first: Option<BTreeMap<String, Vec<u8>>> = None;
        for (zone, language, threads) in surroundings {
            let folder = copy_of_demonstration();
            let output = format!("out in {}", zone.replace('/', "-"));
            let environment = [
                ("TZ", zone),
                ("LANG", language),
                ("LC_ALL", language),
                ("RAYON_NUM_THREADS", threads),
            ];
            build(&folder, as_of, &output, &environment);
            let mut built = tree_of(&folder.path().join(&output));
            let manifest = fs::read(folder.path().join(&output).join(".overdue/manifest.json"))
                .expect("the manifest");
            built.insert(".overdue/manifest.json".to_owned(), manifest);
            match &first {
                None => first = Some(built),
                Some(first) => same(first, &built, zone),
            }
        }
    }
}

fn same(left: &BTreeMap<String, Vec<u8>>, right: &BTreeMap<String, Vec<u8>>, zone: &str) {
    assert_eq!(
        left.keys().collect::<Vec<_>>(),
        right.keys().collect::<Vec<_>>(),
        "other files in {zone}"
    );
    let differing: Vec<&String> =
        left.iter().filter(|(path, bytes)| right[*path] != **bytes).map(|(path, _)| path).collect();
    assert!(differing.is_empty(), "in {zone} these differ: {differing:?}");
}

#[test]
fn nothing_of_the_machine_is_in_the_output() {
    let folder = copy_of_demonstration();
    build(&folder, "2026-11-22", "site", &[]);
    let here = folder.path().to_str().expect("a plain name").to_owned();
    for (path, bytes) in folder.files("site") {
        let Ok(text) = String::from_utf8(bytes) else { continue };
        assert!(!text.contains(&here), "{path} names the folder it was built in");
    }
}

#[test]
fn a_day_later_only_what_shows_a_count_or_a_date_is_written_again() {
    let folder = copy_of_demonstration();
    build(&folder, "2026-11-23", "site", &[]);
    let (before, times) = (folder.files("site"), folder.times("site"));
    let said = build(&folder, "2026-11-24", "site", &[]);
    let (after, new_times) = (folder.files("site"), folder.times("site"));

    assert_eq!(
        before.keys().collect::<Vec<_>>(),
        after.keys().collect::<Vec<_>>(),
        "a day changes no address"
    );
    let changed: Vec<&String> = before
        .iter()
        .filter(|(path, bytes)| after[*path] != **bytes)
        .map(|(path, _)| path)
        .collect();
    let touched: Vec<&String> = times
        .iter()
        .filter(|(path, time)| new_times[*path] != **time)
        .map(|(path, _)| path)
        .collect();
    assert_eq!(changed, touched, "files were written whose content is the same");
    let count = format!(
        " {} written, {} unchanged, 0 removed",
        changed.len(),
        before.len() - changed.len()
    );
    assert!(said.contains(&count), "not {count}: {said}");
    // A card is a picture, and has no lines.
    for path in changed.iter().filter(|path| !path.ends_with(".png")) {
        let (old, new) = (lines_of(&before[*path]), lines_of(&after[*path]));
        assert_eq!(old.len(), new.len(), "{path} has other lines");
        for (old, new) in old.iter().zip(&new).filter(|(old, new)| old != new) {
            let marks = [
                "2026-11-24",
                "20261124",
                "24 November 2026",
                "24\u{a0}novembre 2026",
                "2026년 11월 24일",
                "data-live",
                "<data value",
                "class=\"bar\"",
                // Charts, drawn to the scale of the longest wait, and the same in words.
                "preserveAspectRatio=\"none\"",
                "-chart-text\">",
                // The end of the days that the agenda looks ahead.
                "id=\"quiet\"",
            ];
            let shows = marks.iter().any(|mark| new.contains(mark));
            assert!(shows, "{path} changed, and shows neither a count nor the day:\n{old}\n{new}");
        }
    }
    assert!(
        changed.len() < before.len() * 3 / 4,
        "{} of {} files changed",
        changed.len(),
        before.len()
    );
}

fn lines_of(bytes: &[u8]) -> Vec<String> {
    String::from_utf8_lossy(bytes).lines().map(str::to_owned).collect()
}

#[test]
fn building_again_writes_nothing() {
    let folder = copy_of_demonstration();
    build(&folder, "2026-11-22", "site", &[]);
    let times = folder.times("site");
    let said = build(&folder, "2026-11-22", "site", &[]);
    assert!(said.contains(" 0 written, "), "{said}");
    assert_eq!(folder.times("site"), times);
}

#[test]
fn the_base_url_changes_addresses_and_nothing_is_bound_to_the_root() {
    let folder = copy_of_demonstration();
    build(&folder, "2026-11-22", "site", &[]);
    for (path, bytes) in folder.files("site") {
        if Path::new(&path).extension().is_none_or(|ending| ending != "html") {
            continue;
        }
        let text = String::from_utf8(bytes).expect("HTML");
        // Whoever asks for a missing page may ask from any depth.
        if path != "404.html" {
            let bound = ["href=\"/", "src=\"/"].iter().any(|start| text.contains(start));
            assert!(!bound, "{path} has a link that is bound to the root of a host");
        }
    }
}

#[test]
fn the_shards_of_a_site_together_are_the_site_in_one_folder_or_in_several() {
    let folder = copy_of_demonstration();
    build(&folder, "2026-11-22", "whole", &[]);
    let whole = folder.files("whole");
    let mut apart = BTreeMap::new();
    for shard in ["3/3", "1/3", "2/3"] {
        for output in [format!("apart-{}", &shard[..1]), "together".to_owned()] {
            let said = folder.run(&[
                "build",
                "--as-of",
                "2026-11-22",
                "--shard",
                shard,
                "--output",
                &output,
            ]);
            assert_eq!(said.code, 0, "{}", said.err);
        }
        let part = folder.files(&format!("apart-{}", &shard[..1]));
        let own = part.into_iter().filter(|(path, _)| !path.starts_with(".overdue/"));
        for (path, bytes) in own {
            assert!(apart.insert(path.clone(), bytes).is_none(), "{path} is in two shards");
        }
    }
    assert!(
        apart
            == whole
                .clone()
                .into_iter()
                .filter(|(path, _)| !path.starts_with(".overdue/"))
                .collect(),
        "apart"
    );
    assert!(folder.files("together") == whole, "together");
    for wrong in ["0/3", "4/3", "3", "a/b", "1/0"] {
        assert_eq!(folder.run(&["build", "--shard", wrong]).code, 2, "{wrong}");
    }
}

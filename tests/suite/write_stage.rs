//! The write stage: what it does to an output folder, and what it leaves alone.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::SystemTime;

use overdue::load::SourceFolder;
use overdue::write::{Content, Note, Output, Refusal, Shard, Summary, WriteError, guard, write};

/// A folder that is removed with all it holds when the test ends.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let name =
            format!("overdue-write-{}-{}", process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path).unwrap();
        Self(path.canonicalize().unwrap())
    }

    fn put(&self, path: &str, text: &str) {
        let path = self.0.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn has(&self, path: &str) -> bool {
        self.0.join(path).symlink_metadata().is_ok()
    }

    fn text(&self, path: &str) -> String {
        fs::read_to_string(self.0.join(path)).unwrap()
    }

    fn time(&self, path: &str) -> SystemTime {
        self.0.join(path).metadata().unwrap().modified().unwrap()
    }

    /// Every file with its text, our own state included, and every folder, which ends in `/`.
    fn all(&self) -> BTreeMap<String, String> {
        let mut all = BTreeMap::new();
        for entry in walkdir::WalkDir::new(&self.0).min_depth(1) {
            let entry = entry.unwrap();
            let name = entry.path().strip_prefix(&self.0).unwrap().to_str().unwrap().to_owned();
            if entry.file_type().is_dir() {
                all.insert(name + "/", String::new());
            } else {
                all.insert(name, fs::read_to_string(entry.path()).unwrap());
            }
        }
        all
    }

    fn output(&self) -> Output {
        guard(&self.0, Path::new("/nowhere/at/all"), &[], None).unwrap()
    }

    fn build(&self, site: &[(&str, &str)]) -> Result<Summary, WriteError<String>> {
        self.build_or_fail(site, &[])
    }

    fn build_or_fail(
        &self,
        site: &[(&str, &str)],
        failing: &[&str],
    ) -> Result<Summary, WriteError<String>> {
        let paths: Vec<String> = site.iter().map(|(path, _)| path.to_string()).collect();
        let render = |index: usize| {
            let (path, text) = site[index];
            if failing.contains(&path) {
                Err(format!("no {path}"))
            } else {
                Ok(Content::Bytes(text.into()))
            }
        };
        write(&self.output(), &paths, Shard::WHOLE, render, |_| {})
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn counts(summary: &Summary) -> [usize; 4] {
    [summary.files, summary.written, summary.unchanged, summary.removed]
}

fn foreign(result: Result<Summary, WriteError<String>>) -> Vec<String> {
    match result {
        Err(WriteError::Foreign(paths)) => paths,
        other => panic!("not refused as foreign: {other:?}"),
    }
}

const SITE: &[(&str, &str)] = &[
    ("index.html", "home"),
    ("incidents/ovh/index.html", "ovh"),
    ("incidents/ovh/feed.xml", "feed"),
    ("incidents/rhine/index.html", "rhine"),
];

#[test]
fn a_first_build_writes_every_file_and_nothing_else() {
    let folder = Folder::new();
    assert_eq!(counts(&folder.build(SITE).unwrap()), [4, 4, 0, 0]);
    assert_eq!(
        folder.all().into_keys().collect::<Vec<_>>(),
        [
            ".overdue/",
            ".overdue/lock",
            ".overdue/manifest.json",
            "incidents/",
            "incidents/ovh/",
            "incidents/ovh/feed.xml",
            "incidents/ovh/index.html",
            "incidents/rhine/",
            "incidents/rhine/index.html",
            "index.html",
        ]
    );
    assert_eq!(folder.text("incidents/ovh/index.html"), "ovh");
    assert_eq!(folder.text(".overdue/lock"), "");
}

#[test]
fn a_first_build_may_make_the_folders_above_the_output() {
    let folder = Folder::new();
    let output = guard(&folder.0.join("a/b/site"), Path::new("/nowhere"), &[], None).unwrap();
    let render = |_| Ok::<_, String>(Content::Bytes(b"x".into()));
    write(&output, &["index.html".to_owned()], Shard::WHOLE, render, |_| {}).unwrap();
    assert_eq!(folder.text("a/b/site/index.html"), "x");
}

#[test]
fn a_second_build_of_the_same_site_touches_nothing() {
    let folder = Folder::new();
    folder.build(SITE).unwrap();
    let (before, manifest) = (folder.time("index.html"), folder.time(".overdue/manifest.json"));
    assert_eq!(counts(&folder.build(SITE).unwrap()), [4, 0, 4, 0]);
    assert_eq!(
        (folder.time("index.html"), folder.time(".overdue/manifest.json")),
        (before, manifest)
    );
}

#[test]
fn only_a_changed_file_is_written() {
    let folder = Folder::new();
    folder.build(SITE).unwrap();
    let before = folder.time("index.html");
    let mut site = SITE.to_vec();
    site[1].1 = "OVH";
    assert_eq!(counts(&folder.build(&site).unwrap()), [4, 1, 3, 0]);
    assert_eq!(folder.text("incidents/ovh/index.html"), "OVH");
    assert_eq!(folder.time("index.html"), before);
}

#[test]
fn a_file_that_grew_or_shrank_is_written() {
    let folder = Folder::new();
    folder.build(&[("a", "1234"), ("b", "1234")]).unwrap();
    assert_eq!(counts(&folder.build(&[("a", "12345"), ("b", "123")]).unwrap()), [2, 2, 0, 0]);
    assert_eq!((folder.text("a"), folder.text("b")), ("12345".to_owned(), "123".to_owned()));
}

#[test]
fn a_page_that_went_is_removed_with_the_folders_it_leaves_empty() {
    let folder = Folder::new();
    folder
        .build(&[("index.html", "home"), ("tags/a/b/index.html", "x"), ("tags/c/index.html", "y")])
        .unwrap();
    assert_eq!(
        counts(&folder.build(&[("index.html", "home"), ("tags/c/index.html", "y")]).unwrap()),
        [2, 0, 2, 1]
    );
    assert!(!folder.has("tags/a") && folder.has("tags/c"));
    assert_eq!(counts(&folder.build(&[]).unwrap()), [0, 0, 0, 2]);
    assert_eq!(
        folder.all().into_keys().collect::<Vec<_>>(),
        [".overdue/", ".overdue/lock", ".overdue/manifest.json"]
    );
}

#[test]
fn building_in_steps_or_at_once_gives_the_same_bytes() {
    let (steps, once) = (Folder::new(), Folder::new());
    steps
        .build(&[("index.html", "old"), ("gone/index.html", "x"), ("incidents", "a file")])
        .unwrap();
    steps.build(&SITE[..2]).unwrap();
    steps.build(SITE).unwrap();
    once.build(SITE).unwrap();
    assert_eq!(steps.all(), once.all());
}

#[test]
fn the_order_of_the_paths_does_not_matter() {
    let (forwards, backwards) = (Folder::new(), Folder::new());
    forwards.build(SITE).unwrap();
    backwards.build(&SITE.iter().rev().copied().collect::<Vec<_>>()).unwrap();
    assert_eq!(forwards.all(), backwards.all());
}

#[test]
fn a_file_of_somebody_else_is_left_alone() {
    let folder = Folder::new();
    folder.put(".gitkeep", "");
    folder.build(SITE).unwrap();
    folder.put("CNAME", "example.org");
    folder.put("incidents/ovh/note.txt", "mine");
    fs::create_dir(folder.0.join("empty")).unwrap();
    folder.build(&[("index.html", "home")]).unwrap();
    assert_eq!(
        (folder.text("CNAME"), folder.text("incidents/ovh/note.txt")),
        ("example.org".to_owned(), "mine".to_owned())
    );
    assert!(folder.has(".gitkeep") && folder.has("empty") && !folder.has("incidents/ovh/feed.xml"));
}

#[test]
fn files_of_somebody_else_in_the_way_are_all_named_and_nothing_is_written() {
    let folder = Folder::new();
    folder.build(&[("index.html", "home")]).unwrap();
    folder.put("incidents/ovh/index.html", "mine");
    folder.put("feed.xml", "mine");
    let before = folder.all();
    let site = [("index.html", "new"), ("feed.xml", "ours"), ("incidents/ovh/index.html", "ours")];
    assert_eq!(foreign(folder.build(&site)), ["feed.xml", "incidents/ovh/index.html"]);
    assert_eq!(folder.all(), before);
}

#[test]
fn a_file_of_somebody_else_with_our_content_becomes_ours() {
    let folder = Folder::new();
    folder.build(&[]).unwrap();
    folder.put("robots.txt", "all");
    assert_eq!(counts(&folder.build(&[("robots.txt", "all")]).unwrap()), [1, 0, 1, 0]);
    assert_eq!(counts(&folder.build(&[]).unwrap()), [0, 0, 0, 1]);
}

#[test]
fn a_stale_file_that_somebody_edited_is_kept_and_named_until_it_is_gone() {
    let folder = Folder::new();
    folder.build(SITE).unwrap();
    folder.put("incidents/rhine/index.html", "edited");
    for _ in 0..2 {
        assert_eq!(folder.build(&SITE[..3]).unwrap().kept, ["incidents/rhine/index.html"]);
        assert_eq!(folder.text("incidents/rhine/index.html"), "edited");
    }
    fs::remove_file(folder.0.join("incidents/rhine/index.html")).unwrap();
    assert_eq!(folder.build(&SITE[..3]).unwrap().kept, Vec::<String>::new());
    assert!(!folder.has("incidents/rhine"));
}

#[test]
fn an_edited_file_that_is_still_wanted_is_written_again() {
    let folder = Folder::new();
    folder.build(SITE).unwrap();
    folder.put("index.html", "edit");
    assert_eq!(counts(&folder.build(SITE).unwrap()), [4, 1, 3, 0]);
    assert_eq!(folder.text("index.html"), "home");
}

#[test]
fn a_file_that_somebody_deleted_is_written_again() {
    let folder = Folder::new();
    folder.build(SITE).unwrap();
    fs::remove_dir_all(folder.0.join("incidents")).unwrap();
    assert_eq!(counts(&folder.build(SITE).unwrap()), [4, 3, 1, 0]);
    assert_eq!(folder.text("incidents/ovh/feed.xml"), "feed");
}

#[test]
fn when_files_cannot_be_rendered_all_are_named_and_the_old_site_stays() {
    let folder = Folder::new();
    folder.build(SITE).unwrap();
    let before = folder.all();
    let new: Vec<(&str, &str)> = SITE.iter().map(|(path, _)| (*path, "new")).collect();
    match folder.build_or_fail(&new, &["incidents/rhine/index.html", "incidents/ovh/feed.xml"]) {
        Err(WriteError::Render(errors)) => {
            assert_eq!(errors, ["no incidents/ovh/feed.xml", "no incidents/rhine/index.html"]);
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(folder.all(), before);
}

#[test]
fn when_a_file_to_copy_is_missing_it_is_named_and_the_old_site_stays() {
    let folder = Folder::new();
    folder.build(SITE).unwrap();
    let before = folder.all();
    let sources = Folder::new();
    sources.put("logo.svg", "a logo");
    let (logo, _) = SourceFolder::open(&sources.0).unwrap().original("logo.svg", 100).unwrap();
    let gone = sources.0.join("logo.svg");
    fs::remove_file(&gone).unwrap();
    let contents = |index| {
        if index == 0 { Content::Bytes(b"new".into()) } else { Content::CopyOf(logo.clone()) }
    };
    let paths = ["index.html".to_owned(), "logo.svg".to_owned()];
    match write(
        &folder.output(),
        &paths,
        Shard::WHOLE,
        |index| Ok::<_, String>(contents(index)),
        |_| {},
    ) {
        Err(WriteError::Io { path, .. }) => assert_eq!(path, gone),
        other => panic!("{other:?}"),
    }
    assert_eq!(folder.all(), before);
}

#[test]
fn a_build_that_panics_leaves_the_old_site_and_no_lock() {
    let folder = Folder::new();
    folder.build(SITE).unwrap();
    let before = folder.all();
    let render = |_| -> Result<Content, String> { panic!("on purpose") };
    let panics =
        || write(&folder.output(), &["index.html".to_owned()], Shard::WHOLE, render, |_| {});
    assert!(std::panic::catch_unwind(panics).is_err());
    assert_eq!(folder.all(), before);
    folder.build(SITE).unwrap();
}

#[test]
fn a_copied_file_is_compared_and_copied_piece_by_piece() {
    let (folder, sources) = (Folder::new(), Folder::new());
    let mut long = "0123456789abcdef".repeat(20_000);
    let build = || {
        let (original, _) =
            SourceFolder::open(&sources.0).unwrap().original("long.bin", 1 << 20).unwrap();
        let render = |_| Ok::<_, String>(Content::CopyOf(original.clone()));
        counts(
            &write(&folder.output(), &["files/long.bin".to_owned()], Shard::WHOLE, render, |_| {})
                .unwrap(),
        )
    };
    sources.put("long.bin", &long);
    assert_eq!(build(), [1, 1, 0, 0]);
    assert_eq!(build(), [1, 0, 1, 0]);
    long.replace_range(200_000..200_001, "X");
    sources.put("long.bin", &long);
    assert_eq!(build(), [1, 1, 0, 0]);
    assert_eq!(folder.text("files/long.bin"), long);
    long.push('X');
    sources.put("long.bin", &long);
    assert_eq!(build(), [1, 1, 0, 0]);
    // A copy and rendered bytes of the same content are the same file.
    assert_eq!(counts(&folder.build(&[("files/long.bin", &long)]).unwrap()), [1, 0, 1, 0]);
    assert_eq!(counts(&folder.build(&[]).unwrap()), [0, 0, 0, 1]);
}

#[test]
fn an_empty_file_is_a_file() {
    let folder = Folder::new();
    assert_eq!(counts(&folder.build(&[(".nojekyll", "")]).unwrap()), [1, 1, 0, 0]);
    assert_eq!(counts(&folder.build(&[(".nojekyll", "")]).unwrap()), [1, 0, 1, 0]);
}

#[test]
fn progress_counts_every_file_once() {
    let folder = Folder::new();
    let paths: Vec<String> = (0..100).map(|number| format!("{number}.html")).collect();
    let (calls, last) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let progress = |done| {
        calls.fetch_add(1, Ordering::Relaxed);
        last.fetch_max(done, Ordering::Relaxed);
    };
    write(
        &folder.output(),
        &paths,
        Shard::WHOLE,
        |_| Ok::<_, String>(Content::Bytes(vec![])),
        progress,
    )
    .unwrap();
    assert_eq!((calls.into_inner(), last.into_inner()), (100, 100));
}

#[test]
fn a_file_becomes_a_folder_and_a_folder_a_file() {
    let folder = Folder::new();
    let flat = [("index.html", "home"), ("a", "file"), ("b/c/d.html", "d"), ("b/e.html", "e")];
    let deep = [("index.html", "home"), ("a/x.html", "x"), ("a/y/z.html", "z"), ("b", "file")];
    folder.build(&flat).unwrap();
    assert_eq!(counts(&folder.build(&deep).unwrap()), [4, 3, 1, 3]);
    assert_eq!((folder.text("a/y/z.html"), folder.text("b")), ("z".to_owned(), "file".to_owned()));
    assert_eq!(counts(&folder.build(&flat).unwrap()), [4, 3, 1, 3]);
    let fresh = Folder::new();
    fresh.build(&flat).unwrap();
    assert_eq!(folder.all(), fresh.all());
}

#[test]
fn a_folder_that_holds_more_than_our_stale_files_does_not_become_a_file() {
    let folder = Folder::new();
    folder.build(&[("a/x.html", "x"), ("b/x.html", "x"), ("c", "c")]).unwrap();
    folder.put("a/note.txt", "mine");
    folder.put("b/x.html", "edited");
    folder.put("c", "edited");
    fs::create_dir(folder.0.join("d")).unwrap();
    let before = folder.all();
    let wanted = [("a", "file"), ("b", "file"), ("c/x.html", "x"), ("d", "file")];
    assert_eq!(foreign(folder.build(&wanted)), ["a/note.txt", "b/x.html", "c", "d"]);
    assert_eq!(folder.all(), before);
}

#[test]
fn a_second_build_at_the_same_time_is_told_who_is_at_work() {
    let folder = Folder::new();
    let second = |_| {
        match folder.build(SITE) {
            Err(WriteError::Locked { output, owner }) => {
                assert_eq!((output, owner), (folder.0.clone(), Some(process::id())));
            }
            other => panic!("{other:?}"),
        }
        Ok::<_, String>(Content::Bytes(b"first".into()))
    };
    write(&folder.output(), &["index.html".to_owned()], Shard::WHOLE, second, |_| {}).unwrap();
    assert_eq!(folder.text("index.html"), "first");
    folder.build(SITE).unwrap();
}

#[test]
fn a_lock_left_by_a_killed_build_does_not_stop_the_next() {
    let folder = Folder::new();
    folder.put(".overdue/lock", "4194304");
    folder.put(".overdue/staging/tree/index.html", "ha");
    folder.build(SITE).unwrap();
    assert_eq!(folder.text(".overdue/lock"), "");
    assert!(!folder.has(".overdue/staging"));
}

/// The state in which a build from `old` to `new` leaves the folder when it is killed after `steps`
/// of its renames.
fn interrupted(old: &[(&str, &str)], new: &[(&str, &str)], steps: usize) -> Folder {
    let (folder, other) = (Folder::new(), Folder::new());
    folder.build(old).unwrap();
    other.build(new).unwrap();
    let manifest = |folder: &Folder| {
        serde_json::from_str::<serde_json::Value>(&folder.text(".overdue/manifest.json")).unwrap()
    };
    let mut either = manifest(&folder);
    for (path, digest) in manifest(&other)["files"].as_object().unwrap() {
        let known = &mut either["files"][path];
        *known = if known.is_null() || known == digest {
            digest.clone()
        } else {
            serde_json::json!([known, digest])
        };
    }
    folder.put(".overdue/manifest.json", &either.to_string());
    folder.put(".overdue/lock", "4194304");
    for (index, (path, text)) in new.iter().enumerate() {
        folder.put(
            &if index < steps {
                path.to_string()
            } else {
                format!(".overdue/staging/loose/0/{index}")
            },
            text,
        );
    }
    folder
}

#[test]
fn an_interrupted_build_is_put_right_by_the_next_whatever_that_is() {
    let old = [("a.html", "old"), ("b.html", "old"), ("gone/x.html", "old"), ("same.html", "same")];
    let new = [("a.html", "new"), ("b.html", "new"), ("more/y.html", "new"), ("same.html", "same")];
    let third = [("a.html", "third"), ("other/z.html", "third")];
    for steps in 0..=new.len() {
        for next in [&old[..], &new[..], &third[..], &[]] {
            let (folder, fresh) = (interrupted(&old, &new, steps), Folder::new());
            assert_eq!(folder.build(next).unwrap().kept, Vec::<String>::new());
            fresh.build(next).unwrap();
            assert_eq!(folder.all(), fresh.all(), "killed after {steps}");
        }
    }
}

#[test]
fn a_build_killed_while_it_removed_folders_is_put_right() {
    let folder = Folder::new();
    folder.build(&[("a/b/c.html", "c"), ("d/e.html", "e")]).unwrap();
    fs::remove_file(folder.0.join("a/b/c.html")).unwrap();
    fs::remove_file(folder.0.join("d/e.html")).unwrap();
    folder.build(&[("a", "file")]).unwrap();
    assert_eq!(folder.text("a"), "file");
    assert!(!folder.has("d"));
}

#[test]
fn a_damaged_manifest_removes_nothing() {
    let folder = Folder::new();
    folder.build(SITE).unwrap();
    folder.put("outside.txt", "mine");
    for text in [
        "",
        r#"{"version": 1, "files": {"../outside.txt": "00"}}"#,
        r#"{"version": 9, "files": {}}"#,
    ] {
        folder.put(".overdue/manifest.json", text);
        let before = folder.all();
        assert!(matches!(folder.build(SITE), Err(WriteError::Manifest { .. })));
        assert_eq!(folder.all(), before);
    }
}

#[test]
fn paths_that_lead_out_of_the_output_or_into_our_state_are_refused() {
    let folder = Folder::new();
    match folder.build(&[("index.html", "x"), ("../x", "x"), ("/x", "x"), (".overdue/lock", "x")]) {
        Err(WriteError::Path(paths)) => assert_eq!(paths, ["../x", "/x", ".overdue/lock"]),
        other => panic!("{other:?}"),
    }
    assert!(folder.all().is_empty());
}

#[cfg(unix)]
mod links {
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn a_link_where_a_file_or_a_folder_is_wanted_is_foreign_and_not_followed() {
        let (folder, elsewhere) = (Folder::new(), Folder::new());
        elsewhere.put("index.html", "mine");
        folder.build(&[]).unwrap();
        symlink(elsewhere.0.join("index.html"), folder.0.join("index.html")).unwrap();
        symlink(&elsewhere.0, folder.0.join("incidents")).unwrap();
        symlink("/no/such/file", folder.0.join("feed.xml")).unwrap();
        let site = [("index.html", "mine"), ("incidents/index.html", "mine"), ("feed.xml", "x")];
        assert_eq!(foreign(folder.build(&site)), ["feed.xml", "incidents", "index.html"]);
        assert_eq!(elsewhere.text("index.html"), "mine");
    }

    #[test]
    fn a_link_in_place_of_a_stale_file_or_its_folder_is_not_followed() {
        let (folder, elsewhere) = (Folder::new(), Folder::new());
        folder.build(&[("a/x.html", "x"), ("y.html", "y")]).unwrap();
        elsewhere.put("x.html", "x");
        elsewhere.put("y.html", "y");
        fs::remove_dir_all(folder.0.join("a")).unwrap();
        fs::remove_file(folder.0.join("y.html")).unwrap();
        symlink(&elsewhere.0, folder.0.join("a")).unwrap();
        symlink(elsewhere.0.join("y.html"), folder.0.join("y.html")).unwrap();
        assert_eq!(folder.build(&[]).unwrap().kept, ["y.html"]);
        assert!(
            elsewhere.has("x.html")
                && elsewhere.has("y.html")
                && folder.has("a")
                && folder.has("y.html")
        );
    }

    #[test]
    fn a_link_in_place_of_our_own_state_is_foreign() {
        let elsewhere = Folder::new();
        elsewhere.put("lock", "mine");
        let state = Folder::new();
        symlink(&elsewhere.0, state.0.join(".overdue")).unwrap();
        assert_eq!(foreign(state.build(SITE)), [".overdue"]);
        let lock = Folder::new();
        fs::create_dir(lock.0.join(".overdue")).unwrap();
        symlink(elsewhere.0.join("lock"), lock.0.join(".overdue/lock")).unwrap();
        assert_eq!(foreign(lock.build(SITE)), [".overdue/lock"]);
        let staging = Folder::new();
        fs::create_dir(staging.0.join(".overdue")).unwrap();
        symlink(&elsewhere.0, staging.0.join(".overdue/staging")).unwrap();
        staging.build(SITE).unwrap();
        assert_eq!(elsewhere.all().len(), 1);
        assert_eq!(elsewhere.text("lock"), "mine");
    }

    #[test]
    fn state_that_is_no_file_or_without_end_is_an_error_and_nobody_waits_for_it() {
        for state in [".overdue/lock", ".overdue/manifest.json"] {
            let folder = Folder::new();
            folder.build(SITE).unwrap();
            let at = folder.0.join(state);
            fs::remove_file(&at).unwrap();
            assert!(std::process::Command::new("mkfifo").arg(&at).status().unwrap().success());
            let output = guard(&folder.0, Path::new("/nowhere"), &[], None);
            let built = output.map(|output| {
                write(
                    &output,
                    &[],
                    Shard::WHOLE,
                    |_| Ok::<_, String>(Content::Bytes(Vec::new())),
                    |_| {},
                )
            });
            assert!(!matches!(built, Ok(Ok(_))), "{state}");
            assert!(folder.has("index.html"));
        }
        let folder = Folder::new();
        folder.build(SITE).unwrap();
        fs::OpenOptions::new()
            .write(true)
            .open(folder.0.join(".overdue/manifest.json"))
            .unwrap()
            .set_len(1 << 40)
            .unwrap();
        assert!(matches!(folder.build(SITE), Err(WriteError::Io { .. })));
    }

    #[test]
    fn a_note_is_neither_written_nor_read_through_a_link() {
        let (folder, elsewhere) = (Folder::new(), Folder::new());
        folder.build(SITE).unwrap();
        elsewhere.put("built.json", "mine");
        for name in ["built.json", "built.json.part"] {
            symlink(elsewhere.0.join("built.json"), folder.0.join(".overdue").join(name)).unwrap();
        }
        assert!(!matches!(Note::find(&folder.0), Ok(Some(_))));
        let (program, as_of, url) =
            ("0".to_owned(), "2026-11-22".to_owned(), "https://watch.example/".to_owned());
        let note = Note { program, as_of, asked: false, drafts: false, url };
        note.leave(&folder.0).unwrap();
        assert_eq!(
            (elsewhere.text("built.json"), Note::find(&folder.0).unwrap()),
            ("mine".to_owned(), Some(note))
        );
    }

    #[test]
    fn the_output_may_be_a_link_to_a_folder_outside_the_sources_but_not_inside() {
        let (site, elsewhere) = (Folder::new(), Folder::new());
        site.put("content/a.md", "");
        symlink(&elsewhere.0, site.0.join("site")).unwrap();
        symlink(site.0.join("content"), site.0.join("trick")).unwrap();
        symlink("/no/such/folder", site.0.join("broken")).unwrap();
        let sources = [site.0.join("content")];
        let check = |output: &str| guard(&site.0.join(output), &site.0, &sources, None);
        assert_eq!(check("site").unwrap().folder(), elsewhere.0);
        assert_eq!(check("site/new/deep").unwrap().folder(), elsewhere.0.join("new/deep"));
        assert!(matches!(check("trick"), Err(Refusal::Source { .. })));
        assert!(matches!(check("trick/new/deep"), Err(Refusal::Source { .. })));
        assert_eq!(
            check("site/../content").unwrap().folder(),
            elsewhere.0.parent().unwrap().join("content")
        );
        assert!(matches!(check("broken"), Err(Refusal::Io { .. })));
    }

    #[test]
    fn sources_and_home_may_be_links() {
        let (site, elsewhere) = (Folder::new(), Folder::new());
        symlink(&elsewhere.0, site.0.join("content")).unwrap();
        let sources = [site.0.join("content")];
        assert!(matches!(
            guard(&elsewhere.0.join("out"), &site.0, &sources, None),
            Err(Refusal::Source { .. })
        ));
        let home = site.0.join("content");
        assert!(matches!(guard(&elsewhere.0, &site.0, &[], Some(&home)), Err(Refusal::Home(_))));
    }
}

#[test]
fn the_usual_output_folder_within_the_site_is_fine() {
    let site = Folder::new();
    site.put("overdue.yaml", "");
    site.put("content/a.md", "");
    let sources = ["content", "static", "themes"].map(|name| site.0.join(name));
    let home = site.0.parent().unwrap().join("home");
    assert_eq!(
        guard(&site.0.join("site"), &site.0, &sources, Some(&home)).unwrap().folder(),
        site.0.join("site")
    );
    guard(&site.0.join("content/../site"), &site.0, &sources, Some(&home)).unwrap();
    guard(&site.0.join("contents"), &site.0, &sources, Some(&home)).unwrap();
    guard(&site.0.join("no/such/../../folder"), &site.0, &sources, Some(&home)).unwrap();
}

#[test]
fn an_output_that_would_endanger_files_is_refused() {
    let site = Folder::new();
    site.put("my/site/overdue.yaml", "");
    site.put("my/site/content/incidents/a.md", "");
    site.put("my/repository/.git/HEAD", "");
    site.put("my/worktree/.git", "gitdir: elsewhere");
    site.put("my/home/person/letter.txt", "");
    site.put("my/photos/sea.jpg", "");
    site.put("my/photos/beach.jpg", "");
    let root = site.0.join("my/site");
    let sources = ["content", "static", "themes"].map(|name| root.join(name));
    let home = site.0.join("my/home/person");
    let refusal =
        |output: &str| guard(&site.0.join(output), &root, &sources, Some(&home)).unwrap_err();
    assert!(matches!(refusal("/"), Refusal::FilesystemRoot(_)));
    assert!(matches!(refusal("/../.."), Refusal::FilesystemRoot(_)));
    assert!(matches!(refusal("my/site"), Refusal::SiteRoot(_)));
    assert!(matches!(refusal("my/site/content/.."), Refusal::SiteRoot(_)));
    assert!(matches!(refusal("my"), Refusal::SiteRoot(_)));
    assert!(matches!(refusal("my/site/content"), Refusal::Source { .. }));
    assert!(matches!(refusal("my/site/content/incidents"), Refusal::Source { .. }));
    assert!(matches!(refusal("my/site/static/new"), Refusal::Source { .. }));
    assert!(matches!(refusal("my/site/site/../static"), Refusal::Source { .. }));
    assert!(matches!(refusal("my/site/overdue.yaml"), Refusal::NotAFolder(_)));
    assert!(matches!(refusal("my/home/person"), Refusal::Home(_)));
    assert!(matches!(refusal("my/home"), Refusal::Home(_)));
    assert!(matches!(refusal("my/repository"), Refusal::Repository(_)));
    assert!(matches!(refusal("my/repository/.git/site"), Refusal::Repository(_)));
    assert!(matches!(refusal("my/worktree"), Refusal::Repository(_)));
    assert!(
        matches!(refusal("my/photos"), Refusal::NotOurs { example, .. } if example == "beach.jpg")
    );
    guard(&site.0.join("my/repository/site"), &root, &sources, Some(&home)).unwrap();
    guard(&site.0.join("my/home/person/site"), &root, &sources, Some(&home)).unwrap();
}

#[test]
fn a_folder_inside_which_a_source_lies_is_refused() {
    let site = Folder::new();
    let sources = [site.0.join("shared/themes")];
    assert!(matches!(
        guard(&site.0.join("shared"), &site.0.join("site"), &sources, None),
        Err(Refusal::Source { .. })
    ));
}

#[test]
fn a_folder_with_only_hidden_files_or_with_our_manifest_may_be_written_to() {
    let folder = Folder::new();
    folder.put(".gitignore", "*");
    folder.build(&[("index.html", "home")]).unwrap();
    folder.build(&[("index.html", "new")]).unwrap();
    let hidden = Folder::new();
    hidden.put(".config/settings", "mine");
    assert!(matches!(
        guard(&hidden.0, Path::new("/nowhere"), &[], None),
        Err(Refusal::NotOurs { .. })
    ));
}

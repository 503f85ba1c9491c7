//! What others do at a destination: a stranger's file, another publisher, a signal; and what a
//! folder of the same name does.

use std::fs;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use overdue::publish::MANIFEST;

use super::server::Server;
use super::{
    Memory, NOW, SITE, build, missing_assets, publish_at, publish_files, publish_site, published,
    site_of, start, visible,
};
use crate::harness::{Folder, tree_of};

/// A path that is a file in one publication and a folder in the next, there and back.
pub(super) fn changes_between_file_and_folder(
    folder: &Folder,
    destination: &str,
    top: &std::path::Path,
) {
    for round in 0..3 {
        let _ = fs::remove_dir_all(folder.path().join("static"));
        folder.put(
            if round == 1 { "static/notes/deep/a.txt" } else { "static/notes" },
            format!("round {round}"),
        );
        build(folder, NOW);
        published(folder, NOW, destination);
        assert_eq!(visible(top), folder.files("site"), "round {round}");
    }
}

#[test]
fn a_path_may_change_from_file_to_folder_and_back() {
    let folder = Folder::of(SITE);
    changes_between_file_and_folder(&folder, "local", &folder.path().join("public"));
}

#[test]
fn wherever_a_change_from_file_to_folder_ends_the_next_publication_puts_all_right() {
    let folder = Folder::of(SITE);
    let outputs = ["one", "two"].map(|name| folder.path().join(name));
    for (site, path) in [("one", "notes"), ("two", "notes/deep/a.txt")] {
        folder.put(&format!("{site}/{path}"), site);
        folder.put(&format!("{site}/index.html"), site);
    }
    for last in 0..20 {
        for next in &outputs {
            let store = Memory::with_folders();
            publish_files(&store, &outputs[0], Duration::from_mins(5)).expect("a publication");
            store.left.store(last, Ordering::Relaxed);
            let _ = publish_files(&store, &outputs[1], Duration::from_mins(5));
            store.left.store(usize::MAX, Ordering::Relaxed);
            publish_files(&store, next, Duration::from_millis(16))
                .unwrap_or_else(|failure| panic!("after {last} requests: {failure}"));
            assert_eq!(store.visible(), tree_of(next), "after {last} requests");
        }
    }
}

#[test]
fn a_strangers_file_at_a_new_path_of_the_site_is_not_overwritten_without_force() {
    let folder = Folder::of(SITE);
    build(&folder, NOW);
    published(&folder, NOW, "local");
    let server = Server::start();
    published(&folder, NOW, &server.destination());
    folder.put("static/letter.txt", "ours");
    for top in [folder.path().join("public"), server.published()] {
        fs::write(top.join("letter.txt"), "not ours").expect("a letter");
    }
    build(&folder, NOW);
    for (destination, top) in [
        ("local".to_owned(), folder.path().join("public")),
        (server.destination(), server.published()),
    ] {
        let said = publish_at(&folder, NOW, &[&destination]);
        assert_eq!(said.code, 2, "{said:?}");
        assert!(
            said.err.contains(
                "letter.txt stands at the destination, and nothing says that Overdue published it"
            ),
            "{said:?}"
        );
        assert_eq!(fs::read_to_string(top.join("letter.txt")).expect("a letter"), "not ours");
        let said = publish_at(&folder, NOW, &[&destination, "--force"]);
        assert_eq!(said.code, 0, "{said:?}");
        assert_eq!(visible(&top), folder.files("site"));
    }
}

#[test]
fn a_publication_to_a_folder_killed_at_any_moment_is_ended_by_the_next() {
    let folder = Folder::of(SITE);
    let public = folder.path().join("public");
    let destination = "./public?lease=1";
    build(&folder, NOW);
    let began = Instant::now();
    assert!(start(&folder, destination).wait().expect("an end").success());
    let whole = began.elapsed();
    let mut killed = 0;
    for round in 0..6 {
        folder.put("themes/ledger/static/style.css", format!("body {{ margin: {round}px }}\n"));
        let now = format!("2026-10-{:02}T12:00:00Z", round + 1);
        build(&folder, &now);
        let mut child = start(&folder, destination);
        // Most of the time goes into comparing the output with the sources. The first moment comes
        // early, whatever slowed the measure.
        std::thread::sleep(whole * [10, 60, 68, 76, 84, 92][round] / 100);
        let _ = child.kill();
        killed += usize::from(!child.wait().expect("an end").success());
        assert_eq!(missing_assets(&visible(&public)), Vec::<String>::new());
        let said = publish_at(&folder, &now, &[destination]);
        assert_eq!(said.code, 0, "{said:?}");
        let (mut found, site) = (visible(&public), folder.files("site"));
        found.retain(|path, _| site.contains_key(path) || !path.starts_with("assets/"));
        assert!(found == site, "after kill {round}");
    }
    assert!(killed > 0, "every publication ended before it was killed");
}

#[test]
fn a_publisher_that_slept_finds_the_site_in_other_hands_and_stops() {
    let folder = Folder::new();
    for site in ["one", "two"] {
        for path in ["index.html", "a/index.html"] {
            folder.put(&format!("{site}/{path}"), format!("<html>{site}</html>"));
        }
    }
    let store = Memory::new();
    store.sleep_at_upload.store(true, Ordering::Relaxed);
    std::thread::scope(|scope| {
        // It beats only every five minutes, and sleeps when its first file is to be uploaded.
        let sleeper = scope
            .spawn(|| publish_files(&store, &folder.path().join("one"), Duration::from_mins(20)));
        store.wait_until_asleep();
        publish_files(&store, &folder.path().join("two"), Duration::from_millis(16))
            .expect("the other takes over");
        let taken = store.files.lock().expect("files")[MANIFEST].clone();
        store.wake();
        let failure = sleeper.join().expect("an end").expect_err("it has lost its right");
        assert!(
            failure.sentence.contains("another publication to this destination is under way"),
            "{failure}"
        );
        assert!(
            store.files.lock().expect("files")[MANIFEST] == taken,
            "the manifest is the other's"
        );
    });
}

#[test]
fn a_strangers_file_stays_a_strangers_when_a_forced_publication_is_killed_before_it_overwrote_it() {
    let folder = Folder::new();
    for path in ["one/index.html", "one/letter.txt", "two/index.html"] {
        folder.put(path, "ours");
    }
    let outputs = ["one", "two"].map(|name| folder.path().join(name));
    let mut refused = 0;
    for last in 0..20 {
        let store = Memory::new();
        store.files.lock().expect("files").insert("letter.txt".to_owned(), b"not ours".into());
        store.left.store(last, Ordering::Relaxed);
        let cut = publish_files(&store, &outputs[0], Duration::from_millis(16));
        store.left.store(usize::MAX, Ordering::Relaxed);
        let letter = || store.visible().get("letter.txt").cloned();
        if cut.is_ok() || letter() != Some(b"not ours".into()) {
            break;
        }
        let again = publish_site(
            &store,
            &outputs[0],
            site_of(&outputs[0]),
            false,
            Duration::from_millis(16),
        );
        refused += usize::from(again.is_err());
        assert_eq!(letter(), Some(b"not ours".into()), "after {last} requests");
        // Nor does a site without such a file take it away.
        publish_files(&store, &outputs[1], Duration::from_millis(16)).expect("a publication");
        assert_eq!(letter(), Some(b"not ours".into()), "after {last} requests");
    }
    assert!(refused > 5, "it was refused {refused} times");
}

//! A build that is killed or runs out of memory: no torn file, and the next build puts everything
//! right.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::process::Stdio;
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::harness::{Folder, tree_of};

const INCIDENTS: usize = 1000;
const KILLS: u32 = 10;

fn incidents(many: usize) -> String {
    // Pages are enough to be torn; what is drawn would only take time.
    let mut site = "-- overdue.yaml --\ntitle: A watch\nurl: https://watch.example/\n\
        outputs: {cards: false, embeds: false, badges: false, search: false}\n"
        .to_owned();
    for number in 0..many {
        let (year, month, day) = (2000 + number % 20, number % 12 + 1, number % 28 + 1);
        let _ = write!(
            site,
            "-- content/incidents/i{number}.md --\n---\ntitle: Incident {number}\noccurred: {year}-{month:02}-{day:02}\n---\nIt is {{{{ days(\"i{number}\") }}}}.\n"
        );
    }
    site
}

fn build(folder: &Folder, as_of: &str, output: &str) -> Duration {
    let began = Instant::now();
    let mut command = folder.program();
    let done = command
        .args(["build", "--as-of", as_of, "--output", output])
        .output()
        .expect("the program runs");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    began.elapsed()
}

/// Builds and kills after `after`; gives whether it was killed before it ended.
fn killed(folder: &Folder, as_of: &str, after: Duration) -> bool {
    let mut command = folder.program();
    command
        .args(["build", "--as-of", as_of, "--output", "site"])
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let mut child = command.spawn().expect("the program starts");
    sleep(after);
    // `kill` is SIGKILL: nothing can be tidied up.
    let _ = child.kill();
    !child.wait().expect("an end").success()
}

/// Which site each file is of: both, the old one, the new one.
fn compare(
    found: &BTreeMap<String, Vec<u8>>,
    old: &BTreeMap<String, Vec<u8>>,
    new: &BTreeMap<String, Vec<u8>>,
) -> (usize, usize) {
    let (mut of_old, mut of_new) = (0, 0);
    for (path, bytes) in found {
        let (is_old, is_new) = (old.get(path) == Some(bytes), new.get(path) == Some(bytes));
        assert!(
            is_old || is_new,
            "{path} is torn: {} bytes, neither the old nor the new content",
            bytes.len()
        );
        of_old += usize::from(is_old && !is_new);
        of_new += usize::from(is_new && !is_old);
    }
    for path in old.keys().filter(|path| new.contains_key(*path)) {
        assert!(found.contains_key(path), "{path} is of both sites, and is gone");
    }
    (of_old, of_new)
}

#[test]
fn a_build_killed_at_ten_moments_leaves_whole_files_and_the_next_puts_all_right() {
    let folder = Folder::of(&incidents(INCIDENTS));
    let days = ["2022-12-07", "2022-12-08"];
    build(&folder, days[1], "other");
    build(&folder, days[0], "site");
    let sites = [tree_of(&folder.path().join("site")), tree_of(&folder.path().join("other"))];
    let foreign = "letters/from-somebody-else.txt";
    folder.put(&format!("site/{foreign}"), "not ours");
    let with_foreign = |at: usize| {
        let mut site = sites[at].clone();
        site.insert(foreign.to_owned(), b"not ours".into());
        site
    };

    let mut whole = build(&folder, days[1], "site");
    let mut standing = 1;
    let mut interrupted = 0;
    for kill in 0..KILLS {
        let next = 1 - standing;
        let (old, new) = (with_foreign(standing), with_foreign(next));
        let manifest =
            std::fs::read(folder.path().join("site/.overdue/manifest.json")).expect("the manifest");
        // Spread over the whole of a build, and a little unevenly, so that no run is like another.
        let noise = Instant::now().elapsed().subsec_nanos() % 97;
        let after = whole * (kill * 100 + noise) / (KILLS * 100);
        interrupted += usize::from(killed(&folder, days[next], after));

        let found = tree_of(&folder.path().join("site"));
        let (_, of_new) = compare(&found, &old, &new);
        let announced = std::fs::read(folder.path().join("site/.overdue/manifest.json"))
            .expect("the manifest")
            != manifest;
        assert!(
            of_new == 0 || announced,
            "{of_new} new files before the build had come to its final renames"
        );

        whole = build(&folder, days[next], "site");
        let found = tree_of(&folder.path().join("site"));
        assert_eq!(compare(&found, &new, &new), (0, 0));
        assert_eq!(found.len(), new.len(), "after the next build nothing is left over");
        assert!(
            !folder.path().join("site/.overdue/staging").exists(),
            "staged files are left over"
        );
        standing = next;
    }
    assert!(interrupted >= 5, "only {interrupted} builds were interrupted");
}

/// Builds with so many kibibytes of memory; gives the number that it ended with, or nothing if it
/// was killed.
#[cfg(target_os = "linux")]
fn confined(folder: &Folder, as_of: &str, memory: usize) -> Option<i32> {
    let program = folder.program().get_program().to_owned();
    let mut shell = std::process::Command::new("sh");
    shell.args(["-c", "ulimit -v $0 && exec \"$@\"", &memory.to_string()]).arg(program);
    shell
        .args(["build", "--as-of", as_of, "--output", "site"])
        .current_dir(folder.path())
        .env_clear()
        .env("PATH", "/usr/bin:/bin");
    shell.stdout(Stdio::null()).stderr(Stdio::null()).status().expect("a shell").code()
}

#[cfg(target_os = "linux")]
#[test]
fn a_build_without_memory_leaves_the_old_site_and_the_next_puts_all_right() {
    let folder = Folder::of(&incidents(60));
    let (first, second) = ("2022-12-07", "2022-12-08");
    build(&folder, second, "other");
    build(&folder, first, "site");
    let [old, new] = ["site", "other"].map(|name| tree_of(&folder.path().join(name)));
    let manifest =
        || std::fs::read(folder.path().join("site/.overdue/manifest.json")).expect("the manifest");
    let before = manifest();
    let mut ran_out = 0;
    // A little more each time, so that the memory ends later and later in the build.
    for memory in (60_000..4_000_000).step_by(2_000) {
        match confined(&folder, second, memory) {
            Some(0) => break,
            // It was killed, or could not make its threads; with less than that it does not even
            // start.
            None | Some(3) => ran_out += 1,
            Some(127) => continue,
            code => panic!("{code:?} with {memory} kibibytes"),
        }
        let (_, of_new) = compare(&tree_of(&folder.path().join("site")), &old, &new);
        assert!(
            of_new == 0 || manifest() != before,
            "{of_new} new files before the build had come to its final renames"
        );
    }
    assert!(ran_out >= 5, "only {ran_out} builds ran out of memory");
    assert_eq!(tree_of(&folder.path().join("site")), new, "there was enough in the end");
    assert!(!folder.path().join("site/.overdue/staging").exists(), "staged files are left over");
}

#[test]
fn two_builds_at_once_do_not_mix() {
    let folder = Folder::of(&incidents(INCIDENTS));
    let start = |as_of: &str| {
        let mut command = folder.program();
        command
            .args(["build", "--as-of", as_of, "--output", "site"])
            .stdout(Stdio::null())
            .stderr(Stdio::piped());
        command.spawn().expect("the program starts")
    };
    let children = [start("2022-12-07"), start("2022-12-08")];
    let ends = children.map(|child| child.wait_with_output().expect("an end"));
    let succeeded: Vec<usize> = (0..2).filter(|at| ends[*at].status.success()).collect();
    assert!(
        !succeeded.is_empty(),
        "neither was built: {}",
        String::from_utf8_lossy(&ends[0].stderr)
    );
    for end in ends.iter().filter(|end| !end.status.success()) {
        let said = String::from_utf8_lossy(&end.stderr);
        assert_eq!(end.status.code(), Some(3), "{said}");
        assert!(said.starts_with("error: "), "{said}");
    }
    build(&folder, "2022-12-07", "first");
    build(&folder, "2022-12-08", "second");
    let found = tree_of(&folder.path().join("site"));
    let wholes = ["first", "second"].map(|name| tree_of(&folder.path().join(name)));
    assert!(wholes.contains(&found), "the site is a mixture");
}

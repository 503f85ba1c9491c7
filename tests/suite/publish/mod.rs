//! Publishing: to a folder, to a server that speaks S3, to a branch of a Git repository. Whatever
//! happens on the way, a visitor finds a whole site, and the next publication puts everything
//! right.

mod azure;
mod hostile;
mod meanwhile;
mod others;
mod secure_shell;
mod server;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard};
use std::time::Duration;

use overdue::publish::{
    self, Address, Each, Entry, Environment, Failure, Fault, Known, MANIFEST, Published, Store,
    Summary, Upload, hash_of, open, plan,
};

use crate::harness::{Folder, Said, tree_of};
use server::{Deal, KEY, SECRET, Server};

const SITE: &str = "\
-- overdue.yaml --
title: A watch
url: https://watch.example/
destinations:
  local: public
outputs: {search: false}
-- content/incidents/fire.md --
---
title: A fire
occurred: 2021-03-10
---
It has been {{ days(\"fire\") }}.
-- content/incidents/outage.md --
---
title: An outage
occurred: 2022-10-15
---
";
const NOW: &str = "2026-11-22T12:00:00Z";
const KEYS: [(&str, &str); 2] = [("AWS_ACCESS_KEY_ID", KEY), ("AWS_SECRET_ACCESS_KEY", SECRET)];

/// Builds at an instant of a day, and publishes at the same.
fn build(folder: &Folder, now: &str) {
    let said = folder.run_at(now, &["build"]);
    assert_eq!(said.code, 0, "{said:?}");
}

fn publish_at(folder: &Folder, now: &str, arguments: &[&str]) -> Said {
    let all: Vec<&str> = ["publish"].into_iter().chain(arguments.iter().copied()).collect();
    folder.run_in(now, &KEYS, &all)
}

fn published(folder: &Folder, now: &str, destination: &str) -> String {
    let said = publish_at(folder, now, &[destination]);
    assert_eq!(said.code, 0, "{said:?}");
    said.out
}

/// The files at a destination that a visitor may ask for, without the manifest and Git's own.
fn visible(at: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = tree_of(at);
    files.retain(|path, _| path != MANIFEST && !path.starts_with(".git/"));
    files
}

/// The assets that a page names and that are not there.
fn missing_assets(files: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let mut missing = Vec::new();
    for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let html = String::from_utf8(bytes.clone()).expect("a whole page");
        assert!(html.trim_end().ends_with("</html>"), "{path} is torn");
        for part in html.split("assets/").skip(1) {
            let asset = format!(
                "assets/{}",
                part.split(['"', '\'', ' ', '<', ')', '?', '#']).next().expect("a name")
            );
            if !files.contains_key(&asset) {
                missing.push(format!("{path} needs {asset}"));
            }
        }
    }
    missing
}

#[test]
fn a_folder_gets_the_site_then_nothing_then_only_what_changed_and_loses_what_is_gone() {
    let folder = Folder::of(SITE);
    build(&folder, NOW);
    let first = published(&folder, NOW, "local");
    let site = folder.files("site");
    assert_eq!(visible(&folder.path().join("public")), site);
    assert!(
        first.starts_with(&format!("{} of {} files uploaded", site.len(), site.len())),
        "{first}"
    );
    assert!(!folder.path().join("public/.overdue/publishing.json").exists());

    let before = folder.times("public");
    let again = published(&folder, NOW, "local");
    assert!(
        again.starts_with(&format!(
            "0 of {} files uploaded (0 bytes), {} unchanged, 0 removed",
            site.len(),
            site.len()
        )),
        "{again}"
    );
    assert_eq!(folder.times("public"), before);

    build(&folder, "2026-11-23T12:00:00Z");
    published(&folder, "2026-11-23T12:00:00Z", "local");
    let next = folder.files("site");
    assert_eq!(visible(&folder.path().join("public")), next);
    let after = folder.times("public");
    for (path, bytes) in &next {
        assert_eq!(after[path] == before[path], site[path] == *bytes, "{path}");
    }

    fs::remove_file(folder.path().join("content/incidents/outage.md")).expect("a record");
    folder.put("public/letter.txt", "not ours");
    build(&folder, "2026-11-23T13:00:00Z");
    let shrunk = publish_at(&folder, "2026-11-23T13:00:00Z", &["local", "--force"]);
    assert_eq!(shrunk.code, 0, "{shrunk:?}");
    let mut expected = folder.files("site");
    expected.insert("letter.txt".to_owned(), b"not ours".into());
    assert_eq!(visible(&folder.path().join("public")), expected);
    assert!(!folder.path().join("public/incidents/outage").exists());
}

#[test]
fn a_dry_run_tells_the_plan_and_touches_nothing() {
    let folder = Folder::of(SITE);
    build(&folder, NOW);
    let said = publish_at(&folder, NOW, &["local", "--dry-run"]);
    assert_eq!(said.code, 0, "{said:?}");
    let told: BTreeSet<String> = said
        .out
        .lines()
        .filter_map(|line| line.strip_prefix("upload "))
        .map(str::to_owned)
        .collect();
    assert_eq!(told, folder.files("site").into_keys().collect());
    assert!(!folder.path().join("public").exists());
}

#[test]
fn what_must_not_be_published_is_refused_with_what_to_do() {
    let folder = Folder::of(SITE);
    let refused = |now: &str, arguments: &[&str], code: u8, sentence: &str| {
        let said = publish_at(&folder, now, arguments);
        assert_eq!(said.code, code, "{said:?}");
        assert!(said.err.contains(sentence), "{said:?}");
        assert!(!folder.path().join("public").join(MANIFEST).exists());
    };
    refused(NOW, &["local"], 2, "run `overdue build`");
    build(&folder, NOW);
    refused("2026-11-23T12:00:00Z", &["local"], 2, "shows 2026-11-22, and today is 2026-11-23");
    folder.put("site/index.html", "edited");
    refused(NOW, &["local"], 2, "is not what the sources say (index.html would differ)");
    build(&folder, NOW);
    folder.put("content/incidents/new.md", "---\ntitle: New\noccurred: 2026-01-05\n---\n");
    refused(NOW, &["local"], 2, "is not what the sources say");
    folder.put("content/incidents/new.md", "---\ntitle: New\noccurred: soon\n---\n");
    refused(NOW, &["local"], 1, "nothing was published");
    fs::remove_file(folder.path().join("content/incidents/new.md")).expect("a record");
    folder.put("public/letter.txt", "not ours");
    refused(NOW, &["local"], 2, "the destination holds files");
    refused(NOW, &["ftp://host.example/"], 2, "can't be published to");
    refused(
        NOW,
        &["lokal"],
        2,
        "overdue.yaml names no destination `lokal`; a folder is written `./lokal`; did you mean `local`?",
    );
    let secrets = [
        ("s3://watch/x?endpoint=", "nonsense"),
        ("s3://watch/x?endpoint=", "https://KEY:hush@host.example"),
        ("az://watch/$web?endpoint=", "https://host.example?sig=hush"),
        ("az://watch/$web?endpoint=", "https://KEY:hush@host.example"),
    ];
    for (address, endpoint) in secrets {
        let said = publish_at(&folder, NOW, &[&format!("{address}{endpoint}")]);
        assert!(
            said.err.contains("endpoint=: write a whole address") && !said.err.contains(endpoint),
            "{said:?}"
        );
    }
    let said = folder.run_at(NOW, &["build", "--drafts"]);
    assert_eq!(said.code, 0, "{said:?}");
    refused(NOW, &["local", "--force"], 2, "shows drafts");
}

#[test]
fn a_site_that_has_shrunk_by_more_than_a_fifth_is_refused_without_force() {
    let folder = Folder::of(SITE);
    for number in 0..20 {
        folder.put(
            &format!("content/incidents/i{number}.md"),
            format!("---\ntitle: I{number}\noccurred: 2020-01-05\n---\n"),
        );
    }
    build(&folder, NOW);
    published(&folder, NOW, "local");
    for number in 0..20 {
        fs::remove_file(folder.path().join(format!("content/incidents/i{number}.md")))
            .expect("a record");
    }
    build(&folder, NOW);
    let before = folder.files("public");
    let said = publish_at(&folder, NOW, &["local"]);
    assert_eq!(said.code, 2, "{said:?}");
    assert!(said.err.contains("has shrunk by more than a fifth"), "{said:?}");
    assert_eq!(folder.files("public"), before);
    assert_eq!(publish_at(&folder, NOW, &["local", "--force"]).code, 0);
    assert_eq!(visible(&folder.path().join("public")), folder.files("site"));
}

#[test]
fn a_bucket_gets_the_site_then_one_look_then_only_what_changed() {
    let (folder, server) = (Folder::of(SITE), Server::start());
    let at = server.published();
    build(&folder, NOW);
    let watched = at.clone();
    server.watch(move || assert_eq!(missing_assets(&tree_of(&watched)), Vec::<String>::new()));
    published(&folder, NOW, &server.destination());
    assert_eq!(visible(&at), folder.files("site"));

    server.rule(|_, _, _| Deal::Pass);
    published(&folder, NOW, &server.destination());
    let seen = server.seen();
    assert!(seen.len() <= 2 && seen.iter().all(|(method, _)| method == "GET"), "{seen:?}");

    folder.put(
        "content/incidents/fire.md",
        "---\ntitle: A fire\noccurred: 2021-03-10\n---\nOther words.\n",
    );
    build(&folder, NOW);
    let before = visible(&at);
    server.rule(|_, _, _| Deal::Pass);
    published(&folder, NOW, &server.destination());
    let site = folder.files("site");
    let changed: BTreeSet<String> = site
        .iter()
        .filter(|(path, bytes)| before.get(*path) != Some(bytes))
        .map(|(path, _)| path.clone())
        .collect();
    let seen = server.seen();
    let uploaded: BTreeSet<String> = seen
        .iter()
        .filter(|(method, path)| {
            method == "PUT" && !path.contains(".overdue") && !path.ends_with(MANIFEST)
        })
        .map(|(_, path)| path.strip_prefix("/watch/site/").expect("below the prefix").to_owned())
        .collect();
    assert_eq!(uploaded, changed);
    // Besides, the manifest, one look at each path that is new, and one request for each file that
    // goes. How often the journal is written depends on how long it takes.
    let asked = seen.iter().filter(|(_, path)| !path.ends_with("publishing.json")).count();
    assert!(asked <= changed.len() + 8, "{seen:?}");
    assert_eq!(visible(&at), site);
}

#[test]
fn a_server_that_fails_drops_and_is_slow_gets_the_site_all_the_same() {
    let (folder, server) = (Folder::of(SITE), Server::start());
    build(&folder, NOW);
    // Which request is which depends on the threads, so that each path is failed a few times at
    // most, and not as often as is tried.
    let failed: std::sync::Mutex<std::collections::HashMap<String, u32>> =
        std::sync::Mutex::default();
    server.rule(move |number, _, path| {
        let mut failed = failed.lock().expect("counts");
        let times = failed.entry(path.to_owned()).or_default();
        match number % 7 {
            2 | 4 if *times == 3 => Deal::Pass,
            2 | 4 => {
                *times += 1;
                if number % 7 == 2 { Deal::Fail } else { Deal::Drop }
            }
            6 => Deal::Wait(Duration::from_millis(60)),
            _ => Deal::Pass,
        }
    });
    published(&folder, NOW, &server.destination());
    assert_eq!(visible(&server.published()), folder.files("site"));
}

#[test]
fn a_server_that_only_fails_and_wrong_credentials_end_with_a_sentence_without_secrets() {
    let (folder, server) = (Folder::of(SITE), Server::start());
    build(&folder, NOW);
    server.rule(|_, _, _| Deal::Fail);
    let said = publish_at(&folder, NOW, &[&server.destination()]);
    assert_eq!(said.code, 3, "{said:?}");
    assert!(said.err.contains("the server answers 503 Service Unavailable, 6 times"), "{said:?}");
    server.let_go();
    let wrong = [("AWS_ACCESS_KEY_ID", KEY), ("AWS_SECRET_ACCESS_KEY", "guessed-and-not-right")];
    let said = folder.run_in(NOW, &wrong, &["publish", &server.destination()]);
    assert_eq!(said.code, 3, "{said:?}");
    assert!(said.err.contains("the credentials are wrong"), "{said:?}");
    assert!(
        !format!("{said:?}").contains("guessed") && !format!("{said:?}").contains("Signature="),
        "{said:?}"
    );
    let said = folder.run_in(NOW, &[], &["publish", &server.destination()]);
    assert_eq!(said.code, 2, "{said:?}");
    assert!(said.err.contains("set AWS_ACCESS_KEY_ID"), "{said:?}");
    assert!(!server.published().exists());
}

#[test]
fn a_service_that_does_not_heed_a_condition_is_refused_unless_it_is_said_that_it_does_not() {
    let (folder, server) = (Folder::of(SITE), Server::start());
    build(&folder, NOW);
    server.forget_conditions();
    let said = publish_at(&folder, NOW, &[&server.destination()]);
    assert_eq!(said.code, 2, "{said:?}");
    assert!(
        said.err.contains("does not heed If-None-Match") && said.err.contains("exclusive=false"),
        "{said:?}"
    );
    assert!(visible(&server.published()).is_empty());
    let destination = format!("{}&exclusive=false&precompress=gzip", server.destination());
    published(&folder, NOW, &destination);
    let site = folder.files("site");
    for (path, bytes) in visible(&server.published()) {
        let is_packed = bytes.starts_with(&[0x1f, 0x8b]);
        assert_eq!(
            is_packed,
            [
                ".html",
                ".css",
                ".js",
                ".json",
                ".xml",
                ".svg",
                ".csv",
                ".ics",
                ".txt",
                ".webmanifest"
            ]
            .iter()
            .any(|end| path.ends_with(end)),
            "{path}"
        );
        assert!(is_packed || site[&path] == bytes, "{path}");
    }
}

/// The program itself, which is told to publish whatever day it is.
fn start(folder: &Folder, destination: &str) -> std::process::Child {
    let mut command = folder.program();
    command
        .args(["publish", destination, "--force"])
        .envs(KEYS)
        .stdout(Stdio::null())
        .stderr(Stdio::piped());
    command.spawn().expect("the program starts")
}

#[test]
fn a_publication_killed_at_ten_points_leaves_a_whole_site_and_the_next_ends_it() {
    let (folder, server) = (Folder::of(SITE), Server::start());
    let at = server.published();
    let watched = at.clone();
    server.watch(move || assert_eq!(missing_assets(&tree_of(&watched)), Vec::<String>::new()));
    let mut killed = 0;
    let nth = [1, 2, 3, 4, 5, 8, 11, 14].map(|number| (number, "PUT", ""));
    let points = nth.into_iter().chain([(1, "PUT", MANIFEST), (1, "DELETE", "")]);
    for (round, (number, method, path)) in points.enumerate() {
        // Another look of the site each time, so that assets change with pages.
        folder.put("themes/ledger/static/style.css", format!("body {{ margin: {round}px }}\n"));
        let now = format!("2026-10-{:02}T12:00:00Z", round + 1);
        build(&folder, &now);
        let alike = AtomicUsize::new(0);
        server.rule(move |_, asked, at| {
            let hit = asked == method && at.ends_with(path);
            if alike.fetch_add(usize::from(hit), Ordering::Relaxed) + usize::from(hit) >= number {
                Deal::Hold
            } else {
                Deal::Pass
            }
        });
        let mut child = start(&folder, &server.destination());
        let held = server.holds_one(|| child.try_wait().expect("a state").is_some());
        child.kill().expect("a signal");
        child.wait().expect("an end");
        killed += usize::from(held);
        assert_eq!(missing_assets(&tree_of(&at)), Vec::<String>::new());
        server.let_go();
        let said = publish_at(&folder, &now, &[&server.destination()]);
        assert_eq!(said.code, 0, "{said:?}");
        let (found, site) = (visible(&at), folder.files("site"));
        for (path, bytes) in &site {
            assert!(
                found.get(path) == Some(bytes),
                "{path} is not as it was built, after kill {round}"
            );
        }
        assert!(
            found.keys().all(|path| site.contains_key(path) || path.starts_with("assets/")),
            "something is left over"
        );
    }
    assert_eq!(killed, 10);
}

#[test]
fn of_two_publishers_the_second_is_told() {
    let (folder, server) = (Folder::of(SITE), Server::start());
    build(&folder, NOW);
    server.rule(|_, method, path| {
        if method == "PUT" && path.ends_with("/index.html") { Deal::Hold } else { Deal::Pass }
    });
    let mut first = start(&folder, &server.destination());
    assert!(
        server.holds_one(|| first.try_wait().expect("a state").is_some()),
        "the first ended early"
    );
    let second = publish_at(&folder, NOW, &[&server.destination()]);
    assert_eq!(second.code, 3, "{second:?}");
    assert!(
        second.err.contains("another publication to this destination is under way"),
        "{second:?}"
    );
    server.let_go();
    assert!(first.wait().expect("an end").success());
    assert_eq!(visible(&server.published()), folder.files("site"));
}

#[test]
fn a_live_site_is_compared_with_what_was_published() {
    let folder = Folder::of(SITE);
    build(&folder, NOW);
    published(&folder, NOW, "local");
    let url = serve_files(folder.path().join("public"));
    let look = |now: &str, url: &str| folder.run_at(now, &["check", "--published", url]);
    let said = look(NOW, &url);
    assert_eq!((said.code, said.err.as_str()), (0, ""), "{said:?}");
    // Some hosts read these themselves, and show them to nobody.
    for own in ["_headers", "_redirects", ".nojekyll"] {
        let _ = fs::remove_file(folder.path().join("public").join(own));
    }
    let served = folder
        .files("site")
        .into_keys()
        .filter(|path| !["_headers", "_redirects", ".nojekyll"].contains(&path.as_str()))
        .count();
    let said = look(NOW, &url);
    assert_eq!((said.code, said.err.as_str()), (0, ""), "{said:?}");
    assert_eq!(said.out, format!("{served} files compared, as of 2026-11-22\n"));
    let said = look("2026-11-24T12:00:00Z", &url);
    assert_eq!(
        (said.code, said.err.as_str()),
        (1, "error: it shows 2026-11-22, and today is 2026-11-24; build and publish\n")
    );
    folder.put("overdue.yaml", "title: Another\nurl: https://other.example/\n");
    let said = look(NOW, &url);
    let sentence = "error: it is the site of https://watch.example/, and this one is that of https://other.example/\n";
    assert_eq!((said.code, said.err.as_str()), (1, sentence));
    // Without an address it looks where the settings say.
    folder.put("overdue.yaml", format!("title: Another\nurl: {url}\n"));
    let said = folder.run_at(NOW, &["check", "--published"]);
    let sentence =
        format!("error: it is the site of https://watch.example/, and this one is that of {url}\n");
    assert_eq!((said.code, said.err), (1, sentence));
    folder.put("overdue.yaml", "title: A watch\nurl: https://watch.example/\ndestinations: {local: public}\noutputs: {search: false}\n");
    // Some hosts answer so for the page that they show where nothing is found.
    let (page, shown) = (
        folder.path().join("public/404.html"),
        folder.path().join("public/shown-where-nothing-is-found"),
    );
    fs::rename(&page, &shown).expect("a page");
    let said = look(NOW, &url);
    assert_eq!((said.code, said.err.as_str()), (0, ""), "{said:?}");
    fs::remove_file(&shown).expect("a page");
    folder.put("public/index.html", "defaced");
    let said = look(NOW, &url);
    assert_eq!(said.code, 1);
    assert_eq!(
        said.err,
        "error: 404.html is missing\nerror: index.html is not as it was published\n"
    );
    fs::rename(
        folder.path().join("public/robots.txt"),
        folder.path().join("public/robots.txt.refused"),
    )
    .expect("a file");
    let said = look(NOW, &url);
    assert_eq!(said.code, 1);
    let refused = "error: robots.txt could not be compared: the server answers 403\n";
    assert_eq!(
        said.err,
        format!(
            "error: 404.html is missing\nerror: index.html is not as it was published\n{refused}"
        )
    );
    fs::remove_file(folder.path().join("public").join(MANIFEST)).expect("the manifest");
    let said = look(NOW, &url);
    assert_eq!(said.code, 1, "{said:?}");
    assert!(
        said.err.contains("overdue.json is not there: the site was not published by Overdue"),
        "{said:?}"
    );
    assert_eq!(look(NOW, "http://127.0.0.1:1/").code, 3);
    assert_eq!(look(NOW, "watch.example").code, 2);
}

/// Serves a folder as a plain host does, until the test ends.
fn serve_files(top: std::path::PathBuf) -> String {
    use std::io::{BufRead, BufReader, Write};
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let url = format!("http://{}/", listener.local_addr().expect("an address"));
    std::thread::spawn(move || {
        for mut client in listener.incoming().map_while(Result::ok) {
            let mut lines = BufReader::new(&client).lines().map_while(Result::ok);
            let path = lines.next().and_then(|line| {
                line.split(' ').nth(1).map(|path| path.trim_start_matches('/').to_owned())
            });
            let path = path.map(|path| {
                if path.is_empty() || path.ends_with('/') { path + "index.html" } else { path }
            });
            lines.find(String::is_empty);
            let is_refused =
                path.as_ref().is_some_and(|path| top.join(format!("{path}.refused")).exists());
            let found = path.and_then(|path| fs::read(top.join(path)).ok());
            let missing = if is_refused { "403 Forbidden" } else { "404 Not Found" };
            let not_found =
                || fs::read(top.join("shown-where-nothing-is-found")).unwrap_or_default();
            let (status, body) =
                found.map_or_else(|| (missing, not_found()), |body| ("200 OK", body));
            let head = format!(
                "HTTP/1.1 {status}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n",
                body.len()
            );
            let _ = client.write_all(head.as_bytes()).and_then(|()| client.write_all(&body));
        }
    });
    url
}

fn git(at: &Path, arguments: &[&str]) -> String {
    let done = Command::new("git")
        .current_dir(at)
        .args(["-c", "user.name=A", "-c", "user.email=a@b"])
        .args(arguments)
        .output()
        .expect("git runs");
    assert!(done.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8_lossy(&done.stdout).trim().to_owned()
}

#[test]
fn a_branch_gets_one_commit_for_each_publication_and_keeps_what_is_not_ours() {
    let folder = Folder::of(SITE);
    let remote = folder.path().join("pages.git");
    git(folder.path(), &["init", "--quiet", "--bare", "pages.git"]);
    build(&folder, NOW);
    let destination = format!("git:{}#site", remote.display());
    published(&folder, NOW, &destination);
    let checkout = |name: &str| {
        git(folder.path(), &["clone", "--quiet", "--branch", "site", "pages.git", name]);
        visible(&folder.path().join(name))
    };
    let mut expected = folder.files("site");
    expected.insert(".nojekyll".to_owned(), Vec::new());
    assert_eq!(checkout("one"), expected);

    published(&folder, NOW, &destination);
    assert_eq!(git(&remote, &["rev-list", "--count", "site"]), "1");

    folder.put("one/CNAME", "watch.example\n");
    git(&folder.path().join("one"), &["add", "CNAME"]);
    git(&folder.path().join("one"), &["commit", "--quiet", "-m", "Name the host"]);
    git(&folder.path().join("one"), &["push", "--quiet"]);
    fs::remove_file(folder.path().join("content/incidents/outage.md")).expect("a record");
    build(&folder, "2026-11-23T12:00:00Z");
    assert_eq!(publish_at(&folder, "2026-11-23T12:00:00Z", &[&destination, "--force"]).code, 0);
    let mut expected = folder.files("site");
    expected.insert(".nojekyll".to_owned(), Vec::new());
    expected.insert("CNAME".to_owned(), b"watch.example\n".into());
    assert_eq!(checkout("two"), expected);
    assert!(!folder.path().join("site/.overdue/git").exists());
    assert_eq!(git(&remote, &["rev-list", "--count", "site"]), "3");
}

#[test]
fn a_strangers_file_on_a_branch_that_would_have_to_go_is_told() {
    let folder = Folder::new();
    git(folder.path(), &["init", "--quiet", "--bare", "pages.git"]);
    let place = overdue::publish::Place::Git {
        remote: folder.path().join("pages.git").display().to_string(),
        branch: "site".into(),
    };
    let address =
        Address { place, ..Address::parse("git:x#site", folder.path()).expect("an address") };
    let opened = || open(&address, &Environment::default()).expect("a branch");
    let store = opened();
    for path in ["notes", "letters/old/a.txt", "letters/b.txt", "letters.txt"] {
        store.write(path, b"not ours").expect("an object");
    }
    store.finish().expect("a push");
    let found = opened()
        .present(&["notes/deep/a.txt", "letters", "new.html"].map(str::to_owned))
        .expect("a look");
    assert_eq!(found, ["letters/b.txt", "letters/old/a.txt", "notes"]);
}

#[test]
fn a_branch_that_moved_on_meanwhile_is_not_overwritten() {
    let folder = Folder::of(SITE);
    git(folder.path(), &["init", "--quiet", "--bare", "pages.git"]);
    build(&folder, NOW);
    let address = Address::parse("git:pages.git#site", folder.path()).expect("an address");
    let address = Address {
        place: overdue::publish::Place::Git {
            remote: folder.path().join("pages.git").display().to_string(),
            branch: "site".into(),
        },
        ..address
    };
    let [first, second] =
        [0, 1].map(|_| open(&address, &Environment::default()).expect("a branch"));
    for store in [&first, &second] {
        store.write("index.html", b"whose?").expect("an object");
    }
    first.write("first.html", b"mine").expect("an object");
    first.finish().expect("a push");
    let failure = second.finish().expect_err("a refusal");
    assert!(failure.sentence.contains("has moved on meanwhile"), "{failure}");
    assert_eq!(git(&folder.path().join("pages.git"), &["rev-list", "--count", "site"]), "1");
}

/// A destination in memory that notes what it is asked, and is gone after so many requests.
struct Memory {
    files: Mutex<BTreeMap<String, Vec<u8>>>,
    asked: Mutex<Vec<String>>,
    left: AtomicUsize,
    has_folders: bool,
    /// The next upload waits until it is woken.
    sleep_at_upload: AtomicBool,
    /// Whether somebody sleeps, and whether they are woken.
    sleep: (Mutex<(bool, bool)>, Condvar),
}

impl Memory {
    fn new() -> Self {
        let left = AtomicUsize::new(usize::MAX);
        Self {
            files: Mutex::default(),
            asked: Mutex::default(),
            left,
            has_folders: false,
            sleep_at_upload: AtomicBool::new(false),
            sleep: Default::default(),
        }
    }

    /// One in which a file and a folder can't have the same name.
    fn with_folders() -> Self {
        Self { has_folders: true, ..Self::new() }
    }

    fn wait_until_asleep(&self) {
        let state = self.sleep.0.lock().expect("a state");
        let _asleep = self.sleep.1.wait_while(state, |(asleep, _)| !*asleep).expect("a state");
    }

    fn wake(&self) {
        self.sleep.0.lock().expect("a state").1 = true;
        self.sleep.1.notify_all();
    }

    fn perhaps_sleep(&self) {
        if self.sleep_at_upload.swap(false, Ordering::Relaxed) {
            let mut state = self.sleep.0.lock().expect("a state");
            state.0 = true;
            self.sleep.1.notify_all();
            let _woken = self.sleep.1.wait_while(state, |(_, woken)| !*woken).expect("a state");
        }
    }

    fn ask(
        &self,
        what: &str,
        path: &str,
    ) -> Result<MutexGuard<'_, BTreeMap<String, Vec<u8>>>, Failure> {
        let left = self
            .left
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1));
        left.map_err(|_| Failure { fault: Fault::Machine, sentence: "it is gone".to_owned() })?;
        self.asked.lock().expect("a list").push(format!("{what} {path}"));
        Ok(self.files.lock().expect("files"))
    }

    /// What a visitor may ask for.
    fn visible(&self) -> BTreeMap<String, Vec<u8>> {
        let mut files = self.files.lock().expect("files").clone();
        files.retain(|path, _| path != MANIFEST && !path.starts_with(".overdue/"));
        files
    }
}

impl Store for Memory {
    fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Failure> {
        Ok(self.ask("read", path)?.get(path).cloned())
    }
    fn is_occupied(&self) -> Result<bool, Failure> {
        Ok(!self.ask("look at", "everything")?.is_empty())
    }
    fn present(&self, paths: &[String]) -> Result<Vec<String>, Failure> {
        let files = self.ask("look for", &paths.join(" "))?;
        Ok(paths.iter().filter(|path| files.contains_key(*path)).cloned().collect())
    }
    fn create(&self, path: &str, bytes: &[u8]) -> Result<bool, Failure> {
        let mut files = self.ask("create", path)?;
        let new = !files.contains_key(path);
        files.entry(path.to_owned()).or_insert_with(|| bytes.to_owned());
        Ok(new)
    }
    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        self.ask("write", path)?.insert(path.to_owned(), bytes.to_owned());
        Ok(())
    }
    fn upload(&self, uploads: &[Upload], each: Each<'_>) -> Result<(), Failure> {
        for upload in uploads {
            let bytes = upload.bytes()?;
            self.perhaps_sleep();
            let mut files = self.ask("upload", &upload.path)?;
            let above = |path: &str, other: &str| {
                other.strip_prefix(path).is_some_and(|rest| rest.starts_with('/'))
            };
            if self.has_folders {
                let other = files
                    .keys()
                    .find(|other| above(&upload.path, other) || above(other, &upload.path));
                assert_eq!(other, None, "{} is in the way", upload.path);
            }
            files.insert(upload.path.clone(), bytes);
            drop(files);
            each(upload)?;
        }
        Ok(())
    }
    fn remove(&self, paths: &[String]) -> Result<(), Failure> {
        for path in paths {
            self.ask("remove", path)?.remove(path);
        }
        Ok(())
    }
    fn has_folders(&self) -> bool {
        self.has_folders
    }
}

fn site_of(output: &Path) -> Published {
    let files = tree_of(output)
        .into_iter()
        .map(|(path, bytes)| (path, Entry { hash: hash_of(&bytes), size: bytes.len() as u64 }));
    Published::new(
        "https://watch.example/",
        "2026-11-22",
        "2026-11-22".parse().expect("a day"),
        files.collect(),
    )
}

/// Publishes the files of a folder.
fn publish_files(store: &dyn Store, output: &Path, patience: Duration) -> Result<Summary, Failure> {
    let site = site_of(output);
    publish_site(store, output, site, true, patience)
}

fn publish_site(
    store: &dyn Store,
    output: &Path,
    site: Published,
    force: bool,
    patience: Duration,
) -> Result<Summary, Failure> {
    let request = publish::Request {
        output,
        site,
        programs: BTreeSet::new(),
        dry_run: false,
        force,
        patience,
    };
    publish::publish(store, &request, &publish::Publication { tell: &|_| {}, progress: &|_, _| {} })
}

#[test]
fn one_changed_file_of_ten_thousand_costs_a_handful_of_requests() {
    let folder = Folder::new();
    let page = |number: usize| format!("pages/p{number}.html");
    for number in 0..10_000 {
        folder.put(&format!("site/{}", page(number)), format!("page {number}"));
    }
    let store = Memory::new();
    let publish = || {
        publish_files(&store, &folder.path().join("site"), Duration::from_mins(5))
            .expect("a publication");
        std::mem::take(&mut *store.asked.lock().expect("a list"))
    };
    assert!(publish().len() > 10_000);
    folder.put(&format!("site/{}", page(77)), "other words");
    let asked = publish();
    let journal = ".overdue/publishing.json";
    let expected = [
        format!("read {MANIFEST}"),
        format!("read {journal}"),
        format!("create {journal}"),
        format!("read {MANIFEST}"),
        format!("upload {}", page(77)),
        format!("read {journal}"),
        format!("write {MANIFEST}"),
        format!("read {journal}"),
        format!("remove {journal}"),
    ];
    assert_eq!(asked, expected);
    assert_eq!(publish(), expected[..2]);
}

#[test]
fn wherever_a_publication_ends_the_site_is_whole_and_the_next_one_puts_all_right() {
    let folder = Folder::new();
    let page = |style: &str, words: &str| {
        format!("<html><link href=\"/assets/style-{style}.css\">{words}</html>")
    };
    for (site, style, words) in [("one", "0000000001", "yesterday"), ("two", "0000000002", "today")]
    {
        for path in ["index.html", "a/index.html", &format!("{site}/index.html")] {
            folder.put(&format!("{site}/{path}"), page(style, words));
        }
        folder.put(&format!("{site}/assets/style-{style}.css"), words);
        folder.put(&format!("{site}/feed.xml"), words);
        folder.put(&format!("{site}/{site}.json"), words);
    }
    let outputs = ["one", "two"].map(|name| folder.path().join(name));
    let (calm, hasty) = (Duration::from_mins(5), Duration::from_millis(16));
    let mut ended_at = 0;
    for last in 0.. {
        // Whoever comes next may have the new site, or go back to the old one.
        for next in &outputs {
            let store = Memory::new();
            publish_files(&store, &outputs[0], calm).expect("a publication");
            store.files.lock().expect("files").insert("letter.txt".to_owned(), b"not ours".into());
            store.left.store(last, Ordering::Relaxed);
            let cut = publish_files(&store, &outputs[1], calm);
            assert_eq!(
                missing_assets(&store.visible()),
                Vec::<String>::new(),
                "after {last} requests"
            );
            store.left.store(usize::MAX, Ordering::Relaxed);
            publish_files(&store, next, hasty)
                .unwrap_or_else(|failure| panic!("after {last} requests: {failure}"));
            let mut found = store.visible();
            assert_eq!(
                found.remove("letter.txt"),
                Some(b"not ours".into()),
                "after {last} requests"
            );
            let site = tree_of(next);
            found.retain(|path, _| site.contains_key(path) || !path.starts_with("assets/"));
            assert_eq!(found, site, "after {last} requests");
            if cut.is_ok() {
                ended_at = last;
            }
        }
        if ended_at > 0 {
            break;
        }
    }
    assert!(ended_at > 15, "a publication takes {ended_at} requests");
}

#[test]
fn a_plan_is_in_an_order_in_which_every_moment_is_whole_and_removes_only_what_is_known() {
    let entry =
        |content: &str| Entry { hash: hash_of(content.as_bytes()), size: content.len() as u64 };
    let files = |list: &[(&str, &str)]| {
        list.iter()
            .map(|(path, content)| ((*path).to_owned(), entry(content)))
            .collect::<BTreeMap<_, _>>()
    };
    let old = files(&[
        ("index.html", "1"),
        ("a/index.html", "1"),
        ("gone/index.html", "1"),
        ("feed.xml", "1"),
        ("assets/style-0000000001.css", "1"),
        ("assets/same.css", "1"),
    ]);
    let new = files(&[
        ("index.html", "2"),
        ("a/index.html", "2"),
        ("new/index.html", "2"),
        ("new/index.json", "2"),
        ("feed.xml", "2"),
        ("assets/style-0000000002.css", "2"),
        ("assets/same.css", "1"),
    ]);
    let manifest = |files| {
        Published::new(
            "https://watch.example/",
            "2026-11-22",
            "2026-11-22".parse().expect("a day"),
            files,
        )
    };
    let found = plan(&new, &Known::new(Some(&manifest(old.clone())), &BTreeMap::new()));
    let stages: Vec<Vec<&str>> =
        found.uploads.iter().map(|stage| stage.iter().map(String::as_str).collect()).collect();
    let expected: [&[&str]; 6] = [
        &["assets/style-0000000002.css"],
        &["new/index.json"],
        &["new/index.html"],
        &["a/index.html"],
        &["index.html"],
        &["feed.xml"],
    ];
    assert_eq!(stages, expected);
    assert_eq!(found.removals.iter().collect::<Vec<_>>(), ["gone/index.html"]);
    assert_eq!(found.retired.keys().collect::<Vec<_>>(), ["assets/style-0000000001.css"]);
    assert_eq!(found.unchanged, 1);

    // An asset that was kept goes with the next change, and not before.
    let mut kept = manifest(new.clone());
    kept.retired = found.retired;
    let nothing = plan(&new, &Known::new(Some(&kept), &BTreeMap::new()));
    assert!(nothing.is_empty() && nothing.retired.len() == 1, "{nothing:?}");
    let mut newer = new.clone();
    newer.insert("feed.xml".to_owned(), entry("3"));
    let next = plan(&newer, &Known::new(Some(&kept), &BTreeMap::new()));
    assert_eq!(next.removals.iter().collect::<Vec<_>>(), ["assets/style-0000000001.css"]);
    assert!(next.retired.is_empty(), "{next:?}");

    // What is in doubt is uploaded again, even where the manifest has the same content; what
    // arrived is not.
    let since = BTreeMap::from([
        ("index.html".to_owned(), None),
        ("a/index.html".to_owned(), Some(entry("2"))),
        ("half/index.html".to_owned(), None),
    ]);
    let resumed = plan(&old, &Known::new(Some(&manifest(old.clone())), &since));
    assert_eq!(resumed.uploads.concat(), ["a/index.html", "index.html"]);
    assert_eq!(resumed.removals.iter().collect::<Vec<_>>(), ["half/index.html"]);
}

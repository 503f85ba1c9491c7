//! The server: what is saved is shown, what is broken is told over the last good page, and nobody
//! else is answered.
//!
//! Nothing is slept for: a test waits for the server's own event, with a deadline.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use overdue::clock::AsOf;
use overdue::resolve::{Ahead, Options};
use overdue::serve::{Config, Limits, start};
use serde_json::Value;

use crate::harness::{Folder, instant};

const DAY: &str = "2026-11-22";
const PATIENCE: Duration = Duration::from_secs(60);

const SITE: &str = "\
-- content/incidents/fire.md --
---
title: A fire
occurred: 2022-10-15
operators: [op]
tags: [power]
sources:
  - {id: press, title: A paper}
---
It burned [@press]. See [the flood](flood.md).
-- content/incidents/flood.md --
---
title: A flood
occurred: 2023-01-02
operators: [op]
sources: [{title: A paper}]
---
It was wet for {{ days(\"flood\") }}.
-- content/organisations/op.md --
---
title: The operator
---
-- content/responses/reply.md --
---
title: A statement
kind: statement
incidents: [fire]
by: op
date: 2022-11-01
sources: [{title: A letter}]
---
They said so.
-- content/pages/method.md --
---
title: Method
---
How it is done.
-- static/notes.txt --
Notes
";

/// A server in a process of its own.
struct Server {
    child: Child,
    client: Client,
    lines: Receiver<String>,
}

impl std::ops::Deref for Server {
    type Target = Client;

    fn deref(&self) -> &Client {
        &self.client
    }
}

/// Whoever asks it.
struct Client {
    port: u16,
}

impl Server {
    fn start(folder: &Folder, arguments: &[&str]) -> Self {
        let mut command = folder.program();
        command
            .args(["serve", "--port", "0"])
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let mut child = command.spawn().expect("the program starts");
        let out = BufReader::new(child.stdout.take().expect("its output"));
        let (tell, lines) = mpsc::channel();
        thread::spawn(move || {
            out.lines().map_while(Result::ok).for_each(|line| drop(tell.send(line)));
        });
        let first = lines.recv_timeout(PATIENCE).expect("its address");
        let port = first
            .split(['/', ' '])
            .nth(2)
            .and_then(|address| address.rsplit(':').next())
            .and_then(|port| port.parse().ok());
        Self {
            child,
            client: Client { port: port.unwrap_or_else(|| panic!("no address in {first}")) },
            lines,
        }
    }

    fn as_of(folder: &Folder) -> Self {
        Self::start(folder, &["--as-of", DAY])
    }
}

impl Client {
    /// The answer to a request as it is written: status, headers, body.
    fn raw(&self, request: &[u8]) -> (u16, String, Vec<u8>) {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("a connection");
        stream.set_read_timeout(Some(PATIENCE)).expect("a limit");
        // A server may refuse before it has read everything.
        let _ = stream.write_all(request);
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        let end = answer.windows(4).position(|bytes| bytes == b"\r\n\r\n").unwrap_or(answer.len());
        let head = String::from_utf8_lossy(&answer[..end]).into_owned();
        let status = head.split(' ').nth(1).and_then(|code| code.parse().ok()).unwrap_or(0);
        (status, head, answer.get(end + 4..).unwrap_or_default().to_vec())
    }

    fn request(&self, path: &str, headers: &str) -> (u16, String, Vec<u8>) {
        self.raw(format!("GET {path} HTTP/1.1\r\nConnection: close\r\n{headers}\r\n").as_bytes())
    }

    fn get(&self, path: &str) -> (u16, Vec<u8>) {
        let (status, head, body) =
            self.request(path, &format!("Host: 127.0.0.1:{}\r\n", self.port));
        assert!(!head.to_ascii_lowercase().contains("transfer-encoding"), "{head}");
        (status, body)
    }

    fn text(&self, path: &str) -> String {
        String::from_utf8(self.get(path).1).expect("text")
    }

    fn state(&self, path: &str) -> Value {
        serde_json::from_str(&self.text(&format!("/__overdue/state?path={path}"))).expect("a state")
    }

    /// A stream of the numbers of states.
    fn events(&self) -> Events {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).expect("a connection");
        stream.set_read_timeout(Some(PATIENCE)).expect("a limit");
        write!(&stream, "GET /__overdue/events HTTP/1.1\r\nHost: localhost:{}\r\n\r\n", self.port)
            .expect("a request");
        Events(BufReader::new(stream))
    }

    /// Waits until something is so, looking again whenever the server tells of a change.
    fn wait(&self, what: &str, is_so: impl Fn(&Self) -> bool) {
        let began = Instant::now();
        let mut events = self.events();
        while events.find().is_some() && began.elapsed() < PATIENCE {
            if is_so(self) {
                return;
            }
        }
        panic!("never {what}");
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

struct Events(BufReader<TcpStream>);

impl Events {
    /// The next number: the present one at first, then one for each change.
    fn next(&mut self) -> u64 {
        self.find().expect("something happens")
    }

    /// The next number, if there is one in time.
    fn find(&mut self) -> Option<u64> {
        let began = Instant::now();
        let mut line = String::new();
        loop {
            // Where nothing happens, the server says so now and then.
            if began.elapsed() > PATIENCE {
                return None;
            }
            line.clear();
            let read = self.0.read_line(&mut line).expect("an event in time");
            assert!(read > 0, "the stream ended");
            if let Some(number) = line.strip_prefix("data: ") {
                return Some(number.trim().parse().expect("a number"));
            }
        }
    }
}

/// A page without the script tag.
fn untagged(bytes: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(bytes);
    let Some((before, after)) = text.split_once("<script src=\"/__overdue/serve.js\"") else {
        return bytes.to_vec();
    };
    let (_, after) = after.split_once("</script>").expect("the end of the tag");
    format!("{before}{after}").into_bytes()
}

/// What a build would write.
fn built(folder: &Folder) -> BTreeMap<String, Vec<u8>> {
    let other = Folder::new();
    let output = other.path().join("out");
    let said = folder.run(&[
        "build",
        "--drafts",
        "--as-of",
        DAY,
        "--output",
        output.to_str().expect("a plain path"),
    ]);
    assert_eq!(said.code, 0, "{}", said.err);
    other.files("out")
}

fn edit(folder: &Folder, path: &str, from: &str, to: &str) {
    let file = folder.path().join(path);
    let text = fs::read_to_string(&file).expect("a text");
    assert!(text.contains(from), "{path} does not say {from}");
    fs::write(file, text.replace(from, to)).expect("a file");
}

#[test]
fn every_page_is_the_one_that_a_build_writes_and_a_script_tag() {
    let folder = Folder::of(SITE);
    let server = Server::as_of(&folder);
    for (path, bytes) in built(&folder) {
        let address = format!("/{}", path.strip_suffix("index.html").unwrap_or(&path));
        let (status, served) = server.get(&address);
        assert_eq!(status, 200, "{address}");
        let is_page = path.ends_with(".html");
        assert_eq!(served != bytes, is_page, "{address}: only pages have the tag");
        assert_eq!(
            String::from_utf8_lossy(&untagged(&served)),
            String::from_utf8_lossy(&bytes),
            "{address}"
        );
    }
    assert_eq!(server.get("/site/index.html").0, 404, "the output folder is not served");
    let (status, head, _) =
        server.request("/incidents/fire", &format!("Host: localhost:{}\r\n", server.port));
    assert_eq!(
        (status, head.to_ascii_lowercase().contains("\r\nlocation: /incidents/fire/")),
        (302, true),
        "{head}"
    );
}

#[test]
fn a_save_is_on_its_page_and_on_every_list() {
    let folder = Folder::of(SITE);
    let server = Server::as_of(&folder);
    let page = "content/incidents/fire.md";
    edit(&folder, page, "It burned", "It burned for long");
    server
        .wait("the body", |server| server.text("/incidents/fire/").contains("It burned for long"));
    edit(&folder, page, "title: A fire", "title: A great fire");
    server.wait("the title in a list", |server| {
        server.text("/organisations/op/").contains("A great fire")
    });
    assert_eq!(server.state("/")["changed"], "/incidents/fire/");
    edit(&folder, page, "2022-10-15", "2022-10-16");
    server.wait("the day", |server| server.text("/incidents/fire/").contains("16 October 2022"));
    folder.put("content/incidents/storm.md", "---\ntitle: A storm\noccurred: 2024-02-03\n---\n");
    server.wait("a new record", |server| server.get("/incidents/storm/").0 == 200);
    fs::rename(
        folder.path().join("content/incidents/storm.md"),
        folder.path().join("content/incidents/gale.md"),
    )
    .unwrap();
    server.wait("a record renamed", |server| {
        server.get("/incidents/gale/").0 == 200 && server.get("/incidents/storm/").0 == 404
    });
    fs::remove_file(folder.path().join("content/incidents/gale.md")).unwrap();
    server.wait("a record deleted", |server| server.get("/incidents/gale/").0 == 404);
    edit(&folder, "overdue.yaml", "A watch", "Another watch");
    server.wait("the site's title", |server| server.text("/").contains("Another watch"));
    fs::write(folder.path().join("static/notes.txt"), "Other notes").unwrap();
    server.wait("a file that is copied", |server| server.get("/notes.txt").1 == b"Other notes");
    folder.put("themes/mine/templates/page.html", "<!doctype html><body><p>Mine</p></body>");
    fs::write(
        folder.path().join("overdue.yaml"),
        "title: A watch\nurl: https://watch.example/\ntheme: mine\n",
    )
    .unwrap();
    server.wait("a theme", |server| server.text("/pages/method/").contains("<p>Mine</p>"));
    fs::write(
        folder.path().join("themes/mine/templates/page.html"),
        "<!doctype html><body><p>Ours</p></body>",
    )
    .unwrap();
    server.wait("a template", |server| server.text("/pages/method/").contains("<p>Ours</p>"));
}

#[test]
fn an_editor_that_puts_a_new_file_in_place_of_the_old_one_is_followed() {
    let folder = Folder::of(SITE);
    let server = Server::as_of(&folder);
    let file = folder.path().join("content/incidents/fire.md");
    let text = fs::read_to_string(&file).unwrap();
    // A new file moved over the old one.
    let new = folder.path().join("content/incidents/.fire.md.tmp");
    fs::write(&new, text.replace("It burned", "It glowed")).unwrap();
    fs::rename(&new, &file).unwrap();
    server.wait("a file moved over another", |server| {
        server.text("/incidents/fire/").contains("It glowed")
    });
    // The old one moved aside, and a new one of its name.
    fs::rename(&file, folder.path().join("content/incidents/fire.md~")).unwrap();
    fs::write(&file, text.replace("It burned", "It smoked")).unwrap();
    server
        .wait("a file moved aside", |server| server.text("/incidents/fire/").contains("It smoked"));
}

#[test]
fn changes_are_found_by_looking_where_the_system_does_not_tell() {
    let folder = Folder::of(SITE);
    let server = Server::start(&folder, &["--as-of", DAY, "--poll"]);
    server.wait("the first page", |server| server.text("/incidents/fire/").contains("It burned"));
    edit(&folder, "content/incidents/fire.md", "It burned", "It glowed brightly");
    server
        .wait("the body", |server| server.text("/incidents/fire/").contains("It glowed brightly"));
}

#[test]
fn a_mistake_is_told_as_by_check_over_the_last_good_page_and_goes_with_its_cause() {
    let folder = Folder::of(SITE);
    let server = Server::as_of(&folder);
    let good = server.text("/incidents/fire/");
    assert_eq!(server.state("/incidents/fire/")["errors"], "");
    for (path, from, to) in [
        ("content/incidents/fire.md", "occurred: 2022-10-15", "occured: 2022-10-15"),
        ("content/incidents/fire.md", "---\nIt", "\nIt"),
        ("content/responses/reply.md", "[fire]", "[fires]"),
        ("overdue.yaml", "title:", "titel:"),
    ] {
        let before = fs::read_to_string(folder.path().join(path)).unwrap();
        edit(&folder, path, from, to);
        let check = folder.run(&["check", "--drafts", "--as-of", DAY]);
        assert_eq!(check.code, 1, "{to}");
        server.wait("the error", |server| server.state("/incidents/fire/")["errors"] == check.err);
        assert_eq!(server.text("/incidents/fire/"), good, "{to}: the last good page stays");
        fs::write(folder.path().join(path), before).unwrap();
        server.wait("put right", |server| server.state("/incidents/fire/")["errors"] == "");
        assert_eq!(server.text("/incidents/fire/"), good, "{to}");
    }
}

#[test]
fn a_site_that_begins_with_a_mistake_is_shown_when_it_is_put_right() {
    let folder = Folder::of(SITE);
    edit(&folder, "content/incidents/fire.md", "occurred: 2022-10-15", "occurred: yesterday");
    let server = Server::as_of(&folder);
    let (status, page) = server.get("/incidents/fire/");
    assert_eq!(status, 500);
    assert!(String::from_utf8_lossy(&page).contains("serve.js"));
    assert_eq!(server.state("/")["errors"], folder.run(&["check", "--drafts", "--as-of", DAY]).err);
    edit(&folder, "content/incidents/fire.md", "yesterday", "2022-10-15");
    server.wait("the page", |server| server.get("/incidents/fire/").0 == 200);
}

#[test]
fn a_template_that_fails_on_a_page_leaves_the_page_as_it_was() {
    let folder = Folder::of(SITE);
    folder.put("overdue.yaml", "title: A watch\nurl: https://watch.example/\ntheme: mine\n");
    folder.put("themes/mine/templates/page.html", "<!doctype html><body><p>Good</p></body>");
    let server = Server::as_of(&folder);
    assert!(server.text("/pages/method/").contains("<p>Good</p>"));
    fs::write(
        folder.path().join("themes/mine/templates/page.html"),
        "<body>{{ page.nothing.at.all }}</body>",
    )
    .unwrap();
    server.wait("the failure", |server| server.get("/pages/method/").0 == 500);
    assert!(server.text("/pages/method/").contains("<p>Good</p>"));
    assert_eq!(
        server.state("/pages/method/")["errors"],
        folder.run(&["check", "--as-of", DAY]).err
    );
    assert_eq!(server.get("/incidents/fire/").0, 200, "other pages are made");
}

#[test]
fn a_hundred_changes_in_a_second_end_in_the_last() {
    let folder = Folder::of(SITE);
    let server = Server::as_of(&folder);
    let file = folder.path().join("content/incidents/fire.md");
    let text = fs::read_to_string(&file).unwrap();
    for number in 0..=100 {
        let broken = if number % 7 == 3 { "occurred: never" } else { "occurred: 2022-10-15" };
        fs::write(
            &file,
            text.replace("It burned", &format!("Number {number}."))
                .replace("occurred: 2022-10-15", broken),
        )
        .unwrap();
    }
    server.wait("the last", |server| server.text("/incidents/fire/").contains("Number 100."));
    let state = server.state("/incidents/fire/");
    assert_eq!(state["errors"], "");
    assert_eq!(
        built(&folder)["incidents/fire/index.html"],
        untagged(&server.get("/incidents/fire/").1)
    );
}

#[test]
fn drafts_and_what_is_scheduled_are_marked() {
    let folder = Folder::of(SITE);
    folder.put(
        "content/incidents/storm.md",
        "---\ntitle: A storm\noccurred: 2024-02-03\ndraft: true\n---\n",
    );
    folder
        .put("content/articles/later.md", "---\ntitle: Some day\ndate: 2999-01-02\n---\nWords.\n");
    let server = Server::as_of(&folder);
    let state = server.state("/incidents/storm/");
    assert_eq!(state["bar"], "Preview as of 22 November 2026 · 1 draft shown");
    assert_eq!(state["note"], "This page is a draft.");
    assert_eq!(state["records"][0]["href"], "/incidents/storm/");
    assert_eq!(server.state("/incidents/fire/")["note"], "");
    drop(server);
    let server = Server::start(&folder, &["--no-drafts"]);
    let state = server.state("/");
    let bar = state["bar"].as_str().expect("a bar");
    assert!(bar.contains(" · 1 draft not shown · 1 scheduled"), "{bar}");
    assert_eq!(state["records"][0]["text"], "Some day, on 2 January 2999");
    assert_eq!(server.get("/incidents/storm/").0, 404);
    assert_eq!(server.get("/articles/later/").0, 404);
}

/// How the site in a folder is served in this process.
fn config(folder: &Folder, limits: Limits) -> Config {
    Config {
        root: folder.path().to_owned(),
        host: std::net::Ipv4Addr::LOCALHOST.into(),
        port: Some(0),
        options: Box::new(|_| Options {
            as_of: AsOf::Instant(instant("2026-11-22T12:00:00Z")),
            ahead: Ahead::Mistake,
            drafts: true,
        }),
        moves_every: None,
        follow: false,
        poll: false,
        limits,
    }
}

#[test]
fn the_as_of_moves_on_by_itself() {
    let folder = Folder::of(SITE);
    let is_past_midnight = Arc::new(AtomicBool::new(false));
    let night = Arc::clone(&is_past_midnight);
    let now = move || {
        instant(if night.load(Ordering::Relaxed) {
            "2026-11-23T00:00:30Z"
        } else {
            "2026-11-22T23:59:30Z"
        })
    };
    let running = start(Config {
        options: Box::new(move |_| Options {
            as_of: AsOf::Instant(now()),
            ahead: Ahead::Mistake,
            drafts: true,
        }),
        moves_every: Some(Duration::from_millis(20)),
        ..config(&folder, Limits::default())
    });
    let running = running.expect("a server");
    let server = Client { port: running.address.port() };
    server.wait("the day", |server| server.text("/incidents/fire/").contains("22 November 2026"));
    is_past_midnight.store(true, Ordering::Relaxed);
    server.wait("the next day", |server| {
        server.text("/incidents/fire/").contains("23 November 2026")
    });
}

#[test]
fn an_address_that_does_not_exist_names_those_that_are_like_it() {
    let folder = Folder::of(SITE);
    let server = Server::as_of(&folder);
    assert_eq!(server.get("/incidents/fires/").0, 404);
    assert_eq!(server.state("/incidents/fires/")["near"][0]["href"], "/incidents/fire/");
    assert_eq!(server.state("/incidents/fire/")["near"], Value::Array(Vec::new()));
}

#[test]
fn the_search_finds_what_was_just_written() {
    let folder = Folder::of(SITE);
    let server = Server::as_of(&folder);
    let pieces = |server: &Client| {
        let page = server.text("/search/");
        let (_, rest) = page.split_once("data-index=\"").expect("the list of the index");
        let (list, _) = rest.split_once('"').expect("its end");
        let list: Value = serde_json::from_str(
            &server.text(&format!("/search/{}", list.rsplit('/').next().expect("a name"))),
        )
        .expect("a list");
        let words = list["languages"]["en"]["words"].as_array().expect("pieces").clone();
        words
            .iter()
            .map(|piece| {
                server.text(&format!("/search/en/{}.json", piece[1].as_str().expect("a name")))
            })
            .collect::<String>()
    };
    assert!(pieces(&server).contains("\"burned\"") && !pieces(&server).contains("\"glowed\""));
    edit(&folder, "content/incidents/fire.md", "It burned", "It glowed");
    server.wait("the new word in the index", |server| pieces(server).contains("\"glowed\""));
}

#[test]
fn an_address_of_any_length_is_only_not_found() {
    let folder = Folder::of(SITE);
    let server = Server::as_of(&folder);
    let long = format!("/incidents/fire{}/", "e".repeat(300));
    assert_eq!(server.get(&long).0, 404);
    assert_eq!(server.state(&long)["near"], Value::Array(Vec::new()));
}

/// H30
#[test]
fn no_path_leads_to_the_disk() {
    let folder = Folder::of(SITE);
    folder.put("secret.txt", "A secret");
    let server = Server::as_of(&folder);
    let host = format!("Host: 127.0.0.1:{}\r\n", server.port);
    let long = format!("/{}", "a".repeat(8 << 10));
    for path in [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/%2e%2e%2fsecret.txt",
        "/..%5csecret.txt",
        "/..\\secret.txt",
        "/%252e%252e%252fsecret.txt",
        "//secret.txt",
        "/static/../../secret.txt",
        "/secret.txt",
        "/content/incidents/fire.md",
        "/overdue.yaml",
        "/notes.txt%00.html",
        "/notes.txt/",
        "/./notes.txt",
        &long,
        "/__overdue/../secret.txt",
        "/__overdue/state?path=/../secret.txt",
        "/%",
        "/%ff",
    ] {
        let (status, _, body) = server.request(path, &host);
        assert!(matches!(status, 400 | 404), "{path}: {status}");
        assert!(!String::from_utf8_lossy(&body).contains("A secret"), "{path}");
    }
    assert_eq!(server.request("secret.txt", &host).0, 403, "that is the name of another host");
    let (status, _, _) = server.raw(format!("GET /\0 HTTP/1.1\r\n{host}\r\n").as_bytes());
    assert!(matches!(status, 400 | 404), "{status}");
    assert_eq!(
        server.raw(format!("POST / HTTP/1.1\r\nConnection: close\r\n{host}\r\n").as_bytes()).0,
        405
    );
    assert_eq!(server.get("/notes.txt"), (200, b"Notes\n".to_vec()), "it lives");
    let outside = Folder::new();
    outside.put("secret.txt", "A secret");
    let file = folder.path().join("static/notes.txt");
    fs::remove_file(&file).unwrap();
    std::os::unix::fs::symlink(outside.path().join("secret.txt"), &file).unwrap();
    assert!(
        !server.text("/notes.txt").contains("A secret"),
        "a link is not followed, even before it is noticed"
    );
}

/// H31
#[test]
fn a_request_for_another_host_or_from_another_page_is_refused() {
    let folder = Folder::of(SITE);
    let server = Server::as_of(&folder);
    let port = server.port;
    let own = format!("Host: 127.0.0.1:{port}\r\n");
    for headers in [
        "Host: evil.example\r\n".to_owned(),
        format!("Host: evil.example:{port}\r\n"),
        format!("Host: 127.0.0.1.evil.example:{port}\r\n"),
        "Host: 127.0.0.1:1\r\n".to_owned(),
        format!("{own}Host: evil.example\r\n"),
        format!("{own}Origin: null\r\n"),
        format!("{own}Origin: https://evil.example\r\n"),
        format!("{own}Origin: http://evil.example:{port}\r\n"),
        format!("{own}Origin: http://localhost:1\r\n"),
        String::new(),
    ] {
        for path in ["/", "/__overdue/events", "/__overdue/state?path=/", "/__overdue/serve.js"] {
            let (status, head, body) = server.request(path, &headers);
            assert!(matches!(status, 400 | 403), "{path} {headers}: {status}");
            assert!(!head.to_ascii_lowercase().contains("access-control"), "{head}");
            assert!(!String::from_utf8_lossy(&body).contains("A watch"), "{path} {headers}");
        }
    }
    for headers in [
        own.clone(),
        format!("Host: localhost:{port}\r\n"),
        format!("{own}Origin: http://127.0.0.1:{port}\r\n"),
    ] {
        let (status, head, _) = server.request("/", &headers);
        assert_eq!(status, 200, "{headers}");
        let head = head.to_ascii_lowercase();
        assert!(!head.contains("access-control"), "{head}");
        assert!(
            head.contains(
                "content-security-policy: default-src 'none'; script-src 'self'; style-src 'self'"
            ),
            "{head}"
        );
    }
}

#[test]
fn no_page_of_another_origin_can_ask_but_a_link_may_lead_here() {
    let folder = Folder::of(SITE);
    let server = Server::as_of(&folder);
    let own = format!("Host: 127.0.0.1:{}\r\n", server.port);
    for site in ["cross-site", "same-site", "CROSS-SITE", "anything", ""] {
        for rest in [
            "",
            "Sec-Fetch-Mode: no-cors\r\nSec-Fetch-Dest: script\r\n",
            "Sec-Fetch-Mode: no-cors\r\nSec-Fetch-Dest: image\r\n",
            "Sec-Fetch-Mode: cors\r\nSec-Fetch-Dest: empty\r\n",
            "Sec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: iframe\r\n",
            "Sec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: embed\r\n",
            "Sec-Fetch-Mode: navigate\r\n",
            "Sec-Fetch-Dest: document\r\n",
            "Sec-Fetch-Mode: cors\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document\r\n",
            "Sec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document\r\nOrigin: https://evil.example\r\n",
            "Sec-Fetch-Site: same-origin\r\n",
        ] {
            for path in [
                "/",
                "/notes.txt",
                "/__overdue/events",
                "/__overdue/state?path=/",
                "/__overdue/serve.js",
            ] {
                let (status, _, body) =
                    server.request(path, &format!("{own}Sec-Fetch-Site: {site}\r\n{rest}"));
                assert_eq!(status, 403, "{path} {site} {rest}");
                assert_eq!(
                    body, b"This server answers only pages of its own.\n",
                    "{path} {site} {rest}"
                );
            }
        }
    }
    for headers in [
        "Sec-Fetch-Site: same-origin\r\nSec-Fetch-Mode: cors\r\nSec-Fetch-Dest: empty\r\n",
        "Sec-Fetch-Site: none\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document\r\n",
        "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document\r\n",
        "",
    ] {
        let (status, head, _) = server.request("/", &format!("{own}{headers}"));
        let head = head.to_ascii_lowercase();
        assert_eq!(status, 200, "{headers}");
        assert!(
            head.contains("; frame-ancestors 'self'\r\n")
                && head.contains("cross-origin-opener-policy: same-origin"),
            "{head}"
        );
    }
}

#[test]
fn a_file_that_could_run_has_the_policy_that_a_host_gives_it() {
    let folder = Folder::of(SITE);
    folder.put("static/tool/index.html", "<p>A tool</p>");
    let said = folder.run(&["build", "--as-of", DAY]);
    assert_eq!(said.code, 0, "{}", said.err);
    let file = String::from_utf8(folder.files("site")["_headers"].clone()).expect("text");
    let (_, rule) = file.split_once("/tool/index.html\n").expect("a rule");
    let policy = rule
        .lines()
        .next()
        .and_then(|line| line.strip_prefix("  Content-Security-Policy: "))
        .expect("a policy");
    assert!(
        policy.starts_with("default-src 'none'; ") && policy.ends_with("; sandbox"),
        "{policy}"
    );
    let server = Server::as_of(&folder);
    let host = format!("Host: 127.0.0.1:{}\r\n", server.port);
    for path in ["/tool/", "/tool/index.html"] {
        let (status, head, _) = server.request(path, &host);
        assert_eq!(status, 200, "{path}");
        assert!(head.contains(&format!("content-security-policy: {policy}\r\n")), "{head}");
        assert!(head.contains("x-content-type-options: nosniff"), "{head}");
    }
    let (_, head, _) = server.request("/notes.txt", &host);
    assert!(!head.contains("sandbox"), "{head}");
}

/// A connection on which nothing was asked yet.
fn connected(server: &Client) -> TcpStream {
    let stream = TcpStream::connect(("127.0.0.1", server.port)).expect("a connection");
    stream.set_read_timeout(Some(PATIENCE)).expect("a limit");
    stream
}

/// Whether the server has ended a connection; what it said before does not count.
fn is_ended(mut stream: TcpStream) -> bool {
    let mut rest = Vec::new();
    match stream.read_to_end(&mut rest) {
        Ok(_) => true,
        Err(error) => {
            !matches!(error.kind(), std::io::ErrorKind::WouldBlock | std::io::ErrorKind::TimedOut)
        }
    }
}

const LONG: Duration = Duration::from_secs(3600);
const SHORT: Duration = Duration::from_millis(200);

#[test]
fn whoever_does_not_send_the_head_of_a_request_in_time_has_to_leave() {
    let folder = Folder::of(SITE);
    let running = start(config(&folder, Limits { connections: 8, head: SHORT, answer: LONG }))
        .expect("a server");
    let server = Client { port: running.address.port() };
    assert_eq!(server.get("/notes.txt").0, 200);
    let silent = connected(&server);
    let mut halfway = connected(&server);
    write!(halfway, "GET / HTTP/1.1\r\nHost: 127.0.0.1:{}\r\n", server.port)
        .expect("half a request");
    let mut idle = connected(&server);
    write!(idle, "GET /notes.txt HTTP/1.1\r\nHost: 127.0.0.1:{}\r\n\r\n", server.port)
        .expect("a request");
    // A line now and then does not help.
    let mut dripping = connected(&server);
    let began = Instant::now();
    while dripping.write_all(b"X: x\r\n").is_ok() && began.elapsed() < PATIENCE {
        thread::sleep(SHORT / 10);
    }
    assert!(began.elapsed() < PATIENCE, "a head may take for ever");
    for (name, stream) in [("silent", silent), ("halfway", halfway), ("idle", idle)] {
        assert!(is_ended(stream), "{name}");
    }
    let large = format!("X: {}\r\n", "x".repeat(100_000));
    assert!(matches!(server.request("/", &large).0, 0 | 400 | 431), "a head has a size");
    assert_eq!(server.get("/notes.txt"), (200, b"Notes\n".to_vec()), "it lives");
}

#[test]
fn there_are_no_more_connections_than_places_and_who_waits_is_answered_when_one_is_free() {
    let folder = Folder::of(SITE);
    let running = start(config(&folder, Limits { connections: 3, head: LONG, answer: LONG }))
        .expect("a server");
    let server = Client { port: running.address.port() };
    assert_eq!(server.get("/notes.txt").0, 200);
    let mut held: Vec<TcpStream> = (0..3).map(|_| connected(&server)).collect();
    let mut waiting = connected(&server);
    write!(
        waiting,
        "GET /notes.txt HTTP/1.1\r\nConnection: close\r\nHost: 127.0.0.1:{}\r\n\r\n",
        server.port
    )
    .expect("a request");
    waiting.set_read_timeout(Some(SHORT)).expect("a limit");
    assert!(waiting.read(&mut [0]).is_err(), "there was a fourth place");
    held.pop();
    waiting.set_read_timeout(Some(PATIENCE)).expect("a limit");
    let mut answer = String::new();
    waiting.read_to_string(&mut answer).expect("an answer");
    assert!(answer.starts_with("HTTP/1.1 200") && answer.ends_with("Notes\n"), "{answer}");
    // Hundreds who say nothing cost those time alone who come after them.
    drop(held);
    let running = start(config(&folder, Limits { connections: 8, head: SHORT, answer: LONG }))
        .expect("a server");
    let server = Client { port: running.address.port() };
    let _crowd: Vec<TcpStream> = (0..100).map(|_| connected(&server)).collect();
    assert_eq!(server.get("/notes.txt").0, 200);
}

#[test]
fn streams_of_events_leave_places_for_pages() {
    let folder = Folder::of(SITE);
    let running = start(config(&folder, Limits { connections: 4, head: LONG, answer: LONG }))
        .expect("a server");
    let server = Client { port: running.address.port() };
    let mut streams: Vec<Events> = (0..2).map(|_| server.events()).collect();
    streams.iter_mut().for_each(|events| _ = events.next());
    let host = format!("Host: 127.0.0.1:{}\r\n", server.port);
    let (status, _, body) = server.request("/__overdue/events", &host);
    assert_eq!((status, &*String::from_utf8_lossy(&body)), (503, "Too many pages are open.\n"));
    assert_eq!(server.get("/notes.txt").0, 200);
    streams.clear();
    // It is noticed that they are gone when something happens.
    fs::write(folder.path().join("static/notes.txt"), "Other notes").unwrap();
    let began = Instant::now();
    while server.get("/notes.txt").1 != b"Other notes" {
        assert!(began.elapsed() < PATIENCE, "the change is never shown");
    }
    server.events().next();
}

#[test]
fn whoever_does_not_take_an_answer_has_to_leave() {
    let folder = Folder::of(SITE);
    folder.put("static/large.bin", vec![b'x'; 64 << 20]);
    let running = start(config(&folder, Limits { connections: 2, head: LONG, answer: SHORT }))
        .expect("a server");
    let server = Client { port: running.address.port() };
    assert_eq!(server.get("/notes.txt").0, 200);
    let unread: Vec<TcpStream> = (0..2)
        .map(|_| {
            let mut stream = connected(&server);
            write!(stream, "GET /large.bin HTTP/1.1\r\nHost: 127.0.0.1:{}\r\n\r\n", server.port)
                .expect("a request");
            stream
        })
        .collect();
    assert_eq!(server.get("/notes.txt").0, 200, "a place is free again");
    drop(unread);
}

/// H32
#[test]
fn whoever_listens_beyond_the_machine_is_warned_and_shows_no_drafts_unless_asked_again() {
    let folder = Folder::of(SITE);
    folder.put(
        "content/incidents/storm.md",
        "---\ntitle: A storm\noccurred: 2024-02-03\ndraft: true\n---\n",
    );
    for (arguments, status) in
        [(&["--host", "0.0.0.0"][..], 404), (&["--host", "0.0.0.0", "--drafts"][..], 200)]
    {
        let mut command = folder.program();
        command
            .args(["serve", "--port", "0", "--as-of", DAY])
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program starts");
        let mut out = BufReader::new(child.stdout.take().expect("its output"));
        let mut first = String::new();
        out.read_line(&mut first).expect("its address");
        let port = first
            .split(['/', ' '])
            .nth(2)
            .and_then(|address| address.rsplit(':').next())
            .and_then(|port| port.parse().ok());
        let mut warning = String::new();
        BufReader::new(child.stderr.take().expect("its warnings"))
            .read_line(&mut warning)
            .expect("a warning");
        let server = Server {
            child,
            client: Client { port: port.expect("a port") },
            lines: mpsc::channel().1,
        };
        assert!(
            warning.starts_with("warning: anybody on your network can read this site at http://"),
            "{warning}"
        );
        assert_eq!(server.get("/incidents/storm/").0, status);
        assert_eq!(
            server.request("/", &format!("Host: evil.example:{port}\r\n", port = server.port)).0,
            403
        );
    }
}

#[test]
fn a_port_that_is_taken_is_an_error_if_it_was_named() {
    let folder = Folder::of(SITE);
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = taken.local_addr().expect("an address").port();
    let said = folder.run(&["serve", "--port", &port.to_string()]);
    assert_eq!(said.code, 3);
    let expected = format!(
        "error: port {port} is in use by another program; name another with --port, or leave it out to get one that is free\n"
    );
    assert_eq!(said.err, expected);
}

#[test]
fn ctrl_c_ends_the_server_as_if_its_work_were_done() {
    let folder = Folder::of(SITE);
    let mut server = Server::as_of(&folder);
    let _stream = server.events();
    assert_eq!(server.get("/").0, 200);
    let interrupted = std::process::Command::new("kill")
        .args(["-INT", &server.child.id().to_string()])
        .status()
        .expect("a signal");
    assert!(interrupted.success());
    let status = server.child.wait().expect("an end");
    assert_eq!(status.code(), Some(0));
}

#[test]
fn a_line_tells_of_each_change() {
    let folder = Folder::of(SITE);
    let server = Server::as_of(&folder);
    let next = || server.lines.recv_timeout(PATIENCE).expect("a line");
    assert!(next().starts_with("ready in "));
    edit(&folder, "content/incidents/fire.md", "It burned", "It glowed");
    let line = next();
    assert!(line.starts_with("content/incidents/fire.md changed: shown after "), "{line}");
}

/// The configuration of a site with two languages and a theme of its own.
const MINE: &str =
    "title: A watch\nurl: https://watch.example/\ntheme: mine\nlanguages: [en, fr]\n";

/// Numbers that look random and are the same in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % limit as u64).expect("a small number")
    }
}

/// An edit of one of the site's first records: its file and what it says then, or that it is gone.
/// Mistakes are mended as often as made.
fn edit_of(
    originals: &BTreeMap<String, String>,
    numbers: &mut Numbers,
    word: &str,
) -> (String, Option<String>) {
    let files: Vec<&String> =
        originals.keys().filter(|path| path.starts_with("content/")).collect();
    let path = files[numbers.below(files.len())];
    let text = &originals[path];
    let head_end = text.rfind("---\n").expect("front matter");
    let with = |line: &str| format!("{}{line}\n{}", &text[..head_end], &text[head_end..]);
    let new = match numbers.below(20) {
        0..=2 => text.replace("title: ", &format!("title: {word} ")),
        3 => format!("{text}\n{word} [@press].\n"),
        4 | 5 => format!("{text}\n{word} and {{{{ days(\"fire\") }}}}.\n"),
        6 => text.replace("title: ", &format!("summary: {word}\ntitle: ")),
        7 => text.replace("202", "201"),
        8 => with("draft: true"),
        9 => with("tags: [other]"),
        10 => text.replace("title:", "titel:"),
        11 => format!("{text}\n[{word}](/nowhere/at/all/) ![](picture.png)\n"),
        12 => return (path.clone(), None),
        _ => text.clone(),
    };
    (path.clone(), Some(new))
}

/// An edit of something else: a file and what it says then, or that it is gone.
fn other_edit(numbers: &mut Numbers, word: &str) -> (String, Option<String>) {
    let name = numbers.below(3);
    let incident = |more: &str| {
        let head =
            format!("title: {word}\noccurred: 2021-03-1{name}\nsources: [{{title: A paper}}]\n");
        Some(format!("---\n{head}{more}---\n[Method](/pages/method/), [[fire]], {word}.\n"))
    };
    let settings = |more: &str| Some(format!("{MINE}{more}"));
    match numbers.below(16) {
        0 => (format!("content/incidents/new-{name}.md"), incident("")),
        1 => (
            format!("content/incidents/new-{name}.md"),
            incident(&format!("slug: other-{name}\naliases: [old/{name}]\n")),
        ),
        2 => (
            format!("content/incidents/new-{name}.md"),
            incident(
                "awaiting: [{id: one, report: final-report, checked: 2026-10-01}, {id: two, report: interim-report}]\n",
            ),
        ),
        3 => (format!("content/incidents/new-{name}.md"), None),
        4 => (
            "content/pages/method.fr.md".to_owned(),
            Some(format!("---\ntitle: {word}\n---\n[Méthode](/pages/method/)\n")),
        ),
        5 => ("themes/mine/words/en.ftl".to_owned(), Some(format!("agenda = {word}\n"))),
        6 => (
            "themes/mine/templates/page.html".to_owned(),
            Some(format!("<!doctype html><body><p>{word}</p>{{{{ content }}}}</body>\n")),
        ),
        7 => ("static/notes.txt".to_owned(), Some(word.to_owned())),
        8 => (
            "content/incidents/fire.fr.md".to_owned(),
            Some(format!("---\ntitle: {word}\nsummary: Un feu\n---\nIl brûla [@press].\n")),
        ),
        // A fact that the record does not say.
        9 => (
            "content/incidents/fire.fr.md".to_owned(),
            Some(format!("---\ntitle: {word}\noccurred: 2022-10-16\n---\n")),
        ),
        10 => ("content/incidents/fire.fr.md".to_owned(), None),
        11 => ("overdue.yaml".to_owned(), settings(&format!("description: {word}\n"))),
        12 => ("overdue.yaml".to_owned(), settings("outputs: {twins: false, cards: false}\n")),
        13 => (
            "overdue.yaml".to_owned(),
            Some(MINE.replace("theme: mine\n", "timezone: Asia/Seoul\n")),
        ),
        14 => ("overdue.yaml".to_owned(), settings("languages: [en\n")),
        // Where a folder is needed.
        _ => ("static/badges".to_owned(), Some(word.to_owned()).filter(|_| name == 0)),
    }
}

#[test]
fn after_any_edits_what_is_served_is_what_a_fresh_build_writes() {
    const EDITS: usize = 90;
    let folder = Folder::of(SITE);
    let mut originals = crate::harness::files_of(SITE);
    originals.extend(
        [("overdue.yaml", MINE), ("themes/mine/words/en.ftl", "agenda = Diary\n")]
            .map(|(path, text)| (path.to_owned(), text.to_owned())),
    );
    for (path, text) in &originals {
        folder.put(path, text);
    }
    let server = Server::as_of(&folder);
    let mut numbers = Numbers(20_261_122);
    let mut good = built(&folder);
    let mut good_sites = 0;
    // Files that were edited since the site was good.
    let mut broken: BTreeSet<String> = BTreeSet::new();
    for number in 0..EDITS {
        let word = format!("Word {number}");
        let mended = if numbers.below(3) > 0 { broken.pop_first() } else { None };
        let (path, new) = match mended {
            Some(path) => (path.clone(), originals.get(&path).cloned()),
            None if numbers.below(3) == 0 => other_edit(&mut numbers, &word),
            None => edit_of(&originals, &mut numbers, &word),
        };
        match new {
            Some(text) => folder.put(&path, text),
            None => drop(fs::remove_file(folder.path().join(&path))),
        }
        let check = folder.run(&["check", "--drafts", "--as-of", DAY]);
        let is_good = check.code == 0;
        good_sites += usize::from(is_good);
        if is_good {
            broken.clear();
        } else {
            broken.insert(path.clone());
        }
        if is_good {
            good = built(&folder);
        }
        let expected_errors = if is_good { "" } else { &check.err };
        let expected_warnings = if is_good { &check.err } else { "" };
        server.wait(&format!("what edit {number} of {path} makes"), |server| {
            let state = server.state("/");
            // A file that is copied is read whenever it is asked for.
            let is_kept = |path: &str| is_good || path != "notes.txt";
            let differs = |(path, bytes): (&String, &Vec<u8>)| {
                let (status, served) = server.get(&format!("/{path}"));
                is_kept(path) && (status != 200 || untagged(&served) != *bytes)
            };
            state["errors"] == expected_errors
                && (!is_good || state["warnings"] == expected_warnings)
                && !good.iter().any(differs)
        });
    }
    assert!(good_sites > EDITS / 4 && good_sites < EDITS, "{good_sites} of {EDITS} were good");
}

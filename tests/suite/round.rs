//! The round of `overdue checked`: at a terminal, as lists, and what is said of pages that changed.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{IpAddr, SocketAddr, TcpListener, TcpStream};
use std::os::fd::OwnedFd;
use std::process::Stdio;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use overdue::cli::{Surroundings, run};
use overdue::links::{Asker, Names, is_public};
use overdue::publish::Environment;
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use serde_json::Value;

use crate::harness::{Folder, Said, instant};

const SITE: &str = "\
-- content/organisations/firm.md --
---
title: A firm
---
-- content/incidents/a.md --
---
title: A fire
occurred: 2026-03-10
awaiting:
  - report: final-report
    from: firm
    checked: 2026-10-01
    checked_where:
      - http://a.example/news#latest
      - http://a.example/same
      - http://a.example/fail
      - http://a.example/private
---
-- content/incidents/later.md --
---
title: A flood
occurred: 2026-11-01
awaiting:
  - {report: final-report, checked: 2026-11-22, recheck_every: 60 days}
---
";

/// Pages by path, which a test changes; the requests are kept as `PATH` or `PATH if ETAG`.
#[derive(Clone)]
struct Web {
    address: SocketAddr,
    pages: Arc<Mutex<BTreeMap<&'static str, &'static str>>>,
    seen: Arc<Mutex<Vec<String>>>,
}

thread_local! {
    static ADDRESS: Cell<Option<SocketAddr>> = const { Cell::new(None) };
    static TYPED: RefCell<Option<BufReader<File>>> = const { RefCell::new(None) };
}

impl Web {
    fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = listener.local_addr().expect("an address");
        let web = Self { address, pages: Arc::default(), seen: Arc::default() };
        let serving = web.clone();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                serving.answer(stream);
            }
        });
        web
    }

    fn put(&self, path: &'static str, body: &'static str) {
        self.pages.lock().expect("no panic").insert(path, body);
    }

    fn answer(&self, mut stream: TcpStream) {
        let mut lines = BufReader::new(stream.try_clone().expect("a stream")).lines();
        let first = lines.next().expect("a line").expect("text");
        let path = first.split(' ').nth(1).expect("a path").to_owned();
        let known =
            lines.map_while(Result::ok).take_while(|line| !line.is_empty()).find_map(|line| {
                line.to_lowercase().strip_prefix("if-none-match: ").map(str::to_owned)
            });
        let asked = known.as_ref().map_or(path.clone(), |etag| format!("{path} if {etag}"));
        self.seen.lock().expect("no panic").push(asked);
        let body = self.pages.lock().expect("no panic").get(path.as_str()).copied();
        let head = match (path.as_str(), body, known) {
            ("/private", ..) => "302 Found\r\nLocation: http://private.example/x\r\n".to_owned(),
            ("/same", _, Some(_)) => "304 Not Modified\r\n".to_owned(),
            (_, Some(body), _) => format!(
                "200 OK\r\nETag: \"{path}\"\r\nContent-Type: text/html\r\nContent-Length: {}\r\n",
                body.len()
            ),
            (_, None, _) => "503 Service Unavailable\r\n".to_owned(),
        };
        let body = if head.starts_with("200") { body.unwrap_or_default() } else { "" };
        let _ = write!(stream, "HTTP/1.1 {head}Connection: close\r\n\r\n{body}");
    }

    /// What was asked since this was called last.
    fn asked(&self) -> Vec<String> {
        std::mem::take(&mut *self.seen.lock().expect("no panic"))
    }
}

/// The web of this test, under any name but those of a private network.
fn asker(url: &str) -> Asker {
    let address = ADDRESS.get().expect("a web");
    let names = Names::Given(Arc::new(move |host: &str, port| {
        Ok(vec![if host.starts_with("private") {
            SocketAddr::from(([10, 0, 0, 1], port))
        } else {
            address
        }])
    }));
    let reaches = |address: IpAddr| address.is_loopback() || is_public(address);
    Asker::new(url, names, reaches, Duration::ZERO, Duration::from_secs(5))
}

fn surroundings(folder: &Folder, now: &str, ask: Option<fn() -> Option<String>>) -> Surroundings {
    Surroundings {
        now: instant(now),
        clock: || panic!("no time passes here"),
        folder: folder.path().to_owned(),
        home: None,
        colour: false,
        environment: Environment::read(|_| None),
        watched: false,
        asker,
        ask,
    }
}

/// Runs the program without a terminal.
fn listed(folder: &Folder, web: &Web, now: &str, arguments: &[&str]) -> Said {
    ADDRESS.set(Some(web.address));
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let arguments = ["overdue", "checked"].iter().chain(arguments).map(OsString::from);
    let exit = run(arguments, &surroundings(folder, now, None), &mut out, &mut err);
    let text = |bytes| String::from_utf8(bytes).expect("text");
    Said { code: exit.code(), out: text(out), err: text(err) }
}

/// A pseudo-terminal: whoever types, and what a program has of it.
fn terminal() -> (File, File) {
    let flags = OpenptFlags::RDWR | OpenptFlags::NOCTTY;
    let master = openpt(flags).expect("a terminal");
    grantpt(&master).expect("a terminal");
    unlockpt(&master).expect("a terminal");
    let name = ptsname(&master, Vec::new()).expect("its name").into_string().expect("text");
    let mut options = OpenOptions::new();
    let slave = options.read(true).write(true).open(name).expect("the other end");
    (File::from(master), slave)
}

/// Types each answer when a question is asked, and gives all that was on the screen.
fn converse(mut keyboard: File, answers: &[&str]) -> String {
    let (mut screen, mut piece) = (String::new(), [0; 4096]);
    let mut answers = answers.iter();
    // Reading fails when nobody holds the other end any more.
    while let Ok(length @ 1..) = keyboard.read(&mut piece) {
        screen.push_str(&String::from_utf8_lossy(&piece[..length]));
        if screen.ends_with(": ") {
            // Without an answer it is the end of what is typed.
            let typed = answers.next().map_or("\u{4}".to_owned(), |answer| format!("{answer}\n"));
            keyboard.write_all(typed.as_bytes()).expect("keys");
        }
    }
    assert_eq!(answers.next(), None, "an answer was not asked for:\n{screen}");
    screen.replace("\r\n", "\n")
}

/// The round at a terminal, with what is on the screen.
fn round(folder: &Folder, web: &Web, now: &'static str, answers: &[&str]) -> String {
    let (keyboard, screen) = terminal();
    thread::scope(|scope| {
        scope.spawn(move || {
            ADDRESS.set(Some(web.address));
            let (mut out, mut err) =
                (screen.try_clone().expect("a screen"), screen.try_clone().expect("a screen"));
            TYPED.set(Some(BufReader::new(screen)));
            let typed = || {
                TYPED.with_borrow_mut(|typed| {
                    let mut line = String::new();
                    (typed.as_mut()?.read_line(&mut line).ok()? > 0).then(|| line.trim().to_owned())
                })
            };
            let arguments = ["overdue", "checked"].map(OsString::from);
            run(arguments, &surroundings(folder, now, Some(typed)), &mut out, &mut err);
            TYPED.set(None);
        });
        converse(keyboard, answers)
    })
}

#[test]
fn the_round_tells_what_changed_where_somebody_looks_and_notes_what_they_say() {
    let (folder, web) = (Folder::of(SITE), Web::start());
    web.put("/news", "<title>News</title><ul><li>Old news</ul>");
    web.put("/same", "<p>Nothing yet");
    let screen = round(&folder, &web, "2026-11-22T12:00:00Z", &["what?", "n"]);
    for line in [
        "(1 of 1) a/final-report: Final report from A firm, A fire\n",
        "  http://a.example/news#latest: not compared before\n",
        "  http://a.example/same: not compared before\n",
        "  http://a.example/fail: not known: the site has trouble (503)\n",
        "  http://a.example/private: not known: it leads into a private network, which readers cannot reach\n",
        "a/final-report: checked 2026-11-22 (before: 2026-10-01)\n",
        "recorded 1 of 1 check\n",
    ] {
        assert!(screen.contains(line), "{line}\n{screen}");
    }
    let incident =
        || fs::read_to_string(folder.path().join("content/incidents/a.md")).expect("text");
    assert!(incident().contains("\n    checked: 2026-11-22\n"));
    assert_eq!(web.asked(), ["/fail", "/news", "/private", "/same"]);

    web.put(
        "/news",
        "<title>News</title><ul><li>Old news<li>Final report on the fire<li>Spring fair</ul>",
    );
    let screen = round(&folder, &web, "2026-12-20T12:00:00Z", &["later"]);
    let changed = "  http://a.example/news#latest: changed since 22 November 2026; new: 1 line that names the document\n    > Final report on the fire\n";
    let same = "  http://a.example/same: unchanged since 22 November 2026\n";
    assert!(screen.contains(changed) && screen.contains(same), "{screen}");
    assert!(screen.contains("recorded 0 of 1 check\n"), "{screen}");
    assert!(web.asked().contains(&"/same if \"/same\"".to_owned()));

    // Half an hour later nobody is asked again, and what was put off is told as before.
    let screen =
        round(&folder, &web, "2026-12-20T12:30:00Z", &["f", "", "http://a.example/report.pdf"]);
    assert!(screen.contains(changed) && screen.contains(same), "{screen}");
    // What failed is asked for each time.
    assert_eq!(web.asked(), ["/fail", "/private"]);
    let response =
        fs::read_to_string(folder.path().join("content/responses/final-report-a-fire.md"))
            .expect("a draft");
    for line in [
        "title: \"Final report: A fire\"",
        "kind: final-report",
        "date: 2026-12-20",
        "draft: true",
        "incidents: [a]",
        "by: [firm]",
        "url: \"http://a.example/report.pdf\"",
    ] {
        assert!(response.lines().any(|found| found == line), "{line}\n{response}");
    }
    assert!(incident().contains("\n    checked: 2026-11-22\n"), "found is no absence");
    assert_eq!(folder.run_at("2026-12-20T12:30:00Z", &["check", "--drafts"]).code, 0);
}

#[test]
fn the_program_itself_asks_at_a_terminal_and_lists_or_refuses_without_one() {
    let folder = Folder::of(SITE);
    let (keyboard, screen) = terminal();
    let end = || Stdio::from(OwnedFd::from(screen.try_clone().expect("a screen")));
    let mut command = folder.program();
    command.args(["checked", "--offline"]).stdin(end()).stdout(end()).stderr(end());
    let mut child = command.spawn().expect("the program");
    // Its own copies are all that is left of the other end.
    drop((command, screen));
    let screen = converse(keyboard, &["q"]);
    assert_eq!(child.wait().expect("an end").code(), Some(0), "{screen}");
    assert!(screen.contains("a/final-report: Final report from A firm, A fire\n"), "{screen}");
    assert!(screen.contains("http://a.example/same: not known: nobody has asked\n"), "{screen}");

    let said = folder.run(&["checked"]);
    assert_eq!(said.code, 2);
    assert!(
        said.err.starts_with("error: name the clocks for which nothing was found"),
        "{}",
        said.err
    );
}

#[test]
fn a_list_for_programs_says_of_each_place_what_is_known() {
    let (folder, web) = (Folder::of(SITE), Web::start());
    web.put("/news", "<p>Old news");
    web.put("/same", "");
    let said = listed(&folder, &web, "2026-11-22T12:00:00Z", &["--format", "json"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let rows: Vec<Value> = serde_json::from_str(&said.out).expect("rows");
    assert_eq!(rows.len(), 1, "a check that is due in two months is none of the round");
    assert_eq!(
        (&rows[0]["clock"], &rows[0]["matter"], &rows[0]["checked"]),
        (&"a/final-report".into(), &"stale".into(), &"2026-10-01".into())
    );
    let states = rows[0]["places"]
        .as_array()
        .expect("places")
        .iter()
        .map(|place| (place["state"].as_str(), place["why"].as_str()));
    assert_eq!(
        states.collect::<Vec<_>>(),
        [
            (Some("first"), None),
            (Some("not-known"), Some("it shows no text to a program")),
            (Some("not-known"), Some("the site has trouble (503)")),
            (
                Some("not-known"),
                Some("it leads into a private network, which readers cannot reach")
            ),
        ]
    );
}

#[test]
fn a_list_that_was_ticked_is_read_back_for_the_day_on_which_it_was_made() {
    let (folder, web) = (Folder::of(SITE), Web::start());
    folder.put("content/incidents/b.md", "---\ntitle: B\noccurred: 2026-03-10\n---\n");
    let list = listed(&folder, &web, "2026-11-22T12:00:00Z", &["--format", "md"]).out;
    assert!(list.starts_with("# Checks due on 2026-11-22\n\n"), "{list}");
    assert!(
        list.contains("\n- [ ] `a/final-report` Final report from A firm, A fire. ")
            && list.contains("\n- [ ] `b/final-report` "),
        "{list}"
    );
    folder.put("list.md", &list);
    let read = |arguments: &[&str]| {
        listed(
            &folder,
            &web,
            "2026-11-25T12:00:00Z",
            &[&["--ticked", "list.md"], arguments].concat(),
        )
    };
    assert_eq!(read(&[]).out, "nothing is ticked in the list\n");
    // As a code host gives the text of an issue.
    folder.put("list.md", list.replace("[ ] `b", "[x] `b").replace('\n', "\r\n"));
    let said = read(&[]);
    assert_eq!(
        (said.code, said.out.as_str()),
        (0, "b/final-report: checked 2026-11-22 (before: never)\nrecorded for 1 clock\n"),
        "{}",
        said.err
    );
    folder.put("list.md", "- [x] `b/final-report` B");
    assert_eq!(read(&[]).code, 2);
    assert_eq!(read(&["--on", "2026-11-24"]).code, 0);
}

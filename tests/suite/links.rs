//! `check --links`: a server on the loopback stands for the web, under names that only the test
//! knows.

use std::io::{Read, Write};
use std::net::{IpAddr, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use overdue::clock::AsOf;
use overdue::diag::human;
use overdue::links::{Answer, Asker, Cache, FILE, Names, check, is_public};
use overdue::load::Tree;
use overdue::parse::ParseCache;
use overdue::resolve::{Ahead, Options, read_site};

use crate::harness::{Folder, files_of, instant};

/// A server that answers by path, and the requests it saw, as `METHOD PATH`.
struct Web {
    address: SocketAddr,
    seen: Arc<Mutex<Vec<String>>>,
}

impl Web {
    fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = listener.local_addr().expect("an address");
        let seen = Arc::new(Mutex::new(Vec::new()));
        let noted = Arc::clone(&seen);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let noted = Arc::clone(&noted);
                thread::spawn(move || serve(stream, &noted));
            }
        });
        Self { address, seen }
    }

    /// An asker for whom every name is this server, except those that begin with `no`.
    fn asker(&self, may_reach: fn(IpAddr) -> bool) -> Asker {
        let address = self.address;
        let names = Names::Given(Arc::new(move |host: &str, _| {
            Ok(if host.starts_with("no") { Vec::new() } else { vec![address] })
        }));
        Asker::new(
            "https://watch.example/",
            names,
            may_reach,
            Duration::ZERO,
            Duration::from_millis(1500),
        )
    }

    fn seen(&self) -> Vec<String> {
        self.seen.lock().expect("no panic").clone()
    }
}

fn serve(mut stream: TcpStream, seen: &Mutex<Vec<String>>) {
    let mut request = Vec::new();
    let mut byte = [0];
    while !request.ends_with(b"\r\n\r\n") {
        match stream.read(&mut byte) {
            Ok(1) => request.push(byte[0]),
            _ => return,
        }
    }
    let text = String::from_utf8_lossy(&request).into_owned();
    let mut words = text.split(' ');
    let (method, path) =
        (words.next().unwrap_or_default().to_owned(), words.next().unwrap_or_default().to_owned());
    assert!(text.to_ascii_lowercase().contains("user-agent: overdue/"), "{text}");
    assert!(text.contains("(+https://watch.example/)"), "{text}");
    seen.lock().expect("no panic").push(format!("{method} {path}"));
    let answer = match path.as_str() {
        "/good" | "/good?" | "/Stra%C3%9Fe" => "200 OK\r\nContent-Length: 0".to_owned(),
        "/no-head" if method == "HEAD" => "404 Not Found\r\nContent-Length: 0".to_owned(),
        "/no-head" => "200 OK\r\nContent-Length: 0".to_owned(),
        "/gone" => "410 Gone\r\nContent-Length: 0".to_owned(),
        "/forbidden" => "403 Forbidden\r\nContent-Length: 0".to_owned(),
        "/busy" => "429 Too Many Requests\r\nContent-Length: 0".to_owned(),
        "/trouble" => "503 Service Unavailable\r\nContent-Length: 0".to_owned(),
        "/a/moved" => {
            "301 Moved Permanently\r\nLocation: .././good?#top\r\nContent-Length: 0".to_owned()
        }
        "/round" => "302 Found\r\nLocation: /round\r\nContent-Length: 0".to_owned(),
        "/to-file" => "302 Found\r\nLocation: file:///etc/passwd\r\nContent-Length: 0".to_owned(),
        "/huge" if method == "HEAD" => "405 Method Not Allowed\r\nContent-Length: 0".to_owned(),
        "/huge" => "200 OK\r\nContent-Length: 10737418240".to_owned(),
        "/slow" => {
            let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nX-Drip: ");
            for _ in 0..100 {
                if stream.write_all(b"x").is_err() {
                    return;
                }
                thread::sleep(Duration::from_millis(200));
            }
            return;
        }
        _ => "404 Not Found\r\nContent-Length: 0".to_owned(),
    };
    let _ = stream.write_all(format!("HTTP/1.1 {answer}\r\n\r\n").as_bytes());
    if path == "/huge" && method == "GET" {
        // Whoever reads on would be kept here for a long time.
        let block = [b'x'; 65536];
        while stream.write_all(&block).is_ok() {}
    }
}

fn anywhere(_: IpAddr) -> bool {
    true
}

fn broken(why: &str) -> Answer {
    Answer::Broken(why.to_owned())
}

fn unknown(why: &str) -> Answer {
    Answer::Unknown(why.to_owned())
}

#[test]
fn a_page_is_there_or_gone_or_nobody_can_tell() {
    let web = Web::start();
    let asker = web.asker(anywhere);
    let cases = [
        ("http://a.example/good", Answer::Good),
        ("http://a.example/Straße", Answer::Good),
        ("http://a.example/no-head", Answer::Good),
        ("http://a.example/a/moved", Answer::Good),
        ("http://bücher.example/good", Answer::Good),
        ("http://a.example:80/x/../good", Answer::Good),
        ("http://a.example/huge", Answer::Good),
        ("http://a.example/missing", broken("the site has no such page (404)")),
        ("http://a.example/gone", broken("the site has taken the page down (410)")),
        ("http://nobody.example/", broken("there is no site of this name")),
        ("http://a.example/forbidden", unknown("the site lets no program look (403)")),
        ("http://a.example/busy", unknown("the site asks to be left alone for a while (429)")),
        ("http://a.example/trouble", unknown("the site has trouble (503)")),
        ("http://a.example/slow", unknown("the site did not answer in time")),
        ("http://a.example/round", unknown("it sends its readers on more than five times")),
        (
            "http://a.example/to-file",
            unknown("it sends its readers to something that is not on the web"),
        ),
        (
            "http://somebody:secret@a.example/good",
            unknown("its address holds a name or password, which is not sent"),
        ),
    ];
    for (url, expected) in cases {
        assert_eq!(asker.ask(url), expected, "{url}");
    }
    let seen = web.seen();
    assert_eq!(seen.iter().filter(|request| request.ends_with(" /round")).count(), 6, "{seen:?}");
    assert_eq!(seen.iter().filter(|request| request.ends_with(" /busy")).count(), 1, "{seen:?}");
}

#[test]
fn a_host_that_is_silent_three_times_is_not_asked_again() {
    let web = Web::start();
    let asker = web.asker(anywhere);
    for _ in 0..5 {
        assert_eq!(
            asker.ask("http://dead.example/slow"),
            unknown("the site did not answer in time")
        );
    }
    assert_eq!(asker.ask("http://a.example/good"), Answer::Good);
    assert_eq!(web.seen().iter().filter(|request| request.ends_with(" /slow")).count(), 3);
}

#[test]
fn no_connection_is_made_to_a_private_network_whatever_the_name() {
    let web = Web::start();
    let asker = web.asker(is_public);
    for url in [
        "http://a.example/good",
        "http://2130706433/good",
        "http://[::1]/good",
        "http://localhost/good",
    ] {
        assert_eq!(
            asker.ask(url),
            broken("it leads into a private network, which readers cannot reach"),
            "{url}"
        );
    }
    assert_eq!(web.seen(), Vec::<String>::new());
    // The system's own names, which know integers as addresses.
    let system = Asker::new(
        "https://watch.example/",
        Names::System,
        is_public,
        Duration::ZERO,
        Duration::from_secs(5),
    );
    for host in [
        "127.0.0.1",
        "2130706433",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "0.0.0.0",
        "169.254.169.254",
        "10.0.0.1",
    ] {
        let url = format!("http://{host}:{}/good", web.address.port());
        assert_eq!(
            system.ask(&url),
            broken("it leads into a private network, which readers cannot reach"),
            "{url}"
        );
    }
    assert_eq!(web.seen(), Vec::<String>::new());
}

#[test]
fn addresses_are_public_or_not_by_the_registries() {
    let public = [
        "93.184.215.14",
        "1.1.1.1",
        "2606:4700::1111",
        "64:ff9b::101:101",
        "::ffff:1.1.1.1",
        "2002:101:101::1",
    ];
    let private = [
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "127.0.0.1",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.168.1.1",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:10.0.0.1",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::1",
        "2001::1",
        "2001:db8::1",
        "2002:7f00:1::1",
        "fc00::1",
        "fd12:3456::1",
        "fe80::1",
        "fec0::1",
        "ff02::1",
    ];
    for text in public {
        assert!(is_public(text.parse().expect("an address")), "{text}");
    }
    for text in private {
        assert!(!is_public(text.parse().expect("an address")), "{text}");
    }
}

const SITE: &str = "\
-- content/incidents/a.md --
---
title: A fire
occurred: 2021-03-10
sources:
  - {id: one, title: A page, url: \"http://a.example/good\", archived: \"http://a.example/gone\"}
awaiting:
  - {report: final-report, checked_where: [\"http://a.example/missing#part\"]}
---
See [it](http://a.example/missing), [this](http://a.example/trouble) and `http://a.example/code`.
-- content/incidents/b.md --
---
title: A draft
occurred: 2021-03-10
draft: true
---
See [it](http://a.example/draft).
";

#[test]
fn what_is_broken_is_told_once_at_its_first_place_and_asked_again_when_its_time_has_come() {
    let mut tree = Tree::default();
    for (path, text) in files_of(SITE) {
        tree.insert_text(&path, &text);
    }
    let now = instant("2026-11-22T12:00:00Z");
    let options = Options { as_of: AsOf::Instant(now), ahead: Ahead::Mistake, drafts: false };
    let links =
        read_site(&tree, options, &mut ParseCache::default().with_lint()).value.external_links;
    let web = Web::start();
    let asker = web.asker(anywhere);
    let folder = Folder::new();
    let mut cache = Cache::load(folder.path()).expect("the cache");
    let said = human(&check(&links, &asker, &mut cache, now), false);
    let heads: Vec<&str> = said
        .lines()
        .filter(|line| line.contains("]: ") || line.contains("--> "))
        .map(str::trim)
        .collect();
    assert_eq!(
        heads,
        [
            "warning[link-broken]: http://a.example/gone is broken: the site has taken the page down (410)",
            "--> content/incidents/a.md:5:70",
            "warning[link-broken]: http://a.example/missing is broken: the site has no such page (404) (linked in 1 place more)",
            "--> content/incidents/a.md:7:44",
            "note[link-unanswered]: whether http://a.example/trouble is there is not known: the site has trouble (503)",
            "--> content/incidents/a.md:9:37",
        ]
    );
    cache.save(folder.path(), now).expect("the cache");
    let asked = |at: &str| {
        let before = web.seen().len();
        let mut cache = Cache::load(folder.path()).expect("the cache");
        check(&links, &asker, &mut cache, instant(at));
        let mut paths: Vec<String> = web.seen()[before..]
            .iter()
            .map(|request| request.replace("HEAD ", "").replace("GET ", ""))
            .collect();
        paths.sort();
        paths.dedup();
        paths
    };
    assert_eq!(asked("2026-11-22T13:00:00Z"), ["/gone", "/missing"]);
    assert_eq!(asked("2026-11-24T12:00:00Z"), ["/gone", "/missing", "/trouble"]);
    assert_eq!(asked("2026-11-29T12:00:00Z"), ["/gone", "/good", "/missing", "/trouble"]);
    folder.put(".overdue-links.json", "not JSON");
    assert_eq!(asked("2026-11-22T13:00:00Z"), ["/gone", "/good", "/missing", "/trouble"]);
}

#[test]
fn a_file_of_answers_that_we_could_not_have_written_is_not_believed_nor_waited_for() {
    let now = instant("2026-11-22T12:00:00Z");
    let folder = Folder::new();
    let answers = |url: &str, why: &str| {
        let entry =
            serde_json::json!({ "asked": "2026-11-22T11:00:00Z", "answer": "unknown", "why": why });
        let mut links = serde_json::Map::new();
        links.insert(url.to_owned(), entry);
        folder.put(FILE, serde_json::json!({ "version": 1, "links": links }).to_string());
        Cache::load(folder.path()).expect("answers").answer(url, now).is_some()
    };
    assert!(answers("https://a.example/", "the site has trouble (503)"));
    assert!(!answers("https://a.example/", "\u{1b}[2J"));
    assert!(!answers("https://a.example/", &"why? ".repeat(100)));
    assert!(!answers("javascript:x", "the site has trouble (503)"));
    for make in ["mkfifo", "mkdir", "ln -s /dev/zero"] {
        let words = make.split(' ').chain([FILE]);
        let mut words = words.map(str::to_owned);
        let _ = std::fs::remove_file(folder.path().join(FILE));
        let mut command = std::process::Command::new(words.next().expect("a program"));
        assert!(
            command.args(words).current_dir(folder.path()).status().expect("it runs").success()
        );
        assert!(
            Cache::load(folder.path())
                .expect("no answers")
                .answer("https://a.example/", now)
                .is_none(),
            "{make}"
        );
    }
}

#[test]
fn an_address_with_a_password_is_not_kept() {
    let tree = "-- content/incidents/a.md --\n---\ntitle: A\noccurred: 2021-03-10\nsources: [{title: S, url: \"https://me:hush@a.example/\"}]\n---\n";
    let folder = Folder::of(tree);
    let said = folder.run(&["check", "--links"]);
    assert!(
        said.err.contains("leave out the name or password before the host")
            && !said.err.contains("hush"),
        "{said:?}"
    );
    let kept = std::fs::read_to_string(folder.path().join(FILE)).unwrap_or_default();
    assert!(!kept.contains("hush"), "{kept}");
}

#[test]
fn a_site_without_links_is_checked_without_the_network() {
    let folder = Folder::of(
        "-- content/incidents/a.md --\n---\ntitle: A fire\noccurred: 2021-03-10\nsources: [{title: A letter}]\n---\n",
    );
    let said = folder.run(&["check", "--links"]);
    assert_eq!((said.code, &*said.out, &*said.err), (0, "nothing is wrong\n", ""));
}

//! A destination that is not to be believed: whoever owns the host, or can stand in the folder,
//! wants more than the site.

use std::fs;
use std::io::Write as _;
use std::net::TcpListener;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use overdue::publish::{
    Address, Environment, Failure, MANIFEST, Published, Store, Summary, hash_of, open,
};

use super::secure_shell::{start, start_by};
use super::server::Server;
use super::{
    KEYS, Memory, NOW, SITE, build, git, publish_at, publish_files, publish_site, site_of, visible,
};
use crate::harness::{Folder, tree_of};

const JOURNAL: &str = ".overdue/publishing.json";
const SHORT: Duration = Duration::from_millis(80);

/// Paths that no file of a site has. In the place of MARK stands a file that must never be made.
fn nasty(mark: &Path) -> Vec<String> {
    let mark = mark.display();
    let mut paths: Vec<String> = (0..=0x9f_u8)
        .map(char::from)
        .filter(|c| c.is_control())
        .map(|c| format!("a{c}b"))
        .collect();
    paths.extend([
        format!("a\"\n!touch {mark}\n"),
        format!("a\r!touch {mark}"),
        format!("a\0--\0!touch {mark}"),
        "\u{1b}]0;x\u{7}a".to_owned(),
        "a\u{202e}b".to_owned(),
        String::new(),
        ".".to_owned(),
        "..".to_owned(),
        "../outside.txt".to_owned(),
        "a/../../outside.txt".to_owned(),
        "/etc/outside.txt".to_owned(),
        "a//b".to_owned(),
        "a/".to_owned(),
        ".overdue/lock".to_owned(),
        ".OVERDUE/x".to_owned(),
        MANIFEST.to_owned(),
        "Overdue.JSON".to_owned(),
        "a\\b".to_owned(),
        "c:x".to_owned(),
        "aux.html".to_owned(),
        ".git/config".to_owned(),
        "a".repeat(256),
        format!("{}a", "a/".repeat(600)),
    ]);
    paths
}

/// A manifest in which a path stands in one of three places.
fn manifest(place: &str, path: &str) -> String {
    let entry = serde_json::json!([hash_of(b""), 0]);
    let mut manifest = serde_json::json!({
        "version": 1, "program": "0", "site": "https://watch.example/", "as_of": "2026-11-22", "day": "2026-11-22",
        "content": hash_of(b""), "files": {}, "retired": {}, "removing": [],
    });
    match place {
        "removing" => manifest[place] = serde_json::json!([path]),
        _ => manifest[place][path] = entry,
    }
    manifest.to_string()
}

fn is_quiet(text: &str) -> bool {
    text.len() < 2000 && !text.chars().any(|c| c.is_control() && c != '\n')
}

/// A small site, and a place beside it that nobody may touch.
pub(super) struct Scene {
    pub(super) folder: Folder,
    pub(super) output: PathBuf,
    mark: PathBuf,
}

impl Scene {
    pub(super) fn new() -> Self {
        let folder = Folder::new();
        folder.put("site/index.html", "<html>home</html>");
        folder.put("site/a/index.html", "<html>a</html>");
        folder.put("outside.txt", "not ours");
        fs::create_dir(folder.path().join("tmp")).expect("a folder");
        let (output, mark) = (folder.path().join("site"), folder.path().join("mark"));
        Self { folder, output, mark }
    }

    pub(super) fn at(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub(super) fn open(&self, address: &str) -> Box<dyn Store> {
        self.try_open(address).unwrap_or_else(|failure| panic!("{address}: {failure}"))
    }

    fn try_open(&self, address: &str) -> Result<Box<dyn Store>, Failure> {
        let address = Address::parse(address, self.folder.path())?;
        let temporary = self.at("tmp").display().to_string();
        let value = |name: &str| {
            let mut known = KEYS.into_iter().chain([
                ("TMPDIR", temporary.as_str()),
                ("AZURE_STORAGE_SAS_TOKEN", super::azure::TOKEN),
            ]);
            known.find(|(known, _)| *known == name).map(|(_, value)| value.to_owned())
        };
        open(&address, &Environment::read(value))
    }

    fn publish(&self, address: &str) -> Result<Summary, Failure> {
        publish_files(&*self.try_open(address)?, &self.output, SHORT)
    }

    fn sound(&self) {
        assert!(!self.mark.exists(), "a command was run");
        assert_eq!(fs::read(self.at("outside.txt")).expect("what lies outside"), b"not ours");
        assert_eq!(tree_of(&self.output).len(), 2, "{:?}", tree_of(&self.output).keys());
    }
}

#[test]
fn a_list_that_names_what_no_site_has_is_refused_wherever_it_stands() {
    for path in nasty(Path::new("mark")) {
        for place in ["files", "retired", "removing"] {
            let failure =
                Published::parse(manifest(place, &path).as_bytes()).expect_err("a refusal");
            assert!(is_quiet(&failure.sentence), "{path:?}: {failure}");
        }
    }
    let sound = manifest("files", "a/index.html");
    Published::parse(sound.as_bytes()).expect("a manifest");
    let huge = "x".repeat(1 << 20);
    for (what, instead) in [
        (hash_of(b""), hash_of(b"").to_uppercase()),
        (",0]".to_owned(), format!(",{}]", u64::MAX)),
        (
            "https://watch.example/".to_owned(),
            "https://watch.example/\u{1b}[2J".replace('\u{1b}', "\\u001b"),
        ),
        ("\"version\"".to_owned(), format!("\"{huge}\":0,\"version\"")),
        ("https://watch.example/".to_owned(), huge.clone()),
    ] {
        let failure =
            Published::parse(sound.replace(&what, &instead).as_bytes()).expect_err("a refusal");
        assert!(is_quiet(&failure.sentence), "{failure}");
    }
}

/// Puts a file where a visitor of a destination would find it.
type Put<'a> = &'a dyn Fn(&str, &[u8]);

/// What no store may let happen, whatever its destination holds.
fn holds(scene: &Scene, address: &str, put: Put<'_>, is_atomic: bool) {
    let hostile = format!("gone\"\n!touch {}\n", scene.mark.display());
    for path in [&hostile, "gone\0/../../outside.txt", "../outside.txt", "\u{1b}[2J"] {
        put(MANIFEST, manifest("removing", path).as_bytes());
        let failure = scene.publish(address).expect_err("a refusal");
        assert!(
            failure.sentence.contains("can't be a path of a site") && is_quiet(&failure.sentence),
            "{address}: {failure}"
        );
        scene.sound();
    }
    // Nor if somebody forgot to look at a path.
    let store = scene.open(address);
    for path in [hostile.as_str(), "a\rb", "a\0b", "a\u{1b}b", "a\u{9b}b"] {
        let paths = [path.to_owned()];
        let _ = (
            store.read(path),
            store.present(&paths),
            store.blocked(&paths),
            store.write(path, b"x"),
            store.remove(&paths),
        );
        let _ = store.finish();
        scene.sound();
    }
    if is_atomic {
        return;
    }
    let whole = manifest("files", "index.html");
    put(MANIFEST, whole.as_bytes());
    let since: serde_json::Map<String, serde_json::Value> =
        nasty(&scene.mark).into_iter().map(|path| (path, serde_json::Value::Null)).collect();
    let journal = serde_json::json!({ "owner": null, "beat": u64::MAX, "base": hash_of(whole.as_bytes()), "since": since });
    put(JOURNAL, journal.to_string().as_bytes());
    scene.publish(address).unwrap_or_else(|failure| panic!("{address}: {failure}"));
    scene.sound();
    scene.publish(address).expect("a manifest that was written whole");
}

#[test]
fn what_a_folder_holds_never_leads_outside() {
    let scene = Scene::new();
    holds(
        &scene,
        "public",
        &|path, bytes| scene.folder.put(&format!("public/{path}"), bytes),
        false,
    );
}

#[test]
fn what_a_bucket_holds_never_leads_outside() {
    let (scene, server) = (Scene::new(), Server::start());
    fs::create_dir_all(server.published().join(".overdue")).expect("folders");
    holds(
        &scene,
        &server.destination(),
        &|path, bytes| fs::write(server.published().join(path), bytes).expect("an object"),
        false,
    );
}

#[test]
fn what_a_container_holds_never_leads_outside() {
    let (scene, (endpoint, blobs)) = (Scene::new(), super::azure::start());
    let address = format!("az://watch/$web/site?endpoint={endpoint}");
    let put = |path: &str, bytes: &[u8]| {
        blobs.lock().expect("blobs").entry(format!("site/{path}")).or_default().bytes =
            bytes.to_owned();
    };
    holds(&scene, &address, &put, false);
    // A listing in which names stand that no file has, of a place that was published by nobody.
    blobs.lock().expect("blobs").clear();
    put("\u{1b}]0;x\u{7}\r\n\0/../../outside.txt", b"not ours");
    let store = scene.open(&address);
    let failure = publish_site(&*store, &scene.output, site_of(&scene.output), false, SHORT)
        .expect_err("a refusal");
    assert!(failure.sentence.starts_with("the destination holds files"), "{failure}");
    assert!(is_quiet(&failure.sentence), "{failure}");
    // A list that does not end is not read to its end.
    put(MANIFEST, &vec![b' '; 65 << 20]);
    let failure = scene.publish(&address).expect_err("a refusal");
    assert!(is_quiet(&failure.sentence), "{failure}");
    scene.sound();
}

#[test]
fn what_a_branch_holds_never_leads_outside() {
    let scene = Scene::new();
    git(scene.folder.path(), &["init", "--quiet", "--bare", "pages.git"]);
    git(scene.folder.path(), &["clone", "--quiet", "pages.git", "clone"]);
    let (remote, clone) = (scene.at("pages.git").display().to_string(), scene.at("clone"));
    git(&clone, &["checkout", "--quiet", "-b", "site"]);
    let put = |path: &str, bytes: &[u8]| {
        git(&clone, &["reset", "--quiet", "--hard"]);
        scene.folder.put(&format!("clone/{path}"), bytes);
        git(&clone, &["add", "--all"]);
        git(&clone, &["commit", "--quiet", "-m", "Lie"]);
        git(&clone, &["push", "--quiet", "--force", "origin", "site"]);
    };
    let address = format!("git:{remote}#site");
    holds(&scene, &address, &put, true);

    // Names in a listing are names of files, and nothing is printed as it stands there.
    let odd = format!(
        "index.html/x\n!touch {}\u{1b}[2J",
        scene.mark.display().to_string().replace('/', "_")
    );
    put(MANIFEST, manifest("files", "b.html").as_bytes());
    put(&odd, b"not ours");
    let failure =
        publish_site(&*scene.open(&address), &scene.output, site_of(&scene.output), false, SHORT)
            .expect_err("a refusal");
    assert!(failure.sentence.starts_with("index.html stands at the destination"), "{failure}");
    assert!(is_quiet(&failure.sentence));

    // A list that does not end is not read to its end.
    put(MANIFEST, &vec![b' '; 65 << 20]);
    let failure = scene.publish(&address).expect_err("a refusal");
    assert!(failure.sentence.contains("it said more than"), "{failure}");
}

/// What Git answers to a command that reads something.
fn git_of(folder: &Path, arguments: &[&str], input: &str) -> String {
    let mut command = Command::new("git");
    command.current_dir(folder).args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped());
    for (name, value) in [("NAME", "A host"), ("EMAIL", "host@example.org")] {
        command.env(format!("GIT_AUTHOR_{name}"), value);
        command.env(format!("GIT_COMMITTER_{name}"), value);
    }
    let mut child = command.spawn().expect("git starts");
    let mut stdin = child.stdin.take().expect("an input");
    stdin.write_all(input.as_bytes()).expect("git reads");
    drop(stdin);
    let done = child.wait_with_output().expect("git ends");
    assert!(done.status.success(), "git {arguments:?}");
    String::from_utf8(done.stdout).expect("text").trim().to_owned()
}

#[test]
fn a_branch_of_a_few_objects_that_name_more_files_than_any_memory_holds_is_not_read() {
    let scene = Scene::new();
    git(scene.folder.path(), &["init", "--quiet", "--bare", "pages.git"]);
    let remote = scene.at("pages.git");
    let file = format!("100644 blob {}", git_of(&remote, &["hash-object", "-w", "--stdin"], "x"));
    let nothing = format!("040000 tree {}", git_of(&remote, &["mktree"], ""));
    // Files at the end of all folders, or folders only.
    for innermost in [file, nothing] {
        let mut entry = innermost;
        for _ in 0..10 {
            let tree: String = (0..10).map(|number| format!("{entry}\t{number}\n")).collect();
            entry = format!("040000 tree {}", git_of(&remote, &["mktree"], &tree));
        }
        let tree = entry.rsplit(' ').next().expect("a name");
        let commit = git_of(&remote, &["commit-tree", tree, "-m", "More"], "");
        git_of(&remote, &["update-ref", "refs/heads/site", &commit], "");
        let failure =
            scene.publish(&format!("git:{}#site", remote.display())).expect_err("a refusal");
        assert!(failure.sentence.contains("it said more than"), "{failure}");
        assert_eq!(fs::read_dir(scene.at("tmp")).expect("a folder").count(), 0);
    }
}

#[test]
fn what_a_host_with_ssh_holds_never_leads_outside_nor_runs_here() {
    let scene = Scene::new();
    let (_server, port) = start(&scene.folder);
    for (scheme, top) in [("sftp", "www/sftp"), ("rsync", "www/rsync")] {
        let address =
            format!("{scheme}://127.0.0.1:{port}{}?config=ssh.conf", scene.at(top).display());
        holds(
            &scene,
            &address,
            &|path, bytes| scene.folder.put(&format!("{top}/{path}"), bytes),
            false,
        );
        // A list that does not end is not read to its end, and what is no file is not read.
        for state in [MANIFEST, JOURNAL] {
            let state = scene.at(&format!("{top}/{state}"));
            fs::create_dir_all(state.parent().expect("a folder")).expect("folders");
            fs::File::create(&state)
                .and_then(|file| file.set_len(1 << 30))
                .expect("a file with holes");
            let failure = scene.publish(&address).expect_err("a refusal");
            assert!(
                failure.sentence.contains("larger than")
                    || failure.sentence.contains("longer than"),
                "{address}: {failure}"
            );
            fs::remove_file(&state).expect("a file");
            pipe(&state);
            let store = scene.open(&address);
            let _ = store.read(MANIFEST);
            fs::remove_file(&state).expect("a pipe");
        }
        scene.sound();
    }
}

#[test]
fn a_path_so_long_that_its_line_would_be_two_commands_is_an_error() {
    let scene = Scene::new();
    let (_server, port) = start(&scene.folder);
    let top = scene.at("www");
    fs::create_dir(&top).expect("a folder");
    // OpenSSH takes what stands behind the 2,047th character for a line of its own.
    let before = format!("-rm \"{}/", top.display()).len();
    let mut path = String::new();
    let mut length = before;
    while length < 2047 {
        let (c, width) = match path.rsplit('/').next().unwrap_or_default().len() {
            240 => ('/', 1),
            _ if length == 2046 => ('x', 1),
            _ => ('[', 2),
        };
        path.push(c);
        length += width;
    }
    path.push_str("!touch mark");
    assert!(path.len() <= 1024 && !path.contains("//"));
    fs::write(top.join(MANIFEST), manifest("removing", &path)).expect("a manifest");
    let address = format!("sftp://127.0.0.1:{port}{}?config=ssh.conf", top.display());
    let failure = scene.publish(&address).expect_err("a refusal");
    assert!(failure.sentence.contains("sftp can't be told of so long a path"), "{failure}");
    scene.sound();
    assert!(!Path::new("mark").exists());
}

fn pipe(at: &Path) {
    assert!(Command::new("mkfifo").arg(at).status().expect("mkfifo runs").success());
}

#[test]
fn state_that_is_a_link_a_pipe_or_without_end_is_not_read() {
    let scene = Scene::new();
    scene.publish("public").expect("a publication");
    let outside = manifest("removing", "index.html");
    scene.folder.put("elsewhere/state.json", &outside);
    for state in [MANIFEST, JOURNAL] {
        let at = scene.at(&format!("public/{state}"));
        let make: [(&dyn Fn(), &str); 4] = [
            (
                &|| symlink(scene.at("elsewhere/state.json"), &at).expect("a link"),
                "is a symbolic link",
            ),
            (&|| pipe(&at), "not a regular file"),
            (&|| fs::create_dir(&at).expect("a folder"), "not a regular file"),
            (
                &|| {
                    fs::File::create(&at)
                        .and_then(|file| file.set_len(1 << 40))
                        .expect("a file with holes");
                },
                "longer than",
            ),
        ];
        for (make, said) in make {
            let whole = fs::read(&at).ok();
            let _ = fs::remove_file(&at);
            fs::create_dir_all(at.parent().expect("a folder")).expect("folders");
            make();
            let failure = scene.publish("public").expect_err("a refusal");
            assert!(failure.sentence.contains(said), "{state}: {failure}");
            let _ = fs::remove_file(&at).or_else(|_| fs::remove_dir(&at));
            if let Some(whole) = whole {
                fs::write(&at, whole).expect("a file");
            }
        }
    }
    assert_eq!(
        fs::read_to_string(scene.at("elsewhere/state.json")).expect("what lies outside"),
        outside
    );
}

#[test]
fn nothing_is_written_or_removed_through_a_link_in_a_folder() {
    let scene = Scene::new();
    scene.folder.put("elsewhere/index.html", "not ours");
    scene.folder.put("elsewhere/x.html", "not ours");
    scene.folder.put("elsewhere/parts/0123456789abcdef0123456789abcdef", "not ours");
    let outside = || tree_of(&scene.at("elsewhere"));
    let before = outside();
    // What the list says is ours lies behind a link by now, the list itself says it of another, and
    // a part has its old name.
    scene.folder.put(&format!("public/{MANIFEST}"), manifest("files", "a/x.html"));
    symlink(scene.at("elsewhere"), scene.at("public/a")).expect("a link");
    for force in [false, true] {
        let store = scene.open("public");
        let failure = publish_site(&*store, &scene.output, site_of(&scene.output), force, SHORT)
            .expect_err("a refusal");
        assert!(failure.sentence.contains("a at the destination is a link or a file"), "{failure}");
        assert_eq!(outside(), before);
    }
    scene.open("public").remove(&["a/x.html".to_owned()]).expect("nothing to do");
    scene.open("public").write("a/index.html", b"ours").expect_err("a refusal");
    assert_eq!(outside(), before);
    fs::remove_file(scene.at("public/a")).expect("a link");

    fs::create_dir_all(scene.at("public/.overdue/parts")).expect("folders");
    for path in ["index.html", "a/index.html", MANIFEST, JOURNAL] {
        symlink(
            scene.at("outside.txt"),
            scene.at("public/.overdue/parts").join(hash_of(path.as_bytes())),
        )
        .expect("a link");
    }
    scene.publish("public").expect("a publication");
    scene.sound();
    fs::remove_dir_all(scene.at("public/.overdue")).expect("a folder");
    for state in [".overdue", ".overdue/parts"] {
        let at = scene.at("public").join(state);
        fs::create_dir_all(at.parent().expect("a folder")).expect("folders");
        symlink(scene.at("elsewhere"), &at).expect("a link");
        fs::remove_file(scene.at("public/index.html")).expect("a page");
        let failure = scene
            .publish("public")
            .map(|_| ())
            .and_then(|()| scene.open("public").write("index.html", b"x"))
            .expect_err("a refusal");
        assert!(failure.sentence.contains("is a symbolic link"), "{failure}");
        assert_eq!(outside(), before);
        fs::remove_file(&at).expect("a link");
        scene.folder.put("public/index.html", "");
    }
}

#[test]
fn nobody_who_puts_links_there_meanwhile_is_fast_enough() {
    let scene = Scene::new();
    for number in 0..40 {
        scene.folder.put(&format!("site/a/{number}.html"), "ours");
        scene.folder.put(&format!("elsewhere/{number}.html"), "not ours");
    }
    let before = tree_of(&scene.at("elsewhere"));
    let (a, kept, elsewhere) =
        (scene.at("public/a"), scene.at("public/kept"), scene.at("elsewhere"));
    let store = scene.open("public");
    let (stops, turns) = (AtomicBool::new(false), AtomicUsize::new(0));
    let mut written = [0; 2];
    thread::scope(|scope| {
        scope.spawn(|| {
            while !stops.load(Ordering::Relaxed) {
                // What a turn left that came too late.
                let _ = fs::remove_dir_all(&kept);
                let _ = fs::rename(&a, &kept).and_then(|()| symlink(&elsewhere, &a));
                let _ = fs::remove_file(&a).and_then(|()| fs::rename(&kept, &a));
                turns.fetch_add(1, Ordering::Relaxed);
            }
        });
        let paths: Vec<String> = (0..40).map(|number| format!("a/{number}.html")).collect();
        // As often as it takes for the links to come in between many times.
        for _ in 0..2000 {
            for path in &paths {
                written[usize::from(store.write(path, b"ours").is_ok())] += 1;
            }
            let _ = store.remove(&paths);
            if turns.load(Ordering::Relaxed) > 2000 && !written.contains(&0) {
                break;
            }
        }
        stops.store(true, Ordering::Relaxed);
    });
    assert!(
        written.iter().all(|times| *times > 0),
        "written through no folder, or never hindered: {written:?}"
    );
    assert_eq!(tree_of(&elsewhere), before);
}

#[test]
fn an_output_that_a_stranger_prepared_gives_no_orders() {
    let scene = Scene::new();
    git(scene.folder.path(), &["init", "--quiet", "--bare", "pages.git"]);
    // The names under which files of our own once lay.
    for name in ["git", "publish-git"] {
        let hook = format!("site/.overdue/{name}/hooks/pre-push");
        scene.folder.put(&hook, format!("#!/bin/sh\ntouch {}\n", scene.mark.display()));
        assert!(
            Command::new("chmod")
                .arg("+x")
                .arg(scene.at(&hook))
                .status()
                .expect("chmod runs")
                .success()
        );
        scene.folder.put(
            &format!("site/.overdue/{name}/config"),
            "[core]\n\trepositoryformatversion = 0\n\tbare = true\n",
        );
    }
    scene.publish(&format!("git:{}#site", scene.at("pages.git").display())).expect("a publication");
    scene.sound();
    assert_eq!(fs::read_dir(scene.at("tmp")).expect("a folder").count(), 0);
}

#[test]
fn files_of_our_own_that_a_killed_publication_left_go_and_those_of_a_living_one_stay() {
    let scene = Scene::new();
    git(scene.folder.path(), &["init", "--quiet", "--bare", "pages.git"]);
    let address = format!("git:{}#site", scene.at("pages.git").display());
    scene.folder.put("tmp/overdue-publish-left/lock", "");
    scene.folder.put("tmp/overdue-publish-left/git/config", "x");
    let living = scene.open(&address);
    let count = || fs::read_dir(scene.at("tmp")).expect("a folder").count();
    assert_eq!(count(), 1);
    for entry in fs::read_dir(scene.at("tmp")).expect("a folder") {
        let rights = entry.and_then(|entry| entry.metadata()).expect("a folder").permissions();
        assert_eq!(rights.mode() & 0o777, 0o700, "others may look into it");
    }
    scene.publish(&address).expect("a publication");
    assert_eq!(count(), 1);
    living.write("x.html", b"x").expect("an object");
    drop(living);
    assert_eq!(count(), 0);
}

#[test]
fn git_takes_no_way_to_a_remote_that_runs_what_the_address_says() {
    let folder = Folder::of(SITE);
    build(&folder, NOW);
    let mark = folder.path().join("mark");
    let command = format!("ext::sh -c touch% {}", mark.display());
    for remote in [
        &command,
        "fd::17/x",
        "http://127.0.0.1:9/a.git",
        "git://127.0.0.1:9/a.git",
        "ssh://-oProxyCommand=x/a",
    ] {
        let said = publish_at(&folder, NOW, &[&format!("git:{remote}#site")]);
        assert_eq!(said.code, 2, "{said:?}");
        assert!(said.err.contains("the repository is at https://"), "{said:?}");
    }
    // Nor if Git itself is told to take another.
    folder.put("gitconfig", format!("[url \"{command} #\"]\n\tinsteadOf = https://host.example/\n[protocol \"ext\"]\n\tallow = always\n"));
    let mut program = folder.program();
    program
        .args(["publish", "git:https://host.example/a.git#site", "--force"])
        .env("PATH", std::env::var("PATH").unwrap_or_default());
    let done = program
        .env("GIT_CONFIG_GLOBAL", folder.path().join("gitconfig"))
        .output()
        .expect("the program starts");
    let said = String::from_utf8_lossy(&done.stderr);
    assert_eq!(done.status.code(), Some(3), "{said}");
    assert!(said.contains("transport 'ext' not allowed"), "{said}");
    assert!(!mark.exists());
}

/// A destination that takes nothing new as long as parts lie there that nobody needs.
struct Full {
    memory: Memory,
    has_parts: AtomicBool,
}

impl Store for Full {
    fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Failure> {
        self.memory.read(path)
    }
    fn is_occupied(&self) -> Result<bool, Failure> {
        self.memory.is_occupied()
    }
    fn present(&self, paths: &[String]) -> Result<Vec<String>, Failure> {
        self.memory.present(paths)
    }
    fn clear_parts(&self) -> Result<bool, Failure> {
        Ok(self.has_parts.swap(false, Ordering::Relaxed))
    }
    fn create(&self, path: &str, bytes: &[u8]) -> Result<bool, Failure> {
        self.room()?;
        self.memory.create(path, bytes)
    }
    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        self.room()?;
        self.memory.write(path, bytes)
    }
    fn upload(
        &self,
        uploads: &[overdue::publish::Upload],
        each: overdue::publish::Each<'_>,
    ) -> Result<(), Failure> {
        self.room()?;
        self.memory.upload(uploads, each)
    }
    fn remove(&self, paths: &[String]) -> Result<(), Failure> {
        self.memory.remove(paths)
    }
}

impl Full {
    fn room(&self) -> Result<(), Failure> {
        let full = || Failure {
            fault: overdue::publish::Fault::Machine,
            sentence: "no space is left".to_owned(),
        };
        if self.has_parts.load(Ordering::Relaxed) { Err(full()) } else { Ok(()) }
    }
}

#[test]
fn a_destination_that_is_full_of_parts_is_cleared_before_it_is_written_to() {
    let scene = Scene::new();
    for journal in [None, Some("{\"owner\":\"gone\",\"beat\":1,\"base\":\"\",\"since\":{}}")] {
        let store = Full { memory: Memory::new(), has_parts: AtomicBool::new(true) };
        if let Some(journal) = journal {
            store.memory.files.lock().expect("files").insert(JOURNAL.to_owned(), journal.into());
        }
        publish_files(&store, &scene.output, SHORT).expect("a publication");
        assert_eq!(store.memory.visible(), tree_of(&scene.output));
    }
}

#[test]
fn parts_that_were_left_go_and_nothing_else_does() {
    let scene = Scene::new();
    let (_server, port) = start(&scene.folder);
    let www = scene.at("www").display().to_string();
    for (top, address, left) in [
        ("public", "public".to_owned(), "0123456789abcdef0123456789abcdef"),
        (
            "www/sftp",
            format!("sftp://127.0.0.1:{port}{www}/sftp?config=ssh.conf"),
            "0123456789abcdef0123456789abcdef",
        ),
        (
            "www/rsync",
            format!("rsync://127.0.0.1:{port}{www}/rsync?config=ssh.conf"),
            ".index.html.aB3dE6",
        ),
    ] {
        let parts = format!("{top}/.overdue/parts");
        scene.folder.put(&format!("{parts}/{left}"), "half a page");
        scene.folder.put(&format!("{parts}/letter.txt"), "not ours");
        scene.publish(&address).unwrap_or_else(|failure| panic!("{address}: {failure}"));
        let names: Vec<_> = fs::read_dir(scene.at(&parts))
            .expect("a folder")
            .map(|entry| entry.expect("an entry").file_name())
            .collect();
        assert_eq!(names, ["letter.txt"], "{address}");
        assert_eq!(visible(&scene.at(top)), tree_of(&scene.output));
    }
}

/// Lets files of so many bytes be written and no larger ones.
const SMALL_DISK: &str = "trap '' XFSZ; ulimit -f 16; exec \"$0\" \"$@\"";

#[test]
fn a_file_that_can_not_be_written_leaves_no_part() {
    let scene = Scene::new();
    scene.folder.put("site/large.txt", vec![b'x'; 100 << 10]);
    let (_server, port) = start_by(&scene.folder, SMALL_DISK);
    let www = scene.at("www").display().to_string();
    for scheme in ["sftp", "rsync"] {
        let failure = scene
            .publish(&format!("{scheme}://127.0.0.1:{port}{www}/{scheme}?config=ssh.conf"))
            .expect_err("a failure");
        assert!(is_quiet(&failure.sentence), "{failure}");
        assert_no_part(&scene.at("www").join(scheme));
    }
    let folder = Folder::of(&format!("{SITE}-- static/large.txt --\n{}\n", "x".repeat(100 << 10)));
    build(&folder, NOW);
    let program = folder.program();
    let mut limited = Command::new("sh");
    limited
        .args(["-c", SMALL_DISK])
        .arg(program.get_program())
        .args(["publish", "./public", "--force"])
        .current_dir(folder.path());
    let done = limited.output().expect("the program starts");
    assert_eq!(done.status.code(), Some(3), "{}", String::from_utf8_lossy(&done.stderr));
    assert_no_part(&folder.path().join("public"));
}

fn assert_no_part(top: &Path) {
    let files = walkdir::WalkDir::new(top.join(".overdue"))
        .into_iter()
        .flatten()
        .filter(|entry| entry.file_type().is_file());
    let names: Vec<_> = files.map(|entry| entry.file_name().to_owned()).collect();
    assert!(names.iter().all(|name| name == "publishing.json"), "{names:?}");
    assert!(!top.join("large.txt").exists());
}

/// A server that sends everybody to another, and how many came.
fn sends_on(to: &str) -> (u16, Arc<AtomicUsize>) {
    use std::io::Read as _;
    let listener = TcpListener::bind("0.0.0.0:0").expect("a port");
    let port = listener.local_addr().expect("an address").port();
    let came = Arc::new(AtomicUsize::new(0));
    let (counted, to) = (Arc::clone(&came), to.to_owned());
    thread::spawn(move || {
        for mut client in listener.incoming().flatten() {
            counted.fetch_add(1, Ordering::Relaxed);
            let _ = client.read(&mut [0; 4096]);
            let _ = write!(
                client,
                "HTTP/1.1 307 Temporary Redirect\r\nlocation: {to}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
            );
        }
    });
    (port, came)
}

#[test]
fn a_host_sends_nobody_into_a_private_network() {
    let folder = Folder::of(SITE);
    build(&folder, NOW);
    let (inner, came) = sends_on("http://127.0.0.1:9/");
    let (outer, _) = sends_on(&format!("http://127.0.0.2:{inner}/secret"));
    let said = folder.run_at(NOW, &["check", "--published", &format!("http://127.0.0.1:{outer}/")]);
    assert_eq!(said.code, 3, "{said:?}");
    assert!(said.err.contains("it sends its visitors into a private network"), "{said:?}");
    // A store, to which requests are signed, sends nobody anywhere.
    let said = publish_at(
        &folder,
        NOW,
        &[&format!("s3://watch/site?endpoint=http://127.0.0.1:{outer}&path_style=true")],
    );
    assert_eq!(said.code, 3, "{said:?}");
    let said = folder.run_in(
        NOW,
        &[("AZURE_STORAGE_SAS_TOKEN", super::azure::TOKEN)],
        &["publish", &format!("az://watch/$web?endpoint=http://127.0.0.1:{outer}")],
    );
    assert_eq!(said.code, 3, "{said:?}");
    assert!(!said.err.contains("abc"), "{said:?}");
    assert_eq!(came.load(Ordering::Relaxed), 0);
}

#[test]
fn no_command_prints_who_logs_in_with_which_password() {
    let folder = Folder::of(SITE);
    build(&folder, NOW);
    let all = |arguments: &[&str]| {
        let said = folder.run_in(NOW, &[], arguments);
        let told = format!("{}{}", said.out, said.err);
        assert!(!told.contains("hush") && !told.contains("secret-me"), "{arguments:?}: {told}");
        (said.code, told)
    };
    let user = "secret-me:hu/sh@";
    for address in [
        "git:https://secret-me:hush@127.0.0.1:9/a.git",
        "git:https://secret-me@127.0.0.1:9/a.git#site",
        "git:http://secret-me:hush@127.0.0.1:9/a.git",
        "git:secret-me:hush@127.0.0.1:a.git",
        "https://secret-me:hush@127.0.0.1:9/",
        "sftp://secret-me:hush@127.0.0.1:9/x",
        "rsync://secret-me:hush@127.0.0.1/x",
        "secret-me:hush@127.0.0.1:x",
        "s3://secret-me:hush@watch/x",
        "s3://watch/x?endpoint=http://secret-me:hush@127.0.0.1:9",
        "az://watch/$web?endpoint=http://secret-me:hush@127.0.0.1:9",
        &format!("git:https://{user}127.0.0.1:9/a.git"),
    ] {
        let twice = if address.contains("://") { address } else { "x" };
        for more in [&[][..], &["--dry-run"], &["--force", twice]] {
            let (code, _) = all(&[&["publish", address], more].concat());
            assert_ne!(code, 0);
        }
    }
    let (_, told) = all(&["check", "--published", "http://secret-me:hush@127.0.0.1:9/"]);
    assert!(told.contains("http://**************@127.0.0.1:9/"), "{told}");
    all(&["check", "--published", "ftp://secret-me:hush@127.0.0.1:9/"]);
    all(&["build", "--base-url", "https://secret-me:hush@host.example/"]);
    all(&[
        "init",
        "new",
        "--title",
        "T",
        "--url",
        "https://secret-me:hush@host.example/",
        "--host",
        "none",
    ]);
    let address = "https://secret-me:hush@host.example/";
    folder.put("overdue.yaml", format!("title: A watch\nurl: {address}\nwhat: {address}\ndestinations:\n  local: \"{address}\"\n"));
    folder.put(
        "content/incidents/fire.md",
        format!(
            "---\ntitle: A fire\noccurred: {address}\nurl: {address}\n---\n[x]({address}a b)\n"
        ),
    );
    for form in ["human", "json", "sarif", "github"] {
        assert_ne!(all(&["check", "--format", form]).0, 2);
    }
    for arguments in [&["build"][..], &["status"], &["publish", "local"], &["check", "--links"]] {
        all(arguments);
    }
}

#[test]
fn a_destination_of_the_configuration_runs_nothing_that_lies_in_the_site() {
    let folder = Folder::of(SITE);
    git(folder.path(), &["init", "--quiet", "--bare", "mirror/pages.git"]);
    folder.put("ssh.conf", "Host *\n  ProxyCommand touch ran\n");
    let ran = folder.path().join("ran");
    let hook = folder.path().join("mirror/pages.git/hooks/pre-receive");
    fs::write(&hook, format!("#!/bin/sh\ntouch '{}'\n", ran.display())).expect("a hook");
    fs::set_permissions(&hook, fs::Permissions::from_mode(0o755)).expect("a hook that runs");
    let whole = folder.path().join("mirror/pages.git").display().to_string();
    for address in [
        "git:mirror/pages.git#site".to_owned(),
        format!("git:{whole}#site"),
        format!("git:file://{whole}#site"),
        "sftp://127.0.0.1/x?config=ssh.conf".to_owned(),
        "rsync://127.0.0.1/x?config=mirror/../ssh.conf".to_owned(),
        "127.0.0.1:x?config=ssh.conf".to_owned(),
    ] {
        folder.put("overdue.yaml", format!("title: A watch\nurl: https://watch.example/\ndestinations:\n  there: \"{address}\"\n"));
        build(&folder, NOW);
        let said = publish_at(&folder, NOW, &["there", "--dry-run"]);
        assert_eq!(said.code, 2, "{address}: {said:?}");
        assert!(
            said.err.contains("lies in the site's own folder and could run commands here"),
            "{address}: {said:?}"
        );
        assert_eq!(publish_at(&folder, NOW, &["there"]).code, 2, "{address}");
        assert!(!ran.exists(), "{address}");
    }
}

#[test]
fn no_folder_of_the_site_is_published_to() {
    let folder = Folder::of(SITE);
    build(&folder, NOW);
    for to in [
        "./content/pub",
        "./static",
        "./static/pub",
        "./site",
        "./site/sub",
        ".",
        "./themes/x/y",
        "./content/../static/pub",
    ] {
        let said = publish_at(&folder, NOW, &[to]);
        assert_eq!(said.code, 2, "{to}: {said:?}");
        assert!(said.err.contains("can't be published to"), "{to}: {said:?}");
    }
    assert!(!folder.path().join("static").exists());
    assert_eq!(publish_at(&folder, NOW, &["./public"]).code, 0);
}

#[test]
fn keys_are_sent_to_no_host_without_encryption_but_this_machine() {
    let folder = Folder::of(SITE);
    build(&folder, NOW);
    for endpoint in [
        "http://store.example",
        "http://10.0.0.1:9",
        "http://127.0.0.1.store.example",
        "ftp://store.example",
        "store.example",
    ] {
        for address in [
            format!("s3://watch?region=eu&endpoint={endpoint}"),
            format!("az://acme/watch?endpoint={endpoint}"),
        ] {
            let environment = [
                ("AWS_ACCESS_KEY_ID", "a"),
                ("AWS_SECRET_ACCESS_KEY", "b"),
                ("AZURE_STORAGE_SAS_TOKEN", "sig=c"),
            ];
            let said = folder.run_in(NOW, &environment, &["publish", &address, "--dry-run"]);
            assert_eq!(said.code, 2, "{address}: {said:?}");
            assert!(said.err.contains("endpoint=: write"), "{address}: {said:?}");
        }
    }
}

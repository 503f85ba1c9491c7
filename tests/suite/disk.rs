//! What only a disk can hold: links, pipes, secrets, litter, other encodings, and places where
//! nothing may be written.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::os::unix::process::CommandExt as _;
use std::path::PathBuf;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};

use overdue::load::SourceFolder;

use crate::harness::{Folder, Said};

const MINIMAL: &str =
    "-- content/incidents/a.md --\n---\ntitle: A fire\noccurred: 2021-03-10\n---\n";

fn build(folder: &Folder) -> Said {
    folder.run(&["build", "--as-of", "2026-11-22"])
}

/// The first lines of what was said: each sentence and its place.
fn heads(said: &Said) -> Vec<String> {
    let blocks = said
        .err
        .split("\n\n")
        .filter(|block| block.starts_with("error[") || block.starts_with("warning["));
    let mut heads: Vec<String> = Vec::new();
    for block in blocks {
        let place = block
            .lines()
            .find_map(|line| line.trim_start().strip_prefix("--> "))
            .unwrap_or("nowhere");
        heads.push(format!("{} @ {place}", block.lines().next().expect("a line")));
        assert!(block.contains("help: "), "no help:\n{block}");
    }
    heads
}

#[test]
fn a_symbolic_link_is_left_out_with_a_warning_and_its_target_never_read() {
    let outside = Folder::new();
    outside.put("secret.md", "---\ntitle: A secret of the machine\noccurred: 2020-01-01\n---\n");
    outside
        .put("folder/more.md", "---\ntitle: A secret of the machine\noccurred: 2020-01-01\n---\n");
    let folder = Folder::of(MINIMAL);
    symlink(outside.path().join("secret.md"), folder.path().join("content/incidents/b.md"))
        .unwrap();
    symlink(outside.path().join("folder"), folder.path().join("content/incidents/sub")).unwrap();
    symlink(folder.path().join("content"), folder.path().join("content/loop")).unwrap();
    symlink(outside.path(), folder.path().join("static")).unwrap();
    fs::create_dir_all(folder.path().join("themes/mine/templates")).unwrap();
    symlink(
        outside.path().join("secret.md"),
        folder.path().join("themes/mine/templates/page.html"),
    )
    .unwrap();
    let said = build(&folder);
    assert_eq!(said.code, 0, "{}", said.err);
    assert_eq!(
        heads(&said),
        [
            "warning[link-skipped]: `b.md` is a symbolic link and was left out @ content/incidents/b.md:1:1",
            "warning[link-skipped]: `sub` is a symbolic link and was left out @ content/incidents/sub:1:1",
            "warning[link-skipped]: `loop` is a symbolic link and was left out @ content/loop:1:1",
            "warning[link-skipped]: `static` is a symbolic link and was left out @ static:1:1",
            "warning[link-skipped]: `page.html` is a symbolic link and was left out @ themes/mine/templates/page.html:1:1",
        ]
    );
    for (path, bytes) in folder.files("site") {
        assert!(!String::from_utf8_lossy(&bytes).contains("secret of the machine"), "{path}");
    }
}

/// H13
#[test]
fn a_site_whose_own_folders_are_links_has_nothing_in_them_and_one_reached_through_a_link_has_all() {
    let outside = Folder::of(MINIMAL);
    outside.put("themes/mine/templates/page.html", "a secret of the machine");
    let folder =
        Folder::of("-- content/incidents/a.md --\n---\ntitle: A fire\noccurred: 2021-03-10\n---\n");
    fs::remove_dir_all(folder.path().join("content")).unwrap();
    for top in ["content", "themes"] {
        symlink(outside.path().join(top), folder.path().join(top)).unwrap();
    }
    symlink("nowhere", folder.path().join("static")).unwrap();
    let said = build(&folder);
    assert_eq!(said.code, 0, "{}", said.err);
    assert_eq!(said.err.matches("warning[link-skipped]").count(), 3, "{}", said.err);
    assert!(!folder.files("site").contains_key("incidents/a/index.html"));
    let parent = Folder::new();
    symlink(outside.path(), parent.path().join("site")).unwrap();
    let said = parent.run(&["build", "--as-of", "2026-11-22"]);
    assert_eq!(said.code, 2, "{}", said.err);
    let through = parent
        .program()
        .current_dir(parent.path().join("site"))
        .args(["build", "--as-of", "2026-11-22"])
        .output()
        .unwrap();
    assert!(through.status.success(), "{}", String::from_utf8_lossy(&through.stderr));
    assert!(outside.files("site").contains_key("incidents/a/index.html"));
}

#[test]
fn a_reference_to_a_record_behind_a_link_is_an_error() {
    let outside = Folder::new();
    outside.put("o.md", "---\ntitle: O\n---\n");
    let folder = Folder::of(
        "-- content/incidents/a.md --\n---\ntitle: A fire\noccurred: 2021-03-10\noperators: [o]\n---\n",
    );
    fs::create_dir_all(folder.path().join("content/organisations")).unwrap();
    symlink(outside.path().join("o.md"), folder.path().join("content/organisations/o.md")).unwrap();
    let said = build(&folder);
    assert_eq!(said.code, 1);
    assert_eq!(
        heads(&said)[0],
        "error[reference-unknown]: there is no organisation `o` @ content/incidents/a.md:4:13"
    );
}

/// Something that stands outside of a site, and in its place within it while it is built.
struct Swap {
    place: PathBuf,
    own: PathBuf,
    foreign: PathBuf,
}

impl Swap {
    /// Puts a link in place to what stands outside, then again what is the site's own: a file in
    /// one step, a folder in two.
    fn there_and_back(&self) {
        let is_folder = self.foreign.is_dir();
        let next = self.own.with_extension("next");
        let _ = if is_folder {
            fs::rename(&self.place, &self.own)
        } else {
            fs::copy(&self.place, &self.own).map(drop)
        };
        let _ = symlink(&self.foreign, &next).and_then(|()| fs::rename(&next, &self.place));
        std::thread::yield_now();
        let _ = if is_folder {
            fs::remove_file(&self.place).and_then(|()| fs::rename(&self.own, &self.place))
        } else {
            fs::copy(&self.own, &next).and_then(|_| fs::rename(&next, &self.place))
        };
    }
}

#[test]
fn what_becomes_a_link_while_a_site_is_built_is_never_published() {
    const SECRET: &str = "a secret of the machine";
    let outside = Folder::new();
    let record = format!("---\ntitle: A fire\noccurred: 2021-03-10\n---\n{SECRET}\n");
    outside.put("secret.txt", SECRET);
    outside.put("secret.md", &record);
    outside.put(
        "secret.svg",
        format!("<svg xmlns=\"http://www.w3.org/2000/svg\"><title>{SECRET}</title></svg>"),
    );
    outside.put("folder/notes.txt", SECRET);
    outside.put("folder/more.md", &record);
    let folder = Folder::of(MINIMAL);
    let own = Folder::new();
    folder.put("static/notes.txt", "own notes");
    folder.put(
        "static/picture.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>own</title></svg>",
    );
    folder.put("static/folder/notes.txt", "own notes");
    folder.put("content/incidents/more.md", record.replace(SECRET, "own words"));
    folder.put("content/articles/folder/more.md", "---\ntitle: Own words\ndate: 2021-03-10\n---\n");
    folder.put("content/incidents/alone/alone.md", record.replace(SECRET, "own words"));
    folder.put("content/incidents/alone/list.csv", "own,list");
    let swaps = [
        ("static/notes.txt", "secret.txt"),
        ("static/picture.svg", "secret.svg"),
        ("static/folder", "folder"),
        ("content/incidents/more.md", "secret.md"),
        ("content/articles/folder", "folder"),
        ("content/incidents/alone/list.csv", "secret.txt"),
        ("static", "folder"),
    ]
    .map(|(place, foreign)| Swap {
        place: folder.path().join(place),
        own: own.path().join(place.replace('/', "-")),
        foreign: outside.path().join(foreign),
    });
    let ends = AtomicBool::new(false);
    let mut codes = BTreeMap::new();
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !ends.load(Ordering::Relaxed) {
                swaps.iter().for_each(Swap::there_and_back);
            }
        });
        for number in 0..40 {
            let output = format!("site-{number}");
            let said = folder.run(&["build", "--as-of", "2026-11-22", "--output", &output]);
            *codes.entry(said.code).or_insert(0) += 1;
            for (path, bytes) in folder.files(&output) {
                if String::from_utf8_lossy(&bytes).contains(SECRET) {
                    ends.store(true, Ordering::Relaxed);
                    panic!("{path} was published in build {number}:\n{}", said.err);
                }
            }
        }
        ends.store(true, Ordering::Relaxed);
    });
    assert!(codes.keys().all(|code| matches!(code, 0 | 1 | 3)), "{codes:?}");
    let said = build(&folder);
    assert_eq!(said.code, 0, "{}", said.err);
}

#[test]
fn a_file_that_changes_between_reading_and_copying_is_not_published() {
    let folder = Folder::of(MINIMAL);
    folder.put("static/notes.txt", "as it was read");
    let root = SourceFolder::open(folder.path()).expect("the folder");
    let (original, _) = root.original("static/notes.txt", 1000).expect("a file");
    assert_eq!(original.read().expect("its content"), b"as it was read");
    for text in ["as it was not", "as it was read, and more", "", "longer than before, by far"] {
        folder.put("static/notes.txt", text);
        let refused = original.read().expect_err(text);
        assert!(refused.to_string().contains("build again"), "{refused}");
    }
    folder.put("static/notes.txt", "as it was read");
    assert_eq!(original.read().expect("its content"), b"as it was read");
    // The same content at the other end of a link is not read either.
    let path = folder.path().join("static");
    fs::rename(&path, folder.path().join("elsewhere")).unwrap();
    symlink(folder.path().join("elsewhere"), &path).unwrap();
    assert!(original.read().is_err() && root.read("static/notes.txt", 1000).is_err());
    fs::remove_file(&path).unwrap();
    fs::create_dir(&path).unwrap();
    symlink(folder.path().join("elsewhere/notes.txt"), path.join("notes.txt")).unwrap();
    assert!(original.read().is_err() && root.read("static/notes.txt", 1000).is_err());
    fs::remove_file(path.join("notes.txt")).unwrap();
    assert!(Command::new("mkfifo").arg(path.join("notes.txt")).status().expect("mkfifo").success());
    assert!(original.read().is_err(), "nobody waits for a pipe");
}

/// H14
#[test]
fn a_hard_link_to_what_lies_outside_is_an_error_and_one_within_the_site_is_not() {
    let outside = Folder::new();
    outside.put("secret.txt", "a secret of the machine");
    outside.put("secret.md", "---\ntitle: A secret\noccurred: 2021-03-10\n---\n");
    let folder = Folder::of(MINIMAL);
    folder.put("static/one.txt", "own");
    fs::hard_link(folder.path().join("static/one.txt"), folder.path().join("static/two.txt"))
        .unwrap();
    fs::hard_link(outside.path().join("secret.txt"), folder.path().join("static/three.txt"))
        .unwrap();
    fs::hard_link(outside.path().join("secret.md"), folder.path().join("content/incidents/b.md"))
        .unwrap();
    let said = build(&folder);
    assert_eq!(said.code, 1);
    assert_eq!(
        heads(&said),
        [
            "error[file-special]: content/incidents/b.md is a hard link: the same file has another name outside of the site \
             @ content/incidents/b.md:1:1",
            "error[file-special]: static/three.txt is a hard link: the same file has another name outside of the site @ static/three.txt:1:1",
        ]
    );
    fs::remove_file(folder.path().join("static/three.txt")).unwrap();
    fs::remove_file(folder.path().join("content/incidents/b.md")).unwrap();
    let said = build(&folder);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    assert_eq!(folder.files("site")["two.txt"], b"own");
}

/// H14
#[test]
fn a_pipe_is_an_error_and_nobody_waits_for_it() {
    let folder = Folder::of(MINIMAL);
    fs::create_dir_all(folder.path().join("static")).unwrap();
    for path in ["static/pipe", "content/incidents/pipe.md"] {
        let made = Command::new("mkfifo").arg(folder.path().join(path)).status().expect("mkfifo");
        assert!(made.success());
    }
    fs::hard_link(folder.path().join("static/pipe"), folder.path().join("static/pipe.txt"))
        .unwrap();
    let _socket =
        std::os::unix::net::UnixListener::bind(folder.path().join("static/socket")).unwrap();
    let said = build(&folder);
    assert_eq!(said.code, 1);
    assert_eq!(
        heads(&said),
        [
            "error[file-special]: `pipe.md` is neither a file nor a folder @ content/incidents/pipe.md:1:1",
            "error[file-special]: `pipe` is neither a file nor a folder @ static/pipe:1:1",
            "error[file-special]: `pipe.txt` is neither a file nor a folder @ static/pipe.txt:1:1",
            "error[file-special]: `socket` is neither a file nor a folder @ static/socket:1:1",
        ]
    );
    assert!(!folder.path().join("site").exists());
}

/// H39
#[test]
fn what_is_called_like_a_secret_is_an_error_that_says_what_to_do() {
    let secrets = "
        .env .env.local .env.production .envrc prod.env .git .svn .hg .ssh .aws .azure .docker .kube .gnupg .terraform .overdue
        .npmrc .yarnrc.yml .netrc _netrc .pypirc .git-credentials .htpasswd .pgpass .my.cnf .bash_history .s3cfg .vault-token .user.ini
        id_rsa id_rsa.pub ID_RSA id_ed25519 id_ecdsa_sk id_rsa.old server.key Server.PEM server.pem.old site.p12 site.pfx site.jks
        site.keystore passwords.kdbx login.keychain-db putty.ppk client.ovpn my-private-key.asc secret.gpg
        credentials credentials.json credentials.csv client_secret_123.apps.json service-account.json service-account-prod.json
        secrets.yaml passwords.txt kubeconfig terraform.tfstate terraform.tfstate.backup prod.tfvars session.har
        dump.sql dump.sql.gz site.dump site.bak letter.docx.bak site.sqlite site.sqlite3 site.sqlite-wal data.db dump.rdb.zst old.sql.bak";
    let secrets: Vec<&str> = secrets.split_whitespace().collect();
    let folder = Folder::of(MINIMAL);
    let places = ["static", "static/deep/er", "content", "content/incidents", "themes/mine/static"];
    for name in &secrets {
        for place in places {
            folder.put(&format!("{place}/{name}"), "secret");
        }
        folder.put(&format!("static/in-{name}/x.txt"), "not its name");
    }
    for name in [".ssh", ".aws", "credentials"] {
        folder.put(&format!("static/folder/{name}/x.txt"), "in a folder of such a name");
    }
    let said = build(&folder);
    assert_eq!(said.code, 1);
    let heads = heads(&said);
    for name in &secrets {
        for place in places {
            let told = heads
                .iter()
                .filter(|head| head.ends_with(&format!(" @ {place}/{name}:1:1")))
                .collect::<Vec<_>>();
            assert!(
                matches!(&told[..], [told] if told.starts_with(&format!("error[file-secret]: `{name}` "))),
                "{place}/{name}: {told:?}"
            );
        }
    }
    assert_eq!(heads.iter().filter(|head| head.contains("static/folder/")).count(), 3);
    assert!(!folder.path().join("site").exists());
}

#[test]
fn a_private_key_is_known_by_its_content_too() {
    let folder = Folder::of(MINIMAL);
    let keys = [
        ("static/key.txt", "-----BEGIN PRIVATE KEY-----\nMIIE\n"),
        ("static/archive.asc", "Comment\n-----BEGIN PGP PRIVATE KEY BLOCK-----\n\nlQ\n"),
        ("static/deep/project-1.json", "{\"private_key\": \"-----BEGIN PRIVATE KEY-----\\nMIIE\"}"),
        ("content/incidents/evidence.txt", "-----BEGIN OPENSSH PRIVATE KEY-----\n"),
    ];
    for (path, text) in keys {
        folder.put(path, text);
    }
    folder.put("static/public.asc", "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nmQ\n");
    let said = build(&folder);
    assert_eq!(said.code, 1);
    let heads = heads(&said);
    assert_eq!(heads.len(), keys.len(), "{heads:#?}");
    for (path, _) in keys {
        assert!(
            heads.contains(&format!("error[file-secret]: `{path}` holds a private key, and would be published @ {path}:1:1")),
            "{heads:#?}"
        );
    }
}

#[test]
fn what_is_no_secret_is_published_whatever_it_is_about() {
    let folder = Folder::of(MINIMAL);
    let names = [
        ".nojekyll",
        ".well-known/security.txt",
        ".well-known/openpgpkey/hu/x",
        "key.txt",
        "public-key.asc",
        "secrets.png",
        "passwords-of-the-operator.pdf",
        "data.json",
        "keys/list.csv",
        "database.csv",
        "x.sql.csv",
    ];
    for name in names {
        let bytes = if name.ends_with(".png") {
            crate::images::png_of(3, 2)
        } else {
            b"published".to_vec()
        };
        folder.put(&format!("static/{name}"), bytes);
    }
    folder.put("content/articles/secrets.md", "---\ntitle: On secrets\ndate: 2021-05-01\n---\n");
    let said = build(&folder);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let files = folder.files("site");
    for name in names.into_iter().chain(["articles/secrets/index.html"]) {
        assert!(files.contains_key(name), "{name} of {:?}", files.keys());
    }
}

#[test]
fn what_editors_and_systems_leave_behind_is_passed_over() {
    let folder = Folder::of(MINIMAL);
    for name in [
        ".DS_Store",
        "Thumbs.db",
        "desktop.ini",
        "~$letter.docx",
        ".letter.swp",
        "letter~",
        "#letter#",
        ".#letter",
        "._letter",
        ".gitkeep",
        ".gitignore",
        ".~lock.letter.odt#",
        "letter.tmp",
        "letter.part",
        "letter.orig",
        ".goutputstream-ABC",
        ".nfs000012",
        ".obsidian/app.json",
        ".vscode/settings.json",
        ".idea/x.xml",
        ".env.swp",
    ] {
        for place in ["static", "content/incidents", "themes/mine/static", "themes/mine"] {
            folder.put(&format!("{place}/{name}"), "litter");
        }
    }
    // What a theme has for itself is not published.
    folder.put("themes/mine/.git/config", "litter");
    folder.put("themes/mine/.github/workflow.yml", "litter");
    folder.put("static/kept.txt", "kept");
    let said = build(&folder);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let files = folder.files("site");
    assert!(files.contains_key("kept.txt"), "{:?}", files.keys());
    assert!(!files.values().any(|bytes| bytes == b"litter"), "litter was published");
}

#[test]
fn text_that_is_not_utf_8_is_an_error_that_names_the_encoding() {
    let folder = Folder::of(MINIMAL);
    let text = "---\ntitle: Ä\noccurred: 2021-03-10\n---\n";
    let utf16: Vec<u8> =
        [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    folder.put("content/incidents/b.md", utf16);
    folder.put("content/incidents/c.md", b"---\ntitle: Caf\xE9\noccurred: 2021-03-10\n---\n");
    let unmarked = "---\ntitle: A\noccurred: 2021-03-10\n---\n";
    folder.put(
        "content/incidents/d.md",
        unmarked.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>(),
    );
    folder.put(
        "content/incidents/e.md",
        unmarked.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<u8>>(),
    );
    let said = build(&folder);
    assert_eq!(said.code, 1);
    assert_eq!(
        heads(&said),
        [
            "error[file-encoding]: this file is UTF-16 @ content/incidents/b.md:1:1",
            "error[file-encoding]: this file is not UTF-8 from here on @ content/incidents/c.md:2:11",
            "error[file-encoding]: this file is UTF-16 @ content/incidents/d.md:1:1",
            "error[file-encoding]: this file is UTF-16 @ content/incidents/e.md:1:1",
        ]
    );
}

#[test]
fn a_file_name_that_is_not_utf_8_is_an_error() {
    let folder = Folder::of(MINIMAL);
    let name = std::ffi::OsStr::from_bytes(b"caf\xE9.md");
    if fs::write(folder.path().join("content/incidents").join(name), "text").is_err() {
        return; // This file system knows no such names.
    }
    let said = build(&folder);
    assert_eq!(said.code, 1);
    assert!(heads(&said)[0].starts_with("error[file-name]: "), "{}", said.err);
}

/// H38
#[test]
fn a_file_or_folder_that_cannot_be_read_is_an_error_that_names_it() {
    let folder = Folder::of(MINIMAL);
    folder.put("content/incidents/b.md", "---\ntitle: B\noccurred: 2021-03-10\n---\n");
    folder.put("content/incidents/deep/c.md", "---\ntitle: C\noccurred: 2021-03-10\n---\n");
    folder.put("static/d.txt", "D");
    folder.put("static/e.png", crate::images::png_of(3, 2));
    let closed =
        ["content/incidents/b.md", "content/incidents/deep", "static/d.txt", "static/e.png"];
    let set = |mode| {
        closed.iter().for_each(|path| {
            fs::set_permissions(folder.path().join(path), fs::Permissions::from_mode(mode))
                .unwrap();
        });
    };
    set(0o000);
    let mut command = if fs::read(folder.path().join("static/d.txt")).is_ok() {
        // Whoever is root may read everything, so that nobody tries, with a program where nobody
        // may start one.
        let program = folder.path().join("overdue");
        fs::copy(env!("CARGO_BIN_EXE_overdue"), &program).unwrap();
        let mut command = Command::new(program);
        command.current_dir(folder.path()).env_clear().uid(65_534).gid(65_534);
        command
    } else {
        folder.program()
    };
    let out = command.args(["check", "--as-of", "2026-11-22"]).output().unwrap();
    set(0o755);
    let said = Said { code: 1, out: String::new(), err: String::from_utf8(out.stderr).unwrap() };
    assert_eq!(out.status.code(), Some(1), "{}", said.err);
    let heads = heads(&said);
    assert_eq!(heads.len(), closed.len(), "{heads:#?}");
    for path in closed {
        assert!(
            heads.iter().any(|head| head.starts_with(&format!(
                "error[file-unreadable]: {path} cannot be read: Permission denied"
            ))),
            "{path}: {heads:#?}"
        );
    }
}

#[test]
fn a_text_of_more_than_eight_mebibytes_is_an_error() {
    let folder = Folder::of(MINIMAL);
    folder.put("content/incidents/b.md", vec![b'x'; (8 << 20) + 1]);
    let said = build(&folder);
    assert_eq!(said.code, 1);
    assert_eq!(
        heads(&said),
        [
            "error[file-too-large]: content/incidents/b.md is larger than 8 MiB @ content/incidents/b.md:1:1"
        ]
    );
}

#[test]
fn content_that_may_not_be_written_builds() {
    let folder = Folder::of(MINIMAL);
    fs::set_permissions(folder.path().join("content"), fs::Permissions::from_mode(0o555)).unwrap();
    let said = build(&folder);
    fs::set_permissions(folder.path().join("content"), fs::Permissions::from_mode(0o755)).unwrap();
    assert_eq!(said.code, 0, "{}", said.err);
}

#[test]
fn nothing_is_written_into_a_folder_that_is_not_for_output() {
    let folder = Folder::of(MINIMAL);
    folder.put("other/letter.txt", "not ours");
    for output in [".", "..", "content", "content/incidents", "static", "/", "other", "themes/x"] {
        let before = folder.files(".");
        let said = folder.run(&["build", "--as-of", "2026-11-22", "--output", output]);
        assert_eq!(said.code, 2, "{output}: {}{}", said.out, said.err);
        assert!(said.err.starts_with("error: "), "{output}: {}", said.err);
        assert_eq!(folder.files("."), before, "{output}");
    }
}

#[test]
fn a_template_that_fails_on_one_page_is_found_by_check() {
    let folder = Folder::of(MINIMAL);
    folder.put("overdue.yaml", "title: A watch\nurl: https://watch.example/\ntheme: mine\n");
    let template = "{% extends \"base.html\" %}{% block main %}{% if page.title == \"A fire\" %}{{ page.title / 0 }}{% endif %}{% endblock %}";
    folder.put("themes/mine/templates/incident.html", template);
    for command in ["check", "build"] {
        let said = folder.run(&[command, "--as-of", "2026-11-22"]);
        assert_eq!(said.code, 1, "{command}: {}{}", said.out, said.err);
        assert!(said.err.contains("/incidents/a/ cannot be made"), "{command}: {}", said.err);
    }
}

#[test]
fn a_record_that_cannot_be_read_is_not_called_unknown_as_well() {
    let folder = Folder::of(
        "-- content/articles/a.md --\n---\ntitle: On it\ndate: 2021-03-10\nincidents: fire\n---\n",
    );
    folder.put("content/incidents/fire.md", b"---\ntitle: Caf\xE9\noccurred: 2021-03-10\n---\n");
    assert_eq!(
        heads(&build(&folder)),
        [
            "error[file-encoding]: this file is not UTF-8 from here on @ content/incidents/fire.md:2:11"
        ]
    );
}

#[test]
fn a_translation_shows_the_pictures_of_its_record_at_its_address() {
    let settings =
        "-- overdue.yaml --\ntitle: A watch\nurl: https://watch.example/\nlanguages: [fr]\n";
    let folder = Folder::of(&format!(
        "{settings}-- content/pages/method/method.md --\n---\ntitle: Method\nslug: how\n---\nText.\n\
         -- content/pages/other.md --\n---\ntitle: Other\n---\n\
         -- content/pages/other.fr.md --\n---\ntitle: Autre\n---\n![La halle](other.png)\n\
         -- content/pages/method/method.fr.md --\n---\ntitle: Méthode\n---\n![La halle](hall.png)\n"
    ));
    folder.put("content/pages/method/hall.png", crate::images::png_of(3, 2));
    folder.put("content/pages/other.png", crate::images::png_of(3, 2));
    folder.put("content/pages/third.md", "---\ntitle: Third\n---\n");
    let said = build(&folder);
    assert_eq!((said.code, &*said.err), (0, ""), "{}", said.err);
    let files = folder.files("site");
    assert!(
        files.contains_key("pages/how/hall.png") && files.contains_key("pages/other/other.png"),
        "{:?}",
        files.keys()
    );
    let page = String::from_utf8_lossy(&files["fr/pages/how/index.html"]);
    assert!(page.contains("src=\"../../../pages/how/hall.png\""), "{page}");
}

#[test]
fn the_last_line_of_a_build_names_the_folder_the_moment_in_the_sites_zone_and_the_drafts() {
    let folder = Folder::of(MINIMAL);
    folder.put(
        "overdue.yaml",
        "title: A watch\nurl: https://watch.example/\ntimezone: Europe/Paris\n",
    );
    folder.put("content/pages/draft.md", "---\ntitle: Draft\ndraft: true\n---\n");
    let said =
        folder.run(&["build", "--as-of", "2026-11-22 09:30", "--drafts", "--output", "public"]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(
        said.out.contains(" in public as of 2026-11-22 09:30 Europe/Paris, 1 draft included: "),
        "{}",
        said.out
    );
}

#[test]
fn check_refuses_what_build_and_publish_would() {
    let deep = format!("static/{}/x.txt", vec!["d".repeat(100); 11].join("/"));
    let long = "w".repeat(300);
    let record = |line: &str| format!("---\ntitle: A fire\noccurred: 2021-03-10\n{line}\n---\n");
    let settings = |line: &str| format!("title: A watch\nurl: https://watch.example/\n{line}\n");
    let incident = "content/incidents/a.md".to_owned();
    for (path, text, code) in [
        ("static/overdue.json".to_owned(), "{}".to_owned(), "file-name"),
        ("static/Overdue.json".to_owned(), "{}".to_owned(), "file-name"),
        ("static/overdue.json/x.txt".to_owned(), "x".to_owned(), "file-name"),
        ("static/.overdue/x.txt".to_owned(), "x".to_owned(), "file-secret"),
        ("static/.Overdue/x.txt".to_owned(), "x".to_owned(), "file-secret"),
        (deep, "x".to_owned(), "file-name"),
        (format!("themes/ledger/static/{}.css", "c".repeat(250)), "a {}".to_owned(), "file-name"),
        (incident.clone(), record("tags: [con]"), "slug-form"),
        (incident.clone(), record(&format!("tags: [fire, {long}]")), "slug-form"),
        (incident.clone(), record("sector: Aux"), "slug-form"),
        (incident.clone(), record("aliases: [overdue.json]"), "alias-form"),
        (incident.clone(), record(&format!("aliases: [{}b]", "a/".repeat(600))), "alias-form"),
        ("overdue.yaml".to_owned(), settings("languages: [en, aux]"), "slug-form"),
    ] {
        let folder = Folder::of(MINIMAL);
        folder.put(&path, text);
        for command in ["check", "build"] {
            let said = folder.run(&[command, "--as-of", "2026-11-22"]);
            assert_eq!(said.code, 1, "{command} with {path}: {}{}", said.out, said.err);
            assert!(
                said.err.contains(&format!("error[{code}]: ")),
                "{command} with {path}: {}",
                said.err
            );
        }
        assert!(!folder.path().join("site").exists(), "{path}");
    }
    // The mark stands on the word that is at fault.
    let folder = Folder::of(MINIMAL);
    folder.put("overdue.yaml", settings("languages: [en, aux]"));
    let said = folder.run(&["check"]);
    assert!(
        said.err.contains(
            "error[slug-form]: /aux cannot be a path of the site: Windows keeps this name for a device\n --> overdue.yaml:3:17\n"
        ),
        "{}",
        said.err
    );
    let folder = Folder::of(MINIMAL);
    folder.put(&incident, record("tags: [fire, con]"));
    let said = folder.run(&["check"]);
    assert!(said.err.contains("error[slug-form]: /tags/con cannot be a path of the site: Windows keeps this name for a device\n --> content/incidents/a.md:4:14\n"), "{}", said.err);
}

#[test]
fn check_tells_of_destinations_that_could_not_be_published_to() {
    let folder = Folder::of(MINIMAL);
    folder.put(
        "overdue.yaml",
        "title: A watch\nurl: https://watch.example/\ndestinations: {home: ./public, old: \"ftp://u:secret@host.example/\"}\n",
    );
    let said = folder.run(&["check", "--as-of", "2026-11-22"]);
    assert_eq!(said.code, 1, "{}", said.err);
    assert!(
        said.err.contains("error[url-form]: the destination `old` cannot be published to: "),
        "{}",
        said.err
    );
    assert!(!said.err.contains("secret") && !said.err.contains("`home`"), "{}", said.err);
}

#[test]
fn an_address_of_the_site_has_no_query_or_fragment() {
    let folder = Folder::of(MINIMAL);
    let said = folder.run(&["build", "--base-url", "https://x.example/?a#b"]);
    assert_eq!(said.code, 2, "{}", said.err);
    assert!(said.err.contains("--base-url"), "{}", said.err);
}

#[test]
fn a_configuration_with_another_ending_is_named() {
    let folder = Folder::new();
    folder.put("overdue.yml", "title: A watch\n");
    let said = folder.run(&["check"]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("rename ") && said.err.contains("to overdue.yaml"), "{}", said.err);
}

#[test]
fn content_with_errors_leaves_the_site_as_it_was() {
    let folder = Folder::of(MINIMAL);
    assert_eq!(build(&folder).code, 0);
    let (before, times) = (folder.files("site"), folder.times("site"));
    folder.put("content/incidents/a.md", "---\ntitle: A fire\noccurred: 2021-02-30\n---\n");
    let said = build(&folder);
    assert_eq!(said.code, 1);
    assert_eq!((folder.files("site"), folder.times("site")), (before, times));
}

#[test]
fn the_site_is_found_from_a_folder_within_it_and_its_absence_is_wrong_usage() {
    let folder = Folder::of(MINIMAL);
    let mut command = folder.program();
    let within = command
        .current_dir(folder.path().join("content/incidents"))
        .args(["check", "--as-of", "2026-11-22"])
        .output()
        .unwrap();
    assert!(within.status.success(), "{}", String::from_utf8_lossy(&within.stderr));
    let empty = Folder::new();
    let said = empty.run(&["build"]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("overdue.yaml"), "{}", said.err);
}

//! What only a disk can hold: links, pipes, secrets, litter, other encodings, and places where nothing may be written.

use std::fs;
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::process::Command;

use crate::harness::{Folder, Said};

const MINIMAL: &str = "-- content/incidents/a.md --\n---\ntitle: A fire\noccurred: 2021-03-10\n---\n";

fn build(folder: &Folder) -> Said {
    folder.run(&["build", "--as-of", "2026-11-22"])
}

/// The first lines of what was said: each sentence and its place.
fn heads(said: &Said) -> Vec<String> {
    let blocks = said.err.split("\n\n").filter(|block| block.starts_with("error[") || block.starts_with("warning["));
    let mut heads: Vec<String> = Vec::new();
    for block in blocks {
        let place = block.lines().find_map(|line| line.trim_start().strip_prefix("--> ")).unwrap_or("nowhere");
        heads.push(format!("{} @ {place}", block.lines().next().expect("a line")));
        assert!(block.contains("help: "), "no help:\n{block}");
    }
    heads
}

#[test]
fn a_symbolic_link_is_left_out_with_a_warning_and_its_target_never_read() {
    let outside = Folder::new();
    outside.put("secret.md", "---\ntitle: A secret of the machine\noccurred: 2020-01-01\n---\n");
    outside.put("folder/more.md", "---\ntitle: A secret of the machine\noccurred: 2020-01-01\n---\n");
    let folder = Folder::of(MINIMAL);
    symlink(outside.path().join("secret.md"), folder.path().join("content/incidents/b.md")).unwrap();
    symlink(outside.path().join("folder"), folder.path().join("content/incidents/sub")).unwrap();
    symlink(folder.path().join("content"), folder.path().join("content/loop")).unwrap();
    symlink(outside.path(), folder.path().join("static")).unwrap();
    fs::create_dir_all(folder.path().join("themes/mine/templates")).unwrap();
    symlink(outside.path().join("secret.md"), folder.path().join("themes/mine/templates/page.html")).unwrap();
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

#[test]
fn a_reference_to_a_record_behind_a_link_is_an_error() {
    let outside = Folder::new();
    outside.put("o.md", "---\ntitle: O\n---\n");
    let folder = Folder::of("-- content/incidents/a.md --\n---\ntitle: A fire\noccurred: 2021-03-10\noperators: [o]\n---\n");
    fs::create_dir_all(folder.path().join("content/organisations")).unwrap();
    symlink(outside.path().join("o.md"), folder.path().join("content/organisations/o.md")).unwrap();
    let said = build(&folder);
    assert_eq!(said.code, 1);
    assert_eq!(heads(&said)[0], "error[reference-unknown]: there is no organisation `o` @ content/incidents/a.md:4:13");
}

#[test]
fn a_pipe_is_an_error_and_nobody_waits_for_it() {
    let folder = Folder::of(MINIMAL);
    fs::create_dir_all(folder.path().join("static")).unwrap();
    for path in ["static/pipe", "content/incidents/pipe.md"] {
        let made = Command::new("mkfifo").arg(folder.path().join(path)).status().expect("mkfifo");
        assert!(made.success());
    }
    let _socket = std::os::unix::net::UnixListener::bind(folder.path().join("static/socket")).unwrap();
    let said = build(&folder);
    assert_eq!(said.code, 1);
    assert_eq!(
        heads(&said),
        [
            "error[file-special]: `pipe.md` is neither a file nor a folder @ content/incidents/pipe.md:1:1",
            "error[file-special]: `pipe` is neither a file nor a folder @ static/pipe:1:1",
            "error[file-special]: `socket` is neither a file nor a folder @ static/socket:1:1",
        ]
    );
    assert!(!folder.path().join("site").exists());
}

#[test]
fn files_that_hold_secrets_are_errors_and_litter_is_ignored() {
    let folder = Folder::of(MINIMAL);
    for name in [".env", ".env.local", "id_rsa", "server.key", ".git/config", ".htpasswd"] {
        folder.put(&format!("static/{name}"), "secret");
    }
    for name in [".DS_Store", "Thumbs.db", "desktop.ini", "~$letter.docx", ".letter.swp", "letter~", "#letter#", ".#letter", "._letter"] {
        folder.put(&format!("static/{name}"), "litter");
        folder.put(&format!("content/incidents/{name}"), "litter");
    }
    let said = build(&folder);
    assert_eq!(said.code, 1);
    let heads = heads(&said);
    assert_eq!(heads.len(), 6, "{heads:#?}");
    assert!(heads.iter().all(|head| head.starts_with("error[file-secret]: ")), "{heads:#?}");
    for name in [".env", ".env.local", "id_rsa", "server.key", ".git", ".htpasswd"] {
        fs::remove_dir_all(folder.path().join("static").join(name))
            .or_else(|_| fs::remove_file(folder.path().join("static").join(name)))
            .unwrap();
    }
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
    let utf16: Vec<u8> = [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    folder.put("content/incidents/b.md", utf16);
    folder.put("content/incidents/c.md", b"---\ntitle: Caf\xE9\noccurred: 2021-03-10\n---\n");
    let said = build(&folder);
    assert_eq!(said.code, 1);
    assert_eq!(
        heads(&said),
        [
            "error[file-encoding]: this file is UTF-16 @ content/incidents/b.md:1:1",
            "error[file-encoding]: this file is not UTF-8 from here on @ content/incidents/c.md:2:11",
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

#[test]
fn a_file_that_cannot_be_read_is_an_error_that_names_it() {
    let folder = Folder::of(MINIMAL);
    let path = folder.path().join("content/incidents/b.md");
    folder.put("content/incidents/b.md", "---\ntitle: B\noccurred: 2021-03-10\n---\n");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read(&path).is_ok() {
        // Whoever is root may read everything: an entry that vanishes while it is read stands in for it.
        fs::remove_file(&path).unwrap();
        return;
    }
    let said = build(&folder);
    assert_eq!(said.code, 1);
    assert!(heads(&said)[0].starts_with("error[file-unreadable]: content/incidents/b.md cannot be read"), "{}", said.err);
}

#[test]
fn a_text_of_more_than_eight_mebibytes_is_an_error() {
    let folder = Folder::of(MINIMAL);
    folder.put("content/incidents/b.md", vec![b'x'; (8 << 20) + 1]);
    let said = build(&folder);
    assert_eq!(said.code, 1);
    assert_eq!(heads(&said), ["error[file-too-large]: content/incidents/b.md is larger than 8 MiB @ content/incidents/b.md:1:1"]);
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
    let template =
        "{% extends \"base.html\" %}{% block main %}{% if page.title == \"A fire\" %}{{ page.title / 0 }}{% endif %}{% endblock %}";
    folder.put("themes/mine/templates/incident.html", template);
    for command in ["check", "build"] {
        let said = folder.run(&[command, "--as-of", "2026-11-22"]);
        assert_eq!(said.code, 1, "{command}: {}{}", said.out, said.err);
        assert!(said.err.contains("/incidents/a/ cannot be made"), "{command}: {}", said.err);
    }
}

#[test]
fn a_record_that_cannot_be_read_is_not_called_unknown_as_well() {
    let folder = Folder::of("-- content/articles/a.md --\n---\ntitle: On it\ndate: 2021-03-10\nincidents: fire\n---\n");
    folder.put("content/incidents/fire.md", b"---\ntitle: Caf\xE9\noccurred: 2021-03-10\n---\n");
    assert_eq!(heads(&build(&folder)), ["error[file-encoding]: this file is not UTF-8 from here on @ content/incidents/fire.md:2:11"]);
}

#[test]
fn a_translation_shows_the_pictures_of_its_record_at_its_address() {
    let settings = "-- overdue.yaml --\ntitle: A watch\nurl: https://watch.example/\nlanguages: [fr]\n";
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
    assert!(files.contains_key("pages/how/hall.png") && files.contains_key("pages/other/other.png"), "{:?}", files.keys());
    let page = String::from_utf8_lossy(&files["fr/pages/how/index.html"]);
    assert!(page.contains("src=\"../../../pages/how/hall.png\""), "{page}");
}

#[test]
fn the_last_line_of_a_build_names_the_folder_the_moment_in_the_sites_zone_and_the_drafts() {
    let folder = Folder::of(MINIMAL);
    folder.put("overdue.yaml", "title: A watch\nurl: https://watch.example/\ntimezone: Europe/Paris\n");
    folder.put("content/pages/draft.md", "---\ntitle: Draft\ndraft: true\n---\n");
    let said = folder.run(&["build", "--as-of", "2026-11-22 09:30", "--drafts", "--output", "public"]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(said.out.contains(" in public as of 2026-11-22 09:30 Europe/Paris, 1 draft included: "), "{}", said.out);
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
    let within = command.current_dir(folder.path().join("content/incidents")).args(["check", "--as-of", "2026-11-22"]).output().unwrap();
    assert!(within.status.success(), "{}", String::from_utf8_lossy(&within.stderr));
    let empty = Folder::new();
    let said = empty.run(&["build"]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("overdue.yaml"), "{}", said.err);
}

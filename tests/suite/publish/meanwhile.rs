//! Whoever may write to the output while it is published: what is sent is what was checked.

use std::fs;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::hostile::Scene;
use super::secure_shell::start;
use super::server::Server;
use super::{NOW, SITE, build, git, publish_site, site_of, visible};
use crate::harness::Folder;

#[test]
fn a_file_that_was_replaced_after_it_was_checked_is_sent_to_no_destination() {
    let (scene, server) = (Scene::new(), Server::start());
    let (_sshd, port) = start(&scene.folder);
    git(scene.folder.path(), &["init", "--quiet", "--bare", "pages.git"]);
    fs::create_dir(scene.at("www")).expect("a folder");
    let www = scene.at("www").display().to_string();
    let secret = scene.at("outside.txt");
    let page = scene.output.join("a/index.html");
    let whole = fs::read(&page).expect("a page");
    scene.folder.put("same.html", &whole);
    for address in [
        "public".to_owned(),
        server.destination(),
        format!("git:{}#site", scene.at("pages.git").display()),
        format!("sftp://127.0.0.1:{port}{www}/sftp?config=ssh.conf"),
        format!("rsync://127.0.0.1:{port}{www}/rsync?config=ssh.conf"),
    ] {
        let replace: [(&dyn Fn(), &str); 4] = [
            (&|| fs::write(&page, "<html>b</html>").expect("a page"), "changed while"),
            (&|| fs::write(&page, [&whole[..], b"!"].concat()).expect("a page"), "changed while"),
            (&|| symlink(&secret, &page).expect("a link"), "site/a/index.html"),
            (&|| symlink(scene.at("same.html"), &page).expect("a link"), "site/a/index.html"),
        ];
        for (replace, said) in replace {
            let site = site_of(&scene.output);
            fs::remove_file(&page).expect("a page");
            replace();
            let store = scene.open(&address);
            let failure =
                publish_site(&*store, &scene.output, site, true, Duration::from_millis(80))
                    .expect_err("a refusal");
            assert!(failure.sentence.contains(said), "{address}: {failure}");
            fs::remove_file(&page).expect("what was put there");
            fs::write(&page, &whole).expect("a page");
        }
    }
    assert_eq!(fs::read_dir(scene.at("tmp")).expect("a folder").count(), 0);
}

/// Another program in the place of one of the system's: it notes what it is told, and puts a link to
/// a secret in the place of a page that is to be sent before it lets the real one do its work.
fn stand_in(folder: &Folder, name: &str) {
    let path = std::env::var_os("PATH").expect("a path");
    let real = std::env::split_paths(&path)
        .map(|folder| folder.join(name))
        .find(|program| program.is_file())
        .unwrap_or_else(|| panic!("{name} is missing; tests/run installs it"));
    folder.put(
        &format!("bin/{name}"),
        format!(
            "#!/bin/sh\ncat > told.$$\n{{ echo \"$@\"; cat told.$$; }} >> told\n\
             if grep -aq 'fire/index.html' told.$$; then\n\
             ln -sf \"$PWD/secret.txt\" site/incidents/fire/index.html\nfi\n\
             exec {} \"$@\" < told.$$\n",
            real.display()
        ),
    );
    fs::set_permissions(folder.path().join("bin").join(name), fs::Permissions::from_mode(0o755))
        .expect("a program");
}

#[test]
fn programs_send_what_was_checked_though_links_stand_there_when_they_look() {
    let folder = Folder::of(SITE);
    let (_sshd, port) = start(&folder);
    git(folder.path(), &["init", "--quiet", "--bare", "pages.git"]);
    folder.put("secret.txt", "a secret");
    fs::create_dir_all(folder.path().join("www")).expect("a folder");
    for name in ["git", "sftp", "rsync"] {
        stand_in(&folder, name);
    }
    let www = folder.path().join("www").display().to_string();
    let at_branch = || {
        git(folder.path(), &["clone", "--quiet", "-b", "site", "pages.git", "clone"]);
        visible(&folder.path().join("clone"))
    };
    let at_folder = |name: &str| visible(&folder.path().join("www").join(name));
    let arrived: [(&str, &dyn Fn() -> _); 3] =
        [("git", &at_branch), ("sftp", &|| at_folder("sftp")), ("rsync", &|| at_folder("rsync"))];
    for (name, arrived) in arrived {
        build(&folder, NOW);
        let site = folder.files("site");
        let _ = fs::remove_file(folder.path().join("told"));
        let address = match name {
            "git" => "git:pages.git#site".to_owned(),
            _ => format!("{name}://127.0.0.1:{port}{www}/{name}?config=ssh.conf"),
        };
        let path = std::env::join_paths(
            std::iter::once(folder.path().join("bin"))
                .chain(std::env::split_paths(&std::env::var_os("PATH").expect("a path"))),
        );
        let done = folder
            .program()
            .args(["publish", "--force", &address])
            .env("PATH", path.expect("a path"))
            .output()
            .expect("the program starts");
        let said = String::from_utf8_lossy(&done.stderr);
        assert_eq!(done.status.code(), Some(0), "{name}: {said}");
        let page = folder.path().join("site/incidents/fire/index.html");
        assert!(page.is_symlink(), "{name}: nobody stood in the way");
        let arrived = arrived();
        let differs = |path: &&String| arrived.get(*path) != site.get(*path);
        let differing: Vec<_> = site.keys().chain(arrived.keys()).filter(differs).collect();
        assert!(differing.is_empty(), "{name}: {differing:?} arrived as something else");
        let told = fs::read_to_string(folder.path().join("told")).expect("what was told");
        assert!(!names(&told, &folder.path().join("site")), "{name} was told of the output");
        fs::remove_dir_all(folder.path().join("site")).expect("the output");
    }
}

fn names(told: &str, output: &Path) -> bool {
    let output: PathBuf = output.join("");
    told.contains(&output.display().to_string())
}

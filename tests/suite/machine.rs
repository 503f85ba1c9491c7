//! Where the machine fails while a site is read, it is the machine that failed: exit 3, and nothing
//! is said of the content.

use std::process::{Command, Output};

use crate::harness::Folder;

/// Runs the program with at most so many open files.
fn with_descriptors(folder: &Folder, most: usize, arguments: &[&str]) -> Output {
    let program = folder.program().get_program().to_owned();
    let mut shell = Command::new("sh");
    shell
        .args(["-c", "ulimit -n $0 && exec \"$@\"", &most.to_string()])
        .arg(program)
        .args(arguments);
    shell
        .current_dir(folder.path())
        .env_clear()
        .env("PATH", "/usr/bin:/bin")
        .output()
        .expect("a shell")
}

fn prepared() -> Folder {
    let folder = Folder::of(
        "-- overdue.yaml --\ntitle: A watch\nurl: https://watch.example/\ntheme: mine\n\
         -- themes/mine/templates/deep/er/x.html --\nx\n\
         -- content/incidents/far/below/a.md --\n---\ntitle: A fire\noccurred: 2021-03-10\nsources: [{title: S}]\n---\n\
         -- content/pages/p.md --\n---\ntitle: A page\n---\n",
    );
    folder.put("content/pages/picture.png", crate::images::png_of(3, 2));
    folder.put("table.csv", "title,occurred\nB,2021-03-10\n");
    folder
        .put("hugo/content/posts/far/below/x.md", "---\ntitle: X\ndate: 2021-03-10\n---\nText.\n");
    folder
}

#[test]
fn too_many_open_files_are_no_fault_of_the_content() {
    for arguments in [
        &["check"][..],
        &["check", "--format", "json"],
        &["build"],
        &["status"],
        &["diff", "2020-01-01", "2026-01-01"],
        &["explain", "a"],
        &["theme", "check"],
        &["theme", "diff"],
        &["import", "csv", "table.csv", "--dry-run"],
        &["import", "hugo", "hugo", "--dry-run"],
        &["new", "incident", "Another"],
        &["publish", "./public"],
    ] {
        let folder = prepared();
        if arguments[0] == "publish" {
            assert_eq!(folder.run(&["build", "--as-of", "2026-11-22"]).code, 0);
        }
        let whole = folder.files("site");
        let mut failed = 0;
        for most in [4, 5, 6, 7, 8, 10] {
            let done = with_descriptors(&folder, most, arguments);
            let said = String::from_utf8_lossy(&done.stderr).into_owned();
            match done.status.code() {
                Some(3) => {
                    failed += 1;
                    assert!(
                        said.contains("Too many open files"),
                        "{arguments:?} with {most}: {said}"
                    );
                    assert!(!said.contains("error["), "{arguments:?} with {most}: {said}");
                    assert_eq!(folder.files("site"), whole, "{arguments:?} with {most}");
                    assert!(!folder.path().join("content/incidents/another.md").exists());
                }
                Some(0) => break,
                // The site is not of today; that is known when all of it could be read.
                Some(2) if arguments[0] == "publish" => {
                    assert!(said.contains("today is"), "{said}");
                }
                // The program cannot even be loaded.
                Some(127) => {}
                code => panic!("{arguments:?} with {most}: {code:?}: {said}"),
            }
        }
        assert!(failed >= 2, "{arguments:?} failed {failed} times");
    }
}

#[test]
fn a_site_or_credentials_that_nobody_can_look_at_are_not_said_to_be_missing() {
    use std::os::unix::fs::symlink;
    let folder =
        Folder::of("-- site/overdue.yaml --\ntitle: A watch\nurl: https://watch.example/\n");
    // Whoever may do everything may look everywhere; a link to itself nobody can follow.
    folder.put("odd/content/x", "");
    symlink("overdue.yaml", folder.path().join("odd/overdue.yaml")).expect("a link");
    symlink("keys", folder.path().join("keys")).expect("a link");
    let too_long = "x".repeat(300);
    for root in ["odd", "odd/../odd", &too_long] {
        for arguments in [
            &["--root", root, "check"][..],
            &["--root", "site", "diff", "2020-01-01", "2026-01-01", "--against", root],
        ] {
            let said = folder.run(arguments);
            assert_eq!(said.code, 3, "{arguments:?}: {said:?}");
            assert!(said.err.contains("overdue.yaml: "), "{said:?}");
        }
    }
    for (root, told) in [("none", "holds no overdue.yaml"), ("site/overdue.yaml", "holds no")] {
        let said = folder.run(&["--root", root, "check"]);
        assert!(said.code == 2 && said.err.contains(told), "{said:?}");
    }
    assert_eq!(folder.run(&["--root", "site", "build"]).code, 0);
    let keys = folder.path().join("keys").display().to_string();
    for (file, code) in [(keys.as_str(), 3), ("/nowhere/at/all", 2)] {
        let said = folder.run_in(
            "2026-11-22T12:00:00Z",
            &[("AWS_SHARED_CREDENTIALS_FILE", file)],
            &["--root", "site", "publish", "s3://watch/site"],
        );
        assert_eq!(said.code, code, "{said:?}");
        assert_eq!(said.err.contains("there are no credentials"), code == 2, "{said:?}");
    }
}

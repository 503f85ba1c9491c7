//! What is printed: nothing that came from outside acts on a terminal or a code host, and what
//! cannot be printed is a failure.

use std::collections::BTreeSet;
use std::fs::{self, OpenOptions};
use std::io::{BufRead as _, BufReader};
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::process::{Command, Stdio};

use crate::harness::{Folder, SETTINGS, Said};

/// What would act: a terminal's sequences as one byte and as two, a line of its own, and commands
/// of code hosts.
const ACTS: &str =
    "\u{1b}[31m\u{1b}]0;x\u{7}\u{9b}2J\r::error::\u{85}\u{7f}\u{202e}\u{2028}##[error]##vso[x]";
const NASTY: &str = r"\e[31m\e]0;x\a\x9b2J\r::error::\N\x7f\u202e\L##[error]##vso[x]";

/// Fails if anything that is said acts. Our own colours and commands are told by how they begin.
fn harmless(what: &str, said: &str, colours: bool, commands: bool) {
    let mut rest = said.to_owned();
    if colours {
        let mut parts = said.split("\u{1b}[");
        rest = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (numbers, text) =
                part.split_once('m').unwrap_or_else(|| panic!("{what}: {part:?}"));
            assert!(numbers.bytes().all(|b| b.is_ascii_digit() || b == b';'), "{what}: {part:?}");
            rest.push_str(text);
        }
        assert!(!rest.contains("\u{9b}31m"));
    }
    let acts = |c: char| {
        c.is_control() && !matches!(c, '\n' | '\t')
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    for line in rest.replace("\r\n", "\n").split('\n') {
        assert!(!line.contains(acts), "{what}: {line:?}");
        let is_own = commands
            && ["::error file=", "::warning file=", "::notice file="]
                .iter()
                .any(|begin| line.starts_with(begin));
        assert!(is_own || !line.trim_start().starts_with("::"), "{what}: {line:?}");
        assert!(!line.contains("##[") && !line.contains("##vso["), "{what}: {line:?}");
        assert!(!line.starts_with("error: forged"), "{what}: {line:?}");
    }
}

fn harmless_run(folder: &Folder, arguments: &[&str]) -> Said {
    let commands = arguments.contains(&"github");
    let mut said = None;
    for colour in ["never", "always"] {
        let all = [arguments, &["--color", colour]].concat();
        let told = folder.run(&all);
        harmless(&format!("{all:?} out"), &told.out, false, commands);
        harmless(&format!("{all:?} err"), &told.err, colour == "always", false);
        said = said.or(Some(told));
    }
    said.expect("two runs")
}

/// A site without a mistake, in whose every text something would act.
fn sound() -> Folder {
    Folder::of(&format!(
        "-- overdue.yaml --\ntitle: \"W {NASTY}\"\nurl: https://watch.example/\ntheme: mine\npublisher: {{name: \"P {NASTY}\"}}\n\
         -- content/incidents/a.md --\n---\ntitle: \"T {NASTY}\\nerror: forged\"\nsummary: \"{NASTY}\"\noccurred: 2021-03-10\nplace: \"{NASTY}\"\n\
         operators: [o]\nsources: [{{id: s, title: \"{NASTY}\"}}]\n\
         awaiting: [{{report: final-report, id: x, within: 3 months, from: o, rule: \"{NASTY} [@s]\", checked: 2026-11-20, checked_where: \"{NASTY}\"}}]\n---\nBody {ACTS}\n\
         -- content/organisations/o.md --\n---\ntitle: \"::error::O {NASTY}\"\n---\n\
         -- content/responses/r.md --\n---\ntitle: \"::error::R {NASTY}\"\nkind: statement\ndate: 2021-05-01\nby: o\nincidents: a\n---\n\
         -- content/articles/d.md --\n---\ntitle: \"::error::D {NASTY}\"\ndate: 2021-05-01\ndraft: true\n---\n\
         -- themes/mine/templates/page.html --\n{{% extends \"base.html\" %}}{{% block main %}}\n::error::{ACTS}\n{{% endblock %}}"
    ))
}

/// A site whose names would act, and are refused.
fn hostile_names() -> Folder {
    let folder = sound();
    for name in [ACTS, "x\nerror: forged", "::error::y"] {
        let name = name.replace('/', "");
        folder.put(
            &format!("content/incidents/{name}.md"),
            "---\ntitle: A\noccurred: yesterday\n---\n",
        );
        folder.put(&format!("content/{name}/b.md"), "---\ntitle: B\n---\n");
        folder.put(&format!("static/{name}.png"), "no picture");
        folder.put(&format!("static/{name}.txt"), "text");
        folder.put(&format!("static/{name}.pem"), "secret");
        folder.put(&format!("themes/mine/templates/{name}.html"), format!("{{% {ACTS}"));
        folder.put(&format!("themes/mine/static/{name}.css"), "a {}");
        symlink("nowhere", folder.path().join(format!("static/{name} link"))).unwrap();
    }
    folder
}

#[test]
fn texts_of_a_site_act_on_no_terminal_and_no_code_host() {
    let folder = sound();
    let mut shown = 0;
    for arguments in [
        &["check"][..],
        &["check", "--strict", "--drafts"],
        &["check", "--format", "json"],
        &["check", "--format", "sarif"],
        &["check", "--format", "github"],
        &["build"],
        &["status"],
        &["status", "--format", "json"],
        &["status", "--format", "csv"],
        &["status", "--format", "md"],
        &["status", "--format", "ics"],
        &["diff", "2020-01-01", "2026-11-22"],
        &["diff", "2020-01-01", "2026-11-22", "--format", "html"],
        &["explain", "a"],
        &["theme", "check"],
        &["theme", "diff"],
    ] {
        let said = harmless_run(&folder, arguments);
        assert!(
            said.code <= 1 && !(said.out + &said.err).is_empty(),
            "{arguments:?}: {}",
            said.err
        );
        shown += 1;
    }
    assert_eq!(shown, 16);
    assert!(
        folder.run(&["diff", "2020-01-01", "2026-11-22"]).out.contains("&#x202E;"),
        "Markdown says it in its own way"
    );
}

#[test]
fn names_of_files_act_on_no_terminal_and_are_told_by_their_code_points() {
    let folder = hostile_names();
    for arguments in [
        &["check"][..],
        &["check", "--format", "json"],
        &["check", "--format", "sarif"],
        &["check", "--format", "github"],
        &["build"],
        &["status"],
        &["theme", "check"],
        &["theme", "diff"],
    ] {
        harmless_run(&folder, arguments);
    }
    let said = folder.run(&["check"]).err;
    for name in [
        "<U+001B>[31m<U+001B>]0;x<U+0007><U+009B>2J<U+000D>::error::<U+0085>",
        "x<U+000A>error: forged",
    ] {
        assert!(
            said.contains(&format!("--> content/incidents/{name}")),
            "{name} is not in\n{said}"
        );
    }
}

#[test]
fn json_and_sarif_hold_what_was_there_and_are_plain_to_a_terminal() {
    let folder = hostile_names();
    let said = folder.run(&["check", "--format", "json"]).out;
    let document: serde_json::Value = serde_json::from_str(&said).expect("JSON");
    let files: BTreeSet<&str> = document["diagnostics"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|found| found["file"].as_str().unwrap())
        .collect();
    assert!(files.contains(&*format!("content/incidents/{ACTS}.md")), "{files:#?}");
    let said = folder.run(&["check", "--format", "sarif"]).out;
    let log: serde_json::Value = serde_json::from_str(&said).expect("JSON");
    assert!(
        log["runs"][0]["results"].as_array().is_some_and(|results| results.len() >= 8),
        "{said}"
    );
}

#[test]
fn a_text_ends_no_command_to_github_and_begins_none() {
    let folder = Folder::of(
        "-- content/incidents/a.md --\n---\ntitle: A\noccurred: \"2021%0A::x,y:\\n::error::z\"\n---\n",
    );
    folder.put("content/incidents/b,c:d%0A\n::error::e.md", "---\ntitle: A\n---\n");
    let said = folder.run(&["check", "--format", "github"]).out;
    for line in said.lines() {
        let command = ["::error ", "::notice "].iter().find_map(|begin| line.strip_prefix(begin));
        let (properties, data) =
            command.and_then(|rest| rest.split_once("::")).unwrap_or_else(|| panic!("{line}"));
        let names: Vec<&str> = properties
            .split(',')
            .map(|property| property.split_once('=').expect("a name").0)
            .collect();
        assert_eq!(names, ["file", "line", "col", "endLine", "endColumn", "title"], "{line}");
        assert!(!data.contains('\r'), "{line}");
    }
    assert!(
        said.contains("file=content/incidents/b%2Cc%3Ad%250A%0A%3A%3Aerror%3A%3Ae.md,"),
        "{said}"
    );
    assert!(said.contains("2021%250A::x,y:"), "{said}");
}

#[test]
fn what_was_typed_or_imported_acts_on_no_terminal() {
    let folder = sound();
    let table = format!(
        "title,occurred,{ACTS}\n\"A {ACTS}\nerror: forged\",yesterday,x\nB,2021-03-10,\"y\n::error::\"\n"
    );
    folder.put("in/table.csv", &table);
    folder
        .put(&format!("in/{ACTS}.md"), format!("---\ntitle: A {ACTS}\nlayout: \"{NASTY}\"\ndate: \"{NASTY}\"\n---\n{{{{< {ACTS} >}}}}\n"));
    let odd = format!("x{ACTS}\nerror: forged");
    for arguments in [
        &["import", "csv", "in/table.csv"][..],
        &["import", "hugo", "in"],
        &["import", "csv", &odd],
        &["import", "csv", "in/table.csv", "--map", &odd],
        &["import", &odd, "x"],
        &["new", "incident", &odd],
        &["new", "incident", "A", "--id", &odd],
        &["new", "incident", "A", "--date", &odd],
        &["new", "response", "A", "--incident", &odd],
        &["new", "response", "A", "--kind", &odd],
        &["explain", &odd],
        &["explain", "a", "--as-of", &odd],
        &["diff", &odd, "2026-11-22"],
        &["diff", "2020-01-01", "2026-11-22", "--against", &odd],
        &["status", "--fail-on", &odd],
        &["build", "--base-url", &odd],
        &["build", "--shard", &odd],
        &["build", "--root", &odd],
        &["publish", &odd],
        &["serve", "--host", &odd],
        &["theme", "eject", &odd],
        &["schema", &odd],
        &["init", "there", "--title", "T", "--url", &odd],
        &[&odd],
    ] {
        let said = harmless_run(&folder, arguments);
        assert!(!(said.out + &said.err).is_empty(), "{arguments:?}");
    }
}

#[test]
fn what_programs_and_hosts_say_acts_on_no_terminal() {
    let folder = sound();
    assert_eq!(folder.run(&["build"]).code, 0);
    // Each says what a hostile host could make it say, and fails.
    for name in ["git", "ssh", "sftp", "rsync"] {
        let program = folder.path().join("bin").join(name);
        folder.put(
            &format!("bin/{name}"),
            format!("#!/bin/sh\nprintf '%s\\n' '{ACTS}' '::error::x' 'error: forged {ACTS}' >&2\ncat > /dev/null\nexit 255\n"),
        );
        fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
    }
    for destination in
        ["git:https://host.example/a.git#pages", "sftp://u@host.example/a", "u@host.example:a"]
    {
        let mut command = folder.program();
        command.env("PATH", format!("{}:/usr/bin:/bin", folder.path().join("bin").display()));
        let done = command.args(["publish", "--force", destination]).output().unwrap();
        assert_eq!(done.status.code(), Some(3), "{destination}");
        let said = String::from_utf8(done.stderr).expect("text");
        assert!(said.contains("<U+001B>[31m"), "{destination}: {said}");
        harmless(destination, &said, false, false);
    }
}

#[test]
fn the_manifest_of_a_live_site_acts_on_no_terminal() {
    let folder = sound();
    assert_eq!(folder.run(&["build"]).code, 0);
    assert_eq!(folder.run(&["publish", "./live", "--force"]).code, 0);
    let path = folder.path().join("live/overdue.json");
    let written: serde_json::Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
    for key in ["site", "program", "content"] {
        let mut forged = written.clone();
        forged[key] = format!("{ACTS}\nerror: forged").into();
        fs::write(&path, forged.to_string()).unwrap();
        harmless_run(&folder, &["publish", "./live", "--dry-run"]);
    }
    let mut forged = written.clone();
    forged["files"][format!("{ACTS}\nerror: forged")] = serde_json::json!(["0".repeat(64), 1]);
    fs::write(&path, forged.to_string()).unwrap();
    harmless_run(&folder, &["publish", "./live", "--dry-run"]);
}

/// Every command that the program lists, with arguments with which it prints.
const COMMANDS: [(&str, &[&[&str]]); 15] = [
    ("build", &[&["build"]]),
    (
        "check",
        &[
            &["check"],
            &["check", "--format", "json"],
            &["check", "--format", "sarif"],
            &["check", "--format", "github", "--root", "noted"],
        ],
    ),
    (
        "checked",
        &[
            &["checked", "--format", "md", "--offline"],
            &["checked", "--format", "json", "--offline"],
        ],
    ),
    ("completions", &[&["completions", "bash"], &["completions", "zsh"]]),
    (
        "diff",
        &[
            &["diff", "2020-01-01", "2022-01-01"],
            &["diff", "2020-01-01", "2022-01-01", "--format", "html"],
        ],
    ),
    ("explain", &[&["explain", "a"], &["explain", "date-form"]]),
    ("import", &[&["import", "csv", "table.csv", "--dry-run"]]),
    ("init", &[&["init", "another", "--title", "A", "--url", "https://a.example/"]]),
    ("list", &[&["list"], &["list", "documents", "--names"]]),
    ("man", &[&["man"], &["man", "--output", "pages"]]),
    ("new", &[&["new", "incident", "A fire elsewhere"]]),
    ("publish", &[&["publish", "./public"], &["publish", "./public", "--dry-run"]]),
    ("schema", &[&["schema"], &["schema", "views"], &["schema", "--for", "decap"]]),
    (
        "status",
        &[
            &["status"],
            &["status", "--format", "json"],
            &["status", "--format", "csv"],
            &["status", "--format", "md"],
            &["status", "--format", "ics"],
        ],
    ),
    (
        "theme",
        &[&["theme", "eject", "templates/page.html"], &["theme", "check"], &["theme", "diff"]],
    ),
];

/// A site for one run of a command that succeeds and prints.
fn prepared() -> Folder {
    let folder = Folder::of(
        "-- content/incidents/a.md --\n---\ntitle: A fire\noccurred: 2021-03-10\nsources: [{title: S}]\n---\n",
    );
    folder.put("table.csv", "title,occurred\nB,2021-03-10\n");
    folder.put("noted/overdue.yaml", SETTINGS);
    folder.put(
        "noted/content/incidents/a.md",
        "---\ntitle: Of no source\noccurred: 2021-03-10\n---\n",
    );
    let built = folder.program().args(["build"]).output().unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    folder
}

#[test]
fn every_command_fails_that_cannot_print() {
    let help =
        String::from_utf8(Folder::new().program().arg("--help").output().unwrap().stdout).unwrap();
    let listed = help
        .lines()
        .skip_while(|line| *line != "Commands:")
        .skip(1)
        .take_while(|line| !line.is_empty());
    let listed: BTreeSet<&str> = listed.filter_map(|line| line.split_whitespace().next()).collect();
    let known: BTreeSet<&str> = COMMANDS.iter().map(|(name, _)| *name).chain(["serve"]).collect();
    assert_eq!(listed, known, "a command is not tried here");
    let full =
        || OpenOptions::new().write(true).open("/dev/full").expect("a device that is always full");
    let prints: Vec<&[&str]> = COMMANDS.iter().flat_map(|(_, runs)| runs.iter().copied()).collect();
    for arguments in prints.into_iter().chain([
        &["--help"][..],
        &["--version"],
        &["build", "--help"],
        &["serve", "--port", "0"],
    ]) {
        let done = prepared().program().args(arguments).stdout(full()).output().unwrap();
        let said = String::from_utf8_lossy(&done.stderr).into_owned();
        assert_eq!(done.status.code(), Some(3), "{arguments:?}: {said}");
        assert!(
            said.ends_with(
                "error: standard output cannot be written: No space left on device (os error 28)\n"
            ),
            "{arguments:?}: {said}"
        );
    }
    // What people read of a check is on the other stream.
    for arguments in [
        &["check", "--strict"][..],
        &["build", "--timings"],
        &["explain", "nothing-like-it"],
        &["bulid"],
    ] {
        let folder = prepared();
        folder.put(
            "content/incidents/b.md",
            "---\ntitle: B\noccurred: 2021-03-10\nsummary: \"\\a\"\n---\n",
        );
        let done = folder.program().args(arguments).stderr(full()).output().unwrap();
        assert_eq!(done.status.code(), Some(3), "{arguments:?}");
    }
}

#[test]
fn whoever_closes_the_pipe_has_read_enough() {
    let closed = || {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        writer
    };
    for arguments in
        COMMANDS.iter().flat_map(|(_, runs)| runs.iter()).chain([&["--help"][..]].iter())
    {
        let expected = prepared().program().args(*arguments).output().unwrap();
        let done = prepared().program().args(*arguments).stdout(closed()).output().unwrap();
        assert_eq!(done.status.code(), expected.status.code(), "{arguments:?}");
        let without_times = |said: &[u8]| String::from_utf8_lossy(said).into_owned();
        assert_eq!(without_times(&done.stderr), without_times(&expected.stderr), "{arguments:?}");
    }
}

#[test]
fn the_preview_goes_on_when_nobody_reads_what_it_says() {
    let folder = prepared();
    folder.put(
        "content/incidents/b.md",
        "---\ntitle: B\noccurred: 2021-03-10\nsummary: \"\\a\"\n---\n",
    );
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let mut child = folder
        .program()
        .args(["serve", "--port", "0"])
        .stdout(writer)
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stderr.take().unwrap()).read_line(&mut line).unwrap();
    assert!(line.starts_with("warning[text-control]"), "{line}");
    assert!(child.try_wait().unwrap().is_none(), "it has ended");
    child.kill().unwrap();
    child.wait().unwrap();
}

#[test]
fn a_script_that_reads_the_first_line_hears_of_no_failure() {
    let folder = prepared();
    let script = format!("'{}' schema 2>complaint | head -n 1", env!("CARGO_BIN_EXE_overdue"));
    let done =
        Command::new("sh").args(["-c", &script]).current_dir(folder.path()).output().unwrap();
    assert_eq!(done.stdout, b"{\n");
    assert_eq!(fs::read_to_string(folder.path().join("complaint")).unwrap(), "");
}

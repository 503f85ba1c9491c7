//! `overdue init`, `new`, `completions`, `man` and `--version`: what is begun builds as it is, and
//! nothing is overwritten.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::fs;

use overdue::cli::{Surroundings, run};
use serde_json::Value;

use crate::harness::{Folder, Said, instant};

pub(crate) const HOSTS: [&str; 6] =
    ["github-pages", "gitlab-pages", "netlify", "cloudflare", "s3", "rsync"];

/// A program that the host's job may install.
pub(crate) const PROGRAM: &str =
    "https://example.org/somebody/overdue#0123456789012345678901234567890123456789";

/// A new site; for a host, with the files that need a program.
pub(crate) fn begun(host: &str, more: &[&str]) -> Folder {
    let folder = Folder::new();
    let program: &[&str] = if host == "none" { &[] } else { &["--program", PROGRAM] };
    let arguments =
        ["init", "--title", "A watch", "--url", "https://watch.example/", "--host", host];
    let said = folder.run(&[&arguments, program, more].concat());
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    folder
}

thread_local! {
    static TYPED: RefCell<VecDeque<&'static str>> = const { RefCell::new(VecDeque::new()) };
}

/// Runs the program at a terminal at which these lines are typed.
fn at_a_terminal(folder: &Folder, lines: &[&'static str], arguments: &[&str]) -> Said {
    TYPED.with_borrow_mut(|typed| *typed = lines.iter().copied().collect());
    let surroundings = Surroundings {
        now: instant("2026-11-22T12:00:00Z"),
        folder: folder.path().to_owned(),
        home: None,
        clock: || instant("2026-11-22T12:00:00Z"),
        colour: false,
        environment: overdue::publish::Environment::read(|_| None),
        watched: false,
        asker: |_| panic!("nobody is asked"),
        ask: Some(|| TYPED.with_borrow_mut(VecDeque::pop_front).map(str::to_owned)),
    };
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let exit =
        run(["overdue"].iter().chain(arguments).map(Into::into), &surroundings, &mut out, &mut err);
    let left = TYPED.with_borrow(VecDeque::len);
    assert_eq!(left, 0, "{left} answers were not asked for");
    let text = |bytes| String::from_utf8(bytes).expect("text");
    Said { code: exit.code(), out: text(out), err: text(err) }
}

#[test]
fn a_new_site_is_sound_under_strict_and_builds_for_every_host() {
    for host in HOSTS.iter().chain(&["none"]) {
        let folder = begun(host, &["--timezone", "Europe/Paris"]);
        for arguments in
            [&["check", "--strict"][..], &["check", "--strict", "--drafts"], &["build"]]
        {
            let said = folder.run(arguments);
            assert_eq!(said.code, 0, "{host}: {arguments:?}\n{}", said.err);
        }
        assert!(folder.path().join("site/pages/method/index.html").is_file());
        assert!(!folder.path().join("site/incidents/example").exists(), "the example is a draft");
    }
}

#[test]
fn a_new_site_in_another_language_says_that_its_first_pages_are_in_english() {
    let folder = begun("none", &["--language", "fr"]);
    assert!(
        fs::read_to_string(folder.path().join("content/pages/method.md"))
            .unwrap()
            .starts_with("---\nlanguage: en\ntitle: How we count\n")
    );
    assert_eq!(folder.run(&["check", "--strict"]).code, 0);
}

#[test]
fn a_second_site_is_not_made_over_the_first() {
    let folder = begun("github-pages", &[]);
    let before = folder.files("");
    let said = folder.run(&[
        "init",
        "--title",
        "Another",
        "--url",
        "https://other.example/",
        "--host",
        "none",
    ]);
    assert_eq!((said.code, said.out.as_str()), (2, ""));
    assert!(
        said.err.starts_with("error: nothing was written, because nothing is overwritten, and this is there already: "),
        "{}",
        said.err
    );
    assert_eq!(folder.files(""), before);
}

#[test]
fn what_flags_do_not_say_is_asked_at_a_terminal_and_an_error_without_one() {
    let folder = Folder::new();
    let said = at_a_terminal(
        &folder,
        &[
            "Veille : les attentes",
            "https://veille.example/suivi",
            "fr",
            "Europe/Paris",
            "gitlab-pages",
            PROGRAM,
        ],
        &["init", "a"],
    );
    assert_eq!(said.code, 0, "{}", said.err);
    let settings = fs::read_to_string(folder.path().join("a/overdue.yaml")).unwrap();
    let keys: Vec<&str> = settings
        .lines()
        .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
        .collect();
    assert_eq!(
        keys,
        [
            "title: \"Veille : les attentes\"",
            "url: \"https://veille.example/suivi/\"",
            "language: fr",
            "timezone: Europe/Paris",
            "publisher:",
            "recheck_every: 30 days",
            "navigation:",
        ]
    );
    assert!(folder.path().join("a/.gitlab-ci.yml").is_file());
    for (arguments, missing) in
        [(&["init", "b"][..], "title"), (&["init", "b", "--title", "B"], "address")]
    {
        let said = folder.run(arguments);
        assert_eq!(said.code, 2);
        assert!(said.err.contains(missing), "{}", said.err);
    }
    assert!(!folder.path().join("b").exists());
}

#[test]
fn a_new_site_is_sound_in_every_language_of_the_program_and_one_without_words_is_told() {
    for language in ["en", "fr", "ko"] {
        let folder = begun("github-pages", &["--language", language]);
        for arguments in [&["check", "--strict"][..], &["build", "--strict"]] {
            let said = folder.run(arguments);
            assert_eq!(said.code, 0, "{language}: {arguments:?}\n{}", said.err);
        }
        let home =
            fs::read_to_string(folder.path().join("site/index.html")).expect("the home page");
        assert!(home.contains(&format!("<html lang=\"{language}\"")), "{language}");
    }
    let said = begun("none", &["--language", "de"]).run(&["check"]);
    assert!(
        said.code == 0 && said.err.starts_with("warning[language-without-words]: "),
        "{}",
        said.err
    );
}

#[test]
fn the_files_for_visual_studio_code_are_printed_for_a_site_that_has_none() {
    let folder = begun("none", &[]);
    for (editor, path) in [
        ("vscode-tasks", ".vscode/tasks.json"),
        ("vscode-snippets", ".vscode/overdue.code-snippets"),
    ] {
        let said = Folder::new().run(&["schema", "--for", editor]);
        assert_eq!((said.code, said.err.as_str()), (0, ""));
        assert_eq!(
            said.out.trim_end(),
            fs::read_to_string(folder.path().join(path)).unwrap().trim_end(),
            "{editor}"
        );
    }
}

#[test]
fn the_problem_matcher_of_the_editor_fits_what_check_says() {
    let folder = begun("none", &[]);
    folder.put("content/incidents/a.md", "---\ntitle: A fire\noccurred: 2026-02-30\n---\n");
    let said = folder.run(&["check", "--color", "never"]).err;
    let tasks: Value =
        serde_json::from_slice(&fs::read(folder.path().join(".vscode/tasks.json")).unwrap())
            .unwrap();
    let matcher = &tasks["tasks"][0]["problemMatcher"]["pattern"];
    assert_eq!(matcher[0]["regexp"], r"^(error|warning)\[([a-z0-9-]+)\]: (.*)$");
    assert_eq!(matcher[1]["regexp"], r"^\s*--> (.+):(\d+):(\d+)$");
    // What the two expressions ask of two lines that follow each other.
    let lines: Vec<&str> = said.lines().skip_while(|line| !line.starts_with("error[")).collect();
    let (code, sentence) = lines[0]
        .strip_prefix("error[")
        .and_then(|rest| rest.split_once("]: "))
        .expect("the first line");
    assert_eq!((code, sentence), ("date-impossible", "there is no 30 February 2026"));
    assert_eq!(lines[1].trim_start().strip_prefix("--> "), Some("content/incidents/a.md:3:11"));
}

#[test]
fn snippets_hold_every_kind_of_file() {
    let folder = begun("none", &[]);
    let snippets: Value = serde_json::from_slice(
        &fs::read(folder.path().join(".vscode/overdue.code-snippets")).unwrap(),
    )
    .unwrap();
    let names: Vec<&String> = snippets.as_object().unwrap().keys().collect();
    assert_eq!(names.len(), 7, "{names:?}");
    for (name, snippet) in snippets.as_object().unwrap() {
        let body = snippet["body"].as_array().unwrap();
        assert!(body.iter().any(|line| line == "title: ${1:title}"), "{name}");
        assert!(
            body.iter().all(|line| !line.as_str().unwrap().contains('@')
                || line.as_str().unwrap().contains("[@paper]")),
            "{name}"
        );
    }
}

#[test]
fn every_new_record_is_sound_as_it_is_written() {
    let folder = begun("none", &[]);
    for (arguments, path) in [
        (
            &["new", "incident", "Fire: a “test” of l’eau", "--date", "2021-03-10 00:47"][..],
            "content/incidents/fire-a-test-of-leau.md",
        ),
        (&["new", "incident", "판교 화재"], "content/incidents/판교-화재.md"),
        (
            &[
                "new",
                "response",
                "The report",
                "--incident",
                "fire-a-test-of-leau",
                "--kind",
                "final-report",
            ],
            "content/responses/the-report.md",
        ),
        (
            &["new", "article", "What we know", "--incident", "fire-a-test-of-leau"],
            "content/articles/what-we-know.md",
        ),
        (&["new", "organisation", "yes"], "content/organisations/yes.md"),
        (&["new", "page", "Corrections #1", "--id", "corrections"], "content/pages/corrections.md"),
        (&["new", "regime", "A duty"], "content/regimes/a-duty.yaml"),
        (&["new", "calendar", "Our days"], "content/calendars/our-days.yaml"),
    ] {
        let said = folder.run(arguments);
        assert_eq!(said.code, 0, "{arguments:?}: {}", said.err);
        assert!(said.out.starts_with(&format!("wrote {path}\nnext: ")), "{}", said.out);
        assert!(folder.path().join(path).is_file(), "{path}");
    }
    for arguments in [&["check", "--strict"][..], &["check", "--strict", "--drafts"]] {
        let said = folder.run(arguments);
        // A record that was only begun has no source yet, which is noted.
        assert_eq!(said.code, 0, "{arguments:?}: {}", said.err);
        let told = said.err.split("\n\n").filter(|told| !told.is_empty());
        let is_no_fault = |told: &str| {
            told.starts_with("note[source-missing]") || told.starts_with("0 errors, 0 warnings")
        };
        assert!(told.into_iter().all(is_no_fault), "{}", said.err);
    }
}

#[test]
fn a_title_needs_no_quotation_marks() {
    let folder = Folder::of("-- overdue.yaml --\ntitle: A watch\nurl: https://watch.example/\n");
    let said =
        folder.run(&["new", "incident", "Fire", "in", "the", "harbour", "--date", "2021-03-10"]);
    assert_eq!(said.code, 0, "{}", said.err);
    let record =
        folder.files("content").remove("incidents/fire-in-the-harbour.md").expect("a record");
    assert!(String::from_utf8_lossy(&record).contains("title: Fire in the harbour\n"));
}

#[test]
fn help_is_a_word_as_well_as_a_flag() {
    let folder = Folder::of("-- note.md --\nNo site.\n");
    for (word, flag) in [(&["help"][..], &["--help"][..]), (&["help", "new"], &["new", "--help"])] {
        let (said, meant) = (folder.run(word), folder.run(flag));
        assert_eq!((said.code, said.out), (0, meant.out));
    }
}

#[test]
fn notes_bury_no_error_and_are_told_as_many_as_are_wanted() {
    let folder = Folder::of(
        "-- overdue.yaml --\ntitle: A watch\nurl: https://watch.example/\n\
        -- content/incidents/a.md --\n---\ntitle: A\noccurred: 2021-03-10\n---\n",
    );
    let notes = |arguments: &[&str]| {
        folder.run(&[&["check"], arguments].concat()).err.matches("note[").count()
    };
    assert_eq!([notes(&[]), notes(&["--notes", "none"])], [1, 0]);
    folder.put("content/incidents/b.md", "---\ntitle: B\noccurred: soon\n---\n");
    assert_eq!([notes(&[]), notes(&["--notes", "all"])], [0, 2]);
    let said = folder.run(&["check"]);
    assert!(said.err.contains("… and 2 notes; --notes all tells them\n"), "{}", said.err);
}

#[test]
fn a_new_record_takes_the_day_of_the_sites_zone() {
    let folder = begun("none", &["--timezone", "Pacific/Kiritimati"]);
    assert_eq!(folder.run(&["new", "incident", "A fire"]).code, 0);
    let text = fs::read_to_string(folder.path().join("content/incidents/a-fire.md")).unwrap();
    assert!(text.contains("\noccurred: 2026-11-23\n"), "{text}");
    assert_eq!(folder.run(&["check", "--strict", "--drafts"]).code, 0);
}

#[test]
fn a_record_is_not_begun_twice_nor_from_what_cannot_be() {
    let folder = begun("none", &[]);
    assert_eq!(folder.run(&["new", "incident", "A fire"]).code, 0);
    let before = folder.files("");
    for (arguments, sentence) in [
        (
            &["new", "incident", "A fire!"][..],
            "…/content/incidents/a-fire.md is there already, and nothing is overwritten",
        ),
        (
            &["new", "incident", "!?"],
            "`!?` has no letters or digits for the name of a file; give it one with --id",
        ),
        (
            &["new", "incident", "Con"],
            "`con` cannot be part of an address: Windows keeps this name for a device; write another word, such as `con-1`",
        ),
        (
            &["new", "incident", "B", "--id", "../b"],
            "`../b` cannot be part of an address: it has a slash; write `b`",
        ),
        (
            &["new", "incident", "B", "--date", "2026-02-30"],
            "there is no 30 February 2026; write a real day, or `2026-02` if only the month is known",
        ),
        (
            &["new", "incident", "B", "--date", "2062-02-03"],
            "2062-02-03 lies in the future, and an incident has happened",
        ),
        (
            &["new", "response", "B"],
            "name the incident that it answers with --incident, such as a-fire, example",
        ),
        (
            &["new", "response", "B", "--incident", "a-fier"],
            "there is no incident `a-fier`; did you mean `a-fire`?",
        ),
        (
            &["new", "page", "B", "--date", "2021"],
            "--date is for incidents, responses and articles",
        ),
    ] {
        let said = folder.run(arguments);
        assert_eq!(said.code, 2, "{arguments:?}");
        assert_eq!(
            said.err.replace(&*folder.path().to_string_lossy(), "…"),
            format!("error: {sentence}\n"),
            "{arguments:?}"
        );
    }
    assert_eq!(folder.files(""), before);
}

#[test]
fn nothing_is_begun_that_the_next_check_would_refuse() {
    let folder = begun("none", &[]);
    folder.put(
        "content/incidents/2021/a-fire.md",
        "---\ntitle: A fire\noccurred: 2021-03-10\naliases: [pages/taken]\n---\n",
    );
    folder.put("content/pages/cafe\u{301}.md", "---\ntitle: Cafe\n---\n");
    folder.put("content/pages/Upper.md", "---\ntitle: Upper\n---\n");
    folder.put("content/pages/other.md", "---\ntitle: Other\nslug: mine\n---\n");
    folder.put("content/organisations/acme/acme.md", "---\ntitle: Acme\n---\n");
    folder.put("content/calendars/below/days.yaml", "title: Days\n");
    let (before, known) = (folder.files(""), folder.run(&["check", "--drafts"]).err);
    let long = "word ".repeat(16 << 10);
    for (arguments, code) in [
        (&["new", "incident", "A fire"][..], "id-duplicate"),
        (&["new", "page", "Caf\u{e9}"], "id-duplicate"),
        (&["new", "page", "Upper"], "url-collision"),
        (&["new", "page", "Mine"], "url-collision"),
        (&["new", "page", "Taken"], "url-collision"),
        (&["new", "organisation", "Acme"], "id-duplicate"),
        (&["new", "calendar", "Days"], "id-duplicate"),
        (&["new", "incident", "A\u{7} bell"], "text-control"),
        (&["new", "organisation", "Acme\u{9b}31m Ltd"], "text-control"),
        (&["new", "incident", &long], "front-matter-too-large"),
        (&["new", "page", "A translation", "--id", "nothing.fr"], "translation-orphan"),
        (&["new", "page", "A lock", "--id", "~$letter"], "file-name"),
    ] {
        let said = folder.run(arguments);
        let shown: Vec<String> =
            arguments.iter().map(|argument| argument.chars().take(20).collect()).collect();
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{shown:?}: {}", said.err);
        let (found, last) = said.err.trim_end().rsplit_once('\n').expect("lines");
        assert!(
            found.contains(&format!("[{code}]: ")),
            "{shown:?} is not refused with {code}: {}",
            said.err
        );
        assert_eq!(last, "error: nothing was written: with this the site would have a mistake");
        assert!(folder.files("") == before, "{shown:?} was written");
        assert_eq!(folder.run(&["check", "--drafts"]).err, known);
    }
    // What is wrong elsewhere keeps nobody from beginning a record.
    folder.put("content/pages/broken.md", "---\ntitle: Broken\nslug: a/b\n---\n");
    let said = folder.run(&["new", "page", "Sound"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
}

#[test]
fn no_site_is_begun_with_what_its_first_check_would_refuse() {
    let folder = Folder::new();
    let said =
        folder.run(&["init", "--title", "A\u{1b}[2J watch", "--url", "https://watch.example/"]);
    assert_eq!(said.code, 2);
    assert!(
        said.err.starts_with("warning[text-control]: the control character U+001B was removed"),
        "{}",
        said.err
    );
    assert!(folder.files("").is_empty());
}

#[test]
fn at_a_terminal_a_new_incident_asks_five_questions() {
    let folder = begun("none", &[]);
    folder.put("content/organisations/acme.md", "---\ntitle: Acme\n---\n");
    let lines = [
        "Europe/Paris",
        "2021-13",
        "2021-03-10 00:47",
        "Strasbourg: the port",
        "FR",
        "acmee",
        "acme",
    ];
    let said = at_a_terminal(&folder, &lines, &["new", "incident", "A fire"]);
    assert_eq!(said.code, 0, "{}", said.err);
    let text = fs::read_to_string(folder.path().join("content/incidents/a-fire.md")).unwrap();
    let keys: Vec<&str> =
        text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase())).collect();
    assert_eq!(
        keys,
        [
            "title: A fire",
            "occurred: 2021-03-10 00:47",
            "draft: true",
            "timezone: Europe/Paris",
            "place: \"Strasbourg: the port\"",
            "country: FR",
            "operators: [acme]",
        ]
    );
    assert!(said.err.contains("there is no month 13"), "{}", said.err);
    assert!(
        said.err.contains("there is no organisation `acmee`; did you mean `acme`?"),
        "{}",
        said.err
    );
}

#[cfg(unix)]
#[test]
fn nothing_is_written_through_a_link() {
    let (folder, elsewhere) = (begun("none", &[]), Folder::new());
    fs::remove_dir_all(folder.path().join("content/articles")).unwrap();
    std::os::unix::fs::symlink(elsewhere.path(), folder.path().join("content/articles")).unwrap();
    let said = folder.run(&["new", "article", "B"]);
    assert_eq!(said.code, 2);
    assert!(
        said.err.ends_with("/content/articles is a symbolic link, and links are not followed\n"),
        "{}",
        said.err
    );
    assert!(elsewhere.files("").is_empty());
}

#[test]
fn the_program_tells_its_version_and_that_of_its_time_zones() {
    let said = Folder::new().run(&["--version"]);
    assert_eq!(
        said.out,
        format!(
            "overdue {} (time zones {})\n",
            env!("CARGO_PKG_VERSION"),
            chrono_tz::IANA_TZDB_VERSION
        )
    );
}

#[test]
fn shells_and_manual_pages_know_every_command() {
    let folder = Folder::new();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let said = folder.run(&["completions", shell]);
        for command in ["build", "check", "init", "new", "theme"] {
            assert!(said.out.contains(command), "{shell} does not know {command}");
        }
    }
    assert!(folder.run(&["man"]).out.contains(".TH overdue 1"));
    assert_eq!(folder.run(&["man", "--output", "man"]).code, 0);
    let pages = folder.files("man");
    for page in ["overdue.1", "overdue-build.1", "overdue-theme-eject.1"] {
        assert!(pages.contains_key(page), "{:?}", pages.keys());
    }
    assert_eq!(folder.run(&["man", "--output", "man"]).code, 2, "nothing is overwritten");
}

#[test]
fn a_new_article_names_the_incident_that_it_was_begun_for() {
    let folder = begun("none", &[]);
    folder.put("content/incidents/a.md", "---\ntitle: A fire\noccurred: 2026-03-10\n---\n");
    let article = |arguments: &[&str], name: &str| {
        let said = folder.run(&[&["new", "article"], arguments].concat());
        assert_eq!(said.code, 0, "{}", said.err);
        fs::read_to_string(folder.path().join(format!("content/articles/{name}.md"))).unwrap()
    };
    assert!(article(&["One", "--incident", "a"], "one").contains("\nincidents: [a]\n"));
    assert!(article(&["Two"], "two").contains("\n# incidents: [an-incident]\n"));
    assert_eq!(folder.run(&["check", "--drafts"]).code, 0);
}

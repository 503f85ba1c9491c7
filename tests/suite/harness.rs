//! A site in one string, compiled in memory or built on disk. Only this module and the tests of
//! single stages know the API.
//!
//! A line `-- content/incidents/a.md --` begins a file. A site without an `overdue.yaml` gets a
//! small one.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{self, Command};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::SystemTime;

use overdue::cli::{Surroundings, run};
use overdue::clock::AsOf;
use overdue::diag::{Diagnostic, human};
use overdue::front_matter::read_as_of;
use overdue::links::Asker;
use overdue::load::Tree;
use overdue::plan::Output;
use overdue::publish::Environment;
use overdue::render::Rendered;
use overdue::resolve::{Ahead, Options};
use overdue::site::file_of;
use overdue::workspace::{Changes, Update, Workspace};
use rayon::prelude::*;
use serde_json::Value;

/// The configuration of a site that brings none.
pub(crate) const SETTINGS: &str = "title: A watch\nurl: https://watch.example/\n";

/// The repository's own folder.
pub(crate) fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files of a site in one string.
pub(crate) fn files_of(text: &str) -> BTreeMap<String, String> {
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    let mut current: Option<String> = None;
    for line in text.split_inclusive('\n') {
        if let Some(path) =
            line.trim_end().strip_prefix("-- ").and_then(|rest| rest.strip_suffix(" --"))
        {
            assert!(files.insert(path.to_owned(), String::new()).is_none(), "{path} stands twice");
            current = Some(path.to_owned());
        } else if let Some(path) = &current {
            files.get_mut(path).expect("a file that was begun").push_str(line);
        } else {
            assert!(line.trim().is_empty(), "text before the first file: {line}");
        }
    }
    assert!(!files.is_empty(), "no file begins with a line such as `-- content/incidents/a.md --`");
    files.entry("overdue.yaml".to_owned()).or_insert_with(|| SETTINGS.to_owned());
    files
}

/// A site in memory.
pub(crate) struct Site(Tree);

/// The site in a string.
pub(crate) fn site(text: &str) -> Site {
    let mut tree = Tree::default();
    for (path, text) in files_of(text) {
        tree.insert_text(&path, &text);
    }
    Site(tree)
}

/// A site of one incident `a`, with these lines in its front matter besides a title.
pub(crate) fn incident(lines: &str) -> Site {
    site(&format!("-- content/incidents/a.md --\n---\ntitle: A fire\n{lines}\n---\n"))
}

/// A site of one incident `a` with this body.
pub(crate) fn body(markdown: &str) -> Site {
    site(&format!(
        "-- content/incidents/a.md --\n---\ntitle: A fire\noccurred: 2021-03-10\n---\n{markdown}\n"
    ))
}

/// The repository's own demonstration site, from the disk.
pub(crate) fn demonstration() -> Site {
    let loaded = overdue::load::load(repository()).expect("the repository");
    assert!(loaded.diagnostics.is_empty(), "{}", human(&loaded.diagnostics, false));
    Site(loaded.value)
}

/// An instant.
pub(crate) fn instant(text: &str) -> chrono::DateTime<chrono::Utc> {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

impl Site {
    /// The site with one file more.
    pub(crate) fn with(mut self, path: &str, text: &str) -> Self {
        self.0.insert_text(path, text);
        self
    }

    /// Compiled for a moment that was asked for; a time without an offset is UTC.
    pub(crate) fn as_of(&self, when: &str) -> Compiled {
        self.as_of_in(when, "UTC")
    }

    /// [`Site::as_of`] with times of `zone`.
    pub(crate) fn as_of_in(&self, when: &str, zone: &str) -> Compiled {
        let as_of = read_as_of(when, zone.parse().expect("a zone"))
            .unwrap_or_else(|sentence| panic!("{sentence}"));
        self.compiled(Options { as_of, ahead: Ahead::NotYet, drafts: false })
    }

    /// Compiled as if it were this instant, and nobody had asked for a moment.
    pub(crate) fn now(&self, when: &str) -> Compiled {
        self.compiled(Options {
            as_of: AsOf::Instant(instant(when)),
            ahead: Ahead::Mistake,
            drafts: false,
        })
    }

    /// [`Site::as_of`] with drafts.
    pub(crate) fn drafts_as_of(&self, when: &str) -> Compiled {
        let as_of = read_as_of(when, chrono_tz::Tz::UTC).expect("a moment");
        self.compiled(Options { as_of, ahead: Ahead::NotYet, drafts: true })
    }

    fn compiled(&self, options: Options) -> Compiled {
        let mut workspace = Workspace::in_memory(self.0.clone());
        let Update::Read { diagnostics, .. } = workspace.update(Changes::Any, |_| options) else {
            panic!("nothing was read")
        };
        let files = workspace.snapshot().map_or_else(BTreeMap::new, |site| {
            let file = |output: &Output| {
                let bytes = match site.render(output).unwrap_or_else(|error| panic!("{error}")) {
                    Rendered::Bytes(bytes) => bytes,
                    Rendered::PictureOf(original, format) => {
                        let whole = original.read().expect("a picture that is copied");
                        overdue::load::stripped(&whole, format).expect("a whole picture").bytes
                    }
                    Rendered::CopyOf(original) => original.read().expect("a file that is copied"),
                };
                (file_of(&output.path), bytes)
            };
            site.plan.outputs.par_iter().map(file).collect()
        });
        Compiled { files, diagnostics }
    }
}

/// What a site was made into.
pub(crate) struct Compiled {
    /// The output files; none if there was an error.
    pub(crate) files: BTreeMap<String, Vec<u8>>,
    diagnostics: Vec<Diagnostic>,
}

impl Compiled {
    /// The text of one output file of a site without errors.
    pub(crate) fn text(&self, path: &str) -> String {
        let bytes = self.files.get(path).unwrap_or_else(|| {
            let others: Vec<&str> = self
                .files
                .keys()
                .map(String::as_str)
                .filter(|path| !path.contains("static"))
                .collect();
            panic!("no {path} among {others:?}\n{}", self.complaints())
        });
        String::from_utf8(bytes.clone()).expect("text")
    }

    /// One output file without its tags, in one line, as a reader sees it.
    pub(crate) fn words(&self, path: &str) -> String {
        words(&self.text(path))
    }

    /// Whether there is such a file.
    pub(crate) fn has(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// The rows of a data file.
    pub(crate) fn rows(&self, path: &str) -> Vec<Value> {
        serde_json::from_str(&self.text(path)).expect("a list of rows")
    }

    /// The row of a clock `INCIDENT/CLOCK`, if there is one.
    pub(crate) fn find_clock(&self, name: &str) -> Option<Value> {
        let (incident, clock) = name.split_once('/').expect("INCIDENT/CLOCK");
        self.rows("data/clocks.json")
            .into_iter()
            .find(|row| row["incident"] == incident && row["clock"] == clock)
    }

    /// The row of a clock `INCIDENT/CLOCK`.
    pub(crate) fn clock(&self, name: &str) -> Value {
        self.find_clock(name).unwrap_or_else(|| panic!("no clock {name}"))
    }

    /// Every diagnostic, as it is printed.
    pub(crate) fn complaints(&self) -> String {
        human(&self.diagnostics, false)
    }

    /// The name and line of every diagnostic, such as `date-impossible:3`.
    pub(crate) fn codes(&self) -> Vec<String> {
        self.diagnostics
            .iter()
            .map(|found| format!("{}:{}", found.code.name(), found.place.line_and_column().0))
            .collect()
    }
}

/// HTML without its tags, its scripts and its character references, in one line.
pub(crate) fn words(html: &str) -> String {
    let mut text = String::new();
    for part in html.split('<').filter(|part| !part.starts_with("script")) {
        text.push(' ');
        text.push_str(part.split_once('>').map_or(part, |(_, after)| after));
    }
    let plain = text
        .replace("&nbsp;", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#x27;", "'");
    plain
        .replace("&amp;", "&")
        .replace('\u{a0}', " ")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .replace(" ,", ",")
        .replace(" .", ".")
}

/// A folder on disk that is removed with all it holds when the test ends.
pub(crate) struct Folder(PathBuf);

/// What the program said and how it ended.
#[derive(Debug)]
pub(crate) struct Said {
    pub(crate) code: u8,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Folder {
    /// A new, empty folder.
    pub(crate) fn new() -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let name =
            format!("overdue-suite-{}-{}", process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path).expect("a folder");
        Self(path.canonicalize().expect("the folder's own name"))
    }

    /// A folder that holds the site in a string.
    pub(crate) fn of(text: &str) -> Self {
        let folder = Self::new();
        for (path, text) in files_of(text) {
            folder.put(&path, text);
        }
        folder
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    pub(crate) fn put(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.0.join(path);
        fs::create_dir_all(path.parent().expect("a folder above")).expect("folders");
        fs::write(path, bytes).expect("a file");
    }

    /// Every file below a folder of it, with its bytes; our own state left out.
    pub(crate) fn files(&self, below: &str) -> BTreeMap<String, Vec<u8>> {
        tree_of(&self.0.join(below))
    }

    /// Every file below a folder of it, with the time of its last change; our own state left out.
    pub(crate) fn times(&self, below: &str) -> BTreeMap<String, SystemTime> {
        let top = self.0.join(below);
        let times = paths_of(&top).into_iter().map(|path| {
            let time =
                top.join(&path).metadata().and_then(|found| found.modified()).expect("a time");
            (path, time)
        });
        times.collect()
    }

    /// Runs the program in this process and this folder, at noon of 22 November 2026.
    pub(crate) fn run(&self, arguments: &[&str]) -> Said {
        self.run_at("2026-11-22T12:00:00Z", arguments)
    }

    /// Runs the program in this process and this folder, at that instant.
    pub(crate) fn run_at(&self, now: &str, arguments: &[&str]) -> Said {
        self.run_in(now, &[], arguments)
    }

    /// [`Folder::run_at`] with these variables in the environment.
    pub(crate) fn run_in(
        &self,
        now: &str,
        environment: &[(&str, &str)],
        arguments: &[&str],
    ) -> Said {
        let value = |name: &str| {
            environment
                .iter()
                .find(|(known, _)| *known == name)
                .map(|(_, value)| (*value).to_owned())
        };
        let surroundings = Surroundings {
            now: instant(now),
            clock: || panic!("no time passes here"),
            folder: self.0.clone(),
            home: Some("/nowhere/at/all".into()),
            colour: false,
            environment: Environment::read(value),
            watched: false,
            ask: None,
            asker: Asker::public,
        };
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let arguments =
            std::iter::once("overdue").chain(arguments.iter().copied()).map(OsString::from);
        let exit = run(arguments, &surroundings, &mut out, &mut err);
        let text = |bytes| String::from_utf8(bytes).expect("text");
        Said { code: exit.code(), out: text(out), err: text(err) }
    }

    /// The program itself, to be started in this folder with nothing of our environment.
    pub(crate) fn program(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_overdue"));
        command.current_dir(&self.0).env_clear();
        command
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Every file below a folder with its bytes; our own state left out.
pub(crate) fn tree_of(top: &Path) -> BTreeMap<String, Vec<u8>> {
    paths_of(top)
        .into_iter()
        .map(|path| (path.clone(), fs::read(top.join(&path)).expect("a file")))
        .collect()
}

fn paths_of(top: &Path) -> Vec<String> {
    let mut paths = Vec::new();
    if !top.exists() {
        return paths;
    }
    for entry in walkdir::WalkDir::new(top).min_depth(1).sort_by_file_name() {
        let entry = entry.expect("an entry");
        let path = entry
            .path()
            .strip_prefix(top)
            .expect("below")
            .to_str()
            .expect("a plain name")
            .to_owned();
        if !entry.file_type().is_dir() && !path.starts_with(".overdue/") {
            paths.push(path);
        }
    }
    paths
}

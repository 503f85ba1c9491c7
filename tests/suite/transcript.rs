//! Commands and all that they say: `tests/transcripts/*/*.md`.
//!
//! Each file is a sentence or two, then a site in a string between two lines of four tildes. Then
//! come commands, each on a line that begins with `$ overdue`, with everything it says between two
//! such lines: standard output, standard error, and the exit code unless it is 0. `$ cat FILE`
//! shows a file that an earlier command wrote. It is noon of 22 November 2026. `UPDATE=1` rewrites
//! what is said.

use std::fmt::Write as _;
use std::fs;

use crate::harness::{Folder, repository};

const FENCE: &str = "~~~~\n";

/// Runs every transcript of a folder.
pub(crate) fn hold(folder: &str) {
    let update = std::env::var_os("UPDATE").is_some();
    let mut wrong = Vec::new();
    let mut paths: Vec<_> = fs::read_dir(repository().join("tests/transcripts").join(folder))
        .expect("a folder of transcripts")
        .map(|entry| entry.expect("a transcript").path())
        .collect();
    paths.sort();
    assert!(!paths.is_empty(), "there are no transcripts of {folder}");
    for path in paths {
        let text = fs::read_to_string(&path).expect("text");
        let said = replayed(&text);
        if said == text {
            continue;
        }
        if update {
            fs::write(&path, said).expect("the file rewritten");
        } else {
            wrong.push(format!("{}\n--- written\n{text}\n--- said\n{said}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// The transcript with what the program says now.
fn replayed(text: &str) -> String {
    let mut parts = text.split(FENCE);
    let (intro, site) = (parts.next().expect("an introduction"), parts.next().expect("a site"));
    assert!(!intro.trim().is_empty(), "a transcript says what it shows");
    let folder = Folder::of(site);
    let mut said = format!("{intro}{FENCE}{site}{FENCE}");
    while let Some(prompt) = parts.next() {
        let Some(command) = prompt.lines().find_map(|line| line.strip_prefix("$ ")) else {
            assert!(parts.next().is_none(), "no command before what is said: {prompt}");
            said.push_str(prompt);
            break;
        };
        parts.next();
        write!(said, "{prompt}{FENCE}{}{FENCE}", answer(&folder, command)).expect("a string");
    }
    said
}

fn answer(folder: &Folder, command: &str) -> String {
    let words: Vec<&str> = command.split(' ').collect();
    let text = match words[..] {
        ["cat", file] => fs::read_to_string(folder.path().join(file))
            .unwrap_or_else(|error| panic!("{file}: {error}")),
        ["overdue", ref arguments @ ..] => {
            let said = folder.run(arguments);
            let code = if said.code == 0 { String::new() } else { format!("exit {}\n", said.code) };
            format!("{}{}{code}", said.out, said.err)
        }
        _ => panic!("neither `overdue …` nor `cat FILE`: {command}"),
    };
    let text = text.replace("\r\n", "\n").replace(&*folder.path().to_string_lossy(), "…");
    if text.ends_with('\n') || text.is_empty() { text } else { format!("{text}\n") }
}

//! A file of a site, of whichever kind → facts and counts; and pages, where nothing is wrong with
//! it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use overdue_fuzz::{choice, compile, is_sound, read, site};

/// Files that are read as records or settings.
const PATHS: [&str; 9] = [
    "content/incidents/tried.md",
    "content/responses/tried.md",
    "content/articles/tried.md",
    "content/organisations/tried.md",
    "content/pages/tried.md",
    "content/incidents/fire.fr.md",
    "content/regimes/tried.yaml",
    "content/calendars/tried.yaml",
    "overdue.yaml",
];

/// The longest file of which pages are made: that takes a hundred times as long as reading it.
const SHOWN: usize = 500;

fuzz_target!(|bytes: &[u8]| {
    let Some((kind, text)) = choice(bytes) else { return };
    let path = PATHS[usize::from(kind) % PATHS.len()];
    let mut tree = site("");
    tree.insert_text(path, text);
    if is_sound(&read(&tree).1) && text.len() <= SHOWN {
        compile(tree);
    }
});

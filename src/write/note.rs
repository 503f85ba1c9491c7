//! What an output shows, noted beside its manifest, so that publishing can tell whether it is what the sources say today.

use std::fs;
use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::STATE_FOLDER;

/// How an output was made. The same site and as-of give the same note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// The version of the program.
    pub program: String,
    /// The moment that it shows: a date, or an instant in UTC.
    pub as_of: String,
    /// Whether that moment was asked for; otherwise it was the time of the build.
    pub asked: bool,
    /// Whether drafts are in it.
    pub drafts: bool,
    /// The address it was built for.
    pub url: String,
}

const NAME: &str = "built.json";

impl Note {
    /// Leaves the note in an output that was just written.
    ///
    /// # Errors
    ///
    /// When the disk fails.
    pub fn leave(&self, output: &Path) -> io::Result<()> {
        let path = output.join(STATE_FOLDER).join(NAME);
        let text = serde_json::to_vec_pretty(self)?;
        // Untouched where it says the same.
        if fs::read(&path).is_ok_and(|found| found == text) { Ok(()) } else { fs::write(&path, text) }
    }

    /// The note in an output, if there is one that can be read.
    pub fn find(output: &Path) -> Option<Self> {
        serde_json::from_slice(&fs::read(output.join(STATE_FOLDER).join(NAME)).ok()?).ok()
    }
}

//! What an output shows, noted beside its manifest, so that publishing can tell whether it is what
//! the sources say today.

use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::root::{Obstacle, Root};
use crate::load::is_machines;
use crate::text::is_site_address;

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

/// Where it is, from the output folder.
const NOTE: &str = ".overdue/built.json";
/// Where it is until it is whole.
const PART: &str = ".overdue/built.json.part";
/// The largest that is read, in bytes.
const LARGEST: u64 = 16 << 10;

impl Note {
    /// Leaves the note in an output that was just written.
    ///
    /// # Errors
    ///
    /// When the disk fails.
    pub fn leave(&self, output: &Path) -> io::Result<()> {
        let root = Root::open(output)?;
        let text = serde_json::to_vec_pretty(self)?;
        // Untouched where it says the same.
        if root.read(NOTE, LARGEST).is_ok_and(|found| found.as_deref() == Some(&*text)) {
            return Ok(());
        }
        root.remove_file(PART)?;
        root.write_new(PART, &text)?;
        Ok(root.rename(PART, NOTE)?)
    }

    /// The note in an output, if there is one that we left.
    ///
    /// # Errors
    ///
    /// When the machine fails to read it.
    pub fn find(output: &Path) -> Result<Option<Self>, Obstacle> {
        let bytes = match Root::open(output).and_then(|root| root.read(NOTE, LARGEST)) {
            Err(Obstacle::Disk(path, error)) if is_machines(&error) => {
                return Err(Obstacle::Disk(path, error));
            }
            read => read.ok().flatten(),
        };
        let note: Option<Self> = bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok());
        // It may have come with a stranger's repository.
        Ok(note.filter(|note| is_site_address(&note.url)))
    }
}

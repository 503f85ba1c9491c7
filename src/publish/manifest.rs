use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::error::Failure;
use super::hash_of;
use crate::plan::{MANIFEST, is_plain};

/// Where a publication that runs, or was interrupted, keeps its journal.
pub const JOURNAL: &str = ".overdue/publishing.json";

/// The largest state of ours that is read from a destination, in bytes: the manifest of half a
/// million files.
pub(super) const LARGEST_STATE: u64 = 64 << 20;

/// The form of the manifest; another number is not read.
const VERSION: u32 = 1;

/// The largest file that a site may have, in bytes: far more than is ever copied, so that sums are
/// numbers.
const LARGEST_FILE: u64 = 1 << 40;

/// The longest word or address in a manifest, in bytes.
const LONGEST_WORD: usize = 2048;

/// What one published file holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "(String, u64)", into = "(String, u64)")]
pub struct Entry {
    /// BLAKE3 of the content, 64 hexadecimal digits.
    pub hash: String,
    /// In bytes.
    pub size: u64,
}

impl Entry {
    /// Whether we could have written it: whoever wrote a list may have written anything.
    pub(super) fn is_sound(&self) -> bool {
        self.hash.len() == 64
            && self.hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
            && self.size <= LARGEST_FILE
    }
}

/// Whether a path may stand in a list of ours: that of a file of the site.
pub(super) fn is_listable(path: &str) -> bool {
    is_plain(path) && !path.eq_ignore_ascii_case(MANIFEST)
}

impl From<(String, u64)> for Entry {
    fn from((hash, size): (String, u64)) -> Self {
        Self { hash, size }
    }
}

impl From<Entry> for (String, u64) {
    fn from(Entry { hash, size }: Entry) -> Self {
        (hash, size)
    }
}

/// The manifest: everything that is ours at a destination.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Published {
    version: u32,
    /// The version of the program that published.
    pub program: String,
    /// The address of the site.
    pub site: String,
    /// The moment that the site shows, as the build was told: a date or an instant in UTC.
    pub as_of: String,
    /// The civil day of `as_of` in the site's zone.
    pub day: Day,
    /// BLAKE3 over paths and hashes of all files.
    pub content: String,
    /// Whether texts are stored compressed; their hashes are those of the texts.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub gzip: bool,
    /// The site.
    pub files: BTreeMap<String, Entry>,
    /// Assets of earlier pages, kept until the next publication.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub retired: BTreeMap<String, Entry>,
    /// What was being removed when this was written.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub removing: BTreeSet<String>,
}

/// A civil day, in JSON `2026-11-22`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Day(pub NaiveDate);

impl From<Day> for String {
    fn from(Day(date): Day) -> Self {
        date.to_string()
    }
}

impl TryFrom<String> for Day {
    type Error = chrono::ParseError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse().map(Self)
    }
}

impl Published {
    /// The manifest of a site.
    pub fn new(site: &str, as_of: &str, day: NaiveDate, files: BTreeMap<String, Entry>) -> Self {
        let mut all = blake3::Hasher::new();
        for (path, entry) in &files {
            all.update(path.as_bytes()).update(&[0]).update(entry.hash.as_bytes());
        }
        Self {
            version: VERSION,
            program: env!("CARGO_PKG_VERSION").to_owned(),
            site: site.to_owned(),
            as_of: as_of.to_owned(),
            day: Day(day),
            content: all.finalize().to_hex().to_string(),
            gzip: false,
            files,
            retired: BTreeMap::new(),
            removing: BTreeSet::new(),
        }
    }

    /// Reads a manifest. It decides what is removed, so that only paths of a site are taken.
    ///
    /// # Errors
    ///
    /// When it is not one that we wrote.
    pub fn parse(bytes: &[u8]) -> Result<Self, Failure> {
        let damaged = |what: &str| {
            Failure::machine(format!("{MANIFEST} at the destination can't be read: {what}"))
        };
        let found: Self =
            serde_json::from_slice(bytes).map_err(|error| damaged(&error.to_string()))?;
        if found.version != VERSION {
            return Err(damaged(&format!(
                "another version of Overdue wrote it (form {}, not {VERSION})",
                found.version
            )));
        }
        let words = [&found.program, &found.site, &found.as_of, &found.content];
        if words.iter().any(|word| word.len() > LONGEST_WORD || word.chars().any(char::is_control))
        {
            return Err(damaged("a word in it is too long, or has a control character"));
        }
        let mut paths = found.files.keys().chain(found.retired.keys()).chain(&found.removing);
        if let Some(path) = paths.find(|path| !is_listable(path)) {
            return Err(damaged(&format!("it lists {path:?}, which can't be a path of a site")));
        }
        match found.files.iter().chain(&found.retired).find(|(_, entry)| !entry.is_sound()) {
            Some((path, _)) => Err(damaged(&format!("what it says of {path} can't be true"))),
            None => Ok(found),
        }
    }

    /// Its bytes.
    ///
    /// # Errors
    ///
    /// When there are more than will be read again.
    pub(super) fn bytes(&self) -> Result<Vec<u8>, Failure> {
        // Strings and numbers only: this cannot fail.
        let bytes = serde_json::to_vec(self).unwrap_or_default();
        if bytes.len() as u64 > LARGEST_STATE {
            return Err(Failure::usage(format!(
                "the list of the site's files would have more than {LARGEST_STATE} bytes: the site has too many"
            )));
        }
        Ok(bytes)
    }

    /// The hash by which a journal says which manifest it goes with; of nothing, if there is none.
    pub(super) fn base(bytes: Option<&[u8]>) -> String {
        hash_of(bytes.unwrap_or_default())
    }
}

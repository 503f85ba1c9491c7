use std::collections::BTreeMap;
use std::fmt;
use std::io;
use std::path::Path;
use std::slice;

use serde::{Deserialize, Serialize};

use super::error::{At, Trouble, WriteError};
use super::root::{Obstacle, Root, Standing};
use super::stage::Staging;
use crate::plan::is_plain;

/// Where it is, from the output folder.
const MANIFEST: &str = ".overdue/manifest.json";

/// The largest that is read, in bytes: a million files need less.
const LARGEST: u64 = 256 << 20;

/// The form of the manifest; another number is not read.
const VERSION: u32 = 1;

/// The hash of a file's content, as 64 hexadecimal digits in the manifest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub(super) struct Digest([u8; blake3::OUT_LEN]);

impl Digest {
    pub(super) fn of(bytes: &[u8]) -> Self {
        blake3::hash(bytes).into()
    }
}

impl From<blake3::Hash> for Digest {
    fn from(hash: blake3::Hash) -> Self {
        Self(hash.into())
    }
}

impl From<Digest> for String {
    fn from(Digest(bytes): Digest) -> Self {
        blake3::Hash::from_bytes(bytes).to_hex().to_string()
    }
}

impl TryFrom<String> for Digest {
    type Error = blake3::HexError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        blake3::Hash::from_hex(text).map(Self::from)
    }
}

/// What a file of ours holds. While a build installs, it may be the content of either build.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
enum Entry {
    Settled(Digest),
    Either(Vec<Digest>),
}

impl Entry {
    fn digests(&self) -> &[Digest] {
        match self {
            Self::Settled(digest) => slice::from_ref(digest),
            Self::Either(digests) => digests,
        }
    }

    fn add(&mut self, other: &Self) {
        let mut digests = self.digests().to_vec();
        for digest in other.digests() {
            if !digests.contains(digest) {
                digests.push(*digest);
            }
        }
        if digests.len() > 1 {
            *self = Self::Either(digests);
        }
    }
}

/// The files in the output that are ours, and what they hold.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Manifest {
    version: u32,
    files: BTreeMap<String, Entry>,
}

/// Why a manifest can't be used.
#[derive(Debug)]
pub enum ManifestFault {
    /// It is not the JSON that we write.
    Json(serde_json::Error),
    /// It was written by another version of Overdue, in a form of this number.
    Version(u32),
    /// It lists a path that can't be in the output folder.
    Path(String),
}

impl fmt::Display for ManifestFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Json(error) => write!(f, "it is damaged ({error})"),
            Self::Version(version) => {
                write!(f, "another version of Overdue wrote it (form {version}, not {VERSION})")
            }
            Self::Path(path) => write!(f, "it lists `{path}`, which can't be a path of a site"),
        }
    }
}

impl Default for Manifest {
    fn default() -> Self {
        Self { version: VERSION, files: BTreeMap::new() }
    }
}

impl Manifest {
    /// The manifest of a site whose files are known.
    pub(super) fn new(paths: &[String], digests: &[Digest]) -> Self {
        let files = paths
            .iter()
            .cloned()
            .zip(digests.iter().map(|digest| Entry::Settled(*digest)))
            .collect();
        Self { version: VERSION, files }
    }

    /// The manifest in an output folder, if there is one.
    pub(super) fn load<E>(root: &Root) -> Result<Option<Self>, WriteError<E>> {
        let found = root.read(MANIFEST, LARGEST)?;
        let parsed = found.as_deref().map(Self::parse).transpose();
        parsed.map_err(|fault| WriteError::Manifest { path: root.at(MANIFEST), fault })
    }

    /// Whether an output folder has one.
    pub(super) fn is_in(root: &Root) -> Result<bool, Obstacle> {
        Ok(matches!(root.look(MANIFEST)?, Standing::File(_)))
    }

    // The manifest decides what is removed, and may have come with a stranger's repository.
    fn parse(text: &[u8]) -> Result<Self, ManifestFault> {
        let manifest: Self = serde_json::from_slice(text).map_err(ManifestFault::Json)?;
        if manifest.version != VERSION {
            return Err(ManifestFault::Version(manifest.version));
        }
        match manifest.files.keys().find(|path| !is_plain(path)) {
            Some(path) => Err(ManifestFault::Path(path.clone())),
            None => Ok(manifest),
        }
    }

    /// Replaces the manifest of an output folder in one step.
    pub(super) fn save(&self, staging: &Staging<'_>) -> Result<(), Trouble> {
        let text =
            serde_json::to_vec_pretty(self).map_err(io::Error::from).at(Path::new(MANIFEST))?;
        staging.replace(MANIFEST, &text)
    }

    /// The paths that are ours, in order.
    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// Whether a path is ours, whatever it holds.
    pub(super) fn lists(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// Whether a path is ours and such content is what we wrote.
    pub(super) fn wrote(&self, path: &str, digest: Digest) -> bool {
        self.files.get(path).is_some_and(|entry| entry.digests().contains(&digest))
    }

    /// Takes over what an earlier manifest says of `paths`.
    pub(super) fn keep(&mut self, old: &Self, paths: &[&str]) {
        for path in paths {
            if let Some((path, entry)) = old.files.get_key_value(*path) {
                self.files.insert(path.clone(), entry.clone());
            }
        }
    }

    /// A manifest that holds for the files of both, and for any mixture.
    pub(super) fn union(&self, other: &Self) -> Self {
        let mut files = self.files.clone();
        for (path, entry) in &other.files {
            files
                .entry(path.clone())
                .and_modify(|known| known.add(entry))
                .or_insert_with(|| entry.clone());
        }
        Self { version: VERSION, files }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest(files: &[(&str, &str)]) -> Manifest {
        let paths: Vec<String> = files.iter().map(|(path, _)| path.to_string()).collect();
        let digests: Vec<Digest> =
            files.iter().map(|(_, content)| Digest::of(content.as_bytes())).collect();
        Manifest::new(&paths, &digests)
    }

    #[test]
    fn a_manifest_is_read_as_it_was_written() {
        let site = manifest(&[("a.html", "old"), ("b.html", "same")])
            .union(&manifest(&[("a.html", "new"), ("b.html", "same")]));
        let text = serde_json::to_vec_pretty(&site).unwrap();
        assert_eq!(Manifest::parse(&text).unwrap(), site);
    }

    #[test]
    fn a_union_holds_for_the_files_of_both() {
        let (old, new) = (manifest(&[("a", "1"), ("b", "1")]), manifest(&[("b", "2"), ("c", "2")]));
        let both = old.union(&new);
        assert_eq!(both.paths().collect::<Vec<_>>(), ["a", "b", "c"]);
        assert!(both.wrote("b", Digest::of(b"1")) && both.wrote("b", Digest::of(b"2")));
        assert!(!both.wrote("a", Digest::of(b"2")));
    }

    #[test]
    fn a_manifest_that_leads_out_of_the_output_is_refused() {
        let text =
            String::from_utf8(serde_json::to_vec(&manifest(&[("a/x", "1")])).unwrap()).unwrap();
        for path in ["../x", "/x", "a/../../x", ".overdue/lock"] {
            let fault = Manifest::parse(text.replace("a/x", path).as_bytes()).unwrap_err();
            assert!(matches!(fault, ManifestFault::Path(found) if found == path));
        }
    }

    #[test]
    fn a_manifest_of_another_version_or_damaged_is_refused() {
        assert!(matches!(
            Manifest::parse(br#"{"version": 2, "files": {}}"#),
            Err(ManifestFault::Version(2))
        ));
        assert!(matches!(Manifest::parse(b""), Err(ManifestFault::Json(_))));
    }
}

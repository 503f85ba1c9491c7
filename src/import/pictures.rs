//! The pictures that a post shows → files that are copied beside its record.
//!
//! A picture is looked for where the other program looks: beside the post, and for a path from the
//! root among the files of its site. What lies outside that site, or is not sound, stays words. A
//! copy has the name of its record before its own, because records share a folder; two hyphens
//! stand between them, which no name of a record has.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs::Metadata;
use std::path::{Component, Path};

use super::record::id_of;
use crate::load::{InputError, LoadError, Original, SourceFolder, inspect};

/// The pictures of one post.
#[derive(Debug)]
pub(super) struct Pictures<'a> {
    /// The whole site of the other program; nothing of what lies outside it is taken.
    site: &'a Path,
    /// The folder of the post.
    beside: &'a Path,
    /// What the names of the copies begin with.
    id: &'a str,
    /// Files by the names of their copies.
    pub(super) found: BTreeMap<String, Original>,
    /// What the machine failed to read.
    pub(super) failed: Option<LoadError>,
}

impl<'a> Pictures<'a> {
    pub(super) fn new(site: &'a Path, beside: &'a Path, id: &'a str) -> Self {
        Self { site, beside, id, found: BTreeMap::new(), failed: None }
    }

    /// The name of the copy of the picture that a post shows by this address, if there is such a
    /// file.
    pub(super) fn take(&mut self, address: &str) -> Option<String> {
        let path = address.trim_matches(['<', '>']).replace("%20", " ");
        let from_root = path.strip_prefix('/');
        let relative = Path::new(from_root.unwrap_or(&path));
        if !relative
            .components()
            .all(|part| matches!(part, Component::Normal(_) | Component::CurDir))
        {
            return None;
        }
        // Hugo keeps such files in `static` and `assets`, Jekyll anywhere.
        let folders = match from_root {
            Some(_) => {
                vec![self.site.join("static"), self.site.join("assets"), self.site.to_owned()]
            }
            None => vec![self.beside.to_owned()],
        };
        let file = folders.iter().find_map(|folder| self.inside(&folder.join(relative)))?;
        let (stem, ending) = relative.file_name()?.to_str()?.rsplit_once('.')?;
        let ending = ending.to_ascii_lowercase();
        let stem = format!("{}--{}", self.id, id_of(stem, "picture"));
        let mut name = format!("{stem}.{ending}");
        let original = match inspect(&name, &SourceFolder::open(self.site).ok()?, &file)? {
            Ok(picture) => picture.original,
            Err(InputError::Content(_)) => return None,
            Err(InputError::Machine(error)) => {
                self.failed.get_or_insert(error);
                return None;
            }
        };
        let mut number = 2;
        while self.found.get(&name).is_some_and(|other| other.place() != original.place()) {
            name = format!("{stem}-{number}.{ending}");
            number += 1;
        }
        self.found.insert(name.clone(), original);
        Some(name)
    }

    /// The path within the site of a file that lies there, also where a folder on the way is a
    /// link.
    fn inside(&self, file: &Path) -> Option<String> {
        file.symlink_metadata().ok().filter(Metadata::is_file)?;
        let (whole, site) = (file.canonicalize().ok()?, self.site.canonicalize().ok()?);
        let names: Option<Vec<&str>> =
            whole.strip_prefix(site).ok()?.iter().map(OsStr::to_str).collect();
        Some(names?.join("/"))
    }
}

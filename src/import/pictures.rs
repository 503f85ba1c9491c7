//! The pictures that a post shows → files that are copied beside its record.
//!
//! A picture is looked for where the other program looks: beside the post, and for a path from the root among the files of its site.
//! What lies outside that site, or is not sound, stays words. A copy has the name of its record before its own, because records
//! share a folder; two hyphens stand between them, which no name of a record has.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

use super::record::id_of;
use crate::load::inspect;

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
    pub(super) found: BTreeMap<String, PathBuf>,
}

impl<'a> Pictures<'a> {
    pub(super) fn new(site: &'a Path, beside: &'a Path, id: &'a str) -> Self {
        Self { site, beside, id, found: BTreeMap::new() }
    }

    /// Of a text that lies in no site.
    pub(super) fn none() -> Self {
        Self::new(Path::new(""), Path::new(""), "")
    }

    /// The name of the copy of the picture that a post shows by this address, if there is such a file.
    pub(super) fn take(&mut self, address: &str) -> Option<String> {
        let path = address.trim_matches(['<', '>']).replace("%20", " ");
        let from_root = path.strip_prefix('/');
        let relative = Path::new(from_root.unwrap_or(&path));
        if !relative.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir)) {
            return None;
        }
        // Hugo keeps such files in `static` and `assets`, Jekyll anywhere.
        let folders = match from_root {
            Some(_) => vec![self.site.join("static"), self.site.join("assets"), self.site.to_owned()],
            None => vec![self.beside.to_owned()],
        };
        let file = folders.iter().map(|folder| folder.join(relative)).find(|file| self.is_own(file))?;
        let (stem, ending) = relative.file_name()?.to_str()?.rsplit_once('.')?;
        let ending = ending.to_ascii_lowercase();
        let stem = format!("{}--{}", self.id, id_of(stem, "picture"));
        let mut name = format!("{stem}.{ending}");
        inspect(&name, &file)?.ok()?;
        let mut number = 2;
        while self.found.get(&name).is_some_and(|other| *other != file) {
            name = format!("{stem}-{number}.{ending}");
            number += 1;
        }
        self.found.insert(name.clone(), file);
        Some(name)
    }

    /// Whether a path is that of a file of the site, also where a folder on the way is a link.
    fn is_own(&self, file: &Path) -> bool {
        let is_file = file.symlink_metadata().is_ok_and(|found| found.is_file());
        let (Ok(whole), Ok(site)) = (file.canonicalize(), self.site.canonicalize()) else { return false };
        is_file && whole.starts_with(site)
    }
}

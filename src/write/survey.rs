use std::collections::{BTreeSet, HashMap, HashSet};
use std::fs;
use std::io;
use std::path::Path;

use rayon::prelude::*;
use walkdir::WalkDir;

use super::content;
use super::error::{At, Trouble};
use super::manifest::Manifest;
use super::path::{folder_of, folders_above, spelled};

/// What stands in the output folder before a build, as far as it concerns the old site and the new one.
///
/// Each folder is looked at once. No symbolic link is followed: a folder reached through one counts as an obstacle.
#[derive(Debug)]
pub(super) struct Survey<'a> {
    pub(super) output: &'a Path,
    old: &'a Manifest,
    wanted: HashSet<&'a str>,
    grounds: HashMap<&'a str, Ground<'a>>,
    pub(super) stale: Stale<'a>,
}

/// Files of the old site that are not in the new one.
#[derive(Debug, Default)]
pub(super) struct Stale<'a> {
    /// As we wrote them: to be removed.
    pub(super) files: BTreeSet<&'a str>,
    /// Folders above those, above files that are gone already and above those that are kept, unless the new site needs
    /// them: to be removed when they are empty.
    pub(super) folders: BTreeSet<&'a str>,
    /// Changed by somebody else: to be kept. In order.
    pub(super) kept: Vec<&'a str>,
}

impl Stale<'_> {
    /// Whether there is nothing to remove.
    pub(super) fn is_empty(&self) -> bool {
        self.files.is_empty() && self.folders.is_empty()
    }
}

/// What stands where a folder is wanted.
#[derive(Debug, Clone, Copy)]
enum Ground<'a> {
    Folder,
    /// Nothing: the topmost folder that is missing.
    Missing(&'a str),
    /// Something else than a folder, here or above.
    Obstacle(&'a str),
}

/// What stands where a file is wanted.
#[derive(Debug)]
pub(super) enum Place<'a> {
    /// Nothing, or a folder of stale files, in a folder that exists.
    Free,
    /// Nothing, in a folder that does not exist: the topmost one that has to be made, in place of a stale file perhaps.
    Within(&'a str),
    /// A regular file of so many bytes.
    File(u64),
    /// Things that are not ours.
    Foreign(Vec<String>),
}

enum Verdict {
    Ours,
    Changed,
    Gone,
}

impl<'a> Survey<'a> {
    /// Looks at the folders of both sites, and at each file that has become stale.
    pub(super) fn new(output: &'a Path, paths: &'a [String], old: &'a Manifest) -> Result<Self, Trouble> {
        let wanted: HashSet<&str> = paths.iter().map(String::as_str).collect();
        let grounds = HashMap::from([("", Ground::Folder)]);
        let mut survey = Self { output, old, wanted, grounds, stale: Stale::default() };
        for path in paths.iter().map(String::as_str).chain(old.paths()) {
            survey.tread(path)?;
        }
        survey.stale = survey.judge_all(paths)?;
        Ok(survey)
    }

    fn tread(&mut self, path: &'a str) -> Result<(), Trouble> {
        if self.grounds.contains_key(folder_of(path)) {
            return Ok(());
        }
        let mut above = Ground::Folder;
        for folder in folders_above(path) {
            above = match (self.grounds.get(folder), above) {
                (Some(known), _) => *known,
                (None, Ground::Folder) => self.look(folder)?,
                (None, blocked) => blocked,
            };
            self.grounds.insert(folder, above);
        }
        Ok(())
    }

    fn look(&self, folder: &'a str) -> Result<Ground<'a>, Trouble> {
        let path = self.output.join(folder);
        match fs::symlink_metadata(&path) {
            Ok(found) if found.is_dir() => Ok(Ground::Folder),
            Ok(_) => Ok(Ground::Obstacle(folder)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Ground::Missing(folder)),
            Err(error) => Err(error).at(&path),
        }
    }

    fn ground_of(&self, path: &str) -> Ground<'a> {
        self.grounds[folder_of(path)]
    }

    fn judge_all(&self, paths: &[String]) -> Result<Stale<'a>, Trouble> {
        let unwanted: Vec<&str> = self.old.paths().filter(|path| !self.wanted.contains(path)).collect();
        let verdicts: Vec<Verdict> = unwanted.par_iter().map(|path| self.judge(path)).collect::<Result<_, _>>()?;
        let mut stale = Stale::default();
        for (path, verdict) in unwanted.into_iter().zip(verdicts) {
            match verdict {
                Verdict::Changed => stale.kept.push(path),
                Verdict::Ours => _ = stale.files.insert(path),
                Verdict::Gone => {}
            }
            stale.folders.extend(folders_above(path).filter(|folder| matches!(self.grounds[folder], Ground::Folder)));
        }
        if !stale.folders.is_empty() {
            for folder in paths.iter().flat_map(|path| folders_above(path)) {
                stale.folders.remove(folder);
            }
        }
        Ok(stale)
    }

    fn judge(&self, path: &str) -> Result<Verdict, Trouble> {
        if !matches!(self.ground_of(path), Ground::Folder) {
            return Ok(Verdict::Gone);
        }
        let full = self.output.join(path);
        match fs::symlink_metadata(&full) {
            Ok(found) if found.is_dir() => Ok(Verdict::Gone),
            Ok(found) if found.is_file() && self.old.wrote(path, content::digest_of(&full)?) => Ok(Verdict::Ours),
            Ok(_) => Ok(Verdict::Changed),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Verdict::Gone),
            Err(error) => Err(error).at(&full),
        }
    }

    /// What stands where `path`, which is wanted, is to be written.
    pub(super) fn place(&self, path: &'a str) -> Result<Place<'a>, Trouble> {
        match self.ground_of(path) {
            Ground::Missing(folder) => return Ok(Place::Within(folder)),
            Ground::Obstacle(file) if self.stale.files.contains(file) => return Ok(Place::Within(file)),
            Ground::Obstacle(other) => return Ok(Place::Foreign(vec![other.to_owned()])),
            Ground::Folder => {}
        }
        let full = self.output.join(path);
        match fs::symlink_metadata(&full) {
            Ok(found) if found.is_file() => Ok(Place::File(found.len())),
            Ok(found) if found.is_dir() => {
                let foreign = self.foreign_within(&full)?;
                Ok(if foreign.is_empty() { Place::Free } else { Place::Foreign(foreign) })
            }
            Ok(_) => Ok(Place::Foreign(vec![path.to_owned()])),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Place::Free),
            Err(error) => Err(error).at(&full),
        }
    }

    fn foreign_within(&self, folder: &Path) -> Result<Vec<String>, Trouble> {
        let mut foreign = Vec::new();
        for entry in WalkDir::new(folder).follow_links(false).follow_root_links(false) {
            let entry = entry.map_err(io::Error::from).at(folder)?;
            let name = spelled(entry.path().strip_prefix(self.output).unwrap_or(entry.path()));
            let ours = if entry.file_type().is_dir() { &self.stale.folders } else { &self.stale.files };
            if !ours.contains(&*name) {
                foreign.push(name);
            }
        }
        Ok(foreign)
    }

    /// Whether a file of the old site may be overwritten at this path.
    pub(super) fn is_ours(&self, path: &str) -> bool {
        self.old.lists(path)
    }

    /// Whether a stale file or folder stands where the new site has something else: a folder in place of this file, or a
    /// file in place of this folder or of one above.
    pub(super) fn in_the_way(&self, stale: &str) -> bool {
        matches!(self.grounds.get(stale), Some(Ground::Obstacle(_)))
            || self.wanted.contains(stale)
            || folders_above(stale).any(|folder| self.wanted.contains(folder))
    }
}

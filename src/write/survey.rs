use std::collections::{BTreeSet, HashSet};
use std::io;
use std::path::Path;

use rayon::prelude::*;
use walkdir::WalkDir;

use super::content;
use super::error::{At, Trouble};
use super::grounds::{Ground, Grounds};
use super::manifest::Manifest;
use super::path::{folder_of, folders_above, spelled};
use super::root::{Root, Standing};

/// What stands in the output folder before a build, as far as it concerns the old site and the new
/// one.
///
/// Each folder is looked at once. No symbolic link is followed: a folder reached through one counts
/// as an obstacle.
#[derive(Debug)]
pub(super) struct Survey<'a> {
    pub(super) root: &'a Root,
    old: &'a Manifest,
    wanted: HashSet<&'a str>,
    grounds: Grounds<'a>,
    pub(super) stale: Stale<'a>,
}

/// Files of the old site that are not in the new one.
#[derive(Debug, Default)]
pub(super) struct Stale<'a> {
    /// As we wrote them: to be removed.
    pub(super) files: BTreeSet<&'a str>,
    /// Folders above those, above files that are gone already and above those that are kept, unless
    /// the new site needs them: to be removed when they are empty.
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

/// What stands where a file is wanted.
#[derive(Debug)]
pub(super) enum Place<'a> {
    /// Nothing, or a folder of stale files, in a folder that exists.
    Free,
    /// Nothing, in a folder that does not exist: the topmost one that has to be made, in place of a
    /// stale file perhaps.
    Within(&'a str),
    /// A regular file.
    File,
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
    pub(super) fn new(
        root: &'a Root,
        paths: &'a [String],
        old: &'a Manifest,
    ) -> Result<Self, Trouble> {
        let wanted: HashSet<&str> = paths.iter().map(String::as_str).collect();
        let mut survey =
            Self { root, old, wanted, grounds: Grounds::new(root), stale: Stale::default() };
        for path in paths.iter().map(String::as_str).chain(old.paths()) {
            survey.grounds.tread(path)?;
        }
        survey.stale = survey.judge_all(paths)?;
        Ok(survey)
    }

    fn ground_of(&self, path: &str) -> Ground<'a> {
        // A path that was not trodden is none of the site's.
        self.grounds.of(folder_of(path)).unwrap_or(Ground::Folder)
    }

    fn judge_all(&self, paths: &[String]) -> Result<Stale<'a>, Trouble> {
        let unwanted: Vec<&str> =
            self.old.paths().filter(|path| !self.wanted.contains(path)).collect();
        let verdicts: Vec<Verdict> =
            unwanted.par_iter().map(|path| self.judge(path)).collect::<Result<_, _>>()?;
        let mut stale = Stale::default();
        for (path, verdict) in unwanted.into_iter().zip(verdicts) {
            match verdict {
                Verdict::Changed => stale.kept.push(path),
                Verdict::Ours => _ = stale.files.insert(path),
                Verdict::Gone => {}
            }
            stale.folders.extend(
                folders_above(path)
                    .filter(|folder| self.grounds.of(folder) == Some(Ground::Folder)),
            );
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
        Ok(match self.root.look(path)? {
            Standing::Nothing | Standing::Folder | Standing::Below(_) => Verdict::Gone,
            Standing::File(_) => match self
                .root
                .open_file(path)?
                .map(|file| content::digest_of(file, &self.root.at(path)))
                .transpose()?
            {
                None => Verdict::Gone,
                Some(digest) if self.old.wrote(path, digest) => Verdict::Ours,
                Some(_) => Verdict::Changed,
            },
            Standing::Other => Verdict::Changed,
        })
    }

    /// What stands where `path`, which is wanted, is to be written.
    pub(super) fn place(&self, path: &'a str) -> Result<Place<'a>, Trouble> {
        match self.ground_of(path) {
            Ground::Missing(folder) => return Ok(Place::Within(folder)),
            Ground::Obstacle(file) if self.stale.files.contains(file) => {
                return Ok(Place::Within(file));
            }
            Ground::Obstacle(other) => return Ok(Place::Foreign(vec![other.to_owned()])),
            Ground::Folder => {}
        }
        Ok(match self.root.look(path)? {
            Standing::File(_) => Place::File,
            Standing::Folder => {
                let foreign = self.foreign_within(&self.root.at(path))?;
                if foreign.is_empty() { Place::Free } else { Place::Foreign(foreign) }
            }
            Standing::Nothing => Place::Free,
            Standing::Other | Standing::Below(_) => Place::Foreign(vec![path.to_owned()]),
        })
    }

    fn foreign_within(&self, folder: &Path) -> Result<Vec<String>, Trouble> {
        let mut foreign = Vec::new();
        for entry in WalkDir::new(folder).follow_links(false).follow_root_links(false) {
            let entry = entry.map_err(io::Error::from).at(folder)?;
            let name = spelled(entry.path().strip_prefix(self.root.path()).unwrap_or(entry.path()));
            let ours =
                if entry.file_type().is_dir() { &self.stale.folders } else { &self.stale.files };
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

    /// Whether a stale file or folder stands where the new site has something else: a folder in
    /// place of this file, or a file in place of this folder or of one above.
    pub(super) fn in_the_way(&self, stale: &str) -> bool {
        matches!(self.grounds.of(stale), Some(Ground::Obstacle(_)))
            || self.wanted.contains(stale)
            || folders_above(stale).any(|folder| self.wanted.contains(folder))
    }
}

//! The disk → the tree in memory, again: the files that are named, or everything.
//!
//! A text whose content is the same stays the same `Arc`, so that later stages see that nothing
//! changed.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::fault::LoadError;
use super::tree::{Input, Tree, load, reload};
use crate::diag::{Diagnostic, Outcome};

/// The inputs of a site, and what is wrong with them as files.
#[derive(Debug)]
pub struct Sources {
    /// The site's folder; nothing where its files are in memory alone.
    root: Option<PathBuf>,
    /// What was read.
    pub tree: Tree,
    /// What is wrong with files that could not be read.
    pub complaints: Vec<Diagnostic>,
}

/// What reading again came to.
#[derive(Debug, PartialEq, Eq)]
pub enum Change {
    /// Nothing differs.
    Nothing,
    /// The content of these texts, or of files that are copied, and which files there are did not
    /// change.
    Contents(BTreeSet<String>),
    /// Files may have come or gone: everything has to be read.
    Files,
}

impl Sources {
    /// The files below the folder `root`, none of which is read yet.
    pub fn below(root: &Path) -> Self {
        Self { root: Some(root.to_owned()), tree: Tree::default(), complaints: Vec::new() }
    }

    /// Files in memory.
    pub fn in_memory(tree: Tree) -> Self {
        Self { root: None, tree, complaints: Vec::new() }
    }

    /// Reads everything, and tells which files differ from what was read before.
    ///
    /// # Errors
    ///
    /// When the machine fails; then what was read before stays.
    pub fn read_all(&mut self) -> Result<BTreeSet<String>, LoadError> {
        let Some(root) = &self.root else { return Ok(BTreeSet::new()) };
        let Outcome { value: mut fresh, diagnostics } = load(root)?;
        let mut changed = BTreeSet::new();
        for (path, input) in &mut fresh.files {
            match (&mut *input, self.tree.files.get(path)) {
                (Input::Text(new), Some(Input::Text(old))) if new.text == old.text => {
                    *new = old.clone();
                }
                (Input::Disk(new), Some(Input::Disk(old))) if new.hash() == old.hash() => {}
                (Input::Picture(new), Some(Input::Picture(old)))
                    if new.original.hash() == old.original.hash() => {}
                _ => {
                    changed.insert(path.clone());
                }
            }
        }
        changed.extend(
            self.tree.files.keys().filter(|path| !fresh.files.contains_key(*path)).cloned(),
        );
        self.tree = fresh;
        self.complaints = diagnostics;
        Ok(changed)
    }

    /// Reads again what lies at these paths, if they are files that are known.
    pub fn reread(&mut self, paths: &BTreeSet<String>) -> Change {
        let Some(root) = &self.root else { return Change::Nothing };
        let mut changed = BTreeSet::new();
        for path in paths {
            let is_file = fs::symlink_metadata(root.join(path)).map(|found| found.is_file());
            let is_folder = self.tree.below(&format!("{path}/")).next().is_some();
            match (self.tree.files.get_mut(path), is_file) {
                (Some(input), Ok(true)) => match (reload(root, path), &mut *input) {
                    (Ok(Input::Text(new)), Input::Text(old)) if new.text == old.text => {}
                    (Ok(new), _) => {
                        *input = new;
                        changed.insert(path.clone());
                    }
                    (Err(_), _) => return Change::Files,
                },
                // A file of a moment, such as editors make beside the one that they save.
                (None, Err(_)) if !is_folder && self.complaints.is_empty() => {}
                _ => return Change::Files,
            }
        }
        match (changed.is_empty(), self.complaints.is_empty()) {
            (true, true) => Change::Nothing,
            (false, true) => Change::Contents(changed),
            (_, false) => Change::Files,
        }
    }

    /// Whether a file that is known is not there: an editor may be about to put another in its
    /// place.
    pub fn misses(&self, paths: &BTreeSet<String>) -> bool {
        let is_away =
            |root: &PathBuf, path: &String| fs::symlink_metadata(root.join(path)).is_err();
        self.root.as_ref().is_some_and(|root| {
            paths.iter().any(|path| self.tree.files.contains_key(path) && is_away(root, path))
        })
    }
}

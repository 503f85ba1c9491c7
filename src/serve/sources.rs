//! The disk → the tree in memory, again: what the watch names, or everything.
//!
//! A text whose content is the same stays the same `Arc`, so that later stages see that nothing changed.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::diag::{Diagnostic, Outcome};
use crate::load::{Input, Tree, load, reload};

/// The inputs of a site, and what is wrong with them as files.
#[derive(Debug)]
pub(super) struct Sources {
    root: PathBuf,
    pub(super) tree: Tree,
    pub(super) complaints: Vec<Diagnostic>,
}

/// What reading again came to.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Change {
    /// Nothing differs.
    Nothing,
    /// The content of these texts, or of files that are copied, and which files there are did not change.
    Contents(BTreeSet<String>),
    /// Files may have come or gone: everything has to be read.
    Files,
}

impl Sources {
    /// Reads everything.
    pub(super) fn read(root: &Path) -> Self {
        let Outcome { value: tree, diagnostics } = load(root);
        Self { root: root.to_owned(), tree, complaints: diagnostics }
    }

    /// Reads everything again, and tells which texts differ.
    pub(super) fn read_all(&mut self) -> BTreeSet<String> {
        let mut fresh = Self::read(&self.root);
        let mut changed = BTreeSet::new();
        for (path, input) in &mut fresh.tree.files {
            match (&mut *input, self.tree.files.get(path)) {
                (Input::Text(new), Some(Input::Text(old))) if new.text == old.text => *new = old.clone(),
                (Input::Disk(_), Some(Input::Disk(_))) => {}
                (Input::Picture(new), Some(Input::Picture(old))) if new.size == old.size => {}
                _ => {
                    changed.insert(path.clone());
                }
            }
        }
        changed.extend(self.tree.files.keys().filter(|path| !fresh.tree.files.contains_key(*path)).cloned());
        *self = fresh;
        changed
    }

    /// Reads again what lies at these paths, if they are files that are known.
    pub(super) fn reread(&mut self, paths: &BTreeSet<String>) -> Change {
        let mut changed = BTreeSet::new();
        for path in paths {
            let is_file = fs::symlink_metadata(self.root.join(path)).map(|found| found.is_file());
            let is_folder = self.tree.below(&format!("{path}/")).next().is_some();
            match (self.tree.files.get_mut(path), is_file) {
                (Some(input), Ok(true)) => match (reload(&self.root, path), &mut *input) {
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

    /// Whether a file that is known is not there: an editor may be about to put another in its place.
    pub(super) fn misses(&self, paths: &BTreeSet<String>) -> bool {
        paths.iter().any(|path| self.tree.files.contains_key(path) && fs::symlink_metadata(self.root.join(path)).is_err())
    }
}

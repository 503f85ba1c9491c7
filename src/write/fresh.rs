//! New files in a site's own folders, beside what an editor has written: a name that is taken is
//! refused, never overwritten.
//!
//! Folders are made where they are missing.

use std::path::{Path, PathBuf};

use super::root::{Obstacle, Root};
use crate::plan::is_plain;

/// Those of `paths` at which something stands below `root`, whatever it is.
pub fn taken<'p>(root: &Path, paths: impl IntoIterator<Item = &'p str>) -> Vec<PathBuf> {
    paths
        .into_iter()
        .map(|path| root.join(path))
        .filter(|path| path.symlink_metadata().is_ok())
        .collect()
}

/// Makes a folder below `root`, and those above it; one that stands is left as it is. `root` itself
/// is made if it is missing.
///
/// # Errors
///
/// See [`Obstacle`].
pub fn create_folder(root: &Path, path: &str) -> Result<(), Obstacle> {
    within(root, path)?.make_folder(path)
}

/// Writes a new file at `path` below `root`.
///
/// # Errors
///
/// See [`Obstacle`].
pub fn create(root: &Path, path: &str, bytes: &[u8]) -> Result<(), Obstacle> {
    within(root, path)?.write_new(path, bytes)
}

fn within(root: &Path, path: &str) -> Result<Root, Obstacle> {
    if is_plain(path) { Root::make(root) } else { Err(Obstacle::Elsewhere(path.to_owned())) }
}

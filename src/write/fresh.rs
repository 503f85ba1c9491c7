//! New files in a site's own folders, beside what an editor has written: a name that is taken is refused, never overwritten.
//!
//! Folders are made where they are missing. A symbolic link on the way is refused, so that nothing is written elsewhere.

use std::fmt;
use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::path::{folders_above, is_plain};

/// Why a new file was not written.
#[derive(Debug)]
pub enum Obstacle {
    /// Something stands there already.
    Taken(PathBuf),
    /// A symbolic link stands where a folder is needed.
    Link(PathBuf),
    /// Something that is no folder stands where one is needed.
    NoFolder(PathBuf),
    /// The path leads elsewhere.
    Elsewhere(String),
    /// The disk failed.
    Disk(PathBuf, io::Error),
}

impl fmt::Display for Obstacle {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Obstacle::Taken(path) => write!(to, "{} is there already, and nothing is overwritten", path.display()),
            Obstacle::Link(path) => write!(to, "{} is a symbolic link, and nothing is written through it", path.display()),
            Obstacle::NoFolder(path) => write!(to, "{} is not a folder", path.display()),
            Obstacle::Elsewhere(path) => write!(to, "`{path}` is not a path within this folder"),
            Obstacle::Disk(path, error) => write!(to, "{}: {error}", path.display()),
        }
    }
}

impl std::error::Error for Obstacle {}

/// Those of `paths` at which something stands below `root`, whatever it is.
pub fn taken<'p>(root: &Path, paths: impl IntoIterator<Item = &'p str>) -> Vec<PathBuf> {
    paths.into_iter().map(|path| root.join(path)).filter(|path| path.symlink_metadata().is_ok()).collect()
}

/// Makes a folder below `root`, and those above it; one that stands is left as it is. `root` itself is made if it is missing.
///
/// # Errors
///
/// See [`Obstacle`].
pub fn create_folder(root: &Path, path: &str) -> Result<(), Obstacle> {
    if !is_plain(path) {
        return Err(Obstacle::Elsewhere(path.to_owned()));
    }
    fs::create_dir_all(root).map_err(|error| Obstacle::Disk(root.to_owned(), error))?;
    for folder in folders_above(path).chain([path]) {
        let folder = root.join(folder);
        match folder.symlink_metadata() {
            Ok(found) if found.is_symlink() => return Err(Obstacle::Link(folder)),
            Ok(found) if found.is_dir() => {}
            Ok(_) => return Err(Obstacle::NoFolder(folder)),
            Err(_) => fs::create_dir(&folder).map_err(|error| Obstacle::Disk(folder, error))?,
        }
    }
    Ok(())
}

/// Writes a new file at `path` below `root`.
///
/// # Errors
///
/// See [`Obstacle`].
pub fn create(root: &Path, path: &str, bytes: &[u8]) -> Result<(), Obstacle> {
    if !is_plain(path) {
        return Err(Obstacle::Elsewhere(path.to_owned()));
    }
    match path.rsplit_once('/') {
        Some((folder, _)) => create_folder(root, folder)?,
        None => fs::create_dir_all(root).map_err(|error| Obstacle::Disk(root.to_owned(), error))?,
    }
    let whole = root.join(path);
    let failed = |error: io::Error| match error.kind() {
        io::ErrorKind::AlreadyExists => Obstacle::Taken(whole.clone()),
        _ => Obstacle::Disk(whole.clone(), error),
    };
    let mut file = OpenOptions::new().write(true).create_new(true).open(&whole).map_err(failed)?;
    file.write_all(bytes).map_err(failed)
}

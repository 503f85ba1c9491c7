//! Files of a site's own folders with other content, all of them or none.
//!
//! Each must still hold what was read of it. The new contents are stored beside the old ones and
//! renamed into their places when all are there; what was renamed is put back if the disk fails.

use std::fmt;
use std::fs::Permissions;
use std::path::{Path, PathBuf};

use super::root::{Obstacle, Root};

/// A file that gets other content.
#[derive(Debug, Clone, Copy)]
pub struct Replacement<'r> {
    /// Its path below the site's folder.
    pub path: &'r str,
    /// What was read of it.
    pub old: &'r [u8],
    /// What it is to hold.
    pub new: &'r [u8],
}

/// Why nothing was replaced.
#[derive(Debug)]
pub enum ReplaceError {
    /// Somebody changed the file since it was read.
    Changed(PathBuf),
    /// A path could not be used, or the disk failed.
    Obstacle(Obstacle),
}

impl fmt::Display for ReplaceError {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ReplaceError::Changed(path) => {
                write!(to, "{} was changed by somebody meanwhile", path.display())
            }
            ReplaceError::Obstacle(obstacle) => obstacle.fmt(to),
        }
    }
}

impl std::error::Error for ReplaceError {}

impl From<Obstacle> for ReplaceError {
    fn from(obstacle: Obstacle) -> Self {
        Self::Obstacle(obstacle)
    }
}

/// Gives the files below `root` their new contents. Permissions stay.
///
/// # Errors
///
/// When a file differs from what was read, or the disk fails. Nothing is changed then.
pub fn replace(root: &Path, files: &[Replacement<'_>]) -> Result<(), ReplaceError> {
    let root = Root::open(root)?;
    let done = stage(&root, files).and_then(|()| install(&root, files));
    if done.is_err() {
        for file in files {
            // What was wrong first is told; a part that stays is read by nobody.
            let _ = root.remove_file(&part(file.path));
        }
    }
    done
}

fn stage(root: &Root, files: &[Replacement<'_>]) -> Result<(), ReplaceError> {
    files.iter().try_for_each(|file| {
        let permissions = unchanged(root, file)?;
        store(root, file.path, file.new, permissions)
    })
}

fn install(root: &Root, files: &[Replacement<'_>]) -> Result<(), ReplaceError> {
    // Writing many takes a while, in which an editor may save one.
    let permissions =
        files.iter().map(|file| unchanged(root, file)).collect::<Result<Vec<_>, _>>()?;
    for (at, file) in files.iter().enumerate() {
        if let Err(error) = root.rename(&part(file.path), file.path) {
            for (file, permissions) in files.iter().zip(permissions).take(at) {
                store(root, file.path, file.old, permissions)?;
                root.rename(&part(file.path), file.path)?;
            }
            return Err(error.into());
        }
    }
    Ok(())
}

/// The permissions of a file that still holds what was read of it.
fn unchanged(root: &Root, file: &Replacement<'_>) -> Result<Permissions, ReplaceError> {
    let changed = || ReplaceError::Changed(root.at(file.path));
    let found = root.open_file(file.path)?.ok_or_else(changed)?;
    let metadata = found.metadata().map_err(|error| Obstacle::Disk(root.at(file.path), error))?;
    if metadata.len() != file.old.len() as u64
        || root.read(file.path, metadata.len())?.as_deref() != Some(file.old)
    {
        return Err(changed());
    }
    Ok(metadata.permissions())
}

fn store(
    root: &Root,
    path: &str,
    bytes: &[u8],
    permissions: Permissions,
) -> Result<(), ReplaceError> {
    let part = part(path);
    root.remove_file(&part)?;
    root.write_new(&part, bytes)?;
    if let Some(file) = root.open_file(&part)? {
        file.set_permissions(permissions).map_err(|error| Obstacle::Disk(root.at(&part), error))?;
    }
    Ok(())
}

/// Where new content stands until it is whole: no reader of a site takes such a file for its own.
fn part(path: &str) -> String {
    format!("{path}.part")
}

//! A folder for files of our own while a publication runs: new, under a name that nobody can know,
//! in which nobody else may look, and gone when it ends.
//!
//! It lies in the machine's folder for such files, where nobody may rename what belongs to another.
//! In the output somebody could: whoever may write there could put a folder of theirs in its place,
//! and programs take orders from what they find in their folders.

use std::fs::File;
use std::path::{Path, PathBuf};

use super::error::Failure;
use super::parts::unguessable;
use crate::write::Root;

/// What the names of such folders begin with.
const NAME: &str = "overdue-publish-";
/// The file in it that is locked as long as the folder is in use.
const LOCK: &str = "lock";

/// A folder of our own.
#[derive(Debug)]
pub(super) struct Scratch {
    root: Root,
    name: String,
    path: PathBuf,
    _lock: File,
}

impl Scratch {
    /// A new one in the folder `within`. What publications of this user that were killed left there
    /// is removed.
    pub(super) fn new(within: &Path) -> Result<Self, Failure> {
        let root = Root::open(within)?;
        for left in root.names("")?.iter().filter(|name| name.starts_with(NAME)) {
            // One without a lock may be made at this moment.
            if is_own(&within.join(left))
                && let Ok(Some(lock)) = root.open_file(&format!("{left}/{LOCK}"))
                && lock.try_lock().is_ok()
            {
                root.remove_all(left)?;
            }
        }
        loop {
            let name = format!("{NAME}{}", unguessable());
            let at_lock = format!("{name}/{LOCK}");
            root.make_private(&name)?;
            let (lock, path) = (root.create_file(&at_lock)?, within.join(&name));
            lock.lock()
                .map_err(|error| Failure::machine(format!("{}: {error}", path.display())))?;
            // Before it was locked, another publication may have taken it for one that was left.
            if root.open_file(&at_lock)?.is_some() {
                return Ok(Self { root, name, path, _lock: lock });
            }
        }
    }

    /// Makes a folder in it that is not there yet.
    pub(super) fn folder(&self, name: &str) -> Result<PathBuf, Failure> {
        self.root.make_folder(&format!("{}/{name}", self.name))?;
        Ok(self.path.join(name))
    }

    /// Writes a file that is not there yet.
    pub(super) fn file(&self, name: &str, bytes: &[u8]) -> Result<PathBuf, Failure> {
        self.root.write_new(&format!("{}/{name}", self.name), bytes)?;
        Ok(self.path.join(name))
    }

    /// Where a file is that a program is to write.
    pub(super) fn at(&self, name: &str) -> PathBuf {
        self.path.join(name)
    }

    /// Reads what a program wrote; nothing if there is no such file.
    pub(super) fn read(&self, name: &str, most: u64) -> Result<Option<Vec<u8>>, Failure> {
        Ok(self.root.read(&format!("{}/{name}", self.name), most)?)
    }

    /// Removes a file or a folder in it.
    pub(super) fn remove(&self, name: &str) {
        // What stays goes with the whole.
        let _ = self.root.remove_all(&format!("{}/{name}", self.name));
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What can't be removed now is removed by the next publication.
        let _ = self.root.remove_all(&self.name);
    }
}

/// Whether a folder is this user's.
#[cfg(unix)]
fn is_own(path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;

    let user = rustix::process::geteuid().as_raw();
    path.symlink_metadata().is_ok_and(|found| found.is_dir() && found.uid() == user)
}

#[cfg(not(unix))]
fn is_own(_: &Path) -> bool {
    true
}

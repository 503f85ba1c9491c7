use std::fs::{File, TryLockError};
use std::io::{self, Read, Seek, Write};

use super::error::{At, WriteError};
use super::root::{Obstacle, Root};

/// The lock, from the output folder.
const LOCK: &str = ".overdue/lock";

/// The right to write to an output folder. The system takes it back when the process dies.
///
/// While it is held, the lock file names its owner; afterwards it is empty, so that the output does
/// not depend on who made it.
#[derive(Debug)]
pub(super) struct Lock {
    file: File,
}

impl Lock {
    /// Takes the lock of an output folder, making our own folder within it where that is missing.
    pub(super) fn take<E>(root: &Root) -> Result<Self, WriteError<E>> {
        let path = root.at(LOCK);
        let mut file = match root.open_or_create(LOCK) {
            Err(Obstacle::Link(link)) => {
                return Err(WriteError::Foreign(vec![root.spelled(&link)]));
            }
            file => file?,
        };
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(WriteError::Locked {
                    output: root.path().to_owned(),
                    owner: owner(&mut file),
                });
            }
            Err(TryLockError::Error(error)) => return Err(error).at(&path)?,
        }
        let lock = Self { file };
        lock.sign(std::process::id()).at(&path)?;
        Ok(lock)
    }

    fn sign(&self, owner: u32) -> io::Result<()> {
        let mut file = &self.file;
        file.set_len(0)?;
        file.rewind()?;
        write!(file, "{owner}")
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // A name that stays behind misleads nobody: who may write is decided by the system's lock
        // alone.
        let _ = self.file.set_len(0);
        // A program that was started meanwhile may hold the same file for a moment, and would hold
        // the lock with it.
        let _ = self.file.unlock();
    }
}

/// Nothing where the owner has not signed yet, or the system hides a locked file's content.
fn owner(file: &mut File) -> Option<u32> {
    let mut text = String::new();
    file.take(16).read_to_string(&mut text).ok()?;
    text.parse().ok()
}

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, Write};
use std::path::Path;

use super::error::{At, WriteError};
use super::{STATE_FOLDER, path};

/// The right to write to an output folder. The system takes it back when the process dies.
///
/// While it is held, the lock file names its owner; afterwards it is empty, so that the output does not depend on who made it.
#[derive(Debug)]
pub(super) struct Lock {
    file: File,
}

impl Lock {
    /// Takes the lock of `output`, making the folder and our own within it where they are missing.
    pub(super) fn take<E>(output: &Path) -> Result<Self, WriteError<E>> {
        let state = output.join(STATE_FOLDER);
        let path = state.join("lock");
        if let Some(link) = [&state, &path].into_iter().find(|path| path.is_symlink()) {
            return Err(WriteError::Foreign(vec![path::spelled(link.strip_prefix(output).unwrap_or(link))]));
        }
        fs::create_dir_all(&state).at(&state)?;
        let mut file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path).at(&path)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(WriteError::Locked { output: output.to_path_buf(), owner: owner(&mut file) });
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
        // A name that stays behind misleads nobody: who may write is decided by the system's lock alone.
        let _ = self.file.set_len(0);
    }
}

/// Nothing where the owner has not signed yet, or the system hides a locked file's content.
fn owner(file: &mut File) -> Option<u32> {
    let mut text = String::new();
    file.take(16).read_to_string(&mut text).ok()?;
    text.parse().ok()
}

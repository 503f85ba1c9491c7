//! A file below a folder → its bytes, reached through no link, and known again when it is copied
//! later.
//!
//! Between the reading of a site and its writing somebody may put something else in a file's place,
//! or a link in the place of a folder on its way. So each path is walked from the open folder
//! without following a link; and what is copied is remembered as an [`Original`], by its size and
//! the BLAKE3 hash of its content, so that no other bytes are published than those that were
//! judged.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use cap_fs_ext::DirExt as _;
use cap_std::ambient_authority;
use cap_std::fs::Dir;

use super::open::{at_most, reading, regular};

/// How much of a file that is copied is looked at besides.
const HEAD: u64 = 4096;

/// A folder that holds the files of a site. It stays the same one when another takes its name.
#[derive(Debug, Clone)]
pub struct SourceFolder {
    dir: Arc<Dir>,
    path: Arc<Path>,
}

impl SourceFolder {
    /// Opens a folder. Links that lead to the folder itself are followed: whoever named it meant
    /// them.
    ///
    /// # Errors
    ///
    /// When it is not there, or can't be opened.
    pub fn open(path: &Path) -> io::Result<Self> {
        Ok(Self {
            dir: Dir::open_ambient_dir(path, ambient_authority())?.into(),
            path: path.into(),
        })
    }

    /// Where a file lies, whose path has `/` between folders.
    fn place(&self, path: &str) -> PathBuf {
        path.split('/').fold(self.path.to_path_buf(), |place, name| place.join(name))
    }

    /// Opens a regular file of at most `most` bytes.
    fn file(&self, path: &str, most: u64) -> io::Result<File> {
        let (above, name) = path.rsplit_once('/').map_or(("", path), |(above, name)| (above, name));
        let mut dir = None;
        for folder in above.split('/').filter(|folder| !folder.is_empty()) {
            dir = Some(dir.as_ref().unwrap_or(&*self.dir).open_dir_nofollow(folder)?);
        }
        let file = regular(dir.as_ref().unwrap_or(&self.dir).open_with(name, &reading()))?;
        if file.metadata()?.len() > most {
            Err(io::ErrorKind::FileTooLarge.into())
        } else {
            Ok(file)
        }
    }

    /// The content of a file.
    ///
    /// # Errors
    ///
    /// When it cannot be read, is no regular file or is reached through a link; and when it has
    /// more than `most` bytes, which is [`io::ErrorKind::FileTooLarge`].
    pub fn read(&self, path: &str, most: u64) -> io::Result<Vec<u8>> {
        at_most(self.file(path, most)?, most)
    }

    /// A file that is to be copied, with the beginning of its content.
    ///
    /// # Errors
    ///
    /// Those of [`SourceFolder::read`].
    pub fn original(&self, path: &str, most: u64) -> io::Result<(Original, Vec<u8>)> {
        let file = self.file(path, most)?;
        let mut head = Vec::new();
        (&file).take(HEAD).read_to_end(&mut head)?;
        let mut hasher = blake3::Hasher::new();
        hasher.update(&head).update_reader(&file)?;
        Ok((
            Original {
                folder: self.clone(),
                path: path.to_owned(),
                size: hasher.count(),
                hash: hasher.finalize(),
            },
            head,
        ))
    }

    /// A file that is to be copied and holds these bytes.
    pub(super) fn original_of(&self, path: &str, bytes: &[u8]) -> Original {
        Original {
            folder: self.clone(),
            path: path.to_owned(),
            size: bytes.len() as u64,
            hash: blake3::hash(bytes),
        }
    }

    /// Which file this is for the system, and how many names it has; nothing where the system does
    /// not tell.
    #[cfg(unix)]
    pub(super) fn names_of(&self, path: &str) -> Option<((u64, u64), u64)> {
        use std::os::unix::fs::MetadataExt as _;

        let found = self.place(path).symlink_metadata().ok()?;
        Some(((found.dev(), found.ino()), found.nlink()))
    }

    #[cfg(not(unix))]
    pub(super) fn names_of(&self, _: &str) -> Option<((u64, u64), u64)> {
        None
    }
}

/// A file that is copied, and what it held when it was read.
#[derive(Debug, Clone)]
pub struct Original {
    folder: SourceFolder,
    path: String,
    size: u64,
    hash: blake3::Hash,
}

impl Original {
    /// Its path below its folder.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Where it lies, for a message.
    pub fn place(&self) -> PathBuf {
        self.folder.place(&self.path)
    }

    /// In bytes.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Of its content, by BLAKE3.
    pub fn hash(&self) -> blake3::Hash {
        self.hash
    }

    /// The file, to be read piece by piece: whoever does so compares the hash of all pieces with
    /// [`Original::hash`].
    ///
    /// # Errors
    ///
    /// When it cannot be read, is reached through a link, or has grown.
    pub fn open(&self) -> io::Result<File> {
        self.folder.file(&self.path, self.size).map_err(|error| match error.kind() {
            io::ErrorKind::FileTooLarge => changed(),
            _ => error,
        })
    }

    /// The whole content, which is that of the time when it was read first.
    ///
    /// # Errors
    ///
    /// When it cannot be read, is reached through a link, or has changed.
    pub fn read(&self) -> io::Result<Vec<u8>> {
        let bytes = at_most(self.open()?, self.size).map_err(|_| changed())?;
        if blake3::hash(&bytes) == self.hash { Ok(bytes) } else { Err(changed()) }
    }
}

/// What is wrong with a file that holds something else than when it was read first.
pub fn changed() -> io::Error {
    io::Error::other("it was changed after the site was read; build again")
}

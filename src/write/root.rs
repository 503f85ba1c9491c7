//! A folder whose files are reached without following any link below it, also where somebody puts
//! one there meanwhile.
//!
//! Each path is walked from the open folder, one name at a time; the last name is then looked at,
//! read, made, renamed or removed where the walk has led. So no check can be outrun: what lies
//! outside is never read, overwritten or removed.

use std::fmt;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use cap_fs_ext::{DirExt, FollowSymlinks, OpenOptionsFollowExt};
use cap_std::ambient_authority;
use cap_std::fs::{Dir, DirBuilder, OpenOptions};

use super::path::spelled;
use crate::load::{at_most, reading, regular};
use crate::plan::is_segment;

/// Why a path below a folder could not be used.
#[derive(Debug)]
pub enum Obstacle {
    /// Something stands there already.
    Taken(PathBuf),
    /// A symbolic link stands there, or where a folder is needed.
    Link(PathBuf),
    /// Something that is no folder stands where one is needed.
    NoFolder(PathBuf),
    /// The path leads elsewhere.
    Elsewhere(String),
    /// The disk failed.
    Disk(PathBuf, io::Error),
}

impl Obstacle {
    /// The path, and what is wrong with it.
    pub(super) fn into_parts(self) -> (PathBuf, io::Error) {
        let (path, kind, what) = match self {
            Obstacle::Taken(path) => (
                path,
                io::ErrorKind::AlreadyExists,
                "this is there already, and nothing is overwritten",
            ),
            Obstacle::Link(path) => (
                path,
                io::ErrorKind::NotADirectory,
                "this is a symbolic link, and links are not followed",
            ),
            Obstacle::NoFolder(path) => {
                (path, io::ErrorKind::NotADirectory, "this is not a folder")
            }
            Obstacle::Elsewhere(path) => {
                (path.into(), io::ErrorKind::InvalidInput, "this is not a path within the folder")
            }
            Obstacle::Disk(path, error) => return (path, error),
        };
        (path, io::Error::new(kind, what))
    }
}

impl fmt::Display for Obstacle {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Obstacle::Taken(path) => {
                write!(to, "{} is there already, and nothing is overwritten", path.display())
            }
            Obstacle::Link(path) => {
                write!(to, "{} is a symbolic link, and links are not followed", path.display())
            }
            Obstacle::NoFolder(path) => write!(to, "{} is not a folder", path.display()),
            Obstacle::Elsewhere(path) => write!(to, "`{path}` is not a path within this folder"),
            Obstacle::Disk(path, error) => write!(to, "{}: {error}", path.display()),
        }
    }
}

impl std::error::Error for Obstacle {}

impl From<Obstacle> for io::Error {
    fn from(obstacle: Obstacle) -> Self {
        let (path, error) = obstacle.into_parts();
        Self::new(error.kind(), format!("{}: {error}", path.display()))
    }
}

/// What stands at a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// Nothing, and no folder above it either, perhaps.
    Nothing,
    /// A folder.
    Folder,
    /// A regular file of so many bytes.
    File(u64),
    /// Something else: a link, a pipe, a device.
    Other,
    /// Something that is no folder stands above it: its path.
    Below(String),
}

/// An open folder.
#[derive(Debug)]
pub struct Root {
    dir: Dir,
    path: PathBuf,
}

/// Where a walk has ended.
enum Walk<'p> {
    /// In the folder above the path, whose own name there is this.
    At(Dir, &'p str),
    /// A folder above the path is missing.
    Missing,
}

impl Root {
    /// Opens a folder. Links that lead to the folder itself are followed: whoever named it meant
    /// them.
    ///
    /// # Errors
    ///
    /// When it is not there, or can't be opened.
    pub fn open(path: &Path) -> Result<Self, Obstacle> {
        let dir = Dir::open_ambient_dir(path, ambient_authority())
            .map_err(|error| Obstacle::Disk(path.to_owned(), error))?;
        Ok(Self { dir, path: path.to_owned() })
    }

    /// Opens a folder that is made, with those above it, if it is missing.
    ///
    /// # Errors
    ///
    /// When it can't be made or opened.
    pub fn make(path: &Path) -> Result<Self, Obstacle> {
        fs::create_dir_all(path).map_err(|error| Obstacle::Disk(path.to_owned(), error))?;
        Self::open(path)
    }

    /// The folder's own path, as it was named.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Where a path below it is, for a message.
    pub(super) fn at(&self, path: &str) -> PathBuf {
        self.path.join(path)
    }

    /// A path below it, as it was given, from a message.
    pub(super) fn spelled(&self, path: &Path) -> String {
        spelled(path.strip_prefix(&self.path).unwrap_or(path))
    }

    /// What stands at a path.
    ///
    /// # Errors
    ///
    /// When the disk fails.
    pub fn look(&self, path: &str) -> Result<Standing, Obstacle> {
        let (dir, name) = match self.walk(path, false) {
            Ok(Walk::At(dir, name)) => (dir, name),
            Ok(Walk::Missing) => return Ok(Standing::Nothing),
            Err(Obstacle::Link(at) | Obstacle::NoFolder(at)) => {
                return Ok(Standing::Below(self.spelled(&at)));
            }
            Err(other) => return Err(other),
        };
        match dir.symlink_metadata(name) {
            Ok(found) if found.is_dir() => Ok(Standing::Folder),
            Ok(found) if found.is_file() => Ok(Standing::File(found.len())),
            Ok(_) => Ok(Standing::Other),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Standing::Nothing),
            Err(error) => Err(self.disk(path, error)),
        }
    }

    /// Opens a regular file to read it; nothing if there is none.
    ///
    /// # Errors
    ///
    /// When something else stands there or above, or the disk fails.
    pub fn open_file(&self, path: &str) -> Result<Option<File>, Obstacle> {
        let Walk::At(dir, name) = self.walk(path, false)? else { return Ok(None) };
        match regular(dir.open_with(name, &reading())) {
            Ok(file) => Ok(Some(file)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(self.obstacle(&dir, name, path, error)),
        }
    }

    /// Reads a regular file of at most `most` bytes; nothing if there is none.
    ///
    /// # Errors
    ///
    /// Those of [`Root::open_file`], and when the file is longer.
    pub fn read(&self, path: &str, most: u64) -> Result<Option<Vec<u8>>, Obstacle> {
        let file = self.open_file(path)?;
        file.map(|file| at_most(file, most)).transpose().map_err(|error| self.disk(path, error))
    }

    /// The names in a folder, in order; none if it is missing. One that is not UTF-8 is spelled
    /// with replacement characters.
    ///
    /// # Errors
    ///
    /// When something else stands there or above, or the disk fails.
    pub fn names(&self, path: &str) -> Result<Vec<String>, Obstacle> {
        let Some(dir) = self.folder(path, false)? else { return Ok(Vec::new()) };
        let entries = dir.entries().map_err(|error| self.disk(path, error))?;
        let names = entries
            .map(|entry| entry.map(|entry| entry.file_name().to_string_lossy().into_owned()));
        let mut names =
            names.collect::<io::Result<Vec<_>>>().map_err(|error| self.disk(path, error))?;
        names.sort_unstable();
        Ok(names)
    }

    /// Makes a folder, and those above it; one that stands is left as it is.
    ///
    /// # Errors
    ///
    /// When something else stands there or above, or the disk fails.
    pub fn make_folder(&self, path: &str) -> Result<(), Obstacle> {
        self.folder(path, true).map(|_| ())
    }

    /// Makes a new folder that nobody else may enter, where the system tells users apart.
    ///
    /// # Errors
    ///
    /// When anything stands there, the folder above is missing, or the disk fails.
    pub(crate) fn make_private(&self, path: &str) -> Result<(), Obstacle> {
        let Walk::At(dir, name) = self.walk(path, false)? else { return Err(self.vanished(path)) };
        #[cfg_attr(not(unix), expect(unused_mut, reason = "there are no rights to be set"))]
        let mut private = DirBuilder::new();
        #[cfg(unix)]
        cap_std::fs::DirBuilderExt::mode(&mut private, 0o700);
        dir.create_dir_with(name, &private).map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => Obstacle::Taken(self.path.join(path)),
            _ => self.disk(path, error),
        })
    }

    /// Makes a new file, and the folders above it.
    ///
    /// # Errors
    ///
    /// When anything stands there, something else than a folder stands above, or the disk fails.
    pub fn create_file(&self, path: &str) -> Result<File, Obstacle> {
        let Walk::At(dir, name) = self.walk(path, true)? else { return Err(self.vanished(path)) };
        let mut options = OpenOptions::new();
        options.write(true).create_new(true).follow(FollowSymlinks::No);
        match dir.open_with(name, &options) {
            Ok(file) => Ok(file.into_std()),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                Err(Obstacle::Taken(self.path.join(path)))
            }
            Err(error) => Err(self.disk(path, error)),
        }
    }

    /// Opens a regular file to read and write it, which is made where there is none.
    ///
    /// # Errors
    ///
    /// When something else stands there or above, or the disk fails.
    pub(super) fn open_or_create(&self, path: &str) -> Result<File, Obstacle> {
        let Walk::At(dir, name) = self.walk(path, true)? else { return Err(self.vanished(path)) };
        let mut options = reading();
        options.write(true).create(true);
        regular(dir.open_with(name, &options))
            .map_err(|error| self.obstacle(&dir, name, path, error))
    }

    /// Writes a new file, which goes again if not all of it could be written.
    ///
    /// # Errors
    ///
    /// Those of [`Root::create_file`].
    pub fn write_new(&self, path: &str, bytes: &[u8]) -> Result<(), Obstacle> {
        let mut file = self.create_file(path)?;
        file.write_all(bytes).map_err(|error| {
            // What stopped the writing is told; a part that stays as well is in nobody's way.
            let _ = self.remove_file(path);
            self.disk(path, error)
        })
    }

    /// Renames a file or a folder to a path at which a file may stand, which it replaces. Folders
    /// above that are made.
    ///
    /// # Errors
    ///
    /// When `from` is gone, something else than a folder stands above either, a folder stands at
    /// `to`, or the disk fails.
    pub fn rename(&self, from: &str, to: &str) -> Result<(), Obstacle> {
        let Walk::At(from_dir, from_name) = self.walk(from, false)? else {
            return Err(self.vanished(from));
        };
        let Walk::At(to_dir, to_name) = self.walk(to, true)? else { return Err(self.vanished(to)) };
        from_dir.rename(from_name, &to_dir, to_name).map_err(|error| self.disk(to, error))
    }

    /// Removes a file, or a link itself; says whether there was one. Whatever stands below a link
    /// or a file is not there.
    ///
    /// # Errors
    ///
    /// When the disk fails.
    pub fn remove_file(&self, path: &str) -> Result<bool, Obstacle> {
        let (dir, name) = match self.walk(path, false) {
            Ok(Walk::At(dir, name)) => (dir, name),
            Ok(Walk::Missing) | Err(Obstacle::Link(_) | Obstacle::NoFolder(_)) => return Ok(false),
            Err(other) => return Err(other),
        };
        match dir.remove_file_or_symlink(name) {
            Ok(()) => Ok(true),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(_) if dir.symlink_metadata(name).is_ok_and(|found| found.is_dir()) => Ok(false),
            Err(error) => Err(self.disk(path, error)),
        }
    }

    /// Removes a folder that is empty; says whether it did.
    ///
    /// # Errors
    ///
    /// When the disk fails.
    pub fn remove_folder(&self, path: &str) -> Result<bool, Obstacle> {
        let (dir, name) = match self.walk(path, false) {
            Ok(Walk::At(dir, name)) => (dir, name),
            Ok(Walk::Missing) | Err(Obstacle::Link(_) | Obstacle::NoFolder(_)) => return Ok(false),
            Err(other) => return Err(other),
        };
        match dir.remove_dir(name) {
            Ok(()) => Ok(true),
            Err(error) => match error.kind() {
                io::ErrorKind::NotFound
                | io::ErrorKind::NotADirectory
                | io::ErrorKind::DirectoryNotEmpty => Ok(false),
                _ => Err(self.disk(path, error)),
            },
        }
    }

    /// Removes a folder with all it holds, or whatever else stands there, of a link the link
    /// itself; nothing is no error.
    ///
    /// # Errors
    ///
    /// When the disk fails.
    pub(crate) fn remove_all(&self, path: &str) -> Result<(), Obstacle> {
        let Walk::At(dir, name) = self.walk(path, false)? else { return Ok(()) };
        match dir.remove_dir_all(name) {
            Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
                self.remove_file(path).map(|_| ())
            }
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(self.disk(path, error)),
            _ => Ok(()),
        }
    }

    /// Walks to the folder above a path; it is made, if that is wanted, where it is missing.
    fn walk<'p>(&self, path: &'p str, make: bool) -> Result<Walk<'p>, Obstacle> {
        let (above, name) = path.rsplit_once('/').unwrap_or(("", path));
        if !is_segment(name) {
            return Err(Obstacle::Elsewhere(path.to_owned()));
        }
        Ok(self.folder(above, make)?.map_or(Walk::Missing, |dir| Walk::At(dir, name)))
    }

    /// Walks to a folder, the root itself where the path is empty; nothing if it is missing and not
    /// to be made.
    fn folder(&self, path: &str, make: bool) -> Result<Option<Dir>, Obstacle> {
        let mut dir = self.dir.try_clone().map_err(|error| self.disk(path, error))?;
        let mut walked = 0;
        for name in path.split('/').filter(|_| !path.is_empty()) {
            if !is_segment(name) {
                return Err(Obstacle::Elsewhere(path.to_owned()));
            }
            walked += name.len();
            let so_far = &path[..walked];
            walked += 1;
            dir = match dir.open_dir_nofollow(name) {
                Ok(next) => next,
                Err(error) if error.kind() == io::ErrorKind::NotFound && !make => return Ok(None),
                Err(error) if error.kind() == io::ErrorKind::NotFound => {
                    match dir.create_dir(name) {
                        // Another thread was faster.
                        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
                            return Err(self.disk(so_far, error));
                        }
                        _ => {}
                    }
                    dir.open_dir_nofollow(name)
                        .map_err(|error| self.obstacle(&dir, name, so_far, error))?
                }
                Err(error) => return Err(self.obstacle(&dir, name, so_far, error)),
            };
        }
        Ok(Some(dir))
    }

    /// What is wrong with something that could not be opened.
    fn obstacle(&self, dir: &Dir, name: &str, path: &str, error: io::Error) -> Obstacle {
        match dir.symlink_metadata(name) {
            Ok(found) if found.is_symlink() => Obstacle::Link(self.path.join(path)),
            Ok(found) if !found.is_dir() && error.kind() == io::ErrorKind::NotADirectory => {
                Obstacle::NoFolder(self.path.join(path))
            }
            _ => self.disk(path, error),
        }
    }

    fn disk(&self, path: &str, error: io::Error) -> Obstacle {
        Obstacle::Disk(self.path.join(path), error)
    }

    fn vanished(&self, path: &str) -> Obstacle {
        self.disk(path, io::ErrorKind::NotFound.into())
    }
}

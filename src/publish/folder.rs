//! A folder of this machine as a destination. Each file is written beside and renamed into place.
//!
//! Whoever may write there may have put a link there: none is followed, at no moment, so that
//! nothing outside is touched.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use super::error::Failure;
use super::manifest::LARGEST_STATE;
use super::parts::{PARTS, is_part, new_part};
use super::store::{Each, Store, Upload, in_parallel};
use crate::plan::STATE_FOLDER;
use crate::write::{Ground, Grounds, Obstacle, Root, Standing};

/// Files are written by so many threads.
const THREADS: usize = 4;

#[derive(Debug)]
pub(super) struct Folder {
    top: PathBuf,
    root: OnceLock<Root>,
}

impl Folder {
    pub(super) fn new(top: &Path) -> Self {
        Self { top: top.to_owned(), root: OnceLock::new() }
    }

    /// The folder, if it is there.
    fn find(&self) -> Result<Option<&Root>, Failure> {
        match self.root.get() {
            Some(root) => Ok(Some(root)),
            None => match Root::open(&self.top) {
                Ok(root) => Ok(Some(self.root.get_or_init(|| root))),
                Err(Obstacle::Disk(_, error)) if error.kind() == io::ErrorKind::NotFound => {
                    Ok(None)
                }
                Err(obstacle) => Err(obstacle.into()),
            },
        }
    }

    /// The folder, which is made if it is missing.
    fn make(&self) -> Result<&Root, Failure> {
        match self.find()? {
            Some(root) => Ok(root),
            None => {
                let root = Root::make(&self.top)?;
                Ok(self.root.get_or_init(|| root))
            }
        }
    }

    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        let (root, part) = (self.make()?, new_part());
        root.write_new(&part, bytes)?;
        root.rename(&part, path).map_err(|obstacle| {
            // It would fill a full disk further.
            let _ = root.remove_file(&part);
            obstacle.into()
        })
    }
}

impl Store for Folder {
    fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Failure> {
        let Some(root) = self.find()? else { return Ok(None) };
        Ok(root.read(path, LARGEST_STATE)?)
    }

    fn is_occupied(&self) -> Result<bool, Failure> {
        let Some(root) = self.find()? else { return Ok(false) };
        Ok(root.names("")?.iter().any(|name| name != STATE_FOLDER))
    }

    fn present(&self, paths: &[String]) -> Result<Vec<String>, Failure> {
        let Some(root) = self.find()? else { return Ok(Vec::new()) };
        let mut found = Vec::new();
        for path in paths {
            if matches!(root.look(path)?, Standing::File(_) | Standing::Other) {
                found.push(path.clone());
            }
        }
        Ok(found)
    }

    fn blocked(&self, paths: &[String]) -> Result<Vec<String>, Failure> {
        let Some(root) = self.find()? else { return Ok(Vec::new()) };
        let mut grounds = Grounds::new(root);
        let mut found = Vec::new();
        for path in paths {
            if let Ground::Obstacle(obstacle) = grounds.tread(path)? {
                found.push(obstacle.to_owned());
            }
        }
        found.dedup();
        Ok(found)
    }

    fn clear_parts(&self) -> Result<bool, Failure> {
        let Some(root) = self.find()? else { return Ok(false) };
        let mut any = false;
        for part in root.names(PARTS)?.iter().filter(|name| is_part(name)) {
            any |= root.remove_file(&format!("{PARTS}/{part}"))?;
        }
        Ok(any)
    }

    fn create(&self, path: &str, bytes: &[u8]) -> Result<bool, Failure> {
        match self.make()?.write_new(path, bytes) {
            Ok(()) => Ok(true),
            Err(Obstacle::Taken(_)) => Ok(false),
            Err(obstacle) => Err(obstacle.into()),
        }
    }

    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        self.put(path, bytes)
    }

    fn upload(&self, uploads: &[Upload], each: Each<'_>) -> Result<(), Failure> {
        in_parallel(THREADS, uploads, |upload| {
            self.put(&upload.path, &upload.bytes()?)?;
            each(upload)
        })
    }

    fn remove(&self, paths: &[String]) -> Result<(), Failure> {
        let Some(root) = self.find()? else { return Ok(()) };
        for path in paths {
            // What was a file may be a folder by now, or stand below what is a file now.
            root.remove_file(path)?;
            // Folders that this leaves empty go as well; one that holds something stays.
            let above = path.match_indices('/').map(|(end, _)| &path[..end]);
            for folder in above.rev() {
                if !root.remove_folder(folder)? {
                    break;
                }
            }
        }
        Ok(())
    }

    fn has_folders(&self) -> bool {
        true
    }

    fn finish(&self) -> Result<(), Failure> {
        let Some(root) = self.find()? else { return Ok(()) };
        root.remove_folder(PARTS)?;
        root.remove_folder(STATE_FOLDER)?;
        Ok(())
    }
}

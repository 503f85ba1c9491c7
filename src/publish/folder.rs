//! A folder of this machine as a destination. Each file is written beside and renamed into place.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::error::Failure;
use super::hash_of;
use super::store::{Each, Store, Upload, in_parallel};

/// Files are written by so many threads.
const THREADS: usize = 4;
/// Where files lie until they are renamed.
const PARTS: &str = ".overdue/parts";

#[derive(Debug)]
pub(super) struct Folder {
    top: PathBuf,
}

impl Folder {
    pub(super) fn new(top: &Path) -> Self {
        Self { top: top.to_owned() }
    }

    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        let part = self.top.join(PARTS).join(hash_of(path.as_bytes()));
        let place = self.top.join(path);
        let written = with_folder(&part, || fs::write(&part, bytes));
        written.and_then(|()| with_folder(&place, || fs::rename(&part, &place))).map_err(|error| trouble(&place, &error))
    }
}

/// Tries, and once more when the folder above was missing and has been made.
fn with_folder<T>(path: &Path, attempt: impl Fn() -> io::Result<T>) -> io::Result<T> {
    match (attempt(), path.parent()) {
        (Err(error), Some(folder)) if error.kind() == io::ErrorKind::NotFound => {
            fs::create_dir_all(folder)?;
            attempt()
        }
        (result, _) => result,
    }
}

fn trouble(path: &Path, error: &io::Error) -> Failure {
    Failure::machine(format!("{}: {error}", path.display()))
}

impl Store for Folder {
    fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Failure> {
        let path = self.top.join(path);
        match fs::read(&path) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(trouble(&path, &error)),
        }
    }

    fn is_occupied(&self) -> Result<bool, Failure> {
        match fs::read_dir(&self.top) {
            Ok(mut entries) => Ok(entries.any(|entry| entry.is_ok_and(|entry| entry.file_name() != ".overdue"))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(trouble(&self.top, &error)),
        }
    }

    fn present(&self, paths: &[String]) -> Result<Vec<String>, Failure> {
        let mut found = Vec::new();
        for path in paths {
            let place = self.top.join(path);
            match fs::symlink_metadata(&place) {
                Ok(there) if !there.is_dir() => found.push(path.clone()),
                Ok(_) => {}
                Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {}
                Err(error) => return Err(trouble(&place, &error)),
            }
        }
        Ok(found)
    }

    fn create(&self, path: &str, bytes: &[u8]) -> Result<bool, Failure> {
        let place = self.top.join(path);
        let opened = with_folder(&place, || OpenOptions::new().write(true).create_new(true).open(&place));
        match opened.and_then(|mut file| file.write_all(bytes)) {
            Ok(()) => Ok(true),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
            Err(error) => Err(trouble(&place, &error)),
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
        for path in paths {
            let place = self.top.join(path);
            match fs::remove_file(&place) {
                Ok(()) => {}
                // What was a file may be a folder by now, or stand below what is a file now.
                Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {}
                Err(_) if place.is_dir() => {}
                Err(error) => return Err(trouble(&place, &error)),
            }
            // Folders that this leaves empty go as well; one that holds something stays.
            let above = Path::new(path).ancestors().skip(1).filter(|folder| !folder.as_os_str().is_empty());
            for folder in above {
                if fs::remove_dir(self.top.join(folder)).is_err() {
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
        // What is left there belongs to nobody, and is overwritten by the next publication.
        let _ = fs::remove_dir_all(self.top.join(PARTS));
        Ok(())
    }
}

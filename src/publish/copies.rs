//! Files of the output → copies of our own, for programs that take files by their names.
//!
//! Whoever may write to the output could put something else, or a link, in the place of a file
//! between its check and the moment when a program opens it. So programs are told of copies only:
//! the very bytes that were checked, in a folder that nobody else may enter.

use std::path::{Path, PathBuf};

use super::error::Failure;
use super::parts::unguessable;
use super::scratch::Scratch;
use super::store::{Each, Upload};

/// The most that is copied at once, in bytes, unless a file alone is larger.
const BYTES_AT_ONCE: u64 = 64 << 20;

/// Copies of some files, below one folder in which each has its path at the destination.
pub(super) struct Copies<'u> {
    folder: PathBuf,
    uploads: &'u [Upload],
}

impl<'u> Copies<'u> {
    /// The folder.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Each copy, with its path at the destination.
    pub(super) fn files(&self) -> impl Iterator<Item = (PathBuf, &'u str)> {
        self.uploads.iter().map(|upload| (self.folder.join(&upload.path), upload.path.as_str()))
    }

    /// Of all together.
    pub(super) fn bytes(&self) -> u64 {
        self.uploads.iter().map(|upload| upload.entry.size).sum()
    }
}

/// Copies files, at most `most` at once, lets `send` bring the copies to the destination, and tells
/// `each` of the files that are there.
///
/// # Errors
///
/// When a file has changed since it was planned, the disk fails, or `send` or `each` does.
pub(super) fn send_copies(
    scratch: &Scratch,
    uploads: &[Upload],
    most: usize,
    each: Each<'_>,
    send: impl Fn(&Copies<'_>) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let mut waiting = uploads;
    while !waiting.is_empty() {
        let (uploads, later) = waiting.split_at(at_once(waiting, most));
        let name = unguessable();
        let copies = Copies { folder: scratch.folder(&name)?, uploads };
        let copied = uploads.iter().try_for_each(|upload| {
            scratch.file(&format!("{name}/{}", upload.path), &upload.bytes()?).map(|_| ())
        });
        let sent = copied.and_then(|()| send(&copies));
        scratch.remove(&name);
        sent?;
        uploads.iter().try_for_each(each)?;
        waiting = later;
    }
    Ok(())
}

/// How many of the files are copied together: at least one.
fn at_once(uploads: &[Upload], most: usize) -> usize {
    let mut bytes = 0;
    let fits = |upload: &&Upload| {
        bytes += upload.entry.size;
        bytes <= BYTES_AT_ONCE
    };
    uploads.iter().take(most).take_while(fits).count().max(1)
}

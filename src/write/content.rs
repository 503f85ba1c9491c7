use std::fs::File;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use super::error::{At, Trouble};
use super::manifest::Digest;
use crate::load::{Format, stripped};

/// Files are read in pieces of at most this many bytes.
const PIECE: usize = 64 * 1024;

/// The content of one output file.
#[derive(Debug)]
pub enum Content {
    /// Rendered bytes.
    Bytes(Vec<u8>),
    /// The content of another file, which is copied piece by piece and never wholly in memory. Only the content is copied,
    /// not the permissions.
    CopyOf(PathBuf),
    /// The content of a picture, without what it says of its maker. Pictures are small enough to be in memory for a moment.
    PictureOf(PathBuf, Format),
}

impl Content {
    /// Compares with a file: the digest if the content is the same, nothing if it differs. `existing` is its name in a message.
    pub(super) fn same_as(&self, mut file: File, existing: &Path) -> Result<Option<Digest>, Trouble> {
        let length = file.metadata().at(existing)?.len();
        match self {
            Self::Bytes(bytes) => {
                let same = bytes.len() as u64 == length && holds(&mut file, bytes).at(existing)?;
                Ok(same.then(|| Digest::of(bytes)))
            }
            Self::PictureOf(original, format) => Self::Bytes(clean(original, *format)?).same_as(file, existing),
            Self::CopyOf(original) => {
                let source = File::open(original).at(original)?;
                if source.metadata().at(original)?.len() != length {
                    return Ok(None);
                }
                let mut buffer = buffer(length);
                let mut same = true;
                let digest = in_pieces(source, original, |piece| {
                    same = same && next_is(&mut file, &mut buffer, piece).at(existing)?;
                    Ok(same)
                })?;
                Ok(same.then_some(digest))
            }
        }
    }

    /// Stores the content in a new file. `path` is its name in a message.
    pub(super) fn store(&self, mut file: File, path: &Path) -> Result<Digest, Trouble> {
        match self {
            Self::Bytes(bytes) => {
                file.write_all(bytes).at(path)?;
                Ok(Digest::of(bytes))
            }
            Self::PictureOf(original, format) => {
                let bytes = clean(original, *format)?;
                file.write_all(&bytes).at(path)?;
                Ok(Digest::of(&bytes))
            }
            Self::CopyOf(original) => {
                let source = File::open(original).at(original)?;
                in_pieces(source, original, |piece| file.write_all(piece).at(path).map(|()| true))
            }
        }
    }
}

/// A picture without what it says of its maker. It could be taken apart when the site was loaded.
fn clean(original: &Path, format: Format) -> Result<Vec<u8>, Trouble> {
    let whole = std::fs::read(original).at(original)?;
    let clean = stripped(&whole, format).ok_or_else(|| io::Error::other("the picture has changed since the site was loaded"));
    Ok(clean.at(original)?.bytes)
}

/// The digest of a file's content. `path` is its name in a message.
pub(super) fn digest_of(file: File, path: &Path) -> Result<Digest, Trouble> {
    in_pieces(file, path, |_| Ok(true))
}

/// Hands the pieces of a file to `each` until it says to stop, and gives the digest of what was read.
fn in_pieces(mut file: File, path: &Path, mut each: impl FnMut(&[u8]) -> Result<bool, Trouble>) -> Result<Digest, Trouble> {
    let mut buffer = buffer(file.metadata().at(path)?.len());
    let mut hasher = blake3::Hasher::new();
    loop {
        match file.read(&mut buffer) {
            Ok(0) => return Ok(hasher.into()),
            Ok(length) => {
                hasher.update(&buffer[..length]);
                if !each(&buffer[..length])? {
                    return Ok(hasher.into());
                }
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error).at(path),
        }
    }
}

/// Whether the file, as long as `bytes`, holds them.
fn holds(file: &mut File, bytes: &[u8]) -> io::Result<bool> {
    let mut buffer = buffer(bytes.len() as u64);
    for piece in bytes.chunks(PIECE) {
        if !next_is(file, &mut buffer, piece)? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn next_is(file: &mut File, buffer: &mut [u8], piece: &[u8]) -> io::Result<bool> {
    let found = &mut buffer[..piece.len()];
    match file.read_exact(found) {
        Ok(()) => Ok(found == piece),
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(false),
        Err(error) => Err(error),
    }
}

/// A buffer for a file of `length` bytes; a little longer, so that a file which grows is noticed.
fn buffer(length: u64) -> Vec<u8> {
    vec![0; usize::try_from(length).map_or(PIECE, |length| (length + 1).min(PIECE))]
}

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;

use super::error::{At, Trouble};
use super::manifest::Digest;
use crate::load::{Format, Original, changed, stripped};

/// Files are read in pieces of at most this many bytes.
const PIECE: usize = 64 * 1024;

/// The content of one output file.
#[derive(Debug)]
pub enum Content {
    /// Rendered bytes.
    Bytes(Vec<u8>),
    /// The content of another file, as it was when the site was read. It is copied piece by piece
    /// and never wholly in memory. Only the content is copied, not the permissions.
    CopyOf(Original),
    /// The content of a picture, without what it says of its maker. Pictures are small enough to be
    /// in memory for a moment.
    PictureOf(Original, Format),
}

impl Content {
    /// Compares with a file: the digest if the content is the same, nothing if it differs.
    /// `existing` is its name in a message.
    pub(super) fn same_as(
        &self,
        mut file: File,
        existing: &Path,
    ) -> Result<Option<Digest>, Trouble> {
        let length = file.metadata().at(existing)?.len();
        match self {
            Self::Bytes(bytes) => {
                let same = bytes.len() as u64 == length && holds(&mut file, bytes).at(existing)?;
                Ok(same.then(|| Digest::of(bytes)))
            }
            Self::PictureOf(original, format) => {
                Self::Bytes(clean(original, *format)?).same_as(file, existing)
            }
            Self::CopyOf(original) if original.size() != length => Ok(None),
            Self::CopyOf(original) => {
                Ok(Some(digest_of(file, existing)?)
                    .filter(|digest| *digest == original.hash().into()))
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
                let place = original.place();
                let digest = in_pieces(original.open().at(&place)?, &place, |piece| {
                    file.write_all(piece).at(path)
                })?;
                if digest == original.hash().into() {
                    Ok(digest)
                } else {
                    Err(changed()).at(&place)
                }
            }
        }
    }
}

/// A picture without what it says of its maker.
fn clean(original: &Original, format: Format) -> Result<Vec<u8>, Trouble> {
    let clean = original.read().and_then(|whole| stripped(&whole, format).ok_or_else(changed));
    Ok(clean.at(&original.place())?.bytes)
}

/// The digest of a file's content. `path` is its name in a message.
pub(super) fn digest_of(file: File, path: &Path) -> Result<Digest, Trouble> {
    in_pieces(file, path, |_| Ok(()))
}

/// Hands the pieces of a file to `each`, and gives the digest of what was read.
fn in_pieces(
    mut file: File,
    path: &Path,
    mut each: impl FnMut(&[u8]) -> Result<(), Trouble>,
) -> Result<Digest, Trouble> {
    let mut buffer = buffer(file.metadata().at(path)?.len());
    let mut hasher = blake3::Hasher::new();
    loop {
        match file.read(&mut buffer) {
            Ok(0) => return Ok(hasher.finalize().into()),
            Ok(length) => {
                hasher.update(&buffer[..length]);
                each(&buffer[..length])?;
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

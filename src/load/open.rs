//! A file's name → its bytes, when anything may stand at that name: no link is followed, nobody
//! waits for a pipe or a device, and no more is read than was asked for.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use cap_fs_ext::{FollowSymlinks, OpenOptionsFollowExt, OpenOptionsSyncExt};
use cap_std::ambient_authority;
use cap_std::fs::OpenOptions;

/// Opens a regular file. Links among the folders above it are followed, one at its own name is not.
///
/// # Errors
///
/// When there is none, it can't be opened, or something else stands there: a link, a folder, a
/// pipe, a device.
pub fn open_regular(path: &Path) -> io::Result<File> {
    regular(cap_std::fs::File::open_ambient_with(path, &reading(), ambient_authority()))
}

/// Reads a regular file of at most `most` bytes.
///
/// # Errors
///
/// Those of [`open_regular`], and when the file is longer.
pub fn read_at_most(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    at_most(open_regular(path)?, most)
}

/// How a file is opened to be read: not through a link, and without waiting for whoever writes to a
/// pipe.
pub(crate) fn reading() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.read(true).follow(FollowSymlinks::No).nonblock(true);
    options
}

/// What was opened, if it is a regular file.
pub(crate) fn regular(opened: io::Result<cap_std::fs::File>) -> io::Result<File> {
    let file = opened?.into_std();
    if file.metadata()?.is_file() {
        Ok(file)
    } else {
        Err(io::Error::new(io::ErrorKind::InvalidInput, "this is not a regular file"))
    }
}

/// All that is left to read of a source, if it is not more than `most` bytes.
pub(crate) fn at_most(source: impl Read, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source.take(most + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most {
        return Err(io::Error::new(
            io::ErrorKind::FileTooLarge,
            format!("it is longer than {most} bytes"),
        ));
    }
    Ok(bytes)
}

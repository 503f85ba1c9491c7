//! An error of the system → whose fault it is: the content's, which an editor can mend, or the
//! machine's.

use std::fmt;
use std::io::{self, ErrorKind};

use crate::diag::{Code, Diagnostic, Place};

/// Whether it was the machine that failed (too many open files, a broken disk, no memory), and not
/// the file that was wrong (missing, private, a link). What is not known to be a file's fault is
/// the machine's: nothing is to be said of content that was not read.
pub fn is_machines(error: &io::Error) -> bool {
    let is_of_the_file = matches!(
        error.kind(),
        ErrorKind::NotFound
            | ErrorKind::PermissionDenied
            | ErrorKind::NotADirectory
            | ErrorKind::IsADirectory
            | ErrorKind::InvalidInput
            | ErrorKind::InvalidFilename
            | ErrorKind::FileTooLarge
    );
    // What our own code finds has no number of the system's.
    error.raw_os_error().is_some() && !is_of_the_file && !is_odd_file(error)
}

/// Whether a link, or a pipe or device without a driver, stood where a file was opened.
#[cfg(unix)]
fn is_odd_file(error: &io::Error) -> bool {
    use rustix::io::Errno;

    matches!(
        Errno::from_io_error(error),
        Some(Errno::LOOP | Errno::MLINK | Errno::NXIO | Errno::NODEV)
    )
}

#[cfg(not(unix))]
fn is_odd_file(_: &io::Error) -> bool {
    false
}

/// A file or folder that the machine failed to read. What is known of a site without it would be
/// wrong.
#[derive(Debug)]
pub struct LoadError {
    /// From the site's root.
    pub path: String,
    /// What the system said.
    pub source: io::Error,
}

impl fmt::Display for LoadError {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{} cannot be read: {}", self.path, self.source)
    }
}

impl std::error::Error for LoadError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.source)
    }
}

/// Why a file was not read.
#[derive(Debug)]
pub enum InputError {
    /// It is wrong.
    Content(Box<Diagnostic>),
    /// The machine failed.
    Machine(LoadError),
}

impl InputError {
    /// That of a file which could not be read.
    pub(super) fn unreadable(path: &str, error: io::Error) -> Self {
        if is_machines(&error) {
            return Self::Machine(LoadError { path: path.to_owned(), source: error });
        }
        let message = format!("{path} cannot be read: {error}");
        let help = "check that the file exists and that you may read it";
        Diagnostic::new(Code::FileUnreadable, Place::unread(path), message).help(help).into()
    }
}

impl From<Diagnostic> for InputError {
    fn from(found: Diagnostic) -> Self {
        Self::Content(Box::new(found))
    }
}

#[cfg(all(test, unix))]
mod tests {
    use rustix::io::Errno;

    use super::*;

    #[test]
    fn what_is_not_known_to_be_a_files_fault_is_the_machines() {
        for errno in [
            Errno::MFILE,
            Errno::NFILE,
            Errno::IO,
            Errno::NOMEM,
            Errno::STALE,
            Errno::TIMEDOUT,
            Errno::NOSPC,
            Errno::DQUOT,
        ] {
            assert!(is_machines(&errno.into()), "{errno}");
        }
        for errno in [
            Errno::NOENT,
            Errno::ACCESS,
            Errno::PERM,
            Errno::NOTDIR,
            Errno::ISDIR,
            Errno::NAMETOOLONG,
            Errno::LOOP,
            Errno::NXIO,
        ] {
            assert!(!is_machines(&errno.into()), "{errno}");
        }
        assert!(!is_machines(&super::super::changed()));
    }
}

use std::error::Error;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use super::manifest::ManifestFault;
use super::root::Obstacle;
use crate::diag::pluralise;

/// Why a site was not written.
#[derive(Debug)]
pub enum WriteError<E> {
    /// Files that could not be rendered: all of them, in the order of the paths.
    Render(Vec<E>),
    /// Files, links or folders that stand where the site would be written and are not ours: all of
    /// them, in order.
    Foreign(Vec<String>),
    /// Paths that lead out of the output folder or into our own state. A site that was planned has
    /// none.
    Path(Vec<String>),
    /// Another build is writing to the same folder.
    Locked {
        /// The folder.
        output: PathBuf,
        /// The other build's process id, where the system lets us read it.
        owner: Option<u32>,
    },
    /// The list of our own files is not one that we wrote.
    Manifest {
        /// The manifest.
        path: PathBuf,
        /// What is wrong with it.
        fault: ManifestFault,
    },
    /// The machine failed.
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

impl<E> WriteError<E> {
    /// The paths that its sentence is about, where there may be many.
    pub fn paths(&self) -> &[String] {
        match self {
            Self::Foreign(paths) | Self::Path(paths) => paths,
            Self::Render(_) | Self::Locked { .. } | Self::Manifest { .. } | Self::Io { .. } => &[],
        }
    }
}

impl<E> fmt::Display for WriteError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Render(errors) => write!(
                f,
                "{} could not be made; nothing was written",
                pluralise(errors.len(), "file")
            ),
            Self::Foreign(paths) => write!(
                f,
                "the output folder holds {} that Overdue did not write, where the site has its own; nothing was written. \
                 Move away or delete:",
                pluralise(paths.len(), "thing")
            ),
            Self::Path(_) => write!(f, "these can't be paths of a site; nothing was written:"),
            Self::Locked { output, owner } => {
                write!(f, "another build is writing to {}", output.display())?;
                if let Some(owner) = owner {
                    write!(f, " (process {owner})")?;
                }
                write!(f, "; wait until it has ended")
            }
            Self::Manifest { path, fault } => write!(
                f,
                "{} can't be used to tell which files are Overdue's own: {fault}. \
                 Delete the output folder if nothing in it is needed, and build again",
                path.display()
            ),
            Self::Io { path, source } => write!(f, "{}: {source}", path.display()),
        }
    }
}

impl<E: fmt::Debug> Error for WriteError<E> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Io { source, .. } => Some(source),
            _ => None,
        }
    }
}

/// An error of the system and the file it is about.
#[derive(Debug)]
pub(super) struct Trouble {
    path: PathBuf,
    source: io::Error,
}

impl<E> From<Trouble> for WriteError<E> {
    fn from(Trouble { path, source }: Trouble) -> Self {
        Self::Io { path, source }
    }
}

impl From<Trouble> for io::Error {
    fn from(Trouble { path, source }: Trouble) -> Self {
        Self::new(source.kind(), format!("{}: {source}", path.display()))
    }
}

impl From<Obstacle> for Trouble {
    fn from(obstacle: Obstacle) -> Self {
        let (path, source) = obstacle.into_parts();
        Self { path, source }
    }
}

impl<E> From<Obstacle> for WriteError<E> {
    fn from(obstacle: Obstacle) -> Self {
        Trouble::from(obstacle).into()
    }
}

/// Says which file an error of the system is about.
pub(super) trait At<T> {
    fn at(self, path: &Path) -> Result<T, Trouble>;
}

impl<T> At<T> for io::Result<T> {
    fn at(self, path: &Path) -> Result<T, Trouble> {
        self.map_err(|source| Trouble { path: path.to_path_buf(), source })
    }
}

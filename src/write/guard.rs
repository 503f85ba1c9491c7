use std::error::Error;
use std::ffi::OsStr;
use std::fmt;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use super::manifest::Manifest;
use super::root::{Obstacle, Root};
use crate::load::is_machines;
use crate::plan::{REPOSITORIES, STATE_FOLDER};

/// An output folder that [`guard`] has found harmless. It need not exist yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Output {
    folder: PathBuf,
}

impl Output {
    /// The folder: absolute, without symbolic links.
    pub fn folder(&self) -> &Path {
        &self.folder
    }
}

/// Why a folder is not one to write a site to.
#[derive(Debug)]
pub enum Refusal {
    /// It is the root of a file system.
    FilesystemRoot(PathBuf),
    /// It is a home, or one lies in it.
    Home(PathBuf),
    /// It is the site's own folder, or that lies in it.
    SiteRoot(PathBuf),
    /// It is a source folder, lies in one, or one lies in it.
    Source {
        /// The output folder.
        output: PathBuf,
        /// The source folder.
        source: PathBuf,
    },
    /// It is the root of a repository, or within the folder where one keeps its state.
    Repository(PathBuf),
    /// It is not a folder.
    NotAFolder(PathBuf),
    /// It holds files, and none of them are known to be ours.
    NotOurs {
        /// The output folder.
        output: PathBuf,
        /// The first of the files, by name.
        example: String,
    },
    /// The system could not say what it is.
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

impl Refusal {
    /// Whether the folder may be a good one, and the machine failed.
    pub fn is_machines(&self) -> bool {
        matches!(self, Self::Io { source, .. } if is_machines(source))
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::FilesystemRoot(output) => write!(
                f,
                "the output can't go to {}, the root of the file system",
                output.display()
            ),
            Self::Home(output) => write!(
                f,
                "the output can't go to {}, which is or holds your home folder",
                output.display()
            ),
            Self::SiteRoot(output) => write!(
                f,
                "the output can't go to {}, which is or holds the site's own folder; name a folder within it, such as `site`",
                output.display()
            ),
            Self::Source { output, source } => write!(
                f,
                "the output can't go to {}: the site is made from {}, and neither may lie in the other",
                output.display(),
                source.display()
            ),
            Self::Repository(output) => {
                write!(
                    f,
                    "the output can't go to {}, which belongs to a repository itself; name a folder within it",
                    output.display()
                )
            }
            Self::NotAFolder(output) => {
                write!(f, "the output can't go to {}, which is not a folder", output.display())
            }
            Self::NotOurs { output, example } => write!(
                f,
                "the output can't go to {}: it holds files that Overdue did not write, such as `{example}`; \
                 name a new or an empty folder",
                output.display()
            ),
            Self::Io { path, source } => write!(f, "{}: {source}", path.display()),
        }
    }
}

impl Error for Refusal {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Io { source, .. } => Some(source),
            _ => None,
        }
    }
}

/// Finds out whether `output` is a folder that a site may be written to. Nothing is made or
/// changed.
///
/// `sources` are the folders with the site's content, static files and themes, not the site's own
/// folder, which usually holds the output. All are compared as they really are, whatever `..` and
/// symbolic links lead there; none of them need exist. A folder with nothing but files whose names
/// begin with a dot, such as `.gitkeep`, counts as empty.
///
/// # Errors
///
/// The [`Refusal`] names what would be endangered.
pub fn guard(
    output: &Path,
    site_root: &Path,
    sources: &[PathBuf],
    home: Option<&Path>,
) -> Result<Output, Refusal> {
    let folder = resolve(output)?;
    if folder.parent().is_none() {
        return Err(Refusal::FilesystemRoot(folder));
    }
    if resolve(site_root)?.starts_with(&folder) {
        return Err(Refusal::SiteRoot(folder));
    }
    for source in sources {
        let source = match resolve(source) {
            // A link to nothing: nothing is read there, and nothing can be lost.
            Err(Refusal::Io { source, .. }) if source.kind() == io::ErrorKind::NotFound => continue,
            source => source?,
        };
        if source.starts_with(&folder) || folder.starts_with(&source) {
            return Err(Refusal::Source { output: folder, source });
        }
    }
    if let Some(home) = home
        && resolve(home)?.starts_with(&folder)
    {
        return Err(Refusal::Home(folder));
    }
    if REPOSITORIES.iter().any(|mark| {
        folder.join(mark).symlink_metadata().is_ok() || folder.iter().any(|name| name == *mark)
    }) {
        return Err(Refusal::Repository(folder));
    }
    refuse_foreign(&folder)?;
    Ok(Output { folder })
}

fn refuse_foreign(folder: &Path) -> Result<(), Refusal> {
    match fs::metadata(folder) {
        Ok(found) if found.is_dir() => {}
        Ok(_) => return Err(Refusal::NotAFolder(folder.to_path_buf())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(source) => return Err(Refusal::Io { path: folder.to_path_buf(), source }),
    }
    let failed = |obstacle: Obstacle| {
        let (path, source) = obstacle.into_parts();
        Refusal::Io { path, source }
    };
    if Root::open(folder).and_then(|root| Manifest::is_in(&root)).map_err(failed)? {
        return Ok(());
    }
    match first_of_substance(folder) {
        Ok(None) => Ok(()),
        Ok(Some(example)) => Err(Refusal::NotOurs { output: folder.to_path_buf(), example }),
        Err(source) => Err(Refusal::Io { path: folder.to_path_buf(), source }),
    }
}

fn first_of_substance(folder: &Path) -> io::Result<Option<String>> {
    let mut first = None;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let hidden_file = name.as_encoded_bytes().starts_with(b".") && entry.file_type()?.is_file();
        if !hidden_file && name != OsStr::new(STATE_FOLDER) {
            let name = name.to_string_lossy().into_owned();
            first = Some(first.map_or(name.clone(), |first: String| first.min(name)));
        }
    }
    Ok(first)
}

/// The real, absolute path of a file or folder, as far as it exists; what does not exist yet can't
/// be a link.
fn resolve(path: &Path) -> Result<PathBuf, Refusal> {
    let failed = |source| Refusal::Io { path: path.to_path_buf(), source };
    let mut real = PathBuf::new();
    for component in std::path::absolute(path).map_err(failed)?.components() {
        match component {
            Component::ParentDir => _ = real.pop(),
            component => real.push(component),
        }
        // Not `exists`, which is false for a link to nothing: that is an error.
        if matches!(component, Component::Normal(_)) && real.symlink_metadata().is_ok() {
            real = real.canonicalize().map_err(failed)?;
        }
    }
    Ok(real)
}

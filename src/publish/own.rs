//! What a site's own files must not decide about a publication.

use std::path::{Path, PathBuf};

use super::address::Place;
use super::error::Failure;

/// Refuses a destination of `overdue.yaml` that would run what lies in the site's own folder: a
/// configuration of SSH names commands and a repository has hooks, and whoever may commit a file
/// would decide what runs on the machine of whoever publishes. Git takes a relative repository as
/// one below `folder`.
///
/// # Errors
///
/// When it would; the sentence says what to do.
pub fn refuse_programs_of_the_site(
    place: &Place,
    root: &Path,
    folder: &Path,
) -> Result<(), Failure> {
    let program = match place {
        Place::Sftp(shell) | Place::Rsync(shell) => shell.config.clone(),
        Place::Git { remote, .. } => match remote.split_once("://") {
            Some(("file", path)) => Some(PathBuf::from(path)),
            Some(_) => None,
            None => Some(folder.join(remote)),
        },
        Place::Folder(_) | Place::Bucket { .. } | Place::Container { .. } => None,
    };
    match program.filter(|program| lies_in(program, root)) {
        None => Ok(()),
        Some(program) => Err(Failure::usage(format!(
            "{} lies in the site's own folder and could run commands here; keep it elsewhere, or write the whole address on the command line",
            program.display()
        ))),
    }
}

/// Refuses a folder in which the site's sources lie or what was built, and one that lies in these.
///
/// # Errors
///
/// When it is such a folder.
pub fn refuse_sources(place: &Place, root: &Path, output: &Path) -> Result<(), Failure> {
    let Place::Folder(to) = place else { return Ok(()) };
    let own = ["content", "static", "themes"].map(|folder| root.join(folder));
    let held = own
        .iter()
        .map(PathBuf::as_path)
        .chain([output])
        .find(|own| lies_in(to, own) || lies_in(own, to));
    held.map_or(Ok(()), |own| {
        Err(Failure::usage(format!(
            "{} can't be published to: {} belongs to the site; name a folder beside it",
            to.display(),
            own.display()
        )))
    })
}

/// Whether a path is that of a folder or lies in it, whatever links lead there; of what does not
/// exist, by where it would lie.
fn lies_in(path: &Path, folder: &Path) -> bool {
    let real = |path: &Path| {
        path.ancestors()
            .find_map(|above| Some(above.canonicalize().ok()?.join(path.strip_prefix(above).ok()?)))
    };
    real(path).zip(real(folder)).is_some_and(|(path, folder)| path.starts_with(folder))
}

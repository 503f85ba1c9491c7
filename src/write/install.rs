use rayon::prelude::*;

use super::error::Trouble;
use super::root::Root;
use super::stage::Staged;
use super::survey::{Stale, Survey};

/// Puts a staged site in its place and removes what is stale. All that can be refused has been
/// refused before.
pub(super) fn install(root: &Root, staged: &Staged, survey: &Survey<'_>) -> Result<(), Trouble> {
    // Nothing of the old site goes before the new one is there, except where a file becomes a
    // folder or a folder a file.
    remove(root, &survey.stale, |path| survey.in_the_way(path))?;
    staged.moves.par_iter().try_for_each(|(from, to)| root.rename(from, to))?;
    remove(root, &survey.stale, |path| !survey.in_the_way(path))
}

fn remove(root: &Root, stale: &Stale<'_>, chosen: impl Fn(&str) -> bool) -> Result<(), Trouble> {
    for file in stale.files.iter().filter(|file| chosen(file)) {
        root.remove_file(file)?;
    }
    // A folder sorts before what it holds.
    for folder in stale.folders.iter().rev().filter(|folder| chosen(folder)) {
        root.remove_folder(folder)?;
    }
    Ok(())
}

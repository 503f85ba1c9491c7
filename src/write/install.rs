use std::fs;
use std::io;
use std::path::Path;

use rayon::prelude::*;

use super::error::{At, Trouble};
use super::stage::Staged;
use super::survey::{Stale, Survey};

/// Puts a staged site in its place and removes what is stale. All that can be refused has been refused before.
pub(super) fn install(output: &Path, staged: &Staged, survey: &Survey<'_>) -> Result<(), Trouble> {
    // Nothing of the old site goes before the new one is there, except where a file becomes a folder or a folder a file.
    remove(output, &survey.stale, |path| survey.in_the_way(path))?;
    staged.moves.par_iter().try_for_each(|(from, to)| fs::rename(from, to).at(to))?;
    remove(output, &survey.stale, |path| !survey.in_the_way(path))
}

fn remove(output: &Path, stale: &Stale<'_>, chosen: impl Fn(&str) -> bool) -> Result<(), Trouble> {
    for file in stale.files.iter().filter(|file| chosen(file)) {
        let path = output.join(file);
        fs::remove_file(&path).at(&path)?;
    }
    // A folder sorts before what it holds.
    for folder in stale.folders.iter().rev().filter(|folder| chosen(folder)) {
        let path = output.join(folder);
        match fs::remove_dir(&path) {
            Err(error) if !matches!(error.kind(), io::ErrorKind::DirectoryNotEmpty | io::ErrorKind::NotFound) => {
                return Err(error).at(&path);
            }
            _ => {}
        }
    }
    Ok(())
}

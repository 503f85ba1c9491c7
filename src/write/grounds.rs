//! What stands where folders are wanted above the paths of a site. Each place is looked at once,
//! and no link is followed.

use std::collections::HashMap;

use super::path::{folder_of, folders_above};
use super::root::{Obstacle, Root, Standing};

/// What stands where a folder is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ground<'a> {
    /// A folder.
    Folder,
    /// Nothing: the topmost folder that is missing.
    Missing(&'a str),
    /// Something else than a folder, a link among others, here or above: its path.
    Obstacle(&'a str),
}

/// What is known of the folders above paths.
#[derive(Debug)]
pub struct Grounds<'a> {
    root: &'a Root,
    known: HashMap<&'a str, Ground<'a>>,
}

impl<'a> Grounds<'a> {
    /// Of a folder in which nothing was looked at yet.
    pub fn new(root: &'a Root) -> Self {
        Self { root, known: HashMap::from([("", Ground::Folder)]) }
    }

    /// What stands where a path needs a folder above it.
    ///
    /// # Errors
    ///
    /// When the disk fails.
    pub fn tread(&mut self, path: &'a str) -> Result<Ground<'a>, Obstacle> {
        if let Some(known) = self.known.get(folder_of(path)) {
            return Ok(*known);
        }
        let mut above = Ground::Folder;
        for folder in folders_above(path) {
            above = match (self.known.get(folder), above) {
                (Some(known), _) => *known,
                (None, Ground::Folder) => self.look(folder)?,
                (None, blocked) => blocked,
            };
            self.known.insert(folder, above);
        }
        Ok(above)
    }

    /// What is known of a folder itself.
    pub(super) fn of(&self, folder: &str) -> Option<Ground<'a>> {
        self.known.get(folder).copied()
    }

    fn look(&self, folder: &'a str) -> Result<Ground<'a>, Obstacle> {
        Ok(match self.root.look(folder)? {
            Standing::Folder => Ground::Folder,
            Standing::Nothing => Ground::Missing(folder),
            Standing::File(_) | Standing::Other | Standing::Below(_) => Ground::Obstacle(folder),
        })
    }
}

//! An address → its store, opened.

use super::address::{Address, Place};
use super::azure::Container;
use super::bucket::Bucket;
use super::credentials::Environment;
use super::error::Failure;
use super::folder::Folder;
use super::git::{Branch, LARGEST_COPY};
use super::rsync::Rsync;
use super::scratch::Scratch;
use super::sftp::Sftp;
use super::store::Store;

/// Opens a destination. Files of our own lie in the machine's folder for such files meanwhile.
///
/// # Errors
///
/// When credentials are missing, or a program that is needed.
pub fn open(address: &Address, environment: &Environment) -> Result<Box<dyn Store>, Failure> {
    let scratch = || Scratch::new(&environment.temporary());
    Ok(match &address.place {
        Place::Folder(folder) => Box::new(Folder::new(folder)),
        Place::Bucket { .. } => Box::new(Bucket::open(&address.place, environment)?),
        Place::Container { .. } => Box::new(Container::open(&address.place, environment)?),
        Place::Sftp(place) => Box::new(Sftp::open(place, scratch()?)),
        Place::Rsync(place) => Box::new(Rsync::open(place, scratch()?)?),
        Place::Git { remote, branch } => {
            Box::new(Branch::open(remote, branch, environment, scratch()?, LARGEST_COPY)?)
        }
    })
}

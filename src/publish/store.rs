//! What a destination can do, whatever its kind, and the files that are brought to it.

use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use super::error::Failure;
use super::gzip::{compressed, is_text};
use super::hash_of;
use super::headers::Headers;
use super::manifest::Entry;
use crate::load::read_at_most;

/// Called when a file is at the destination; an error ends the uploads.
pub type Each<'a> = &'a (dyn Fn(&Upload) -> Result<(), Failure> + Sync);

/// One file to be uploaded.
#[derive(Debug, Clone)]
pub struct Upload {
    /// Its path at the destination.
    pub path: String,
    /// The file of the output. No store gets its name: what stands there may be another by now.
    file: PathBuf,
    /// What it holds.
    pub entry: Entry,
    /// How it is served.
    pub headers: Headers,
}

impl Upload {
    pub(super) fn new(path: &str, file: PathBuf, entry: Entry, headers: Headers) -> Self {
        Self { path: path.to_owned(), file, entry, headers }
    }

    /// The bytes, which are still those that were planned.
    ///
    /// # Errors
    ///
    /// When the file cannot be read, or has changed since.
    pub fn bytes(&self) -> Result<Vec<u8>, Failure> {
        let shown = self.file.display();
        match read_at_most(&self.file, self.entry.size) {
            Ok(bytes) if hash_of(&bytes) == self.entry.hash => Ok(bytes),
            Err(error) if error.kind() != std::io::ErrorKind::FileTooLarge => {
                Err(Failure::machine(format!("{shown}: {error}")))
            }
            _ => Err(Failure::machine(format!(
                "{shown} changed while it was being published; publish again"
            ))),
        }
    }

    /// The bytes as they are sent to a host that may get texts compressed, and whether they are.
    pub(super) fn packed(&self, gzip: bool) -> Result<(Vec<u8>, bool), Failure> {
        let (bytes, gzip) = (self.bytes()?, gzip && is_text(&self.path));
        Ok((if gzip { compressed(&bytes) } else { bytes }, gzip))
    }
}

/// A destination.
pub trait Store: Sync {
    /// What stands at a path; nothing if there is no such file.
    ///
    /// # Errors
    ///
    /// When the destination fails.
    fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Failure>;

    /// Whether there is anything at all.
    ///
    /// # Errors
    ///
    /// When the destination fails.
    fn is_occupied(&self) -> Result<bool, Failure>;

    /// Those of the paths at which a file stands; folders are none. Where everything changes in one
    /// step, also the files that would have to go for one of the paths to be there.
    ///
    /// # Errors
    ///
    /// When the destination fails.
    fn present(&self, paths: &[String]) -> Result<Vec<String>, Failure>;

    /// What stands, and is no folder, where one is needed above one of the paths: a file, or a
    /// link, which is not followed.
    ///
    /// # Errors
    ///
    /// When the destination fails.
    fn blocked(&self, _paths: &[String]) -> Result<Vec<String>, Failure> {
        Ok(Vec::new())
    }

    /// Removes the parts of files that a publication left which was killed, and says whether there
    /// were any. Nobody else may be publishing.
    ///
    /// # Errors
    ///
    /// When the destination fails.
    fn clear_parts(&self) -> Result<bool, Failure> {
        Ok(false)
    }

    /// Writes a file only if there is none at the path, and says whether it did.
    ///
    /// # Errors
    ///
    /// When the destination fails.
    fn create(&self, path: &str, bytes: &[u8]) -> Result<bool, Failure>;

    /// Writes a small file of our own state in one step, in place of what is there.
    ///
    /// # Errors
    ///
    /// When the destination fails.
    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Failure>;

    /// Uploads files in any order, each in one step.
    ///
    /// # Errors
    ///
    /// When the destination fails, or `each` does.
    fn upload(&self, uploads: &[Upload], each: Each<'_>) -> Result<(), Failure>;

    /// Removes files; one that is gone already is no error.
    ///
    /// # Errors
    ///
    /// When the destination fails.
    fn remove(&self, paths: &[String]) -> Result<(), Failure>;

    /// Whether visitors see all changes at once, with [`Store::finish`]: then no journal is needed.
    fn is_atomic(&self) -> bool {
        false
    }

    /// Whether a file and a folder of the same name are in each other's way.
    fn has_folders(&self) -> bool {
        false
    }

    /// Whether texts are stored compressed.
    fn compresses(&self) -> bool {
        false
    }

    /// Makes everything visible, where that has not happened yet.
    ///
    /// # Errors
    ///
    /// When the destination fails, or somebody else was faster.
    fn finish(&self) -> Result<(), Failure> {
        Ok(())
    }
}

/// Does something with each item on several threads, until one fails.
pub(super) fn in_parallel<T: Sync>(
    threads: usize,
    items: &[T],
    work: impl Fn(&T) -> Result<(), Failure> + Sync,
) -> Result<(), Failure> {
    let next = AtomicUsize::new(0);
    let failed: Mutex<Option<Failure>> = Mutex::new(None);
    let has_failed = || failed.lock().is_ok_and(|failed| failed.is_some());
    std::thread::scope(|scope| {
        for _ in 0..threads.min(items.len()) {
            scope.spawn(|| {
                while let Some(item) =
                    items.get(next.fetch_add(1, Ordering::Relaxed)).filter(|_| !has_failed())
                {
                    if let Err(failure) = work(item)
                        && let Ok(mut failed) = failed.lock()
                    {
                        failed.get_or_insert(failure);
                    }
                }
            });
        }
    });
    failed.into_inner().unwrap_or_default().map_or(Ok(()), Err)
}

/// Those items of which a question is answered with yes, in their order, asked on several threads.
pub(super) fn find_in_parallel(
    threads: usize,
    paths: &[String],
    ask: impl Fn(&String) -> Result<bool, Failure> + Sync,
) -> Result<Vec<String>, Failure> {
    let found = Mutex::new(Vec::new());
    in_parallel(threads, paths, |path| {
        if ask(path)?
            && let Ok(mut found) = found.lock()
        {
            found.push(path.clone());
        }
        Ok(())
    })?;
    let mut found = found.into_inner().unwrap_or_default();
    found.sort();
    Ok(found)
}

/// For how long is waited where nobody can be kept out: whoever began at the same moment has
/// written by then.
const SETTLED: Duration = Duration::from_secs(2);

/// Creates a file at a host that can't refuse to overwrite one: of several who do so at one moment,
/// the last has done it.
pub(super) fn create_patiently(
    store: &dyn Store,
    path: &str,
    bytes: &[u8],
) -> Result<bool, Failure> {
    if store.read(path)?.is_some() {
        return Ok(false);
    }
    store.write(path, bytes)?;
    std::thread::sleep(SETTLED);
    Ok(store.read(path)?.as_deref() == Some(bytes))
}

//! The right to publish to a destination, and the journal of what is in doubt while it is held.
//!
//! Machines do not agree on the time, so none is written: a publisher that is alive changes its
//! journal every few moments, and one whose journal stands still for the whole patience is taken
//! for dead. Whoever takes over inherits what was in doubt.
//!
//! Absent on purpose: a lock that a host would have to enforce. A publisher that was asleep for
//! longer than the patience finds its journal in other hands before it writes the manifest, and
//! stops; what it had under way at that moment may still arrive.

use std::collections::BTreeMap;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::sync::{Mutex, OnceLock};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::error::Failure;
use super::manifest::{Entry, JOURNAL, is_listable};
use super::parts::unguessable;
use super::store::Store;

/// So often in its patience a publisher shows that it is alive.
const BEATS: u32 = 4;

/// What is kept at the destination while a publication runs, or after it was interrupted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Journal {
    /// Who publishes; nothing when the publisher gave up in good order.
    pub(super) owner: Option<String>,
    /// Counts, to show that the owner is alive.
    beat: u64,
    /// The hash of the manifest that this goes with.
    pub(super) base: String,
    /// What was uploaded since; nothing where a file may hold either content. A stranger's file
    /// that is to be overwritten is not here before that has happened.
    pub(super) since: BTreeMap<String, Option<Entry>>,
}

impl Journal {
    /// A journal that is damaged says only that somebody was here; the paths in it are checked like
    /// those of a manifest.
    pub fn parse(bytes: &[u8]) -> Self {
        let mut found: Self = serde_json::from_slice(bytes).unwrap_or_default();
        found
            .since
            .retain(|path, entry| is_listable(path) && entry.as_ref().is_none_or(Entry::is_sound));
        found
    }

    /// The files that may hold something else than the manifest says.
    pub fn in_doubt(&self) -> impl Iterator<Item = &str> {
        self.since.keys().map(String::as_str)
    }

    fn bytes(&self) -> Vec<u8> {
        serde_json::to_vec(self).unwrap_or_default()
    }
}

/// The right to publish, held.
pub(super) struct Lease<'a> {
    store: &'a dyn Store,
    owner: String,
    journal: Mutex<Journal>,
    /// Why nothing more may be uploaded.
    ended: OnceLock<Failure>,
}

impl<'a> Lease<'a> {
    /// Takes the right to publish, with what will be in doubt. Where another publisher's journal
    /// lies, waits to see whether it is alive.
    pub(super) fn take(
        store: &'a dyn Store,
        found: Option<Vec<u8>>,
        base: String,
        since: BTreeMap<String, Option<Entry>>,
        patience: Duration,
        tell: &dyn Fn(&str),
    ) -> Result<Self, Failure> {
        let owner = unguessable();
        let journal = Journal { owner: Some(owner.clone()), beat: 0, base, since };
        let lease =
            Self { store, owner, journal: Mutex::new(journal.clone()), ended: OnceLock::new() };
        let Some(old) = found else {
            let created = store.create(JOURNAL, &journal.bytes()).or_else(|failure| {
                // What a killed publication left may fill the destination. Nobody has a journal
                // there, so nobody needs it.
                if store.clear_parts()? {
                    store.create(JOURNAL, &journal.bytes())
                } else {
                    Err(failure)
                }
            });
            if !created? {
                return Err(busy());
            }
            store.clear_parts().inspect_err(|_| lease.give_up())?;
            return Ok(lease);
        };
        if Journal::parse(&old).owner.is_some() {
            tell(
                "an earlier publication has not ended; waiting to see whether it is still at work",
            );
            std::thread::sleep(patience);
        }
        if store.read(JOURNAL)?.as_deref() != Some(&*old) {
            return Err(busy());
        }
        store.clear_parts()?;
        store.write(JOURNAL, &journal.bytes())?;
        // Another that waited as long may have written at the same moment.
        std::thread::sleep(patience / 8);
        lease.check()?;
        Ok(lease)
    }

    /// Notes that a file has arrived.
    pub(super) fn arrived(&self, path: &str, entry: &Entry) -> Result<(), Failure> {
        if let Ok(mut journal) = self.journal.lock() {
            journal.since.insert(path.to_owned(), Some(entry.clone()));
        }
        self.ended.get().map_or(Ok(()), |failure| Err(failure.clone()))
    }

    /// Fails if somebody else has taken over.
    pub(super) fn check(&self) -> Result<(), Failure> {
        if self.is_held()? { Ok(()) } else { Err(busy()) }
    }

    fn is_held(&self) -> Result<bool, Failure> {
        let found = self.store.read(JOURNAL)?.map(|bytes| Journal::parse(&bytes));
        Ok(found.and_then(|journal| journal.owner).as_ref() == Some(&self.owner))
    }

    /// Shows now and then that we are alive, and saves what has arrived, until there is nobody to
    /// tell it to stop. A destination that does not answer is asked again until the whole patience
    /// has passed.
    pub(super) fn keep_alive(&self, stop: &Receiver<()>, patience: Duration) {
        let mut missed = 0;
        while stop.recv_timeout(patience / BEATS) == Err(RecvTimeoutError::Timeout) {
            let failure = match self.is_held() {
                Ok(false) => {
                    let _ = self.ended.set(busy());
                    return;
                }
                Ok(true) => self.store.write(JOURNAL, &self.next()).err(),
                Err(failure) => Some(failure),
            };
            missed = if failure.is_some() { missed + 1 } else { 0 };
            if let Some(failure) = failure.filter(|_| missed == BEATS) {
                let _ = self.ended.set(failure);
                return;
            }
        }
    }

    fn next(&self) -> Vec<u8> {
        self.journal.lock().map_or_else(
            |_| Vec::new(),
            |mut journal| {
                journal.beat += 1;
                journal.bytes()
            },
        )
    }

    /// Leaves the journal to the next publication, which need not wait.
    pub(super) fn give_up(&self) {
        if self.check().is_ok() {
            if let Ok(mut journal) = self.journal.lock() {
                journal.owner = None;
            }
            // Otherwise the next one waits for a moment.
            let _ = self.store.write(JOURNAL, &self.next());
        }
    }

    /// Ends a publication that is complete.
    pub(super) fn release(self) -> Result<(), Failure> {
        // Another's journal is not ours to remove.
        self.check()?;
        self.store.remove(&[JOURNAL.to_owned()])
    }
}

fn busy() -> Failure {
    Failure::machine(
        "another publication to this destination is under way; wait until it has ended, and publish again",
    )
}

//! What the system says of changes below a site → paths of the site.
//!
//! Watched are the configuration and the folders `content`, `static` and `themes`, never the
//! output. That a file was opened or read is not a change: taking it for one would read the site
//! for ever. A file that is being written is not read until whoever writes has closed it or, where
//! the system does not tell of that, for a moment.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, SystemTime};

use notify::event::{AccessKind, AccessMode, ModifyKind};
use notify::{Config, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use walkdir::WalkDir;

use super::message::Message;
use crate::load::is_litter;

/// What a site is made of, from its root.
const TOPS: [&str; 4] = ["overdue.yaml", "content", "static", "themes"];
const POLL_EVERY: Duration = Duration::from_millis(500);
/// How often a file is looked into after its time has changed: some disks keep times in steps of
/// two seconds.
const LOOKS: u8 = 6;

/// Tells the server of changes for as long as it lives.
pub(super) struct Watch {
    root: PathBuf,
    /// Nothing where files are looked at; that ends when the sender is dropped.
    watcher: Result<RecommendedWatcher, Sender<()>>,
}

impl Watch {
    /// Begins to watch. Where the system cannot tell of changes, the files are looked at every half
    /// second; then the reason is given as well.
    pub(super) fn new(
        root: &Path,
        poll: bool,
        server: &Sender<Message>,
    ) -> Result<(Self, Option<String>), notify::Error> {
        // Some systems tell of paths by their real names.
        let root = root.canonicalize().unwrap_or_else(|_| root.to_owned());
        if poll {
            return Ok((Self::polling(root, server), None));
        }
        let mut native = Self {
            watcher: Ok(RecommendedWatcher::new(teller(&root, server), Config::default())?),
            root: root.clone(),
        };
        match native.again() {
            Ok(()) => Ok((native, None)),
            Err(error) => Ok((Self::polling(root, server), Some(error.to_string()))),
        }
    }

    fn polling(root: PathBuf, server: &Sender<Message>) -> Self {
        let (stop, stopped) = mpsc::channel::<()>();
        let (top, server) = (root.clone(), server.clone());
        let mut known = stamps(&top);
        thread::spawn(move || {
            let mut recent: BTreeMap<String, u8> = BTreeMap::new();
            while stopped.recv_timeout(POLL_EVERY) == Err(RecvTimeoutError::Timeout) {
                let now = stamps(&top);
                let differs = |path: &&String| known.get(*path) != now.get(*path);
                recent.extend(
                    known
                        .keys()
                        .chain(now.keys())
                        .filter(differs)
                        .map(|path| (path.clone(), LOOKS)),
                );
                for path in recent.keys() {
                    let _ = server.send(Message::Touched { path: path.clone(), settled: true });
                }
                recent.values_mut().for_each(|looks| *looks -= 1);
                recent.retain(|_, looks| *looks > 0);
                known = now;
            }
        });
        Self { watcher: Err(stop), root }
    }

    /// Watches what there is now: a folder may have come, or come anew.
    pub(super) fn again(&mut self) -> Result<(), notify::Error> {
        let Ok(watcher) = &mut self.watcher else { return Ok(()) };
        watcher.watch(&self.root, RecursiveMode::NonRecursive)?;
        for top in &TOPS[1..] {
            let folder = self.root.join(top);
            if folder.symlink_metadata().is_ok_and(|found| found.is_dir()) {
                watcher.watch(&folder, RecursiveMode::Recursive)?;
            }
        }
        Ok(())
    }
}

/// The files of a site with the times and sizes that change when they do.
fn stamps(root: &Path) -> BTreeMap<String, (Option<SystemTime>, u64)> {
    let files = TOPS
        .iter()
        .flat_map(|top| WalkDir::new(root.join(top)).follow_links(false).follow_root_links(false))
        .flatten();
    let files = files.filter(|entry| !entry.file_type().is_dir());
    let stamped = files.filter_map(|entry| {
        let found = entry.metadata().ok()?;
        Some((place(root, entry.path())?, (found.modified().ok(), found.len())))
    });
    stamped.collect()
}

fn teller(
    root: &Path,
    server: &Sender<Message>,
) -> impl FnMut(notify::Result<Event>) + Send + 'static {
    let (root, server) = (root.to_owned(), server.clone());
    move |event| {
        for message in messages(&root, event) {
            // The server may have closed.
            let _ = server.send(message);
        }
    }
}

fn messages(root: &Path, event: notify::Result<Event>) -> Vec<Message> {
    let Ok(event) = event else { return vec![Message::Rescan] };
    if event.need_rescan() {
        return vec![Message::Rescan];
    }
    let settled = match event.kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write))
        | EventKind::Modify(ModifyKind::Name(_))
        | EventKind::Remove(_) => true,
        EventKind::Access(_) => return Vec::new(),
        EventKind::Any | EventKind::Create(_) | EventKind::Modify(_) | EventKind::Other => false,
    };
    event
        .paths
        .iter()
        .filter_map(|path| place(root, path))
        .map(|path| Message::Touched { path, settled })
        .collect()
}

/// The path from the site's root with `/` between folders, of what can be a part of the site.
fn place(root: &Path, path: &Path) -> Option<String> {
    let inside = path.strip_prefix(root).ok()?;
    let parts: Vec<String> =
        inside.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
    let is_part =
        TOPS.contains(&parts.first()?.as_str()) && !parts.iter().any(|name| is_litter(name));
    is_part.then(|| parts.join("/"))
}

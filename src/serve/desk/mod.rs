//! The one thread that owns the site: takes changes and requests in the order in which they come.
//!
//! A change leads to one of two ways. The whole way is that of a build, except that only files that changed are parsed. The short
//! way is for an edit that changed nothing but the words of records ([`crate::parse::reword`]): then every clock, every page's address and
//! everything that was found wrong elsewhere is as it was, and the record is given its words. Pages are rendered when they are
//! asked for and kept until the next change. An error in the content leaves the site as it was, with the error on top.

mod answers;

use std::collections::{BTreeMap, BTreeSet};
use std::mem;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use tokio::sync::{oneshot, watch};

use super::looks::Looks;
use super::made::Made;
use super::page::Served;
use super::sources::{Change, Sources};
use super::watch::Watch;
use super::{Config, News};
use crate::diag::{self, Diagnostic};
use crate::parse::ParseCache;

pub(super) use self::answers::Answer;

/// How long a file may be open for writing before it is read all the same.
const WRITING: Duration = Duration::from_millis(30);
/// How long a file may be away: editors move the old one aside before they write the new one.
const AWAY: Duration = Duration::from_millis(60);
/// How long no second rescan is made after one: reading ten thousand files can itself be too much for the system to tell of.
const BETWEEN_RESCANS: Duration = Duration::from_secs(2);

/// What the desk is told or asked.
#[derive(Debug)]
pub(super) enum Message {
    /// Something at this path of the site changed; settled once whoever wrote it is done.
    Touched { path: String, settled: bool },
    /// The system has lost track of what changed.
    Rescan,
    /// A page or file is asked for, by the path of the site.
    Page { path: String, reply: oneshot::Sender<Answer> },
    /// What the script of the page at this path of the site shows is asked for.
    State { path: String, reply: oneshot::Sender<String> },
    /// No more.
    Stop,
}

enum Next {
    Files(BTreeSet<String>),
    Everything,
    Later,
    Stop,
}

pub(super) struct Desk {
    config: Config,
    to_self: Sender<Message>,
    inbox: Receiver<Message>,
    news: Sender<News>,
    generation: watch::Sender<u64>,
    cache: ParseCache,
    looks: Looks,
    /// Paths that changed, with the time at which they are to be read.
    touched: BTreeMap<String, Instant>,
    rescan_at: Option<Instant>,
    no_rescan_before: Instant,
    /// Whether a missing file has been waited for.
    has_waited: bool,
    /// When the as-of moves on.
    moves_at: Option<Instant>,
    waiting: Vec<Message>,
    /// Pages of this generation.
    kept: BTreeMap<String, Served>,
    /// Pages as they could be made last.
    last_good: BTreeMap<String, Served>,
    /// Pages that cannot be made in this generation.
    failed: BTreeMap<String, String>,
    /// What is wrong with the content, if that is why the site is an older one.
    errors: Option<Vec<Diagnostic>>,
    /// The page of the record that was changed last.
    changed: Option<String>,
}

impl Desk {
    pub(super) fn new(
        config: Config,
        to_self: Sender<Message>,
        inbox: Receiver<Message>,
        news: Sender<News>,
        generation: watch::Sender<u64>,
    ) -> Self {
        let now = Instant::now();
        Self {
            to_self,
            inbox,
            news,
            generation,
            cache: ParseCache::default(),
            looks: Looks::default(),
            touched: BTreeMap::new(),
            rescan_at: None,
            no_rescan_before: now,
            has_waited: false,
            moves_at: config.moves_every.map(|time| now + time),
            waiting: Vec::new(),
            kept: BTreeMap::new(),
            last_good: BTreeMap::new(),
            failed: BTreeMap::new(),
            errors: None,
            changed: None,
            config,
        }
    }

    /// Serves until it is told to stop.
    pub(super) fn run(mut self) {
        let began = Instant::now();
        // Watched before it is read, so that no change falls in between.
        let mut watch = self.watch();
        let mut sources = Sources::read(&self.config.root);
        let mut made = None;
        let diagnostics = self.make(&sources, &mut made);
        self.tell(News::Ready { took: began.elapsed(), diagnostics });
        self.next_generation();
        loop {
            let next = self.attend(&sources, made.as_ref());
            let began = Instant::now();
            let (paths, diagnostics) = match next {
                Next::Stop => return,
                Next::Later => (Vec::new(), self.make(&sources, &mut made)),
                Next::Files(paths) => match self.take(&paths, &mut sources, &mut made) {
                    Taken::Nothing => continue,
                    Taken::Reworded(changed, diagnostics) => (changed, diagnostics),
                    Taken::Made(changed) => (changed.into_iter().collect(), self.make(&sources, &mut made)),
                    Taken::Everything => {
                        let Some(changed) = self.read_all(watch.as_mut(), &mut sources) else { continue };
                        (changed.into_iter().collect(), self.make(&sources, &mut made))
                    }
                },
                Next::Everything => {
                    let Some(changed) = self.read_all(watch.as_mut(), &mut sources) else { continue };
                    (changed.into_iter().collect(), self.make(&sources, &mut made))
                }
            };
            self.changed = made.as_ref().and_then(|made| paths.iter().find_map(|path| made.page_of(path))).or(self.changed.take());
            self.next_generation();
            if !paths.is_empty() {
                self.tell(News::Changed { paths, took: began.elapsed(), diagnostics });
            }
        }
    }

    fn watch(&self) -> Option<Watch> {
        match Watch::new(&self.config.root, self.config.poll, &self.to_self) {
            Ok((watch, None)) => Some(watch),
            Ok((watch, Some(reason))) => {
                self.tell(News::Polling(reason));
                Some(watch)
            }
            Err(error) => {
                self.tell(News::Failed(error.to_string()));
                None
            }
        }
    }

    fn tell(&self, news: News) {
        // Nobody may listen any more.
        let _ = self.news.send(news);
    }

    fn next_generation(&mut self) {
        self.last_good.append(&mut self.kept);
        self.failed.clear();
        self.generation.send_modify(|generation| *generation += 1);
    }

    /// Reads everything; nothing if no file differs and there was no error either.
    fn read_all(&mut self, watch: Option<&mut Watch>, sources: &mut Sources) -> Option<BTreeSet<String>> {
        if let Some(Err(error)) = watch.map(Watch::again) {
            self.tell(News::Failed(error.to_string()));
        }
        let had_complaints = !sources.complaints.is_empty();
        let changed = sources.read_all();
        (!changed.is_empty() || had_complaints || !sources.complaints.is_empty()).then_some(changed)
    }

    /// Answers requests until the site has to change.
    fn attend(&mut self, sources: &Sources, made: Option<&Made>) -> Next {
        loop {
            for message in mem::take(&mut self.waiting) {
                self.answer(sources, made, message);
            }
            let now = Instant::now();
            let until = self.touched.values().chain(&self.rescan_at).chain(&self.moves_at).copied().min();
            let first = match until {
                Some(until) => self.inbox.recv_timeout(until.saturating_duration_since(now)),
                None => self.inbox.recv().map_err(|_| RecvTimeoutError::Disconnected),
            };
            let mut next = match first {
                Ok(message) => Some(message),
                Err(RecvTimeoutError::Timeout) => None,
                Err(RecvTimeoutError::Disconnected) => return Next::Stop,
            };
            // Whatever else has come: changes go before requests, so that nobody is answered from an older site.
            while let Some(message) = next {
                match message {
                    Message::Stop => return Next::Stop,
                    Message::Touched { path, settled } => {
                        let now = Instant::now();
                        let at = if settled { now } else { now + WRITING };
                        let known = self.touched.entry(path).or_insert(at);
                        *known = (*known).min(at);
                    }
                    Message::Rescan => self.rescan_at = Some(self.no_rescan_before.max(Instant::now())),
                    request @ (Message::Page { .. } | Message::State { .. }) => self.waiting.push(request),
                }
                next = self.inbox.try_recv().ok();
            }
            if let Some(next) = self.due(sources) {
                return next;
            }
        }
    }

    /// What is to be done now, if anything is.
    fn due(&mut self, sources: &Sources) -> Option<Next> {
        let now = Instant::now();
        if self.rescan_at.is_some_and(|at| at <= now) {
            self.rescan_at = None;
            self.no_rescan_before = now + BETWEEN_RESCANS;
            self.touched.clear();
            return Some(Next::Everything);
        }
        let due: BTreeSet<String> = self.touched.iter().filter(|(_, at)| **at <= now).map(|(path, _)| path.clone()).collect();
        if !due.is_empty() {
            if !self.has_waited && sources.misses(&due) {
                self.has_waited = true;
                self.touched.extend(due.into_iter().map(|path| (path, now + AWAY)));
                return None;
            }
            self.has_waited = false;
            self.touched.retain(|path, _| !due.contains(path));
            return Some(Next::Files(due));
        }
        if self.moves_at.is_some_and(|at| at <= now) {
            self.moves_at = self.config.moves_every.map(|time| now + time);
            return Some(Next::Later);
        }
        None
    }
}

/// What came of changed files.
enum Taken {
    Nothing,
    /// Words alone changed in these, and the site shows them.
    Reworded(Vec<String>, Vec<Diagnostic>),
    /// These were read, and the site has to be made again.
    Made(BTreeSet<String>),
    /// Everything has to be read.
    Everything,
}

impl Desk {
    fn take(&mut self, paths: &BTreeSet<String>, sources: &mut Sources, made: &mut Option<Made>) -> Taken {
        let changed = match sources.reread(paths) {
            Change::Nothing => return Taken::Nothing,
            Change::Files => return Taken::Everything,
            Change::Contents(changed) => changed,
        };
        let Some(site) = made.as_mut().filter(|_| self.errors.is_none()) else { return Taken::Made(changed) };
        if !changed.iter().all(|path| site.take_words(path, &sources.tree, &mut self.cache)) {
            return Taken::Made(changed);
        }
        diag::sort(&mut site.diagnostics);
        site.tell_theme();
        Taken::Reworded(changed.into_iter().collect(), site.diagnostics.clone())
    }

    /// Makes the site anew from its sources. With an error the site stays as it is. Gives what is wrong.
    fn make(&mut self, sources: &Sources, made: &mut Option<Made>) -> Vec<Diagnostic> {
        let options = (self.config.options)(&sources.tree);
        let (result, diagnostics) = Made::new(sources, options, &mut self.cache, &mut self.looks);
        match result {
            Some(new) => {
                self.errors = None;
                // To take a hundred thousand addresses apart takes a while, and nobody has to wait for it.
                let old = made.replace(new);
                thread::spawn(move || drop(old));
            }
            None => self.errors = Some(diagnostics.clone()),
        }
        diagnostics
    }
}

//! The one thread that owns the site: takes changes and requests in the order in which they come.
//!
//! Pages are rendered when they are asked for and kept until the next change. An error in the
//! content leaves the site as it was, with the error on top.

use std::collections::{BTreeMap, BTreeSet};
use std::mem;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use tokio::sync::watch;

use super::message::{Answer, Message};
use super::page_cache::{PageCache, inside};
use super::state::{self, State};
use super::watch::Watch;
use super::{Config, News, words};
use crate::load::LoadError;
use crate::model::Id;
use crate::parse::record_of;
use crate::site::href;
use crate::workspace::{Changes, Snapshot, Update, Workspace};

/// How long a file may be open for writing before it is read all the same.
const WRITING: Duration = Duration::from_millis(30);
/// How long a file may be away: editors move the old one aside before they write the new one.
const AWAY: Duration = Duration::from_millis(60);
/// How long no second rescan is made after one: reading ten thousand files can itself be too much
/// for the system to tell of.
const BETWEEN_RESCANS: Duration = Duration::from_secs(2);

enum Next {
    Files(BTreeSet<String>),
    Everything,
    Later,
    Stop,
}

pub(super) struct Server {
    config: Config,
    to_self: Sender<Message>,
    inbox: Receiver<Message>,
    news: Sender<News>,
    generation: watch::Sender<u64>,
    workspace: Workspace,
    pages: PageCache,
    /// Paths that changed, with the time at which they are to be read.
    touched: BTreeMap<String, Instant>,
    rescan_at: Option<Instant>,
    no_rescan_before: Instant,
    /// Whether a missing file has been waited for.
    has_waited: bool,
    /// When the as-of moves on.
    moves_at: Option<Instant>,
    waiting: Vec<Message>,
    /// The page of the record that was changed last.
    changed: Option<String>,
}

impl Server {
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
            generation,
            workspace: Workspace::kept(&config.root),
            pages: PageCache::new(news.clone()),
            news,
            touched: BTreeMap::new(),
            rescan_at: None,
            no_rescan_before: now,
            has_waited: false,
            moves_at: config.moves_every.map(|time| now + time),
            waiting: Vec::new(),
            changed: None,
            config,
        }
    }

    /// Serves until it is told to stop.
    pub(super) fn run(mut self) {
        let began = Instant::now();
        // Watched before it is read, so that no change falls in between.
        let mut watch = self.watch();
        match self.update(Changes::Any) {
            Update::Read { diagnostics, .. } => {
                self.tell(News::Ready { took: began.elapsed(), diagnostics });
            }
            Update::Failed(error) => self.fail(&error),
            Update::Same | Update::Unclear => {}
        }
        self.next_generation();
        loop {
            let next = self.attend();
            let began = Instant::now();
            let update = match next {
                Next::Stop => return,
                Next::Later => self.update(Changes::Moment),
                Next::Files(paths) => match self.update(Changes::Files(&paths)) {
                    Update::Unclear => self.look_for_files(watch.as_mut()),
                    known => known,
                },
                Next::Everything => self.look_for_files(watch.as_mut()),
            };
            let (changed, diagnostics) = match update {
                Update::Read { changed, diagnostics } => (changed, diagnostics),
                Update::Failed(error) => {
                    self.fail(&error);
                    continue;
                }
                Update::Same | Update::Unclear => continue,
            };
            let first_page = self
                .workspace
                .snapshot()
                .and_then(|site| changed.iter().find_map(|path| page_of(site, path)));
            self.changed = first_page.or(self.changed.take());
            self.next_generation();
            if !changed.is_empty() {
                self.tell(News::Changed {
                    paths: changed.into_iter().collect(),
                    took: began.elapsed(),
                    diagnostics,
                });
            }
        }
    }

    fn update(&mut self, changes: Changes<'_>) -> Update {
        let Self { workspace, config, .. } = self;
        workspace.update(changes, |tree| (config.options)(tree))
    }

    /// Reads everything: files may have come or gone. A folder that has come is watched before it
    /// is read.
    fn look_for_files(&mut self, watch: Option<&mut Watch>) -> Update {
        if let Some(Err(error)) = watch.map(Watch::again) {
            self.tell(News::Failed(error.to_string()));
        }
        self.update(Changes::Any)
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

    /// Tells that the machine failed, and has everything read again in a while: it may be better
    /// then.
    fn fail(&mut self, error: &LoadError) {
        self.tell(News::Failed(error.to_string()));
        self.rescan_at = Some(Instant::now() + BETWEEN_RESCANS);
    }

    fn tell(&self, news: News) {
        // Nobody may listen any more.
        let _ = self.news.send(news);
    }

    fn next_generation(&mut self) {
        self.pages.renew();
        self.generation.send_modify(|generation| *generation += 1);
    }

    /// Answers requests until the site has to change.
    fn attend(&mut self) -> Next {
        loop {
            for message in mem::take(&mut self.waiting) {
                self.answer(message);
            }
            let now = Instant::now();
            let until =
                self.touched.values().chain(&self.rescan_at).chain(&self.moves_at).copied().min();
            let first = match until {
                Some(until) => self.inbox.recv_timeout(until.saturating_duration_since(now)),
                None => self.inbox.recv().map_err(|_| RecvTimeoutError::Disconnected),
            };
            let mut next = match first {
                Ok(message) => Some(message),
                Err(RecvTimeoutError::Timeout) => None,
                Err(RecvTimeoutError::Disconnected) => return Next::Stop,
            };
            // Whatever else has come: changes go before requests, so that nobody is answered from
            // an older site.
            while let Some(message) = next {
                match message {
                    Message::Stop => return Next::Stop,
                    Message::Touched { path, settled } => {
                        let now = Instant::now();
                        let at = if settled { now } else { now + WRITING };
                        let known = self.touched.entry(path).or_insert(at);
                        *known = (*known).min(at);
                    }
                    Message::Rescan => {
                        self.rescan_at = Some(self.no_rescan_before.max(Instant::now()));
                    }
                    request @ (Message::Page { .. } | Message::State { .. }) => {
                        self.waiting.push(request);
                    }
                }
                next = self.inbox.try_recv().ok();
            }
            if let Some(next) = self.due() {
                return next;
            }
        }
    }

    /// What is to be done now, if anything is.
    fn due(&mut self) -> Option<Next> {
        let now = Instant::now();
        if self.rescan_at.is_some_and(|at| at <= now) {
            self.rescan_at = None;
            self.no_rescan_before = now + BETWEEN_RESCANS;
            self.touched.clear();
            return Some(Next::Everything);
        }
        let due: BTreeSet<String> = self
            .touched
            .iter()
            .filter(|(_, at)| **at <= now)
            .map(|(path, _)| path.clone())
            .collect();
        if !due.is_empty() {
            if !self.has_waited && self.workspace.misses(&due) {
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

    fn answer(&mut self, message: Message) {
        match message {
            Message::Page { path, reply } => {
                // Whoever asked may have gone.
                let _ = reply.send(self.pages.answer(&self.workspace, &path));
            }
            Message::State { path, reply } => {
                let state = self.state(&path);
                let _ = reply.send(serde_json::to_string(&state).unwrap_or_default());
            }
            Message::Touched { .. } | Message::Rescan | Message::Stop => {}
        }
    }

    /// What the script of the page at a path of the site shows.
    fn state(&mut self, path: &str) -> State {
        let mut state = State {
            generation: *self.generation.borrow(),
            page: None,
            errors: String::new(),
            heading: words::NOTHING,
            bar: String::new(),
            warnings: String::new(),
            note: "",
            records: Vec::new(),
            near: Vec::new(),
            near_heading: words::NEAR,
            changed: self.changed.clone(),
            follow: self.config.follow,
            follow_label: words::FOLLOW,
            lost: words::LOST,
        };
        let Self { workspace, pages, .. } = self;
        if let Some(site) = workspace.snapshot() {
            state.heading = words::BROKEN;
            let answer = pages.answer(workspace, path);
            if matches!(answer, Answer::NotFound(_)) {
                state.near = state::near(&site.plan, path);
            }
            state.page = match answer {
                Answer::Found { served, .. } | Answer::NotFound(served) => Some(served.hash),
                Answer::Broken(served) => {
                    pages.failure(site, path).clone_into(&mut state.errors);
                    Some(served.hash)
                }
                Answer::Elsewhere(_) => None,
            };
            (state.bar, state.records) = state::hidden(site);
            let own = format!("/{}", href(inside(site, path)));
            let drafts = site.model.register.records().filter(|(_, record)| record.draft);
            if drafts
                .map(|(kind, record)| format!("/{}", href(&site.model.path(kind, record))))
                .any(|draft| draft == own)
            {
                state.note = words::DRAFT;
            }
        }
        match (workspace.errors(), workspace.snapshot()) {
            (Some(errors), _) => state.errors = state::complaints(errors).0,
            (None, Some(site)) => state.warnings = state::complaints(&site.diagnostics).1,
            (None, None) => {}
        }
        state
    }
}

/// The page of the record in a file.
fn page_of(site: &Snapshot, path: &str) -> Option<String> {
    let (kind, id) = record_of(path)?;
    let record = site.model.register.record(kind, Id::from(&*id).as_str())?;
    Some(format!("/{}", href(&site.model.path(kind, record))))
}

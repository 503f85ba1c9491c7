//! The one thread that owns the site: takes changes and requests in the order in which they come.
//!
//! A change leads to one of two ways. The whole way is that of a build, except that only files that changed are parsed. The short
//! way is for an edit that changed nothing but the words of records ([`reword`]): then every clock, every page's address and
//! everything that was found wrong elsewhere is as it was, and the record is given its words. Pages are rendered when they are
//! asked for and kept until the next change. An error in the content leaves the site as it was, with the error on top.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::mem;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use tokio::sync::{oneshot, watch};

use super::page::Served;
use super::sources::{Change, Sources};
use super::state::{self, Link, State};
use super::watch::Watch;
use super::{Config, News, words};
use crate::diag::{self, Diagnostic, Place, told};
use crate::load::{Input, Tree, stripped};
use crate::model::Id;
use crate::parse::{Memory, Rewording, Site, parse_again, record_of, reword};
use crate::pipeline::{Facts, facts};
use crate::plan::{Index, Lexicon, Page, PageKind, Plan, World, file_of, href, plan_without_index, view};
use crate::publish::content_type;
use crate::render::{Rendered, Theme, failures, render};

/// How long a file may be open for writing before it is read all the same.
const WRITING: Duration = Duration::from_millis(30);
/// Characters of an address that does not exist that are compared with those that do.
const LONGEST_LIKE: usize = 200;
/// How long a file may be away: editors move the old one aside before they write the new one.
const AWAY: Duration = Duration::from_millis(60);
/// How long no second rescan is made after one: reading ten thousand files can itself be too much for the system to tell of.
const BETWEEN_RESCANS: Duration = Duration::from_secs(2);
/// How many addresses are named that are like one that does not exist.
const NEAR: usize = 5;

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

/// What is answered to a request for a page.
#[derive(Debug)]
pub(super) enum Answer {
    /// The content of a page or file.
    Found { served: Served, media_type: &'static str },
    /// The address needs a slash, and is another one.
    Elsewhere(String),
    /// There is no page; this one says so.
    NotFound(Served),
    /// The page cannot be made; this is what can be shown.
    Broken(Served),
}

/// A good site.
struct Made {
    facts: Facts,
    index: Arc<Index>,
    lexicon: Arc<Lexicon>,
    plan: Plan,
    theme: Theme,
    /// Where each file is in the plan.
    by_file: BTreeMap<String, usize>,
    diagnostics: Vec<Diagnostic>,
}

/// A good site that is ready to be shown.
struct Shown<'a> {
    made: &'a Made,
    world: World<'a>,
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
    memory: Memory,
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
            memory: Memory::default(),
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
            let next = {
                let shown = made.as_ref().map(Made::shown);
                self.attend(&sources, shown.as_ref())
            };
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
    fn attend(&mut self, sources: &Sources, shown: Option<&Shown<'_>>) -> Next {
        loop {
            for message in mem::take(&mut self.waiting) {
                self.answer(sources, shown, message);
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
        if !changed.iter().all(|path| site.take_words(path, &sources.tree, &mut self.memory)) {
            return Taken::Made(changed);
        }
        diag::sort(&mut site.diagnostics);
        site.tell_theme();
        Taken::Reworded(changed.into_iter().collect(), site.diagnostics.clone())
    }

    /// Makes the site anew from its sources. With an error the site stays as it is. Gives what is wrong.
    fn make(&mut self, sources: &Sources, made: &mut Option<Made>) -> Vec<Diagnostic> {
        let (result, diagnostics) = Made::new(sources, &self.config, &mut self.memory);
        match result {
            Some(new) => {
                self.errors = None;
                *made = Some(new);
            }
            None => self.errors = Some(diagnostics.clone()),
        }
        diagnostics
    }
}

impl Made {
    /// The site, if there is no error in it, and what is wrong with it.
    fn new(sources: &Sources, config: &Config, memory: &mut Memory) -> (Option<Self>, Vec<Diagnostic>) {
        let tree = &sources.tree;
        let options = (config.options)(tree);
        let mut parsed = parse_again(tree, options, memory);
        let mut diagnostics = sources.complaints.clone();
        diagnostics.append(&mut parsed.diagnostics);
        let Site { settings, register, links, places, drafts } = parsed.value;
        let facts = facts(settings, register, &drafts, options);
        let mut words = Lexicon::load(tree, &facts.settings.theme);
        diagnostics.append(&mut words.diagnostics);
        let lexicon = Arc::new(words.value);
        let world = World::new(&facts.settings, &facts.register, &facts.docket).with_words(Arc::clone(&lexicon));
        // The index of the words takes longer than all the rest.
        let mut planned = plan_without_index(&world, tree, &links, &places);
        diagnostics.append(&mut planned.diagnostics);
        let plan = planned.value;
        let theme = match Theme::load(tree, &facts.settings.theme, &lexicon, &view::sites(&world, &plan)) {
            Ok(theme) => Some(theme),
            Err(mut found) => {
                diagnostics.append(&mut found);
                None
            }
        };
        let index = Arc::clone(&world.index);
        drop(world);
        diag::sort(&mut diagnostics);
        let is_good = !diag::any_error(&diagnostics, false);
        let made = theme.filter(|_| is_good).map(|theme| {
            let by_file = plan.pages.iter().enumerate().map(|(at, page)| (file_of(&page.path), at)).collect();
            Self { facts, index, lexicon, plan, theme, by_file, diagnostics: diagnostics.clone() }
        });
        (made, diagnostics)
    }

    fn shown(&self) -> Shown<'_> {
        let Facts { settings, register, docket, .. } = &self.facts;
        let world = World::with_index(settings, register, docket, Arc::clone(&self.index));
        Shown { made: self, world: world.with_words(Arc::clone(&self.lexicon)) }
    }

    /// Shows what a changed file says, if it is words alone that differ.
    fn take_words(&mut self, path: &str, tree: &Tree, memory: &mut Memory) -> bool {
        let file = match tree.files.get(path) {
            Some(Input::Text(file)) if path.starts_with("content/") => file,
            // It is read from the disk whenever it is asked for.
            Some(Input::Disk(_)) => return true,
            _ => return false,
        };
        let Some(mut new) = reword(file, memory) else { return false };
        let complaints = mem::take(&mut new.complaints);
        let concerns = |place: &Place| place.file.path == path;
        let is_own = |found: &Diagnostic| concerns(&found.place) || found.related.iter().any(|(place, _)| concerns(place));
        // What others found wrong with this file marks places that have moved.
        let is_alone = self.diagnostics.iter().filter(|found| is_own(found)).count() == new.complaints_before;
        if !is_alone || diag::any_error(&complaints, false) || self.is_listed(&new) {
            return false;
        }
        let Some(record) = self.facts.register.record_mut(new.kind, &new.id) else { return false };
        if !new.apply(record) {
            return false;
        }
        self.diagnostics.retain(|found| !is_own(found));
        self.diagnostics.extend(complaints);
        true
    }

    /// Whether a record is among those that are told by their title and have no page.
    fn is_listed(&self, new: &Rewording) -> bool {
        self.facts.drafts.iter().chain(&self.facts.scheduled).any(|entry| (entry.kind, &entry.record) == (new.kind, &new.id))
    }

    fn tell_theme(&mut self) {
        let sites = {
            let Shown { world, .. } = self.shown();
            view::sites(&world, &self.plan)
        };
        self.theme.tell(&sites);
    }

    /// The page of the record in a file.
    fn page_of(&self, path: &str) -> Option<String> {
        let (kind, id) = record_of(path)?;
        let record = self.facts.register.record(kind, Id::from(&*id).as_str())?;
        Some(format!("/{}", href(&format!("{}/{}/", kind.folder(), record.slug))))
    }

    /// Addresses like one that does not exist.
    fn near(&self, path: &str) -> Vec<Link> {
        let wanted: String = path.trim_matches('/').to_lowercase().chars().take(LONGEST_LIKE).collect();
        let length = wanted.chars().count();
        // A likeness of half takes lengths of which neither is more than twice the other; to compare is dear, and to count is not.
        let is_comparable = |page: &Page| {
            let other = page.path.trim_end_matches('/').chars().take(2 * LONGEST_LIKE + 1).count();
            other <= 2 * length && length <= 2 * other
        };
        let mut found: Vec<(f64, &str)> = self
            .plan
            .pages
            .iter()
            .filter(|page| (page.path.is_empty() || page.path.ends_with('/')) && !matches!(page.kind, PageKind::Redirect(_)))
            .filter(|page| is_comparable(page))
            .map(|page| (strsim::normalized_damerau_levenshtein(&wanted, &page.path.trim_end_matches('/').to_lowercase()), &*page.path))
            .filter(|(likeness, _)| *likeness >= 0.5)
            .collect();
        found.sort_by(|(a, one), (b, other)| b.total_cmp(a).then_with(|| one.cmp(other)));
        found.into_iter().take(NEAR).map(|(_, path)| Link::to(path, format!("/{path}"))).collect()
    }

    /// The path of the site under which a request is looked up, at the root or below the folder of the site's own address.
    fn inside<'p>(&self, path: &'p str) -> &'p str {
        let base = self.facts.settings.url.splitn(4, '/').nth(3).unwrap_or_default();
        match path.strip_prefix(base) {
            Some(inside) if !base.is_empty() && !self.by_file.contains_key(&file_of(path)) => inside,
            _ => path,
        }
    }
}

impl Desk {
    fn answer(&mut self, sources: &Sources, shown: Option<&Shown<'_>>, message: Message) {
        match message {
            Message::Page { path, reply } => {
                let answer = self.page(sources, shown, &path);
                // Whoever asked may have gone.
                let _ = reply.send(answer);
            }
            Message::State { path, reply } => {
                let state = self.state(sources, shown, &path);
                let _ = reply.send(serde_json::to_string(&state).unwrap_or_default());
            }
            Message::Touched { .. } | Message::Rescan | Message::Stop => {}
        }
    }

    fn page(&mut self, sources: &Sources, shown: Option<&Shown<'_>>, path: &str) -> Answer {
        let Some(shown) = shown else { return Answer::Broken(Served::nothing()) };
        let path = shown.made.inside(path);
        let file = file_of(path);
        if !shown.made.by_file.contains_key(&file) {
            let folder = format!("{path}/");
            if shown.made.by_file.contains_key(&file_of(&folder)) {
                return Answer::Elsewhere(format!("/{}", href(&folder)));
            }
            return Answer::NotFound(self.content(sources, shown, "404.html").unwrap_or_else(Served::nothing));
        }
        match self.content(sources, shown, &file) {
            Some(served) => Answer::Found { served, media_type: content_type(&file) },
            None => Answer::Broken(self.last_good.get(&file).cloned().unwrap_or_else(Served::nothing)),
        }
    }

    /// The content of an output file; nothing if it is none, or cannot be made.
    fn content(&mut self, sources: &Sources, shown: &Shown<'_>, file: &str) -> Option<Served> {
        if let Some(served) = self.kept.get(file) {
            return Some(served.clone());
        }
        if self.failed.contains_key(file) {
            return None;
        }
        let page = shown.made.plan.pages.get(*shown.made.by_file.get(file)?)?;
        let served = match render(&shown.world, &shown.made.plan, &shown.made.theme, page) {
            Ok(Rendered::Bytes(bytes)) => match page.kind {
                PageKind::File(_) | PageKind::Data(_) | PageKind::Calendar => Served::file(bytes),
                _ if file.ends_with(".html") => Served::page(&bytes),
                _ => Served::file(bytes),
            },
            Ok(Rendered::CopyOf(path)) => return copy_of(&path, &sources.tree).map(Served::file),
            Ok(Rendered::PictureOf(path, format)) => {
                let picture = copy_of(&path, &sources.tree)?;
                return stripped(&picture, format).map(|clean| Served::file(clean.bytes));
            }
            Err(error) => {
                let text = told(&failures(std::slice::from_ref(&error)), false);
                self.tell(News::Failed(text.clone()));
                self.failed.insert(file.to_owned(), text);
                return None;
            }
        };
        self.kept.insert(file.to_owned(), served.clone());
        Some(served)
    }

    fn state(&mut self, sources: &Sources, shown: Option<&Shown<'_>>, path: &str) -> State {
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
        if let Some(shown) = shown {
            state.heading = words::BROKEN;
            let answer = self.page(sources, Some(shown), path);
            if matches!(answer, Answer::NotFound(_)) {
                state.near = shown.made.near(path);
            }
            state.page = match answer {
                Answer::Found { served, .. } | Answer::NotFound(served) => Some(served.hash),
                Answer::Broken(served) => {
                    let report = self.failed.get(&file_of(shown.made.inside(path))).map_or("", String::as_str);
                    report.clone_into(&mut state.errors);
                    Some(served.hash)
                }
                Answer::Elsewhere(_) => None,
            };
            (state.bar, state.records) = state::hidden(&shown.world, &shown.made.facts, &shown.made.diagnostics);
            let own = format!("/{}", href(shown.made.inside(path)));
            let is_draft = shown.made.facts.register.records().filter(|(_, record)| record.draft);
            if is_draft.map(|(kind, record)| format!("/{}", href(&shown.world.path(kind, record)))).any(|draft| draft == own) {
                state.note = words::DRAFT;
            }
        }
        match (&self.errors, shown) {
            (Some(errors), _) => state.errors = state::complaints(errors).0,
            (None, Some(shown)) => state.warnings = state::complaints(&shown.made.diagnostics).1,
            (None, None) => {}
        }
        state
    }
}

/// A file that is copied when the site is built: one that the tree holds, and that is no link by now.
fn copy_of(path: &Path, tree: &Tree) -> Option<Vec<u8>> {
    let is_known = tree.files.values().any(|input| match input {
        Input::Disk(known) => known == path,
        Input::Picture(picture) => picture.file == path,
        Input::Text(_) | Input::Bytes(_) => false,
    });
    let is_file = fs::symlink_metadata(path).is_ok_and(|found| found.is_file());
    (is_known && is_file).then(|| fs::read(path).ok())?
}

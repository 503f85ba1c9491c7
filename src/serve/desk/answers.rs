//! What is answered to requests: pages, rendered when they are asked for, and what the script of a page shows.

use std::fs;
use std::path::Path;

use super::{Desk, Message};
use crate::diag::told;
use crate::load::{Input, Tree, stripped};
use crate::plan::{PageKind, file_of, href};
use crate::publish::content_type;
use crate::render::{Rendered, failures, render};
use crate::serve::made::Made;
use crate::serve::page::Served;
use crate::serve::sources::Sources;
use crate::serve::state::{self, State};
use crate::serve::{News, words};

/// What is answered to a request for a page.
#[derive(Debug)]
pub(in crate::serve) enum Answer {
    /// The content of a page or file.
    Found { served: Served, media_type: &'static str },
    /// The address needs a slash, and is another one.
    Elsewhere(String),
    /// There is no page; this one says so.
    NotFound(Served),
    /// The page cannot be made; this is what can be shown.
    Broken(Served),
}

impl Desk {
    pub(super) fn answer(&mut self, sources: &Sources, made: Option<&Made>, message: Message) {
        match message {
            Message::Page { path, reply } => {
                let answer = self.page(sources, made, &path);
                // Whoever asked may have gone.
                let _ = reply.send(answer);
            }
            Message::State { path, reply } => {
                let state = self.state(sources, made, &path);
                let _ = reply.send(serde_json::to_string(&state).unwrap_or_default());
            }
            Message::Touched { .. } | Message::Rescan | Message::Stop => {}
        }
    }

    fn page(&mut self, sources: &Sources, made: Option<&Made>, path: &str) -> Answer {
        let Some(made) = made else { return Answer::Broken(Served::nothing()) };
        let path = made.inside(path);
        let file = file_of(path);
        if made.plan.page_in(&file).is_none() {
            let folder = format!("{path}/");
            if made.plan.page_in(&file_of(&folder)).is_some() {
                return Answer::Elsewhere(format!("/{}", href(&folder)));
            }
            return Answer::NotFound(self.content(sources, made, "404.html").unwrap_or_else(Served::nothing));
        }
        match self.content(sources, made, &file) {
            Some(served) => Answer::Found { served, media_type: content_type(&file) },
            None => Answer::Broken(self.last_good.get(&file).cloned().unwrap_or_else(Served::nothing)),
        }
    }

    /// The content of an output file; nothing if it is none, or cannot be made.
    fn content(&mut self, sources: &Sources, made: &Made, file: &str) -> Option<Served> {
        if let Some(served) = self.kept.get(file) {
            return Some(served.clone());
        }
        if self.failed.contains_key(file) {
            return None;
        }
        let page = made.plan.page_in(file)?;
        let served = match render(&made.site, &made.plan, &made.theme, page) {
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

    fn state(&mut self, sources: &Sources, made: Option<&Made>, path: &str) -> State {
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
        if let Some(made) = made {
            state.heading = words::BROKEN;
            let answer = self.page(sources, Some(made), path);
            if matches!(answer, Answer::NotFound(_)) {
                state.near = state::near(&made.plan, path);
            }
            state.page = match answer {
                Answer::Found { served, .. } | Answer::NotFound(served) => Some(served.hash),
                Answer::Broken(served) => {
                    let report = self.failed.get(&file_of(made.inside(path))).map_or("", String::as_str);
                    report.clone_into(&mut state.errors);
                    Some(served.hash)
                }
                Answer::Elsewhere(_) => None,
            };
            (state.bar, state.records) = state::hidden(made);
            let own = format!("/{}", href(made.inside(path)));
            let is_draft = made.site.register.records().filter(|(_, record)| record.draft);
            if is_draft.map(|(kind, record)| format!("/{}", href(&made.site.path(kind, record)))).any(|draft| draft == own) {
                state.note = words::DRAFT;
            }
        }
        match (&self.errors, made) {
            (Some(errors), _) => state.errors = state::complaints(errors).0,
            (None, Some(made)) => state.warnings = state::complaints(&made.diagnostics).1,
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

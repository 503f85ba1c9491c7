//! Pages, rendered when they are asked for and kept until the next change.

use std::collections::BTreeMap;
use std::sync::mpsc::Sender;

use super::News;
use super::message::Answer;
use super::page::Served;
use crate::diag::told;
use crate::load::media_type;
use crate::load::{Input, Picture, Tree, stripped};
use crate::render::own_policy;
use crate::render::{Rendered, failures};
use crate::site::{base_path, file_of, href};
use crate::workspace::{Snapshot, Workspace};

/// The pages of one state of the site.
#[derive(Debug)]
pub(super) struct PageCache {
    news: Sender<News>,
    /// Pages of this state.
    kept: BTreeMap<String, Served>,
    /// Pages as they could be made last.
    last_good: BTreeMap<String, Served>,
    /// Pages that cannot be made in this state, with what is wrong.
    failed: BTreeMap<String, String>,
}

impl PageCache {
    /// Tells of pages that cannot be made as `news`.
    pub(super) fn new(news: Sender<News>) -> Self {
        Self { news, kept: BTreeMap::new(), last_good: BTreeMap::new(), failed: BTreeMap::new() }
    }

    /// Begins anew for another state of the site.
    pub(super) fn renew(&mut self) {
        self.last_good.append(&mut self.kept);
        self.failed.clear();
    }

    /// Why the page at a path of the site cannot be made; empty where it can.
    pub(super) fn failure(&self, site: &Snapshot, path: &str) -> &str {
        self.failed.get(&file_of(inside(site, path))).map_or("", String::as_str)
    }

    /// The answer to a request for the page at a path of the site.
    pub(super) fn answer(&mut self, workspace: &Workspace, path: &str) -> Answer {
        let Some(site) = workspace.snapshot() else { return Answer::Broken(Served::nothing()) };
        let tree = workspace.tree();
        let path = inside(site, path);
        let file = file_of(path);
        if !site.has_file(&file, tree) {
            let folder = format!("{path}/");
            if site.plan.output_in(&file_of(&folder)).is_some() {
                return Answer::Elsewhere(format!("/{}", href(&folder)));
            }
            return Answer::NotFound(
                self.content(site, tree, "404.html").unwrap_or_else(Served::nothing),
            );
        }
        match self.content(site, tree, &file) {
            Some(served) => Answer::Found {
                served,
                media_type: media_type(&file),
                policy: own_policy(&site.plan, &file),
            },
            None => {
                Answer::Broken(self.last_good.get(&file).cloned().unwrap_or_else(Served::nothing))
            }
        }
    }

    /// The content of an output file; nothing if it is none, or cannot be made.
    fn content(&mut self, site: &Snapshot, tree: &Tree, file: &str) -> Option<Served> {
        if let Some(served) = self.kept.get(file) {
            return Some(served.clone());
        }
        if self.failed.contains_key(file) {
            return None;
        }
        let served = match site.render_file(file, tree)? {
            Ok((Rendered::Bytes(bytes), output)) => match output.page() {
                Some(_) => Served::page(&bytes),
                None => Served::file(bytes),
            },
            Ok((Rendered::CopyOf(original) | Rendered::PictureOf(original, _), _)) => {
                return copied(original.path(), tree).map(Served::file);
            }
            Err(error) => {
                let text = told(&failures(std::slice::from_ref(&error)), false, None);
                // Nobody may listen any more.
                let _ = self.news.send(News::Failed(text.clone()));
                self.failed.insert(file.to_owned(), text);
                return None;
            }
        };
        self.kept.insert(file.to_owned(), served.clone());
        Some(served)
    }
}

/// The path of the site under which a request is looked up, at the root or below the folder of the
/// site's own address.
pub(super) fn inside<'p>(site: &Snapshot, path: &'p str) -> &'p str {
    let base = base_path(&site.model.settings.url);
    let base = base.trim_start_matches('/');
    match path.strip_prefix(base) {
        Some(inside) if !base.is_empty() && site.plan.output_in(&file_of(path)).is_none() => inside,
        _ => path,
    }
}

/// The bytes of a file that is copied when the site is built, as the tree knows it by now.
fn copied(path: &str, tree: &Tree) -> Option<Vec<u8>> {
    match tree.files.get(path)? {
        Input::Disk(original) => original.read().ok(),
        Input::Picture(Picture { original, strip, .. }) => {
            let whole = original.read().ok()?;
            match strip {
                Some(format) => stripped(&whole, *format).map(|clean| clean.bytes),
                None => Some(whole),
            }
        }
        Input::Text(_) | Input::Bytes(_) => None,
    }
}

//! What is at the destination and what the site is → what to do, in order.

use std::collections::{BTreeMap, BTreeSet};

use super::headers::{Class, class_of};
use super::manifest::{Entry, Published};
use crate::site::is_named_by_content;

/// What is known of our files at a destination.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known {
    /// Files with their content; nothing where an interrupted publication left it in doubt.
    pub files: BTreeMap<String, Option<Entry>>,
    /// Assets that no page needs any more.
    pub retired: BTreeMap<String, Entry>,
    /// Files whose removal was interrupted.
    pub removing: BTreeSet<String>,
}

impl Known {
    /// What a manifest says, corrected by what an interrupted publication did after it.
    pub fn new(manifest: Option<&Published>, since: &BTreeMap<String, Option<Entry>>) -> Self {
        let mut known = Self::default();
        if let Some(manifest) = manifest {
            known.files = manifest
                .files
                .iter()
                .map(|(path, entry)| (path.clone(), Some(entry.clone())))
                .collect();
            known.retired.clone_from(&manifest.retired);
            known.removing.clone_from(&manifest.removing);
        }
        for (path, entry) in since {
            known.retired.remove(path);
            known.files.insert(path.clone(), entry.clone());
        }
        known
    }

    /// Puts files in doubt: they are uploaded again.
    pub(super) fn doubt(&mut self, is_doubtful: impl Fn(&str) -> bool) {
        self.files
            .iter_mut()
            .filter(|(path, _)| is_doubtful(path))
            .for_each(|(_, entry)| *entry = None);
    }

    /// Whether a file at this path would be ours.
    pub(super) fn lists(&self, path: &str) -> bool {
        self.files.contains_key(path)
            || self.retired.contains_key(path)
            || self.removing.contains(path)
    }

    fn holds(&self, path: &str, entry: &Entry) -> bool {
        match self.files.get(path) {
            Some(found) => found.as_ref() == Some(entry),
            None => self.retired.get(path) == Some(entry) && !self.removing.contains(path),
        }
    }
}

/// What to do, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// Uploads: each list is begun when the one before it is done.
    pub uploads: Vec<Vec<String>>,
    /// Paths to remove before anything is uploaded.
    pub obstacles: BTreeSet<String>,
    /// Paths to remove when the manifest is written.
    pub removals: BTreeSet<String>,
    /// Assets that stay for one publication more.
    pub retired: BTreeMap<String, Entry>,
    /// How many files are at the destination already.
    pub unchanged: usize,
}

impl Plan {
    /// Whether the destination holds the site already.
    pub fn is_empty(&self) -> bool {
        self.uploads.is_empty() && self.removals.is_empty()
    }

    /// Takes out of what is to go the files that are in the way of a file of the site where a path
    /// is either a file or a folder: they have to go first.
    pub fn clear_the_way(&mut self, site: &BTreeMap<String, Entry>) {
        let folders: BTreeSet<&str> = site
            .keys()
            .flat_map(|path| path.match_indices('/').map(|(end, _)| &path[..end]))
            .collect();
        let is_below_a_file =
            |path: &str| path.match_indices('/').any(|(end, _)| site.contains_key(&path[..end]));
        let in_the_way = |path: &String| folders.contains(path.as_str()) || is_below_a_file(path);
        self.obstacles = self
            .removals
            .iter()
            .chain(self.retired.keys())
            .filter(|path| in_the_way(path))
            .cloned()
            .collect();
        self.removals.retain(|path| !in_the_way(path));
        self.retired.retain(|path, _| !in_the_way(path));
    }

    /// How many files are uploaded.
    pub fn count(&self) -> usize {
        self.uploads.iter().map(Vec::len).sum()
    }
}

/// Compares a site with what is known of the destination.
pub fn plan(site: &BTreeMap<String, Entry>, known: &Known) -> Plan {
    let mut stages: BTreeMap<u8, Vec<String>> = BTreeMap::new();
    let mut unchanged = 0;
    for (path, entry) in site {
        if known.holds(path, entry) {
            unchanged += 1;
        } else {
            stages
                .entry(stage(path, !known.files.contains_key(path)))
                .or_default()
                .push(path.clone());
        }
    }
    let mut plan = Plan { uploads: stages.into_values().collect(), unchanged, ..Plan::default() };
    let wanted = |path: &String| site.contains_key(path);
    for (path, entry) in known.files.iter().filter(|(path, _)| !wanted(path)) {
        match entry {
            Some(entry) if is_named_by_content(path) => {
                _ = plan.retired.insert(path.clone(), entry.clone());
            }
            _ => _ = plan.removals.insert(path.clone()),
        }
    }
    plan.removals.extend(known.removing.iter().filter(|path| !wanted(path)).cloned());
    let old =
        known.retired.iter().filter(|(path, _)| !wanted(path) && !plan.removals.contains(*path));
    // Nothing changed: nobody's page is older than it was.
    if plan.is_empty() && plan.retired.is_empty() {
        plan.retired = old.map(|(path, entry)| (path.clone(), entry.clone())).collect();
    } else {
        let old: Vec<String> = old.map(|(path, _)| path.clone()).collect();
        plan.removals.extend(old);
    }
    plan
}

/// Files that are new come before the pages that lead to them; the front page is the last of the
/// pages.
fn stage(path: &str, new: bool) -> u8 {
    match class_of(path) {
        Class::Asset => 0,
        Class::Data if new => 1,
        Class::Page if path == "index.html" => 4,
        Class::Page if new => 2,
        Class::Page => 3,
        Class::Data => 5,
    }
}

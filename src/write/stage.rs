use std::collections::BTreeSet;
use std::io::Write;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use rayon::prelude::*;

use super::content::Content;
use super::error::{At, Trouble, WriteError};
use super::manifest::Digest;
use super::root::{Obstacle, Root};
use super::survey::{Place, Survey};

/// How many files lie in one folder of `loose`: threads work on neighbouring files, and one folder
/// would make them wait.
const SHARD: usize = 256;

/// The staging folder, from the output folder.
const STAGING: &str = ".overdue/staging";

/// The folder for what is not in its place yet, in the same file system as the output. It goes when
/// this is dropped.
///
/// A file whose folder exists in the output lies in `loose` under its number, and is renamed alone.
/// One whose folder does not exist lies in `tree` under its path, so that the folder is renamed
/// with all it holds.
#[derive(Debug)]
pub(super) struct Staging<'r> {
    root: &'r Root,
}

/// What was staged for a site.
#[derive(Debug)]
pub(super) struct Staged {
    /// The digest of each file of the site, staged or not, in the order of the paths.
    pub(super) digests: Vec<Digest>,
    /// How many files were staged.
    pub(super) count: usize,
    /// What is to be renamed: from where to where in the output. No target lies within another.
    pub(super) moves: Vec<(String, String)>,
}

impl Staged {
    /// Whether the output holds the new site already.
    pub(super) fn is_empty(&self) -> bool {
        self.count == 0
    }
}

/// What became of one file.
enum Fate<'a> {
    Unchanged,
    Loose,
    Within(&'a str),
}

enum Setback<E> {
    Render(E),
    Foreign(Vec<String>),
    Trouble(Trouble),
    /// The site will not be written anyway, because of another file.
    Moot,
}

impl<E> From<Trouble> for Setback<E> {
    fn from(trouble: Trouble) -> Self {
        Self::Trouble(trouble)
    }
}

impl<E> From<Obstacle> for Setback<E> {
    fn from(obstacle: Obstacle) -> Self {
        Self::Trouble(obstacle.into())
    }
}

impl<'r> Staging<'r> {
    /// An empty staging folder: what a killed build left is removed.
    pub(super) fn clear(root: &'r Root) -> Result<Self, Trouble> {
        root.remove_all(STAGING)?;
        Ok(Self { root })
    }

    /// Renders every path and stages those that the output does not hold.
    pub(super) fn fill<'a, E: Send>(
        &self,
        paths: &'a [String],
        survey: &Survey<'a>,
        render: impl Fn(usize) -> Result<Content, E> + Sync,
        progress: impl Fn(usize) + Sync,
    ) -> Result<Staged, WriteError<E>> {
        let doomed = AtomicBool::new(false);
        let done = AtomicUsize::new(0);
        let results: Vec<_> = paths
            .par_iter()
            .enumerate()
            .map(|(index, path)| {
                let result = render(index)
                    .map_err(Setback::Render)
                    .and_then(|content| self.settle(index, path, &content, survey, &doomed));
                if result.is_err() {
                    doomed.store(true, Ordering::Relaxed);
                }
                progress(done.fetch_add(1, Ordering::Relaxed) + 1);
                result
            })
            .collect();
        self.sum_up(paths, results)
    }

    fn settle<'a, E>(
        &self,
        index: usize,
        path: &'a str,
        content: &Content,
        survey: &Survey<'a>,
        doomed: &AtomicBool,
    ) -> Result<(Digest, Fate<'a>), Setback<E>> {
        let fate = match survey.place(path)? {
            Place::Foreign(paths) => return Err(Setback::Foreign(paths)),
            Place::Free => Fate::Loose,
            Place::Within(folder) => Fate::Within(folder),
            Place::File => match self
                .root
                .open_file(path)?
                .map(|file| content.same_as(file, &self.root.at(path)))
                .transpose()?
                .flatten()
            {
                Some(digest) => return Ok((digest, Fate::Unchanged)),
                None if survey.is_ours(path) => Fate::Loose,
                None => return Err(Setback::Foreign(vec![path.to_owned()])),
            },
        };
        if doomed.load(Ordering::Relaxed) {
            return Err(Setback::Moot);
        }
        let staged = if let Fate::Within(_) = fate { in_tree(path) } else { loose(index) };
        Ok((content.store(self.root.create_file(&staged)?, &self.root.at(&staged))?, fate))
    }

    fn sum_up<E>(
        &self,
        paths: &[String],
        results: Vec<Result<(Digest, Fate<'_>), Setback<E>>>,
    ) -> Result<Staged, WriteError<E>> {
        let mut staged =
            Staged { digests: Vec::with_capacity(paths.len()), count: 0, moves: Vec::new() };
        let mut folders = BTreeSet::new();
        let (mut errors, mut foreign, mut trouble) = (Vec::new(), BTreeSet::new(), None);
        for (index, result) in results.into_iter().enumerate() {
            match result {
                Ok((digest, fate)) => {
                    staged.digests.push(digest);
                    staged.count += usize::from(!matches!(fate, Fate::Unchanged));
                    match fate {
                        Fate::Unchanged => {}
                        Fate::Loose => staged.moves.push((loose(index), paths[index].clone())),
                        Fate::Within(folder) => _ = folders.insert(folder),
                    }
                }
                Err(Setback::Render(error)) => errors.push(error),
                Err(Setback::Foreign(paths)) => foreign.extend(paths),
                Err(Setback::Trouble(first)) => trouble = trouble.or(Some(first)),
                Err(Setback::Moot) => {}
            }
        }
        if !errors.is_empty() {
            return Err(WriteError::Render(errors));
        }
        if let Some(trouble) = trouble {
            return Err(trouble.into());
        }
        if !foreign.is_empty() {
            return Err(WriteError::Foreign(foreign.into_iter().collect()));
        }
        staged.moves.extend(folders.into_iter().map(|folder| (in_tree(folder), folder.to_owned())));
        Ok(staged)
    }

    /// Puts new content in the place of a file in one step that outlasts a power cut: a few
    /// milliseconds.
    pub(super) fn replace(&self, path: &str, bytes: &[u8]) -> Result<(), Trouble> {
        let new = format!("{STAGING}/new");
        let mut file = self.root.create_file(&new)?;
        file.write_all(bytes).and_then(|()| file.sync_all()).at(&self.root.at(&new))?;
        Ok(self.root.rename(&new, path)?)
    }
}

fn loose(index: usize) -> String {
    format!("{STAGING}/loose/{}/{index}", index / SHARD)
}

fn in_tree(path: &str) -> String {
    format!("{STAGING}/tree/{path}")
}

impl Drop for Staging<'_> {
    fn drop(&mut self) {
        // What can't be removed now is removed, or complained of, by the next build.
        let _ = self.root.remove_all(STAGING);
    }
}

//! Writing: from rendered bytes to the output folder, touching only what changed.
//!
//! [`guard()`] looks at where the output would go and refuses every place where a mistake would
//! cost somebody their files. [`write()`] then works in three steps. It *stages*: all files are
//! rendered in parallel, compared with what stands in the output, and those that differ are stored
//! under `.overdue/staging`. It *announces*: the manifest, which lists every file that is ours with
//! the hash of its content, is replaced by one that holds for the old site, the new one, and any
//! mixture of both. It *installs*: staged files and folders are renamed into place, stale files of
//! ours and the folders they leave empty are removed, and the manifest becomes that of the new
//! site.
//!
//! A build that is killed leaves only whole files, each listed in the manifest; the next build
//! compares them like any others and so puts everything right. What is not in the manifest belongs
//! to somebody else and is never overwritten or removed. Symbolic links inside the output are
//! somebody else's too, and are never followed.
//!
//! Absent on purpose: what is rendered, times and machine names (the same site gives the same
//! bytes, the manifest included), names that differ only by case (the plan has refused them),
//! recovery from a power cut within a build (a file that the disk lost is written again, because
//! its content differs).

#![expect(clippy::disallowed_methods, reason = "this stage writes to the disk")]

mod content;
mod error;
mod fresh;
mod grounds;
mod guard;
mod install;
mod lock;
mod manifest;
mod note;
mod path;
mod replace;
mod root;
mod stage;
mod survey;

pub use content::Content;
pub use error::WriteError;
pub use fresh::{create, create_folder, taken};
pub use grounds::{Ground, Grounds};
pub use guard::{Output, Refusal, guard};
pub use manifest::ManifestFault;
pub use note::Note;
pub use replace::{ReplaceError, Replacement, replace};
pub use root::{Obstacle, Root, Standing};

use std::borrow::Cow;
use std::io;
use std::path::Path;

use lock::Lock;
use manifest::Manifest;
use stage::Staging;
use survey::Survey;

use crate::plan::is_plain;

/// What a build did to the output folder.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Summary {
    /// Files of the site.
    pub files: usize,
    /// Those that are new or have new content.
    pub written: usize,
    /// Those that were left as they stood.
    pub unchanged: usize,
    /// Files of an earlier build that are no longer part of the site, and were removed.
    pub removed: usize,
    /// Files of an earlier build that are no longer part of the site, but stay because somebody
    /// else changed them since. In order; every build names them again until they are removed by
    /// hand.
    pub kept: Vec<String>,
}

/// The hash and the size of a file of an output, if it holds this content; nothing if it is missing
/// or holds something else.
///
/// # Errors
///
/// When the file, or one that the content is a copy of, cannot be read.
pub fn held(output: &Path, path: &str, content: &Content) -> io::Result<Option<(String, u64)>> {
    let root = match Root::open(output) {
        Err(Obstacle::Disk(_, error)) if error.kind() == io::ErrorKind::NotFound => {
            return Ok(None);
        }
        root => root?,
    };
    if !matches!(root.look(path)?, Standing::File(_)) {
        return Ok(None);
    }
    let Some(file) = root.open_file(path)? else { return Ok(None) };
    let length = file.metadata()?.len();
    let digest = content.same_as(file, &root.at(path)).map_err(io::Error::from)?;
    Ok(digest.map(|digest| (digest.into(), length)))
}

/// One of several equal parts of a site's files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shard {
    number: usize,
    of: usize,
}

impl Shard {
    /// All files.
    pub const WHOLE: Self = Self { number: 1, of: 1 };

    /// Part `number` of `of`, from 1; nothing if there is no such part.
    pub fn new(number: usize, of: usize) -> Option<Self> {
        (1..=of).contains(&number).then_some(Self { number, of })
    }

    /// Its own paths and the others.
    fn part(self, paths: &[String]) -> (Cow<'_, [String]>, Vec<&str>) {
        if self == Self::WHOLE {
            return (Cow::Borrowed(paths), Vec::new());
        }
        let (own, others): (Vec<_>, Vec<_>) =
            paths.iter().enumerate().partition(|(at, _)| at % self.of == self.number - 1);
        (
            own.into_iter().map(|(_, path)| path.clone()).collect(),
            others.into_iter().map(|(_, path)| path.as_str()).collect(),
        )
    }

    /// The place among all paths of the one that is at this place among its own.
    fn place(self, at: usize) -> usize {
        at * self.of + self.number - 1
    }
}

/// Makes `output` hold exactly the files `paths`, besides files that are not ours; of a shard only
/// those that are its own, while those of others stay as they are.
///
/// `render` gives the content of a path by its index; it is called once for each, in parallel and
/// in no certain order. `progress` is told how many files have been rendered so far. Paths are
/// relative, with `/`, and none is a folder of another. A file whose content is unchanged is not
/// touched. One that somebody edited is overwritten while it is part of the site, and kept when it
/// no longer is.
///
/// # Errors
///
/// With [`WriteError::Io`] after the first rename (the disk failed within the last moments) the
/// output holds whole old and whole new files, and the next build puts it right. After any other
/// error the old site is untouched.
pub fn write<E: Send>(
    output: &Output,
    paths: &[String],
    shard: Shard,
    render: impl Fn(usize) -> Result<Content, E> + Sync,
    progress: impl Fn(usize) + Sync,
) -> Result<Summary, WriteError<E>> {
    let odd: Vec<String> = paths.iter().filter(|path| !is_plain(path)).cloned().collect();
    if !odd.is_empty() {
        return Err(WriteError::Path(odd));
    }
    let root = Root::make(output.folder())?;
    let _lock = Lock::take(&root)?;
    let staging = Staging::clear(&root)?;
    let found = Manifest::load(&root)?;
    let nothing = Manifest::default();
    let old = found.as_ref().unwrap_or(&nothing);
    let survey = Survey::new(&root, paths, old)?;
    let (own, others) = shard.part(paths);
    let own = own.as_ref();
    let staged = staging.fill(own, &survey, |at| render(shard.place(at)), progress)?;

    let mut new = Manifest::new(own, &staged.digests);
    new.keep(old, &survey.stale.kept);
    new.keep(old, &others);
    if staged.is_empty() && survey.stale.is_empty() {
        if found.as_ref() != Some(&new) {
            new.save(&staging)?;
        }
    } else {
        let either = old.union(&new);
        if either != *old {
            either.save(&staging)?;
        }
        install::install(&root, &staged, &survey)?;
        if new != either {
            new.save(&staging)?;
        }
    }
    Ok(Summary {
        files: own.len(),
        written: staged.count,
        unchanged: own.len() - staged.count,
        removed: survey.stale.files.len(),
        kept: survey.stale.kept.iter().map(ToString::to_string).collect(),
    })
}

//! What is found in one run, with a bound on how much of it is kept and how much is looked up for
//! it.
//!
//! Twenty thousand links that lead nowhere are one mistake, made by a program, and nobody reads
//! them one by one. Of one code in one file the first hundred are kept and the rest counted. What
//! may have been meant is looked for only for those that are kept, once all are known: each name is
//! compared with every other, so that a run compares no more than a bounded number.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Code, Diagnostic, Place, did_you_mean};

/// How many of one code in one file are kept.
const MOST_OF_A_KIND: usize = 100;
/// How many names are compared in a run.
const MOST_COMPARISONS: usize = 500_000;
/// The longest sentence, in bytes: what it quotes can be of any length.
const MOST_TOLD: usize = 2_000;

/// A name that is not known, and those among which the one is that may have been meant.
#[derive(Debug, Clone)]
pub struct Meant {
    /// As it was written.
    pub written: String,
    /// Shared by all that can be mistaken for them.
    pub known: Arc<[String]>,
    /// The help, of the name that was meant and of what helps where there is none.
    pub help: fn(&str, &str) -> String,
}

/// Diagnostics as they are found, of which there are never too many.
#[derive(Debug, Clone, Default)]
pub struct Findings {
    kept: Vec<Diagnostic>,
    /// Of each file and code how many are kept, and the place of the last.
    kinds: BTreeMap<(String, Code), (usize, usize)>,
}

impl Findings {
    /// Adds one, or counts it with the last of its kind in the same file.
    pub fn push(&mut self, found: Diagnostic) {
        let (count, last) =
            self.kinds.entry((found.place.file.path.clone(), found.code)).or_default();
        match self.kept.get_mut(*last).filter(|_| *count == MOST_OF_A_KIND) {
            Some(last) => last.more += found.count(),
            None => {
                (*count, *last) = (*count + 1, self.kept.len());
                self.kept.push(found);
            }
        }
    }

    /// Adds one that is only made where it is kept.
    pub fn find(&mut self, code: Code, place: Place, make: impl FnOnce(Place) -> Diagnostic) {
        match self
            .kinds
            .get(&(place.file.path.clone(), code))
            .filter(|(count, _)| *count == MOST_OF_A_KIND)
        {
            Some((_, last)) => self.kept[*last].more += 1,
            None => self.push(make(place)),
        }
    }

    /// Those that are kept.
    pub fn as_slice(&self) -> &[Diagnostic] {
        &self.kept
    }
}

impl From<Findings> for Vec<Diagnostic> {
    fn from(findings: Findings) -> Self {
        findings.kept
    }
}

/// Puts diagnostics in the order of files and lines, errors before warnings in one place; keeps no
/// more than can be read, and says of each name that is not known which one may have been meant.
pub fn settle(diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.sort_by(|a, b| {
        let place = |found: &Diagnostic| (found.place.span.start, found.severity(), found.code);
        a.place
            .file
            .path
            .cmp(&b.place.file.path)
            .then_with(|| place(a).cmp(&place(b)))
            .then_with(|| a.message.cmp(&b.message))
    });
    let mut findings = Findings::default();
    // The last that is kept of a kind tells of those that are not, and it may be another one in
    // this order.
    let mut more: BTreeMap<(String, Code), usize> = BTreeMap::new();
    for mut found in diagnostics.drain(..) {
        *more.entry((found.place.file.path.clone(), found.code)).or_default() +=
            std::mem::take(&mut found.more);
        findings.push(found);
    }
    for (kind, more) in more.into_iter().filter(|(_, more)| *more > 0) {
        if let Some(last) =
            findings.kinds.get(&kind).and_then(|(_, last)| findings.kept.get_mut(*last))
        {
            last.more += more;
        }
    }
    *diagnostics = findings.kept;
    let mut comparisons = MOST_COMPARISONS;
    for found in diagnostics {
        if let Some(meant) = found.meant.take()
            && let Some(left) = comparisons.checked_sub(meant.known.len())
        {
            comparisons = left;
            if let Some(name) = did_you_mean(&meant.written, meant.known.iter().map(String::as_str))
            {
                found.help = (meant.help)(name, &found.help);
            }
        }
        [&mut found.message, &mut found.label, &mut found.help].into_iter().for_each(shorten);
    }
}

fn shorten(text: &mut String) {
    if text.len() > MOST_TOLD {
        text.truncate(text.floor_char_boundary(MOST_TOLD));
        text.push('…');
    }
}

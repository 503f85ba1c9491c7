//! What other programs wrote → records of this site, and a report of what was kept, guessed,
//! dropped and left out.
//!
//! A table gives a record for each row ([`table`]); the issues of a status page give incidents,
//! posts of a blog articles ([`posts`]). Nothing is written here: the records come out with the
//! paths that they would have. They are drafts, unless they are to be published at once; a record
//! of which something was guessed, or of which something stayed raw, is a draft even then. One
//! whose day cannot be known for sure is left out.
//!
//! Symbolic links are not followed, and sizes are bounded.

#![expect(clippy::disallowed_methods, reason = "what is imported lies outside the site")]

mod decode;
mod front;
mod pictures;
pub mod posts;
mod prose;
mod record;
mod sentences;
pub mod table;
mod told;
mod tracking;
mod when;

use std::collections::{BTreeMap, BTreeSet};
use std::{fmt, io};

use chrono::NaiveDate;
use chrono_tz::Tz;

use self::record::Making;
use self::told::Told;
use crate::load::{LoadError, Original};
use crate::model::Settings;

pub use self::decode::Unreadable;
pub use self::record::Record;
pub use self::when::Order;

/// What is known of the site that takes the records, and what its editor wants.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'s> {
    /// Its configuration.
    pub site: &'s Settings,
    /// Its zone, or that of a record.
    pub zone: Tz,
    /// The day in that zone: nothing later can have happened.
    pub today: NaiveDate,
    /// In which order day and month stand where the text does not tell.
    pub order: Option<Order>,
    /// Whether records of which nothing is doubtful are no drafts.
    pub publish: bool,
}

/// What became of something that was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    /// It is part of a record, changed as the note says.
    Kept,
    /// It is part of a record that is a draft, because nobody knows whether it is right.
    Guessed,
    /// It has no place in a record.
    Dropped,
    /// It stays as it is, and somebody has to look at it.
    Flagged,
    /// No record was made of it.
    LeftOut,
    /// Nothing is imported before this is told.
    Refused,
}

impl Fate {
    /// The word for it in the report.
    pub fn name(self) -> &'static str {
        match self {
            Fate::Kept => "kept",
            Fate::Guessed => "guessed",
            Fate::Dropped => "dropped",
            Fate::Flagged => "look at this",
            Fate::LeftOut => "left out",
            Fate::Refused => "refused",
        }
    }
}

/// One line of the report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The file, perhaps with row or line and column.
    pub at: String,
    /// What became of it.
    pub fate: Fate,
    /// What, and why.
    pub says: String,
}

impl fmt::Display for Note {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{}: {}: {}", self.at, self.fate.name(), self.says)
    }
}

/// What was made.
#[derive(Debug, Default)]
pub struct Import {
    /// New records by the path that they would have in the site.
    pub records: BTreeMap<String, Record>,
    /// Pictures by the path that they would have in the site: the file, and the path of the record
    /// that shows it.
    pub pictures: BTreeMap<String, (Original, String)>,
    /// The report, in the order in which things were read.
    pub notes: Vec<Note>,
    /// What the machine failed to read, of which nothing can be said.
    pub failed: Option<LoadError>,
    /// What is told in one line however often it is so.
    tallies: BTreeMap<(Fate, Told), Tally>,
    /// Paths of records that are or will be there.
    taken: BTreeSet<String>,
    /// The number to try next for a path without its ending, so that thousands of equal titles do
    /// not count from two each time.
    numbers: BTreeMap<String, usize>,
    /// Old addresses that a record of this import leads on from.
    aliases: BTreeSet<String>,
}

/// How often something was so.
#[derive(Debug)]
struct Tally {
    /// Its line in the report.
    note: usize,
    count: usize,
    /// The first few different things.
    examples: Vec<String>,
    /// Whether there are more than these.
    has_more: bool,
}

impl Import {
    /// Nothing, because the machine failed to read a file.
    pub fn failed(path: impl Into<String>, source: io::Error) -> Self {
        Self { failed: Some(LoadError { path: path.into(), source }), ..Self::default() }
    }

    /// Notes that a file could not be read.
    fn unread(&mut self, at: impl Into<String>, fate: Fate, why: Unreadable) {
        match why {
            Unreadable::Content(says) => self.note(at, fate, says),
            Unreadable::Machine(source) => {
                _ = self.failed.get_or_insert(LoadError { path: at.into(), source });
            }
        }
    }

    fn note(&mut self, at: impl Into<String>, fate: Fate, says: impl Into<String>) {
        self.notes.push(Note { at: at.into(), fate, says: says.into() });
    }

    /// Counts something of which the report has one line, at the place where it was so first.
    fn tell(&mut self, at: impl Into<String>, fate: Fate, told: Told, example: &str) {
        const EXAMPLES: usize = 5;
        let Self { notes, tallies, .. } = self;
        let tally = tallies.entry((fate, told)).or_insert_with(|| {
            notes.push(Note { at: at.into(), fate, says: String::new() });
            Tally { note: notes.len() - 1, count: 0, examples: Vec::new(), has_more: false }
        });
        tally.count += 1;
        let example = sentences::shortened(example);
        if !tally.examples.contains(&example) {
            if tally.examples.len() < EXAMPLES {
                tally.examples.push(example);
            } else {
                tally.has_more = true;
            }
        }
        notes[tally.note].says = told.sentence(tally.count, &tally.examples, tally.has_more);
    }

    /// How many records were not made.
    pub fn left_out(&self) -> usize {
        let tallied = |note: usize| self.tallies.values().find(|tally| tally.note == note);
        let notes = self.notes.iter().enumerate().filter(|(_, note)| note.fate == Fate::LeftOut);
        notes.map(|(at, _)| tallied(at).map_or(1, |tally| tally.count)).sum()
    }

    /// Whether nothing may be written.
    pub fn is_refused(&self) -> bool {
        self.notes.iter().any(|note| note.fate == Fate::Refused)
    }

    /// Claims an old address; false if another record has it.
    fn claims(&mut self, address: &str) -> bool {
        self.aliases.insert(address.to_owned())
    }

    /// The first name of a record in a folder that no other of this import has, which is taken
    /// from then on.
    fn free_id(&mut self, folder: &str, id: &str) -> String {
        let stem = format!("{folder}/{id}");
        if self.taken.insert(stem.clone()) {
            return id.to_owned();
        }
        let number = self.numbers.entry(stem.clone()).or_insert(2);
        while !self.taken.insert(format!("{stem}-{number}")) {
            *number += 1;
        }
        format!("{id}-{number}")
    }

    /// Adds a record under a free name.
    fn add(&mut self, folder: &str, id: &str, making: Making, from: &str, setting: Setting<'_>) {
        self.records.insert(format!("{folder}/{id}.md"), making.finish(from, setting.publish));
    }

    /// Leaves an old address out, because another page has it; false if no record leads on from it.
    pub fn drop_alias(&mut self, record: &str, address: &str) -> bool {
        let Some(found) = self.records.get_mut(record) else { return false };
        let address = record::plain_address(address);
        let before = found.aliases.len();
        found.aliases.retain(|alias| record::plain_address(alias) != address);
        let (dropped, from) = (found.aliases.len() < before, found.from.clone());
        if dropped {
            self.tell(from, Fate::Dropped, Told::AliasTaken, &address);
        }
        dropped
    }
}

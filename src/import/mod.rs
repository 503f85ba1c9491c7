//! What other programs wrote → records of this site, and a report of what was kept, guessed, dropped and left out.
//!
//! A table gives incidents, a row each ([`table`]); the issues of a status page give incidents, posts of a blog articles ([`posts`]).
//! Nothing is written here: the files come out as texts with their paths. A record of which something was guessed is a draft, and
//! one whose day cannot be known for sure is left out.
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
mod tracking;
mod when;

use std::collections::{BTreeMap, BTreeSet};
use std::{fmt, io};

use chrono::NaiveDate;
use chrono_tz::Tz;

use crate::load::{LoadError, Original};

pub use self::decode::Unreadable;
pub use self::when::Order;

/// What is known of the site that takes the records.
#[derive(Debug, Clone, Copy)]
pub struct Setting {
    /// Its zone.
    pub zone: Tz,
    /// The day in that zone: nothing later can have happened.
    pub today: NaiveDate,
    /// In which order day and month stand where the text does not tell.
    pub order: Option<Order>,
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
    /// New files by the path that they would have in the site, each with where it came from.
    pub files: BTreeMap<String, (String, String)>,
    /// Pictures by the path that they would have in the site: the file, and the path of the record that shows it.
    pub pictures: BTreeMap<String, (Original, String)>,
    /// The report, in the order in which things were read.
    pub notes: Vec<Note>,
    /// What the machine failed to read, of which nothing can be said.
    pub failed: Option<LoadError>,
    /// The number to try next for a path without its ending, so that thousands of equal titles do not count from two each time.
    numbers: BTreeMap<String, usize>,
    /// Old addresses that a record of this import leads on from.
    aliases: BTreeSet<String>,
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
            Unreadable::Machine(source) => _ = self.failed.get_or_insert(LoadError { path: at.into(), source }),
        }
    }

    fn note(&mut self, at: impl Into<String>, fate: Fate, says: impl Into<String>) {
        self.notes.push(Note { at: at.into(), fate, says: says.into() });
    }

    /// Whether nothing may be written.
    pub fn is_refused(&self) -> bool {
        self.notes.iter().any(|note| note.fate == Fate::Refused)
    }

    /// Claims an old address; false if another record has it.
    fn claims(&mut self, address: &str) -> bool {
        self.aliases.insert(address.to_owned())
    }

    /// The first name of a record in a folder that is not taken by another of this import.
    fn free_id(&mut self, folder: &str, id: &str) -> String {
        let stem = format!("{folder}/{id}");
        if !self.files.contains_key(&format!("{stem}.md")) {
            return id.to_owned();
        }
        let number = self.numbers.entry(stem.clone()).or_insert(2);
        while self.files.contains_key(&format!("{stem}-{number}.md")) {
            *number += 1;
        }
        format!("{id}-{number}")
    }

    /// Adds a record under a free name, with the pictures that it shows.
    fn add(&mut self, folder: &str, id: &str, text: String, from: &str, pictures: BTreeMap<String, Original>) {
        let path = format!("{folder}/{id}.md");
        for (name, file) in pictures {
            self.pictures.insert(format!("{folder}/{name}"), (file, path.clone()));
        }
        self.files.insert(path, (text, from.to_owned()));
    }
}

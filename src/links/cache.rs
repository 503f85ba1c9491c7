//! What pages answered, kept in `.overdue-links.json` beside `overdue.yaml`.
//!
//! A page that was there is believed for seven days, one of which nothing is known for one day; a broken one is asked each time, so that
//! a correction shows at once. The file can be deleted whenever one likes, and belongs neither into the site nor into its history.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::ask::Answer;
use crate::load::is_machines;

/// The file's name.
pub const FILE: &str = ".overdue-links.json";

/// The largest file that is read, in bytes.
const MAX_BYTES: u64 = 32 << 20;

/// What pages answered, and when.
#[derive(Debug, Default)]
pub struct Cache {
    entries: BTreeMap<String, (DateTime<Utc>, Answer)>,
}

#[derive(Serialize, Deserialize)]
struct Document {
    version: u32,
    links: BTreeMap<String, Entry>,
}

#[derive(Serialize, Deserialize)]
struct Entry {
    asked: String,
    answer: Word,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    why: String,
}

#[derive(Serialize, Deserialize, Clone, Copy)]
#[serde(rename_all = "lowercase")]
enum Word {
    Good,
    Broken,
    Unknown,
}

impl Cache {
    /// What was kept in a site's folder. A file that we did not write holds nothing: everything is asked anew.
    ///
    /// # Errors
    ///
    /// When the machine fails to read it.
    #[expect(clippy::disallowed_methods, reason = "the cache is this module's own file")]
    pub fn load(root: &Path) -> io::Result<Self> {
        let path = root.join(FILE);
        let is_ours = fs::symlink_metadata(&path).is_ok_and(|found| found.is_file() && found.len() <= MAX_BYTES);
        let text = match if is_ours { fs::read_to_string(&path) } else { Ok(String::new()) } {
            Err(error) if is_machines(&error) => return Err(error),
            read => read.unwrap_or_default(),
        };
        let Ok(document) = serde_json::from_str::<Document>(&text) else { return Ok(Self::default()) };
        if document.version != 1 {
            return Ok(Self::default());
        }
        let entries = document.links.into_iter().filter_map(|(url, Entry { asked, answer, why })| {
            let answer = match answer {
                Word::Good => Answer::Good,
                Word::Broken => Answer::Broken(why),
                Word::Unknown => Answer::Unknown(why),
            };
            Some((url, (asked.parse().ok()?, answer)))
        });
        Ok(Self { entries: entries.collect() })
    }

    /// Keeps it for the next check, without what is too old to be believed.
    ///
    /// # Errors
    ///
    /// When the disk fails.
    #[expect(clippy::disallowed_methods, reason = "the cache is this module's own file")]
    pub fn save(&self, root: &Path, now: DateTime<Utc>) -> io::Result<()> {
        let kept = self.entries.iter().filter(|(_, (asked, answer))| is_fresh(answer, *asked, now) && !matches!(answer, Answer::Broken(_)));
        let links = kept.map(|(url, (asked, answer))| {
            let (answer, why) = match answer {
                Answer::Good => (Word::Good, String::new()),
                Answer::Broken(why) => (Word::Broken, why.clone()),
                Answer::Unknown(why) => (Word::Unknown, why.clone()),
            };
            (url.clone(), Entry { asked: asked.to_rfc3339_opts(chrono::SecondsFormat::Secs, true), answer, why })
        });
        let mut text = serde_json::to_string_pretty(&Document { version: 1, links: links.collect() })?;
        text.push('\n');
        // Renaming replaces a link that stands in its place, instead of writing through it.
        let part = root.join(format!("{FILE}.part"));
        let _ = fs::remove_file(&part);
        fs::File::create_new(&part).and_then(|mut file| io::Write::write_all(&mut file, text.as_bytes()))?;
        fs::rename(&part, root.join(FILE))
    }

    /// What a page answered, if that can still be believed.
    pub fn answer(&self, url: &str, now: DateTime<Utc>) -> Option<&Answer> {
        let (asked, answer) = self.entries.get(url)?;
        is_fresh(answer, *asked, now).then_some(answer)
    }

    pub(super) fn note(&mut self, url: &str, answer: Answer, now: DateTime<Utc>) {
        self.entries.insert(url.to_owned(), (now, answer));
    }
}

fn is_fresh(answer: &Answer, asked: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    let days = match answer {
        Answer::Good => 7,
        Answer::Broken(_) | Answer::Unknown(_) => 1,
    };
    let age = now - asked;
    age >= TimeDelta::zero() && age < TimeDelta::days(days)
}

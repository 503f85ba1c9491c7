//! What pages answered, kept in `.overdue-links.json` beside `overdue.yaml`.
//!
//! A page that was there is believed for seven days, one of which nothing is known for one day; a
//! broken one is asked each time, so that a correction shows at once. The file can be deleted
//! whenever one likes, and belongs neither into the site nor into its history.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::ask::Answer;
use crate::diag::without_user_info;
use crate::load::{is_machines, read_at_most};
use crate::text::is_web_address;
use crate::write::Root;

/// The file's name.
pub const FILE: &str = ".overdue-links.json";

/// The file until it is whole.
const PART: &str = ".overdue-links.json.part";

/// The largest file that is read, in bytes.
const MAX_BYTES: u64 = 32 << 20;

/// The longest reason that is believed to be ours, in bytes.
const LONGEST_REASON: usize = 200;

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
    Unknown,
}

impl Cache {
    /// What was kept in a site's folder. A file that we could not have written, or a part of it,
    /// holds nothing: it may have come with a stranger's repository, and is asked anew.
    ///
    /// # Errors
    ///
    /// When the machine fails to read it.
    pub fn load(root: &Path) -> io::Result<Self> {
        let bytes = match read_at_most(&root.join(FILE), MAX_BYTES) {
            Err(error) if is_machines(&error) => return Err(error),
            read => read.unwrap_or_default(),
        };
        let Ok(document) = serde_json::from_slice::<Document>(&bytes) else {
            return Ok(Self::default());
        };
        if document.version != 1 {
            return Ok(Self::default());
        }
        let is_sound = |url: &str, why: &str| {
            is_web_address(url) && why.len() <= LONGEST_REASON && !why.contains(char::is_control)
        };
        let entries =
            document.links.into_iter().filter_map(|(url, Entry { asked, answer, why })| {
                if !is_sound(&url, &why) {
                    return None;
                }
                let answer = match answer {
                    Word::Good => Answer::Good,
                    Word::Unknown => Answer::Unknown(why),
                };
                Some((url, (asked.parse().ok()?, answer)))
            });
        Ok(Self { entries: entries.collect() })
    }

    /// Keeps it for the next check, without what is too old to be believed, and without addresses
    /// that hold a name or password.
    ///
    /// # Errors
    ///
    /// When the disk fails.
    pub fn save(&self, root: &Path, now: DateTime<Utc>) -> io::Result<()> {
        let kept = self.entries.iter().filter(|(_, (asked, answer))| is_fresh(answer, *asked, now));
        let links = kept.filter(|(url, _)| without_user_info(url) == url.as_str()).filter_map(
            |(url, (asked, answer))| {
                let (answer, why) = match answer {
                    Answer::Good => (Word::Good, String::new()),
                    Answer::Unknown(why) => (Word::Unknown, why.clone()),
                    Answer::Broken(_) => return None,
                };
                Some((
                    url.clone(),
                    Entry {
                        asked: asked.to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
                        answer,
                        why,
                    },
                ))
            },
        );
        let mut text =
            serde_json::to_string_pretty(&Document { version: 1, links: links.collect() })?;
        text.push('\n');
        // Renaming replaces a link that stands in its place, instead of writing through it.
        let root = Root::open(root)?;
        root.remove_file(PART)?;
        root.write_new(PART, text.as_bytes())?;
        Ok(root.rename(PART, FILE)?)
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

//! What changed on the pages where somebody looks for documents, since a check was noted last.
//!
//! What each page said is kept in `.overdue-looks.json` beside `overdue.yaml`: its text, with what
//! to ask the host by whether it has changed, and for each check the lines that were there then. A
//! page is asked for at most once an hour, by the rules of `check --links`. The file can be deleted
//! whenever one likes: then nothing is known of what changed.
//!
//! "Unchanged" is said of a page that was fetched, or of which its host says so, and of no other.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::Path;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::ask::{Answer, Asker, Fetched, Validators};
use super::{ask_each, page_of, text};
use crate::diag::without_user_info;
use crate::load::{is_machines, read_at_most};
use crate::text::is_web_address;
use crate::write::Root;

/// The file's name.
pub const LOOKS: &str = ".overdue-looks.json";

/// The file until it is whole.
const PART: &str = ".overdue-looks.json.part";

/// The largest file that is read, in bytes.
const MAX_BYTES: u64 = 64 << 20;

/// What a page is like, beside what it was when a check was noted last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Look {
    /// No check was noted with it before.
    First,
    /// It says what it said on that day.
    Unchanged(NaiveDate),
    /// It says something else than on that day.
    Changed {
        /// The day.
        since: NaiveDate,
        /// The lines that are new, in the order of the page; what is no text has none.
        new: Vec<String>,
    },
    /// Nobody can tell, and why.
    NotKnown(String),
}

/// What pages said, and when.
#[derive(Debug, Default)]
pub struct Looks {
    pages: BTreeMap<String, Kept>,
    /// By the name of a check and the address.
    seen: BTreeMap<String, BTreeMap<String, Seen>>,
    /// Why pages could not be fetched this time.
    failed: BTreeMap<String, String>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Kept {
    /// In seconds since 1970.
    asked: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    etag: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    modified: Option<String>,
    lines: Vec<String>,
}

/// The lines of a page on the day of a check, as digests.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Seen {
    /// As `2026-11-22`.
    day: String,
    lines: BTreeSet<String>,
}

#[derive(Serialize, Deserialize)]
struct Document {
    version: u32,
    pages: BTreeMap<String, Kept>,
    seen: BTreeMap<String, BTreeMap<String, Seen>>,
}

impl Kept {
    fn is_of_this_hour(&self, now: DateTime<Utc>) -> bool {
        (0..3600).contains(&now.timestamp().saturating_sub(self.asked))
    }
}

impl Looks {
    /// What was kept in a site's folder; nothing of a file that we could not have written.
    ///
    /// # Errors
    ///
    /// When the machine fails to read it.
    pub fn load(root: &Path) -> io::Result<Self> {
        let bytes = match read_at_most(&root.join(LOOKS), MAX_BYTES) {
            Err(error) if is_machines(&error) => return Err(error),
            read => read.unwrap_or_default(),
        };
        let document = serde_json::from_slice::<Document>(&bytes);
        let Ok(Document { version: 1, mut pages, seen }) = document else {
            return Ok(Self::default());
        };
        pages.retain(|url, _| is_web_address(url));
        Ok(Self { pages, seen, failed: BTreeMap::new() })
    }

    /// Keeps it for the next round, without addresses that hold a name or password.
    ///
    /// # Errors
    ///
    /// When the disk fails.
    pub fn save(&self, root: &Path) -> io::Result<()> {
        let text = self.written(MAX_BYTES)?;
        // Renaming replaces a link that stands in its place, instead of writing through it.
        let root = Root::open(root)?;
        root.remove_file(PART)?;
        root.write_new(PART, text.as_bytes())?;
        Ok(root.rename(PART, LOOKS)?)
    }

    /// The file, of at most so many bytes, so that it can be read again: of too many pages those
    /// that were asked last are kept.
    fn written(&self, most: u64) -> serde_json::Result<String> {
        let mut document =
            Document { version: 1, pages: self.pages.clone(), seen: self.seen.clone() };
        let is_open = |url: &String| without_user_info(url) == url.as_str();
        document.pages.retain(|url, _| is_open(url));
        loop {
            let pages = &document.pages;
            document
                .seen
                .values_mut()
                .for_each(|seen| seen.retain(|url, _| pages.contains_key(url)));
            document.seen.retain(|_, seen| !seen.is_empty());
            let text = serde_json::to_string(&document)? + "\n";
            if text.len() as u64 <= most || pages.is_empty() {
                return Ok(text);
            }
            let mut asked: Vec<i64> = pages.values().map(|kept| kept.asked).collect();
            asked.sort_unstable();
            let middle = asked[asked.len() / 2];
            document.pages.retain(|_, kept| kept.asked > middle);
        }
    }

    /// Fetches the pages that were not asked for within the hour.
    pub fn fetch(&mut self, urls: &[&str], asker: &Asker, now: DateTime<Utc>) {
        let wanted: BTreeSet<&str> = urls.iter().map(|url| page_of(url)).collect();
        let is_old =
            |url: &&str| self.pages.get(*url).is_none_or(|kept| !kept.is_of_this_hour(now));
        let wanted: Vec<&str> = wanted.into_iter().filter(is_old).collect();
        let pages = &self.pages;
        let fetched = ask_each(&wanted, |url| {
            let known = pages.get(url).map_or_else(Validators::default, |kept| Validators {
                etag: kept.etag.clone(),
                modified: kept.modified.clone(),
            });
            asker.fetch(url, &known)
        });
        for (url, fetched) in fetched {
            match fetched {
                Fetched::Same => match self.pages.get_mut(&url) {
                    Some(kept) => kept.asked = now.timestamp(),
                    None => _ = self.failed.insert(url, UNASKED.to_owned()),
                },
                Fetched::Page(page) => {
                    let lines = text::lines(&page);
                    let Validators { etag, modified } = page.validators;
                    self.pages.insert(url, Kept { asked: now.timestamp(), etag, modified, lines });
                }
                Fetched::Not(Answer::Broken(why) | Answer::Unknown(why)) => {
                    self.failed.insert(url, why);
                }
                Fetched::Not(Answer::Good) => {}
            }
        }
    }

    /// What a page is like beside what it was at the last check of this name.
    pub fn look(&self, check: &str, url: &str, now: DateTime<Utc>) -> Look {
        let url = page_of(url);
        if let Some(why) = self.failed.get(url) {
            return Look::NotKnown(why.clone());
        }
        let Some(kept) = self.pages.get(url).filter(|kept| kept.is_of_this_hour(now)) else {
            return Look::NotKnown("nobody has asked".to_owned());
        };
        if kept.lines.is_empty() {
            return Look::NotKnown("it shows no text to a program".to_owned());
        }
        let seen = self.seen.get(check).and_then(|pages| pages.get(url));
        let Some((seen, since)) = seen.and_then(|seen| Some((seen, seen.day.parse().ok()?))) else {
            return Look::First;
        };
        let new = kept.lines.iter().filter(|line| !seen.lines.contains(&digest(line)));
        let new: Vec<String> = new.cloned().collect();
        let now: BTreeSet<String> = kept.lines.iter().map(|line| digest(line)).collect();
        if now == seen.lines {
            Look::Unchanged(since)
        } else {
            let is_text = kept.lines.len() > 1 || kept.lines.iter().any(|line| line.contains(' '));
            Look::Changed { since, new: if is_text { new } else { Vec::new() } }
        }
    }

    /// Notes that a check of this name was made with these pages as they are now.
    pub fn note(&mut self, check: &str, urls: &[String], day: NaiveDate) {
        for url in urls.iter().map(|url| page_of(url)) {
            let Some(kept) = self.pages.get(url).filter(|_| !self.failed.contains_key(url)) else {
                continue;
            };
            let lines = kept.lines.iter().map(|line| digest(line)).collect();
            let seen = self.seen.entry(check.to_owned()).or_default();
            seen.insert(url.to_owned(), Seen { day: day.to_string(), lines });
        }
    }
}

const UNASKED: &str = "its host says that it has not changed, without having been asked";

/// Enough of a hash to tell the lines of a page from each other.
fn digest(line: &str) -> String {
    blake3::hash(line.as_bytes()).to_hex()[..16].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_can_be_read_again_however_many_pages_there_were() {
        let kept = |asked| Kept {
            asked,
            etag: None,
            modified: None,
            lines: vec!["A report. ".repeat(100)],
        };
        let pages = (0..100).map(|n| (format!("https://example.org/{n}"), kept(n)));
        let mut looks = Looks { pages: pages.collect(), ..Looks::default() };
        let urls = ["https://example.org/3".to_owned(), "https://example.org/99".to_owned()];
        looks.note("fire/final-report", &urls, NaiveDate::MIN);
        let text = looks.written(40_000).expect("text");
        assert!(text.len() <= 40_000);
        let read: Document = serde_json::from_str(&text).expect("a document");
        assert_eq!(read.pages.len(), 24);
        let seen: Vec<&String> = read.seen["fire/final-report"].keys().collect();
        assert_eq!(seen, ["https://example.org/99"]);
        assert!(looks.written(10).expect("text").len() < 100);
    }
}

//! Links to other sites → which of them are broken, and what changed there.
//!
//! For `check --links`, and for the round of `checked`, which looks at what changed on pages
//! (`look`): nothing else of the program asks the network for pages. What was answered is kept for a
//! while in a file beside `overdue.yaml` (`cache`), so that a check every day asks each page once a
//! week. One page is asked politely (`ask`), and never one of a private network (`address`).
//!
//! "No answer today" is not "broken": only a page that says that it is gone, a name that does not
//! exist, or an address that no reader can reach is a warning. Everything else is a note.
//!
//! Absent on purpose: links within the site, which are known without asking anybody.

mod address;
mod ask;
mod cache;
mod look;
mod text;

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use chrono::{DateTime, Utc};
use url::Url;

pub use address::is_public;
pub use ask::{Answer, Asker, Fetched, Lookup, Names, Page, Validators};
pub use cache::{Cache, FILE};
pub use look::{LOOKS, Look, Looks};

use crate::diag::{Code, Diagnostic, Place, pluralise};
use crate::lint::ExternalLink;

/// How many pages are asked at a time, each of another host.
const WORKERS: usize = 8;

/// Asks for every address that the cache does not know, and tells which are broken or gave no
/// answer.
pub fn check(
    links: &[ExternalLink],
    asker: &Asker,
    cache: &mut Cache,
    now: DateTime<Utc>,
) -> Vec<Diagnostic> {
    let mut places: BTreeMap<&str, Vec<&Place>> = BTreeMap::new();
    for link in links {
        places.entry(page_of(&link.url)).or_default().push(&link.place);
    }
    let unknown: Vec<&str> =
        places.keys().copied().filter(|url| cache.answer(url, now).is_none()).collect();
    for (url, answer) in ask_each(&unknown, |url| asker.ask(url)) {
        cache.note(&url, answer, now);
    }
    let told = places.iter().filter_map(|(url, places)| tell(url, cache.answer(url, now)?, places));
    told.collect()
}

/// An address without its fragment, which is nobody's business but the reader's.
fn page_of(url: &str) -> &str {
    url.split('#').next().unwrap_or(url)
}

/// The host of an address; empty where it cannot be read.
fn host_of(url: &str) -> String {
    Url::parse(url).ok().and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_default()
}

/// Asks for each address, several hosts at a time.
fn ask_each<T: Send>(urls: &[&str], ask: impl Fn(&str) -> T + Sync) -> BTreeMap<String, T> {
    // By host, the longest list first: a host is asked one thing at a time, and must not keep the
    // others waiting.
    let mut hosts: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for url in urls {
        hosts.entry(host_of(url)).or_default().push(url);
    }
    let mut lists: Vec<Vec<&str>> = hosts.into_values().collect();
    lists.sort_by_key(|list| Reverse(list.len()));
    let next = AtomicUsize::new(0);
    let answers = Mutex::new(BTreeMap::new());
    std::thread::scope(|scope| {
        for _ in 0..WORKERS.min(lists.len()) {
            scope.spawn(|| {
                let mine = std::iter::from_fn(|| lists.get(next.fetch_add(1, Ordering::Relaxed)));
                for url in mine.flatten() {
                    let answer = ask(url);
                    if let Ok(mut answers) = answers.lock() {
                        answers.insert((*url).to_owned(), answer);
                    }
                }
            });
        }
    });
    answers.into_inner().unwrap_or_default()
}

fn tell(url: &str, answer: &Answer, places: &[&Place]) -> Option<Diagnostic> {
    let (first, others) = places.split_first()?;
    let more = if others.is_empty() {
        String::new()
    } else {
        format!(" (linked in {} more)", pluralise(others.len(), "place"))
    };
    let (code, message, help) = match answer {
        Answer::Good => return None,
        Answer::Broken(why) => (
            Code::LinkBroken,
            format!("{url} is broken: {why}{more}"),
            "correct the address, or lead to a copy in a web archive; of a source, keep `url` and add `archived`",
        ),
        Answer::Unknown(why) => (
            Code::LinkUnanswered,
            format!("whether {url} is there is not known: {why}{more}"),
            "open it in a browser; nothing has to be done if it opens",
        ),
    };
    Some(Diagnostic::new(code, (*first).clone(), message).help(help))
}

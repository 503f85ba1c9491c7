//! Register → the files that the search page reads: for each language an inverted index in pieces,
//! and the pages it speaks of.
//!
//! A reader's query loads the list of pieces, the few pieces of its words and the pieces of the
//! pages that are shown, each of some tens of kilobytes. A piece is named after its content, so
//! that it may be kept for ever and never meets one of another build. Pages are numbered from the
//! oldest to the newest, so that a new one changes only the pieces of its own words.
//!
//! Ours, and not the library Pagefind, because that took minutes more to compile and eighteen
//! seconds for 10,000 pages, wrote a small file for each page and found no Korean word inside
//! another.
//!
//! Absent on purpose: numbers of days, which would change the index every day; stemming, of which
//! each language needs its own.

mod entry;
mod pieces;
mod words;

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;
use serde::Serialize;

use self::entry::{Entry, count_by_language, entries};
use crate::site::{SiteModel, content_hash};

/// Pages that one thread takes at a time, at least; of a large site an eighth.
const CHUNK: usize = 256;
/// Where the files are.
pub(crate) const FOLDER: &str = "search/";

/// The files of the search page.
#[derive(Debug)]
pub(crate) struct SearchIndex {
    /// The path of the list of pieces; empty where none is made.
    pub(crate) list: String,
    /// Every file with its path, the list included.
    pub(crate) files: Vec<(String, Vec<u8>)>,
    /// How many pages there are in each language.
    pub(crate) languages: BTreeMap<String, usize>,
}

impl SearchIndex {
    /// In place of an index that is not made: no file, and what else a search page shows of it.
    pub(crate) fn absent(site: &SiteModel) -> Self {
        Self { list: String::new(), files: Vec::new(), languages: count_by_language(site) }
    }
}

/// The list of pieces: what the script reads first.
#[derive(Debug, Serialize)]
struct List<'a> {
    languages: BTreeMap<&'a str, Pieces>,
}

/// The pieces of one language.
#[derive(Debug, Serialize)]
struct Pieces {
    /// How many pages there are.
    count: usize,
    /// The first word of each piece of the index, with the piece's name.
    words: Vec<(String, String)>,
    /// The first number of each piece of the pages, with the piece's name.
    pages: Vec<(usize, String)>,
}

/// Where a word stands: the number of the page, times four, and the place in it.
type Posting = u32;

/// Places in a page, the weightiest first.
const PLACES: u32 = 3;

/// Makes the index of every language in which the site has pages.
pub(crate) fn search_index(site: &SiteModel) -> SearchIndex {
    let mut by_language: BTreeMap<&str, Vec<Entry<'_>>> = BTreeMap::new();
    for (language, entry) in entries(site) {
        by_language.entry(language).or_default().push(entry);
    }
    let mut files = Vec::new();
    let mut list = List { languages: BTreeMap::new() };
    for (language, entries) in &mut by_language {
        entries.sort_by(|a, b| (&a.date, &a.path).cmp(&(&b.date, &b.path)));
        let mut keep = |bytes: Vec<u8>| {
            let name = content_hash(&bytes);
            files.push((format!("{FOLDER}{language}/{name}.json"), bytes));
            name
        };
        let words = pieces::words(postings(site, language, entries))
            .into_iter()
            .map(|(first, bytes)| (first, keep(bytes)))
            .collect();
        let pages =
            pieces::pages(entries).into_iter().map(|(first, bytes)| (first, keep(bytes))).collect();
        list.languages.insert(language, Pieces { count: entries.len(), words, pages });
    }
    let bytes = pieces::json(&list);
    let path = format!("{FOLDER}index-{}.json", content_hash(&bytes));
    files.push((path.clone(), bytes));
    let languages = by_language
        .iter()
        .map(|(language, entries)| ((*language).to_owned(), entries.len()))
        .collect();
    SearchIndex { list: path, files, languages }
}

/// Every word with the pages it is on, in order of number; of a page only the weightiest place.
fn postings(
    site: &SiteModel,
    language: &str,
    entries: &[Entry<'_>],
) -> Vec<(Box<str>, Vec<Posting>)> {
    let size = entries.len().div_ceil(8).max(CHUNK);
    let parts: Vec<HashMap<Box<str>, Vec<Posting>>> = entries
        .par_chunks(size)
        .enumerate()
        .map(|(chunk, entries)| {
            let mut found: HashMap<Box<str>, Vec<Posting>> = HashMap::new();
            for (page, entry) in (chunk * size..).zip(entries) {
                let Ok(page) = u32::try_from(page << 2) else { break };
                entry.words(site, language, &mut |place, word| match found.get_mut(word) {
                    // Places come the weightiest first.
                    Some(known) if known.last().is_some_and(|last| last & !3 == page) => {}
                    Some(known) => known.push(page | place),
                    None => {
                        found.insert(word.into(), vec![page | place]);
                    }
                });
            }
            found
        })
        .collect();
    let mut all: HashMap<Box<str>, Vec<Posting>> = HashMap::new();
    for part in parts {
        if all.is_empty() {
            all = part;
            continue;
        }
        // Each word goes to a list of its own, so that the order among words does not matter.
        part.into_iter().for_each(|(word, mut found)| match all.get_mut(&word) {
            Some(known) => known.append(&mut found),
            None => {
                all.insert(word, found);
            }
        });
    }
    let mut sorted: Vec<_> = all.into_iter().collect();
    // As the script compares.
    sorted.par_sort_unstable_by(|(a, _), (b, _)| a.encode_utf16().cmp(b.encode_utf16()));
    sorted
}

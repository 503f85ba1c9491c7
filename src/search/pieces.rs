//! Words and pages → pieces of JSON, each small enough for one request of a reader on a slow line.
//!
//! A piece of words is a flat list: a word, then where it stands, and so on. Where it stands is
//! three lists of pages with a space between them: those with the word in the title, in the summary
//! and elsewhere. A list is the steps from each number to the next, in digits of a base of 32: a
//! digit with more to follow is one of the second half of the alphabet. A word on every page takes
//! a byte for each, and is written like any other: what is said to be found is what is there.

use serde::Serialize;

use super::entry::Entry;
use super::{PLACES, Posting};

/// A piece of words ends before this many bytes, unless it is one word.
const WORDS: usize = 48 << 10;
/// A piece of pages likewise.
const PAGES: usize = 24 << 10;

/// The lower half of the digits, then the upper.
const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Pieces of the index, each with its first word. `sorted` has the words in order.
pub(super) fn words(sorted: Vec<(Box<str>, Vec<Posting>)>) -> Vec<(String, Vec<u8>)> {
    let mut pieces: Vec<(String, Vec<u8>)> = Vec::new();
    for (word, found) in sorted {
        let mut entry = json(&word);
        entry.extend_from_slice(b",\"");
        places(&found, &mut entry);
        entry.push(b'"');
        add(&mut pieces, &entry, WORDS, || word.to_string());
    }
    closed(pieces)
}

/// Pieces of the pages, each with its first number. A page is `[path, title, kind, date, summary]`.
pub(super) fn pages(entries: &[Entry<'_>]) -> Vec<(usize, Vec<u8>)> {
    let mut pieces: Vec<(usize, Vec<u8>)> = Vec::new();
    for (number, entry) in entries.iter().enumerate() {
        let row = json(&(&entry.path, entry.title, entry.kind, &entry.date, entry.summary));
        add(&mut pieces, &row, PAGES, || number);
    }
    closed(pieces)
}

/// A value as JSON.
pub(super) fn json(value: &impl Serialize) -> Vec<u8> {
    // Text, numbers and lists of these are always JSON.
    serde_json::to_vec(value).unwrap_or_default()
}

fn add<T>(pieces: &mut Vec<(T, Vec<u8>)>, entry: &[u8], most: usize, first: impl FnOnce() -> T) {
    match pieces.last_mut() {
        Some((_, piece)) if piece.len() + entry.len() < most => {
            piece.push(b',');
            piece.extend_from_slice(entry);
        }
        _ => pieces.push((first(), [b"[", entry].concat())),
    }
}

fn closed<T>(mut pieces: Vec<(T, Vec<u8>)>) -> Vec<(T, Vec<u8>)> {
    pieces.iter_mut().for_each(|(_, piece)| piece.push(b']'));
    pieces
}

fn places(found: &[Posting], out: &mut Vec<u8>) {
    for place in 0..PLACES {
        if place > 0 {
            out.push(b' ');
        }
        let mut before = 0;
        for page in found.iter().filter(|posting| *posting & 3 == place).map(|posting| posting >> 2)
        {
            step(page - before, out);
            before = page;
        }
    }
}

fn step(mut value: u32, out: &mut Vec<u8>) {
    loop {
        let digit = (value & 31) as usize;
        value >>= 5;
        if value == 0 {
            out.push(DIGITS[digit]);
            return;
        }
        out.push(DIGITS[digit + 32]);
    }
}

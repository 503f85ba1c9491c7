//! Bytes of unknown making → text.

use std::io::{self, ErrorKind};
use std::path::Path;

use super::sentences;
use crate::load::{is_machines, read_at_most};

/// Why a file was not read.
#[derive(Debug)]
pub enum Unreadable {
    /// It is wrong, as a sentence says.
    Content(String),
    /// The machine failed.
    Machine(io::Error),
}

impl From<io::Error> for Unreadable {
    fn from(error: io::Error) -> Self {
        if is_machines(&error) { Self::Machine(error) } else { Self::Content(error.to_string()) }
    }
}

/// Reads a file of at most `most` bytes as text; the second value tells that it was read as
/// Windows-1252.
pub(super) fn read(path: &Path, most: u64) -> Result<(String, bool), Unreadable> {
    text_of(bytes(path, most)?).map_err(Unreadable::Content)
}

/// Reads a file of at most `most` bytes.
pub(super) fn bytes(path: &Path, most: u64) -> Result<Vec<u8>, Unreadable> {
    let wrong = |sentence: &str| Err(Unreadable::Content(sentence.to_owned()));
    if path.symlink_metadata()?.is_symlink() {
        return wrong(sentences::LINK);
    }
    match read_at_most(path, most) {
        Err(error) if error.kind() == ErrorKind::FileTooLarge => wrong(sentences::TOO_LARGE),
        Err(error) if error.kind() == ErrorKind::InvalidInput => wrong(sentences::NO_FILE),
        read => Ok(read?),
    }
}

/// The text of bytes; the second value tells that they were read as Windows-1252.
pub(super) fn text_of(bytes: Vec<u8>) -> Result<(String, bool), String> {
    // UTF-16 says so in its first two bytes; spreadsheets call it Unicode text.
    let unit: Option<fn([u8; 2]) -> u16> = match bytes.get(..2) {
        Some([0xFF, 0xFE]) => Some(u16::from_le_bytes),
        Some([0xFE, 0xFF]) => Some(u16::from_be_bytes),
        _ => None,
    };
    if let Some(unit) = unit {
        let units: Vec<u16> =
            bytes[2..].chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
        return String::from_utf16(&units)
            .ok()
            .filter(|_| bytes.len().is_multiple_of(2))
            .map(|text| (text, false))
            .ok_or_else(|| sentences::UTF16.to_owned());
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok((text.strip_prefix('\u{FEFF}').unwrap_or(&text).to_owned(), false)),
        Err(error) => Ok((error.into_bytes().into_iter().map(windows_1252).collect(), true)),
    }
}

/// What a byte means in Windows-1252; where that is nothing, a replacement character, so that it is
/// seen.
fn windows_1252(byte: u8) -> char {
    const UPPER: [char; 32] = [
        '€', '\u{FFFD}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{FFFD}', 'Ž',
        '\u{FFFD}', '\u{FFFD}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ',
        '\u{FFFD}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9F => UPPER[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

//! Rows → CSV that a spreadsheet can open without harm: the only place where CSV is written.
//!
//! A spreadsheet takes a cell that begins like a formula for one. Text that begins so gets an
//! apostrophe in front, which spreadsheets do not show (OWASP ASVS 5.0, 1.2.10); numbers have cells
//! of their own and stay numbers, negative ones too.
//!
//! Where a comma is the mark of decimals, spreadsheets part cells at semicolons or tabs instead.
//! Then quotation marks in the middle of a line hold nothing together: a cell begins after each
//! semicolon, tab and line end within a text. So each of those is guarded as the beginning of the
//! text is.
//!
//! Absent on purpose: which columns there are. The unguarded text is in the JSON of the same name.

use std::borrow::Cow;
use std::iter;

use unicode_normalization::UnicodeNormalization as _;

/// One cell.
#[derive(Debug, Clone)]
pub(super) enum Cell<'a> {
    /// Text of whatever origin.
    Text(Cow<'a, str>),
    /// A number, or nothing where there is none.
    Number(Option<i64>),
}

impl<'a> Cell<'a> {
    pub(super) fn text(text: &'a str) -> Self {
        Self::Text(text.into())
    }
}

/// Writes a heading and rows; lines end as RFC 4180 has it.
pub(super) fn csv<'a>(heading: &[&str], rows: impl Iterator<Item = Vec<Cell<'a>>>) -> Vec<u8> {
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    // A vector takes whatever is written, and each row has as many cells as the heading.
    let _ = writer.write_record(heading);
    for row in rows {
        for cell in &row {
            let _ = match cell {
                Cell::Text(text) => writer.write_field(guarded(text).as_bytes()),
                Cell::Number(Some(number)) => writer.write_field(number.to_string()),
                Cell::Number(None) => writer.write_field(""),
            };
        }
        let _ = writer.write_record(None::<&[u8]>);
    }
    writer.into_inner().unwrap_or_default()
}

/// The text, with an apostrophe wherever a spreadsheet could take what follows for a formula.
fn guarded(text: &str) -> Cow<'_, str> {
    let ends =
        text.char_indices().filter(|(_, c)| parts_cells(*c)).map(|(at, c)| at + c.len_utf8());
    let mut guarded = String::new();
    let mut done = 0;
    for start in iter::once(0).chain(ends) {
        let rest = &text[start..];
        let cell = rest.trim_start_matches(' ');
        if is_formula(cell, start == 0) {
            let at = text.len() - cell.len();
            guarded.push_str(&text[done..at]);
            guarded.push('\'');
            done = at;
        }
    }
    if guarded.is_empty() { text.into() } else { (guarded + &text[done..]).into() }
}

/// Whether a cell can end at this character within a text.
fn parts_cells(c: char) -> bool {
    matches!(c, ';' | '\t' | '\n' | '\u{B}' | '\u{C}' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether a cell that begins so could be a formula. Quotation marks in front do not count: of a
/// cell that begins with one they are no part.
fn is_formula(cell: &str, is_whole: bool) -> bool {
    // After an empty line the next one is looked at on its own.
    let is_empty_line = !is_whole && (cell.starts_with('\n') || cell.starts_with("\r\n"));
    let Some(first) = cell.trim_start_matches(['"', ' ']).chars().next().filter(|_| !is_empty_line)
    else {
        return false;
    };
    // Wide and small forms of the signs mean the same to some spreadsheets.
    first.is_control() || iter::once(first).nfkc().next().is_some_and(|sign| "=+-@".contains(sign))
}

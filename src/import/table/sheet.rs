//! A table in text → its head and its rows, with the numbers that a spreadsheet shows.

use crate::import::sentences;

/// The most rows that are read.
pub(super) const MAX_ROWS: usize = 100_000;

/// The most columns that are read.
pub(super) const MAX_COLUMNS: usize = 1000;

/// What a table may still hold. A small file can stand for a large one: a workbook names one text in
/// a thousand cells, and a cell far to the right makes a row long.
pub(super) struct Room {
    cells: usize,
    bytes: usize,
}

impl Default for Room {
    fn default() -> Self {
        Self { cells: 5_000_000, bytes: 64 << 20 }
    }
}

impl Room {
    /// Gives place to so many cells more, with so many bytes of text.
    pub(super) fn take(&mut self, cells: usize, bytes: usize) -> Result<(), String> {
        let left = self.cells.checked_sub(cells).zip(self.bytes.checked_sub(bytes));
        (self.cells, self.bytes) = left.ok_or_else(|| sentences::TOO_LARGE.to_owned())?;
        Ok(())
    }
}

/// A table as a spreadsheet shows it.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    pub(super) head: Vec<String>,
    /// Rows with something in them, by number; the first row of a sheet is 1.
    pub(super) rows: Vec<(u64, Vec<String>)>,
    /// Whether its letters were guessed.
    pub(super) converted: bool,
    /// Whether something stands to the right of what was read.
    pub(super) is_wider: bool,
    /// What is to be told of the file besides.
    pub(super) told: Vec<String>,
}

impl Sheet {
    /// Reads text with marks between the cells.
    pub(super) fn of_text(text: &str, converted: bool) -> Result<Self, String> {
        let (text, hint) = without_hint(text);
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(hint.unwrap_or_else(|| delimiter(text)))
            .flexible(true)
            .has_headers(false)
            .from_reader(text.as_bytes());
        let mut sheet = Self { converted, ..Self::default() };
        let mut room = Room::default();
        let mut number = u64::from(hint.is_some());
        let mut record = csv::StringRecord::new();
        loop {
            let start = offset(&reader);
            if !reader.read_record(&mut record).map_err(|error| error.to_string())? {
                return Ok(sheet);
            }
            number += 1 + empty_rows(text, start, offset(&reader));
            room.take(record.len().min(MAX_COLUMNS), record.as_slice().len())?;
            let mut cells = record.iter().map(str::trim);
            let kept: Vec<String> = cells.by_ref().take(MAX_COLUMNS).map(str::to_owned).collect();
            sheet.is_wider |= cells.any(|cell| !cell.is_empty());
            if !sheet.push(number, kept) {
                return Ok(sheet);
            }
        }
    }

    /// Adds a row, of which the first with something in it is the head; false if no more are taken.
    pub(super) fn push(&mut self, number: u64, cells: Vec<String>) -> bool {
        if cells.iter().all(String::is_empty) {
            return true;
        }
        if self.head.is_empty() {
            self.head = cells;
        } else if self.rows.len() < MAX_ROWS {
            self.rows.push((number, cells));
        } else {
            self.told.push(sentences::too_many_rows(MAX_ROWS));
            return false;
        }
        true
    }

    /// Whether most of the cells of a column are dates, by the first that have something in them.
    pub(super) fn has_dates(&self, at: usize, is_date: impl Fn(&str) -> bool) -> bool {
        let cells =
            self.rows.iter().filter_map(|(_, row)| row.get(at)).filter(|cell| !cell.is_empty());
        let (dates, all) = cells
            .take(200)
            .fold((0, 0), |(dates, all), cell| (dates + usize::from(is_date(cell)), all + 1));
        dates > 0 && 2 * dates >= all
    }
}

fn offset(reader: &csv::Reader<&[u8]>) -> usize {
    usize::try_from(reader.position().byte()).unwrap_or(usize::MAX)
}

/// How many empty rows were passed over between two places, the first of which is the end of a row.
/// The line end of that row, if it has two characters, may still be there.
fn empty_rows(text: &str, start: usize, end: usize) -> u64 {
    let bytes = text.as_bytes();
    let mut rest = bytes.get(start..end.min(bytes.len())).unwrap_or_default();
    if start > 0 && bytes[start - 1] == b'\r' {
        rest = rest.strip_prefix(b"\n").unwrap_or(rest);
    }
    let mut empty = 0;
    while let Some(after) = rest
        .strip_prefix(b"\r\n")
        .or_else(|| rest.strip_prefix(b"\n"))
        .or_else(|| rest.strip_prefix(b"\r"))
    {
        rest = after;
        empty += 1;
    }
    empty
}

/// A table without the line `sep=;` that some spreadsheets write first, and the mark that it names.
fn without_hint(text: &str) -> (&str, Option<u8>) {
    let named = text.split_once('\n').and_then(|(first, rest)| {
        let mark = first.trim_end_matches('\r').strip_prefix("sep=")?;
        Some((rest, *mark.as_bytes().first().filter(|_| mark.len() == 1)?))
    });
    named.map_or((text, None), |(rest, mark)| (rest, Some(mark)))
}

/// The mark between the cells of the first row.
fn delimiter(text: &str) -> u8 {
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0), (b'|', 0)];
    let mut quoted = false;
    for byte in text.trim_start().bytes() {
        quoted ^= byte == b'"';
        if !quoted && matches!(byte, b'\n' | b'\r') {
            break;
        }
        if let Some((_, count)) = counts.iter_mut().find(|(mark, _)| *mark == byte && !quoted) {
            *count += 1;
        }
    }
    counts.iter().rev().max_by_key(|(_, count)| *count).map_or(b',', |(mark, _)| *mark)
}

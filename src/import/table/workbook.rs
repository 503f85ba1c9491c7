//! A workbook (`.xlsx`) → the cells of its first sheet that has any, as text.
//!
//! Cells are read one by one, so that a sheet which only claims to be large costs nothing, and the
//! parts of the archive are measured before anything is read of them. A date is written year first
//! and in the precision in which the sheet shows it.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use calamine::{DataRef, ExcelDateTime, Reader, SheetVisible, Style, Xlsx};

use super::sheet::{MAX_COLUMNS, MAX_ROWS, Room, Sheet};
use crate::import::sentences;

/// The most that the parts of a workbook may hold together, in bytes.
const MAX_PARTS: u64 = 256 << 20;
/// So many sheets are looked at for one that has cells; all of them may be one part of the archive.
const MAX_SHEETS: usize = 20;

/// Reads a workbook.
pub(super) fn read(bytes: Vec<u8>) -> Result<Sheet, String> {
    let broken = || sentences::BROKEN_WORKBOOK.to_owned();
    measure(&bytes)?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| broken())?;
    let shown = |sheet: &calamine::Sheet| sheet.visible == SheetVisible::Visible;
    let names: Vec<String> = book
        .sheets_metadata()
        .iter()
        .filter(|sheet| shown(sheet))
        .map(|sheet| sheet.name.clone())
        .collect();
    let (mut found, mut room) = (Sheet::default(), Room::default());
    for (at, name) in names.iter().enumerate().take(MAX_SHEETS) {
        // A sheet may be a chart, without cells.
        let Ok(mut cells) = book.worksheet_cells_reader(name) else { continue };
        let mut rows: BTreeMap<u32, Vec<String>> = BTreeMap::new();
        while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(|_| broken())? {
            let (row, column) = cell.get_position();
            let column = column as usize;
            let text = text_of(cell.get_value(), cells.styles().get(style));
            if text.is_empty() {
                continue;
            }
            if column >= MAX_COLUMNS {
                found.is_wider = true;
                continue;
            }
            // One more than is taken, so that it is told.
            if rows.len() > MAX_ROWS + 1 && !rows.contains_key(&row) {
                break;
            }
            let row = rows.entry(row).or_default();
            room.take((column + 1).saturating_sub(row.len()), text.len())?;
            if row.len() <= column {
                row.resize(column + 1, String::new());
            }
            row[column] = text;
        }
        if rows.is_empty() {
            continue;
        }
        for (row, cells) in rows {
            if !found.push(u64::from(row) + 1, cells) {
                break;
            }
        }
        if names.len() > 1 {
            let others: Vec<&str> = names
                .iter()
                .enumerate()
                .filter(|(other, _)| *other != at)
                .map(|(_, name)| name.as_str())
                .collect();
            found.told.push(sentences::one_sheet(name, &others));
        }
        return Ok(found);
    }
    Ok(found)
}

/// Refuses an archive whose parts hold more than a spreadsheet has.
fn measure(bytes: &[u8]) -> Result<(), String> {
    let broken = || sentences::BROKEN_WORKBOOK.to_owned();
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| broken())?;
    let mut left = MAX_PARTS;
    for number in 0..archive.len() {
        let part = archive.by_index(number).map_err(|_| broken())?;
        let read = std::io::copy(&mut part.take(left + 1), &mut std::io::sink());
        left = left
            .checked_sub(read.map_err(|_| broken())?)
            .ok_or_else(|| sentences::TOO_LARGE.to_owned())?;
    }
    Ok(())
}

/// A cell as text.
fn text_of(value: &DataRef<'_>, style: Option<&Style>) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            text.trim().to_owned()
        }
        DataRef::SharedString(text) => text.trim().to_owned(),
        DataRef::Bool(is) => is.to_string(),
        DataRef::DateTime(moment) => moment_of(*moment, style),
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

fn moment_of(moment: ExcelDateTime, style: Option<&Style>) -> String {
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    if !moment.is_datetime() || moment.as_f64() < 1.0 {
        return format!("{hour:02}:{minute:02}");
    }
    if hour + minute + second > 0 {
        return format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}");
    }
    let format = style.and_then(|style| style.number_format.as_ref());
    let letters = format.map(|format| letters_of(&format.format_code)).unwrap_or_default();
    let has = |letter: char| letters.contains(letter);
    match (has('d') || has('j') || has('t'), has('m'), has('y') || has('a')) {
        (false, true, true) => format!("{year:04}-{month:02}"),
        (false, false, true) => format!("{year:04}"),
        _ => format!("{year:04}-{month:02}-{day:02}"),
    }
}

/// What a format shows, without what stands in it as it is: `[$-409]"on" mmm yy` has `mmm yy`.
fn letters_of(format: &str) -> String {
    let mut letters = String::new();
    let (mut quoted, mut bracketed, mut escaped) = (false, false, false);
    for c in format.to_lowercase().chars() {
        match c {
            _ if escaped => escaped = false,
            '\\' | '_' => escaped = true,
            '"' => quoted = !quoted,
            '[' if !quoted => bracketed = true,
            ']' if !quoted => bracketed = false,
            ';' if !quoted => break,
            c if !quoted && !bracketed => letters.push(c),
            _ => {}
        }
    }
    letters
}

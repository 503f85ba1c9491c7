//! Rows → CSV that a spreadsheet can open without harm.
//!
//! A spreadsheet takes a cell that begins like a formula for one. A text cell that begins so gets an apostrophe in front, which
//! spreadsheets do not show (OWASP ASVS 5.0, 1.2.10); numbers have cells of their own and stay numbers, negative ones too.
//!
//! Absent on purpose: which columns there are. The unguarded text is in the JSON of the same name.

use std::borrow::Cow;

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
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
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

/// The text, with an apostrophe in front where a spreadsheet would take it for a formula.
fn guarded(text: &str) -> Cow<'_, str> {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠']) {
        format!("'{text}").into()
    } else {
        text.into()
    }
}

//! Diagnostics → one JSON document.
//!
//! It holds every diagnostic and how many there are of each severity, so that a reader needs no
//! second look. Of one code in one file it lists a hundred; `more` of the last counts the others.
//! `version` grows when a key changes its meaning or goes; keys may be added. Lines and columns are
//! those of the human form: from 1, columns in characters (Unicode code points), `end_column` after
//! the last one. Absent on purpose: the text of the line, which is in the file.

use serde::Serialize;

use super::{Diagnostic, Place, Severity, count};

#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    errors: usize,
    warnings: usize,
    notes: usize,
    diagnostics: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    code: &'static str,
    severity: &'static str,
    message: &'a str,
    /// Null where there is nothing to say.
    label: Option<&'a str>,
    help: Option<&'a str>,
    #[serde(flatten)]
    location: Location<'a>,
    related: Vec<Related<'a>>,
    /// How many more of the same code are in the same file and not listed; left out where all are.
    #[serde(skip_serializing_if = "Option::is_none")]
    more: Option<usize>,
}

#[derive(Serialize)]
struct Related<'a> {
    label: &'a str,
    #[serde(flatten)]
    location: Location<'a>,
}

#[derive(Serialize)]
struct Location<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

impl<'a> Location<'a> {
    fn of(place: &'a Place) -> Self {
        let (line, column, end_column) = place.line_and_columns();
        Self { file: &place.file.path, line, column, end_line: line, end_column }
    }
}

/// Renders diagnostics for programs.
pub fn json(diagnostics: &[Diagnostic]) -> String {
    let document = Document {
        version: 1,
        errors: count(diagnostics, Severity::Error),
        warnings: count(diagnostics, Severity::Warning),
        notes: count(diagnostics, Severity::Note),
        diagnostics: diagnostics.iter().map(entry).collect(),
    };
    // Strings and numbers cannot fail to be written.
    let mut text = serde_json::to_string_pretty(&document).unwrap_or_default();
    text.push('\n');
    text
}

fn entry(found: &Diagnostic) -> Entry<'_> {
    let said = |text: &'_ str| !text.is_empty();
    Entry {
        code: found.code.name(),
        severity: found.severity().name(),
        message: &found.message,
        label: Some(&*found.label).filter(|text| said(text)),
        help: Some(&*found.help).filter(|text| said(text)),
        location: Location::of(&found.place),
        related: found
            .related
            .iter()
            .map(|(place, label)| Related { label, location: Location::of(place) })
            .collect(),
        more: Some(found.more).filter(|more| *more > 0),
    }
}

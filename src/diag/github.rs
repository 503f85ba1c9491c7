//! Diagnostics → workflow commands, which GitHub shows beside the lines of a change.
//!
//! One line each: `::error file=…,line=…,col=…,endLine=…,endColumn=…,title=…::message`. A percent
//! sign and line ends are escaped in both halves, a colon and a comma in properties too, so that no
//! text of the site can end a command or begin another.

use std::fmt::Write as _;

use super::{Diagnostic, Severity};

/// Renders diagnostics as annotations.
pub fn github(diagnostics: &[Diagnostic]) -> String {
    let mut text = String::new();
    for found in diagnostics {
        let level = match found.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "notice",
        };
        let (line, column, after) = found.place.line_and_columns();
        let mut message = found.message.clone();
        for part in [&found.label, &found.help] {
            if !part.is_empty() {
                message.push('\n');
                message.push_str(part);
            }
        }
        if let Some(others) = found.others() {
            message.push('\n');
            message.push_str(&others);
        }
        for (place, label) in &found.related {
            let (line, column) = place.line_and_column();
            // Writing to a string cannot fail.
            let _ = write!(message, "\n{label}: {}:{line}:{column}", place.file.path);
        }
        // The last column of an annotation belongs to it.
        let last = after.saturating_sub(1).max(column);
        let (file, title) = (property(&found.place.file.path), property(found.code.name()));
        let message = data(&message);
        let _ = writeln!(
            text,
            "::{level} file={file},line={line},col={column},endLine={line},endColumn={last},title={title}::{message}"
        );
    }
    text
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

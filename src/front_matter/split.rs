//! Cuts a Markdown file into front matter and body.

use std::ops::Range;
use std::sync::Arc;

use crate::diag::{Code, Diagnostic, Place, SourceFile};

/// The largest front matter, in bytes.
const MAX_BYTES: usize = 64 << 10;

/// The front matter's YAML and the body, as ranges of the file.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Parts {
    pub(crate) yaml: Range<usize>,
    pub(crate) body: Range<usize>,
}

/// Finds the front matter between two lines of three hyphens. A byte order mark and CRLF are
/// accepted.
pub(crate) fn split(file: &Arc<SourceFile>) -> Result<Parts, Box<Diagnostic>> {
    let text = file.text.as_str();
    let start = if text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
    let first = line_at(text, start);
    let report = |code, span: Range<usize>, message: &str, help: &str| {
        Err(Box::new(
            Diagnostic::new(code, Place { file: Arc::clone(file), span }, message).help(help),
        ))
    };
    if text[first.clone()].trim_end() != "---" {
        let written = text[first.clone()].trim();
        let help = match written {
            "+++" => "TOML is not read here: write YAML between two lines of three hyphens",
            _ if !written.is_empty()
                && written.chars().all(|c| matches!(c, '-' | '+' | '=' | '*' | '—' | '–')) =>
            {
                "the line must be just three hyphens: `---`"
            }
            _ => "begin the file with `---`, then `title: …`, then `---`",
        };
        return report(
            Code::FrontMatterMissing,
            first,
            "this file does not begin with front matter",
            help,
        );
    }
    let yaml_start = next_line(text, &first);
    let mut at = yaml_start;
    while at < text.len() {
        let line = line_at(text, at);
        if text[line.clone()].trim_end() == "---" {
            if line.start - yaml_start > MAX_BYTES {
                let message = "the front matter is larger than 64 KiB";
                return report(
                    Code::FrontMatterTooLarge,
                    first,
                    message,
                    "move long text below the front matter",
                );
            }
            return Ok(Parts {
                yaml: yaml_start..line.start,
                body: next_line(text, &line)..text.len(),
            });
        }
        at = next_line(text, &line);
    }
    report(
        Code::FrontMatterUnclosed,
        first,
        "this front matter is never closed",
        "put a line of three hyphens after the last key",
    )
}

/// A file of YAML alone.
pub(crate) fn whole(file: &SourceFile) -> Parts {
    let start = if file.text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
    Parts { yaml: start..file.text.len(), body: file.text.len()..file.text.len() }
}

/// The line that begins at `start`, without its end.
fn line_at(text: &str, start: usize) -> Range<usize> {
    start..text[start..].find('\n').map_or(text.len(), |end| start + end)
}

fn next_line(text: &str, line: &Range<usize>) -> usize {
    (line.end + 1).min(text.len())
}

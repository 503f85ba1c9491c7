//! What the template engine says → diagnostics at the place in the theme's own file.
//!
//! The engine gives a place with some of its errors and writes it into the text of others (` -->
//! page.html:3:17`), so both are read. One mistake in a template fails on many pages: it is told
//! once, with the first page and how many more there are.

use std::collections::BTreeMap;
use std::error::Error as _;
use std::fmt;
use std::sync::Arc;

use tera::ErrorKind;

use crate::diag::{Code, Diagnostic, Place, SourceFile, pluralise};

/// The templates of a theme by name, each with the file that it comes from.
pub(super) type Sources = BTreeMap<String, Arc<SourceFile>>;

const HELP: &str = "mend the template, or delete the file to get the built-in one";

/// A template that failed on a page.
#[derive(Debug)]
pub struct RenderError {
    /// The page's path.
    pub page: String,
    /// What the template engine said.
    pub message: String,
    /// Where in the theme.
    pub place: Place,
}

impl fmt::Display for RenderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (line, column) = self.place.line_and_column();
        write!(
            f,
            "/{} cannot be made: {} ({}:{line}:{column})",
            self.page, self.message, self.place.file.path
        )
    }
}

impl std::error::Error for RenderError {}

/// A template of the name `template` that failed on a page.
pub(super) fn on_page(
    page: &str,
    template: &str,
    error: &tera::Error,
    sources: &Sources,
) -> RenderError {
    let (message, place) =
        located(error, sources).unwrap_or_else(|| (in_full(error), start_of(template, sources)));
    RenderError { page: page.to_owned(), message, place }
}

/// What is wrong with templates that cannot be read at all.
pub(super) fn of_theme(error: &tera::Error, sources: &Sources) -> Vec<Diagnostic> {
    if let Some((message, place)) = located(error, sources) {
        return vec![Diagnostic::new(Code::TemplateFailed, place, message).help(HELP)];
    }
    let written = error.to_string();
    let found: Vec<Diagnostic> = reports(&written, sources);
    if !found.is_empty() {
        return found;
    }
    let named = match error.kind() {
        ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => Some(tpl),
        ErrorKind::MissingParent { current, .. } => Some(current),
        _ => None,
    };
    let place = named.map_or_else(|| Place::unread("themes"), |name| start_of(name, sources));
    vec![Diagnostic::new(Code::TemplateFailed, place, in_full(error)).help(HELP)]
}

/// Failures on pages, each mistake once, in the order of the files of the theme.
pub fn failures(errors: &[RenderError]) -> Vec<Diagnostic> {
    let mut grouped: BTreeMap<(&str, usize, &str), Vec<&RenderError>> = BTreeMap::new();
    for error in errors {
        grouped
            .entry((&error.place.file.path, error.place.span.start, &error.message))
            .or_default()
            .push(error);
    }
    let mut found = Vec::new();
    for same in grouped.into_values() {
        let Some(first) = same.iter().min_by_key(|error| &error.page) else { continue };
        let others = if same.len() == 1 {
            String::new()
        } else {
            format!(", and {} more,", pluralise(same.len() - 1, "page"))
        };
        let message = format!("/{}{others} cannot be made: {}", first.page, first.message);
        found.push(Diagnostic::new(Code::TemplateFailed, first.place.clone(), message).help(HELP));
    }
    found
}

/// The sentence and the place of an error that has one.
fn located(error: &tera::Error, sources: &Sources) -> Option<(String, Place)> {
    let (ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report)) = error.kind() else {
        return None;
    };
    let file = sources.get(report.filename())?;
    Some((
        report.message().to_owned(),
        Place { file: Arc::clone(file), span: report.span().range.clone() },
    ))
}

/// The sentences and places in a text of `error: SENTENCE` and ` --> NAME:LINE:COLUMN` and a line
/// of carets.
fn reports(text: &str, sources: &Sources) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = Vec::new();
    let mut sentence = None;
    for line in text.lines() {
        if let Some(said) = line.strip_prefix("error: ") {
            sentence = Some(said);
        } else if let Some(place) =
            line.trim_start().strip_prefix("--> ").and_then(|written| place_of(written, sources))
            && let Some(said) = sentence.take()
        {
            found.push(Diagnostic::new(Code::TemplateFailed, place, said).help(HELP));
        }
    }
    found
}

/// `NAME:LINE:COLUMN` as the word that begins there.
fn place_of(written: &str, sources: &Sources) -> Option<Place> {
    let mut parts = written.trim_end().rsplitn(3, ':');
    let column: usize = parts.next()?.parse().ok()?;
    let line: usize = parts.next()?.parse().ok()?;
    let file = sources.get(parts.next()?)?;
    let line_start: usize =
        file.text.split_inclusive('\n').take(line.checked_sub(1)?).map(str::len).sum();
    let rest = file.text.get(line_start..)?;
    let inside = rest.char_indices().nth(column.checked_sub(1)?).map_or(0, |(at, _)| at);
    let word = rest[inside..]
        .find(|c: char| !(c.is_alphanumeric() || c == '_'))
        .unwrap_or(rest.len() - inside);
    let start = line_start + inside;
    Some(Place { file: Arc::clone(file), span: start..start + word })
}

fn start_of(template: &str, sources: &Sources) -> Place {
    sources.get(template).map_or_else(|| Place::unread("themes"), Place::start_of)
}

/// An error and what caused it, in one text.
fn in_full(error: &tera::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(found) = cause {
        text.push_str("; ");
        text.push_str(&found.to_string());
        cause = found.source();
    }
    text
}

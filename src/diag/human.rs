//! Diagnostics → text for people, in the shape that compilers made familiar.

use std::collections::BTreeMap;

use annotate_snippets::{Annotation, AnnotationKind, Level, Renderer, Snippet};

use super::{Diagnostic, Form, Place, Severity, in_one_line, is_deceptive, visible};

/// Renders diagnostics for people: sentence, place, line with a marker, help.
pub fn human(diagnostics: &[Diagnostic], colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let mut text = String::new();
    for found in diagnostics {
        text.push_str(&one(found, &renderer));
        text.push_str("\n\n");
    }
    text
}

/// Everything that somebody is told who has made a mistake: every error, warnings and notes up to a number that can be read, how
/// many there are; nothing where nothing is wrong.
pub fn told(diagnostics: &[Diagnostic], colour: bool) -> String {
    const MOST_WARNINGS: usize = 50;
    const MOST_NOTES: usize = 10;
    let mut left = BTreeMap::from([(Severity::Error, usize::MAX), (Severity::Warning, MOST_WARNINGS), (Severity::Note, MOST_NOTES)]);
    let mut is_shown = |found: &&Diagnostic| match left.get_mut(&found.severity()) {
        Some(0) | None => false,
        Some(left) => {
            *left -= 1;
            true
        }
    };
    let shown: Vec<Diagnostic> = diagnostics.iter().filter(|found| is_shown(found)).cloned().collect();
    let mut text = human(&shown, colour);
    let [errors, warnings, notes] =
        [Severity::Error, Severity::Warning, Severity::Note].map(|severity| super::count(diagnostics, severity));
    for (count, most, noun) in [(warnings, MOST_WARNINGS, "warning"), (notes, MOST_NOTES, "note")] {
        if count > most {
            text.push_str(&format!("… and {} more\n", pluralise(count - most, noun)));
        }
    }
    if !diagnostics.is_empty() {
        let notes = if notes == 0 { String::new() } else { format!(", {}", pluralise(notes, "note")) };
        text.push_str(&format!("{}, {}{notes}\n", pluralise(errors, "error"), pluralise(warnings, "warning")));
    }
    text
}

fn one(found: &Diagnostic, renderer: &Renderer) -> String {
    let level = match found.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    // No text of a site may hold a sequence of colours when ours are added.
    let text = |text| visible(text, Form::Plain);
    let (line, mut columns) = snippet(&found.place, AnnotationKind::Primary, &found.label);
    let mut report = level.primary_title(text(&found.message)).id(found.code.name()).element(line);
    for (place, label) in &found.related {
        let (line, more) = snippet(place, AnnotationKind::Context, label);
        report = report.element(line);
        columns = columns.or(more);
    }
    if !found.help.is_empty() {
        report = report.element(Level::HELP.message(text(&found.help)));
    }
    let told = renderer.render(&[report]);
    match columns {
        Some((of_the_piece, of_the_file)) => told.replacen(&of_the_piece, &of_the_file, 1),
        None => told,
    }
}

/// The most characters that the renderer is given of a line before what is marked, of it, and behind it: a whole page may be one
/// line, and it takes time by the line.
const SHOWN: usize = 500;

/// The line of a place with what is marked on it; and, where only a piece of the line is given, the place as it stands in that piece
/// and as it stands in the file.
fn snippet<'a>(place: &'a Place, kind: AnnotationKind, label: &'a str) -> (Snippet<'a, Annotation<'a>>, Option<(String, String)>) {
    let text = &place.file.text;
    let marked = place.marked();
    let start = text[..marked.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[marked.end..].find('\n').map_or(text.len(), |at| marked.end + at);
    let from = text[start..marked.start].char_indices().rev().nth(SHOWN - 1).map_or(start, |(at, _)| start + at);
    let first = |from: usize, to: usize| text[from..to].char_indices().nth(SHOWN).map_or(to, |(at, _)| from + at);
    let (within, to) = (first(marked.start, marked.end), first(marked.end, end));
    let (before, shown) = (signs(&text[from..marked.start]), signs(&text[marked.start..within]));
    let behind = if within < marked.end { String::new() } else { signs(&text[marked.end..to]) };
    let annotation = kind.span(before.len()..before.len() + shown.len());
    let annotation = if label.is_empty() { annotation } else { annotation.label(in_one_line(label)) };
    let path = in_one_line(&place.file.path);
    let line = text[..start].matches('\n').count() + 1;
    let column = |from: usize| format!("{path}:{line}:{}", text[from..marked.start].chars().count() + 1);
    let columns = (from > start).then(|| (column(from), column(start)));
    let piece = before + &shown + behind.trim_end_matches('\r');
    (Snippet::source(piece).line_start(line).path(path.clone()).annotation(annotation), columns)
}

/// Text of a line in which each character that acts is one sign, as the renderer makes it of some, so that columns stay what they are.
fn signs(text: &str) -> String {
    let acts = |c: char| (c > '\u{7f}' && c.is_control()) || is_deceptive(c);
    text.chars().map(|c| if acts(c) { char::REPLACEMENT_CHARACTER } else { c }).collect()
}

/// `1 file`, `2 files`.
pub fn pluralise(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

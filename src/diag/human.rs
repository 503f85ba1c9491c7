//! Diagnostics → text for people, in the shape that compilers made familiar.

use std::collections::BTreeMap;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

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

/// Everything that somebody is told who has made a mistake: every error, warnings and notes up to a
/// number that can be read, how many there are; nothing where nothing is wrong. Notes do not bury
/// errors: beside one they are counted alone, unless `notes` says how many are told.
pub fn told(diagnostics: &[Diagnostic], colour: bool, notes: Option<usize>) -> String {
    const MOST_WARNINGS: usize = 50;
    const MOST_NOTES: usize = 10;
    let has_errors = super::any_error(diagnostics, false);
    let mut left = BTreeMap::from([
        (Severity::Error, usize::MAX),
        (Severity::Warning, MOST_WARNINGS),
        (Severity::Note, notes.unwrap_or(if has_errors { 0 } else { MOST_NOTES })),
    ]);
    let mut is_shown = |found: &&Diagnostic| match left.get_mut(&found.severity()) {
        Some(0) | None => false,
        Some(left) => {
            *left -= 1;
            true
        }
    };
    let shown: Vec<Diagnostic> =
        diagnostics.iter().filter(|found| is_shown(found)).cloned().collect();
    let mut text = human(&shown, colour);
    let [errors, warnings, notes] = [Severity::Error, Severity::Warning, Severity::Note]
        .map(|severity| super::count(diagnostics, severity));
    for (severity, count, noun) in
        [(Severity::Warning, warnings, "warning"), (Severity::Note, notes, "note")]
    {
        let told =
            shown.iter().filter(|found| found.severity() == severity).map(Diagnostic::count).sum();
        if count > told {
            let more = if told == 0 { "" } else { " more" };
            let how = if severity == Severity::Note { "; --notes all tells them" } else { "" };
            text.push_str(&format!("… and {}{more}{how}\n", pluralise(count - told, noun)));
        }
    }
    if !diagnostics.is_empty() {
        let notes =
            if notes == 0 { String::new() } else { format!(", {}", pluralise(notes, "note")) };
        text.push_str(&format!(
            "{}, {}{notes}\n",
            pluralise(errors, "error"),
            pluralise(warnings, "warning")
        ));
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
    let title = level.primary_title(text(&found.message)).id(found.code.name());
    let mut report =
        shown(Group::with_title(title), &found.place, AnnotationKind::Primary, &found.label);
    for (place, label) in &found.related {
        report = shown(report, place, AnnotationKind::Context, label);
    }
    if !found.help.is_empty() {
        report = report.element(Level::HELP.message(text(&found.help)));
    }
    if let Some(others) = found.others() {
        report = report.element(Level::NOTE.message(others));
    }
    renderer.render(&[report])
}

/// How much of a line is looked at on either side of what is marked, and of that itself, in bytes:
/// more than a terminal shows of it.
const NEAR: usize = 1_000;

/// Adds the line of a place with what is marked on it. Of a long line it is what stands near.
fn shown<'a>(
    report: Group<'a>,
    place: &'a Place,
    kind: AnnotationKind,
    label: &'a str,
) -> Group<'a> {
    let text = &place.file.text;
    let marked = place.marked();
    let marked = marked.start..text.floor_char_boundary(marked.end.min(marked.start + NEAR));
    let near = text.ceil_char_boundary(marked.start.saturating_sub(NEAR))
        ..text.floor_char_boundary(marked.end + NEAR);
    let line_start = text[near.start..marked.start].rfind('\n').map(|at| near.start + at + 1);
    let start = line_start.unwrap_or(near.start);
    let end = text[marked.end..near.end].find('\n').map_or(near.end, |at| marked.end + at);
    let (before, within, behind) = (
        signs(&text[start..marked.start]),
        signs(&text[marked.clone()]),
        signs(&text[marked.end..end]),
    );
    let annotation = kind.span(before.len()..before.len() + within.len());
    let annotation =
        if label.is_empty() { annotation } else { annotation.label(in_one_line(label)) };
    let (line, column) = place.line_and_column();
    let path = in_one_line(&place.file.path);
    let snippet = Snippet::source(before + &within + behind.trim_end_matches('\r'))
        .line_start(line)
        .annotation(annotation);
    if line_start.is_some() || start == 0 {
        return report.element(snippet.path(path));
    }
    report.element(Origin::path(path).line(line).char_column(column)).element(snippet)
}

/// Text of a line in which each character that acts is one sign, as the renderer makes it of some,
/// so that columns stay what they are.
fn signs(text: &str) -> String {
    let acts = |c: char| (c > '\u{7f}' && c.is_control()) || is_deceptive(c);
    text.chars().map(|c| if acts(c) { char::REPLACEMENT_CHARACTER } else { c }).collect()
}

/// `1 file`, `2 files`.
pub fn pluralise(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

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
    let mut report = level.primary_title(text(&found.message)).id(found.code.name()).element(snippet(
        &found.place,
        AnnotationKind::Primary,
        &found.label,
    ));
    for (place, label) in &found.related {
        report = report.element(snippet(place, AnnotationKind::Context, label));
    }
    if !found.help.is_empty() {
        report = report.element(Level::HELP.message(text(&found.help)));
    }
    renderer.render(&[report])
}

/// The line of a place with what is marked on it.
fn snippet<'a>(place: &'a Place, kind: AnnotationKind, label: &'a str) -> Snippet<'a, Annotation<'a>> {
    let text = &place.file.text;
    let marked = place.marked();
    let start = text[..marked.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[marked.end..].find('\n').map_or(text.len(), |at| marked.end + at);
    let (before, within, behind) = (signs(&text[start..marked.start]), signs(&text[marked.clone()]), signs(&text[marked.end..end]));
    let annotation = kind.span(before.len()..before.len() + within.len());
    let annotation = if label.is_empty() { annotation } else { annotation.label(in_one_line(label)) };
    Snippet::source(before + &within + behind.trim_end_matches('\r'))
        .line_start(text[..start].matches('\n').count() + 1)
        .path(in_one_line(&place.file.path))
        .annotation(annotation)
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

//! Diagnostics → text for people, in the shape that compilers made familiar.

use annotate_snippets::{Annotation, AnnotationKind, Level, Renderer, Snippet};

use super::{Diagnostic, Place, Severity};

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

fn one(found: &Diagnostic, renderer: &Renderer) -> String {
    let level = match found.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let mut report =
        level.primary_title(&*found.message).id(found.code.name()).element(snippet(&found.place, AnnotationKind::Primary, &found.label));
    for (place, label) in &found.related {
        report = report.element(snippet(place, AnnotationKind::Context, label));
    }
    if !found.help.is_empty() {
        report = report.element(Level::HELP.message(&*found.help));
    }
    renderer.render(&[report])
}

fn snippet<'a>(place: &'a Place, kind: AnnotationKind, label: &'a str) -> Snippet<'a, Annotation<'a>> {
    let annotation = kind.span(place.marked());
    let annotation = if label.is_empty() { annotation } else { annotation.label(label) };
    Snippet::source(place.file.text.as_str()).path(&*place.file.path).annotation(annotation)
}

/// `1 file`, `2 files`.
pub fn pluralise(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

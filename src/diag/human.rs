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

/// Everything that somebody is told who has made a mistake: every error, warnings up to a number that can be read, how many
/// there are; nothing where nothing is wrong.
pub fn told(diagnostics: &[Diagnostic], colour: bool) -> String {
    const MOST_WARNINGS: usize = 50;
    let mut warnings = 0;
    let shown: Vec<Diagnostic> = diagnostics
        .iter()
        .filter(|found| {
            warnings += usize::from(found.severity() == Severity::Warning);
            found.severity() == Severity::Error || warnings <= MOST_WARNINGS
        })
        .cloned()
        .collect();
    let mut text = human(&shown, colour);
    let errors = diagnostics.len() - warnings;
    if warnings > MOST_WARNINGS {
        text.push_str(&format!("… and {} more\n", pluralise(warnings - MOST_WARNINGS, "warning")));
    }
    if errors + warnings > 0 {
        text.push_str(&format!("{}, {}\n", pluralise(errors, "error"), pluralise(warnings, "warning")));
    }
    text
}

fn one(found: &Diagnostic, renderer: &Renderer) -> String {
    let level = match found.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
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
    let text = &place.file.text;
    // A place that is a little wrong must not cost the message.
    let start = text.floor_char_boundary(place.span.start);
    let end = text.floor_char_boundary(place.span.end).max(start);
    // One line is enough to recognise a place; a marker over a whole block hides it.
    let end = text[start..end].find('\n').map_or(end, |line_end| start + line_end);
    let annotation = kind.span(start..end);
    let annotation = if label.is_empty() { annotation } else { annotation.label(label) };
    Snippet::source(text.as_str()).path(&*place.file.path).annotation(annotation)
}

/// `1 file`, `2 files`.
pub fn pluralise(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

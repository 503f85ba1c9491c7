//! Diagnostics: what is wrong with the content, where, and what to write instead.
//!
//! A stage gives back an [`Outcome`]: a value *and* its diagnostics. Nothing stops at the first mistake.
//! A [`Diagnostic`] has a stable [`Code`], a [`Place`] in a [`SourceFile`], one sentence in the editor's words, and help.
//! It is told to people ([`human()`]), to programs ([`json()`]), and to those who show it beside the line ([`github()`], [`sarif()`]).
//!
//! Absent on purpose: errors of the machine (disk, network). They are Rust errors of the stage that meets them.

mod code;
mod github;
mod human;
mod json;
mod sarif;
mod source;
mod suggest;
mod user_info;
mod visible;

pub use code::{Code, Severity};
pub use github::github;
pub use human::{human, pluralise, told};
pub use json::json;
pub use sarif::sarif;
pub use source::{Place, SourceFile};
pub use suggest::{did_you_mean, listed};
pub use user_info::without_user_info;
pub use visible::{Form, in_one_line, is_deceptive, visible};

/// One thing that is wrong, or may be.
#[derive(Debug, Clone)]
pub struct Diagnostic {
    /// What kind of mistake; it decides whether it is an error or a warning.
    pub code: Code,
    /// Where.
    pub place: Place,
    /// One sentence in the editor's words, without a full stop.
    pub message: String,
    /// A few words under the marked text; may be empty.
    pub label: String,
    /// What to write instead; may be empty.
    pub help: String,
    /// Other places that have to do with it.
    pub related: Vec<(Place, String)>,
}

impl Diagnostic {
    /// A diagnostic with nothing but its sentence.
    pub fn new(code: Code, place: Place, message: impl Into<String>) -> Self {
        Self { code, place, message: message.into(), label: String::new(), help: String::new(), related: Vec::new() }
    }

    /// Says what to write instead.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = help.into();
        self
    }

    /// Puts a few words under the marked text.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// Points to another place that has to do with it.
    #[must_use]
    pub fn related(mut self, place: Place, label: impl Into<String>) -> Self {
        self.related.push((place, label.into()));
        self
    }

    /// Whether it is an error or a warning.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }
}

/// A value together with what was found wrong on the way to it.
#[derive(Debug)]
pub struct Outcome<T> {
    /// What could be made of the input.
    pub value: T,
    /// In no particular order; [`sort`] puts them in order.
    pub diagnostics: Vec<Diagnostic>,
}

/// Puts diagnostics in the order of files and lines, errors before warnings in one place.
pub fn sort(diagnostics: &mut [Diagnostic]) {
    diagnostics.sort_by(|a, b| {
        let key = |found: &Diagnostic| (found.place.file.path.clone(), found.place.span.start, found.severity(), found.code);
        key(a).cmp(&key(b)).then_with(|| a.message.cmp(&b.message))
    });
}

/// Whether there is an error among them; under `strict` a warning is one.
pub fn any_error(diagnostics: &[Diagnostic], strict: bool) -> bool {
    diagnostics.iter().any(|found| found.severity() == Severity::Error || strict && found.severity() == Severity::Warning)
}

/// How many there are of a severity.
pub fn count(diagnostics: &[Diagnostic], severity: Severity) -> usize {
    diagnostics.iter().filter(|found| found.severity() == severity).count()
}

//! Diagnostics: what is wrong with the content, where, and what to write instead.
//!
//! A stage gives back an [`Outcome`]: a value *and* its diagnostics. Nothing stops at the first
//! mistake. A [`Diagnostic`] has a stable [`Code`], a [`Place`] in a [`SourceFile`], one sentence
//! in the editor's words, and help. It is told to people ([`human()`]), to programs ([`json()`]),
//! and to those who show it beside the line ([`github()`], [`sarif()`]).
//!
//! Absent on purpose: errors of the machine (disk, network). They are Rust errors of the stage that
//! meets them.

mod code;
mod findings;
mod github;
mod human;
mod json;
mod sarif;
mod source;
mod suggest;
mod user_info;
mod visible;

use std::sync::Arc;

pub use code::{Code, Severity};
pub use findings::{Findings, Meant, settle};
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
    /// What may have been meant, until [`settle`] has looked for it and made help of it.
    pub meant: Option<Meant>,
    /// How many more of the same code were found in the same file, which are not told one by one.
    pub more: usize,
}

impl Diagnostic {
    /// A diagnostic with nothing but its sentence.
    pub fn new(code: Code, place: Place, message: impl Into<String>) -> Self {
        Self {
            code,
            place,
            message: message.into(),
            label: String::new(),
            help: String::new(),
            related: Vec::new(),
            meant: None,
            more: 0,
        }
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

    /// Looks for a name that may have been meant, and if there is one makes other help of it and of
    /// the help there was.
    #[must_use]
    pub fn meant(
        mut self,
        written: impl Into<String>,
        known: &Arc<[String]>,
        help: fn(&str, &str) -> String,
    ) -> Self {
        self.meant = Some(Meant { written: written.into(), known: Arc::clone(known), help });
        self
    }

    /// How many it stands for, itself among them.
    pub fn count(&self) -> usize {
        1 + self.more
    }

    /// Those that it stands for besides itself, in words; nothing if there are none.
    pub fn others(&self) -> Option<String> {
        (self.more > 0)
            .then(|| format!("and {} more `{}` in this file", self.more, self.code.name()))
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
    /// In no particular order; [`settle`] puts them in order.
    pub diagnostics: Vec<Diagnostic>,
}

/// Whether there is an error among them; under `strict` a warning is one.
pub fn any_error(diagnostics: &[Diagnostic], strict: bool) -> bool {
    diagnostics.iter().any(|found| {
        found.severity() == Severity::Error || strict && found.severity() == Severity::Warning
    })
}

/// How many there are of a severity, those that are not told one by one among them.
pub fn count(diagnostics: &[Diagnostic], severity: Severity) -> usize {
    diagnostics.iter().filter(|found| found.severity() == severity).map(Diagnostic::count).sum()
}

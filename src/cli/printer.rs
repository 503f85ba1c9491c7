//! Standard output and standard error: the one way by which anything is printed.
//!
//! What comes from a site, a host or another program can hold characters that a terminal or a code
//! host obeys; none leaves here as it came (see [`visible`]). A stream that cannot be written is
//! remembered, and the command fails for it in the end: half a report is worse than none. Whoever
//! closes a pipe has read enough, which is no failure.

use std::io::{self, ErrorKind, Write};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::Exit;
use crate::diag::{Diagnostic, Form, in_one_line, told, visible};

/// A writer, and whether it has failed.
pub(super) struct Printer<W: ?Sized> {
    failed: Option<io::Error>,
    to: W,
}

/// Standard output or standard error, as commands know it.
pub(super) type Stream<'a> = Printer<dyn Write + 'a>;

impl<W: Write> Printer<W> {
    pub(super) fn new(to: W) -> Self {
        Self { failed: None, to }
    }
}

impl Stream<'_> {
    /// Whether what is printed cannot be written. Whoever has gone misses nothing.
    pub(super) fn is_broken(&self) -> bool {
        self.failed.as_ref().is_some_and(|error| error.kind() != ErrorKind::BrokenPipe)
    }

    /// Hands on what has been held back so far.
    pub(super) fn flush(&mut self) {
        if self.failed.is_none() {
            self.failed = self.to.flush().err();
        }
    }

    fn write(&mut self, text: &str) {
        if self.failed.is_none() {
            self.failed = self.to.write_all(text.as_bytes()).err();
        }
    }
}

/// Prints a sentence on a line of its own.
pub(super) fn say(to: &mut Stream<'_>, sentence: &str) {
    to.write(&format!("{}\n", in_one_line(sentence)));
}

/// Prints a question, and leaves the rest of the line for the answer.
pub(super) fn ask(to: &mut Stream<'_>, question: &str) {
    to.write(&in_one_line(question));
    to.flush();
}

/// Prints a text as it is laid out.
pub(super) fn say_text(to: &mut Stream<'_>, form: Form, text: &str) {
    to.write(&visible(text, form));
}

/// Prints what is wrong with the content, in colours if they are wanted.
pub(super) fn say_diagnostics(
    to: &mut Stream<'_>,
    diagnostics: &[Diagnostic],
    colour: bool,
    notes: Option<usize>,
) {
    let form = if colour { Form::Coloured } else { Form::Plain };
    say_text(to, form, &told(diagnostics, colour, notes));
}

/// How a run ended of which both streams are known: a stream that could not be written outdoes
/// whatever else went wrong.
pub(super) fn end(exit: Exit, out: &mut Stream<'_>, err: &mut Stream<'_>) -> Exit {
    out.flush();
    if out.is_broken()
        && let Some(error) = &out.failed
    {
        say(err, &format!("error: standard output cannot be written: {error}"));
    }
    err.flush();
    if out.is_broken() || err.is_broken() { Exit::Machine } else { exit }
}

/// A bar on standard error while a long work runs and somebody watches. It shows numbers alone; a
/// sentence that is said meanwhile goes through [`ProgressBar::suspend`].
pub(super) fn progress_bar(watched: bool, template: &'static str) -> ProgressBar {
    let target = if watched { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
    let bar = ProgressBar::with_draw_target(None, target);
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style);
    }
    bar
}

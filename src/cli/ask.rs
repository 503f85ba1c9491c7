//! Questions to somebody at a terminal. Without one there are no questions.

use super::Surroundings;
use super::printer::{Stream, ask, say};

/// The most answers to one question that are refused before the command gives up.
const TRIES: usize = 3;

/// Whoever can be asked.
pub(super) struct Somebody<'a> {
    line: fn() -> Option<String>,
    to: &'a mut Stream<'a>,
}

impl<'a> Somebody<'a> {
    /// Who sits at the terminal, if there is one.
    pub(super) fn at(surroundings: &Surroundings, to: &'a mut Stream<'a>) -> Option<Self> {
        surroundings.ask.map(|line| Self { line, to })
    }

    /// The answer, cleaned; an empty one is the default.
    pub(super) fn ask(&mut self, question: &str, default: &str) -> String {
        let shown = if default.is_empty() { String::new() } else { format!(" [{default}]") };
        ask(self.to, &format!("{question}{shown}: "));
        let typed: String =
            (self.line)().unwrap_or_default().chars().filter(|c| !c.is_control()).collect();
        match typed.trim() {
            "" => default.to_owned(),
            answer => answer.to_owned(),
        }
    }

    /// The first answer that `read` takes; what it says of others is told.
    pub(super) fn ask_until<T>(
        &mut self,
        question: &str,
        default: &str,
        read: impl Fn(&str) -> Result<T, String>,
    ) -> Result<T, String> {
        let mut last = String::new();
        for _ in 0..TRIES {
            match read(&self.ask(question, default)) {
                Ok(found) => return Ok(found),
                Err(sentence) => {
                    say(self.to, &format!("  {sentence}"));
                    last = sentence;
                }
            }
        }
        Err(last)
    }
}

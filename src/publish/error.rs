use std::fmt;

use crate::write::Obstacle;

/// The longest sentence, in characters.
const LONGEST: usize = 1000;

/// Why nothing, or not everything, was published.
#[derive(Debug, Clone)]
pub struct Failure {
    /// Whose fault it is.
    pub fault: Fault,
    /// What went wrong and what to do, in a sentence without secrets.
    pub sentence: String,
}

/// Whose fault a failure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The command was wrong, or a protection applies that `--force` lifts.
    Usage,
    /// The destination or the network failed, or somebody else is publishing.
    Machine,
}

impl Failure {
    pub(super) fn usage(sentence: impl Into<String>) -> Self {
        Self { fault: Fault::Usage, sentence: shortened(sentence.into()) }
    }

    pub(super) fn machine(sentence: impl Into<String>) -> Self {
        Self { fault: Fault::Machine, sentence: shortened(sentence.into()) }
    }
}

/// A sentence that may repeat what a host said, which has as much to say as it likes.
fn shortened(mut sentence: String) -> String {
    if let Some((end, _)) = sentence.char_indices().nth(LONGEST) {
        sentence.truncate(end);
        sentence.push('…');
    }
    sentence
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence)
    }
}

impl std::error::Error for Failure {}

impl From<Obstacle> for Failure {
    fn from(obstacle: Obstacle) -> Self {
        Self::machine(obstacle.to_string())
    }
}

use std::fmt;

use super::DueError;
use crate::model::{Id, Since};

/// What would have to be known for a clock to start, or for its limit to be dated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Missing {
    /// When a trigger of the incident was, by its name.
    Trigger(String),
    /// The document that stops another clock, which is awaited.
    Document(Id),
    /// The day from which the clock was set to run, which has not come and is not told.
    Day,
    /// Whatever keeps the days of the limit from being counted.
    Limit(DueError),
}

impl From<&Since> for Missing {
    fn from(since: &Since) -> Self {
        match since {
            Since::Trigger(name) => Missing::Trigger(name.clone()),
            Since::Clock(id, _) => Missing::Document(id.clone()),
            Since::Moment(_) => Missing::Day,
        }
    }
}

/// As data holds it: the name of a trigger, or a few words.
impl fmt::Display for Missing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Missing::Trigger(name) => f.write_str(name),
            Missing::Document(id) => write!(f, "the document that stops {id}"),
            Missing::Day => f.write_str("start"),
            Missing::Limit(why) => why.fmt(f),
        }
    }
}

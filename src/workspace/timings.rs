//! How long the stages took. For people who wonder, never for what is written.

use std::time::{Duration, Instant};

/// A stopwatch with a time for each stage.
#[derive(Debug, Clone)]
pub struct Timings {
    began: Instant,
    /// Each stage with the time it took, in order.
    pub stages: Vec<(&'static str, Duration)>,
}

impl Timings {
    #[expect(
        clippy::disallowed_methods,
        reason = "a stopwatch, not the time of day: nothing that is written depends on it"
    )]
    pub(super) fn start() -> Self {
        Self { began: Instant::now(), stages: Vec::new() }
    }

    pub(super) fn lap(&mut self, stage: &'static str) {
        let so_far = self.total();
        self.stages.push((stage, self.began.elapsed().saturating_sub(so_far)));
    }

    /// All stages together.
    pub fn total(&self) -> Duration {
        self.stages.iter().map(|(_, time)| *time).sum()
    }
}

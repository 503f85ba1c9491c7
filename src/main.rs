//! The program: reads the clock and the environment, runs the command line, exits.

use std::io::{self, IsTerminal};
use std::path::PathBuf;
use std::process::ExitCode;

use overdue::cli::{Surroundings, run};

/// A build makes many small strings on every core, which the system's allocator is slow at: a quarter of the time (see benches/).
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[expect(clippy::disallowed_methods, reason = "this is the one place that reads the clock and the environment")]
fn main() -> ExitCode {
    let surroundings = Surroundings {
        now: chrono::Utc::now(),
        clock: chrono::Utc::now,
        folder: std::env::current_dir().unwrap_or_else(|_| PathBuf::from(".")),
        home: std::env::home_dir(),
        colour: io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()),
        watched: io::stderr().is_terminal() && std::env::var_os("CI").is_none(),
    };
    ExitCode::from(run(std::env::args_os(), &surroundings, &mut io::stdout(), &mut io::stderr()).code())
}

//! The program: reads the clock and the environment, runs the command line, exits.

use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use overdue::cli::{Surroundings, run};
use overdue::diag::{Form, visible};
use overdue::links::Asker;
use overdue::publish::Environment;

/// The memory for calls within calls, in bytes.
const STACK: usize = 8 << 20;
/// What a program ends with that has a fault.
const FAULT: u8 = 101;

/// A build makes many small strings on every core, which the system's allocator is slow at: a
/// quarter of the time (see benches/).
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    // The first thread's stack grows while it is used. Where no memory is left for that, the system
    // ends the program in the middle of its work; that of another is there, or there is no thread.
    let worker = std::thread::Builder::new().stack_size(STACK).spawn(work);
    match worker.map(|worker| worker.join().unwrap_or(ExitCode::from(FAULT))) {
        Ok(code) => code,
        Err(error) => {
            let _ = writeln!(io::stderr(), "error: the system gives no thread to work on: {error}");
            ExitCode::from(3)
        }
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "this is the one place that reads the clock and the environment"
)]
fn work() -> ExitCode {
    // What is said of a fault of the program itself may repeat a text of the site.
    std::panic::set_hook(Box::new(|fault| {
        let _ = writeln!(
            io::stderr(),
            "error: the program has a fault; please report it: {}",
            visible(&fault.to_string(), Form::Plain)
        );
    }));
    let surroundings = Surroundings {
        now: chrono::Utc::now(),
        clock: chrono::Utc::now,
        folder: std::env::current_dir().unwrap_or_else(|_| PathBuf::from(".")),
        home: std::env::home_dir(),
        colour: io::stderr().is_terminal()
            && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()),
        ask: (io::stdin().is_terminal() && io::stderr().is_terminal()).then_some(typed_line),
        environment: Environment::read(|name| std::env::var(name).ok()),
        asker: Asker::public,
        watched: io::stderr().is_terminal() && std::env::var_os("CI").is_none(),
    };
    ExitCode::from(
        run(std::env::args_os(), &surroundings, &mut io::stdout(), &mut io::stderr()).code(),
    )
}

/// The next line that somebody types, without its end; nothing when there are no more.
fn typed_line() -> Option<String> {
    let mut line = String::new();
    (io::stdin().read_line(&mut line).ok()? > 0).then(|| line.trim().to_owned())
}

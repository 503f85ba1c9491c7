//! A program of the system → how it ended and what it said, in bounded time and space.
//!
//! Whoever answers at the other end of the network may be silent for ever, or never stop to speak.
//! Then the program is ended, with those that it started itself: they are a process group of their
//! own, which is also ended when somebody interrupts us.
//!
//! Absent on purpose: a terminal. Nobody is asked for a password.

use std::io::{ErrorKind, Read, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::time::{Duration, Instant};

use super::error::Failure;

/// For how long a program may say nothing before it is ended.
const SILENCE: Duration = Duration::from_mins(2);
/// The longest that a program may take that moves nothing of any size.
pub(super) const TOTAL: Duration = Duration::from_mins(10);
/// The slowest connection that is waited for, in bytes a second.
const SLOWEST: u64 = 16 << 10;
/// The most that is read of what a program says, in bytes.
const MOST: usize = 64 << 20;
/// The most that is kept of its last complaints, in bytes.
const COMPLAINTS: usize = 16 << 10;
/// So often is looked whether it has ended.
const TICK: Duration = Duration::from_millis(20);
/// For so long is waited for the last words of a program that has ended: one that it left behind
/// may hold the line open.
const LAST_WORDS: Duration = Duration::from_secs(2);

/// What a program may take.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits<'a> {
    /// For how long it may say nothing.
    pub(super) silence: Duration,
    /// How long it may take.
    pub(super) total: Duration,
    /// The most that it may say, in bytes.
    pub(super) most: usize,
    /// A file or folder that it writes, and how large that may grow, in bytes.
    pub(super) writes: Option<(&'a Path, u64)>,
}

impl Limits<'_> {
    /// Of a program that moves nothing of any size.
    pub(super) const SMALL: Self =
        Self { silence: SILENCE, total: TOTAL, most: MOST, writes: None };

    /// Of one that moves so many bytes, and says nothing meanwhile.
    pub(super) fn moving(bytes: u64) -> Self {
        let moves = Duration::from_secs(bytes / SLOWEST);
        Self { silence: SILENCE + moves, total: TOTAL + moves, ..Self::SMALL }
    }
}

/// How a program ended, and what it said.
#[derive(Debug)]
pub(super) struct Ended {
    /// The number that it ended with; nothing if it was killed.
    pub(super) code: Option<i32>,
    /// Its output.
    pub(super) out: Vec<u8>,
    /// The end of its complaints.
    pub(super) error: String,
}

enum Said {
    Out(Vec<u8>),
    Error(Vec<u8>),
}

/// Runs a program, and hands it its input.
pub(super) fn run(
    mut command: Command,
    input: Vec<u8>,
    limits: Limits<'_>,
) -> Result<Ended, Failure> {
    let name = command.get_program().to_string_lossy().into_owned();
    let failed = |error: std::io::Error| {
        Failure::machine(format!("the program {name} can't be run: {error}"))
    };
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut group = group::Group::start(&mut command).map_err(failed)?;
    let (said, hear) = sync_channel(16);
    let child = group.child();
    if let Some(mut stdin) = child.stdin.take() {
        // It may answer before it has read everything, or not read at all.
        std::thread::spawn(move || stdin.write_all(&input));
    }
    listen(child.stdout.take(), said.clone(), Said::Out);
    listen(child.stderr.take(), said, Said::Error);
    match wait(child, &hear, limits) {
        Ok(ended) => {
            group.forget();
            Ok(ended)
        }
        Err(why) => Err(Failure::machine(format!("the program {name} was stopped: {why}"))),
    }
}

/// Hands on what comes out of a program until it has ended, or nobody listens any more.
fn listen(
    from: Option<impl Read + Send + 'static>,
    said: SyncSender<Said>,
    what: fn(Vec<u8>) -> Said,
) {
    let Some(mut from) = from else { return };
    std::thread::spawn(move || {
        let mut buffer = vec![0; 32 << 10];
        loop {
            match from.read(&mut buffer) {
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Ok(0) | Err(_) => return,
                Ok(length) if said.send(what(buffer[..length].to_vec())).is_err() => return,
                Ok(_) => {}
            }
        }
    });
}

fn wait(child: &mut Child, hear: &Receiver<Said>, limits: Limits<'_>) -> Result<Ended, String> {
    let began = Instant::now();
    let (mut heard, mut exited, mut written) = (began, None, 0);
    let (mut out, mut error) = (Vec::new(), Vec::new());
    let mut is_open = true;
    loop {
        match hear.recv_timeout(TICK) {
            Ok(Said::Out(bytes)) => {
                heard = Instant::now();
                out.extend(bytes);
            }
            Ok(Said::Error(bytes)) => {
                heard = Instant::now();
                error.extend(bytes);
                error.drain(..error.len().saturating_sub(COMPLAINTS));
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => {
                // Both lines are closed: it ends at any moment.
                is_open = false;
                std::thread::sleep(Duration::from_millis(1));
            }
        }
        if exited.is_none() {
            exited = child
                .try_wait()
                .map_err(|error| error.to_string())?
                .map(|status| (status, Instant::now()));
        }
        // Also when it has ended, so that nobody is too fast to be noticed.
        if let Some((path, most)) = limits.writes {
            let size = size_of(path);
            if size > most {
                return Err(format!("what it fetched is larger than {most} bytes"));
            }
            if size != written {
                (heard, written) = (Instant::now(), size);
            }
        }
        if let Some((status, at)) = exited
            && (!is_open || at.elapsed() > LAST_WORDS)
        {
            return Ok(Ended {
                code: status.code(),
                out,
                error: String::from_utf8_lossy(&error).trim().to_owned(),
            });
        }
        if out.len() > limits.most {
            return Err(format!("it said more than {} bytes", limits.most));
        }
        if heard.elapsed() > limits.silence {
            return Err(format!("it said nothing for {} seconds", limits.silence.as_secs()));
        }
        if began.elapsed() > limits.total {
            return Err(format!("it had not ended after {} seconds", limits.total.as_secs()));
        }
    }
}

/// The bytes of a file, or of the files in a folder; none where nothing stands.
fn size_of(path: &Path) -> u64 {
    let entries = walkdir::WalkDir::new(path).follow_links(false).into_iter().flatten();
    entries
        .filter_map(|entry| entry.metadata().ok())
        .filter(std::fs::Metadata::is_file)
        .map(|found| found.len())
        .sum()
}

#[cfg(unix)]
mod group {
    //! A program with those that it starts itself.

    use std::os::unix::process::CommandExt as _;
    use std::pin::pin;
    use std::process::{Child, Command};
    use std::sync::{Mutex, Once, PoisonError};

    use futures_util::future::{Either, select};
    use rustix::process::{Pid, Signal, kill_process_group};
    use tokio::signal::unix::{SignalKind, signal};

    /// The groups that run. The terminal's interrupt does not reach them: it is passed on.
    static RUNNING: Mutex<Vec<Pid>> = Mutex::new(Vec::new());
    static LISTENS: Once = Once::new();

    /// A program in a group of its own, which is ended when this is dropped.
    pub(super) struct Group {
        child: Child,
        /// None if it has ended by itself.
        leader: Option<Pid>,
    }

    impl Group {
        pub(super) fn start(command: &mut Command) -> std::io::Result<Self> {
            LISTENS.call_once(|| {
                std::thread::spawn(pass_interrupts_on);
            });
            // Held while it starts, so that an interrupt finds every group.
            let mut running = RUNNING.lock().unwrap_or_else(PoisonError::into_inner);
            let child = command.process_group(0).spawn()?;
            let leader = Pid::from_child(&child);
            running.push(leader);
            Ok(Self { child, leader: Some(leader) })
        }

        pub(super) fn child(&mut self) -> &mut Child {
            &mut self.child
        }

        /// Leaves alone what it started and did not end, such as a connection that SSH keeps for
        /// later.
        pub(super) fn forget(&mut self) {
            if let Some(leader) = self.leader.take() {
                RUNNING
                    .lock()
                    .unwrap_or_else(PoisonError::into_inner)
                    .retain(|running| *running != leader);
            }
        }
    }

    impl Drop for Group {
        fn drop(&mut self) {
            if let Some(leader) = self.leader {
                let _ = kill_process_group(leader, Signal::KILL);
                let _ = self.child.wait();
                self.forget();
            }
        }
    }

    #[expect(clippy::exit, reason = "whoever interrupts a program wants it to end")]
    fn pass_interrupts_on() {
        let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_all().build() else {
            return;
        };
        let number = runtime.block_on(async {
            let (mut interrupt, mut terminate) =
                (signal(SignalKind::interrupt()).ok()?, signal(SignalKind::terminate()).ok()?);
            Some(match select(pin!(interrupt.recv()), pin!(terminate.recv())).await {
                Either::Left(_) => 2,
                Either::Right(_) => 15,
            })
        });
        let Some(number) = number else { return };
        // Nothing starts any more while this is held.
        let running = RUNNING.lock().unwrap_or_else(PoisonError::into_inner);
        for leader in running.iter() {
            let _ = kill_process_group(*leader, Signal::KILL);
        }
        // As a shell says it.
        std::process::exit(128 + number);
    }
}

#[cfg(not(unix))]
mod group {
    //! A program; those that it starts itself end with it or by themselves.

    use std::process::{Child, Command};

    pub(super) struct Group(Child, bool);

    impl Group {
        pub(super) fn start(command: &mut Command) -> std::io::Result<Self> {
            command.spawn().map(|child| Self(child, true))
        }

        pub(super) fn child(&mut self) -> &mut Child {
            &mut self.0
        }

        pub(super) fn forget(&mut self) {
            self.1 = false;
        }
    }

    impl Drop for Group {
        fn drop(&mut self) {
            if self.1 {
                let _ = self.0.kill();
                let _ = self.0.wait();
            }
        }
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn script(text: &str, limits: Limits<'_>) -> Result<Ended, Failure> {
        let mut command = Command::new("sh");
        command.args(["-c", text]);
        run(command, b"asked\n".to_vec(), limits)
    }

    const SOON: Duration = Duration::from_millis(300);

    #[test]
    fn a_program_gets_its_input_and_says_how_it_ended() {
        let ended =
            script("read word; echo $word; echo trouble >&2; exit 3", Limits::SMALL).unwrap();
        assert_eq!((ended.code, &*ended.out, &*ended.error), (Some(3), &b"asked\n"[..], "trouble"));
        // Not all of its input has to be read.
        assert_eq!(
            run(Command::new("true"), vec![b'x'; 1 << 20], Limits::SMALL).unwrap().code,
            Some(0)
        );
    }

    #[test]
    fn a_program_that_is_silent_or_never_ends_or_never_stops_to_speak_is_stopped() {
        for (text, limits, said) in [
            ("sleep 600", Limits { silence: SOON, ..Limits::SMALL }, "said nothing"),
            (
                "while true; do echo still here; sleep 0.02; done",
                Limits { total: SOON, ..Limits::SMALL },
                "had not ended",
            ),
            (
                "while true; do echo and more; done",
                Limits { most: 1 << 20, ..Limits::SMALL },
                "said more than",
            ),
            (
                "while true; do echo and more >&2; done",
                Limits { total: SOON, ..Limits::SMALL },
                "had not ended",
            ),
        ] {
            let failure = script(text, limits).unwrap_err();
            assert!(failure.sentence.contains(said), "{text}: {failure}");
        }
    }

    #[test]
    fn what_a_program_started_ends_with_it_and_does_not_hold_us_up() {
        let leaves = "sleep 600 & echo $!";
        let ended = script(&format!("{leaves}; exit 0"), Limits::SMALL).unwrap();
        let is_alive = |said: &[u8]| {
            let number = String::from_utf8_lossy(said).trim().to_owned();
            // One that was killed is there until somebody looks.
            let state =
                Command::new("ps").args(["-o", "stat=", "-p", &number]).output().unwrap().stdout;
            !state.is_empty() && !state.starts_with(b"Z")
        };
        assert!(is_alive(&ended.out), "what a program leaves on purpose stays");
        Command::new("kill").arg(String::from_utf8_lossy(&ended.out).trim()).status().unwrap();
        let note = std::env::temp_dir().join(format!("overdue-child-{}", std::process::id()));
        let limits = Limits { silence: SOON, ..Limits::SMALL };
        script(&format!("({leaves}) > {}; exec sleep 600", note.display()), limits).unwrap_err();
        let said = std::fs::read(&note).unwrap();
        std::fs::remove_file(&note).unwrap();
        assert!(!is_alive(&said));
    }
}

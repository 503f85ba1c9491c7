//! The command line: arguments in, exit code out. One file for each command.
//!
//! What the program is told by its surroundings (the time, the environment) comes in
//! [`Surroundings`], so that only `main` reads the system clock.

mod ask;
mod browser;
mod build;
mod check;
mod checked;
mod completions;
mod diff;
mod explain;
mod forms;
mod import;
mod init;
mod list;
mod man;
mod new;
mod printer;
mod publish;
mod scaffold;
mod schema;
mod sentences;
mod serve;
mod status;
mod theme;

use std::error::Error as _;
use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use chrono::{DateTime, Utc};
use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::clock::AsOf;
use crate::diag::{self, Diagnostic, Form, Outcome, Severity, in_one_line};
use crate::front_matter::read_as_of;
use crate::links::Asker;
use crate::load::{LoadError, Tree, load_settings};
use crate::model::Settings;
use crate::parse::{settings_of, zone_of};
use crate::publish::Environment;
use crate::resolve::{Ahead, Options};
use crate::site::SiteModel;
use crate::workspace::Workspace;

use self::printer::{Printer, Stream, end, say, say_diagnostics, say_text};

/// What the program is told by its surroundings.
#[derive(Debug)]
pub struct Surroundings {
    /// The time.
    pub now: DateTime<Utc>,
    /// What time it is later, for a command that runs on.
    pub clock: fn() -> DateTime<Utc>,
    /// The folder in which the program was started.
    pub folder: PathBuf,
    /// The home of whoever started it.
    pub home: Option<PathBuf>,
    /// Whether colours are wanted where nothing else is said: a terminal, and no `NO_COLOR`.
    pub colour: bool,
    /// The variables that publishing needs.
    pub environment: Environment,
    /// Whether somebody watches standard error.
    pub watched: bool,
    /// Makes who asks other sites for their pages, on behalf of the site at an address.
    pub asker: fn(&str) -> Asker,
    /// Gives the next line that somebody types at the terminal, if there is one to ask questions
    /// at.
    pub ask: Option<fn() -> Option<String>>,
}

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Done.
    Done,
    /// The content has errors, or warnings under `--strict`.
    Content,
    /// Wrong usage.
    Usage,
    /// The machine failed: disk, network.
    Machine,
}

impl Exit {
    /// The exit code.
    pub fn code(self) -> u8 {
        match self {
            Exit::Done => 0,
            Exit::Content => 1,
            Exit::Usage => 2,
            Exit::Machine => 3,
        }
    }
}

/// The program's version, and that of the time zones by which it counts.
static VERSION: LazyLock<String> = LazyLock::new(|| {
    format!("{} (time zones {})", env!("CARGO_PKG_VERSION"), chrono_tz::IANA_TZDB_VERSION)
});

/// Counts how long the public has waited for reports, and makes a site of it.
#[derive(Debug, Parser)]
#[command(name = "overdue", version = VERSION.as_str(), about, disable_help_subcommand = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
    /// The site's folder [default: the nearest one upward with overdue.yaml]
    #[arg(long, global = true, value_name = "DIR")]
    root: Option<PathBuf>,
    /// Colours in messages
    #[arg(long, global = true, value_enum, default_value = "auto", value_name = "WHEN")]
    color: Color,
    /// How much advice is told beside what is wrong [default: some, and none beside errors]
    #[arg(long, global = true, value_enum, value_name = "HOW")]
    notes: Option<Notes>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Notes {
    /// Every piece of it
    All,
    /// How much there is, and no more
    None,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Color {
    Auto,
    Always,
    Never,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Write the site
    Build(build::Arguments),
    /// Check the content and the theme, and write nothing
    Check(check::Arguments),
    /// Record that somebody looked for documents and found none; without names, go through all
    /// that are due
    Checked(checked::Arguments),
    /// Write what a shell needs to complete commands
    Completions(completions::Arguments),
    /// Tell what changed between two days, as Markdown or HTML
    Diff(diff::Arguments),
    /// Explain how a number was computed, or what a diagnostic means
    Explain(explain::Arguments),
    /// Make records of what other programs wrote
    Import(import::Arguments),
    /// Begin a site that builds, with a daily rebuild for its host
    Init(init::Arguments),
    /// Tell what there is, by the names under which it can be written
    List(list::Arguments),
    /// Write the manual page
    Man(man::Arguments),
    /// Begin a record in the right folder
    New(new::Arguments),
    /// Upload what changed to a host
    Publish(publish::Arguments),
    /// Print a JSON Schema of what may be written, or of what templates see
    Schema(schema::Arguments),
    /// Show the site in a browser while it is written: a change is on screen at once
    Serve(serve::Arguments),
    /// Tell what is overdue, due, stale, unsourced, scheduled or a draft
    Status(status::Arguments),
    /// Copy the built-in theme to change it, and see what that changes
    #[command(subcommand)]
    Theme(theme::Arguments),
}

/// What commands that read a site have in common.
#[derive(Debug, Args)]
struct Reading {
    /// Show the state of this moment: a date is that whole day, a time is in the site's zone
    /// [default: now]
    #[arg(long, value_name = "WHEN")]
    as_of: Option<String>,
    /// Show drafts as well
    #[arg(long)]
    drafts: bool,
    /// Take warnings for errors
    #[arg(long)]
    strict: bool,
}

impl Reading {
    /// What readers see as of a moment: no drafts, and warnings are warnings.
    fn published(as_of: Option<String>) -> Self {
        Self { as_of, drafts: false, strict: false }
    }
}

/// What a command works with.
struct Session<'a> {
    root: PathBuf,
    surroundings: &'a Surroundings,
    colour: bool,
    /// How many pieces of advice are told; if nothing is said, some.
    notes: Option<usize>,
    out: &'a mut Stream<'a>,
    err: &'a mut Stream<'a>,
}

/// Runs the program with the given arguments, the first of which is its name. Both streams are
/// flushed in the end.
pub fn run(
    arguments: impl IntoIterator<Item = OsString>,
    surroundings: &Surroundings,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Exit {
    let (mut out, mut err) = (Printer::new(out), Printer::new(err));
    let exit = run_command(arguments, surroundings, &mut out, &mut err);
    end(exit, &mut out, &mut err)
}

fn run_command(
    arguments: impl IntoIterator<Item = OsString>,
    surroundings: &Surroundings,
    out: &mut Stream<'_>,
    err: &mut Stream<'_>,
) -> Exit {
    let arguments = with_help(arguments.into_iter().collect());
    let cli = match Cli::try_parse_from(&arguments) {
        Ok(cli) => cli,
        Err(error) if error.use_stderr() => {
            // The sentence repeats what was typed, which is another's text where a script passes it
            // on.
            let shown = arguments
                .iter()
                .map(|argument| in_one_line(&argument.to_string_lossy()).into_owned());
            let error = Cli::try_parse_from(shown).err().unwrap_or(error);
            say_text(err, Form::Plain, &error.render().to_string());
            return Exit::Usage;
        }
        Err(asked) => {
            say_text(out, Form::Plain, &asked.render().to_string());
            return Exit::Done;
        }
    };
    let colour = match cli.color {
        Color::Auto => surroundings.colour,
        Color::Always => true,
        Color::Never => false,
    };
    if let Command::Explain(arguments) = &cli.command
        && let Some(text) = explain::code(arguments)
    {
        say_text(out, Form::Plain, &text);
        return Exit::Done;
    }
    match &cli.command {
        Command::Completions(arguments) => return completions::run(arguments, out),
        Command::Init(arguments) => return init::run(arguments, surroundings, out, err),
        Command::Man(arguments) => return man::run(arguments, surroundings, out, err),
        Command::Schema(arguments) => {
            let settings = settings_here(cli.root, &surroundings.folder);
            return schema::run(arguments, &settings, out);
        }
        _ => {}
    }
    let root = match find_root(cli.root, &surroundings.folder) {
        Ok(root) => root,
        Err((exit, sentence)) => {
            say(err, &format!("error: {sentence}"));
            return exit;
        }
    };
    // Otherwise the first work for many threads would end in a panic where the system gives none.
    // Made before is made.
    if let Err(error) = rayon::ThreadPoolBuilder::new().build_global()
        && let Some(error) = error.source()
    {
        say(err, &format!("error: the system gives no threads to work on: {error}"));
        return Exit::Machine;
    }
    let notes = cli.notes.map(|notes| if notes == Notes::All { usize::MAX } else { 0 });
    let mut session = Session { root, surroundings, colour, notes, out, err };
    match cli.command {
        Command::Build(arguments) => build::run(&arguments, &mut session),
        Command::Check(arguments) => check::run(&arguments, &mut session),
        Command::Checked(arguments) => checked::run(&arguments, &mut session),
        Command::Diff(arguments) => diff::run(&arguments, &mut session),
        Command::Explain(arguments) => explain::run(&arguments, &mut session),
        Command::Import(arguments) => import::run(&arguments, &mut session),
        Command::List(arguments) => list::run(&arguments, &mut session),
        Command::New(arguments) => new::run(&arguments, &mut session),
        Command::Publish(arguments) => publish::run(&arguments, &mut session),
        Command::Serve(arguments) => serve::run(&arguments, &mut session),
        // These need no site, and have been run.
        Command::Completions(_) | Command::Init(_) | Command::Man(_) | Command::Schema(_) => {
            Exit::Done
        }
        Command::Status(arguments) => status::run(&arguments, &mut session),
        Command::Theme(arguments) => theme::run(&arguments, &mut session),
    }
}

/// `overdue help` and `overdue help COMMAND` as the flag that means the same.
fn with_help(mut arguments: Vec<OsString>) -> Vec<OsString> {
    if arguments.get(1).is_some_and(|first| first == "help") {
        arguments.remove(1);
        arguments.push("--help".into());
    }
    arguments
}

/// The folder that was named, or the nearest one upward that holds `overdue.yaml`.
///
/// # Errors
///
/// [`Exit::Usage`] with a sentence when there is none, and [`Exit::Machine`] when the system does
/// not let anybody see whether there is.
fn find_root(named: Option<PathBuf>, folder: &Path) -> Result<PathBuf, (Exit, String)> {
    let usage = |sentence: String| Err((Exit::Usage, sentence));
    let misspelt = |other: PathBuf| format!("rename {} to overdue.yaml", other.display());
    if let Some(root) = named {
        let (root, other) = (folder.join(&root), folder.join(root).join("overdue.yml"));
        return if is_there(&root.join("overdue.yaml"))? {
            Ok(root)
        } else if is_there(&other)? {
            usage(misspelt(other))
        } else {
            usage(format!("{} holds no overdue.yaml", root.display()))
        };
    }
    for above in folder.ancestors() {
        if is_there(&above.join("overdue.yaml"))? {
            return Ok(above.to_owned());
        }
    }
    for above in folder.ancestors() {
        let other = above.join("overdue.yml");
        if is_there(&other)? {
            return usage(misspelt(other));
        }
    }
    usage(
        "neither this folder nor one above it holds an overdue.yaml; name the site with --root"
            .to_owned(),
    )
}

/// Whether a file is there. That nobody may look does not mean that there is none.
#[expect(clippy::disallowed_methods, reason = "the site has to be found before it can be loaded")]
fn is_there(path: &Path) -> Result<bool, (Exit, String)> {
    use std::io::ErrorKind;
    match path.metadata() {
        Ok(found) => Ok(found.is_file()),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            Ok(false)
        }
        Err(error) => Err((Exit::Machine, format!("{}: {error}", path.display()))),
    }
}

/// The settings of the site that was named or lies here; the usual ones where there is no site.
fn settings_here(named: Option<PathBuf>, folder: &Path) -> Settings {
    let tree = find_root(named, folder).ok().and_then(|root| load_settings(&root).ok());
    tree.map(|tree| settings_of(&tree)).unwrap_or_default()
}

impl Session<'_> {
    /// How to read the site; an as-of that cannot be read is told, and ends the run.
    fn options(&mut self, reading: &Reading) -> Result<Options, Exit> {
        let (as_of, ahead) = match &reading.as_of {
            None => (AsOf::Instant(self.surroundings.now), Ahead::Mistake),
            Some(text) => match read_as_of(text, zone_of(&self.configuration()?)) {
                Ok(as_of) => (as_of, Ahead::NotYet),
                Err(sentence) => {
                    say(self.err, &format!("error: --as-of: {sentence}"));
                    return Err(Exit::Usage);
                }
            },
        };
        Ok(Options { as_of, ahead, drafts: reading.drafts })
    }

    /// The site as of one moment, for commands that write nothing. With errors in the content there
    /// is nothing to tell but them.
    fn model(&mut self, reading: &Reading) -> Result<SiteModel, Exit> {
        let options = self.options(reading)?;
        let outcome = self.read(Workspace::once(&self.root).model(options))?;
        self.sound(outcome)
    }

    /// The configuration alone.
    fn configuration(&mut self) -> Result<Tree, Exit> {
        self.read(load_settings(&self.root))
    }

    /// What was read, unless the machine failed: that is told, and ends the run.
    fn read<T>(&mut self, read: Result<T, LoadError>) -> Result<T, Exit> {
        read.map_err(|error| {
            say(self.err, &format!("error: {error}"));
            Exit::Machine
        })
    }

    /// The value, if no error was found on the way to it; otherwise the errors are told. Warnings
    /// are left to `check`.
    fn sound<T>(&mut self, outcome: Outcome<T>) -> Result<T, Exit> {
        let Outcome { value, mut diagnostics } = outcome;
        if !diag::any_error(&diagnostics, false) {
            return Ok(value);
        }
        diagnostics.retain(|found| found.severity() == Severity::Error);
        self.tell(&diagnostics);
        Err(Exit::Content)
    }

    /// Tells what is wrong with the content: every error, and of what is milder up to a number that
    /// somebody can read.
    fn tell(&mut self, diagnostics: &[Diagnostic]) {
        say_diagnostics(self.err, diagnostics, self.colour, self.notes);
    }
}

//! `overdue checked`: somebody looked for documents and found none. Writes that into the files of
//! the incidents, and changes nothing else in them.
//!
//! "None" is true as of the day of a look, which has to be renewed. With names it is written at
//! once, for all of them or none. Without, the round goes through every check that is due: at a
//! terminal, as a list for programs, or as one to tick that is read back.

mod desk;
mod found;
mod list;
mod round;
mod talk;

use std::io;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::{Args, ValueEnum};

use self::desk::{Desk, Look};
use super::{Exit, Session, say, say_text, sentences};
use crate::diag::Form;
use crate::front_matter::read_moment;
use crate::links::{LOOKS, Looks};
use crate::load::read_at_most;
use crate::model::ClockRef;
use crate::text::is_web_address;

/// The longest list that is read, in bytes.
const MAX_LIST: u64 = 1 << 20;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Clocks whose document was looked for and not found, as INCIDENT/CLOCK; INCIDENT/DUTY for all
    /// that a duty declares, INCIDENT where one document is awaited
    #[arg(value_name = "CLOCK")]
    clocks: Vec<String>,
    /// The day of the look [default: today, where the incident was]
    #[arg(long, value_name = "DAY")]
    on: Option<String>,
    /// Where it was looked for, in place of what the files say [default: as they say]
    #[arg(long = "where", value_name = "URL", num_args = 1..)]
    places: Vec<String>,
    /// How far what was looked at reaches, if not to the day of the look: the count stands there
    #[arg(long, value_name = "DAY")]
    until: Option<String>,
    /// List the checks that are due, or will be within a week, in place of going through them
    #[arg(long, value_enum, conflicts_with = "clocks")]
    format: Option<Format>,
    /// Record what is ticked in a list that --format md made [default day: that of the list]
    #[arg(long, value_name = "FILE", conflicts_with_all = ["clocks", "format"])]
    ticked: Option<PathBuf>,
    /// Open the places of each check in a browser
    #[arg(long, conflicts_with_all = ["clocks", "format", "ticked"])]
    open: bool,
    /// Ask no other site what changed there
    #[arg(long, conflicts_with_all = ["clocks", "ticked"])]
    offline: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// A list of objects, for programs
    Json,
    /// A list to tick
    Md,
}

pub(super) fn run(arguments: &Arguments, session: &mut Session<'_>) -> Exit {
    let look = match look(arguments) {
        Ok(look) => look,
        Err(sentence) => return refuse(&sentence, session),
    };
    let done = match (&arguments.ticked, arguments.format) {
        (Some(file), _) => from_list(file, look, session),
        (None, None) if !arguments.clocks.is_empty() => Desk::open(session)
            .and_then(|mut desk| by_name(&mut desk, &arguments.clocks, &look, session)),
        (None, None) if session.surroundings.ask.is_none() => {
            Err(refuse(sentences::WHAT_WAS_CHECKED, session))
        }
        (None, _) => round(arguments, session),
    };
    done.err().unwrap_or(Exit::Done)
}

fn refuse(sentence: &str, session: &mut Session<'_>) -> Exit {
    say(session.err, &format!("error: {sentence}"));
    Exit::Usage
}

/// Records what is ticked in a list.
fn from_list(file: &Path, mut look: Look, session: &mut Session<'_>) -> Result<(), Exit> {
    let path = session.surroundings.folder.join(file);
    let list = read_at_most(&path, MAX_LIST).map_err(|error| {
        say(session.err, &format!("error: {}: {error}", path.display()));
        Exit::Machine
    })?;
    let (day, names) = list::ticked(&String::from_utf8_lossy(&list));
    if names.is_empty() {
        say(session.out, sentences::NOTHING_TICKED);
        return Ok(());
    }
    // Whoever ticked it looked on that day or later, and nobody can tell how much later.
    look.on = look.on.or(day);
    if look.on.is_none() {
        return Err(refuse(sentences::NO_DAY, session));
    }
    by_name(&mut Desk::open(session)?, &names, &look, session)
}

/// Goes through the checks that are due, or lists them.
fn round(arguments: &Arguments, session: &mut Session<'_>) -> Result<(), Exit> {
    let mut desk = Desk::open(session)?;
    let failed = |error: io::Error, session: &mut Session<'_>| {
        let path = session.root.join(LOOKS);
        say(session.err, &format!("error: {}: {error}", path.display()));
        Exit::Machine
    };
    let mut looks = Looks::load(&session.root).map_err(|error| failed(error, session))?;
    let dues = round::due(&desk, &mut looks, !arguments.offline, session);
    let done = match arguments.format {
        Some(Format::Json) => {
            say_text(session.out, Form::Json, &list::json(&dues));
            Ok(())
        }
        Some(Format::Md) => {
            let list = list::checklist(&dues, desk.site.today());
            say_text(session.out, Form::Markup, &list);
            Ok(())
        }
        None if dues.is_empty() => {
            say(session.out, sentences::NOTHING_DUE);
            Ok(())
        }
        None => talk::round(&mut desk, &dues, &mut looks, arguments.open, session),
    };
    looks.save(&session.root).map_err(|error| failed(error, session))?;
    done
}

/// What the options say of the look.
fn look(arguments: &Arguments) -> Result<Look, String> {
    // A day has no zone, and a check is nothing but a day.
    let day = |option: &str, text: &str| {
        read_moment(text, chrono_tz::UTC).map_err(|sentence| format!("{option}: {sentence}"))
    };
    let on = arguments.on.as_deref().map(|text| {
        day("--on", text)?;
        text.parse::<NaiveDate>().map_err(|_| sentences::a_whole_day("--on", text))
    });
    if let Some(until) = &arguments.until {
        day("--until", until)?;
    }
    if let Some(odd) = arguments.places.iter().find(|url| !is_web_address(url)) {
        return Err(sentences::no_web_address(odd));
    }
    Ok(Look {
        on: on.transpose()?,
        places: arguments.places.clone(),
        until: arguments.until.clone(),
    })
}

/// Records the look for every name; of a name that cannot be meant all are told, and nothing is
/// written.
fn by_name(
    desk: &mut Desk,
    names: &[String],
    look: &Look,
    session: &mut Session<'_>,
) -> Result<(), Exit> {
    let mut clocks: Vec<ClockRef> = Vec::new();
    let mut refused = false;
    for name in names {
        match desk.named(name, look.on) {
            Ok(named) => clocks.extend(named),
            Err(sentence) => {
                say(session.err, &format!("error: {sentence}"));
                refused = true;
            }
        }
    }
    if refused {
        return Err(Exit::Usage);
    }
    clocks.sort();
    clocks.dedup();
    record(desk, &clocks, look, session)
}

/// Records the look for these clocks, and tells which.
fn record(
    desk: &mut Desk,
    clocks: &[ClockRef],
    look: &Look,
    session: &mut Session<'_>,
) -> Result<(), Exit> {
    let before: Vec<_> = clocks.iter().map(|clock| desk.checked(clock)).collect();
    desk.record(clocks, look, session)?;
    for (clock, before) in clocks.iter().zip(before) {
        say(session.out, &sentences::checked(clock, desk.checked(clock), before));
    }
    say(session.out, &sentences::recorded(clocks.len()));
    Ok(())
}

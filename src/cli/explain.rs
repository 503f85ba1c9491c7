//! `overdue explain`: how a number was computed, or what a diagnostic means.

use clap::Args;

use super::{Exit, Reading, Session, say, say_text};
use crate::clock::{Clock, Docket};
use crate::diag::{Code, Form, Severity, did_you_mean};
use crate::model::{ClockRef, Id, Kind};
use crate::render;
use crate::site::SiteModel;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// A clock, as INCIDENT/CLOCK or as the INCIDENT whose first clock it is; or the code of a
    /// diagnostic, such as date-form
    #[arg(value_name = "CLOCK|CODE")]
    name: String,
    /// Explain the state of this moment: a date is that whole day, a time is in the site's zone
    /// [default: now]
    #[arg(long, value_name = "WHEN")]
    as_of: Option<String>,
}

/// What the code of a diagnostic means, if that is what was asked for. It is the same for every
/// site.
pub(super) fn code(arguments: &Arguments) -> Option<String> {
    let code = Code::ALL.iter().find(|code| code.name() == arguments.name)?;
    let level = match code.severity() {
        Severity::Error => "It is an error: nothing is written until it is mended",
        Severity::Warning => {
            "It is a warning: the site is written all the same, unless --strict is given"
        }
        Severity::Note => "It is a note: advice that never keeps a site from being written",
    };
    Some(format!(
        "{}\n\n{}\n{level}.\n\n{}",
        code.name(),
        code.meaning(),
        indented(code.explanation())
    ))
}

/// Examples between lines of four tildes, set in by four spaces as people print them.
fn indented(explanation: &str) -> String {
    let mut text = String::with_capacity(explanation.len());
    let mut inside = false;
    for line in explanation.lines() {
        if line == "~~~~" {
            inside = !inside;
            continue;
        }
        if inside && !line.is_empty() {
            text.push_str("    ");
        }
        text.push_str(line);
        text.push('\n');
    }
    text
}

pub(super) fn run(arguments: &Arguments, session: &mut Session<'_>) -> Exit {
    let site = match session.model(&Reading::published(arguments.as_of.clone())) {
        Ok(site) => site,
        Err(exit) => return exit,
    };
    // The name that `status` prints begins with the folder.
    let folder = format!("{}/", Kind::Incident.folder());
    let name = arguments.name.strip_prefix(&folder).unwrap_or(&arguments.name);
    match find(&site.docket, name).and_then(|clock| render::explain(&site, clock)) {
        Some(text) => {
            say_text(session.out, Form::Plain, &text);
            Exit::Done
        }
        None => {
            say(session.err, &format!("error: {}", unknown(&site, name)));
            Exit::Usage
        }
    }
}

fn find<'d>(docket: &'d Docket, name: &str) -> Option<&'d Clock> {
    let (incident, clock) = match name.split_once('/') {
        Some((incident, clock)) => (incident, Some(Id::from(clock))),
        None => (name, None),
    };
    docket.find(&ClockRef { incident: incident.into(), clock })
}

/// Says that there is no such clock or code, and what may have been meant.
fn unknown(site: &SiteModel, name: &str) -> String {
    let clocks: Vec<String> =
        site.docket.clocks().map(|clock| format!("{}/{}", clock.incident, clock.id)).collect();
    let incident = name.split_once('/').map_or(name, |(incident, _)| incident);
    let own: Vec<&str> = site.docket.of(incident).iter().map(|clock| clock.id.as_str()).collect();
    let codes = Code::ALL.iter().map(|code| code.name());
    let known = if name.contains('/') {
        clocks.iter().map(String::as_str).collect::<Vec<_>>()
    } else {
        site.register
            .incidents
            .keys()
            .map(Id::as_str)
            .chain(clocks.iter().map(String::as_str))
            .chain(codes)
            .collect()
    };
    let meant = did_you_mean(name, known);
    match (own.is_empty(), meant) {
        (true, Some(meant)) => {
            format!("there is no clock or diagnostic `{name}`; did you mean `{meant}`?")
        }
        (true, None) => format!(
            "there is no clock or diagnostic `{name}`; write INCIDENT/CLOCK, or a code such as date-form"
        ),
        (false, Some(meant)) => format!(
            "there is no clock `{name}`; did you mean `{meant}`? Its clocks are: {}",
            own.join(", ")
        ),
        (false, None) => format!(
            "there is no clock `{name}`; the clocks of `{incident}` are: {}",
            own.join(", ")
        ),
    }
}

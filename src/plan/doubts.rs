//! Warnings of due dates that are doubtful.

use std::collections::BTreeMap;

use crate::clock::{Docket, Step, Warning};
use crate::diag::{Code, Diagnostic, Place};
use crate::front_matter::{Places, Step as Way};
use crate::i18n::Words;
use crate::model::{Id, Kind};
use crate::wording;

/// Warns of each due date that is doubtful, at the value that makes it so.
pub(super) fn warn(docket: &Docket, places: &BTreeMap<(Kind, Id), Places>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for clock in docket.clocks() {
        let Some(due) = &clock.due else { continue };
        let Some(places) = places.get(&(Kind::Incident, clock.incident.clone())) else { continue };
        for (at, step) in due.steps.iter().enumerate() {
            let Step::Warning(warning) = *step else { continue };
            let help = match warning {
                Warning::OutsideCalendar { .. } => {
                    "add the holidays of that year to a calendar of your own, with `covers` and `includes`"
                }
                Warning::BeforeStart { .. } => "check the dates of this clock's limit",
                Warning::ExtensionShortens { .. } => "check `to` of the extension",
            };
            let message = format!(
                "the due date of the clock `{}` is doubtful: {}",
                clock.id,
                wording::doubt(Words::english(), warning, clock.zone)
            );
            let place = doubtful(places, &clock.id, warning, &due.steps[..at]);
            found.push(Diagnostic::new(Code::DueDoubtful, place, message).help(help));
        }
    }
    found
}

/// The value that makes a due date doubtful after these steps; where none is written, the name of
/// the clock or of the duty that declares it.
fn doubtful(places: &Places, clock: &Id, warning: Warning, before: &[Step]) -> Place {
    let term = |path: &[Way<'_>]| places.term(clock, path);
    let cause = match warning {
        Warning::OutsideCalendar { .. } => term(&[Way::Key("calendar")]),
        Warning::BeforeStart { .. } | Warning::ExtensionShortens { .. } => {
            before.iter().rev().find_map(|step| match step {
                Step::Extended { extension, .. } => {
                    term(&[Way::Key("extended"), Way::Item(extension.position), Way::Key("to")])
                }
                Step::Fixed { .. } => term(&[Way::Key("due")]),
                Step::Counted { .. } => term(&[Way::Key("within")]),
                _ => None,
            })
        }
    };
    cause.or_else(|| places.declared(clock)).unwrap_or_else(|| places.head())
}

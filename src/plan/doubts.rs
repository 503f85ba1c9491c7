//! Warnings of due dates that are doubtful.

use std::collections::BTreeMap;

use crate::clock::{Docket, Step, Warning};
use crate::diag::{Code, Diagnostic, Place};
use crate::i18n::Words;
use crate::model::{Id, Kind};
use crate::parse::{Places, Step as Way};
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
                Warning::OutsideCalendar { .. } => "add the holidays of that year to a calendar of your own, with `covers` and `includes`",
                Warning::BeforeStart { .. } => "check the dates of this clock's limit",
                Warning::ExtensionShortens { .. } => "check `to` of the extension",
            };
            let message =
                format!("the due date of the clock `{}` is doubtful: {}", clock.id, wording::doubt(Words::english(), warning, clock.zone));
            let place = doubtful(places, &clock.id, warning, &due.steps[..at]);
            found.push(Diagnostic::new(Code::DueDoubtful, place, message).help(help));
        }
    }
    found
}

/// The value that makes a due date doubtful after these steps: of the clock or, where it is that of a duty, the duty's name.
fn doubtful(places: &Places, clock: &Id, warning: Warning, before: &[Step]) -> Place {
    if let Some(regime) = clock.as_str().split_once('/').and_then(|(regime, _)| places.regime(&Id::from(regime))) {
        let named = [Way::Key("regimes"), Way::Item(regime)];
        let place = places.value(named.iter().chain(&[Way::Key("regime")]).copied()).or_else(|| places.value(named));
        return place.unwrap_or_else(|| places.head());
    }
    let Some(at) = places.clock(clock) else { return places.head() };
    let of_clock = |path: &[Way<'_>]| places.value([Way::Key("awaiting"), Way::Item(at)].iter().chain(path).copied());
    let cause = match warning {
        Warning::OutsideCalendar { .. } => of_clock(&[Way::Key("calendar")]),
        Warning::BeforeStart { .. } | Warning::ExtensionShortens { .. } => before.iter().rev().find_map(|step| match step {
            Step::Extended { extension, .. } => of_clock(&[Way::Key("extended"), Way::Item(extension.position), Way::Key("to")]),
            Step::Fixed { .. } => of_clock(&[Way::Key("due")]),
            Step::Counted { .. } => of_clock(&[Way::Key("within")]),
            _ => None,
        }),
    };
    cause.or_else(|| of_clock(&[Way::Key("id")])).or_else(|| of_clock(&[Way::Key("report")])).unwrap_or_else(|| places.head())
}

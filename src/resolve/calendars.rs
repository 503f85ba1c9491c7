//! Limits that need a calendar, and name none: which days are free differs from country to country,
//! and a day more or less is an accusation or not. What a law declares is the duty's own.

use crate::diag::{Code, Diagnostic, listed};
use crate::front_matter::spans::Step;
use crate::load::built_in_calendars;
use crate::model::{ClockTerms, Due, ExtensionTo, Incident, Kind, Period, Register, Roll, Unit};

use super::link::Origins;

/// Reports each clock of an editor's own that counts working days, or moves a due date from a free
/// day, without a calendar.
pub(super) fn check(register: &Register, origins: &Origins, found: &mut Vec<Diagnostic>) {
    for incident in register.incidents.values() {
        let Some(origin) = origins.get(&(Kind::Incident, incident.record.id.clone())) else {
            continue;
        };
        for terms in &incident.awaiting {
            let place = needs_one(terms).and_then(|way| origin.places.term(&terms.id, &way));
            if let Some(place) = place {
                let message = format!(
                    "the clock `{}` needs a calendar, which tells the days that do not count",
                    terms.id
                );
                found.push(
                    Diagnostic::new(Code::CalendarMissing, place, message).help(help(incident)),
                );
            }
        }
    }
}

/// Where a clock says what needs a calendar.
fn needs_one(terms: &ClockTerms) -> Option<Vec<Step<'static>>> {
    if terms.calendar.is_some() || terms.law.is_some() {
        return None;
    }
    let in_working_days = |period: &Period| period.unit == Unit::WorkingDays;
    if matches!(&terms.due, Some(Due::Within(period)) if in_working_days(period)) {
        return Some(vec![Step::Key("within")]);
    }
    if terms.roll != Roll::None && terms.due.is_some() {
        return Some(vec![Step::Key("roll")]);
    }
    let at = terms.extended.iter().position(
        |extension| matches!(&extension.to, ExtensionTo::Period(period) if in_working_days(period)),
    )?;
    Some(vec![Step::Key("extended"), Step::Item(at), Step::Key("to")])
}

/// Which calendars there are for the country of an incident.
fn help(incident: &Incident) -> String {
    let country = incident.country.as_deref().unwrap_or_default();
    let own = country.to_ascii_lowercase();
    let names = built_in_calendars().iter().map(|(name, _)| *name);
    let mut names = names.filter(|name| name.split('-').next() == Some(&own)).peekable();
    if names.peek().is_none() {
        return "write `calendar: NAME` (`overdue list calendars` names the built-in ones), or `calendar: weekends` for Saturdays and Sundays alone".to_owned();
    }
    let names = listed(names.map(|name| format!("`{name}`")));
    format!(
        "write `calendar:` with {names} for {country}, or `weekends` for Saturdays and Sundays alone"
    )
}

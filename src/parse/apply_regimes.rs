//! Reporting duties → clocks: each limit of a duty that applies to an incident becomes a clock `REGIME/LIMIT` of it.
//!
//! A duty that was not in force when the incident happened does not apply, and a warning says so; it leaves no clock behind.

use rayon::prelude::*;

use super::link::Origins;
use super::mention::Mention;
use crate::diag::{Code, Diagnostic, Place};
use crate::model::{
    ClockTerms, Due, Hole, Id, Kind, Law, LimitSince, LimitTerms, NotApplied, Piece, Prose, Regime, RegimeUse, Register, Settings, Since,
};

/// The most clocks of an incident: each is a badge, a frame, and a row of many tables.
const MAX_CLOCKS: usize = 200;

/// Adds to every incident the clocks of the duties that apply to it.
pub(super) fn declare(register: &mut Register, origins: &Origins, settings: &Settings, found: &mut Vec<Diagnostic>) {
    let Register { incidents, regimes, .. } = register;
    let warnings = incidents.par_iter_mut().flat_map_iter(|(id, incident)| {
        let mut found = Vec::new();
        for used in incident.regimes.clone() {
            let Some(regime) = regimes.get(&used.regime) else { continue };
            if let Some(why) = regime.not_applied(&incident.occurred, incident.record.timezone)
                && !used.apply_anyway
            {
                found.extend(warning(id, &used, regime, why, origins));
                continue;
            }
            let clocks = incident.awaiting.len() + regime.limits.len();
            if clocks > MAX_CLOCKS {
                found.extend(too_many(id, &used, clocks, origins));
                break;
            }
            incident.awaiting.extend(clocks_of(regime, &used, settings));
        }
        found
    });
    found.par_extend(warnings);
}

/// The clocks that a duty declares where it is used like this, in the order of its limits.
pub fn clocks_of(regime: &Regime, used: &RegimeUse, settings: &Settings) -> Vec<ClockTerms> {
    regime.limits.iter().map(|limit| clock(regime, limit, used, settings)).collect()
}

fn clock(regime: &Regime, limit: &LimitTerms, used: &RegimeUse, settings: &Settings) -> ClockTerms {
    let since = |since: &LimitSince| match since {
        LimitSince::Trigger(name) => Since::Trigger(name.clone()),
        LimitSince::Limit(other) => Since::Clock(name(regime, other)),
    };
    let LimitTerms { id, report, since: start, within, earliest_of, fixed, repeat, owed_to, hours, roll, calendar } = limit;
    ClockTerms {
        id: name(regime, id),
        report: *report,
        from: used.from.clone(),
        since: since(start),
        due: within.map(Due::Within),
        rule: rule(regime).into(),
        force: regime.force,
        calendar: calendar.clone(),
        roll: *roll,
        hours: *hours,
        extended: Vec::new(),
        paused: Vec::new(),
        closed: None,
        checked: used.checked,
        checked_where: Vec::new(),
        recheck_days: settings.recheck_days,
        law: Some(Law {
            regime: regime.id.clone(),
            triggers: used.triggers.clone(),
            confidential: !regime.publicly_observable,
            earliest_of: earliest_of.iter().map(|(period, start)| (*period, since(start))).collect(),
            fixed: *fixed,
            repeat: *repeat,
            owed_to: owed_to.clone(),
        }),
    }
}

/// The name of a limit's clock.
fn name(regime: &Regime, limit: &Id) -> Id {
    Id::from(&*format!("{}/{limit}", regime.id))
}

/// The citation, which leads to the duty's page.
fn rule(regime: &Regime) -> Prose {
    let mut text = String::new();
    // Writing to a string cannot fail.
    let _ = pulldown_cmark_escape::escape_html(&mut text, regime.citation.as_deref().unwrap_or(&regime.title));
    Prose {
        pieces: vec![
            Piece::Html("<a".to_owned()),
            Piece::Hole(Hole::Path(format!("regimes/{}", regime.id), String::new())),
            Piece::Html(format!(">{text}</a>")),
        ],
    }
}

/// Where an incident names a duty.
fn place(incident: &Id, used: &RegimeUse, origins: &Origins) -> Option<Place> {
    let origin = origins.get(&(Kind::Incident, incident.clone()))?;
    origin.mentions.list.iter().find_map(|mention| match mention {
        Mention::Regime(name) if name.value == used.regime => Some(origin.place(&name.span)),
        _ => None,
    })
}

fn too_many(incident: &Id, used: &RegimeUse, clocks: usize, origins: &Origins) -> Option<Diagnostic> {
    let message = format!("with the limits of `{}` this incident has {clocks} clocks, and {MAX_CLOCKS} are the most", used.regime);
    let found = Diagnostic::new(Code::ListTooLong, place(incident, used, origins)?, message);
    Some(found.help("take out duties or clocks that nobody follows, or divide the incident"))
}

fn warning(incident: &Id, used: &RegimeUse, regime: &Regime, why: NotApplied, origins: &Origins) -> Option<Diagnostic> {
    let because = match why {
        NotApplied::Before(from) => format!("it came into force on {from}"),
        NotApplied::After(to) => format!("it was in force until {to}"),
        NotApplied::Proposed => "it is proposed and not law".to_owned(),
        NotApplied::Repealed => "it is no longer in force".to_owned(),
    };
    let message = format!("`{}` does not apply to this incident: {because}", regime.id);
    let help = format!("take it out, or write `{{regime: {}, apply: anyway}}` and say why in the text", regime.id);
    Some(Diagnostic::new(Code::RegimeNotApplied, place(incident, used, origins)?, message).help(help))
}

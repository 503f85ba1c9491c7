//! Reporting duties → clocks: each limit of a duty that applies to an incident becomes a clock
//! `REGIME/LIMIT` of it.
//!
//! A duty that was not in force when the incident happened, or not in its country, does not apply,
//! and a warning says so; it leaves no clock behind. One that holds somewhere else is applied with a
//! warning, since it can bind whoever owes the document all the same.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::link::Origins;
use crate::diag::{Code, Diagnostic, Place, did_you_mean, listed};
use crate::front_matter::Step;
use crate::markdown::mention::Mention;
use crate::model::{
    ClockTerms, Due, Hole, Html, Id, Incident, Kind, Law, LimitSince, LimitTerms, NotApplied,
    Piece, Prose, Regime, RegimeUse, Register, Repeat, Roll, Settings, Since, country_name,
};

/// The most clocks of an incident: each is a badge, a frame, and a row of many tables.
const MAX_CLOCKS: usize = 200;

/// Adds to every incident the clocks of the duties that apply to it.
pub(super) fn declare(
    register: &mut Register,
    origins: &Origins,
    settings: &Settings,
    found: &mut Vec<Diagnostic>,
) {
    let Register { incidents, regimes, .. } = register;
    let warnings = incidents.par_iter_mut().flat_map_iter(|(id, incident)| {
        let mut found = Vec::new();
        for used in incident.regimes.clone() {
            let Some(regime) = regimes.get(&used.regime) else { continue };
            if !used.apply_anyway {
                if let Some(why) = regime.not_applied(incident) {
                    found.extend(not_applied(id, &used, regime, &why, origins));
                    continue;
                }
                if regime.is_elsewhere(incident) {
                    found.extend(elsewhere(incident, &used, regime, origins));
                }
            }
            found.extend(unknown_limits(id, &used, regime, origins));
            found.extend(unknown_triggers(incident, &used, regime, origins));
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
        LimitSince::Limit(other, which) => Since::Clock(name(regime, other), *which),
    };
    let LimitTerms {
        id,
        report,
        title,
        force,
        since: start,
        within,
        earliest_of,
        unless,
        fixed,
        repeat,
        owed_to,
        hours,
        roll,
        roll_reason: _,
        calendar,
    } = limit;
    let of_law = ClockTerms {
        id: name(regime, id),
        report: *report,
        title: title.clone(),
        from: None,
        since: since(start),
        due: within.map(Due::Within),
        rule: rule(regime).into(),
        force: *force,
        calendar: calendar.clone(),
        roll: roll.unwrap_or(Roll::None),
        hours: *hours,
        extended: Vec::new(),
        paused: Vec::new(),
        closed: None,
        checked: None,
        evidence_until: None,
        checked_where: Vec::new(),
        recheck_days: settings.recheck_days,
        law: Some(Law {
            regime: regime.id.clone(),
            triggers: used.triggers.clone(),
            confidential: !regime.publicly_observable,
            earliest_of: earliest_of.iter().map(|one| one.starting_with(since)).collect(),
            unless: unless.clone(),
            fixed: *fixed,
            repeat: repeat.as_ref().map(|repeat| ended_by(repeat, regime)),
            owed_to: owed_to.clone(),
        }),
    };
    of_law.with(used.terms_of(id))
}

/// A recurrence with the clock whose document ends it: that of the limit which is named, or of the
/// duty's `final-report`.
fn ended_by(repeat: &Repeat, regime: &Regime) -> Repeat {
    let last = Id::from("final-report");
    let has_last = regime.limits.iter().any(|limit| limit.id == last);
    let until = repeat.until.as_ref().or(has_last.then_some(&last));
    Repeat { until: until.map(|limit| name(regime, limit)), ..repeat.clone() }
}

/// The name of a limit's clock.
fn name(regime: &Regime, limit: &Id) -> Id {
    Id::from(&*format!("{}/{limit}", regime.id))
}

/// The citation, which leads to the duty's page.
fn rule(regime: &Regime) -> Prose {
    let mut start = Html::default();
    start.push_markup("<a");
    let mut end = Html::default();
    end.push_markup(">");
    end.push_text(regime.citation.as_deref().unwrap_or(&regime.title));
    end.push_markup("</a>");
    let path = Hole::Path(format!("regimes/{}", regime.id), String::new());
    Prose {
        pieces: vec![
            Piece::Html(start),
            Piece::Hole { hole: path, in_link: false },
            Piece::Html(end),
        ],
        headings: Vec::new(),
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

fn too_many(
    incident: &Id,
    used: &RegimeUse,
    clocks: usize,
    origins: &Origins,
) -> Option<Diagnostic> {
    let message = format!(
        "with the limits of `{}` this incident has {clocks} clocks, and {MAX_CLOCKS} are the most",
        used.regime
    );
    let found = Diagnostic::new(Code::ListTooLong, place(incident, used, origins)?, message);
    Some(found.help("take out duties or clocks that nobody follows, or divide the incident"))
}

/// What is said of limits that the duty does not have.
fn unknown_limits(
    incident: &Id,
    used: &RegimeUse,
    regime: &Regime,
    origins: &Origins,
) -> Vec<Diagnostic> {
    let Some(places) = origins.get(&(Kind::Incident, incident.clone())).map(|found| &found.places)
    else {
        return Vec::new();
    };
    let known = || regime.limits.iter().map(|limit| limit.id.as_str());
    let unknown = |limit: &&Id| !known().any(|known| known == limit.as_str());
    let report = |limit: &Id| {
        let path = [Step::Key("regimes"), Step::Item(places.regime(&used.regime)?)];
        let of_limit = [Step::Key("limits"), Step::Key(limit.as_str())];
        let place = places.key(path.into_iter().chain(of_limit))?;
        let help = match did_you_mean(limit.as_str(), known()) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => format!("its limits are: {}", listed(known())),
        };
        let message = format!("`{}` has no limit `{limit}`", regime.id);
        Some(Diagnostic::new(Code::ReferenceUnknown, place, message).help(help))
    };
    used.limits.keys().filter(unknown).filter_map(report).collect()
}

/// Triggers that the entry gives and no limit asks for; and those that a limit asks for, which the
/// incident seems to give by another name.
fn unknown_triggers(
    incident: &Incident,
    used: &RegimeUse,
    regime: &Regime,
    origins: &Origins,
) -> Vec<Diagnostic> {
    let id = &incident.record.id;
    let Some(origin) = origins.get(&(Kind::Incident, id.clone())) else { return Vec::new() };
    let own = used.limits.values().chain([&used.terms]).filter_map(|terms| terms.since.as_ref());
    let own = own.filter_map(|since| match since {
        Since::Trigger(name) => Some(name.as_str()),
        Since::Moment(_) | Since::Clock(..) => None,
    });
    let of_law = regime.limits.iter().flat_map(LimitTerms::triggers).map(String::as_str);
    let asked: BTreeSet<&str> = of_law.chain(own).collect();
    let mut found = Vec::new();
    for name in used.triggers.keys().filter(|name| !asked.contains(name.as_str())) {
        let entry = origin.places.regime(&used.regime).map(Step::Item);
        let path =
            entry.map(|at| [Step::Key("regimes"), at, Step::Key("triggers"), Step::Key(name)]);
        let Some(place) = path.and_then(|path| origin.places.key(path)) else { continue };
        let message = format!("no limit of `{}` begins with `{name}`", regime.id);
        let help = match did_you_mean(name, asked.iter().copied()) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => format!("its limits begin with: {}", listed(asked.iter().copied())),
        };
        found.push(Diagnostic::new(Code::TriggerUnknown, place, message).help(help));
    }
    let given =
        || incident.triggers.keys().map(String::as_str).filter(|name| !asked.contains(name));
    for name in &asked {
        if incident.triggers.contains_key(*name) || used.triggers.contains_key(*name) {
            continue;
        }
        let Some(meant) = did_you_mean(name, given()) else { continue };
        let Some(place) = place(id, used, origins) else { continue };
        let message = format!(
            "a limit of `{}` begins with `{name}`, and this incident has `{meant}`",
            regime.id
        );
        let help = format!("if they are the same, call both `{name}`");
        found.push(Diagnostic::new(Code::TriggerUnknown, place, message).help(help));
    }
    found
}

/// A duty that holds somewhere else than where the incident was, and is applied all the same.
fn elsewhere(
    incident: &Incident,
    used: &RegimeUse,
    regime: &Regime,
    origins: &Origins,
) -> Option<Diagnostic> {
    let held = regime.jurisdiction.as_deref()?;
    let country = country_name(incident.country.as_deref()?, "en")?;
    let place = place(&incident.record.id, used, origins)?;
    let message = format!("`{}` holds in {held}, and this incident was in {country}", regime.id);
    let help = format!(
        "take it out; or, if it binds whoever owes the document all the same, write `{{regime: {}, apply: anyway}}` and say why in the text",
        regime.id
    );
    Some(Diagnostic::new(Code::RegimeElsewhere, place, message).help(help))
}

fn not_applied(
    incident: &Id,
    used: &RegimeUse,
    regime: &Regime,
    why: &NotApplied,
    origins: &Origins,
) -> Option<Diagnostic> {
    let name = |code: &str| country_name(code, "en").map_or_else(|| code.to_owned(), str::to_owned);
    let because = match why {
        NotApplied::Before(from) => format!("it came into force on {from}"),
        NotApplied::BeforeIn(country, from) => {
            format!("{} has it only since {from}", name(country))
        }
        NotApplied::NotIn(country) => {
            format!("{} is not among the countries that are recorded to have it", name(country))
        }
        NotApplied::After(to) => format!("it was in force until {to}"),
        NotApplied::Proposed => "it is proposed and not law".to_owned(),
        NotApplied::Repealed => "it is no longer in force".to_owned(),
    };
    let message = format!("`{}` does not apply to this incident: {because}", regime.id);
    let help = format!(
        "take it out, or write `{{regime: {}, apply: anyway}}` and say why in the text",
        regime.id
    );
    Some(
        Diagnostic::new(Code::RegimeNotApplied, place(incident, used, origins)?, message)
            .help(help),
    )
}

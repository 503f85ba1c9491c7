//! What starts a clock.

use crate::model::{ClockTerms, Id, Incident, Moment, Since};

/// Every start that a clock can have: one, or those of a limit with several, of which the earliest
/// to end counts.
pub fn starts(terms: &ClockTerms) -> impl Iterator<Item = &Since> {
    let alternatives = terms.law.as_ref().map_or(&[][..], |law| &law.earliest_of);
    let own = alternatives.is_empty().then_some(&terms.since);
    alternatives.iter().map(|one| &one.since).chain(own)
}

/// The moment of a start that hangs on no other document: that of a trigger, where the duty's own
/// moments go before the incident's, or one that was written. Nothing where it is not known.
pub fn moment_of<'a>(
    incident: &'a Incident,
    terms: &'a ClockTerms,
    since: &'a Since,
) -> Option<&'a Moment> {
    match since {
        Since::Trigger(name) => trigger(incident, terms, name),
        Since::Moment(moment) => Some(moment),
        Since::Clock(..) => None,
    }
}

/// The moment of a trigger, where the duty's own go before the incident's; nothing where it is not
/// known.
pub fn trigger<'a>(
    incident: &'a Incident,
    terms: &'a ClockTerms,
    name: &str,
) -> Option<&'a Moment> {
    let own = terms.law.as_ref().and_then(|law| law.triggers.get(name));
    own.or_else(|| incident.triggers.get(name))
}

/// The clocks of the same incident with whose documents a clock can start.
pub fn starting_clocks(terms: &ClockTerms) -> impl Iterator<Item = &Id> {
    starts(terms).filter_map(|since| if let Since::Clock(id, _) = since { Some(id) } else { None })
}

/// Takes away whatever falls away from a clock when a trigger is known: periods of which the
/// earliest counts, or the clock itself. Whether the clock is left.
pub fn fall_away(terms: &mut ClockTerms, is_known: &dyn Fn(&str) -> bool) -> bool {
    let Some(law) = &mut terms.law else { return true };
    let stays = |unless: &Option<String>| unless.as_ref().is_none_or(|name| !is_known(name));
    let had_several = !law.earliest_of.is_empty();
    law.earliest_of.retain(|one| stays(&one.unless));
    stays(&law.unless) && (!had_several || !law.earliest_of.is_empty())
}

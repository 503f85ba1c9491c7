//! What starts a clock.

use crate::model::{ClockTerms, Id, Incident, Moment, Since};

/// Every start that a clock can have: one, or those of a limit with several, of which the earliest to end counts.
pub fn starts(terms: &ClockTerms) -> impl Iterator<Item = &Since> {
    let alternatives = terms.law.as_ref().map_or(&[][..], |law| &law.earliest_of);
    let own = alternatives.is_empty().then_some(&terms.since);
    alternatives.iter().map(|(_, since)| since).chain(own)
}

/// The moment of a start that hangs on no other document: that of a trigger, where the duty's own moments go before the
/// incident's, or one that was written. Nothing where it is not known.
pub fn moment_of<'a>(incident: &'a Incident, terms: &'a ClockTerms, since: &'a Since) -> Option<&'a Moment> {
    match since {
        Since::Trigger(name) => {
            let own = terms.law.as_ref().and_then(|law| law.triggers.get(name));
            own.or_else(|| incident.triggers.get(name))
        }
        Since::Moment(moment) => Some(moment),
        Since::Clock(_) => None,
    }
}

/// The clocks of the same incident with whose documents a clock can start.
pub fn starting_clocks(terms: &ClockTerms) -> impl Iterator<Item = &Id> {
    starts(terms).filter_map(|since| if let Since::Clock(id) = since { Some(id) } else { None })
}

//! Dates of what can only have happened that lie in the future: most often a mistyped year. Until
//! then it is left out, which nobody would notice.

use rayon::prelude::*;

use super::link::Origins;
use super::{Ahead, Options};
use crate::diag::{Code, Diagnostic};
use crate::front_matter::moment::Written;
use crate::model::Register;

/// Adds a warning for each.
pub(super) fn check(
    register: &Register,
    origins: &Origins,
    options: Options,
    found: &mut Vec<Diagnostic>,
) {
    if options.ahead == Ahead::NotYet {
        return;
    }
    let told = origins.par_iter().flat_map_iter(|((kind, id), origin)| {
        let zone = register.record(*kind, id.as_str()).map(|record| record.timezone);
        let dates = zone.map(|zone| (zone, origin.places.of_the_past()));
        dates.into_iter().flat_map(move |(zone, dates)| {
            let today = options.as_of.date_in(zone);
            dates.into_iter().filter_map(move |(key, text, place)| {
                let day = Written::read(text).ok()?.in_zone(zone).ok()?.first_day(zone);
                // Somewhere east of the zone it may be tomorrow already.
                ((day - today).num_days() > 1).then(|| {
                    let message = format!(
                        "`{key}` tells of what has happened, and lies in the future: it is {today}"
                    );
                    Diagnostic::new(Code::DateAhead, place, message)
                        .help("check the year; until that day what is dated so is left out")
                })
            })
        })
    });
    found.par_extend(told);
}

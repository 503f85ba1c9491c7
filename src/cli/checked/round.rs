//! The round: which checks are due, and what changed in the places to look.

use chrono::{Days, NaiveDate};

use super::super::{Session, say, sentences};
use super::desk::{Desk, asks};
use crate::clock::{Entry, Matter, Part, SOON, agenda};
use crate::i18n::{Form, Lexicon};
use crate::links::{Look, Looks};
use crate::model::ClockRef;
use crate::render::status;
use crate::text::is_web_address;
use crate::view::AgendaLine;

/// Days ahead within which a check is part of the round.
const AHEAD: u64 = 7;

/// A check that is due.
pub(super) struct Due {
    pub(super) clock: ClockRef,
    /// Why it is due, in words.
    pub(super) line: AgendaLine,
    /// The last check.
    pub(super) checked: Option<NaiveDate>,
    pub(super) places: Vec<Place>,
}

/// Where somebody looks.
pub(super) struct Place {
    pub(super) url: String,
    pub(super) look: Look,
    /// The new lines that name the document.
    pub(super) naming: Vec<String>,
}

/// Every check of a site that is due or will be within a week, the most pressing first. With
/// `asks_places`, they are asked what changed there.
pub(super) fn due(
    desk: &Desk,
    looks: &mut Looks,
    asks_places: bool,
    session: &mut Session<'_>,
) -> Vec<Due> {
    let site = &desk.site;
    let entries: Vec<Entry> = agenda(&site.register, &site.docket, SOON)
        .into_iter()
        .filter(|entry| match entry.matter {
            Matter::Unchecked | Matter::Stale | Matter::Expired => true,
            Matter::Recheck => entry.day.is_some_and(|day| {
                site.today().checked_add_days(Days::new(AHEAD)).is_none_or(|last| day <= last)
            }),
            _ => false,
        })
        .collect();
    let found: Vec<(ClockRef, &Entry)> = entries
        .iter()
        .filter_map(|entry| match &entry.part {
            Part::Clock(clock) => {
                let named = ClockRef { incident: entry.record.clone(), clock: Some(clock.clone()) };
                site.docket.find(&named).filter(|clock| asks(clock))?;
                Some((named, entry))
            }
            _ => None,
        })
        .collect();
    let places: Vec<Vec<String>> = found.iter().map(|(named, _)| places(desk, named)).collect();
    let now = session.surroundings.now;
    if asks_places {
        if session.surroundings.watched {
            say(session.err, &sentences::asking(places.iter().flatten().count()));
        }
        let urls: Vec<&str> = places.iter().flatten().map(String::as_str).collect();
        looks.fetch(&urls, &(session.surroundings.asker)(&site.settings.url), now);
    }
    let lexicon = desk.lexicon();
    found
        .into_iter()
        .zip(places)
        .filter_map(|((clock, entry), places)| {
            let line = status::lines(site, std::slice::from_ref(entry)).pop()?;
            let names = names(desk, &clock, &lexicon);
            let place = |url: String| {
                let look = looks.look(&sentences::clock_name(&clock), &url, now);
                let naming = match &look {
                    Look::Changed { new, .. } => naming(new, &names),
                    Look::First | Look::Unchanged(_) | Look::NotKnown(_) => Vec::new(),
                };
                Place { url, look, naming }
            };
            let places = places.into_iter().map(place).collect();
            Some(Due { checked: desk.checked(&clock), clock, line, places })
        })
        .collect()
}

/// Where a clock's document is looked for.
fn places(desk: &Desk, named: &ClockRef) -> Vec<String> {
    let incident = desk.site.register.incidents.get(&named.incident);
    let terms = incident.and_then(|incident| desk.site.docket.find(named)?.terms(incident));
    let places = terms.map_or(&[][..], |terms| &terms.checked_where);
    places.iter().filter(|url| is_web_address(url)).cloned().collect()
}

/// The words by which a line can name a clock's document, in small letters: those of its name in
/// each language.
fn names(desk: &Desk, named: &ClockRef, lexicon: &Lexicon) -> Vec<String> {
    let incident = desk.site.register.incidents.get(&named.incident);
    let terms = incident.and_then(|incident| desk.site.docket.find(named)?.terms(incident));
    let Some(terms) = terms else { return Vec::new() };
    let mut names: Vec<String> = lexicon
        .all()
        .flat_map(|words| {
            let name = words.awaited_as(terms, Form::Name).to_lowercase();
            // `of` and `the` are in every line.
            let is_long = |word: &&str| word.chars().count() > 3 || !word.is_ascii();
            name.split_whitespace().filter(is_long).map(str::to_owned).collect::<Vec<_>>()
        })
        .collect();
    names.sort();
    names.dedup();
    names
}

fn naming(lines: &[String], names: &[String]) -> Vec<String> {
    let is_named = |line: &&String| {
        let line = line.to_lowercase();
        names.iter().any(|name| line.contains(name.as_str()))
    };
    lines.iter().filter(is_named).cloned().collect()
}

//! A good site, the texts of its files, and the one way in which a check gets into them.

use std::sync::Arc;

use chrono::NaiveDate;

use super::super::{Exit, Reading, Session, say, sentences};
use crate::clock::Clock;
use crate::diag::{SourceFile, did_you_mean};
use crate::front_matter::EditError;
use crate::i18n::Lexicon;
use crate::load::{Input, Tree, load};
use crate::model::{ClockRef, Id, Kind};
use crate::resolve::{NotedCheck, Options, SitePlaces, record_check};
use crate::site::SiteModel;
use crate::workspace::Workspace;
use crate::write::{ReplaceError, Replacement, replace};

/// What is to be said of a look that found nothing.
#[derive(Debug, Clone, Default)]
pub(super) struct Look {
    /// The day; today where the incident was, if it is not said.
    pub(super) on: Option<NaiveDate>,
    /// Where; empty if what the files say of that stays.
    pub(super) places: Vec<String>,
    /// How far what was looked at reaches, if that is said.
    pub(super) until: Option<String>,
}

/// A site whose records are about to be changed.
pub(super) struct Desk {
    pub(super) site: SiteModel,
    tree: Tree,
    places: SitePlaces,
    options: Options,
}

impl Desk {
    /// Reads a site. With errors in it nobody can tell what is awaited: they are told, and end the
    /// run.
    pub(super) fn open(session: &mut Session<'_>) -> Result<Self, Exit> {
        let options = session.options(&Reading::published(None))?;
        let loaded = session.read(load(&session.root))?;
        let tree = session.sound(loaded)?;
        Self::of(tree, options, session)
    }

    fn of(tree: Tree, options: Options, session: &mut Session<'_>) -> Result<Self, Exit> {
        let read = Workspace::in_memory(tree.clone()).model_and_places(options);
        let read = session.read(read)?;
        let (site, places) = session.sound(read)?;
        Ok(Self { site, tree, places, options })
    }

    /// The clocks of a name: `INCIDENT/CLOCK`, `INCIDENT/DUTY` for all that a duty declares and is
    /// still awaited, or `INCIDENT` where no more than one is awaited.
    pub(super) fn named(&self, name: &str, on: Option<NaiveDate>) -> Result<Vec<ClockRef>, String> {
        let named = self.found(name)?;
        let later = named.iter().find_map(|clock| {
            let today = self.site.docket.find(clock)?.statement.today;
            Some((clock, on?, today)).filter(|(_, on, today)| on > today)
        });
        later.map_or(Ok(named.clone()), |(clock, on, today)| {
            Err(sentences::not_yet(&sentences::clock_name(clock), on, today))
        })
    }

    fn found(&self, name: &str) -> Result<Vec<ClockRef>, String> {
        // The name that `status` prints begins with the folder.
        let folder = format!("{}/", Kind::Incident.folder());
        let name = name.strip_prefix(&folder).unwrap_or(name);
        let (incident, clock) =
            name.split_once('/').map_or((name, None), |(incident, clock)| (incident, Some(clock)));
        let clocks = self.site.docket.of(incident);
        if clocks.is_empty() {
            return Err(self.unknown_incident(incident));
        }
        let awaited = || clocks.iter().filter(|clock| clock.is_open());
        let listed =
            || sentences::clocks_of(incident, clocks.iter().map(|clock| clock.id.as_str()));
        let Some(wanted) = clock else {
            let mut open = awaited();
            return match (open.next(), open.next()) {
                (Some(only), None) => Ok(vec![only.named()]),
                (None, _) => Err(sentences::nothing_awaited(incident)),
                (Some(_), Some(_)) => Err(format!("{}; name one", listed())),
            };
        };
        if let Some(clock) = clocks.iter().find(|clock| clock.id.as_str() == wanted) {
            return refusal(clock).map_or_else(|| Ok(vec![clock.named()]), Err);
        }
        let of_duty: Vec<&Clock> = clocks
            .iter()
            .filter(|clock| {
                clock.id.as_str().split_once('/').is_some_and(|(duty, _)| duty == wanted)
            })
            .collect();
        if of_duty.is_empty() {
            let meant = did_you_mean(wanted, clocks.iter().map(|clock| clock.id.as_str()));
            return Err(sentences::no_clock(name, meant, &listed()));
        }
        let open: Vec<ClockRef> =
            of_duty.iter().filter(|clock| asks(clock)).map(|clock| clock.named()).collect();
        if open.is_empty() { Err(sentences::nothing_awaited(name)) } else { Ok(open) }
    }

    fn unknown_incident(&self, incident: &str) -> String {
        let is_draft = self
            .site
            .drafts
            .iter()
            .any(|entry| entry.kind == Kind::Incident && entry.record.as_str() == incident);
        if is_draft {
            return sentences::is_a_draft(incident);
        }
        let known = self.site.register.incidents.keys().map(Id::as_str);
        sentences::not_known("incident", incident, did_you_mean(incident, known))
    }

    /// The day of a look that is made now, where the incident was.
    pub(super) fn today(&self, named: &ClockRef) -> NaiveDate {
        self.site
            .docket
            .find(named)
            .map_or_else(|| self.site.today(), |clock| clock.statement.today)
    }

    /// The words of every language of the site.
    pub(super) fn lexicon(&self) -> Lexicon {
        Lexicon::load(&self.tree, &self.site.settings.theme)
            .value
            .with_documents(&self.site.settings)
    }

    /// The last check of a clock, as its file says.
    pub(super) fn checked(&self, named: &ClockRef) -> Option<NaiveDate> {
        let incident = self.site.register.incidents.get(&named.incident)?;
        self.site.docket.find(named)?.terms(incident)?.checked
    }

    /// Writes into the files that none of these was found, in all of them or none, and reads the
    /// site as it is then. What keeps it from that is told.
    pub(super) fn record(
        &mut self,
        clocks: &[ClockRef],
        look: &Look,
        session: &mut Session<'_>,
    ) -> Result<(), Exit> {
        let changed = self.changed(clocks, look).map_err(|error| {
            match error {
                EditError::Unreadable(found) => session.tell(&[*found]),
                EditError::Layout(place) => {
                    say(session.err, &format!("error: {}", sentences::layout_unknown(&place)));
                }
            }
            Exit::Content
        })?;
        let mut tree = self.tree.clone();
        for (old, new) in &changed {
            tree.insert_text(&old.path, new);
        }
        let after = Self::of(tree, self.options, session)
            .inspect_err(|_| say(session.err, sentences::NOTHING_WRITTEN))?;
        let replacements: Vec<Replacement<'_>> = changed
            .iter()
            .map(|(old, new)| Replacement {
                path: &old.path,
                old: old.text.as_bytes(),
                new: new.as_bytes(),
            })
            .collect();
        if let Err(error) = replace(&session.root, &replacements) {
            say(session.err, &format!("error: nothing was written: {error}"));
            let is_changed = matches!(error, ReplaceError::Changed(_));
            return Err(if is_changed { Exit::Content } else { Exit::Machine });
        }
        *self = after;
        Ok(())
    }

    /// The files that change, in order, with their new texts.
    fn changed(
        &self,
        clocks: &[ClockRef],
        look: &Look,
    ) -> Result<Vec<(Arc<SourceFile>, String)>, EditError> {
        let mut changed = Vec::new();
        for (id, incident) in &self.site.register.incidents {
            let own = clocks.iter().filter(|named| named.incident == *id);
            let named: Vec<Id> = own.filter_map(|named| named.clock.clone()).collect();
            let file =
                self.places.records.get(&(Kind::Incident, id.clone())).and_then(
                    |places| match self.tree.files.get(places.path()) {
                        Some(Input::Text(file)) => Some((file, places)),
                        _ => None,
                    },
                );
            let (Some((file, places)), false) = (file, named.is_empty()) else { continue };
            let own = self.site.docket.of(id.as_str());
            let check = NotedCheck {
                on: look
                    .on
                    .unwrap_or_else(|| self.site.docket.as_of().date_in(incident.record.timezone)),
                places: look.places.clone(),
                until: look.until.clone(),
            };
            let is_awaited = |id: &Id| own.iter().any(|clock| clock.id == *id && asks(clock));
            let new = record_check(file, places, incident, &named, is_awaited, &check)?;
            if new != file.text {
                changed.push((Arc::clone(file), new));
            }
        }
        Ok(changed)
    }
}

/// Whether a check of a clock says something: its document is awaited, and would be seen.
pub(super) fn asks(clock: &Clock) -> bool {
    clock.is_open() && !clock.statement.is_confidential()
}

/// Why no check is noted for a clock, if it asks for none.
fn refusal(clock: &Clock) -> Option<String> {
    let name = format!("{}/{}", clock.incident, clock.id);
    match (clock.is_open(), clock.statement.stop()) {
        (false, Some(stop)) => Some(sentences::is_there(&name, stop.response.as_str(), stop.on)),
        (false, None) => Some(sentences::is_closed(&name)),
        (true, _) if !asks(clock) => Some(sentences::cannot_be_seen(&name)),
        (true, _) => None,
    }
}

//! What records mention → whether it exists: records, clocks, duties, calendars, sources; and the paths that only the plan can tell of.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::{Link, Linker, Origin};
use crate::clock::{WorkingDays, with_included};
use crate::diag::{Code, Diagnostic, did_you_mean, listed};
use crate::load::{built_in_calendars, built_in_regimes};
use crate::model::{ClockRef, Id, Kind, Record, Register};
use crate::parse::files;
use crate::parse::mention::Mention;
use crate::parse::record::unknown_reference;

impl Linker {
    pub(super) fn check_mentions(&mut self, drafts: bool) {
        let check = |origin: &Origin, own: Option<&Record>| {
            let mut found = Vec::new();
            self.check_origin(origin, own, !drafts && own.is_some_and(|record| !record.draft), &mut found);
            found
        };
        let of_records = self.origins.par_iter().flat_map_iter(|((kind, id), origin)| {
            let own = self.register.record(*kind, id.as_str());
            check(origin, own)
        });
        let of_others = self.others.par_iter().flat_map_iter(|origin| {
            let id = files::record_of(origin.path());
            check(origin, id.and_then(|(kind, id)| self.register.record(kind, &id)))
        });
        let mut found: Vec<Diagnostic> = of_records.chain(of_others).collect();
        self.diagnostics.append(&mut found);
    }

    /// Reports calendars that include, through others, more than are joined.
    pub(super) fn check_calendars(&mut self) {
        let calendars = &self.register.calendars;
        let most = WorkingDays::MOST_CALENDARS;
        let mut found = Vec::new();
        for origin in &self.others {
            let Some(calendar) = files::calendar_of(&origin.places.file.path).and_then(|id| calendars.get(id)) else { continue };
            if with_included(calendar, calendars).take(most + 1).count() > most {
                let message = format!("with those that they include, these are more than {most} calendars");
                let included = origin.mentions.list.iter().find_map(|mention| match mention {
                    Mention::Calendar(name) => Some(&name.span),
                    _ => None,
                });
                let place = origin.place(included.unwrap_or(&origin.mentions.head));
                found.push(Diagnostic::new(Code::ListTooLong, place, message).help("write their holidays into one calendar"));
            }
        }
        self.diagnostics.append(&mut found);
    }

    fn check_origin(&self, origin: &Origin, own: Option<&Record>, hides_drafts: bool, found: &mut Vec<Diagnostic>) {
        for mention in &origin.mentions.list {
            let (code, span, message, help) = match mention {
                Mention::Record(kind, name) => {
                    let Some((message, help)) = self.record_trouble(*kind, &name.value, hides_drafts) else { continue };
                    (Code::ReferenceUnknown, &name.span, message, help)
                }
                Mention::Clock(name) => {
                    let Some((code, message, help)) = self.clock_trouble(&name.value, hides_drafts) else { continue };
                    (code, &name.span, message, help)
                }
                Mention::Source(name) => {
                    let sources = own.map_or(&[][..], |record| &record.sources);
                    let ids = || sources.iter().filter_map(|source| source.id.as_ref()).map(Id::as_str);
                    if ids().any(|id| id == name.value.as_str()) {
                        continue;
                    }
                    let help = match did_you_mean(name.value.as_str(), ids()) {
                        Some(meant) => format!("did you mean `{meant}`?"),
                        None => format!("add a source with `id: {}` to `sources` of this record", name.value),
                    };
                    (Code::CitationUnknown, &name.span, format!("this record lists no source `{}`", name.value), help)
                }
                Mention::Regime(name) => {
                    let known = || self.register.regimes.keys().map(Id::as_str).chain(built_in_regimes().iter().map(|(id, _)| *id));
                    let Some((message, help)) = unknown(&name.value, known, "regime", "content/regimes") else { continue };
                    (Code::ReferenceUnknown, &name.span, message, help)
                }
                Mention::Calendar(name) => {
                    let known = || self.register.calendars.keys().map(Id::as_str).chain(built_in_calendars().iter().map(|(id, _)| *id));
                    let Some((message, help)) = unknown(&name.value, known, "calendar", "content/calendars") else { continue };
                    (Code::ReferenceUnknown, &name.span, message, help)
                }
                Mention::File(_) | Mention::Path(_) => continue,
            };
            found.push(Diagnostic::new(code, origin.place(span), message).help(help));
        }
    }

    /// Why a record cannot be named, with help.
    fn record_trouble(&self, kind: Kind, id: &Id, hides_drafts: bool) -> Option<(String, String)> {
        match self.register.record(kind, id.as_str()) {
            Some(record) if record.draft && hides_drafts => Some((
                format!("`{id}` is a draft and will not be published"),
                "publish it first, or make this record a draft as well".to_owned(),
            )),
            Some(_) => None,
            None if self.broken.contains(&(kind, id.clone())) => None,
            None => {
                let known = self.origins.keys().filter(|(other, _)| *other == kind).map(|(_, id)| id.as_str());
                Some((format!("there is no {} `{id}`", kind.name()), unknown_reference(kind, id.as_str(), known)))
            }
        }
    }

    fn clock_trouble(&self, named: &ClockRef, hides_drafts: bool) -> Option<(Code, String, String)> {
        if let Some((message, help)) = self.record_trouble(Kind::Incident, &named.incident, hides_drafts) {
            return Some((Code::ReferenceUnknown, message, help));
        }
        let incident = self.register.incidents.get(&named.incident)?;
        let clock = named.clock.as_ref()?;
        let known: Vec<&str> = incident.awaiting.iter().map(|terms| terms.id.as_str()).collect();
        if known.contains(&clock.as_str()) {
            return None;
        }
        let help = match did_you_mean(clock.as_str(), known.iter().copied()) {
            Some(meant) => format!("did you mean `{}/{meant}`?", named.incident),
            None => format!("its clocks are: {}", listed(&known)),
        };
        Some((Code::ClockUnknown, format!("`{}` has no clock `{clock}`", named.incident), help))
    }

    /// Entries of the menu that name no record, so that the plan can tell whether they lead anywhere.
    pub(super) fn check_menu(&mut self, menu: &Origin, hides_drafts: bool) -> Vec<Link> {
        let pages = self.pages(true);
        let mut links = Vec::new();
        let mut wrong = Vec::new();
        for mention in &menu.mentions.list {
            let Mention::Path(found) = mention else { continue };
            let named = found.value.split_once('/').and_then(|(folder, id)| {
                let kind = Kind::ALL.into_iter().find(|kind| kind.folder() == folder)?;
                Some((kind, Id::from(id)))
            });
            let is_record = named.as_ref().is_some_and(|(kind, id)| self.register.record(*kind, id.as_str()).is_some());
            match named.filter(|_| is_record || !pages.has(&found.value)) {
                Some((kind, id)) if !id.as_str().contains('/') => {
                    if let Some((message, help)) = self.record_trouble(kind, &id, hides_drafts) {
                        let help = if is_record { "publish it first, or take it out of the menu".to_owned() } else { help };
                        wrong.push(Diagnostic::new(Code::ReferenceUnknown, menu.place(&found.span), message).help(help));
                    }
                }
                _ if pages.has(&found.value) => {}
                _ => links.push(Link { path: found.value.clone(), place: menu.place(&found.span), meant: None }),
            }
        }
        self.diagnostics.append(&mut wrong);
        links
    }

    /// The pages of records, those of drafts only where they are shown.
    fn pages(&self, drafts: bool) -> Pages<'_> {
        let shown = self.register.records().filter(|(_, record)| drafts || !record.draft);
        let renamed = shown.filter(|(_, record)| record.slug != record.id.as_str());
        Pages { register: &self.register, drafts, renamed: renamed.map(|(kind, record)| (kind, record.slug.as_str())).collect() }
    }

    /// Links to paths that are no record's, so that the plan can tell whether they exist. What drafts say that are not shown is
    /// left out.
    pub(super) fn links(&self, drafts: bool) -> Vec<Link> {
        let pages = self.pages(drafts);
        let is_shown = |origin: &&Origin| {
            let own = || files::record_of(origin.path()).and_then(|(kind, id)| self.register.record(kind, &id));
            drafts || !own().is_some_and(|record| record.draft)
        };
        let of_records = self.origins.par_iter().map(|(_, origin)| origin);
        let origins = of_records.chain(self.others.par_iter()).filter(is_shown);
        let mentions = origins.flat_map_iter(|origin| origin.mentions.list.iter().map(move |mention| (origin, mention)));
        mentions
            .filter_map(|(origin, mention)| match mention {
                Mention::Path(found) if !pages.has(&found.value) => {
                    let last = found.value.rsplit('/').next().unwrap_or_default();
                    let kind = Kind::ALL.into_iter().find(|kind| match self.register.record(*kind, last) {
                        Some(record) => drafts || !record.draft,
                        None => self.broken.contains(&(*kind, Id::from(last))),
                    });
                    let meant = kind.map(|kind| format!("../{}/{last}.md", kind.folder()));
                    Some(Link { path: found.value.clone(), place: origin.place(&found.span), meant })
                }
                _ => None,
            })
            .collect()
    }
}

/// Where the pages of records are.
struct Pages<'r> {
    register: &'r Register,
    drafts: bool,
    /// The last parts of addresses that are not the record's id.
    renamed: BTreeSet<(Kind, &'r str)>,
}

impl Pages<'_> {
    /// Whether a path without slashes at its ends is a record's.
    fn has(&self, path: &str) -> bool {
        let Some((folder, slug)) = path.split_once('/') else { return false };
        let Some(kind) = Kind::ALL.into_iter().find(|kind| kind.folder() == folder) else { return false };
        let named = self.register.record(kind, slug).filter(|record| self.drafts || !record.draft);
        named.is_some_and(|record| record.slug == slug) || self.renamed.contains(&(kind, slug))
    }
}

/// Why a name of a regime or calendar is not known, with help.
fn unknown<'a, I: Iterator<Item = &'a str>>(name: &Id, known: impl Fn() -> I, what: &str, folder: &str) -> Option<(String, String)> {
    if known().any(|other| other == name.as_str()) {
        return None;
    }
    let help = match did_you_mean(name.as_str(), known()) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => format!("write the name of a file in {folder}/, without its ending"),
    };
    Some((format!("there is no {what} `{name}`"), help))
}

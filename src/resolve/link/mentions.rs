//! What records mention → whether it exists: records, clocks, duties, calendars, sources; and the
//! paths that only the plan can tell of.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::{Link, Linker, Origin};
use crate::clock::{WorkingDays, with_included};
use crate::diag::{Code, Diagnostic, Findings, Place, did_you_mean, listed};
use crate::front_matter::reader::Located;
use crate::load::{built_in_calendars, built_in_regimes};
use crate::markdown::mention::{Mention, Page};
use crate::model::{ClockRef, Id, Kind, Record, Register};
use crate::parse::files;
use crate::parse::record::unknown_reference;
use crate::resolve::anchors;

impl Linker {
    pub(super) fn check_mentions(&mut self, drafts: bool) {
        let known = Known::of(self);
        let check = |origin: &Origin, own: Option<&Record>| {
            let mut found = Findings::default();
            let looked_up = Mentioned {
                linker: self,
                known: &known,
                hides_drafts: !drafts && own.is_some_and(|record| !record.draft),
            };
            looked_up.check(origin, own, &mut found);
            Vec::from(found)
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
            let Some(calendar) =
                files::calendar_of(&origin.places.file.path).and_then(|id| calendars.get(id))
            else {
                continue;
            };
            if with_included(calendar, calendars).take(most + 1).count() > most {
                let message =
                    format!("with those that they include, these are more than {most} calendars");
                let included = origin.mentions.list.iter().find_map(|mention| match mention {
                    Mention::Calendar(name) => Some(&name.span),
                    _ => None,
                });
                let place = origin.place(included.unwrap_or(&origin.mentions.head));
                found.push(
                    Diagnostic::new(Code::ListTooLong, place, message)
                        .help("write their holidays into one calendar"),
                );
            }
        }
        self.diagnostics.append(&mut found);
    }

    /// Whether a record is named that does not exist, which has not been reported yet.
    fn is_missing(&self, kind: Kind, id: &Id) -> bool {
        self.register.record(kind, id.as_str()).is_none()
            && !self.broken.contains(&(kind, id.clone()))
    }

    /// Entries of the menu that name no record, so that the plan can tell whether they lead
    /// anywhere.
    pub(super) fn check_menu(&mut self, menu: &Origin, hides_drafts: bool) -> Vec<Link> {
        let pages = self.pages(true);
        let known = Known::of(self);
        let mut links = Vec::new();
        let mut wrong = Vec::new();
        for mention in &menu.mentions.list {
            let Mention::Path(found) = mention else { continue };
            let named = found.value.split_once('/').and_then(|(folder, id)| {
                let kind = Kind::ALL.into_iter().find(|kind| kind.folder() == folder)?;
                Some((kind, Id::from(id)))
            });
            let is_record = named
                .as_ref()
                .is_some_and(|(kind, id)| self.register.record(*kind, id.as_str()).is_some());
            match named.filter(|_| is_record || !pages.has(&found.value)) {
                Some((kind, id)) if !id.as_str().contains('/') => {
                    let place = menu.place(&found.span);
                    if self.is_missing(kind, &id) {
                        wrong.push(unknown_reference(
                            kind,
                            id.as_str(),
                            known.records(kind),
                            place,
                        ));
                    } else if hides_drafts
                        && self
                            .register
                            .record(kind, id.as_str())
                            .is_some_and(|record| record.draft)
                    {
                        wrong.push(
                            draft(&id, place).help("publish it first, or take it out of the menu"),
                        );
                    }
                }
                _ if pages.has(&found.value) => {}
                _ => links.push(Link {
                    path: found.value.clone(),
                    place: menu.place(&found.span),
                    meant: None,
                }),
            }
        }
        self.diagnostics.append(&mut wrong);
        links
    }

    /// The pages of records, those of drafts only where they are shown.
    fn pages(&self, drafts: bool) -> Pages<'_> {
        let shown = self.register.records().filter(|(_, record)| drafts || !record.draft);
        let renamed = shown.filter(|(_, record)| record.slug != record.id.as_str());
        Pages {
            register: &self.register,
            drafts,
            renamed: renamed.map(|(kind, record)| (kind, record.slug.as_str())).collect(),
        }
    }

    /// Links to paths that are no record's, so that the plan can tell whether they exist. What
    /// drafts say that are not shown is left out.
    pub(super) fn links(&self, drafts: bool) -> Vec<Link> {
        let pages = self.pages(drafts);
        let is_shown = |origin: &&Origin| {
            let own = || {
                files::record_of(origin.path())
                    .and_then(|(kind, id)| self.register.record(kind, &id))
            };
            drafts || !own().is_some_and(|record| record.draft)
        };
        let of_records = self.origins.par_iter().map(|(_, origin)| origin);
        let origins = of_records.chain(self.others.par_iter()).filter(is_shown);
        let mentions = origins.flat_map_iter(|origin| {
            origin.mentions.list.iter().map(move |mention| (origin, mention))
        });
        mentions
            .filter_map(|(origin, mention)| match mention {
                Mention::Path(found) if !pages.has(&found.value) => {
                    let last = found.value.rsplit('/').next().unwrap_or_default();
                    let kind = Kind::ALL.into_iter().find(|kind| {
                        match self.register.record(*kind, last) {
                            Some(record) => drafts || !record.draft,
                            None => self.broken.contains(&(*kind, Id::from(last))),
                        }
                    });
                    let meant = kind.map(|kind| format!("../{}/{last}.md", kind.folder()));
                    Some(Link {
                        path: found.value.clone(),
                        place: origin.place(&found.span),
                        meant,
                    })
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
        let Some(kind) = Kind::ALL.into_iter().find(|kind| kind.folder() == folder) else {
            return false;
        };
        let named = self.register.record(kind, slug).filter(|record| self.drafts || !record.draft);
        named.is_some_and(|record| record.slug == slug) || self.renamed.contains(&(kind, slug))
    }
}

/// A record that readers would not find.
fn draft(id: &Id, place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::ReferenceUnknown,
        place,
        format!("`{id}` is a draft and will not be published"),
    )
}

/// All names that can be meant, for those who look for one.
struct Known {
    records: BTreeMap<Kind, Arc<[String]>>,
    regimes: Arc<[String]>,
    calendars: Arc<[String]>,
}

impl Known {
    fn of(linker: &Linker) -> Self {
        let mut records: BTreeMap<Kind, Vec<String>> =
            Kind::ALL.into_iter().map(|kind| (kind, Vec::new())).collect();
        for (kind, id) in linker.origins.keys() {
            records.entry(*kind).or_default().push(id.to_string());
        }
        let with = |own: Vec<String>, built_in: &[(&str, &str)]| {
            own.into_iter().chain(built_in.iter().map(|(id, _)| (*id).to_owned())).collect()
        };
        let Register { regimes, calendars, .. } = &linker.register;
        Self {
            records: records.into_iter().map(|(kind, names)| (kind, names.into())).collect(),
            regimes: with(regimes.keys().map(Id::to_string).collect(), built_in_regimes()),
            calendars: with(calendars.keys().map(Id::to_string).collect(), built_in_calendars()),
        }
    }

    fn records(&self, kind: Kind) -> &Arc<[String]> {
        &self.records[&kind]
    }
}

/// What the records of a site mention, as far as it is looked up for one of them.
struct Mentioned<'l> {
    linker: &'l Linker,
    known: &'l Known,
    hides_drafts: bool,
}

impl Mentioned<'_> {
    fn check(&self, origin: &Origin, own: Option<&Record>, found: &mut Findings) {
        let Register { regimes, calendars, .. } = &self.linker.register;
        let sources: BTreeSet<&str> = own
            .iter()
            .flat_map(|record| &record.sources)
            .filter_map(|source| source.id.as_ref())
            .map(Id::as_str)
            .collect();
        for mention in &origin.mentions.list {
            match mention {
                Mention::Record(kind, name) => {
                    self.record(*kind, &name.value, origin.place(&name.span), found);
                }
                Mention::Clock(name) => self.clock(&name.value, origin.place(&name.span), found),
                Mention::Source(name) if !sources.contains(name.value.as_str()) => {
                    found.find(Code::CitationUnknown, origin.place(&name.span), |place| {
                        let help = match did_you_mean(name.value.as_str(), sources.iter().copied())
                        {
                            Some(meant) => format!("did you mean `{meant}`?"),
                            None => format!(
                                "add a source with `id: {}` to `sources` of this record",
                                name.value
                            ),
                        };
                        Diagnostic::new(
                            Code::CitationUnknown,
                            place,
                            format!("this record lists no source `{}`", name.value),
                        )
                        .help(help)
                    });
                }
                Mention::Regime(name)
                    if !regimes.contains_key(&name.value)
                        && !is_built_in(built_in_regimes(), &name.value) =>
                {
                    found.push(unknown(
                        "regime",
                        "content/regimes",
                        name,
                        &self.known.regimes,
                        origin,
                    ));
                }
                Mention::Calendar(name)
                    if !calendars.contains_key(&name.value)
                        && !is_built_in(built_in_calendars(), &name.value) =>
                {
                    found.push(unknown(
                        "calendar",
                        "content/calendars",
                        name,
                        &self.known.calendars,
                        origin,
                    ));
                }
                Mention::Source(_)
                | Mention::Regime(_)
                | Mention::Calendar(_)
                | Mention::File(_)
                | Mention::Path(_) => {}
                Mention::Fragment(page, written) => {
                    self.fragment(page, &written.value, origin.place(&written.span), found);
                }
            }
        }
    }

    /// Reports a part that a record's page does not have.
    fn fragment(&self, page: &Page, written: &str, place: Place, found: &mut Findings) {
        let register = &self.linker.register;
        let record = match page {
            Page::Record(kind, id) => {
                register.record(*kind, id.as_str()).map(|found| (*kind, found))
            }
            Page::Path(path) => register.at(path),
        };
        let Some((kind, record)) = record else { return };
        let language = &record.language;
        if anchors::anchor(register, (kind, &record.id), language, written).is_some() {
            return;
        }
        found.find(Code::LinkDead, place, |place| {
            let bare = written.trim_start_matches('#');
            let known = anchors::known(register, kind, record);
            let help = match did_you_mean(bare, known.iter().map(String::as_str)) {
                Some(meant) => format!("did you mean `#{meant}`?"),
                None if known.is_empty() => {
                    "that page has no headings: link to the page".to_owned()
                }
                None => {
                    format!("that page has: {}", listed(known.iter().map(|id| format!("`#{id}`"))))
                }
            };
            let message = format!("the page of `{}` has no heading or clock `{bare}`", record.id);
            Diagnostic::new(Code::LinkDead, place, message).help(help)
        });
    }

    /// Reports a record that cannot be named; whether it can.
    fn record(&self, kind: Kind, id: &Id, place: Place, found: &mut Findings) -> bool {
        match self.linker.register.record(kind, id.as_str()) {
            Some(record) if record.draft && self.hides_drafts => {
                found.push(
                    draft(id, place).help("publish it first, or make this record a draft as well"),
                );
                false
            }
            None if self.linker.is_missing(kind, id) => {
                let known = self.known.records(kind);
                found.find(Code::ReferenceUnknown, place, |place| {
                    unknown_reference(kind, id.as_str(), known, place)
                });
                false
            }
            Some(_) | None => true,
        }
    }

    fn clock(&self, named: &ClockRef, place: Place, found: &mut Findings) {
        if !self.record(Kind::Incident, &named.incident, place.clone(), found) {
            return;
        }
        let incident = self.linker.register.incidents.get(&named.incident);
        let (Some(incident), Some(clock)) = (incident, &named.clock) else { return };
        let known = || incident.awaiting.iter().map(|terms| terms.id.as_str());
        if known().any(|known| known == clock.as_str()) {
            return;
        }
        found.find(Code::ClockUnknown, place, |place| {
            let help = match did_you_mean(clock.as_str(), known()) {
                Some(meant) => format!("did you mean `{}/{meant}`?", named.incident),
                None => format!("its clocks are: {}", listed(known())),
            };
            Diagnostic::new(
                Code::ClockUnknown,
                place,
                format!("`{}` has no clock `{clock}`", named.incident),
            )
            .help(help)
        });
    }
}

fn is_built_in(list: &[(&str, &str)], name: &Id) -> bool {
    list.iter().any(|(id, _)| *id == name.as_str())
}

/// A name of a regime or calendar that is not known.
fn unknown(
    what: &str,
    folder: &str,
    name: &Located<Id>,
    known: &Arc<[String]>,
    origin: &Origin,
) -> Diagnostic {
    let place = origin.place(&name.span);
    Diagnostic::new(Code::ReferenceUnknown, place, format!("there is no {what} `{}`", name.value))
        .help(format!("write the name of a file in {folder}/, without its ending"))
        .meant(name.value.to_string(), known, |meant, _| format!("did you mean `{meant}`?"))
}

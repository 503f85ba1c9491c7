use std::collections::BTreeMap;

use super::{Observation, Survival};
use crate::clock::{Clock, Docket, Standing};
use crate::model::{DocumentKind, Id, Incident, Register};

/// The fewest observations of which a median is given and by which a group is ranked.
pub const ENOUGH: usize = 5;

/// The days within which the share of published documents is given.
pub const HORIZONS: [i64; 4] = [30, 90, 180, 365];

/// Every group of a site that has a clock.
#[derive(Debug)]
pub struct Statistics<'a> {
    /// By what they are grouped, then by key, then by kind of document.
    pub groups: Vec<Group<'a>>,
}

/// By what clocks are put together. A clock is in one group of each kind that applies to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum By {
    /// All clocks of the site.
    All,
    /// The country of the incident.
    Country,
    /// The sector of the incident, as written.
    Sector,
    /// The regime that declares the clock.
    Regime,
    /// The organisation that owes the document.
    Organisation,
}

impl By {
    /// The word for it in data.
    pub fn name(self) -> &'static str {
        match self {
            By::All => "all",
            By::Country => "country",
            By::Sector => "sector",
            By::Regime => "regime",
            By::Organisation => "organisation",
        }
    }
}

/// The clocks of one kind of document that have something in common. Kinds are never mixed: a note of one day and an inquiry of two
/// years have no common median.
#[derive(Debug)]
pub struct Group<'a> {
    /// By what.
    pub by: By,
    /// What they have in common; nothing where it is all clocks of the site.
    pub key: Option<String>,
    /// The kind of document.
    pub report: DocumentKind,
    /// Every clock, by incident, whether it is an observation or left out.
    pub clocks: Vec<&'a Clock>,
    /// What the observations tell.
    pub survival: Survival,
    /// How many clocks were left out, and why.
    pub excluded: Excluded,
}

/// How many clocks were left out; each is counted once, under the first reason of [`observe`] that applies.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "they are the reasons of Exclusion")]
pub struct Excluded {
    pub unchecked: usize,
    pub imprecise: usize,
    pub closed: usize,
    pub confidential: usize,
    pub unknown: usize,
}

/// Why a clock is not an observation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exclusion {
    /// The document is awaited, and nobody has looked for it since the count began.
    Unchecked,
    /// A date is known only to the month or the year.
    Imprecise,
    /// The wait has ended without a document. That is no censoring: the document will never come.
    Closed,
    /// Nobody outside can see whether the document was filed.
    Confidential,
    /// What starts the clock is not known or has not happened.
    Unknown,
}

impl<'a> Statistics<'a> {
    /// Puts the clocks of `docket`, which was worked out from `register`, into groups.
    pub fn new(register: &'a Register, docket: &'a Docket) -> Self {
        let mut members: BTreeMap<(By, Option<String>, DocumentKind), Vec<&Clock>> = BTreeMap::new();
        for clock in docket.clocks() {
            let Some(Subject { incident, report, from, regime }) = subject(clock, register) else { continue };
            let keys = [
                (By::Country, incident.country.as_deref()),
                (By::Sector, incident.sector.as_deref()),
                (By::Regime, regime.map(Id::as_str)),
                (By::Organisation, from.map(Id::as_str)),
            ];
            members.entry((By::All, None, report)).or_default().push(clock);
            for (by, key) in keys {
                if let Some(key) = key {
                    members.entry((by, Some(key.to_owned()), report)).or_default().push(clock);
                }
            }
        }
        let groups = members.into_iter().map(|((by, key, report), clocks)| Group::new(by, key, report, clocks));
        Self { groups: groups.collect() }
    }

    /// The groups of one kind of document, by one thing, in order of key.
    pub fn of(&self, by: By, report: DocumentKind) -> impl Iterator<Item = &Group<'a>> {
        self.groups.iter().filter(move |group| group.by == by && group.report == report)
    }
}

impl<'a> Group<'a> {
    fn new(by: By, key: Option<String>, report: DocumentKind, clocks: Vec<&'a Clock>) -> Self {
        let mut excluded = Excluded::default();
        let mut observations = Vec::new();
        for clock in &clocks {
            match observe(clock) {
                Ok(observation) => observations.push(observation),
                Err(why) => excluded.add(why),
            }
        }
        Self { by, key, report, clocks, survival: Survival::of(observations), excluded }
    }

    /// Whether there are [`ENOUGH`] observations for a median and a place in a ranking.
    pub fn is_enough(&self) -> bool {
        self.survival.observations() >= ENOUGH
    }

    /// The median in days; nothing where there are too few observations or it is not reached.
    pub fn median(&self) -> Option<i64> {
        self.survival.median().filter(|_| self.is_enough())
    }
}

impl Excluded {
    fn add(&mut self, why: Exclusion) {
        let Self { unchecked, imprecise, closed, confidential, unknown } = self;
        *match why {
            Exclusion::Unchecked => unchecked,
            Exclusion::Imprecise => imprecise,
            Exclusion::Closed => closed,
            Exclusion::Confidential => confidential,
            Exclusion::Unknown => unknown,
        } += 1;
    }
}

/// What a clock tells of a wait, or why it tells nothing.
///
/// A stopped clock is an event at its days. Every other one is censored at its last check: what happened since, nobody has seen. That holds
/// for a check that is stale or expired, for a document that was handed over and for a limit that stands still: what is counted is the wait for
/// publication, and it goes on. A wait is also unchecked when the only check was made before it began.
///
/// # Errors
///
/// The first reason to leave it out: closed, confidential, no count because its start is unknown or lies after its stop, a count
/// from or to an imprecise date, no check.
pub fn observe(clock: &Clock) -> Result<Observation, Exclusion> {
    match clock.standing {
        Standing::Closed => return Err(Exclusion::Closed),
        Standing::Confidential => return Err(Exclusion::Confidential),
        // Of filings that nobody can see only those that became known would count, and make the rest look fast.
        _ if clock.confidential => return Err(Exclusion::Confidential),
        Standing::Unknown => return Err(Exclusion::Unknown),
        Standing::Waiting | Standing::Overdue | Standing::Published | Standing::PublishedLate | Standing::Delivered | Standing::Paused => {}
    }
    let counted = clock.elapsed.ok_or(Exclusion::Unknown)?;
    if counted.at_least {
        return Err(Exclusion::Imprecise);
    }
    match &clock.stop {
        Some(_) => Ok(Observation::Published(counted.days)),
        None => clock.evidenced.map(Observation::Awaited).ok_or(Exclusion::Unchecked),
    }
}

/// What a clock is about.
struct Subject<'a> {
    incident: &'a Incident,
    report: DocumentKind,
    from: Option<&'a Id>,
    regime: Option<&'a Id>,
}

/// What a clock is about: who owes which document, under which regime.
fn subject<'a>(clock: &'a Clock, register: &'a Register) -> Option<Subject<'a>> {
    let incident = register.incidents.get(&clock.incident)?;
    let terms = clock.terms(incident)?;
    let regime = terms.law.as_ref().map(|law| &law.regime);
    Some(Subject { incident, report: terms.report, from: terms.from.as_ref(), regime })
}

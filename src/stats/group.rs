use std::collections::BTreeMap;

use super::{Reading, Readings, Wait};
use crate::clock::{Clock, Docket, Truth};
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

/// The clocks of one kind of document that have something in common. Kinds are never mixed: a note
/// of one day and an inquiry of two years have no common median.
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
    /// What the observations tell, in both readings.
    pub survival: Readings,
    /// How the observations are made up.
    pub tally: Tally,
    /// How many clocks were left out, and why.
    pub excluded: Excluded,
}

/// How many clocks of a group are in which state; the first four are all observations.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// The document is public.
    pub published: usize,
    /// It was still awaited when somebody last looked.
    pub awaited: usize,
    /// None is recorded, and nobody has recorded looking.
    pub unchecked: usize,
    /// The wait has ended without a document.
    pub closed: usize,
    /// Of all these, those with a date that is known only to the month or the year.
    pub imprecise: usize,
}

/// How many clocks were left out: that is a matter of the duty or of the record, never of how the
/// wait ended.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "they are the reasons of Exclusion")]
pub struct Excluded {
    pub confidential: usize,
    pub unknown: usize,
}

/// Why a clock is not an observation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exclusion {
    /// Nobody outside can see whether the document was filed.
    Confidential,
    /// What starts the clock is not known or has not happened.
    Unknown,
}

impl<'a> Statistics<'a> {
    /// Puts the clocks of `docket`, which was worked out from `register`, into groups.
    pub fn new(register: &'a Register, docket: &'a Docket) -> Self {
        let mut members: BTreeMap<(By, Option<String>, DocumentKind), Vec<&Clock>> =
            BTreeMap::new();
        for clock in docket.clocks() {
            let Some(Subject { incident, report, from, regime, recurs, .. }) =
                subject(clock, register)
            else {
                continue;
            };
            if recurs {
                continue;
            }
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
        let groups = members
            .into_iter()
            .map(|((by, key, report), clocks)| Group::new((by, key, report), clocks, register));
        Self { groups: groups.collect() }
    }

    /// The groups of one kind of document, by one thing, in order of key.
    pub fn of(&self, by: By, report: DocumentKind) -> impl Iterator<Item = &Group<'a>> {
        self.groups.iter().filter(move |group| group.by == by && group.report == report)
    }
}

impl<'a> Group<'a> {
    fn new(
        (by, key, report): (By, Option<String>, DocumentKind),
        clocks: Vec<&'a Clock>,
        register: &Register,
    ) -> Self {
        let (mut tally, mut excluded) = (Tally::default(), Excluded::default());
        let mut waits = Vec::new();
        for clock in &clocks {
            match observe(clock, register) {
                Ok(wait) => {
                    tally.add(
                        wait,
                        clock.statement.elapsed().is_some_and(|counted| counted.at_least),
                    );
                    waits.push(wait);
                }
                Err(Exclusion::Confidential) => excluded.confidential += 1,
                Err(Exclusion::Unknown) => excluded.unknown += 1,
            }
        }
        Self { by, key, report, clocks, survival: Readings::of(&waits), tally, excluded }
    }

    /// Whether there are [`ENOUGH`] observations for a median and a place in a ranking.
    pub fn is_enough(&self) -> bool {
        self.survival.observations() >= ENOUGH
    }

    /// The median in days in both readings; nothing with too few observations, and nothing in one
    /// where it is not reached.
    pub fn median(&self) -> Option<Reading<Option<i64>>> {
        self.is_enough().then(|| self.survival.median())
    }
}

impl Tally {
    fn add(&mut self, wait: Wait, is_imprecise: bool) {
        let Self { published, awaited, unchecked, closed, imprecise } = self;
        *match wait {
            Wait::Published { .. } => published,
            Wait::Awaited { .. } => awaited,
            Wait::Unchecked { .. } => unchecked,
            Wait::Closed => closed,
        } += 1;
        *imprecise += usize::from(is_imprecise);
    }

    /// How many documents are not public as far as is known, those closed without one left out.
    pub fn open(&self) -> usize {
        self.awaited + self.unchecked
    }
}

/// What is known of a clock's wait, or why it tells nothing. The `register` is the one that the
/// clock was worked out from.
///
/// What is counted is the wait for publication: it goes on after a document was handed over and
/// while a limit stands still. A wait that somebody looked at counts up to the last check, also
/// where that is stale or expired: what happened since, nobody has seen. It is unchecked also when
/// the only check was made before it began.
///
/// # Errors
///
/// The first reason to leave it out: confidential, or no count because its start is unknown or lies
/// after its stop.
pub fn observe(clock: &Clock, register: &Register) -> Result<Wait, Exclusion> {
    // Of filings that nobody can see only those that became known would count, and make the rest
    // look fast.
    let in_confidence = subject(clock, register).is_some_and(|subject| subject.in_confidence);
    if in_confidence && clock.is_open() {
        return Err(Exclusion::Confidential);
    }
    let start = clock.start.as_ref().ok_or(Exclusion::Unknown)?;
    let (first, last) = (start.first_day(clock.zone), start.last_day(clock.zone));
    // By so much longer an imprecise start can make a wait than it is counted.
    let uncertain = (last - first).num_days();
    if matches!(clock.statement.truth, Truth::Closed { .. }) {
        return Ok(Wait::Closed);
    }
    if let Some(stop) = clock.statement.stop() {
        let published =
            register.responses.get(&stop.response).and_then(|response| response.date.as_ref());
        let latest = published.map_or(stop.on, |moment| moment.last_day(clock.zone));
        if latest < first {
            return Err(Exclusion::Unknown);
        }
        return Ok(Wait::Published {
            shortest: (stop.on - last).num_days().max(0),
            longest: (latest - first).num_days(),
        });
    }
    let counted = clock.statement.elapsed().ok_or(Exclusion::Unknown)?;
    Ok(match clock.evidenced {
        Some(days) => Wait::Awaited { shortest: days, longest: days + uncertain },
        None => Wait::Unchecked { longest: counted.days + uncertain },
    })
}

/// What a clock is about.
struct Subject<'a> {
    incident: &'a Incident,
    report: DocumentKind,
    from: Option<&'a Id>,
    regime: Option<&'a Id>,
    /// Whether the document is owed again and again, so that no one publication ends the wait.
    recurs: bool,
    /// Whether nobody outside can see that it was filed.
    in_confidence: bool,
}

/// What a clock is about: who owes which document, under which regime.
fn subject<'a>(clock: &'a Clock, register: &'a Register) -> Option<Subject<'a>> {
    let incident = register.incidents.get(&clock.incident)?;
    let terms = clock.terms(incident)?;
    let law = terms.law.as_ref();
    let recurs = terms.repeat().is_some();
    let in_confidence = law.is_some_and(|law| law.confidential);
    Some(Subject {
        incident,
        report: terms.report,
        from: terms.from.as_ref(),
        regime: law.map(|law| &law.regime),
        recurs,
        in_confidence,
    })
}

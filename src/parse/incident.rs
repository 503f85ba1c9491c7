//! `content/incidents/NAME.md` → [`Incident`].

use std::collections::BTreeMap;
use std::ops::Range;

use chrono_tz::Tz;

use super::awaiting::{RawClock, RawTerms, Setting, clock_terms, default_clock, own_terms};
use super::record::{self, Name, RawStatus, need, text_of};
use crate::diag::Code;
use crate::front_matter::clean;
use crate::front_matter::moment::Written;
use crate::front_matter::raw::raw;
use crate::front_matter::reader::{FromNode, Located, Reader};
use crate::front_matter::shape::{Definitions, Shape, object, reference};
use crate::front_matter::values::{List, Named};
use crate::front_matter::yaml::{Key, Node, Value};
use crate::markdown::mention::Mentions;
use crate::model::{
    ClockTerms, Commitment, Event, Id, Impact, Incident, Moment, OwnTerms, Record, RegimeUse,
    Settings,
};
use crate::text;

raw! {
    /// The keys of an incident besides those of every record.
    RawIncident ("an incident") {
        /// When it happened: a day, a month or year if no more is known, or a day with a time.
        occurred [required]: Written,
        /// When whoever has to report became aware of it.
        aware: Written,
        /// When it was over.
        ended: Written,
        /// Further moments that start limits, by names such as `classified`.
        triggers: Named<Written>,
        /// Where it happened.
        place: String,
        /// The country, as two letters of ISO 3166-1.
        country [country]: String,
        /// Who ran what failed: organisations by id.
        operators [organisation]: List<Name>,
        /// The kind of undertaking, such as `data-centre`.
        sector: String,
        /// What it did, in figures.
        impact: List<Located<RawImpact>>,
        /// The documents that are awaited, each a clock of its own; or `none`.
        awaiting: RawAwaiting,
        /// Reporting duties that apply, each with its clocks.
        regimes [regime]: List<RawRegimeUse, 100>,
        /// What somebody promised.
        commitments: List<Located<RawCommitment>>,
        /// Small entries of the timeline that need no file of their own.
        events: List<Located<RawEvent>>,
    }
}
raw! {
    RawImpact ("a figure") {
        /// What was counted.
        what [required]: String,
        /// The figure.
        value [required, number]: String,
        /// A source of this record, by id.
        source: String,
        /// When the figure held.
        as_of: Written,
    }
}
raw! {
    RawCommitment ("a commitment") {
        /// Who promised it, by id.
        by [organisation]: String,
        /// The day of the promise.
        made [day]: Written,
        /// What was promised.
        what [required]: String,
        /// The day by which it was promised.
        due [day]: Written,
        /// The last day on which somebody looked whether it was kept.
        checked [day]: Written,
        /// How the promise stood, entry by entry.
        status_of: List<Located<RawStatus>, 100>,
    }
}
raw! {
    RawEvent ("an event") {
        /// When it happened.
        date [required]: Written,
        /// What happened.
        title [required]: String,
        /// Who did it, by id.
        by [organisation]: String,
        /// A source of this record, by id.
        source: String,
    }
}
raw! {
    RawRegimeNamed ("a regime") {
        /// The reporting duty, by id.
        regime [required, regime]: String,
        /// Moments that start its limits, over those of the incident.
        triggers: Named<Written>,
        /// `anyway`, to apply it where or when it does not hold.
        apply [anyway]: String,
        /// What is said of single limits, by their names; the rest is said of all.
        limits: Named<RawTerms>,
    }
}
/// What is awaited: clocks, or the word `none`. An empty list is an absent key, since content tools
/// write such.
#[derive(Debug, Clone)]
pub(super) enum RawAwaiting {
    Clocks(List<Located<RawClock>, 100>),
    Nothing,
}

/// How an editor says that nothing is awaited.
const NOTHING: &str = "none";

impl FromNode for RawAwaiting {
    fn from_node(node: &Node, reader: &mut Reader) -> Option<Self> {
        match &node.value {
            Value::Scalar { text, .. } if text == NOTHING => Some(RawAwaiting::Nothing),
            _ => List::from_node(node, reader).map(RawAwaiting::Clocks),
        }
    }
}

impl Shape for RawAwaiting {
    fn shape(all: &mut Definitions) -> serde_json::Value {
        serde_json::json!({ "anyOf": [List::<Located<RawClock>, 100>::shape(all), { "const": NOTHING }] })
    }
}

/// A regime by id, or with what it needs to know.
#[derive(Debug, Clone)]
pub(super) struct RawRegimeUse {
    named: RawRegimeNamed,
    terms: RawTerms,
    span: Range<usize>,
}

impl FromNode for RawRegimeUse {
    fn from_node(node: &Node, reader: &mut Reader) -> Option<Self> {
        let span = node.span.clone();
        let Value::Map(map) = &node.value else {
            let regime =
                Some(Located { value: String::from_node(node, reader)?, span: span.clone() });
            let named = RawRegimeNamed { regime, ..RawRegimeNamed::read(&[], reader) };
            return Some(Self { named, terms: RawTerms::read(&[], reader), span });
        };
        reader.refuse_unknown(map, "a regime", &[RawRegimeNamed::KEYS, RawTerms::KEYS]);
        let named = RawRegimeNamed::read(map, reader);
        Some(Self { named, terms: RawTerms::read(map, reader), span })
    }
}

impl Shape for RawRegimeUse {
    fn shape(all: &mut Definitions) -> serde_json::Value {
        let map = reference(all, "RawRegimeUse", |all| {
            let mut keys = RawRegimeNamed::keys(all);
            keys.extend(RawTerms::keys(all));
            object("a regime", keys)
        });
        serde_json::json!({ "anyOf": [String::shape(all), map] })
    }
}

/// Reads the incident's own keys; `record` has been read from the same map.
pub(super) fn incident(
    map: &[(Key, Node)],
    record: Record,
    settings: &Settings,
    mentions: &mut Mentions,
    reader: &mut Reader,
) -> Option<Incident> {
    let RawIncident {
        occurred,
        aware,
        ended,
        triggers,
        place,
        country,
        operators,
        sector,
        impact,
        awaiting,
        regimes,
        commitments,
        events,
    } = RawIncident::read(map, reader);
    let zone = record.timezone;
    let head = mentions.head.clone();
    let occurred = reader.require(
        occurred,
        map,
        &head,
        "occurred",
        "write `occurred:` with the day, or the month or year if no more is known",
    );
    let occurred = reader.moment_of(&occurred, zone);

    let own = triggers.iter().flat_map(|found| &found.value.0).map(|(name, _)| name.value.clone());
    let known: Vec<String> =
        ["occurred", "aware", "ended"].map(str::to_owned).into_iter().chain(own).collect();
    let mut named =
        triggers.map_or_else(BTreeMap::new, |found| trigger_map(found.value, zone, reader));
    let own = [
        ("occurred", occurred.clone()),
        ("aware", reader.moment_of(&aware, zone)),
        ("ended", reader.moment_of(&ended, zone)),
    ];
    named.extend(own.into_iter().filter_map(|(name, moment)| Some((name.to_owned(), moment?))));

    let (awaited, awaits_nothing) = match awaiting.map(|found| found.value) {
        Some(RawAwaiting::Clocks(list)) => (list.0, false),
        Some(RawAwaiting::Nothing) => (Vec::new(), true),
        None => (Vec::new(), false),
    };
    let is_silent = awaited.is_empty()
        && !awaits_nothing
        && regimes.as_ref().is_none_or(|list| list.value.0.is_empty());
    let setting = Setting { zone, triggers: &known };
    let mut clocks: Vec<ClockTerms> =
        if is_silent { vec![default_clock(settings)] } else { Vec::new() };
    for raw in awaited {
        let Some((terms, at)) = clock_terms(raw, setting, settings, mentions, reader) else {
            continue;
        };
        // Their badges and frames are files, whose names are the same in capitals on many systems.
        if clocks
            .iter()
            .any(|other| other.id.as_str().to_lowercase() == terms.id.as_str().to_lowercase())
        {
            reader.error(
                Code::IdDuplicate,
                &at,
                format!("two clocks have the id `{}`", terms.id),
                "give each clock an `id` of its own",
            );
        } else {
            clocks.push(terms);
        }
    }
    let regimes =
        regimes.map_or_else(Vec::new, |list| regime_list(list.value.0, setting, mentions, reader));
    let sector = sector.and_then(|found| {
        let sector = clean(&found.value, &found.span, reader);
        if text::slug_of(&sector).is_empty() {
            reader.error(
                Code::SlugForm,
                &found.span,
                "a sector needs letters or digits",
                "write a word such as data-centre",
            );
            return None;
        }
        Some(sector)
    });
    // `occurred?` comes last, so that a record without it is still read to its end.
    Some(Incident {
        triggers: named,
        place: text_of(place),
        country: record::country_code(country, reader),
        operators: record::organisations(operators, mentions),
        sector,
        impact: impact.map_or_else(Vec::new, |list| {
            list.value
                .0
                .into_iter()
                .filter_map(|raw| figure(raw.value, &raw.span, zone, mentions, reader))
                .collect()
        }),
        awaiting: clocks,
        regimes,
        commitments: commitments
            .map_or_else(Vec::new, |list| commitment_list(list.value.0, zone, mentions, reader)),
        events: events.map_or_else(Vec::new, |list| {
            list.value
                .0
                .into_iter()
                .filter_map(|raw| event(raw.value, &raw.span, zone, mentions, reader))
                .collect()
        }),
        record,
        occurred: occurred?,
    })
}

fn trigger_map(named: Named<Written>, zone: Tz, reader: &mut Reader) -> BTreeMap<String, Moment> {
    let entries = named
        .0
        .into_iter()
        .filter_map(|(name, written)| Some((name.value, reader.moment(&written, zone)?)));
    entries.collect()
}

fn regime_list(
    raws: Vec<RawRegimeUse>,
    setting: Setting<'_>,
    mentions: &mut Mentions,
    reader: &mut Reader,
) -> Vec<RegimeUse> {
    let mut list: Vec<RegimeUse> = Vec::new();
    for raw in raws {
        let at = raw.span.clone();
        let Some(found) = regime_use(raw, setting, mentions, reader) else { continue };
        if list.iter().any(|other| other.regime == found.regime) {
            let help = "delete one of them; if somebody else owes the same documents, write clocks of their own under `awaiting`";
            reader.error(
                Code::IdDuplicate,
                &at,
                format!("the duty `{}` is named twice", found.regime),
                help,
            );
        } else {
            list.push(found);
        }
    }
    list
}

fn regime_use(
    raw: RawRegimeUse,
    setting: Setting<'_>,
    mentions: &mut Mentions,
    reader: &mut Reader,
) -> Option<RegimeUse> {
    let RawRegimeUse { named: RawRegimeNamed { regime, triggers, apply, limits }, terms, span } =
        raw;
    let at = regime.as_ref().map_or_else(|| span.clone(), |found| found.span.clone());
    let regime = need(regime, &span, "regime", "name the regime", reader)?;
    if let Some(apply) = &apply
        && apply.value != "anyway"
    {
        reader.error(
            Code::ValueUnknown,
            &apply.span,
            format!("`{}` is not known here", apply.value),
            "write `apply: anyway`, or leave it out",
        );
    }
    let regime = mentions.regime(&Located { value: regime, span: at });
    let own = triggers.iter().flat_map(|found| &found.value.0).map(|(name, _)| name.value.clone());
    let known: Vec<String> = setting.triggers.iter().cloned().chain(own).collect();
    let setting = Setting { triggers: &known, ..setting };
    let of_limit = |(name, terms): (Located<String>, Located<RawTerms>)| {
        (Id::from(&*name.value), own_terms(terms.value, setting, mentions, reader))
    };
    let limits: BTreeMap<Id, OwnTerms> =
        limits.map_or_else(Vec::new, |found| found.value.0).into_iter().map(of_limit).collect();
    Some(RegimeUse {
        regime,
        terms: own_terms(terms, setting, mentions, reader),
        limits,
        triggers: triggers
            .map_or_else(BTreeMap::new, |found| trigger_map(found.value, setting.zone, reader)),
        apply_anyway: apply.is_some(),
    })
}

fn figure(
    raw: RawImpact,
    span: &Range<usize>,
    zone: Tz,
    mentions: &mut Mentions,
    reader: &mut Reader,
) -> Option<Impact> {
    let RawImpact { what, value, source, as_of } = raw;
    let what = need(what, span, "what", "say what was counted", reader);
    let value = need(value, span, "value", "write the figure", reader);
    let source = source.map(|found| mentions.source(&found));
    Some(Impact {
        source,
        as_of: reader.moment_of(&as_of, zone),
        what: what?.into(),
        value: value?,
    })
}

fn commitment_list(
    raws: Vec<Located<RawCommitment>>,
    zone: Tz,
    mentions: &mut Mentions,
    reader: &mut Reader,
) -> Vec<Commitment> {
    let mut list: Vec<Commitment> = Vec::new();
    for Located { value: raw, span } in raws {
        let at = raw.what.as_ref().map_or_else(|| span.clone(), |what| what.span.clone());
        let Some(found) = commitment(raw, &span, zone, mentions, reader) else { continue };
        if list.iter().any(|other| other.what == found.what && other.by == found.by) {
            let help = "delete one of them, or say how the promises differ; what became of one promise goes under its `status_of`";
            reader.error(Code::IdDuplicate, &at, "two commitments have the same words", help);
        }
        list.push(found);
    }
    list
}

fn commitment(
    raw: RawCommitment,
    span: &Range<usize>,
    zone: Tz,
    mentions: &mut Mentions,
    reader: &mut Reader,
) -> Option<Commitment> {
    let RawCommitment { by, made, what, due, checked, status_of } = raw;
    let what = need(what, span, "what", "say what was promised", reader)?;
    let due_at = due.as_ref().map_or_else(|| span.clone(), |found| found.span.clone());
    let (made, due) = (reader.date_of(&made, zone), reader.date_of(&due, zone));
    if let Some(made) = made {
        record::refuse_order(
            ("the day it was made,", made),
            ("the commitment's due date", due, &due_at),
            reader,
        );
    }
    Some(Commitment {
        by: by.map(|found| mentions.organisation(&found)),
        made,
        due,
        checked: reader.date_of(&checked, zone),
        history: record::history(status_of, zone, mentions, reader),
        what: what.into(),
    })
}

fn event(
    raw: RawEvent,
    span: &Range<usize>,
    zone: Tz,
    mentions: &mut Mentions,
    reader: &mut Reader,
) -> Option<Event> {
    let RawEvent { date, title, by, source } = raw;
    if date.is_none() {
        reader.missing(
            span,
            "date",
            "this event has no `date`",
            "write the day on which it happened",
        );
    }
    let title = need(title, span, "title", "say what happened", reader)?;
    Some(Event {
        date: reader.moment_of(&date, zone)?,
        by: by.map(|found| mentions.organisation(&found)),
        source: source.map(|found| mentions.source(&found)),
        title: title.into(),
    })
}

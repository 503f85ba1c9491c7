//! A clock in front matter → [`ClockTerms`]: what is awaited, from whom, since when, by when, and
//! when somebody last looked.

use std::ops::Range;

use chrono_tz::Tz;

use super::document::Awaited;
use super::record::{self, need, text_of};
use crate::diag::{Code, did_you_mean, listed};
use crate::front_matter::moment::{Written, read_period};
use crate::front_matter::raw::{raw, words};
use crate::front_matter::reader::{Field, FromNode, Located, Reader};
use crate::front_matter::shape::{Definitions, Shape, object, reference};
use crate::front_matter::values::List;
use crate::front_matter::yaml::{Node, Value};
use crate::markdown::mention::Mentions;
use crate::markdown::{self, Inline};
use crate::model::{
    ClockTerms, Closing, DocumentKind, Due, Extension, ExtensionTo, Force, HourRule, Id, OwnTerms,
    Pause, Period, Roll, Settings, Since, Translated, Unit, Which,
};
use crate::text;

raw! {
    RawNamed ("a clock") {
        /// Its name within the incident; without one, the kind of document.
        id: String,
        /// The kind of document that stops it.
        report [required]: Awaited,
    }
}
raw! {
    /// What can be said of any clock, whether an editor or a duty declares it.
    RawTerms ("a limit of this duty") {
        /// What it is called in sentences, where that is not the name of its kind.
        title: String,
        /// Who owes it, by id; without it, anyone's document counts.
        from [organisation]: String,
        /// What starts it: a trigger such as `occurred`, a date, or another clock's document.
        since: RawSince,
        /// The time limit; or `due`; or neither.
        within: Period,
        /// The day on which it is due.
        due: Written,
        /// Why it is owed.
        rule: Inline,
        /// How binding the limit is.
        force: Force,
        /// The calendar of working days, by id; `weekends` for Saturdays and Sundays alone.
        calendar [calendar]: String,
        /// What becomes of a due date that falls on a free day.
        roll: Roll,
        /// From when hours are counted.
        hours: HourRule,
        /// Extensions of the limit, in order.
        extended: List<Located<RawExtension>, 100>,
        /// Times at which the clock stood still.
        paused: List<Located<RawPause>, 100>,
        /// That the wait ended without a document.
        closed: RawClosing,
        /// The last day on which somebody looked and found none.
        checked [day]: Written,
        /// How far what they looked at reaches, where it does not reach to that day: a register with
        /// a lag, a stored copy.
        evidence_until: Written,
        /// Where they looked.
        checked_where [web]: List<String, 100>,
        /// For how long a check is fresh, in days or weeks.
        recheck_every: Period,
    }
}
raw! {
    RawExtension ("an extension") {
        /// The new due date, or by how much it moves.
        to [required]: RawExtensionTo,
        /// The day on which it was granted.
        on [day]: Written,
        /// Who granted it, by id.
        by [organisation]: String,
        /// Why.
        why: String,
    }
}
raw! {
    RawPause ("a pause") {
        /// The first day on which the clock stands still.
        from [required, day]: Written,
        /// The first day on which it runs again.
        to [day]: Written,
        /// Why.
        why: String,
    }
}
raw! {
    RawClosing ("a closing") {
        /// The day on which the wait ended.
        on [required, day]: Written,
        /// Why no document will come.
        why [required]: String,
    }
}

raw! {
    RawSinceClock ("a start") {
        /// A clock of the same incident, whose document starts this one.
        clock [required]: String,
        /// Of several documents `first`, or `latest`: each new one starts the clock again.
        document: Which,
    }
}

/// A clock that an editor declares: its name and document, and its terms.
#[derive(Debug, Clone)]
pub(super) struct RawClock {
    named: RawNamed,
    terms: RawTerms,
}

impl FromNode for RawClock {
    const ALONE: bool = false;

    fn from_node(node: &Node, reader: &mut Reader) -> Option<Self> {
        let map = reader.map(node, "a clock")?;
        reader.refuse_unknown(map, "a clock", &[RawNamed::KEYS, RawTerms::KEYS]);
        Some(Self { named: RawNamed::read(map, reader), terms: RawTerms::read(map, reader) })
    }
}

impl Shape for RawClock {
    fn shape(all: &mut Definitions) -> serde_json::Value {
        reference(all, "RawClock", |all| {
            let mut keys = RawNamed::keys(all);
            keys.extend(RawTerms::keys(all));
            object("a clock", keys)
        })
    }
}

/// `occurred`, a date, or `{clock: ID}`.
#[derive(Debug, Clone)]
pub(super) enum RawSince {
    Trigger(String),
    Moment(Written),
    Clock(RawSinceClock),
}

impl FromNode for RawSince {
    fn from_node(node: &Node, reader: &mut Reader) -> Option<Self> {
        match &node.value {
            Value::Map(_) => RawSinceClock::from_node(node, reader).map(RawSince::Clock),
            Value::Scalar { text, .. } if text.starts_with(|c: char| c.is_ascii_digit()) => {
                Written::from_node(node, reader).map(RawSince::Moment)
            }
            _ => String::from_node(node, reader).map(RawSince::Trigger),
        }
    }
}

impl Shape for RawSince {
    fn shape(all: &mut Definitions) -> serde_json::Value {
        serde_json::json!({ "anyOf": [String::shape(all), RawSinceClock::shape(all)] })
    }
}

/// A date or a period.
#[derive(Debug, Clone)]
pub(super) enum RawExtensionTo {
    Date(Written),
    Period(Period),
}

impl FromNode for RawExtensionTo {
    fn from_node(node: &Node, reader: &mut Reader) -> Option<Self> {
        let text = String::from_node(node, reader)?;
        match read_period(&text) {
            Ok(period) => Some(RawExtensionTo::Period(period)),
            Err(_) => Written::from_node(node, reader).map(RawExtensionTo::Date),
        }
    }
}

impl Shape for RawExtensionTo {
    fn shape(all: &mut Definitions) -> serde_json::Value {
        serde_json::json!({ "anyOf": [Written::shape(all), Period::shape(all)] })
    }
}

words! { Force ("a force") = [(Force::Hard, "hard"), (Force::Soft, "soft"), (Force::Promise, "promise")] }
words! {
    Roll ("a way to roll") = [
        (Roll::None, "none"),
        (Roll::NextWorkingDay, "next-working-day"),
        (Roll::NextWorkingDayNoon, "next-working-day-noon"),
        (Roll::PreviousWorkingDay, "previous-working-day"),
    ]
}
words! { Which ("a document") = [(Which::First, "first"), (Which::Latest, "latest")] }
words! { HourRule ("a way to count hours") = [(HourRule::Exact, "exact"), (HourRule::Eu1182, "eu-1182-71")] }

/// The clock of an incident that declares none: a final report, from anyone.
pub(super) fn default_clock(settings: &Settings) -> ClockTerms {
    ClockTerms {
        id: DocumentKind::FinalReport.name().into(),
        report: DocumentKind::FinalReport,
        title: None,
        from: None,
        since: Since::Trigger("occurred".to_owned()),
        due: None,
        rule: Translated::default(),
        force: Force::Soft,
        calendar: None,
        roll: Roll::None,
        hours: HourRule::Exact,
        extended: Vec::new(),
        paused: Vec::new(),
        closed: None,
        checked: None,
        evidence_until: None,
        checked_where: Vec::new(),
        recheck_days: settings.recheck_days,
        law: None,
    }
}

/// What is read of an incident before its clocks: its zone, and the names of the triggers that they
/// can begin with.
#[derive(Debug, Clone, Copy)]
pub(super) struct Setting<'a> {
    pub(super) zone: Tz,
    pub(super) triggers: &'a [String],
}

pub(super) fn clock_terms(
    raw: Located<RawClock>,
    setting: Setting<'_>,
    settings: &Settings,
    mentions: &mut Mentions,
    reader: &mut Reader,
) -> Option<(ClockTerms, Range<usize>)> {
    let Located { value: RawClock { named: RawNamed { id, report }, terms }, span } = raw;
    let near = id
        .as_ref()
        .map(|found| &found.span)
        .or(report.as_ref().map(|found| &found.span))
        .unwrap_or(&span)
        .clone();
    let report = need(
        report,
        &span,
        "report",
        "say what is awaited, such as `report: final-report`",
        reader,
    )
    .map(|Awaited(kind)| kind);
    let id = match id {
        Some(id) => {
            if let Some((message, help)) = text::slug_trouble(&id.value) {
                reader.error(Code::SlugForm, &id.span, message, help);
            }
            Id::from(&*id.value)
        }
        None => report.map_or("", DocumentKind::name).into(),
    };
    let own = own_terms(terms, setting, mentions, reader);
    // `report?` comes last, so that a clock without it is still read to its end.
    let default = ClockTerms { id, report: report?, ..default_clock(settings) };
    Some((default.with(own), near))
}

/// What is said of the terms of a clock.
pub(super) fn own_terms(
    raw: RawTerms,
    setting: Setting<'_>,
    mentions: &mut Mentions,
    reader: &mut Reader,
) -> OwnTerms {
    let RawTerms {
        title,
        from,
        since,
        within,
        due,
        rule,
        force,
        calendar,
        roll,
        hours,
        extended,
        paused,
        closed,
        checked,
        evidence_until,
        checked_where,
        recheck_every,
    } = raw;
    let zone = setting.zone;
    if let (Some(_), Some(due)) = (&within, &due) {
        let help = "keep `within` if the limit is a period, `due` if it is a day";
        reader.error(Code::KeysExclusive, &due.span, "a clock has both `within` and `due`", help);
    }
    let due = match (within, reader.moment_of(&due, zone)) {
        (Some(period), _) => Some(Due::Within(period.value)),
        (None, Some(moment)) => Some(Due::On(moment)),
        (None, None) => None,
    };
    OwnTerms {
        title: text_of(title),
        from: from.map(|found| mentions.organisation(&found)),
        since: since.and_then(|found| start(found, setting, reader)),
        due,
        rule: rule.map(|found| markdown::inline(&found.value, mentions, reader).into()),
        force: force.map(|found| found.value),
        calendar: calendar.map(|found| mentions.calendar(&found)),
        roll: roll.map(|found| found.value),
        hours: hours.map(|found| found.value),
        extended: extended.map_or_else(Vec::new, |list| {
            let written = list.value.0.into_iter().enumerate();
            written
                .filter_map(|(position, raw)| {
                    extension(raw.value, position, &raw.span, zone, mentions, reader)
                })
                .collect()
        }),
        paused: paused.map_or_else(Vec::new, |list| {
            list.value
                .0
                .into_iter()
                .filter_map(|raw| pause(raw.value, &raw.span, zone, reader))
                .collect()
        }),
        closed: closed.and_then(|found| closing(found, zone, reader)),
        checked: reader.date_of(&checked, zone),
        evidence_until: reader.moment_of(&evidence_until, zone),
        checked_where: places(checked_where, reader),
        recheck_days: recheck_every.and_then(|found| whole_days(&found, reader)),
    }
}

/// What starts a clock.
fn start(found: Located<RawSince>, setting: Setting<'_>, reader: &mut Reader) -> Option<Since> {
    let Located { value, span } = found;
    Some(match value {
        RawSince::Trigger(name) => {
            if !setting.triggers.contains(&name) {
                let known = || setting.triggers.iter().map(String::as_str);
                let help = match did_you_mean(&name, known()) {
                    Some(meant) => format!("did you mean `{meant}`?"),
                    None => format!(
                        "write a date, one of {}, or a name that stands in `triggers`",
                        listed(known())
                    ),
                };
                reader.error(
                    Code::ValueUnknown,
                    &span,
                    format!("nothing starts with `{name}`: this incident has no such trigger"),
                    help,
                );
            }
            Since::Trigger(name)
        }
        RawSince::Moment(written) => {
            Since::Moment(reader.moment(&Located { value: written, span }, setting.zone)?)
        }
        RawSince::Clock(RawSinceClock { clock, document }) => {
            let clock = need(clock, &span, "clock", "name a clock of this incident", reader)?;
            Since::Clock(Id::from(&*clock), document.map_or(Which::First, |found| found.value))
        }
    })
}

/// Where somebody looked, in words or as an address.
fn places(field: Field<List<String, 100>>, reader: &mut Reader) -> Vec<String> {
    let Some(Located { value: List(places), span }) = field else { return Vec::new() };
    let odd = places.iter().filter(|place| place.to_ascii_lowercase().starts_with("http"));
    for (place, trouble) in odd.filter_map(|place| Some((place, text::address_trouble(place)?))) {
        reader.error(Code::UrlForm, &span, format!("`{place}` is not a web address"), trouble);
    }
    places
}

/// A recheck period in days; months have no fixed length, and a check must be fresh for a known
/// number of days.
pub(super) fn whole_days(found: &Located<Period>, reader: &mut Reader) -> Option<u32> {
    let Period { count, unit } = found.value;
    let days = match unit {
        Unit::Days => Some(count),
        Unit::Weeks => count.checked_mul(7),
        _ => None,
    };
    let days = days.filter(|days| (1..=3660).contains(days));
    if days.is_none() {
        reader.error(
            Code::PeriodForm,
            &found.span,
            format!("a check cannot be repeated every {}", found.value),
            "write it in days or weeks, such as `30 days`",
        );
    }
    days
}

fn extension(
    raw: RawExtension,
    position: usize,
    span: &Range<usize>,
    zone: Tz,
    mentions: &mut Mentions,
    reader: &mut Reader,
) -> Option<Extension> {
    let RawExtension { to, on, by, why } = raw;
    let at = to.as_ref().map_or_else(|| span.clone(), |found| found.span.clone());
    let to = match need(to, span, "to", "write the new due date, or by how much it moves", reader)?
    {
        RawExtensionTo::Date(written) => {
            ExtensionTo::Date(reader.date(&Located { value: written, span: at }, zone)?)
        }
        RawExtensionTo::Period(period) => ExtensionTo::Period(period),
    };
    let on = reader.date_of(&on, zone);
    Some(Extension {
        position,
        to,
        on,
        by: by.map(|found| mentions.organisation(&found)),
        why: text_of(why),
    })
}

fn pause(raw: RawPause, span: &Range<usize>, zone: Tz, reader: &mut Reader) -> Option<Pause> {
    let RawPause { from, to, why } = raw;
    if from.is_none() {
        reader.missing(
            span,
            "from",
            "a pause has no `from`",
            "write the first day on which the clock stands still",
        );
    }
    let from = reader.date_of(&from, zone)?;
    let to_at = to.as_ref().map_or_else(|| span.clone(), |found| found.span.clone());
    let to = reader.date_of(&to, zone);
    record::refuse_order(
        ("the first day of the pause,", from),
        ("the day it runs again,", to, &to_at),
        reader,
    );
    Some(Pause { from, to, why: text_of(why) })
}

fn closing(found: Located<RawClosing>, zone: Tz, reader: &mut Reader) -> Option<Closing> {
    let Located { value: RawClosing { on, why }, span } = found;
    if on.is_none() {
        reader.missing(
            &span,
            "on",
            "`on` is missing here",
            "write the day on which the wait ended",
        );
    }
    let why = need(why, &span, "why", "say why no document will come", reader);
    Some(Closing { on: reader.date_of(&on, zone)?, why: why?.into() })
}

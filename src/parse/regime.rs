//! `content/regimes/NAME.yaml` and `content/calendars/NAME.yaml` → [`Regime`] and [`Calendar`].

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use chrono_tz::Tz;

use super::document::Awaited;
use super::mention::Mentions;
use super::moment::Written;
use super::reader::{FromNode, List, Located, Named, Reader, raw, words};
use super::record::{self, Name, need, text_of, web_address};
use super::shape::{Definitions, Shape};
use super::yaml::{Node, Value};
use crate::clock::Chain;
use crate::diag::{Code, did_you_mean};
use crate::model::{
    Calendar, Effective, FixedDate, Force, HourRule, Id, LimitSince, LimitTerms, ListedDays, Period, Regime, RegimeStatus, Roll,
};

raw! {
    /// The keys of a regime.
    RawRegime ("a regime") {
        /// The name of the duty.
        title [required]: String,
        /// Where it applies.
        jurisdiction: String,
        /// Whether it is in force.
        status: RegimeStatus,
        /// Where in the law it stands.
        citation: String,
        /// Where the text can be read.
        url [web]: String,
        /// The words that set the limits.
        quote: String,
        /// The language of the quoted words.
        language [language]: String,
        /// What a reader has to know besides.
        note: String,
        /// The day on which the text was compared with the official journal.
        verified [day]: Written,
        /// When it is in force.
        effective: RawEffective,
        /// Whether anybody outside can see that a document was filed.
        publicly_observable: bool,
        /// How binding its limits are.
        force: Force,
        /// Its limits, each a clock.
        limits: List<Located<RawLimit>, 100>,
    }
}
raw! {
    RawEffective ("a period of effect") {
        /// Its first day.
        from [day]: Written,
        /// Its last day.
        to [day]: Written,
    }
}
raw! {
    RawLimit ("a limit") {
        /// Its name within the duty.
        id [required]: String,
        /// The kind of document that is due.
        report [required]: Awaited,
        /// The time limit.
        within: Period,
        /// What starts it: a trigger such as `aware`, or another limit's document.
        since: RawLimitSince,
        /// Several limits, of which the earliest counts.
        earliest_of: List<Located<RawAlternative>, 20>,
        /// A day of the calendar on which it is due.
        fixed: RawFixed,
        /// Due again after each such period, until the final document.
        repeat: Period,
        /// To whom it is owed.
        owed_to: String,
        /// From when hours are counted.
        hours: HourRule,
        /// What becomes of a due date that falls on a free day.
        roll: Roll,
        /// The calendar of working days, by id.
        calendar [calendar]: String,
    }
}
raw! {
    RawAlternative ("an alternative") {
        /// The time limit.
        within [required]: Period,
        /// What starts it.
        since: RawLimitSince,
    }
}
raw! {
    RawFixed ("a fixed date") {
        /// The month, from 1 to 12.
        month [required]: u32,
        /// The day of the month.
        day [required]: u32,
        /// How many years after the start.
        years_after: u32,
    }
}
raw! {
    RawSinceLimit ("a start") {
        /// A limit of the same duty, whose document starts this one.
        limit [required]: String,
    }
}
raw! {
    /// The keys of a calendar.
    RawCalendar ("a calendar") {
        /// The name of the calendar.
        title [required]: String,
        /// The days of the week that are free.
        weekend [weekday]: List<Located<String>>,
        /// Free days by date, each with its name.
        holidays: Named<String, 5000>,
        /// The first and the last year for which the holidays are complete.
        covers: List<Located<u32>>,
        /// Other calendars whose days are free as well, by id.
        includes [calendar]: List<Name, 50>,
        /// Whether the holidays are days off work, or days that do not count for legal periods.
        lists: ListedDays,
        /// What the holidays rest on: a law, a list, a package.
        source: String,
        /// What a reader has to know besides.
        note: String,
    }
}

/// `aware`, or `{limit: ID}`.
#[derive(Debug, Clone)]
pub(super) struct RawLimitSince(LimitSince);

impl FromNode for RawLimitSince {
    fn from_node(node: &Node, reader: &mut Reader) -> Option<Self> {
        if let Value::Map(_) = node.value {
            let RawSinceLimit { limit } = RawSinceLimit::from_node(node, reader)?;
            let limit = need(limit, &node.span, "limit", "name a limit of this regime", reader)?;
            return Some(Self(LimitSince::Limit(Id::from(&*limit))));
        }
        Some(Self(LimitSince::Trigger(String::from_node(node, reader)?)))
    }
}

impl Shape for RawLimitSince {
    fn shape(all: &mut Definitions) -> serde_json::Value {
        serde_json::json!({ "anyOf": [String::shape(all), RawSinceLimit::shape(all)] })
    }
}

words! {
    RegimeStatus ("a status") =
        [(RegimeStatus::InForce, "in-force"), (RegimeStatus::Proposed, "proposed"), (RegimeStatus::Repealed, "repealed")]
}

words! {
    ListedDays ("free days") = [(ListedDays::DaysOff, "days-off"), (ListedDays::LegalPeriods, "legal-periods")]
}

/// Reads a whole regime file.
pub(super) fn regime(node: &Node, id: &Id, mentions: &mut Mentions, reader: &mut Reader) -> Option<Regime> {
    let raw = RawRegime::from_node(node, reader)?;
    let RawRegime {
        title,
        jurisdiction,
        status,
        citation,
        url,
        quote,
        language,
        note,
        verified,
        effective,
        publicly_observable,
        force,
        limits,
    } = raw;
    let start = 0..0;
    let title = need(title, &start, "title", "give the duty a name", reader);
    let effective = effective.map_or_else(Effective::default, |found| period_of_effect(&found.value, reader));
    let raws = limits.map_or_else(Vec::new, |list| list.value.0);
    let places: BTreeMap<Id, LimitPlaces> = raws.iter().filter_map(|raw| LimitPlaces::of(&raw.value)).collect();
    let mut limits: Vec<LimitTerms> = Vec::new();
    for Located { value: raw, span } in raws {
        let at = raw.id.as_ref().map_or_else(|| span.clone(), |found| found.span.clone());
        let Some(terms) = limit(raw, &span, mentions, reader) else { continue };
        if limits.iter().any(|other| other.id == terms.id) {
            let message = format!("two limits have the id `{}`", terms.id);
            reader.error(Code::IdDuplicate, &at, message, "give each limit an `id` of its own: it names the clock");
        } else {
            limits.push(terms);
        }
    }
    let chain = Chain::new(limits.iter().map(|terms| (&terms.id, terms.starting_limits().collect())));
    for (nth, terms) in limits.iter().enumerate() {
        let at = places.get(&terms.id).map_or(start.clone(), |places| places.since.clone());
        for named in terms.starting_limits().filter(|named| !limits.iter().any(|other| other.id == **named)) {
            let help = match did_you_mean(named.as_str(), limits.iter().map(|other| other.id.as_str())) {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => "name another limit of this regime".to_owned(),
            };
            reader.error(Code::ReferenceUnknown, &at, format!("this regime has no limit `{named}`"), help);
        }
        if chain.is_circular(nth) {
            let message = format!("the limit `{}` starts itself through others", terms.id);
            reader.error(Code::ClockLoop, &at, message, "let one of them begin with a trigger, such as `since: aware`");
        }
    }
    Some(Regime {
        id: id.clone(),
        title: title?,
        jurisdiction: text_of(jurisdiction),
        status: status.map_or(RegimeStatus::InForce, |found| found.value),
        citation: text_of(citation),
        url: web_address(url, reader),
        quote: text_of(quote),
        language: record::language(&language, reader),
        note: text_of(note),
        verified: reader.date_of(&verified, Tz::UTC),
        effective,
        publicly_observable: publicly_observable.is_none_or(|found| found.value),
        force: force.map_or(Force::Soft, |found| found.value),
        limits,
    })
}

fn period_of_effect(raw: &RawEffective, reader: &mut Reader) -> Effective {
    let (from, to) = (reader.date_of(&raw.from, Tz::UTC), reader.date_of(&raw.to, Tz::UTC));
    if let (Some(from), Some(written)) = (from, &raw.to) {
        record::refuse_order(("the day it came into force,", from), ("the last day it was in force,", to, &written.span), reader);
    }
    Effective { from, to }
}

/// Where a limit says when it begins.
struct LimitPlaces {
    since: Range<usize>,
}

impl LimitPlaces {
    fn of(raw: &RawLimit) -> Option<(Id, Self)> {
        let id = raw.id.as_ref()?;
        let starts = raw.since.as_ref().map(|found| found.span.clone());
        let since = starts.or_else(|| raw.earliest_of.as_ref().map(|found| found.span.clone())).unwrap_or_else(|| id.span.clone());
        Some((Id::from(&*id.value), Self { since }))
    }
}

/// Reports more than one way of saying when a limit ends.
fn refuse_two_ends(raw: &RawLimit, reader: &mut Reader) {
    let ends = [
        ("within", raw.within.as_ref().map(|found| &found.span)),
        ("earliest_of", raw.earliest_of.as_ref().map(|found| &found.span)),
        ("fixed", raw.fixed.as_ref().map(|found| &found.span)),
    ];
    let mut written = ends.into_iter().filter_map(|(name, span)| Some((name, span?)));
    if let (Some((first, _)), Some((second, span))) = (written.next(), written.next()) {
        let message = format!("a limit has both `{first}` and `{second}`");
        reader.error(Code::KeysExclusive, span, message, "keep the one that the law says, and delete the other");
    }
}

fn limit(raw: RawLimit, span: &Range<usize>, mentions: &mut Mentions, reader: &mut Reader) -> Option<LimitTerms> {
    refuse_two_ends(&raw, reader);
    let RawLimit { id, report, within, since, earliest_of, fixed, repeat, owed_to, hours, roll, calendar } = raw;
    let id = need(id, span, "id", "give each limit an `id`", reader);
    let report = need(report, span, "report", "say which document is due", reader).map(|Awaited(kind)| kind);
    let occurred = || LimitSince::Trigger("occurred".to_owned());
    let mut alternatives: Vec<(Period, LimitSince)> = Vec::new();
    for Located { value: RawAlternative { within, since }, span } in earliest_of.map_or_else(Vec::new, |list| list.value.0) {
        let Some(period) = need(within, &span, "within", "write a period in each alternative", reader) else { continue };
        alternatives.push((period, since.map_or_else(occurred, |found| found.value.0)));
    }
    Some(LimitTerms {
        id: Id::from(&*id?),
        report: report?,
        since: since.map_or_else(occurred, |found| found.value.0),
        within: within.map(|found| found.value),
        earliest_of: alternatives,
        fixed: fixed.and_then(|found| fixed_date(found, reader)),
        repeat: repeat.map(|found| found.value),
        owed_to: text_of(owed_to),
        hours: hours.map_or(HourRule::Exact, |found| found.value),
        roll: roll.map_or(Roll::None, |found| found.value),
        calendar: calendar.map(|found| mentions.calendar(&found)),
    })
}

fn fixed_date(found: Located<RawFixed>, reader: &mut Reader) -> Option<FixedDate> {
    let Located { value: RawFixed { month, day, years_after }, span } = found;
    let month = need(month, &span, "month", "write the month as a number", reader);
    let day = need(day, &span, "day", "write the day as a number", reader);
    let fixed = FixedDate { month: month?, day: day?, years_after: years_after.map_or(0, |found| found.value) };
    let leap_year = 2024;
    if chrono::NaiveDate::from_ymd_opt(leap_year, fixed.month, fixed.day).is_none() || fixed.years_after > 100 {
        reader.error(Code::ValueRange, &span, "there is no such day", "write a month from 1 to 12 and a day of that month");
        return None;
    }
    Some(fixed)
}

const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// Reads a whole calendar file.
pub(super) fn calendar(node: &Node, id: &Id, mentions: &mut Mentions, reader: &mut Reader) -> Option<Calendar> {
    let RawCalendar { title, weekend, holidays, covers, includes, lists, source, note } = RawCalendar::from_node(node, reader)?;
    let title = need(title, &(0..0), "title", "give the calendar a name", reader);
    let mut days = BTreeSet::new();
    for day in weekend.map_or_else(Vec::new, |list| list.value.0) {
        match (0..).zip(WEEKDAYS).find(|(_, name)| *name == day.value) {
            Some((number, _)) => {
                days.insert(number);
            }
            None => {
                let help =
                    did_you_mean(&day.value, WEEKDAYS).map_or_else(|| WEEKDAYS.join(", "), |meant| format!("did you mean `{meant}`?"));
                reader.error(Code::ValueUnknown, &day.span, format!("`{}` is not a day of the week", day.value), help);
            }
        }
    }
    let mut named = BTreeMap::new();
    for (date, name) in holidays.map_or_else(Vec::new, |found| found.value.0) {
        match Written::read(&date.value) {
            Ok(written) => {
                let date = reader.date(&Located { value: written, span: date.span }, Tz::UTC);
                named.extend(date.map(|date| (date, name.value)));
            }
            Err(trouble) => reader.trouble(&date.span, trouble),
        }
    }
    let covers = covers.and_then(|found| {
        let years: Vec<i32> = found.value.0.iter().filter_map(|year| i32::try_from(year.value).ok()).collect();
        match years[..] {
            [first, last] if first <= last => Some((first, last)),
            _ => {
                reader.error(
                    Code::ValueRange,
                    &found.span,
                    "the years covered cannot be read",
                    "write the first and the last year: `[2015, 2035]`",
                );
                None
            }
        }
    });
    Some(Calendar {
        id: id.clone(),
        title: title?,
        weekend: days,
        holidays: named.into(),
        covers,
        lists: lists.map(|found| found.value),
        source: text_of(source),
        note: text_of(note),
        includes: includes.map_or_else(Vec::new, |list| list.value.0.iter().map(|name| mentions.calendar(name)).collect()),
    })
}

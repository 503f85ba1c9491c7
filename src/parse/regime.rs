//! `content/regimes/NAME.yaml` and `content/calendars/NAME.yaml` → [`Regime`] and [`Calendar`].

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::document::Awaited;
use super::own_documents::Texts;
use super::record::{self, Name, need, text_of, web_address};
use crate::clock::Chain;
use crate::diag::{Code, did_you_mean};
use crate::front_matter::moment::Written;
use crate::front_matter::raw::{raw, words};
use crate::front_matter::reader::{Field, FromNode, Located, Reader};
use crate::front_matter::shape::{Definitions, Shape};
use crate::front_matter::values::{List, Named};
use crate::front_matter::yaml::{Node, Value};
use crate::markdown::mention::Mentions;
use crate::model::{
    Alternative, Calendar, ComparedWith, Comparison, Effective, FixedDate, Force, HourRule, Id,
    LimitSince, LimitTerms, ListedDays, Period, Regime, RegimeStatus, Repeat, Roll, Unit, Which,
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
        /// With what the text was compared, and on which day.
        compared: RawComparison,
        /// The day on which the text was compared with the official journal; `compared` says more.
        verified [day]: Written,
        /// When it is in force.
        effective: RawEffective,
        /// From when each country has it, for a directive: `{DE: 2025-12-06}`.
        effective_in: Named<Written>,
        /// Whether anybody outside can see that a document was filed.
        publicly_observable: bool,
        /// How binding its limits are, where a limit does not say so itself.
        force: Force,
        /// Its limits, each a clock.
        limits: List<Located<RawLimit>, 100>,
    }
}
raw! {
    RawComparison ("a comparison") {
        /// How near that was to the official text.
        with [required]: ComparedWith,
        /// Where it is.
        url [web]: String,
        /// The day on which it was compared.
        on [day]: Written,
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
        /// What it is called in sentences, where that is not the name of its kind; by language.
        title: Texts,
        /// How binding it is; without it, as binding as the duty.
        force: Force,
        /// The time limit.
        within: Period,
        /// What starts it: a trigger such as `aware`, or another limit's document.
        since: RawLimitSince,
        /// Several limits, of which the earliest counts.
        earliest_of: List<Located<RawAlternative>, 20>,
        /// What takes the limit away once it is known: `{since: classified}`.
        unless: RawUnless,
        /// A day of the calendar on which it is due.
        fixed: RawFixed,
        /// Due again after each such period, reckoned from the start, until the final document.
        repeat: Period,
        /// The limit whose document ends what is due again and again; without it `final-report`.
        until: String,
        /// To whom it is owed.
        owed_to: String,
        /// From when hours are counted.
        hours: HourRule,
        /// What becomes of a due date that falls on a free day.
        roll: Roll,
        /// Why a due date stays where it falls on a free day.
        roll_reason: String,
        /// The calendar of working days of the body that receives the document, by id; `weekends`
        /// for Saturdays and Sundays alone.
        calendar [calendar]: String,
    }
}
raw! {
    RawAlternative ("an alternative") {
        /// The time limit.
        within [required]: Period,
        /// What starts it.
        since: RawLimitSince,
        /// Its own calendar of working days, by id, over that of the limit.
        calendar [calendar]: String,
        /// What becomes of its last day if that is free, over what the limit says.
        roll: Roll,
        /// From when its hours are counted, over what the limit says.
        hours: HourRule,
        /// What takes the alternative away once it is known: `{since: classified}`.
        unless: RawUnless,
    }
}
raw! {
    RawUnless ("a condition") {
        /// The trigger.
        since [required]: String,
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
        /// Of several documents `first`, or `latest`: each new one starts the limit again.
        document: Which,
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
            let RawSinceLimit { limit, document } = RawSinceLimit::from_node(node, reader)?;
            let limit = need(limit, &node.span, "limit", "name a limit of this regime", reader)?;
            let document = document.map_or(Which::First, |found| found.value);
            return Some(Self(LimitSince::Limit(Id::from(&*limit), document)));
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

words! { ComparedWith ("what a text is compared with") = ComparedWith::NAMES }

words! {
    ListedDays ("free days") = [(ListedDays::DaysOff, "days-off"), (ListedDays::LegalPeriods, "legal-periods")]
}

/// Reads a whole regime file.
pub(super) fn regime(
    node: &Node,
    id: &Id,
    mentions: &mut Mentions,
    reader: &mut Reader,
) -> Option<Regime> {
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
        compared,
        verified,
        effective,
        effective_in,
        publicly_observable,
        force,
        limits,
    } = raw;
    let start = 0..0;
    let title = need(title, &start, "title", "give the duty a name", reader);
    let effective =
        effective.map_or_else(Effective::default, |found| period_of_effect(&found.value, reader));
    let force = force.map_or(Force::Soft, |found| found.value);
    let raws = limits.map_or_else(Vec::new, |list| list.value.0);
    let places: BTreeMap<Id, LimitPlaces> =
        raws.iter().filter_map(|raw| LimitPlaces::of(&raw.value)).collect();
    let mut limits: Vec<LimitTerms> = Vec::new();
    for Located { value: raw, span } in raws {
        let at = raw.id.as_ref().map_or_else(|| span.clone(), |found| found.span.clone());
        let Some(terms) = limit(raw, &span, force, mentions, reader) else { continue };
        if limits.iter().any(|other| other.id == terms.id) {
            let message = format!("two limits have the id `{}`", terms.id);
            reader.error(
                Code::IdDuplicate,
                &at,
                message,
                "give each limit an `id` of its own: it names the clock",
            );
        } else {
            limits.push(terms);
        }
    }
    let chain =
        Chain::new(limits.iter().map(|terms| (&terms.id, terms.starting_limits().collect())));
    for (nth, terms) in limits.iter().enumerate() {
        let (at, until_at) = places.get(&terms.id).map_or_else(
            || (start.clone(), start.clone()),
            |places| (places.since.clone(), places.until.clone()),
        );
        let until = terms.repeat.as_ref().and_then(|repeat| repeat.until.as_ref());
        let named = terms.starting_limits().map(|named| (named, &at));
        let ending = until.map(|named| (named, &until_at));
        for (named, at) in
            named.chain(ending).filter(|(named, _)| !limits.iter().any(|other| other.id == **named))
        {
            let help =
                match did_you_mean(named.as_str(), limits.iter().map(|other| other.id.as_str())) {
                    Some(meant) => format!("did you mean `{meant}`?"),
                    None => "name another limit of this regime".to_owned(),
                };
            reader.error(
                Code::ReferenceUnknown,
                at,
                format!("this regime has no limit `{named}`"),
                help,
            );
        }
        if chain.is_circular(nth) {
            let message = format!("the limit `{}` starts itself through others", terms.id);
            reader.error(
                Code::ClockLoop,
                &at,
                message,
                "let one of them begin with a trigger, such as `since: aware`",
            );
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
        compared: comparison(compared, verified, reader),
        effective,
        effective_in: effective_in
            .map_or_else(BTreeMap::new, |found| by_country(found.value, reader)),
        publicly_observable: publicly_observable.is_none_or(|found| found.value),
        limits,
    })
}

/// What was compared; `verified` alone is the day of a comparison with the official journal.
fn comparison(
    compared: Field<RawComparison>,
    verified: Field<Written>,
    reader: &mut Reader,
) -> Option<Comparison> {
    let verified_on = reader.date_of(&verified, Tz::UTC);
    let Some(Located { value: RawComparison { with, url, on }, span }) = compared else {
        let with = ComparedWith::OfficialJournal;
        return verified_on.map(|day| Comparison { with, url: None, on: Some(day) });
    };
    if let Some(verified) = verified {
        let help = "delete `verified`: `compared` says the day as `on`";
        let message = "a duty has both `compared` and `verified`";
        reader.error(Code::KeysExclusive, &verified.span, message, help);
    }
    let with = need(with, &span, "with", "say with what the text was compared", reader);
    Some(Comparison {
        url: web_address(url, reader),
        on: reader.date_of(&on, Tz::UTC),
        with: with?,
    })
}

/// The first day in each country.
fn by_country(named: Named<Written>, reader: &mut Reader) -> BTreeMap<String, NaiveDate> {
    let mut found = BTreeMap::new();
    for (country, day) in named.0 {
        let code = record::country_code(Some(country), reader);
        let day = reader.date(&day, Tz::UTC);
        found.extend(code.zip(day));
    }
    found
}

fn period_of_effect(raw: &RawEffective, reader: &mut Reader) -> Effective {
    let (from, to) = (reader.date_of(&raw.from, Tz::UTC), reader.date_of(&raw.to, Tz::UTC));
    if let (Some(from), Some(written)) = (from, &raw.to) {
        record::refuse_order(
            ("the day it came into force,", from),
            ("the last day it was in force,", to, &written.span),
            reader,
        );
    }
    Effective { from, to }
}

/// Where a limit says when it begins, and what ends it.
struct LimitPlaces {
    since: Range<usize>,
    until: Range<usize>,
}

impl LimitPlaces {
    fn of(raw: &RawLimit) -> Option<(Id, Self)> {
        let id = raw.id.as_ref()?;
        let starts = raw.since.as_ref().map(|found| found.span.clone());
        let since = starts
            .or_else(|| raw.earliest_of.as_ref().map(|found| found.span.clone()))
            .unwrap_or_else(|| id.span.clone());
        let until = raw.until.as_ref().map_or_else(|| id.span.clone(), |found| found.span.clone());
        Some((Id::from(&*id.value), Self { since, until }))
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
        reader.error(
            Code::KeysExclusive,
            span,
            message,
            "keep the one that the law says, and delete the other",
        );
    }
}

fn limit(
    raw: RawLimit,
    span: &Range<usize>,
    of_duty: Force,
    mentions: &mut Mentions,
    reader: &mut Reader,
) -> Option<LimitTerms> {
    refuse_two_ends(&raw, reader);
    let RawLimit {
        id,
        report,
        title,
        force,
        within,
        since,
        earliest_of,
        unless,
        fixed,
        repeat,
        until,
        owed_to,
        hours,
        roll,
        roll_reason,
        calendar,
    } = raw;
    let id = need(id, span, "id", "give each limit an `id`", reader);
    let report =
        need(report, span, "report", "say which document is due", reader).map(|Awaited(kind)| kind);
    let alternatives = earliest_of.map_or_else(Vec::new, |list| list.value.0).into_iter();
    let alternatives =
        alternatives.filter_map(|raw| alternative(raw.value, &raw.span, mentions, reader));
    let earliest_of = alternatives.collect();
    Some(LimitTerms {
        id: Id::from(&*id?),
        report: report?,
        title: title.and_then(|found| found.value.translated(reader)),
        force: force.map_or(of_duty, |found| found.value),
        since: since.map_or_else(occurred, |found| found.value.0),
        within: within.map(|found| found.value),
        earliest_of,
        unless: unless.and_then(|found| condition(found, reader)),
        fixed: fixed.and_then(|found| fixed_date(found, reader)),
        repeat: recurrence(repeat, until, reader),
        owed_to: text_of(owed_to),
        hours: hours.map_or(HourRule::Exact, |found| found.value),
        roll: roll.map(|found| found.value),
        roll_reason: text_of(roll_reason),
        calendar: calendar.map(|found| mentions.calendar(&found)),
    })
}

/// How a limit recurs. That it ends with a limit of its duty is seen when all of them are known.
fn recurrence(
    every: Option<Located<Period>>,
    until: Option<Located<String>>,
    reader: &mut Reader,
) -> Option<Repeat> {
    let Some(Located { value: every, span }) = every else {
        if let Some(until) = until {
            reader.error(
                Code::KeyMissing,
                &until.span,
                "`until` ends what is due again and again, and this limit is due once",
                "write `repeat:` with the time from one due date to the next, or delete `until`",
            );
        }
        return None;
    };
    if every.count == 0 || every.unit.is_clock_time() || every.unit == Unit::WorkingDays {
        reader.error(
            Code::ValueRange,
            &span,
            "a document falls due again after days, weeks, months or years",
            "write a period such as `1 year` or `3 months`",
        );
        return None;
    }
    Some(Repeat { every, until: until.map(|found| Id::from(&*found.value)) })
}

/// What starts a limit that does not say so.
fn occurred() -> LimitSince {
    LimitSince::Trigger("occurred".to_owned())
}

fn alternative(
    raw: RawAlternative,
    span: &Range<usize>,
    mentions: &mut Mentions,
    reader: &mut Reader,
) -> Option<Alternative<LimitSince>> {
    let RawAlternative { within, since, calendar, roll, hours, unless } = raw;
    let within = need(within, span, "within", "write a period in each alternative", reader);
    Some(Alternative {
        since: since.map_or_else(occurred, |found| found.value.0),
        calendar: calendar.map(|found| mentions.calendar(&found)),
        roll: roll.map(|found| found.value),
        hours: hours.map(|found| found.value),
        unless: unless.and_then(|found| condition(found, reader)),
        within: within?,
    })
}

/// The trigger that takes something away.
fn condition(found: Located<RawUnless>, reader: &mut Reader) -> Option<String> {
    let Located { value: RawUnless { since }, span } = found;
    need(since, &span, "since", "name the trigger", reader)
}

fn fixed_date(found: Located<RawFixed>, reader: &mut Reader) -> Option<FixedDate> {
    let Located { value: RawFixed { month, day, years_after }, span } = found;
    let month = need(month, &span, "month", "write the month as a number", reader);
    let day = need(day, &span, "day", "write the day as a number", reader);
    let fixed = FixedDate {
        month: month?,
        day: day?,
        years_after: years_after.map_or(0, |found| found.value),
    };
    let leap_year = 2024;
    if chrono::NaiveDate::from_ymd_opt(leap_year, fixed.month, fixed.day).is_none()
        || fixed.years_after > 100
    {
        reader.error(
            Code::ValueRange,
            &span,
            "there is no such day",
            "write a month from 1 to 12 and a day of that month",
        );
        return None;
    }
    Some(fixed)
}

const WEEKDAYS: [&str; 7] =
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// Reads a whole calendar file.
pub(super) fn calendar(
    node: &Node,
    id: &Id,
    mentions: &mut Mentions,
    reader: &mut Reader,
) -> Option<Calendar> {
    let RawCalendar { title, weekend, holidays, covers, includes, lists, source, note } =
        RawCalendar::from_node(node, reader)?;
    let title = need(title, &(0..0), "title", "give the calendar a name", reader);
    let mut days = BTreeSet::new();
    for day in weekend.map_or_else(Vec::new, |list| list.value.0) {
        match (0..).zip(WEEKDAYS).find(|(_, name)| *name == day.value) {
            Some((number, _)) => {
                days.insert(number);
            }
            None => {
                let help = did_you_mean(&day.value, WEEKDAYS).map_or_else(
                    || WEEKDAYS.join(", "),
                    |meant| format!("did you mean `{meant}`?"),
                );
                reader.error(
                    Code::ValueUnknown,
                    &day.span,
                    format!("`{}` is not a day of the week", day.value),
                    help,
                );
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
        let years: Vec<i32> =
            found.value.0.iter().filter_map(|year| i32::try_from(year.value).ok()).collect();
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
        includes: includes.map_or_else(Vec::new, |list| {
            list.value.0.iter().map(|name| mentions.calendar(name)).collect()
        }),
    })
}

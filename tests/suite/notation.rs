//! Reads what the vectors and the rules write: moments, periods, pauses, extensions and calendars.
//!
//! Written apart from the program's own parser, so that a mistake in that one does not hide here.
//! What cannot be read is an error with the text in it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeZone, Weekday};
use chrono_tz::Tz;
use overdue::model::{
    Calendar, Extension, ExtensionTo, HourRule, Id, Moment, Pause, Period, Precision, Roll, Unit,
};

pub(crate) type Read<T> = Result<T, String>;

pub(crate) fn date(text: &str) -> Read<NaiveDate> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| format!("not a date: {text}"))
}

pub(crate) fn zone(text: &str) -> Read<Tz> {
    text.parse().map_err(|_| format!("not a time zone: {text}"))
}

pub(crate) fn moment(text: &str, zone: Tz) -> Read<Moment> {
    Ok(Moment::new(text, precision(text, zone).ok_or_else(|| format!("not a moment: {text}"))?))
}

fn precision(text: &str, zone: Tz) -> Option<Precision> {
    match text.len() {
        4 => text.parse().ok().map(Precision::Year),
        7 => text.split_once('-').and_then(|(year, month)| {
            Some(Precision::Month(year.parse().ok()?, month.parse().ok()?))
        }),
        10 => date(text).ok().map(Precision::Day),
        _ => time(text, zone),
    }
}

fn time(text: &str, zone: Tz) -> Option<Precision> {
    let text = text.replace(' ', "T");
    if let Ok(instant) = DateTime::parse_from_rfc3339(&text) {
        let local = instant.with_timezone(&zone).naive_local();
        return Some(Precision::Time { local, instant: instant.to_utc() });
    }
    let local = NaiveDateTime::parse_from_str(&text, "%Y-%m-%dT%H:%M").ok()?;
    let instant = zone.from_local_datetime(&local).single()?.to_utc();
    Some(Precision::Time { local, instant })
}

pub(crate) fn period(text: &str) -> Read<Period> {
    let (count, unit) = text.split_once(' ').ok_or_else(|| format!("not a period: {text}"))?;
    let named = Unit::NAMES.iter().find(|(_, one, many)| unit == *one || unit == *many);
    match (count.parse(), named) {
        (Ok(count), Some((unit, ..))) => Ok(Period { count, unit: *unit }),
        _ => Err(format!("not a period: {text}")),
    }
}

pub(crate) fn hours(text: &str) -> Read<HourRule> {
    match text {
        "exact" => Ok(HourRule::Exact),
        "eu-1182-71" => Ok(HourRule::Eu1182),
        _ => Err(format!("not a rule for hours: {text}")),
    }
}

pub(crate) fn roll(text: &str) -> Read<Roll> {
    match text {
        "none" => Ok(Roll::None),
        "next-working-day" => Ok(Roll::NextWorkingDay),
        "next-working-day-noon" => Ok(Roll::NextWorkingDayNoon),
        "previous-working-day" => Ok(Roll::PreviousWorkingDay),
        _ => Err(format!("not a roll: {text}")),
    }
}

pub(crate) fn extension(text: &str) -> Read<Extension> {
    let to =
        date(text).map(ExtensionTo::Date).or_else(|_| period(text).map(ExtensionTo::Period))?;
    Ok(Extension { position: 0, to, on: None, by: None, why: None })
}

/// A pause from the first day on; without `to` it has not ended.
pub(crate) fn pause(from: &str, to: Option<&str>) -> Read<Pause> {
    Ok(Pause { from: date(from)?, to: to.map(date).transpose()?, why: None })
}

pub(crate) fn weekend(names: &[&str]) -> Read<BTreeSet<u32>> {
    let number = |name: &&str| name.parse().map(|day: Weekday| day.num_days_from_monday());
    names
        .iter()
        .map(number)
        .collect::<Result<_, _>>()
        .map_err(|_| format!("not days of the week: {names:?}"))
}

/// A calendar that knows the years of its holidays and includes no other.
pub(crate) fn calendar(
    name: &str,
    weekend_names: &[&str],
    holidays: BTreeMap<NaiveDate, String>,
) -> Read<Calendar> {
    Ok(Calendar {
        id: Id::from(name),
        title: name.to_owned(),
        weekend: weekend(weekend_names)?,
        holidays: holidays.into(),
        covers: None,
        lists: None,
        source: None,
        note: None,
        includes: Vec::new(),
    })
}

//! The text of a moment or period → what it means.
//!
//! Reading happens twice: first the text alone (a day that exists, in the canonical form), then,
//! once the record's zone is known, the instant. A civil date is never converted. A local time that
//! a clock change skipped or repeated is an error.

use chrono::{
    DateTime, FixedOffset, LocalResult, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Utc,
};
use chrono_tz::Tz;

use super::date_hints;
use crate::diag::{Code, did_you_mean};
use crate::model::{Moment, Period, Precision, Unit};

/// Why a text is not a moment, in the editor's words.
#[derive(Debug)]
pub(crate) struct Trouble {
    pub(crate) code: Code,
    pub(crate) message: String,
    pub(crate) label: String,
    pub(crate) help: String,
}

impl Trouble {
    fn new(
        code: Code,
        message: impl Into<String>,
        label: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        Self { code, message: message.into(), label: label.into(), help: help.into() }
    }
}

/// A moment as its text says it, before its zone is known.
#[derive(Debug, Clone)]
pub(crate) struct Written {
    text: String,
    when: When,
}

#[derive(Debug, Clone, Copy)]
enum When {
    Year(i32),
    Month(i32, u32),
    Day(NaiveDate),
    Local(NaiveDateTime),
    Instant(DateTime<FixedOffset>),
}

/// A civil date, and whether a time of day was left out to get it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct CivilDate {
    pub(crate) date: NaiveDate,
    pub(crate) had_time: bool,
}

impl Written {
    /// Reads the text alone.
    pub(crate) fn read(text: &str) -> Result<Self, Trouble> {
        Ok(Self { text: text.to_owned(), when: read(text)? })
    }

    /// The day on which it was where its offset holds; nothing without an offset.
    pub(crate) fn own_day(&self) -> Option<NaiveDate> {
        if let When::Instant(instant) = self.when { Some(instant.date_naive()) } else { None }
    }

    /// The moment in `zone`.
    pub(crate) fn in_zone(&self, zone: Tz) -> Result<Moment, Trouble> {
        let precision = match self.when {
            When::Year(year) => Precision::Year(year),
            When::Month(year, month) => Precision::Month(year, month),
            When::Day(date) => Precision::Day(date),
            When::Local(local) => Precision::Time { local, instant: self.instant_of(local, zone)? },
            When::Instant(instant) => {
                let local = instant.with_timezone(&zone).naive_local();
                let is_utc_midnight =
                    instant.offset().local_minus_utc() == 0 && instant.time() == NaiveTime::MIN;
                if is_utc_midnight && local.date() != instant.date_naive() {
                    return Err(self.shifted(instant.date_naive(), local.date(), zone));
                }
                Precision::Time { local, instant: instant.with_timezone(&Utc) }
            }
        };
        Ok(Moment::new(&self.text, precision))
    }

    /// The civil date, for a key that holds only dates.
    pub(crate) fn date_in_zone(&self, zone: Tz) -> Result<CivilDate, Trouble> {
        match self.when {
            When::Day(date) => Ok(CivilDate { date, had_time: false }),
            When::Local(local) => Ok(CivilDate { date: local.date(), had_time: true }),
            When::Instant(instant) => {
                let local = instant.with_timezone(&zone).date_naive();
                let written = instant.date_naive();
                if local == written {
                    Ok(CivilDate { date: local, had_time: true })
                } else {
                    Err(self.shifted(written, local, zone))
                }
            }
            When::Year(_) | When::Month(..) => Err(Trouble::new(
                Code::DateForm,
                format!("`{}` is not a whole day", self.text),
                "a day is needed here",
                "write year, month and day, such as 2022-10-15",
            )),
        }
    }

    fn instant_of(&self, local: NaiveDateTime, zone: Tz) -> Result<DateTime<Utc>, Trouble> {
        match zone.from_local_datetime(&local) {
            LocalResult::Single(instant) => Ok(instant.with_timezone(&Utc)),
            LocalResult::None => Err(Trouble::new(
                Code::TimeSkipped,
                format!(
                    "{} does not exist in {zone}: this local time was skipped by a clock change",
                    self.text
                ),
                "skipped when the clocks went forward",
                "write the time that the clocks showed, or add the offset from UTC",
            )),
            LocalResult::Ambiguous(first, second) => Err(Trouble::new(
                Code::TimeTwice,
                format!("{} happened twice in {zone}, because the clocks went back", self.text),
                "which of the two?",
                format!(
                    "add the offset: `{}` for the first, `{}` for the second",
                    first.format("%Y-%m-%dT%H:%M%:z"),
                    second.format("%Y-%m-%dT%H:%M%:z")
                ),
            )),
        }
    }

    fn shifted(&self, written: NaiveDate, local: NaiveDate, zone: Tz) -> Trouble {
        Trouble::new(
            Code::DateShifted,
            format!("{} is another day in {zone}: {local}", self.text),
            "which day is meant?",
            format!(
                "a content tool has probably shifted this date: write the day alone, `{written}` or `{local}`"
            ),
        )
    }
}

fn read(text: &str) -> Result<When, Trouble> {
    let text = text.trim();
    let bytes = text.as_bytes();
    let digits = |range: std::ops::Range<usize>| {
        bytes.get(range).is_some_and(|part| part.iter().all(u8::is_ascii_digit))
    };
    let dash = |at: usize| bytes.get(at) == Some(&b'-');
    let number = |range: std::ops::Range<usize>| text[range].parse::<u32>().unwrap_or(0);
    if !digits(0..4) || !matches!(bytes.get(4), None | Some(b'-')) {
        return Err(not_a_date(text));
    }
    let year = number(0..4);
    if year == 0 {
        return Err(Trouble::new(
            Code::DateImpossible,
            format!("`{text}` is not a day of any calendar"),
            "there is no year 0",
            "write the year, or leave the key out if nothing is known",
        ));
    }
    let signed_year = i32::try_from(year).unwrap_or(i32::MAX);
    if bytes.len() == 4 {
        return Ok(When::Year(signed_year));
    }
    if !digits(5..7) || !matches!(bytes.get(7), None | Some(b'-')) {
        return Err(not_a_date(text));
    }
    let month = number(5..7);
    if !(1..=12).contains(&month) {
        return Err(Trouble::new(
            Code::DateImpossible,
            format!("there is no month {month:02}"),
            "months go from 01 to 12",
            "write year-month-day, such as 2021-03-10",
        ));
    }
    if bytes.len() == 7 {
        return Ok(When::Month(signed_year, month));
    }
    if !dash(7) || !digits(8..10) {
        return Err(not_a_date(text));
    }
    let day = number(8..10);
    let Some(date) = NaiveDate::from_ymd_opt(signed_year, month, day) else {
        return Err(impossible_day(signed_year, month, day));
    };
    match bytes.get(10) {
        None => Ok(When::Day(date)),
        Some(b'T' | b't' | b' ') => read_time(text, date, &text[11..]),
        Some(_) => Err(not_a_date(text)),
    }
}

fn read_time(text: &str, date: NaiveDate, rest: &str) -> Result<When, Trouble> {
    let trouble = || {
        Trouble::new(
            Code::DateForm,
            format!("the time in `{text}` cannot be read"),
            "",
            date_hints::time_help(date, rest),
        )
    };
    let split =
        rest.find(|c: char| !(c.is_ascii_digit() || c == ':' || c == '.')).unwrap_or(rest.len());
    let (clock, offset) = rest.split_at(split);
    let time = NaiveTime::parse_from_str(clock, "%H:%M")
        .or_else(|_| NaiveTime::parse_from_str(clock, "%H:%M:%S%.f"))
        .ok()
        .filter(|_| clock.as_bytes().get(2) == Some(&b':') && clock.len() >= 5)
        .ok_or_else(trouble)?;
    let local = date.and_time(time);
    let offset = offset.trim();
    if offset.is_empty() {
        return Ok(When::Local(local));
    }
    let seconds = read_offset(offset).ok_or_else(trouble)?;
    let zone = FixedOffset::east_opt(seconds).ok_or_else(trouble)?;
    zone.from_local_datetime(&local).single().map(When::Instant).ok_or_else(trouble)
}

/// `Z`, `+01:00`, `+0100` or `+01`, in seconds east of UTC.
fn read_offset(text: &str) -> Option<i32> {
    if text.eq_ignore_ascii_case("z") {
        return Some(0);
    }
    let (sign, rest) = match text.as_bytes().first()? {
        b'+' => (1, &text[1..]),
        b'-' => (-1, &text[1..]),
        _ => return None,
    };
    let digits: String = rest.chars().filter(|c| *c != ':').collect();
    let well_formed = digits.bytes().all(|b| b.is_ascii_digit())
        && match rest.len() {
            2 | 4 => digits.len() == rest.len(),
            5 => rest.as_bytes()[2] == b':' && digits.len() == 4,
            _ => false,
        };
    if !well_formed {
        return None;
    }
    let hours: i32 = digits[..2].parse().ok()?;
    let minutes: i32 = digits.get(2..4).unwrap_or("0").parse().unwrap_or(0);
    (hours <= 14 && minutes < 60).then_some(sign * (hours * 3600 + minutes * 60))
}

fn impossible_day(year: i32, month: u32, day: u32) -> Trouble {
    let next = if month == 12 {
        NaiveDate::from_ymd_opt(year + 1, 1, 1)
    } else {
        NaiveDate::from_ymd_opt(year, month + 1, 1)
    };
    let last = next.and_then(|date| date.pred_opt());
    let name = last.map_or_else(String::new, |date| date.format("%B %Y").to_string());
    let days = last.map_or_else(String::new, |date| date.format("%-d").to_string());
    Trouble::new(
        Code::DateImpossible,
        format!("there is no {day} {name}"),
        format!("{name} has {days} days"),
        format!("write a real day, or `{year:04}-{month:02}` if only the month is known"),
    )
}

fn not_a_date(text: &str) -> Trouble {
    Trouble::new(Code::DateForm, format!("`{text}` is not a date"), "", date_hints::help(text))
}

/// Reads `12 months`, `72 hours`, `4 working days`.
pub(crate) fn read_period(text: &str) -> Result<Period, Trouble> {
    let trouble = |message: String| {
        Trouble::new(
            Code::PeriodForm,
            message,
            "",
            "write a number and one of: minutes, hours, days, working days, weeks, months, years",
        )
    };
    let (number, unit) = text.trim().split_once(char::is_whitespace).unwrap_or((text.trim(), ""));
    let unit = unit.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let count: u32 = number.parse().map_err(|_| trouble(format!("`{text}` is not a period")))?;
    let found = Unit::NAMES.iter().find(|(_, one, many)| unit == *one || unit == *many);
    let Some((unit, ..)) = found else {
        if unit.is_empty() {
            return Err(trouble(format!("`{text}` has no unit")));
        }
        let told = trouble(format!("`{unit}` is not a unit of time"));
        return Err(match unit_meant(&unit) {
            Some(meant) => Trouble { help: format!("write `{count} {meant}`"), ..told },
            None => told,
        });
    };
    let (most, told) = longest(*unit);
    if count > most {
        let message = format!("`{text}` is longer than {told}");
        return Err(Trouble::new(Code::PeriodForm, message, "", "check the number and the unit"));
    }
    Ok(Period { count, unit: *unit })
}

/// The unit that another word for it means.
fn unit_meant(unit: &str) -> Option<&'static str> {
    let word = unit.trim_end_matches('.');
    let (first, last) = word.split_once(' ').unwrap_or(("", word));
    Some(match (first, last) {
        ("business" | "work" | "bank" | "banking" | "office", "day" | "days")
        | (_, "weekday" | "weekdays" | "workday" | "workdays") => "working days",
        ("calendar" | "civil", "day" | "days") | (_, "d" | "jour" | "jours" | "일") => "days",
        (_, "h" | "hr" | "hrs" | "heure" | "heures" | "시간") => "hours",
        (_, "min" | "mins") => "minutes",
        (_, "w" | "wk" | "wks" | "semaine" | "semaines" | "주") => "weeks",
        (_, "mo" | "mon" | "mth" | "mths" | "mois" | "개월") => "months",
        (_, "y" | "yr" | "yrs" | "an" | "ans" | "année" | "années" | "년") => "years",
        _ => did_you_mean(word, Unit::NAMES.iter().map(|(_, _, many)| *many))?,
    })
}

/// How many of a unit are the most, and how long that is about; a longer period is a mistake.
/// Working days are counted one by one.
fn longest(unit: Unit) -> (u32, &'static str) {
    let most = match unit {
        Unit::WorkingDays => return (2_500, "ten years"),
        Unit::Minutes => 525_960_000,
        Unit::Hours => 8_766_000,
        Unit::Days => 365_250,
        Unit::Weeks => 52_179,
        Unit::Months => 12_000,
        Unit::Years => 1_000,
    };
    (most, "a thousand years")
}

/// Whether a text is a length of time, such as `30 working days`.
pub fn is_period(text: &str) -> bool {
    read_period(text).is_ok()
}

/// Reads an as-of: a civil date is that whole day everywhere; a local time is one of `zone`.
///
/// # Errors
///
/// A sentence for the person who typed it.
pub fn read_as_of(text: &str, zone: Tz) -> Result<crate::clock::AsOf, String> {
    let sentence = |trouble: Trouble| format!("{}; {}", trouble.message, trouble.help);
    let written = Written::read(text).map_err(sentence)?;
    match written.when {
        When::Day(date) => Ok(crate::clock::AsOf::Day(date)),
        When::Local(local) => {
            written.instant_of(local, zone).map(crate::clock::AsOf::Instant).map_err(sentence)
        }
        // Midnight in UTC is a moment like any other here: no content tool has written it.
        When::Instant(instant) => Ok(crate::clock::AsOf::Instant(instant.with_timezone(&Utc))),
        When::Year(_) | When::Month(..) => {
            Err(format!("`{text}` is not a whole day; write year, month and day"))
        }
    }
}

/// Reads a moment that somebody typed outside a record, in the zone of the record that it is for.
///
/// # Errors
///
/// A sentence for the person who typed it.
pub fn read_moment(text: &str, zone: Tz) -> Result<Moment, String> {
    let sentence = |trouble: Trouble| format!("{}; {}", trouble.message, trouble.help);
    Written::read(text).and_then(|written| written.in_zone(zone)).map_err(sentence)
}

//! A date as some program or person wrote it → a moment as a record has it, or why nobody can know
//! which day it is.
//!
//! A month or a year alone keeps its precision. A year of two digits is the latest that has begun;
//! what is due may lie ahead.

use chrono::{Datelike, Months, NaiveDate};
use clap::ValueEnum;

use super::record::Making;
use super::told::Told;
use super::{Fate, Import, Setting, sentences};
use crate::front_matter::date_hints::day_in_words;
use crate::front_matter::read_moment;

/// Which comes first where a date has day and month as numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Order {
    /// The day: 31/12/2021
    Dmy,
    /// The month: 12/31/2021
    Mdy,
}

/// A moment in the form of a record, and what was guessed or left away to get it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct When {
    pub(super) text: String,
    /// What nobody knows to be right.
    pub(super) guess: Option<Told>,
    /// What is right and less than was written.
    pub(super) kept: Option<Told>,
    /// The day, or the first day that it can be.
    pub(super) day: NaiveDate,
}

impl When {
    /// Tells what became of it at `place`; what is guessed makes a draft.
    pub(super) fn tell(&self, place: String, making: &mut Making, import: &mut Import) {
        if let Some(guess) = self.guess {
            making.doubtful = true;
            import.tell(place, Fate::Guessed, guess, &self.text);
        } else if let Some(kept) = self.kept {
            import.tell(place, Fate::Kept, kept, &self.text);
        }
    }

    fn whole(day: NaiveDate) -> Self {
        Self { text: day.to_string(), guess: None, kept: None, day }
    }

    fn month(year: u32, month: u32) -> Option<Self> {
        let day = civil(year, month, 1)?;
        Some(Self { text: day.format("%Y-%m").to_string(), ..Self::whole(day) })
    }
}

/// A setting in which dates may lie ahead, as those by which something is due do.
pub(super) fn ahead(setting: Setting<'_>) -> Setting<'_> {
    const YEARS: u32 = 30;
    let today = setting.today.checked_add_months(Months::new(12 * YEARS)).unwrap_or(setting.today);
    Setting { today, ..setting }
}

/// Reads a date. `bare_is_utc` says that a time without a zone is one of UTC, where the other
/// program takes it so.
pub(super) fn read(
    written: &str,
    setting: Setting<'_>,
    bare_is_utc: bool,
) -> Result<When, (Fate, String)> {
    let text = written.trim();
    let Some((date, clock)) = clock_in(text) else {
        return match read_moment(text, setting.zone) {
            Ok(moment) => {
                Ok(When { text: text.to_owned(), ..When::whole(moment.first_day(setting.zone)) })
            }
            Err(_) => day_of(text, setting),
        };
    };
    let found = day_of(date, setting)?;
    if found.text.len() < "2021-03-10".len() {
        return Err((Fate::LeftOut, sentences::not_a_date(text)));
    }
    let day = found.day;
    if clock.is_midnight() && (clock.is_utc() || clock.zone.is_empty()) {
        let is_utc = clock.is_utc() || bare_is_utc;
        let (guess, kept) =
            if is_utc { (Some(Told::Midnight), None) } else { (None, Some(Told::BareMidnight)) };
        return Ok(When { guess: guess.or(found.guess), kept, ..When::whole(day) });
    }
    let is_utc_by_guess = clock.zone.is_empty() && bare_is_utc;
    let plain = format!("{day}T{}{}", clock.time, if is_utc_by_guess { "Z" } else { &clock.zone });
    let moment = read_moment(&plain, setting.zone).map_err(|trouble| (Fate::LeftOut, trouble))?;
    let is_sound_as_written = !is_utc_by_guess && read_moment(text, setting.zone).is_ok();
    let guess = is_utc_by_guess.then_some(Told::Utc).or(found.guess);
    let text = if is_sound_as_written { text.to_owned() } else { plain };
    Ok(When { text, guess, kept: found.kept, ..When::whole(moment.first_day(setting.zone)) })
}

/// The one day, month or year that a text without a time can mean.
fn day_of(text: &str, setting: Setting<'_>) -> Result<When, (Fate, String)> {
    let unsure = || (Fate::LeftOut, sentences::not_a_date(text));
    if let Some(found) = in_words(text, setting.today) {
        return Ok(found);
    }
    // 2022. 10. 15. and 2022년 10월 15일 are how Korean tables have it.
    let plain = text.replace(['년', '월'], "-").replace('일', "");
    let parts: Vec<&str> =
        plain.trim_end_matches(['.', '-', ' ']).split(['/', '.', '-']).map(str::trim).collect();
    let numbers: Option<Vec<u32>> = parts.iter().map(|part| part.parse().ok()).collect();
    match (numbers.as_deref(), parts.as_slice()) {
        (Some([year, month, day]), [first, ..]) if first.len() == 4 => {
            civil(*year, *month, *day).map(When::whole).ok_or_else(unsure)
        }
        (Some([first, second, year]), [_, _, last]) if last.len() == 4 => {
            let (dmy, mdy) = (civil(*year, *second, *first), civil(*year, *first, *second));
            let chosen = match setting.order {
                Some(Order::Dmy) => dmy,
                Some(Order::Mdy) => mdy,
                None => match (dmy, mdy) {
                    (Some(one), Some(other)) if one != other => {
                        return Err((Fate::Refused, sentences::ambiguous(text)));
                    }
                    (one, other) => one.or(other),
                },
            };
            chosen.map(When::whole).ok_or_else(unsure)
        }
        // The year may come first or last, so that the order has to be said.
        (Some([first, second, year]), [_, _, last]) if last.len() == 2 => {
            let (day, month) = match setting.order {
                Some(Order::Dmy) => (*first, *second),
                Some(Order::Mdy) => (*second, *first),
                None => return Err((Fate::Refused, sentences::ambiguous(text))),
            };
            century(*year, month, day, setting.today).ok_or_else(unsure)
        }
        (Some([year, month]), [first, _]) if first.len() == 4 => {
            When::month(*year, *month).ok_or_else(unsure)
        }
        (Some([month, year]), [_, last]) if last.len() == 4 => {
            When::month(*year, *month).ok_or_else(unsure)
        }
        (Some([_]), [one]) if one.len() == 8 => {
            let part = |range: std::ops::Range<usize>| one.get(range)?.parse().ok();
            let day = || civil(part(0..4)?, part(4..6)?, part(6..8)?);
            day().map(When::whole).ok_or_else(unsure)
        }
        (Some([number]), [one]) if one.len() == 5 => {
            serial(*number).filter(|found| found.day <= setting.today).ok_or_else(unsure)
        }
        _ => Err(unsure()),
    }
}

/// The day that a spreadsheet has as this number, if it counts from 1900 as most do.
fn serial(number: u32) -> Option<When> {
    let day = NaiveDate::from_ymd_opt(1899, 12, 30)?
        .checked_add_days(chrono::Days::new(number.into()))?;
    Some(When { guess: Some(Told::Serial), ..When::whole(day) })
}

/// A day or month whose month is a word, perhaps after a day of the week, perhaps with a year of
/// two digits.
fn in_words(text: &str, latest: NaiveDate) -> Option<When> {
    const WEEKDAYS: [&str; 21] = [
        "mon", "tue", "wed", "thu", "fri", "sat", "sun", "lun", "mar", "mer", "jeu", "ven", "sam",
        "dim", "die", "mit", "don", "fre", "son", "mi", "so",
    ];
    let lower = text.to_lowercase();
    let mut words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if words.len() == 4 && WEEKDAYS.iter().any(|day| words[0].starts_with(day)) {
        words.remove(0);
    }
    if !words.iter().any(|word| word.starts_with(char::is_alphabetic)) {
        return None;
    }
    if let Some(day) = day_in_words(&words.join(" ")) {
        return Some(When::whole(day));
    }
    let (year, before) = words.split_last()?;
    let is_two = year.len() == 2 && year.bytes().all(|byte| byte.is_ascii_digit());
    let two: u32 = if is_two { year.parse().ok()? } else { 0 };
    match before {
        // Any year that has the day tells which day and month are meant.
        [_, _] if is_two => {
            let leap = day_in_words(&format!("{} 2000", before.join(" ")))?;
            century(two, leap.month(), leap.day(), latest)
        }
        [month] if is_two => {
            let first = day_in_words(&format!("1 {month} 2000"))?;
            let found = century(two, first.month(), 1, latest)?;
            let year = found.day.year().unsigned_abs();
            Some(When { guess: Some(Told::MonthOfYear), ..When::month(year, first.month())? })
        }
        [month] if year.len() == 4 => {
            let first = day_in_words(&format!("1 {month} {year}"))?;
            When::month(first.year().unsigned_abs(), first.month())
        }
        _ => None,
    }
}

/// The latest day of a year that ends in these two digits that is not after `latest`.
fn century(year: u32, month: u32, day: u32, latest: NaiveDate) -> Option<When> {
    let newest = (latest.year().unsigned_abs() / 100) * 100 + year;
    let found = [newest, newest.checked_sub(100)?]
        .into_iter()
        .filter_map(|year| civil(year, month, day))
        .find(|day| *day <= latest)?;
    Some(When { kept: Some(Told::TwoDigits), ..When::whole(found) })
}

fn civil(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day).filter(|date| date.year() > 0)
}

/// A time of day as a record has it.
#[derive(Debug, PartialEq, Eq)]
struct Clock {
    /// Hours with two digits, minutes, and perhaps seconds.
    time: String,
    /// `Z`, an offset, or nothing.
    zone: String,
}

impl Clock {
    fn is_midnight(&self) -> bool {
        self.time.bytes().all(|byte| matches!(byte, b'0' | b':' | b'.'))
    }

    fn is_utc(&self) -> bool {
        !self.zone.is_empty()
            && self.zone.bytes().all(|byte| matches!(byte, b'Z' | b'+' | b'-' | b'0' | b':'))
    }
}

/// The date and the time of a text such as `2021-03-10T00:47:00Z`, `10/3/2021 3:04 PM` or `Wed, 10
/// Mar 2021 9:00 +0100`; nothing if it has no time that can be read for sure. The name of a zone
/// other than UTC has many meanings, and is not taken.
fn clock_in(text: &str) -> Option<(&str, Clock)> {
    let colon = text.find(':')?;
    let start = text[..colon].trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let before = &text[..start];
    let date =
        before.strip_suffix(['T', 't']).filter(|date| date.ends_with(|c: char| c.is_ascii_digit()));
    let date =
        date.or_else(|| before.ends_with(' ').then_some(before))?.trim_end_matches([' ', ',']);
    // A day of the week says nothing that the date does not.
    let date = match date.split_once(", ") {
        Some((day, rest))
            if day.len() == 3 && day.bytes().all(|byte| byte.is_ascii_alphabetic()) =>
        {
            rest
        }
        _ => date,
    };
    let rest = &text[start..];
    let end =
        rest.find(|c: char| !(c.is_ascii_digit() || matches!(c, ':' | '.'))).unwrap_or(rest.len());
    let (time, after) = rest.split_at(end);
    let (hour, minutes) = time.split_once(':')?;
    let mut hour: u32 = hour.parse().ok().filter(|_| hour.len() <= 2)?;
    let after = after.trim().to_ascii_uppercase();
    let (half, zone) =
        match ["AM", "PM"].iter().find_map(|half| Some((*half, after.strip_prefix(half)?))) {
            Some((half, zone)) if (1..=12).contains(&hour) => (Some(half), zone.trim().to_owned()),
            Some(_) => return None,
            None => (None, after),
        };
    if let Some(half) = half {
        hour = hour % 12 + if half == "PM" { 12 } else { 0 };
    }
    let zone = match &*zone {
        "UTC" | "GMT" | "Z" => "Z".to_owned(),
        offset if offset.is_empty() || offset.starts_with(['+', '-']) => offset.to_owned(),
        _ => return None,
    };
    Some((date, Clock { time: format!("{hour:02}:{minutes}"), zone }))
}

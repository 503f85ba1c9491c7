//! A date as some program or person wrote it → a moment as a record has it, or why nobody can know which day it is.

use chrono::{Datelike, NaiveDate};
use clap::ValueEnum;

use super::record::Making;
use super::{Fate, Import, Setting, sentences};
use crate::parse::{day_in_words, read_moment};

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
    pub(super) guess: Option<&'static str>,
    /// What is right and less than was written.
    pub(super) kept: Option<&'static str>,
    /// The day, or the first day that it can be.
    pub(super) day: NaiveDate,
}

impl When {
    /// Tells what became of it at `place`; what is guessed makes a draft.
    pub(super) fn tell(&self, place: String, making: &mut Making, import: &mut Import) {
        if let Some(guess) = self.guess {
            making.doubtful = true;
            import.note(place, Fate::Guessed, guess);
        } else if let Some(kept) = self.kept {
            import.note(place, Fate::Kept, kept);
        }
    }

    fn whole(day: NaiveDate) -> Self {
        Self { text: day.to_string(), guess: None, kept: None, day }
    }
}

/// Reads a date. `bare_is_utc` says that a time without a zone is one of UTC, where the other program takes it so.
pub(super) fn read(written: &str, setting: Setting, bare_is_utc: bool) -> Result<When, (Fate, String)> {
    let text = written.trim();
    let Some((date, clock)) = clock_in(text) else {
        return match read_moment(text, setting.zone) {
            Ok(moment) => Ok(When { text: text.to_owned(), ..When::whole(moment.first_day(setting.zone)) }),
            Err(_) => day_of(text, setting).map(When::whole),
        };
    };
    let day = day_of(date, setting)?;
    if clock.is_midnight() && (clock.is_utc() || clock.zone.is_empty()) {
        let is_utc = clock.is_utc() || bare_is_utc;
        let (guess, kept) = if is_utc { (Some(sentences::MIDNIGHT), None) } else { (None, Some(sentences::BARE_MIDNIGHT)) };
        return Ok(When { guess, kept, ..When::whole(day) });
    }
    let is_utc_by_guess = clock.zone.is_empty() && bare_is_utc;
    let plain = format!("{day}T{}{}", clock.time, if is_utc_by_guess { "Z" } else { &clock.zone });
    let moment = read_moment(&plain, setting.zone).map_err(|trouble| (Fate::LeftOut, trouble))?;
    let is_sound_as_written = !is_utc_by_guess && read_moment(text, setting.zone).is_ok();
    let guess = is_utc_by_guess.then_some(sentences::UTC);
    let text = if is_sound_as_written { text.to_owned() } else { plain };
    Ok(When { text, guess, ..When::whole(moment.first_day(setting.zone)) })
}

/// The one day that a text can mean.
fn day_of(text: &str, setting: Setting) -> Result<NaiveDate, (Fate, String)> {
    let unsure = || (Fate::LeftOut, sentences::not_a_date(text));
    if let Some(day) = day_in_words(text) {
        return Ok(day);
    }
    // 2022. 10. 15. and 2022년 10월 15일 are how Korean tables have it.
    let plain = text.replace(['년', '월'], "-").replace('일', "");
    let parts: Vec<&str> = plain.trim_end_matches('.').split(['/', '.', '-']).map(str::trim).collect();
    let numbers: Option<Vec<u32>> = parts.iter().map(|part| part.parse().ok()).collect();
    match (numbers.as_deref(), parts.as_slice()) {
        (Some([year, month, day]), [first, ..]) if first.len() == 4 => civil(*year, *month, *day).ok_or_else(unsure),
        (Some([first, second, year]), [_, _, last]) if last.len() == 4 => {
            let (dmy, mdy) = (civil(*year, *second, *first), civil(*year, *first, *second));
            let chosen = match setting.order {
                Some(Order::Dmy) => dmy,
                Some(Order::Mdy) => mdy,
                None => match (dmy, mdy) {
                    (Some(one), Some(other)) if one != other => return Err((Fate::Refused, sentences::ambiguous(text))),
                    (one, other) => one.or(other),
                },
            };
            chosen.ok_or_else(unsure)
        }
        (Some([_, _, _]), _) => Err((Fate::LeftOut, format!("`{text}` {}", sentences::TWO_DIGITS))),
        (Some([_]), [one]) if one.len() == 5 => Err((Fate::LeftOut, format!("`{text}` {}", sentences::SERIAL))),
        _ => Err(unsure()),
    }
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
        !self.zone.is_empty() && self.zone.bytes().all(|byte| matches!(byte, b'Z' | b'+' | b'-' | b'0' | b':'))
    }
}

/// The date and the time of a text such as `2021-03-10T00:47:00Z`, `10/3/2021 3:04 PM` or `Wed, 10 Mar 2021 9:00 +0100`; nothing if
/// it has no time that can be read for sure. The name of a zone other than UTC has many meanings, and is not taken.
fn clock_in(text: &str) -> Option<(&str, Clock)> {
    let colon = text.find(':')?;
    let start = text[..colon].trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let before = &text[..start];
    let date = before.strip_suffix(['T', 't']).filter(|date| date.ends_with(|c: char| c.is_ascii_digit()));
    let date = date.or_else(|| before.ends_with(' ').then_some(before))?.trim_end_matches([' ', ',']);
    // A day of the week says nothing that the date does not.
    let date = match date.split_once(", ") {
        Some((day, rest)) if day.len() == 3 && day.bytes().all(|byte| byte.is_ascii_alphabetic()) => rest,
        _ => date,
    };
    let rest = &text[start..];
    let end = rest.find(|c: char| !(c.is_ascii_digit() || matches!(c, ':' | '.'))).unwrap_or(rest.len());
    let (time, after) = rest.split_at(end);
    let (hour, minutes) = time.split_once(':')?;
    let mut hour: u32 = hour.parse().ok().filter(|_| hour.len() <= 2)?;
    let after = after.trim().to_ascii_uppercase();
    let (half, zone) = match ["AM", "PM"].iter().find_map(|half| Some((*half, after.strip_prefix(half)?))) {
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

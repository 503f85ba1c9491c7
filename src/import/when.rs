//! A date as some program or person wrote it → a moment as a record has it, or why nobody can know which day it is.

use chrono::{Datelike, NaiveDate};
use clap::ValueEnum;

use super::{Fate, Setting, sentences};
use crate::parse::{day_in_words, read_moment};

/// Which comes first where a date has day and month as numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Order {
    /// The day: 31/12/2021
    Dmy,
    /// The month: 12/31/2021
    Mdy,
}

/// A moment in the form of a record, and what was guessed to get it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct When {
    pub(super) text: String,
    pub(super) guess: Option<&'static str>,
    /// The day, or the first day that it can be.
    pub(super) day: NaiveDate,
}

/// Reads a date. `bare_is_utc` says that a time without a zone is one of UTC, where the other program takes it so.
pub(super) fn read(written: &str, setting: Setting, bare_is_utc: bool) -> Result<When, (Fate, String)> {
    let text = written.trim();
    if let Some(day) = midnight(text) {
        return Ok(When { text: day.to_string(), guess: Some(sentences::MIDNIGHT), day });
    }
    if let Ok(moment) = read_moment(text, setting.zone) {
        let is_bare = text.len() > 10 && text[11..].bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b':' | b'.'));
        if is_bare && bare_is_utc {
            let instant = format!("{}T{}Z", &text[..10], &text[11..]);
            let day = read_moment(&instant, setting.zone)
                .map_or_else(|_| moment.first_day(setting.zone), |moment| moment.first_day(setting.zone));
            return Ok(When { text: instant, guess: Some(sentences::UTC), day });
        }
        return Ok(When { text: text.to_owned(), guess: None, day: moment.first_day(setting.zone) });
    }
    let whole = |day: NaiveDate| Ok(When { text: day.to_string(), guess: None, day });
    if let Some(day) = day_in_words(text) {
        return whole(day);
    }
    let parts: Vec<&str> = text.split(['/', '.', '-']).map(str::trim).collect();
    let numbers: Option<Vec<u32>> = parts.iter().map(|part| part.parse().ok()).collect();
    match (numbers.as_deref(), parts.as_slice()) {
        (Some([year, month, day]), [first, ..]) if first.len() == 4 => {
            civil(*year, *month, *day).map_or_else(|| Err((Fate::LeftOut, sentences::not_a_date(text))), whole)
        }
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
            chosen.map_or_else(|| Err((Fate::LeftOut, sentences::not_a_date(text))), whole)
        }
        (Some([_, _, _]), _) => Err((Fate::LeftOut, format!("`{text}` {}", sentences::TWO_DIGITS))),
        (Some([_]), [one]) if one.len() == 5 => Err((Fate::LeftOut, format!("`{text}` {}", sentences::SERIAL))),
        _ => Err((Fate::LeftOut, sentences::not_a_date(text))),
    }
}

fn civil(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day).filter(|date| date.year() > 0)
}

/// The day of `2021-03-10T00:00:00.000Z`, which is how tools write a day.
fn midnight(text: &str) -> Option<NaiveDate> {
    let (date, time) = text.split_once(['T', ' '])?;
    let clock = ["Z", "z", "+00:00", "-00:00", "+0000"].iter().find_map(|zone| time.strip_suffix(zone))?.trim();
    let is_midnight = clock.starts_with("00:00") && clock.bytes().all(|byte| matches!(byte, b'0' | b':' | b'.'));
    NaiveDate::parse_from_str(date, "%Y-%m-%d").ok().filter(|_| is_midnight)
}

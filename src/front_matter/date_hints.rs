//! A text that is no date → what to write instead.
//!
//! Nothing is guessed: 03/04/2021 is one day in London and another in Boston, so both are offered
//! and the editor says which. A form that can mean one thing only is turned into year-month-day,
//! months in words in English, French and German, too.

use chrono::NaiveDate;

const GENERAL: &str =
    "write year-month-day, such as 2022-10-15; `2022-10` or `2022` if no more is known";

/// The beginnings of the months' names in English, French and German, without capitals.
const MONTHS: [&[&str]; 12] = [
    &["jan"],
    &["feb", "fév", "fev"],
    &["mar", "mär", "maerz"],
    &["apr", "avr"],
    &["may", "mai"],
    &["jun", "juin"],
    &["jul", "juil"],
    &["aug", "aoû", "aou"],
    &["sep"],
    &["oct", "okt"],
    &["nov"],
    &["dec", "déc", "dez"],
];

/// What to write instead of `text`, which is not a date.
pub(crate) fn help(text: &str) -> String {
    let lower = text.trim().to_lowercase();
    if let Some(rest) = approximate(&lower) {
        return not_certain(rest);
    }
    if matches!(
        &*lower,
        "unknown" | "tbd" | "tba" | "n/a" | "?" | "none" | "inconnu" | "inconnue" | "미상"
    ) {
        return "leave the key out if nothing is known; write `2022` if only the year is"
            .to_owned();
    }
    if matches!(
        &*lower,
        "today"
            | "now"
            | "yesterday"
            | "tomorrow"
            | "aujourd'hui"
            | "aujourd’hui"
            | "hier"
            | "오늘"
            | "어제"
    ) {
        return "write the day itself, such as 2022-10-15: tomorrow the word would mean another"
            .to_owned();
    }
    if let Some(written) = in_words(&lower) {
        return format!("write `{written}`");
    }
    // `28-Jul-21`, as spreadsheets show a day.
    let end = lower.len() - lower.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    if end == 2
        && let (words, year) = lower.split_at(lower.len() - end)
        && let Some(written) = in_words(&format!("{words}20{year}"))
    {
        return format!("write `{written}`, with all four digits of the year that is meant");
    }
    let numbers: Vec<&str> =
        text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let only_digits = text.bytes().all(|byte| byte.is_ascii_digit());
    match numbers.as_slice() {
        [year, ..] if year.len() > 4 && !only_digits => {
            "a year has four digits, such as 2022-10-15".to_owned()
        }
        [one] if one.len() == 8 && only_digits => {
            exact(&one[..4], &one[4..6], &one[6..]).unwrap_or_else(|| GENERAL.to_owned())
        }
        [year, quarter] if year.len() == 4 && lower.contains('q') && quarter.len() == 1 => {
            format!(
                "a quarter is not a date: write the month, such as `{year}-03`, or `{year}` if no more is known"
            )
        }
        [year, month] if year.len() == 4 && (1..=2).contains(&month.len()) && is_month(month) => {
            format!("write `{year}-{month:0>2}`")
        }
        [month, year] if year.len() == 4 && (1..=2).contains(&month.len()) && is_month(month) => {
            format!("write `{year}-{month:0>2}`")
        }
        [year, month, day] if year.len() == 4 => {
            exact(year, month, day).unwrap_or_else(|| GENERAL.to_owned())
        }
        [first, second, year] if year.len() == 4 => either(first, second, year),
        [_, _, year] if year.len() == 2 && numbers.iter().all(|part| part.len() <= 2) => {
            "write the year with four digits, then month and day: 2022-10-15".to_owned()
        }
        _ => GENERAL.to_owned(),
    }
}

/// What follows a sign or word for "about".
fn approximate(lower: &str) -> Option<&str> {
    let signs = [
        "~", "≈", "circa ", "ca. ", "c. ", "about ", "around ", "approx. ", "vers ", "environ ",
        "약 ", "um ",
    ];
    signs
        .into_iter()
        .find_map(|sign| lower.strip_prefix(sign))
        .or_else(|| lower.strip_suffix('?'))
        .map(str::trim)
}

fn not_certain(rest: &str) -> String {
    let parts: Vec<&str> = rest.split('-').collect();
    match parts.as_slice() {
        [year, month, _] if year.len() == 4 && month.len() == 2 => {
            format!(
                "write `{year}-{month}` if the day is not certain, `{year}` if the month is not: only what is certain is counted from"
            )
        }
        [year] if year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()) => {
            format!(
                "write `{year}` if the year is certain; if not, this cannot be counted from, and the text can say what is known"
            )
        }
        [year, _] if year.len() == 4 => format!(
            "write `{year}` if the month is not certain: only what is certain is counted from"
        ),
        _ => "write the month, `2022-10`, or the year, `2022`, if no more is certain".to_owned(),
    }
}

fn is_month(text: &str) -> bool {
    text.parse().is_ok_and(|month: u32| (1..=12).contains(&month))
}

fn day(year: &str, month: &str, day: &str) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

fn exact(year: &str, month: &str, number: &str) -> Option<String> {
    (month.len() <= 2 && number.len() <= 2)
        .then(|| day(year, month, number))
        .flatten()
        .map(|date| format!("write `{date}`"))
}

/// A day and a month of which nobody can tell which is which, unless one of them is above twelve.
fn either(first: &str, second: &str, year: &str) -> String {
    match (day(year, second, first), day(year, first, second)) {
        (Some(one), Some(other)) if one != other => format!(
            "write `{one}` for {}, or `{other}` for {}: this form means either, depending on the country",
            one.format("%-d %B"),
            other.format("%-d %B")
        ),
        (Some(only), _) | (None, Some(only)) => format!("write `{only}`"),
        (None, None) => GENERAL.to_owned(),
    }
}

/// The day or month that `4 May 2026`, `May 4, 2026`, `1er mars 2021` or `March 2021` means.
fn in_words(lower: &str) -> Option<String> {
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let month_of = |word: &str| {
        let at = MONTHS.iter().position(|names| names.iter().any(|name| word.starts_with(name)))?;
        u32::try_from(at + 1).ok()
    };
    let day_of = |word: &str| word.trim_end_matches(char::is_alphabetic).parse::<u32>().ok();
    let year_of = |word: &str| word.parse::<i32>().ok().filter(|_| word.len() == 4);
    match words.as_slice() {
        [month, year] => Some(format!("{:04}-{:02}", year_of(year)?, month_of(month)?)),
        [first, second, year] => {
            let (day, month) = match (month_of(first), month_of(second)) {
                (None, Some(month)) => (day_of(first)?, month),
                (Some(month), None) => (day_of(second)?, month),
                _ => return None,
            };
            NaiveDate::from_ymd_opt(year_of(year)?, month, day).map(|date| date.to_string())
        }
        _ => None,
    }
}

/// The day that a text such as `4 May 2026` or `May 4, 2026` means.
pub(crate) fn day_in_words(text: &str) -> Option<NaiveDate> {
    in_words(&text.trim().to_lowercase())?.parse().ok()
}

/// What to write instead of a time of day that cannot be read, after its date.
pub(crate) fn time_help(date: NaiveDate, rest: &str) -> String {
    let lower = rest.trim().to_lowercase();
    let (clock, half) = match lower.strip_suffix("pm").or_else(|| lower.strip_suffix("p.m.")) {
        Some(clock) => (clock.trim(), Some(12)),
        None => match lower.strip_suffix("am").or_else(|| lower.strip_suffix("a.m.")) {
            Some(clock) => (clock.trim(), Some(0)),
            None => (lower.as_str(), None),
        },
    };
    let mut numbers = clock.split([':', 'h', '.']).map(|part| part.trim().parse::<u32>());
    let (hour, minute, more) = (numbers.next(), numbers.next(), numbers.next());
    let minute = minute.unwrap_or(Ok(0));
    if let (Some(Ok(hour)), Ok(minute), None) = (hour, minute, more)
        && minute < 60
    {
        match half {
            Some(half) if (1..=12).contains(&hour) => {
                return format!("write `{date} {:02}:{minute:02}`", hour % 12 + half);
            }
            None if hour < 24 => return format!("write `{date} {hour:02}:{minute:02}`"),
            None if hour == 24 && minute == 0 => {
                if let Some(next) = date.succ_opt() {
                    return format!(
                        "write `{next} 00:00`, or `{date}` alone if only the day matters"
                    );
                }
            }
            _ => {}
        }
    }
    if lower.split_whitespace().nth(1).is_some_and(|zone| zone.chars().all(char::is_alphabetic)) {
        return "name the place as `timezone`, such as Europe/Paris, and write the time alone, or write its offset, such as `00:47 +01:00`"
            .to_owned();
    }
    format!("write `{date} 00:47`, with an offset if it is not local time: `{date} 00:47 +01:00`")
}

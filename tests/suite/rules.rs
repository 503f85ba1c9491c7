//! The counting rules as a lawyer reads them: `tests/rules/*.md`.
//!
//! Each file is prose with tables, and each row of a table is a case. The columns `start`,
//! `period`, `due` and `why` are in every table; `zone`, `hours`, `calendar`, `roll`, `paused`,
//! `extended`, `as of`, `original` and `warning` are there where they matter. A date may carry the
//! name of its weekday, which is checked too. A row that cannot be read fails, as does a file
//! without one. Documents that are owed again and again have other columns, which `repeats` checks.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use chrono::NaiveDate;
use chrono_tz::Tz;
use overdue::clock::{DueDate, Limit, Warning, When, WorkingDays, due_date};
use overdue::model::{Due, HourRule, Roll};

use crate::built_in;
use crate::notation::{self, Read};
use crate::repeats;

const COLUMNS: [&str; 13] = [
    "start", "period", "due", "why", "zone", "hours", "calendar", "roll", "paused", "extended",
    "as of", "original", "warning",
];

/// Those of a document that is owed again and again, in a file of its own.
const SERIES: [&str; 8] =
    ["start", "every", "due dates", "why", "documents", "final", "as of", "standing"];

pub(crate) type Row<'a> = BTreeMap<&'a str, &'a str>;

#[test]
fn every_row_of_every_rule_gives_its_due_date() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules");
    let mut wrong = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder of rules") {
        let path = entry.expect("a rule").path();
        let text = fs::read_to_string(&path).expect("text");
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let is_series = name == "again-and-again.md";
        let columns: &[&str] = if is_series { &SERIES } else { &COLUMNS };
        let rows = rows(&text, columns).unwrap_or_else(|unread| panic!("{name}: {unread}"));
        assert!(!rows.is_empty(), "{name} has no row");
        for (line, row) in rows {
            let checked = if is_series { repeats::check(&row) } else { check(&row) };
            match checked {
                Ok(()) => {}
                Err(problem) => wrong.push(format!("{name}:{line}: {problem} ({})", row["why"])),
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Every row of every table, with its line.
fn rows<'a>(text: &'a str, columns: &[&str]) -> Read<Vec<(usize, Row<'a>)>> {
    let mut header: Option<Vec<&str>> = None;
    let mut rows = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        let Some(inner) = line.strip_prefix('|').and_then(|rest| rest.trim_end().strip_suffix('|'))
        else {
            header = None;
            continue;
        };
        let cells: Vec<&str> = inner.split('|').map(str::trim).collect();
        match &header {
            None => header = Some(checked_header(cells, number, columns)?),
            Some(_) if cells.iter().all(|cell| cell.chars().all(|sign| sign == '-')) => {}
            Some(names) if names.len() == cells.len() => {
                rows.push((number, names.iter().copied().zip(cells).collect()));
            }
            Some(names) => {
                return Err(format!(
                    "line {number} has {} cells under {} columns",
                    cells.len(),
                    names.len()
                ));
            }
        }
    }
    Ok(rows)
}

fn checked_header<'a>(cells: Vec<&'a str>, number: usize, columns: &[&str]) -> Read<Vec<&'a str>> {
    let unknown = cells.iter().find(|cell| !columns.contains(cell));
    let missing = columns[..4].iter().find(|column| !cells.contains(column));
    match (unknown, missing) {
        (Some(name), _) => Err(format!("line {number}: no such column: {name}")),
        (None, Some(name)) => Err(format!("line {number}: the column is missing: {name}")),
        (None, None) => Ok(cells),
    }
}

fn check(row: &Row<'_>) -> Read<()> {
    let zone = optional(row, "zone", notation::zone)?.unwrap_or(Tz::UTC);
    let found = compute(row, zone)?;
    match (row["due"].strip_prefix("none: "), found) {
        (Some(expected), Err(error)) => same("error", expected, &error),
        (Some(_), Ok(due)) => Err(format!("due {}", shown(due.current, zone))),
        (None, Err(error)) => Err(error),
        (None, Ok(due)) => {
            same("due", row["due"], &like(row["due"], due.current, zone)?)?;
            optional(row, "original", |text| {
                same("original", text, &like(text, due.original, zone)?)
            })?;
            let warnings: Vec<String> =
                due.warnings().map(|warning| named(warning).to_owned()).collect();
            row.get("warning")
                .map_or(Ok(()), |expected| same("warning", expected, &warnings.join(", ")))
        }
    }
}

pub(crate) fn same(what: &str, expected: &str, found: &str) -> Read<()> {
    if expected == found {
        Ok(())
    } else {
        Err(format!("{what}: expected {expected}, found {found}"))
    }
}

fn compute(row: &Row<'_>, zone: Tz) -> Read<Result<DueDate, String>> {
    let start = notation::moment(without_weekday(row["start"])?, zone)?;
    let due = match row["period"].strip_prefix("by ") {
        Some(fixed) => Due::On(notation::moment(without_weekday(fixed)?, zone)?),
        None => Due::Within(notation::period(row["period"])?),
    };
    let paused = list(row, "paused", |text| {
        let (from, to) =
            text.split_once(" to ").map_or((text, None), |(from, to)| (from, Some(to)));
        notation::pause(from, to)
    })?;
    let limit = Limit {
        due: &due,
        hours: optional(row, "hours", notation::hours)?.unwrap_or(HourRule::Exact),
        roll: optional(row, "roll", notation::roll)?.unwrap_or(Roll::None),
        paused: &paused,
        extended: &list(row, "extended", |text| notation::extension(without_weekday(text)?))?,
        working_days: &optional(row, "calendar", calendar)?
            .unwrap_or_else(WorkingDays::monday_to_friday),
        open_pauses_through: optional(row, "as of", notation::date)?.unwrap_or(NaiveDate::MIN),
    };
    Ok(due_date(&start, zone, &limit).map_err(|error| error.to_string()))
}

/// A built-in calendar by its id, or a weekend in words: `Friday and Saturday are free`.
fn calendar(text: &str) -> Read<WorkingDays> {
    if let Some(days) = text.strip_suffix(" are free") {
        let weekend: Vec<&str> =
            days.split([',', ' ']).filter(|word| !word.is_empty() && *word != "and").collect();
        return Ok(WorkingDays::of(
            &notation::calendar("in words", &weekend, BTreeMap::new())?,
            &BTreeMap::new(),
        ));
    }
    let calendars = built_in::calendars();
    let named = calendars.get(text).ok_or_else(|| format!("no such calendar: {text}"))?;
    Ok(WorkingDays::of(named, &calendars))
}

fn optional<T>(row: &Row<'_>, column: &str, read: impl Fn(&str) -> Read<T>) -> Read<Option<T>> {
    row.get(column).copied().filter(|text| !text.is_empty()).map(read).transpose()
}

fn list<T>(row: &Row<'_>, column: &str, read: impl Fn(&str) -> Read<T>) -> Read<Vec<T>> {
    let cell = row.get(column).copied().unwrap_or_default();
    cell.split(';').map(str::trim).filter(|text| !text.is_empty()).map(read).collect()
}

fn without_weekday(text: &str) -> Read<&str> {
    match text.split_once(' ') {
        Some((weekday, rest)) if weekday.len() == 3 && weekday.chars().all(char::is_alphabetic) => {
            let day = notation::date(rest.get(..10).unwrap_or(rest))?;
            same("weekday", weekday, &day.format("%a").to_string()).map(|()| rest)
        }
        _ => Ok(text),
    }
}

/// The due date as its cell writes it: with the weekday where the cell names one.
fn like(cell: &str, when: When, zone: Tz) -> Read<String> {
    let shown = shown(when, zone);
    Ok(if without_weekday(cell)? == cell {
        shown
    } else {
        format!("{} {shown}", when.date(zone).format("%a"))
    })
}

fn shown(when: When, zone: Tz) -> String {
    match when {
        When::EndOf(day) => day.to_string(),
        When::NoonOf(day) => format!("{day} noon"),
        When::At(instant) => instant.with_timezone(&zone).format("%Y-%m-%d %H:%M").to_string(),
    }
}

fn named(warning: Warning) -> &'static str {
    match warning {
        Warning::OutsideCalendar { .. } => "outside the calendar",
        Warning::BeforeStart { .. } => "before the start",
        Warning::ExtensionShortens { .. } => "less time",
    }
}

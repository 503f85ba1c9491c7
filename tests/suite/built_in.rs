//! The calendars that are built in: `src/load/builtin`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use chrono::Datelike;
use overdue::model::{Calendar, Id};
use serde::Deserialize;

use crate::notation;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CalendarFile {
    title: String,
    weekend: Vec<String>,
    covers: (i32, i32),
    note: String,
    holidays: BTreeMap<String, String>,
}

/// The files of one kind with their ids, in order.
fn files(kind: &str) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/load/builtin").join(kind);
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder).expect("the folder").map(|entry| entry.expect("a file").path()).collect();
    paths.sort();
    let id = |path: &PathBuf| path.file_stem().expect("a name").to_string_lossy().into_owned();
    paths.iter().map(|path| (id(path), fs::read_to_string(path).expect("text"))).collect()
}

/// The built-in calendars.
pub(crate) fn calendars() -> BTreeMap<Id, Calendar> {
    files("calendars").iter().map(|(id, text)| (Id::from(id.as_str()), calendar(id, text))).collect()
}

fn calendar(id: &str, text: &str) -> Calendar {
    let file: CalendarFile = serde_yaml::from_str(text).unwrap_or_else(|problem| panic!("{id}: {problem}"));
    let holidays = file.holidays.into_iter().map(|(day, name)| (notation::date(&day).expect("a date"), name)).collect();
    let weekend: Vec<&str> = file.weekend.iter().map(String::as_str).collect();
    assert!(!file.note.is_empty(), "{id}: where the holidays are from is said");
    let plain = notation::calendar(id, &weekend, holidays).expect("a calendar");
    Calendar { title: file.title, covers: Some(file.covers), ..plain }
}

#[test]
fn built_in_calendars_have_a_holiday_in_each_year_that_they_cover_and_none_in_another() {
    for (id, calendar) in calendars() {
        let (first, last) = calendar.covers.expect("the years are said");
        let years: Vec<i32> = calendar.holidays.keys().map(|day| day.year()).collect();
        assert!((first..=last).all(|year| years.contains(&year)), "{id} has a year without holidays");
        assert!(years.iter().all(|year| (first..=last).contains(year)), "{id} has holidays in years that it does not cover");
    }
}

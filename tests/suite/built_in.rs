//! The calendars and regimes that are built in: `src/load/built_in`.
//!
//! Read here apart from the program's own parser, so that the data is known to be sound before
//! anything is made of it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use chrono::{Datelike, NaiveDate};
use overdue::clock::{FreeDay, WorkingDays};
use overdue::model::{Calendar, DocumentKind, Id};
use serde::Deserialize;

use crate::notation;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CalendarFile {
    title: String,
    weekend: Vec<String>,
    covers: Option<(i32, i32)>,
    lists: String,
    source: String,
    note: Option<String>,
    #[serde(default)]
    includes: Vec<String>,
    #[serde(default)]
    holidays: BTreeMap<String, String>,
}

/// The files of one kind with their ids, in order.
fn files(kind: &str) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/load/built_in").join(kind);
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the folder")
        .map(|entry| entry.expect("a file").path())
        .collect();
    paths.sort();
    let id = |path: &PathBuf| path.file_stem().expect("a name").to_string_lossy().into_owned();
    paths.iter().map(|path| (id(path), fs::read_to_string(path).expect("text"))).collect()
}

/// The built-in calendars.
pub(crate) fn calendars() -> BTreeMap<Id, Calendar> {
    files("calendars")
        .iter()
        .map(|(id, text)| (Id::from(id.as_str()), calendar(id, text)))
        .collect()
}

fn calendar(id: &str, text: &str) -> Calendar {
    let file: CalendarFile =
        serde_yaml::from_str(text).unwrap_or_else(|problem| panic!("{id}: {problem}"));
    let holidays = file
        .holidays
        .into_iter()
        .map(|(day, name)| (notation::date(&day).expect("a date"), name))
        .collect();
    let weekend: Vec<&str> = file.weekend.iter().map(String::as_str).collect();
    let includes = file.includes.iter().map(|id| Id::from(id.as_str())).collect();
    let plain = notation::calendar(id, &weekend, holidays).expect("a calendar");
    Calendar { title: file.title, covers: file.covers, includes, ..plain }
}

#[test]
fn built_in_calendars_know_free_days_in_each_year_that_they_cover_and_list_none_in_another() {
    let all = calendars();
    for (id, calendar) in &all {
        // Saturdays and Sundays are known of every year.
        let Some((first, last)) = calendar.covers else {
            assert_eq!(id.as_str(), "weekends", "the years are said");
            continue;
        };
        assert!(
            calendar.includes.iter().all(|other| all.contains_key(other)),
            "{id} includes a calendar that is not built in"
        );
        let days = WorkingDays::of(calendar, &all);
        assert_eq!(
            days.known_years(),
            Some((first, last)),
            "{id} does not know the years that it covers, or knows others"
        );
        let listed: Vec<i32> = calendar.holidays.keys().map(Datelike::year).collect();
        assert!(
            listed.iter().all(|year| (first..=last).contains(year)),
            "{id} has holidays in years that it does not cover"
        );
        for year in first..=last {
            let mut year = NaiveDate::from_yo_opt(year, 1).expect("a year").iter_days().take(365);
            assert!(
                year.any(|day| matches!(days.free_day(day), Some(FreeDay::Holiday(_)))),
                "{id} has a year without holidays"
            );
        }
    }
}

#[test]
fn built_in_calendars_reach_from_2005_to_2035_or_say_why_not() {
    for (id, text) in files("calendars") {
        let CalendarFile { covers, lists, source, note, .. } =
            serde_yaml::from_str(&text).expect("a calendar");
        let (first, last) = covers.unwrap_or((2005, 2035));
        assert_eq!(first, 2005, "{id}");
        let why = note.is_some_and(|note| note.to_lowercase().contains("later years"));
        assert!(last >= 2035 || why, "{id} ends in {last} without a reason");
        assert!(
            ["days-off", "legal-periods"].contains(&lists.as_str()),
            "{id}: which days it lists"
        );
        assert!(source.len() > 20, "{id}: what it rests on");
    }
}

#[test]
fn the_days_of_a_built_in_calendar_stand_in_their_order_and_once() {
    for (id, text) in files("calendars") {
        let written: Vec<&str> = text
            .lines()
            .filter_map(|line| line.strip_prefix("  2")?.split_once(':'))
            .map(|(day, _)| day)
            .collect();
        assert!(written.windows(2).all(|pair| pair[0] < pair[1]), "{id}");
        assert_eq!(written.len(), calendars()[&Id::from(id.as_str())].holidays.len(), "{id}");
    }
}

#[test]
fn the_guide_names_every_built_in_calendar() {
    let guide = Path::new(env!("CARGO_MANIFEST_DIR")).join("content/pages/guide/guide-duties.md");
    let guide = fs::read_to_string(guide).expect("the guide");
    let (_, section) = guide.split_once("## Calendars").expect("a section");
    let (section, _) = section.split_once("\n## ").expect("a section after it");
    let named: BTreeSet<&str> = section
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.split_once('|'))
        .flat_map(|(ids, _)| ids.split('`'))
        .collect();
    let missing: Vec<Id> =
        calendars().into_keys().filter(|id| !named.contains(id.as_str())).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

/// Every trigger that a built-in regime starts from. An incident has the first three as keys of its
/// own; the others are written below `triggers`.
const TRIGGERS: [&str; 15] = [
    "occurred",
    "aware",
    "ended",
    "classified",
    "determined",
    "discovered",
    "fixed",
    "materiality-determined",
    "notified",
    "ransom-paid",
    "reasonably-believed",
    "recommended",
    "reported",
    "suspected",
    "threshold-met",
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RegimeFile {
    title: String,
    jurisdiction: String,
    status: String,
    citation: String,
    url: Option<String>,
    quote: Option<String>,
    language: Option<String>,
    note: String,
    compared: ComparedFile,
    #[serde(default)]
    effective: EffectiveFile,
    #[serde(default)]
    effective_in: BTreeMap<String, String>,
    publicly_observable: bool,
    force: String,
    limits: Vec<LimitFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ComparedFile {
    with: String,
    url: Option<String>,
    on: Option<String>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct EffectiveFile {
    from: Option<String>,
    to: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LimitFile {
    id: String,
    report: String,
    title: Option<BTreeMap<String, String>>,
    force: Option<String>,
    within: Option<String>,
    since: Option<SinceFile>,
    unless: Option<UnlessFile>,
    owed_to: Option<String>,
    hours: Option<String>,
    roll: Option<String>,
    roll_reason: Option<String>,
    calendar: Option<String>,
    earliest_of: Option<Vec<StartFile>>,
    fixed: Option<FixedFile>,
    repeat: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct UnlessFile {
    since: String,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum SinceFile {
    Trigger(String),
    Limit { limit: String, document: Option<String> },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StartFile {
    within: String,
    since: SinceFile,
    unless: Option<UnlessFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FixedFile {
    month: u32,
    day: u32,
    years_after: u32,
}

fn regimes() -> Vec<(String, RegimeFile)> {
    let read = |(id, text): (String, String)| {
        let file = serde_yaml::from_str(&text).unwrap_or_else(|problem| panic!("{id}: {problem}"));
        (id, file)
    };
    files("regimes").into_iter().map(read).collect()
}

#[test]
fn built_in_regimes_say_what_they_rest_on() {
    for (id, regime) in regimes() {
        let RegimeFile {
            title,
            jurisdiction,
            status,
            citation,
            url,
            quote,
            language,
            note,
            compared: ComparedFile { with, url: compared_url, on },
            effective,
            effective_in,
            force,
            ..
        } = regime;
        assert!([title, jurisdiction, citation].iter().all(|text| !text.trim().is_empty()), "{id}");
        assert!(["in-force", "proposed", "repealed"].contains(&status.as_str()), "{id}: {status}");
        assert!(["hard", "soft", "promise"].contains(&force.as_str()), "{id}: {force}");
        let known = ["official-site-copy", "mirror", "secondary", "none"];
        assert!(
            known.contains(&with.as_str()),
            "{id}: {with}; nobody has compared a built-in regime with the official journal"
        );
        assert_eq!(on.is_none(), with == "none", "{id}: says when it was compared");
        assert!(compared_url.is_none_or(|url| url.starts_with("http")), "{id}");
        assert!(quote.is_none() || url.is_some(), "{id}: what is quoted can be looked up");
        let foreign = quote.as_ref().is_some_and(|words| {
            words.chars().any(|letter| letter.is_alphabetic() && !letter.is_ascii())
        });
        assert_eq!(
            foreign,
            language.is_some(),
            "{id}: says the language of words that are not English"
        );
        assert!(note.len() > 60, "{id}: says where its words are from, or why there are none");
        let quoted = note.contains("words are") || note.contains("they are as another");
        assert!(quote.is_none() || quoted, "{id}: says whose copy the quoted words are from");
        let days = [effective.from, effective.to, on].into_iter().flatten();
        for day in days.chain(effective_in.into_values()) {
            notation::date(&day).unwrap_or_else(|unread| panic!("{id}: {unread}"));
        }
    }
}

#[test]
fn built_in_limits_can_be_read_and_start_from_what_exists() {
    let kinds: Vec<&str> = DocumentKind::NAMES.iter().map(|(_, name)| *name).collect();
    let mut triggers = BTreeSet::new();
    for (id, regime) in regimes() {
        let ids: BTreeSet<&str> = regime.limits.iter().map(|limit| limit.id.as_str()).collect();
        assert_eq!(ids.len(), regime.limits.len(), "{id}: a limit is there twice");
        for limit in &regime.limits {
            let place = format!("{id}/{}", limit.id);
            assert!(
                kinds[..5].contains(&limit.report.as_str()),
                "{place}: {} stops no clock",
                limit.report
            );
            let starts = limit
                .earliest_of
                .iter()
                .flatten()
                .map(|start| (Some(&start.within), Some(&start.since)));
            for (within, since) in starts.chain([(limit.within.as_ref(), limit.since.as_ref())]) {
                within.map(|text| {
                    notation::period(text).unwrap_or_else(|unread| panic!("{place}: {unread}"))
                });
                match since {
                    Some(SinceFile::Limit { limit, document }) => {
                        assert!(ids.contains(limit.as_str()), "{place}: no limit {limit}");
                        assert!(document.as_deref().is_none_or(|word| word == "latest"), "{place}");
                    }
                    Some(SinceFile::Trigger(name)) => drop(triggers.insert(name.clone())),
                    None => assert!(within.is_none(), "{place}: a period from nowhere"),
                }
            }
            let own = limit.earliest_of.iter().flatten().filter_map(|one| one.unless.as_ref());
            triggers.extend(own.chain(&limit.unless).map(|unless| unless.since.clone()));
            checked_terms(&place, limit);
        }
    }
    assert_eq!(triggers, TRIGGERS.map(str::to_owned).into());
}

fn checked_terms(place: &str, limit: &LimitFile) {
    let LimitFile {
        owed_to, title, force, hours, roll, roll_reason, calendar, fixed, repeat, ..
    } = limit;
    let languages = title.iter().flat_map(|title| title.keys().map(String::as_str));
    assert!(
        title.is_none() || languages.eq(["en", "fr", "ko"]),
        "{place}: a name in each language"
    );
    assert!(force.as_deref().is_none_or(|word| ["hard", "soft"].contains(&word)), "{place}");
    let stays = roll.as_deref() == Some("none");
    assert_eq!(stays, roll_reason.is_some(), "{place}: says why a due date stays");
    hours
        .as_deref()
        .map(|text| notation::hours(text).unwrap_or_else(|unread| panic!("{place}: {unread}")));
    roll.as_deref()
        .map(|text| notation::roll(text).unwrap_or_else(|unread| panic!("{place}: {unread}")));
    repeat
        .as_deref()
        .map(|text| notation::period(text).unwrap_or_else(|unread| panic!("{place}: {unread}")));
    assert!(
        calendar.as_deref().is_none_or(|id| calendars().contains_key(id)),
        "{place}: no such calendar"
    );
    assert!(owed_to.as_deref() != Some(""), "{place}");
    if let Some(FixedFile { month, day, years_after }) = fixed {
        assert!((1..=12).contains(month) && (1..=31).contains(day) && *years_after < 10, "{place}");
    }
}

#[test]
fn what_is_filed_in_confidence_is_not_observable_and_what_is_published_is() {
    let observable: Vec<String> = regimes()
        .into_iter()
        .filter(|(_, regime)| regime.publicly_observable)
        .map(|(id, _)| id)
        .collect();
    let published = [
        "au-senate-reply",
        "ca-committee-reply",
        "entsoe-ics-3",
        "eu-air-996",
        "eu-marine",
        "eu-rail",
        "icao-annex13",
        "ie-mcib",
        "no-rail",
        "uk-committee-reply",
        "uk-coroner-pfd",
        "uk-raib-reg11",
        "us-hipaa-408",
        "us-nrc-ler",
        "us-ntsb-reply",
        "us-ntsb",
        "us-sec-8k-105",
        "us-wa-breach",
    ];
    assert_eq!(observable, published);
}

#[test]
fn a_duty_in_force_says_since_when() {
    let undated: Vec<String> = regimes()
        .into_iter()
        .filter(|(_, regime)| regime.status == "in-force" && regime.effective.from.is_none())
        .map(|(id, _)| id)
        .collect();
    assert_eq!(undated, Vec::<String>::new());
}

/// Whoever looks at such a limit may be told that somebody is late: then a day on which nobody
/// takes the document must not count.
#[test]
fn a_hard_limit_that_the_public_sees_names_the_calendar_of_the_receiving_body_and_how_it_rolls() {
    for (id, regime) in regimes() {
        if regime.status != "in-force" || !regime.publicly_observable {
            continue;
        }
        for limit in regime.limits {
            if limit.force.as_ref().unwrap_or(&regime.force) == "hard" {
                let stays = limit.roll_reason.is_some();
                let moves = limit.calendar.is_some() && limit.roll.is_some();
                assert!(stays || moves, "{id}/{}", limit.id);
            }
        }
    }
}

#[test]
fn no_duty_comes_under_two_names() {
    let (mut by_text, mut by_title) = (BTreeMap::new(), BTreeMap::new());
    for (id, text) in files("regimes") {
        let title = regimes()
            .into_iter()
            .find(|(other, _)| *other == id)
            .map(|(_, regime)| (regime.jurisdiction, regime.title));
        assert_eq!(by_text.insert(text, id.clone()), None, "{id}");
        assert_eq!(by_title.insert(title, id.clone()), None, "{id}");
    }
}

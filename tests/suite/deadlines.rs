//! Due dates computed by an independent program: `tests/vectors/deadlines.json`.

use std::collections::BTreeMap;

use chrono::SecondsFormat;
use overdue::clock::{AsOf, Limit, WorkingDays, due_date};
use overdue::model::{Due, Id};
use serde::Deserialize;

use crate::notation::{self, Read};

#[derive(Deserialize)]
struct Vectors {
    calendars: BTreeMap<String, VectorCalendar>,
    cases: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct VectorCalendar {
    weekend: Vec<String>,
    holidays: Vec<String>,
}

#[derive(Deserialize)]
struct Case {
    since: String,
    timezone: String,
    within: String,
    as_of: String,
    calendar: String,
    hours: String,
    roll: String,
    paused: Vec<VectorPause>,
    extended: Vec<String>,
    why: String,
    // Whatever else a case holds is compared, so a key that nothing here computes fails.
    #[serde(flatten)]
    expected: BTreeMap<String, serde_json::Value>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct VectorPause {
    from: String,
    to: String,
}

#[test]
fn every_vector_gives_the_due_date_of_the_independent_program() {
    let vectors: Vectors = serde_json::from_str(include_str!("../vectors/deadlines.json"))
        .expect("the vectors can be read");
    let calendars: BTreeMap<&str, WorkingDays> = vectors
        .calendars
        .iter()
        .map(|(name, calendar)| (name.as_str(), working_days(name, calendar).expect("a calendar")))
        .collect();
    let wrong: Vec<String> = vectors
        .cases
        .iter()
        .enumerate()
        .filter_map(|(number, case)| {
            let found = compute(case, &calendars[case.calendar.as_str()])
                .unwrap_or_else(|unread| panic!("case {number}: {unread}"));
            let expected = serde_json::to_value(&case.expected).expect("plain JSON");
            (found != expected).then(|| {
                format!("case {number} ({}): expected {expected}, found {found}", case.why)
            })
        })
        .collect();
    assert!(
        wrong.is_empty(),
        "{} of {} are wrong:\n{}",
        wrong.len(),
        vectors.cases.len(),
        wrong.join("\n")
    );
}

fn working_days(name: &str, calendar: &VectorCalendar) -> Read<WorkingDays> {
    let weekend: Vec<&str> = calendar.weekend.iter().map(String::as_str).collect();
    let holidays = calendar
        .holidays
        .iter()
        .map(|day| Ok((notation::date(day)?, day.clone())))
        .collect::<Read<_>>()?;
    Ok(WorkingDays::of(&notation::calendar(name, &weekend, holidays)?, &BTreeMap::<Id, _>::new()))
}

fn compute(case: &Case, working_days: &WorkingDays) -> Read<serde_json::Value> {
    let zone = notation::zone(&case.timezone)?;
    let as_of = notation::date(&case.as_of)?;
    let paused: Vec<_> = case
        .paused
        .iter()
        .map(|pause| notation::pause(&pause.from, Some(&pause.to)))
        .collect::<Read<_>>()?;
    let extended: Vec<_> =
        case.extended.iter().map(|to| notation::extension(to)).collect::<Read<_>>()?;
    let limit = Limit {
        due: &Due::Within(notation::period(&case.within)?),
        hours: notation::hours(&case.hours)?,
        roll: notation::roll(&case.roll)?,
        paused: &paused,
        extended: &extended,
        working_days,
        open_pauses_through: as_of,
    };
    Ok(match due_date(&notation::moment(&case.since, zone)?, zone, &limit) {
        Err(error) => serde_json::json!({ "error": error.to_string() }),
        Ok(due) => serde_json::json!({
            "due": due.current.written(),
            "due_ends": due.current.ends(),
            "due_instant": due.current.instant(zone).to_rfc3339_opts(SecondsFormat::Secs, true),
            "overdue_days": due.overdue_days(AsOf::Day(as_of)),
        }),
    })
}

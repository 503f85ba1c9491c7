//! Elapsed days computed by an independent program: `tests/vectors/elapsed.json`, through the whole
//! of the program.

use rayon::prelude::*;
use serde::Deserialize;

use crate::harness::incident;

/// One case; a key that is not known fails.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Case {
    pub(crate) occurred: String,
    pub(crate) timezone: String,
    pub(crate) as_of: String,
    pub(crate) days: Option<i64>,
    pub(crate) at_least: Option<bool>,
    pub(crate) error: Option<String>,
    #[expect(dead_code, reason = "it is shown with a case that fails")]
    pub(crate) why: String,
}

/// Every case.
pub(crate) fn cases() -> Vec<Case> {
    serde_json::from_str(include_str!("../vectors/elapsed.json")).expect("the vectors can be read")
}

#[test]
fn every_vector_gives_the_days_of_the_independent_program() {
    let cases = cases();
    assert!(cases.len() > 100, "{} cases", cases.len());
    let wrong: Vec<String> = cases
        .par_iter()
        .filter_map(|case| check(case).err().map(|found| format!("{case:?}\n  gave {found}")))
        .collect();
    assert!(wrong.is_empty(), "{} of {} differ:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

fn check(case: &Case) -> Result<(), String> {
    let compiled =
        incident(&format!("occurred: \"{}\"\ntimezone: {}", case.occurred, case.timezone))
            .as_of_in(&case.as_of, &case.timezone);
    // That a moment is another day in the record's zone is told, and counts no less.
    let codes: Vec<String> =
        compiled.codes().into_iter().filter(|code| code != "date-elsewhere:3").collect();
    if let Some(error) = &case.error {
        let expected = match error.as_str() {
            // What is later than an as-of that was asked for does not exist yet: there is no count,
            // and no page.
            "as-of is before the event" => {
                let has_row = codes.is_empty() && compiled.find_clock("a/final-report").is_some();
                let has_page = compiled.has("incidents/a/index.html");
                return if codes.is_empty() && !has_row && !has_page {
                    Ok(())
                } else {
                    Err(format!("{codes:?}, a row or a page"))
                };
            }
            "this local time was skipped by a clock change" => "time-skipped:3",
            "this local time happened twice" => "time-twice:3",
            other => return Err(format!("an error that nothing here knows: {other}")),
        };
        return if codes == [expected] { Ok(()) } else { Err(format!("{codes:?}")) };
    }
    if !codes.is_empty() {
        return Err(compiled.complaints());
    }
    let Some(row) = compiled.find_clock("a/final-report") else { return Err("no row".to_owned()) };
    let found = (row["elapsed_days"].as_i64(), row["at_least"].as_bool());
    let page = compiled.words("incidents/a/index.html");
    let days = case.days.expect("days or an error");
    if found != (case.days, case.at_least) {
        return Err(format!("{found:?}"));
    }
    let grouped = grouped(days);
    let said = format!("{grouped} {}", if days == 1 { "day" } else { "days" });
    if page.contains(&said) {
        Ok(())
    } else {
        Err(format!("a page that does not say {said}: {page}"))
    }
}

/// `2083` as `2,083`.
pub(crate) fn grouped(number: i64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

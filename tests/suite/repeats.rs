//! Documents that are owed again and again until a final one is there: cases of an independent
//! program (`tests/vectors/repeats.json`), the rules in words (`tests/rules/again-and-again.md`),
//! and what every channel says of them.

use rayon::prelude::*;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::harness::{Compiled, Folder, site};
use crate::notation::Read;
use crate::rules::{self, Row};

const CLOCK: &str = "a/own/again";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    since: String,
    repeat: String,
    documents: Vec<String>,
    #[serde(rename = "final")]
    last: Option<String>,
    as_of: String,
    instances: Vec<Value>,
    standing: String,
    overdue_days: Option<i64>,
    why: String,
}

/// An incident with a statement that is owed again and again, the statements, and a final report.
fn series(start: &str, every: &str, documents: &[&str], last: Option<&str>, lines: &str) -> String {
    let mut text = format!(
        "-- content/incidents/a.md --\n---\ntitle: An accident\noccurred: {start}\n\
         regimes: [{{regime: own, from: bureau{lines}}}]\n---\n\
         -- content/organisations/bureau.md --\n---\ntitle: The bureau\nrole: investigator\n---\n\
         -- content/regimes/own.yaml --\ntitle: A duty of our own\neffective: {{from: 1990-01-01}}\nforce: hard\n\
         limits:\n  - {{id: last, report: final-report}}\n  \
         - {{id: again, report: interim-report, repeat: {every}, until: last, roll: none}}\n"
    );
    let statements = documents.iter().map(|day| (*day, "interim-report"));
    for (nth, (day, kind)) in statements.chain(last.map(|day| (day, "final-report"))).enumerate() {
        text += &format!(
            "-- content/responses/r{nth}.md --\n---\ntitle: Document {nth}\nkind: {kind}\ndate: {day}\nby: bureau\nincidents: a\n---\n"
        );
    }
    text
}

#[test]
fn every_vector_gives_the_due_dates_of_the_independent_program() {
    let cases: Vec<Case> = serde_json::from_str(include_str!("../vectors/repeats.json"))
        .expect("the vectors can be read");
    assert_eq!(cases.len(), 69);
    let wrong: Vec<String> = cases
        .par_iter()
        .filter_map(|case| {
            let documents: Vec<&str> = case.documents.iter().map(String::as_str).collect();
            let text = series(&case.since, &case.repeat, &documents, case.last.as_deref(), "");
            let row = site(&text).as_of(&case.as_of).clock(CLOCK);
            let instances: Vec<Value> = row["instances"]
                .as_array()
                .expect("a series has instances")
                .iter()
                .map(|found| {
                    json!({
                        "due": found["due"], "settled_on": found["settled_on"],
                        "days_late": found["days_late"],
                    })
                })
                .collect();
            let found = json!([instances, row["standing"], row["overdue_days"]]);
            let expected = json!([case.instances, case.standing, case.overdue_days]);
            (found != expected).then(|| {
                format!("{} ({}): expected {expected}, found {found}", case.since, case.why)
            })
        })
        .collect();
    assert!(wrong.is_empty(), "{} are wrong:\n{}", wrong.len(), wrong.join("\n"));
}

/// Whether a row of the rules gives what it says.
pub(crate) fn check(row: &Row<'_>) -> Read<()> {
    let documents: Vec<&str> = row["documents"].split("; ").filter(|day| !day.is_empty()).collect();
    let last = Some(row["final"]).filter(|day| !day.is_empty());
    let built = site(&series(row["start"], row["every"], &documents, last, "")).as_of(row["as of"]);
    let clock = built.find_clock(CLOCK).ok_or_else(|| built.complaints())?;
    let told = |instance: &Value| {
        let text = |key: &str| instance[key].as_str().unwrap_or_default().to_owned();
        let due = text("due");
        match (instance["settled_on"].as_str(), instance["days_late"].as_i64()) {
            (Some(on), Some(late)) => format!("{due} by {on}, {late} late"),
            (Some(on), None) => format!("{due} by {on}"),
            (None, _) if *due < *row["as of"] => format!("{due} missed"),
            (None, _) => format!("{due} to come"),
        }
    };
    let instances = clock["instances"].as_array().ok_or("no instances")?;
    let dues: Vec<String> = instances.iter().map(told).collect();
    let dues = if dues.is_empty() { "none".to_owned() } else { dues.join("; ") };
    let standing = clock["standing"].as_str().unwrap_or_default();
    let standing = clock["overdue_days"]
        .as_i64()
        .map_or_else(|| standing.to_owned(), |days| format!("{standing} by {days}"));
    rules::same("due dates", row["due dates"], &dues)?;
    rules::same("standing", row["standing"], &standing)
}

fn page(built: &Compiled) -> String {
    built.words("incidents/a/index.html")
}

#[test]
fn a_final_report_in_time_leaves_nothing_owed_and_leads_nothing() {
    let text = series("2022-06-10", "1 year", &[], Some("2023-05-01"), ", checked: 2026-11-28");
    let built = site(&text).as_of("2026-11-30");
    let row = built.clock(CLOCK);
    assert_eq!(
        json!([
            row["standing"],
            row["freshness"],
            row["headline"],
            row["due"],
            row["elapsed_days"]
        ]),
        json!(["ended", "settled", false, null, 325])
    );
    assert_eq!(row["stopped_by"], "r0");
    let home = built.words("index.html");
    assert!(!home.contains("1,634"), "{home}");
    let page = page(&built);
    assert!(
        page.contains(": no longer owed, since the final report was published on 1 May 2023."),
        "{page}"
    );
    assert!(!page.contains("None was found for"), "{page}");
    let badge = built.text("badges/a/own/again.json");
    assert!(
        badge.contains("no longer owed since the final document, published on 1 May 2023"),
        "{badge}"
    );
    let statistics = built.text("data/statistics.json");
    assert!(!statistics.contains("interim-report"), "{statistics}");
    assert!(!built.words("agenda/index.html").contains("Interim report"));
}

#[test]
fn what_was_missed_stays_told_after_the_final_report() {
    let text = series("2023-02-28", "1 year", &[], Some("2025-02-27"), ", checked: 2024-12-01");
    let seen = page(&site(&text).as_of("2026-11-30"));
    assert!(seen.contains("None was found for 28 February 2024."), "{seen}");
    let text = series("2023-02-28", "1 year", &[], Some("2025-02-27"), "");
    let unseen = page(&site(&text).as_of("2026-11-30"));
    assert!(
        unseen.contains("None is recorded for 28 February 2024, and nobody has recorded looking."),
        "{unseen}"
    );
}

#[test]
fn a_late_statement_settles_its_own_date_and_the_next_falls_due() {
    let text = series("2022-05-01", "1 year", &["2023-06-10"], None, ", checked: 2026-11-28");
    let built = site(&text).as_of("2026-11-30");
    let row = built.clock(CLOCK);
    assert_eq!(
        json!([
            row["standing"],
            row["due"],
            row["overdue_days"],
            row["elapsed_days"],
            row["evidenced_days"]
        ]),
        json!(["overdue", "2024-05-01", 943, 1269, 1267])
    );
    assert_eq!(
        row["instances"][0],
        json!({"due": "2023-05-01", "settled_by": "r0", "settled_on": "2023-06-10", "days_late": 40})
    );
    assert_eq!(
        row["statement"],
        "1,269 days after the interim report of 10 June 2023, without another interim report from The bureau on \
         “An accident”, as of 30 November 2026."
    );
    let page = page(&built);
    assert!(page.contains("Legal limit: 1 May 2024; passed 943 days ago"), "{page}");
    assert!(page.contains("2 later dates have passed as well"), "{page}");
    assert!(page.contains("1 May 2023: settled 40 days late, 10 June 2023"), "{page}");
    assert!(page.contains("1 May 2025: none found"), "{page}");
    assert!(page.contains("1 May 2027: not passed"), "{page}");
    let response = built.words("responses/r0/index.html");
    assert!(response.contains("It is the one due on 1 May 2023, 40 days late"), "{response}");
    assert!(!response.contains("The count stopped that day"), "{response}");
    let feed = built.text("feed.json");
    for due in ["2023-05-01", "2024-05-01", "2025-05-01", "2026-05-01"] {
        assert!(feed.contains(&format!("/limit/{due}")), "{due}: {feed}");
    }
    assert!(!feed.contains("incidents/a/own/again/1000-days"), "its due dates are told instead");
    let calendar = built.text("agenda.ics");
    assert!(calendar.contains("DTSTART;VALUE=DATE:20270501"), "{calendar}");
}

#[test]
fn what_nobody_looked_for_is_announced_nowhere_and_never_called_missed() {
    let text = series("2022-05-01", "1 year", &["2023-06-10"], None, "");
    let built = site(&text).as_of("2026-11-30");
    let feed = built.text("feed.json");
    assert!(feed.contains("/limit/2023-05-01"), "the late document proves this one: {feed}");
    assert!(!feed.contains("/limit/2024-05-01"), "{feed}");
    let page = page(&built);
    assert!(
        page.contains("1,269 days since the interim report of 10 June 2023. No later interim report from The bureau is recorded here, and nobody has recorded looking for one."),
        "{page}"
    );
    assert!(page.contains("1 May 2024: none recorded, and nobody has recorded looking"), "{page}");
}

#[test]
fn the_author_of_a_document_can_say_which_date_it_settles() {
    let text = series("2022-05-01", "1 year", &["2025-04-01"], None, "")
        .replace("incidents: a\n", "incidents: a\nstops: a/own/again@2024-05-01\n");
    let row = site(&text).as_of("2025-12-01").clock(CLOCK);
    assert_eq!(row["instances"][1]["settled_on"], "2025-04-01");
    assert_eq!(row["instances"][1]["days_late"], 335);
    assert_eq!(row["instances"][2]["settled_on"], Value::Null);
}

#[test]
fn a_statement_handed_over_settles_its_date_and_the_days_go_on() {
    let text = series("2022-05-01", "1 year", &["2023-04-20"], None, ", checked: 2023-12-01")
        .replace("date: 2023-04-20", "delivered: 2023-04-20");
    let row = site(&text).as_of("2023-12-01").clock(CLOCK);
    assert_eq!(
        json!([row["standing"], row["instances"][0]["settled_on"], row["elapsed_days"]]),
        json!(["waiting", "2023-04-20", 579])
    );
}

#[test]
fn a_document_known_to_the_month_is_not_late_if_it_may_have_been_in_time() {
    let text = series("2022-05-15", "1 year", &["2023-05"], None, "");
    let row = site(&text).as_of("2023-12-01").clock(CLOCK);
    assert_eq!(row["instances"][0]["days_late"], Value::Null);
    assert_eq!(row["at_least"], true);
}

#[test]
fn without_a_limit_that_ends_it_a_final_report_does() {
    let text = series("2022-05-01", "1 year", &[], Some("2023-01-01"), "")
        .replace("  - {id: last, report: final-report}\n", "")
        .replace(", until: last", "");
    let built = site(&text).as_of("2026-11-30");
    assert_eq!(built.clock(CLOCK)["standing"], "ended", "{}", built.complaints());
    assert_eq!(built.clock(CLOCK)["headline"], true, "it is the only one that there is");
}

#[test]
fn a_date_on_a_free_day_moves_and_the_others_stay() {
    let text = series("2022-05-01", "1 year", &[], None, "");
    let moved = text.replace("roll: none", "roll: next-working-day, calendar: fr");
    let row = site(&moved).as_of("2023-12-01").clock(CLOCK);
    // 1 May is a holiday in France.
    assert_eq!(row["instances"][0]["due"], "2023-05-02");
    assert_eq!(row["instances"][1]["due"], "2024-05-02");
}

#[test]
fn prose_counts_on_a_fixed_day_from_the_document_that_was_the_last_then() {
    let mut text = series("2022-05-01", "1 year", &["2023-06-10"], None, ", checked: 2026-11-28");
    text += "-- content/articles/x.md --\n---\ntitle: X\ndate: 2024-01-01\nincidents: a\n---\n\
             Then {{ days(\"a/own/again\", as_of=\"2023-06-09\") }}, later {{ days(\"a/own/again\", as_of=\"2023-06-20\") }}, \
             now {{ days(\"a/own/again\") }}.\n";
    let words = site(&text).as_of("2026-11-30").words("articles/x/index.html");
    assert!(words.contains("Then 404 days on 9 June 2023"), "{words}");
    assert!(words.contains("later 10 days on 20 June 2023"), "{words}");
    assert!(words.contains("now 1,269 days"), "{words}");
}

#[test]
fn the_newsletter_tells_which_date_a_statement_settles_and_that_none_is_owed_any_more() {
    let text = series(
        "2022-05-01",
        "1 year",
        &["2023-06-10"],
        Some("2024-03-01"),
        ", checked: 2024-02-20",
    );
    let folder = Folder::of(&text);
    let said = folder.run(&["diff", "2023-04-01", "2023-07-01"]).out;
    assert!(
        said.contains("The interim report from The bureau due by 1 May 2023 appeared on 10 June 2023, 40 days late"),
        "{said}"
    );
    let said = folder.run(&["diff", "2024-02-01", "2024-04-01"]).out;
    assert!(said.contains("The interim report from The bureau is no longer owed"), "{said}");
}

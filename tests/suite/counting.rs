//! Counting: what stops a clock, how far a check reaches, and what an as-of leaves out.

use chrono::{Days, NaiveDate};
use serde_json::json;

use crate::harness::{demonstration, files_of, incident, site};

/// A site of one incident `a` awaiting a final report from `ovh`, with responses.
fn with_responses(awaiting: &str, responses: &[&str]) -> crate::harness::Site {
    let mut text = format!(
        "-- content/incidents/a.md --\n---\ntitle: A fire\noccurred: 2021-03-10\nawaiting:\n{awaiting}\n---\n\
         -- content/organisations/ovh.md --\n---\ntitle: The operator\n---\n\
         -- content/organisations/bea.md --\n---\ntitle: The investigators\n---\n"
    );
    for (number, lines) in responses.iter().enumerate() {
        text.push_str(&format!("-- content/responses/r{number}.md --\n---\ntitle: Response {number}\nincidents: [a]\n{lines}\n---\n"));
    }
    site(&text)
}

/// The id of the response that stops `a/final-report`, as of the end of 2022.
fn stopped_by(awaiting: &str, responses: &[&str]) -> Option<String> {
    let compiled = with_responses(awaiting, responses).as_of("2022-12-31");
    let is_known = |found: &String| found.starts_with("document-stops-nothing:");
    assert!(compiled.codes().iter().all(is_known), "{}", compiled.complaints());
    compiled.clock("a/final-report")["stopped_by"].as_str().map(str::to_owned)
}

const ANY: &str = "  - report: final-report";
const FROM_OVH: &str = "  - {report: final-report, from: ovh}";

#[test]
fn title_and_day_alone_await_one_final_report_from_anyone() {
    let compiled = incident("occurred: 2021-03-10").as_of("2022-12-07");
    assert_eq!(compiled.complaints(), "");
    let rows = compiled.rows("data/clocks.json");
    assert_eq!(rows.len(), 1);
    let expected = json!({
        "incident": "a", "clock": "final-report", "report": "final-report", "from": null, "since": "2021-03-10", "timezone": "UTC",
        "document": "final report", "as_of": "2022-12-07", "elapsed_days": 637, "at_least": false, "standing": "waiting", "freshness": "unchecked", "checked": null,
        "evidenced_days": null, "due": null, "due_ends": null, "due_original": null, "provisional": false, "overdue_days": null,
        "days_late": null, "stopped_by": null, "stopped_on": null, "missing": null, "headline": true, "force": "soft",
        "url": rows[0]["url"], "due_doubtful": false, "instances": null, "evidence_until": null,
        "statement": "A fire: 637 days since the incident, as of 7 December 2022. No final report is recorded by A watch, and nobody has \
                      recorded looking for one.",
    });
    assert_eq!(rows[0], expected);
    let url = rows[0]["url"].as_str().expect("a URL");
    assert!(url.starts_with("https://watch.example/incidents/a/#"), "{url}");
}

#[test]
fn the_page_of_a_minimal_site_says_how_many_days_and_that_no_check_is_recorded() {
    let compiled = incident("occurred: 2021-03-10").as_of("2022-12-07");
    let page = compiled.words("incidents/a/index.html");
    assert!(page.contains("637 days"), "{page}");
    assert!(page.to_lowercase().contains("no check"), "{page}");
    assert!(page.contains("7 December 2022"), "{page}");
    for path in [
        "index.html",
        "incidents/index.html",
        "404.html",
        "data/incidents.json",
        "data/responses.json",
    ] {
        assert!(compiled.has(path), "{path} is missing");
    }
    assert_eq!(compiled.text("data/responses.json").trim().replace('\n', ""), "[]");
}

#[test]
fn a_response_stops_the_clock_of_its_kind_only() {
    assert_eq!(stopped_by(ANY, &["kind: final-report\ndate: 2022-05-27"]).as_deref(), Some("r0"));
    assert_eq!(stopped_by(ANY, &["kind: interim-report\ndate: 2022-05-27"]), None);
    assert_eq!(stopped_by(ANY, &["kind: statement\ndate: 2022-05-27"]), None);
}

#[test]
fn where_the_clock_names_who_owes_it_only_theirs_counts() {
    let theirs = "kind: final-report\ndate: 2022-06-01\nby: ovh";
    let others = "kind: final-report\ndate: 2022-05-27\nby: [bea]";
    let both = "kind: final-report\ndate: 2022-07-01\nby: [bea, ovh]";
    assert_eq!(stopped_by(FROM_OVH, &[others]), None);
    assert_eq!(stopped_by(FROM_OVH, &[others, theirs]).as_deref(), Some("r1"));
    assert_eq!(stopped_by(FROM_OVH, &[others, both]).as_deref(), Some("r1"));
    assert_eq!(stopped_by(ANY, &[others, theirs]).as_deref(), Some("r0"));
    assert_eq!(stopped_by(FROM_OVH, &["kind: final-report\ndate: 2022-06-01"]), None);
}

#[test]
fn the_earliest_document_stops_the_clock() {
    let later = "kind: final-report\ndate: 2022-05-27";
    let earlier = "kind: final-report\ndate: 2022-05-26";
    assert_eq!(stopped_by(ANY, &[later, earlier]).as_deref(), Some("r1"));
    assert_eq!(stopped_by(ANY, &[earlier, later]).as_deref(), Some("r0"));
}

#[test]
fn a_response_without_a_date_is_not_public_and_stops_nothing() {
    assert_eq!(stopped_by(ANY, &["kind: final-report"]), None);
}

#[test]
fn stops_overrules_the_matching() {
    let statement = "kind: statement\ndate: 2022-05-27\nstops: [a/final-report]";
    assert_eq!(stopped_by(ANY, &[statement]).as_deref(), Some("r0"));
    assert_eq!(
        stopped_by(
            FROM_OVH,
            &["kind: final-report\nby: bea\ndate: 2022-05-27\nstops: a/final-report"]
        )
        .as_deref(),
        Some("r0")
    );
    assert_eq!(stopped_by(ANY, &["kind: final-report\ndate: 2022-05-27\nstops: []"]), None);
}

#[test]
fn a_document_counts_from_its_own_day_on() {
    let made = with_responses(ANY, &["kind: final-report\ndate: 2022-12-06"]);
    let day_before = made.as_of("2022-12-05").clock("a/final-report");
    assert_eq!(
        (&day_before["standing"], &day_before["elapsed_days"]),
        (&json!("waiting"), &json!(635))
    );
    let same_day = made.as_of("2022-12-06").clock("a/final-report");
    assert_eq!(
        (&same_day["standing"], &same_day["elapsed_days"]),
        (&json!("published"), &json!(636))
    );
    assert_eq!(
        (&same_day["stopped_by"], &same_day["stopped_on"]),
        (&json!("r0"), &json!("2022-12-06"))
    );
    let later = made.as_of("2026-11-22").clock("a/final-report");
    assert_eq!((&later["elapsed_days"], &later["freshness"]), (&json!(636), &json!("settled")));
}

#[test]
fn a_document_handed_over_and_not_public_is_delivered() {
    let made = with_responses(ANY, &["kind: final-report\ndelivered: 2022-01-15"]);
    let row = made.as_of("2022-12-07").clock("a/final-report");
    assert_eq!((&row["standing"], &row["elapsed_days"]), (&json!("delivered"), &json!(637)));
    assert_eq!(made.as_of("2022-01-14").clock("a/final-report")["standing"], json!("waiting"));
}

#[test]
fn a_closed_clock_stands_at_the_day_it_was_closed() {
    let lines = "occurred: 2021-03-10\nawaiting:\n  - {report: final-report, closed: {on: 2022-01-01, why: the inquiry ended}}";
    let row = incident(lines).as_of("2022-12-07").clock("a/final-report");
    assert_eq!(
        (&row["standing"], &row["freshness"], &row["elapsed_days"]),
        (&json!("closed"), &json!("settled"), &json!(297))
    );
    assert_eq!(
        incident(lines).as_of("2021-12-31").clock("a/final-report")["standing"],
        json!("waiting")
    );
}

#[test]
fn the_headline_is_the_first_clock_unless_it_has_stopped_and_another_has_not() {
    let two = "  - {report: final-report, from: bea}\n  - {id: operator-report, report: final-report, from: ovh}";
    let headlines = |when: &str, responses: &[&str]| -> Vec<bool> {
        let compiled = with_responses(two, responses).as_of(when);
        ["a/final-report", "a/operator-report"]
            .map(|name| compiled.clock(name)["headline"].as_bool().expect("a boolean"))
            .into()
    };
    let first = "kind: final-report\ndate: 2022-05-27\nby: bea";
    let second = "kind: final-report\ndate: 2022-06-27\nby: ovh";
    assert_eq!(headlines("2022-05-26", &[first, second]), [true, false]);
    assert_eq!(headlines("2022-05-27", &[first, second]), [false, true]);
    assert_eq!(headlines("2022-06-27", &[first, second]), [true, false]);
}

fn checked(day: &str, recheck: &str) -> crate::harness::Site {
    incident(&format!(
        "occurred: 2021-03-10\nawaiting:\n  - {{report: final-report, checked: {day}, recheck_every: {recheck}}}"
    ))
}

#[test]
fn a_check_is_fresh_stale_and_expired_at_one_and_three_recheck_periods() {
    for (recheck, days) in [("30 days", 30_u64), ("90 days", 90), ("2 weeks", 14), ("1 day", 1)] {
        let made = checked("2022-12-01", recheck);
        let at = |age: u64| {
            let day: NaiveDate =
                "2022-12-01".parse::<NaiveDate>().expect("a date") + Days::new(age);
            let row = made.as_of(&day.to_string()).clock("a/final-report");
            (row["freshness"].as_str().expect("a word").to_owned(), row["evidenced_days"].as_i64())
        };
        assert_eq!(at(0), ("fresh".to_owned(), Some(631)));
        assert_eq!(at(days), ("fresh".to_owned(), Some(631)), "{recheck}");
        assert_eq!(at(days + 1), ("stale".to_owned(), Some(631)), "{recheck}");
        assert_eq!(at(3 * days), ("stale".to_owned(), Some(631)), "{recheck}");
        assert_eq!(at(3 * days + 1), ("expired".to_owned(), Some(631)), "{recheck}");
    }
}

#[test]
fn a_stale_counter_stands_at_the_day_of_the_check() {
    let compiled = checked("2022-12-01", "30 days").as_of("2023-01-15");
    let page = compiled.words("incidents/a/index.html");
    assert!(page.contains("631 days"), "{page}");
    assert!(page.contains("when last checked, on 1 December 2022"), "{page}");
    assert!(!page.contains("676 days"), "{page}");
    let home = compiled.words("index.html");
    assert!(home.contains("631") && !home.contains("676"), "{home}");
}

#[test]
fn an_expired_check_claims_no_days_anywhere() {
    let compiled = checked("2022-12-01", "30 days")
        .with("content/pages/p.md", "---\ntitle: A page\n---\n{{ days(\"a\") }}\n");
    let compiled = compiled.as_of("2026-11-22");
    let (age, evidenced) = ("2,083 days", "631 days");
    let page = compiled.words("incidents/a/index.html");
    assert!(page.contains("no check is recorded since 1 December 2022"), "{page}");
    assert!(page.contains(&format!("{age} ago")), "the page says how long ago it was: {page}");
    for path in ["index.html", "incidents/index.html", "pages/p/index.html"] {
        let text = compiled.words(path);
        assert!(
            !text.contains(&format!("{age} without")) && !text.contains(evidenced),
            "{path}: {text}"
        );
    }
    assert!(!page.contains(&format!("{age} without")) && !page.contains(evidenced), "{page}");
}

#[test]
fn a_check_after_the_as_of_counts_as_made_on_it() {
    let row = checked("2026-11-22", "90 days").as_of("2022-12-07").clock("a/final-report");
    assert_eq!(
        (&row["checked"], &row["freshness"], &row["evidenced_days"]),
        (&json!("2022-12-07"), &json!("fresh"), &json!(637))
    );
}

#[test]
fn a_document_of_an_imprecise_day_gives_at_least_so_many_days() {
    for (occurred, days, at_least) in
        [("2021-03-10", 637, false), ("2021-03", 616, true), ("2021", 341, true)]
    {
        let compiled = incident(&format!("occurred: {occurred}")).as_of("2022-12-07");
        let row = compiled.clock("a/final-report");
        assert_eq!(
            (&row["elapsed_days"], &row["at_least"]),
            (&json!(days), &json!(at_least)),
            "{occurred}"
        );
        let page = compiled.words("incidents/a/index.html").to_lowercase();
        assert_eq!(page.contains(&format!("at least {days} days")), at_least, "{page}");
    }
}

#[test]
fn a_day_later_counts_one_more() {
    let zones =
        ["UTC", "Asia/Seoul", "America/Los_Angeles", "Pacific/Kiritimati", "Pacific/Pago_Pago"];
    for zone in zones {
        let made = incident(&format!("occurred: 2021-03-10\ntimezone: {zone}"));
        // Over a leap day and both changes of the clocks.
        for start in ["2023-12-30", "2024-02-27", "2024-03-09", "2024-11-02"] {
            let mut day: NaiveDate = start.parse().expect("a date");
            let mut before = None;
            for _ in 0..4 {
                let days = made.as_of(&day.to_string()).clock("a/final-report")["elapsed_days"]
                    .as_i64()
                    .expect("days");
                assert!(
                    before.is_none_or(|before| days == before + 1),
                    "{zone}, {day}: {days} after {before:?}"
                );
                before = Some(days);
                day = day + Days::new(1);
            }
        }
    }
}

#[test]
fn days_add_up() {
    use overdue::clock::elapsed;
    use overdue::model::Moment;
    let zone = chrono_tz::Tz::UTC;
    let first: NaiveDate = "2019-12-25".parse().expect("a date");
    let days =
        |from: NaiveDate, to: NaiveDate| elapsed(&Moment::day(from), zone, to).expect("days").days;
    for (one, two) in
        [(0, 0), (1, 1), (7, 60), (66, 366), (365, 1), (1000, 4000), (40_000, 100_000)]
    {
        let (b, c) = (first + Days::new(one), first + Days::new(one + two));
        assert_eq!(days(first, b) + days(b, c), days(first, c));
        assert_eq!(
            elapsed(&Moment::day(c), zone, first).map(|found| found.days),
            (one + two == 0).then_some(0),
            "never negative"
        );
    }
}

const TRANSLATED: &str = "\
-- overdue.yaml --
title: A watch
url: https://watch.example/
languages: [en, fr]
-- content/incidents/a.md --
---
title: A fire
summary: In English
occurred: 2021-03-10
place: Strasbourg
---
English text.
-- content/incidents/a.fr.md --
---
title: Un incendie
summary: En français
occurred: 2021-03-10
---
Texte français.
-- content/incidents/b.md --
---
title: Untranslated
occurred: 2021-03-11
---
";

#[test]
fn a_translation_has_its_own_words_and_the_facts_of_its_record() {
    let compiled = site(TRANSLATED).as_of("2022-12-07");
    assert_eq!(compiled.complaints(), "");
    let french = compiled.text("fr/incidents/a/index.html");
    assert!(
        french.contains("lang=\"fr\"")
            && french.contains("Un incendie")
            && french.contains("Texte français"),
        "{french}"
    );
    assert!(french.contains("637"), "{french}");
    let english = compiled.text("incidents/a/index.html");
    assert!(english.contains("English text.") && !english.contains("Texte français"), "{english}");
    assert_eq!(
        compiled.rows("data/clocks.json").len(),
        2,
        "a translation is no incident of its own"
    );
}

const SCHEDULED: &str = "\
-- content/incidents/a.md --
---
title: A fire
occurred: 2021-03-10
---
-- content/responses/soon.md --
---
title: Unborn report
kind: final-report
date: 2026-12-01
incidents: [a]
---
-- content/articles/later.md --
---
title: Unborn article
date: 2026-12-02
incidents: [a]
---
-- content/articles/this-afternoon.md --
---
title: Embargoed
date: 2026-11-22 15:00
incidents: [a]
---
";

#[test]
fn a_response_or_article_of_a_later_day_is_left_out_and_listed_by_name() {
    let folder = crate::harness::Folder::of(SCHEDULED);
    let said = folder.run_at("2026-11-22T12:00:00Z", &["build"]);
    assert_eq!(said.code, 0, "{}", said.err);
    for name in ["responses/soon", "articles/later", "articles/this-afternoon"] {
        assert!(said.err.contains(name), "{name} is not listed: {}", said.err);
    }
    for (path, bytes) in folder.files("site") {
        let text = String::from_utf8_lossy(&bytes);
        for leaked in ["Unborn", "Embargoed", "2026-12-0"] {
            assert!(!text.contains(leaked), "{path} tells of {leaked}");
        }
    }
    let said = folder.run_at("2026-11-22T16:00:00Z", &["build"]);
    assert!(!said.err.contains("this-afternoon"), "{}", said.err);
    assert!(folder.path().join("site/articles/this-afternoon/index.html").exists());
}

#[test]
fn an_old_day_of_the_demonstration_shows_that_days_state() {
    let compiled = demonstration().as_of("2022-12-07");
    let kakao = compiled.clock("kakao-pangyo-fire/final-report");
    assert_eq!((&kakao["elapsed_days"], &kakao["standing"]), (&json!(52), &json!("published")));
    let ovh = compiled.clock("ovhcloud-sbg2-fire/operator-report");
    assert_eq!(
        (&ovh["elapsed_days"], &ovh["standing"], &ovh["stopped_by"]),
        (&json!(637), &json!("waiting"), &json!(null))
    );
    let article = compiled.words("articles/fifty-two-days/index.html");
    assert!(article.contains("12.25×"), "{article}");
}

#[test]
fn no_record_of_a_later_date_is_in_the_output_of_an_old_day() {
    let compiled = demonstration().as_of("2022-12-07");
    let mut later = Vec::new();
    for (folder, key) in [("incidents", "occurred:"), ("responses", "date:"), ("articles", "date:")]
    {
        for (path, bytes) in
            crate::harness::tree_of(&crate::harness::repository().join("content").join(folder))
        {
            let text = String::from_utf8(bytes).expect("text");
            let Some(name) = path.strip_suffix(".md").filter(|name| !name.contains('.')) else {
                continue;
            };
            let value = |key: &str| {
                text.lines()
                    .find_map(|line| line.strip_prefix(key))
                    .map(|value| value.trim().trim_matches('"').to_owned())
            };
            let date = value(key);
            if date.is_none_or(|date| date.as_str() > "2022-12-07T~") {
                later.push((format!("{folder}/{name}"), value("title:").expect("a title")));
            }
        }
    }
    assert!(later.len() > 20, "only {} records of the demonstration are later", later.len());
    for (path, bytes) in &compiled.files {
        assert!(
            !later.iter().any(|(name, _)| path.contains(&format!("{name}/"))),
            "{path} is the page of a later record"
        );
        let Ok(text) = std::str::from_utf8(bytes) else { continue };
        for (name, title) in &later {
            assert!(!text.contains(&format!("{name}/")), "{path} links to {name}");
            assert!(
                !text.contains(&title.replace('&', "&amp;").replace('\'', "&#39;")),
                "{path} tells of {name}: {title}"
            );
        }
    }
    for path in ["data/clocks.json", "data/incidents.json", "data/responses.json"] {
        for row in compiled.rows(path) {
            for key in [
                "occurred",
                "date",
                "ended",
                "stopped_on",
                "checked",
                "as_of",
                "withdrawn",
                "delivered",
            ] {
                let late = row
                    .get(key)
                    .and_then(|value| value.as_str())
                    .is_some_and(|date| date > "2022-12-07T~");
                assert!(!late, "{path} has {key} of a later date: {row}");
            }
        }
    }
}

#[test]
fn the_demonstration_has_nothing_wrong() {
    let compiled = demonstration().now("2026-11-30T12:00:00Z");
    assert_eq!(compiled.complaints(), "");
    assert!(files_of("-- a --\n").contains_key("overdue.yaml"));
}

#[test]
fn a_commitment_counts_the_days_since_it_was_made_until_it_is_kept() {
    let text = "-- content/incidents/a.md --\n---\ntitle: A\noccurred: 2020-01-01\ncommitments:\n  - {what: Build a wall, made: 2020-01-11, due: 2020-06-01}\n  \
                - {what: Dig a ditch, made: 2020-01-11, status_of: [{date: 2020-01-21, status: kept}]}\n---\n";
    let page = site(text).as_of("2020-02-10").text("incidents/a/index.html");
    assert!(page.contains("<data value=\"30\" data-live=\"days\">30</data> <span data-live=\"unit\" data-one=\"day\" data-other=\"days\">days</span> since it was made"), "{page}");
    assert!(page.contains("<data value=\"10\">10</data> days until it was settled"), "{page}");
}

/// The row of `a/final-report` as of a day.
fn row(made: &crate::harness::Site, when: &str) -> serde_json::Value {
    let compiled = made.as_of(when);
    assert!(compiled.has("data/clocks.json"), "{}", compiled.complaints());
    compiled.clock("a/final-report")
}

#[test]
fn no_document_is_late_by_a_provisional_due_date() {
    let two = "  - {id: first, report: notification, within: 10 days}\n  - {report: final-report, since: {clock: first}, within: 10 days}";
    let row = row(&with_responses(two, &["kind: final-report\ndate: 2021-05-01"]), "2022-12-07");
    assert_eq!(
        (&row["provisional"], &row["days_late"], &row["standing"]),
        (&json!(true), &json!(null), &json!("published"))
    );
}

const CONFIDENTIAL: &str = "\
-- content/regimes/quiet.yaml --
title: A confidential duty
publicly_observable: false
limits:
  - {id: report, report: final-report, within: 10 days}
-- content/incidents/a.md --
---
title: A fire
occurred: 2021-03-10
regimes: [quiet]
---
-- content/responses/r.md --
---
title: A copy
kind: final-report
date: 2022-05-01
incidents: [a]
---
";

#[test]
fn a_copy_of_a_confidential_document_says_nothing_of_when_it_was_filed() {
    let compiled = site(CONFIDENTIAL).as_of("2022-12-07");
    let row = compiled.clock("a/quiet/report");
    assert_eq!((&row["standing"], &row["days_late"]), (&json!("published"), &json!(null)));
    let page = compiled.words("incidents/a/index.html");
    assert!(!page.contains("later") && !page.contains("kept"), "{page}");
}

#[test]
fn a_repeated_limit_falls_due_until_the_final_report() {
    let duty = "-- content/regimes/d.yaml --\ntitle: A duty\nlimits:\n  - {id: report, report: final-report, repeat: 1 year}\n\
                -- content/incidents/a.md --\n---\ntitle: A fire\noccurred: 2021-03-10\nregimes: [d]\n---\n";
    assert_eq!(site(duty).as_of("2024-12-07").clock("a/d/report")["due"], json!("2022-03-10"));
    let answered = format!(
        "{duty}-- content/responses/r.md --\n---\ntitle: R\nkind: final-report\ndate: 2022-03-01\nincidents: [a]\n---\n"
    );
    let row = site(&answered).as_of("2024-12-07").clock("a/d/report");
    assert_eq!((&row["due"], &row["standing"]), (&json!(null), &json!("ended")));
}

/// A duty whose one limit is the earliest of several, with the triggers of the incident.
fn earliest_of(alternatives: &str, triggers: &str) -> crate::harness::Site {
    site(&format!(
        "-- content/regimes/d.yaml --\ntitle: A duty\nlimits:\n  - {{id: first, report: notification, within: 5 days}}\n  \
         - {{id: report, report: final-report, earliest_of: [{alternatives}]}}\n\
         -- content/incidents/a.md --\n---\ntitle: A fire\noccurred: 2021-03-10\nregimes:\n  - {{regime: d, triggers: {{{triggers}}}}}\n---\n"
    ))
}

#[test]
fn the_earliest_of_several_limits_is_counted_from_its_own_start() {
    let alternatives = "{within: 60 days, since: classified}, {within: 10 days, since: discovered}";
    let both = earliest_of(alternatives, "classified: 2021-03-12, discovered: 2021-04-01");
    let row = |made: &crate::harness::Site| {
        let row = made.as_of("2021-04-05").clock("a/d/report");
        [
            row["since"].clone(),
            row["due"].clone(),
            row["provisional"].clone(),
            row["missing"].clone(),
        ]
    };
    assert_eq!(row(&both), [json!("2021-04-01"), json!("2021-04-11"), json!(false), json!(null)]);
    let one = earliest_of(alternatives, "classified: 2021-03-12");
    assert_eq!(row(&one), [json!("2021-03-12"), json!("2021-05-11"), json!(false), json!(null)]);
    let provisional = earliest_of(
        "{within: 60 days, since: classified}, {within: 10 days, since: {limit: first}}",
        "",
    );
    assert_eq!(
        row(&provisional),
        [json!(null), json!("2021-03-25"), json!(true), json!("the document that stops d/first")]
    );
    let neither = earliest_of(alternatives, "");
    assert_eq!(row(&neither), [json!(null), json!(null), json!(false), json!("classified")]);
}

#[test]
fn a_pause_hides_no_limit_that_had_passed() {
    let standing = |terms: &str| {
        let lines =
            format!("occurred: 2021-03-10\nawaiting:\n  - {{report: final-report, {terms}}}");
        incident(&lines).as_of("2022-12-07").overdue()
    };
    let paused = |from: &str| format!("within: 1 month, paused: [{{from: {from}}}]");
    assert_eq!(standing(&paused("2021-04-01")), ["paused", "null"]);
    assert_eq!(standing(&paused("2021-04-10")), ["paused", "null"]);
    assert_eq!(standing(&paused("2021-04-11")), ["overdue", "606"]);
    assert_eq!(standing("paused: [{from: 2021-04-01}]"), ["waiting", "null"]);
    assert_eq!(
        standing("due: 2021-04-10 12:00, paused: [{from: 2021-04-01}]"),
        ["overdue", "606"],
        "a time of day runs on"
    );
}

impl crate::harness::Compiled {
    /// The standing of `a/final-report`, and the days by which it is overdue.
    fn overdue(&self) -> [String; 2] {
        let row = self.clock("a/final-report");
        [row["standing"].as_str().expect("a word").to_owned(), row["overdue_days"].to_string()]
    }
}

#[test]
fn a_start_that_has_not_come_is_not_told() {
    let own = incident(
        "occurred: 2024-01-01\nawaiting:\n  - {report: final-report, since: 2024-02-01, within: 1 month}",
    );
    let duty = site(
        "-- content/regimes/d.yaml --\ntitle: A duty\nlimits:\n  - {id: final-report, report: final-report, since: classified, within: 1 month}\n\
         -- content/incidents/a.md --\n---\ntitle: A fire\noccurred: 2024-01-01\nregimes:\n  \
         - {regime: d, triggers: {classified: 2024-02-01}}\n---\n",
    );
    for (made, name, missing) in
        [(own, "a/final-report", "start"), (duty, "a/d/final-report", "classified")]
    {
        let before = made.as_of("2024-01-31");
        let row = before.clock(name);
        assert_eq!((&row["standing"], &row["missing"]), (&json!("unknown"), &json!(missing)));
        for (path, bytes) in &before.files {
            let text = String::from_utf8_lossy(bytes);
            assert!(
                !text.contains("2024-02-01") && !text.contains("1 February 2024"),
                "{path} tells of a later day"
            );
        }
        let row = made.as_of("2024-02-01").clock(name);
        assert_eq!(
            (&row["standing"], &row["elapsed_days"], &row["due"]),
            (&json!("waiting"), &json!(0), &json!("2024-03-01"))
        );
    }
}

#[test]
fn of_a_document_that_was_only_handed_over_nothing_later_is_told() {
    let text = "-- content/incidents/a.md --\n---\ntitle: A fire\noccurred: 2021-03-10\n---\n\
        -- content/responses/r.md --\n---\ntitle: The report\nsummary: Unborn summary\nkind: final-report\ndate: 2022-06-01\n\
        delivered: 2022-01-15\nurl: https://unborn.example/\narchived: https://archive.example/unborn\nincidents: [a]\n\
        findings: [{text: Unborn finding}]\nrecommendations: [{text: Unborn advice}]\n---\nUnborn body.\n";
    let compiled = site(text).as_of("2022-02-01");
    assert!(compiled.has("responses/r/index.html"), "{}", compiled.complaints());
    for (path, bytes) in &compiled.files {
        let text = String::from_utf8_lossy(bytes).to_lowercase();
        assert!(
            !text.contains("unborn") && !text.contains("2022-06-01"),
            "{path} tells of the publication"
        );
    }
    assert!(
        site(text).as_of("2022-06-01").text("responses/r/index.html").contains("Unborn finding")
    );
    let folder = crate::harness::Folder::of(text);
    let said = folder.run_at("2022-02-01T12:00:00Z", &["build"]);
    assert!(
        said.code == 0 && !said.err.contains("responses/r"),
        "it is there, and not left out: {}",
        said.err
    );
}

#[test]
fn what_only_a_later_source_says_was_not_known() {
    let text = "-- content/incidents/a.md --\n---\ntitle: A fire\noccurred: 2021-03-10\n\
        impact: [{what: servers, value: '7,777', source: late}, {what: customers, value: '5,555', source: early}]\n\
        events: [{date: 2021-03-12, title: Unborn event, source: late}]\n\
        commitments: [{what: A promise, made: 2021-04-01, status_of: [{date: 2021-05-01, status: stalled, source: late}]}]\n\
        sources:\n  - {id: late, title: Unborn source, published: 2022-06-01}\n  - {id: early, title: A paper, published: 2021-04-01}\n---\n\
        -- content/responses/r.md --\n---\ntitle: The report\nkind: final-report\ndate: 2022-01-01\nincidents: [a]\n\
        findings: [{text: Unborn finding, source: l}]\nsources: [{id: l, title: Unborn paper, published: 2022-06-01}]\n---\n";
    let before = site(text).as_of("2022-02-01");
    for (path, bytes) in &before.files {
        let text = String::from_utf8_lossy(bytes);
        assert!(
            !text.contains("Unborn") && !text.contains("7,777") && !text.contains("stalled since"),
            "{path} tells of a later source"
        );
    }
    assert!(before.text("incidents/a/index.html").contains("5,555"));
    assert!(site(text).as_of("2022-06-01").text("incidents/a/index.html").contains("7,777"));
}

#[test]
fn lateness_of_a_document_dated_to_the_month_is_the_least_it_can_be() {
    let due = "  - {report: final-report, due: 2022-04-02}";
    let compiled = with_responses(due, &["kind: final-report\ndate: 2022-05"]).as_of("2022-12-07");
    assert_eq!(compiled.clock("a/final-report")["days_late"], json!(29));
    let page = compiled.words("incidents/a/index.html");
    assert!(page.contains("the document came 29 days or more later"), "{page}");
}

#[test]
fn of_two_documents_of_a_period_the_one_whose_day_is_known_stops_the_clock() {
    let (of_month, of_day) =
        ("kind: final-report\ndate: 2022-05", "kind: final-report\ndate: 2022-05-27");
    assert_eq!(stopped_by(ANY, &[of_month, of_day]).as_deref(), Some("r1"));
    assert_eq!(
        stopped_by(ANY, &[of_month, "kind: final-report\ndate: 2022-06-10"]).as_deref(),
        Some("r0")
    );
    assert_eq!(stopped_by(ANY, &["kind: final-report\ndate: 2022", of_day]).as_deref(), Some("r1"));
    let due = "  - {report: final-report, due: 2022-05-10}";
    let row = row(&with_responses(due, &[of_month, of_day]), "2022-12-07");
    assert_eq!(
        (&row["stopped_by"], &row["days_late"]),
        (&json!("r1"), &json!(null)),
        "the other may have been in time"
    );
}

#[test]
fn a_document_that_is_there_stops_its_clock_also_where_its_day_has_not_come() {
    let text = "-- content/incidents/a.md --\n---\ntitle: A fire\noccurred: 2022-10-15\ntimezone: Asia/Seoul\n---\n\
        -- content/responses/r.md --\n---\ntitle: R\nkind: final-report\ndate: 2022-12-06 20:00\ntimezone: America/Los_Angeles\n\
        incidents: [a]\n---\n";
    let row = |when| {
        let row = row(&site(text), when);
        (row["standing"].clone(), row["stopped_on"].clone(), row["elapsed_days"].clone())
    };
    assert_eq!(row("2022-12-05"), (json!("waiting"), json!(null), json!(51)));
    assert_eq!(row("2022-12-06"), (json!("published"), json!("2022-12-07"), json!(53)));
    assert_eq!(row("2022-12-07"), row("2022-12-06"));
}

#[test]
fn a_document_of_which_the_day_is_not_known_is_only_said_to_have_kept_a_limit_that_it_must_have_kept()
 {
    let said = |due: &str, date: &str| {
        let text = format!(
            "-- content/incidents/a.md --\n---\ntitle: A fire\noccurred: 2026-01-01\nawaiting: [{{report: final-report, due: {due}}}]\n---\n\
             -- content/responses/r.md --\n---\ntitle: R\nkind: final-report\ndate: {date}\nincidents: [a]\n---\n"
        );
        let words = site(&text).as_of("2026-06-15").words("incidents/a/index.html");
        let (_, limit) = words.split_once("Target: ").expect("a limit");
        limit.split(['.']).next().unwrap_or_default().to_owned()
    };
    assert_eq!(said("2026-03-15", "2026-03"), "15 March 2026; the document may have come in time");
    assert_eq!(said("2026-03-15", "2026"), "15 March 2026; the document may have come in time");
    assert_eq!(said("2026-03-31", "2026-03"), "31 March 2026; kept, 30 days or less before it");
    assert_eq!(
        said("2026-03-15T10:00", "2026-03-15"),
        "15 March 2026, 10:00; the document may have come in time"
    );
    assert_eq!(
        said("2026-03-15T10:00", "2026-03-14"),
        "15 March 2026, 10:00; kept, 1 day before it"
    );
    assert_eq!(said("2026-03-15", "2026-03-15"), "15 March 2026; kept on the day");
}

#[test]
fn a_pause_moves_the_limit_by_all_of_its_days_whether_it_runs_or_is_still_to_come() {
    let lines = "occurred: 2026-05-01\nawaiting: [{report: final-report, within: 30 days, force: hard, paused: [{from: 2026-05-10, to: 2026-07-10, why: A strike}]}]";
    for (when, standing) in
        [("2026-05-09", "waiting"), ("2026-06-15", "paused"), ("2026-07-10", "waiting")]
    {
        let row = row(&incident(lines), when);
        assert_eq!(
            (&row["standing"], &row["due"]),
            (&json!(standing), &json!("2026-07-31")),
            "{when}"
        );
    }
    // Why it is paused is told from its first day on.
    let reasons = |when: &str| {
        incident(lines).as_of(when).words("incidents/a/index.html").matches("A strike").count()
    };
    assert_eq!((reasons("2026-05-09"), reasons("2026-05-10") > 0), (0, true));
    // The browser counts no day of the pause after its last.
    let page = incident(lines).as_of("2026-06-15").text("incidents/a/index.html");
    assert!(page.contains("data-from=\"2026-05-09\" data-to=\"2026-07-09\">37<"), "{page}");
}

#[test]
fn a_document_that_was_handed_over_in_time_is_told_of_when_it_was_published_late() {
    let text = "-- content/incidents/a.md --\n---\ntitle: A fire\noccurred: 2026-01-01\nawaiting: [{report: final-report, due: 2026-01-31}]\n---\n\
                -- content/responses/r.md --\n---\ntitle: R\nkind: final-report\ndelivered: 2026-01-20\ndate: 2026-03-20\nincidents: [a]\n---\n";
    let words = site(text).as_of("2026-06-15").words("incidents/a/index.html");
    assert!(words.contains("It had been handed over on 20 January 2026."), "{words}");
}

#[test]
fn a_calendar_that_names_no_weekend_has_saturday_and_sunday() {
    let site = incident("occurred: 2026-06-04\nawaiting: [{report: final-report, within: 3 working days, calendar: own}]")
        .with("content/calendars/own.yaml", "title: Own\nholidays: {2026-05-15: A day}\n");
    assert_eq!(row(&site, "2026-06-08")["due"], json!("2026-06-09"));
}

#[test]
fn a_check_before_the_clock_began_is_none() {
    let lines = "occurred: 2021-03-10\nawaiting:\n  - {id: first, report: notification}\n  \
                 - {report: final-report, since: {clock: first}, checked: 2021-04-01}";
    let text = format!(
        "-- content/incidents/a.md --\n---\ntitle: A fire\n{lines}\n---\n\
         -- content/responses/r.md --\n---\ntitle: R\nkind: notification\ndate: 2021-05-01\nincidents: [a]\n---\n"
    );
    let row = row(&site(&text), "2021-05-02");
    assert_eq!(
        (&row["freshness"], &row["checked"], &row["evidenced_days"]),
        (&json!("unchecked"), &json!(null), &json!(null))
    );
}

#[test]
fn clocks_of_duties_may_lack_their_triggers_and_own_clocks_the_usual_ones() {
    let own = |since: &str| {
        incident(&format!(
            "occurred: 2021-03-10\nawaiting:\n  - {{report: final-report, since: {since}}}"
        ))
    };
    for since in ["aware", "ended"] {
        assert_eq!(row(&own(since), "2022-12-07")["missing"], json!(since));
    }
    assert_eq!(own("classified").as_of("2022-12-07").codes(), ["value-unknown:5"]);
    assert_eq!(
        incident("occurred: 2021-03-10\nregimes: [us-fcc-nors]").as_of("2022-12-07").complaints(),
        ""
    );
}

const PAGE: &str = "content/pages/p.md";

fn page(prose: &str) -> String {
    format!("---\ntitle: A page\n---\n{prose}\n")
}

#[test]
fn a_count_on_a_fixed_day_claims_what_a_build_of_that_day_would_and_leads_to_its_account() {
    let on = |checked: &str, day: &str, more: &str| {
        let prose = page(&format!("It was {{{{ days(\"a\", as_of=\"{day}\") }}}}."));
        let incident = incident(&format!(
            "occurred: 2021-03-10\nawaiting: [{{report: final-report, checked: {checked}}}]"
        ));
        let site = incident.with(PAGE, &prose);
        let site = if more.is_empty() { site } else { site.with("content/responses/r.md", more) };
        let compiled = site.as_of("2026-11-22");
        let words = compiled.words("pages/p/index.html");
        let (_, said) = words.split_once("It was ").unwrap_or_else(|| panic!("{words}"));
        assert!(
            compiled
                .text("pages/p/index.html")
                .contains("href=\"../../incidents/a/#clock-final-report\">")
        );
        said.split_once('.').map(|(said, _)| said.trim().to_owned()).unwrap_or_default()
    };
    assert_eq!(on("2022-12-01", "2022-12-07", ""), "637 days on 7 December 2022");
    assert_eq!(on("2026-11-22", "2022-12-07", ""), "637 days on 7 December 2022");
    assert_eq!(
        on("2022-10-20", "2022-12-07", ""),
        "589 days (when last checked, on 20 October 2022)"
    );
    assert_eq!(
        on("2021-06-01", "2022-12-07", ""),
        "an unknown number of days (not checked since 1 June 2021)"
    );
    let report = "---\ntitle: R\nkind: final-report\ndate: 2025-01-01\nincidents: [a]\n---\n";
    let closed = "2021-06-01, closed: {on: 2024-01-01, why: It was withdrawn}";
    assert_eq!(
        on(closed, "2022-12-07", ""),
        "an unknown number of days (not checked since 1 June 2021)",
        "a closing proves nothing"
    );
    assert_eq!(
        on("2021-06-01", "2022-12-07", report),
        "637 days on 7 December 2022",
        "a later document shows that there was none before"
    );
}

#[test]
fn what_a_timeline_expects_leads_to_its_own_clock_on_every_page() {
    let text = "-- content/incidents/a.md --\n---\ntitle: A fire\noccurred: 2021-03-10\n---\n{{ timeline(\"b\") }}\n\
                -- content/incidents/b.md --\n---\ntitle: A flood\noccurred: 2021-03-11\n---\n";
    let compiled = site(text).as_of("2022-12-07");
    let page = compiled.text("incidents/a/index.html");
    assert!(page.contains("href=\"../../incidents/b/#clock-final-report\""), "{page}");
    assert!(
        compiled
            .text("incidents/b/index.html")
            .contains("href=\"../../incidents/b/#clock-final-report\"")
    );
}

#[test]
fn a_count_on_a_fixed_day_says_the_day_and_goes_neither_past_an_end_nor_ahead_of_the_build() {
    let awaiting =
        |more: &str| format!("occurred: 2021-03-10\nawaiting:\n  - {{report: final-report{more}}}");
    let prose = page("It was {{ days(\"a\", as_of=\"2022-12-07\") }}.");
    let on = |more: &str, when: &str| {
        incident(&awaiting(more)).with(PAGE, &prose).as_of(when).words("pages/p/index.html")
    };
    let told = on("", "2026-11-22");
    assert!(told.contains("It was 637 days on 7 December 2022"), "{told}");
    let told = on(", closed: {on: 2022-01-01, why: it ended}", "2026-11-22");
    assert!(told.contains("It was 297 days on 7 December 2022"), "{told}");
    let told = on("", "2022-12-06");
    assert!(
        told.contains("a count on a day that has not come") && !told.contains("days on"),
        "{told}"
    );
    let vague = incident("occurred: 2021-03")
        .with(PAGE, &prose)
        .as_of("2026-11-22")
        .words("pages/p/index.html");
    assert!(vague.contains("at least 616 days on 7 December 2022"), "{vague}");
}

#[test]
fn at_least_survives_in_a_stale_count_and_in_a_ratio() {
    let two = "\
-- content/incidents/a.md --
---
title: A fire
occurred: 2021-03
awaiting:
  - {report: final-report, checked: 2022-12-01, recheck_every: 30 days}
---
-- content/incidents/b.md --
---
title: Another
occurred: 2022-10-15
awaiting:
  - {report: final-report, closed: {on: 2022-12-06, why: it ended}}
---
-- content/pages/p.md --
---
title: A page
---
One {{ days(\"a\") }}. Two {{ ratio(\"a\", \"b\") }}. Three {{ ratio(\"b\", \"a\") }}. Four {{ standing(\"b\") }}
";
    let stale = site(two).as_of("2023-01-15").words("pages/p/index.html");
    assert!(
        stale.contains("One at least 610 days (when last checked, on 1 December 2022)"),
        "{stale}"
    );
    assert!(
        stale.contains("Two at least 11.73× (when last checked, on 1 December 2022)"),
        "{stale}"
    );
    assert!(stale.contains("at least 610 days against 52 days, on 1 December 2022"), "{stale}");
    assert!(stale.contains("Three a number of times that is not known"), "{stale}");
    assert!(
        stale.contains("Closed without report on 6 December 2022, after 52 days: it ended."),
        "{stale}"
    );
    let expired = site(two).as_of("2026-11-22").words("pages/p/index.html");
    assert!(
        expired.contains("One an unknown number of days (not checked since 1 December 2022)"),
        "{expired}"
    );
    assert!(expired.contains("Two a number of times that is not known"), "{expired}");
}

/// The home page of a site of incidents of these days, each with the end of the line of its clock.
fn home(incidents: &[(&str, &str)], when: &str) -> String {
    let mut text = String::new();
    for (number, (occurred, more)) in incidents.iter().enumerate() {
        text.push_str(&format!(
            "-- content/incidents/i{number}.md --\n---\ntitle: Fire {number}\noccurred: {occurred}\nawaiting:\n  \
             - {{report: final-report, recheck_every: 30 days{more}}}\n---\n"
        ));
    }
    site(&text).as_of(when).words("index.html")
}

#[test]
fn a_site_leads_with_the_longest_wait_that_somebody_has_checked() {
    let fresh = ("2022-01-01", ", checked: 2022-12-06");
    let longer = ("2021-01-01", ", checked: 2022-12-06");
    let unchecked = ("2020-01-01", "");
    let expired = ("2019-01-01", ", checked: 2019-06-01");
    let kicker = "The longest wait on this site";
    let lead = |incidents: &[_]| home(incidents, "2022-12-07");
    assert!(
        lead(&[fresh, longer]).contains(&format!("{kicker}. No time limit recorded. 705 days")),
        "{}",
        lead(&[fresh, longer])
    );
    let with_unchecked = lead(&[fresh, unchecked, expired]);
    assert!(
        with_unchecked.contains(&format!(
            "{kicker} that somebody has checked lately. No time limit recorded. 340 days"
        )),
        "{with_unchecked}"
    );
    let oldest = "The count that began first; nothing on this site has been checked yet. No time limit recorded. Fire 0 : 1,071 days since the incident.";
    assert!(lead(&[unchecked]).contains(oldest), "{}", lead(&[unchecked]));
    for none in [lead(&[expired]), lead(&[expired, unchecked])] {
        assert!(!none.contains(kicker), "{none}");
    }
}

#[test]
fn the_docket_keeps_apart_what_is_not_known_and_says_why() {
    let incidents = [
        ("2022-01-01", ", checked: 2022-12-06"),
        ("2022-01-02", ", checked: 2022-10-15"),
        ("2019-01-01", ", checked: 2019-06-01"),
        ("2022-01-03", ", since: aware"),
        ("2022-01-04", ", within: 1 month"),
    ];
    let home = home(&incidents, "2022-12-07");
    let (_, after) = home.split_once("Still waiting 2 documents").expect("the open ones");
    let (open, unknown) =
        after.split_once("Not known 3 documents").expect("those of which nothing is claimed");
    assert!(
        open.contains("Fire 1 Final report when last checked, on 15 October 2022 286"),
        "{open}"
    );
    assert!(unknown.contains("Fire 4 Final report 337 days since the incident, not checked Target passed, not checked"), "{unknown}");
    assert!(unknown.contains("Fire 2 Final report not checked since 1 June 2019"), "{unknown}");
    assert!(
        unknown.contains("Fire 3 Final report the day on which the count begins is not known"),
        "{unknown}"
    );
}

#[test]
fn a_limit_that_cannot_be_dated_does_not_make_a_running_count_one_that_has_not_begun() {
    let compiled =
        incident("occurred: 2021-03-10\nawaiting:\n  - {report: final-report, within: 24 hours}")
            .as_of("2022-12-07");
    let page = compiled.words("incidents/a/index.html");
    assert!(
        page.contains("Limit unknown")
            && page.contains("637 days")
            && !page.contains("Not started"),
        "{page}"
    );
}

#[test]
fn a_place_is_named_once_and_only_web_addresses_become_links() {
    let lines = |place: &str| {
        format!(
            "occurred: 2021-03-10\ncountry: ES\nplace: {place}\nawaiting:\n  \
             - {{report: final-report, checked: 2022-12-01, checked_where: [\"https://a.example/x\", \"ftp://b.example/y\", the library]}}"
        )
    };
    let page = |place: &str| incident(&lines(place)).as_of("2022-12-07");
    assert!(
        page("Spain and Portugal")
            .words("incidents/a/index.html")
            .contains("Where Spain and Portugal ")
    );
    let same = page("Spain").words("incidents/a/index.html");
    assert!(same.contains("Where Spain ") && !same.contains("Spain, Spain"), "{same}");
    assert!(page("Madrid").words("incidents/a/index.html").contains("Where Madrid, Spain"));
    let html = page("Madrid").text("incidents/a/index.html");
    assert!(
        html.contains("href=\"https://a.example/x\"") && !html.contains("href=\"ftp:"),
        "{html}"
    );
}

#[test]
fn a_document_that_may_have_come_on_the_first_day_has_no_number_of_days() {
    let compiled = with_responses(
        "  - report: final-report\n    from: ovh",
        &["kind: final-report\ndate: 2021-03\nby: ovh"],
    );
    let compiled = compiled.as_of("2022-12-07");
    let page = compiled.words("incidents/a/index.html");
    assert!(page.contains("The operator published its final report, in March 2021"), "{page}");
    assert!(!page.contains("At least 0"), "{page}");
    assert!(
        compiled.words("index.html").contains("within March 2021"),
        "{}",
        compiled.words("index.html")
    );
    let response = compiled.words("responses/r0/index.html");
    assert!(
        response.contains("published in March 2021") && !response.contains("least 0"),
        "{response}"
    );
}

#[test]
fn under_a_doubtful_due_date_nothing_is_late_or_overdue_and_only_what_came_in_time_is_known() {
    let calendar = "-- content/calendars/here.yaml --\ntitle: Here\nweekend: [saturday, sunday]\ncovers: [2021, 2022]\n\
                    holidays: {2022-12-26: Boxing Day}\n";
    let made = |date: &str| {
        let checked = if date.is_empty() { ", checked: 2023-03-01" } else { "" };
        let mut text = format!(
            "{calendar}-- content/incidents/a.md --\n---\ntitle: A request\noccurred: 2022-12-20\nawaiting:\n  \
             - {{report: final-report, within: 20 working days, calendar: here, force: hard{checked}}}\n---\n"
        );
        if !date.is_empty() {
            text.push_str(&format!("-- content/responses/r.md --\n---\ntitle: R\nkind: final-report\ndate: {date}\nincidents: a\n---\n"));
        }
        site(&text).as_of("2023-03-01")
    };
    for (date, standing) in
        [("", "waiting"), ("2023-01-20", "published"), ("2023-01-10", "published")]
    {
        let compiled = made(date);
        let row = compiled.clock("a/final-report");
        assert_eq!(
            (&row["standing"], &row["due"], &row["due_doubtful"]),
            (&json!(standing), &json!("2023-01-18"), &json!(true)),
            "{date}"
        );
        assert_eq!(
            (&row["overdue_days"], &row["days_late"]),
            (&json!(null), &json!(null)),
            "{date}"
        );
        let page = compiled.words("incidents/a/index.html");
        assert!(page.contains("Legal limit: 18 January 2023 at the earliest; "), "{page}");
        assert_eq!(
            page.contains("the document may have come in time"),
            date == "2023-01-20",
            "{page}"
        );
        assert_eq!(page.contains("kept, 8 days before it"), date == "2023-01-10", "{page}");
        assert!(!compiled.words("feed.xml").contains("limit passed"), "{date}");
    }
}

#[test]
fn an_incident_whose_clocks_have_all_stopped_is_counted_by_its_final_report() {
    let awaiting = "  - {report: interim-report}\n  - {report: final-report}";
    let interim = "kind: interim-report\ndate: 2021-06-01";
    let report = "kind: final-report\ndate: 2022-06-01";
    let headline = |responses: &[&str]| {
        let rows = with_responses(awaiting, responses).as_of("2022-12-07").rows("data/clocks.json");
        rows.iter().find(|row| row["headline"] == json!(true)).map(|row| row["clock"].clone())
    };
    assert_eq!(headline(&[]), Some(json!("interim-report")));
    assert_eq!(headline(&[interim]), Some(json!("final-report")));
    assert_eq!(headline(&[report]), Some(json!("interim-report")));
    assert_eq!(headline(&[interim, report]), Some(json!("final-report")));
}

#[test]
fn a_record_that_awaits_nothing_has_no_clock_and_one_that_says_nothing_awaits_a_final_report() {
    let promises = "commitments: [{what: To build it, made: 2021-04-01, due: 2023-12-08}]";
    let compiled =
        incident(&format!("occurred: 2021-03-10\nawaiting: none\n{promises}")).as_of("2022-12-07");
    assert_eq!(compiled.complaints(), "");
    assert_eq!(compiled.rows("data/clocks.json"), Vec::<serde_json::Value>::new());
    for (path, bytes) in &compiled.files {
        let text = String::from_utf8_lossy(bytes);
        assert!(
            !text.contains("without a final report") && !text.contains("637 days"),
            "{path} counts what nobody awaits"
        );
    }
    assert!(compiled.words("incidents/a/index.html").contains("To build it"));
    for silent in ["", "awaiting: []", "awaiting:", "regimes: []"] {
        let compiled = incident(&format!("occurred: 2021-03-10\n{silent}")).as_of("2022-12-07");
        assert_eq!(compiled.clock("a/final-report")["elapsed_days"], 637, "{silent}");
    }
    // A duty that does not apply leaves nothing behind.
    let compiled = incident("occurred: 2003-08-14\nregimes: eu-gdpr-33").as_of("2022-12-07");
    assert_eq!(compiled.codes(), ["regime-not-applied:4"]);
    assert_eq!(compiled.rows("data/clocks.json"), Vec::<serde_json::Value>::new());
    // And a record with a clock beside it is listed with its own.
    let both = site(
        "-- content/incidents/a.md --\n---\ntitle: A\noccurred: 2021-03-10\nawaiting: none\n---\n-- content/incidents/b.md --\n---\ntitle: B\noccurred: 2021-03-10\n---\n",
    );
    assert_eq!(both.as_of("2022-12-07").rows("data/clocks.json").len(), 1);
}

#[test]
fn a_check_bears_out_no_more_than_what_was_looked_at_reaches() {
    let row = |lines: &str| {
        let entry = format!("occurred: 2021-03-10\nawaiting: [{{report: final-report, {lines}}}]");
        incident(&entry).as_of("2022-12-07").clock("a/final-report")
    };
    let found = row("checked: 2022-12-07, evidence_until: 2022-11");
    assert_eq!(
        (&found["checked"], &found["evidence_until"], &found["evidenced_days"]),
        (&json!("2022-12-07"), &json!("2022-11"), &json!(601)),
        "of a month the earliest day"
    );
    assert_eq!(found["freshness"], "stale");
    let statement = found["statement"].as_str().expect("a sentence");
    assert!(statement.starts_with("601 days without a final report"), "{statement}");
    assert!(statement.contains("when last checked, up to 1 November 2022"), "{statement}");
    // It grows old from the day on which somebody looked.
    let old = row("checked: 2022-12-07, evidence_until: 2022-01-31");
    assert_eq!((&old["freshness"], &old["evidenced_days"]), (&json!("stale"), &json!(327)));
    let expired = row("checked: 2022-08-01, evidence_until: 2022-07");
    assert_eq!(expired["freshness"], "expired");
    let statement = expired["statement"].as_str().expect("a sentence");
    assert!(statement.contains("no check is recorded since 1 August 2022"), "{statement}");
    // As of an earlier day the check counts as made then, and so does how far it reached.
    let entry = "occurred: 2021-03-10\nawaiting: [{report: final-report, checked: 2022-12-07, evidence_until: 2022-11}]";
    let earlier = incident(entry).as_of("2022-06-01").clock("a/final-report");
    assert_eq!(
        (&earlier["checked"], &earlier["evidence_until"], &earlier["freshness"]),
        (&json!("2022-06-01"), &json!(null), &json!("fresh"))
    );
    // A document that appeared after the copy was made contradicts nothing.
    let later = "-- content/incidents/a.md --\n---\ntitle: A fire\noccurred: 2021-03-10\n\
                 awaiting: [{report: final-report, checked: 2022-12-07, evidence_until: 2022-06-30}]\n---\n\
                 -- content/responses/r.md --\n---\ntitle: R\nkind: final-report\ndate: 2022-09-01\nincidents: [a]\n---\n";
    assert_eq!(site(later).as_of("2022-12-07").codes(), Vec::<String>::new());
}

#[test]
fn how_far_a_check_of_a_duty_reached_holds_for_its_limits_but_not_for_a_check_of_their_own() {
    let entry = "occurred: 2026-01-01\nregimes:\n  - regime: icao-annex13\n    checked: 2026-03-01\n    evidence_until: 2026-02-01\n    limits: {interim-statement: {checked: 2026-03-02}}";
    let rows = incident(entry).as_of("2026-03-03").rows("data/clocks.json");
    let reach = |clock: &str| {
        let row = rows.iter().find(|row| row["clock"] == format!("icao-annex13/{clock}"));
        row.unwrap_or_else(|| panic!("{clock}: {rows:?}"))["evidence_until"].clone()
    };
    assert_eq!(reach("final-report"), json!("2026-02-01"));
    assert_eq!(reach("interim-statement"), json!(null));
}

#[test]
fn a_site_leads_with_a_wait_that_somebody_looked_at_lately_though_it_reaches_to_an_earlier_day() {
    let entry = |checked: &str| {
        incident(&format!(
            "occurred: 2021-03-10\nawaiting: [{{report: final-report, {checked}, recheck_every: 30 days}}]"
        ))
        .with(
            "content/incidents/b.md",
            "---\ntitle: B\noccurred: 2022-06-01\nawaiting: [{report: final-report, checked: 2022-12-01}]\n---\n",
        )
        .as_of("2022-12-07")
        .words("index.html")
    };
    let home = entry("checked: 2022-12-01, evidence_until: 2022-10");
    assert!(home.contains("570 days without a final report on “ A fire ”"), "{home}");
    assert!(
        home.contains("The longest wait on this site that somebody has checked lately."),
        "{home}"
    );
    // Looked at too long ago, it leads no more.
    let home = entry("checked: 2022-10-20, evidence_until: 2022-10");
    assert!(home.contains("189 days without a final report on “ B ”"), "{home}");
}

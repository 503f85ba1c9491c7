//! The theme's script in a real Chromium, under a clock of our own.
//!
//! Each case is the `main` of a page as it was built, put into a page whose `Date` tells the time
//! that the case names. The script is woken by `visibilitychange`, as when a reader comes back to a
//! tab, and what a reader then sees is read.

use std::path::PathBuf;
use std::process::Command;

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;
use overdue::clock::AsOf;
use overdue::front_matter::read_as_of;
use serde::{Deserialize, Serialize};

use crate::elapsed::{cases, grouped};
use crate::harness::{Compiled, Folder, incident, repository, site};

/// A page's `main`, and the moments at which it is looked at, one after the other.
#[derive(Serialize)]
struct Visit {
    html: String,
    moments: Vec<i64>,
}

/// What a reader sees of the first clock of a page.
#[derive(Debug, Deserialize)]
struct Seen {
    /// The number of days; nothing if none is shown.
    days: Option<String>,
    /// Whether the element has the class of a stale or expired clock.
    class: String,
    /// The sentence.
    text: String,
    /// Everything.
    all: String,
}

const PAGE: &str = r#"<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Clocks</title>
<body data-date="{day} {month} {year}" data-date-first="{day} {month} {year}" data-group="," data-decimal="."
 data-months="January|February|March|April|May|June|July|August|September|October|November|December"
 data-badge-stale="not checked lately" data-badge-expired="no longer checked"><div id="stage"></div>
<script>
  const Real = Date;
  let now = 0;
  window.Date = class extends Real {
    constructor(...given) { if (given.length) super(...given); else super(now); }
    static now() { return now; }
  };
</script>
<script src="live.js"></script>
<script src="visits.js"></script>
<script>
  const stage = document.getElementById("stage");
  const seen = visits.map((visit) => {
    stage.innerHTML = visit.html;
    return visit.moments.map((moment) => {
      now = moment;
      document.dispatchEvent(new Event("visibilitychange"));
      const clock = stage.querySelector("[data-since]");
      if (!clock) return { days: null, class: "none", text: stage.innerText, all: stage.innerText };
      const days = clock.querySelector("[data-live=days]");
      const sum = clock.querySelector(".sum") || clock;
      return { days: days && days.checkVisibility() ? days.textContent : null, class: clock.className, text: sum.innerText, all: stage.innerText };
    });
  });
  stage.textContent = "";
  document.title = "done";
  stage.textContent = "[[" + encodeURIComponent(JSON.stringify(seen)) + "]]";
</script></body></html>
"#;

fn chromium() -> PathBuf {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    let names = ["chromium", "chromium-browser", "google-chrome"];
    let found = std::env::split_paths(&folders)
        .flat_map(|folder| names.map(|name| folder.join(name)))
        .find(|path| path.is_file());
    found.expect("there is no Chromium to run the browser script in; tests/run installs it")
}

/// What is seen at each moment of each visit.
fn visit(visits: &[Visit]) -> Vec<Vec<Seen>> {
    visit_in(PAGE, visits)
}

/// The page around visits, with the language and the words for the script that the program gave a
/// page.
fn frame_of(page: &str) -> String {
    let tag = |begin: &str| {
        let at = page.find(begin).expect("a tag");
        &page[at..at + page[at..].find('>').expect("its end") + 1]
    };
    let (_, stage) = PAGE.split_once("<div id=\"stage\">").expect("the stage");
    format!(
        "<!doctype html>{}<meta charset=\"utf-8\"><title>Clocks</title>{}<div id=\"stage\">{stage}",
        tag("<html"),
        tag("<body")
    )
}

fn visit_in(frame: &str, visits: &[Visit]) -> Vec<Vec<Seen>> {
    let folder = Folder::new();
    folder.put("index.html", frame);
    folder.put(
        "live.js",
        std::fs::read(repository().join("themes/ledger/static/live.js")).expect("the script"),
    );
    folder.put(
        "visits.js",
        format!("const visits = {};", serde_json::to_string(visits).expect("JSON")),
    );
    let done = Command::new(chromium())
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
        ])
        .args([
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage",
            "--virtual-time-budget=1000",
            "--dump-dom",
        ])
        .arg(format!("--user-data-dir={}", folder.path().join("profile").display()))
        .arg(format!("file://{}", folder.path().join("index.html").display()))
        .output()
        .expect("Chromium starts");
    let dom = String::from_utf8_lossy(&done.stdout);
    let encoded = dom
        .split_once("[[")
        .and_then(|(_, rest)| rest.split_once("]]"))
        .map(|(inner, _)| inner.to_owned());
    let encoded = encoded
        .unwrap_or_else(|| panic!("no result:\n{dom}\n{}", String::from_utf8_lossy(&done.stderr)));
    serde_json::from_str(&decoded(&encoded)).expect("what was seen")
}

/// Undoes `encodeURIComponent`.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find('%') {
        bytes.extend_from_slice(&rest.as_bytes()[..at]);
        bytes.push(u8::from_str_radix(&rest[at + 1..at + 3], 16).expect("two digits"));
        rest = &rest[at + 3..];
    }
    bytes.extend_from_slice(rest.as_bytes());
    String::from_utf8(bytes).expect("text")
}

fn main_of(compiled: &Compiled) -> String {
    main_at(compiled, "incidents/a/index.html")
}

fn main_at(compiled: &Compiled, path: &str) -> String {
    let page = compiled.text(path);
    let begin = page.find("<main").expect("a main");
    let end = page.find("</main>").expect("its end");
    page[begin..end + "</main>".len()].to_owned()
}

/// Noon of a civil day in a zone, or the next whole hour that exists there.
fn noon(day: NaiveDate, zone: Tz) -> DateTime<Utc> {
    at(day, "12:00:00", zone)
}

fn at(day: NaiveDate, time: &str, zone: Tz) -> DateTime<Utc> {
    let time: NaiveTime = time.parse().expect("a time");
    let local = zone.from_local_datetime(&day.and_time(time));
    local
        .earliest()
        .unwrap_or_else(|| panic!("{day} {time} does not exist in {zone}"))
        .with_timezone(&Utc)
}

#[test]
fn the_agenda_goes_on_and_claims_nothing_that_nobody_has_checked() {
    let fire = "-- content/incidents/fire.md --\n---\ntitle: Fire\noccurred: 2026-10-01\nsources: [{title: A paper}]\n\
                awaiting: [{report: final-report, due: 2026-11-25, force: hard, checked: 2026-11-20}]\n---\n";
    let flood = "-- content/incidents/flood.md --\n---\ntitle: Flood\noccurred: 2025-12-01\nsources: [{title: A paper}]\n\
                 awaiting: [{report: final-report, due: 2026-11-10, force: hard, checked: 2026-11-20}]\n\
                 commitments: [{what: New pumps, made: 2026-03-20, due: 2026-11-28}]\n---\n";
    let built = site(&format!("{fire}{flood}")).as_of("2026-11-20");
    let days = ["2026-11-20", "2026-11-30", "2026-12-25", "2027-03-01"];
    let moments: Vec<i64> = days
        .iter()
        .map(|day| noon(day.parse().expect("a day"), Tz::UTC).timestamp_millis())
        .collect();
    let frame = frame_of(&built.text("agenda/index.html"));
    let html = main_at(&built, "agenda/index.html");
    let seen = visit_in(&frame, &[Visit { html, moments }]);
    let texts: Vec<String> = seen[0]
        .iter()
        .map(|seen| seen.all.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect();
    let [built, later, stale, expired] = &texts[..] else { panic!("{texts:?}") };
    let shows = |text: &str, all: &[&str]| {
        for wanted in all {
            assert!(text.contains(wanted), "{wanted}: {text}");
        }
    };
    shows(built, &["25 November 2026 in 5 days", "Due · Fire", "10 November 2026 10 days ago"]);
    shows(built, &["1 December 2026 in 11 days", "Anniversary · Flood", "Promise due"]);
    shows(
        later,
        &["25 November 2026 5 days ago", "Overdue · Fire", "10 November 2026 20 days ago"],
    );
    shows(later, &["1 December 2026 in 1 day", "Due date reached, not checked"]);
    // A limit that passed while nobody looked says no more than that it passed.
    shows(stale, &["25 November 2026 30 days ago", "None found as of 20 November 2026."]);
    assert!(!stale.contains("Anniversary"), "nobody saw it reached: {stale}");
    assert!(!expired.contains("Overdue") && !expired.contains("None found"), "{expired}");
    shows(expired, &["28 November 2026 93 days ago", "Due date reached, not checked"]);
}

#[test]
fn the_script_counts_every_vector_as_the_independent_program_does() {
    let mut visits = Vec::new();
    let mut expected = Vec::new();
    for case in cases() {
        let lines = format!("occurred: \"{}\"\ntimezone: {}", case.occurred, case.timezone);
        let Some(days) = case.days else {
            // No page exists whose number could be wrong.
            assert!(
                !incident(&lines)
                    .as_of_in(&case.as_of, &case.timezone)
                    .has("incidents/a/index.html"),
                "{case:?}"
            );
            continue;
        };
        let zone: Tz = case.timezone.parse().expect("a zone");
        let (today, moment) = match read_as_of(&case.as_of, zone).expect("an as-of") {
            AsOf::Day(day) => (day, noon(day, zone)),
            AsOf::Instant(instant) => (instant.with_timezone(&zone).date_naive(), instant),
        };
        // Built some days before, so that the script has something to do.
        let earlier = u64::try_from(days.min(40)).expect("a number of days");
        let built = today - Days::new(earlier);
        visits.push(Visit {
            html: main_of(&incident(&lines).as_of(&built.to_string())),
            moments: vec![moment.timestamp_millis()],
        });
        expected.push((case, days));
    }
    assert!(visits.len() > 100, "{} cases", visits.len());
    let seen = visit(&visits);
    assert_eq!(seen.len(), expected.len());
    let wrong: Vec<String> = seen
        .iter()
        .zip(&expected)
        .filter(|(seen, (_, days))| seen[0].days.as_deref() != Some(&*grouped(*days)))
        .map(|(seen, (case, _))| format!("{case:?}\n  shows {seen:?}"))
        .collect();
    assert!(
        wrong.is_empty(),
        "{} of {} differ:\n{}",
        wrong.len(),
        expected.len(),
        wrong.join("\n")
    );
}

const ZONES: [&str; 5] =
    ["UTC", "Asia/Seoul", "America/Los_Angeles", "Pacific/Kiritimati", "Pacific/Pago_Pago"];

#[test]
fn a_page_left_open_goes_from_fresh_to_stale_to_expired_at_midnight_in_the_incidents_zone() {
    let checked: NaiveDate = "2022-12-01".parse().expect("a date");
    let mut visits = Vec::new();
    for zone in ZONES {
        let lines = format!(
            "occurred: 2021-03-10\ntimezone: {zone}\nawaiting:\n  - {{report: final-report, checked: {checked}, recheck_every: 30 days}}"
        );
        let zone: Tz = zone.parse().expect("a zone");
        let edges = [31, 91].map(|age| checked + Days::new(age));
        let moments = [
            noon(checked + Days::new(1), zone),
            at(edges[0] - Days::new(1), "23:59:59", zone),
            at(edges[0], "00:00:00", zone),
            at(edges[1] - Days::new(1), "23:59:59", zone),
            at(edges[1], "00:00:00", zone),
        ];
        visits.push(Visit {
            html: main_of(&incident(&lines).as_of("2022-12-02")),
            moments: moments.map(|moment| moment.timestamp_millis()).into(),
        });
    }
    for (zone, seen) in ZONES.iter().zip(visit(&visits)) {
        let [fresh, still_fresh, stale, still_stale, expired] = &seen[..] else {
            panic!("{zone}: {seen:?}")
        };
        assert_eq!(fresh.days.as_deref(), Some("632"), "{zone}: {fresh:?}");
        assert_eq!(still_fresh.days.as_deref(), Some("661"), "{zone}: {still_fresh:?}");
        assert!(!still_fresh.class.contains("is-stale"), "{zone}: {still_fresh:?}");
        for stale in [stale, still_stale] {
            assert_eq!(stale.days.as_deref(), Some("631"), "{zone}: {stale:?}");
            assert!(stale.class.contains("is-stale"), "{zone}: {stale:?}");
            assert!(
                stale.text.contains("when last checked, on 1 December 2022"),
                "{zone}: {stale:?}"
            );
        }
        assert!(expired.class.contains("is-expired"), "{zone}: {expired:?}");
        assert_eq!(expired.days, None, "{zone}: no number of days is claimed: {expired:?}");
        assert!(
            expired.text.contains("no check is recorded since 1 December 2022"),
            "{zone}: {expired:?}"
        );
        assert!(!expired.text.contains("without"), "{zone}: {expired:?}");
    }
}

#[test]
fn a_frame_on_another_site_becomes_stale_and_expires_by_itself() {
    let lines = "occurred: 2021-03-10\nawaiting:\n  - {report: final-report, checked: 2022-12-01, recheck_every: 30 days}";
    let html = main_at(&incident(lines).as_of("2022-12-02"), "embed/a/final-report/index.html");
    let moments = ["2022-12-07", "2023-01-10", "2023-06-01"]
        .map(|day| noon(day.parse().expect("a day"), Tz::UTC).timestamp_millis());
    let seen = visit(&[Visit { html, moments: moments.into() }]).remove(0);
    let [fresh, stale, expired] = &seen[..] else { panic!("{seen:?}") };
    assert_eq!(fresh.days.as_deref(), Some("637"), "{fresh:?}");
    assert!(
        fresh.text.contains("as of 7 December 2022")
            || fresh.text.contains("as\u{a0}of 7 December 2022"),
        "{fresh:?}"
    );
    assert_eq!(stale.days.as_deref(), Some("631"), "{stale:?}");
    assert!(stale.text.contains("when last checked, on 1 December 2022"), "{stale:?}");
    assert_eq!(expired.days, None, "{expired:?}");
    assert!(
        expired.class.contains("is-expired")
            && expired.text.contains("no check is recorded since 1 December 2022"),
        "{expired:?}"
    );
}

#[test]
fn a_readers_clock_that_is_wrong_never_takes_a_page_before_the_day_it_was_built_for() {
    let lines = "occurred: 2021-03-10\nawaiting:\n  - {report: final-report, checked: 2022-12-01}";
    let html = main_of(&incident(lines).as_of("2022-12-07"));
    let moments = [
        "1970-01-01T00:00:00Z",
        "2021-03-09T00:00:00Z",
        "2022-12-06T23:59:59Z",
        "2022-12-07T12:00:00Z",
        "2022-12-01T00:00:00Z",
    ];
    let moments = moments.map(|moment| crate::harness::instant(moment).timestamp_millis()).into();
    for seen in &visit(&[Visit { html, moments }])[0] {
        assert_eq!(seen.days.as_deref(), Some("637"), "{seen:?}");
    }
}

/// What is seen of this clock, built for `built`, at noon of these days in UTC.
fn seen_on(awaiting: &str, built: &str, days: &[&str]) -> Vec<Seen> {
    let html = main_of(&incident(awaiting).as_of(built));
    let moments = days
        .iter()
        .map(|day| noon(day.parse().expect("a day"), Tz::UTC).timestamp_millis())
        .collect();
    visit(&[Visit { html, moments }]).remove(0)
}

#[test]
fn a_check_that_reaches_to_an_earlier_day_stands_there_until_the_look_expires() {
    let lines = "occurred: 2021-03-10\nawaiting:\n  - {report: final-report, checked: 2022-12-01, evidence_until: 2022-10, recheck_every: 30 days}";
    let seen = seen_on(lines, "2022-12-02", &["2022-12-07", "2023-01-10", "2023-06-01"]);
    let [looked, aged, expired] = &seen[..] else { panic!("{seen:?}") };
    for stale in [looked, aged] {
        assert_eq!(stale.days.as_deref(), Some("570"), "{stale:?}");
        assert!(stale.text.contains("when last checked, up to 1 October 2022"), "{stale:?}");
    }
    assert_eq!(expired.days, None, "{expired:?}");
    assert!(expired.text.contains("no check is recorded since 1 December 2022"), "{expired:?}");
}

#[test]
fn an_imprecise_start_that_can_still_lie_ahead_counts_from_its_last_day() {
    let lines = "occurred: 2022-12\nawaiting:\n  - {report: final-report, checked: 2022-12-06, recheck_every: 90 days}";
    let seen = seen_on(lines, "2022-12-07", &["2022-12-08", "2022-12-31", "2023-01-10"]);
    let days: Vec<_> = seen.iter().map(|seen| seen.days.as_deref()).collect();
    assert_eq!(days, [Some("0"), Some("0"), Some("10")], "{seen:?}");
}

#[test]
fn a_paused_clock_counts_on_with_its_date_and_stands_at_its_check() {
    let lines = "occurred: 2022-01-01\nawaiting:\n  - {report: final-report, within: 1 year, checked: 2022-03-01, recheck_every: 30 days, \
                 paused: [{from: 2022-02-10}]}";
    let seen =
        seen_on(lines, "2022-03-02", &["2022-03-10", "2022-03-20", "2022-04-10", "2022-06-10"]);
    let [within, after, stale, expired] = &seen[..] else { panic!("{seen:?}") };
    assert!(
        within.text.contains("10 March 2022") && within.text.contains("29 days of them"),
        "{within:?}"
    );
    assert_eq!(within.days.as_deref(), Some("68"));
    // On the day of the build nobody knew when the pause would end.
    assert!(after.text.contains("39 days of them"), "{after:?}");
    assert_eq!(stale.days.as_deref(), Some("59"));
    assert!(
        stale.text.contains("20 days of them")
            && stale.text.contains("when last checked, on 1 March 2022"),
        "{stale:?}"
    );
    assert_eq!(expired.days, None);
}

#[test]
fn the_days_since_a_limit_passed_move_with_the_count() {
    let lines = "occurred: 2022-01-01\nawaiting:\n  - {report: final-report, within: 1 month, checked: 2022-03-01, recheck_every: 30 days}";
    let html =
        main_of(&incident(lines).as_of("2022-03-02")).replace("class=\"side\"", "class=\"sum\"");
    let at = |day: &str| noon(day.parse().expect("a day"), Tz::UTC).timestamp_millis();
    let seen =
        visit(&[Visit { html, moments: vec![at("2022-03-10"), at("2022-04-10")] }]).remove(0);
    assert!(seen[0].text.contains("1 February 2022; passed 37 days ago."), "{seen:?}");
    assert!(
        seen[1].text.contains("1 February 2022; passed.")
            && seen[1].text.contains("not checked lately"),
        "{seen:?}"
    );
}

#[test]
fn counts_ratios_and_standings_in_prose_move_and_stand_together() {
    let text = "\
-- content/incidents/a.md --
---
title: A fire
occurred: 2021-03-10
awaiting:
  - {report: final-report, checked: 2022-12-01, recheck_every: 30 days}
---
One {{ ratio(\"a\", \"b\") }}. Two {{ days(\"a\") }}. Three {{ standing(\"a\") }}
-- content/incidents/b.md --
---
title: Another
occurred: 2022-10-15
awaiting:
  - {report: final-report, closed: {on: 2022-12-06, why: it ended}}
---
";
    let page = crate::harness::site(text).as_of("2022-12-07").text("incidents/a/index.html");
    let begin = page.find("<p>One").expect("the prose");
    let prose = &page[begin..begin + page[begin..].find("</p>").expect("its end")];
    // The first clock around everything is none of these: it only gives the text.
    let html = format!(
        "<div data-since=\"2021-03-10\" data-zone=\"UTC\" data-as-of=\"2022-12-07\">{prose}</div>"
    );
    let at = |day: &str| noon(day.parse().expect("a day"), Tz::UTC).timestamp_millis();
    let moments = ["2022-12-07", "2022-12-20", "2023-01-10", "2023-06-01"].map(at).into();
    let seen = visit(&[Visit { html, moments }]).remove(0);
    let said: Vec<String> = seen
        .iter()
        .map(|seen| seen.text.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect();
    assert!(
        said[0]
            .contains("One 12.25× (637 days against 52 days, on 7 December 2022). Two 637 days."),
        "{said:?}"
    );
    assert!(
        said[1]
            .contains("One 12.50× (650 days against 52 days, on 20 December 2022). Two 650 days."),
        "{said:?}"
    );
    let stale = "One 12.13× (when last checked, on 1 December 2022) (631 days against 52 days, on 1 December 2022). \
                 Two 631 days (when last checked, on 1 December 2022). Three not checked lately";
    assert!(said[2].contains(stale), "{said:?}");
    let expired = "One a number of times that is not known . Two an unknown number of days (not checked since 1 December 2022). \
                   Three no longer checked The incident was 813 days ago.";
    assert!(said[3].replace("known.", "known .").contains(expired), "{said:?}");
}

#[test]
fn a_page_of_yesterday_reads_today_as_todays_does_in_every_language() {
    // When it happened, what is said of its limit, the day for which the page is built, and the
    // next one.
    let cases = [
        ("2022-12", "", "2022-12-07", "2022-12-08"),
        ("2022-12-07", "", "2022-12-07", "2022-12-08"),
        ("2022-12-06", "", "2022-12-07", "2022-12-08"),
        ("2020-03-06", "", "2022-11-30", "2022-12-01"),
        // The days since a limit passed move as well.
        ("2020-03-06", ", within: 1000 days", "2022-12-02", "2022-12-03"),
        ("0100-03-01", ", within: 1 day", "3480-04-16", "3480-04-17"),
    ];
    for language in ["en", "fr", "ko"] {
        let (mut visits, mut frame) = (Vec::new(), String::new());
        for (occurred, limit, built, today) in cases {
            let text = format!(
                "-- overdue.yaml --\ntitle: T\nurl: https://watch.example/\nlanguage: {language}\n-- content/incidents/a.md --\n---\n\
                 title: X\noccurred: {occurred}\nawaiting:\n  - {{report: final-report, checked: {built}{limit}}}\n---\nP {{{{ days(\"a\") }}}}\n"
            );
            let noon = noon(today.parse().expect("a day"), Tz::UTC).timestamp_millis();
            for built in [built, today] {
                let compiled = crate::harness::site(&text).as_of(built);
                frame = frame_of(&compiled.text("incidents/a/index.html"));
                for path in ["incidents/a/index.html", "embed/a/final-report/index.html"] {
                    assert_eq!(
                        frame_of(&compiled.text(path)),
                        frame,
                        "the script finds the same words in a frame"
                    );
                    visits.push(Visit { html: main_at(&compiled, path), moments: vec![noon] });
                }
            }
        }
        let seen: Vec<String> =
            visit_in(&frame, &visits).into_iter().map(|mut seen| seen.remove(0).all).collect();
        let number = ["0 ", "1 ", "2 ", "1,000", "1,002", "1,234,567"];
        for ((pages, case), number) in seen.chunks(4).zip(cases).zip(number) {
            let [yesterday, its_embed, today, todays_embed] = pages else { panic!("{pages:?}") };
            assert_eq!(yesterday, today, "{language} {case:?}");
            assert_eq!(its_embed, todays_embed, "{language} {case:?}");
            assert!(language != "en" || todays_embed.contains(number), "{case:?} {todays_embed}");
        }
    }
}

#[test]
fn a_page_says_that_it_is_old_when_more_than_three_days_have_passed_in_the_sites_zone() {
    let text = "-- overdue.yaml --\ntitle: T\nurl: https://watch.example/\ntimezone: Asia/Seoul\n\
                -- content/incidents/a.md --\n---\ntitle: X\noccurred: 2021-03-10\n---\n-- content/pages/about.md --\n---\ntitle: About\n---\n";
    let compiled = crate::harness::site(text).as_of("2022-12-01");
    assert!(
        !compiled.text("pages/about/index.html").contains("data-built"),
        "a page that no day changes has no date"
    );
    let page = compiled.text("incidents/a/index.html");
    let begin = page.find("<p class=\"wrap notice late\"").expect("the notice");
    let html =
        page[begin..begin + page[begin..].find("</p>").expect("its end")].to_owned() + "</p>";
    let zone = Tz::Asia__Seoul;
    let on = |day: &str, time: &str| at(day.parse().expect("a day"), time, zone).timestamp_millis();
    let moments = vec![
        on("2022-12-01", "12:00:00"),
        on("2022-12-04", "23:59:59"),
        on("2022-12-05", "00:00:00"),
        on("2023-06-01", "12:00:00"),
        // A reader's clock that is wrong.
        on("2021-01-01", "12:00:00"),
    ];
    let said: Vec<String> =
        visit(&[Visit { html, moments }]).remove(0).into_iter().map(|seen| seen.all).collect();
    let notice = "This page was built for 1 December 2022 and has not been renewed since. Counts that run go on by themselves; \
                  documents published since then may be missing.";
    assert_eq!(said, ["", "", notice, notice, ""]);
}

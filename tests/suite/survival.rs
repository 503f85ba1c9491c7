//! Curves computed by an independent program (`tests/vectors/survival.json`), what must hold of
//! every curve, and which clocks count.

use overdue::stats::{Fraction, Observation, Reading, Readings, Step, Survival, Wait};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::harness::site;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    published: Vec<i64>,
    censored: Vec<i64>,
    imprecise: Vec<(i64, i64)>,
    unchecked: Vec<i64>,
    closed: usize,
    median: Option<i64>,
    median_range: (Option<i64>, Option<i64>),
    curve: Vec<CaseStep>,
    /// Left out where nothing is uncertain and nothing closed: then there is one curve.
    curve_fast: Option<Vec<CaseStep>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CaseStep {
    days: i64,
    at_risk: usize,
    published: usize,
    still_waiting: String,
    ci95: Option<[f64; 2]>,
}

impl Case {
    fn waits(&self) -> Vec<Wait> {
        let published =
            self.published.iter().map(|days| Wait::Published { shortest: *days, longest: *days });
        let imprecise = self
            .imprecise
            .iter()
            .map(|(shortest, longest)| Wait::Published { shortest: *shortest, longest: *longest });
        let awaited =
            self.censored.iter().map(|days| Wait::Awaited { shortest: *days, longest: *days });
        let unchecked = self.unchecked.iter().map(|days| Wait::Unchecked { longest: *days });
        published
            .chain(imprecise)
            .chain(awaited)
            .chain(unchecked)
            .chain(std::iter::repeat_n(Wait::Closed, self.closed))
            .collect()
    }
}

fn survival(published: &[i64], awaited: &[i64]) -> Survival {
    let events = published.iter().map(|days| Observation::Published(*days));
    Survival::of(events.chain(awaited.iter().map(|days| Observation::Awaited(*days))))
}

fn assert_same(name: &str, found: &[Step], expected: &[CaseStep]) {
    assert_eq!(found.len(), expected.len(), "{name}: steps");
    for (found, expected) in found.iter().zip(expected) {
        assert_eq!(
            (found.days, found.at_risk, found.published, found.still_waiting.to_string()),
            (expected.days, expected.at_risk, expected.published, expected.still_waiting.clone()),
            "{name}"
        );
        let near = match (found.interval, expected.ci95) {
            (Some((low, high)), Some(ends)) => {
                (low - ends[0]).abs() < 1e-6 && (high - ends[1]).abs() < 1e-6
            }
            (found, expected) => found.is_none() && expected.is_none(),
        };
        assert!(
            near,
            "{name}, day {}: interval {:?}, expected {:?}",
            found.days, found.interval, expected.ci95
        );
    }
}

#[test]
fn every_vector_gives_the_curves_and_the_medians_of_the_independent_program() {
    let cases: Vec<Case> = serde_json::from_str(include_str!("../vectors/survival.json"))
        .expect("the vectors can be read");
    assert!(cases.len() >= 22);
    for case in cases {
        let name = &case.name;
        let found = Readings::of(&case.waits());
        let median = found.median();
        assert_eq!((median.fast, median.slow), case.median_range, "{name}: range of the median");
        assert_eq!(median.agreed().flatten(), case.median, "{name}: median");
        assert_same(name, found.slow.curve(), &case.curve);
        match &case.curve_fast {
            Some(fast) => assert_same(name, found.fast.curve(), fast),
            None => assert!(found.are_one(), "{name}: the readings differ"),
        }
    }
}

#[test]
fn the_naive_median_leaves_out_whoever_is_slowest() {
    let published = [1, 3, 4, 18, 26, 52, 91, 104, 134, 326, 443, 444, 576, 727];
    let found = survival(&published, &[422, 803, 1135, 1306, 1411, 2243]);
    assert_eq!((found.median(), found.naive_median_in_half_days()), (Some(326), Some(195)));
    assert_eq!(survival(&[1, 1], &[]).naive_median_in_half_days(), Some(2));
    assert_eq!(survival(&[], &[5]).naive_median_in_half_days(), None);
}

#[test]
fn the_interval_of_the_median_may_have_no_upper_end() {
    let freireich = survival(
        &[6, 6, 6, 7, 10, 13, 16, 22, 23],
        &[6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35],
    );
    assert_eq!(freireich.median_interval(), (Some(13), None));
}

#[test]
fn nothing_is_claimed_beyond_the_last_day_that_anybody_saw() {
    let share =
        |survival: &Survival, day| survival.published_within(day).map(|share| share.to_string());
    let censored_last = survival(&[10, 20], &[20, 40]);
    assert_eq!(share(&censored_last, 9).as_deref(), Some("0/1"));
    assert_eq!(share(&censored_last, 10).as_deref(), Some("1/4"));
    assert_eq!(share(&censored_last, 40).as_deref(), Some("1/2"));
    assert_eq!(share(&censored_last, 41), None);
    let all_published = survival(&[10, 20], &[]);
    assert_eq!(
        share(&all_published, 365).as_deref(),
        Some("1/1"),
        "once all are published, they stay so"
    );
    assert_eq!(share(&survival(&[], &[]), 0), None);
}

#[test]
fn a_document_comes_before_a_check_of_the_same_day() {
    let found = survival(&[5], &[5, 5, 4]);
    assert_eq!(found.curve()[0].at_risk, 3);
    assert_eq!(found.curve()[0].still_waiting.to_string(), "2/3");
}

#[test]
fn a_fraction_is_rounded_half_up_and_compared_exactly() {
    assert_eq!(
        (
            Fraction::of(1, 8).rounded(100),
            Fraction::of(1, 3).rounded(100),
            Fraction::of(0, 0).rounded(100)
        ),
        (13, 33, 0)
    );
    assert!(Fraction::of(1, 3) < Fraction::of(334, 1000));
    assert_eq!(Fraction::of(4, 8), Fraction::one().times(1, 2));
    assert!((Fraction::of(6, 7).approximate() - 6.0 / 7.0).abs() < 1e-15);
}

/// Numbers that look random and are the same each time: splitmix64.
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: u64) -> i64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        i64::try_from((mixed ^ (mixed >> 31)) % sides).expect("a small number")
    }

    fn days(&mut self, most: u64) -> Vec<i64> {
        (0..self.below(most)).map(|_| self.below(60)).collect()
    }
}

#[test]
fn the_curve_never_rises_and_its_interval_holds_it() {
    let mut dice = Dice(1);
    for _ in 0..300 {
        let found = survival(&dice.days(80), &dice.days(80));
        let mut before = Fraction::one();
        for step in found.curve() {
            assert!(step.still_waiting < before, "{found:?}");
            let share = step.still_waiting.approximate();
            assert!(
                step.interval.is_none_or(|(low, high)| low <= share && share <= high),
                "{step:?}"
            );
            assert_eq!(step.interval.is_none(), step.still_waiting.is_zero(), "{step:?}");
            before = step.still_waiting.clone();
        }
    }
}

#[test]
fn one_more_that_is_still_awaited_never_lowers_the_curve() {
    let mut dice = Dice(2);
    for _ in 0..300 {
        let (published, mut awaited) = (dice.days(30), dice.days(30));
        let before = survival(&published, &awaited);
        awaited.push(dice.below(60));
        let after = survival(&published, &awaited);
        for day in 0..60 {
            // Where all were published before, a day after the last one can be one of which nothing
            // is claimed any more.
            if let (Some(before), Some(after)) =
                (before.still_waiting(day), after.still_waiting(day))
            {
                assert!(after >= before, "day {day} of {published:?} and {awaited:?}");
            }
        }
    }
}

#[test]
fn what_is_found_out_later_lies_between_the_readings() {
    let exactly = |days: i64| Wait::Published { shortest: days, longest: days };
    let mut dice = Dice(3);
    for _ in 0..300 {
        // Where some are censored the estimate need not move with a day that moves, so that here
        // all are published.
        let known: Vec<Wait> = dice.days(12).into_iter().map(exactly).collect();
        let unknown: Vec<(i64, i64)> =
            (0..=dice.below(8)).map(|_| (dice.below(30), 30 + dice.below(30))).collect();
        let ranges = unknown
            .iter()
            .map(|(shortest, longest)| Wait::Published { shortest: *shortest, longest: *longest });
        let found = Readings::of(&known.iter().copied().chain(ranges).collect::<Vec<_>>());
        let days = unknown.iter().map(|(shortest, longest)| {
            exactly(shortest + dice.below((longest - shortest + 1).unsigned_abs()))
        });
        let truth = Readings::of(&known.iter().copied().chain(days).collect::<Vec<_>>());
        assert!(truth.are_one());
        for day in 0..60 {
            let [fast, truth, slow] = [&found.fast, &truth.slow, &found.slow]
                .map(|reading| reading.still_waiting(day).expect("a share"));
            assert!(fast <= truth && truth <= slow, "day {day}: {known:?} and {unknown:?}");
        }
        let median = truth.slow.median();
        assert!(
            found.fast.median() <= median && median <= found.slow.median(),
            "{known:?} and {unknown:?}"
        );
    }
}

#[test]
fn what_is_closed_without_a_document_never_publishes() {
    let waits: Vec<Wait> = [10, 20]
        .map(|days| Wait::Published { shortest: days, longest: days })
        .into_iter()
        .chain([Wait::Closed; 3])
        .collect();
    let found = Readings::of(&waits);
    assert_eq!(found.median(), Reading { fast: None, slow: None });
    assert_eq!(
        found.published_within(10_000).agreed().flatten().map(|share| share.to_string()).as_deref(),
        Some("2/5")
    );
}

/// One incident with a clock of each sort.
const SITE: &str = "
-- content/organisations/o.md --
---
title: O
role: operator
---
-- content/organisations/p.md --
---
title: P
role: operator
---
-- content/incidents/a.md --
---
title: A
occurred: 2026-01-01
country: FR
sector: rail
regimes:
  - {regime: icao-annex13, from: p, checked: 2026-02-03}
  - {regime: eu-gdpr-33, from: p, triggers: {aware: 2026-01-01 10:00}}
awaiting:
  - {id: published, report: final-report, from: o}
  - {id: waiting, report: final-report, from: p, checked: 2026-02-01}
  - {id: expired, report: final-report, from: p, checked: 2026-01-11, recheck_every: 1 day}
  - {id: overdue, report: final-report, from: p, within: 10 days, checked: 2026-03-01}
  - {id: paused, report: final-report, from: p, within: 1 year, checked: 2026-03-02, paused: [{from: 2026-02-01, why: court}]}
  - {id: never-checked, report: final-report, from: p}
  - {id: checked-before, report: final-report, from: p, since: {clock: published}, checked: 2026-02-01}
  - {id: imprecise, report: final-report, from: p, since: 2026-02, checked: 2026-03-01}
  - {id: closed, report: final-report, from: p, checked: 2026-02-01, closed: {on: 2026-02-02, why: dropped}}
  - {id: unknown, report: final-report, from: p, since: aware, checked: 2026-02-01}
---
-- content/responses/r.md --
---
title: R
kind: final-report
date: 2026-02-22
by: [o]
incidents: [a]
---
";

#[test]
fn a_clock_counts_up_to_what_somebody_has_seen_or_is_left_out_for_a_reason() {
    let statistics: Value =
        serde_json::from_str(&site(SITE).as_of("2026-03-31").text("data/statistics.json"))
            .expect("JSON");
    assert_eq!(statistics["as_of"], "2026-03-31");
    let groups = statistics["groups"].as_array().expect("a list");
    let all = json!({
        "by": "all", "key": null, "report": "final-report", "observations": 10, "published": 1, "censored": 8,
        "excluded": {"confidential": 0, "unknown": 1}, "uncertain": {"unchecked": 2, "imprecise": 1}, "closed": 1,
        "median": null, "median_range": [null, null],
        // Of those still awaited three were looked for on day 52 or later, or nobody has looked for
        // them since; one is closed.
        "curve": [{"days": 52, "at_risk": 5, "published": 1, "still_waiting": "4/5", "ci95": [0.203_809_263, 0.969_179_789]}],
        "curve_fast": groups[1]["curve_fast"],
        "shares": [
            {"days": 30, "value": null, "range": ["1/5", "0/1"]}, {"days": 90, "value": null, "range": [null, null]},
            {"days": 180, "value": null, "range": [null, null]}, {"days": 365, "value": null, "range": [null, null]},
        ],
    });
    assert_eq!(groups[1], all);
    let others: Vec<_> = groups
        .iter()
        .map(|group| {
            (text(group, "by"), text(group, "key"), text(group, "report"), &group["observations"])
        })
        .collect();
    let one = |by, key, report, observations| (by, key, report, observations);
    let [none, single, nine, ten] = [0, 1, 9, 10].map(Value::from);
    // A report that is owed each year ends with no one publication, and is nobody's wait.
    assert_eq!(
        others,
        [
            one("all", "", "notification", &none),
            one("all", "", "final-report", &ten),
            one("country", "FR", "notification", &none),
            one("country", "FR", "final-report", &ten),
            one("sector", "rail", "notification", &none),
            one("sector", "rail", "final-report", &ten),
            one("regime", "eu-gdpr-33", "notification", &none),
            one("regime", "icao-annex13", "final-report", &single),
            one("organisation", "o", "final-report", &single),
            one("organisation", "p", "notification", &none),
            one("organisation", "p", "final-report", &nine),
        ]
    );
    assert_eq!(
        groups[6]["excluded"]["confidential"], 1,
        "what nobody outside can see is never late"
    );
}

fn text<'v>(group: &'v Value, key: &str) -> &'v str {
    group[key].as_str().unwrap_or_default()
}

#[test]
fn the_page_gives_no_median_of_four_and_never_speaks_for_a_country() {
    let page = site(SITE).as_of("2026-03-31").words("statistics/index.html");
    for said in [
        "10 followed on this site: 1 published, 6 still awaited when somebody last looked, 2 with \
         neither a document nor a check recorded and 1 closed without a document.",
        "Left out: 1 whose count has no known start.",
        "Fewer than half of the final reports on this site are public so far: no median is reached.",
        "None followed on this site yet.",
        "1 with confidential filings",
    ] {
        assert!(page.contains(said), "{said}\n{page}");
    }
    for claimed in
        ["Of those already published alone", "None of them is still awaited", "None was found"]
    {
        assert!(!page.contains(claimed), "{claimed}\n{page}");
    }
    assert!(!page.contains("in FR") && !page.contains("in France"), "{page}");
}

/// A site of many incidents `iN`: a response with this date to those below `answered`, and these
/// lines in the front matter of the rest.
fn many(incidents: usize, waiting: &str, answered: usize, date: &str) -> String {
    let mut text = String::new();
    for n in 0..incidents {
        let lines = if n < answered { "" } else { waiting };
        text.push_str(&format!(
            "-- content/incidents/i{n}.md --\n---\ntitle: I{n}\noccurred: 2020-01-10\n{lines}---\n"
        ));
    }
    for n in 0..answered {
        let head = format!("title: R{n}\nkind: final-report\ndate: {date}\nincidents: i{n}");
        text.push_str(&format!("-- content/responses/r{n}.md --\n---\n{head}\n---\n"));
    }
    text
}

#[test]
fn five_reports_beside_forty_waits_that_nobody_checked_give_no_median() {
    let compiled = site(&many(45, "", 5, "2020-01-18")).as_of("2022-06-23");
    let page = compiled.words("statistics/index.html");
    let said = "45 followed on this site: 5 published and 40 with neither a document nor a check recorded.";
    assert!(page.contains(said), "{page}");
    assert!(page.contains("Whether half of the final reports on this site are public is not known: 40 never checked."), "{page}");
    assert!(page.contains("Public within 365 days 11.1–100.0 %"), "{page}");
    for claimed in [
        "None of them is still awaited",
        "Half of the final reports",
        "all published",
        "None was found",
    ] {
        assert!(!page.contains(claimed), "{claimed}\n{page}");
    }
    let statistics: Value =
        serde_json::from_str(&compiled.text("data/statistics.json")).expect("JSON");
    let all = &statistics["groups"][0];
    assert_eq!((&all["median"], &all["median_range"]), (&Value::Null, &json!([0, null])));
    assert_eq!((&all["observations"], &all["uncertain"]["unchecked"]), (&json!(45), &json!(40)));
}

#[test]
fn reports_known_only_to_the_year_are_published_and_give_a_range() {
    let lines = "awaiting: [{report: final-report, checked: 2022-06-20}]\n";
    let page =
        site(&many(20, lines, 14, "2021")).as_of("2022-06-23").words("statistics/index.html");
    assert!(
        page.contains(
            "20 followed on this site: 14 published and 6 still awaited when somebody last looked."
        ),
        "{page}"
    );
    let range = "Half of the final reports on this site were public within 357 to 721 days. What is not known could move that: \
                 14 with a date known only to the month or the year.";
    assert!(page.contains(range), "{page}");
    for claimed in ["None", "Fewer than half", "no median is reached"] {
        assert!(!page.contains(claimed), "{claimed}\n{page}");
    }
}

#[test]
fn groups_are_ranked_only_where_nothing_unknown_could_change_the_order() {
    let group = |sector: &str, ids: std::ops::Range<usize>, date: &str| {
        let mut text = String::new();
        for n in ids {
            text.push_str(&format!(
                "-- content/incidents/i{n}.md --\n---\ntitle: I{n}\noccurred: 2020-01-10\nsector: {sector}\n---\n\
                 -- content/responses/r{n}.md --\n---\ntitle: R{n}\nkind: final-report\ndate: {date}\nincidents: i{n}\n---\n"
            ));
        }
        text
    };
    let known =
        format!("{}{}", group("zeppelin", 0..5, "2020-02-01"), group("barge", 5..10, "2020-04-01"));
    let page = site(&known).as_of("2022-06-23").words("statistics/index.html");
    assert!(page.contains("By sector, the shortest median first."), "{page}");
    let place =
        |page: &str, name: &str| page.find(name).unwrap_or_else(|| panic!("{name}\n{page}"));
    assert!(place(&page, "Zeppelin 5") < place(&page, "Barge 5"), "{page}");
    let unsure =
        format!("{}{}", group("zeppelin", 0..5, "2020"), group("barge", 5..10, "2020-04-01"));
    let page = site(&unsure).as_of("2022-06-23").words("statistics/index.html");
    assert!(page.contains("By name: what is not known could change the order."), "{page}");
    assert!(place(&page, "Barge 5") < place(&page, "Zeppelin 5"), "{page}");
    assert!(page.contains("0 to 356 days"), "{page}");
}

#[test]
fn replies_known_only_to_the_year_beside_reports_that_nobody_looked_after_are_never_told_as_none() {
    // A tenth of a public list of coroners' reports: 3,998, of which 2,586 were answered on days that
    // the list does not have, and nobody has looked for the rest.
    let compiled = site(&many(400, "", 259, "2020")).as_of("2022-06-23");
    let page = compiled.words("statistics/index.html");
    for said in [
        "400 followed on this site: 259 published and 141 with neither a document nor a check recorded.",
        "Half of the final reports on this site were public within 0 to 356 days. What is not known could move that: \
         141 never checked and 259 with a date known only to the month or the year.",
    ] {
        assert!(page.contains(said), "{said}\n{}", &page[..page.len().min(4000)]);
    }
    for claimed in ["None", "Fewer than half", "no median is reached"] {
        assert!(!page.contains(claimed), "{claimed}");
    }
}

//! Curves computed by an independent program (`tests/vectors/survival.json`), what must hold of every curve, and which clocks count.

use overdue::stats::{Fraction, Observation, Survival};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::harness::site;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    published: Vec<i64>,
    censored: Vec<i64>,
    median: Option<i64>,
    curve: Vec<CaseStep>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CaseStep {
    days: i64,
    at_risk: usize,
    published: usize,
    still_waiting: String,
    ci95: [f64; 2],
}

fn survival(published: &[i64], awaited: &[i64]) -> Survival {
    let events = published.iter().map(|days| Observation::Published(*days));
    Survival::of(events.chain(awaited.iter().map(|days| Observation::Awaited(*days))))
}

#[test]
fn every_vector_gives_the_curve_and_the_median_of_the_independent_program() {
    let cases: Vec<Case> = serde_json::from_str(include_str!("../vectors/survival.json")).expect("the vectors can be read");
    assert!(!cases.is_empty());
    for case in cases {
        let name = &case.name;
        let found = survival(&case.published, &case.censored);
        assert_eq!(found.median(), case.median, "{name}: median");
        assert_eq!(found.curve().len(), case.curve.len(), "{name}: steps");
        for (found, expected) in found.curve().iter().zip(&case.curve) {
            assert_eq!(
                (found.days, found.at_risk, found.published, found.still_waiting.to_string()),
                (expected.days, expected.at_risk, expected.published, expected.still_waiting.clone()),
                "{name}"
            );
            let (low, high) = found.interval;
            let near = (low - expected.ci95[0]).abs() < 1e-6 && (high - expected.ci95[1]).abs() < 1e-6;
            assert!(near, "{name}, day {}: interval {low} to {high}, expected {:?}", found.days, expected.ci95);
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
    let freireich = survival(&[6, 6, 6, 7, 10, 13, 16, 22, 23], &[6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]);
    assert_eq!(freireich.median_interval(), (Some(13), None));
}

#[test]
fn nothing_is_claimed_beyond_the_last_day_that_anybody_saw() {
    let share = |survival: &Survival, day| survival.published_within(day).map(|share| share.to_string());
    let censored_last = survival(&[10, 20], &[20, 40]);
    assert_eq!(share(&censored_last, 9).as_deref(), Some("0/1"));
    assert_eq!(share(&censored_last, 10).as_deref(), Some("1/4"));
    assert_eq!(share(&censored_last, 40).as_deref(), Some("1/2"));
    assert_eq!(share(&censored_last, 41), None);
    let all_published = survival(&[10, 20], &[]);
    assert_eq!(share(&all_published, 365).as_deref(), Some("1/1"), "once all are published, they stay so");
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
    assert_eq!((Fraction::of(1, 8).rounded(100), Fraction::of(1, 3).rounded(100), Fraction::of(0, 0).rounded(100)), (13, 33, 0));
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
            assert!(step.interval.0 <= share && share <= step.interval.1, "{step:?}");
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
            // Where all were published before, a day after the last one can be one of which nothing is claimed any more.
            if let (Some(before), Some(after)) = (before.still_waiting(day), after.still_waiting(day)) {
                assert!(after >= before, "day {day} of {published:?} and {awaited:?}");
            }
        }
    }
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
    let statistics: Value = serde_json::from_str(&site(SITE).as_of("2026-03-31").text("data/statistics.json")).expect("JSON");
    assert_eq!(statistics["as_of"], "2026-03-31");
    let groups = statistics["groups"].as_array().expect("a list");
    let all = json!({
        "by": "all", "key": null, "report": "final-report", "observations": 6, "published": 1, "censored": 5,
        "excluded": {"unchecked": 2, "imprecise": 1, "closed": 1, "confidential": 0, "unknown": 1},
        "median": null,
        // Two of the five still awaited were looked for on day 52 or later.
        "curve": [{"days": 52, "at_risk": 3, "published": 1, "still_waiting": "2/3", "ci95": [0.054_073_427, 0.945_206_387]}],
        "shares": [
            {"days": 30, "value": "0/1"}, {"days": 90, "value": null}, {"days": 180, "value": null}, {"days": 365, "value": null},
        ],
    });
    assert_eq!(groups[2], all);
    let others: Vec<_> =
        groups.iter().map(|group| (text(group, "by"), text(group, "key"), text(group, "report"), &group["observations"])).collect();
    let one = |by, key, report, observations| (by, key, report, observations);
    let [none, single, five, six] = [0, 1, 5, 6].map(Value::from);
    assert_eq!(
        others,
        [
            one("all", "", "notification", &none),
            one("all", "", "interim-report", &single),
            one("all", "", "final-report", &six),
            one("country", "FR", "notification", &none),
            one("country", "FR", "interim-report", &single),
            one("country", "FR", "final-report", &six),
            one("sector", "rail", "notification", &none),
            one("sector", "rail", "interim-report", &single),
            one("sector", "rail", "final-report", &six),
            one("regime", "eu-gdpr-33", "notification", &none),
            one("regime", "icao-annex13", "interim-report", &single),
            one("regime", "icao-annex13", "final-report", &single),
            one("organisation", "o", "final-report", &single),
            one("organisation", "p", "notification", &none),
            one("organisation", "p", "interim-report", &single),
            one("organisation", "p", "final-report", &five),
        ]
    );
    assert_eq!(groups[9]["excluded"]["confidential"], 1, "what nobody outside can see is never late");
}

fn text<'v>(group: &'v Value, key: &str) -> &'v str {
    group[key].as_str().unwrap_or_default()
}

#[test]
fn the_page_gives_no_median_of_four_and_never_speaks_for_a_country() {
    let page = site(SITE).as_of("2026-03-31").words("statistics/index.html");
    for said in [
        "6 followed on this site: 1 published, 5 still awaited when somebody last looked.",
        "Left out: 2 never checked, 1 with a date known only to the month or the year, 1 closed without a report and 1 whose count has no known start.",
        "Fewer than half of the final reports on this site are public so far: no median is reached.",
        "Of those already published alone, the middle one took 52 days. That number leaves out the 5 still awaited, and so it makes final reports look faster than they are.",
        "None followed on this site yet.",
        "1 followed: fewer than 5 have no median.",
        "1 with confidential filings",
    ] {
        assert!(page.contains(said), "{said}\n{page}");
    }
    assert!(!page.contains("in FR") && !page.contains("in France"), "{page}");
}

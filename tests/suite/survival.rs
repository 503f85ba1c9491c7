//! Curves computed by an independent program (`tests/vectors/survival.json`), what must hold of every curve, and which clocks count.

use chrono::NaiveDate;
use overdue::clock::{AsOf, Docket, as_it_stood};
use overdue::load::Tree;
use overdue::model::Id;
use overdue::parse::{Ahead, Options, parse};
use overdue::stats::{By, Excluded, Exclusion, Fraction, Observation, Statistics, Survival, observe};
use serde::Deserialize;

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
const SITE: [(&str, &str); 4] = [
    ("overdue.yaml", "title: T\nurl: https://t.example/\nlanguage: en\ntimezone: UTC\n"),
    ("content/organisations/o.md", "---\ntitle: O\nrole: operator\n---\n"),
    (
        "content/incidents/a.md",
        "---
title: A
occurred: 2026-01-01
country: FR
sector: rail
awaiting:
  - {id: published, report: interim-report, from: o}
  - {id: waiting, report: final-report, checked: 2026-02-01}
  - {id: expired, report: final-report, checked: 2026-01-11, recheck_every: 1 day}
  - {id: overdue, report: final-report, within: 10 days, checked: 2026-03-01}
  - {id: paused, report: final-report, within: 1 year, checked: 2026-03-02, paused: [{from: 2026-02-01, why: court}]}
  - {id: never-checked, report: final-report}
  - {id: checked-before, report: final-report, since: 2026-03-01, checked: 2026-02-01}
  - {id: imprecise, report: final-report, since: 2026-02, checked: 2026-03-01}
  - {id: closed, report: final-report, checked: 2026-02-01, closed: {on: 2026-02-02, why: dropped}}
  - {id: unknown, report: final-report, since: aware, checked: 2026-02-01}
---
",
    ),
    ("content/responses/r.md", "---\ntitle: R\nkind: interim-report\ndate: 2026-02-22\nby: [o]\nincidents: [a]\n---\n"),
];

#[test]
fn a_clock_counts_up_to_what_somebody_has_seen_or_is_left_out_for_a_reason() {
    let mut tree = Tree::default();
    for (path, text) in SITE {
        tree.insert_text(path, text);
    }
    let as_of = AsOf::Day(NaiveDate::from_ymd_opt(2026, 3, 31).expect("a day"));
    let parsed = parse(&tree, Options { as_of, ahead: Ahead::Mistake, drafts: false });
    let wrong: Vec<_> = parsed.diagnostics.iter().map(|found| format!("{found:?}")).filter(|found| found.contains("Error")).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    let register = as_it_stood(parsed.value.register, as_of);
    let docket = Docket::new(&register, as_of);
    let found: Vec<_> = docket.of("a").iter().map(|clock| (clock.id.as_str(), observe(clock))).collect();
    assert_eq!(
        found,
        [
            ("published", Ok(Observation::Published(52))),
            ("waiting", Ok(Observation::Awaited(31))),
            ("expired", Ok(Observation::Awaited(10))),
            ("overdue", Ok(Observation::Awaited(59))),
            ("paused", Ok(Observation::Awaited(60))),
            ("never-checked", Err(Exclusion::Unchecked)),
            ("checked-before", Err(Exclusion::Unchecked)),
            ("imprecise", Err(Exclusion::Imprecise)),
            ("closed", Err(Exclusion::Closed)),
            ("unknown", Err(Exclusion::Unknown)),
        ]
    );

    let statistics = Statistics::new(&register, &docket);
    let groups: Vec<_> = statistics
        .groups
        .iter()
        .map(|group| (group.by, group.key.as_deref(), group.report.name(), group.survival.observations(), group.excluded.total()))
        .collect();
    assert_eq!(
        groups,
        [
            (By::All, None, "interim-report", 1, 0),
            (By::All, None, "final-report", 4, 5),
            (By::Country, Some("FR"), "interim-report", 1, 0),
            (By::Country, Some("FR"), "final-report", 4, 5),
            (By::Sector, Some("rail"), "interim-report", 1, 0),
            (By::Sector, Some("rail"), "final-report", 4, 5),
            (By::Organisation, Some("o"), "interim-report", 1, 0),
        ]
    );
    let excluded = statistics.groups[1].excluded;
    assert_eq!(excluded, Excluded { unchecked: 2, imprecise: 1, closed: 1, confidential: 0, unknown: 1 });
    assert_eq!(statistics.groups[0].survival.median(), Some(52));
    assert_eq!(statistics.groups[0].median(), None, "one observation has no median");
    assert!(docket.of("a").iter().all(|clock| clock.incident == Id::from("a")));
}

//! `data/statistics.json`: the groups of [`Statistics`], for machines.

use serde::Serialize;

use super::json_lines::lines;
use crate::plan::SiteModel;
use crate::stats::{Excluded, Group, HORIZONS, Statistics, Step};

/// Renders the file: the as-of, and one group on each line.
pub(super) fn render(world: &SiteModel) -> Vec<u8> {
    let statistics = Statistics::new(&world.register, &world.docket);
    let mut out = format!("{{\"as_of\": \"{}\", \"groups\": ", world.today()).into_bytes();
    let rows = lines(statistics.groups.iter().map(GroupRow::from));
    out.extend_from_slice(rows.trim_ascii_end());
    out.extend_from_slice(b"}\n");
    out
}

#[derive(Serialize)]
struct GroupRow<'a> {
    by: &'a str,
    key: Option<&'a str>,
    report: &'a str,
    observations: usize,
    published: usize,
    censored: usize,
    excluded: ExcludedRow,
    /// Null below five observations, and where half of the documents are not published yet.
    median: Option<i64>,
    curve: Vec<StepRow>,
    shares: Vec<ShareRow>,
}

#[derive(Serialize)]
struct ExcludedRow {
    unchecked: usize,
    imprecise: usize,
    closed: usize,
    confidential: usize,
    unknown: usize,
}

#[derive(Serialize)]
struct StepRow {
    days: i64,
    at_risk: usize,
    published: usize,
    still_waiting: String,
    ci95: [f64; 2],
}

#[derive(Serialize)]
struct ShareRow {
    days: i64,
    /// The share published within so many days, as a fraction; null beyond the last day up to which anybody was followed.
    value: Option<String>,
}

impl<'a> From<&'a Group<'_>> for GroupRow<'a> {
    fn from(group: &'a Group<'_>) -> Self {
        let survival = &group.survival;
        let share = |days| ShareRow { days, value: survival.published_within(days).map(|share| share.to_string()) };
        Self {
            by: group.by.name(),
            key: group.key.as_deref(),
            report: group.report.name(),
            observations: survival.observations(),
            published: survival.published().len(),
            censored: survival.awaited().len(),
            excluded: group.excluded.into(),
            median: group.median(),
            curve: survival.curve().iter().map(StepRow::from).collect(),
            shares: HORIZONS.into_iter().map(share).collect(),
        }
    }
}

impl From<Excluded> for ExcludedRow {
    fn from(excluded: Excluded) -> Self {
        let Excluded { unchecked, imprecise, closed, confidential, unknown } = excluded;
        Self { unchecked, imprecise, closed, confidential, unknown }
    }
}

impl From<&Step> for StepRow {
    fn from(step: &Step) -> Self {
        let Step { days, at_risk, published, still_waiting, interval } = step;
        Self {
            days: *days,
            at_risk: *at_risk,
            published: *published,
            still_waiting: still_waiting.to_string(),
            ci95: [rounded(interval.0), rounded(interval.1)],
        }
    }
}

/// To nine decimals, so that the last bits of a logarithm, which differ between systems, do not reach the file.
fn rounded(share: f64) -> f64 {
    (share * 1e9).round() / 1e9
}

//! `data/statistics.json`: the groups of [`Statistics`], for machines.

use serde::Serialize;

use super::json_lines::lines;
use crate::site::SiteModel;
use crate::stats::{Fraction, Group, HORIZONS, Statistics, Step};

/// Renders the file: the as-of, and one group on each line.
pub(super) fn render(site: &SiteModel) -> Vec<u8> {
    let statistics = Statistics::new(&site.register, &site.docket);
    let mut out = format!("{{\"as_of\": \"{}\", \"groups\": ", site.today()).into_bytes();
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
    /// Documents that are still awaited, those for which nobody has looked among them.
    censored: usize,
    excluded: ExcludedRow,
    uncertain: UncertainRow,
    closed: usize,
    /// Null below five observations, where half of the documents are not published, and where the
    /// two readings differ.
    median: Option<i64>,
    /// The fast and the slow reading.
    median_range: [Option<i64>; 2],
    /// The slow reading.
    curve: Vec<StepRow>,
    /// The fast reading; null where it is the same.
    curve_fast: Option<Vec<StepRow>>,
    shares: Vec<ShareRow>,
}

#[derive(Serialize)]
struct ExcludedRow {
    confidential: usize,
    unknown: usize,
}

/// How many observations are not known well.
#[derive(Serialize)]
struct UncertainRow {
    unchecked: usize,
    imprecise: usize,
}

#[derive(Serialize)]
struct StepRow {
    days: i64,
    at_risk: usize,
    published: usize,
    still_waiting: String,
    /// Null where none waits.
    ci95: Option<[f64; 2]>,
}

#[derive(Serialize)]
struct ShareRow {
    days: i64,
    /// The share published within so many days, as a fraction; null beyond the last day up to which
    /// anybody was followed, and where the two readings differ.
    value: Option<String>,
    /// The fast and the slow reading.
    range: [Option<String>; 2],
}

impl<'a> From<&'a Group<'_>> for GroupRow<'a> {
    fn from(group: &'a Group<'_>) -> Self {
        let Group { by, key, report, clocks: _, survival, tally, excluded } = group;
        let share = |days| {
            let share = survival.published_within(days);
            let range =
                [&share.fast, &share.slow].map(|share| share.as_ref().map(Fraction::to_string));
            ShareRow { days, value: share.agreed().flatten().map(|share| share.to_string()), range }
        };
        let rows = |curve: &[Step]| curve.iter().map(StepRow::from).collect::<Vec<_>>();
        let median = group.median();
        Self {
            by: by.name(),
            key: key.as_deref(),
            report: report.name(),
            observations: survival.observations(),
            published: tally.published,
            censored: tally.open(),
            excluded: ExcludedRow {
                confidential: excluded.confidential,
                unknown: excluded.unknown,
            },
            uncertain: UncertainRow { unchecked: tally.unchecked, imprecise: tally.imprecise },
            closed: tally.closed,
            median: median.and_then(|median| median.agreed().flatten()),
            median_range: median.map_or([None, None], |median| [median.fast, median.slow]),
            curve: rows(survival.slow.curve()),
            curve_fast: (!survival.are_one()).then(|| rows(survival.fast.curve())),
            shares: HORIZONS.into_iter().map(share).collect(),
        }
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
            ci95: interval.map(|(low, high)| [rounded(low), rounded(high)]),
        }
    }
}

/// To nine decimals, so that the last bits of a logarithm, which differ between systems, do not
/// reach the file.
fn rounded(share: f64) -> f64 {
    (share * 1e9).round() / 1e9
}

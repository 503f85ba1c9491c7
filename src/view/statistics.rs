//! Statistics → the page that shows them.

use std::fmt::Write as _;

use serde::Serialize;

use super::scale::{axis, hundredths, marks};
use super::{Link, Locale, NumberView, RowView, Tick, number};
use crate::clock::{Clock, Elapsed, longest};
use crate::i18n::{Form, Words, say};
use crate::model::{DocumentKind, Id, Kind};
use crate::site::Group as Members;
use crate::stats::{
    By, ENOUGH, Excluded, Fraction, Group, HORIZONS, Reading, Readings, Statistics, Survival, Tally,
};
use crate::text::slug_of;
use crate::wording;

/// The fewest observations of which a curve is drawn.
const CURVE: usize = 10;
/// Steps of a curve in its table; of a longer one, some are left to the data.
const STEPS: usize = 60;
/// The least distance between two marks on a curve, in hundredths of a percent.
const APART: i64 = 100;
/// The top of a chart, in pixels.
const TOP: i64 = 20;
/// The height of a chart between 0 % and 100 %, in pixels.
const HEIGHT: i64 = 220;

/// How long documents take: `statistics.html`.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct StatisticsView {
    /// The kind with most observations first.
    pub kinds: Vec<KindView>,
    /// The fewest observations of which a median is given.
    pub enough: usize,
}

/// The documents of one kind.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct KindView {
    /// Unique on the page: `final-report`.
    pub anchor: String,
    /// `final report`.
    pub document: String,
    /// `final reports`.
    pub documents: String,
    /// `Final reports`.
    pub heading: String,
    /// Behind `without`: `a final report`.
    pub without_document: String,
    /// How many clocks were observed.
    pub observations: usize,
    /// Whether any was.
    pub any: bool,
    /// How many documents were published.
    pub published: usize,
    /// How many are not recorded as published and are still awaited, those for which nobody has
    /// looked among them.
    pub awaited: usize,
    /// Whether any is.
    pub any_awaited: bool,
    /// How many of those nobody has looked for.
    pub unchecked: usize,
    /// The observed ones by what became of them: `1 published, 5 still awaited when somebody last
    /// looked`. Empty where all are published.
    pub followed: String,
    /// Clocks left out, by reason: `3 with confidential filings`. Empty if there is none.
    pub left_out: String,
    /// Whether there are enough observations for a median.
    pub is_enough: bool,
    /// The days within which half were published; absent with too few observations, where that is
    /// not reached, and where what is not known could change it.
    pub median: Option<NumberView>,
    /// Where what is not known could change it: `126 to 156 days`, or empty where it may not be
    /// reached either.
    pub median_range: String,
    /// What is not known and could change it: `3 never checked`. Empty where nothing could.
    pub unsure: String,
    /// `91 to 576 days`; `at least 91 days` where the upper end is not reached. Empty where neither
    /// end is, and where what is not known could change it.
    pub median_interval: String,
    /// The median of the published ones alone: `97.5 days`. Empty if none is published, and where
    /// what is not known could change it.
    pub naive_median: String,
    /// Whether that is less than the median, or the median is not reached.
    pub naive_flatters: bool,
    /// Shares published within some days.
    pub shares: Vec<ShareView>,
    /// The curve, of ten observations or more.
    pub chart: Option<ChartView>,
    /// The steps of the curve, where it is drawn.
    pub steps: Vec<StepView>,
    /// Every how many steps one is shown: 1 is all.
    pub every: usize,
    /// Where no curve is drawn: every clock of the kind, those left out included.
    pub rows: Vec<RowView>,
    /// Marks on the scale of the rows.
    pub axis: Vec<Tick>,
    /// By country, sector, regime and organisation, where a group has enough observations.
    pub rankings: Vec<RankingView>,
    /// By what no group has enough observations, although all together have: `no country`.
    pub ungrouped: String,
}

/// The share published within some days.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct ShareView {
    /// `Public within 30 days`.
    pub within: String,
    /// `25.0 %`; `0.0–70.0 %` where what is not known could change it; empty where nobody has been
    /// followed so long.
    pub percent: String,
    /// `6 of 21`; empty likewise, and where some were not followed so long, so that no count says
    /// it.
    pub count: String,
}

/// A step of the curve.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct StepView {
    /// Days since the start.
    pub days: String,
    /// How many were followed up to that day.
    pub at_risk: String,
    /// How many appeared on it.
    pub published: String,
    /// `85.7 %`.
    pub percent: String,
    /// `62.0–95.2 %`; empty where none waits.
    pub interval: String,
}

/// The curve as a drawing: places across in percent, places down in pixels from the top, paths in a
/// box of 100 by 100.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct ChartView {
    /// What it shows at its ends and its middle, in words.
    pub description: String,
    /// The share still waiting, where what is not known is taken as slow: a path.
    pub line: String,
    /// The same, taken as quick; empty where the two are one.
    pub fast: String,
    /// Its 95 % interval: a closed path.
    pub band: String,
    /// A mark for each day on which a document that is still awaited was last looked for; one for
    /// several that are close together.
    pub censored: Vec<Mark>,
    /// Where the median is, across.
    pub median: String,
    /// Marks along the bottom.
    pub days: Vec<TimeMark>,
}

/// A short upright mark on the curve.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct Mark {
    /// Across.
    pub at: String,
    /// Its upper end, down.
    pub from: String,
    /// Its lower end, down.
    pub to: String,
}

/// A mark along the bottom of the curve.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct TimeMark {
    /// Days.
    pub text: String,
    /// Across.
    pub at: String,
    /// How many were still followed.
    pub at_risk: String,
}

/// Groups of one sort side by side.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct RankingView {
    /// `country`, `sector`, `regime` or `organisation`.
    pub sort: &'static str,
    /// Those with enough observations: the shortest median first and those that have not reached it
    /// last, or by name.
    pub rows: Vec<RankView>,
    /// Whether they stand in order of their medians: not where what is not known could change it.
    pub is_ranked: bool,
    /// How many groups have too few observations.
    pub few: usize,
}

/// One group beside others.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct RankView {
    /// Its name, with its page.
    pub link: Link,
    /// How many clocks were observed.
    pub observations: String,
    /// How many documents were published.
    pub published: String,
    /// How many are still awaited.
    pub awaited: String,
    /// The days within which half were published: `326 days`, or `126 to 156 days` where what is
    /// not known could change it. Empty where that is not reached.
    pub median: String,
    /// As in [`KindView::median_interval`], and `not known` where what is not known could change
    /// it.
    pub interval: String,
}

impl Locale<'_> {
    /// How long documents take, by kind.
    pub(crate) fn statistics(&self) -> StatisticsView {
        let statistics = Statistics::new(&self.site.register, &self.site.docket);
        let mut all: Vec<&Group<'_>> =
            statistics.groups.iter().filter(|group| group.by == By::All).collect();
        all.sort_by_key(|group| (std::cmp::Reverse(group.survival.observations()), group.report));
        StatisticsView {
            kinds: all.iter().map(|group| self.kind(group, &statistics)).collect(),
            enough: ENOUGH,
        }
    }

    fn kind(&self, group: &Group<'_>, statistics: &Statistics<'_>) -> KindView {
        let words = self.words();
        let (survival, tally) = (&group.survival, group.tally);
        let drawn = survival.observations() >= CURVE;
        let mut clocks: Vec<&Clock> = if drawn { Vec::new() } else { group.clocks.clone() };
        clocks.sort_by_key(|clock| {
            std::cmp::Reverse(clock.statement.claimed().map(|counted| counted.days))
        });
        let longest = longest(clocks.iter().copied());
        let naive = survival.both(Survival::naive_median_in_half_days).agreed().flatten();
        let median = group.median();
        let unsure = median.is_some_and(|median| median.agreed().is_none());
        let (rankings, without): (Vec<_>, Vec<_>) = self
            .rankings(group.report, statistics)
            .into_iter()
            .partition(|ranking| !ranking.rows.is_empty());
        let every = survival.slow.curve().len().div_ceil(STEPS).max(1);
        KindView {
            anchor: group.report.name().to_owned(),
            document: words.document(group.report, Form::Name).to_owned(),
            documents: words.document(group.report, Form::Many).to_owned(),
            heading: wording::sentence_case(words.document(group.report, Form::Many)),
            without_document: words.document(group.report, Form::Without).to_owned(),
            observations: survival.observations(),
            any: survival.observations() > 0,
            published: tally.published,
            awaited: tally.open(),
            any_awaited: tally.open() > 0,
            unchecked: tally.unchecked,
            followed: words.list(&followed(words, tally)),
            left_out: words.list(&left_out(words, group.excluded)),
            is_enough: group.is_enough(),
            median: median
                .and_then(|median| median.agreed().flatten())
                .map(|median| days(words, median)),
            median_range: median
                .filter(|_| unsure)
                .map(|median| range(words, median))
                .unwrap_or_default(),
            unsure: if unsure { words.list(&uncertain(words, tally)) } else { String::new() },
            median_interval: survival
                .both(Survival::median_interval)
                .agreed()
                .map(|ends| interval(words, ends))
                .unwrap_or_default(),
            naive_median: naive.map(|half_days| in_half_days(words, half_days)).unwrap_or_default(),
            naive_flatters: naive.is_some_and(|naive| {
                survival.slow.median().is_none_or(|median| naive < 2 * median)
            }),
            shares: HORIZONS.into_iter().map(|horizon| share(words, survival, horizon)).collect(),
            chart: drawn.then(|| chart(words, survival)),
            steps: if drawn { steps(words, &survival.slow, every) } else { Vec::new() },
            every,
            rows: clocks.iter().filter_map(|clock| self.row(clock, longest)).collect(),
            axis: axis(words, longest),
            rankings,
            ungrouped: {
                let none = without
                    .iter()
                    .filter(|_| group.is_enough())
                    .map(|ranking| words.text(ungrouped(ranking.sort)).to_owned());
                wording::sentence_case(&words.list(&none.collect::<Vec<_>>()))
            },
        }
    }

    fn rankings(&self, report: DocumentKind, statistics: &Statistics<'_>) -> Vec<RankingView> {
        let ranking = |by: By| {
            let (enough, few): (Vec<_>, Vec<_>) =
                statistics.of(by, report).partition(|group| group.is_enough());
            let (ordered, is_ranked) = ranked(enough);
            RankingView {
                sort: by.name(),
                rows: ordered.iter().map(|group| self.rank(group)).collect(),
                is_ranked,
                few: few.len(),
            }
        };
        let all = [By::Country, By::Sector, By::Regime, By::Organisation].map(ranking);
        all.into_iter().filter(|ranking| !ranking.rows.is_empty() || ranking.few > 0).collect()
    }

    fn rank(&self, group: &Group<'_>) -> RankView {
        let words = self.words();
        let key = group.key.as_deref().unwrap_or_default();
        let register = &self.site.register;
        let named = |title: &str| Link { title: title.to_owned(), ..Link::default() };
        let link = match group.by {
            By::All => Link::default(),
            By::Country => self.country_link(key),
            By::Sector => {
                self.group_link(Members::Sector, &slug_of(key), &wording::sector_name(words, key))
            }
            By::Regime => self.regime_link(&Id::from(key)),
            By::Organisation => match register.organisations.get(key) {
                Some(organisation) => self.link(Kind::Organisation, &organisation.record.id),
                None => named(key),
            },
        };
        let (survival, tally) = (&group.survival, group.tally);
        RankView {
            link,
            observations: count(words, survival.observations()),
            published: count(words, tally.published),
            awaited: count(words, tally.open()),
            median: group.median().map(|median| median_or_range(words, median)).unwrap_or_default(),
            interval: match survival.both(Survival::median_interval).agreed() {
                Some(ends) => interval(words, ends),
                None => words.text("median-not-known").to_owned(),
            },
        }
    }
}

/// How many, with separators.
fn count(words: &Words, many: usize) -> String {
    words.number(i64::try_from(many).unwrap_or(i64::MAX))
}

fn days(words: &Words, days: i64) -> NumberView {
    number(words, Elapsed { days, at_least: false })
}

/// Those of several numbers that are not zero, each in words.
fn counted<const N: usize>(words: &Words, reasons: [(usize, &str); N]) -> Vec<String> {
    reasons
        .into_iter()
        .filter(|(clocks, _)| *clocks > 0)
        .map(|(clocks, why)| say!(words, why, n = clocks))
        .collect()
}

/// What became of the observed ones; nothing where all are published.
fn followed(words: &Words, tally: Tally) -> Vec<String> {
    let Tally { published, awaited, unchecked, closed, imprecise: _ } = tally;
    if awaited + unchecked + closed == 0 {
        return Vec::new();
    }
    let states = [
        (published, "followed-published"),
        (awaited, "followed-awaited"),
        (unchecked, "followed-unchecked"),
        (closed, "followed-closed"),
    ];
    counted(words, states)
}

/// What is not known of the observed ones.
fn uncertain(words: &Words, tally: Tally) -> Vec<String> {
    counted(words, [(tally.unchecked, "unsure-unchecked"), (tally.imprecise, "unsure-imprecise")])
}

fn left_out(words: &Words, excluded: Excluded) -> Vec<String> {
    let Excluded { confidential, unknown } = excluded;
    counted(words, [(confidential, "left-out-confidential"), (unknown, "left-out-unknown")])
}

/// `126 to 156 days`; empty where the median may not be reached.
fn range(words: &Words, median: Reading<Option<i64>>) -> String {
    match (median.fast, median.slow) {
        (Some(low), Some(high)) => say!(words, "interval-days", low = low, high = high),
        _ => String::new(),
    }
}

/// A median in a table; empty where it is not reached.
fn median_or_range(words: &Words, median: Reading<Option<i64>>) -> String {
    match (median.agreed(), median.slow) {
        (Some(median), _) => {
            median.map(|median| wording::day_count(words, median, false)).unwrap_or_default()
        }
        (None, Some(_)) => range(words, median),
        (None, None) => words.text("median-not-known").to_owned(),
    }
}

/// Groups in the order of their medians, if that is the same in both readings, and otherwise as
/// they came, by name. Of equal medians the one whose interval begins earlier stands first, and
/// then the one whose name does.
fn ranked<'g, 'a>(mut groups: Vec<&'g Group<'a>>) -> (Vec<&'g Group<'a>>, bool) {
    /// A median that is not reached comes after every other.
    fn place(median: Option<i64>) -> (bool, Option<i64>) {
        (median.is_none(), median)
    }
    let both = |group: &Group<'_>| {
        let median = group.survival.median();
        (place(median.fast), place(median.slow))
    };
    let disagree = |a: &Group<'_>, b: &Group<'_>| {
        let ((a_fast, a_slow), (b_fast, b_slow)) = (both(a), both(b));
        a_fast.cmp(&b_fast) != a_slow.cmp(&b_slow)
    };
    if groups.iter().enumerate().any(|(at, a)| groups[at + 1..].iter().any(|b| disagree(a, b))) {
        return (groups, false);
    }
    groups.sort_by_key(|group| {
        (place(group.survival.slow.median()), place(group.survival.slow.median_interval().0))
    });
    (groups, true)
}

fn interval(words: &Words, ends: (Option<i64>, Option<i64>)) -> String {
    match ends {
        (Some(low), Some(high)) => say!(words, "interval-days", low = low, high = high),
        (Some(low), None) => wording::day_count(words, low, true),
        (None, _) => String::new(),
    }
}

fn in_half_days(words: &Words, half_days: i64) -> String {
    match half_days % 2 {
        0 => wording::day_count(words, half_days / 2, false),
        _ => say!(words, "unit-days-many", days = &words.decimal(half_days / 2, "5")),
    }
}

fn share(words: &Words, survival: &Readings, horizon: i64) -> ShareView {
    let share = survival.published_within(horizon);
    let slow = &survival.slow;
    let is_counted = slow.awaited().iter().all(|day| *day >= horizon);
    let percent = match (&share.fast, &share.slow) {
        (Some(fast), Some(slow)) if fast == slow => percent(words, slow),
        (Some(fast), Some(slow)) => say!(
            words,
            "percent",
            number = &format!("{}–{}", in_percent(words, slow), in_percent(words, fast))
        ),
        _ => String::new(),
    };
    ShareView {
        within: say!(words, "public-within", days = &wording::day_count(words, horizon, false)),
        percent,
        count: share.agreed().flatten().filter(|_| is_counted).map_or_else(String::new, |_| {
            let published = slow.published().iter().filter(|day| **day <= horizon).count();
            say!(words, "of-all", part = published, all = slow.observations())
        }),
    }
}

/// `85.7 %`, rounded half up from the exact fraction.
fn percent(words: &Words, share: &Fraction) -> String {
    say!(words, "percent", number = &in_percent(words, share))
}

/// The same without its sign.
fn in_percent(words: &Words, share: &Fraction) -> String {
    let tenths = share.rounded(1000);
    words.decimal(i64::from(tenths / 10), &(tenths % 10).to_string())
}

/// The rows of the table: every so many steps, and the last.
fn steps(words: &Words, survival: &Survival, every: usize) -> Vec<StepView> {
    let curve = survival.curve();
    let shown =
        curve.iter().enumerate().filter(|(nth, _)| nth % every == 0 || nth + 1 == curve.len());
    shown
        .map(|(_, step)| StepView {
            days: words.number(step.days),
            at_risk: count(words, step.at_risk),
            published: count(words, step.published),
            percent: percent(words, &step.still_waiting),
            interval: step.interval.map_or_else(String::new, |(low, high)| {
                say!(
                    words,
                    "percent",
                    number = &format!("{}–{}", tenths(words, low), tenths(words, high))
                )
            }),
        })
        .collect()
}

/// A share in percent, with one digit behind the point.
fn tenths(words: &Words, share: f64) -> String {
    let text = format!("{:.1}", share * 100.0);
    let (whole, digit) = text.split_once('.').unwrap_or((&text, "0"));
    words.decimal(whole.parse().unwrap_or(0), digit)
}

fn chart(words: &Words, readings: &Readings) -> ChartView {
    let survival = &readings.slow;
    let last = survival.last_day().max(readings.fast.last_day()).unwrap_or(0);
    // A tenth at the right stays free for the percentages.
    let scale = (last.max(1) * 10 + 8) / 9;
    let at = |day: i64| day * 10_000 / scale;
    let across = |day: i64| hundredths(at(day));
    let (line, band) = paths(survival, last, at);
    let fast = if readings.are_one() { String::new() } else { paths(&readings.fast, last, at).0 };
    let (mut censored, mut free) = (Vec::new(), 0);
    for day in survival.awaited() {
        if at(*day) < free {
            continue;
        }
        free = at(*day) + APART;
        let share = survival.still_waiting(*day).unwrap_or_else(Fraction::one);
        let middle = TOP * 100 + down(&share) * HEIGHT / 100;
        censored.push(Mark {
            at: across(*day),
            from: hundredths(middle - 600),
            to: hundredths(middle + 600),
        });
    }
    ChartView {
        description: description(words, survival, last),
        line,
        fast,
        band,
        censored,
        median: readings.median().agreed().flatten().map(across).unwrap_or_default(),
        days: marks(last)
            .map(|day| TimeMark {
                text: words.number(day),
                at: across(day),
                at_risk: count(words, survival.at_risk(day)),
            })
            .collect(),
    }
}

/// `100 % at day 0, 50.0 % at day 326, 27.8 % at day 2,083`.
fn description(words: &Words, survival: &Survival, last: i64) -> String {
    let at = |percent: &str, day: i64| say!(words, "share-at-day", percent = percent, n = day);
    let share =
        |day: i64| survival.still_waiting(day).map(|share| at(&percent(words, &share), day));
    let start = Some(at(&say!(words, "percent", number = "100"), 0));
    let middle = survival.median().filter(|day| *day != last).and_then(share);
    let points: Vec<String> = start.into_iter().chain(middle).chain(share(last)).collect();
    words.enumeration(&points)
}

/// What is said where no group of a sort has enough observations.
fn ungrouped(sort: &str) -> &'static str {
    match sort {
        "country" => "ungrouped-country",
        "sector" => "ungrouped-sector",
        "regime" => "ungrouped-regime",
        _ => "ungrouped-organisation",
    }
}

/// The curve and its interval as paths, up to the day `last`; `at` gives a day's place in
/// hundredths across.
fn paths(survival: &Survival, last: i64, at: impl Fn(i64) -> i64) -> (String, String) {
    let (mut line, mut upper, mut lower) = ("M0 0".to_owned(), "M0 0".to_owned(), Vec::new());
    let mut low = 0;
    // Writing to a string cannot fail.
    for step in survival.curve() {
        let x = hundredths(at(step.days));
        let _ = write!(line, "H{x}V{}", hundredths(down(&step.still_waiting)));
        let (lower_end, upper_end) = step.interval.unwrap_or_default();
        let _ = write!(upper, "H{x}V{}", hundredths(down_to(upper_end)));
        lower.push(format!("H{x}V{}", hundredths(low)));
        low = down_to(lower_end);
    }
    let end = hundredths(at(last));
    let _ = write!(line, "H{end}");
    let _ = write!(upper, "H{end}V{}", hundredths(low));
    upper.extend(lower.into_iter().rev());
    upper.push('z');
    (line, upper)
}

/// How far down a share is, in hundredths of a percent of the height.
fn down(share: &Fraction) -> i64 {
    i64::from(10_000 - share.rounded(10_000))
}

/// How far down an end of an interval is; the same unit.
#[expect(clippy::cast_possible_truncation, reason = "it lies between 0 and 10,000")]
fn down_to(share: f64) -> i64 {
    10_000 - (share.clamp(0.0, 1.0) * 10_000.0).round() as i64
}

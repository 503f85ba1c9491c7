use super::Fraction;

/// What one clock tells of a wait, in whole days from its start, the day of which is day 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Observation {
    /// The document was public after so many days: an event.
    Published(i64),
    /// The document was still awaited after so many days, and nothing is known of it since:
    /// censored there.
    Awaited(i64),
    /// The wait has ended without a document, which will never come: at risk for ever.
    Never,
}

/// How long a group of documents took, with those that are still awaited, in one reading of what is
/// known: the Kaplan–Meier curve and what is read from it.
///
/// On one day, documents that appear come before waits that are censored: who was still waiting at
/// the end of a day was at risk on it.
///
/// # Source
///
/// E. L. Kaplan and P. Meier, Nonparametric estimation from incomplete observations, Journal of the
/// American Statistical Association 53 (1958), 457–481.
#[derive(Debug, Clone, Default)]
pub struct Survival {
    published: Vec<i64>,
    awaited: Vec<i64>,
    never: usize,
    curve: Vec<Step>,
}

/// A day on which documents appeared, and the curve from that day on.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// Days since the start of each count.
    pub days: i64,
    /// How many were followed up to this day without a document before it.
    pub at_risk: usize,
    /// How many appeared on it.
    pub published: usize,
    /// The share still waiting after it.
    pub still_waiting: Fraction,
    /// Lower and upper end of the 95 % interval of that share, pointwise, by log(−log); nothing
    /// once none waits, because there the logarithm has no value.
    pub interval: Option<(f64, f64)>,
}

impl Survival {
    /// Works out the curve of `observations`, in any order.
    pub fn of(observations: impl IntoIterator<Item = Observation>) -> Self {
        let mut survival = Self::default();
        for observation in observations {
            match observation {
                Observation::Published(days) => survival.published.push(days),
                Observation::Awaited(days) => survival.awaited.push(days),
                Observation::Never => survival.never += 1,
            }
        }
        survival.published.sort_unstable();
        survival.awaited.sort_unstable();
        let mut still_waiting = Fraction::one();
        let mut greenwood = 0.0;
        let mut curve = Vec::new();
        for same_day in survival.published.chunk_by(|a, b| a == b) {
            let (days, published) = (same_day[0], same_day.len());
            let at_risk = survival.at_risk(days);
            let left = at_risk - published;
            still_waiting = still_waiting.times(left as u64, at_risk as u64);
            #[expect(clippy::cast_precision_loss, reason = "counts of clocks are far below 2^52")]
            if left > 0 {
                greenwood += published as f64 / (at_risk as f64 * left as f64);
            }
            let interval = interval(&still_waiting, greenwood);
            curve.push(Step {
                days,
                at_risk,
                published,
                still_waiting: still_waiting.clone(),
                interval,
            });
        }
        survival.curve = curve;
        survival
    }

    /// The days on which documents appeared, in order; the curve is 1 before the first and level
    /// between two.
    pub fn curve(&self) -> &[Step] {
        &self.curve
    }

    /// Days to each document, in order.
    pub fn published(&self) -> &[i64] {
        &self.published
    }

    /// Days for which each document that is still awaited was followed, in order.
    pub fn awaited(&self) -> &[i64] {
        &self.awaited
    }

    /// How many clocks were observed.
    pub fn observations(&self) -> usize {
        self.published.len() + self.awaited.len() + self.never
    }

    /// The last day on which a document appeared or up to which one was followed; nothing if there
    /// is none.
    pub fn last_day(&self) -> Option<i64> {
        self.published.last().max(self.awaited.last()).copied()
    }

    /// How many were followed up to `day` without a document before it.
    pub fn at_risk(&self, day: i64) -> usize {
        let from = |days: &[i64]| days.len() - days.partition_point(|one| *one < day);
        from(&self.published) + from(&self.awaited) + self.never
    }

    /// The median: the smallest day after which half or fewer wait. Nothing where the curve has not
    /// come down to one half.
    ///
    /// Where the curve is level at exactly one half, some programs give the middle of that stretch,
    /// and some the day after it because 1/2 has been rounded up; this is the first day of it,
    /// found in exact fractions.
    pub fn median(&self) -> Option<i64> {
        Some(self.curve.iter().find(|step| step.still_waiting.is_at_most_half())?.days)
    }

    /// The 95 % interval of the median: the first days on which the lower and the upper end of the
    /// curve's interval are half or less. Nothing at an end that is not reached.
    ///
    /// # Source
    ///
    /// R. Brookmeyer and J. Crowley, A confidence interval for the median survival time, Biometrics
    /// 38 (1982), 29–41.
    pub fn median_interval(&self) -> (Option<i64>, Option<i64>) {
        // Where none waits, both ends are 0.
        let first = |end: fn((f64, f64)) -> f64| {
            self.curve
                .iter()
                .find(|step| step.interval.map_or(0.0, end) <= 0.5)
                .map(|step| step.days)
        };
        (first(|(low, _)| low), first(|(_, high)| high))
    }

    /// The median of the published ones alone, in half days: of 91 and 104 days, 195. Nothing if
    /// none is published.
    ///
    /// It leaves out whoever is slowest and is shown only beside [`Survival::median`], to show by
    /// how much.
    pub fn naive_median_in_half_days(&self) -> Option<i64> {
        let middle = self.published.len() / 2;
        let upper = self.published.get(middle)?;
        Some(if self.published.len() % 2 == 1 {
            2 * upper
        } else {
            self.published[middle - 1] + upper
        })
    }

    /// The share still waiting after `day`.
    ///
    /// Nothing after the last day up to which anybody was followed, unless that day left none
    /// waiting but those that will wait for ever: where nobody looked, nothing is claimed.
    pub fn still_waiting(&self, day: i64) -> Option<Fraction> {
        let is_followed = self.awaited.last() < self.published.last()
            || self.awaited.is_empty()
            || self.last_day()? >= day;
        if !is_followed || self.observations() == 0 {
            return None;
        }
        let steps = self.curve.partition_point(|step| step.days <= day);
        Some(
            steps
                .checked_sub(1)
                .map_or_else(Fraction::one, |last| self.curve[last].still_waiting.clone()),
        )
    }

    /// The share published within `day` days: what [`Survival::still_waiting`] leaves of the whole.
    pub fn published_within(&self, day: i64) -> Option<Fraction> {
        self.still_waiting(day).map(|share| share.rest())
    }
}

/// The 95 % interval of a share by log(−log), which keeps it between 0 and 1.
///
/// `greenwood` is the sum over the steps so far of d / (n (n − d)), for d documents among n at
/// risk.
///
/// # Source
///
/// M. Greenwood, The natural duration of cancer, Reports on Public Health and Medical Subjects 33
/// (1926), for the variance; the transformation as in J. D. Kalbfleisch and R. L. Prentice, The
/// Statistical Analysis of Failure Time Data (1980).
fn interval(share: &Fraction, greenwood: f64) -> Option<(f64, f64)> {
    /// The 97.5th percentile of the normal distribution.
    const Z: f64 = 1.959_963_984_540_054;
    if share.is_zero() {
        return None;
    }
    let share = share.approximate();
    let power = (Z * greenwood.sqrt() / -share.ln()).exp();
    Some((share.powf(power), share.powf(power.recip())))
}

//! What is drawn on a scale of days: bars, marks and the axis, as paths of SVG and percentages.

use std::fmt::Write as _;

use super::Tick;
use crate::clock::Clock;
use crate::i18n::Words;

/// A bar in a box of 100 by 16: an arrow while the clock is open, an end once it is settled.
pub(super) fn bar(days: i64, longest: i64, open: bool) -> String {
    if longest <= 0 {
        return String::new();
    }
    let width = hundredths(days * 10_000 / longest);
    if open {
        let shaft = hundredths((days * 10_000 / longest - 200).max(0));
        format!("M0 4H{shaft}L{width} 8 {shaft} 12H0z")
    } else {
        format!("M0 4H{width}V12H0z")
    }
}

/// The mark of the due date on the same scale; empty without one, or beyond the longest.
pub(super) fn due_mark(clock: &Clock, longest: i64) -> String {
    let (Some(due), Some(start), false) = (clock.due_day(), &clock.counted_from, longest <= 0)
    else {
        return String::new();
    };
    let days = (due - start.last_day(clock.zone)).num_days();
    if (0..=longest).contains(&days) {
        format!("M{} 0V16", hundredths(days * 10_000 / longest))
    } else {
        String::new()
    }
}

/// `1234` is `12.34`, without zeros at the end.
pub(super) fn hundredths(value: i64) -> String {
    let mut text = (value / 100).to_string();
    if value % 100 != 0 {
        // Writing to a string cannot fail.
        let _ = write!(text, ".{:02}", value % 100);
    }
    text
}

/// Round marks on a scale of `longest` days, with their places.
pub(super) fn axis(words: &Words, longest: i64) -> Vec<Tick> {
    marks(longest)
        .map(|day| Tick { text: words.number(day), at: hundredths(day * 10_000 / longest) })
        .collect()
}

/// Round days on a scale of `longest` days, from 0: no more than six.
pub(super) fn marks(longest: i64) -> impl Iterator<Item = i64> {
    let steps = [7, 30, 100, 250, 500, 1000, 2500, 5000, 10_000, 25_000, 50_000, 100_000];
    let step = steps.into_iter().find(|step| longest / step <= 5).filter(|_| longest > 0);
    step.into_iter().flat_map(move |step| (0..=longest / step).map(move |nth| nth * step))
}

//! Every sentence that states a count or an absence, in one place.
//!
//! The rules are those of careful trackers: an absence is "none found as of" a day and never "has not reported"; a target that
//! passed is never a breach; a limit whose filings are confidential is never missed; a number says what it counts and until when.

use chrono::{Datelike, NaiveDate, TimeZone};
use chrono_tz::Tz;

use crate::clock::{Clock, Freshness, Standing};
use crate::model::{ClockTerms, DocumentKind, Force, Moment, Precision, Since};

/// `1,234`.
pub(super) fn number(value: i64) -> String {
    let digits = value.unsigned_abs().to_string();
    let mut grouped = String::with_capacity(digits.len() * 4 / 3 + 1);
    if value < 0 {
        grouped.push('−');
    }
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// `day` or `days`.
pub(super) fn days(count: i64) -> &'static str {
    if count == 1 { "day" } else { "days" }
}

/// `1 day`, `2,083 days`, `at least 616 days`.
pub(super) fn day_count(count: i64, at_least: bool) -> String {
    format!("{}{} {}", if at_least { "at least " } else { "" }, number(count), days(count))
}

/// `in 12 days`, `today`, `49 days ago`; of days from the as-of on.
pub(super) fn distance(ahead: i64) -> String {
    match ahead {
        0 => "today".to_owned(),
        1.. => format!("in {}", day_count(ahead, false)),
        _ => format!("{} ago", day_count(-ahead, false)),
    }
}

/// `22 November 2026`.
pub fn date(day: NaiveDate) -> String {
    format!("{} {} {}", day.day(), month(day), day.year())
}

const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

fn month(day: NaiveDate) -> &'static str {
    MONTHS[day.month0() as usize]
}

/// `10 March 2021, 00:47 CET`, `March 2021`, `2021`.
pub(super) fn moment(moment: &Moment, zone: Tz) -> String {
    match moment.precision() {
        Precision::Year(year) => year.to_string(),
        Precision::Month(year, _) => format!("{} {year}", month(moment.first_day(zone))),
        Precision::Day(day) => date(day),
        Precision::Time { local, instant } => {
            let name = zone.from_utc_datetime(&instant.naive_utc()).format("%Z").to_string();
            let name = if name.starts_with(['+', '-']) { format!("UTC{name}") } else { name };
            format!("{}, {} {name}", date(local.date()), local.format("%H:%M"))
        }
    }
}

/// For the `datetime` attribute.
pub(super) fn machine(moment: &Moment) -> String {
    match moment.precision() {
        Precision::Year(year) => format!("{year:04}"),
        Precision::Month(year, month) => format!("{year:04}-{month:02}"),
        Precision::Day(day) => day.to_string(),
        Precision::Time { instant, .. } => instant.format("%Y-%m-%dT%H:%M:%SZ").to_string(),
    }
}

/// `final report`.
pub(super) fn document(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::EarlyWarning => "early warning",
        DocumentKind::Notification => "notification",
        DocumentKind::PreliminaryReport => "preliminary report",
        DocumentKind::InterimReport => "interim report",
        DocumentKind::FinalReport => "final report",
        other => other.name(),
    }
}

/// `a final report`, `an interim report`.
pub(super) fn a_document(kind: DocumentKind) -> String {
    let name = document(kind);
    format!("{} {name}", if name.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" })
}

/// The first letter as a capital.
pub(super) fn sentence_case(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Words of an author as a sentence: with a full stop, unless they end with a mark of their own.
pub(super) fn full_stop(text: &str) -> String {
    let text = text.trim_end();
    if text.ends_with(['.', '!', '?', '…', '。', '！', '？']) { text.to_owned() } else { format!("{text}.") }
}

/// The word on a badge.
///
/// A target or promise that has passed is not called overdue: that word is kept for legal limits.
pub(super) fn badge(clock: &Clock, force: Force) -> &'static str {
    match (clock.freshness, clock.standing) {
        (Freshness::Expired, _) => EXPIRED,
        (Freshness::Stale, _) => STALE,
        (Freshness::Unchecked, Standing::Waiting) => "Waiting, not checked",
        (_, Standing::Waiting) => "Waiting",
        (_, Standing::Overdue) => overdue(force),
        (_, Standing::Published) => "Published",
        (_, Standing::PublishedLate) => match force {
            Force::Hard => "Published late",
            Force::Soft => "Published after target",
            Force::Promise => "Published after promised date",
        },
        (_, Standing::Delivered) => "Delivered, not public",
        (_, Standing::Paused) => "Paused",
        (_, Standing::Closed) => "Closed without report",
        (_, Standing::Confidential) => "Filing confidential",
        (_, Standing::Unknown) => "Not started",
    }
}

/// On the badge of a clock whose limit has passed.
pub(super) fn overdue(force: Force) -> &'static str {
    match force {
        Force::Hard => "Overdue",
        Force::Soft => "Target passed",
        Force::Promise => "Promised date passed",
    }
}

/// On the badge of a clock that nobody has checked lately.
pub(super) const STALE: &str = "Not checked lately";
/// On the badge of a clock that nobody has checked for too long.
pub(super) const EXPIRED: &str = "Status unknown";

/// `without a final report from OVHcloud`; `from` is a name.
pub(super) fn without(kind: DocumentKind, from: Option<&str>) -> String {
    match from {
        Some(name) => format!("without {} from {name}", a_document(kind)),
        None => format!("without {}", a_document(kind)),
    }
}

/// In place of a count that nobody has checked for too long. `{days}` is filled in when it is shown.
pub(super) fn expired(terms: &ClockTerms, from: Option<&str>, checked: NaiveDate, at_least: bool) -> String {
    let kind = terms.report;
    let began = match &terms.since {
        Since::Trigger(name) if name == "occurred" => "The incident was",
        _ => "This count began",
    };
    let published = match from {
        Some(name) => format!("Whether {name} has published {} is not known", a_document(kind)),
        None => format!("Whether {} has been published is not known", a_document(kind)),
    };
    let at_least = if at_least { "at least " } else { "" };
    format!("{began} {at_least}{{days}} days ago. {published}: nobody has checked since {}.", date(checked))
}

/// `None found as of 22 November 2026`, which is the day of the last check, or that no check is recorded.
pub(super) fn proof(clock: &Clock) -> String {
    match (clock.freshness, clock.checked) {
        (Freshness::Settled, _) => String::new(),
        (Freshness::Unchecked, _) | (_, None) => "No check is recorded: nobody has noted on which day they looked for it.".to_owned(),
        (_, Some(day)) => format!("None found as of {}.", date(day)),
    }
}

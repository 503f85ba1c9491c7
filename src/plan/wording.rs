//! Every sentence that states a count or an absence, in one place.
//!
//! The rules are those of careful trackers: an absence is "none found as of" a day and never "has not reported"; a target that
//! passed is never a breach; a limit whose filings are confidential is never missed; a number says what it counts and until when.

use chrono::{Datelike, NaiveDate, TimeZone};
use chrono_tz::Tz;

use crate::clock::{Clock, Freshness, Standing};
use crate::model::{ClockTerms, DocumentKind, FixedDate, Force, LimitSince, Moment, NotApplied, Period, Precision, Regime, Since};

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
/// A target or promise that has passed is not called overdue: that word is kept for legal limits. Whether anybody has checked does not
/// matter where there is nothing to see.
pub(super) fn badge(clock: &Clock, force: Force) -> &'static str {
    match (clock.freshness, clock.standing) {
        (_, Standing::Waiting | Standing::Overdue) if clock.confidential => "Filing confidential",
        (Freshness::Expired, _) if !clock.confidential => EXPIRED,
        (Freshness::Stale, _) if !clock.confidential => STALE,
        (Freshness::Unchecked, Standing::Waiting) => "Waiting, not checked",
        (_, Standing::Waiting) => "Waiting",
        (_, Standing::Overdue) => overdue_badge(clock, force),
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
        (_, Standing::Unknown) if clock.start.is_some() => "Limit unknown",
        (_, Standing::Unknown) => "Not started",
    }
}

/// In place of a count where nobody outside can see what was filed; empty for other clocks, and for those that have not begun.
pub(super) fn confidential(clock: &Clock) -> &'static str {
    match clock.standing {
        _ if !clock.confidential => "",
        Standing::Unknown => "",
        Standing::Delivered => "It was handed over; filings under this rule are confidential, and need not become public.",
        _ => "No public evidence of filing; filings under this rule are confidential.",
    }
}

/// That a limit has passed.
pub(super) fn overdue(force: Force) -> &'static str {
    match force {
        Force::Hard => "Overdue",
        Force::Soft => "Target passed",
        Force::Promise => "Promised date passed",
    }
}

/// On the badge of a clock whose limit has passed: of one that nobody has ever checked it says so.
pub(super) fn overdue_badge(clock: &Clock, force: Force) -> &'static str {
    match force {
        _ if clock.freshness != Freshness::Unchecked => overdue(force),
        Force::Hard => "Limit passed, not checked",
        Force::Soft => "Target passed, not checked",
        Force::Promise => "Promised date passed, not checked",
    }
}

/// On the badge of a clock that nobody has checked lately.
pub(super) const STALE: &str = "Not checked lately";
/// On the badge of a clock that nobody has checked for too long.
pub(super) const EXPIRED: &str = "Status unknown";

/// On the row of a clock that nobody has checked lately, and that nobody has checked for too long.
pub(super) const NOTE_STALE: &str = "when last checked, on {date}";
pub(super) const NOTE_EXPIRED: &str = "not checked since {date}";

/// `when last checked, on 1 December 2022`.
pub(super) fn when_checked(day: NaiveDate) -> String {
    NOTE_STALE.replace("{date}", &date(day))
}

/// `not checked since 1 December 2022`.
pub(super) fn not_checked_since(day: NaiveDate) -> String {
    NOTE_EXPIRED.replace("{date}", &date(day))
}

/// Why the number of a row stands still or is missing; empty where it runs or is settled.
pub(super) fn row_note(clock: &Clock) -> String {
    match (clock.freshness, clock.checked) {
        _ if !clock.is_open() => String::new(),
        _ if clock.start.is_none() && clock.provisional => "the count has not begun".to_owned(),
        _ if clock.start.is_none() => "the day on which the count begins is not known".to_owned(),
        _ if clock.confidential => "filings are confidential".to_owned(),
        (Freshness::Stale, Some(day)) => when_checked(day),
        (Freshness::Expired, Some(day)) => not_checked_since(day),
        _ => String::new(),
    }
}

/// Whether a place already names its country: `Spain and Portugal` names Spain.
pub(super) fn names(place: &str, country: &str) -> bool {
    let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    let whole = |at: usize| {
        let end = at + country.len();
        !is_letter(place[..at].chars().next_back()) && !is_letter(place[end..].chars().next())
    };
    country.is_empty() || place.match_indices(country).any(|(at, _)| whole(at))
}

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
        _ if clock.confidential => String::new(),
        (Freshness::Settled, _) => String::new(),
        (Freshness::Unchecked, _) | (_, None) => "No check is recorded: nobody has noted on which day they looked for it.".to_owned(),
        (_, Some(day)) => format!("None found as of {}.", date(day)),
    }
}

/// `Friday 6 March 2026`.
pub(super) fn weekday(day: NaiveDate) -> String {
    format!("{} {}", day.format("%A"), date(day))
}

/// What starts a limit, as a noun: `awareness of it`. A trigger of an author's own keeps its name.
pub(super) fn trigger(name: &str) -> String {
    match name {
        "occurred" => "the incident".to_owned(),
        "ended" => "the end of the incident".to_owned(),
        "aware" => "awareness of it".to_owned(),
        "classified" => "its classification".to_owned(),
        "discovered" => "its discovery".to_owned(),
        "notified" => "its notification".to_owned(),
        "start" => "its start".to_owned(),
        own => format!("“{}”", own.replace('-', " ")),
    }
}

/// [`trigger`], or the document that is due under another limit of `regime`.
pub(super) fn limit_start(since: &LimitSince, regime: &Regime) -> String {
    match since {
        LimitSince::Trigger(name) => trigger(name),
        LimitSince::Limit(id) => {
            let other = regime.limits.iter().find(|other| other.id == *id);
            format!("the {}", other.map_or(id.as_str(), |other| document(other.report)))
        }
    }
}

/// `30 September of the following year`.
pub(super) fn fixed(day: FixedDate) -> String {
    let month = MONTHS.get((day.month as usize).saturating_sub(1)).copied().unwrap_or_default();
    let year = match day.years_after {
        0 => "of the same year".to_owned(),
        1 => "of the following year".to_owned(),
        years => format!("{years} years later"),
    };
    format!("{} {month} {year}", day.day)
}

/// `1 year, and again 1 year after that, until the document is there`.
pub(super) fn repeated(period: Period) -> String {
    format!("{period}, and again {period} after that, until the document is there")
}

/// What makes a clock the first of a site; without a full stop.
pub(super) fn lead(longest: bool) -> &'static str {
    if longest { "The longest wait on this site" } else { "The longest wait on this site that somebody has checked lately" }
}

/// Why a duty does not apply to an incident; a clause.
pub(super) fn not_applied(why: NotApplied) -> String {
    match why {
        NotApplied::Before(from) => format!("it was not in force on the day of the incident: it came into force on {}", date(from)),
        NotApplied::After(to) => format!("it was not in force on the day of the incident: it was in force until {}", date(to)),
        NotApplied::Proposed => "it is proposed and not law".to_owned(),
        NotApplied::Repealed => "it is no longer in force".to_owned(),
    }
}

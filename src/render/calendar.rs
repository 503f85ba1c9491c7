//! The agenda → iCalendar (RFC 5545): one all-day event for each line that has a day.
//!
//! Texts are escaped, so that nothing in them begins a line of its own, and lines are folded at 75
//! octets, never within a character. The stamp is the as-of, so that the same input gives the same
//! bytes; an event keeps its identity while its day moves.
//!
//! Absent on purpose: alarms (a reader sets their own), and lines without a day.

use std::fmt::Write as _;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

use crate::clock::AsOf;
use crate::site::SiteModel;
use crate::view::{AgendaLine, lines};

/// The most octets on one line, without its end (RFC 5545, section 3.1).
const LINE: usize = 75;

/// The calendar of the site: the public lines of its agenda.
pub(super) fn render(site: &SiteModel) -> String {
    calendar(site, &lines(site))
}

/// A calendar of `lines`.
pub fn calendar(site: &SiteModel, lines: &[AgendaLine]) -> String {
    let settings = &site.settings;
    let place = settings
        .url
        .split_once("://")
        .map_or(settings.url.as_str(), |(_, rest)| rest)
        .trim_end_matches('/');
    let stamp = stamp(site.docket.as_of()).format("%Y%m%dT%H%M%SZ").to_string();
    let mut out = String::new();
    property(&mut out, "BEGIN", "VCALENDAR");
    property(&mut out, "VERSION", "2.0");
    property(&mut out, "PRODID", "-//Overdue//Agenda//EN");
    property(&mut out, "X-WR-CALNAME", &text(&format!("{}: agenda", settings.title)));
    for line in lines {
        let Some(day) = line.on else { continue };
        // The end is the first day that is not part of the event (RFC 5545, section 3.6.1).
        let end = day.succ_opt().unwrap_or(day);
        property(&mut out, "BEGIN", "VEVENT");
        property(&mut out, "UID", &text(&format!("{}@{place}", line.key)));
        property(&mut out, "DTSTAMP", &stamp);
        property(&mut out, "DTSTART;VALUE=DATE", &date(day));
        property(&mut out, "DTEND;VALUE=DATE", &date(end));
        property(&mut out, "SUMMARY", &text(&summary(line)));
        property(&mut out, "DESCRIPTION", &text(&line.sentence));
        if !line.record.path.is_empty() {
            property(&mut out, "URL", &address(&format!("{}{}", settings.url, line.record.path)));
        }
        property(&mut out, "TRANSP", "TRANSPARENT");
        property(&mut out, "END", "VEVENT");
    }
    property(&mut out, "END", "VCALENDAR");
    out
}

/// `Due: Final report from KDDI (Calls fail across Japan)`; a record of its own is named once.
fn summary(line: &AgendaLine) -> String {
    let AgendaLine { label, what, record, .. } = line;
    if *what == record.title {
        format!("{label}: {what}")
    } else {
        format!("{label}: {what} ({})", record.title)
    }
}

fn stamp(as_of: AsOf) -> DateTime<Utc> {
    match as_of {
        AsOf::Day(day) => day.and_time(NaiveTime::MIN).and_utc(),
        AsOf::Instant(instant) => instant,
    }
}

fn date(day: NaiveDate) -> String {
    day.format("%Y%m%d").to_string()
}

/// Escapes a text (RFC 5545, section 3.3.11); control characters other than line ends are left out.
fn text(written: &str) -> String {
    let mut escaped = String::with_capacity(written.len() + 8);
    let unified = written.replace("\r\n", "\n").replace('\r', "\n");
    for c in unified.chars() {
        match c {
            '\n' => escaped.push_str("\\n"),
            '\\' | ';' | ',' => {
                escaped.push('\\');
                escaped.push(c);
            }
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}

/// An address is not escaped; it holds nothing that ends a line.
fn address(url: &str) -> String {
    url.chars().filter(|c| !c.is_control()).collect()
}

/// Writes a line, folded: each further one begins with a space, which counts.
fn property(out: &mut String, name: &str, value: &str) {
    let line = format!("{name}:{value}");
    let mut rest = line.as_str();
    let mut room = LINE;
    while rest.len() > room {
        let end = rest.floor_char_boundary(room);
        // Writing to a string cannot fail.
        let _ = write!(out, "{}\r\n ", &rest[..end]);
        rest = &rest[end..];
        room = LINE - 1;
    }
    let _ = write!(out, "{rest}\r\n");
}

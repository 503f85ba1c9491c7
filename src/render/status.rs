//! Lines of the agenda → table, JSON, CSV or Markdown, for the command line.
//!
//! Absent on purpose: which lines there are, and the calendar (see [`super::calendar()`]).

use std::fmt::Write as _;

use serde::Serialize;

use super::csv::{Cell, csv};
use super::text::{link, plain};
use crate::clock::{Entry, Matter};
use crate::site::SiteModel;
use crate::view::{AgendaLine, Locale};

/// Entries in words, in their order.
pub fn lines(site: &SiteModel, entries: &[Entry]) -> Vec<AgendaLine> {
    let locale = Locale { site, language: &site.settings.language };
    entries.iter().filter_map(|entry| locale.agenda_line(entry)).collect()
}

/// A table for people: one line for each entry, under the word for its matter.
pub fn table(lines: &[AgendaLine]) -> String {
    let day = |line: &AgendaLine| {
        line.date.as_ref().map_or_else(|| "no date".to_owned(), |date| date.iso.clone())
    };
    let width = |of: &dyn Fn(&AgendaLine) -> usize| lines.iter().map(of).max().unwrap_or(0);
    let [days, distances, names] = [
        width(&|line| day(line).len()),
        width(&|line| line.distance.len()),
        width(&|line| line.name.chars().count()),
    ];
    let mut out = String::new();
    // Writing to a string cannot fail.
    for (matter, lines) in by_matter(lines) {
        let _ = writeln!(out, "{} ({})", matter.name(), lines.len());
        for line in lines {
            let said = if line.record.title == line.what {
                String::new()
            } else {
                format!(" · {}", plain(&line.record.title))
            };
            let _ = writeln!(
                out,
                "  {:days$}  {:>distances$}  {:names$}  {}: {}{said}",
                day(line),
                line.distance,
                line.name,
                line.label,
                plain(&line.what)
            );
        }
    }
    if out.is_empty() {
        out.push_str("nothing needs a human\n");
    }
    out
}

/// Markdown: a list for each matter, each line with its sentence and its link.
pub fn markdown(site: &SiteModel, lines: &[AgendaLine]) -> String {
    let mut out = String::new();
    for (_, lines) in by_matter(lines) {
        for (at, line) in lines.iter().enumerate() {
            if at == 0 {
                let _ = write!(
                    out,
                    "{}## {}\n\n",
                    if out.is_empty() { "" } else { "\n" },
                    matter_title(line)
                );
            }
            let date = line
                .date
                .as_ref()
                .map_or_else(String::new, |date| format!("{} ({}): ", date.text, line.distance));
            let title = link(&line.record.title, &address(site, line));
            let what = if line.what == line.record.title {
                String::new()
            } else {
                format!("{}, ", super::text::markdown(&line.what))
            };
            let _ =
                writeln!(out, "- {date}{what}{title}. {}", super::text::markdown(&line.sentence));
        }
    }
    if out.is_empty() {
        out.push_str("Nothing needs a human.\n");
    }
    out
}

/// The heading of a list is what its first line is labelled with, but for limits that passed, which
/// have several labels.
fn matter_title(line: &AgendaLine) -> &str {
    if line.matter == Matter::Overdue.name() { "Date passed" } else { &line.label }
}

fn by_matter(lines: &[AgendaLine]) -> impl Iterator<Item = (Matter, Vec<&AgendaLine>)> {
    Matter::NAMES.into_iter().filter_map(|(matter, name)| {
        let of: Vec<&AgendaLine> = lines.iter().filter(|line| line.matter == name).collect();
        (!of.is_empty()).then_some((matter, of))
    })
}

/// The whole address of what a line is about; empty if it has no page.
fn address(site: &SiteModel, line: &AgendaLine) -> String {
    if line.record.path.is_empty() {
        String::new()
    } else {
        format!("{}{}", site.settings.url, line.record.path)
    }
}

#[derive(Serialize)]
struct Row<'a> {
    kind: &'a str,
    label: &'a str,
    day: Option<&'a str>,
    days: Option<i64>,
    record: &'a str,
    clock: Option<&'a str>,
    what: &'a str,
    title: &'a str,
    sentence: &'a str,
    url: Option<String>,
}

fn row<'a>(site: &SiteModel, line: &'a AgendaLine) -> Row<'a> {
    // `incidents/a/final-report`: the folder, the record, and the clock with whatever slashes it
    // has.
    let second = line.name.match_indices('/').nth(1).map_or(line.name.len(), |(at, _)| at);
    let (record, clock) = line.name.split_at(second);
    Row {
        kind: &line.matter,
        label: &line.label,
        day: line.date.as_ref().map(|date| date.iso.as_str()),
        days: line.days,
        record,
        clock: clock.strip_prefix('/'),
        what: &line.what,
        title: &line.record.title,
        sentence: &line.sentence,
        url: Some(address(site, line)).filter(|url| !url.is_empty()),
    }
}

/// JSON: a list of rows, one on each line.
pub fn json(site: &SiteModel, lines: &[AgendaLine]) -> String {
    String::from_utf8_lossy(&super::json_lines::lines(lines.iter().map(|line| row(site, line))))
        .into_owned()
}

/// CSV, safe to open in a spreadsheet. On a terminal each row is one line.
pub fn comma_separated(site: &SiteModel, lines: &[AgendaLine]) -> String {
    let heading =
        ["kind", "label", "day", "days", "record", "clock", "what", "title", "sentence", "url"];
    let rows: Vec<Row<'_>> = lines.iter().map(|line| row(site, line)).collect();
    let table = csv(
        &heading,
        rows.iter().map(|row| {
            let Row { kind, label, day, days, record, clock, what, title, sentence, url } = row;
            vec![
                Cell::text(kind),
                Cell::text(label),
                Cell::text(day.unwrap_or_default()),
                Cell::Number(*days),
                Cell::text(record),
                Cell::text(clock.unwrap_or_default()),
                Cell::Text(plain(what).into()),
                Cell::Text(plain(title).into()),
                Cell::Text(plain(sentence).into()),
                Cell::text(url.as_deref().unwrap_or_default()),
            ]
        }),
    );
    String::from_utf8_lossy(&table).into_owned()
}

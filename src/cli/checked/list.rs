//! The checks that are due → JSON for programs, and a Markdown list that can be posted, ticked by
//! whoever looks, and read back.

use std::fmt::Write as _;

use chrono::NaiveDate;
use serde::Serialize;

use super::super::sentences::{clock_name, look_of};
use super::round::{Due, Place};
use crate::links::Look;
use crate::render::{json_lines, markdown_text as markdown};

/// What the heading of a list begins with; the day of the list follows.
const HEADING: &str = "# Checks due on ";

#[derive(Serialize)]
struct Row<'r> {
    clock: String,
    matter: &'r str,
    day: Option<&'r str>,
    checked: Option<String>,
    what: &'r str,
    title: &'r str,
    sentence: &'r str,
    places: Vec<PlaceRow<'r>>,
}

#[derive(Serialize)]
struct PlaceRow<'r> {
    url: &'r str,
    /// `first`, `unchanged`, `changed` or `not-known`.
    state: &'static str,
    since: Option<String>,
    new: &'r [String],
    naming: &'r [String],
    why: Option<&'r str>,
}

/// A list of objects, one on each line.
pub(super) fn json(dues: &[Due]) -> String {
    let rows = dues.iter().map(|due| Row {
        clock: clock_name(&due.clock),
        matter: &due.line.matter,
        day: due.line.date.as_ref().map(|date| date.iso.as_str()),
        checked: due.checked.map(|day| day.to_string()),
        what: &due.line.what,
        title: &due.line.record.title,
        sentence: &due.line.sentence,
        places: due.places.iter().map(place_row).collect(),
    });
    String::from_utf8_lossy(&json_lines(rows)).into_owned()
}

fn place_row(place: &Place) -> PlaceRow<'_> {
    let (state, since, new, why) = match &place.look {
        Look::First => ("first", None, &[][..], None),
        Look::Unchanged(since) => ("unchanged", Some(since), &[][..], None),
        Look::Changed { since, new } => ("changed", Some(since), new.as_slice(), None),
        Look::NotKnown(why) => ("not-known", None, &[][..], Some(why.as_str())),
    };
    PlaceRow {
        url: &place.url,
        state,
        since: since.map(NaiveDate::to_string),
        new,
        naming: &place.naming,
        why,
    }
}

/// A list to tick, made on `today`.
pub(super) fn checklist(dues: &[Due], today: NaiveDate) -> String {
    let mut out = format!("{HEADING}{today}\n\n");
    if dues.is_empty() {
        out.push_str("No check is due.\n");
        return out;
    }
    out.push_str(
        "Look for each document. Tick it where you found none; what you found or had no time for stays as it is.\n\n",
    );
    // Writing to a string cannot fail.
    for due in dues {
        let _ = writeln!(
            out,
            "- [ ] `{}` {}, {}. {}",
            clock_name(&due.clock),
            markdown(&due.line.what),
            markdown(&due.line.record.title),
            markdown(&due.line.sentence)
        );
        for place in &due.places {
            let _ = writeln!(
                out,
                "  - <{}>: {}",
                place.url,
                markdown(&look_of(&place.look, place.naming.len()))
            );
            for line in &place.naming {
                let _ = writeln!(out, "    - {}", markdown(line));
            }
        }
    }
    out
}

/// The day of a list, if it names one, and the clocks that are ticked in it.
pub(super) fn ticked(list: &str) -> (Option<NaiveDate>, Vec<String>) {
    let day = list.lines().find_map(|line| line.trim().strip_prefix(HEADING)?.trim().parse().ok());
    let clock = |line: &str| {
        let line = line.trim_start();
        let entry = line.strip_prefix("- [").or_else(|| line.strip_prefix("* ["))?;
        let name = entry.strip_prefix(['x', 'X'])?.strip_prefix("] `")?;
        Some(name.split_once('`')?.0.to_owned())
    };
    (day, list.lines().filter_map(clock).collect())
}

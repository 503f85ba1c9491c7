//! The columns of the tables of data, with what each holds: what heads the CSV files, and what the
//! data package tells of them.
//!
//! They are the keys of the JSON rows of the same name, in the same order, but for lists of more
//! than words.

use serde::Serialize;
use tera::Value;
use tera::value::Key;

use super::csv::{Cell, csv};
use crate::plan::DataFile;

/// A table.
#[derive(Debug)]
pub(super) struct Table {
    /// `clocks`.
    pub(super) name: &'static str,
    pub(super) title: &'static str,
    pub(super) what: &'static str,
    /// The file of the rows as CSV.
    pub(super) csv: DataFile,
    /// The file of the rows as JSON.
    pub(super) json: DataFile,
    pub(super) columns: &'static [Column],
    /// The columns that tell rows apart.
    pub(super) key: &'static [&'static str],
    /// A column with the name of a row of another table: the column, that table, its column.
    pub(super) refers: &'static [(&'static str, &'static str, &'static str)],
}

/// A column: its name, the type of its values in the words of the Table Schema, and what they are.
#[derive(Debug)]
pub(super) struct Column(pub(super) &'static str, pub(super) &'static str, pub(super) &'static str);

/// What stands between the words of a list.
const BETWEEN: &str = "; ";

pub(super) const TABLES: [Table; 3] = [
    Table {
        name: "clocks",
        title: "Clocks",
        what: "One row for each document that is awaited on an incident, or was: since when, by when, and what is known of it. The due dates of a document that is owed again and again are in the JSON file of the same name.",
        csv: DataFile::ClocksTable,
        json: DataFile::Clocks,
        columns: &[
            Column("incident", "string", "The incident."),
            Column("clock", "string", "The name of the clock within its incident."),
            Column("report", "string", "The kind of document that is awaited."),
            Column(
                "from",
                "string",
                "The organisation that owes it; empty where anybody's counts.",
            ),
            Column(
                "since",
                "string",
                "The moment from which it is counted, as precisely as it was written.",
            ),
            Column("timezone", "string", "The time zone (IANA) in which days are counted."),
            Column("as_of", "date", "The day to which it is counted."),
            Column(
                "elapsed_days",
                "integer",
                "Whole days from the start to the document, to the closing, or to the as-of.",
            ),
            Column(
                "at_least",
                "boolean",
                "Whether it may have been more days, because a date is known only to the month or year.",
            ),
            Column(
                "standing",
                "string",
                "waiting, overdue, published, published-late, delivered, paused, closed, ended, confidential or unknown.",
            ),
            Column(
                "freshness",
                "string",
                "How old the last check is: fresh, stale, expired, unchecked or settled.",
            ),
            Column("checked", "date", "The last day on which somebody looked and found none."),
            Column(
                "evidenced_days",
                "integer",
                "Whole days to the document, or to the earlier of the last check and the as-of.",
            ),
            Column("due", "string", "When it is due: a date, or an instant."),
            Column(
                "due_ends",
                "string",
                "When on that date the limit ends: end-of-day, noon or at-instant.",
            ),
            Column("due_original", "string", "When it was due before any extension."),
            Column(
                "provisional",
                "boolean",
                "Whether the due date is reckoned from one by which another document is awaited.",
            ),
            Column(
                "overdue_days",
                "integer",
                "Whole days since the due date, while the document is awaited.",
            ),
            Column(
                "days_late",
                "integer",
                "Whole days by which the document came after its due date.",
            ),
            Column("stopped_by", "string", "The response that is the document."),
            Column("stopped_on", "date", "The day of the document."),
            Column(
                "missing",
                "string",
                "What would have to be known for the count to begin, or for its limit to be dated.",
            ),
            Column(
                "headline",
                "boolean",
                "Whether it is the clock by which its incident is counted.",
            ),
            Column("force", "string", "How binding the limit is: hard, soft or promise."),
            Column("url", "string", "Where it is shown."),
            Column(
                "document",
                "string",
                "What the awaited document is called, in the language of the site.",
            ),
            Column(
                "due_doubtful",
                "boolean",
                "Whether the due date is only the earliest possible, because its calendar does not know the holidays of a year.",
            ),
            Column(
                "evidence_until",
                "string",
                "How far what was looked at reaches, where it does not reach to the day of the check.",
            ),
            Column(
                "statement",
                "string",
                "What is true of it, as a sentence in the language of the site.",
            ),
        ],
        key: &["incident", "clock"],
        refers: &[("incident", "incidents", "id"), ("stopped_by", "responses", "id")],
    },
    Table {
        name: "incidents",
        title: "Incidents",
        what: "One row for each incident. The figures of its impact are in the JSON file of the same name.",
        csv: DataFile::IncidentsTable,
        json: DataFile::Incidents,
        columns: &[
            Column("id", "string", "Its name."),
            Column("title", "string", "Its title."),
            Column("summary", "string", "One or two sentences."),
            Column("occurred", "string", "When it happened, as precisely as it was written."),
            Column("ended", "string", "When it ended, likewise."),
            Column("timezone", "string", "The time zone (IANA) of its dates."),
            Column("place", "string", "Where, in words."),
            Column("country", "string", "The country (ISO 3166-1 alpha-2)."),
            Column(
                "operators",
                "string",
                "Who ran what failed; a list, with a semicolon and a space between.",
            ),
            Column("sector", "string", "The branch."),
            Column("tags", "string", "What it is filed under; a list, likewise."),
            Column("clocks", "string", "The clocks that are counted on it; a list, likewise."),
            Column("headline", "string", "The clock by which it is counted."),
            Column("url", "string", "Where it is shown."),
        ],
        key: &["id"],
        refers: &[],
    },
    Table {
        name: "responses",
        title: "Responses",
        what: "One row for each report, order, penalty, statement or other answer to an incident.",
        csv: DataFile::ResponsesTable,
        json: DataFile::Responses,
        columns: &[
            Column("id", "string", "Its name."),
            Column("title", "string", "Its title."),
            Column("kind", "string", "What it is."),
            Column(
                "date",
                "string",
                "When it was published, as precisely as it was written; empty if it is not public.",
            ),
            Column("delivered", "string", "When it was handed over, if earlier."),
            Column("withdrawn", "string", "When it was taken offline."),
            Column("timezone", "string", "The time zone (IANA) of its dates."),
            Column(
                "by",
                "string",
                "Who published it; a list, with a semicolon and a space between.",
            ),
            Column("incidents", "string", "What it answers; a list, likewise."),
            Column("document", "string", "Where the document is."),
            Column("archived", "string", "A copy in an archive."),
            Column("overturns", "string", "The earlier response that it sets aside."),
            Column("url", "string", "Where it is shown."),
        ],
        key: &["id"],
        refers: &[],
    },
];

impl Table {
    /// The rows as CSV, by the names of their fields; of what a row becomes on the way there is one
    /// at a time.
    pub(super) fn write(&self, rows: impl Iterator<Item = impl Serialize>) -> Vec<u8> {
        let heading: Vec<&str> = self.columns.iter().map(|Column(name, ..)| *name).collect();
        csv(&heading, rows.map(|row| self.cells(&row)))
    }

    /// Fields have names that are known to the program, so that a value of a template is made of
    /// them quicker than one of JSON.
    fn cells(&self, row: &impl Serialize) -> Vec<Cell<'static>> {
        // Strings, numbers and lists of them always serialise.
        let row = Value::try_from_serializable(row).unwrap_or_else(|_| Value::none());
        let field =
            |name: &'static str| row.as_map().and_then(|fields| fields.get(&Key::Str(name)));
        self.columns
            .iter()
            .map(|Column(name, ..)| field(name).map_or(Cell::Number(None), cell))
            .collect()
    }
}

/// A value as a cell: the words of a list stand in one text.
fn cell(value: &Value) -> Cell<'static> {
    if let Some(flag) = value.as_bool() {
        Cell::Text(if flag { "true" } else { "false" }.into())
    } else if let Some(text) = value.as_str() {
        Cell::Text(text.to_owned().into())
    } else if let Some(words) = value.as_array() {
        Cell::Text(words.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(BETWEEN).into())
    } else {
        Cell::Number(value.as_i64())
    }
}

//! A table → records, a row each: of incidents, with what is awaited and what was published in
//! answer (`incident`); of responses; or of organisations.
//!
//! Text with any usual mark between its cells and workbooks are one to what follows (`sheet`).
//! Which column fills which key is told, or found by its head (`columns`).

mod columns;
mod incident;
mod organisation;
mod response;
mod sheet;
mod workbook;

use std::collections::BTreeMap;
use std::path::Path;

use clap::ValueEnum;

use self::columns::Columns;
use self::sheet::{MAX_COLUMNS, Sheet};
use super::prose::{self, Nowhere};
use super::record::{self, Making};
use super::told::Told;
use super::when::{self, When};
use super::{Fate, Import, Setting, Unreadable, decode, sentences};

pub use self::columns::mapping;

/// The largest file that is read.
const MAX_FILE: u64 = 64 << 20;

/// What the rows of a table are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    /// What happened, and what is awaited
    Incidents,
    /// What was published in answer, by the ids of incidents
    Responses,
    /// Who owes, publishes or oversees
    Organisations,
}

impl Kind {
    /// Where its records go.
    pub fn destination(self) -> &'static str {
        match self {
            Kind::Incidents => "content/incidents",
            Kind::Responses => "content/responses",
            Kind::Organisations => "content/organisations",
        }
    }
}

/// The text of a file that says which column fills which key.
///
/// # Errors
///
/// Why it cannot be read.
pub fn mapping_file(path: &Path) -> Result<String, Unreadable> {
    decode::read(path, 1 << 20).map(|(text, _)| text)
}

/// Reads a table in a file. `shown` is how the file is called in the report.
pub fn read(
    path: &Path,
    shown: &str,
    kind: Kind,
    map: &[(String, String)],
    into: &str,
    setting: Setting<'_>,
) -> Import {
    let mut import = Import::default();
    let sheet = match sheet_in(path) {
        Ok(sheet) => sheet,
        Err(why) => {
            import.unread(shown, Fate::Refused, why);
            return import;
        }
    };
    if sheet.converted {
        import.note(shown, Fate::Guessed, sentences::NOT_UTF8);
    }
    if sheet.is_wider {
        import.note(shown, Fate::Dropped, sentences::too_many_columns(MAX_COLUMNS));
    }
    for told in &sheet.told {
        import.note(shown, Fate::Dropped, told.clone());
    }
    let Some(columns) = Columns::find(&sheet, map, kind, shown, setting, &mut import) else {
        return import;
    };
    if sheet.rows.is_empty() {
        import.note(shown, Fate::Refused, sentences::NO_ROWS);
    }
    let mut seen: BTreeMap<&[String], u64> = BTreeMap::new();
    for (number, cells) in &sheet.rows {
        if let Some(first) = seen.get(cells.as_slice()) {
            let same = sentences::same_row(*number, *first);
            import.tell(format!("{shown}:{number}"), Fate::Dropped, Told::Row, &same);
            continue;
        }
        seen.insert(cells, *number);
        let mut row = Row {
            cells,
            columns: &columns,
            head: &sheet.head,
            number: *number,
            at: format!("{shown}:{number}"),
            letters_guessed: sheet.converted && cells.iter().any(|cell| !cell.is_ascii()),
            into,
            setting,
            import: &mut import,
        };
        match kind {
            Kind::Incidents => incident::read(&mut row),
            Kind::Responses => response::read(&mut row),
            Kind::Organisations => organisation::read(&mut row),
        }
    }
    import
}

/// The table in a file: a workbook, or text with marks between the cells.
fn sheet_in(path: &Path) -> Result<Sheet, Unreadable> {
    let bytes = decode::bytes(path, MAX_FILE)?;
    if bytes.starts_with(b"PK\x03\x04") {
        return workbook::read(bytes).map_err(Unreadable::Content);
    }
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Err(Unreadable::Content(sentences::OLD_WORKBOOK.to_owned()));
    }
    let (text, converted) = decode::text_of(bytes).map_err(Unreadable::Content)?;
    Sheet::of_text(&text, converted).map_err(Unreadable::Content)
}

/// One row, and where what is made of it goes.
struct Row<'r> {
    cells: &'r [String],
    columns: &'r Columns,
    head: &'r [String],
    number: u64,
    at: String,
    /// Whether nobody knows which letters some of its bytes are.
    letters_guessed: bool,
    into: &'r str,
    setting: Setting<'r>,
    import: &'r mut Import,
}

impl<'r> Row<'r> {
    /// The text of a key's cell, without what only says that nothing is known.
    fn cell(&self, key: &str) -> &'r str {
        let cell =
            self.columns.of(key).and_then(|at| self.cells.get(at)).map_or("", |cell| cell.trim());
        if says_nothing(cell) { "" } else { cell }
    }

    /// The same in one line, and without tags of HTML.
    fn words(&mut self, key: &str) -> String {
        prose::words(self.cell(key))
    }

    /// Row and column of a key.
    fn place(&self, key: &str) -> String {
        let column = self.columns.of(key).and_then(|at| self.head.get(at));
        format!("{}:{}", self.at, column.map_or(key, String::as_str))
    }

    /// Several values in one cell.
    fn list(&self, key: &str) -> Vec<String> {
        self.cell(key)
            .split([';', '|', '\n'])
            .map(prose::words)
            .filter(|part| !part.is_empty() && !says_nothing(part))
            .collect()
    }

    fn tell(&mut self, key: &str, fate: Fate, told: Told, example: &str) {
        let place = self.place(key);
        self.import.tell(place, fate, told, example);
    }

    /// The date in a cell; of one that cannot be read the record is made without it, and a draft.
    fn date(&mut self, key: &str, setting: Setting<'_>, making: &mut Making) -> Option<When> {
        let text = self.cell(key);
        if text.is_empty() {
            return None;
        }
        match when::read(text, setting, false) {
            Ok(when) => {
                when.tell(self.place(key), making, self.import);
                Some(when)
            }
            Err((Fate::Refused, sentence)) => {
                self.import.note(self.place(key), Fate::Refused, sentence);
                None
            }
            Err((_, sentence)) => {
                making.doubtful = true;
                self.import.note(self.place(key), Fate::Dropped, sentence);
                None
            }
        }
    }

    /// A day on which something has happened.
    fn past(&mut self, key: &str, setting: Setting<'_>, making: &mut Making) -> Option<When> {
        let when = self.date(key, setting, making)?;
        if when.day <= setting.today {
            return Some(when);
        }
        making.doubtful = true;
        self.import.note(self.place(key), Fate::Dropped, sentences::AHEAD);
        None
    }

    /// Organisations by the names in a cell, with a record for each.
    fn organisations(&mut self, key: &str, making: &mut Making) -> Vec<String> {
        let (dates, names): (Vec<String>, Vec<String>) = self
            .list(key)
            .into_iter()
            .partition(|name| when::read(name, self.setting, false).is_ok());
        for date in dates {
            making.doubtful = true;
            self.tell(key, Fate::Dropped, Told::NoOrganisation, &date);
        }
        let place = self.place(key);
        record::organisations(&names, &place, self.setting, self.import)
    }

    /// A title, or the number of the row in its place.
    fn title(&mut self, making: &mut Making) -> String {
        let title = self.words("title");
        if !title.is_empty() {
            return title;
        }
        self.import.tell(&self.at, Fate::Guessed, Told::NoTitle, &self.at);
        making.doubtful = true;
        format!("Row {}", self.number)
    }

    /// What every record can have.
    fn common(&mut self, making: &mut Making) {
        let summary = self.words("summary");
        making.text("summary", &summary);
        making.list("tags", &self.list("tags"));
        let body = self.cell("body");
        if !body.is_empty() {
            let place = self.place("body");
            making.body = prose::body(body, (&place, 1), &mut Nowhere, making, self.import);
        }
    }

    /// The country that a cell names, by its code or one of its names.
    fn country(&mut self, making: &mut Making) {
        let text = self.cell("country");
        if !text.is_empty() {
            let place = self.place("country");
            record::country(making, text, &place, self.import);
        }
    }

    /// Adds a record under the name that its row has for it, or its title.
    fn add(&mut self, title: &str, otherwise: &str, making: Making) -> String {
        let name = Some(self.cell("id")).filter(|id| !id.is_empty()).unwrap_or(title);
        let id = self.import.free_id(self.into, &record::id_of(name, otherwise));
        self.import.add(self.into, &id, making, &self.at, self.setting);
        id
    }
}

/// Whether a cell is filled only to say that nothing is known. `NA` alone may be a name.
fn says_nothing(text: &str) -> bool {
    matches!(
        &*text.to_lowercase(),
        "n/a"
            | "none"
            | "null"
            | "unknown"
            | "inconnu"
            | "not available"
            | "not applicable"
            | "tbd"
            | "tba"
            | "-"
            | "–"
            | "—"
            | "?"
    )
}

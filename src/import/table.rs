//! A table of incidents → incidents, a row each.

use std::collections::BTreeMap;
use std::path::Path;

use super::pictures::Pictures;
use super::record::{self, Making, id_of};
use super::{Fate, Import, Setting, Unreadable, decode, prose, sentences, when};
use crate::parse::slug_of;

/// The largest table that is read.
const MAX_FILE: u64 = 64 << 20;
/// The most rows that are read.
const MAX_ROWS: usize = 100_000;

/// What a column can fill, with the words that head it in tables.
const KEYS: [(&str, &[&str]); 16] = [
    (
        "title",
        &[
            "title",
            "name",
            "incident",
            "event",
            "headline",
            "what",
            "incident-title",
            "incident-name",
            "event-title",
            "event-name",
            "titre",
            "nom",
        ],
    ),
    (
        "occurred",
        &[
            "occurred",
            "date",
            "day",
            "start",
            "started",
            "start-date",
            "incident-date",
            "event-date",
            "eventdate",
            "date-of-incident",
            "when",
        ],
    ),
    ("ended", &["ended", "end", "resolved", "end-date", "resolved-at", "resolvedwhen", "fin"]),
    ("aware", &["aware", "detected", "aware-of", "discovered"]),
    ("place", &["place", "location", "city", "site", "where", "lieu"]),
    ("country", &["country", "country-code", "nation", "pays"]),
    ("operators", &["operators", "operator", "company", "organisation", "organization", "provider", "owner"]),
    ("sector", &["sector", "industry", "type", "secteur"]),
    ("summary", &["summary", "abstract", "one-line"]),
    ("tags", &["tags", "tag", "keywords", "labels"]),
    ("timezone", &["timezone", "time-zone", "tz"]),
    ("source", &["source", "source-title", "reference", "publisher"]),
    ("url", &["url", "link", "source-url", "href", "web"]),
    ("body", &["body", "description", "notes", "note", "text", "details", "comment", "comments"]),
    ("id", &["id", "slug", "key"]),
    ("language", &["language", "lang"]),
];

/// Which column fills which key, as KEY=COLUMN: parts between commas or lines. A line of a file may use a colon.
///
/// # Errors
///
/// A sentence for whoever wrote it.
pub fn mapping(text: &str) -> Result<BTreeMap<String, String>, String> {
    let known: Vec<&str> = KEYS.iter().map(|(key, _)| *key).collect();
    let mut map = BTreeMap::new();
    for part in text.split([',', '\n']).map(str::trim).filter(|part| !part.is_empty() && !part.starts_with('#')) {
        let Some((key, column)) = part.split_once('=').or_else(|| part.split_once(':')) else {
            return Err(format!("`{part}` is not KEY=COLUMN"));
        };
        if !known.contains(&key.trim()) {
            return Err(sentences::no_key(key.trim(), &known));
        }
        map.insert(key.trim().to_owned(), column.trim().trim_matches(['"', '\'']).to_owned());
    }
    Ok(map)
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
pub fn read(path: &Path, shown: &str, map: &BTreeMap<String, String>, into: &str, setting: Setting) -> Import {
    let mut import = Import::default();
    let (text, converted) = match decode::read(path, MAX_FILE) {
        Ok(read) => read,
        Err(why) => {
            import.unread(shown, Fate::Refused, why);
            return import;
        }
    };
    if converted {
        import.note(shown, Fate::Guessed, sentences::NOT_UTF8);
    }
    let (text, skipped) = without_hint(&text);
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter(text)).flexible(true).from_reader(text.as_bytes());
    let head: Vec<String> = match reader.headers() {
        Ok(head) => head.iter().map(|name| name.trim().to_owned()).collect(),
        Err(error) => {
            import.note(shown, Fate::Refused, error.to_string());
            return import;
        }
    };
    let Some(columns) = columns(&head, map, shown, &mut import) else { return import };
    for (number, row) in reader.records().take(MAX_ROWS).enumerate() {
        let row = match row {
            Ok(row) => row,
            Err(error) => {
                import.note(shown, Fate::LeftOut, error.to_string());
                continue;
            }
        };
        if row.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let line = row.position().map_or(number as u64 + 2, csv::Position::line) + skipped;
        let letters_guessed = converted && row.iter().any(|cell| !cell.is_ascii());
        let cells = Row { row: &row, columns: &columns, head: &head, at: format!("{shown}:{line}"), letters_guessed };
        incident(&cells, into, setting, &mut import);
    }
    import
}

/// A table without the line `sep=;` that some spreadsheets write first, and how many lines that was.
fn without_hint(text: &str) -> (&str, u64) {
    match text.split_once('\n') {
        Some((first, rest)) if first.trim_end().len() == 5 && first.starts_with("sep=") => (rest, 1),
        _ => (text, 0),
    }
}

/// The mark between the cells of the first line.
fn delimiter(text: &str) -> u8 {
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0), (b'|', 0)];
    let mut quoted = false;
    for byte in text.bytes().take_while(|byte| *byte != b'\n') {
        quoted ^= byte == b'"';
        if let Some((_, count)) = counts.iter_mut().find(|(mark, _)| *mark == byte && !quoted) {
            *count += 1;
        }
    }
    counts.iter().rev().max_by_key(|(_, count)| *count).map_or(b',', |(mark, _)| *mark)
}

/// The number of the column of each key; nothing if the table cannot be used.
fn columns(head: &[String], map: &BTreeMap<String, String>, shown: &str, import: &mut Import) -> Option<BTreeMap<&'static str, usize>> {
    let mut columns = BTreeMap::new();
    for (key, column) in map {
        let found = head.iter().position(|name| name == column).or_else(|| head.iter().position(|name| slug_of(name) == slug_of(column)));
        match (found, KEYS.iter().find(|(known, _)| known == key)) {
            (Some(at), Some((key, _))) => {
                columns.insert(*key, at);
            }
            _ => import.note(shown, Fate::Refused, sentences::no_column(column)),
        }
    }
    for (key, words) in KEYS {
        if columns.contains_key(key) {
            continue;
        }
        let free = |at: &usize| !columns.values().any(|other| other == at);
        let found = words.iter().find_map(|word| head.iter().position(|name| slug_of(name) == *word).filter(free));
        if let Some(at) = found {
            if slug_of(&head[at]) != key {
                import.note(shown, Fate::Kept, sentences::column_taken(&head[at], key));
            }
            columns.insert(key, at);
        }
    }
    for key in ["title", "occurred"] {
        if !columns.contains_key(key) {
            import.note(shown, Fate::Refused, sentences::no_columns_for(key));
        }
    }
    for (at, name) in head.iter().enumerate() {
        if !columns.values().any(|other| *other == at) && !name.is_empty() {
            import.note(shown, Fate::Dropped, sentences::column_dropped(name));
        }
    }
    (!import.is_refused()).then_some(columns)
}

struct Row<'a> {
    row: &'a csv::StringRecord,
    columns: &'a BTreeMap<&'static str, usize>,
    head: &'a [String],
    at: String,
    /// Whether nobody knows which letters some of its bytes are.
    letters_guessed: bool,
}

impl Row<'_> {
    fn cell(&self, key: &str) -> &str {
        self.columns.get(key).and_then(|at| self.row.get(*at)).unwrap_or_default().trim()
    }

    /// Row and column of a key.
    fn place(&self, key: &str) -> String {
        let column = self.columns.get(key).and_then(|at| self.head.get(*at));
        format!("{}:{}", self.at, column.map_or(key, String::as_str))
    }

    /// Several values in one cell.
    fn list(&self, key: &str) -> Vec<String> {
        self.cell(key).split([';', '|']).map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
    }
}

/// Whether a cell is filled only to say that nothing is known. `NA` alone may be a name.
fn says_nothing(text: &str) -> bool {
    matches!(&*text.to_lowercase(), "n/a" | "none" | "unknown" | "not available" | "not applicable" | "tbd" | "tba" | "-" | "–" | "—" | "?")
}

fn incident(row: &Row<'_>, into: &str, setting: Setting, import: &mut Import) {
    let mut making = Making::new(row.letters_guessed);
    let zone = row.cell("timezone").parse().unwrap_or(setting.zone);
    let own = Setting { zone, ..setting };
    let mut date = |key: &'static str, making: &mut Making| {
        let text = row.cell(key);
        if text.is_empty() || (key != "occurred" && says_nothing(text)) {
            return None;
        }
        match when::read(text, own, false) {
            Ok(when) => {
                when.tell(row.place(key), making, import);
                Some(when)
            }
            Err((fate, sentence)) => {
                // A record can do without the other dates.
                let fate = if key == "occurred" || fate == Fate::Refused { fate } else { Fate::Dropped };
                import.note(row.place(key), fate, sentence);
                None
            }
        }
    };
    let occurred = date("occurred", &mut making);
    let (ended, aware) = (date("ended", &mut making), date("aware", &mut making));
    let Some(occurred) = occurred else {
        if row.cell("occurred").is_empty() {
            import.note(&row.at, Fate::LeftOut, sentences::NO_DATE);
        }
        return;
    };
    if occurred.day > setting.today {
        return import.note(row.place("occurred"), Fate::LeftOut, sentences::FUTURE);
    }
    let title = match row.cell("title") {
        "" => {
            import.note(&row.at, Fate::Guessed, sentences::NO_TITLE);
            making.doubtful = true;
            format!("Row {}", row.at.rsplit(':').next().unwrap_or_default())
        }
        title => title.to_owned(),
    };
    making.text("title", &title);
    making.put("occurred", occurred.text);
    for (key, when) in [("ended", ended), ("aware", aware)] {
        if let Some(when) = when {
            making.put(key, when.text);
        }
    }
    if !row.cell("timezone").is_empty() {
        match row.cell("timezone").parse::<chrono_tz::Tz>() {
            Ok(zone) => making.put("timezone", zone.name().to_owned()),
            Err(_) => {
                import.note(row.place("timezone"), Fate::Dropped, format!("`{}` is not a time zone", row.cell("timezone")));
                making.doubtful = true;
            }
        }
    }
    if !says_nothing(row.cell("place")) {
        making.text("place", row.cell("place"));
    }
    if !row.cell("country").is_empty() && !says_nothing(row.cell("country")) {
        record::country(&mut making, row.cell("country"), &row.place("country"), import);
    }
    let named: Vec<String> = row.list("operators").into_iter().filter(|name| !says_nothing(name)).collect();
    record::operators(&mut making, &named, &row.place("operators"), import);
    if !slug_of(row.cell("sector")).is_empty() {
        making.text("sector", row.cell("sector"));
    }
    making.text("summary", row.cell("summary"));
    making.list("tags", &row.list("tags"));
    if !row.cell("url").is_empty() || !row.cell("source").is_empty() {
        record::source(&mut making, row.cell("source"), row.cell("url"), &row.place("url"), import);
    }
    let body = row.cell("body");
    if !body.is_empty() {
        making.body = prose::body(body, &row.place("body"), 1, &mut Pictures::none(), import);
    }
    let name = if row.cell("id").is_empty() { title.as_str() } else { row.cell("id") };
    let id = import.free_id(into, &id_of(name, "incident"));
    import.add(into, &id, making.finish(), &row.at, BTreeMap::new());
}

//! What is said of what is imported.

pub(super) const FUTURE: &str = "its date lies in the future, and an incident has happened";
pub(super) const NOT_UTF8: &str =
    "the text is not UTF-8; it was read as Windows-1252, so look at accents and quotation marks";
pub(super) const UTF16: &str =
    "the text says that it is UTF-16, and is not: save it as UTF-8 and import it again";
pub(super) const TOO_LARGE: &str = "it is too large to be read";
pub(super) const LINK: &str = "it is a symbolic link, and links are not followed";
pub(super) const NO_FILE: &str =
    "it is not a file but a folder, a pipe or a device, and nothing is read from it";
pub(super) const NO_FRONT_MATTER: &str = "it has no front matter";
pub(super) const OLD_WORKBOOK: &str =
    "it is a workbook of the old form: save it as .xlsx or as CSV, and import that";
pub(super) const BROKEN_WORKBOOK: &str =
    "it looks like a workbook and cannot be read as one: save it anew as .xlsx or as CSV";
pub(super) const NO_ROWS: &str = "it has no row below its head";
pub(super) const NO_KIND: &str =
    "a response needs a kind of document and the incident that it answers";
pub(super) const AHEAD: &str = "it lies in the future, and says what has happened";
pub(super) const DUE_BEFORE: &str = "it is due before it happened";
pub(super) const NOTHING_FOUND: &str = "nothing to import was found here";

pub(super) fn ambiguous(text: &str) -> String {
    format!("`{text}` can be two days: say which comes first with --dates dmy or --dates mdy")
}

pub(super) fn not_a_date(text: &str) -> String {
    format!("`{text}` is not a date that can be read for sure")
}

pub(super) fn no_column(column: &str) -> String {
    format!("the table has no column `{column}`")
}

pub(super) fn no_key(key: &str, known: &[&str]) -> String {
    format!("`{key}` is not a key that a column can fill; these are: {}", known.join(", "))
}

pub(super) fn column_dropped(column: &str) -> String {
    format!("the column `{column}` has no place in a record; name one with --map KEY={column}")
}

pub(super) fn column_of_answers(column: &str) -> String {
    format!(
        "the column `{column}` has dates, perhaps of reports or answers, and was not taken, so that all are drafts: name it with --map published={column}, due or checked, or say --map ignore={column}"
    )
}

pub(super) fn too_many_rows(most: usize) -> String {
    format!("what follows the first {most} rows: import it in parts")
}

pub(super) fn too_many_columns(most: usize) -> String {
    format!("what stands to the right of the first {most} columns: import it in parts")
}

pub(super) fn one_sheet(name: &str, others: &[&str]) -> String {
    format!("only the sheet `{name}` was read, and not `{}`", others.join("`, `"))
}

pub(super) fn same_row(row: u64, first: u64) -> String {
    format!("row {row} is row {first}")
}

pub(super) fn neither_yes_nor_no(value: &str) -> String {
    format!("{} is neither `true` nor `false`, so that this is a draft", shortened(value))
}

pub(super) fn column_taken(column: &str, key: &str) -> String {
    format!("the column `{column}` was taken as `{key}`")
}

pub(super) fn no_columns_for(key: &str) -> String {
    format!("no column looks like `{key}`: name it with --map {key}=COLUMN")
}

pub(super) fn key_twice(key: &str, line: u64) -> String {
    format!(
        "the key `{key}` stands twice in its front matter, in line {line} again, and nobody knows which is meant"
    )
}

pub(super) fn anchor(line: u64) -> String {
    format!(
        "a value in line {line} begins with `*` or `&`, which is no text in YAML: put it between quotation marks"
    )
}

pub(super) fn syntax(format: &str, says: &str, line: Option<u64>) -> String {
    let place = line.map_or_else(String::new, |line| format!(" in line {line}"));
    format!(
        "its {format} cannot be read{place}: {}",
        shortened(says.lines().next().unwrap_or_default())
    )
}

pub(super) fn shortened(text: &str) -> String {
    let text = text.trim();
    if text.chars().count() > 80 {
        format!("{}…", text.chars().take(79).collect::<String>())
    } else {
        text.to_owned()
    }
}

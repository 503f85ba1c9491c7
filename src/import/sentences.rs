//! What is said of what is imported.

pub(super) const NO_TITLE: &str = "it has no title";
pub(super) const NO_DATE: &str = "it has no date, and an incident or article needs one";
pub(super) const NAMED_DAY: &str = "the day in the name of the file was taken for its date";
pub(super) const FUTURE: &str = "its date lies in the future, and an incident has happened";
pub(super) const MIDNIGHT: &str = "a time of midnight in UTC was taken for the day alone, as tools write it";
pub(super) const BARE_MIDNIGHT: &str = "a time of midnight was taken for the day alone, as tools write it";
pub(super) const UTC: &str = "a time without a zone was taken as UTC, as Hugo takes it";
pub(super) const SERIAL: &str = "is a spreadsheet's number for a day: format the column as year-month-day and export it again";
pub(super) const TWO_DIGITS: &str = "has a year of two digits: write all four";
pub(super) const NOT_UTF8: &str = "the text is not UTF-8; it was read as Windows-1252, so look at accents and quotation marks";
pub(super) const UTF16: &str = "the text says that it is UTF-16, and is not: save it as UTF-8 and import it again";
pub(super) const TOO_LARGE: &str = "it is too large to be read";
pub(super) const LINK: &str = "it is a symbolic link, and links are not followed";
pub(super) const NO_FILE: &str = "it is not a file but a folder, a pipe or a device, and nothing is read from it";
pub(super) const NO_FRONT_MATTER: &str = "it has no front matter";
pub(super) const HEADLESS: &str = "Hugo makes no page of it, so that this is a draft";
pub(super) const EXPIRED: &str = "Hugo does not show it any more, so that this is a draft";
pub(super) const TOO_EARLY: &str = "Hugo does not show it yet, so that this is a draft";
pub(super) const NOTICE: &str = "it is a notice, perhaps of planned work: publish it only if something went wrong";
pub(super) const RESOLVED: &str = "it is marked as resolved, without a time";
pub(super) const COMMENT: &str = "a comment that readers did not see";
pub(super) const MORE: &str = "the mark for the end of the summary";
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
    format!("the column `{column}` has no place in an incident; name one with --map KEY={column}")
}

pub(super) fn neither_yes_nor_no(value: &str) -> String {
    format!("{} is neither `true` nor `false`, so that this is a draft", shortened(value))
}

pub(super) fn keys_dropped(keys: &[&str]) -> String {
    format!("the {} `{}`", if keys.len() == 1 { "key" } else { "keys" }, keys.join("`, `"))
}

pub(super) fn alias_taken(path: &str) -> String {
    format!("the old address {}, which another post has as well", shortened(path))
}

pub(super) fn column_taken(column: &str, key: &str) -> String {
    format!("the column `{column}` was taken as `{key}`")
}

pub(super) fn no_columns_for(key: &str) -> String {
    format!("no column looks like `{key}`: name it with --map {key}=COLUMN")
}

pub(super) fn country_unknown(text: &str) -> String {
    format!("`{text}` is no country that is known here, so that the record has none")
}

pub(super) fn not_an_address(text: &str) -> String {
    format!("`{text}` is not a web address")
}

pub(super) fn organisation_begun(title: &str) -> String {
    format!("the organisation `{title}` gets a record of its own, where there is none")
}

pub(super) fn tracking(count: usize) -> String {
    format!("{} without what tracks readers", crate::diag::pluralise(count, "link"))
}

pub(super) fn boilerplate(line: &str) -> String {
    format!("this looks like an invitation and not like the text: {}", shortened(line))
}

pub(super) fn filled_in(lines: &[usize], first: &str) -> String {
    const MOST: usize = 8;
    let shown: Vec<String> = lines.iter().take(MOST).map(ToString::to_string).collect();
    let more = if lines.len() > MOST { " …" } else { "" };
    match lines.len() {
        1 => format!("this was filled in by the other program, and is text here: {}", shortened(first)),
        count => format!(
            "{count} lines were filled in by the other program, and are text here ({}{more}); the first: {}",
            shown.join(", "),
            shortened(first)
        ),
    }
}

pub(super) fn times(count: usize) -> String {
    format!("{} of updates became words, in the zone of the status page", crate::diag::pluralise(count, "time"))
}

pub(super) fn picture(file: &str) -> String {
    format!("the picture {} became words: put the file beside the record to show it again", shortened(file))
}

pub(super) fn picture_without_words(file: &str) -> String {
    format!("the picture {} was left out: it has no description for those who do not see it", shortened(file))
}

pub(super) fn pictures<'n>(names: impl ExactSizeIterator<Item = &'n String>) -> String {
    let count = crate::diag::pluralise(names.len(), "picture");
    let names: Vec<&str> = names.map(String::as_str).take(5).collect();
    format!("{count} copied beside it, with its name before their own: {}", names.join(", "))
}

pub(super) fn link(to: &str) -> String {
    format!("the link to {} became words: it led to a file of the other site", shortened(to))
}

pub(super) fn key_twice(key: &str, line: u64) -> String {
    format!("the key `{key}` stands twice in its front matter, in line {line} again, and nobody knows which is meant")
}

pub(super) fn anchor(line: u64) -> String {
    format!("a value in line {line} begins with `*` or `&`, which is no text in YAML: put it between quotation marks")
}

pub(super) fn syntax(format: &str, says: &str, line: Option<u64>) -> String {
    let place = line.map_or_else(String::new, |line| format!(" in line {line}"));
    format!("its {format} cannot be read{place}: {}", shortened(says.lines().next().unwrap_or_default()))
}

fn shortened(text: &str) -> String {
    let text = text.trim();
    if text.chars().count() > 80 { format!("{}…", text.chars().take(79).collect::<String>()) } else { text.to_owned() }
}

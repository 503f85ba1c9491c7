//! A row → an incident, with the one document that is awaited and the response that it got.
//!
//! A row that tells of an answer makes both records or none: an incident without the answer would
//! claim a wait that is over.

use super::Row;
use crate::front_matter::is_period;
use crate::import::record::{self, Making, id_of, quoted};
use crate::import::told::Told;
use crate::import::when::{self, When};
use crate::import::{Fate, Setting, sentences};
use crate::text::{is_language, slug_of};

/// The kind of document that is awaited where a table names none.
const KIND: &str = "final-report";

/// Adds the records of a row.
pub(super) fn read(row: &mut Row<'_>) {
    let mut making = Making::new(row.letters_guessed || row.columns.miss_answers);
    let zone = row.cell("timezone").parse().unwrap_or(row.setting.zone);
    let own = Setting { zone, ..row.setting };
    let Some(occurred) = occurred(row, own, &mut making) else { return };
    let title = row.title(&mut making);
    making.text("title", &title);
    making.put("occurred", occurred.text.clone());
    for key in ["ended", "aware"] {
        if let Some(when) = row.past(key, own, &mut making) {
            making.put(if key == "ended" { "ended" } else { "aware" }, when.text);
        }
    }
    match row.cell("timezone") {
        "" => {}
        written => match written.parse::<chrono_tz::Tz>() {
            Ok(zone) => making.put("timezone", zone.name().to_owned()),
            Err(_) => {
                row.tell("timezone", Fate::Dropped, Told::Cell, written);
                making.doubtful = true;
            }
        },
    }
    let place = row.words("place");
    making.text("place", &place);
    row.country(&mut making);
    let operators = row.organisations("operators", &mut making);
    making.list("operators", &operators);
    let sector = row.words("sector");
    if !slug_of(&sector).is_empty() {
        making.text("sector", &sector);
    }
    let language = row.words("language");
    if is_language(&language) {
        making.put("language", language);
    }
    let url = {
        let place = row.place("url");
        record::address(row.cell("url"), &place, row.import)
    };
    let source = row.words("source");
    if url.is_some() || !source.is_empty() {
        record::source(&mut making, &source, url.as_deref());
    }
    let wait = Wait::of(row, own, &occurred, url.as_deref(), &mut making);
    if let Some(awaiting) = wait.awaiting() {
        making.put("awaiting", awaiting);
    }
    row.common(&mut making);
    let is_doubtful = making.doubtful;
    let id = row.add(&title, "incident", making);
    if let Some(answer) = wait.answer {
        let mut making = Making::new(is_doubtful);
        making.text("title", answer.title.as_deref().unwrap_or(&title));
        making.put("kind", quoted(&answer.kind));
        making.put("date", answer.date);
        making.list("by", &answer.by);
        making.list("incidents", std::slice::from_ref(&id));
        if let Some(url) = answer.url {
            making.put("url", quoted(&url));
        }
        let folder = "content/responses";
        let name = row.import.free_id(folder, &id_of(&format!("{id}-{}", answer.kind), "response"));
        row.import.add(folder, &name, making, &row.at, row.setting);
    }
}

/// When it happened; without that there is no record.
fn occurred(row: &mut Row<'_>, own: Setting<'_>, making: &mut Making) -> Option<When> {
    let text = row.cell("occurred");
    if text.is_empty() {
        row.import.tell(&row.at, Fate::LeftOut, Told::NoDate, &row.at);
        return None;
    }
    match when::read(text, own, false) {
        Ok(when) if when.day > own.today => {
            row.import.note(row.place("occurred"), Fate::LeftOut, sentences::FUTURE);
            None
        }
        Ok(when) => {
            when.tell(row.place("occurred"), making, row.import);
            Some(when)
        }
        Err((fate, sentence)) => {
            row.import.note(row.place("occurred"), fate, sentence);
            None
        }
    }
}

/// What a row says of the document that is awaited, in YAML, and of the one that came.
#[derive(Debug, Default)]
struct Wait {
    keys: Vec<(&'static str, String)>,
    answer: Option<Answer>,
}

#[derive(Debug)]
struct Answer {
    title: Option<String>,
    kind: String,
    date: String,
    by: Vec<String>,
    url: Option<String>,
}

impl Wait {
    fn of(
        row: &mut Row<'_>,
        own: Setting<'_>,
        occurred: &When,
        source: Option<&str>,
        making: &mut Making,
    ) -> Self {
        let from = row.organisations("from", making);
        let kind = Some(slug_of(&row.words("report"))).filter(|kind| !kind.is_empty());
        let answer = answer(row, own, (&from, kind.as_deref(), source), making);
        let mut keys = Vec::new();
        match from.as_slice() {
            [] => {}
            [one] => keys.push(("from", quoted(one))),
            // A clock has one who owes: which of them, or a clock for each, is for the editor.
            several => {
                making.doubtful = true;
                row.tell("from", Fate::Dropped, Told::Several, &several.join(" and "));
            }
        }
        if let Some(due) = row.date("due", when::ahead(own), making) {
            if due.day < occurred.day {
                making.doubtful = true;
                row.import.note(row.place("due"), Fate::Dropped, sentences::DUE_BEFORE);
            } else {
                keys.push(("due", due.text));
            }
        }
        let within = row.words("within");
        if !within.is_empty() {
            if is_period(&within) && !keys.iter().any(|(key, _)| *key == "due") {
                keys.push(("within", quoted(&within)));
            } else {
                making.doubtful = true;
                row.tell("within", Fate::Dropped, Told::Cell, &within);
            }
        }
        let rule = row.words("rule");
        if !rule.is_empty() {
            keys.push(("rule", quoted(&rule)));
        }
        if let Some(checked) = row.past("checked", own, making) {
            let answered = answer.as_ref().map(|(_, day)| *day);
            if answered.is_some_and(|answered| checked.day >= answered) {
                row.tell("checked", Fate::Kept, Told::CheckAfter, &checked.text);
            } else if checked.day < occurred.day || checked.text.len() < "2021-03-10".len() {
                making.doubtful = true;
                row.tell("checked", Fate::Dropped, Told::Cell, &checked.text);
            } else {
                keys.push(("checked", checked.text.get(..10).unwrap_or(&checked.text).to_owned()));
            }
        }
        let mut looked_at = Vec::new();
        for written in row.list("checked_where") {
            let place = row.place("checked_where");
            looked_at.extend(record::address(&written, &place, row.import));
        }
        if !looked_at.is_empty() {
            let addresses: Vec<String> = looked_at.iter().map(|address| quoted(address)).collect();
            keys.push(("checked_where", format!("[{}]", addresses.join(", "))));
        }
        if !keys.is_empty() || kind.is_some() || answer.is_some() {
            keys.insert(0, ("report", quoted(kind.as_deref().unwrap_or(KIND))));
        }
        Self { keys, answer: answer.map(|(answer, _)| answer) }
    }

    /// The value of `awaiting`; nothing where the row says nothing of it.
    fn awaiting(&self) -> Option<String> {
        let keys: Vec<String> =
            self.keys.iter().map(|(key, value)| format!("{key}: {value}")).collect();
        (!keys.is_empty()).then(|| format!("[{{{}}}]", keys.join(", ")))
    }
}

/// The document that came, with its day.
fn answer(
    row: &mut Row<'_>,
    own: Setting<'_>,
    (from, kind, source): (&[String], Option<&str>, Option<&str>),
    making: &mut Making,
) -> Option<(Answer, chrono::NaiveDate)> {
    let place = row.place("response_url");
    let url = record::address(row.cell("response_url"), &place, row.import);
    let had_date = !row.cell("published").is_empty();
    let Some(date) = row.past("published", own, making) else {
        if let Some(url) = url.filter(|_| !had_date) {
            making.doubtful = true;
            row.tell("response_url", Fate::Dropped, Told::AnswerUndated, &url);
        }
        return None;
    };
    let url = url.or_else(|| {
        let url = source.filter(|_| row.columns.one_address)?;
        making.doubtful = true;
        row.tell("url", Fate::Guessed, Told::AddressGuessed, url);
        Some(url.to_owned())
    });
    let named = row.organisations("response_by", making);
    let by = if named.is_empty() { from.to_vec() } else { named };
    let title = Some(row.words("response_title")).filter(|title| !title.is_empty());
    let own_kind = Some(slug_of(&row.words("response_kind"))).filter(|kind| !kind.is_empty());
    let kind = own_kind.unwrap_or_else(|| kind.unwrap_or(KIND).to_owned());
    Some((Answer { title, kind, date: date.text, by, url }, date.day))
}

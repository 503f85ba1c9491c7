//! A row → something that was published in answer to incidents.

use super::Row;
use crate::import::record::{self, Making, id_of, quoted};
use crate::import::told::Told;
use crate::import::{Fate, sentences};
use crate::text::{is_language, slug_of, slug_trouble};

/// Adds the response of a row.
pub(super) fn read(row: &mut Row<'_>) {
    let mut making = Making::new(row.letters_guessed);
    let title = row.title(&mut making);
    making.text("title", &title);
    let kind = slug_of(&row.words("kind"));
    let incidents: Vec<String> = row
        .list("incidents")
        .into_iter()
        .map(|name| if slug_trouble(&name).is_none() { name } else { id_of(&name, "incident") })
        .collect();
    if kind.is_empty() || incidents.is_empty() {
        return row.import.note(&row.at, Fate::LeftOut, sentences::NO_KIND);
    }
    making.put("kind", quoted(&kind));
    let setting = row.setting;
    let date = row.date("date", setting, &mut making);
    let delivered = row.past("delivered", setting, &mut making);
    for (key, when) in [("date", date), ("delivered", delivered)] {
        if let Some(when) = when {
            making.put(key, when.text);
        }
    }
    let by = row.organisations("by", &mut making);
    making.list("by", &by);
    making.list("incidents", &incidents);
    for key in ["url", "archived"] {
        let place = row.place(key);
        if let Some(url) = record::address(row.cell(key), &place, row.import) {
            making.put(key, quoted(&url));
        }
    }
    let language = row.words("language");
    if is_language(&language) {
        making.put("language", language);
    } else if !language.is_empty() {
        row.tell("language", Fate::Dropped, Told::Cell, &language);
    }
    row.common(&mut making);
    row.add(&title, "response", making);
}

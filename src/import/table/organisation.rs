//! A row → an organisation.

use super::Row;
use crate::import::Fate;
use crate::import::record::{self, Making};
use crate::import::told::Told;
use crate::model::Role;
use crate::text::slug_of;

/// Adds the organisation of a row.
pub(super) fn read(row: &mut Row<'_>) {
    let mut making = Making::new(row.letters_guessed);
    let title = row.title(&mut making);
    making.text("title", &title);
    let written = row.words("role");
    let role = slug_of(&written);
    match Role::NAMES.iter().find(|(_, name)| *name == role) {
        Some((_, name)) => making.put("role", (*name).to_owned()),
        None if role.is_empty() => {}
        None => {
            making.doubtful = true;
            row.tell("role", Fate::Dropped, Told::Cell, &written);
        }
    }
    row.country(&mut making);
    let place = row.place("url");
    if let Some(url) = record::address(row.cell("url"), &place, row.import) {
        making.put("url", record::quoted(&url));
    }
    row.common(&mut making);
    row.add(&title, "organisation", making);
}

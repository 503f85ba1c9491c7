//! `content/organisations/NAME.md` → [`Organisation`].

use super::record;
use crate::front_matter::raw::{raw, words};
use crate::front_matter::reader::Reader;
use crate::front_matter::yaml::{Key, Node};
use crate::model::{Organisation, Record, Role};

raw! {
    /// The keys of an organisation besides those of every record.
    RawOrganisation ("an organisation") {
        /// What part it has.
        role: Role,
        /// The country, as two letters of ISO 3166-1.
        country [country]: String,
        /// Its own site.
        url [web]: String,
    }
}

words! { Role ("a role") = Role::NAMES }

/// Reads the organisation's own keys; `record` has been read from the same map.
pub(super) fn organisation(
    map: &[(Key, Node)],
    record: Record,
    reader: &mut Reader,
) -> Organisation {
    let RawOrganisation { role, country, url } = RawOrganisation::read(map, reader);
    Organisation {
        role: role.map_or(Role::Other, |found| found.value),
        country: record::country_code(country, reader),
        url: record::web_address(url, reader),
        record,
    }
}

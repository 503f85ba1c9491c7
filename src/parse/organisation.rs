//! `content/organisations/NAME.md` → [`Organisation`].

use super::reader::{FromNode, Reader, raw, word};
use super::record;
use super::yaml::{Key, Node};
use crate::model::{Organisation, Record, Role};

raw! {
    /// The keys of an organisation besides those of every record.
    RawOrganisation ("an organisation") { role: Role, country: String, url: String }
}

impl FromNode for Role {
    fn from_node(node: &Node, reader: &mut Reader) -> Option<Self> {
        word(node, reader, "a role", &Role::NAMES)
    }
}

/// Reads the organisation's own keys; `record` has been read from the same map.
pub(super) fn organisation(map: &[(Key, Node)], record: Record, reader: &mut Reader) -> Organisation {
    let RawOrganisation { role, country, url } = RawOrganisation::read(map, reader);
    Organisation {
        role: role.map_or(Role::Other, |found| found.value),
        country: record::country_code(country, reader),
        url: record::web_address(url, reader),
        record,
    }
}

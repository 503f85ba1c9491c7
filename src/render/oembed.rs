//! The oEmbed answer about an incident's page: a file, since there is no server to answer requests.

use crate::model::Id;
use crate::site::SiteModel;
use crate::view::Locale;

/// Renders the answer about an incident's page.
pub(super) fn render(site: &SiteModel, incident: &Id) -> Vec<u8> {
    let locale = Locale { site, language: &site.settings.language };
    let answer = site.register.incidents.get(incident).and_then(|incident| locale.oembed(incident));
    // Strings and numbers always serialise.
    let mut bytes = serde_json::to_vec_pretty(&answer).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

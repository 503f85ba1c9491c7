//! The oEmbed answer about an incident's page: a file, since there is no server to answer requests.

use crate::model::Id;
use crate::plan::view::Scene;
use crate::plan::{Plan, SiteModel};

/// Renders the answer about an incident's page.
pub(super) fn render(world: &SiteModel, plan: &Plan, incident: &Id) -> Vec<u8> {
    let scene = Scene { world, plan, language: &world.settings.language, root: "" };
    let answer = world.register.incidents.get(incident).and_then(|incident| scene.oembed(incident));
    // Strings and numbers always serialise.
    let mut bytes = serde_json::to_vec_pretty(&answer).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

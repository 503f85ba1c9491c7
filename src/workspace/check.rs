//! What is wrong with a site, of which nothing is written.

use std::mem;
use std::path::Path;

use rayon::prelude::*;

use super::{Advice, Changes, Update, Workspace};
use crate::diag::{self, Code, Diagnostic, Place};
use crate::lint::ExternalLink;
use crate::load::{LoadError, Tree};
use crate::model::Settings;
use crate::publish::Address;
use crate::render::failures;
use crate::resolve::Options;

/// A site that was looked at.
#[derive(Debug)]
pub struct Checked {
    /// What is wrong, and advice, in the order of files and lines.
    pub diagnostics: Vec<Diagnostic>,
    /// Every link to another site.
    pub external_links: Vec<ExternalLink>,
}

/// Looks at the content of a site and at its theme, by which every page of good content is made in
/// memory.
///
/// # Errors
///
/// When the machine fails to read it.
pub fn check(root: &Path, options: Options) -> Result<Checked, LoadError> {
    let mut workspace = Workspace::once(root).with_advice(Advice::All);
    let mut diagnostics = found(workspace.update(Changes::Any, |_| options))?;
    if let Some(site) = workspace.snapshot() {
        let failed: Vec<_> =
            site.plan.outputs.par_iter().filter_map(|output| site.render(output).err()).collect();
        diagnostics.extend(failures(&failed));
        diagnostics.extend(destinations(&site.model.settings, root));
        diag::settle(&mut diagnostics);
    }
    Ok(Checked { diagnostics, external_links: mem::take(&mut workspace.external_links) })
}

/// Destinations that could not be published to.
fn destinations(settings: &Settings, root: &Path) -> Vec<Diagnostic> {
    let refused = |(name, address): (&String, &String)| {
        let why = Address::parse(address, root).err()?;
        let message = format!("the destination `{name}` cannot be published to: {why}");
        // The line is not shown: an address that is wrong may hold a password.
        Some(
            Diagnostic::new(Code::UrlForm, Place::unread("overdue.yaml"), message)
                .help("mend it under `destinations`"),
        )
    };
    settings.destinations.iter().filter_map(refused).collect()
}

/// What is wrong with the records of a tree and with the addresses of their pages, of which none is
/// made.
pub fn look_over(tree: Tree, options: Options) -> Vec<Diagnostic> {
    // Nothing is read.
    found(Workspace::in_memory(tree).update(Changes::Any, |_| options)).unwrap_or_default()
}

pub(super) fn found(update: Update) -> Result<Vec<Diagnostic>, LoadError> {
    match update {
        Update::Read { diagnostics, .. } => Ok(diagnostics),
        Update::Same | Update::Unclear => Ok(Vec::new()),
        Update::Failed(error) => Err(error),
    }
}

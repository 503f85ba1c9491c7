//! An output → whether it is what the sources say.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::Path;

use rayon::prelude::*;

use super::build::content_of;
use super::check::found;
use super::{Changes, Workspace};
use crate::diag::Outcome;
use crate::load::LoadError;
use crate::model::Settings;
use crate::plan::Output;
use crate::publish;
use crate::render::RenderError;
use crate::render::own_policy;
use crate::resolve::Options;
use crate::site::file_of;
use crate::write::{self, Note};

/// An output that was compared with what its sources say.
#[derive(Debug)]
pub struct Verified {
    /// The configuration.
    pub settings: Settings,
    /// The address it was built for.
    pub url: String,
    /// Its files.
    pub files: BTreeMap<String, publish::Entry>,
    /// Those of its files that could run, and have a policy of their own.
    pub programs: BTreeSet<String>,
    /// Files that are not what the sources say: older, edited, or missing. In order.
    pub differing: Vec<String>,
    /// Pages on which a template fails.
    pub failed: Vec<RenderError>,
    /// What could not be read.
    pub unread: Option<io::Error>,
}

/// Makes every file of a site in memory, as the output's note says that it was made, and compares
/// it with the output. Nothing after an error in the content.
///
/// # Errors
///
/// When the machine fails to read the site.
pub fn verify(
    root: &Path,
    output: &Path,
    options: Options,
    note: &Note,
) -> Result<Outcome<Option<Verified>>, LoadError> {
    let mut workspace = Workspace::once(root).at(Some(&note.url));
    let diagnostics = found(workspace.update(Changes::Any, |_| options))?;
    let Some(site) = workspace.snapshot() else { return Ok(Outcome { value: None, diagnostics }) };
    let mut verified = Verified {
        settings: site.model.settings.clone(),
        url: note.url.clone(),
        files: BTreeMap::new(),
        programs: BTreeSet::new(),
        differing: Vec::new(),
        failed: Vec::new(),
        unread: None,
    };
    let compare = |planned: &Output| {
        let path = file_of(&planned.path);
        let held = site.render(planned).map(|made| write::held(output, &path, &content_of(made)));
        (path, held)
    };
    let compared: Vec<_> = site.plan.outputs.par_iter().map(compare).collect();
    for (path, held) in compared {
        if own_policy(&site.plan, &path).is_some() {
            verified.programs.insert(path.clone());
        }
        match held {
            Ok(Ok(Some(entry))) => _ = verified.files.insert(path, entry.into()),
            Ok(Ok(None)) => verified.differing.push(path),
            Ok(Err(error)) => verified.unread = Some(error),
            Err(failed) => verified.failed.push(failed),
        }
    }
    verified.differing.sort();
    Ok(Outcome { value: Some(verified), diagnostics })
}

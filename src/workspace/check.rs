//! What is wrong with a site, of which nothing is written.

use std::mem;
use std::path::Path;

use rayon::prelude::*;

use super::{Advice, Changes, Update, Workspace};
use crate::diag::{self, Diagnostic};
use crate::load::Tree;
use crate::parse::{ExternalLink, Options};
use crate::render::failures;

/// A site that was looked at.
#[derive(Debug)]
pub struct Checked {
    /// What is wrong, and advice, in the order of files and lines.
    pub diagnostics: Vec<Diagnostic>,
    /// Every link to another site.
    pub external_links: Vec<ExternalLink>,
}

/// Looks at the content of a site and at its theme, by which every page of good content is made in memory.
pub fn check(root: &Path, options: Options) -> Checked {
    let mut workspace = Workspace::once(root).with_advice(Advice::All);
    let mut diagnostics = found(workspace.update(Changes::Any, |_| options));
    if let Some(site) = workspace.snapshot() {
        let failed: Vec<_> = site.plan.pages.par_iter().filter_map(|page| site.render(page).err()).collect();
        diagnostics.extend(failures(&failed));
        diag::sort(&mut diagnostics);
    }
    Checked { diagnostics, external_links: mem::take(&mut workspace.external_links) }
}

/// What is wrong with the records of a tree and with the addresses of their pages, of which none is made.
pub fn look_over(tree: Tree, options: Options) -> Vec<Diagnostic> {
    found(Workspace::in_memory(tree).update(Changes::Any, |_| options))
}

pub(super) fn found(update: Update) -> Vec<Diagnostic> {
    match update {
        Update::Read { diagnostics, .. } => diagnostics,
        Update::Same | Update::Unclear => Vec::new(),
    }
}

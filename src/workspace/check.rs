//! What is wrong with a site, of which nothing is written.

use std::path::Path;

use rayon::prelude::*;

use super::{Advice, Changes, Update, Workspace};
use crate::diag::{self, Diagnostic};
use crate::load::Tree;
use crate::parse::Options;
use crate::render::failures;

/// What is wrong with the content of a site or with its theme, by which every page of good content is made in memory; and advice.
pub fn check(root: &Path, options: Options) -> Vec<Diagnostic> {
    let mut workspace = Workspace::once(root).with_advice(Advice::All);
    let mut diagnostics = found(workspace.update(Changes::Any, |_| options));
    if let Some(site) = workspace.snapshot() {
        let failed: Vec<_> = site.plan.pages.par_iter().filter_map(|page| site.render(page).err()).collect();
        diagnostics.extend(failures(&failed));
        diag::sort(&mut diagnostics);
    }
    diagnostics
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

//! What a site would have wrong with it if new files were written, by the rules of `overdue check`
//! themselves.

use crate::diag::{Code, Diagnostic, Severity};
use crate::load::Tree;
use crate::resolve::Options;
use crate::workspace::look_over;

/// What is wrong with a site with these new files and not without them. Only what a site is read
/// from is looked at.
pub(in crate::cli) fn introduced(
    tree: &Tree,
    new: &[(String, String)],
    options: Options,
) -> Vec<Diagnostic> {
    let mut with = tree.clone();
    let is_read = |path: &str| path == "overdue.yaml" || path.starts_with("content/");
    let refused = new
        .iter()
        .filter(|(path, _)| is_read(path))
        .filter_map(|(path, text)| with.insert_new(path, text).err());
    let refused: Vec<Diagnostic> = refused.map(|found| *found).collect();
    if !refused.is_empty() {
        return refused;
    }
    let mut found = look_over(with, options);
    if !found.is_empty() && !tree.files.is_empty() {
        let before = look_over(tree.clone(), options);
        found.retain(|found| !before.iter().any(|known| is_same(known, found)));
    }
    found
}

fn is_same(one: &Diagnostic, other: &Diagnostic) -> bool {
    let key = |found: &Diagnostic| (found.code, found.place.span.clone(), found.message.clone());
    one.place.file.path == other.place.file.path && key(one) == key(other)
}

/// Whether nothing is written because of it: the next check would refuse it, or what was typed
/// holds a character that nobody typed.
pub(in crate::cli) fn keeps_from_writing(found: &Diagnostic) -> bool {
    found.severity() == Severity::Error || found.code == Code::TextControl
}

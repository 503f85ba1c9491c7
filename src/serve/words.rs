//! The sentences that the server says itself.

use std::fmt::Write as _;

use crate::diag::pluralise;

/// The bar of a page: `Preview as of 22 November 2026 · 2 drafts shown · 1 scheduled`.
pub(super) fn bar(
    as_of: &str,
    drafts: usize,
    hidden: usize,
    scheduled: usize,
    warnings: usize,
) -> String {
    let mut text = format!("Preview as of {as_of}");
    // Writing to a string cannot fail.
    if drafts > 0 {
        let _ = write!(text, " · {} shown", pluralise(drafts, "draft"));
    }
    if hidden > 0 {
        let _ = write!(text, " · {} not shown", pluralise(hidden, "draft"));
    }
    if scheduled > 0 {
        let _ = write!(text, " · {scheduled} scheduled");
    }
    if warnings > 0 {
        let _ = write!(text, " · {}", pluralise(warnings, "warning"));
    }
    text
}

/// The heading over what is wrong; the page behind it is the last good one.
pub(super) const BROKEN: &str = "This page is as it was before the mistake";
/// The same, where there is no such page.
pub(super) const NOTHING: &str = "There is no page until this is put right";
/// What is said on the page of a draft.
pub(super) const DRAFT: &str = "This page is a draft.";
/// In front of addresses that are like one that does not exist.
pub(super) const NEAR: &str = "There is no page here. Near this address:";
/// The switch that follows the editor.
pub(super) const FOLLOW: &str = "Go to what I change";
/// Shown where nothing is heard of the server.
pub(super) const LOST: &str = "The server has stopped.";
/// To a request from elsewhere.
pub(super) const REFUSED: &str = "This server answers only pages of its own.\n";
/// To a page that wants to hear of changes when too many do.
pub(super) const TOO_MANY: &str = "Too many pages are open.\n";
/// To a request for something that no page can be.
pub(super) const NO_ADDRESS: &str = "There is nothing at this address.\n";
/// To a request that wants to change something.
pub(super) const READ_ONLY: &str = "Pages can be read here, and nothing else.\n";

/// Where a scheduled record stands until its day.
pub(super) fn scheduled_on(title: &str, day: &str) -> String {
    format!("{title}, on {day}")
}

//! What the script of a page asks for: whether the page changed, what is wrong, and what the preview shows that readers do not see.

use serde::Serialize;

use super::words;
use crate::clock::{AsOf, Part};
use crate::diag::{Diagnostic, Severity, told};
use crate::pipeline::Facts;
use crate::plan::World;
use crate::wording::date as date_in_words;

/// The answer, as JSON. Its texts are not escaped: the script writes them as text.
#[derive(Debug, Serialize)]
pub(super) struct State {
    /// Counts the states of the site.
    pub(super) generation: u64,
    /// The hash of the page; null where there is none.
    pub(super) page: Option<String>,
    /// What is wrong with the content or with this page, as `overdue check` says it; empty where nothing is.
    pub(super) errors: String,
    /// Over the errors.
    pub(super) heading: &'static str,
    /// The line at the foot of the page.
    pub(super) bar: String,
    /// Warnings, as `overdue check` says them.
    pub(super) warnings: String,
    /// What is special about this page.
    pub(super) note: &'static str,
    /// Records that readers do not see.
    pub(super) records: Vec<Link>,
    /// Pages with an address like this one's, which does not exist.
    pub(super) near: Vec<Link>,
    /// In front of them.
    pub(super) near_heading: &'static str,
    /// The page of the record that was changed last.
    pub(super) changed: Option<String>,
    /// Whether to go there, until a reader says otherwise.
    pub(super) follow: bool,
    /// The label of that switch.
    pub(super) follow_label: &'static str,
    /// What to say when nothing more is heard.
    pub(super) lost: &'static str,
}

/// A line with an address, if it has a page.
#[derive(Debug, Serialize)]
pub(super) struct Link {
    pub(super) text: String,
    pub(super) href: Option<String>,
}

impl Link {
    /// A page of the site.
    pub(super) fn to(path: &str, text: String) -> Self {
        Self { text, href: Some(format!("/{}", crate::plan::href(path))) }
    }
}

/// The records that readers do not see, and the line that counts them.
pub(super) fn hidden(world: &World<'_>, facts: &Facts, diagnostics: &[Diagnostic]) -> (String, Vec<Link>) {
    let shown: Vec<Link> = facts
        .register
        .records()
        .filter(|(_, record)| record.draft)
        .map(|(kind, record)| Link::to(&world.path(kind, record), record.title.clone()))
        .collect();
    let scheduled = facts.scheduled.iter().map(|entry| {
        let title = match &entry.part {
            Part::Named(title) => title.as_str(),
            _ => entry.record.as_str(),
        };
        let text = entry.day.map_or_else(|| title.to_owned(), |day| words::scheduled_on(title, &date_in_words(day)));
        Link { text, href: None }
    });
    let warnings = diagnostics.iter().filter(|found| found.severity() == Severity::Warning).count();
    let as_of = match facts.docket.as_of() {
        AsOf::Day(day) => date_in_words(day),
        AsOf::Instant(instant) => date_in_words(instant.with_timezone(&facts.settings.timezone).date_naive()),
    };
    let bar = words::bar(&as_of, shown.len(), facts.drafts.len(), facts.scheduled.len(), warnings);
    (bar, shown.into_iter().chain(scheduled).collect())
}

/// The errors and the warnings of a site, as `overdue check` says them: both together where there is an error.
pub(super) fn complaints(diagnostics: &[Diagnostic]) -> (String, String) {
    let text = told(diagnostics, false);
    if crate::diag::any_error(diagnostics, false) { (text, String::new()) } else { (String::new(), text) }
}

//! What the script of a page asks for: whether the page changed, what is wrong, and what the
//! preview shows that readers do not see.

use serde::Serialize;

use super::words;
use crate::clock::{AsOf, Part};
use crate::diag::{Diagnostic, Severity, told};
use crate::plan::{Output, Page, PageKind, Plan};
use crate::site::SiteModel;
use crate::wording::date as date_in_words;
use crate::workspace::Snapshot;

/// Characters of an address that does not exist that are compared with those that do.
const LONGEST_LIKE: usize = 200;
/// How many addresses are named that are like one that does not exist.
const NEAR: usize = 5;

/// The answer, as JSON. Its texts are not escaped: the script writes them as text.
#[derive(Debug, Serialize)]
pub(super) struct State {
    /// Counts the states of the site.
    pub(super) generation: u64,
    /// The hash of the page; null where there is none.
    pub(super) page: Option<String>,
    /// What is wrong with the content or with this page, as `overdue check` says it; empty where
    /// nothing is.
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
        Self { text, href: Some(format!("/{}", crate::site::href(path))) }
    }
}

/// The records that readers do not see, and the line that counts them.
pub(super) fn hidden(snapshot: &Snapshot) -> (String, Vec<Link>) {
    let Snapshot { model, diagnostics, .. } = snapshot;
    let SiteModel { scheduled, drafts, .. } = model;
    let shown: Vec<Link> = model
        .register
        .records()
        .filter(|(_, record)| record.draft)
        .map(|(kind, record)| Link::to(&model.path(kind, record), record.title.clone()))
        .collect();
    let ahead = scheduled.iter().map(|entry| {
        let title = match &entry.part {
            Part::Named(title) => title.as_str(),
            _ => entry.record.as_str(),
        };
        let text = entry.day.map_or_else(
            || title.to_owned(),
            |day| words::scheduled_on(title, &date_in_words(day)),
        );
        Link { text, href: None }
    });
    let warnings = diagnostics.iter().filter(|found| found.severity() == Severity::Warning).count();
    let as_of = match model.docket.as_of() {
        AsOf::Day(day) => date_in_words(day),
        AsOf::Instant(instant) => {
            date_in_words(instant.with_timezone(&model.settings.timezone).date_naive())
        }
    };
    let bar = words::bar(&as_of, shown.len(), drafts.len(), scheduled.len(), warnings);
    (bar, shown.into_iter().chain(ahead).collect())
}

/// Addresses like one that does not exist.
pub(super) fn near(plan: &Plan, path: &str) -> Vec<Link> {
    let wanted: String = path.trim_matches('/').to_lowercase().chars().take(LONGEST_LIKE).collect();
    let length = wanted.chars().count();
    // A likeness of half takes lengths of which neither is more than twice the other; to compare is
    // dear, and to count is not.
    let is_comparable = |page: &Page<'_>| {
        let other = page.path.trim_end_matches('/').chars().take(2 * LONGEST_LIKE + 1).count();
        other <= 2 * length && length <= 2 * other
    };
    let mut found: Vec<(f64, &str)> = plan
        .outputs
        .iter()
        .filter_map(Output::page)
        .filter(|page| {
            (page.path.is_empty() || page.path.ends_with('/'))
                && !matches!(page.kind, PageKind::Redirect(_))
        })
        .filter(|page| is_comparable(page))
        .map(|page| {
            (
                strsim::normalized_damerau_levenshtein(
                    &wanted,
                    &page.path.trim_end_matches('/').to_lowercase(),
                ),
                page.path,
            )
        })
        .filter(|(likeness, _)| *likeness >= 0.5)
        .collect();
    found.sort_by(|(a, one), (b, other)| b.total_cmp(a).then_with(|| one.cmp(other)));
    found.into_iter().take(NEAR).map(|(_, path)| Link::to(path, format!("/{path}"))).collect()
}

/// The errors and the warnings of a site, as `overdue check` says them: both together where there
/// is an error.
pub(super) fn complaints(diagnostics: &[Diagnostic]) -> (String, String) {
    let text = told(diagnostics, false, None);
    if crate::diag::any_error(diagnostics, false) {
        (text, String::new())
    } else {
        (String::new(), text)
    }
}

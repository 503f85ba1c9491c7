//! The kinds of file that can be begun, and what each begins with.

use clap::ValueEnum;

use crate::model::Kind;

/// What can be begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Beginning {
    /// What happened
    Incident,
    /// A document or act in answer to it
    Response,
    /// Analysis or news
    Article,
    /// Whoever operates, investigates, rules or pays
    Organisation,
    /// A page of its own
    Page,
    /// A duty to report
    Regime,
    /// A calendar of working days
    Calendar,
}

impl Beginning {
    /// The record that it is; a duty and a calendar are none.
    pub(in crate::cli) fn kind(self) -> Option<Kind> {
        match self {
            Beginning::Incident => Some(Kind::Incident),
            Beginning::Response => Some(Kind::Response),
            Beginning::Article => Some(Kind::Article),
            Beginning::Organisation => Some(Kind::Organisation),
            Beginning::Page => Some(Kind::Page),
            Beginning::Regime | Beginning::Calendar => None,
        }
    }

    /// The path of the file of this name.
    pub(in crate::cli) fn path(self, id: &str) -> String {
        match self.kind() {
            Some(kind) => format!("content/{}/{id}.md", kind.folder()),
            None if self == Beginning::Regime => format!("content/regimes/{id}.yaml"),
            None => format!("content/calendars/{id}.yaml"),
        }
    }

    /// The text with gaps.
    pub(in crate::cli) fn template(self) -> &'static str {
        match self {
            Beginning::Incident => include_str!("records/incident.md"),
            Beginning::Response => include_str!("records/response.md"),
            Beginning::Article => include_str!("records/article.md"),
            Beginning::Organisation => include_str!("records/organisation.md"),
            Beginning::Page => include_str!("records/page.md"),
            Beginning::Regime => include_str!("records/regime.yaml"),
            Beginning::Calendar => include_str!("records/calendar.yaml"),
        }
    }

    /// The word for it on the command line.
    pub(in crate::cli) fn name(self) -> &'static str {
        match self {
            Beginning::Incident => "incident",
            Beginning::Response => "response",
            Beginning::Article => "article",
            Beginning::Organisation => "organisation",
            Beginning::Page => "page",
            Beginning::Regime => "regime",
            Beginning::Calendar => "calendar",
        }
    }
}

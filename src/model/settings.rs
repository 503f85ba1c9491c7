use std::collections::BTreeMap;

use chrono_tz::Tz;

use super::OwnDocument;

/// What `overdue.yaml` says of the site as a whole.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// Its name.
    pub title: String,
    /// The address at which it will be published, with a slash at the end.
    pub url: String,
    /// One sentence about it.
    pub description: Option<String>,
    /// The language of records that name none (BCP 47).
    pub language: String,
    /// Every language the site is made in; the first is `language`.
    pub languages: Vec<String>,
    /// The zone of records that name none.
    pub timezone: Tz,
    /// The theme.
    pub theme: String,
    /// Who publishes it.
    pub publisher: Option<Publisher>,
    /// For how many days a check is fresh, where a clock says nothing.
    pub recheck_days: u32,
    /// Kinds of documents of its own.
    pub documents: Vec<OwnDocument>,
    /// Extra entries of the main menu.
    pub navigation: Vec<Navigation>,
    /// Kinds of output that are made.
    pub outputs: Outputs,
    /// Places to publish to, by name.
    pub destinations: BTreeMap<String, String>,
    /// Whether a safe subset of raw HTML is kept; otherwise it is shown as text.
    pub raw_html: bool,
}

/// Kinds of output, each of which can be turned off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(
    missing_docs,
    clippy::struct_excessive_bools,
    reason = "they are the switches of the configuration, by its own names"
)]
pub struct Outputs {
    pub cards: bool,
    pub embeds: bool,
    pub badges: bool,
    pub twins: bool,
    pub feeds: bool,
    pub search: bool,
}

impl Default for Outputs {
    fn default() -> Self {
        Self { cards: true, embeds: true, badges: true, twins: true, feeds: true, search: true }
    }
}

/// Who publishes a site.
#[derive(Debug, Clone)]
pub struct Publisher {
    /// Name.
    pub name: String,
    /// For letters from readers.
    pub email: Option<String>,
    /// Own site.
    pub url: Option<String>,
}

/// An entry of the main menu.
#[derive(Debug, Clone)]
pub struct Navigation {
    /// Its text.
    pub title: String,
    /// A record, written `pages/method`, a path of the site or a whole address.
    pub to: String,
}

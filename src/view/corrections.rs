//! Every correction of every record → one list.

use std::cmp::Reverse;

use serde::Serialize;

use super::locale::Locale;
use super::{CorrectionView, Link, PagesView};
use crate::model::{Correction, Kind, Record};
use crate::plan::ROWS;

/// The corrections of the whole site: `corrections.html`.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct CorrectionsView {
    /// How many on all pages.
    pub count: usize,
    /// The newest first.
    pub corrections: Vec<CorrectedView>,
    /// How errors are corrected: a page of the site with the name `corrections`, if it has one.
    pub policy: Option<Link>,
    /// Other pages of the list.
    pub pages: PagesView,
}

/// A correction with the record that it is of.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct CorrectedView {
    /// The record, with the path to its corrections.
    pub record: Link,
    /// `incident`, `response`, `article`, `organisation` or `page`.
    pub kind: String,
    /// What was put right.
    pub correction: CorrectionView,
}

impl Locale<'_> {
    /// One page of the corrections, from 0.
    pub(crate) fn corrections(&self, page: usize) -> CorrectionsView {
        let register = &self.site.register;
        let mut all: Vec<(Kind, &Record, &Correction)> = Vec::new();
        for (kind, record) in register.records() {
            all.extend(record.corrections.iter().map(|correction| (kind, record, correction)));
        }
        // Of one day they stay in the order of the records and of their authors.
        all.sort_by_key(|(_, _, correction)| Reverse(correction.date));
        let here = all.iter().skip(page * ROWS).take(ROWS);
        let view = |(kind, record, correction): &(Kind, &Record, &Correction)| {
            let link = self.link(*kind, &record.id);
            CorrectedView {
                record: Link { path: format!("{}#corrections", link.path), ..link },
                kind: kind.name().to_owned(),
                correction: self.correction(correction, record),
            }
        };
        CorrectionsView {
            count: all.len(),
            corrections: here.map(view).collect(),
            policy: register
                .pages
                .get("corrections")
                .map(|page| self.link(Kind::Page, &page.record.id)),
            pages: self.pages("corrections/", page, all.len()),
        }
    }
}

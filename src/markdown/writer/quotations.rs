//! Quotations, with the title of one that is set apart.

use std::ops::Range;

use pulldown_cmark::{BlockQuoteKind, CowStr, Event, Tag};

use super::Writer;
use crate::markdown::alert;
use crate::model::Hole;

/// Where the title of a quotation stands that is set apart.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Title {
    Nowhere,
    /// In the paragraph that comes next.
    Awaited,
    /// In the line that is being read.
    Open,
}

impl<'s> Writer<'s, '_> {
    /// Begins a quotation; one that is set apart has a title, its own or that of its kind.
    pub(super) fn open_quotation(&mut self, kind: Option<BlockQuoteKind>, range: &Range<usize>) {
        let block = self.masked.text[range.clone()].trim_start_matches(' ');
        let first = block.strip_prefix('>').unwrap_or(block).trim_start_matches([' ', '\t']);
        let own = alert::mark(first).map(|(alert, _)| alert).filter(|_| kind.is_none());
        self.push(Event::Start(Tag::BlockQuote(kind.or(own.map(alert::kind)))));
        if let Some(kind) = kind {
            self.html("<p class=\"label\">");
            self.hole(Hole::Alert(alert::of(kind)));
            self.html("</p>\n");
        } else if own.is_some() {
            self.title = Title::Awaited;
        }
    }

    /// Takes the mark away with which a quotation begins that is set apart.
    pub(super) fn without_mark(&mut self, text: CowStr<'s>) -> CowStr<'s> {
        if self.title != Title::Open {
            return text;
        }
        let Some((alert, length)) = alert::mark(&text) else { return text };
        if text.len() == length {
            self.hole(Hole::Alert(alert));
        }
        text[length..].to_owned().into()
    }
}

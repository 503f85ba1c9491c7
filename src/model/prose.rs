use std::borrow::Cow;
use std::ops::Range;

use chrono::NaiveDate;
use pulldown_cmark_escape::escape_html_body_text;

use super::Id;

/// Text that was parsed once: safe HTML with holes that are filled when a page is rendered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Prose {
    /// In the order of the text.
    pub pieces: Vec<Piece>,
    /// The `id` of each heading, in order.
    pub headings: Vec<String>,
}

/// One stretch of [`Prose`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Finished HTML.
    Html(Html),
    /// Something that depends on the page or on the as-of.
    Hole {
        /// What fills it.
        hole: Hole,
        /// Whether it stands in the text of a link, where no other link may begin.
        in_link: bool,
    },
}

/// Finished HTML, of which is known what is read and what is markup.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Html {
    html: String,
    /// Where text stands, in order. Two stretches never touch.
    texts: Vec<Range<usize>>,
}

impl Html {
    /// Adds tags, or a part of one.
    pub fn push_markup(&mut self, markup: &str) {
        self.html.push_str(markup);
    }

    /// Adds text, escaped.
    pub fn push_text(&mut self, text: &str) {
        let start = self.html.len();
        // Writing to a string cannot fail.
        let _ = escape_html_body_text(&mut self.html, text);
        let end = self.html.len();
        match self.texts.last_mut() {
            Some(last) if last.end == start => last.end = end,
            _ if start == end => {}
            _ => self.texts.push(start..end),
        }
    }

    /// The HTML.
    pub fn as_str(&self) -> &str {
        &self.html
    }

    /// The stretches of text between the tags, as they are read.
    pub fn texts(&self) -> impl Iterator<Item = Cow<'_, str>> {
        self.texts.iter().map(|range| unescaped(&self.html[range.clone()]))
    }

    /// The stretches of text, each with the markup before it; what ends it comes last, without text.
    pub fn stretches(&self) -> impl Iterator<Item = (&str, Cow<'_, str>)> {
        let starts = std::iter::once(0).chain(self.texts.iter().map(|range| range.end));
        let end = std::iter::once(self.html.len()..self.html.len());
        let texts = self.texts.iter().cloned().chain(end);
        starts.zip(texts).map(|(start, text)| {
            (&self.html[start..text.start], unescaped(&self.html[text.clone()]))
        })
    }

    /// Takes everything away, and keeps the memory for what is written next.
    pub fn clear(&mut self) {
        self.html.clear();
        self.texts.clear();
    }
}

/// Text that was escaped by [`Html::push_text`].
fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return text.into();
    }
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").into()
}

/// What fills a hole in prose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hole {
    /// The relative way from the page to the root of the site, in front of a link to a path of the
    /// site.
    Root,
    /// The `href` of another record of the site, with the fragment after it; nothing while it does
    /// not exist.
    Record(super::Kind, Id, String),
    /// The `href` of a path of the site (without slashes at its ends), with the query or fragment
    /// after it.
    Path(String, String),
    /// The attributes `width` and `height` of the picture at a path of the site; nothing where they
    /// are not known.
    Size(String),
    /// What a table is called, for those who do not see that it is one; the value of an attribute.
    Table,
    /// What a quotation that is set apart is called.
    Alert(Alert),
    /// A numbered reference to a source of the same record.
    Citation(Id),
    /// `{{ days("…") }}`: a day count, alive unless `as_of` fixes it.
    Days(ClockRef, Option<NaiveDate>),
    /// `{{ ratio("a", "b") }}`: how many times as long.
    Ratio(ClockRef, ClockRef, Option<NaiveDate>),
    /// `{{ standing("…") }}`: the badge and its sentence.
    Standing(ClockRef),
    /// `{{ counter("…") }}`: the large counter as a block.
    Counter(ClockRef),
    /// `{{ timeline("…") }}`: the timeline of an incident as a block.
    Timeline(Id),
    /// `{{ compare("a", "b") }}`: clocks side by side as a block.
    Compare(Vec<ClockRef>),
}

/// Why a quotation is set apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alert {
    /// To be known as well.
    Note,
    /// Helpful.
    Tip,
    /// Not to be missed.
    Important,
    /// To be careful of.
    Warning,
    /// That harm may come of it.
    Caution,
}

/// A clock named in prose: `INCIDENT/CLOCK`, or the incident's headline clock.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ClockRef {
    /// The incident.
    pub incident: Id,
    /// The clock; without it the incident's headline.
    pub clock: Option<Id>,
}

impl Prose {
    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// The holes, in the order of the text.
    pub fn holes(&self) -> impl Iterator<Item = &Hole> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Hole { hole, .. } => Some(hole),
            Piece::Html(_) => None,
        })
    }
}

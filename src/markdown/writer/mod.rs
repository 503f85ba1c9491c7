//! Events of the Markdown parser → nodes of safe HTML, with holes between them.
//!
//! What an event says of other things (sources, clocks, records, files) is noted on the way, with
//! its place.

mod footnotes;
mod headings;
mod links;
mod pictures;
mod quotations;
mod text;

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, Tag, TagEnd};

use self::footnotes::Footnotes;
use self::pictures::{Figure, OpenImage};
use self::quotations::Title;
use super::Context;
use super::elements::Elements;
use super::html::{self, Node};
use super::mask::Masked;
use super::mention::Mentions;
use super::table::Table;
use super::typed_days::TypedDays;
use crate::diag::Code;
use crate::front_matter::reader::Reader;
use crate::model::{Hole, Prose};

/// Turns events into nodes, and notes what they say of other things.
pub(crate) struct Writer<'s, 'r> {
    source: &'s str,
    masked: &'s Masked<'s>,
    offset: usize,
    context: Context<'s>,
    mentions: &'r mut Mentions,
    reader: &'r mut Reader,
    /// The place of everything, where the text is not the file's own.
    pub(crate) fixed_span: Option<Range<usize>>,
    nodes: Vec<Node<'s>>,
    /// Whether one of the nodes is a hole that makes a block.
    has_blocks: bool,
    in_code: bool,
    /// The text of the image that is open.
    image: Option<OpenImage>,
    /// Where the nodes of the open heading begin, with its level, `id` and classes.
    heading: Option<(usize, HeadingLevel, Option<String>, Vec<String>)>,
    /// The `id` of each heading, in order.
    headings: Vec<String>,
    /// How many headings there are so far with the words of each.
    heading_ids: BTreeMap<String, usize>,
    /// Links to headings of the same page, as the `id` that the heading would have.
    own_fragments: Vec<(String, Range<usize>)>,
    has_first_level: bool,
    footnotes: Footnotes<'s>,
    elements: Elements,
    block: TypedDays,
    table: Table,
    marks: Marks,
    /// Whether a paragraph has just begun.
    begins: bool,
    title: Title,
    /// The picture with a caption that was written last.
    figure: Option<Figure>,
    /// Where the nodes of the open link begin, and where it is written.
    link: Option<(usize, Range<usize>)>,
}

/// About one node comes of so many bytes of prose.
const BYTES_FOR_NODE: usize = 24;

/// What may occur anywhere in a text, so that its many stretches are not searched for what it does
/// not have.
#[derive(Clone, Copy)]
struct Marks {
    /// Counters, citations and what is nearly one.
    tokens: bool,
}

impl Marks {
    /// Character references and backslashes can stand for any of them, or between them.
    fn of(source: &str) -> Self {
        let is_reference = |(at, _): (usize, &str)| {
            source[at + 1..].starts_with(|c: char| c == '#' || c.is_ascii_alphabetic())
        };
        let referred = source.match_indices('&').any(is_reference);
        let has = |mark: char| source.contains(mark);
        Self { tokens: referred || has('{') || has('@') }
    }
}

impl<'s, 'r> Writer<'s, 'r> {
    pub(crate) fn new(
        (source, masked): (&'s str, &'s Masked<'s>),
        offset: usize,
        context: Context<'s>,
        mentions: &'r mut Mentions,
        reader: &'r mut Reader,
    ) -> Self {
        Self {
            source,
            masked,
            offset,
            context,
            mentions,
            reader,
            fixed_span: None,
            nodes: Vec::with_capacity(source.len() / BYTES_FOR_NODE),
            has_blocks: false,
            in_code: false,
            image: None,
            heading: None,
            headings: Vec::new(),
            heading_ids: BTreeMap::new(),
            own_fragments: Vec::new(),
            has_first_level: false,
            footnotes: Footnotes::default(),
            elements: Elements::default(),
            block: TypedDays::default(),
            table: Table::default(),
            marks: Marks::of(source),
            begins: false,
            title: Title::Nowhere,
            figure: None,
            link: None,
        }
    }

    pub(crate) fn event(&mut self, event: Event<'s>, range: Range<usize>) {
        let event = self.restored(event, &range);
        if self.image.is_some() && !matches!(event, Event::End(TagEnd::Image)) {
            self.image_text(&event);
            return;
        }
        match &event {
            // The parts of a picture are its description, and its own.
            Event::Start(Tag::Image { .. } | Tag::Link { .. })
            | Event::End(TagEnd::Image | TagEnd::Link) => {}
            Event::Start(tag) => {
                if !is_inline(tag) {
                    self.end_tags();
                }
                self.elements.begin();
            }
            Event::End(_) => {
                self.end_tags();
                self.elements.end();
            }
            _ => {}
        }
        match event {
            Event::Text(text) if !self.in_code => self.text(text, range),
            Event::Html(raw) | Event::InlineHtml(raw) => self.raw_html(raw, &range),
            Event::Start(Tag::HtmlBlock) => self.push(Event::Start(Tag::Paragraph)),
            Event::End(TagEnd::HtmlBlock) => {
                // All of it may have been left out.
                if self
                    .nodes
                    .pop_if(|node| matches!(node, Node::Event(Event::Start(Tag::Paragraph))))
                    .is_none()
                {
                    self.push(Event::End(TagEnd::Paragraph));
                }
            }
            // A long line of code scrolls, and who has only keys can scroll what can have the
            // focus.
            Event::Start(Tag::CodeBlock(_)) => {
                self.in_code = true;
                self.html("<pre tabindex=\"0\"><code>");
            }
            Event::End(TagEnd::CodeBlock) => {
                self.in_code = false;
                self.html("</code></pre>\n");
            }
            Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                self.open_link(link_type, &dest_url, &range);
            }
            Event::End(TagEnd::Link) => {
                self.end_tags();
                self.report_empty_link();
                if self.elements.end() {
                    self.html("</a>");
                }
            }
            Event::Start(Tag::Image { link_type, dest_url, title, .. }) => {
                let is_wiki = matches!(link_type, LinkType::WikiLink { .. });
                self.image = Some(OpenImage {
                    href: dest_url.to_string(),
                    alt: String::new(),
                    caption: title.to_string(),
                    range,
                    is_wiki,
                });
            }
            Event::End(TagEnd::Image) => self.close_image(),
            Event::Start(Tag::Heading { level, id, classes, .. }) => {
                self.has_first_level |= level == HeadingLevel::H1;
                let classes = classes.iter().map(ToString::to_string).collect();
                self.heading =
                    Some((self.nodes.len(), level, id.map(|id| id.to_string()), classes));
                self.push(Event::Text("".into()));
            }
            Event::End(TagEnd::Heading(level)) => self.close_heading(level),
            Event::FootnoteReference(name) => self.footnote_reference(&name),
            Event::Start(Tag::FootnoteDefinition(name)) => {
                let waiting = std::mem::take(&mut self.nodes);
                if self.footnotes.places.contains_key(&*name) {
                    self.reader.error(
                        Code::FootnoteLost,
                        &self.span(&self.mark_of(&range)),
                        format!(
                            "the footnote `{name}` is defined twice, and only the first is shown"
                        ),
                        "give it another name, or delete it",
                    );
                } else {
                    self.footnotes.places.insert(name.to_string(), range);
                }
                self.footnotes.open.push((name.to_string(), waiting));
            }
            Event::End(TagEnd::FootnoteDefinition) => {
                if let Some((name, waiting)) = self.footnotes.open.pop() {
                    let definition = std::mem::replace(&mut self.nodes, waiting);
                    self.footnotes.definitions.entry(name).or_insert(definition);
                }
            }
            Event::Start(Tag::BlockQuote(kind)) => self.open_quotation(kind, &range),
            Event::Start(Tag::Paragraph) if self.title == Title::Awaited => {
                self.title = Title::Open;
                self.block.clear();
                self.html("<p class=\"label\">");
            }
            Event::SoftBreak | Event::HardBreak if self.title == Title::Open => {
                self.title = Title::Nowhere;
                self.push(Event::End(TagEnd::Paragraph));
                self.push(Event::Start(Tag::Paragraph));
            }
            Event::Start(Tag::Paragraph) => {
                self.begins = true;
                self.block.clear();
                self.push(Event::Start(Tag::Paragraph));
            }
            Event::End(end @ (TagEnd::Paragraph | TagEnd::Item)) => {
                self.title = Title::Nowhere;
                self.lint_typed_days();
                self.close_block(end);
            }
            Event::Start(Tag::Table(_) | Tag::TableHead | Tag::TableRow | Tag::TableCell)
            | Event::End(
                TagEnd::Table | TagEnd::TableHead | TagEnd::TableRow | TagEnd::TableCell,
            ) => {
                if matches!(event, Event::Start(Tag::TableRow)) {
                    self.report_cells(&range);
                }
                self.table(event);
            }
            other => self.push(other),
        }
    }

    /// Tells of cells that a table's head has no column for.
    fn report_cells(&mut self, row: &Range<usize>) {
        let lost = self.table.beyond(&self.masked.text[row.clone()]);
        if let Some(from) = lost {
            let at = row.start + from..self.mark_of(row).end;
            self.reader.error(
                Code::CellsLost,
                &self.span(&at),
                "this row has more cells than the table's head, and these are not shown",
                "write `\\|` for a bar inside a cell, or give the head as many cells",
            );
        }
    }

    /// A table without style attributes, in a frame that can be scrolled by keyboard.
    fn table(&mut self, event: Event<'s>) {
        let html = match event {
            Event::Start(Tag::Table(columns)) => {
                self.table.columns = columns;
                self.html("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"");
                self.hole(Hole::Table);
                "\"><table>"
            }
            Event::End(TagEnd::Table) => "</tbody></table></div>\n",
            Event::Start(Tag::TableHead) => {
                self.table.start_row(true);
                "<thead><tr>"
            }
            Event::End(TagEnd::TableHead) => "</tr></thead><tbody>\n",
            Event::Start(Tag::TableRow) => {
                self.table.start_row(false);
                "<tr>"
            }
            Event::End(TagEnd::TableRow) => "</tr>\n",
            Event::Start(Tag::TableCell) => {
                self.block.clear();
                self.table.open_cell()
            }
            _ => {
                self.lint_typed_days();
                self.table.close_cell()
            }
        };
        self.html(html);
    }

    fn span(&self, range: &Range<usize>) -> Range<usize> {
        self.fixed_span.clone().unwrap_or(self.offset + range.start..self.offset + range.end)
    }

    fn html(&mut self, html: impl Into<CowStr<'s>>) {
        self.nodes.push(Node::Markup(html.into()));
    }

    fn push(&mut self, event: Event<'s>) {
        self.nodes.push(Node::Event(event));
    }

    fn hole(&mut self, hole: Hole) {
        let node = Node::Hole { hole, in_link: self.elements.is_in_link() };
        self.has_blocks |= is_block(&node);
        self.nodes.push(node);
    }

    /// Ends a block. A paragraph that is a block counter and nothing else is the counter.
    fn close_block(&mut self, end: TagEnd) {
        if self.close_figure(end) {
            return;
        }
        self.push(Event::End(end));
        if end != TagEnd::Paragraph || !self.has_blocks {
            return;
        }
        let is_start = |node: &Node<'_>| matches!(node, Node::Event(Event::Start(Tag::Paragraph)));
        let Some(start) = self.nodes.iter().rposition(is_start) else { return };
        let is_blank = |node: &Node<'_>| matches!(node, Node::Event(Event::Text(text)) if text.trim().is_empty());
        let inside: Vec<&Node<'_>> = self.nodes[start + 1..self.nodes.len() - 1]
            .iter()
            .filter(|node| !is_blank(node))
            .collect();
        if !inside.iter().any(|node| is_block(node)) {
            return;
        }
        if let [only] = inside[..] {
            let only = only.clone();
            self.nodes.truncate(start);
            self.nodes.push(only);
            return;
        }
        // Without its own paragraph a block would be invalid inside one.
        self.refuse_block("a paragraph");
    }

    /// Reports a block where none can stand, at the clock that was mentioned last.
    fn refuse_block(&mut self, within: &str) {
        let place = self.mentions.last_clock_place();
        self.reader.error(
            Code::CounterForm,
            &place,
            format!("`counter`, `timeline` and `compare` make blocks, and this one stands inside {within}"),
            "put it on a line of its own, with an empty line before and after",
        );
    }

    /// Reports each count that was typed beside a link to an incident in the block that ends here.
    fn lint_typed_days(&mut self) {
        if self.fixed_span.is_some() {
            return;
        }
        let typed = self.block.beside_links(self.source);
        self.block.clear();
        for days in typed {
            self.reader.error(
                Code::DaysTyped,
                &self.span(&days),
                "a typed number of days will be wrong tomorrow",
                "write a counter, such as `{{ days(\"INCIDENT\") }}`, or the dates",
            );
        }
    }

    pub(crate) fn finish(mut self) -> Prose {
        self.end_tags();
        self.lint_fragments();
        self.write_footnotes();
        if self.has_first_level {
            // The page's title is its only heading of the first level.
            self.nodes.iter_mut().for_each(headings::lower);
        }
        html::prose(self.nodes, self.headings)
    }

    /// The first line of a block.
    fn mark_of(&self, block: &Range<usize>) -> Range<usize> {
        let line = self.source[block.clone()].lines().next().unwrap_or_default();
        block.start..block.start + line.len()
    }
}

/// Whether what begins stands in a line of text.
fn is_inline(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::Link { .. }
            | Tag::Image { .. }
    )
}

/// Whether a node is a hole that makes a block.
fn is_block(node: &Node<'_>) -> bool {
    let Node::Hole { hole, .. } = node else { return false };
    matches!(hole, Hole::Counter(_) | Hole::Timeline(_) | Hole::Compare(_))
}

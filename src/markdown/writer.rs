//! Events of the Markdown parser → nodes of safe HTML, with holes between them.
//!
//! What an event says of other things (sources, clocks, records, files) is noted on the way, with
//! its place.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{BlockQuoteKind, CowStr, Event, HeadingLevel, LinkType, Tag, TagEnd};

use super::alert;
use super::counter::{self, Token};
use super::elements::{self, Elements, Unended};
use super::href::{self, Target};
use super::html::{self, Node};
use super::leftover::{self, Leftover};
use super::mask::{self, Masked};
use super::mention::{Mention, Mentions, Page};
use super::table::Table;
use super::typed_days::TypedDays;
use super::wiki::{self, Meaning, Names};
use super::{Context, heading_id};
use crate::diag::{Code, Diagnostic, did_you_mean, listed};
use crate::front_matter::reader::{Located, Reader};
use crate::model::{Hole, Id, Kind, Prose};
use crate::text;

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

/// Where the title of a quotation stands that is set apart.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Title {
    Nowhere,
    /// In the paragraph that comes next.
    Awaited,
    /// In the line that is being read.
    Open,
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

#[derive(Default)]
struct Footnotes<'s> {
    numbers: BTreeMap<String, usize>,
    definitions: BTreeMap<String, Vec<Node<'s>>>,
    /// Where each is defined.
    places: BTreeMap<String, Range<usize>>,
    /// The definitions being read, outermost first, each with the nodes that wait for its end.
    open: Vec<(String, Vec<Node<'s>>)>,
}

/// A picture with a caption.
struct Figure {
    nodes: Range<usize>,
    /// Its attributes behind the address and the size.
    rest: String,
    caption: String,
}

struct OpenImage {
    href: String,
    alt: String,
    /// What stands below it.
    caption: String,
    range: Range<usize>,
    /// Whether it was written `![[…]]`, where the name or a width stands in place of a description.
    is_wiki: bool,
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

    /// Begins a quotation; one that is set apart has a title, its own or that of its kind.
    fn open_quotation(&mut self, kind: Option<BlockQuoteKind>, range: &Range<usize>) {
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
    fn without_mark(&mut self, text: CowStr<'s>) -> CowStr<'s> {
        if self.title != Title::Open {
            return text;
        }
        let Some((alert, length)) = alert::mark(&text) else { return text };
        if text.len() == length {
            self.hole(Hole::Alert(alert));
        }
        text[length..].to_owned().into()
    }

    /// Leaves of `NAME|words` in double brackets the words.
    fn without_name(&self, text: CowStr<'s>) -> CowStr<'s> {
        match text.rsplit_once(char::from(mask::BAR)) {
            Some((_, words)) if self.elements.is_in_link() => words.to_owned().into(),
            _ => text,
        }
    }

    /// What the parser gives as it was written: code, HTML and addresses hold no counters.
    fn restored(&self, event: Event<'s>, range: &Range<usize>) -> Event<'s> {
        let restore = |text: CowStr<'s>| match self.masked.restored(&text, range, self.source) {
            Cow::Borrowed(_) => text,
            Cow::Owned(restored) => restored.into(),
        };
        match event {
            Event::Code(text) => Event::Code(restore(text)),
            Event::Text(text) if self.in_code || self.image.is_some() => Event::Text(restore(text)),
            Event::Html(text) => Event::Html(restore(text)),
            Event::InlineHtml(text) => Event::InlineHtml(restore(text)),
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                Event::Start(Tag::Link { link_type, dest_url: restore(dest_url), title, id })
            }
            Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
                Event::Start(Tag::Image { link_type, dest_url: restore(dest_url), title, id })
            }
            other => other,
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

    /// Text, with counters and citations cut out of it.
    fn text(&mut self, text: CowStr<'s>, range: Range<usize>) {
        self.block.note_text(&range);
        self.report_leftovers(&range);
        let text = self.without_mark(self.without_name(text));
        if self.marks.tokens
            && let Some(at) = counter::nearly(&self.source[range.clone()])
        {
            self.reader.error(
                Code::CounterLiteral,
                &self.span(&(range.start + at.start..range.start + at.end)),
                "this stays in the text as it is written",
                "write a counter as `{{ days(\"INCIDENT\") }}`, and a citation as `[@ID]` without spaces",
            );
        }
        if !mask::is_covered(&text) {
            self.words(text);
            return;
        }
        let masked = self.masked;
        let mut tokens = masked.tokens_in(&range).iter();
        for part in mask::parts(&text) {
            let (at, token) = match part {
                mask::Part::Text(text) => {
                    self.words(text.to_owned().into());
                    continue;
                }
                mask::Part::Token => match tokens.next() {
                    Some(found) => found,
                    None => continue,
                },
            };
            let span = self.span(at);
            match token {
                Token::Citation(id) => self.citation(id, span),
                Token::Call(call) => match counter::hole(call, &span, self.mentions, self.reader) {
                    Some(hole) => self.hole(hole),
                    None => self.push(Event::Text(self.source[at.clone()].into())),
                },
            }
        }
    }

    /// Words, in which the addresses of other sites are links.
    fn words(&mut self, text: CowStr<'s>) {
        let may_link = text.contains("://") || text.contains("www.");
        if !may_link || self.elements.is_in_link() {
            self.push(Event::Text(text));
            return;
        }
        let mut done = 0;
        for (at, address) in href::bare_addresses(&text) {
            self.push(Event::Text(text[done..at.start].to_owned().into()));
            self.html(format!("<a href=\"{}\">", href::escape(&address)));
            self.push(Event::Text(text[at.clone()].to_owned().into()));
            self.html("</a>");
            done = at.end;
        }
        self.push(Event::Text(text[done..].to_owned().into()));
    }

    /// Tells of what looks like markup and stayed text.
    fn report_leftovers(&mut self, range: &Range<usize>) {
        let begins = std::mem::take(&mut self.begins);
        let raw = &self.masked.text[range.clone()];
        if !leftover::may_be_in(raw) {
            return;
        }
        for (at, what) in leftover::find(raw, begins) {
            let place = range.start + at.start..range.start + at.end;
            let code = match what {
                Leftover::Emphasis(_) => Code::EmphasisLiteral,
                _ => Code::MarkupLiteral,
            };
            let message = match what {
                Leftover::Emphasis(mark) => {
                    format!("`{mark}` stays in the text instead of stressing it")
                }
                _ => "this stays in the text as it is written".to_owned(),
            };
            self.reader.error(code, &self.span(&place), message, what.help());
        }
    }

    /// The number of a source stands at the word before it, whatever space was written between; two
    /// numbers stand apart.
    fn citation(&mut self, id: &str, span: Range<usize>) {
        let id = Id::from(id);
        self.mentions.push(Mention::Source(Located { value: id.clone(), span }));
        let begin = self.heading.as_ref().map_or(0, |(start, ..)| start + 1);
        while self.nodes.len() > begin
            && let Some(Node::Event(Event::Text(_) | Event::SoftBreak)) = self.nodes.last()
        {
            if let Some(Node::Event(Event::Text(text))) = self.nodes.pop()
                && !text.trim_end().is_empty()
            {
                self.push(Event::Text(text.trim_end().to_owned().into()));
                break;
            }
        }
        if let Some(Node::Hole { hole: Hole::Citation(_), .. }) = self.nodes.last() {
            self.push(Event::Text("\u{202f}".into()));
        }
        self.hole(Hole::Citation(id));
    }

    fn raw_html(&mut self, raw: CowStr<'s>, range: &Range<usize>) {
        if self.context.raw_html
            && let Some(tag) = elements::Tag::read(&raw)
        {
            self.tag(tag, range);
            return;
        }
        if raw.trim_start().starts_with('<') {
            self.reader.error(
                Code::HtmlShown,
                &self.span(range),
                "HTML is shown to readers as text",
                "write Markdown; an angle bracket that is meant as such is `\\<`",
            );
        }
        self.push(Event::Text(raw));
    }

    /// Writes a tag of the author's that is kept.
    fn tag(&mut self, tag: elements::Tag, range: &Range<usize>) {
        match tag {
            elements::Tag::Empty(html) => self.html(html),
            elements::Tag::Start(name, html) => {
                self.elements.begin_tag(name, range.clone());
                self.html(html);
            }
            elements::Tag::End(name) if self.elements.has(name) => {
                while let Some(tag) = self.elements.unended() {
                    self.html(format!("</{}>", tag.name));
                    if tag.name == name {
                        break;
                    }
                    self.report_unended(&tag);
                }
            }
            elements::Tag::End(name) => self.reader.error(
                Code::HtmlUnpaired,
                &self.span(range),
                format!("`</{name}>` has nothing to end here, and was left out"),
                format!("delete it, or write `<{name}>` before it in the same paragraph: a tag reaches no further"),
            ),
        }
    }

    /// Ends the author's tags in what ends here, or before a block that begins.
    fn end_tags(&mut self) {
        while let Some(tag) = self.elements.unended() {
            self.html(format!("</{}>", tag.name));
            self.report_unended(&tag);
        }
    }

    fn report_unended(&mut self, Unended { name, at }: &Unended) {
        self.reader.error(
            Code::HtmlUnpaired,
            &self.span(at),
            format!(
                "`<{name}>` is not ended where it should be, and was ended with what it stands in"
            ),
            format!("write `</{name}>` in the same paragraph: a tag reaches no further"),
        );
    }

    fn open_link(&mut self, link_type: LinkType, url: &str, range: &Range<usize>) {
        if url.is_empty() {
            self.reader.error(
                Code::MarkupLiteral,
                &self.span(range),
                "this link leads nowhere, and only its words are shown",
                "write where it leads between the round brackets, or leave the brackets out",
            );
            self.elements.begin_link(false);
            return;
        }
        self.link = Some((self.nodes.len(), range.clone()));
        let url =
            if link_type == LinkType::Email { format!("mailto:{url}") } else { url.to_owned() };
        let span = self.span(range);
        let target = match (link_type, self.context.names) {
            (LinkType::WikiLink { .. }, Some(names)) => match self.wiki(&url, names, &span) {
                Some(target) => target,
                None => {
                    self.elements.begin_link(false);
                    return;
                }
            },
            _ => href::target(&url, self.context.folder, self.context.page),
        };
        let href = match target {
            Target::Elsewhere(url) => href::escape(&url),
            Target::Fragment(id) => {
                let id = heading_id(&id);
                let href = format!("#{id}");
                self.own_fragments.push((id, span));
                href
            }
            Target::Record(kind, id, fragment) => {
                if fragment.len() > 1 && fragment.starts_with('#') {
                    let written = Located { value: fragment.clone(), span: span.clone() };
                    self.mentions.push(Mention::Fragment(Page::Record(kind, id.clone()), written));
                }
                let name = Located { value: id.clone(), span };
                self.mentions.push(Mention::Record(kind, name));
                if kind == Kind::Incident {
                    self.block.note_link(range);
                }
                self.open_hole_link(Hole::Record(kind, id, fragment));
                return;
            }
            Target::Path(path, rest) => {
                if path.starts_with("incidents/") {
                    self.block.note_link(range);
                }
                if rest.len() > 1 && rest.starts_with('#') {
                    let written = Located { value: rest.clone(), span: span.clone() };
                    self.mentions.push(Mention::Fragment(Page::Path(path.clone()), written));
                }
                self.mentions.push(Mention::Path(Located { value: path.clone(), span }));
                self.open_hole_link(Hole::Path(path, rest));
                return;
            }
            Target::Beside(file) => {
                self.mentions.push(Mention::File(Located { value: file.clone(), span }));
                self.html("<a href=\"");
                self.hole(Hole::Root);
                let path = format!("{}/{file}", self.context.page);
                self.html(format!("{}\">", href::escape_path(&path)));
                self.elements.begin_link(true);
                return;
            }
            Target::Refused(why) => {
                let help = match url.starts_with("www.") {
                    true => format!("write `https://{url}`"),
                    false => {
                        "link with https, http, mailto, tel, or to a page of this site".to_owned()
                    }
                };
                self.reader.error(
                    Code::LinkUnsafe,
                    &span,
                    format!("this link was left out: {why}"),
                    help,
                );
                self.elements.begin_link(false);
                return;
            }
        };
        self.html(format!("<a href=\"{href}\">"));
        self.elements.begin_link(true);
    }

    /// Tells of a link that nobody sees.
    fn report_empty_link(&mut self) {
        let Some((begin, at)) = self.link.take() else { return };
        let is_seen = |node: &Node<'_>| match node {
            Node::Event(_) => true,
            Node::Markup(markup) => markup.starts_with("<img"),
            Node::Hole { hole, .. } => {
                !matches!(hole, Hole::Root | Hole::Record(..) | Hole::Path(..))
            }
        };
        if !self.nodes[begin..].iter().any(is_seen) {
            self.reader.error(
                Code::MarkupLiteral,
                &self.span(&at),
                "this link has no words, so that nobody sees it",
                "write words between the square brackets",
            );
        }
    }

    /// Where `[[Name#Heading]]` leads; nothing if that is not clear, which is reported.
    fn wiki(&mut self, written: &str, names: &Names, span: &Range<usize>) -> Option<Target> {
        self.mentions.has_wiki_links = true;
        let written = written.split('|').next().unwrap_or(written);
        let (name, heading) = match written.split_once('#') {
            Some((name, heading)) => (name.trim(), Some(heading.trim())),
            None => (written.trim(), None),
        };
        if name.is_empty() {
            return heading.map(|heading| Target::Fragment(heading.to_owned()));
        }
        let place = self.reader.place(span);
        let unknown = |help: String| {
            Diagnostic::new(
                Code::ReferenceUnknown,
                place.clone(),
                format!("there is no record `{name}`"),
            )
            .help(help)
        };
        let found = match wiki::meaning(name, names) {
            Meaning::Record(kind, id) => {
                let fragment = heading.map_or_else(String::new, |heading| format!("#{heading}"));
                return Some(Target::Record(kind, id, fragment));
            }
            Meaning::Several(records) => {
                let ways: Vec<String> = records
                    .iter()
                    .map(|(kind, id)| format!("`[[{}/{id}]]`", kind.folder()))
                    .collect();
                let message = format!("more than one record is named `{name}`");
                Diagnostic::new(Code::ReferenceAmbiguous, place, message)
                    .help(format!("write {}", ways.join(" or ")))
            }
            Meaning::Nothing(Some(meant)) => unknown(format!("did you mean `[[{meant}]]`?")),
            Meaning::Nothing(None) => unknown(BY_FILE.to_owned()),
            Meaning::Unknown => {
                unknown(BY_FILE.to_owned()).meant(text::slug_of(name), names.all(), |meant, _| {
                    format!("did you mean `[[{meant}]]`?")
                })
            }
        };
        self.reader.report(found);
        None
    }

    /// A link within the site: the hole gives the whole attribute, or nothing while the page does
    /// not exist.
    fn open_hole_link(&mut self, hole: Hole) {
        self.html("<a");
        self.hole(hole);
        self.html(">");
        self.elements.begin_link(true);
    }

    fn image_text(&mut self, event: &Event<'_>) {
        let Some(image) = &mut self.image else { return };
        match event {
            Event::Text(text) | Event::Code(text) => image.alt.push_str(text),
            Event::SoftBreak | Event::HardBreak => image.alt.push(' '),
            _ => {}
        }
    }

    fn close_image(&mut self) {
        let Some(OpenImage { mut href, mut alt, caption, range, is_wiki }) = self.image.take()
        else {
            return;
        };
        if is_wiki && let Some((name, words)) = href.split_once('|') {
            (alt, href) = (words.to_owned(), name.to_owned());
        }
        if is_wiki && (alt == href || alt.bytes().all(|byte| byte.is_ascii_digit() || byte == b'x'))
        {
            alt.clear();
        }
        let span = self.span(&range);
        if alt.trim().is_empty() {
            self.reader.error(
                Code::AltMissing,
                &span,
                "this picture has no description for those who do not see it",
                "say what it shows between the brackets: `![The hall after the fire](hall.jpg)`",
            );
        }
        match href::target(&href, self.context.folder, self.context.page) {
            Target::Beside(file) => {
                self.mentions.push(Mention::File(Located { value: file.clone(), span }));
                self.picture(format!("{}/{file}", self.context.page), &alt, caption);
            }
            Target::Path(path, _) => {
                self.mentions.push(Mention::Path(Located { value: path.clone(), span }));
                self.picture(path, &alt, caption);
            }
            Target::Elsewhere(url) => {
                self.reader.error(
                    Code::ImageRemote,
                    &span,
                    "a picture on another site would let that site follow our readers; it became a link",
                    "put the picture beside this file and write its name",
                );
                if self.elements.is_in_link() {
                    self.push(Event::Text(alt.into()));
                } else {
                    self.html(format!("<a href=\"{}\">", href::escape(&url)));
                    self.push(Event::Text(alt.into()));
                    self.html("</a>");
                }
            }
            Target::Refused(_) | Target::Fragment(_) | Target::Record(..) => {
                self.reader.error(
                    Code::LinkUnsafe,
                    &span,
                    "this picture was left out: it is not a file beside the record",
                    "write the name of a picture that lies beside this file",
                );
                self.push(Event::Text(alt.into()));
            }
        }
    }

    /// A picture. Its caption stands below it where it is alone in its paragraph, and is told to the
    /// pointer where it stands between words.
    fn picture(&mut self, path: String, alt: &str, caption: String) {
        let begin = self.nodes.len();
        self.html("<img src=\"");
        self.hole(Hole::Root);
        self.html(format!("{}\"", href::escape_path(&path)));
        self.hole(Hole::Size(path));
        let alt = html::attribute(alt);
        let rest = format!(" alt=\"{alt}\" loading=\"lazy\" decoding=\"async\"");
        if caption.trim().is_empty() {
            self.html(format!("{rest}>"));
        } else {
            self.html(format!("{rest} title=\"{}\">", html::attribute(&caption)));
            self.figure = Some(Figure { nodes: begin..self.nodes.len(), rest, caption });
        }
    }

    fn close_heading(&mut self, level: HeadingLevel) {
        let Some((start, _, id, classes)) = self.heading.take() else { return };
        if self.nodes[start..].iter().any(is_block) {
            self.refuse_block("a heading");
        }
        let plain: String = self.nodes[start..]
            .iter()
            .filter_map(|node| match node {
                Node::Event(Event::Text(text) | Event::Code(text)) => Some(&**text),
                _ => None,
            })
            .collect();
        let words = heading_id(id.as_deref().unwrap_or(&plain));
        let mut id = words.clone();
        while self.heading_ids.contains_key(&id) {
            let alike = self.heading_ids.entry(words.clone()).or_insert(1);
            *alike += 1;
            id = format!("{words}-{alike}");
        }
        self.heading_ids.insert(id.clone(), 1);
        self.headings.push(id.clone());
        let classes: Vec<String> = classes
            .iter()
            .map(|class| text::slug_of(class))
            .filter(|class| !class.is_empty())
            .collect();
        self.nodes[start] = Node::Event(Event::Start(Tag::Heading {
            level,
            id: Some(id.into()),
            classes: classes.into_iter().map(CowStr::from).collect(),
            attrs: Vec::new(),
        }));
        self.push(Event::End(TagEnd::Heading(level)));
    }

    fn footnote_reference(&mut self, name: &str) {
        let next = self.footnotes.numbers.len() + 1;
        let first = !self.footnotes.numbers.contains_key(name);
        let number = *self.footnotes.numbers.entry(name.to_owned()).or_insert(next);
        let id = if first { format!(" id=\"fnref-{number}\"") } else { String::new() };
        self.html(format!(
            "<sup class=\"fn\"><a{id} href=\"#fn-{number}\" role=\"doc-noteref\">{number}</a></sup>"
        ));
    }

    /// Makes a figure of a paragraph that is a picture with a caption and nothing else; whether it was.
    fn close_figure(&mut self, end: TagEnd) -> bool {
        let Some(Figure { nodes, rest, caption }) = self.figure.take() else { return false };
        let begins = nodes.start.checked_sub(1).and_then(|at| self.nodes.get(at));
        let is_alone = end == TagEnd::Paragraph
            && nodes.end == self.nodes.len()
            && matches!(begins, Some(Node::Event(Event::Start(Tag::Paragraph))));
        if is_alone {
            self.nodes[nodes.start - 1] = Node::Markup("<figure>\n".into());
            self.nodes[nodes.end - 1] = Node::Markup(format!("{rest}>\n<figcaption>").into());
            self.push(Event::Text(caption.into()));
            self.html("</figcaption></figure>\n");
        }
        is_alone
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
            self.nodes.iter_mut().for_each(lower_heading);
        }
        html::prose(self.nodes, self.headings)
    }

    /// Reports links to headings that this page does not have. Words of front matter do not know
    /// the headings of the body.
    fn lint_fragments(&mut self) {
        if self.fixed_span.is_some() {
            return;
        }
        let bare = |id: &str| id.strip_prefix("s-").unwrap_or(id).to_owned();
        let known: Vec<String> = self.heading_ids.keys().map(|id| bare(id)).collect();
        for (id, span) in std::mem::take(&mut self.own_fragments) {
            if self.heading_ids.contains_key(&id) {
                continue;
            }
            self.reader.find(Code::LinkDead, &span, || {
                let help = match did_you_mean(&bare(&id), known.iter().map(String::as_str)) {
                    Some(meant) => format!("did you mean `#{meant}`?"),
                    None if known.is_empty() => {
                        "this page has no headings: link to a record's file instead".to_owned()
                    }
                    None => format!(
                        "its headings are: {}",
                        listed(known.iter().map(|id| format!("`#{id}`")))
                    ),
                };
                (format!("this page has no heading `{}`", bare(&id)), help)
            });
        }
    }

    /// The first line of a block.
    fn mark_of(&self, block: &Range<usize>) -> Range<usize> {
        let line = self.source[block.clone()].lines().next().unwrap_or_default();
        block.start..block.start + line.len()
    }

    fn write_footnotes(&mut self) {
        let mut numbered: Vec<(usize, Vec<Node<'s>>)> = Vec::new();
        for (name, number) in &self.footnotes.numbers {
            numbered.extend(self.footnotes.definitions.remove(name).map(|nodes| (*number, nodes)));
        }
        for name in self.footnotes.definitions.keys() {
            let Some(at) = self.footnotes.places.get(name) else { continue };
            self.reader.error(
                Code::FootnoteLost,
                &self.span(&self.mark_of(at)),
                format!("nothing refers to the footnote `{name}`, and it is not shown"),
                format!("write `[^{name}]` where it belongs, or delete it"),
            );
        }
        if numbered.is_empty() {
            return;
        }
        numbered.sort_by_key(|(number, _)| *number);
        self.html("<section class=\"footnotes\" role=\"doc-endnotes\"><ol>");
        for (number, mut nodes) in numbered {
            let back = format!(" <a href=\"#fnref-{number}\" role=\"doc-backlink\">↩</a>");
            let last = nodes
                .iter()
                .rposition(|node| matches!(node, Node::Event(Event::End(TagEnd::Paragraph))))
                .unwrap_or(nodes.len());
            nodes.insert(last, Node::Markup(back.into()));
            self.html(format!("<li id=\"fn-{number}\" value=\"{number}\">"));
            self.nodes.append(&mut nodes);
            self.html("</li>");
        }
        self.html("</ol></section>\n");
    }
}

/// How a record is named between double brackets.
const BY_FILE: &str = "write the name of a record's file without its ending, such as `[[NAME]]`";

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

fn lower_heading(node: &mut Node<'_>) {
    let lower = |level: HeadingLevel| {
        HeadingLevel::try_from(level as usize + 1).unwrap_or(HeadingLevel::H6)
    };
    if let Node::Event(
        Event::Start(Tag::Heading { level, .. }) | Event::End(TagEnd::Heading(level)),
    ) = node
    {
        *level = lower(*level);
    }
}

//! Nodes → [`Prose`]: HTML in which text is told from markup, cut at its holes.

use pulldown_cmark::{BlockQuoteKind, CowStr, Event, Tag, TagEnd};
use pulldown_cmark_escape::escape_html;

use crate::model::{Hole, Html, Piece, Prose};

/// What prose is made of, in the order in which it is written.
#[derive(Debug, Clone)]
pub(super) enum Node<'s> {
    /// What the parser found, where HTML has an element for it.
    Event(Event<'s>),
    /// Finished tags, or a part of one.
    Markup(CowStr<'s>),
    /// Something that is filled in when a page is rendered.
    Hole { hole: Hole, in_link: bool },
}

/// Writes prose.
pub(super) fn prose(nodes: Vec<Node<'_>>, headings: Vec<String>) -> Prose {
    let mut output = Output::default();
    for node in nodes {
        match node {
            Node::Event(event) => output.event(event),
            Node::Markup(markup) => output.markup(&markup),
            Node::Hole { hole, in_link } => {
                output.cut();
                output.pieces.push(Piece::Hole { hole, in_link });
                output.in_line = true;
            }
        }
    }
    output.cut();
    Prose { pieces: output.pieces, headings }
}

#[derive(Default)]
struct Output {
    pieces: Vec<Piece>,
    /// What is written since the last hole.
    html: Html,
    /// Whether something stands in the line that was begun last.
    in_line: bool,
}

impl Output {
    fn cut(&mut self) {
        if !self.html.as_str().is_empty() {
            // A copy takes no more memory than it needs.
            self.pieces.push(Piece::Html(self.html.clone()));
            self.html.clear();
        }
    }

    fn markup(&mut self, markup: &str) {
        self.html.push_markup(markup);
        if !markup.is_empty() {
            self.in_line = !markup.ends_with('\n');
        }
    }

    fn text(&mut self, text: &str) {
        self.html.push_text(text);
        self.in_line = !text.ends_with('\n');
    }

    /// A block begins in a line of its own.
    fn block(&mut self, markup: &str) {
        if self.in_line {
            self.markup("\n");
        }
        self.markup(markup);
    }

    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Text(text) => self.text(&text),
            Event::Code(text) => {
                self.markup("<code>");
                self.text(&text);
                self.markup("</code>");
            }
            Event::SoftBreak => self.text("\n"),
            Event::HardBreak => {
                self.markup("<br />");
                self.text("\n");
            }
            Event::Rule => self.block("<hr />\n"),
            Event::TaskListMarker(true) => {
                self.markup("<input disabled=\"\" type=\"checkbox\" checked=\"\"/>\n");
            }
            Event::TaskListMarker(false) => {
                self.markup("<input disabled=\"\" type=\"checkbox\"/>\n");
            }
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            // The writer makes markup or text of these, or the parser is not asked for them.
            Event::Html(_)
            | Event::InlineHtml(_)
            | Event::FootnoteReference(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph => self.block("<p>"),
            Tag::Heading { level, id, classes, .. } => {
                self.block(&format!("<{level}"));
                if let Some(id) = id {
                    self.markup(&format!(" id=\"{}\"", attribute(&id)));
                }
                if !classes.is_empty() {
                    self.markup(&format!(" class=\"{}\"", attribute(&classes.join(" "))));
                }
                self.markup(">");
            }
            Tag::BlockQuote(kind) => self.block(match kind {
                None => "<blockquote>\n",
                Some(BlockQuoteKind::Note) => "<blockquote class=\"markdown-alert-note\">\n",
                Some(BlockQuoteKind::Tip) => "<blockquote class=\"markdown-alert-tip\">\n",
                Some(BlockQuoteKind::Important) => {
                    "<blockquote class=\"markdown-alert-important\">\n"
                }
                Some(BlockQuoteKind::Warning) => "<blockquote class=\"markdown-alert-warning\">\n",
                Some(BlockQuoteKind::Caution) => "<blockquote class=\"markdown-alert-caution\">\n",
            }),
            Tag::List(Some(1)) => self.block("<ol>\n"),
            Tag::List(Some(start)) => self.block(&format!("<ol start=\"{start}\">\n")),
            Tag::List(None) => self.block("<ul>\n"),
            Tag::Item => self.block("<li>"),
            Tag::DefinitionList => self.block("<dl>\n"),
            Tag::DefinitionListTitle => self.block("<dt>"),
            Tag::DefinitionListDefinition => self.block("<dd>"),
            Tag::Subscript => self.markup("<sub>"),
            Tag::Superscript => self.markup("<sup>"),
            Tag::Emphasis => self.markup("<em>"),
            Tag::Strong => self.markup("<strong>"),
            Tag::Strikethrough => self.markup("<del>"),
            // The writer makes markup of these, or the parser is not asked for them.
            Tag::CodeBlock(_)
            | Tag::HtmlBlock
            | Tag::FootnoteDefinition(_)
            | Tag::Table(_)
            | Tag::TableHead
            | Tag::TableRow
            | Tag::TableCell
            | Tag::Link { .. }
            | Tag::Image { .. }
            | Tag::MetadataBlock(_) => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph => self.markup("</p>\n"),
            TagEnd::Heading(level) => self.markup(&format!("</{level}>\n")),
            TagEnd::BlockQuote(_) => self.markup("</blockquote>\n"),
            TagEnd::List(true) => self.markup("</ol>\n"),
            TagEnd::List(false) => self.markup("</ul>\n"),
            TagEnd::Item => self.markup("</li>\n"),
            TagEnd::DefinitionList => self.markup("</dl>\n"),
            TagEnd::DefinitionListTitle => self.markup("</dt>\n"),
            TagEnd::DefinitionListDefinition => self.markup("</dd>\n"),
            TagEnd::Subscript => self.markup("</sub>"),
            TagEnd::Superscript => self.markup("</sup>"),
            TagEnd::Emphasis => self.markup("</em>"),
            TagEnd::Strong => self.markup("</strong>"),
            TagEnd::Strikethrough => self.markup("</del>"),
            TagEnd::CodeBlock
            | TagEnd::HtmlBlock
            | TagEnd::FootnoteDefinition
            | TagEnd::Table
            | TagEnd::TableHead
            | TagEnd::TableRow
            | TagEnd::TableCell
            | TagEnd::Link
            | TagEnd::Image
            | TagEnd::MetadataBlock(_) => {}
        }
    }
}

/// A text as the value of an attribute.
pub(super) fn attribute(text: &str) -> String {
    let mut escaped = String::new();
    // Writing to a string cannot fail.
    let _ = escape_html(&mut escaped, text);
    escaped
}

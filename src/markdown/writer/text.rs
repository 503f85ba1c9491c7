//! Words → text, counters, citations and links; and what stayed of markup, which is told.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{CowStr, Event, Tag};

use super::Writer;
use crate::diag::Code;
use crate::front_matter::reader::Located;
use crate::markdown::counter::{self, Token};
use crate::markdown::elements::{self, Unended};
use crate::markdown::href;
use crate::markdown::html::Node;
use crate::markdown::leftover::{self, Leftover};
use crate::markdown::mask;
use crate::markdown::mention::Mention;
use crate::model::{Hole, Id};

impl<'s> Writer<'s, '_> {
    /// What the parser gives as it was written: code, HTML and addresses hold no counters.
    pub(super) fn restored(&self, event: Event<'s>, range: &Range<usize>) -> Event<'s> {
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

    /// Leaves of `NAME|words` in double brackets the words.
    pub(super) fn without_name(&self, text: CowStr<'s>) -> CowStr<'s> {
        match text.rsplit_once(char::from(mask::BAR)) {
            Some((_, words)) if self.elements.is_in_link() => words.to_owned().into(),
            _ => text,
        }
    }

    /// Text, with counters and citations cut out of it.
    pub(super) fn text(&mut self, text: CowStr<'s>, range: Range<usize>) {
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
    pub(super) fn words(&mut self, text: CowStr<'s>) {
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
    pub(super) fn report_leftovers(&mut self, range: &Range<usize>) {
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
    pub(super) fn citation(&mut self, id: &str, span: Range<usize>) {
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

    pub(super) fn raw_html(&mut self, raw: CowStr<'s>, range: &Range<usize>) {
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
    pub(super) fn tag(&mut self, tag: elements::Tag, range: &Range<usize>) {
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
    pub(super) fn end_tags(&mut self) {
        while let Some(tag) = self.elements.unended() {
            self.html(format!("</{}>", tag.name));
            self.report_unended(&tag);
        }
    }

    pub(super) fn report_unended(&mut self, Unended { name, at }: &Unended) {
        self.reader.error(
            Code::HtmlUnpaired,
            &self.span(at),
            format!(
                "`<{name}>` is not ended where it should be, and was ended with what it stands in"
            ),
            format!("write `</{name}>` in the same paragraph: a tag reaches no further"),
        );
    }
}

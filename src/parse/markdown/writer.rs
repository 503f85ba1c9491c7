//! Events of the Markdown parser → events of safe HTML, with marks where holes will be.
//!
//! What an event says of other things (sources, clocks, records, files) is noted on the way, with its place.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::ops::Range;

use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, Tag, TagEnd, html};

use super::elements::{self, Elements, Unended};
use super::table::Table;
use super::typed_days::TypedDays;
use super::{Context, HOLE_END, HOLE_START, cut};
use crate::diag::{Code, did_you_mean};
use crate::model::{Hole, Id, Kind, Prose};
use crate::parse::counter::{self, Token};
use crate::parse::href::{self, Target};
use crate::parse::mention::{Mention, Mentions};
use crate::parse::reader::{Located, Reader};
use crate::parse::text;
use crate::parse::wiki::{self, Meaning, Names};

/// Turns events into HTML events, and notes what they say of other things.
pub(super) struct Writer<'s, 'r> {
    source: &'s str,
    offset: usize,
    context: Context<'s>,
    mentions: &'r mut Mentions,
    reader: &'r mut Reader,
    /// The place of everything, where the text is not the file's own.
    pub(super) fixed_span: Option<Range<usize>>,
    events: Vec<Event<'s>>,
    holes: Vec<Hole>,
    in_code: bool,
    /// The text of the image that is open.
    image: Option<OpenImage>,
    /// Where the events of the open heading begin, with its level, `id` and classes.
    heading: Option<(usize, HeadingLevel, Option<String>, Vec<String>)>,
    heading_ids: BTreeMap<String, usize>,
    /// Links to headings of the same page, as the `id` that the heading would have.
    own_fragments: Vec<(String, Range<usize>)>,
    has_first_level: bool,
    footnotes: Footnotes<'s>,
    elements: Elements,
    block: TypedDays,
    table: Table,
    marks: Marks,
    /// How many names in double brackets mean nothing.
    unresolved: usize,
}

/// About one event of HTML comes of so many bytes of prose.
const BYTES_FOR_EVENT: usize = 24;

/// For how many names in double brackets that mean nothing a name like it is looked for: each is compared with all records.
const MOST_SUGGESTIONS: usize = 100;

/// What may occur anywhere in a text, so that its many stretches are not searched for what it does not have.
#[derive(Clone, Copy)]
struct Marks {
    /// Two asterisks.
    asterisks: bool,
    /// Counters, citations and what is nearly one.
    tokens: bool,
}

impl Marks {
    /// Character references and backslashes can stand for any of them, or between them.
    fn of(source: &str) -> Self {
        let is_reference = |(at, _): (usize, &str)| source[at + 1..].starts_with(|c: char| c == '#' || c.is_ascii_alphabetic());
        let referred = source.match_indices('&').any(is_reference);
        let has = |mark: char| source.contains(mark);
        Self { asterisks: referred || has('\\') || source.contains("**"), tokens: referred || has('{') || has('@') }
    }
}

#[derive(Default)]
struct Footnotes<'s> {
    numbers: BTreeMap<String, usize>,
    definitions: BTreeMap<String, Vec<Event<'s>>>,
    /// The definitions being read, outermost first, each with the events that wait for its end.
    open: Vec<(String, Vec<Event<'s>>)>,
}

struct OpenImage {
    href: String,
    alt: String,
    range: Range<usize>,
    /// Whether it was written `![[…]]`, where the name or a width stands in place of a description.
    is_wiki: bool,
}

impl<'s, 'r> Writer<'s, 'r> {
    pub(super) fn new(source: &'s str, offset: usize, context: Context<'s>, mentions: &'r mut Mentions, reader: &'r mut Reader) -> Self {
        Self {
            source,
            offset,
            context,
            mentions,
            reader,
            fixed_span: None,
            events: Vec::with_capacity(source.len() / BYTES_FOR_EVENT),
            holes: Vec::new(),
            in_code: false,
            image: None,
            heading: None,
            heading_ids: BTreeMap::new(),
            own_fragments: Vec::new(),
            has_first_level: false,
            unresolved: 0,
            footnotes: Footnotes::default(),
            elements: Elements::default(),
            block: TypedDays::default(),
            table: Table::default(),
            marks: Marks::of(source),
        }
    }

    pub(super) fn event(&mut self, event: Event<'s>, range: Range<usize>) {
        if self.image.is_some() && !matches!(event, Event::End(TagEnd::Image)) {
            self.image_text(&event);
            return;
        }
        match &event {
            // The parts of a picture are its description, and its own.
            Event::Start(Tag::Image { .. } | Tag::Link { .. }) | Event::End(TagEnd::Image | TagEnd::Link) => {}
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
            Event::Start(Tag::HtmlBlock) => self.events.push(Event::Start(Tag::Paragraph)),
            Event::End(TagEnd::HtmlBlock) => {
                // All of it may have been left out.
                if self.events.pop_if(|event| matches!(event, Event::Start(Tag::Paragraph))).is_none() {
                    self.events.push(Event::End(TagEnd::Paragraph));
                }
            }
            // A long line of code scrolls, and who has only keys can scroll what can have the focus.
            Event::Start(Tag::CodeBlock(_)) => {
                self.in_code = true;
                self.events.push(Event::Html("<pre tabindex=\"0\"><code>".into()));
            }
            Event::End(TagEnd::CodeBlock) => {
                self.in_code = false;
                self.events.push(Event::Html("</code></pre>\n".into()));
            }
            Event::Start(Tag::Link { link_type, dest_url, .. }) => self.open_link(link_type, &dest_url, &range),
            Event::End(TagEnd::Link) => {
                self.end_tags();
                if self.elements.end() {
                    self.html("</a>");
                }
            }
            Event::Start(Tag::Image { link_type, dest_url, .. }) => {
                let is_wiki = matches!(link_type, LinkType::WikiLink { .. });
                self.image = Some(OpenImage { href: dest_url.to_string(), alt: String::new(), range, is_wiki });
            }
            Event::End(TagEnd::Image) => self.close_image(),
            Event::Start(Tag::Heading { level, id, classes, .. }) => {
                self.has_first_level |= level == HeadingLevel::H1;
                let classes = classes.iter().map(ToString::to_string).collect();
                self.heading = Some((self.events.len(), level, id.map(|id| id.to_string()), classes));
                self.events.push(Event::Text("".into()));
            }
            Event::End(TagEnd::Heading(level)) => self.close_heading(level),
            Event::FootnoteReference(name) => self.footnote_reference(&name),
            Event::Start(Tag::FootnoteDefinition(name)) => {
                let waiting = std::mem::take(&mut self.events);
                self.footnotes.open.push((name.to_string(), waiting));
            }
            Event::End(TagEnd::FootnoteDefinition) => {
                if let Some((name, waiting)) = self.footnotes.open.pop() {
                    let definition = std::mem::replace(&mut self.events, waiting);
                    self.footnotes.definitions.entry(name).or_insert(definition);
                }
            }
            Event::Start(Tag::Paragraph) => {
                self.block.clear();
                self.events.push(Event::Start(Tag::Paragraph));
            }
            Event::End(end @ (TagEnd::Paragraph | TagEnd::Item)) => {
                self.lint_typed_days();
                self.close_block(end);
            }
            Event::Start(Tag::Table(_) | Tag::TableHead | Tag::TableRow | Tag::TableCell)
            | Event::End(TagEnd::Table | TagEnd::TableHead | TagEnd::TableRow | TagEnd::TableCell) => self.table(event),
            other => self.events.push(other),
        }
    }

    /// A table without style attributes, in a frame that can be scrolled by keyboard.
    fn table(&mut self, event: Event<'s>) {
        let html: CowStr<'s> = match event {
            Event::Start(Tag::Table(columns)) => {
                self.table.columns = columns;
                let name = self.hole(Hole::Table);
                format!("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"{name}\"><table>").into()
            }
            Event::End(TagEnd::Table) => "</tbody></table></div>\n".into(),
            Event::Start(Tag::TableHead) => {
                self.table.start_row(true);
                "<thead><tr>".into()
            }
            Event::End(TagEnd::TableHead) => "</tr></thead><tbody>\n".into(),
            Event::Start(Tag::TableRow) => {
                self.table.start_row(false);
                "<tr>".into()
            }
            Event::End(TagEnd::TableRow) => "</tr>\n".into(),
            Event::Start(Tag::TableCell) => {
                self.block.clear();
                self.table.open_cell().into()
            }
            _ => {
                self.lint_typed_days();
                self.table.close_cell().into()
            }
        };
        self.html(html);
    }

    fn span(&self, range: &Range<usize>) -> Range<usize> {
        self.fixed_span.clone().unwrap_or(self.offset + range.start..self.offset + range.end)
    }

    fn html(&mut self, html: impl Into<CowStr<'s>>) {
        self.events.push(Event::InlineHtml(html.into()));
    }

    fn hole(&mut self, hole: Hole) -> String {
        self.holes.push(hole);
        format!("{HOLE_START}{}{HOLE_END}", self.holes.len() - 1)
    }

    /// Text, with counters and citations cut out of it.
    fn text(&mut self, text: CowStr<'s>, range: Range<usize>) {
        self.block.note_text(&range);
        if self.marks.asterisks && text.contains("**") {
            self.reader.error(
                Code::EmphasisLiteral,
                &self.span(&range),
                "two asterisks stay in the text instead of making it bold",
                "put a space between the bold words and the letters that follow, or leave the asterisks out",
            );
        }
        if !self.marks.tokens {
            self.events.push(Event::Text(text));
            return;
        }
        if let Some(at) = counter::nearly(&self.source[range.clone()]) {
            self.reader.error(
                Code::CounterLiteral,
                &self.span(&(range.start + at.start..range.start + at.end)),
                "this stays in the text as it is written",
                "write a counter as `{{ days(\"INCIDENT\") }}`, and a citation as `[@ID]` without spaces",
            );
        }
        if !text.contains("{{") && !text.contains("[@") {
            self.events.push(Event::Text(text));
            return;
        }
        let in_text = counter::tokens(&text);
        // What the parser made of quotation marks and hyphens is undone by reading the token from the source.
        let raw = &self.source[range.clone()];
        let in_source = counter::tokens(raw);
        let paired = in_source.len() == in_text.len();
        let mut done = 0;
        for (nth, (at, token)) in in_text.iter().enumerate() {
            self.events.push(Event::Text(text[done..at.start].to_owned().into()));
            done = at.end;
            let (token, place) = match in_source.get(nth).filter(|_| paired) {
                Some((at, token)) => (token, range.start + at.start..range.start + at.end),
                None => (token, range.clone()),
            };
            let span = self.span(&place);
            match token {
                Token::Citation(id) => self.citation(id, span),
                Token::Call(call) => match counter::hole(call, &span, self.mentions, self.reader) {
                    Some(hole) => {
                        let marker = self.hole(hole);
                        self.html(marker);
                    }
                    None => self.events.push(Event::Text(text[at.clone()].to_owned().into())),
                },
            }
        }
        self.events.push(Event::Text(text[done..].to_owned().into()));
    }

    /// The number of a source stands at the word before it, whatever space was written between; two numbers stand apart.
    fn citation(&mut self, id: &str, span: Range<usize>) {
        let id = Id::from(id);
        self.mentions.push(Mention::Source(Located { value: id.clone(), span }));
        let begin = self.heading.as_ref().map_or(0, |(start, ..)| start + 1);
        while self.events.len() > begin
            && let Some(Event::Text(_) | Event::SoftBreak) = self.events.last()
        {
            if let Some(Event::Text(text)) = self.events.pop()
                && !text.trim_end().is_empty()
            {
                self.events.push(Event::Text(text.trim_end().to_owned().into()));
                break;
            }
        }
        if self.events.last().and_then(|event| self.hole_of(event)).is_some_and(|hole| matches!(hole, Hole::Citation(_))) {
            self.events.push(Event::Text("\u{202f}".into()));
        }
        let marker = self.hole(Hole::Citation(id));
        self.html(marker);
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
        self.events.push(Event::Text(raw));
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
            format!("`<{name}>` is not ended where it should be, and was ended with what it stands in"),
            format!("write `</{name}>` in the same paragraph: a tag reaches no further"),
        );
    }

    fn open_link(&mut self, link_type: LinkType, url: &str, range: &Range<usize>) {
        let url = if link_type == LinkType::Email { format!("mailto:{url}") } else { url.to_owned() };
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
                self.mentions.push(Mention::Path(Located { value: path.clone(), span }));
                self.open_hole_link(Hole::Path(path, rest));
                return;
            }
            Target::Beside(file) => {
                self.mentions.push(Mention::File(Located { value: file.clone(), span }));
                format!("{}{}", self.hole(Hole::Root), href::escape(&format!("{}/{file}", self.context.page)))
            }
            Target::Refused(why) => {
                let help = match url.starts_with("www.") {
                    true => format!("write `https://{url}`"),
                    false => "link with https, http, mailto, tel, or to a page of this site".to_owned(),
                };
                self.reader.error(Code::LinkUnsafe, &span, format!("this link was left out: {why}"), help);
                self.elements.begin_link(false);
                return;
            }
        };
        self.html(format!("<a href=\"{href}\">"));
        self.elements.begin_link(true);
    }

    /// Where `[[Name#Heading]]` leads; nothing if that is not clear, which is reported.
    fn wiki(&mut self, written: &str, names: &Names, span: &Range<usize>) -> Option<Target> {
        self.mentions.has_wiki_links = true;
        let (name, heading) = match written.split_once('#') {
            Some((name, heading)) => (name.trim(), Some(heading.trim())),
            None => (written.trim(), None),
        };
        if name.is_empty() {
            return heading.map(|heading| Target::Fragment(heading.to_owned()));
        }
        let (code, message, help) = match wiki::meaning(name, names, self.unresolved < MOST_SUGGESTIONS) {
            Meaning::Record(kind, id) => {
                let fragment = heading.map_or_else(String::new, |heading| format!("#{}", heading_id(heading)));
                return Some(Target::Record(kind, id, fragment));
            }
            Meaning::Several(records) => {
                let ways: Vec<String> = records.iter().map(|(kind, id)| format!("`[[{}/{id}]]`", kind.folder())).collect();
                (Code::ReferenceAmbiguous, format!("more than one record is named `{name}`"), format!("write {}", ways.join(" or ")))
            }
            Meaning::Nothing(meant) => {
                self.unresolved += 1;
                let help = match meant {
                    Some(meant) => format!("did you mean `[[{meant}]]`?"),
                    None => "write the name of a record's file without its ending, such as `[[NAME]]`".to_owned(),
                };
                (Code::ReferenceUnknown, format!("there is no record `{name}`"), help)
            }
        };
        self.reader.error(code, span, message, help);
        None
    }

    /// A link within the site: the hole gives the whole attribute, or nothing while the page does not exist.
    fn open_hole_link(&mut self, hole: Hole) {
        let marker = self.hole(hole);
        self.html(format!("<a{marker}>"));
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
        let Some(OpenImage { href, mut alt, range, is_wiki }) = self.image.take() else { return };
        if is_wiki && (alt == href || alt.bytes().all(|byte| byte.is_ascii_digit() || byte == b'x')) {
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
        let mut escaped = String::new();
        // Writing to a string cannot fail.
        let _ = pulldown_cmark_escape::escape_html(&mut escaped, &alt);
        match href::target(&href, self.context.folder, self.context.page) {
            Target::Beside(file) => {
                self.mentions.push(Mention::File(Located { value: file.clone(), span }));
                let root = self.hole(Hole::Root);
                let path = format!("{}/{file}", self.context.page);
                let (src, size) = (href::escape(&path), self.hole(Hole::Size(path)));
                self.html(format!("<img src=\"{root}{src}\"{size} alt=\"{escaped}\" loading=\"lazy\" decoding=\"async\">"));
            }
            Target::Path(path, _) => {
                self.mentions.push(Mention::Path(Located { value: path.clone(), span }));
                let root = self.hole(Hole::Root);
                let (src, size) = (href::escape(&path), self.hole(Hole::Size(path)));
                self.html(format!("<img src=\"{root}{src}\"{size} alt=\"{escaped}\" loading=\"lazy\" decoding=\"async\">"));
            }
            Target::Elsewhere(url) => {
                self.reader.error(
                    Code::ImageRemote,
                    &span,
                    "a picture on another site would let that site follow our readers; it became a link",
                    "put the picture beside this file and write its name",
                );
                let html = if self.elements.is_in_link() { escaped } else { format!("<a href=\"{}\">{escaped}</a>", href::escape(&url)) };
                self.html(html);
            }
            Target::Refused(_) | Target::Fragment(_) | Target::Record(..) => {
                self.reader.error(
                    Code::LinkUnsafe,
                    &span,
                    "this picture was left out: it is not a file beside the record",
                    "write the name of a picture that lies beside this file",
                );
                self.html(escaped);
            }
        }
    }

    fn close_heading(&mut self, level: HeadingLevel) {
        let Some((start, _, id, classes)) = self.heading.take() else { return };
        if let Some(place) = self.events[start..].iter().find_map(|event| self.block_hole(event)) {
            self.refuse_block(&place, "a heading");
        }
        let plain: String = self.events[start..]
            .iter()
            .filter_map(|event| match event {
                Event::Text(text) | Event::Code(text) => Some(&**text),
                _ => None,
            })
            .collect();
        let mut id = heading_id(id.as_deref().unwrap_or(&plain));
        let seen = self.heading_ids.entry(id.clone()).or_insert(0);
        *seen += 1;
        if *seen > 1 {
            let _ = write!(id, "-{seen}");
        }
        let classes: Vec<String> = classes.iter().map(|class| text::slug_of(class)).filter(|class| !class.is_empty()).collect();
        self.events[start] = Event::Start(Tag::Heading {
            level,
            id: Some(id.into()),
            classes: classes.into_iter().map(CowStr::from).collect(),
            attrs: Vec::new(),
        });
        self.events.push(Event::End(TagEnd::Heading(level)));
    }

    fn footnote_reference(&mut self, name: &str) {
        let next = self.footnotes.numbers.len() + 1;
        let first = !self.footnotes.numbers.contains_key(name);
        let number = *self.footnotes.numbers.entry(name.to_owned()).or_insert(next);
        let id = if first { format!(" id=\"fnref-{number}\"") } else { String::new() };
        self.html(format!("<sup class=\"fn\"><a{id} href=\"#fn-{number}\" role=\"doc-noteref\">{number}</a></sup>"));
    }

    /// Ends a block. A paragraph that is a block counter and nothing else is the counter.
    fn close_block(&mut self, end: TagEnd) {
        self.events.push(Event::End(end));
        if end != TagEnd::Paragraph || self.holes.is_empty() {
            return;
        }
        let Some(start) = self.events.iter().rposition(|event| matches!(event, Event::Start(Tag::Paragraph))) else { return };
        let is_blank = |event: &Event<'_>| matches!(event, Event::Text(text) if text.trim().is_empty());
        let inside: Vec<&Event<'_>> = self.events[start + 1..self.events.len() - 1].iter().filter(|event| !is_blank(event)).collect();
        let block_holes = inside.iter().filter(|event| self.block_hole(event).is_some()).count();
        if block_holes == 0 {
            return;
        }
        if inside.len() == 1 {
            let marker = inside[0].clone();
            self.events.truncate(start);
            self.events.push(marker);
            return;
        }
        // Without its own paragraph a block would be invalid inside one.
        let span = self.mentions.head.clone();
        let place = inside.iter().find_map(|event| self.block_hole(event)).unwrap_or(span);
        self.refuse_block(&place, "a paragraph");
    }

    fn refuse_block(&mut self, place: &Range<usize>, within: &str) {
        self.reader.error(
            Code::CounterForm,
            place,
            format!("`counter`, `timeline` and `compare` make blocks, and this one stands inside {within}"),
            "put it on a line of its own, with an empty line before and after",
        );
    }

    /// The hole of which an event is the mark.
    fn hole_of(&self, event: &Event<'_>) -> Option<&Hole> {
        let Event::InlineHtml(html) = event else { return None };
        let number: usize = html.strip_prefix(HOLE_START)?.strip_suffix(HOLE_END)?.parse().ok()?;
        self.holes.get(number)
    }

    /// The place to report for a hole that makes a block.
    fn block_hole(&self, event: &Event<'_>) -> Option<Range<usize>> {
        let hole = self.hole_of(event)?;
        matches!(hole, Hole::Counter(_) | Hole::Timeline(_) | Hole::Compare(_)).then(|| self.mentions.last_clock_place())
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

    pub(super) fn finish(mut self) -> Prose {
        self.end_tags();
        self.lint_fragments();
        self.write_footnotes();
        if self.has_first_level {
            // The page's title is its only heading of the first level.
            self.events.iter_mut().for_each(lower_heading);
        }
        let mut text = String::with_capacity(self.source.len() * 5 / 4);
        html::push_html(&mut text, self.events.into_iter());
        cut(&text, self.holes)
    }

    /// Reports links to headings that this page does not have. Words of front matter do not know the headings of the body.
    fn lint_fragments(&mut self) {
        if self.fixed_span.is_some() {
            return;
        }
        let bare = |id: &str| id.strip_prefix("s-").unwrap_or(id).to_owned();
        for (id, span) in std::mem::take(&mut self.own_fragments) {
            let repeated = |(known, count): (&String, &usize)| (2..=*count).any(|nth| id == format!("{known}-{nth}"));
            if self.heading_ids.contains_key(&id) || self.heading_ids.iter().any(repeated) {
                continue;
            }
            let known: Vec<String> = self.heading_ids.keys().map(|id| bare(id)).collect();
            let help = match did_you_mean(&bare(&id), known.iter().map(String::as_str)) {
                Some(meant) => format!("did you mean `#{meant}`?"),
                None if known.is_empty() => "this page has no headings: link to a record's file instead".to_owned(),
                None => format!("its headings are: {}", known.iter().map(|id| format!("`#{id}`")).collect::<Vec<_>>().join(", ")),
            };
            self.reader.error(Code::LinkDead, &span, format!("this page has no heading `{}`", bare(&id)), help);
        }
    }

    fn write_footnotes(&mut self) {
        let mut numbered: Vec<(usize, Vec<Event<'s>>)> = Vec::new();
        for (name, number) in &self.footnotes.numbers {
            numbered.extend(self.footnotes.definitions.remove(name).map(|events| (*number, events)));
        }
        if numbered.is_empty() {
            return;
        }
        numbered.sort_by_key(|(number, _)| *number);
        self.html("<section class=\"footnotes\" role=\"doc-endnotes\"><ol>");
        for (number, mut events) in numbered {
            let back = format!(" <a href=\"#fnref-{number}\" role=\"doc-backlink\">↩</a>");
            let last = events.iter().rposition(|event| matches!(event, Event::End(TagEnd::Paragraph))).unwrap_or(events.len());
            events.insert(last, Event::InlineHtml(back.into()));
            self.html(format!("<li id=\"fn-{number}\" value=\"{number}\">"));
            self.events.append(&mut events);
            self.html("</li>");
        }
        self.html("</ol></section>\n");
    }
}

/// Whether what begins stands in a line of text.
fn is_inline(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Superscript | Tag::Subscript | Tag::Link { .. } | Tag::Image { .. }
    )
}

/// The `id` of a heading: prefixed, so that it never hides a property of the document or an `id` of the theme.
fn heading_id(text: &str) -> String {
    format!("s-{}", text::slug_of(text))
}

fn lower_heading(event: &mut Event<'_>) {
    let lower = |level: HeadingLevel| HeadingLevel::try_from(level as usize + 1).unwrap_or(HeadingLevel::H6);
    match event {
        Event::Start(Tag::Heading { level, .. }) => *level = lower(*level),
        Event::End(TagEnd::Heading(level)) => *level = lower(*level),
        _ => {}
    }
}

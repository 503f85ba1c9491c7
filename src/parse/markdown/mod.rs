//! Markdown → [`Prose`]: safe HTML with holes.
//!
//! Prose is parsed once. Raw HTML is shown as text, links keep harmless schemes only, headings get an `id` that cannot clash with
//! the page's own, footnotes go to the end, `[@id]` becomes a citation and `{{ … }}` a counter (see [`super::counter`]).
//! Content is never run as a template.
//!
//! Absent on purpose: anything that depends on the as-of or on other records. Holes are filled when a page is rendered.

mod elements;
mod table;
mod typed_days;
mod writer;

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, TextMergeWithOffset};

use self::writer::Writer;
use super::mention::Mentions;
use super::reader::Reader;
use super::text;
use super::wiki::Names;
use crate::diag::Code;
use crate::model::{Hole, Piece, Prose};

/// One paragraph of Markdown inside front matter.
#[derive(Debug, Clone)]
pub(super) struct Inline {
    pub(super) text: String,
    pub(super) span: Range<usize>,
}

/// What a body needs to know of the record that it belongs to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Context<'a> {
    /// The folder of its file, from the site's root.
    pub(super) folder: &'a str,
    /// Its page's path, without slashes at the ends.
    pub(super) page: &'a str,
    /// The language it is written in.
    pub(super) language: &'a str,
    /// Whether a few harmless tags are kept.
    pub(super) raw_html: bool,
    /// The records that `[[Name]]` can mean; none in words of front matter, where it is not a link.
    pub(super) names: Option<&'a Names>,
}

/// Parses a body that stands in its file from `offset` to the end.
pub(super) fn body(source: &str, offset: usize, context: Context<'_>, mentions: &mut Mentions, reader: &mut Reader) -> Prose {
    let mut options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
        | Options::ENABLE_WIKILINKS
        | Options::ENABLE_DEFINITION_LIST;
    // Other languages have other quotation marks, and beside Hangul the parser takes closing marks for opening ones.
    if context.language.starts_with("en") {
        options |= Options::ENABLE_SMART_PUNCTUATION;
    }
    let cleaned = without_controls(source, offset, reader);
    text::warn_of_deceit(source, offset, offset + source.len(), reader);
    let source = cleaned.as_deref().unwrap_or(source);
    let mut writer = Writer::new(source, offset, context, mentions, reader);
    let events = TextMergeWithOffset::new(Parser::new_ext(source, options).into_offset_iter());
    for (event, range) in events {
        writer.event(event, range);
    }
    writer.finish()
}

/// Parses one paragraph of front matter, without the paragraph around it. Its places are those of the whole value, and its links
/// are read as those of the record's body.
pub(super) fn inline(found: &Inline, mentions: &mut Mentions, reader: &mut Reader) -> Prose {
    let (file, page) = (std::sync::Arc::clone(reader.file()), reader.page.clone());
    let context = Context { folder: super::files::folder_of(&file.path), page: &page, language: "", raw_html: false, names: None };
    let mut writer = Writer::new(&found.text, found.span.start, context, mentions, reader);
    writer.fixed_span = Some(found.span.clone());
    for (event, range) in TextMergeWithOffset::new(Parser::new_ext(&found.text, Options::ENABLE_STRIKETHROUGH).into_offset_iter()) {
        if !matches!(event, Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph)) {
            writer.event(event, range);
        }
    }
    writer.finish()
}

/// The text without control characters, if it has any. They are replaced by a space each, so that places stay right.
fn without_controls(source: &str, offset: usize, reader: &mut Reader) -> Option<String> {
    // Most texts have none, and bytes are quicker to look through than characters: many at once, without stopping at the first.
    let may_begin = |byte: &u8| (*byte < 0x20 && !matches!(byte, b'\n' | b'\r' | b'\t')) | matches!(byte, 0x7F | 0xC2);
    if !source.as_bytes().chunks(256).any(|bytes| bytes.iter().fold(false, |found, byte| found | may_begin(byte))) {
        return None;
    }
    let (at, found) = source.char_indices().find(|(_, c)| text::is_control(*c))?;
    reader.error(
        Code::TextControl,
        &(offset + at..offset + at + found.len_utf8()),
        format!("the control character U+{:04X} was removed", found as u32),
        "delete it; it came in with a copied text",
    );
    let keep_width = |c: char| if text::is_control(c) { " ".repeat(c.len_utf8()) } else { c.to_string() };
    Some(source.chars().map(keep_width).collect())
}

/// Marks the place of a hole in the HTML until it is cut there. Control characters never come from content.
const HOLE_START: char = '\u{1}';
const HOLE_END: char = '\u{2}';

/// Cuts HTML at the marks of its holes.
fn cut(text: &str, holes: Vec<Hole>) -> Prose {
    let mut holes: Vec<Option<Hole>> = holes.into_iter().map(Some).collect();
    let mut pieces = Vec::with_capacity(holes.len() * 2 + 1);
    for (nth, part) in text.split(HOLE_START).enumerate() {
        let html = match part.split_once(HOLE_END).filter(|_| nth > 0) {
            Some((number, html)) => {
                let hole = number.parse().ok().and_then(|number: usize| holes.get_mut(number)).and_then(Option::take);
                pieces.extend(hole.map(Piece::Hole));
                html
            }
            None => part,
        };
        if !html.is_empty() {
            pieces.push(Piece::Html(html.into()));
        }
    }
    Prose { pieces }
}

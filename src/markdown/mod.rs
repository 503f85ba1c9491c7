//! Markdown → [`Prose`]: safe HTML with holes.
//!
//! Prose is parsed once. Raw HTML is shown as text, links keep harmless schemes only, headings get
//! an `id` that cannot clash with the page's own, footnotes go to the end, `[@id]` becomes a
//! citation and `{{ … }}` a counter (see [`counter`]). Content is never run as a template.
//!
//! Absent on purpose: anything that depends on the as-of or on other records. Holes are filled when
//! a page is rendered.

mod alert;
pub(crate) mod counter;
mod elements;
pub(crate) mod href;
mod html;
mod leftover;
mod mask;
pub(crate) mod mention;
mod passages;
mod table;
mod typed_days;
pub(crate) mod wiki;
mod writer;

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, TextMergeWithOffset};

use self::mask::Masked;
use self::mention::Mentions;
pub(crate) use self::passages::Passages;
use self::wiki::Names;
use self::writer::Writer;
use crate::diag::Code;
use crate::front_matter::reader::{FromNode, Reader};
use crate::front_matter::shape::{Definitions, Shape};
use crate::front_matter::warn_of_deceit;
use crate::front_matter::yaml::Node;
use crate::model::Prose;
use crate::text;

/// One paragraph of Markdown inside front matter.
#[derive(Debug, Clone)]
pub(crate) struct Inline {
    pub(crate) text: String,
    pub(crate) span: Range<usize>,
}

impl FromNode for Inline {
    fn from_node(node: &Node, reader: &mut Reader) -> Option<Self> {
        let span = node.span.clone();
        Some(Self { text: String::from_node(node, reader)?, span })
    }
}

impl Shape for Inline {
    fn shape(all: &mut Definitions) -> serde_json::Value {
        String::shape(all)
    }
}

/// What a body needs to know of the record that it belongs to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Context<'a> {
    /// The folder of its file, from the site's root.
    pub(crate) folder: &'a str,
    /// Its page's path, without slashes at the ends.
    pub(crate) page: &'a str,
    /// The language it is written in.
    pub(crate) language: &'a str,
    /// Whether a few harmless tags are kept.
    pub(crate) raw_html: bool,
    /// The records that `[[Name]]` can mean; none in words of front matter, where it is not a link.
    pub(crate) names: Option<&'a Names>,
}

/// Parses a body that stands in its file from `offset` to the end, and notes its passages.
pub(crate) fn body(
    (source, offset): (&str, usize),
    context: Context<'_>,
    passages: &mut Passages,
    mentions: &mut Mentions,
    reader: &mut Reader,
) -> Prose {
    let mut options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
        | Options::ENABLE_WIKILINKS
        | Options::ENABLE_DEFINITION_LIST;
    // Other languages have other quotation marks, and beside Hangul the parser takes closing marks
    // for opening ones.
    if context.language.starts_with("en") {
        options |= Options::ENABLE_SMART_PUNCTUATION;
    }
    let cleaned = without_controls(source, offset, reader);
    warn_of_deceit(source, offset, offset + source.len(), reader);
    let source = cleaned.as_deref().unwrap_or(source);
    let masked = Masked::of(source, options);
    report_unended(&masked, offset, reader);
    report_conflicts(source, offset, reader);
    let mut writer = Writer::new((source, &masked), offset, context, mentions, reader);
    let events =
        TextMergeWithOffset::new(Parser::new_ext(&masked.text, options).into_offset_iter());
    for (event, range) in events {
        passages.note(&event, offset + range.start..offset + range.end);
        writer.event(event, range);
    }
    writer.finish()
}

/// Parses one paragraph of front matter, without the paragraph around it. Its places are those of
/// the whole value, and its links are read as those of the record's body.
pub(crate) fn inline(found: &Inline, mentions: &mut Mentions, reader: &mut Reader) -> Prose {
    let (file, page) = (std::sync::Arc::clone(reader.file()), reader.page.clone());
    let context = Context {
        folder: href::folder_of(&file.path),
        page: &page,
        language: "",
        raw_html: false,
        names: None,
    };
    let options = Options::ENABLE_STRIKETHROUGH;
    let masked = Masked::of(&found.text, options);
    let source = (&*found.text, &masked);
    let mut writer = Writer::new(source, found.span.start, context, mentions, reader);
    writer.fixed_span = Some(found.span.clone());
    for (event, range) in
        TextMergeWithOffset::new(Parser::new_ext(&masked.text, options).into_offset_iter())
    {
        if !matches!(event, Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph)) {
            writer.event(event, range);
        }
    }
    writer.finish()
}

/// Reports passages that were left in two versions.
fn report_conflicts(source: &str, offset: usize, reader: &mut Reader) {
    if !source.contains("<<<<<<< ") || !source.contains(">>>>>>> ") {
        return;
    }
    let mut start = 0;
    for line in source.split_inclusive('\n') {
        if line.starts_with("<<<<<<< ") {
            reader.error(
                Code::MergeConflict,
                &(offset + start..offset + start + line.trim_end().len()),
                "this passage was left in two versions by a merge",
                "keep the version that is right, and delete the other with the lines of marks",
            );
        }
        start += line.len();
    }
}

fn report_unended(masked: &Masked<'_>, offset: usize, reader: &mut Reader) {
    let Some(at) = masked.unended.clone() else { return };
    if &masked.text[at.clone()] != "%%" {
        reader.error(
            Code::MarkupLiteral,
            &(offset + at.start..offset + at.end),
            "this comment does not end, so that nothing below it is shown",
            "end it with `-->`",
        );
    }
}

/// The `id` of a heading: prefixed, so that it never hides a property of the document or an `id` of
/// the theme.
pub(crate) fn heading_id(text: &str) -> String {
    format!("s-{}", text::slug_of(text))
}

/// The text without control characters, if it has any. They are replaced by a space each, so that
/// places stay right.
fn without_controls(source: &str, offset: usize, reader: &mut Reader) -> Option<String> {
    // Most texts have none, and bytes are quicker to look through than characters: many at once,
    // without stopping at the first.
    let may_begin = |byte: &u8| {
        (*byte < 0x20 && !matches!(byte, b'\n' | b'\r' | b'\t')) | matches!(byte, 0x7F | 0xC2)
    };
    if !source
        .as_bytes()
        .chunks(256)
        .any(|bytes| bytes.iter().fold(false, |found, byte| found | may_begin(byte)))
    {
        return None;
    }
    let (at, found) = source.char_indices().find(|(_, c)| text::is_control(*c))?;
    reader.error(
        Code::TextControl,
        &(offset + at..offset + at + found.len_utf8()),
        format!("the control character U+{:04X} was removed", found as u32),
        "delete it; it came in with a copied text",
    );
    let keep_width =
        |c: char| if text::is_control(c) { " ".repeat(c.len_utf8()) } else { c.to_string() };
    Some(source.chars().map(keep_width).collect())
}

//! Where the author's own words and the links to other sites stand in a body: what advice is given
//! on.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::front_matter::reader::Located;
use crate::text::is_web_address;

/// Passages of one body, with their places in its file.
#[derive(Debug, Default)]
pub(crate) struct Passages {
    /// Texts that are neither quoted as a block nor code.
    pub(crate) words: Vec<Range<usize>>,
    /// The addresses of other sites that links lead to.
    pub(crate) links: Vec<Located<String>>,
    /// How many quotations are open.
    quotations: usize,
    in_code: bool,
}

impl Passages {
    /// Takes note of an event of the parser that stands at `span`.
    pub(super) fn note(&mut self, event: &Event<'_>, span: Range<usize>) {
        match event {
            Event::Start(Tag::BlockQuote(_)) => self.quotations += 1,
            Event::End(TagEnd::BlockQuote(_)) => self.quotations -= 1,
            Event::Start(Tag::CodeBlock(_)) => self.in_code = true,
            Event::End(TagEnd::CodeBlock) => self.in_code = false,
            Event::Start(Tag::Link { dest_url, .. }) if is_web_address(dest_url) => {
                self.links.push(Located { value: dest_url.to_string(), span });
            }
            Event::Text(_) if self.quotations == 0 && !self.in_code => self.words.push(span),
            _ => {}
        }
    }
}

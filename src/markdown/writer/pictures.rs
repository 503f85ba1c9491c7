//! Pictures, with the caption of one that stands alone.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::Writer;
use crate::diag::Code;
use crate::front_matter::reader::Located;
use crate::markdown::href::{self, Target};
use crate::markdown::html::{self, Node};
use crate::markdown::mention::Mention;
use crate::model::Hole;

/// A picture with a caption.
pub(super) struct Figure {
    pub(super) nodes: Range<usize>,
    /// Its attributes behind the address and the size.
    pub(super) rest: String,
    pub(super) caption: String,
}

/// A picture whose description is being read.
pub(super) struct OpenImage {
    pub(super) href: String,
    pub(super) alt: String,
    /// What stands below it.
    pub(super) caption: String,
    pub(super) range: Range<usize>,
    /// Whether it was written `![[…]]`, where the name or a width stands in place of a description.
    pub(super) is_wiki: bool,
}

impl<'s> Writer<'s, '_> {
    pub(super) fn image_text(&mut self, event: &Event<'_>) {
        let Some(image) = &mut self.image else { return };
        match event {
            Event::Text(text) | Event::Code(text) => image.alt.push_str(text),
            Event::SoftBreak | Event::HardBreak => image.alt.push(' '),
            _ => {}
        }
    }

    pub(super) fn close_image(&mut self) {
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
    pub(super) fn picture(&mut self, path: String, alt: &str, caption: String) {
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

    /// Makes a figure of a paragraph that is a picture with a caption and nothing else; whether it was.
    pub(super) fn close_figure(&mut self, end: TagEnd) -> bool {
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
}

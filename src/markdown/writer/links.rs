//! Links → where they lead, noted for later stages, or why they were left out.

use std::ops::Range;

use pulldown_cmark::LinkType;

use super::Writer;
use crate::diag::{Code, Diagnostic};
use crate::front_matter::reader::Located;
use crate::markdown::heading_id;
use crate::markdown::href::{self, Target};
use crate::markdown::html::Node;
use crate::markdown::mention::{Mention, Page};
use crate::markdown::wiki::{self, Meaning, Names};
use crate::model::{Hole, Kind};
use crate::text;

/// How a record is named between double brackets.
const BY_FILE: &str = "write the name of a record's file without its ending, such as `[[NAME]]`";

impl<'s> Writer<'s, '_> {
    pub(super) fn open_link(&mut self, link_type: LinkType, url: &str, range: &Range<usize>) {
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
    pub(super) fn report_empty_link(&mut self) {
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
    pub(super) fn wiki(
        &mut self,
        written: &str,
        names: &Names,
        span: &Range<usize>,
    ) -> Option<Target> {
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
    pub(super) fn open_hole_link(&mut self, hole: Hole) {
        self.html("<a");
        self.hole(hole);
        self.html(">");
        self.elements.begin_link(true);
    }
}

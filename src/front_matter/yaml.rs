//! YAML text → a tree of nodes with their places, and nothing decided about what they mean.
//!
//! A plain scalar keeps the text that was written: `1.10` stays `1.10`, `no` stays `no`, and
//! `2026-02-30` is not repaired. Anchors, aliases, merge keys and tags are errors; so are nesting
//! beyond 32 levels and a key that stands twice.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use granit_parser::{self, ErrorKind, Event, Parser, ScalarStyle, ScanError, Span, StrInput};

use crate::diag::{Code, Diagnostic, Place, SourceFile};

/// The largest text that is read, in bytes.
const MAX_BYTES: usize = 256 << 10;
/// The deepest nesting that is read.
const MAX_DEPTH: usize = 32;

/// A value and where it stands.
#[derive(Debug)]
pub(crate) struct Node {
    pub(crate) value: Value,
    /// Bytes of the file; a list or map reaches to the end of its last value.
    pub(crate) span: Range<usize>,
}

impl Node {
    /// Whether nothing was written: no value, empty text, an empty list, a map of such.
    pub(crate) fn is_empty(&self) -> bool {
        match &self.value {
            Value::Null => true,
            Value::Scalar { text, .. } => text.trim().is_empty(),
            Value::List(items) => items.iter().all(Node::is_empty),
            Value::Map(entries) => entries.iter().all(|(_, value)| value.is_empty()),
        }
    }
}

#[derive(Debug)]
pub(crate) enum Value {
    Null,
    Scalar { text: String, quoted: bool },
    List(Vec<Node>),
    Map(Vec<(Key, Node)>),
}

#[derive(Debug)]
pub(crate) struct Key {
    pub(crate) name: String,
    pub(crate) span: Range<usize>,
}

/// Reads the YAML in `range` of a file.
pub(crate) fn parse(file: &Arc<SourceFile>, range: Range<usize>) -> Result<Node, Box<Diagnostic>> {
    let text = &file.text[range.clone()];
    if text.len() > MAX_BYTES {
        let message = format!("{} is larger than {} KiB", file.path, MAX_BYTES >> 10);
        return Err(Box::new(
            Diagnostic::new(Code::FileTooLarge, Place::start_of(file), message)
                .help("divide it between several files"),
        ));
    }
    let options = granit_parser::options! { flow_nesting_limit: MAX_DEPTH, emit_unresolved_aliases: true, emit_comments: false };
    let source = Source { file, offset: range.start, text };
    Reader { source, parser: Parser::new_from_str_with_options(text, options) }.document()
}

/// Takes the events of the parser together.
struct Reader<'a> {
    source: Source<'a>,
    parser: Parser<'a, StrInput<'a>>,
}

impl<'a> Reader<'a> {
    fn next(&mut self) -> Result<(Event<'a>, Range<usize>), Box<Diagnostic>> {
        match self.parser.next_event() {
            Some(Ok((event, span))) => {
                let local = self.source.local_span(&span);
                Ok((event, local))
            }
            Some(Err(error)) => Err(Box::new(self.source.syntax_error(&error))),
            None => Ok((Event::StreamEnd, self.source.text.len()..self.source.text.len())),
        }
    }

    /// The one document; an empty text is nothing.
    fn document(mut self) -> Result<Node, Box<Diagnostic>> {
        let (first, at) = loop {
            match self.next()? {
                (Event::StreamStart | Event::DocumentStart(..), _) => {}
                (Event::StreamEnd, at) => {
                    return Ok(Node { value: Value::Null, span: self.source.in_file(&at) });
                }
                found => break found,
            }
        };
        let node = self.node(first, &at, 0)?;
        loop {
            match self.next()? {
                (Event::StreamEnd, _) => return Ok(node),
                (Event::DocumentStart(..), at) => {
                    let place = self.source.place(self.source.in_file(&at));
                    let found = Diagnostic::new(
                        Code::YamlSyntax,
                        place,
                        "a second YAML document begins here",
                    );
                    return Err(Box::new(found.help("take out the line of three hyphens")));
                }
                _ => {}
            }
        }
    }

    /// The node that begins with `event`, inside `depth` others.
    fn node(
        &mut self,
        event: Event<'a>,
        local: &Range<usize>,
        depth: usize,
    ) -> Result<Node, Box<Diagnostic>> {
        let span = self.source.in_file(local);
        if let Some(refused) = self.source.refused(&event, local) {
            return Err(Box::new(refused));
        }
        if depth >= MAX_DEPTH && matches!(event, Event::SequenceStart(..) | Event::MappingStart(..))
        {
            return Err(Box::new(self.source.too_deep(span)));
        }
        let value = match event {
            Event::Scalar(text, ScalarStyle::Plain, ..)
                if matches!(&*text, "" | "~" | "null" | "Null" | "NULL") =>
            {
                Value::Null
            }
            Event::Scalar(text, style, ..) => Value::Scalar {
                text: text.into_owned(),
                quoted: matches!(style, ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted),
            },
            Event::SequenceStart(..) => Value::List(self.items(depth)?),
            Event::MappingStart(..) => Value::Map(self.entries(depth)?),
            _ => Value::Null,
        };
        let end = match &value {
            Value::List(items) => items.last().map(|last| last.span.end),
            Value::Map(entries) => {
                entries.last().map(|(key, last)| last.span.end.max(key.span.end))
            }
            Value::Null | Value::Scalar { .. } => None,
        };
        let span = span.start..end.unwrap_or(span.end).max(span.end);
        Ok(Node { value, span })
    }

    fn items(&mut self, depth: usize) -> Result<Vec<Node>, Box<Diagnostic>> {
        let mut items = Vec::new();
        loop {
            match self.next()? {
                (Event::SequenceEnd | Event::StreamEnd, _) => return Ok(items),
                (event, at) => items.push(self.node(event, &at, depth + 1)?),
            }
        }
    }

    fn entries(&mut self, depth: usize) -> Result<Vec<(Key, Node)>, Box<Diagnostic>> {
        let mut entries = Vec::new();
        loop {
            let key = match self.next()? {
                (Event::MappingEnd | Event::StreamEnd, _) => break,
                (event, at) => self.node(event, &at, depth + 1)?,
            };
            let key = self.source.key(key)?;
            let (event, at) = self.next()?;
            entries.push((key, self.node(event, &at, depth + 1)?));
        }
        let mut seen = BTreeMap::new();
        for (key, _) in &entries {
            if let Some(first) = seen.insert(key.name.as_str(), &key.span) {
                return Err(Box::new(self.source.duplicate(key, first)));
            }
        }
        Ok(entries)
    }
}

/// The text that was read, to turn places in it into places in the file.
struct Source<'a> {
    file: &'a Arc<SourceFile>,
    offset: usize,
    text: &'a str,
}

impl Source<'_> {
    fn key(&self, node: Node) -> Result<Key, Box<Diagnostic>> {
        match node.value {
            Value::Scalar { text, quoted: false } if text == "<<" => {
                Err(Box::new(self.anchor(node.span)))
            }
            Value::Scalar { text, .. } => Ok(Key { name: text, span: node.span }),
            _ => Err(Box::new(
                Diagnostic::new(Code::YamlSyntax, self.place(node.span), "a key must be a word")
                    .help("write `key: value`, with the key as plain text"),
            )),
        }
    }

    /// What is wrong with a node before it is read: an anchor, an alias or a tag.
    fn refused(&self, event: &Event<'_>, local: &Range<usize>) -> Option<Diagnostic> {
        let here = self.in_file(local);
        if event.is_alias() || matches!(event, Event::UnresolvedAlias(_)) {
            Some(self.anchor(here))
        } else if event.anchor_id().is_some() {
            Some(self.anchor(self.word_before(local.start, '&').unwrap_or(here)))
        } else {
            let tag = event.tag()?;
            let span = self.word_before(local.start, '!').unwrap_or(here);
            Some(tag_error(self.place(span), &tag.original()))
        }
    }

    fn anchor(&self, span: Range<usize>) -> Diagnostic {
        Diagnostic::new(
            Code::YamlAnchor,
            self.place(span),
            "a value that begins with & or *, and a key <<, stand for another place in YAML, which is not used here",
        )
        .help("write the value out in each place; put it in quotes if it begins with & or *")
    }

    fn too_deep(&self, span: Range<usize>) -> Diagnostic {
        Diagnostic::new(Code::YamlTooDeep, self.place(span), format!("this is nested more than {MAX_DEPTH} levels deep"))
            .help("a record needs four levels at most: take out the brackets or the indentation that went too far")
    }

    fn duplicate(&self, key: &Key, first: &Range<usize>) -> Diagnostic {
        Diagnostic::new(
            Code::KeyDuplicate,
            self.place(key.span.clone()),
            format!("the key `{}` stands twice", key.name),
        )
        .label("here again")
        .help("keep the one that is right and delete the other")
        .related(self.place(first.clone()), "first here")
    }

    fn syntax_error(&self, error: &ScanError) -> Diagnostic {
        let mark = error.marker();
        let start = mark.byte_offset().unwrap_or_else(|| self.byte_at(mark.index()));
        let start = clamp(self.text, start, start).start;
        let at = clamp(
            self.text,
            start,
            self.text[start..].chars().next().map_or(start, |c| start + c.len_utf8()),
        );
        if *error.kind() == ErrorKind::RecursionLimitExceeded {
            return self.too_deep(self.in_file(&at));
        }
        let (at, message, help) = self.syntax_sentence(&error.info(), at);
        Diagnostic::new(Code::YamlSyntax, self.place(self.in_file(&at)), message).help(help)
    }

    /// What a syntax error means to somebody who has never heard of YAML, and where to look.
    fn syntax_sentence(&self, said: &str, at: Range<usize>) -> (Range<usize>, String, String) {
        let line_start = self.text[..at.start].rfind('\n').map_or(0, |found| found + 1);
        let line = self.line_at(at.start);
        let found = |at, message: &str, help: &str| (at, message.to_owned(), help.to_owned());
        if let Some(space) = self.odd_space(at.end) {
            return found(
                space,
                "this looks like a space and is none to YAML: it came in with a copied text",
                "delete it, and type a space",
            );
        }
        if let Some(tab) = self.tab_near(line_start) {
            return found(
                tab..tab + 1,
                "YAML is indented with spaces, never with tabs",
                "replace the tab by two spaces",
            );
        }
        if let Some(opened) = self.unclosed_quote(at.start) {
            found(
                opened,
                "a quotation mark is opened and never closed",
                "close it at the end of the value, with the same mark",
            )
        } else if said.starts_with("mapping values are not allowed") {
            let indent = line.len() - line.trim_start_matches(' ').len();
            let key = self.text[line_start..at.start].trim_start();
            if indent > 0
                && !key.starts_with('-')
                && !key.contains(|c: char| c == ':' || c.is_whitespace())
            {
                let message =
                    "this line is indented further than the one above, which does not ask for it";
                return found(
                    line_start + indent..at.start,
                    message,
                    "begin it in the same column as the keys above it",
                );
            }
            found(
                at,
                "a colon inside a value confuses YAML",
                &format!("put the whole value in quotes: {}", quoted(line)),
            )
        } else if said.contains("trailing content after") {
            let message = "text follows the closing quotation mark";
            found(
                at,
                message,
                &format!("put the whole value in the other kind of quotes: {}", quoted(line)),
            )
        } else if said.contains("escape") {
            let message = "a backslash between double quotation marks means something else";
            found(at, message, "put the value between single quotation marks (') instead")
        } else if said.contains("quoted scalar") || said.starts_with("unclosed quote") {
            let opened = self.open_quote(at.start).unwrap_or(at);
            found(
                opened,
                "a quotation mark is opened and never closed",
                "close it at the end of the value, with the same mark",
            )
        } else if said.starts_with("unclosed bracket") {
            found(
                at,
                "a bracket is opened and never closed",
                "close it, or write the list with a hyphen on each line",
            )
        } else if said.starts_with("unexpected character") {
            found(at, "a value cannot begin with this character", "put the value in quotes")
        } else if said.starts_with("simple key expected")
            && let Some((key, value)) = tight_colon(line)
        {
            let colon = line_start + line.find(':').unwrap_or(0);
            (
                colon..colon + 1,
                "a space is missing after this colon".to_owned(),
                format!("put a space after the colon: `{key}: {value}`"),
            )
        } else if said.starts_with("simple key expected") {
            found(
                at.start..line_start + line.trim_end().len(),
                "this line has no colon",
                "write `key: value`, or indent the line if it goes on with the value above",
            )
        } else {
            let message = format!("this YAML cannot be read: {said}");
            (
                at,
                message,
                "check the indentation and the colons of this line and the one above".to_owned(),
            )
        }
    }

    /// The word before a place in its line, if it begins with `sign`: the parser points at what
    /// follows it.
    fn word_before(&self, at: usize, sign: char) -> Option<Range<usize>> {
        let before = self.text[..at].trim_end_matches(' ');
        let start = before.rfind([' ', '\n', '[', '{', ',']).map_or(0, |found| found + 1);
        before[start..].starts_with(sign).then(|| self.in_file(&(start..before.len())))
    }

    /// The quotation mark that begins the last value before a place: the parser notices only later
    /// that nothing closes it.
    fn open_quote(&self, at: usize) -> Option<Range<usize>> {
        let opens = |mark: &str| {
            [": ", "- ", "[", "{", ", "]
                .iter()
                .filter_map(|before| {
                    self.text[..at]
                        .rfind(&format!("{before}{mark}"))
                        .map(|found| found + before.len())
                })
                .max()
        };
        let start = opens("\"").max(opens("'"))?;
        Some(start..start + 1)
    }

    /// A tab in the indentation of the line that begins at a place, or of the next: the parser
    /// stops where the value before began.
    fn tab_near(&self, line_start: usize) -> Option<usize> {
        let mut start = line_start;
        for line in self.text[line_start..].split_inclusive('\n').take(2) {
            let indent = &line[..line.len() - line.trim_start_matches([' ', '\t']).len()];
            if let Some(tab) = indent.find('\t') {
                return Some(start + tab);
            }
            start += line.len();
        }
        None
    }

    /// A space that does not break, or a wide one, where YAML wants one: behind a colon or hyphen,
    /// or before a key, up to the line of a place.
    fn odd_space(&self, at: usize) -> Option<Range<usize>> {
        let end = self.text[at..].find('\n').map_or(self.text.len(), |found| at + found);
        let odd = ['\u{A0}', '\u{2007}', '\u{202F}', '\u{3000}'];
        self.text[..end].match_indices(odd).find_map(|(at, space)| {
            let line = self.text[..at].rsplit('\n').next().unwrap_or_default();
            let is_key = line.trim().is_empty() || line.ends_with([':', '-']);
            is_key.then(|| at..at + space.len())
        })
    }

    /// A quotation mark that begins a value before a place, and that only a mark which was meant to
    /// open another value closes.
    fn unclosed_quote(&self, at: usize) -> Option<Range<usize>> {
        let line_end = self.text[at..].find('\n').map_or(self.text.len(), |found| at + found);
        let mut open: Option<(usize, char)> = None;
        let mut start = 0;
        for line in self.text[..line_end].split_inclusive('\n') {
            match open {
                None => {
                    let value = line
                        .find(": ")
                        .map(|found| found + 2)
                        .or_else(|| line.find("- ").map(|found| found + 2));
                    let value = value.unwrap_or(0)
                        + line[value.unwrap_or(0)..].find(|c| c != ' ').unwrap_or(0);
                    if let Some(mark) =
                        line[value..].chars().next().filter(|c| matches!(c, '"' | '\''))
                        && closing(&line[value + 1..], mark).is_none()
                    {
                        open = Some((start + value, mark));
                    }
                }
                Some((opened, mark)) => {
                    if let Some(end) = closing(line, mark) {
                        if line[..end].ends_with(": ") || line[..end].ends_with("- ") {
                            return Some(opened..opened + 1);
                        }
                        open = None;
                    }
                }
            }
            start += line.len();
        }
        None
    }

    fn line_at(&self, at: usize) -> &str {
        let start = self.text[..at].rfind('\n').map_or(0, |found| found + 1);
        self.text[start..].split('\n').next().unwrap_or_default()
    }

    fn place(&self, span: Range<usize>) -> Place {
        Place { file: Arc::clone(self.file), span }
    }

    fn in_file(&self, local: &Range<usize>) -> Range<usize> {
        local.start + self.offset..local.end + self.offset
    }

    /// Bytes of the text read.
    fn local_span(&self, span: &Span) -> Range<usize> {
        match span.byte_range() {
            Some(bytes) => clamp(self.text, bytes.start, bytes.end),
            None => {
                clamp(self.text, self.byte_at(span.start.index()), self.byte_at(span.end.index()))
            }
        }
    }

    fn byte_at(&self, chars: usize) -> usize {
        self.text.char_indices().nth(chars).map_or(self.text.len(), |(at, _)| at)
    }
}

fn clamp(text: &str, start: usize, end: usize) -> Range<usize> {
    let floor = |mut at: usize| {
        at = at.min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let start = floor(start);
    start..floor(end).max(start)
}

/// Where a mark ends a quoted text, passing over marks that are escaped.
fn closing(text: &str, mark: char) -> Option<usize> {
    let mut rest = text.char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        if c == '\\' && mark == '"' {
            rest.next();
        } else if c == mark {
            if mark == '\'' && rest.next_if(|(_, next)| *next == mark).is_some() {
                continue;
            }
            return Some(at);
        }
    }
    None
}

/// The key and the value of a line such as `occurred:2026-05-04`.
pub(crate) fn tight_colon(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.trim().split_once(':')?;
    let is_key = !key.is_empty() && key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
    (is_key && !value.is_empty() && !value.starts_with([' ', '/'])).then_some((key, value))
}

fn tag_error(place: Place, tag: &str) -> Diagnostic {
    Diagnostic::new(Code::YamlTag, place, format!("the tag `{tag}` is not used here"))
        .help("write the value without the tag")
}

/// A line `key: value` with its value in quotes that the value does not have, between grave
/// accents; shortened. Of a line with braces or brackets nobody can tell where the value ends.
fn quoted(line: &str) -> String {
    let (key, value) =
        line.trim().trim_start_matches("- ").split_once(": ").unwrap_or(("title", line.trim()));
    let value = value.trim();
    if line.contains(['{', '[']) || value.is_empty() {
        return "`title: \"Fire: what is known\"`, `title: \"L'incendie\"`".to_owned();
    }
    // The quotation marks that were meant to hold the value are not part of it.
    let inside = |mark: char| value.strip_prefix(mark).and_then(|rest| rest.strip_suffix(mark));
    let value = inside('\'').or_else(|| inside('"')).unwrap_or(value);
    let quote = if value.contains('"') { '\'' } else { '"' };
    let whole: String = value.chars().take(60).collect();
    let value = if whole.len() < value.len() { format!("{} …", whole.trim_end()) } else { whole };
    // Within single quotation marks, one is written twice.
    let value = if quote == '\'' { value.replace('\'', "''") } else { value };
    format!("`{key}: {quote}{value}{quote}`")
}

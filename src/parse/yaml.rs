//! YAML text → a tree of nodes with their places, and nothing decided about what they mean.
//!
//! A plain scalar keeps the text that was written: `1.10` stays `1.10`, `no` stays `no`, and `2026-02-30` is not repaired.
//! Anchors, aliases, merge keys and tags are errors; so are nesting beyond 32 levels and a key that stands twice.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_yaml::{DuplicateKeyPolicy, MergeKeyPolicy, Spanned};

use crate::diag::{Code, Diagnostic, Place, SourceFile};

/// The deepest nesting that is read.
const MAX_DEPTH: usize = 32;

/// A value and where it stands.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) value: Value,
    /// Bytes of the file; a list or map reaches to the end of its last value.
    pub(super) span: Range<usize>,
}

#[derive(Debug)]
pub(super) enum Value {
    Null,
    Scalar { text: String, quoted: bool },
    List(Vec<Node>),
    Map(Vec<(Key, Node)>),
}

#[derive(Debug)]
pub(super) struct Key {
    pub(super) name: String,
    pub(super) span: Range<usize>,
}

/// Reads the YAML in `range` of a file.
pub(super) fn parse(file: &Arc<SourceFile>, range: Range<usize>) -> Result<Node, Box<Diagnostic>> {
    let text = &file.text[range.clone()];
    let options = serde_yaml::options! {
        strict_booleans: true,
        with_snippet: false,
        duplicate_keys: DuplicateKeyPolicy::Error,
        merge_keys: MergeKeyPolicy::Error,
        reject_unsupported_tags: true,
        budget: serde_yaml::budget! { max_aliases: 0, max_anchors: 0, max_depth: MAX_DEPTH, flow_nesting_limit: MAX_DEPTH },
    };
    let source = Source { file, offset: range.start, text };
    match serde_yaml::from_str_with_options::<Spanned<Read>>(text, options) {
        Ok(read) => source.node(read),
        Err(error) => Err(Box::new(source.syntax_error(&error))),
    }
}

/// What serde hands over. A scalar that YAML would type is read from the source instead, as it was written.
enum Read {
    Null,
    Typed,
    Text(String),
    List(Vec<Spanned<Read>>),
    Map(Vec<(Spanned<Read>, Spanned<Read>)>),
}

impl<'de> Deserialize<'de> for Read {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ReadVisitor)
    }
}

struct ReadVisitor;

impl<'de> Visitor<'de> for ReadVisitor {
    type Value = Read;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }
    fn visit_bool<E>(self, _: bool) -> Result<Read, E> {
        Ok(Read::Typed)
    }
    fn visit_i64<E>(self, _: i64) -> Result<Read, E> {
        Ok(Read::Typed)
    }
    fn visit_i128<E>(self, _: i128) -> Result<Read, E> {
        Ok(Read::Typed)
    }
    fn visit_u64<E>(self, _: u64) -> Result<Read, E> {
        Ok(Read::Typed)
    }
    fn visit_u128<E>(self, _: u128) -> Result<Read, E> {
        Ok(Read::Typed)
    }
    fn visit_f64<E>(self, _: f64) -> Result<Read, E> {
        Ok(Read::Typed)
    }
    fn visit_str<E>(self, text: &str) -> Result<Read, E> {
        Ok(Read::Text(text.to_owned()))
    }
    fn visit_string<E>(self, text: String) -> Result<Read, E> {
        Ok(Read::Text(text))
    }
    fn visit_unit<E>(self) -> Result<Read, E> {
        Ok(Read::Null)
    }
    fn visit_none<E>(self) -> Result<Read, E> {
        Ok(Read::Null)
    }
    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Read, D::Error> {
        Read::deserialize(deserializer)
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Read, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = access.next_element()? {
            list.push(item);
        }
        Ok(Read::List(list))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Read, A::Error> {
        let mut map = Vec::new();
        while let Some(entry) = access.next_entry()? {
            map.push(entry);
        }
        Ok(Read::Map(map))
    }
}

/// The text that was read, to turn places in it into places in the file.
struct Source<'a> {
    file: &'a Arc<SourceFile>,
    offset: usize,
    text: &'a str,
}

impl Source<'_> {
    fn node(&self, read: Spanned<Read>) -> Result<Node, Box<Diagnostic>> {
        let local = self.local_span(&read.defined);
        let span = self.in_file(&local);
        self.refuse_tag(&local)?;
        let written = &self.text[local];
        let value = match read.value {
            Read::Null => Value::Null,
            Read::Typed => Value::Scalar { text: written.to_owned(), quoted: false },
            Read::Text(text) => Value::Scalar { text, quoted: written.starts_with(['"', '\'']) },
            Read::List(list) => Value::List(list.into_iter().map(|item| self.node(item)).collect::<Result<_, _>>()?),
            Read::Map(map) => {
                let entry = |(key, value)| Ok::<_, Box<Diagnostic>>((self.key(key)?, self.node(value)?));
                Value::Map(map.into_iter().map(entry).collect::<Result<_, _>>()?)
            }
        };
        let end = match &value {
            Value::List(items) => items.last().map(|last| last.span.end),
            Value::Map(entries) => entries.last().map(|(key, last)| last.span.end.max(key.span.end)),
            Value::Null | Value::Scalar { .. } => None,
        };
        let span = span.start..end.unwrap_or(span.end).max(span.end);
        Ok(Node { value, span })
    }

    fn key(&self, read: Spanned<Read>) -> Result<Key, Box<Diagnostic>> {
        let node = self.node(read)?;
        match node.value {
            Value::Scalar { text, .. } => Ok(Key { name: text, span: node.span }),
            _ => Err(Box::new(
                Diagnostic::new(Code::YamlSyntax, self.place(node.span), "a key must be a word")
                    .help("write `key: value`, with the key as plain text"),
            )),
        }
    }

    /// The parser drops the standard tags (`!!str`) in silence; a value means what it says without them.
    fn refuse_tag(&self, local: &Range<usize>) -> Result<(), Box<Diagnostic>> {
        let line = self.text[..local.start].rsplit('\n').next().unwrap_or_default();
        let Some(tag) = line.split_whitespace().next_back().filter(|word| word.starts_with('!')) else { return Ok(()) };
        let start = local.start - line.len() + line.rfind(tag).unwrap_or(0);
        let place = self.place(self.in_file(&(start..start + tag.len())));
        Err(Box::new(tag_error(place, tag)))
    }

    fn syntax_error(&self, error: &serde_yaml::Error) -> Diagnostic {
        let said = error.without_snippet().to_string();
        let at = error.location().map_or(0..0, |location| self.local_span(&location));
        let place = self.place(self.in_file(&at));
        if let Some(rest) = said.strip_prefix("duplicate mapping key: ") {
            let key = rest.split(',').next().unwrap_or(rest);
            return self.duplicate(key, at.start, place);
        }
        if said.starts_with("budget breached: Anchors") || said.contains("alias") || said.contains("merge keys") {
            let place = self.word_before(at.start, '&').unwrap_or(place);
            return Diagnostic::new(Code::YamlAnchor, place, "anchors, aliases and merge keys are not used here")
                .help("write the value out in each place");
        }
        if said.starts_with("budget breached: Depth") || said.starts_with("recursion limit") {
            return Diagnostic::new(Code::YamlTooDeep, place, format!("this is nested more than {MAX_DEPTH} levels deep"))
                .help("a record needs four levels at most: take out the brackets or the indentation that went too far");
        }
        if said.starts_with("unsupported tag") {
            let place = self.word_before(at.start, '!').unwrap_or(place);
            return tag_error(place, said.split('`').nth(1).unwrap_or("!"));
        }
        let (at, message, help) = self.syntax_sentence(&said, at);
        Diagnostic::new(Code::YamlSyntax, self.place(self.in_file(&at)), message).help(help)
    }

    /// What a syntax error means to somebody who has never heard of YAML, and where to look.
    fn syntax_sentence(&self, said: &str, at: Range<usize>) -> (Range<usize>, String, String) {
        let line_start = self.text[..at.start].rfind('\n').map_or(0, |found| found + 1);
        let line = self.line_at(at.start);
        let found = |at, message: &str, help: &str| (at, message.to_owned(), help.to_owned());
        if let Some(tab) = self.tab_near(line_start) {
            return found(tab..tab + 1, "YAML is indented with spaces, never with tabs", "replace the tab by two spaces");
        }
        if said.starts_with("multiple YAML documents") {
            found(at, "a second YAML document begins here", "take out the line of three hyphens")
        } else if let Some(opened) = self.unclosed_quote(at.start) {
            found(opened, "a quotation mark is opened and never closed", "close it at the end of the value, with the same mark")
        } else if said.starts_with("mapping values are not allowed") {
            let indent = line.len() - line.trim_start_matches(' ').len();
            let key = self.text[line_start..at.start].trim_start();
            if indent > 0 && !key.starts_with('-') && !key.contains(|c: char| c == ':' || c.is_whitespace()) {
                let message = "this line is indented further than the one above, which does not ask for it";
                return found(line_start + indent..at.start, message, "begin it in the same column as the keys above it");
            }
            found(at, "a colon inside a value confuses YAML", "put the whole value in quotes: `title: \"Fire: what is known\"`")
        } else if said.contains("trailing content after") {
            let message = "text follows the closing quotation mark";
            found(at, message, "put the whole value in the other kind of quotes: `title: '\"Fire\" in Paris'`")
        } else if said.contains("quoted scalar") || said.contains("end of stream") {
            let opened = self.open_quote(at.start).unwrap_or(at);
            found(opened, "a quotation mark is opened and never closed", "close it at the end of the value, with the same mark")
        } else if said.starts_with("unclosed bracket") {
            found(at, "a bracket is opened and never closed", "close it, or write the list with a hyphen on each line")
        } else if said.starts_with("unexpected character") {
            found(at, "a value cannot begin with this character", "put the value in quotes")
        } else if said.starts_with("simple key expected")
            && let Some((key, value)) = tight_colon(line)
        {
            let colon = line_start + line.find(':').unwrap_or(0);
            (colon..colon + 1, "a space is missing after this colon".to_owned(), format!("put a space after the colon: `{key}: {value}`"))
        } else if said.starts_with("simple key expected") {
            found(
                at.start..line_start + line.trim_end().len(),
                "this line has no colon",
                "write `key: value`, or indent the line if it goes on with the value above",
            )
        } else {
            let message = format!("this YAML cannot be read: {}", first_clause(said));
            (at, message, "check the indentation and the colons of this line and the one above".to_owned())
        }
    }

    /// The word before a place in its line, if it begins with `sign`: the parser points at what follows it.
    fn word_before(&self, at: usize, sign: char) -> Option<Place> {
        let before = self.text[..at].trim_end_matches(' ');
        let start = before.rfind([' ', '\n', '[', '{', ',']).map_or(0, |found| found + 1);
        before[start..].starts_with(sign).then(|| self.place(self.in_file(&(start..before.len()))))
    }

    /// The quotation mark that begins the last value before a place: the parser notices only later that nothing closes it.
    fn open_quote(&self, at: usize) -> Option<Range<usize>> {
        let opens = |mark: &str| {
            [": ", "- ", "[", "{", ", "]
                .iter()
                .filter_map(|before| self.text[..at].rfind(&format!("{before}{mark}")).map(|found| found + before.len()))
                .max()
        };
        let start = opens("\"").max(opens("'"))?;
        Some(start..start + 1)
    }

    /// A tab in the indentation of the line that begins at a place, or of the next: the parser stops where the value before began.
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

    /// A quotation mark that begins a value before a place, and that only a mark which was meant to open another value closes.
    fn unclosed_quote(&self, at: usize) -> Option<Range<usize>> {
        let line_end = self.text[at..].find('\n').map_or(self.text.len(), |found| at + found);
        let mut open: Option<(usize, char)> = None;
        let mut start = 0;
        for line in self.text[..line_end].split_inclusive('\n') {
            match open {
                None => {
                    let value = line.find(": ").map(|found| found + 2).or_else(|| line.find("- ").map(|found| found + 2));
                    let value = value.unwrap_or(0) + line[value.unwrap_or(0)..].find(|c| c != ' ').unwrap_or(0);
                    if let Some(mark) = line[value..].chars().next().filter(|c| matches!(c, '"' | '\''))
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

    fn duplicate(&self, key: &str, second: usize, place: Place) -> Diagnostic {
        let found = Diagnostic::new(Code::KeyDuplicate, place, format!("the key `{key}` stands twice"))
            .label("here again")
            .help("keep the one that is right and delete the other");
        let indent = second - self.text[..second].rfind('\n').map_or(0, |at| at + 1);
        let mut line_start = 0;
        let mut first = None;
        for line in self.text[..second].split_inclusive('\n') {
            let here =
                line.get(indent..).is_some_and(|rest| rest.strip_prefix(key).is_some_and(|after| after.trim_start().starts_with(':')));
            if here && line[..indent].chars().all(|c| c == ' ' || c == '-') {
                first = Some(line_start + indent);
            }
            line_start += line.len();
        }
        match first {
            Some(first) => found.related(self.place(self.in_file(&(first..first + key.len()))), "first here"),
            None => found,
        }
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

    /// Bytes of the text read. Scanner errors carry only a position in characters.
    fn local_span(&self, location: &serde_yaml::Location) -> Range<usize> {
        let span = location.span();
        let index = |at: u64| usize::try_from(at).unwrap_or(usize::MAX);
        let byte_at = |chars: u64| self.text.char_indices().nth(index(chars)).map_or(self.text.len(), |(at, _)| at);
        match (span.byte_offset(), span.byte_len()) {
            (Some(start), Some(len)) => clamp(self.text, index(start), index(start + len)),
            _ => {
                let start = byte_at(span.offset());
                clamp(self.text, start, byte_at(span.offset() + span.len()))
            }
        }
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
pub(super) fn tight_colon(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.trim().split_once(':')?;
    let is_key = !key.is_empty() && key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
    (is_key && !value.is_empty() && !value.starts_with([' ', '/'])).then_some((key, value))
}

fn tag_error(place: Place, tag: &str) -> Diagnostic {
    Diagnostic::new(Code::YamlTag, place, format!("the tag `{tag}` is not used here")).help("write the value without the tag")
}

/// The parser's own words up to the place, which we show ourselves.
fn first_clause(said: &str) -> &str {
    said.rsplit_once(" at line ").map_or(said, |(before, _)| before)
}

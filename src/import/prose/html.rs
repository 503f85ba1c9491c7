//! HTML within Markdown → Markdown alone, because HTML is shown as text here.
//!
//! Elements that say what a text is (links, pictures, emphasis, lists, tables, headings, code)
//! become Markdown; those that only change how it looks go, and so do scripts; what is shown in a
//! frame becomes a link. Every other tag stays, and is told. Tags that overlap or are not closed
//! are taken as far as they make sense.

use super::code::{self, Part, Walk};
use super::tag::{Tag, decoded};
use crate::import::told::Told;
use crate::text::slug_of;

/// What is Markdown alone, and what was lost.
#[derive(Debug, Default)]
pub(super) struct Converted {
    pub(super) text: String,
    pub(super) told: Vec<(Told, String)>,
}

/// An element that is open, with the place in the output at which its content begins.
#[derive(Debug)]
struct Open {
    name: String,
    start: usize,
    /// Of a link, where it leads; of a heading, its name.
    href: Option<String>,
    /// Of a numbered list, the number of its next item.
    number: Option<usize>,
    /// Of a table, its rows so far; whether its first row is a head.
    rows: Vec<Vec<String>>,
    has_head: bool,
}

/// Elements that change how a text looks, or where it stands.
const STYLING: [&str; 40] = [
    "span",
    "font",
    "small",
    "big",
    "center",
    "u",
    "mark",
    "ins",
    "abbr",
    "acronym",
    "time",
    "label",
    "address",
    "noscript",
    "picture",
    "nobr",
    "wbr",
    "tbody",
    "thead",
    "tfoot",
    "colgroup",
    "col",
    "caption",
    "html",
    "body",
    "main",
    "section",
    "article",
    "header",
    "footer",
    "nav",
    "aside",
    "div",
    "figure",
    "figcaption",
    "details",
    "summary",
    "button",
    "hgroup",
    "bdi",
];
/// Those of them between which a paragraph ends.
const BLOCKS: [&str; 16] = [
    "div",
    "section",
    "article",
    "header",
    "footer",
    "nav",
    "aside",
    "center",
    "figure",
    "figcaption",
    "details",
    "summary",
    "caption",
    "main",
    "address",
    "hgroup",
];
/// Elements within which white space at the beginning of a line means nothing.
const LAID_OUT: [&str; 10] =
    ["ul", "ol", "li", "table", "tr", "td", "th", "blockquote", "dl", "dd"];

/// The most elements that are open at once; what lies deeper loses its tags.
const MAX_DEPTH: usize = 64;

/// Turns HTML into Markdown.
pub(super) fn convert(text: &str) -> Converted {
    let mut found = Converter {
        walk: Walk::new(text),
        text,
        out: String::with_capacity(text.len()),
        open: Vec::new(),
        told: Vec::new(),
        next_comment_end: None,
        next_paragraph: None,
        unclosed: Vec::new(),
    };
    found.run();
    Converted { text: found.out, told: found.told }
}

struct Converter<'t> {
    walk: Walk<'t>,
    text: &'t str,
    out: String,
    open: Vec<Open>,
    told: Vec<(Told, String)>,
    /// The first end of a comment at or after the place where one was last looked for.
    next_comment_end: Option<usize>,
    /// The first empty line after that place.
    next_paragraph: Option<usize>,
    /// Names of which no closing tag follows any more.
    unclosed: Vec<String>,
}

impl<'t> Converter<'t> {
    fn run(&mut self) {
        loop {
            let rest = self.walk.rest();
            if rest.starts_with("<!--") && self.comment(rest) {
                continue;
            }
            if rest.starts_with("\\<") {
                self.out.push_str("\\<");
                self.walk.skip(2);
                continue;
            }
            if rest.starts_with('<')
                && let Some(tag) = Tag::read(rest)
            {
                self.walk.skip(tag.length);
                self.tag(&tag, rest);
                continue;
            }
            match self.walk.next() {
                None => break,
                Some(Part::Code(code)) => self.out.push_str(code),
                Some(Part::Char(c)) => self.character(c),
            }
        }
        while let Some(open) = self.open.pop() {
            self.close(open);
        }
    }

    /// Passes over a comment; false if it is none. One in the middle of a line ends in its
    /// paragraph, or is none; one that begins a line and never ends hides the rest.
    fn comment(&mut self, rest: &str) -> bool {
        let at = self.walk.at();
        if self.next_comment_end.is_none_or(|end| end < at + 4) {
            self.next_comment_end =
                Some(self.text[at + 4..].find("-->").map_or(usize::MAX, |end| at + 4 + end));
        }
        let end = self.next_comment_end.unwrap_or(usize::MAX);
        let starts_line = self.walk.begins_line();
        if self.next_paragraph.is_none_or(|paragraph| paragraph < at) {
            self.next_paragraph =
                Some(self.text[at..].find("\n\n").map_or(usize::MAX, |end| at + end));
        }
        if !starts_line && (end == usize::MAX || self.next_paragraph.is_some_and(|next| next < end))
        {
            return false;
        }
        let length = if end == usize::MAX { rest.len() } else { end + "-->".len() - at };
        let inner = rest[4..length].trim_end_matches("-->").trim();
        let told = if inner.eq_ignore_ascii_case("more") { Told::More } else { Told::Comment };
        self.told.push((told, inner.lines().next().unwrap_or_default().to_owned()));
        self.walk.skip(length);
        // A line with nothing else on it goes as a whole.
        let after = self.walk.rest();
        if starts_line && self.out.rsplit('\n').next().is_some_and(|line| line.trim().is_empty()) {
            let line = after.find('\n').map_or(after.len(), |end| end + 1);
            if after[..line].trim().is_empty() {
                self.out.truncate(self.out.rfind('\n').map_or(0, |end| end + 1));
                self.walk.skip(line);
            }
        }
        true
    }

    fn character(&mut self, c: char) {
        let is_laid_out = self.open.iter().any(|open| LAID_OUT.contains(&&*open.name));
        if is_laid_out && c.is_whitespace() && self.out.ends_with(['\n', ' ']) && c != '\n' {
            return;
        }
        self.out.push(c);
    }

    fn tag(&mut self, tag: &Tag<'_>, rest: &str) {
        let name = tag.name.as_str();
        match name {
            "link" | "meta" => self.told.push((Told::Script, rest[..tag.length].to_owned())),
            "script" | "style" | "template" if !tag.is_closing => {
                self.told.push((Told::Script, rest[..tag.length].to_owned()));
                _ = self.raw_until(name);
            }
            "pre" if !tag.is_closing => {
                let inner = self.raw_until(name);
                let language = Tag::read(inner.trim_start())
                    .filter(|tag| tag.name == "code")
                    .and_then(|tag| tag.attribute("class"))
                    .or_else(|| tag.attribute("class"))
                    .and_then(|class| {
                        let word = class.split(' ').find_map(|word| word.strip_prefix("language-"));
                        word.map(str::to_owned)
                    });
                let block =
                    code::block(&language.unwrap_or_default(), &decoded(&without_tags(inner)));
                self.block();
                self.out.push_str(block.trim_start());
            }
            "code" | "tt" | "kbd" | "samp" if !tag.is_closing => {
                let inner = self.raw_until(name);
                self.out.push_str(&code::span(&decoded(&without_tags(inner))));
            }
            "br" => self.line_break(),
            "hr" => {
                self.block();
                self.out.push_str("---\n\n");
            }
            "p" => self.block(),
            "img" => self.picture(tag),
            "iframe" | "embed" | "video" | "audio" | "source" | "object" => self.frame(tag),
            "b" | "strong" | "i" | "em" | "cite" | "dfn" | "var" | "s" | "del" | "strike"
            | "sub" | "sup" | "q" | "a" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6"
            | "blockquote" | "ul" | "ol" | "li" | "table" | "tr" | "td" | "th" | "dl" | "dt"
            | "dd" => self.element(tag),
            _ if STYLING.contains(&name) => {
                if !tag.is_closing && name != "div" && name != "tbody" && name != "thead" {
                    self.told.push((Told::Styling, format!("<{name}>")));
                }
                if BLOCKS.contains(&name) {
                    self.block();
                }
            }
            "code" | "tt" | "kbd" | "samp" | "pre" | "script" | "style" | "template" => {}
            _ => {
                self.told.push((Told::Markup, rest[..tag.length].to_owned()));
                self.out.push_str(&rest[..tag.length]);
            }
        }
    }

    /// What stands before the closing tag of this name, which is passed over with it. Where none
    /// follows, it is nothing.
    fn raw_until(&mut self, name: &str) -> &'t str {
        let start = self.walk.at();
        let text = self.text;
        let rest = &text[start..];
        if self.unclosed.iter().any(|unclosed| unclosed == name) {
            return "";
        }
        let mut from = 0;
        while let Some(found) = rest[from..].find("</") {
            let at = from + found;
            if let Some(tag) = Tag::read(&rest[at..]).filter(|tag| tag.name == name) {
                let length = at + tag.length;
                self.walk.skip(length);
                return &text[start..start + at];
            }
            from = at + 2;
        }
        self.unclosed.push(name.to_owned());
        ""
    }

    /// Ends a paragraph.
    fn block(&mut self) {
        let start = self.open.last().map_or(0, |open| open.start.min(self.out.len()));
        let end = start + self.out[start..].trim_end().len();
        self.out.truncate(end);
        if end > start {
            self.out.push_str("\n\n");
        }
    }

    fn line_break(&mut self) {
        let is_in_cell = self.open.iter().any(|open| matches!(&*open.name, "td" | "th"));
        let rest = self.walk.rest();
        let blank = rest.len() - rest.trim_start_matches([' ', '\t']).len();
        if rest[blank..].starts_with('\n') {
            self.walk.skip(blank + 1);
        }
        self.out.truncate(self.out.trim_end_matches([' ', '\t']).len());
        self.out.push_str(match () {
            () if is_in_cell => " ",
            () if self.out.is_empty() || self.out.ends_with('\n') => "\n",
            () => "  \n",
        });
    }

    fn picture(&mut self, tag: &Tag<'_>) {
        let Some(source) = tag.attribute("src").filter(|source| !source.is_empty()) else { return };
        let words = tag.attribute("alt").unwrap_or_default();
        let words =
            if words.is_empty() { tag.attribute("title").unwrap_or_default() } else { words };
        let title = tag.attribute("title").filter(|title| *title != words && !title.is_empty());
        self.out.push_str(&link("!", &words, &source, title.as_deref()));
    }

    /// What is shown from elsewhere becomes a link.
    fn frame(&mut self, tag: &Tag<'_>) {
        let source = ["src", "data"].iter().find_map(|name| tag.attribute(name));
        let Some(source) = source.filter(|_| !tag.is_closing) else { return };
        let source = watched(&source);
        let words = tag.attribute("title").filter(|title| !title.is_empty());
        let link = link("", words.as_deref().unwrap_or(&source), &source, None);
        if self.out.ends_with(&link) {
            return;
        }
        self.told.push((Told::Frame, source));
        self.out.push_str(&link);
    }

    fn element(&mut self, tag: &Tag<'_>) {
        let name = tag.name.as_str();
        if tag.is_closing {
            let Some(at) = self.open.iter().rposition(|open| open.name == name) else { return };
            while self.open.len() > at
                && let Some(open) = self.open.pop()
            {
                self.close(open);
            }
            return;
        }
        if self.open.len() >= MAX_DEPTH {
            return self.told.push((Told::Styling, format!("<{name}>")));
        }
        // These end where the next one begins.
        let ends: &[&str] = match name {
            "li" => &["li"],
            "tr" => &["tr", "td", "th"],
            "td" | "th" => &["td", "th"],
            "dt" | "dd" => &["dt", "dd"],
            _ => &[],
        };
        while let Some(open) = self.open.pop_if(|open| ends.contains(&&*open.name)) {
            self.close(open);
        }
        match name {
            "ul" | "ol" | "table" | "dl" if self.open.iter().any(|open| open.name == "li") => {
                self.out.truncate(self.out.trim_end().len());
                self.out.push('\n');
            }
            "ul" | "ol" | "table" | "dl" | "blockquote" | "h1" | "h2" | "h3" | "h4" | "h5"
            | "h6" => self.block(),
            _ => {}
        }
        self.open.push(Open {
            name: name.to_owned(),
            start: self.out.len(),
            href: tag.attribute(if name.starts_with('h') { "id" } else { "href" }),
            number: (name == "ol")
                .then(|| tag.attribute("start").and_then(|start| start.parse().ok()).unwrap_or(1)),
            rows: Vec::new(),
            has_head: false,
        });
    }

    /// Writes an element whose content stands in the output.
    fn close(&mut self, open: Open) {
        let Open { name, start, href, mut rows, has_head, .. } = open;
        let inner = self.out.split_off(start.min(self.out.len()));
        match name.as_str() {
            "b" | "strong" => self.emphasis("**", &inner),
            "i" | "em" | "cite" | "dfn" | "var" => self.emphasis("*", &inner),
            "s" | "del" | "strike" => self.emphasis("~~", &inner),
            "sub" => self.out.push_str(&raised(&inner, &SUBSCRIPT)),
            "sup" => self.out.push_str(&raised(&inner, &SUPERSCRIPT)),
            "q" => self.out.push_str(&format!("“{inner}”")),
            "a" => match href.filter(|href| !href.is_empty() && !inner.trim().is_empty()) {
                Some(href) if !inner.trim().contains("\n\n") => {
                    let words = inner.split('\n').map(str::trim).collect::<Vec<_>>().join(" ");
                    let words = words.trim();
                    self.out.push_str(if inner.starts_with(char::is_whitespace) {
                        " "
                    } else {
                        ""
                    });
                    self.out.push_str(&format!("[{words}]({})", destination(&href)));
                    self.out.push_str(if inner.ends_with(char::is_whitespace) { " " } else { "" });
                }
                _ => self.out.push_str(&inner),
            },
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let words = inner.split_whitespace().collect::<Vec<_>>().join(" ");
                let level = name[1..].parse().unwrap_or(1);
                if !words.is_empty() {
                    let name =
                        href.map_or_else(String::new, |name| format!(" {{#{}}}", slug_of(&name)));
                    self.out.push_str(&format!("{} {words}{name}\n\n", "#".repeat(level)));
                }
            }
            "blockquote" => {
                for line in inner.trim().lines() {
                    self.out.push_str(format!("> {}", line.trim_start()).trim_end());
                    self.out.push('\n');
                }
                self.out.push('\n');
            }
            "li" => self.item(&inner),
            "ul" | "ol" | "dl" => {
                let inner = inner.trim_matches(['\n', ' ']);
                self.out.push_str(inner);
                self.out.push_str("\n\n");
            }
            "dt" => self
                .out
                .push_str(&format!("{}\n", inner.split_whitespace().collect::<Vec<_>>().join(" "))),
            "dd" => self.out.push_str(&format!(": {}\n\n", inner.trim().replace('\n', "\n  "))),
            "td" | "th" => {
                let cell =
                    inner.split_whitespace().collect::<Vec<_>>().join(" ").replace('|', "\\|");
                if let Some(table) = self.open.iter_mut().rfind(|open| open.name == "table") {
                    table.has_head |= name == "th" && table.rows.len() <= 1;
                    if table.rows.is_empty() {
                        table.rows.push(Vec::new());
                    }
                    if let Some(row) = table.rows.last_mut() {
                        row.push(cell);
                    }
                } else {
                    self.out.push_str(&cell);
                }
            }
            "tr" => {
                if let Some(table) = self.open.iter_mut().rfind(|open| open.name == "table") {
                    table.rows.push(Vec::new());
                }
            }
            "table" => {
                rows.retain(|row| !row.is_empty());
                self.out.push_str(&table(&rows, has_head));
            }
            _ => self.out.push_str(&inner),
        }
    }

    /// An emphasis whose marks Markdown takes for such, or none.
    fn emphasis(&mut self, mark: &str, inner: &str) {
        let words = inner.trim();
        let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let is_beside = |edge: Option<char>, neighbour: Option<char>| {
            !is_word(edge) && (is_word(neighbour) || neighbour == Some('*'))
        };
        let before =
            self.out.chars().next_back().filter(|_| !inner.starts_with(char::is_whitespace));
        let after =
            self.walk.rest().chars().next().filter(|_| !inner.ends_with(char::is_whitespace));
        let stands_ill =
            is_beside(words.chars().next(), before) || is_beside(words.chars().next_back(), after);
        if words.is_empty() || words.contains("\n\n") || stands_ill || words.starts_with(['*', '|'])
        {
            self.out.push_str(inner);
            return;
        }
        let start = inner.len() - inner.trim_start().len();
        self.out.push_str(&inner[..start]);
        self.out.push_str(&format!("{mark}{words}{mark}"));
        self.out.push_str(&inner[start + words.len()..]);
    }

    fn item(&mut self, inner: &str) {
        let list = self.open.iter_mut().rfind(|open| matches!(&*open.name, "ul" | "ol"));
        let marker = match list.and_then(|list| list.number.as_mut()) {
            Some(number) => {
                *number += 1;
                format!("{}. ", *number - 1)
            }
            None => "- ".to_owned(),
        };
        let indent = " ".repeat(marker.len());
        let lines = inner.trim().lines().filter(|line| !line.trim().is_empty());
        let text = lines.collect::<Vec<_>>().join(&format!("\n{indent}"));
        self.out.truncate(self.out.trim_end_matches([' ', '\t', '\n']).len());
        if !self.out.is_empty() {
            let is_first = self.open.last().is_some_and(|open| open.start >= self.out.len());
            self.out.push_str(if is_first && self.open.len() == 1 { "\n\n" } else { "\n" });
        }
        self.out.push_str(&format!("{marker}{text}\n"));
    }
}

/// A table as Markdown has it; without a head of its own it gets an empty one.
fn table(rows: &[Vec<String>], has_head: bool) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    if columns == 0 {
        return String::new();
    }
    let line = |row: &[String]| {
        let cells = (0..columns).map(|at| row.get(at).map_or("", String::as_str));
        format!("| {} |\n", cells.collect::<Vec<_>>().join(" | "))
    };
    let (head, body) = if has_head { (rows[0].as_slice(), &rows[1..]) } else { (&[][..], rows) };
    let rule = format!("|{}\n", " --- |".repeat(columns));
    format!("{}{rule}{}\n", line(head), body.iter().map(|row| line(row)).collect::<String>())
}

/// The page on which a film is watched, of the address at which it is embedded.
fn watched(address: &str) -> String {
    let address =
        if address.starts_with("//") { format!("https:{address}") } else { address.to_owned() };
    let film = ["youtube.com/embed/", "youtube-nocookie.com/embed/"]
        .iter()
        .find_map(|place| Some(address.split_once(place)?.1));
    match film {
        Some(film) => format!(
            "https://www.youtube.com/watch?v={}",
            film.split(['?', '&', '/']).next().unwrap_or_default()
        ),
        None => address,
    }
}

/// A link or picture in Markdown.
pub(in crate::import) fn link(mark: &str, words: &str, to: &str, title: Option<&str>) -> String {
    let words = words.replace('[', "\\[").replace(']', "\\]");
    let title = title.map_or_else(String::new, |title| format!(" \"{}\"", title.replace('"', "”")));
    format!("{mark}[{words}]({}{title})", destination(to))
}

/// An address as it can stand between the parentheses of a link.
fn destination(to: &str) -> String {
    // What a template fills in is looked at later.
    if to.contains("{{") || to.contains("{%") {
        return to.to_owned();
    }
    if to.contains([' ', '(', ')']) {
        format!("<{}>", to.replace(['<', '>'], ""))
    } else {
        to.to_owned()
    }
}

/// A text without its tags.
pub(super) fn without_tags(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        match Tag::read(rest) {
            Some(tag) => {
                if matches!(&*tag.name, "br" | "p" | "div" | "li" | "tr") {
                    out.push('\n');
                }
                rest = &rest[tag.length..];
            }
            None => {
                out.push('<');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

const SUPERSCRIPT: [&str; 2] = ["0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ"];
const SUBSCRIPT: [&str; 2] = ["0123456789+-−=()aeoxhklmnpst", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜ"];

/// A text in characters that stand above or below the line, where each of it has one.
fn raised(text: &str, [plain, raised]: &[&str; 2]) -> String {
    let found: Option<String> = text
        .chars()
        .map(|c| raised.chars().nth(plain.chars().position(|other| other == c)?))
        .collect();
    found.filter(|_| !text.is_empty()).unwrap_or_else(|| text.to_owned())
}

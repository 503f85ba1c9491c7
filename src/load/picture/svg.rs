//! Whether an SVG only shows something.
//!
//! An SVG is a document: it can run scripts, fetch other files, and hold HTML. On our pages it
//! stands in `<img>`, where browsers allow none of that; but it can be opened by itself as well. So
//! one that does more than show something is refused, with the reason; and so is one that would
//! cost its reader far more than its length. What the program that drew it noted is left out.

mod filters;
mod repeats;
mod size;

use std::borrow::Cow;
use std::ops::Range;

use roxmltree::{Document, Node};

/// What is wrong with a picture, and what helps.
pub(super) type Trouble = (String, &'static str);

const DRAW_AGAIN: &str = "draw it again as plain shapes, or save it as PNG; pictures on a page need no scripts and no other files";
const SAVE_SIMPLER: &str = "save it simpler: join shapes, draw what is repeated only as often as it is seen, write references as attributes, or save it as PNG";

const SVG: &str = "http://www.w3.org/2000/svg";
/// Names of attributes and elements that show something, or lead to a part of the picture.
const NAMESPACES: [&str; 3] =
    [SVG, "http://www.w3.org/1999/xlink", "http://www.w3.org/XML/1998/namespace"];

/// An SVG without what a program or its user noted in it and nobody sees: comments, metadata,
/// elements and attributes of other vocabularies, a document type that defines nothing.
///
/// # Errors
///
/// Why it is refused: it does more than show something.
pub(super) fn cleaned(bytes: &[u8]) -> Result<Cow<'_, [u8]>, Trouble> {
    let draw_again = |why: &str| (why.to_owned(), DRAW_AGAIN);
    let text = std::str::from_utf8(bytes).map_err(|_| draw_again("it is not UTF-8"))?;
    let text = without_document_type(text.trim_start_matches('\u{FEFF}'));
    let notes = notes(&parsed(&text)?);
    let text = without(&text, notes);
    match trouble(&parsed(&text)?) {
        Some(trouble) => Err(trouble),
        None if text.len() == bytes.len() => Ok(Cow::Borrowed(bytes)),
        None => Ok(Cow::Owned(text.into_owned().into_bytes())),
    }
}

fn parsed(text: &str) -> Result<Document<'_>, Trouble> {
    if let Some(why) = size::excess(text) {
        return Err((why, SAVE_SIMPLER));
    }
    // The parser refuses a document type, and with it every entity that could be declared.
    let why = match Document::parse(text) {
        Ok(document) => return Ok(document),
        Err(_) if text.contains("<!DOCTYPE") || text.contains("<!ENTITY") => {
            "its document type defines something, such as entities; leave out what stands between `<!DOCTYPE` and `]>`".to_owned()
        }
        Err(error) => format!("it cannot be read: {error}"),
    };
    Err((why, DRAW_AGAIN))
}

/// A text without the line with which common tools begin a drawing, which names a definition that
/// lies elsewhere and is never fetched.
fn without_document_type(text: &str) -> Cow<'_, str> {
    let Some(start) = text.find("<!DOCTYPE") else { return text.into() };
    let Some(length) = text[start..].find(['>', '[']) else { return text.into() };
    let end = start + length;
    // Nothing but comments and the declaration of the version may stand before it.
    let is_first = !text[..start].contains("<svg");
    if !is_first || text[end..].starts_with('[') {
        return text.into();
    }
    format!("{}{}", &text[..start], &text[end + 1..]).into()
}

/// Where an SVG holds what nobody sees, in order.
fn notes(document: &Document<'_>) -> Vec<Range<usize>> {
    let is_foreign = |namespace: Option<&str>| {
        namespace.is_some_and(|namespace| !NAMESPACES.contains(&namespace))
    };
    let mut found: Vec<Range<usize>> = Vec::new();
    for node in document.descendants() {
        // What stands in what is left out goes with it.
        if found.last().is_some_and(|last| node.range().start < last.end) {
            continue;
        }
        let tag = node.tag_name();
        let is_note = node.is_comment()
            || node.is_element()
                && (tag.name().eq_ignore_ascii_case("metadata")
                    || tag.namespace().is_none()
                    || is_foreign(tag.namespace()));
        if is_note && node != document.root_element() {
            found.push(node.range());
        } else {
            let noted = node.attributes().filter(|attribute| is_foreign(attribute.namespace()));
            found.extend(noted.map(|attribute| attribute.range()));
        }
    }
    found
}

fn without(text: &str, cuts: Vec<Range<usize>>) -> Cow<'_, str> {
    if cuts.is_empty() {
        return text.into();
    }
    let mut kept = String::with_capacity(text.len());
    let mut done = 0;
    for cut in cuts {
        kept.push_str(&text[done..cut.start]);
        done = cut.end;
    }
    kept.push_str(&text[done..]);
    kept.into()
}

/// Why an SVG is refused; nothing if it only shows something.
fn trouble(document: &Document<'_>) -> Option<Trouble> {
    let draw_again = |why: String| Some((why, DRAW_AGAIN));
    if document.root_element().tag_name() != (SVG, "svg").into() {
        return draw_again(format!("it is no SVG, which begins with `<svg xmlns=\"{SVG}\"`"));
    }
    let sheets: Vec<String> = document.descendants().filter(is_style_sheet).map(text_of).collect();
    if sheets.iter().any(|sheet| fetches(sheet)) {
        return draw_again("its style sheet fetches other files".to_owned());
    }
    let does_more = document.descendants().find_map(trouble_of).map(|why| (why, DRAW_AGAIN));
    does_more
        .or_else(|| filters::excess(document, &sheets).map(|why| (why, SAVE_SIMPLER)))
        .or_else(|| repeats::excess(document, &sheets).map(|why| (why, SAVE_SIMPLER)))
}

/// Whether an element is a style sheet, and no part of one.
fn is_style_sheet(node: &Node<'_, '_>) -> bool {
    let is_style = |node: &Node<'_, '_>| node.tag_name().name().eq_ignore_ascii_case("style");
    is_style(node) && !node.ancestors().skip(1).any(|node| is_style(&node))
}

/// The text of an element, which comments and other elements may cut into pieces.
fn text_of(node: Node<'_, '_>) -> String {
    node.descendants().filter(Node::is_text).filter_map(|piece| piece.text()).collect()
}

fn trouble_of(node: Node<'_, '_>) -> Option<String> {
    if node.is_pi() {
        return Some("it asks for a style sheet or a program from outside".to_owned());
    }
    if !node.is_element() {
        return None;
    }
    let name = node.tag_name().name();
    let lower = name.to_ascii_lowercase();
    if matches!(
        &*lower,
        "script"
            | "handler"
            | "listener"
            | "foreignobject"
            | "iframe"
            | "object"
            | "embed"
            | "audio"
            | "video"
            | "link"
            | "meta"
    ) {
        return Some(format!("it has an element `{name}`"));
    }
    let changed =
        node.attributes().find(|attribute| attribute.name().eq_ignore_ascii_case("attributename"));
    let refers = |attribute: roxmltree::Attribute<'_, '_>| {
        attribute.value().to_ascii_lowercase().contains("url(")
    };
    if let Some(changed) = changed.map(|attribute| attribute.value())
        && (is_not_to_change(changed) || node.attributes().any(refers))
    {
        return Some(format!("it changes `{changed}` while it is shown"));
    }
    node.attributes().find_map(|attribute| {
        let (key, value) = (attribute.name().to_ascii_lowercase(), attribute.value());
        if key.starts_with("on") {
            return Some(format!(
                "it has an attribute `{}`, which runs a script",
                attribute.name()
            ));
        }
        if key == "href" && !is_inside(value) || key == "src" {
            return Some("it fetches or leads to something outside itself".to_owned());
        }
        fetches(value).then(|| format!("its attribute `{}` fetches another file", attribute.name()))
    })
}

/// Whether an attribute decides what is fetched, run or drawn.
fn is_not_to_change(attribute: &str) -> bool {
    let attribute = attribute.trim().to_ascii_lowercase();
    attribute.ends_with("href") || attribute.starts_with("on") || attribute == "class"
}

/// Whether an address leads to another part of the picture, or holds a picture of points itself.
fn is_inside(address: &str) -> bool {
    let address = address.trim();
    // Percent signs would write a name in another way.
    address.starts_with('#') && !address.contains('%')
        || ["png", "jpeg", "gif", "webp"]
            .iter()
            .any(|kind| address.starts_with(&format!("data:image/{kind};base64,")))
}

/// Fonts that a style sheet holds itself.
const FONTS: [&str; 4] = [
    "data:font/",
    "data:application/font-",
    "data:application/x-font-",
    "data:application/vnd.ms-fontobject",
];

/// Whether styles ask for a file: an import, or an address that leads out of the picture.
fn fetches(style: &str) -> bool {
    let style = style.to_ascii_lowercase();
    // A backslash can write any of these words in another way.
    let opens = style
        .match_indices("url(")
        .map(|(at, word)| style[at + word.len()..].trim_start_matches([' ', '"', '\'']));
    let leads_out =
        |address: &str| !is_inside(address) && !FONTS.iter().any(|kind| address.starts_with(kind));
    // Browsers pass over white space within the name of a scheme.
    let dense: String = style.chars().filter(|c| !c.is_whitespace()).collect();
    style.contains("@import")
        || dense.contains("javascript:")
        || style.contains("image-set(")
        || style.contains("src(")
        || style.contains('\\') && style.contains(['(', '@'])
        || opens.into_iter().any(leads_out)
}

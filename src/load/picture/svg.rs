//! Whether an SVG only shows something.
//!
//! An SVG is a document: it can run scripts, fetch other files, and hold HTML. On our pages it
//! stands in `<img>`, where browsers allow none of that; but it can be opened by itself as well. So
//! one that does more than show something is refused, with the reason; and so is one that would
//! cost its reader far more than its length.

mod filters;
mod repeats;
mod size;

use roxmltree::{Document, Node};

/// What is wrong with a picture, and what helps.
pub(super) type Trouble = (String, &'static str);

const DRAW_AGAIN: &str = "draw it again as plain shapes, or save it as PNG; pictures on a page need no scripts and no other files";
const SAVE_SIMPLER: &str = "save it simpler: join shapes, draw what is repeated only as often as it is seen, write references as attributes, or save it as PNG";
const SAVE_PLAIN: &str = "save it as a plain SVG without metadata: in Inkscape `Save As`, then `Plain SVG`; elsewhere export it for the web";

const SVG: &str = "http://www.w3.org/2000/svg";
/// Names of attributes and elements that show something, or lead to a part of the picture.
const NAMESPACES: [&str; 3] =
    [SVG, "http://www.w3.org/1999/xlink", "http://www.w3.org/XML/1998/namespace"];

/// Why an SVG is refused; nothing if it only shows something.
pub(super) fn trouble(bytes: &[u8]) -> Option<Trouble> {
    let draw_again = |why: &str| Some((why.to_owned(), DRAW_AGAIN));
    let Ok(text) = std::str::from_utf8(bytes) else { return draw_again("it is not UTF-8") };
    let text = text.trim_start_matches('\u{FEFF}');
    if let Some(why) = size::excess(text) {
        return Some((why, SAVE_SIMPLER));
    }
    // The parser refuses a document type, and with it every entity that could be declared.
    let document = match Document::parse(text) {
        Ok(document) => document,
        Err(_) if text.contains("<!DOCTYPE") || text.contains("<!ENTITY") => {
            return draw_again(
                "it declares a document type, which can hold entities; leave out the line that begins with `<!DOCTYPE`",
            );
        }
        Err(error) => return draw_again(&format!("it cannot be read: {error}")),
    };
    if document.root_element().tag_name() != (SVG, "svg").into() {
        return draw_again(&format!("it is no SVG, which begins with `<svg xmlns=\"{SVG}\"`"));
    }
    let sheets: Vec<String> = document.descendants().filter(is_style_sheet).map(text_of).collect();
    if sheets.iter().any(|sheet| fetches(sheet)) {
        return draw_again("its style sheet fetches other files");
    }
    let does_more = document.descendants().find_map(trouble_of).map(|why| (why, DRAW_AGAIN));
    let notes = || document.descendants().find_map(note_of).map(|why| (why, SAVE_PLAIN));
    does_more
        .or_else(notes)
        .or_else(|| filters::excess(&document, &sheets).map(|why| (why, SAVE_SIMPLER)))
        .or_else(|| repeats::excess(&document, &sheets).map(|why| (why, SAVE_SIMPLER)))
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

/// What a program has written down about its user: the path of a file, names, its own settings.
fn note_of(node: Node<'_, '_>) -> Option<String> {
    let named = |namespace: Option<&str>, name: &str| {
        let prefix = namespace.and_then(|namespace| node.lookup_prefix(namespace));
        prefix.map_or_else(|| name.to_owned(), |prefix| format!("{prefix}:{name}"))
    };
    let is_foreign = |namespace: Option<&str>| {
        namespace.is_some_and(|namespace| !NAMESPACES.contains(&namespace))
    };
    let tag = node.tag_name();
    let is_noted = || {
        tag.name().eq_ignore_ascii_case("metadata")
            || tag.namespace().is_none()
            || is_foreign(tag.namespace())
    };
    if node.is_element() && is_noted() {
        return Some(format!(
            "its element `{}` holds what a program noted and nobody sees",
            named(tag.namespace(), tag.name())
        ));
    }
    let attribute = node.attributes().find(|attribute| is_foreign(attribute.namespace()))?;
    Some(format!(
        "its attribute `{}` holds what a program noted and nobody sees",
        named(attribute.namespace(), attribute.name())
    ))
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

/// Whether styles ask for a file: an import, or an address that leads out of the picture.
fn fetches(style: &str) -> bool {
    let style = style.to_ascii_lowercase();
    // A backslash can write any of these words in another way.
    let opens = style
        .match_indices("url(")
        .map(|(at, word)| style[at + word.len()..].trim_start_matches([' ', '"', '\'']));
    style.contains("@import")
        || style.contains("javascript:")
        || style.contains("image-set(")
        || style.contains("src(")
        || style.contains('\\') && style.contains(['(', '@'])
        || opens.into_iter().any(|address| !is_inside(address))
}

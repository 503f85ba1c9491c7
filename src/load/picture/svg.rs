//! Whether an SVG only shows something.
//!
//! An SVG is a document: it can run scripts, fetch other files, and hold HTML. On our pages it stands in `<img>`, where browsers allow
//! none of that; but it can be opened by itself as well. So one that does more than show something is refused, with the reason.

use roxmltree::{Document, Node};

/// What is wrong with a picture, and what helps.
pub(super) type Trouble = (String, &'static str);

const DRAW_AGAIN: &str = "draw it again as plain shapes, or save it as PNG; pictures on a page need no scripts and no other files";
const SAVE_PLAIN: &str =
    "save it as a plain SVG without metadata: in Inkscape `Save As`, then `Plain SVG`; elsewhere export it for the web";

/// Names of attributes and elements that show something, or lead to a part of the picture.
const NAMESPACES: [&str; 3] = ["http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink", "http://www.w3.org/XML/1998/namespace"];

/// Why an SVG is refused; nothing if it only shows something.
pub(super) fn trouble(bytes: &[u8]) -> Option<Trouble> {
    let draw_again = |why: &str| Some((why.to_owned(), DRAW_AGAIN));
    let Ok(text) = std::str::from_utf8(bytes) else { return draw_again("it is not UTF-8") };
    let text = text.trim_start_matches('\u{FEFF}');
    // The parser refuses a document type, and with it every entity that could be declared.
    let document = match Document::parse(text) {
        Ok(document) => document,
        Err(_) if text.contains("<!DOCTYPE") || text.contains("<!ENTITY") => {
            return draw_again("it declares a document type, which can hold entities; leave out the line that begins with `<!DOCTYPE`");
        }
        Err(error) => return draw_again(&format!("it cannot be read: {error}")),
    };
    if document.root_element().tag_name().name() != "svg" {
        return draw_again("it is no SVG");
    }
    let does_more = document.descendants().find_map(trouble_of).map(|why| (why, DRAW_AGAIN));
    does_more.or_else(|| document.descendants().find_map(note_of).map(|why| (why, SAVE_PLAIN)))
}

/// What a program has written down about its user: the path of a file, names, its own settings.
fn note_of(node: Node<'_, '_>) -> Option<String> {
    let named = |namespace: Option<&str>, name: &str| {
        let prefix = namespace.and_then(|namespace| node.lookup_prefix(namespace));
        prefix.map_or_else(|| name.to_owned(), |prefix| format!("{prefix}:{name}"))
    };
    let is_foreign = |namespace: Option<&str>| namespace.is_some_and(|namespace| !NAMESPACES.contains(&namespace));
    let tag = node.tag_name();
    if node.is_element() && (tag.name().eq_ignore_ascii_case("metadata") || is_foreign(tag.namespace())) {
        return Some(format!("its element `{}` holds what a program noted and nobody sees", named(tag.namespace(), tag.name())));
    }
    let attribute = node.attributes().find(|attribute| is_foreign(attribute.namespace()))?;
    Some(format!("its attribute `{}` holds what a program noted and nobody sees", named(attribute.namespace(), attribute.name())))
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
        "script" | "handler" | "listener" | "foreignobject" | "iframe" | "object" | "embed" | "audio" | "video" | "link" | "meta"
    ) {
        return Some(format!("it has an element `{name}`"));
    }
    // Comments and elements cut the text of a style sheet into pieces.
    let style = || node.descendants().filter(Node::is_text).filter_map(|piece| piece.text()).collect::<String>();
    if lower == "style" && fetches(&style()) {
        return Some("its style sheet fetches other files".to_owned());
    }
    node.attributes().find_map(|attribute| {
        let (key, value) = (attribute.name().to_ascii_lowercase(), attribute.value());
        if key.starts_with("on") {
            return Some(format!("it has an attribute `{}`, which runs a script", attribute.name()));
        }
        if key == "href" && !is_inside(value) || key == "src" {
            return Some("it fetches or leads to something outside itself".to_owned());
        }
        if key == "attributename" && (value.to_ascii_lowercase().ends_with("href") || value.to_ascii_lowercase().starts_with("on")) {
            return Some(format!("it changes `{value}` while it is shown"));
        }
        fetches(value).then(|| format!("its attribute `{}` fetches another file", attribute.name()))
    })
}

/// Whether an address leads to another part of the picture, or holds a picture of points itself.
fn is_inside(address: &str) -> bool {
    let address = address.trim();
    address.starts_with('#') || ["png", "jpeg", "gif", "webp"].iter().any(|kind| address.starts_with(&format!("data:image/{kind};base64,")))
}

/// Whether styles ask for a file: an import, or an address that leads out of the picture.
fn fetches(style: &str) -> bool {
    let style = style.to_ascii_lowercase();
    // A backslash can write any of these words in another way.
    let opens = style.match_indices("url(").map(|(at, word)| style[at + word.len()..].trim_start_matches([' ', '"', '\'']));
    style.contains("@import")
        || style.contains("javascript:")
        || style.contains("image-set(")
        || style.contains("src(")
        || style.contains('\\') && style.contains(['(', '@'])
        || opens.into_iter().any(|address| !is_inside(address))
}

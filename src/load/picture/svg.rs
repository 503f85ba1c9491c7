//! Whether an SVG only shows something.
//!
//! An SVG is a document: it can run scripts, fetch other files, and hold HTML. On our pages it stands in `<img>`, where browsers allow
//! none of that; but it can be opened by itself as well. So one that does more than show something is refused, with the reason.

use resvg::usvg::roxmltree::{Document, Node};

/// Why an SVG is refused; nothing if it only shows something.
pub(super) fn trouble(bytes: &[u8]) -> Option<String> {
    let Ok(text) = std::str::from_utf8(bytes) else { return Some("it is not UTF-8".to_owned()) };
    let text = text.trim_start_matches('\u{FEFF}');
    // The parser refuses a document type, and with it every entity that could be declared.
    let document = match Document::parse(text) {
        Ok(document) => document,
        Err(_) if text.contains("<!DOCTYPE") || text.contains("<!ENTITY") => {
            return Some(
                "it declares a document type, which can hold entities; leave out the line that begins with `<!DOCTYPE`".to_owned(),
            );
        }
        Err(error) => return Some(format!("it cannot be read: {error}")),
    };
    if document.root_element().tag_name().name() != "svg" {
        return Some("it is no SVG".to_owned());
    }
    document.descendants().find_map(trouble_of)
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
    if lower == "style" && fetches(node.text().unwrap_or_default()) {
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
        || style.contains('\\') && style.contains('(')
        || opens.into_iter().any(|address| !is_inside(address))
}

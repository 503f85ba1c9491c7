//! How large an SVG is, told from its tags before it is parsed: a parser's own work grows faster
//! than the text where levels, namespaces or attributes are many.

/// The deepest nesting of elements.
const MAX_LEVELS: usize = 64;
/// The most declarations of a namespace.
const MAX_NAMESPACES: usize = 64;
/// The most attributes of one element.
const MAX_ATTRIBUTES: usize = 256;

/// What there is too much of; nothing in a picture that can be parsed. What is no XML is left to
/// the parser.
pub(super) fn excess(text: &str) -> Option<String> {
    let (mut level, mut namespaces) = (0_usize, 0);
    let mut rest = text;
    while let Some((_, markup)) = rest.split_once('<') {
        let behind = |inside: &'static str, end: &str| {
            let (_, after) = markup.strip_prefix(inside)?.split_once(end).unwrap_or_default();
            Some(after)
        };
        if let Some(after) =
            behind("!--", "-->").or_else(|| behind("![CDATA[", "]]>")).or_else(|| behind("?", "?>"))
        {
            rest = after;
            continue;
        }
        if markup.starts_with('!') {
            // The parser refuses a document type before it reads on.
            return None;
        }
        let tag = Tag::at(markup);
        rest = &markup[tag.length..];
        if markup.starts_with('/') {
            level = level.saturating_sub(1);
            continue;
        }
        namespaces += tag.namespaces;
        level += usize::from(!tag.is_whole);
        if level > MAX_LEVELS {
            return Some(format!("its elements are nested more than {MAX_LEVELS} levels deep"));
        }
        if namespaces > MAX_NAMESPACES {
            return Some(format!("it declares more than {MAX_NAMESPACES} namespaces"));
        }
        if tag.attributes > MAX_ATTRIBUTES {
            return Some(format!("one of its elements has more than {MAX_ATTRIBUTES} attributes"));
        }
    }
    None
}

/// One tag, from behind its `<` to its `>`.
struct Tag {
    /// In bytes.
    length: usize,
    attributes: usize,
    /// Attributes that declare a namespace.
    namespaces: usize,
    /// Whether it ends the element that it begins.
    is_whole: bool,
}

impl Tag {
    fn at(markup: &str) -> Self {
        let mut tag = Tag { length: markup.len(), attributes: 0, namespaces: 0, is_whole: false };
        // Where the name of the attribute begins that comes next, and the quotation mark that would
        // end the value.
        let (mut name_from, mut quote) = (0, None);
        for (at, byte) in markup.bytes().enumerate() {
            match (quote, byte) {
                (Some(mark), _) if byte == mark => (name_from, quote) = (at + 1, None),
                (Some(_), _) => {}
                (None, b'"' | b'\'') => quote = Some(byte),
                (None, b'=') => {
                    let name = markup[name_from..at]
                        .trim_end()
                        .rsplit(char::is_whitespace)
                        .next()
                        .unwrap_or_default();
                    tag.attributes += 1;
                    tag.namespaces += usize::from(name == "xmlns" || name.starts_with("xmlns:"));
                    name_from = at + 1;
                }
                (None, b'>') => {
                    tag.is_whole = markup[..at].ends_with('/');
                    tag.length = at + 1;
                    break;
                }
                (None, _) => {}
            }
        }
        tag
    }
}

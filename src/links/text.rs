//! A page as it was served → the lines of text that a reader sees.
//!
//! Two fetches of a page that says the same are to give the same lines: what is no text (addresses,
//! scripts, styles, the names of classes) is left out, and so is how the source is broken into
//! lines.
//!
//! Absent on purpose: what a script would write. A page without any text in its source has no lines.

use super::ask::Page;

/// The most lines that are kept of a page, and the longest line, in characters.
const MOST_LINES: usize = 4000;
const LONGEST: usize = 300;

/// Elements whose content is no text.
const SILENT: [&str; 5] = ["script", "style", "template", "noscript", "svg"];

/// Elements within a line.
const INLINE: [&str; 20] = [
    "a", "abbr", "b", "bdi", "cite", "code", "em", "font", "i", "img", "mark", "q", "s", "small",
    "span", "strong", "sub", "sup", "time", "u",
];

/// The lines of a page. One that is no text is a single line that tells its content from others.
pub(super) fn lines(page: &Page) -> Vec<String> {
    let kind = page.media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let is_text = kind.is_empty()
        || kind.starts_with("text/")
        || ["json", "xml"].iter().any(|form| kind.ends_with(form));
    let Some(text) = is_text.then(|| String::from_utf8_lossy(&page.bytes)) else {
        return vec![blake3::hash(&page.bytes).to_hex().to_string()];
    };
    let broken = match kind.as_str() {
        "text/html" | "application/xhtml+xml" | "" => without_tags(&text),
        _ => text.into_owned(),
    };
    let line = |line: &str| {
        let words = line.split_whitespace().collect::<Vec<_>>().join(" ");
        words.chars().filter(|c| !c.is_control()).take(LONGEST).collect::<String>()
    };
    broken.lines().map(line).filter(|line| !line.is_empty()).take(MOST_LINES).collect()
}

/// The text of HTML, in one pass; elements that are no part of a line end one.
fn without_tags(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html;
    while let Some((text, after)) = rest.split_once('<') {
        out.push_str(&characters(text));
        if let Some(comment) = after.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        let name: String = after
            .trim_start_matches('/')
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .map(|c| c.to_ascii_lowercase())
            .take(12)
            .collect();
        let is_tag = after.starts_with(['/', '!', '?']) || !name.is_empty();
        if !is_tag {
            out.push('<');
            rest = after;
            continue;
        }
        rest = after.split_once('>').map_or("", |(_, after)| after);
        if SILENT.contains(&&*name) && !after.starts_with('/') {
            rest = after_element(rest, &name);
        }
        if !INLINE.contains(&&*name) {
            out.push('\n');
        }
    }
    out.push_str(&characters(rest));
    out
}

/// What follows the end of an element that has begun.
fn after_element<'h>(html: &'h str, name: &str) -> &'h str {
    let mut rest = html;
    while let Some((_, after)) = rest.split_once("</") {
        let is_end = after.get(..name.len()).is_some_and(|end| end.eq_ignore_ascii_case(name));
        if is_end {
            return after.split_once('>').map_or("", |(_, after)| after);
        }
        rest = after;
    }
    ""
}

/// A text with the character references that lines are most often broken by or compared with; a
/// line end in a source is a space.
fn characters(text: &str) -> String {
    let text = text.replace(['\n', '\r'], " ");
    if !text.contains('&') {
        return text;
    }
    let named = [
        ("&nbsp;", " "),
        ("&#160;", " "),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&amp;", "&"),
    ];
    named.iter().fold(text, |text, (reference, character)| text.replace(reference, character))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::links::Validators;

    fn of(media_type: &str, bytes: &[u8]) -> Vec<String> {
        lines(&Page {
            validators: Validators::default(),
            media_type: media_type.to_owned(),
            bytes: bytes.to_vec(),
        })
    }

    #[test]
    fn of_html_the_text_is_kept_however_its_source_is_laid_out() {
        let page = "<!doctype html><TITLE>News</TITLE><script>let a = '<p>no</p>';</SCRIPT>\n\
            <ul class=x><li><a href=/1>The <b>final</b>\nreport</a><li>1 &lt; 2 &amp;amp; more</ul>\
            <!-- <p>not this --><p>a < b<style>p{}</style> and more";
        let expected = ["News", "The final report", "1 < 2 &amp; more", "a < b", "and more"];
        assert_eq!(of("text/html; charset=utf-8", page.as_bytes()), expected);
        let other = page.replace("class=x", "class=y nonce=7").replace("\nreport", "  report");
        assert_eq!(of("", other.as_bytes()), expected);
    }

    #[test]
    fn of_other_texts_the_lines_are_kept_and_of_what_is_no_text_a_digest() {
        assert_eq!(of("text/plain", b"<a>\r\n\r\n b  c\n"), ["<a>", "b c"]);
        let one = of("application/pdf", b"%PDF 1");
        assert_eq!(one.len(), 1);
        assert_ne!(one, of("application/pdf", b"%PDF 2"));
        assert_eq!(of("text/html", b"<script>all()</script>"), [""; 0]);
    }
}

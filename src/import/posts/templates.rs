//! What Jekyll (Liquid) and Hugo (shortcodes) fill into a text → the text with what is known filled
//! in. The rest stays, and is told when the text is looked at as prose.

use serde_json::{Map, Value};

use super::Program;
use super::site::OtherSite;
use crate::import::front::text;
use crate::import::prose::code::{self, Part, Walk};
use crate::import::prose::link;

/// What a text can be filled with.
pub(super) struct Known<'k> {
    pub(super) site: &'k OtherSite,
    pub(super) program: Program,
    /// The front matter of the post.
    pub(super) keys: &'k Map<String, Value>,
    /// The address, from the root of the site, of the post or file that a name means.
    pub(super) address_of: &'k dyn Fn(&str) -> Option<String>,
}

/// A text with what is known filled in.
pub(super) fn filled(text: &str, known: &Known<'_>) -> String {
    if !text.contains("{{") && !text.contains("{%") {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut walk = Walk::new(text);
    let mut unclosed: Vec<String> = Vec::new();
    loop {
        let rest = walk.rest();
        let found = match known.program {
            Program::Jekyll => liquid(rest, known, &mut unclosed),
            Program::Hugo => shortcode(rest, known, &mut unclosed),
            Program::Cstate => None,
        };
        if let Some((written, length)) = found {
            out.push_str(&written);
            walk.skip(length);
            continue;
        }
        match walk.next() {
            None => return out,
            Some(Part::Code(code)) => out.push_str(&unescaped(code, known.program)),
            Some(Part::Char(c)) => out.push(c),
        }
    }
}

/// Code in which what keeps templates from being filled is gone.
fn unescaped(code: &str, program: Program) -> String {
    match program {
        Program::Jekyll if code.contains("raw") => {
            let mut out = code.to_owned();
            for mark in [
                "{% raw %}",
                "{% endraw %}",
                "{%- raw -%}",
                "{%- endraw -%}",
                "{%raw%}",
                "{%endraw%}",
            ] {
                out = out.replace(&format!("{mark}\n"), "").replace(mark, "");
            }
            out
        }
        Program::Hugo => code
            .replace("{{</*", "{{<")
            .replace("*/>}}", ">}}")
            .replace("{{%/*", "{{%")
            .replace("*/%}}", "%}}"),
        _ => code.to_owned(),
    }
}

/// The tag or value of Liquid that a text begins with → what it gives, and the length of both.
fn liquid(rest: &str, known: &Known<'_>, unclosed: &mut Vec<String>) -> Option<(String, usize)> {
    if let Some(inner) = rest.strip_prefix("{{") {
        let end = inner.bytes().take(1000).position(|byte| byte == b'}')?;
        inner[end..].strip_prefix("}}")?;
        let value = value(inner[..end].trim_matches(['-', ' ', '\n', '\t']), known)?;
        return Some((value, end + 4));
    }
    let inner = rest.strip_prefix("{%")?;
    let end = inner.get(..inner.floor_char_boundary(1000.min(inner.len())))?.find("%}")?;
    let tag = inner[..end].trim_matches(['-', ' ', '\n', '\t']);
    let length = end + 4;
    let (name, arguments) = tag.split_once(char::is_whitespace).unwrap_or((tag, ""));
    let arguments = arguments.trim();
    let mut until = |name: &str| {
        let closing = format!("end{name}");
        if unclosed.contains(&closing) {
            return None;
        }
        let found = rest[length..].match_indices("{%").find_map(|(at, _)| {
            let inner = &rest[length + at + 2..];
            let end = inner.find("%}").filter(|end| *end < 100)?;
            (inner[..end].trim_matches(['-', ' ']) == closing).then_some((at, at + end + 4))
        });
        if found.is_none() {
            unclosed.push(closing);
        }
        let (end, whole) = found?;
        Some((&rest[length..length + end], length + whole))
    };
    match name {
        "comment" => until(name).map(|(_, length)| (String::new(), length)),
        "raw" => until(name).map(|(inner, length)| (inner.to_owned(), length)),
        "highlight" => until(name).map(|(inner, length)| {
            (code::block(arguments.split_whitespace().next().unwrap_or_default(), inner), length)
        }),
        "post_url" | "link" => {
            Some(((known.address_of)(arguments.trim_matches(['"', '\'']))?, length))
        }
        "gist" => {
            let id = arguments.split_whitespace().next().filter(|id| !id.is_empty())?;
            let address = format!("https://gist.github.com/{}", id.trim_matches(['"', '\'']));
            Some((link("", &address, &address, None), length))
        }
        _ => None,
    }
}

/// The value of an expression of Liquid, if it is known.
fn value(expression: &str, known: &Known<'_>) -> Option<String> {
    let mut parts = expression.split('|').map(str::trim);
    let mut found = operand(parts.next()?, known)?;
    for filter in parts {
        let (name, argument) = filter.split_once(':').unwrap_or((filter, ""));
        let argument = || operand(argument.trim(), known);
        let site = known.site;
        let from_root = |path: &str| format!("{}/{}", site.base, path.trim_start_matches('/'));
        found = match name.trim() {
            "relative_url" => from_root(&found),
            "absolute_url" => {
                format!("{}{}", site.url.as_deref().unwrap_or_default(), from_root(&found))
            }
            "prepend" => format!("{}{found}", argument()?),
            "append" => format!("{found}{}", argument()?),
            "escape" | "xml_escape" | "strip" | "uri_escape" => found,
            _ => return None,
        };
    }
    Some(found)
}

fn operand(written: &str, known: &Known<'_>) -> Option<String> {
    if let Some(quote) = written.chars().next().filter(|c| matches!(c, '"' | '\'')) {
        return written[1..].strip_suffix(quote).map(str::to_owned);
    }
    match written {
        "site.url" => Some(known.site.url.clone().unwrap_or_default()),
        "site.baseurl" => Some(known.site.base.clone()),
        _ => {
            let (of, name) = written.split_once('.')?;
            let keys = match of {
                "site" => &known.site.keys,
                "page" => known.keys,
                _ => return None,
            };
            keys.get(name).and_then(text)
        }
    }
}

/// The shortcode of Hugo that a text begins with → what it gives, and the length of both.
fn shortcode(rest: &str, known: &Known<'_>, unclosed: &mut Vec<String>) -> Option<(String, usize)> {
    let (inner, close) = match (rest.strip_prefix("{{<"), rest.strip_prefix("{{%")) {
        (Some(inner), _) => (inner, ">}}"),
        (_, Some(inner)) => (inner, "%}}"),
        _ => return None,
    };
    let end = inner[..inner.floor_char_boundary(2000.min(inner.len()))].find(close)?;
    let length = 3 + end + 3;
    let call = inner[..end].trim().trim_end_matches('/').trim();
    // Written so that Hugo shows it, and does not fill it in.
    if let Some(shown) = call.strip_prefix("/*") {
        let shown = shown.trim_end_matches("*").trim();
        let (open, close) = (&rest[..3], close);
        return Some((code::span(&format!("{open} {shown} {close}")), length));
    }
    let arguments = arguments(call);
    let name = arguments.first()?.1.clone();
    let named = |name: &str| {
        arguments
            .iter()
            .find(|(key, _)| key.as_deref() == Some(name))
            .map(|(_, value)| value.clone())
    };
    let nth = |number: usize| {
        arguments
            .iter()
            .filter(|(key, _)| key.is_none())
            .nth(number)
            .map(|(_, value)| value.clone())
    };
    let page = |address: String| (link("", &address, &address, None), length);
    match name.as_str() {
        "ref" | "relref" => Some(((known.address_of)(&nth(1).or_else(|| named("path"))?)?, length)),
        "figure" => {
            let source = named("src").or_else(|| nth(1))?;
            let caption = named("caption").or_else(|| named("title"));
            let words = named("alt").or_else(|| caption.clone()).unwrap_or_default();
            let picture =
                link("!", &words, &source, caption.as_deref().filter(|caption| *caption != words));
            Some((format!("\n\n{picture}\n\n"), length))
        }
        "highlight" => {
            if unclosed.contains(&name) {
                return None;
            }
            let after = &rest[length..];
            let closing = [
                "{{< /highlight >}}",
                "{{</ highlight >}}",
                "{{</highlight>}}",
                "{{% /highlight %}}",
            ];
            let found =
                closing.iter().filter_map(|mark| Some((after.find(mark)?, mark.len()))).min();
            let Some((at, mark)) = found else {
                unclosed.push(name);
                return None;
            };
            Some((code::block(&nth(1).unwrap_or_default(), &after[..at]), length + at + mark))
        }
        "youtube" => {
            let film = nth(1).or_else(|| named("id"))?;
            Some(page(format!("https://www.youtube.com/watch?v={film}")))
        }
        "vimeo" => Some(page(format!("https://vimeo.com/{}", nth(1).or_else(|| named("id"))?))),
        "gist" => Some(page(format!("https://gist.github.com/{}/{}", nth(1)?, nth(2)?))),
        "tweet" | "x" | "twitter" => {
            let (user, id) = (named("user").or_else(|| nth(1))?, named("id").or_else(|| nth(2))?);
            Some(page(format!("https://x.com/{user}/status/{id}")))
        }
        _ => None,
    }
}

/// The words of a call, some with a name before them.
fn arguments(call: &str) -> Vec<(Option<String>, String)> {
    let mut found = Vec::new();
    let mut rest = call.trim();
    while !rest.is_empty() {
        let end = rest
            .find(|c: char| c.is_whitespace() || matches!(c, '=' | '"' | '`'))
            .unwrap_or(rest.len());
        let key = rest[..end].to_owned();
        let (name, value) = match rest[end..].strip_prefix('=') {
            Some(value) => (Some(key.clone()), value),
            None => (None, rest),
        };
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '`'));
        let (word, behind) = match quote {
            Some(quote) => value[1..].split_once(quote).unwrap_or((&value[1..], "")),
            None => value.split_at(value.find(char::is_whitespace).unwrap_or(value.len())),
        };
        found.push((name, word.to_owned()));
        rest = behind.trim_start();
    }
    found
}

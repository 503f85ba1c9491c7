//! Counters and citations in prose: `{{ days("…") }}` and `[@id]`.

use std::ops::Range;

use super::mention::{Mention, Mentions, clock_ref};
use crate::diag::{Code, did_you_mean};
use crate::front_matter::moment::Written;
use crate::front_matter::reader::{Located, Reader};
use crate::model::{ClockRef, Hole};

/// Something in text that stands for something else.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Token<'t> {
    Citation(&'t str),
    Call(Call<'t>),
}

/// `name("a", "b", key="c")`.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Call<'t> {
    name: &'t str,
    arguments: Vec<&'t str>,
    named: Vec<(&'t str, &'t str)>,
    /// What of it cannot be read.
    unread: Option<&'t str>,
}

const NAMES: [&str; 6] = ["days", "ratio", "standing", "counter", "timeline", "compare"];

/// Finds the tokens in a text, with their places. What only looks like one is text.
pub(crate) fn tokens(text: &str) -> Vec<(Range<usize>, Token<'_>)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = text[at..].find(['{', '[']) {
        let start = at + next;
        let rest = &text[start..];
        let token = if let Some(inner) = rest.strip_prefix("{{") {
            // No call holds a brace: looking no further keeps the cost in step with the length.
            let end = inner.find(['{', '}']).filter(|end| inner[*end..].starts_with("}}"));
            end.and_then(|end| Some((end + 4, Token::Call(call(&inner[..end])?))))
        } else if let Some(inner) = rest.strip_prefix("[@") {
            let end = inner.find(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_' | '.')));
            end.filter(|end| *end > 0 && inner[*end..].starts_with(']'))
                .map(|end| (end + 3, Token::Citation(&inner[..end])))
        } else {
            None
        };
        match token {
            Some((length, token)) => {
                found.push((start..start + length, token));
                at = start + length;
            }
            None => at = start + 1,
        }
    }
    found
}

/// Warns of a counter or citation in words that are shown as they are written, such as a title.
pub(crate) fn warn_of_literal(words: &Located<String>, reader: &mut Reader) {
    if !tokens(&words.value).is_empty() || nearly(&words.value).is_some() {
        reader.error(
            Code::CounterLiteral,
            &words.span,
            "a title or summary has no counters and citations, and this one is shown as it is written",
            "say it in the text below the front matter, which can count and cite",
        );
    }
}

/// Something that was meant as a counter or citation, and is not written as one.
pub(crate) fn nearly(text: &str) -> Option<Range<usize>> {
    let braces = text.match_indices('{').find_map(|(start, _)| {
        let rest = text[start + 1..].trim_start();
        let name = NAMES
            .into_iter()
            .find(|name| rest.strip_prefix(name).is_some_and(|after| after.starts_with('(')))?;
        let end = text.len() - rest.len() + name.len();
        (!text[..start].ends_with('{')).then_some(start..end)
    });
    braces.or_else(|| {
        let (start, _) =
            text.match_indices('[').find(|(at, _)| text[at + 1..].starts_with(" @"))?;
        let end = text[start..].find(']')?;
        Some(start..start + end + 1)
    })
}

/// Quotation marks, straight or curly as word processors make them.
const QUOTES: [char; 6] = ['"', '“', '”', '\'', '‘', '’'];

/// Reads a call; text between braces that is not of that form is text.
fn call(inner: &str) -> Option<Call<'_>> {
    let inner = inner.trim();
    let open = inner.find('(')?;
    let name = inner[..open].trim_end();
    if name.is_empty() || !name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') {
        return None;
    }
    let mut rest = inner[open + 1..].strip_suffix(')')?.trim();
    let mut call = Call { name, arguments: Vec::new(), named: Vec::new(), unread: None };
    while !rest.is_empty() {
        // A name is looked for before the next quotation mark: looking no further keeps the cost in
        // step with the length.
        let before = rest.split(QUOTES).next().unwrap_or(rest);
        let (key, value) = match before.find('=').map(|at| (&rest[..at], &rest[at + 1..])) {
            Some((key, value))
                if key.trim().chars().all(|c| c.is_ascii_alphanumeric() || c == '_') =>
            {
                (key.trim(), value.trim_start())
            }
            _ => ("", rest),
        };
        let Some((text, after)) = quoted(value) else {
            call.unread = Some(rest);
            break;
        };
        if key.is_empty() {
            call.arguments.push(text);
        } else {
            call.named.push((key, text));
        }
        rest = after.trim_start();
        match rest.strip_prefix(',') {
            Some(after) => rest = after.trim_start(),
            None if rest.is_empty() => {}
            None => {
                call.unread = Some(rest);
                break;
            }
        }
    }
    Some(call)
}

/// A text in quotation marks, and what follows.
fn quoted(text: &str) -> Option<(&str, &str)> {
    let inner = text.strip_prefix(QUOTES)?;
    let (end, mark) = inner.char_indices().find(|(_, c)| QUOTES.contains(c))?;
    Some((&inner[..end], &inner[end + mark.len_utf8()..]))
}

/// What a call stands for, or a report.
pub(crate) fn hole(
    call: &Call<'_>,
    span: &Range<usize>,
    mentions: &mut Mentions,
    reader: &mut Reader,
) -> Option<Hole> {
    let mut wrong = |message: String, help: String| {
        reader.error(Code::CounterForm, span, message, help);
        None
    };
    if !NAMES.contains(&call.name) {
        let help = match did_you_mean(call.name, NAMES) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => format!("the counters are: {}", NAMES.join(", ")),
        };
        return wrong(format!("there is no counter `{}`", call.name), help);
    }
    if let Some(unread) = call.unread {
        return wrong(
            format!("`{unread}` cannot be read here"),
            "write names in quotation marks, with commas between".to_owned(),
        );
    }
    let wanted = match call.name {
        "ratio" => 2..=2,
        "compare" => 2..=12,
        _ => 1..=1,
    };
    if !wanted.contains(&call.arguments.len()) {
        let message =
            format!("`{}` takes {} and has {}", call.name, describe(&wanted), call.arguments.len());
        return wrong(message, format!("write `{{{{ {} }}}}`", example(call.name)));
    }
    let takes_day = matches!(call.name, "days" | "ratio");
    if let Some((key, _)) = call.named.iter().find(|(key, _)| !(takes_day && *key == "as_of")) {
        let help = if takes_day { "the only one is as_of=\"2022-12-07\"" } else { "take it out" };
        return wrong(format!("`{}` has no argument `{key}`", call.name), help.to_owned());
    }
    let mut day = None;
    if let Some((_, text)) = call.named.first() {
        match Written::read(text).and_then(|written| written.date_in_zone(chrono_tz::Tz::UTC)) {
            Ok(civil) => day = Some(civil.date),
            Err(trouble) => {
                reader.trouble(span, trouble);
                return None;
            }
        }
    }
    let mut clocks = call.arguments.iter().map(|name| note(clock_ref(name), span, mentions));
    let (first, rest) = (clocks.next()?, clocks.collect::<Vec<_>>());
    Some(match call.name {
        "days" => Hole::Days(first, day),
        "ratio" => Hole::Ratio(first, rest.into_iter().next()?, day),
        "standing" => Hole::Standing(first),
        "counter" => Hole::Counter(first),
        "timeline" => Hole::Timeline(first.incident),
        _ => Hole::Compare(std::iter::once(first).chain(rest).collect()),
    })
}

fn note(clock: ClockRef, span: &Range<usize>, mentions: &mut Mentions) -> ClockRef {
    mentions.push(Mention::Clock(Located { value: clock.clone(), span: span.clone() }));
    clock
}

fn describe(wanted: &std::ops::RangeInclusive<usize>) -> String {
    match (wanted.start(), wanted.end()) {
        (1, 1) => "one name".to_owned(),
        (2, 2) => "two names".to_owned(),
        (from, _) => format!("{from} names or more"),
    }
}

fn example(name: &str) -> String {
    match name {
        "ratio" | "compare" => format!("{name}(\"one-incident\", \"another-incident\")"),
        _ => format!("{name}(\"an-incident\")"),
    }
}

//! A text from elsewhere → a body in Markdown as it is written here.
//!
//! HTML becomes Markdown ([`html`]), attributes go ([`attributes`]), links lead anew ([`links`]),
//! and lose what tracks readers. Nothing in code is touched ([`code`]). What needs a human stays,
//! is told, and makes a draft.

mod attributes;
pub(super) mod code;
mod html;
mod links;
mod tag;

use super::record::Making;
use super::told::Told;
use super::tracking::without_tracking;
use super::{Fate, Import};

pub(super) use self::html::link;
pub(super) use self::links::{Lead, Leads, Nowhere, is_elsewhere};
pub(super) use self::tag::decoded;

/// Words of lines that invite and do not inform.
const INVITATIONS: [&str; 9] = [
    "subscribe",
    "newsletter",
    "sign up",
    "share this",
    "share on",
    "follow us",
    "support our journalism",
    "read more:",
    "click here to",
];

/// A text in one line without tags, in which nothing is a counter or a link to a record.
pub(super) fn words(text: &str) -> String {
    let text = if text.contains('<') { html::without_tags(text) } else { text.to_owned() };
    decoded(&text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A short text of Markdown in one line, without marks.
pub(super) fn plain(text: &str) -> String {
    use pulldown_cmark::{Event, Parser};
    let text = if text.contains('<') { html::without_tags(text) } else { text.to_owned() };
    let parts = Parser::new(&text).map(|event| match event {
        Event::Text(words) | Event::Code(words) => words.to_string(),
        Event::SoftBreak | Event::HardBreak | Event::End(_) => " ".to_owned(),
        _ => String::new(),
    });
    let joined = parts.collect::<String>();
    let words = joined.split_whitespace().collect::<Vec<_>>().join(" ");
    // Where a mark ends, a comma or full stop may follow.
    [",", ".", ";", ":", "!", "?", ")", "—"]
        .iter()
        .fold(words, |words, mark| words.replace(&format!(" {mark}"), mark))
}

/// The body of a record. `first_line` is where the text begins in the file named `at`.
pub(super) fn body(
    text: &str,
    (at, first_line): (&str, usize),
    leads: &mut dyn Leads,
    making: &mut Making,
    import: &mut Import,
) -> String {
    let text = text.replace("\r\n", "\n");
    // What was lost is looked up in the text as it was, so that its line is told.
    let place = |example: &str| {
        let line = example.lines().next().unwrap_or_default();
        match text.find(line).filter(|_| !line.is_empty()) {
            Some(found) => format!("{at}:{}", first_line + text[..found].matches('\n').count()),
            None => at.to_owned(),
        }
    };
    let mut tell = |told: Told, example: &str, making: &mut Making| {
        let fate = match told {
            Told::Markup => Fate::Flagged,
            Told::Frame | Told::LinkBack | Told::PictureElsewhere => Fate::Kept,
            _ => Fate::Dropped,
        };
        making.doubtful |= fate == Fate::Flagged;
        import.tell(place(example), fate, told, example);
    };
    let html::Converted { text: converted, told } = html::convert(&text);
    for (told, example) in told {
        tell(told, &example, making);
    }
    let (converted, dropped) = attributes::without(&converted);
    for example in dropped {
        tell(Told::Attributes, &example, making);
    }
    let links::Led { text: led, told, records } = links::lead(&converted, leads);
    for (told, example) in told {
        tell(told, &example, making);
    }
    making.leads_to.extend(records);
    finished(&led, at, place, making, import)
}

/// A text whose lines are looked at one by one: what only this program would take for a counter
/// becomes code, and what another one would have filled in is told.
fn finished(
    text: &str,
    at: &str,
    place: impl Fn(&str) -> String,
    making: &mut Making,
    import: &mut Import,
) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut cleaned, mut timed) = (0, 0);
    let mut walk = code::Walk::new(text);
    let mut line = String::new();
    loop {
        let part = walk.next();
        match part {
            Some(code::Part::Char(c)) if c != '\n' => line.push(c),
            Some(code::Part::Code(code)) if !code.contains('\n') => line.push_str(code),
            _ => {
                let seen = with_times(&line, &mut timed);
                if let Some(found) = filled_in(&seen) {
                    making.doubtful = true;
                    import.tell(place(found), Fate::Flagged, Told::Template, found);
                }
                let lower = seen.to_lowercase();
                if seen.len() < 300 && INVITATIONS.iter().any(|words| lower.contains(words)) {
                    import.tell(place(&seen), Fate::Flagged, Told::Invitation, &seen);
                }
                out.push_str(&clean_links(&literal(&seen), &mut cleaned));
                line.clear();
                match part {
                    None => break,
                    Some(code::Part::Code(code)) => out.push_str(code),
                    // Where something went, its empty lines are too many.
                    Some(code::Part::Char(_)) if out.ends_with("\n\n") => {}
                    Some(code::Part::Char(c)) => out.push(c),
                }
            }
        }
    }
    for (count, told) in [(timed, Told::Times), (cleaned, Told::Tracking)] {
        for _ in 0..count {
            import.tell(at, Fate::Kept, told, "");
        }
    }
    out
}

/// What another program would have filled in, outside code.
fn filled_in(line: &str) -> Option<&str> {
    let mut at = 0;
    for (number, part) in line.split('`').enumerate() {
        if number % 2 == 0
            && let Some(found) = ["{{", "{%"].iter().filter_map(|open| part.find(open)).min()
        {
            let rest = &line[at + found..];
            let end = rest.find('}').map_or(rest.len(), |end| end + 1);
            return Some(&rest[..rest.floor_char_boundary((end + 1).min(rest.len()))]);
        }
        at += part.len() + 1;
    }
    None
}

/// A line in which the times of a status page's updates are words.
fn with_times(line: &str, timed: &mut usize) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((before, after)) = rest.split_once("{{< track \"") {
        let Some((time, behind)) = after.split_once("\" >}}").filter(|(time, _)| is_time(time))
        else {
            break;
        };
        out.push_str(before);
        out.push('(');
        out.push_str(time);
        out.push(')');
        out.push_str(if behind.starts_with(char::is_alphanumeric) { " " } else { "" });
        *timed += 1;
        rest = behind;
    }
    out.push_str(rest);
    out
}

fn is_time(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-:. +".contains(&byte))
}

/// A line in which nothing is a link to a record or a counter, because the other program has
/// neither: what looks like a counter becomes code. Code stays as it is.
pub(super) fn literal(line: &str) -> String {
    if !(line.contains("[[") || line.contains("{{"))
        || line.starts_with("    ")
        || line.starts_with('\t')
    {
        return line.to_owned();
    }
    let parts = line.split('`').enumerate().map(|(number, part)| {
        if number % 2 == 1 {
            return part.to_owned();
        }
        let part = if part.contains("[[") {
            part.replace("[[", "[\\[").replace("]](", "\\]](")
        } else {
            part.to_owned()
        };
        let mut out = String::with_capacity(part.len());
        let mut rest = part.as_str();
        let last_end = part.rfind("}}");
        while let Some((before, after)) = rest.split_once("{{") {
            let name = after
                .trim_start()
                .trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '_');
            let is_call =
                name.len() < after.trim_start().len() && name.trim_start().starts_with('(');
            out.push_str(before);
            let can_end = is_call && last_end >= Some(part.len() - after.len());
            match can_end.then(|| after.find("}}")).flatten() {
                Some(end) => {
                    out.push_str(&format!("`{{{{{}}}}}`", &after[..end]));
                    rest = &after[end + 2..];
                }
                None => {
                    out.push_str("{{");
                    rest = after;
                }
            }
        }
        out.push_str(rest);
        out
    });
    parts.collect::<Vec<_>>().join("`")
}

/// Every address of a line without what tracks readers.
fn clean_links(line: &str, cleaned: &mut usize) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find("http") {
        let (before, from) = rest.split_at(at);
        if !["://", "s://"].iter().any(|more| from["http".len()..].starts_with(more)) {
            let (word, behind) = from.split_at("http".len());
            out.push_str(before);
            out.push_str(word);
            rest = behind;
            continue;
        }
        let end = from
            .find(|c: char| c.is_whitespace() || matches!(c, ')' | '>' | '"' | '\'' | ']' | '`'))
            .unwrap_or(from.len());
        let (address, behind) = from.split_at(end);
        let (clean, changed) = without_tracking(address);
        *cleaned += usize::from(changed);
        out.push_str(before);
        out.push_str(&clean);
        rest = behind;
    }
    out.push_str(rest);
    out
}

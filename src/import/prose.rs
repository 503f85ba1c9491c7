//! A text from elsewhere → a body: links without what tracks readers; everything that needs a human is flagged and stays.

use super::pictures::Pictures;
use super::tracking::without_tracking;
use super::{Fate, Import, sentences};

/// Words of lines that invite and do not inform.
const INVITATIONS: [&str; 9] =
    ["subscribe", "newsletter", "sign up", "share this", "share on", "follow us", "support our journalism", "read more:", "click here to"];

/// The body, with notes on the way. `first_line` is where it begins in the file named `at`.
pub(super) fn body(text: &str, at: &str, first_line: usize, pictures: &mut Pictures<'_>, import: &mut Import) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut cleaned, mut timed) = (0, 0);
    let mut fence: Option<&str> = None;
    let mut hidden = Hidden::default();
    let mut filled_in: Vec<(usize, String)> = Vec::new();
    let closes_below = closes_below(text);
    for ((number, line), closes_below) in (first_line..).zip(text.lines()).zip(closes_below) {
        let place = format!("{at}:{number}");
        let start = line.trim_start();
        let mark = ["```", "~~~"].into_iter().find(|mark| start.starts_with(mark) && !hidden.is_open);
        match (fence, mark) {
            (None, Some(mark)) => fence = Some(mark),
            (Some(open), Some(mark)) if open == mark => fence = None,
            _ => {}
        }
        if fence.is_some() || mark.is_some() {
            out.push_str(line);
            out.push('\n');
            continue;
        }
        if line.trim() == "<!--more-->" || line.trim() == "<!-- more -->" {
            import.note(place, Fate::Dropped, sentences::MORE);
            continue;
        }
        let was_hidden = hidden.is_open;
        let seen = hidden.seen_of(line, closes_below, &place, import);
        if seen.trim().is_empty() && (was_hidden || !line.trim().is_empty()) {
            continue;
        }
        let line = with_times(&seen, &mut timed);
        if ["{{<", "{{%", "{%", "{{"].iter().any(|open| line.contains(open)) {
            filled_in.push((number, line.clone()));
        }
        let lower = line.to_lowercase();
        if line.len() < 300 && INVITATIONS.iter().any(|words| lower.contains(words)) {
            import.note(&place, Fate::Flagged, sentences::boilerplate(&line));
        }
        let line = literal(&without_files(&line, &place, pictures, import));
        out.push_str(&clean_links(&line, &mut cleaned));
        out.push('\n');
    }
    if let Some((number, line)) = filled_in.first() {
        let lines: Vec<usize> = filled_in.iter().map(|(number, _)| *number).collect();
        import.note(format!("{at}:{number}"), Fate::Flagged, sentences::filled_in(&lines, line));
    }
    if timed > 0 {
        import.note(at, Fate::Kept, sentences::times(timed));
    }
    if cleaned > 0 {
        import.note(at, Fate::Kept, sentences::tracking(cleaned));
    }
    out
}

/// Comments of HTML, which readers of the other program did not see, perhaps over several lines.
#[derive(Debug, Default)]
struct Hidden {
    is_open: bool,
}

impl Hidden {
    /// What readers saw of a line. Between backticks and in indented code a comment is code; one in the middle of a line ends in
    /// its paragraph, on this line or, if `closes_below`, on a later one, or is none.
    fn seen_of(&mut self, line: &str, closes_below: bool, place: &str, import: &mut Import) -> String {
        if !self.is_open && (line.starts_with("    ") || line.starts_with('\t')) {
            return line.to_owned();
        }
        let (mut seen, mut rest) = (String::with_capacity(line.len()), line);
        let (mut is_code, mut is_told) = (false, false);
        loop {
            if self.is_open {
                let Some(end) = rest.find("-->") else { return seen };
                self.is_open = false;
                rest = &rest[end + "-->".len()..];
            }
            let Some(begin) = rest.find("<!--") else {
                seen.push_str(rest);
                return seen;
            };
            let (before, after) = (&rest[..begin], &rest[begin + "<!--".len()..]);
            is_code ^= before.matches('`').count() % 2 == 1;
            seen.push_str(before);
            rest = after;
            if is_code || !(seen.trim().is_empty() || closes_below || after.contains("-->")) {
                seen.push_str("<!--");
                continue;
            }
            self.is_open = true;
            if !is_told {
                import.note(place, Fate::Dropped, sentences::COMMENT);
                is_told = true;
            }
        }
    }
}

/// For each line, whether a comment ends on a later line of its paragraph.
fn closes_below(text: &str) -> Vec<bool> {
    let mut closes = false;
    let mut found: Vec<bool> = text
        .lines()
        .rev()
        .map(|line| {
            let below = closes;
            closes = !line.trim().is_empty() && (closes || line.contains("-->"));
            below
        })
        .collect();
    found.reverse();
    found
}

/// A line in which the times of a status page's updates are words.
fn with_times(line: &str, timed: &mut usize) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((before, after)) = rest.split_once("{{< track \"") {
        let Some((time, behind)) = after.split_once("\" >}}").filter(|(time, _)| is_time(time)) else { break };
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
    text.starts_with(|c: char| c.is_ascii_digit()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-:. +".contains(&byte))
}

/// A line in which nothing is a link to a record or a counter, because the other program has neither: what looks like a counter
/// becomes code. Code stays as it is.
fn literal(line: &str) -> String {
    if !(line.contains("[[") || line.contains("{{")) || line.starts_with("    ") || line.starts_with('\t') {
        return line.to_owned();
    }
    let parts = line.split('`').enumerate().map(|(number, part)| {
        if number % 2 == 1 {
            return part.to_owned();
        }
        let part = if part.contains("[[") { part.replace("[[", "[\\[").replace("]](", "\\]](") } else { part.to_owned() };
        let mut out = String::with_capacity(part.len());
        let mut rest = part.as_str();
        while let Some((before, after)) = rest.split_once("{{") {
            let name = after.trim_start().trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '_');
            let is_call = name.len() < after.trim_start().len() && name.trim_start().starts_with('(');
            out.push_str(before);
            match after.find("}}").filter(|_| is_call) {
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
        let end = from.find(|c: char| c.is_whitespace() || matches!(c, ')' | '>' | '"' | '\'' | ']' | '`')).unwrap_or(from.len());
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

/// A line in which links to files of the other site are words, because these files are not here, and so are pictures that cannot be
/// taken along.
fn without_files(line: &str, place: &str, pictures: &mut Pictures<'_>, import: &mut Import) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find("](") {
        let (before, from) = rest.split_at(at);
        let inside = &from[2..];
        let Some(open) = before.rfind('[') else {
            out.push_str(before);
            out.push_str("](");
            rest = inside;
            continue;
        };
        // Where nothing closes this one, nothing closes any that follows.
        let Some(end) = inside.find(')') else { break };
        let target = inside[..end].split_whitespace().next().unwrap_or_default();
        let words = &before[open + 1..];
        let is_picture = before[..open].ends_with('!');
        let is_elsewhere = ["http://", "https://", "mailto:", "tel:", "#"].iter().any(|start| target.starts_with(start));
        // A picture without a description has none here either, which is a mistake.
        let copy = if is_picture && !is_elsewhere && !words.trim().is_empty() { pictures.take(target) } else { None };
        if let Some(name) = copy {
            out.push_str(before);
            out.push_str("](");
            out.push_str(&name);
            // A title may follow the address.
            out.push_str(inside[..end].trim_start().strip_prefix(target).unwrap_or_default());
            out.push(')');
        } else if is_elsewhere || target.is_empty() || (target.starts_with('/') && !is_picture) {
            out.push_str(before);
            out.push_str(&from[..end + 3]);
        } else {
            out.push_str(before[..open].strip_suffix('!').filter(|_| is_picture).unwrap_or(&before[..open]));
            out.push_str(words);
            let target = if target.starts_with('{') { inside[..end].trim() } else { target };
            import.note(
                place,
                Fate::Dropped,
                match is_picture {
                    true if words.trim().is_empty() => sentences::picture_without_words(target),
                    true => sentences::picture(target),
                    false => sentences::link(target),
                },
            );
        }
        rest = &inside[end + 1..];
    }
    out.push_str(rest);
    out
}

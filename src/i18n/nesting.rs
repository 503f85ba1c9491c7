//! A file of words → where its braces or brackets stand too deep in each other for a parser that
//! calls itself for each.
//!
//! It reads no more of the form than it needs: texts, strings, and which message begins where.
//! Where a file has mistakes it can count too many, never too few.

/// How deep a selection, a reference or its arguments may stand in others.
const DEEPEST: usize = 20;

/// A `{` that is not closed yet.
#[derive(Default)]
struct Open {
    /// Whether texts to choose from follow, in which quotation marks are marks.
    selects: bool,
    brackets: usize,
}

/// The first place that is too deep.
pub(super) fn too_deep(text: &str) -> Option<usize> {
    let mut open: Vec<Open> = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if line.starts_with('#') || begins_a_message(line) {
            open.clear();
        }
        let mut bytes = line.bytes().enumerate().peekable();
        while let Some((at, byte)) = bytes.next() {
            if line.starts_with('#') {
                break;
            }
            match (byte, open.last_mut()) {
                (b'{', _) => open.push(Open::default()),
                (b'}', _) => _ = open.pop(),
                (_, None | Some(Open { selects: true, .. })) => {}
                (b'(', Some(own)) => own.brackets += 1,
                (b')', Some(own)) => own.brackets = own.brackets.saturating_sub(1),
                (b'-', Some(own)) => {
                    own.selects = bytes.peek().is_some_and(|(_, next)| *next == b'>');
                }
                (b'"', Some(_)) => {
                    while let Some((_, inside)) = bytes.next_if(|(_, inside)| *inside != b'"') {
                        // What follows a backslash ends no string.
                        if inside == b'\\' {
                            bytes.next();
                        }
                    }
                    bytes.next();
                }
                _ => {}
            }
            if open.len() > DEEPEST || open.last().is_some_and(|own| own.brackets > DEEPEST) {
                return Some(start + at);
            }
        }
        start += line.len();
    }
    None
}

/// Whether a line begins as `name =`, which nothing within a message does.
fn begins_a_message(line: &str) -> bool {
    let name = line.strip_prefix('-').unwrap_or(line);
    let behind =
        name.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && behind.trim_start_matches(' ').starts_with('=')
}

//! Text that came from outside → text that is read and does nothing else.
//!
//! A terminal obeys control characters; bidirectional controls and line separators can make a line
//! look like another; GitHub's runner takes a line that begins with two colons for a command, and
//! `##[` anywhere in one. Such a character is written as its code point, in the way of the text
//! that it stands in. Who logs in with which password, where an address says so, is not shown.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::user_info::without_user_info;

/// What a text is written in, which decides how a character is written that must do nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Lines for people, and tables: `<U+001B>`.
    Plain,
    /// The same with our own colours, in which nothing else can have written any.
    Coloured,
    /// JSON, where such a character can stand in strings alone: `\u001b`.
    Json,
    /// Markdown or HTML: `&#x1B;`.
    Markup,
    /// Commands to GitHub's runner, each a line of ours.
    Commands,
}

/// Bidirectional controls, characters without width, and separators of lines. The joiners are
/// ordinary letters' helpers in some scripts, and U+200D joins emoji, so they are let pass.
pub fn is_deceptive(c: char) -> bool {
    matches!(
        c,
        '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}' | '\u{00AD}'
    )
}

/// A name or a sentence in one line: line ends and tabs in it are none of ours.
pub fn in_one_line(text: &str) -> Cow<'_, str> {
    written(text, Form::Plain, |_, _| false)
}

/// A text whose lines and columns we laid out.
pub fn visible(text: &str, form: Form) -> Cow<'_, str> {
    let is_layout = |c, rest: &str| match c {
        '\n' | '\t' => true,
        '\r' => rest.starts_with('\n'),
        '\u{1b}' => form == Form::Coloured && is_colour(rest),
        _ => false,
    };
    written(text, form, is_layout)
}

fn written(text: &str, form: Form, is_layout: impl Fn(char, &str) -> bool) -> Cow<'_, str> {
    match without_user_info(text) {
        Cow::Borrowed(text) => acting_nowhere(text, form, is_layout),
        Cow::Owned(text) => Cow::Owned(acting_nowhere(&text, form, is_layout).into_owned()),
    }
}

/// Writes what acts as code points, but for what `is_layout` says of it and of the text behind it.
fn acting_nowhere(text: &str, form: Form, is_layout: impl Fn(char, &str) -> bool) -> Cow<'_, str> {
    if !text.contains(|c: char| c.is_control() || is_deceptive(c))
        && !text.contains("::")
        && !text.contains("##")
    {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    let mut begins = true;
    for (at, c) in text.char_indices() {
        let rest = &text[at + c.len_utf8()..];
        let acts = match c {
            // Three stand in front of a second place; a command whose name begins with a colon is
            // none.
            ':' => {
                begins && form != Form::Commands && rest.starts_with(':') && !rest.starts_with("::")
            }
            '[' => ends_with_mark(&text[..at]),
            _ => (c.is_control() || is_deceptive(c)) && !is_layout(c, rest),
        };
        if acts {
            push(&mut shown, c, form);
        } else {
            shown.push(c);
        }
        // What the runner passes over before a command: white space, and characters that its
        // comparison of texts ignores.
        begins =
            c == '\n' && !acts || begins && !acts && !(c.is_ascii_graphic() || c.is_alphanumeric());
    }
    Cow::Owned(shown)
}

/// Whether the text ends with `##`, or with that and a word, as in `##vso`, by which other runners
/// know their commands.
fn ends_with_mark(text: &str) -> bool {
    text.trim_end_matches(|c: char| c.is_ascii_alphabetic()).ends_with("##")
}

/// Whether an escape character begins a sequence that does nothing but choose colour and weight
/// (ECMA-48, SGR).
fn is_colour(rest: &str) -> bool {
    rest.strip_prefix('[').is_some_and(|rest| {
        rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == ';').starts_with('m')
    })
}

fn push(shown: &mut String, c: char, form: Form) {
    let point = u32::from(c);
    // Writing to a string cannot fail; all of these are in the first plane.
    let _ = match form {
        Form::Plain | Form::Coloured | Form::Commands => write!(shown, "<U+{point:04X}>"),
        Form::Json => write!(shown, "\\u{point:04x}"),
        Form::Markup => write!(shown, "&#x{point:X};"),
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_acts_is_written_as_its_code_point() {
        for (text, plain) in [
            ("a\u{1b}[2Jb\u{7f}c\u{9b}31md\u{85}", "a<U+001B>[2Jb<U+007F>c<U+009B>31md<U+0085>"),
            ("a\rb\r\nc\0", "a<U+000D>b\r\nc<U+0000>"),
            ("a\u{202e}b\u{2028}c\u{feff}", "a<U+202E>b<U+2028>c<U+FEFF>"),
            ("::error::a", "<U+003A>:error::a"),
            (" ::: a.md:3:1\n ::: b", " ::: a.md:3:1\n ::: b"),
            (
                "a\n \u{a0}\u{200d}::set-env name=A::b",
                "a\n \u{a0}\u{200d}<U+003A>:set-env name=A::b",
            ),
            ("a ##[group]b ##vso[task]c #[d]", "a ##<U+005B>group]b ##vso<U+005B>task]c #[d]"),
            ("a::b, a line\n\tin columns: 👩‍🚒", "a::b, a line\n\tin columns: 👩‍🚒"),
        ] {
            assert_eq!(visible(text, Form::Plain), plain);
        }
        assert_eq!(
            visible("see https://me:hush@host.example/\u{7}", Form::Plain),
            "see https://*******@host.example/<U+0007>"
        );
        assert_eq!(in_one_line("a\nb\tc"), "a<U+000A>b<U+0009>c");
        assert_eq!(in_one_line("a\n::error::"), "a<U+000A>::error::");
    }

    #[test]
    fn our_own_colours_pass_where_they_are_meant() {
        let text = "\u{1b}[1m\u{1b}[38;5;9merror\u{1b}[0m \u{1b}]8;;x\u{7}\u{1b}[2J";
        assert_eq!(
            visible(text, Form::Coloured),
            "\u{1b}[1m\u{1b}[38;5;9merror\u{1b}[0m <U+001B>]8;;x<U+0007><U+001B>[2J"
        );
        assert_eq!(visible("\u{1b}[1m", Form::Plain), "<U+001B>[1m");
    }

    #[test]
    fn other_forms_say_the_same_in_their_own_way() {
        let text = serde_json::to_string("a\u{7f}\u{9b}\u{202e}##[x] \u{1b}").unwrap();
        let json = visible(&text, Form::Json);
        assert_eq!(json, r#""a\u007f\u009b\u202e##\u005bx] \u001b""#);
        assert_eq!(
            serde_json::from_str::<String>(&json).unwrap(),
            "a\u{7f}\u{9b}\u{202e}##[x] \u{1b}"
        );
        assert_eq!(visible("<p>\u{202e}</p>", Form::Markup), "<p>&#x202E;</p>");
        assert_eq!(
            visible("::error file=a::b ##[c]\u{1b}", Form::Commands),
            "::error file=a::b ##<U+005B>c]<U+001B>"
        );
    }
}

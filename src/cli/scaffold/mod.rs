//! What a new site and a new record begin with: texts with gaps, and what fills them.
//!
//! A gap is a name between two at signs, as in `@title@`; every other at sign is text. Gaps are
//! filled once, so that what an editor typed is never taken for a gap. A value goes into YAML as
//! [`quoted`].

pub(super) mod hosts;
pub(super) mod program;
pub(super) mod records;
pub(super) mod site;
pub(super) mod snippets;
pub(super) mod sound;

use crate::diag::{Form, visible};

/// The text with its gaps filled. A gap whose name is not among `values` stays as it is.
pub(super) fn fill(template: &str, values: &[(&str, String)]) -> String {
    let mut text = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('@') {
        text.push_str(before);
        let filled = after.split_once('@').and_then(|(name, behind)| {
            let (_, value) = values.iter().find(|(known, _)| *known == name)?;
            Some((value, behind))
        });
        match filled {
            Some((value, behind)) => {
                text.push_str(value);
                rest = behind;
            }
            None => {
                text.push('@');
                rest = after;
            }
        }
    }
    text.push_str(rest);
    text
}

/// A text as YAML that means it, whatever is in it.
pub(super) fn quoted(text: &str) -> String {
    let is_plain = text.starts_with(|c: char| c.is_alphabetic())
        && text.chars().all(|c| {
            c.is_alphanumeric() || matches!(c, ' ' | '-' | '/' | '(' | ')' | '.' | '\'' | '’')
        })
        && !text.ends_with(' ')
        && !matches!(
            &*text.to_ascii_lowercase(),
            "true" | "false" | "yes" | "no" | "on" | "off" | "null" | "y" | "n"
        );
    // Control characters can stand in YAML as escapes alone.
    if is_plain {
        text.to_owned()
    } else {
        visible(&serde_json::Value::from(text).to_string(), Form::Json).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gap_is_filled_once_and_other_at_signs_stay() {
        let values = [("title", "@date@ & a@b".to_owned()), ("date", "2021-03-10".to_owned())];
        assert_eq!(
            fill("@title@, @date@; use: actions/checkout@08c6 # @else@", &values),
            "@date@ & a@b, 2021-03-10; use: actions/checkout@08c6 # @else@"
        );
    }

    #[test]
    fn what_yaml_would_take_for_something_else_is_quoted() {
        assert_eq!(
            ["A fire", "Fire: a test", "yes", "2021", "l’eau", "- a", ""].map(quoted),
            ["A fire", "\"Fire: a test\"", "\"yes\"", "\"2021\"", "l’eau", "\"- a\"", "\"\""]
        );
    }
}

//! The colours of badges and cards, and text in an SVG.

/// A colour of the theme, on light paper and on dark.
#[derive(Debug, Clone, Copy)]
pub(super) struct Colour {
    pub(super) light: &'static str,
    pub(super) dark: &'static str,
}

/// The colour by which the built-in theme marks a state, named as its classes are.
pub(super) fn colour(class: &str) -> Colour {
    match class {
        "waiting" | "unchecked" => Colour { light: "#994d00", dark: "#ffd08a" },
        "overdue" => Colour { light: "#9f1239", dark: "#ff5c7a" },
        "published" | "published-late" => Colour { light: "#087093", dark: "#8feaff" },
        "delivered" => Colour { light: "#3b1a78", dark: "#a983f2" },
        _ => Colour { light: "#4a5560", dark: "#9da8b2" },
    }
}

/// Text inside an element or a quoted attribute, in one line, of characters that XML 1.0 knows.
pub(super) fn text(text: &str) -> String {
    let known: String = super::text::plain(text)
        .chars()
        .filter(|c| !matches!(c, '\u{FFFE}' | '\u{FFFF}'))
        .collect();
    super::text::html(&known)
}

/// `text` in no more than `most` characters, the last of them an ellipsis where something was left
/// out.
pub(super) fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let kept: String = text.chars().take(most.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

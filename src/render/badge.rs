//! A clock → its badge: a small picture in SVG, and data from which a service of badges draws its
//! own.
//!
//! Pictures are cached for weeks by those who show them. So the day for which the number holds
//! stands in the picture itself, and a badge whose check has expired has no number. Text is text,
//! in whatever fonts there are: the width of each side is reckoned from a table of usual widths,
//! and `textLength` fits the letters into it.
//!
//! Absent on purpose: scripts, links, fonts and anything else that would have to be fetched.

use serde::Serialize;

use super::svg::{Colour, colour, shortened, text};
use crate::model::Id;
use crate::plan::BadgeForm;
use crate::site::SiteModel;
use crate::view::{BadgeView, Locale};

/// The longest label that is drawn in full, in characters; the whole sentence is in the title.
const LABEL: usize = 72;
/// The longest message: what is true of a clock ends with its day, which must not be cut off.
const MESSAGE: usize = 160;
/// The size of the letters, in pixels.
const SIZE: u32 = 12;
/// The space at both ends of a side, in pixels.
const SPACE: u32 = 8;

/// Renders one form of the badge of a clock.
pub(super) fn render(
    site: &SiteModel,
    language: &str,
    (incident, clock): (&Id, &Id),
    form: BadgeForm,
) -> Vec<u8> {
    let locale = Locale { site, language };
    let Some(badge) = site.clock(incident, clock).and_then(|clock| locale.badge(clock)) else {
        return Vec::new();
    };
    match form {
        BadgeForm::Svg => svg(&badge).into_bytes(),
        BadgeForm::Json => json(&badge),
    }
}

/// For how many seconds a service of badges may show the same one: a build a day is the least that
/// a site needs.
const CACHE_SECONDS: u32 = 3600;

/// The keys that services of badges read, and no others: they refuse a badge with a key that they
/// do not know.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Endpoint<'a> {
    schema_version: u8,
    label: &'a str,
    message: &'a str,
    color: &'a str,
    cache_seconds: u32,
}

fn json(badge: &BadgeView) -> Vec<u8> {
    let endpoint = Endpoint {
        schema_version: 1,
        label: &badge.label,
        message: &badge.message,
        color: colour(&badge.class).light,
        cache_seconds: CACHE_SECONDS,
    };
    // Strings and numbers always serialise.
    let mut bytes = serde_json::to_vec_pretty(&endpoint).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

fn svg(badge: &BadgeView) -> String {
    let (label, message) = (shortened(&badge.label, LABEL), shortened(&badge.message, MESSAGE));
    let (left, right) = (width(&label), width(&message));
    let (left_box, right_box) = (left + 2 * SPACE, right + 2 * SPACE);
    let whole = left_box + right_box;
    let Colour { light, dark } = colour(&badge.class);
    let (label, message, title) = (text(&label), text(&message), text(&badge.title));
    let right_text = left_box + SPACE;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{whole}\" height=\"24\" viewBox=\"0 0 {whole} 24\" role=\"img\">\n\
         <title>{title}</title>\n\
         <style>text{{font:500 {SIZE}px \"Public Sans\",\"Segoe UI\",Roboto,Arial,\"Noto Sans KR\",\"Malgun Gothic\",sans-serif}}\
         .p{{fill:#f3f6f4}}.i{{fill:#12191c}}.c{{fill:{light}}}.o{{fill:#fff}}\
         @media(prefers-color-scheme:dark){{.p{{fill:#1b2126}}.i{{fill:#e9ece9}}.c{{fill:{dark}}}.o{{fill:#14181c}}}}</style>\n\
         <rect class=\"p\" width=\"{whole}\" height=\"24\" rx=\"2\"/>\n\
         <path class=\"c\" d=\"M{left_box} 0H{end}a2 2 0 0 1 2 2v20a2 2 0 0 1-2 2H{left_box}z\"/>\n\
         <text class=\"i\" x=\"{SPACE}\" y=\"16\" textLength=\"{left}\" lengthAdjust=\"spacingAndGlyphs\">{label}</text>\n\
         <text class=\"o\" x=\"{right_text}\" y=\"16\" textLength=\"{right}\" lengthAdjust=\"spacingAndGlyphs\">{message}</text>\n\
         </svg>\n",
        end = whole - 2,
    )
}

/// The width of a text in pixels, as usual sans-serif fonts have it.
fn width(text: &str) -> u32 {
    let hundredths: u32 = text.chars().map(hundredths_of_size).sum();
    (hundredths * SIZE).div_ceil(100)
}

/// The width of a character in hundredths of the size of the letters.
fn hundredths_of_size(c: char) -> u32 {
    match c {
        'i' | 'j' | 'l' | '\'' | '|' => 24,
        ' ' | '.' | ',' | ':' | ';' | '!' | 'I' | 'f' | 't' | '/' | '(' | ')' | '’' => 32,
        'r' | '-' | '“' | '”' => 38,
        'm' | 'M' | 'w' | 'W' | '—' | '…' | '@' | '%' => 88,
        'A'..='Z' => 68,
        // Letters that are written on top of others, and marks without a width.
        '\u{300}'..='\u{36F}'
        | '\u{200B}'..='\u{200F}'
        | '\u{2060}'..='\u{206F}'
        | '\u{FE00}'..='\u{FE0F}' => 0,
        // Hangul, kana, Han and full-width forms, and pictures: square.
        '\u{1100}'..='\u{115F}'
        | '\u{2E80}'..='\u{D7FF}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{FE30}'..='\u{FE4F}'
        | '\u{FF00}'..='\u{FF60}' => 100,
        '\u{1F000}'..='\u{3FFFF}' => 120,
        _ => 57,
    }
}

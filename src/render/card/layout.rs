//! What a card says, laid out: 1,200 by 630 pixels, one large number, and below it what it counts and until when.

use std::fmt::Write as _;

use super::font::{Face, width};
use crate::plan::view::{CARD_HEIGHT, CARD_WIDTH, CardView};
use crate::render::svg::{colour, text};

const PAPER: &str = "#fcfdfc";
const INK: &str = "#12191c";
const SOFT: &str = "#515b61";
const RULE: &str = "#d3dbd7";

/// The space at the left and at the right.
const MARGIN: f32 = 72.0;
/// What is left between them.
#[expect(clippy::cast_precision_loss, reason = "a width of some hundred pixels")]
const ROOM: f32 = CARD_WIDTH as f32 - 2.0 * MARGIN;

/// The colours of a card: the paper first.
pub(super) fn colours(card: &CardView) -> [&'static str; 5] {
    [PAPER, INK, SOFT, RULE, accent(card)]
}

fn accent(card: &CardView) -> &'static str {
    card.badge.as_ref().map_or(SOFT, |(_, class)| colour(class).light)
}

/// The card as SVG.
pub(super) fn svg(card: &CardView) -> String {
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{CARD_WIDTH}\" height=\"{CARD_HEIGHT}\">\
         <path fill=\"{RULE}\" d=\"M72 124H1128V126H72z\"/><path fill=\"{INK}\" d=\"M72 540H1128V542H72z\"/>"
    );
    head(&mut svg, card);
    if card.number.is_empty() {
        without_number(&mut svg, card);
    } else {
        with_number(&mut svg, card);
    }
    let foot = Line { face: Face::Sans, size: 27.0, fill: INK };
    let right = width(&card.address, Face::Sans) * foot.size;
    foot.write(&mut svg, MARGIN, 588.0, &card.day);
    let room = ROOM - width(&card.day, Face::Sans) * foot.size - 40.0;
    if right <= room {
        Line { fill: SOFT, ..foot }.write(&mut svg, MARGIN + ROOM - right, 588.0, &card.address);
    }
    svg.push_str("</svg>");
    svg
}

/// The site's name, and the badge at the other end of the line.
fn head(svg: &mut String, card: &CardView) {
    let mut room = ROOM;
    if let Some((word, class)) = &card.badge {
        let line = Line { face: Face::Sans, size: 27.0, fill: colour(class).light };
        let wide = width(word, line.face) * line.size + 36.0;
        let left = MARGIN + ROOM - wide;
        // Writing to a string cannot fail.
        let _ = write!(
            svg,
            "<rect x=\"{left:.1}\" y=\"61.5\" width=\"{wide:.1}\" height=\"42\" rx=\"3\" fill=\"none\" stroke=\"{}\" stroke-width=\"2.5\"/>",
            line.fill
        );
        line.write(svg, left + 18.0, 92.0, word);
        room -= wide + 40.0;
    }
    let name = Line { face: Face::Serif, size: 38.0, fill: INK };
    for line in wrapped(&card.site, &name, room, 1) {
        name.write(svg, MARGIN, 94.0, &line);
    }
}

fn with_number(svg: &mut String, card: &CardView) {
    let small = Line { face: Face::Serif, size: 40.0, fill: SOFT };
    small.write(svg, MARGIN, 178.0, &card.at_least);
    // The fonts have no narrow space.
    let days = card.number.replace('\u{202F}', "\u{A0}");
    let one = width(&days, Face::Serif).max(0.1);
    let number = Line { face: Face::Serif, size: (ROOM / one).min(if card.at_least.is_empty() { 238.0 } else { 190.0 }), fill: INK };
    let base = 322.0;
    // The first figure has some space of its own at its left.
    number.write(svg, MARGIN - number.size * 0.03, base, &days);
    let below = Line { face: Face::Serif, size: 46.0, fill: INK };
    let lines = wrapped(&card.below, &below, ROOM, 2);
    let mut y = base + 92.0;
    for line in &lines {
        below.write(svg, MARGIN, y, line);
        y += 52.0;
    }
    y += 2.0;
    let title = Line { face: Face::Serif, size: 34.0, fill: SOFT };
    for line in wrapped(&card.title, &title, ROOM, if lines.len() > 1 { 1 } else { 2 }) {
        title.write(svg, MARGIN, y, &line);
        y += 41.0;
    }
}

/// The name of the incident where a number would be, and below it why there is none.
fn without_number(svg: &mut String, card: &CardView) {
    let title = Line { face: Face::Serif, size: 68.0, fill: INK };
    let mut y = 212.0;
    for line in wrapped(&card.title, &title, ROOM, 3) {
        title.write(svg, MARGIN, y, &line);
        y += 74.0;
    }
    let below = Line { face: Face::Serif, size: 38.0, fill: SOFT };
    y -= 8.0;
    for line in wrapped(&card.below, &below, ROOM, if y > 400.0 { 3 } else { 4 }) {
        below.write(svg, MARGIN, y, &line);
        y += 46.0;
    }
}

/// How a line is written.
struct Line {
    face: Face,
    size: f32,
    fill: &'static str,
}

impl Line {
    fn write(&self, svg: &mut String, x: f32, y: f32, line: &str) {
        if !line.is_empty() {
            let (family, size, fill) = (self.face.family(), self.size, self.fill);
            let _ = write!(
                svg,
                "<text x=\"{x:.1}\" y=\"{y:.1}\" font-family=\"{family}\" font-weight=\"500\" font-size=\"{size:.1}\" fill=\"{fill}\">{}</text>",
                text(line)
            );
        }
    }
}

/// `text` in lines no wider than `room`, and no more than `most`; the last ends in an ellipsis where something was left out.
///
/// Lines break between words, and within a word only where it is wider than a line.
fn wrapped(text: &str, style: &Line, room: f32, most: usize) -> Vec<String> {
    let fits = |line: &str| width(line, style.face) * style.size <= room;
    let mut lines: Vec<String> = Vec::new();
    let mut current = String::new();
    let mut is_cut = false;
    for word in text.split_whitespace().flat_map(|word| parts(word, fits)) {
        let longer = if current.is_empty() { word.clone() } else { format!("{current} {word}") };
        if fits(&longer) {
            current = longer;
        } else if lines.len() + 1 == most {
            is_cut = true;
            break;
        } else {
            lines.push(std::mem::replace(&mut current, word));
        }
    }
    while is_cut && !fits(&format!("{current}…")) && current.pop().is_some() {}
    if is_cut {
        current.truncate(current.trim_end_matches([' ', ',', '.', ';', ':']).len());
        current.push('…');
    }
    if !current.is_empty() {
        lines.push(current);
    }
    lines
}

/// A word in parts that fit a line each: one, as a rule.
fn parts(word: &str, fits: impl Fn(&str) -> bool) -> Vec<String> {
    // More than this fits no card, and a text may be a megabyte of one word.
    let word: String = word.chars().take(400).collect();
    if fits(&word) {
        return vec![word];
    }
    let mut parts = vec![String::new()];
    for c in word.chars() {
        if let Some(part) = parts.last_mut() {
            part.push(c);
            if !fits(part) && part.chars().count() > 1 {
                part.pop();
                parts.push(c.to_string());
            }
        }
    }
    parts
}

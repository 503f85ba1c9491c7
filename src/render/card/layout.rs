//! What a card says, laid out: 1,200 by 630 pixels, one large number, and below it what it counts
//! and until when.

use super::font::{Face, width};
use super::picture::{Ink, Picture};
use crate::render::text::plain;
use crate::view::{CARD_WIDTH, CardView};

/// The space at the left and at the right.
const MARGIN: f32 = 72.0;
/// What is left between them.
#[expect(clippy::cast_precision_loss, reason = "a width of some hundred pixels")]
const ROOM: f32 = CARD_WIDTH as f32 - 2.0 * MARGIN;

/// Draws a card.
pub(super) fn drawn(card: &CardView) -> Picture {
    let mut picture = Picture::empty();
    picture.bar(MARGIN, 124.0, ROOM, 2.0, Ink::Rule);
    picture.bar(MARGIN, 540.0, ROOM, 2.0, Ink::Text);
    head(&mut picture, card);
    if card.number.is_empty() {
        without_number(&mut picture, card);
    } else {
        with_number(&mut picture, card);
    }
    let foot = Line { face: Face::Sans, size: 27.0, ink: Ink::Text };
    let right = width(&card.address, Face::Sans) * foot.size;
    foot.write(&mut picture, MARGIN, 588.0, &card.day);
    let room = ROOM - width(&card.day, Face::Sans) * foot.size - 40.0;
    if right <= room {
        Line { ink: Ink::Soft, ..foot }.write(
            &mut picture,
            MARGIN + ROOM - right,
            588.0,
            &card.address,
        );
    }
    picture
}

/// The site's name, and the badge at the other end of the line.
fn head(picture: &mut Picture, card: &CardView) {
    let mut room = ROOM;
    if let Some((word, _)) = &card.badge {
        let line = Line { face: Face::Sans, size: 27.0, ink: Ink::Accent };
        let wide = width(word, line.face) * line.size + 36.0;
        let left = MARGIN + ROOM - wide;
        picture.frame(left, 61.5, wide, 42.0, line.ink);
        line.write(picture, left + 18.0, 92.0, word);
        room -= wide + 40.0;
    }
    let name = Line { face: Face::Serif, size: 38.0, ink: Ink::Text };
    for line in wrapped(&card.site, &name, room, 1) {
        name.write(picture, MARGIN, 94.0, &line);
    }
}

fn with_number(picture: &mut Picture, card: &CardView) {
    let small = Line { face: Face::Serif, size: 40.0, ink: Ink::Soft };
    small.write(picture, MARGIN, 178.0, &card.at_least);
    // The fonts have no narrow space.
    let days = card.number.replace('\u{202F}', "\u{A0}");
    let one = width(&days, Face::Serif).max(0.1);
    let number = Line {
        face: Face::Serif,
        size: (ROOM / one).min(if card.at_least.is_empty() { 238.0 } else { 190.0 }),
        ink: Ink::Text,
    };
    let base = 322.0;
    // The first figure has some space of its own at its left.
    number.write(picture, MARGIN - number.size * 0.03, base, &days);
    let below = Line { face: Face::Serif, size: 46.0, ink: Ink::Text };
    let lines = wrapped(&card.below, &below, ROOM, 2);
    let mut y = base + 92.0;
    for line in &lines {
        below.write(picture, MARGIN, y, line);
        y += 52.0;
    }
    y += 2.0;
    let title = Line { face: Face::Serif, size: 34.0, ink: Ink::Soft };
    for line in wrapped(&card.title, &title, ROOM, if lines.len() > 1 { 1 } else { 2 }) {
        title.write(picture, MARGIN, y, &line);
        y += 41.0;
    }
}

/// The name of the incident where a number would be, and below it why there is none.
fn without_number(picture: &mut Picture, card: &CardView) {
    let title = Line { face: Face::Serif, size: 68.0, ink: Ink::Text };
    let mut y = 212.0;
    for line in wrapped(&card.title, &title, ROOM, 3) {
        title.write(picture, MARGIN, y, &line);
        y += 74.0;
    }
    let below = Line { face: Face::Serif, size: 38.0, ink: Ink::Soft };
    y -= 8.0;
    for line in wrapped(&card.below, &below, ROOM, if y > 400.0 { 3 } else { 4 }) {
        below.write(picture, MARGIN, y, &line);
        y += 46.0;
    }
}

/// How a line is written.
struct Line {
    face: Face,
    size: f32,
    ink: Ink,
}

impl Line {
    /// From `x`, on the line `y`.
    fn write(&self, picture: &mut Picture, x: f32, y: f32, line: &str) {
        picture.text((x, y), &plain(line), self.face, self.size, self.ink);
    }
}

/// `text` in lines no wider than `room`, and no more than `most`; the last ends in an ellipsis
/// where something was left out.
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

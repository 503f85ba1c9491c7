//! The pixels of a card, and its PNG.
//!
//! A card has one colour of paper and four of ink, and the edges of letters are mixtures of an ink
//! with the paper. So a pixel is one byte from the beginning: an ink, and how much of it. Nothing
//! here depends on the machine: the same card gives the same bytes.

use tiny_skia::{Path, PathBuilder, Rect};

use super::font::{self, Face};
use super::stamp::{self, Stamp};
use crate::view::{CARD_HEIGHT, CARD_WIDTH};

const PAPER: Rgb = [0xfc, 0xfd, 0xfc];
const TEXT: Rgb = [0x12, 0x19, 0x1c];
const SOFT: Rgb = [0x51, 0x5b, 0x61];
const RULE: Rgb = [0xd3, 0xdb, 0xd7];

/// Steps from the paper to an ink.
const STEPS: u8 = 16;

type Rgb = [u8; 3];

/// A colour of a card beside its paper.
#[derive(Debug, Clone, Copy)]
pub(super) enum Ink {
    /// What is said.
    Text,
    /// What is said in addition.
    Soft,
    /// A line that only divides.
    Rule,
    /// The state of the clock.
    Accent,
}

/// A card while it is drawn: for each pixel a place in the palette.
pub(super) struct Picture {
    pixels: Vec<u8>,
}

impl Picture {
    /// Paper alone.
    pub(super) fn empty() -> Picture {
        Picture { pixels: vec![0; CARD_WIDTH as usize * CARD_HEIGHT as usize] }
    }

    /// One line of text, from a point on the line on which its letters stand.
    pub(super) fn text(&mut self, (x, y): (f32, f32), text: &str, face: Face, size: f32, ink: Ink) {
        for glyph in font::glyphs(text, face) {
            let ((x, right), (y, down)) =
                (quarters(x + glyph.x * size), quarters(y + glyph.y * size));
            if let Some(stamp) = stamp::of_glyph(glyph.font, glyph.id, size, [right, down]) {
                self.press(&stamp, x, y, ink);
            }
        }
    }

    /// A full rectangle.
    pub(super) fn bar(&mut self, x: f32, y: f32, width: f32, height: f32, ink: Ink) {
        self.fill(Rect::from_xywh(x, y, width, height).map(PathBuilder::from_rect), ink);
    }

    /// A line around a rectangle, with round corners.
    pub(super) fn frame(&mut self, x: f32, y: f32, width: f32, height: f32, ink: Ink) {
        let half = 1.25;
        let mut path = PathBuilder::new();
        round(&mut path, [x - half, y - half, x + width + half, y + height + half], 3.0 + half);
        // What goes around the other way is left out.
        round(&mut path, [x + width - half, y + half, x + half, y + height - half], 3.0 - half);
        self.fill(path.finish(), ink);
    }

    fn fill(&mut self, path: Option<Path>, ink: Ink) {
        if let Some(stamp) = path.and_then(|path| stamp::of_path(&path)) {
            self.press(&stamp, 0, 0, ink);
        }
    }

    /// What lies outside of the card is left out.
    fn press(&mut self, stamp: &Stamp, x: i32, y: i32, ink: Ink) {
        let skipped_and_begun = |at: i32| {
            (usize::try_from(at.saturating_neg()).unwrap_or(0), usize::try_from(at).unwrap_or(0))
        };
        let (skipped_columns, left) = skipped_and_begun(x.saturating_add(stamp.left));
        let (skipped_rows, top) = skipped_and_begun(y.saturating_add(stamp.top));
        let rows = self.pixels.chunks_exact_mut(CARD_WIDTH as usize).skip(top);
        for (row, covered) in
            rows.zip(stamp.mask.data().chunks_exact(stamp.mask.width() as usize).skip(skipped_rows))
        {
            for (pixel, cover) in
                row.iter_mut().skip(left).zip(covered.iter().skip(skipped_columns))
            {
                *pixel = (*pixel).max(place(ink, *cover));
            }
        }
    }

    /// The bytes of the file, with this colour of the state.
    ///
    /// Gives no bytes if they cannot be encoded, which a card always can.
    pub(super) fn png(&self, accent: &str) -> Vec<u8> {
        self.encoded(&palette([TEXT, SOFT, RULE, rgb(accent)])).unwrap_or_default()
    }

    fn encoded(&self, palette: &[Rgb]) -> Result<Vec<u8>, png::EncodingError> {
        let mut bytes = Vec::with_capacity(48 << 10);
        let mut encoder = png::Encoder::new(&mut bytes, CARD_WIDTH, CARD_HEIGHT);
        encoder.set_color(png::ColorType::Indexed);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_palette(palette.concat());
        // After this filter hardly anything is left but zeros, in which this compression is quick
        // and good.
        encoder.set_filter(png::Filter::Paeth);
        encoder.set_deflate_compression(png::DeflateCompression::FdeflateUltraFast);
        let mut writer = encoder.write_header()?;
        writer.write_image_data(&self.pixels)?;
        writer.finish()?;
        Ok(bytes)
    }
}

/// The nearest quarter of a pixel: its pixel, and which of the four it is.
fn quarters(at: f32) -> (i32, u8) {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a place on a card or near to it; what is far away is not drawn"
    )]
    let quarters = (at * 4.0).round() as i32;
    (quarters.div_euclid(4), u8::try_from(quarters.rem_euclid(4)).unwrap_or(0))
}

/// A rectangle with round corners, from one side to the other, clockwise if left is at the left.
fn round(path: &mut PathBuilder, [left, top, right, bottom]: [f32; 4], radius: f32) {
    // How far from its corner a curve that is nearly a quarter of a circle is drawn to.
    let bent = radius * 0.447_715;
    let across = if left < right { 1.0 } else { -1.0 };
    let (wide, wide_bent) = (radius * across, bent * across);
    path.move_to(left + wide, top);
    path.line_to(right - wide, top);
    path.cubic_to(right - wide_bent, top, right, top + bent, right, top + radius);
    path.line_to(right, bottom - radius);
    path.cubic_to(right, bottom - bent, right - wide_bent, bottom, right - wide, bottom);
    path.line_to(left + wide, bottom);
    path.cubic_to(left + wide_bent, bottom, left, bottom - bent, left, bottom - radius);
    path.line_to(left, top + radius);
    path.cubic_to(left, top + bent, left + wide_bent, top, left + wide, top);
    path.close();
}

/// `#12191c`; black where it is no such colour.
fn rgb(hex: &str) -> Rgb {
    let part = |at: usize| {
        hex.get(at..at + 2).and_then(|part| u8::from_str_radix(part, 16).ok()).unwrap_or(0)
    };
    [part(1), part(3), part(5)]
}

/// The paper, then each ink in steps from the palest.
fn palette(inks: [Rgb; 4]) -> Vec<Rgb> {
    let mix = |from: u8, to: u8, step: u8| {
        let mixed = (u16::from(from) * u16::from(STEPS - step) + u16::from(to) * u16::from(step))
            / u16::from(STEPS);
        u8::try_from(mixed).unwrap_or(u8::MAX)
    };
    let steps = inks.into_iter().flat_map(|ink| {
        (1..=STEPS).map(move |step| [0, 1, 2].map(|part: usize| mix(PAPER[part], ink[part], step)))
    });
    std::iter::once(PAPER).chain(steps).collect()
}

/// Where in the palette an ink is that covers so much of a pixel.
fn place(ink: Ink, cover: u8) -> u8 {
    let step = (u16::from(cover) * u16::from(STEPS) + 127) / 255;
    match u8::try_from(step) {
        Ok(0) | Err(_) => 0,
        Ok(step) => ink as u8 * STEPS + step,
    }
}

//! An SVG of few colours → PNG.
//!
//! A card has one colour of paper and three or four of ink, and the edges of letters are mixtures of an ink with the paper. So a
//! palette of steps from the paper to each ink holds the whole picture in one byte a pixel, which is most of what makes it small and
//! fast to write. Nothing here depends on the machine: the same SVG gives the same bytes.

use std::sync::Arc;

use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use super::font::FONTS;
use crate::plan::view::{CARD_HEIGHT, CARD_WIDTH};

/// Steps from the paper to an ink.
const STEPS: u16 = 16;

type Rgb = [u8; 3];

/// Draws an SVG of a card's size in these colours, of which the first is the paper.
///
/// Gives no bytes if the SVG cannot be read, which one of ours always can.
pub(super) fn png(svg: &str, colours: [&str; 5]) -> Vec<u8> {
    let [paper, inks @ ..] = colours.map(rgb);
    let palette = palette(paper, &inks);
    let pixels = draw(svg, paper).map(|pixmap| indexed(&pixmap, &palette)).unwrap_or_default();
    encoded(&pixels, &palette).unwrap_or_default()
}

fn draw(svg: &str, [r, g, b]: Rgb) -> Option<Pixmap> {
    let options = Options { fontdb: Arc::clone(&FONTS), ..Options::default() };
    let tree = Tree::from_str(svg, &options).ok()?;
    let mut pixmap = Pixmap::new(CARD_WIDTH, CARD_HEIGHT)?;
    pixmap.fill(Color::from_rgba8(r, g, b, 255));
    resvg::render(&tree, Transform::identity(), &mut pixmap.as_mut());
    Some(pixmap)
}

/// `#12191c`; black where it is no such colour.
fn rgb(hex: &str) -> Rgb {
    let part = |at: usize| hex.get(at..at + 2).and_then(|part| u8::from_str_radix(part, 16).ok()).unwrap_or(0);
    [part(1), part(3), part(5)]
}

/// The paper, then each ink in steps from the palest.
fn palette(paper: Rgb, inks: &[Rgb]) -> Vec<Rgb> {
    let mut palette = vec![paper];
    for ink in inks {
        for step in 1..=STEPS {
            let mix = |from: u8, to: u8| {
                let mixed = (u16::from(from) * (STEPS - step) + u16::from(to) * step) / STEPS;
                u8::try_from(mixed).unwrap_or(u8::MAX)
            };
            palette.push([mix(paper[0], ink[0]), mix(paper[1], ink[1]), mix(paper[2], ink[2])]);
        }
    }
    palette
}

/// Each pixel as the nearest colour of the palette. Colours that are alike in their first five bits are looked up once.
fn indexed(pixmap: &Pixmap, palette: &[Rgb]) -> Vec<u8> {
    let paper = palette.first().copied().unwrap_or_default();
    let mut known: Vec<Option<u8>> = vec![None; 1 << 15];
    let pixels = pixmap.data().as_chunks::<4>().0.iter().map(|&[r, g, b, _]| {
        if [r, g, b] == paper {
            return 0;
        }
        let key = usize::from(r >> 3) << 10 | usize::from(g >> 3) << 5 | usize::from(b >> 3);
        match known.get_mut(key) {
            Some(found) => *found.get_or_insert_with(|| nearest([r, g, b], palette)),
            None => 0,
        }
    });
    pixels.collect()
}

fn nearest(colour: Rgb, palette: &[Rgb]) -> u8 {
    let distance = |other: &Rgb| -> i32 { colour.iter().zip(other).map(|(a, b)| (i32::from(*a) - i32::from(*b)).pow(2)).sum() };
    let at = palette.iter().enumerate().min_by_key(|(_, other)| distance(other)).map_or(0, |(at, _)| at);
    u8::try_from(at).unwrap_or(0)
}

fn encoded(pixels: &[u8], palette: &[Rgb]) -> Result<Vec<u8>, png::EncodingError> {
    let mut bytes = Vec::with_capacity(48 << 10);
    let mut encoder = png::Encoder::new(&mut bytes, CARD_WIDTH, CARD_HEIGHT);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_palette(palette.concat());
    encoder.set_deflate_compression(png::DeflateCompression::Level(1));
    encoder.set_filter(png::Filter::NoFilter);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(pixels)?;
    writer.finish()?;
    Ok(bytes)
}

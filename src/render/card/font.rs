//! The fonts of cards: how wide a text is in them, which glyphs it becomes, and their outlines.
//!
//! They are part of the program: subsets of Newsreader and Public Sans (Latin-1 and Latin
//! Extended-A) and of Noto Sans KR (the 2,350 Hangul syllables of KS X 1001), all under the Open
//! Font License beside them. A character that none of them has is drawn as an empty box.
//!
//! Absent on purpose: writing from right to left, since no script of these fonts is written so.

use std::sync::LazyLock;

use harfrust::{
    Direction, Script, ShapeOptions, ShapePlan, Shaper, ShaperData, UnicodeBuffer, script,
};
use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::outline::{DrawSettings, OutlineGlyphCollection, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider as _};
use unicode_normalization::UnicodeNormalization as _;

/// In the order of [`Face`]; Hangul is the last.
const FILES: [(&[u8], Script); 3] = [
    (include_bytes!("fonts/newsreader-medium.ttf"), script::LATIN),
    (include_bytes!("fonts/public-sans-medium.ttf"), script::LATIN),
    (include_bytes!("fonts/noto-sans-kr-medium.ttf"), script::HANGUL),
];
const HANGUL: usize = 2;

/// A font for Latin letters; Hangul is the same in both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Face {
    /// Newsreader, for what is counted.
    Serif,
    /// Public Sans, for what is said about it.
    Sans,
}

/// A glyph of a text: one of which font, and where its origin is, in units of the text's size from
/// the text's own; down is positive.
#[derive(Debug, Clone, Copy)]
pub(super) struct Glyph {
    pub(super) font: usize,
    pub(super) id: GlyphId,
    pub(super) x: f32,
    pub(super) y: f32,
}

/// A font, read once.
struct Font {
    characters: Charmap<'static>,
    metrics: GlyphMetrics<'static>,
    outlines: OutlineGlyphCollection<'static>,
    script: Script,
    shaper: Shaper<'static>,
    plan: ShapePlan,
}

static FONTS: LazyLock<Vec<Font>> =
    LazyLock::new(|| FILES.into_iter().filter_map(Font::read).collect());

impl Font {
    fn read((bytes, script): (&'static [u8], Script)) -> Option<Font> {
        let font = FontRef::new(bytes).ok()?;
        // One for each font, as long as the program runs.
        let data: &'static ShaperData = Box::leak(Box::new(ShaperData::new(&font)));
        let shaper = data.shaper(&font).build();
        Some(Font {
            characters: font.charmap(),
            metrics: font.glyph_metrics(Size::new(1.0), LocationRef::default()),
            outlines: font.outline_glyphs(),
            script,
            plan: ShapePlan::new(&shaper, Direction::LeftToRight, Some(script), None, &[]),
            shaper,
        })
    }

    fn advance(&self, c: char) -> Option<f32> {
        self.characters.map(c).and_then(|glyph| self.metrics.advance_width(glyph))
    }
}

/// The font that has this character; the first one, with its empty box, if none has it.
fn font_of(c: char, face: Face) -> usize {
    let has = |font: usize| FONTS.get(font).is_some_and(|font| font.characters.map(c).is_some());
    if !has(face as usize) && has(HANGUL) { HANGUL } else { face as usize }
}

/// The width of a text in units of its size. Kerning is left out, which makes it a little wider
/// than it will be.
pub(super) fn width(text: &str, face: Face) -> f32 {
    let advance =
        |c: char| [face as usize, HANGUL].into_iter().find_map(|font| FONTS.get(font)?.advance(c));
    text.chars().map(|c| advance(c).unwrap_or(0.6)).sum()
}

/// The glyphs of a text, with ligatures and kerning.
pub(super) fn glyphs(text: &str, face: Face) -> Vec<Glyph> {
    // A letter and its accent are one character wherever there is one, since that is what the fonts
    // have.
    let characters: Vec<(char, usize)> = text.nfc().map(|c| (c, font_of(c, face))).collect();
    let mut glyphs = Vec::with_capacity(characters.len());
    let mut x = 0.0;
    for run in characters.chunk_by(|(_, a), (_, b)| a == b) {
        let Some((at, font)) = run.first().and_then(|(_, at)| Some((*at, FONTS.get(*at)?))) else {
            continue;
        };
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(&run.iter().map(|(c, _)| c).collect::<String>());
        buffer.set_direction(Direction::LeftToRight);
        buffer.set_script(font.script);
        let shaped = font.shaper.shape(buffer, ShapeOptions::new().plan(Some(&font.plan)));
        // Positions are in units of the font, of which there are a thousand or two in its size.
        #[expect(clippy::cast_precision_loss, reason = "some thousand units")]
        let scaled = |units: i32| units as f32 / font.shaper.units_per_em() as f32;
        for (glyph, position) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()) {
            let (right, up) = (scaled(position.x_offset), scaled(position.y_offset));
            glyphs.push(Glyph { font: at, id: glyph.glyph_id.into(), x: x + right, y: -up });
            x += scaled(position.x_advance);
        }
    }
    glyphs
}

/// Draws the outline of a glyph, with the letter upwards, at `size` pixels.
pub(super) fn outline(font: usize, id: GlyphId, size: f32, pen: &mut impl OutlinePen) {
    if let Some(glyph) = FONTS.get(font).and_then(|font| font.outlines.get(id)) {
        // What cannot be drawn of a font of ours is left out; there is nothing.
        let _ = glyph.draw(DrawSettings::unhinted(Size::new(size), LocationRef::default()), pen);
    }
}

//! The fonts of cards, and how wide a text is in them.
//!
//! They are part of the program: subsets of Newsreader and Public Sans (Latin-1 and Latin Extended-A) and of Noto Sans KR (the 2,350
//! Hangul syllables of KS X 1001), all under the Open Font License beside them. A character that none of them has is drawn as an empty box.

use std::sync::{Arc, LazyLock};

use resvg::usvg::fontdb::Database;
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider as _};

const NEWSREADER: &[u8] = include_bytes!("fonts/newsreader-medium.ttf");
const PUBLIC_SANS: &[u8] = include_bytes!("fonts/public-sans-medium.ttf");
const NOTO_SANS_KR: &[u8] = include_bytes!("fonts/noto-sans-kr-medium.ttf");

/// A font for Latin letters; Hangul is the same in both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Face {
    /// Newsreader, for what is counted.
    Serif,
    /// Public Sans, for what is said about it.
    Sans,
}

impl Face {
    /// The value of `font-family`.
    pub(super) fn family(self) -> &'static str {
        match self {
            Face::Serif => "Newsreader, 'Noto Sans KR'",
            Face::Sans => "'Public Sans', 'Noto Sans KR'",
        }
    }

    fn bytes(self) -> &'static [u8] {
        match self {
            Face::Serif => NEWSREADER,
            Face::Sans => PUBLIC_SANS,
        }
    }
}

/// Every font, for what draws them.
pub(super) static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    for bytes in [NEWSREADER, PUBLIC_SANS, NOTO_SANS_KR] {
        fonts.load_font_data(bytes.to_vec());
    }
    Arc::new(fonts)
});

/// The width of a text in units of its size. Kerning is left out, which makes it a little wider than it will be.
pub(super) fn width(text: &str, face: Face) -> f32 {
    let mut whole = 0.0;
    let mut rest: Vec<char> = text.chars().collect();
    // What the first font lacks is drawn with the second, and what both lack with the first one's empty box.
    for (bytes, is_last) in [(face.bytes(), false), (NOTO_SANS_KR, true)] {
        let Ok(font) = FontRef::new(bytes) else { continue };
        let (map, metrics) = (font.charmap(), font.glyph_metrics(Size::new(1.0), LocationRef::default()));
        rest.retain(|c| match map.map(*c).and_then(|glyph| metrics.advance_width(glyph)) {
            Some(width) => {
                whole += width;
                false
            }
            None => {
                whole += if is_last { 0.6 } else { 0.0 };
                true
            }
        });
    }
    whole
}

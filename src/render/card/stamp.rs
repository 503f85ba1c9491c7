//! A shape → how much of each pixel it covers.
//!
//! A card is letters, mostly the same ones in the same few sizes. So each glyph is drawn once, at
//! the quarters of a pixel where it can begin, and pressed from then on. Each thread has stamps of
//! its own: they depend on nothing else, so that all have the same.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use skrifa::GlyphId;
use skrifa::outline::OutlinePen;
use tiny_skia::{FillRule, IntRect, Mask, Path, PathBuilder, Transform};

use super::font;

/// As many as a thread keeps: a few megabytes of Hangul, or all letters of a Latin site many times
/// over.
const MOST: usize = 4096;

/// What a shape covers, from 0 to 255, and where that begins, in pixels right and down from the
/// shape's origin.
pub(super) struct Stamp {
    pub(super) left: i32,
    pub(super) top: i32,
    pub(super) mask: Mask,
}

/// Which glyph of which font, its size as bits, and how many quarters of a pixel right and down it
/// begins.
type Key = (usize, GlyphId, u32, [u8; 2]);

thread_local! {
    static KNOWN: RefCell<HashMap<Key, Option<Rc<Stamp>>>> = RefCell::default();
}

/// A glyph; nothing for one without ink.
pub(super) fn of_glyph(
    font: usize,
    id: GlyphId,
    size: f32,
    quarters: [u8; 2],
) -> Option<Rc<Stamp>> {
    KNOWN.with_borrow_mut(|known| {
        if known.len() >= MOST {
            known.clear();
        }
        let draw = || {
            let [x, y] = quarters.map(|quarters| f32::from(quarters) / 4.0);
            let mut pen = Pen { path: PathBuilder::new(), x, y };
            font::outline(font, id, size, &mut pen);
            of_path(&pen.path.finish()?).map(Rc::new)
        };
        known.entry((font, id, size.to_bits(), quarters)).or_insert_with(draw).clone()
    })
}

/// A path; nothing for one that covers nothing. Where it overlaps itself in the same direction, it
/// is full.
pub(super) fn of_path(path: &Path) -> Option<Stamp> {
    // What is further from the origin than a card is wide is never seen.
    let seen = IntRect::from_ltrb(-1200, -1200, 1200, 1200)?;
    let bounds = path.bounds().round_out()?.intersect(&seen)?;
    let (left, top) = (bounds.left(), bounds.top());
    let mut mask = Mask::new(bounds.width(), bounds.height())?;
    #[expect(clippy::cast_precision_loss, reason = "some hundred pixels")]
    let to_origin = Transform::from_translate(-left as f32, -top as f32);
    mask.fill_path(path, FillRule::Winding, true, to_origin);
    Some(Stamp { left, top, mask })
}

/// An outline, in which up is positive, on pixels, where down is.
struct Pen {
    path: PathBuilder,
    x: f32,
    y: f32,
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.path.move_to(self.x + x, self.y - y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.path.line_to(self.x + x, self.y - y);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.path.quad_to(self.x + cx, self.y - cy, self.x + x, self.y - y);
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.path.cubic_to(
            self.x + ax,
            self.y - ay,
            self.x + bx,
            self.y - by,
            self.x + x,
            self.y - y,
        );
    }

    fn close(&mut self) {
        self.path.close();
    }
}

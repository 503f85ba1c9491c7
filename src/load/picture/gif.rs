//! A GIF → the same picture without comments, notes of programs, and whatever follows its end.
//!
//! Kept are the frames byte for byte, how long each is shown, how often the whole is repeated, and
//! colour profiles. A GIF that is cut off, or has a part of no known kind, gives nothing.

/// Applications whose parts decide how it looks: repetition, and a colour profile.
const APPLICATIONS: [&[u8]; 3] = [b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012"];

const END: u8 = 0x3B;
const IMAGE: u8 = 0x2C;
const EXTENSION: u8 = 0x21;
/// How the next frame is shown.
const GRAPHIC_CONTROL: u8 = 0xF9;
const APPLICATION: u8 = 0xFF;

/// The clean picture, and how many frames it has.
pub(super) fn stripped(picture: &[u8]) -> Option<(Vec<u8>, usize)> {
    if !picture.starts_with(b"GIF87a") && !picture.starts_with(b"GIF89a") {
        return None;
    }
    let mut at = 13 + colours(*picture.get(10)?);
    let mut bytes = picture.get(..at)?.to_vec();
    let mut frames = 0;
    loop {
        let start = at;
        let is_kept = match *picture.get(at)? {
            END => {
                bytes.push(END);
                return Some((bytes, frames));
            }
            IMAGE => {
                frames += 1;
                // The place of the frame, its colours, and how they were packed.
                at = behind_blocks(picture, at + 11 + colours(*picture.get(at + 9)?))?;
                true
            }
            EXTENSION => {
                let label = *picture.get(at + 1)?;
                at = behind_blocks(picture, at + 2)?;
                let named = picture
                    .get(start + 3..start + 14)
                    .is_some_and(|name| APPLICATIONS.contains(&name));
                label == GRAPHIC_CONTROL || label == APPLICATION && named
            }
            _ => return None,
        };
        if is_kept {
            bytes.extend_from_slice(picture.get(start..at)?);
        }
    }
}

/// The length of a table of colours, by the flags before it.
fn colours(flags: u8) -> usize {
    if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) }
}

/// Where a chain of blocks ends, each of which begins with its length.
fn behind_blocks(picture: &[u8], mut at: usize) -> Option<usize> {
    loop {
        let length = usize::from(*picture.get(at)?);
        at += 1 + length;
        if length == 0 {
            return Some(at);
        }
    }
}

//! A JPEG, PNG, WebP, GIF or SVG → the same picture without what it says of its maker.
//!
//! Kept is what decides how it looks: the compressed picture itself byte for byte, colour profiles,
//! animation, and the tag that says which side is up. Everything else goes: place, time, camera,
//! owner, thumbnails, comments, and whatever follows the picture's end.

use img_parts::jpeg::{Jpeg, markers};
use img_parts::png::Png;
use img_parts::webp::WebP;
use img_parts::{Bytes, ImageEXIF};

/// A format that can be taken apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Format {
    Jpeg,
    Png,
    WebP,
    Gif,
    Svg,
}

/// A picture without what it says of its maker.
#[derive(Debug)]
pub struct Clean {
    /// The whole file.
    pub bytes: Vec<u8>,
    /// Whether it lies on its side, so that width and height change places when it is shown.
    pub turned: bool,
    /// How many pictures it shows one after the other, as far as it says so; 0 for one that does
    /// not move.
    pub frames: usize,
}

/// Takes a picture apart and puts it together again. Gives nothing if it is cut off or damaged.
pub fn stripped(picture: &[u8], format: Format) -> Option<Clean> {
    match format {
        Format::Jpeg => jpeg(picture),
        Format::Png => png(picture),
        Format::WebP => webp(picture),
        Format::Gif => super::gif::stripped(picture).map(|(bytes, frames)| Clean {
            bytes,
            turned: false,
            frames,
        }),
        Format::Svg => super::svg::cleaned(picture).ok().map(|clean| Clean {
            bytes: clean.into_owned(),
            turned: false,
            frames: 0,
        }),
    }
}

fn jpeg(picture: &[u8]) -> Option<Clean> {
    let whole = picture.get(..end_of_jpeg(picture)?)?;
    let mut jpeg = Jpeg::from_bytes(Bytes::copy_from_slice(whole)).ok()?;
    let orientation = jpeg.exif().and_then(|exif| orientation(&exif));
    jpeg.segments_mut().retain(|segment| match segment.marker() {
        markers::APP0 => segment.contents().starts_with(b"JFIF\0"),
        // Adobe's says how the colours are meant.
        markers::APP14 => true,
        markers::APP2 => segment.contents().starts_with(b"ICC_PROFILE\0"),
        markers::APP1 | markers::APP3..=markers::APP13 | markers::APP15 | markers::COM => false,
        _ => true,
    });
    jpeg.set_exif(orientation.map(exif_with));
    Some(Clean {
        bytes: jpeg.encoder().bytes().to_vec(),
        turned: orientation.is_some_and(|side| side > 4),
        frames: 0,
    })
}

/// The end of the picture in a JPEG: behind its mark, before a maker's own data or another picture.
/// Nothing if it is cut off.
fn end_of_jpeg(picture: &[u8]) -> Option<usize> {
    let mut at = 2;
    loop {
        let mark = (at..picture.len()).find(|&at| picture[at] == 0xFF)?;
        let kind = *picture.get(mark + 1)?;
        at = match kind {
            0xD9 => return Some(mark + 2),
            // Filling, a byte of the picture, and marks without a length.
            0xFF => mark + 1,
            0x00 | 0x01 | 0xD0..=0xD8 => mark + 2,
            _ => {
                mark + 2
                    + usize::from(u16::from_be_bytes([
                        *picture.get(mark + 2)?,
                        *picture.get(mark + 3)?,
                    ]))
                    .max(2)
            }
        };
    }
}

fn png(picture: &[u8]) -> Option<Clean> {
    let mut png = Png::from_bytes(Bytes::copy_from_slice(picture)).ok()?;
    if png.chunks().last()?.kind() != *b"IEND"
        || !png.chunks().iter().any(|chunk| chunk.kind() == *b"IDAT")
    {
        return None;
    }
    let orientation = png.exif().and_then(|exif| orientation(&exif));
    png.chunks_mut().retain(|chunk| {
        let kind = chunk.kind();
        let decides_how_it_looks = [
            *b"tRNS", *b"gAMA", *b"cHRM", *b"sRGB", *b"iCCP", *b"cICP", *b"mDCV", *b"cLLI",
            *b"sBIT", *b"bKGD", *b"pHYs", *b"acTL", *b"fcTL", *b"fdAT",
        ];
        // A first letter in upper case is a part that no picture can do without.
        kind[0].is_ascii_uppercase() || decides_how_it_looks.contains(&kind)
    });
    let frames = png.chunks().iter().filter(|chunk| chunk.kind() == *b"fcTL").count();
    png.set_exif(orientation.map(exif_with));
    Some(Clean {
        bytes: png.encoder().bytes().to_vec(),
        turned: orientation.is_some_and(|side| side > 4),
        frames,
    })
}

fn webp(picture: &[u8]) -> Option<Clean> {
    let mut webp = WebP::from_bytes(Bytes::copy_from_slice(picture)).ok()?;
    let orientation = webp.exif().and_then(|exif| orientation(&exif));
    webp.chunks_mut().retain(|chunk| {
        matches!(&chunk.id(), b"VP8 " | b"VP8L" | b"VP8X" | b"ALPH" | b"ANIM" | b"ANMF" | b"ICCP")
    });
    let frames = webp.chunks().iter().filter(|chunk| chunk.id() == *b"ANMF").count();
    webp.set_exif(orientation.map(exif_with));
    Some(Clean {
        bytes: webp.encoder().bytes().to_vec(),
        turned: orientation.is_some_and(|side| side > 4),
        frames,
    })
}

/// Which side is up, from 2 to 8, by EXIF's tag 0x0112 in the first directory; nothing where the
/// picture stands as it is stored.
fn orientation(exif: &[u8]) -> Option<u8> {
    let is_big = match exif.get(..4)? {
        b"MM\0*" => true,
        b"II*\0" => false,
        _ => return None,
    };
    let short = |at: usize| {
        let two = [*exif.get(at)?, *exif.get(at + 1)?];
        Some(if is_big { u16::from_be_bytes(two) } else { u16::from_le_bytes(two) })
    };
    let four = |at: usize| {
        let four: [u8; 4] = exif.get(at..at.checked_add(4)?)?.try_into().ok()?;
        Some(if is_big { u32::from_be_bytes(four) } else { u32::from_le_bytes(four) })
    };
    let directory = usize::try_from(four(4)?).ok()?;
    let entries = usize::from(short(directory)?);
    let entry =
        (0..entries).map(|nth| directory + 2 + 12 * nth).find(|at| short(*at) == Some(0x0112))?;
    u8::try_from(short(entry + 8)?).ok().filter(|side| (2..=8).contains(side))
}

/// EXIF that says which side is up, and nothing else.
fn exif_with(orientation: u8) -> Bytes {
    let mut exif = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0".to_vec();
    exif.extend([orientation, 0, 0, 0, 0, 0, 0, 0]);
    Bytes::from(exif)
}

//! A picture on the disk → what is known of it before it is published: its size, and whether it
//! says more than it shows.
//!
//! The size is that which the head of the file declares, and is judged before anything else of it;
//! nothing is ever decoded. A file that is cut off, or is another kind of picture than its name
//! says, is refused, as is an SVG that does more than show something. What a camera or a program
//! wrote into a JPEG, PNG, WebP, GIF or SVG (place, time, owner, comments) is left out when it is
//! copied (`strip`, `gif`, `svg`); the other formats are refused where they hold such data.
//!
//! Absent on purpose: making other sizes or formats. That would take most of a build's time for
//! what an editor does once with better eyes, and the bytes would depend on the version of an
//! encoder.

mod gif;
mod strip;
mod svg;

use std::io::ErrorKind;

use imagesize::{Compression, ImageType};

use super::fault::InputError;
use super::original::{Original, SourceFolder};
use crate::diag::{Code, Diagnostic, Place};

pub use strip::{Format, stripped};

/// The largest picture that is published, in bytes: many phones give up on more.
const MAX_BYTES: u64 = 20 << 20;
/// The largest SVG, in bytes: a browser makes a tree of it.
const MAX_SVG_BYTES: u64 = 1 << 20;
/// The most points of a picture: a reader's browser needs four bytes for each.
const MAX_POINTS: u64 = 50_000_000;

/// The most frames of a picture that moves.
const MAX_FRAMES: usize = 2_000;

/// A picture that is copied.
#[derive(Debug, Clone)]
pub struct Picture {
    /// The file.
    pub original: Original,
    /// Width and height as it is shown, in pixels; nothing for an SVG.
    pub size: Option<(u32, u32)>,
    /// How it is copied without what it says of its maker; nothing where it holds no such data.
    pub strip: Option<Format>,
}

/// The kind of picture that a name promises.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Promise {
    Strippable(Format),
    /// Formats that are copied as they are.
    Other,
}

fn promise(path: &str) -> Option<Promise> {
    let ending = path.rsplit_once('.')?.1.to_ascii_lowercase();
    Some(match ending.as_str() {
        "jpg" | "jpeg" | "jfif" => Promise::Strippable(Format::Jpeg),
        "png" | "apng" => Promise::Strippable(Format::Png),
        "webp" => Promise::Strippable(Format::WebP),
        "gif" => Promise::Strippable(Format::Gif),
        "svg" => Promise::Strippable(Format::Svg),
        "avif" | "heic" | "heif" | "jxl" | "tif" | "tiff" | "bmp" => Promise::Other,
        _ => return None,
    })
}

/// Judges the file at `path` below `folder` if its `name` is that of a picture; nothing for other
/// files. A path may be a name.
///
/// # Errors
///
/// Why the picture cannot be published, or that the machine failed to read it.
pub fn inspect(
    name: &str,
    folder: &SourceFolder,
    path: &str,
) -> Option<Result<Picture, InputError>> {
    let promise = promise(name)?;
    Some(judge(name, folder, path, promise))
}

fn judge(
    path: &str,
    folder: &SourceFolder,
    file: &str,
    promise: Promise,
) -> Result<Picture, InputError> {
    let name = path.rsplit('/').next().unwrap_or(path);
    let report = |code, message: String, help: &str| {
        InputError::from(Diagnostic::new(code, Place::unread(path), message).help(help))
    };
    let (most, help) = match promise {
        Promise::Strippable(Format::Svg) => {
            (MAX_SVG_BYTES, "save it simpler: with fewer and rounder shapes, or as PNG")
        }
        _ => (MAX_BYTES, "save it smaller: a page shows no more than about 2,000 pixels across"),
    };
    let whole = folder.read(file, most).map_err(|error| match error.kind() {
        ErrorKind::FileTooLarge => report(
            Code::FileTooLarge,
            format!("the picture `{name}` is larger than {} MiB", most >> 20),
            help,
        ),
        _ => InputError::unreadable(path, error),
    })?;
    let picture =
        |size, strip| Ok(Picture { original: folder.original_of(file, &whole), size, strip });
    if promise == Promise::Strippable(Format::Svg) {
        return match svg::cleaned(&whole) {
            Ok(clean) => picture(None, (*clean != *whole).then_some(Format::Svg)),
            Err((why, help)) => Err(report(
                Code::PictureRefused,
                format!("the picture `{name}` was refused: {why}"),
                help,
            )),
        };
    }
    let refused = |why: &str, help: &str| {
        Err(report(Code::PictureRefused, format!("the picture `{name}` {why}"), help))
    };
    let kind = imagesize::image_type(&whole).ok();
    if let Some(kind) = kind.filter(|kind| !keeps(promise, *kind)) {
        let help = "rename it after what it is, or save it again as what its name says";
        return refused(&format!("is not what its name says: its content is {}", word(kind)), help);
    }
    match kind {
        Some(ImageType::Tiff) => {
            return refused("is a TIFF, which browsers do not show", "save it as PNG or JPEG");
        }
        Some(ImageType::Heif(Compression::Hevc)) => {
            return refused(
                "is a HEIC, as telephones take them, which most browsers do not show",
                "save it as JPEG: most telephones do when a picture is sent or exported",
            );
        }
        _ => {}
    }
    let Some(size) = imagesize::blob_size(&whole).ok().filter(|_| kind.is_some()) else {
        return refused(
            "cannot be read: it is cut off, or no picture of a known kind",
            "export it again, and copy it whole",
        );
    };
    let (width, height) = (size.width as u64, size.height as u64);
    if width.saturating_mul(height) > MAX_POINTS {
        let message = format!(
            "the picture `{name}` has {width} by {height} pixels, and {} million are the most",
            MAX_POINTS / 1_000_000
        );
        return Err(report(
            Code::FileTooLarge,
            message,
            "save it smaller: a page shows no more than about 2,000 pixels across",
        ));
    }
    let shown = |turned: bool| {
        let (width, height) = (u32::try_from(width).ok()?, u32::try_from(height).ok()?);
        Some(if turned { (height, width) } else { (width, height) })
    };
    match promise {
        Promise::Strippable(format) => match stripped(&whole, format) {
            Some(clean) if clean.frames > MAX_FRAMES => {
                let message = format!(
                    "the picture `{name}` has {} frames, and {MAX_FRAMES} are the most",
                    clean.frames
                );
                Err(report(
                    Code::FileTooLarge,
                    message,
                    "leave out frames, or publish a film elsewhere and link to it",
                ))
            }
            Some(clean) => picture(shown(clean.turned), (clean.bytes != whole).then_some(format)),
            None => refused("is cut off or damaged", "export it again, and copy it whole"),
        },
        Promise::Other if says_more_than_it_shows(&whole) => refused(
            "holds data of a camera or a program, such as the place where it was taken, and cannot be cleaned in this format",
            "save it without metadata, or as JPEG, PNG or WebP, which are cleaned when they are published",
        ),
        Promise::Other => picture(shown(false), None),
    }
}

fn keeps(promise: Promise, kind: ImageType) -> bool {
    match promise {
        Promise::Strippable(Format::Jpeg) => matches!(kind, ImageType::Jpeg),
        Promise::Strippable(Format::Png) => matches!(kind, ImageType::Png),
        Promise::Strippable(Format::WebP) => matches!(kind, ImageType::Webp),
        Promise::Strippable(Format::Gif) => matches!(kind, ImageType::Gif),
        Promise::Strippable(Format::Svg) => false,
        Promise::Other => {
            !matches!(kind, ImageType::Jpeg | ImageType::Png | ImageType::Webp | ImageType::Gif)
        }
    }
}

fn word(kind: ImageType) -> &'static str {
    match kind {
        ImageType::Jpeg => "JPEG",
        ImageType::Png => "PNG",
        ImageType::Webp => "WebP",
        ImageType::Gif => "GIF",
        ImageType::Heif(Compression::Av1) => "AVIF",
        ImageType::Heif(Compression::Hevc) => "HEIC, as telephones take them",
        ImageType::Heif(_) => "HEIF or AVIF",
        ImageType::Tiff => "TIFF",
        ImageType::Bmp => "BMP",
        _ => "another kind of picture",
    }
}

/// Whether the marks of EXIF or XMP are somewhere in the file.
fn says_more_than_it_shows(bytes: &[u8]) -> bool {
    let has = |mark: &[u8]| bytes.windows(mark.len()).any(|window| window == mark);
    has(b"Exif") || has(b"<x:xmpmeta") || has(b"application/rdf+xml")
}

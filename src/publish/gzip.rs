//! Texts, compressed before they are uploaded, for hosts that serve a file just as it lies there.
//!
//! The same bytes whatever the moment and machine. The manifest lists what a visitor reads, which
//! is the text.

use std::io::{Read, Write};

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;

use crate::load::media_type;

/// Whether a file is a text that is worth compressing.
pub(super) fn is_text(path: &str) -> bool {
    let content_type = media_type(path);
    let (kind, of) = content_type.split_once('/').unwrap_or_default();
    kind == "text"
        || content_type == "image/svg+xml"
        || of.starts_with("json")
        || of.ends_with("+json")
        || of.starts_with("xml")
        || of.contains("+xml")
}

/// The compressed bytes.
pub(super) fn compressed(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    // Writing to memory does not fail.
    let _ = encoder.write_all(bytes);
    encoder.finish().unwrap_or_default()
}

/// The text again, if there is one and it is not longer than `limit`.
pub(super) fn expanded(bytes: &[u8], limit: u64) -> Option<Vec<u8>> {
    let mut text = Vec::new();
    GzDecoder::new(bytes).take(limit + 1).read_to_end(&mut text).ok()?;
    (text.len() as u64 <= limit).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_compressed_and_pictures_are_not() {
        let texts = [
            "index.html",
            "assets/style.css",
            "a.js",
            "feed.json",
            "feed.xml",
            "map.xml",
            "a.svg",
            "a.csv",
            "agenda.ics",
            "a.webmanifest",
        ];
        assert_eq!(texts.map(is_text), [true; 10]);
        assert_eq!(["a.png", "a.woff2", "a.pdf", "a.gz", "CNAME"].map(is_text), [false; 5]);
        let packed = compressed(b"days days days");
        assert_eq!(packed[..8], [0x1f, 0x8b, 8, 0, 0, 0, 0, 0]);
        assert_eq!(expanded(&packed, 14).as_deref(), Some(&b"days days days"[..]));
        assert_eq!((expanded(&packed, 13), expanded(b"none", 13)), (None, None));
    }
}

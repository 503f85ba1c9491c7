//! Addresses: paths of the site without a slash at their beginning, ending with a slash unless they
//! are files.

use unicode_normalization::UnicodeNormalization;

/// The output file of a page: `incidents/a/` is `incidents/a/index.html`.
pub fn file_of(path: &str) -> String {
    if path.is_empty() || path.ends_with('/') {
        format!("{path}index.html")
    } else {
        path.to_owned()
    }
}

/// The output file of a page without distinction of case, nor of how an accent is written: what no
/// two pages may have in common.
pub(crate) fn key_of(path: &str) -> String {
    let mut file = file_of(path);
    if file.is_ascii() {
        file.make_ascii_lowercase();
        return file;
    }
    file.nfc().flat_map(char::to_lowercase).collect()
}

/// The relative way from a page to the root of the site, so that links work at any base.
pub fn root_from(path: &str) -> String {
    match path.matches('/').count() {
        0 => "./".to_owned(),
        depth => "../".repeat(depth),
    }
}

/// The path of the site on its host, with slashes at both ends.
pub fn base_path(url: &str) -> String {
    let host_and_path = url.split_once("://").map_or(url, |(_, rest)| rest);
    host_and_path
        .find('/')
        .map_or_else(|| "/".to_owned(), |slash| host_and_path[slash..].to_owned())
}

/// How many digits of the hash of its content a name carries.
const DIGITS: usize = 10;

/// The part of a name that changes with the content.
pub(crate) fn content_hash(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex()[..DIGITS].to_owned()
}

/// Whether a file is named after its content, so that a browser may keep it for ever:
/// `assets/style-0123456789.css`.
pub fn is_named_by_content(path: &str) -> bool {
    let folders = ["assets/", "search/"];
    let stem =
        path.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map_or("", |(stem, _)| stem);
    let hash = stem.rsplit('-').next().unwrap_or_default();
    folders.iter().any(|folder| path.starts_with(folder))
        && hash.len() == DIGITS
        && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// A path as it is written in an attribute, a header or data: whatever is not plain in an address is
/// percent-encoded, a per cent sign in the name of a file as well.
pub fn href(path: &str) -> String {
    crate::markdown::href::escape_path(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_with_the_hash_of_its_content_is_known_by_it() {
        let hash = content_hash(b"body {}");
        for path in [
            format!("assets/style-{hash}.css"),
            format!("search/en/{hash}.json"),
            format!("search/index-{hash}.json"),
        ] {
            assert!(is_named_by_content(&path), "{path}");
        }
        for path in [
            "assets/fonts/serif.woff2".to_owned(),
            format!("photo-{hash}.jpg"),
            "search/index.html".to_owned(),
        ] {
            assert!(!is_named_by_content(&path), "{path}");
        }
    }
}

//! Where a link in prose leads, and whether it may.

use std::ops::Range;

use linkify::{LinkFinder, LinkKind};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use unicode_normalization::UnicodeNormalization;

use crate::model::{Id, Kind};
use crate::text::{holds_control, names_user};

/// Where a link leads.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// To another site, or to mail and telephone.
    Elsewhere(String),
    /// To a heading of the same page.
    Fragment(String),
    /// To a record, named by its file, with the fragment after it.
    Record(Kind, Id, String),
    /// To a path of this site, without slashes at its ends, with the query or fragment after it.
    Path(String, String),
    /// To a file beside the record, or in a folder beside it.
    Beside(String),
    /// Nowhere: why not.
    Refused(&'static str),
}

const SCHEMES: [&str; 4] = ["https", "http", "mailto", "tel"];

/// Reads a link of the record in `folder` (from the site's root) whose page is at `page`.
pub(crate) fn target(url: &str, folder: &str, page: &str) -> Target {
    // Browsers ignore tabs and line ends inside an address, and white space around it.
    let url: String = url.trim().chars().filter(|c| !c.is_control()).collect();
    if let Some(colon) = url.find(':')
        && !url[..colon].contains(['/', '?', '#'])
    {
        let scheme = url[..colon].trim().to_ascii_lowercase();
        return if !SCHEMES.contains(&&*scheme) {
            Target::Refused("it begins with none of https:, http:, mailto: and tel:")
        } else if names_user(&url) {
            Target::Refused("it has a name or a password before the host")
        } else if scheme.starts_with("http") && holds_control(&url) {
            Target::Refused("it has a control character, which is written as a number")
        } else {
            Target::Elsewhere(url)
        };
    }
    if url.contains('\\') {
        return Target::Refused("a backslash is not part of an address");
    }
    if url.starts_with("//") {
        return Target::Refused("it does not say https");
    }
    if url.starts_with("www.") {
        return Target::Refused("an address on the web begins with https://");
    }
    if let Some(fragment) = url.strip_prefix('#') {
        return Target::Fragment(percent_decode_str(fragment).decode_utf8_lossy().into_owned());
    }
    let (path, rest) = url.split_at(url.find(['?', '#']).unwrap_or(url.len()));
    let (Some(path), rest) = (decoded(path), rest.to_owned()) else {
        return Target::Refused("a name in it cannot be read: `%` begins the number of a letter");
    };
    if let Some(absolute) = path.strip_prefix('/') {
        return match resolve("", absolute) {
            Some(path) => Target::Path(path, rest),
            None => Target::Refused("it leads out of the site"),
        };
    }
    if let Some(file) = path.strip_suffix(".md") {
        return match resolve(folder, file).as_deref().and_then(record) {
            Some((kind, id)) => Target::Record(kind, id, rest),
            None => Target::Refused("it names a file that is no record of this site"),
        };
    }
    let is_file =
        path.rsplit('/').next().is_some_and(|name| name.contains('.') && !name.starts_with('.'));
    if is_file && let Some(file) = resolve("", &path) {
        return Target::Beside(file);
    }
    match resolve(page, &path) {
        Some(path) => Target::Path(path, rest),
        None => Target::Refused("it leads out of the site"),
    }
}

/// The addresses of other sites in a text, with where each leads.
pub(crate) fn bare_addresses(text: &str) -> Vec<(Range<usize>, String)> {
    let mut finder = LinkFinder::new();
    finder.kinds(&[LinkKind::Url]).url_must_have_scheme(false);
    let address = |found: linkify::Link<'_>| {
        // Of a link that stayed text a space may have cut the address.
        if text[..found.start()].ends_with("](") || text[..found.start()].ends_with("] (") {
            return None;
        }
        let written = found.as_str();
        let whole = match written {
            _ if written.starts_with("www.") => format!("https://{written}"),
            _ if written.starts_with("http://") || written.starts_with("https://") => {
                written.to_owned()
            }
            _ => return None,
        };
        let Target::Elsewhere(whole) = target(&whole, "", "") else { return None };
        Some((found.start()..found.end(), whole))
    };
    finder.links(text).filter_map(address).collect()
}

/// A path without `.` and `..`; nothing if it leads out of the root.
fn resolve(base: &str, path: &str) -> Option<String> {
    let mut segments: Vec<&str> = base.split('/').filter(|segment| !segment.is_empty()).collect();
    for segment in path.split('/') {
        match segment {
            "" | "." => {}
            ".." => {
                segments.pop()?;
            }
            other => segments.push(other),
        }
    }
    Some(segments.join("/"))
}

/// The record that a path below the site's root, without its ending, is the file of.
fn record(path: &str) -> Option<(Kind, Id)> {
    let rest = path.strip_prefix("content/")?;
    let (folder, name) = (rest.split('/').next()?, rest.rsplit('/').next()?);
    let kind = Kind::ALL.into_iter().find(|kind| kind.folder() == folder)?;
    Some((kind, Id::from(name.split('.').next()?)))
}

/// What is plain in the path of an address; the rest is percent-encoded.
const IN_PATH: AsciiSet = NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'/')
    .remove(b':')
    .remove(b'@')
    .remove(b'!')
    .remove(b'$')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b'+')
    .remove(b',')
    .remove(b';')
    .remove(b'=');

/// A path of the site, of names as they are, as part of an address.
pub(crate) fn escape_path(path: &str) -> String {
    utf8_percent_encode(path, &IN_PATH).to_string()
}

/// A path in which names may be percent-encoded, as editors write it → the names as they are,
/// composed. Nothing if a name would then be more than one, or is no text.
pub(crate) fn decoded(path: &str) -> Option<String> {
    if path.is_ascii() && !path.contains('%') {
        return Some(path.to_owned());
    }
    let segments: Option<Vec<String>> = path
        .split('/')
        .map(|segment| {
            let name = percent_decode_str(segment).decode_utf8().ok()?;
            (!name.contains(['/', '\\']) && !name.contains(char::is_control))
                .then(|| name.nfc().collect())
        })
        .collect();
    Some(segments?.join("/"))
}

/// An address as the value of an attribute.
pub(crate) fn escape(url: &str) -> String {
    // Nearly all are paths of the site's own, in which nothing has to be escaped.
    if url
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'/' | b'.' | b'_'))
    {
        return url.to_owned();
    }
    let mut escaped = String::with_capacity(url.len());
    // Writing to a string cannot fail.
    let _ = pulldown_cmark_escape::escape_href(&mut escaped, url);
    escaped
}

/// The folder of a file, without the slash at its end.
pub(crate) fn folder_of(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

//! A path → the headers with which a host serves it.

use crate::load::media_type;
use crate::site::is_named_by_content;

/// What a host is told of one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Headers {
    /// `Content-Type`.
    pub content_type: &'static str,
    /// `Cache-Control`.
    pub cache: &'static str,
    /// Whether it is to be saved and not shown (`Content-Disposition`), because it could run.
    pub attached: bool,
}

/// For ever: the name changes with the content.
const IMMUTABLE: &str = "public, max-age=31536000, immutable";
/// Pages, feeds and data: what they say changes daily.
const DAILY: &str = "public, max-age=300";
/// Other assets, under names that stay.
const HOURLY: &str = "public, max-age=3600";
/// Our own state.
const NEVER: &str = "no-cache";

/// The headers of a path of the site, which has a policy of its own if it is a `program`.
pub(super) fn headers_of(path: &str, program: bool) -> Headers {
    let cache = match class_of(path) {
        _ if is_named_by_content(path) => IMMUTABLE,
        Class::Asset => HOURLY,
        Class::Page | Class::Data => DAILY,
    };
    Headers { content_type: media_type(path), cache, attached: program }
}

/// The headers of our own state.
pub(super) const STATE: Headers =
    Headers { content_type: "application/json", cache: NEVER, attached: false };

/// In which part of a publication a file goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    Asset,
    Page,
    Data,
}

/// The part of a publication in which a path goes.
pub(super) fn class_of(path: &str) -> Class {
    if path.starts_with("assets/") {
        return Class::Asset;
    }
    match ending(path).as_str() {
        "html" | "htm" => Class::Page,
        "json" | "csv" | "xml" | "ics" | "txt" | "atom" | "md" => Class::Data,
        _ => Class::Asset,
    }
}

fn ending(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or_default();
    name.rsplit_once('.').map_or_else(String::new, |(_, ending)| ending.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_name_with_a_hash_is_cached_for_ever() {
        for (path, content_type, cache) in [
            ("assets/style-0123456789.css", "text/css; charset=utf-8", IMMUTABLE),
            ("assets/fonts/serif.woff2", "font/woff2", HOURLY),
            ("search/en/0123456789.json", "application/json", IMMUTABLE),
            ("assets/style.css", "text/css; charset=utf-8", HOURLY),
            ("photo.0123456789.jpg", "image/jpeg", HOURLY),
            ("index.html", "text/html; charset=utf-8", DAILY),
            ("feed.xml", "application/atom+xml; charset=utf-8", DAILY),
            ("sitemap.xml", "application/xml", DAILY),
            ("data/clocks.csv", "text/csv; charset=utf-8", DAILY),
            ("agenda.ics", "text/calendar; charset=utf-8", DAILY),
            ("CNAME", "application/octet-stream", HOURLY),
        ] {
            assert_eq!(
                headers_of(path, false),
                Headers { content_type, cache, attached: false },
                "{path}"
            );
        }
    }
}

//! A file's name → what kind of file it is: with which media type it is served, whether it does
//! more than be shown, and whether it may lie beside a record. One table.
//!
//! Beside records lie what records show or refer to: pictures, documents, tables, sound and film.
//! Whatever a browser or a server could run would act under the name of the site, with all that
//! readers and its editors trust it with. Such a file is published from `static/` alone, and is
//! told to run nothing (see `render::headers`).

/// What a file of a kind does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Nature {
    /// It is looked at, read or heard, and may lie beside a record.
    Shown,
    /// It is a part of other pages, or for other programs.
    Other,
    /// A browser takes it for a document or a program.
    Runs,
    /// A server that is set up to do so runs it.
    Serves,
}

const HTML: &str = "text/html; charset=utf-8";
const SCRIPT: &str = "text/javascript; charset=utf-8";
const TEXT: &str = "text/plain; charset=utf-8";
const XML: &str = "application/xml";
/// A type of which browsers know nothing.
const BYTES: &str = "application/octet-stream";

/// Endings in lower case, with the media type of files that have them.
const KINDS: &[(Nature, &str, &[&str])] = &[
    (Nature::Shown, "image/png", &["png", "apng"]),
    (Nature::Shown, "image/jpeg", &["jpg", "jpeg", "jfif"]),
    (Nature::Shown, "image/gif", &["gif"]),
    (Nature::Shown, "image/webp", &["webp"]),
    (Nature::Shown, "image/avif", &["avif"]),
    (Nature::Shown, "image/heic", &["heic", "heif"]),
    (Nature::Shown, "image/jxl", &["jxl"]),
    (Nature::Shown, "image/bmp", &["bmp"]),
    (Nature::Shown, "image/tiff", &["tif", "tiff"]),
    // One that does more than show something was refused when it was read.
    (Nature::Shown, "image/svg+xml", &["svg"]),
    (Nature::Shown, "application/pdf", &["pdf"]),
    (Nature::Shown, "application/epub+zip", &["epub"]),
    (Nature::Shown, "application/rtf", &["rtf"]),
    (Nature::Shown, "application/msword", &["doc"]),
    (Nature::Shown, "application/vnd.ms-excel", &["xls"]),
    (Nature::Shown, "application/vnd.ms-powerpoint", &["ppt"]),
    (
        Nature::Shown,
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        &["docx"],
    ),
    (Nature::Shown, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", &["xlsx"]),
    (
        Nature::Shown,
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        &["pptx"],
    ),
    (Nature::Shown, "application/vnd.oasis.opendocument.text", &["odt"]),
    (Nature::Shown, "application/vnd.oasis.opendocument.spreadsheet", &["ods"]),
    (Nature::Shown, "application/vnd.oasis.opendocument.presentation", &["odp"]),
    (Nature::Shown, TEXT, &["txt"]),
    (Nature::Shown, "text/csv; charset=utf-8", &["csv"]),
    (Nature::Shown, "text/tab-separated-values; charset=utf-8", &["tsv"]),
    (Nature::Shown, "application/json", &["json"]),
    (Nature::Shown, "application/geo+json", &["geojson"]),
    (Nature::Shown, "text/vtt; charset=utf-8", &["vtt"]),
    (Nature::Shown, "application/x-subrip", &["srt"]),
    (Nature::Shown, "audio/mpeg", &["mp3"]),
    (Nature::Shown, "audio/mp4", &["m4a"]),
    (Nature::Shown, "audio/ogg", &["oga", "ogg", "opus"]),
    (Nature::Shown, "audio/flac", &["flac"]),
    (Nature::Shown, "audio/wav", &["wav"]),
    (Nature::Shown, "video/mp4", &["mp4", "m4v"]),
    (Nature::Shown, "video/webm", &["webm"]),
    (Nature::Shown, "video/ogg", &["ogv"]),
    (Nature::Shown, "video/quicktime", &["mov"]),
    (Nature::Shown, "application/zip", &["zip"]),
    (Nature::Other, "text/css; charset=utf-8", &["css"]),
    (Nature::Other, "application/json", &["map"]),
    (Nature::Other, "application/manifest+json", &["webmanifest"]),
    (Nature::Other, "text/calendar; charset=utf-8", &["ics"]),
    (Nature::Other, "text/markdown; charset=utf-8", &["md"]),
    (Nature::Other, "image/x-icon", &["ico"]),
    (Nature::Other, "font/woff2", &["woff2"]),
    (Nature::Other, "font/woff", &["woff"]),
    (Nature::Other, "font/ttf", &["ttf"]),
    (Nature::Other, "font/otf", &["otf"]),
    (Nature::Other, "application/gzip", &["gz"]),
    (Nature::Runs, HTML, &["html", "htm"]),
    (Nature::Runs, "application/xhtml+xml", &["xhtml", "xht"]),
    (Nature::Runs, "multipart/related", &["mht", "mhtml"]),
    // An XML document may name a style sheet that makes HTML of it, or hold HTML.
    (
        Nature::Runs,
        XML,
        &["xml", "xsl", "xslt", "xsd", "rdf", "rss", "mathml", "mml", "xul", "xbl"],
    ),
    (Nature::Runs, "application/atom+xml; charset=utf-8", &["atom"]),
    (Nature::Runs, "application/vnd.google-earth.kml+xml", &["kml"]),
    (Nature::Runs, "application/gpx+xml", &["gpx"]),
    (Nature::Runs, "image/svg+xml", &["svgz"]),
    (Nature::Runs, SCRIPT, &["js", "mjs", "cjs"]),
    (Nature::Runs, "application/wasm", &["wasm"]),
    (Nature::Runs, BYTES, &["swf", "jar", "jnlp", "xap", "hta", "htc"]),
    (
        Nature::Serves,
        BYTES,
        &["php", "php3", "php4", "php5", "php7", "php8", "phtml", "phar", "pht", "phps"],
    ),
    (Nature::Serves, BYTES, &["shtml", "shtm", "stm", "cgi", "fcgi", "pl", "py", "rb", "lua"]),
    (
        Nature::Serves,
        BYTES,
        &[
            "asp", "aspx", "ascx", "ashx", "asmx", "asa", "asax", "cshtml", "jsp", "jspx", "cfm",
            "cfc",
        ],
    ),
];

/// Files by which servers are told what to run.
const SERVER_SETTINGS: [&str; 2] = [".htaccess", "web.config"];

fn kind_of(ending: &str) -> Option<(Nature, &'static str)> {
    let lower = ending.to_ascii_lowercase();
    KINDS
        .iter()
        .find(|(_, _, endings)| endings.contains(&&*lower))
        .map(|(nature, media_type, _)| (*nature, *media_type))
}

fn name_of(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

fn ending_of(path: &str) -> &str {
    name_of(path).rsplit_once('.').map_or("", |(_, ending)| ending)
}

/// The media type of a file, by its ending; of our feeds also by their names.
pub fn media_type(path: &str) -> &'static str {
    match name_of(path) {
        "feed.xml" | "corrections.xml" => "application/atom+xml; charset=utf-8",
        name if name.starts_with("feed") && ending_of(name).eq_ignore_ascii_case("json") => {
            "application/feed+json"
        }
        name => kind_of(ending_of(name)).map_or(BYTES, |(_, media_type)| media_type),
    }
}

/// Whether a browser or a server may run a file. Servers look for endings in the middle of a name
/// too, as of `report.php.txt`; there a short one is more often a language, as of `report.pl.pdf`.
pub(crate) fn runs(path: &str) -> bool {
    let name = name_of(path);
    let nature = |ending| kind_of(ending).map(|(nature, _)| nature);
    matches!(nature(ending_of(name)), Some(Nature::Runs | Nature::Serves))
        || name
            .split('.')
            .skip(1)
            .any(|ending| ending.len() > 2 && nature(ending) == Some(Nature::Serves))
        || SERVER_SETTINGS.iter().any(|settings| name.eq_ignore_ascii_case(settings))
}

/// Whether a file may lie beside a record.
pub(crate) fn is_shown(path: &str) -> bool {
    matches!(kind_of(ending_of(path)), Some((Nature::Shown, _))) && !runs(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_whether_a_file_runs() {
        for path in [
            "a.html",
            "a/B.HTM",
            "x.php.txt",
            "x.phtml.png",
            ".htaccess",
            "web.config",
            "a.svgz",
            "a.pl",
            "a.js",
            "a/index.xhtml",
        ] {
            assert!(runs(path) && !is_shown(path), "{path}");
        }
        for path in [
            "a.pdf",
            "report.pl.pdf",
            "www.example.com.CSV",
            "x.svg",
            "html.txt",
            "a.html/b.txt",
            "site.config.json",
        ] {
            assert!(!runs(path) && is_shown(path), "{path}");
        }
        for path in ["CNAME", "fonts/a.woff2", "a.css", "a", ".nojekyll", "a.", "a.unknown"] {
            assert!(!runs(path) && !is_shown(path), "{path}");
        }
    }

    #[test]
    fn no_ending_stands_twice() {
        let mut endings: Vec<&str> =
            KINDS.iter().flat_map(|(_, _, endings)| endings.iter().copied()).collect();
        let count = endings.len();
        endings.sort_unstable();
        endings.dedup();
        assert_eq!(endings.len(), count);
    }
}

//! Addresses: paths of the site without a slash at their beginning, ending with a slash unless they are files.

/// The output file of a page: `incidents/a/` is `incidents/a/index.html`.
pub fn file_of(path: &str) -> String {
    if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() }
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
    host_and_path.find('/').map_or_else(|| "/".to_owned(), |slash| host_and_path[slash..].to_owned())
}

/// A path as it is written in an attribute.
pub fn href(path: &str) -> String {
    crate::parse::escape_href(path)
}

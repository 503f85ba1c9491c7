//! Where a redirect leads (RFC 3986, section 5, as far as the web uses it).

/// The whole address that `location` means on the page `base`; nothing if it is not one of the web.
pub(super) fn join(base: &str, location: &str) -> Option<String> {
    let location = location.trim().split('#').next()?;
    let (scheme, rest) = base.split_once("://")?;
    let host_end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (host, path) = rest.split_at(host_end);
    let lower = location.to_ascii_lowercase();
    if lower.starts_with("https://") || lower.starts_with("http://") {
        return Some(location.to_owned());
    }
    if let Some(rest) = location.strip_prefix("//") {
        return Some(format!("{scheme}://{rest}"));
    }
    let before_query = location.split(['/', '?']).next().unwrap_or_default();
    if before_query.contains(':') {
        return None;
    }
    if location.starts_with('/') {
        return Some(format!("{scheme}://{host}{}", without_dots(location)));
    }
    let path = path.split(['?', '#']).next().unwrap_or_default();
    if location.starts_with('?') || location.is_empty() {
        return Some(format!("{scheme}://{host}{path}{location}"));
    }
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    Some(format!("{scheme}://{host}{}", without_dots(&format!("{folder}/{location}"))))
}

/// A path, with its query, without `.` and `..`.
fn without_dots(path: &str) -> String {
    let (path, query) = path.split_at(path.find('?').unwrap_or(path.len()));
    let mut kept: Vec<&str> = Vec::new();
    let segments: Vec<&str> = path.split('/').skip(1).collect();
    for (at, segment) in segments.iter().enumerate() {
        let is_last = at + 1 == segments.len();
        match *segment {
            "." | ".." => {
                if *segment == ".." {
                    kept.pop();
                }
                if is_last {
                    kept.push("");
                }
            }
            other => kept.push(other),
        }
    }
    format!("/{}{query}", kept.join("/"))
}

/// An address in the letters that a request may hold: others are escaped. Nothing if its host has any.
pub(super) fn in_ascii(url: &str) -> Option<String> {
    let (scheme, rest) = url.split_once("://")?;
    let host_end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (host, path) = rest.split_at(host_end);
    if !host.is_ascii() {
        return None;
    }
    let mut escaped = format!("{scheme}://{host}");
    for byte in path.bytes() {
        if byte.is_ascii_graphic() {
            escaped.push(char::from(byte));
        } else {
            escaped.push_str(&format!("%{byte:02X}"));
        }
    }
    Some(escaped)
}

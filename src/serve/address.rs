//! Who may ask, and for what: the `Host` and `Origin` of a request, and its path. Nothing here
//! knows which pages there are.

use std::net::{IpAddr, SocketAddr};

use axum::http::{HeaderMap, Uri, header};

/// The longest path of a request, in bytes as it is written.
const MAX_PATH: usize = 2048;

/// Whether a request is meant for a server at `address`, and comes from one of its own pages or
/// from no page at all.
///
/// A name other than `localhost` is refused: a page elsewhere could have had its name resolved to
/// this machine. An address is accepted that leads to this machine alone or, if the server listens
/// beyond it, any. A link elsewhere may lead here: then a whole window shows the page, and whoever
/// linked cannot see into it.
pub(super) fn is_welcome(headers: &HeaderMap, uri: &Uri, address: SocketAddr) -> bool {
    let mut hosts = headers.get_all(header::HOST).iter();
    let (Some(host), None) = (hosts.next(), hosts.next()) else { return false };
    let is_ours = |authority: &str| is_own_authority(authority, address);
    host.to_str().is_ok_and(is_ours)
        && uri.authority().is_none_or(|authority| is_ours(authority.as_str()))
        && headers.get_all(header::ORIGIN).iter().all(|origin| {
            origin
                .to_str()
                .ok()
                .and_then(|origin| origin.strip_prefix("http://"))
                .is_some_and(is_ours)
        })
        && (is_from_here(headers) || is_followed_link(headers))
}

/// Whether no page of another origin asks, as far as the browser says so (Fetch Metadata). Another
/// port of this machine is another origin, though the same site.
fn is_from_here(headers: &HeaderMap) -> bool {
    headers.get_all("sec-fetch-site").iter().all(|site| site == "same-origin" || site == "none")
}

fn is_followed_link(headers: &HeaderMap) -> bool {
    let says = |name: &str, word: &str| {
        let mut values = headers.get_all(name).iter();
        values.next().is_some_and(|value| value == word) && values.next().is_none()
    };
    says("sec-fetch-mode", "navigate") && says("sec-fetch-dest", "document")
}

fn is_own_authority(authority: &str, address: SocketAddr) -> bool {
    let (name, port) = match authority.strip_prefix('[') {
        Some(rest) => match rest.split_once(']') {
            Some((name, port)) => (name, port),
            None => return false,
        },
        None => authority.split_at(authority.find(':').unwrap_or(authority.len())),
    };
    let is_own_port = match port.strip_prefix(':') {
        Some(port) => port.parse() == Ok(address.port()),
        None => port.is_empty() && address.port() == 80,
    };
    let is_own_name = name.eq_ignore_ascii_case("localhost")
        || name.parse().is_ok_and(|ip: IpAddr| ip.is_loopback() || !address.ip().is_loopback());
    is_own_port && is_own_name
}

/// The path of the site that a request names, without the slash at its beginning; nothing for one
/// that no page can have.
pub(super) fn path_of(written: &str) -> Option<String> {
    let inside = written.strip_prefix('/').filter(|_| written.len() <= MAX_PATH)?;
    let path = decoded(inside)?;
    let is_plain = !path.contains(|c: char| c.is_control() || c == '\\')
        && !path.starts_with('/')
        && !path.contains("//")
        && !path.split('/').any(|part| part == "." || part == "..");
    is_plain.then_some(path)
}

/// Text in which bytes may be written as `%20`.
pub(super) fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(if byte == b'%' { hex(rest.next()?)? << 4 | hex(rest.next()?)? } else { byte });
    }
    String::from_utf8(bytes).ok()
}

fn hex(digit: u8) -> Option<u8> {
    u8::try_from(char::from(digit).to_digit(16)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_decoded_once_and_never_leads_upward() {
        assert_eq!(path_of("/"), Some(String::new()));
        assert_eq!(path_of("/incidents/caf%C3%A9/"), Some("incidents/café/".to_owned()));
        assert_eq!(path_of("/%252e%252e/x"), Some("%2e%2e/x".to_owned()), "which is no page's");
        for refused in [
            "x",
            "//",
            "/a//b",
            "/../x",
            "/%2e%2e%2fx",
            "/..%5cx",
            "/a%00",
            "/./",
            "/%zz",
            "/%",
            "/%ff",
            &"/a".repeat(2000),
        ] {
            assert_eq!(path_of(refused), None, "{refused}");
        }
    }

    #[test]
    fn a_name_that_could_be_somebody_elses_is_refused() {
        let here: SocketAddr = "127.0.0.1:8080".parse().expect("an address");
        let anywhere: SocketAddr = "0.0.0.0:8080".parse().expect("an address");
        for welcome in ["localhost:8080", "LOCALHOST:8080", "127.0.0.1:8080", "[::1]:8080"] {
            assert!(is_own_authority(welcome, here), "{welcome}");
        }
        for refused in [
            "evil.example:8080",
            "localhost",
            "localhost:80",
            "localhost:8080:8080",
            "127.0.0.1.evil.example:8080",
            "[::1",
            "",
            "192.0.2.7:8080",
            "0x7f.1:8080",
            "user@localhost:8080",
        ] {
            assert!(!is_own_authority(refused, here), "{refused}");
        }
        assert!(is_own_authority("192.0.2.7:8080", anywhere));
        assert!(!is_own_authority("evil.example:8080", anywhere));
    }
}

//! One request, tried again while the server or the network fails.

use std::time::Duration;

use ureq::config::Config;
use ureq::http::{Response, Uri};
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};
use ureq::{Agent, Body};
use url::{Host, Url};

use super::credentials::Environment;
use super::error::Failure;
use super::hash_of;
use crate::links::is_public;

/// How often a request is tried.
const ATTEMPTS: u32 = 6;
/// The pause before the second attempt; each one after is twice as long.
const PAUSE: Duration = Duration::from_millis(200);
/// The longest pause, whatever a server asks for.
const LONGEST_PAUSE: Duration = Duration::from_secs(20);

/// A client for a store. It waits, but not for ever, asks the proxy of the environment that it is
/// given, and is sent nowhere else: what it asks is signed.
pub(super) fn agent(environment: &Environment) -> Result<Agent, Failure> {
    Ok(config(environment, 0)?.into())
}

/// A client that looks at the site at `url` as a visitor does. It is sent on a few times, but not
/// into a private network, unless the site is there itself.
pub(super) fn visitor(environment: &Environment, url: &str) -> Result<Agent, Failure> {
    let config = config(environment, 3)?;
    let proxy = config.proxy().map(|proxy| proxy.host().to_owned());
    let home = url.parse::<Uri>().ok().and_then(|url| url.host().map(str::to_owned));
    let named = home.into_iter().chain(proxy).collect();
    Ok(Agent::with_parts(config, DefaultConnector::default(), Guard { named }))
}

fn config(environment: &Environment, redirects: u32) -> Result<Config, Failure> {
    let config = Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(redirects)
        .max_redirects_will_error(redirects > 0)
        // Otherwise it would look at the machine's environment itself.
        .proxy(environment.proxy()?)
        .user_agent(concat!("overdue/", env!("CARGO_PKG_VERSION")))
        .timeout_connect(Some(Duration::from_secs(10)))
        .timeout_recv_response(Some(Duration::from_secs(60)))
        .timeout_recv_body(Some(Duration::from_secs(300)))
        .timeout_send_body(Some(Duration::from_secs(600)))
        .build();
    Ok(config)
}

/// Looks names up, and lets no connection be made to a private address of a host that nobody named.
#[derive(Debug)]
struct Guard {
    named: Vec<String>,
}

impl Resolver for Guard {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let found = DefaultResolver::default().resolve(uri, config, timeout)?;
        let is_named = uri
            .host()
            .is_some_and(|host| self.named.iter().any(|named| named.eq_ignore_ascii_case(host)));
        if is_named || found.iter().all(|address| is_public(address.ip())) {
            return Ok(found);
        }
        let error = std::io::Error::new(
            std::io::ErrorKind::PermissionDenied,
            "it sends its visitors into a private network",
        );
        Err(ureq::Error::Io(error))
    }
}

/// Sends a request until there is an answer that is not the server's own failure. `what` names it
/// in a message.
///
/// Pauses grow, and differ from request to request, so that many threads do not come back at one
/// moment.
pub(super) fn insist(
    what: &str,
    send: impl Fn() -> Result<Response<Body>, ureq::Error>,
) -> Result<Response<Body>, Failure> {
    let mut attempt = 1;
    loop {
        let (sentence, asked) = match send() {
            Ok(response) if !is_passing(response.status().as_u16()) => return Ok(response),
            Ok(response) => {
                (format!("the server answers {}", response.status()), retry_after(&response))
            }
            // The message of a client may hold the address, which is signed.
            Err(ureq::Error::Timeout(_)) => ("the server does not answer in time".to_owned(), None),
            Err(ureq::Error::HostNotFound) => {
                return Err(Failure::machine(format!("{what}: there is no such host")));
            }
            Err(ureq::Error::BadUri(_)) => {
                return Err(Failure::usage(format!("{what}: that is not an address")));
            }
            Err(ureq::Error::TooManyRedirects) => {
                return Err(Failure::machine(format!("{what}: it sends its visitors on and on")));
            }
            Err(ureq::Error::Io(error)) if error.kind() == std::io::ErrorKind::PermissionDenied => {
                return Err(Failure::machine(format!("{what}: {error}")));
            }
            Err(ureq::Error::Io(error)) => {
                (format!("the connection failed ({})", error.kind()), None)
            }
            Err(ureq::Error::ConnectionFailed) => ("the connection failed".to_owned(), None),
            Err(ureq::Error::Tls(error)) => {
                return Err(Failure::machine(format!("{what}: {error}")));
            }
            Err(_) => ("the answer could not be read".to_owned(), None),
        };
        if attempt == ATTEMPTS {
            return Err(Failure::machine(format!("{what}: {sentence}, {ATTEMPTS} times")));
        }
        std::thread::sleep(asked.unwrap_or_else(|| pause(what, attempt)).min(LONGEST_PAUSE));
        attempt += 1;
    }
}

/// A path as it stands in an address.
pub(super) fn encoded(path: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte);
    path.bytes()
        .map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

fn is_passing(status: u16) -> bool {
    matches!(status, 408 | 429 | 500 | 502 | 503 | 504)
}

fn retry_after(response: &Response<Body>) -> Option<Duration> {
    response.headers().get("retry-after")?.to_str().ok()?.parse().ok().map(Duration::from_secs)
}

fn pause(what: &str, attempt: u32) -> Duration {
    let spread = u32::from_str_radix(&hash_of(format!("{what} {attempt}").as_bytes())[..4], 16)
        .unwrap_or_default();
    let base = PAUSE * 2_u32.pow(attempt - 1);
    base / 2 + base * spread / 0xFFFF
}

/// Whether what is sent to an address can be read by nobody on the way: by HTTPS, or without
/// leaving this machine.
pub(super) fn keeps_secrets(address: &str) -> bool {
    let Ok(url) = Url::parse(address) else { return false };
    match (url.scheme(), url.host()) {
        ("https", Some(_)) => true,
        ("http", Some(Host::Domain(name))) => name == "localhost",
        ("http", Some(Host::Ipv4(address))) => address.is_loopback(),
        ("http", Some(Host::Ipv6(address))) => address.is_loopback(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_and_differ() {
        let pauses: Vec<Duration> = (1..ATTEMPTS).map(|attempt| pause("PUT a", attempt)).collect();
        assert!(pauses.windows(2).all(|pair| pair[0] < pair[1] * 2), "{pauses:?}");
        assert!(pauses[0] >= PAUSE / 2 && pauses[4] <= PAUSE * 24, "{pauses:?}");
        assert_ne!(pause("PUT a", 1), pause("PUT b", 1));
    }
}

//! One request, tried again while the server or the network fails.

use std::time::Duration;

use ureq::http::Response;
use ureq::{Agent, Body};

use super::credentials::Environment;
use super::error::Failure;
use super::hash_of;

/// How often a request is tried.
const ATTEMPTS: u32 = 6;
/// The pause before the second attempt; each one after is twice as long.
const PAUSE: Duration = Duration::from_millis(200);
/// The longest pause, whatever a server asks for.
const LONGEST_PAUSE: Duration = Duration::from_secs(20);

/// A client that waits, but not for ever, and asks the proxy of the environment that it is given.
pub(super) fn agent(environment: &Environment) -> Result<Agent, Failure> {
    let config = Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(3)
        // Otherwise it would look at the machine's environment itself.
        .proxy(environment.proxy()?)
        .user_agent(concat!("overdue/", env!("CARGO_PKG_VERSION")))
        .timeout_connect(Some(Duration::from_secs(10)))
        .timeout_recv_response(Some(Duration::from_secs(60)))
        .timeout_recv_body(Some(Duration::from_secs(300)))
        .timeout_send_body(Some(Duration::from_secs(600)))
        .build();
    Ok(config.into())
}

/// Sends a request until there is an answer that is not the server's own failure. `what` names it in a message.
///
/// Pauses grow, and differ from request to request, so that many threads do not come back at one moment.
pub(super) fn insist(what: &str, send: impl Fn() -> Result<Response<Body>, ureq::Error>) -> Result<Response<Body>, Failure> {
    let mut attempt = 1;
    loop {
        let (sentence, asked) = match send() {
            Ok(response) if !is_passing(response.status().as_u16()) => return Ok(response),
            Ok(response) => (format!("the server answers {}", response.status()), retry_after(&response)),
            // The message of a client may hold the address, which is signed.
            Err(ureq::Error::Timeout(_)) => ("the server does not answer in time".to_owned(), None),
            Err(ureq::Error::HostNotFound) => return Err(Failure::machine(format!("{what}: there is no such host"))),
            Err(ureq::Error::BadUri(_)) => return Err(Failure::usage(format!("{what}: that is not an address"))),
            Err(ureq::Error::Io(error)) => (format!("the connection failed ({})", error.kind()), None),
            Err(ureq::Error::ConnectionFailed) => ("the connection failed".to_owned(), None),
            Err(ureq::Error::Tls(error)) => return Err(Failure::machine(format!("{what}: {error}"))),
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
    path.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

fn is_passing(status: u16) -> bool {
    matches!(status, 408 | 429 | 500 | 502 | 503 | 504)
}

fn retry_after(response: &Response<Body>) -> Option<Duration> {
    response.headers().get("retry-after")?.to_str().ok()?.parse().ok().map(Duration::from_secs)
}

fn pause(what: &str, attempt: u32) -> Duration {
    let spread = u32::from_str_radix(&hash_of(format!("{what} {attempt}").as_bytes())[..4], 16).unwrap_or_default();
    let base = PAUSE * 2_u32.pow(attempt - 1);
    base / 2 + base * spread / 0xFFFF
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

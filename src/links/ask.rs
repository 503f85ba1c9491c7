//! One address → whether there is a page.
//!
//! Politely: one request at a time to a host, with a pause, by a name that says who asks; first
//! without the page (HEAD), then the page (GET), of which nothing but the head is read, unless it is
//! to be read ([`Asker::fetch`]). Redirects
//! are followed by hand, at most five, and every hop is looked at anew: its scheme, and each
//! address that its name has at the moment of connecting, so that a name cannot change in between.

use std::collections::BTreeMap;
use std::error::Error as StdError;
use std::fmt;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use ureq::http::{HeaderName, Response, Uri, header};
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};
use ureq::{Agent, Body, config::Config};
use url::Url;

use super::address::is_public;

/// The most redirects that are followed.
const MAX_HOPS: usize = 5;

/// The largest page that is fetched, in bytes.
const MAX_PAGE: u64 = 1 << 20;

/// So often in a row a host may be silent; then it is not asked any more.
const MAX_SILENT: u32 = 3;

/// What came of asking for a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// It is there.
    Good,
    /// It is not, and why that is certain.
    Broken(String),
    /// Nobody can tell today, and why.
    Unknown(String),
}

/// What a host said of a page, to be asked whether it has changed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Validators {
    /// Its version (`ETag`).
    pub etag: Option<String>,
    /// When it changed last (`Last-Modified`), as the host writes it.
    pub modified: Option<String>,
}

/// A page as it was served.
#[derive(Debug)]
pub struct Page {
    /// What to ask with the next time.
    pub validators: Validators,
    /// What the host says that it is; empty if it says nothing.
    pub media_type: String,
    /// At most 1 MiB.
    pub bytes: Vec<u8>,
}

/// What came of fetching a page.
#[derive(Debug)]
pub enum Fetched {
    /// The host says that it is still the known one.
    Same,
    /// The page.
    Page(Page),
    /// There is none, or nobody can tell.
    Not(Answer),
}

/// Looks the addresses of a host and port up.
pub type Lookup = dyn Fn(&str, u16) -> io::Result<Vec<SocketAddr>> + Send + Sync;

/// Who knows the addresses of hosts.
#[derive(Clone)]
pub enum Names {
    /// The system.
    System,
    /// Somebody else.
    Given(Arc<Lookup>),
}

impl fmt::Debug for Names {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Names::System => "System",
            Names::Given(_) => "Given",
        })
    }
}

/// Asks for pages.
#[derive(Debug)]
pub struct Asker {
    agent: Agent,
    pause: Duration,
    /// One lock for each host.
    hosts: Mutex<BTreeMap<String, Arc<Mutex<Host>>>>,
}

/// What is known of a host.
#[derive(Debug, Default)]
struct Host {
    asked: bool,
    /// How often in a row it did not answer in time.
    silent: u32,
}

impl Asker {
    /// One that asks the public network for the site at `url`, which is told to whoever is asked.
    pub fn public(url: &str) -> Self {
        Self::new(url, Names::System, is_public, Duration::from_secs(1), Duration::from_secs(15))
    }

    /// One that asks the addresses for which `may_reach` holds, pausing between requests to a host;
    /// each request ends by `timeout`.
    pub fn new(
        url: &str,
        names: Names,
        may_reach: fn(IpAddr) -> bool,
        pause: Duration,
        timeout: Duration,
    ) -> Self {
        let config = Config::builder()
            .user_agent(format!("overdue/{} (+{url})", env!("CARGO_PKG_VERSION")))
            .timeout_global(Some(timeout))
            .max_redirects(0)
            .max_redirects_will_error(false)
            .http_status_as_error(false)
            .max_idle_connections(0)
            .max_response_header_size(64 << 10)
            // A proxy would look names up itself, where nobody can look at the addresses.
            .proxy(None)
            .build();
        let agent =
            Agent::with_parts(config, DefaultConnector::default(), Guard { names, may_reach });
        Self { agent, pause, hosts: Mutex::new(BTreeMap::new()) }
    }

    /// Asks whether a page is there.
    pub fn ask(&self, url: &str) -> Answer {
        self.follow(url, |uri| self.answer_of(uri)).unwrap_or_else(unknown)
    }

    /// Fetches a page, unless it is still what it was under these validators.
    pub fn fetch(&self, url: &str, known: &Validators) -> Fetched {
        let fetched = self.follow(url, |uri| self.page_of(uri, known));
        fetched.unwrap_or_else(|why| Fetched::Not(unknown(why)))
    }

    /// What comes of an address, after the redirects that it answers with; or why nobody can tell.
    fn follow<T>(&self, url: &str, reply: impl Fn(&Uri) -> Reply<T>) -> Result<T, &'static str> {
        let Ok(mut at) = Url::parse(url) else { return Err("its address cannot be read") };
        for _ in 0..=MAX_HOPS {
            if !is_of_the_web(&at) {
                return Err("it does not lead to the web");
            }
            if !at.username().is_empty() || at.password().is_some() {
                return Err("its address holds a name or password, which is not sent");
            }
            at.set_fragment(None);
            let Ok(uri) = at.as_str().parse::<Uri>() else {
                return Err("its address cannot be read");
            };
            match reply(&uri) {
                Reply::Final(answer) => return Ok(answer),
                Reply::Elsewhere(location) => match at.join(&location) {
                    Ok(next) if is_of_the_web(&next) => at = next,
                    _ => return Err("it sends its readers to something that is not on the web"),
                },
            }
        }
        Err("it sends its readers on more than five times")
    }

    /// What the page itself says: first without it, then, where that is not a clear yes, with it.
    fn answer_of(&self, uri: &Uri) -> Reply<Answer> {
        match self.request(uri, true) {
            Ok((200..=299, _)) => Reply::Final(Answer::Good),
            Ok((300..=399, Some(location))) => Reply::Elsewhere(location),
            Ok((429, _)) => {
                Reply::Final(unknown("the site asks to be left alone for a while (429)"))
            }
            // Some sites answer only those who ask for the page itself.
            Ok(_) => match self.request(uri, false) {
                Ok((300..=399, Some(location))) => Reply::Elsewhere(location),
                Ok((status, _)) => Reply::Final(by_status(status)),
                Err(error) => Reply::Final(by_error(&error)),
            },
            Err(error) => Reply::Final(by_error(&error)),
        }
    }

    /// The page itself, if it is another than the known one.
    fn page_of(&self, uri: &Uri, known: &Validators) -> Reply<Fetched> {
        let fetched = self.politely(uri, || {
            let mut request = self.agent.get(uri).header(header::CONNECTION, "close");
            for (name, value) in
                [(header::IF_NONE_MATCH, &known.etag), (header::IF_MODIFIED_SINCE, &known.modified)]
            {
                if let Some(value) = value {
                    request = request.header(name, value);
                }
            }
            let mut response = request.call()?;
            let told = |name| header_of(&response, name);
            let [etag, modified, kind, location] =
                [header::ETAG, header::LAST_MODIFIED, header::CONTENT_TYPE, header::LOCATION]
                    .map(told);
            let status = response.status().as_u16();
            let bytes = match status {
                200..=299 => response.body_mut().with_config().limit(MAX_PAGE).read_to_vec()?,
                _ => Vec::new(),
            };
            let page = Page {
                validators: Validators { etag, modified },
                media_type: kind.unwrap_or_default(),
                bytes,
            };
            Ok((status, location, page))
        });
        match fetched {
            Ok((304, ..)) => Reply::Final(Fetched::Same),
            Ok((300..=399, Some(location), _)) => Reply::Elsewhere(location),
            Ok((200..=299, _, page)) => Reply::Final(Fetched::Page(page)),
            Ok((status, ..)) => Reply::Final(Fetched::Not(by_status(status))),
            Err(ureq::Error::BodyExceedsLimit(_)) => {
                Reply::Final(Fetched::Not(unknown("the page is longer than 1 MiB")))
            }
            Err(error) => Reply::Final(Fetched::Not(by_error(&error))),
        }
    }

    /// One request: its status, and where it leads. The body is never read: the connection is
    /// closed before.
    fn request(&self, uri: &Uri, head: bool) -> Result<(u16, Option<String>), ureq::Error> {
        let response = self.politely(uri, || {
            let request = if head { self.agent.head(uri) } else { self.agent.get(uri) };
            request.header(header::CONNECTION, "close").call()
        })?;
        Ok((response.status().as_u16(), header_of(&response, header::LOCATION)))
    }

    /// Sends a request when the host of an address was left alone for a while, and notes whether
    /// the host is silent.
    fn politely<T>(
        &self,
        uri: &Uri,
        send: impl FnOnce() -> Result<T, ureq::Error>,
    ) -> Result<T, ureq::Error> {
        let host = uri.host().unwrap_or_default().to_ascii_lowercase();
        let gate = Arc::clone(
            self.hosts.lock().unwrap_or_else(PoisonError::into_inner).entry(host).or_default(),
        );
        let mut host = gate.lock().unwrap_or_else(PoisonError::into_inner);
        if host.silent >= MAX_SILENT {
            return Err(ureq::Error::Timeout(ureq::Timeout::Global));
        }
        if host.asked {
            std::thread::sleep(self.pause);
        }
        host.asked = true;
        let answer = send();
        host.silent = if answer.as_ref().is_err_and(is_silence) { host.silent + 1 } else { 0 };
        answer
    }
}

fn header_of(response: &Response<Body>, name: HeaderName) -> Option<String> {
    response.headers().get(name).and_then(|value| value.to_str().ok()).map(str::to_owned)
}

fn is_of_the_web(url: &Url) -> bool {
    matches!(url.scheme(), "http" | "https")
}

enum Reply<T> {
    Final(T),
    Elsewhere(String),
}

fn unknown(why: &str) -> Answer {
    Answer::Unknown(why.to_owned())
}

fn by_status(status: u16) -> Answer {
    match status {
        200..=299 => Answer::Good,
        404 => Answer::Broken("the site has no such page (404)".to_owned()),
        410 => Answer::Broken("the site has taken the page down (410)".to_owned()),
        401 | 403 => Answer::Unknown(format!("the site lets no program look ({status})")),
        429 => unknown("the site asks to be left alone for a while (429)"),
        500..=599 => Answer::Unknown(format!("the site has trouble ({status})")),
        _ => Answer::Unknown(format!("the site answered {status}")),
    }
}

fn by_error(error: &ureq::Error) -> Answer {
    match error {
        ureq::Error::HostNotFound => Answer::Broken("there is no site of this name".to_owned()),
        ureq::Error::Io(error) if error.get_ref().is_some_and(|inner| inner.is::<Private>()) => {
            Answer::Broken("it leads into a private network, which readers cannot reach".to_owned())
        }
        ureq::Error::Io(error) if is_unknown_name(error) => {
            Answer::Broken("there is no site of this name".to_owned())
        }
        error if is_silence(error) => unknown("the site did not answer in time"),
        ureq::Error::Tls(_) | ureq::Error::Rustls(_) => {
            unknown("the site's certificate cannot be verified")
        }
        ureq::Error::Io(error) if error.kind() == io::ErrorKind::ConnectionRefused => {
            unknown("the site takes no connections")
        }
        _ => unknown("the site did not answer in a way that can be read"),
    }
}

fn is_silence(error: &ureq::Error) -> bool {
    match error {
        ureq::Error::Timeout(_) => true,
        ureq::Error::Io(error) => error.kind() == io::ErrorKind::TimedOut,
        _ => false,
    }
}

/// Whether the system says for sure that a name does not exist. The library gives its words and no
/// number.
fn is_unknown_name(error: &io::Error) -> bool {
    let said = error.to_string().to_ascii_lowercase();
    ["name or service not known", "nodename nor servname", "no such host", "no address associated"]
        .iter()
        .any(|words| said.contains(words))
}

/// The error of a name that leads to an address which is not the public's.
#[derive(Debug)]
struct Private;

impl fmt::Display for Private {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an address of a private network")
    }
}

impl StdError for Private {}

/// Looks names up, and lets no connection be made to an address that may not be reached.
#[derive(Debug)]
struct Guard {
    names: Names,
    may_reach: fn(IpAddr) -> bool,
}

impl Resolver for Guard {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let found = match &self.names {
            Names::System => DefaultResolver::default().resolve(uri, config, timeout)?,
            Names::Given(lookup) => {
                let port = uri.port_u16().unwrap_or(if uri.scheme_str() == Some("https") {
                    443
                } else {
                    80
                });
                let mut found = self.empty();
                for address in lookup(uri.host().unwrap_or_default(), port)?.into_iter().take(16) {
                    found.push(address);
                }
                found
            }
        };
        if found.is_empty() {
            return Err(ureq::Error::HostNotFound);
        }
        // One private address among others is enough: the next connection might take it.
        if found.iter().any(|address| !(self.may_reach)(address.ip())) {
            return Err(ureq::Error::Io(io::Error::new(io::ErrorKind::PermissionDenied, Private)));
        }
        Ok(found)
    }
}

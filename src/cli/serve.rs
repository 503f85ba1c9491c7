//! `overdue serve`: shows the site in a browser while it is written.

use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr, UdpSocket};
use std::time::Duration;

use clap::Args;

use super::{Exit, Reading, Session, browser, say};
use crate::clock::AsOf;
use crate::front_matter::read_as_of;
use crate::parse::zone_of;
use crate::resolve::{Ahead, Options};
use crate::serve::{Config, Limits, News, start};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The port [default: the first that is free from 8080 on]
    #[arg(long, value_name = "N")]
    port: Option<u16>,
    /// The address to listen on; any but that of this machine lets others read what is not
    /// published
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1")]
    host: IpAddr,
    /// Open the site in a browser
    #[arg(long)]
    open: bool,
    /// Show the state of this moment: a date is that whole day, a time is in the site's zone
    /// [default: now, and it moves on]
    #[arg(long, value_name = "WHEN")]
    as_of: Option<String>,
    /// Show drafts [default: only where nobody else can see them]
    #[arg(long, overrides_with = "no_drafts")]
    drafts: bool,
    /// Leave drafts out
    #[arg(long)]
    no_drafts: bool,
    /// Go to the record that was changed; the bar at the foot of a page has a switch for it, too
    #[arg(long)]
    follow: bool,
    /// Look for changes every half second, for disks that do not tell of them (network drives,
    /// containers)
    #[arg(long)]
    poll: bool,
}

pub(super) fn run(arguments: &Arguments, session: &mut Session<'_>) -> Exit {
    let is_alone = arguments.host.is_loopback();
    let drafts = arguments.drafts || is_alone && !arguments.no_drafts;
    // An as-of that cannot be read ends the run before it begins.
    if let Err(exit) = session.options(&Reading::published(arguments.as_of.clone())) {
        return exit;
    }
    let (as_of, clock) = (arguments.as_of.clone(), session.surroundings.clock);
    let options = move |tree: &crate::load::Tree| {
        let asked = as_of.as_deref().and_then(|text| read_as_of(text, zone_of(tree)).ok());
        match asked {
            Some(as_of) => Options { as_of, ahead: Ahead::NotYet, drafts },
            None => Options { as_of: AsOf::Instant(clock()), ahead: Ahead::Mistake, drafts },
        }
    };
    let config = Config {
        root: session.root.clone(),
        host: arguments.host,
        port: arguments.port,
        options: Box::new(options),
        moves_every: arguments.as_of.is_none().then_some(Duration::from_secs(60)),
        follow: arguments.follow,
        poll: arguments.poll,
        limits: Limits::default(),
    };
    let server = match start(config) {
        Ok(server) => server,
        Err(error) => {
            say(session.err, &format!("error: {}", refused(arguments, &error)));
            return Exit::Machine;
        }
    };
    let url = format!("http://{}/", shown(server.address));
    say(session.out, &format!("{url} shows the site until you press Ctrl-C"));
    if !is_alone {
        warn(session, server.address, drafts);
    }
    session.out.flush();
    if session.out.is_broken() {
        return Exit::Machine;
    }
    if arguments.open {
        browser::open(&url);
    }
    while let Ok(news) = server.news.recv() {
        tell(session, &news);
        session.out.flush();
    }
    Exit::Done
}

fn refused(arguments: &Arguments, error: &io::Error) -> String {
    match (error.kind(), arguments.port) {
        (io::ErrorKind::AddrInUse, Some(port)) => {
            format!(
                "port {port} is in use by another program; name another with --port, or leave it out to get one that is free"
            )
        }
        (io::ErrorKind::AddrInUse, None) => {
            "no port from 8080 on is free; name one with --port".to_owned()
        }
        (io::ErrorKind::PermissionDenied, Some(port)) => {
            format!("port {port} may not be used: {error}; name one above 1023 with --port")
        }
        (io::ErrorKind::AddrNotAvailable, _) => {
            format!("{} is no address of this machine", arguments.host)
        }
        _ => format!("the server cannot listen on {}: {error}", arguments.host),
    }
}

/// An address as a browser takes it.
fn shown(address: SocketAddr) -> String {
    if address.ip() == IpAddr::V4(Ipv4Addr::UNSPECIFIED) {
        format!("127.0.0.1:{}", address.port())
    } else {
        address.to_string()
    }
}

fn warn(session: &mut Session<'_>, address: SocketAddr, drafts: bool) {
    let others = if address.ip().is_unspecified() {
        lan_address().unwrap_or(address.ip())
    } else {
        address.ip()
    };
    let others = SocketAddr::new(others, address.port());
    say(
        session.err,
        &format!("warning: anybody on your network can read this site at http://{others}/"),
    );
    let drafts = if drafts {
        "drafts are shown to them, too"
    } else {
        "drafts are left out; --drafts shows them"
    };
    say(session.err, drafts);
}

/// The address under which others on the network reach this machine. Nothing is sent to find it.
fn lan_address() -> Option<IpAddr> {
    let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).ok()?;
    // An address that is reserved for examples: the system only looks up which way it would go.
    socket.connect((Ipv4Addr::new(192, 0, 2, 1), 9)).ok()?;
    Some(socket.local_addr().ok()?.ip()).filter(|found| !found.is_unspecified())
}

fn tell(session: &mut Session<'_>, news: &News) {
    match news {
        News::Ready { took, diagnostics } => {
            session.tell(diagnostics);
            say(session.out, &format!("ready in {}", in_words(*took)));
        }
        News::Changed { paths, took, diagnostics } => {
            session.tell(diagnostics);
            let (first, others) = match paths.as_slice() {
                [] => return,
                [first] => (first, String::new()),
                [first, others @ ..] => (first, format!(" and {} more", others.len())),
            };
            say(session.out, &format!("{first}{others} changed: shown after {}", in_words(*took)));
        }
        News::Failed(text) => say(session.err, &format!("error: {text}")),
        News::Polling(reason) => {
            say(
                session.err,
                &format!(
                    "warning: the system cannot tell of changes ({reason}); they are looked for every half second"
                ),
            );
        }
    }
}

fn in_words(time: Duration) -> String {
    format!("{:.0} ms", time.as_secs_f64() * 1000.0)
}

//! The same site, rendered on request from memory: what an editor looks at while writing.
//!
//! ```text
//! watch ──paths──▶ server ◀──requests── http
//!                  workspace, page cache
//! ```
//!
//! One thread, the `server`, owns the site and takes one thing after another: a change on the disk
//! or a request for a page. A request that comes after a change is answered from the changed site.
//! `watch` tells which paths changed, and the workspace reads them again; `connections` bounds what
//! anybody may cost, `http` checks who asks, and asks the server. Pages are those of a build as of
//! the same moment, byte for byte, and one script tag more, which shows what is wrong and reloads
//! the page when it has changed. With an error in the content the last good pages stay. The index
//! of the search page takes longer than all the rest after each change: it is made when somebody
//! searches.
//!
//! Absent on purpose: the output folder, which is neither read nor written; the time, which is
//! asked of whoever starts the server; files other than those that a build would copy.

#![expect(
    clippy::disallowed_methods,
    reason = "it reads what changed on the disk, and a stopwatch; nothing that is shown depends on the latter"
)]

mod address;
mod connections;
mod http;
mod message;
mod page;
mod page_cache;
mod server;
mod state;
mod watch;
mod words;

use std::io;
use std::net::{IpAddr, SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use tokio::sync::Semaphore;

use crate::diag::Diagnostic;
use crate::load::Tree;
use crate::resolve::Options;

pub use self::connections::Limits;
use self::message::Message;
use self::server::Server;

/// How to serve a site.
pub struct Config {
    /// The folder that holds `overdue.yaml`.
    pub root: PathBuf,
    /// Where to listen.
    pub host: IpAddr,
    /// The port; without one the first that is free from [`FIRST_PORT`] on. 0 is any free port.
    pub port: Option<u16>,
    /// How to read a site at this moment.
    pub options: Box<dyn Fn(&Tree) -> Options + Send>,
    /// How often the as-of moves on with the time; nothing where it was asked for.
    pub moves_every: Option<Duration>,
    /// Whether a page follows the editor to the record that was changed, until a reader says
    /// otherwise.
    pub follow: bool,
    /// Whether changes are looked for every half second, because the system does not tell of them.
    pub poll: bool,
    /// What connections may cost.
    pub limits: Limits,
}

/// The port that is tried first where none is named.
pub const FIRST_PORT: u16 = 8080;
const PORTS_TRIED: u16 = 20;

/// What happens, for whoever started the server.
#[derive(Debug)]
pub enum News {
    /// The site was read for the first time.
    Ready {
        /// How long that took.
        took: Duration,
        /// What is wrong with it.
        diagnostics: Vec<Diagnostic>,
    },
    /// The site was read again.
    Changed {
        /// The files that changed, some of them; none if it was the time that moved on.
        paths: Vec<String>,
        /// How long it took until pages could be shown.
        took: Duration,
        /// What is wrong with it now.
        diagnostics: Vec<Diagnostic>,
    },
    /// A page could not be made.
    Failed(String),
    /// Changes are looked for every half second, because the system cannot tell of them.
    Polling(String),
}

/// A server that runs until it is dropped.
#[derive(Debug)]
pub struct Handle {
    /// Where it listens.
    pub address: SocketAddr,
    /// What happens.
    pub news: Receiver<News>,
    stop: Stop,
    threads: Vec<JoinHandle<()>>,
}

/// Ends a server.
#[derive(Debug, Clone)]
struct Stop {
    server: Sender<Message>,
    http: tokio::sync::watch::Sender<bool>,
}

/// Starts to serve a site. It is read in a thread of its own; requests wait until that is done.
///
/// # Errors
///
/// When the port is taken, or there is none.
pub fn start(config: Config) -> io::Result<Handle> {
    let listener = listen(config.host, config.port)?;
    let address = listener.local_addr()?;
    listener.set_nonblocking(true)?;
    let (to_server, inbox) = mpsc::channel();
    let (tell, news) = mpsc::channel();
    let (generation, generations) = tokio::sync::watch::channel(0);
    let (stop_http, stopped) = tokio::sync::watch::channel(false);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let streams = Arc::new(Semaphore::new((config.limits.connections / 2).max(1)));
    let door = http::Door { server: to_server.clone(), generations, address, streams };
    let limits = config.limits;
    let server = Server::new(config, to_server.clone(), inbox, tell, generation);
    let threads = vec![
        thread::Builder::new().name("server".to_owned()).spawn(move || server.run())?,
        thread::Builder::new()
            .name("http".to_owned())
            .spawn(move || runtime.block_on(http::serve(listener, limits, door, stopped)))?,
    ];
    Ok(Handle { address, news, stop: Stop { server: to_server, http: stop_http }, threads })
}

fn listen(host: IpAddr, port: Option<u16>) -> io::Result<TcpListener> {
    if let Some(port) = port {
        return TcpListener::bind((host, port));
    }
    let mut result = TcpListener::bind((host, FIRST_PORT));
    for next in 1..PORTS_TRIED {
        match &result {
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => {
                result = TcpListener::bind((host, FIRST_PORT + next));
            }
            _ => break,
        }
    }
    result
}

impl Drop for Handle {
    fn drop(&mut self) {
        let _ = self.stop.server.send(Message::Stop);
        let _ = self.stop.http.send(true);
        for thread in self.threads.drain(..) {
            let _ = thread.join();
        }
    }
}

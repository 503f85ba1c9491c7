//! An S3 server on loopback, and a proxy before it that counts requests, fails, drops, waits and
//! holds them up.

use std::fs;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::Duration;

use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto::Builder;
use s3s::auth::SimpleAuth;
use s3s::service::S3ServiceBuilder;

use crate::harness::Folder;

pub(super) const KEY: &str = "AKIDEXAMPLE";
pub(super) const SECRET: &str = "wJalrXUtnFEMI-not-a-real-secret";
const BUCKET: &str = "watch";

/// What the proxy does with a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Deal {
    Pass,
    /// Answer "503 Service Unavailable".
    Fail,
    /// Close the connection without an answer, when the server has done its work.
    Drop,
    Wait(Duration),
    /// Keep it until [`Server::let_go`], and then forget it.
    Hold,
}

type Rule = Box<dyn Fn(usize, &str, &str) -> Deal + Send>;

struct State {
    rule: Rule,
    /// Method and path of each request since the rule was set.
    seen: Vec<(String, String)>,
    held: bool,
    forgets_conditions: bool,
    stuck: usize,
    watch: Box<dyn Fn() + Send>,
    folder: PathBuf,
}

pub(super) struct Server {
    folder: Folder,
    address: SocketAddr,
    shared: Arc<(Mutex<State>, Condvar)>,
}

impl Server {
    pub(super) fn start() -> Self {
        let folder = Folder::new();
        fs::create_dir(folder.path().join(BUCKET)).unwrap();
        let upstream = serve(folder.path().to_owned());
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let rule: Rule = Box::new(|_, _, _| Deal::Pass);
        let state = State {
            rule,
            seen: Vec::new(),
            held: false,
            forgets_conditions: false,
            stuck: 0,
            watch: Box::new(|| {}),
            folder: folder.path().to_owned(),
        };
        let shared = Arc::new((Mutex::new(state), Condvar::new()));
        let for_proxy = Arc::clone(&shared);
        thread::spawn(move || {
            for client in listener.incoming().map_while(Result::ok) {
                let shared = Arc::clone(&for_proxy);
                thread::spawn(move || relay(client, upstream, &shared));
            }
        });
        Self { folder, address, shared }
    }

    /// The address to publish to.
    pub(super) fn destination(&self) -> String {
        format!(
            "s3://{BUCKET}/site?region=us-east-1&endpoint=http://{}&path_style=true&lease=1",
            self.address
        )
    }

    /// The folder in which the server keeps what was published.
    pub(super) fn published(&self) -> PathBuf {
        self.folder.path().join(BUCKET).join("site")
    }

    /// What happens to requests from now on; they are counted from 1 by the rule.
    pub(super) fn rule(&self, rule: impl Fn(usize, &str, &str) -> Deal + Send + 'static) {
        let mut state = self.shared.0.lock().unwrap();
        state.rule = Box::new(rule);
        state.seen.clear();
        state.held = true;
        state.stuck = 0;
    }

    /// Lets the server overwrite what a request wants to create only if it is new.
    pub(super) fn forget_conditions(&self) {
        self.shared.0.lock().unwrap().forgets_conditions = true;
    }

    /// What is done after each request that changes something.
    pub(super) fn watch(&self, watch: impl Fn() + Send + 'static) {
        self.shared.0.lock().unwrap().watch = Box::new(watch);
    }

    /// Method and path of each request since the rule was set.
    pub(super) fn seen(&self) -> Vec<(String, String)> {
        self.shared.0.lock().unwrap().seen.clone()
    }

    /// Waits until a request is held; gives whether that happened before `done`.
    pub(super) fn holds_one(&self, mut done: impl FnMut() -> bool) -> bool {
        loop {
            let state = self.shared.0.lock().unwrap();
            if state.stuck > 0 {
                return true;
            }
            let (state, _) = self.shared.1.wait_timeout(state, Duration::from_millis(50)).unwrap();
            drop(state);
            if done() {
                return self.shared.0.lock().unwrap().stuck > 0;
            }
        }
    }

    /// Ends all that is held.
    pub(super) fn let_go(&self) {
        let mut state = self.shared.0.lock().unwrap();
        state.held = false;
        state.rule = Box::new(|_, _, _| Deal::Pass);
        self.shared.1.notify_all();
    }
}

fn serve(root: PathBuf) -> SocketAddr {
    let (tell, told) = std::sync::mpsc::channel();
    thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build()
            .unwrap();
        runtime.block_on(async {
            let mut builder = S3ServiceBuilder::new(s3s_fs::FileSystem::new(root).unwrap());
            builder.set_auth(SimpleAuth::from_single(KEY, SECRET));
            let service = builder.build();
            let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
            tell.send(listener.local_addr().unwrap()).unwrap();
            loop {
                let (socket, _) = listener.accept().await.unwrap();
                let service = service.clone();
                tokio::spawn(async move {
                    Builder::new(TokioExecutor::new())
                        .serve_connection(TokioIo::new(socket), service)
                        .await
                        .is_ok()
                });
            }
        });
    });
    told.recv().unwrap()
}

/// One request of one connection: the head is read, dealt with, and sent on with its body.
fn relay(mut client: TcpStream, upstream: SocketAddr, shared: &(Mutex<State>, Condvar)) {
    let Some((head, body)) = read_request(&mut client) else { return };
    let mut words = head.split(' ');
    let method = words.next().unwrap_or_default().to_owned();
    let path = words.next().unwrap_or_default().split('?').next().unwrap_or_default().to_owned();
    let deal = {
        let mut state = shared.0.lock().unwrap();
        state.seen.push((method.clone(), path.clone()));
        (state.rule)(state.seen.len(), &method, &path)
    };
    match deal {
        Deal::Fail => {
            let _ = client.write_all(b"HTTP/1.1 503 Service Unavailable\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
            return;
        }
        Deal::Hold => {
            let mut state = shared.0.lock().unwrap();
            state.stuck += 1;
            shared.1.notify_all();
            let _held = shared.1.wait_while(state, |state| state.held).unwrap();
            return;
        }
        Deal::Wait(time) => thread::sleep(time),
        Deal::Pass | Deal::Drop => {}
    }
    // One change after the other, so that each can be looked at.
    let state = shared.0.lock().unwrap();
    let Ok(mut server) = TcpStream::connect(upstream) else { return };
    let head = head.replacen("\r\n", "\r\nconnection: close\r\n", 1);
    let asks = |line: &str| line.to_ascii_lowercase().starts_with("if-none-match:");
    if state.forgets_conditions && head.lines().any(asks) && method == "PUT" {
        // The signature is over that header: the work is done here.
        let key = path.split_once("/watch/").map(|(_, key)| key.to_owned()).unwrap_or_default();
        let file = state.folder.join("watch").join(key);
        fs::create_dir_all(file.parent().unwrap()).and_then(|()| fs::write(&file, &body)).unwrap();
        let _ =
            client.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
        return;
    }
    if server.write_all(head.as_bytes()).and_then(|()| server.write_all(&body)).is_err() {
        return;
    }
    let mut answer = Vec::new();
    let _ = server.read_to_end(&mut answer);
    if method != "GET" {
        (state.watch)();
    }
    drop(state);
    if deal != Deal::Drop {
        let _ = client.write_all(&answer);
    }
}

fn read_request(client: &mut TcpStream) -> Option<(String, Vec<u8>)> {
    let mut bytes = Vec::new();
    let mut buffer = [0; 16 << 10];
    let end = loop {
        let length = client.read(&mut buffer).ok().filter(|length| *length > 0)?;
        bytes.extend_from_slice(&buffer[..length]);
        if let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
            break end + 4;
        }
    };
    let head = String::from_utf8(bytes[..end].to_vec()).ok()?;
    let head: String = head
        .lines()
        .filter(|line| !line.to_ascii_lowercase().starts_with("connection:"))
        .map(|line| format!("{line}\r\n"))
        .collect();
    let length = head
        .lines()
        .find_map(|line| {
            line.to_ascii_lowercase().strip_prefix("content-length:")?.trim().parse().ok()
        })
        .unwrap_or(0);
    let mut body = bytes.split_off(end);
    while body.len() < length {
        let read = client.read(&mut buffer).ok().filter(|length| *length > 0)?;
        body.extend_from_slice(&buffer[..read]);
    }
    Some((head, body))
}

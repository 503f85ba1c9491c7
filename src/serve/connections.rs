//! Connections: how many there may be, and how long one may keep the server waiting.
//!
//! Whoever finds no place waits at the system's door until somebody leaves. Somebody has to leave
//! who does not send the head of a request in time, sends nothing after an answer for as long, or
//! does not take what was asked for.

use std::convert::Infallible;
use std::future::Future;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::http::request::Parts;
use axum::response::Response;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::time::{Sleep, sleep};

/// The largest head of a request, in bytes.
const MAX_HEAD: usize = 32 << 10;
/// How long is waited where the system has no room for a connection.
const FULL: Duration = Duration::from_millis(200);

/// What connections may cost.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// How many there may be at once. Half of them may be streams of events, which end only when a
    /// page is left.
    pub connections: usize,
    /// How long the head of a request may take, and how long a connection may be idle.
    pub head: Duration,
    /// How long an answer may stand still because nobody takes it.
    pub answer: Duration,
}

impl Default for Limits {
    /// Enough for some twenty tabs, each with as many connections as browsers open.
    fn default() -> Self {
        Self { connections: 128, head: Duration::from_secs(10), answer: Duration::from_secs(30) }
    }
}

/// Answers every request on every connection. A body is never read.
pub(super) async fn serve<F>(
    listener: TcpListener,
    limits: Limits,
    answer: impl Fn(Parts) -> F + Clone + Send + 'static,
) where
    F: Future<Output = Response> + Send + 'static,
{
    let places = Arc::new(Semaphore::new(limits.connections));
    loop {
        let Ok(place) = Arc::clone(&places).acquire_owned().await else { return };
        let Ok((stream, _)) = listener.accept().await else {
            sleep(FULL).await;
            continue;
        };
        let answer = answer.clone();
        let service = service_fn(move |request: hyper::Request<_>| {
            let answered = answer(request.into_parts().0);
            async move { Ok::<_, Infallible>(answered.await) }
        });
        let mut http = http1::Builder::new();
        http.timer(TokioTimer::new()).header_read_timeout(limits.head).max_buf_size(MAX_HEAD);
        let connection = http.serve_connection(
            TokioIo::new(Impatient { stream, limit: limits.answer, stalled: None }),
            service,
        );
        tokio::spawn(async move {
            // Whoever asked is gone, or has to go: nobody is left to be told.
            let _ = connection.await;
            drop(place);
        });
    }
}

/// A stream that fails when what is written stands still for too long.
struct Impatient {
    stream: TcpStream,
    limit: Duration,
    stalled: Option<Pin<Box<Sleep>>>,
}

impl Impatient {
    fn bounded<T>(
        &mut self,
        context: &mut Context<'_>,
        written: Poll<io::Result<T>>,
    ) -> Poll<io::Result<T>> {
        if written.is_ready() {
            self.stalled = None;
            return written;
        }
        let limit = self.limit;
        let stalled = self.stalled.get_or_insert_with(|| Box::pin(sleep(limit)));
        stalled.as_mut().poll(context).map(|()| Err(io::ErrorKind::TimedOut.into()))
    }
}

impl AsyncRead for Impatient {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl AsyncWrite for Impatient {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.bounded(context, written)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write_vectored(context, bytes);
        self.bounded(context, written)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let flushed = Pin::new(&mut self.stream).poll_flush(context);
        self.bounded(context, flushed)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let shut = Pin::new(&mut self.stream).poll_shutdown(context);
        self.bounded(context, shut)
    }
}

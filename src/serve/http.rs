//! Requests: who asks, what for, and the answer of the server.
//!
//! Nothing here reads the disk. A request is refused that is not meant for this server or comes
//! from a page elsewhere; an answer carries no header that would let one read it, or show it within
//! itself.

use std::convert::Infallible;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::request::Parts;
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::future::select;
use futures_util::stream;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, oneshot, watch};

use super::address::{decoded, is_welcome, path_of};
use super::connections::{self, Limits};
use super::message::{Answer, Message};
use super::page::{EVENTS, SCRIPT, STATE, STYLE};
use super::words;

const SCRIPT_TEXT: &str = include_str!("serve.js");
const STYLE_TEXT: &str = include_str!("serve.css");

/// What pages may do: nothing that needs another server, and no script or style within a page.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; media-src 'self'; \
                      connect-src 'self'; manifest-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; \
                      frame-ancestors 'self'";

/// What a request needs.
#[derive(Debug, Clone)]
pub(super) struct Door {
    pub(super) server: Sender<Message>,
    pub(super) generations: watch::Receiver<u64>,
    pub(super) address: SocketAddr,
    /// Places for streams of events.
    pub(super) streams: Arc<Semaphore>,
}

/// Answers until it is told to stop, or somebody presses Ctrl-C.
pub(super) async fn serve(
    listener: TcpListener,
    limits: Limits,
    door: Door,
    mut stopped: watch::Receiver<bool>,
) {
    let Ok(listener) = tokio::net::TcpListener::from_std(listener) else { return };
    let server = door.server.clone();
    let told = std::pin::pin!(async move {
        // Whoever could tell to stop may have gone as well.
        let _ = stopped.wait_for(|stop| *stop).await;
    });
    let interrupted = std::pin::pin!(async {
        if tokio::signal::ctrl_c().await.is_err() {
            // Where nothing can be heard of it, the system ends the program.
            std::future::pending::<()>().await;
        }
    });
    let serving = std::pin::pin!(connections::serve(listener, limits, move |request| answer(
        door.clone(),
        request
    )));
    // Streams of events would never end by themselves.
    let _ = select(serving, select(told, interrupted)).await;
    let _ = server.send(Message::Stop);
}

async fn answer(door: Door, request: Parts) -> Response {
    let mut response = if is_welcome(&request.headers, &request.uri, door.address) {
        inside(door, &request).await
    } else {
        plain(StatusCode::FORBIDDEN, words::REFUSED)
    };
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static("same-origin"));
    headers.insert("cross-origin-opener-policy", HeaderValue::from_static("same-origin"));
    headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(HeaderValue::from_static(POLICY));
    response
}

async fn inside(door: Door, request: &Parts) -> Response {
    if !matches!(request.method, Method::GET | Method::HEAD) {
        return plain(StatusCode::METHOD_NOT_ALLOWED, words::READ_ONLY);
    }
    let Some(path) = path_of(request.uri.path()) else {
        return plain(StatusCode::NOT_FOUND, words::NO_ADDRESS);
    };
    match path.as_str() {
        SCRIPT => content(StatusCode::OK, "text/javascript; charset=utf-8", SCRIPT_TEXT.into()),
        STYLE => content(StatusCode::OK, "text/css; charset=utf-8", STYLE_TEXT.into()),
        EVENTS => match door.streams.try_acquire_owned() {
            Ok(place) => events(door.generations, place),
            Err(_) => plain(StatusCode::SERVICE_UNAVAILABLE, words::TOO_MANY),
        },
        STATE => {
            let query = request.uri.query().unwrap_or_default();
            let written =
                query.split('&').find_map(|pair| pair.strip_prefix("path=")).and_then(decoded);
            let Some(path) = written.as_deref().and_then(path_of) else {
                return plain(StatusCode::NOT_FOUND, words::NO_ADDRESS);
            };
            let (reply, state) = oneshot::channel();
            match ask(&door, Message::State { path, reply }, state).await {
                Some(state) => {
                    content(StatusCode::OK, "application/json; charset=utf-8", state.into())
                }
                None => plain(StatusCode::SERVICE_UNAVAILABLE, words::LOST),
            }
        }
        _ => {
            let (reply, answer) = oneshot::channel();
            page(ask(&door, Message::Page { path, reply }, answer).await)
        }
    }
}

async fn ask<T>(door: &Door, message: Message, answer: oneshot::Receiver<T>) -> Option<T> {
    door.server.send(message).ok()?;
    answer.await.ok()
}

fn page(answer: Option<Answer>) -> Response {
    const HTML: &str = "text/html; charset=utf-8";
    match answer {
        Some(Answer::Found { served, media_type, policy }) => {
            let mut response = content(StatusCode::OK, media_type, served.bytes);
            if let Some(policy) = policy {
                response
                    .headers_mut()
                    .insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
            }
            response
        }
        Some(Answer::NotFound(served)) => content(StatusCode::NOT_FOUND, HTML, served.bytes),
        Some(Answer::Broken(served)) => {
            content(StatusCode::INTERNAL_SERVER_ERROR, HTML, served.bytes)
        }
        Some(Answer::Elsewhere(location)) => match HeaderValue::try_from(location) {
            Ok(location) => (StatusCode::FOUND, [(header::LOCATION, location)]).into_response(),
            Err(_) => plain(StatusCode::NOT_FOUND, words::NO_ADDRESS),
        },
        None => plain(StatusCode::SERVICE_UNAVAILABLE, words::LOST),
    }
}

fn content(status: StatusCode, media_type: &'static str, bytes: Bytes) -> Response {
    (status, [(header::CONTENT_TYPE, HeaderValue::from_static(media_type))], Body::from(bytes))
        .into_response()
}

fn plain(status: StatusCode, text: &'static str) -> Response {
    content(status, "text/plain; charset=utf-8", text.into())
}

/// The number of the site's state, now and whenever it changes, until whoever asked has gone and
/// leaves the place to another.
fn events(generations: watch::Receiver<u64>, place: OwnedSemaphorePermit) -> Response {
    let numbers = stream::unfold(
        (generations, true, place),
        |(mut generations, is_first, place)| async move {
            if !is_first {
                generations.changed().await.ok()?;
            }
            let number = *generations.borrow_and_update();
            Some((
                Ok::<_, Infallible>(Event::default().data(number.to_string())),
                (generations, false, place),
            ))
        },
    );
    Sse::new(numbers).keep_alive(KeepAlive::new().interval(Duration::from_secs(15))).into_response()
}

//! What the server is told and asked, and what it answers.

use tokio::sync::oneshot;

use super::page::Served;

/// What the server is told or asked.
#[derive(Debug)]
pub(super) enum Message {
    /// Something at this path of the site changed; settled once whoever wrote it is done.
    Touched { path: String, settled: bool },
    /// The system has lost track of what changed.
    Rescan,
    /// A page or file is asked for, by the path of the site.
    Page { path: String, reply: oneshot::Sender<Answer> },
    /// What the script of the page at this path of the site shows is asked for.
    State { path: String, reply: oneshot::Sender<String> },
    /// No more.
    Stop,
}

/// What is answered to a request for a page.
#[derive(Debug)]
pub(super) enum Answer {
    /// The content of a page or file.
    Found { served: Served, media_type: &'static str, policy: Option<&'static str> },
    /// The address needs a slash, and is another one.
    Elsewhere(String),
    /// There is no page; this one says so.
    NotFound(Served),
    /// The page cannot be made; this is what can be shown.
    Broken(Served),
}

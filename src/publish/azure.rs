//! A container of Azure's blob storage as a destination: plain requests, signed by a shared access
//! signature that the environment holds. It has to allow reading, creating, writing, deleting and
//! listing.
//!
//! It was made from Microsoft's description of the service and tried with a server that checks the
//! requests, not with Azure itself.
//!
//! Absent on purpose: account keys (a signature can be limited to one container and a year), blobs
//! in several blocks, leases of Azure's own (the journal is the same everywhere), access rights and
//! the container's configuration.

use ureq::http::Response;
use ureq::{Agent, Body};

use super::address::Place;
use super::credentials::Environment;
use super::error::Failure;
use super::headers::{Headers, STATE};
use super::http::{agent, encoded, insist, keeps_secrets};
use super::manifest::LARGEST_STATE;
use super::store::{Each, Store, Upload, find_in_parallel, in_parallel};

/// So many requests are under way at once.
const THREADS: usize = 16;
/// The version of the protocol.
const PROTOCOL: &str = "2021-12-02";

/// A container and a prefix in it.
pub(super) struct Container {
    agent: Agent,
    /// Up to the container, without a slash at its end.
    url: String,
    name: String,
    prefix: String,
    signature: String,
    gzip: bool,
}

impl Container {
    pub(super) fn open(place: &Place, environment: &Environment) -> Result<Self, Failure> {
        let Place::Container { account, container, prefix, endpoint, gzip } = place else {
            return Err(Failure::usage("this is not the address of a container"));
        };
        let endpoint =
            endpoint.clone().unwrap_or_else(|| format!("https://{account}.blob.core.windows.net"));
        if !keeps_secrets(&endpoint) || endpoint.contains(['?', '#', '@']) {
            // What was written may hold a signature.
            return Err(Failure::usage(format!(
                "endpoint=: write a whole address without credentials, such as https://{account}.blob.core.windows.net"
            )));
        }
        let url = format!("{}/{container}", endpoint.trim_end_matches('/'));
        let signature = environment.azure()?;
        Ok(Self {
            agent: agent(environment)?,
            url,
            name: container.clone(),
            prefix: prefix.clone(),
            signature,
            gzip: *gzip,
        })
    }

    fn blob(&self, path: &str) -> String {
        format!("{}/{}?{}", self.url, encoded(&format!("{}{path}", self.prefix)), self.signature)
    }

    fn put(
        &self,
        path: &str,
        bytes: &[u8],
        headers: Headers,
        gzip: bool,
        only_new: bool,
    ) -> Result<bool, Failure> {
        let (url, what) = (self.blob(path), format!("writing {path}"));
        let response = insist(&what, || {
            let mut request = self
                .agent
                .put(&url)
                .header("x-ms-version", PROTOCOL)
                .header("x-ms-blob-type", "BlockBlob");
            request = request
                .header("x-ms-blob-content-type", headers.content_type)
                .header("x-ms-blob-cache-control", headers.cache);
            request = request.header("content-type", headers.content_type);
            if headers.attached {
                request = request.header("x-ms-blob-content-disposition", "attachment");
            }
            if gzip {
                request = request.header("x-ms-blob-content-encoding", "gzip");
            }
            if only_new {
                request = request.header("if-none-match", "*");
            }
            request.send(bytes)
        })?;
        match response.status().as_u16() {
            200..=299 => Ok(true),
            409 | 412 if only_new => Ok(false),
            _ => Err(self.refused(&what, &response)),
        }
    }

    fn refused(&self, what: &str, response: &Response<Body>) -> Failure {
        let status = response.status();
        let code = code_of(response);
        let because = match (status.as_u16(), code) {
            (_, "ContainerNotFound") => "there is no such container",
            (401 | 403, _) => "the signature is wrong or has expired, or does not allow this",
            _ => "the server refuses it",
        };
        Failure::machine(format!(
            "{what} in the container {}: {because} ({}, {code})",
            self.name,
            status.as_u16()
        ))
    }
}

/// What Azure calls it: a word, or nothing.
fn code_of(response: &Response<Body>) -> &str {
    let code = response
        .headers()
        .get("x-ms-error-code")
        .and_then(|code| code.to_str().ok())
        .unwrap_or_default();
    if code.bytes().all(|byte| byte.is_ascii_alphanumeric()) { code } else { "" }
}

impl Store for Container {
    fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Failure> {
        let (url, what) = (self.blob(path), format!("reading {path}"));
        let mut response =
            insist(&what, || self.agent.get(&url).header("x-ms-version", PROTOCOL).call())?;
        match response.status().as_u16() {
            200..=299 => {
                let body = response.body_mut().with_config().limit(LARGEST_STATE).read_to_vec();
                body.map(Some)
                    .map_err(|_| Failure::machine(format!("{what}: the answer broke off")))
            }
            404 if code_of(&response) != "ContainerNotFound" => Ok(None),
            _ => Err(self.refused(&what, &response)),
        }
    }

    fn is_occupied(&self) -> Result<bool, Failure> {
        let what = "looking at what is there";
        let prefix = encoded(&self.prefix);
        let url = format!(
            "{}?restype=container&comp=list&maxresults=1&prefix={prefix}&{}",
            self.url, self.signature
        );
        let mut response =
            insist(what, || self.agent.get(&url).header("x-ms-version", PROTOCOL).call())?;
        if !response.status().is_success() {
            return Err(self.refused(what, &response));
        }
        let text = response
            .body_mut()
            .read_to_string()
            .map_err(|_| Failure::machine(format!("{what}: the answer broke off")))?;
        Ok(text.contains("<Blob>"))
    }

    fn present(&self, paths: &[String]) -> Result<Vec<String>, Failure> {
        find_in_parallel(THREADS, paths, |path| {
            let (url, what) = (self.blob(path), format!("looking for {path}"));
            let response =
                insist(&what, || self.agent.head(&url).header("x-ms-version", PROTOCOL).call())?;
            match response.status().as_u16() {
                200..=299 => Ok(true),
                404 => Ok(false),
                _ => Err(self.refused(&what, &response)),
            }
        })
    }

    fn create(&self, path: &str, bytes: &[u8]) -> Result<bool, Failure> {
        // An attempt whose answer was lost may have been ours.
        Ok(self.put(path, bytes, STATE, false, true)? || self.read(path)?.as_deref() == Some(bytes))
    }

    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        self.put(path, bytes, STATE, false, false).map(|_| ())
    }

    fn upload(&self, uploads: &[Upload], each: Each<'_>) -> Result<(), Failure> {
        in_parallel(THREADS, uploads, |upload| {
            let (bytes, gzip) = upload.packed(self.gzip)?;
            self.put(&upload.path, &bytes, upload.headers, gzip, false)?;
            each(upload)
        })
    }

    fn remove(&self, paths: &[String]) -> Result<(), Failure> {
        in_parallel(THREADS, paths, |path| {
            let (url, what) = (self.blob(path), format!("removing {path}"));
            let response =
                insist(&what, || self.agent.delete(&url).header("x-ms-version", PROTOCOL).call())?;
            match response.status().as_u16() {
                200..=299 | 404 => Ok(()),
                _ => Err(self.refused(&what, &response)),
            }
        })
    }

    fn compresses(&self) -> bool {
        self.gzip
    }
}

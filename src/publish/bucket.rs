//! A bucket that speaks S3: Amazon's own and compatible ones.
//!
//! Absent on purpose: files in several parts (one request carries up to 5 GB, and a site's file has
//! at most 512 MiB), listings beyond the question whether there is anything, access rights and the
//! bucket's own configuration.

use std::time::Duration;

use rusty_s3::actions::{DeleteObject, GetObject, HeadObject, ListObjectsV2, PutObject};
use rusty_s3::{Credentials, S3Action, UrlStyle};
use ureq::http::Response;
use ureq::{Agent, Body};

use super::address::Place;
use super::credentials::Environment;
use super::error::Failure;
use super::headers::{Headers, STATE};
use super::http::{agent, insist, keeps_secrets};
use super::manifest::LARGEST_STATE;
use super::store::{Each, Store, Upload, create_patiently, find_in_parallel, in_parallel};

/// So many requests are under way at once.
const THREADS: usize = 16;
/// For how long a signature is good.
const SIGNED_FOR: Duration = Duration::from_secs(900);

/// A bucket and a prefix in it.
#[derive(Debug)]
pub(super) struct Bucket {
    agent: Agent,
    bucket: rusty_s3::Bucket,
    credentials: Credentials,
    prefix: String,
    exclusive: bool,
    gzip: bool,
}

impl Bucket {
    pub(super) fn open(place: &Place, environment: &Environment) -> Result<Self, Failure> {
        let Place::Bucket { bucket, prefix, region, endpoint, path_style, exclusive, gzip } = place
        else {
            return Err(Failure::usage("this is not the address of a bucket"));
        };
        let credentials = environment.s3()?;
        let region = region.as_deref().or(environment.region()).unwrap_or("us-east-1");
        let amazon = || format!("https://s3.{region}.amazonaws.com");
        let endpoint = endpoint.clone().unwrap_or_else(amazon);
        // What was written may hold keys.
        let wrong = || {
            Failure::usage(
                "endpoint=: write a whole address without credentials, such as https://s3.example.org",
            )
        };
        if !keeps_secrets(&endpoint) || endpoint.contains(['?', '#', '@']) {
            return Err(wrong());
        }
        let style = if *path_style { UrlStyle::Path } else { UrlStyle::VirtualHost };
        let bucket = rusty_s3::Bucket::new(
            endpoint.parse().map_err(|_| wrong())?,
            style,
            bucket.clone(),
            region.to_owned(),
        );
        let bucket = bucket.map_err(|_| wrong())?;
        Ok(Self {
            agent: agent(environment)?,
            bucket,
            credentials,
            prefix: prefix.clone(),
            exclusive: *exclusive,
            gzip: *gzip,
        })
    }

    fn put(
        &self,
        path: &str,
        bytes: &[u8],
        headers: Headers,
        gzip: bool,
        only_new: bool,
    ) -> Result<bool, Failure> {
        let key = format!("{}{path}", self.prefix);
        let mut named =
            vec![("content-type", headers.content_type), ("cache-control", headers.cache)];
        if headers.attached {
            named.push(("content-disposition", "attachment"));
        }
        if gzip {
            named.push(("content-encoding", "gzip"));
        }
        if only_new {
            named.push(("if-none-match", "*"));
        }
        let what = format!("writing {path}");
        let response = insist(&what, || {
            let mut action = PutObject::new(&self.bucket, Some(&self.credentials), &key);
            for (name, value) in &named {
                action.headers_mut().insert(*name, *value);
            }
            let mut request = self.agent.put(action.sign(SIGNED_FOR).as_str());
            for (name, value) in &named {
                request = request.header(*name, *value);
            }
            request.send(bytes)
        })?;
        match response.status().as_u16() {
            200..=299 => Ok(true),
            409 | 412 if only_new => Ok(false),
            501 if only_new => Err(self.never_exclusive()),
            _ => Err(self.refused(&what, response)),
        }
    }

    fn get(&self, path: &str) -> Result<Option<Vec<u8>>, Failure> {
        let key = format!("{}{path}", self.prefix);
        let what = format!("reading {path}");
        let mut response = insist(&what, || {
            self.agent
                .get(
                    GetObject::new(&self.bucket, Some(&self.credentials), &key)
                        .sign(SIGNED_FOR)
                        .as_str(),
                )
                .call()
        })?;
        match response.status().as_u16() {
            200..=299 => {
                let body = response.body_mut().with_config().limit(LARGEST_STATE).read_to_vec();
                body.map(Some)
                    .map_err(|_| Failure::machine(format!("{what}: the answer broke off")))
            }
            404 => match code_of(response).as_deref() {
                Some("NoSuchBucket") => {
                    Err(Failure::machine(format!("there is no bucket {}", self.bucket.name())))
                }
                _ => Ok(None),
            },
            _ => Err(self.refused(&what, response)),
        }
    }

    fn never_exclusive(&self) -> Failure {
        Failure::usage(format!(
            "the service of the bucket {} can't create only what is new (it does not heed If-None-Match), so that two publishers at once \
             could not be told apart for certain; add exclusive=false to the address if only one publishes at a time",
            self.bucket.name()
        ))
    }

    fn refused(&self, what: &str, response: Response<Body>) -> Failure {
        let status = response.status();
        let code = code_of(response).unwrap_or_default();
        let because = match (status.as_u16(), code.as_str()) {
            (401 | 403, _) => "the credentials are wrong, or may not do this",
            (_, "NoSuchBucket") => "there is no such bucket",
            (301 | 307 | 400, _) => "the region, the endpoint or path_style may be wrong",
            _ => "the server refuses it",
        };
        let code = if code.is_empty() { String::new() } else { format!(" {code}") };
        Failure::machine(format!(
            "{what} in the bucket {}: {because} ({}{code})",
            self.bucket.name(),
            status.as_u16()
        ))
    }
}

/// The code in an answer of the server: a word, or nothing.
fn code_of(mut response: Response<Body>) -> Option<String> {
    let text = response.body_mut().with_config().limit(16 << 10).read_to_string().ok()?;
    let code = text.split_once("<Code>")?.1.split_once("</Code>")?.0;
    code.bytes().all(|byte| byte.is_ascii_alphanumeric()).then(|| code.to_owned())
}

impl Store for Bucket {
    fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Failure> {
        self.get(path)
    }

    fn is_occupied(&self) -> Result<bool, Failure> {
        let what = "looking at what is there";
        let mut response = insist(what, || {
            let mut action = ListObjectsV2::new(&self.bucket, Some(&self.credentials));
            action.with_prefix(self.prefix.as_str());
            action.with_max_keys(1);
            self.agent.get(action.sign(SIGNED_FOR).as_str()).call()
        })?;
        if !response.status().is_success() {
            return Err(self.refused(what, response));
        }
        let text = response
            .body_mut()
            .read_to_string()
            .map_err(|_| Failure::machine(format!("{what}: the answer broke off")))?;
        Ok(text.contains("<Key>"))
    }

    fn present(&self, paths: &[String]) -> Result<Vec<String>, Failure> {
        find_in_parallel(THREADS, paths, |path| {
            let key = format!("{}{path}", self.prefix);
            let what = format!("looking for {path}");
            let send = || {
                self.agent
                    .head(
                        HeadObject::new(&self.bucket, Some(&self.credentials), &key)
                            .sign(SIGNED_FOR)
                            .as_str(),
                    )
                    .call()
            };
            let response = insist(&what, send)?;
            match response.status().as_u16() {
                200..=299 => Ok(true),
                404 => Ok(false),
                _ => Err(self.refused(&what, response)),
            }
        })
    }

    fn create(&self, path: &str, bytes: &[u8]) -> Result<bool, Failure> {
        if !self.exclusive {
            return create_patiently(self, path, bytes);
        }
        if !self.put(path, bytes, STATE, false, true)? {
            // An attempt whose answer was lost may have been ours.
            return Ok(self.get(path)?.as_deref() == Some(bytes));
        }
        // A service that does not know the condition says nothing of it, and would let the next one
        // do the same.
        if self.put(path, bytes, STATE, false, true)? {
            self.remove(&[path.to_owned()])?;
            return Err(self.never_exclusive());
        }
        Ok(true)
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
            let key = format!("{}{path}", self.prefix);
            let what = format!("removing {path}");
            let send = || {
                self.agent
                    .delete(
                        DeleteObject::new(&self.bucket, Some(&self.credentials), &key)
                            .sign(SIGNED_FOR)
                            .as_str(),
                    )
                    .call()
            };
            let response = insist(&what, send)?;
            match response.status().as_u16() {
                200..=299 | 404 => Ok(()),
                _ => Err(self.refused(&what, response)),
            }
        })
    }

    fn compresses(&self) -> bool {
        self.gzip
    }
}

//! A live site → whether it is ours, of today and whole.

use chrono::NaiveDate;
use ureq::Agent;

use super::credentials::Environment;
use super::error::Failure;
use super::gzip::expanded;
use super::hash_of;
use super::http::{encoded, insist, visitor};
use super::manifest::Published;
use super::store::in_parallel;
use crate::diag::pluralise;
use crate::plan::HostFile;
use crate::plan::MANIFEST;
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// The most files that are fetched: a host is not to be burdened.
const MOST: usize = 500;
/// So many are fetched at once.
const THREADS: usize = 4;
/// For so long new files are fetched.
const LONGEST: Duration = Duration::from_mins(15);
/// So much longer than it was published a file may be and is still fetched, in bytes: another one
/// is in its place.
const SLACK: u64 = 64 << 10;
/// The largest file that is fetched, in bytes.
const LARGEST: u64 = 64 << 20;

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Live {
    /// The day that the site shows.
    pub day: NaiveDate,
    /// What is wrong, a sentence each, in order.
    pub problems: Vec<String>,
    /// How many files were compared.
    pub compared: usize,
    /// How many the site has, without those that are the host's to read.
    pub files: usize,
}

/// Looks at a live site: its manifest, and its files one by one as a visitor gets them. Of a large
/// site only a part is fetched, spread evenly, always the same.
///
/// # Errors
///
/// When the host does not answer.
pub fn look(
    url: &str,
    own: &str,
    today: NaiveDate,
    environment: &Environment,
) -> Result<Live, Failure> {
    let url = format!("{}/", url.trim_end_matches('/'));
    let agent = visitor(environment, &url)?;
    let began = Instant::now();
    let nothing =
        |sentence: String| Ok(Live { day: today, problems: vec![sentence], compared: 0, files: 0 });
    let bytes = match fetch(&agent, &url, MANIFEST, LARGEST)? {
        Fetched::Bytes(bytes) => bytes,
        Fetched::Refused(why) => {
            return Err(Failure::machine(format!("fetching {url}{MANIFEST}: {why}")));
        }
        Fetched::Missing(_) => {
            return nothing(format!(
                "{url}{MANIFEST} is not there: the site was not published by Overdue, or its host hides the file"
            ));
        }
    };
    let manifest = match Published::parse(&bytes) {
        Ok(manifest) => manifest,
        Err(failure) => return nothing(failure.sentence),
    };
    let day = manifest.day.0;
    let mut problems = Vec::new();
    if manifest.site != own {
        problems
            .push(format!("it is the site of {}, and this one is that of {own}", manifest.site));
    }
    if day != today {
        problems.push(format!("it shows {day}, and today is {today}; build and publish"));
    }
    let served: Vec<_> = manifest.files.iter().filter(|(path, _)| !is_for_the_host(path)).collect();
    let every = served.len().div_ceil(MOST).max(1);
    let chosen: Vec<_> = served.iter().step_by(every).collect();
    let found = Mutex::new(Vec::new());
    in_parallel(THREADS, &chosen, |(path, entry)| {
        if began.elapsed() > LONGEST {
            return Err(Failure::machine(format!(
                "{url} is too slow: after {} minutes not every file was there",
                LONGEST.as_secs() / 60
            )));
        }
        let problem =
            match fetch(&agent, &url, &address_of(path), (entry.size + SLACK).min(LARGEST))? {
                // Some hosts show this page as they show it where nothing is found.
                Fetched::Missing(bytes) if *path == "404.html" && hash_of(&bytes) == entry.hash => {
                    return Ok(());
                }
                Fetched::Missing(_) => format!("{path} is missing"),
                Fetched::Refused(why) => format!("{path} could not be compared: {why}"),
                Fetched::Bytes(bytes) if hash_of(&bytes) != entry.hash => {
                    format!("{path} is not as it was published")
                }
                Fetched::Bytes(_) => return Ok(()),
            };
        if let Ok(mut found) = found.lock() {
            found.push(problem);
        }
        Ok(())
    })?;
    let mut found = found.into_inner().unwrap_or_default();
    found.sort();
    problems.append(&mut found);
    Ok(Live { day, problems, compared: chosen.len(), files: served.len() })
}

impl Live {
    /// In one sentence, what was looked at.
    pub fn summary(&self) -> String {
        let part =
            if self.compared < self.files { format!(" of {}", self.files) } else { String::new() };
        format!("{}{part} compared, as of {}", pluralise(self.compared, "file"), self.day)
    }
}

/// The address at which a visitor gets a file: a folder stands for its `index.html`.
fn address_of(path: &str) -> String {
    match path.strip_suffix("index.html") {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => encoded(folder),
        _ => encoded(path),
    }
}

/// Whether some hosts read a file themselves and show it to nobody.
fn is_for_the_host(path: &str) -> bool {
    let read = [HostFile::Headers, HostFile::Redirects, HostFile::NoJekyll];
    HostFile::ALL.iter().any(|(file, own)| *own == path && read.contains(file))
}

/// What came of asking for a file.
enum Fetched {
    Bytes(Vec<u8>),
    /// What the host shows where nothing is found.
    Missing(Vec<u8>),
    /// Why it is not known what it holds.
    Refused(String),
}

/// Fetches a file of at most `most` bytes.
fn fetch(agent: &Agent, url: &str, path: &str, most: u64) -> Result<Fetched, Failure> {
    let what = format!("fetching {url}{path}");
    let mut response = insist(&what, || {
        agent.get(format!("{url}{path}")).header("cache-control", "no-cache").call()
    })?;
    let status = response.status().as_u16();
    if !matches!(status, 200..=299 | 404 | 410) {
        return Ok(Fetched::Refused(format!("the server answers {status}")));
    }
    // A host may hold the text compressed, and send it so whatever was asked.
    let is_gzip =
        response.headers().get("content-encoding").is_some_and(|encoding| encoding == "gzip");
    let body = response.body_mut().with_config().limit(most).read_to_vec().ok();
    let body = if is_gzip { body.and_then(|body| expanded(&body, most)) } else { body };
    Ok(match (status, body) {
        (404 | 410, body) => Fetched::Missing(body.unwrap_or_default()),
        (_, Some(body)) => Fetched::Bytes(body),
        (_, None) => Fetched::Refused("the answer broke off, or is too large".to_owned()),
    })
}

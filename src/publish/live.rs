//! A live site → whether it is ours, of today and whole.

use chrono::NaiveDate;
use ureq::Agent;

use super::error::Failure;
use super::gzip::expanded;
use super::hash_of;
use super::http::{agent, encoded, insist};
use super::manifest::{MANIFEST, Published};
use super::store::in_parallel;
use crate::diag::pluralise;
use std::sync::Mutex;

/// The most files that are fetched: a host is not to be burdened.
const MOST: usize = 500;
/// So many are fetched at once.
const THREADS: usize = 4;
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
    /// How many the site has.
    pub files: usize,
}

/// Looks at a live site: its manifest, and its files one by one as a visitor gets them. Of a large site only a part is fetched,
/// spread evenly, always the same.
///
/// # Errors
///
/// When the host does not answer.
pub fn look(url: &str, own: &str, today: NaiveDate) -> Result<Live, Failure> {
    let url = format!("{}/", url.trim_end_matches('/'));
    let agent = agent();
    let Some(bytes) = fetch(&agent, &url, MANIFEST)? else {
        let sentence = format!("{url}{MANIFEST} is not there: the site was not published by Overdue, or its host hides the file");
        return Ok(Live { day: today, problems: vec![sentence], compared: 0, files: 0 });
    };
    let manifest = match Published::parse(&bytes) {
        Ok(manifest) => manifest,
        Err(failure) => return Ok(Live { day: today, problems: vec![failure.sentence], compared: 0, files: 0 }),
    };
    let day = manifest.day.0;
    let mut problems = Vec::new();
    if manifest.site != own {
        problems.push(format!("it is the site of {}, and this one is that of {own}", manifest.site));
    }
    if day != today {
        problems.push(format!("it shows {day}, and today is {today}; build and publish"));
    }
    let every = manifest.files.len().div_ceil(MOST).max(1);
    let chosen: Vec<_> = manifest.files.iter().step_by(every).collect();
    let found = Mutex::new(Vec::new());
    in_parallel(THREADS, &chosen, |(path, entry)| {
        let problem = match fetch(&agent, &url, &address_of(path))? {
            None => format!("{path} is missing"),
            Some(bytes) if hash_of(&bytes) != entry.hash => format!("{path} is not as it was published"),
            Some(_) => return Ok(()),
        };
        if let Ok(mut found) = found.lock() {
            found.push(problem);
        }
        Ok(())
    })?;
    let mut found = found.into_inner().unwrap_or_default();
    found.sort();
    problems.append(&mut found);
    Ok(Live { day, problems, compared: chosen.len(), files: manifest.files.len() })
}

impl Live {
    /// In one sentence, what was looked at.
    pub fn summary(&self) -> String {
        let part = if self.compared < self.files { format!(" of {}", self.files) } else { String::new() };
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

fn fetch(agent: &Agent, url: &str, path: &str) -> Result<Option<Vec<u8>>, Failure> {
    let what = format!("fetching {url}{path}");
    let mut response = insist(&what, || agent.get(format!("{url}{path}")).header("cache-control", "no-cache").call())?;
    match response.status().as_u16() {
        200..=299 => {
            // A host may hold the text compressed, and send it so whatever was asked.
            let is_gzip = response.headers().get("content-encoding").is_some_and(|encoding| encoding == "gzip");
            let body = response.body_mut().with_config().limit(LARGEST).read_to_vec().ok();
            let body = if is_gzip { body.and_then(|body| expanded(&body, LARGEST)) } else { body };
            body.map(Some).ok_or_else(|| Failure::machine(format!("{what}: the answer broke off, or is too large")))
        }
        404 | 410 => Ok(None),
        other => Err(Failure::machine(format!("{what}: the server answers {other}"))),
    }
}

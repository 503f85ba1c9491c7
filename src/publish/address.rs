//! `s3://bucket/prefix?region=…`, a path, `git:REMOTE#BRANCH` → where to publish.

use std::path::{Path, PathBuf};
use std::time::Duration;

use super::error::Failure;

/// For how long a publisher may be silent before it is taken for dead.
const PATIENCE: Duration = Duration::from_secs(15);
/// The longest patience that may be asked for, in seconds.
const LONGEST: u64 = 600;

/// Where to publish.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// The kind of host, and where on it.
    pub place: Place,
    /// For how long another publisher may be silent before it is taken for dead: `lease=SECONDS`.
    pub patience: Duration,
}

/// The kind of host, and where on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A folder of this machine.
    Folder(PathBuf),
    /// A bucket that speaks S3, Google's included.
    Bucket {
        /// Its name.
        bucket: String,
        /// What stands before every path: empty, or with a slash at its end.
        prefix: String,
        /// `region=…`; otherwise that of the environment.
        region: Option<String>,
        /// `endpoint=…`, for other services than Amazon's.
        endpoint: Option<String>,
        /// `path_style=true`: the bucket stands in the path, not in the host's name.
        path_style: bool,
        /// Whether it is Google's.
        google: bool,
    },
    /// A folder of a host with SSH.
    Sftp {
        /// `host` or `user@host`.
        host: String,
        /// Its port, if it is not the usual one.
        port: Option<String>,
        /// `config=FILE`: a configuration of SSH in place of the user's own.
        config: Option<PathBuf>,
        /// The folder, from the host's root, without a slash at its end.
        top: String,
    },
    /// A branch of a Git repository.
    Git {
        /// As Git takes it.
        remote: String,
        /// Its name.
        branch: String,
    },
}

impl Address {
    /// Reads an address. A path is taken from `folder`.
    ///
    /// # Errors
    ///
    /// When it is none that can be published to; the sentence says what to write.
    pub fn parse(text: &str, folder: &Path) -> Result<Self, Failure> {
        if let Some(rest) = text.strip_prefix("git:").or_else(|| text.strip_prefix("git+")) {
            return git(rest);
        }
        let (place, query) = text.split_once('?').unwrap_or((text, ""));
        let mut options = Options::read(query)?;
        let place = if let Some(rest) = place.strip_prefix("s3://").or_else(|| place.strip_prefix("gs://")) {
            bucket(rest, place.starts_with("gs://"), &mut options)?
        } else if let Some(rest) = place.strip_prefix("sftp://") {
            sftp(rest, folder, &mut options)?
        } else if let Some((scheme, _)) = place.split_once("://").filter(|(scheme, _)| *scheme != "file") {
            return Err(Failure::usage(format!(
                "`{scheme}://` can't be published to; write s3://bucket/prefix, gs://bucket/prefix, sftp://user@host/folder, git:REMOTE#BRANCH or a folder"
            )));
        } else {
            Place::Folder(folder.join(place.strip_prefix("file://").unwrap_or(place)))
        };
        let patience = match options.take("lease") {
            None => PATIENCE,
            Some(seconds) => match seconds.parse() {
                Ok(seconds @ 1..=LONGEST) => Duration::from_secs(seconds),
                _ => return Err(Failure::usage(format!("lease={seconds}: write a number of seconds from 1 to {LONGEST}"))),
            },
        };
        options.finish()?;
        Ok(Self { place, patience })
    }
}

fn bucket(rest: &str, google: bool, options: &mut Options) -> Result<Place, Failure> {
    let (bucket, prefix) = rest.split_once('/').unwrap_or((rest, ""));
    let prefix = prefix.trim_matches('/');
    if bucket.is_empty() || prefix.split('/').any(|part| matches!(part, "." | "..")) || bucket.contains('@') {
        return Err(Failure::usage("write the name of a bucket and perhaps a folder in it, such as s3://bucket/prefix; no credentials"));
    }
    let path_style = match options.take("path_style").as_deref() {
        None => google,
        Some("true") => true,
        Some("false") => false,
        Some(other) => return Err(Failure::usage(format!("path_style={other}: write true or false"))),
    };
    Ok(Place::Bucket {
        bucket: bucket.to_owned(),
        prefix: if prefix.is_empty() { String::new() } else { format!("{prefix}/") },
        region: options.take("region"),
        endpoint: options.take("endpoint"),
        path_style,
        google,
    })
}

fn sftp(rest: &str, folder: &Path, options: &mut Options) -> Result<Place, Failure> {
    let wrong = || Failure::usage("write a host and a folder on it, such as sftp://user@host.example/var/www/watch; no password");
    let (host, top) = rest.split_once('/').ok_or_else(wrong)?;
    let (host, port) = host.split_once(':').map_or((host, None), |(host, port)| (host, Some(port)));
    let top = top.trim_matches('/');
    let plain =
        |text: &str| !text.is_empty() && !text.starts_with('-') && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"@._-".contains(&b));
    let is_port = port.is_none_or(|port| port.parse::<u16>().is_ok());
    if !plain(host)
        || !is_port
        || top.is_empty()
        || top.chars().any(char::is_control)
        || top.split('/').any(|part| matches!(part, "." | ".."))
    {
        return Err(wrong());
    }
    Ok(Place::Sftp {
        host: host.to_owned(),
        port: port.map(str::to_owned),
        config: options.take("config").map(|file| folder.join(file)),
        top: format!("/{top}"),
    })
}

fn git(rest: &str) -> Result<Address, Failure> {
    let (remote, branch) = rest.rsplit_once('#').unwrap_or((rest, "gh-pages"));
    let odd = |c: char| c.is_whitespace() || c.is_control() || "~^:?*[\\".contains(c);
    if remote.is_empty()
        || remote.starts_with('-')
        || branch.is_empty()
        || branch.starts_with('-')
        || branch.contains(odd)
        || branch.contains("..")
    {
        return Err(Failure::usage("write a repository and a branch, such as git:https://host.example/name.git#gh-pages"));
    }
    Ok(Address { place: Place::Git { remote: remote.to_owned(), branch: branch.to_owned() }, patience: PATIENCE })
}

/// What stands behind the question mark.
struct Options(Vec<(String, String)>);

impl Options {
    fn read(query: &str) -> Result<Self, Failure> {
        let pairs = query.split('&').filter(|part| !part.is_empty());
        let read = |part: &str| match part.split_once('=') {
            Some((name, value)) if !value.is_empty() => Ok((name.to_owned(), value.to_owned())),
            _ => Err(Failure::usage(format!("`{part}` behind the question mark: write NAME=VALUE"))),
        };
        pairs.map(read).collect::<Result<_, _>>().map(Self)
    }

    fn take(&mut self, name: &str) -> Option<String> {
        let at = self.0.iter().position(|(found, _)| found == name)?;
        Some(self.0.remove(at).1)
    }

    fn finish(self) -> Result<(), Failure> {
        match self.0.first() {
            None => Ok(()),
            Some((name, _)) => Err(Failure::usage(format!(
                "`{name}` is not known behind the question mark; write region, endpoint, path_style, config or lease"
            ))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_read() {
        let parse = |text: &str| Address::parse(text, Path::new("/here")).map(|found| found.place);
        let found = parse("s3://watch/site/?region=eu-west-1&endpoint=http://127.0.0.1:9000&path_style=true").unwrap();
        let region = Some("eu-west-1".to_owned());
        let endpoint = Some("http://127.0.0.1:9000".to_owned());
        let (bucket, prefix) = ("watch".to_owned(), "site/".to_owned());
        assert_eq!(found, Place::Bucket { bucket, prefix, region, endpoint, path_style: true, google: false });
        assert_eq!(parse("public").unwrap(), Place::Folder("/here/public".into()));
        assert_eq!(parse("file:///var/www").unwrap(), Place::Folder("/var/www".into()));
        let found = parse("sftp://me@host.example:2222/var/www/?config=ssh.conf").unwrap();
        let (host, port, config) = ("me@host.example".to_owned(), Some("2222".to_owned()), Some("/here/ssh.conf".into()));
        assert_eq!(found, Place::Sftp { host, port, config, top: "/var/www".to_owned() });
        let git = |remote: &str, branch: &str| Place::Git { remote: remote.into(), branch: branch.into() };
        assert_eq!(parse("git:../pages.git#site").unwrap(), git("../pages.git", "site"));
        assert_eq!(parse("git+https://host.example/a.git").unwrap(), git("https://host.example/a.git", "gh-pages"));
        for wrong in [
            "ftp://host/x",
            "s3:///x",
            "s3://a/../b",
            "s3://b?lease=0",
            "s3://b?what=1",
            "git:#x",
            "git:--upload-pack=x#y",
            "s3://k:s@b/x",
            "sftp://u:p@host/x",
            "sftp://host",
            "sftp://-oProxyCommand=x/y",
        ] {
            let failure = parse(wrong).unwrap_err();
            assert_eq!(failure.fault, super::super::Fault::Usage, "{wrong}: {failure}");
        }
    }
}

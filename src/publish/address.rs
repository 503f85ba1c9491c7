//! `s3://bucket/prefix?region=…`, `user@host:folder`, a path, `git:REMOTE#BRANCH` → where to
//! publish.

mod options;
mod shell;

use std::path::{Path, PathBuf};
use std::time::Duration;

use super::error::Failure;
use crate::text::{holds_control, names_user};
use options::Options;

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
    /// A bucket that speaks S3.
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
        /// Whether the service can create only what is new. `exclusive=false` says that it can't.
        exclusive: bool,
        /// `precompress=gzip`: texts are stored compressed.
        gzip: bool,
    },
    /// A container of Azure's blob storage.
    Container {
        /// The storage account.
        account: String,
        /// Its name.
        container: String,
        /// What stands before every path: empty, or with a slash at its end.
        prefix: String,
        /// `endpoint=…`, for other clouds than the public one: the whole address of the account.
        endpoint: Option<String>,
        /// `precompress=gzip`: texts are stored compressed.
        gzip: bool,
    },
    /// A folder of a host with SSH, by SFTP.
    Sftp(Shell),
    /// A folder of a host with SSH, by rsync.
    Rsync(Shell),
    /// A branch of a Git repository.
    Git {
        /// As Git takes it.
        remote: String,
        /// Its name.
        branch: String,
    },
}

/// A folder of a host with SSH.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shell {
    /// `host` or `user@host`.
    pub host: String,
    /// Its port, if it is not the usual one.
    pub port: Option<String>,
    /// `config=FILE`: a configuration of SSH in place of the user's own.
    pub config: Option<PathBuf>,
    /// The folder, without a slash at its end: from the host's root, or from where a login begins.
    pub top: String,
}

impl Address {
    /// Reads an address. A path is taken from `folder`.
    ///
    /// # Errors
    ///
    /// When it is none that can be published to; the sentence says what to write.
    pub fn parse(text: &str, folder: &Path) -> Result<Self, Failure> {
        if holds_control(text) {
            return Err(Failure::usage(
                "a destination has no control character, nor one that is written as a number, such as %0A",
            ));
        }
        if let Some(rest) = text.strip_prefix("git:").or_else(|| text.strip_prefix("git+")) {
            return git(rest);
        }
        let (place, query) = text.split_once('?').unwrap_or((text, ""));
        let mut options = Options::read(query)?;
        let place = if let Some((scheme, rest)) = place.split_once("://") {
            match scheme {
                "s3" => bucket(rest, &mut options)?,
                "az" => container(rest, &mut options)?,
                "sftp" => Place::Sftp(shell::from_url(rest, folder, &mut options)?),
                "rsync" => {
                    Place::Rsync(shell::plain(shell::from_url(rest, folder, &mut options)?)?)
                }
                "file" => Place::Folder(folder.join(rest)),
                "gs" => {
                    return Err(Failure::usage(
                        "Google Cloud Storage is published to as it speaks S3: write \
                         s3://bucket/prefix?endpoint=https://storage.googleapis.com&region=auto&path_style=true&exclusive=false, \
                         with an HMAC key in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY",
                    ));
                }
                _ => {
                    return Err(Failure::usage(format!(
                        "`{scheme}://` can't be published to; write s3://bucket/prefix, az://account/container/prefix, \
                         rsync://user@host/folder, sftp://user@host/folder, git:REMOTE#BRANCH or a folder"
                    )));
                }
            }
        } else if let Some((host, top)) = shell::split(place) {
            if holds_password(place) {
                return Err(shell::wrong());
            }
            Place::Rsync(shell::plain(shell::from_parts(host, top, folder, &mut options)?)?)
        } else {
            Place::Folder(folder.join(place))
        };
        let patience = match options.take("lease") {
            None => PATIENCE,
            Some(seconds) => match seconds.parse() {
                Ok(seconds @ 1..=LONGEST) => Duration::from_secs(seconds),
                _ => {
                    return Err(Failure::usage(format!(
                        "lease={seconds}: write a number of seconds from 1 to {LONGEST}"
                    )));
                }
            },
        };
        options.finish()?;
        Ok(Self { place, patience })
    }
}

fn bucket(rest: &str, options: &mut Options) -> Result<Place, Failure> {
    let (bucket, prefix) = rest.split_once('/').unwrap_or((rest, ""));
    let wrong = || {
        Failure::usage(
            "write the name of a bucket and perhaps a folder in it, such as s3://bucket/prefix; no credentials",
        )
    };
    if bucket.is_empty() || bucket.contains('@') {
        return Err(wrong());
    }
    Ok(Place::Bucket {
        bucket: bucket.to_owned(),
        prefix: prefix_of(prefix).ok_or_else(wrong)?,
        region: options.take("region"),
        endpoint: options.take("endpoint"),
        path_style: options.yes_or_no("path_style", false)?,
        exclusive: options.yes_or_no("exclusive", true)?,
        gzip: options.gzip()?,
    })
}

fn container(rest: &str, options: &mut Options) -> Result<Place, Failure> {
    let wrong = || {
        Failure::usage(
            "write an account, a container and perhaps a folder in it, such as az://account/$web/prefix; no credentials",
        )
    };
    let (account, rest) = rest.split_once('/').ok_or_else(wrong)?;
    let (container, prefix) = rest.split_once('/').unwrap_or((rest, ""));
    let is_name = |text: &str| {
        !text.is_empty()
            && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    };
    if !is_name(account) || !(is_name(container) || matches!(container, "$web" | "$root")) {
        return Err(wrong());
    }
    Ok(Place::Container {
        account: account.to_owned(),
        container: container.to_owned(),
        prefix: prefix_of(prefix).ok_or_else(wrong)?,
        endpoint: options.take("endpoint"),
        gzip: options.gzip()?,
    })
}

/// What stands before every path: empty, or with a slash at its end. None if it leads elsewhere.
fn prefix_of(text: &str) -> Option<String> {
    let text = text.trim_matches('/');
    if text.split('/').any(|part| matches!(part, "." | "..")) {
        return None;
    }
    Some(if text.is_empty() { String::new() } else { format!("{text}/") })
}

fn git(rest: &str) -> Result<Address, Failure> {
    let (remote, branch) = rest.rsplit_once('#').unwrap_or((rest, "gh-pages"));
    let odd = |c: char| c.is_whitespace() || c.is_control() || "~^:?*[\\".contains(c);
    if !is_remote(remote)
        || branch.is_empty()
        || branch.starts_with('-')
        || branch.contains(odd)
        || branch.contains("..")
    {
        return Err(Failure::usage(
            "write a repository and a branch, such as git:https://host.example/name.git#gh-pages; \
             the repository is at https:// (without name or password), ssh://, user@host:path or file://, or a folder",
        ));
    }
    Ok(Address {
        place: Place::Git { remote: remote.to_owned(), branch: branch.to_owned() },
        patience: PATIENCE,
    })
}

/// Whether a place without a scheme seems to be `user:password@host:folder`, of which nothing must
/// be repeated.
fn holds_password(place: &str) -> bool {
    let host = place.split('/').next().unwrap_or_default();
    host.split_once(':').is_some_and(|(user, rest)| !user.contains('@') && rest.contains('@'))
}

/// Whether Git takes a text for a repository that it reaches itself, by HTTPS, by SSH, or on this
/// machine. In other ways (`ext::`, `fd::`) it runs what the text says.
fn is_remote(text: &str) -> bool {
    if text.is_empty() || text.starts_with('-') || text.chars().any(char::is_control) {
        return false;
    }
    if let Some((scheme, rest)) = text.split_once("://") {
        return matches!(scheme, "https" | "ssh" | "file")
            && !rest.starts_with('-')
            && (scheme == "ssh" || !names_user(text));
    }
    if holds_password(text) {
        return false;
    }
    let is_scheme = |text: &str| {
        text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
    };
    !text.split_once("::").is_some_and(|(before, _)| is_scheme(before))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_read() {
        let parse = |text: &str| Address::parse(text, Path::new("/here")).map(|found| found.place);
        let found = parse(
            "s3://watch/site/?region=eu-west-1&endpoint=http://127.0.0.1:9000&path_style=true",
        )
        .unwrap();
        let region = Some("eu-west-1".to_owned());
        let endpoint = Some("http://127.0.0.1:9000".to_owned());
        let (bucket, prefix) = ("watch".to_owned(), "site/".to_owned());
        assert_eq!(
            found,
            Place::Bucket {
                bucket,
                prefix,
                region,
                endpoint,
                path_style: true,
                exclusive: true,
                gzip: false
            }
        );
        let found = parse("az://acme/$web/a/b?precompress=gzip").unwrap();
        let [account, container, prefix] = ["acme", "$web", "a/b/"].map(str::to_owned);
        assert_eq!(
            found,
            Place::Container { account, container, prefix, endpoint: None, gzip: true }
        );
        assert_eq!(parse("public").unwrap(), Place::Folder("/here/public".into()));
        assert_eq!(parse("file:///var/www").unwrap(), Place::Folder("/var/www".into()));
        let shell = |port: Option<&str>, config: Option<&str>, top: &str| Shell {
            host: "me@host.example".to_owned(),
            port: port.map(str::to_owned),
            config: config.map(PathBuf::from),
            top: top.to_owned(),
        };
        let found = parse("sftp://me@host.example:2222/var/www/?config=ssh.conf").unwrap();
        assert_eq!(found, Place::Sftp(shell(Some("2222"), Some("/here/ssh.conf"), "/var/www")));
        assert_eq!(
            parse("rsync://me@host.example/var/www/").unwrap(),
            Place::Rsync(shell(None, None, "/var/www"))
        );
        assert_eq!(
            parse("me@host.example:watch/").unwrap(),
            Place::Rsync(shell(None, None, "watch"))
        );
        assert_eq!(
            parse("me@host.example:/var/www").unwrap(),
            Place::Rsync(shell(None, None, "/var/www"))
        );
        for folder in ["./a:b", "C:site", "a/b:c"] {
            assert_eq!(parse(folder).unwrap(), Place::Folder(Path::new("/here").join(folder)));
        }
        let git = |remote: &str, branch: &str| Place::Git {
            remote: remote.into(),
            branch: branch.into(),
        };
        assert_eq!(parse("git:../pages.git#site").unwrap(), git("../pages.git", "site"));
        assert_eq!(
            parse("git+https://host.example/a.git").unwrap(),
            git("https://host.example/a.git", "gh-pages")
        );
        for remote in [
            "me@host.example:a.git",
            "[::1]:a.git",
            "ssh://me@host.example/a.git",
            "file:///srv/a.git",
            "/srv/a.git",
            "C:\\a.git",
        ] {
            assert_eq!(parse(&format!("git:{remote}#site")).unwrap(), git(remote, "site"));
        }
        for wrong in [
            "ftp://host/x",
            "s3:///x",
            "s3://a/../b",
            "s3://b?lease=0",
            "s3://b?what=1",
            "git:#x",
            "git:--upload-pack=x#y",
            "me:p@host:x",
            "git:u:p@host:a.git",
            "git:ext::sh -c x#y",
            "git:fd::17/x#y",
            "git:::x#y",
            "git+http://host.example/a.git",
            "git:git://host.example/a.git",
            "git:HTTPS://host.example/a.git",
            "git:ssh://-oProxyCommand=x/a.git",
            "git:https://host.example/a\nb.git",
            "git:https://host.example/a%0ab.git",
            "git:https://me@host.example/a.git",
            "git:https://me:hush@host.example/a.git",
            "sftp://host.example/a%0d%0ab",
            "s3://b/a%00",
            "public%1b",
            "s3://k:s@b/x",
            "sftp://u:p@host/x",
            "sftp://host",
            "sftp://-oProxyCommand=x/y",
            "rsync://host/a b",
            "rsync://host/$(id)",
            "host:",
            "host:../x",
            "-oProxyCommand=x:y",
            "az://account",
            "az://account/a_b",
            "gs://bucket/prefix",
            "s3://b?precompress=br",
            "s3://b?exclusive=maybe",
        ] {
            let failure = parse(wrong).unwrap_err();
            assert_eq!(failure.fault, super::super::Fault::Usage, "{wrong}: {failure}");
        }
    }
}

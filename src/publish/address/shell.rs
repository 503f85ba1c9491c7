//! A host with SSH and a folder on it: `user@host:2222/var/www`, `user@host:folder`. Passwords are
//! not taken.

use std::path::Path;

use super::super::error::Failure;
use super::Shell;
use super::options::Options;

/// `host:port/folder`, from the host's root.
pub(super) fn from_url(rest: &str, folder: &Path, options: &mut Options) -> Result<Shell, Failure> {
    let (host, top) = rest.split_once('/').ok_or_else(wrong)?;
    let (host, port) = host.split_once(':').map_or((host, None), |(host, port)| (host, Some(port)));
    if port.is_some_and(|port| port.parse::<u16>().is_err()) {
        return Err(wrong());
    }
    let shell = from_parts(host, &format!("/{}", top.trim_start_matches('/')), folder, options)?;
    Ok(Shell { port: port.map(str::to_owned), ..shell })
}

/// A host and a folder as `host:folder` says them.
pub(super) fn from_parts(
    host: &str,
    top: &str,
    folder: &Path,
    options: &mut Options,
) -> Result<Shell, Failure> {
    let is_host = !host.is_empty()
        && !host.starts_with('-')
        && host.bytes().all(|b| b.is_ascii_alphanumeric() || b"@._-".contains(&b));
    let top = top.trim_end_matches('/');
    let leads_elsewhere = top.split('/').any(|part| matches!(part, "." | ".."));
    if !is_host
        || top.is_empty()
        || top.starts_with('-')
        || top.chars().any(char::is_control)
        || leads_elsewhere
    {
        return Err(wrong());
    }
    let config = options.take("config").map(|file| folder.join(file));
    Ok(Shell { host: host.to_owned(), port: None, config, top: top.to_owned() })
}

/// Splits `host:folder`, as rsync and scp take it: a colon before any slash. One letter before it
/// is a drive of Windows.
pub(super) fn split(place: &str) -> Option<(&str, &str)> {
    let (host, top) = place.split_once(':')?;
    (host.len() > 1 && !host.contains(['/', '\\'])).then_some((host, top))
}

/// Refuses a folder that a shell at the other end could take for something else.
pub(super) fn plain(shell: Shell) -> Result<Shell, Failure> {
    if shell.top.bytes().all(|b| b.is_ascii_alphanumeric() || b"/._+@,=-".contains(&b)) {
        return Ok(shell);
    }
    Err(Failure::usage(format!(
        "{}: rsync takes folders of letters, digits and /._+@,=- only; write sftp:// for this one",
        shell.top
    )))
}

pub(super) fn wrong() -> Failure {
    Failure::usage(
        "write a host and a folder on it, such as rsync://user@host.example/var/www/watch or user@host.example:watch; no password",
    )
}

//! A folder of a host with SSH as a destination, through the system's own `rsync`. Keys and known
//! hosts are SSH's own business.
//!
//! Nothing but rsync is asked of the host, so that an account that may do nothing else is enough. A
//! call names each file that it is about, with `--files-from`: nothing else is touched. A file is
//! written beside and renamed into place; the folder in which it lies until then stays. What is to
//! go is named by rules, behind which one protects everything else, so that nothing goes behind a
//! link either. (`--delete-missing-args` needs no rules, but rsync 3.4.3, and what took its repairs,
//! refuses it.)
//!
//! Absent on purpose: passwords, the daemon of rsync, times and rights of files (they are those of
//! the host), and a lease that only one can take: of two publishers that begin at one moment, one
//! finds out when it looks again, before it has written a page.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use super::address::Shell;
use super::child::{self, Limits};
use super::copies::send_copies;
use super::error::Failure;
use super::manifest::LARGEST_STATE;
use super::parts::{PARTS, unguessable};
use super::scratch::Scratch;
use super::store::{Each, Store, Upload, create_patiently};
use crate::plan::{STATE_FOLDER, is_plain};

/// So many files are sent or removed in one connection, so that progress is seen and saved, and that
/// the rules for each are few.
const AT_ONCE: usize = 500;
/// What rsync ends with when some of what was named could not be had.
const PARTIAL: i32 = 23;

/// A folder of a host.
#[derive(Debug)]
pub(super) struct Rsync {
    place: Shell,
    scratch: Scratch,
    /// A folder of this machine in which nothing is.
    empty: PathBuf,
    /// Set when the folder of parts is known to be there.
    has_parts: OnceLock<()>,
}

struct Said {
    code: i32,
    out: String,
    error: String,
}

impl Said {
    /// Whether what went wrong is that the folder is not there. The number that rsync ends with
    /// depends on which end sees it.
    fn is_absence(&self) -> bool {
        let is_about_folder =
            |line: &str| line.contains("change_dir") && line.contains("No such file");
        self.code != 0 && self.error.lines().any(is_about_folder)
    }

    /// Whether all that went wrong is that files were named in what is a file itself: they are not
    /// there.
    ///
    /// Where nothing else was named the other end has then ended, and this one may find that nobody
    /// listens any more. A connection that breaks off ends with another number.
    fn is_below_files(&self) -> bool {
        let mut lines = self
            .error
            .lines()
            .filter(|line| line.starts_with("rsync: ") && !line.contains("Broken pipe"))
            .peekable();
        let is_below = |line: &str| line.contains("link_stat") && line.contains("Not a directory");
        self.code == PARTIAL && lines.peek().is_some() && lines.all(is_below)
    }
}

impl Rsync {
    pub(super) fn open(place: &Shell, scratch: Scratch) -> Result<Self, Failure> {
        if place.config.as_ref().is_some_and(|config| {
            config.to_string_lossy().contains(|c: char| c == '\'' || c.is_control())
        }) {
            return Err(Failure::usage(
                "config=: rsync can't be told of a file with a ' or a control character in its path",
            ));
        }
        let empty = scratch.folder("empty")?;
        Ok(Self { place: place.clone(), scratch, empty, has_parts: OnceLock::new() })
    }

    fn there(&self) -> OsString {
        format!("{}:{}/", self.place.host, self.place.top).into()
    }

    fn shell(&self) -> String {
        let mut shell =
            "ssh -o BatchMode=yes -o ConnectTimeout=20 -o ServerAliveInterval=20".to_owned();
        if let Some(port) = &self.place.port {
            shell.push_str(&format!(" -p {port}"));
        }
        if let Some(config) = &self.place.config {
            shell.push_str(&format!(" -F '{}'", config.display()));
        }
        shell
    }

    /// Runs rsync about the files that are named.
    fn run<'a>(
        &self,
        options: &[&str],
        paths: impl Iterator<Item = &'a str>,
        from: OsString,
        to: OsString,
        limits: Limits<'_>,
    ) -> Result<Said, Failure> {
        let mut list = Vec::new();
        for path in paths {
            if path.chars().any(char::is_control) {
                return Err(Failure::machine(format!(
                    "rsync can't be told of the path {path:?}, which has a control character"
                )));
            }
            // A list may have comments, which begin with # or ;.
            list.extend_from_slice(b"./");
            list.extend_from_slice(path.as_bytes());
            list.push(0);
        }
        let mut command = Command::new("rsync");
        command
            .args([
                "--from0",
                "--files-from=-",
                "--no-implied-dirs",
                "--ignore-times",
                "--timeout=120",
            ])
            .args(options);
        command.arg("-e").arg(self.shell()).arg("--").args([from, to]).env("LC_ALL", "C");
        // A connection that fails does not read its list.
        let ended = child::run(command, list, limits)?;
        let out = String::from_utf8_lossy(&ended.out).trim().to_owned();
        Ok(Said { code: ended.code.unwrap_or(-1), out, error: ended.error })
    }

    fn refused(&self, said: &Said) -> Failure {
        // The last line says only that there was a mistake.
        let first =
            said.error.lines().find(|line| !line.starts_with("Warning:")).unwrap_or("rsync failed");
        Failure::machine(format!("{}: {first}", self.place.host))
    }

    /// Brings files of a folder of this machine, of so many bytes together, into their places.
    fn send<'a>(
        &self,
        from: &Path,
        paths: impl Iterator<Item = &'a str>,
        bytes: u64,
    ) -> Result<(), Failure> {
        self.make_parts()?;
        let temporary = format!("--temp-dir={PARTS}");
        let said = self.run(
            &["--chmod=D755,F644", &temporary],
            paths,
            inside(from),
            self.there(),
            Limits::moving(bytes),
        )?;
        if said.code == 0 { Ok(()) } else { Err(self.refused(&said)) }
    }

    /// Makes the folder in which files lie until they are whole.
    fn make_parts(&self) -> Result<(), Failure> {
        if self.has_parts.get().is_some() {
            return Ok(());
        }
        let name = unguessable();
        let folders = [STATE_FOLDER, PARTS];
        self.scratch.folder(&format!("{name}/{PARTS}"))?;
        let from = inside(&self.scratch.at(&name));
        let said = self.run(
            &["--chmod=D755,F644"],
            folders.into_iter(),
            from,
            self.there(),
            Limits::SMALL,
        )?;
        self.scratch.remove(&name);
        if said.code != 0 {
            return Err(self.refused(&said));
        }
        self.has_parts.get_or_init(|| ());
        Ok(())
    }

    /// What is there of the paths that are named, and below those that end with a slash; folders
    /// have a slash at their end.
    fn list<'a>(&self, paths: impl Iterator<Item = &'a str>) -> Result<Vec<String>, Failure> {
        let options = ["--list-only", "--ignore-missing-args", "--8-bit-output"];
        let said = self.run(&options, paths, self.there(), inside(&self.empty), Limits::SMALL)?;
        if said.code == 0 || said.is_below_files() {
            Ok(said.out.lines().filter_map(listed).collect())
        } else if said.is_absence() {
            Ok(Vec::new())
        } else {
            Err(self.refused(&said))
        }
    }

    /// Removes what is named: files and, with a slash behind them, folders in which nothing else is,
    /// all of them below the folder `from`, which is named in the same way.
    fn delete<'a>(&self, from: &str, names: impl Iterator<Item = &'a str>) -> Result<(), Failure> {
        let mut rules: String =
            names.map(|name| format!("R /{}\0", name.replace('[', "\\["))).collect();
        rules.push_str("P *\0");
        let [without, file] = [unguessable(), unguessable()];
        self.scratch.folder(format!("{without}/{from}").trim_end_matches('/'))?;
        let filter =
            format!("--filter=. {}", self.scratch.file(&file, rules.as_bytes())?.display());
        let said = self.run(
            &["--dirs", "--delete", &filter],
            std::iter::once(from),
            inside(&self.scratch.at(&without)),
            self.there(),
            Limits::SMALL,
        )?;
        self.scratch.remove(&without);
        self.scratch.remove(&file);
        if said.code == 0 { Ok(()) } else { Err(self.refused(&said)) }
    }
}

/// What is in a folder, as an argument.
fn inside(folder: &Path) -> OsString {
    folder.join("").into_os_string()
}

/// Whether a name in the folder of parts may be one that rsync gave: `.NAME.` and six letters or
/// digits.
fn is_part(name: &str) -> bool {
    let ending =
        name.strip_prefix('.').and_then(|rest| rest.rsplit_once('.')).map(|(_, ending)| ending);
    is_plain(name)
        && ending.is_some_and(|ending| {
            ending.len() == 6 && ending.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
}

/// A line of a listing: rights, size, day, time, path, and where a symbolic link leads.
fn listed(line: &str) -> Option<String> {
    let mut rest = line;
    for _ in 0..4 {
        rest = rest.trim_start().split_once(' ')?.1;
    }
    if line.starts_with('l') {
        rest = rest.split_once(" -> ").map_or(rest, |(link, _)| link);
    }
    let slash = if line.starts_with('d') { "/" } else { "" };
    Some(format!("{rest}{slash}"))
}

impl Store for Rsync {
    fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Failure> {
        let name = unguessable();
        let folder = self.scratch.folder(&name)?;
        let limits = Limits { writes: Some((&folder, LARGEST_STATE)), ..Limits::SMALL };
        let said = self.run(
            &["--ignore-missing-args"],
            std::iter::once(path),
            self.there(),
            inside(&folder),
            limits,
        )?;
        if said.code != 0 && !said.is_absence() && !said.is_below_files() {
            return Err(self.refused(&said));
        }
        let found = self.scratch.read(&format!("{name}/{path}"), LARGEST_STATE);
        self.scratch.remove(&name);
        found
    }

    fn is_occupied(&self) -> Result<bool, Failure> {
        Ok(self
            .list(std::iter::once(""))?
            .iter()
            .any(|found| !matches!(found.as_str(), "./" | ".overdue/")))
    }

    fn present(&self, paths: &[String]) -> Result<Vec<String>, Failure> {
        let found: BTreeSet<String> =
            self.list(paths.iter().map(String::as_str))?.into_iter().collect();
        Ok(paths.iter().filter(|path| found.contains(*path)).cloned().collect())
    }

    fn create(&self, path: &str, bytes: &[u8]) -> Result<bool, Failure> {
        create_patiently(self, path, bytes)
    }

    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        let name = unguessable();
        self.scratch.file(&format!("{name}/{path}"), bytes)?;
        let sent = self.send(&self.scratch.at(&name), std::iter::once(path), bytes.len() as u64);
        self.scratch.remove(&name);
        sent
    }

    fn clear_parts(&self) -> Result<bool, Failure> {
        let listed = self.list([STATE_FOLDER, &format!("{PARTS}/")].into_iter())?;
        // Nothing is removed through a link in the place of a folder of our own.
        let stands = |folder: &str| listed.contains(&format!("{folder}/"));
        if !stands(STATE_FOLDER) || !stands(PARTS) {
            return Ok(false);
        }
        let is_part = |path: &&str| {
            path.strip_prefix(PARTS).and_then(|rest| rest.strip_prefix('/')).is_some_and(is_part)
        };
        let parts: BTreeSet<&str> = listed.iter().map(String::as_str).filter(is_part).collect();
        if parts.is_empty() {
            Ok(false)
        } else {
            self.delete(&format!("{PARTS}/"), parts.into_iter()).map(|()| true)
        }
    }

    fn upload(&self, uploads: &[Upload], each: Each<'_>) -> Result<(), Failure> {
        send_copies(&self.scratch, uploads, AT_ONCE, each, |copies| {
            self.send(copies.folder(), copies.files().map(|(_, path)| path), copies.bytes())
        })
    }

    fn remove(&self, paths: &[String]) -> Result<(), Failure> {
        let mut paths: Vec<&str> = paths.iter().map(String::as_str).collect();
        paths.sort_unstable();
        paths.chunks(AT_ONCE).try_for_each(|paths| {
            let mut names: BTreeSet<&str> = paths.iter().copied().collect();
            for path in paths {
                names.extend(path.match_indices('/').map(|(end, _)| &path[..=end]));
            }
            self.delete("", names.into_iter())
        })
    }

    fn has_folders(&self) -> bool {
        true
    }
}

#[cfg(test)]
mod tests {
    use super::{PARTIAL, Said, listed};

    #[test]
    fn a_listing_is_read_and_names_keep_their_spaces() {
        let lines = [
            "-rw-r--r--              2 2026/11/22 12:54:59 a/b  c.txt",
            "drwxr-xr-x          4,096 2026/11/22 12:55:00 a",
            "sent 3",
        ];
        assert_eq!(lines.map(listed), [Some("a/b  c.txt".to_owned()), Some("a/".to_owned()), None]);
    }

    #[test]
    fn what_is_named_below_a_file_is_not_there_and_any_other_trouble_is_told() {
        let below = "rsync: [sender] link_stat \"/www/notes/deep/a.txt\" failed: Not a directory (20)\n\
                     rsync error: some files/attrs were not transferred (see previous errors) (code 23) at main.c(1956) [Receiver=3.5.0]\n";
        let nobody_listens = format!("{below}rsync: [Receiver] write error: Broken pipe (32)");
        let refused = format!(
            "{below}rsync: [sender] opendir \"/www/private\" failed: Permission denied (13)"
        );
        let closed = "rsync: connection unexpectedly closed (0 bytes received so far) [Receiver]";
        let broken = format!("{below}{closed}");
        for (code, error, is_below) in [
            (PARTIAL, below, true),
            (PARTIAL, &nobody_listens, true),
            (PARTIAL, &refused, false),
            (PARTIAL, "rsync: [Receiver] write error: Broken pipe (32)", false),
            (12, &nobody_listens, false),
            (12, &broken, false),
        ] {
            assert_eq!(
                Said { code, out: String::new(), error: error.to_owned() }.is_below_files(),
                is_below,
                "{code} {error}"
            );
        }
    }
}

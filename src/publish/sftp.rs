//! A folder of a host with SSH as a destination, through the system's own `sftp`. Keys and known
//! hosts are SSH's own business.
//!
//! Each call is one connection, which is told its commands at once. A file is sent beside and
//! renamed into place, which servers do in one step if they are OpenSSH's; the journal is created
//! by a hard link, which fails where there is one already.
//!
//! Absent on purpose: passwords (nobody is there to type one), and content types (the host's web
//! server knows its own). A link that somebody at the host puts above a file is followed there:
//! SFTP has no way not to.

use std::collections::{BTreeSet, HashSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use super::address::Shell;
use super::child::{self, Limits};
use super::copies::send_copies;
use super::error::Failure;
use super::manifest::LARGEST_STATE;
use super::parts::{PARTS, is_part, new_part, unguessable};
use super::scratch::Scratch;
use super::store::{Each, Store, Upload};
use crate::plan::STATE_FOLDER;

/// So many files are sent in one connection, so that progress is seen and saved.
const AT_ONCE: usize = 100;
/// The longest line that is told, in bytes. OpenSSH reads 2,047 at a time, and takes what follows
/// for a command of its own.
const LONGEST_LINE: usize = 2000;

/// A folder of a host.
#[derive(Debug)]
pub(super) struct Sftp {
    place: Shell,
    scratch: Scratch,
}

/// What a connection came to.
struct Said {
    success: bool,
    out: String,
    error: String,
}

/// The commands for a connection, a line each.
#[derive(Debug, Default)]
struct Batch(String);

impl Batch {
    /// Adds a command. A `-` before its name says that it may fail.
    fn add(&mut self, name: &str, paths: &[&str]) -> Result<(), Failure> {
        let start = self.0.len();
        self.0.push_str(name);
        for path in paths {
            self.0.push(' ');
            self.0.push_str(&quoted(path)?);
        }
        if self.0.len() - start > LONGEST_LINE {
            self.0.truncate(start);
            return Err(Failure::machine(format!(
                "sftp can't be told of so long a path: {}",
                paths.concat()
            )));
        }
        self.0.push('\n');
        Ok(())
    }
}

/// A path as one word of a command.
fn quoted(path: &str) -> Result<String, Failure> {
    if path.is_empty() || path.chars().any(char::is_control) {
        return Err(Failure::machine(format!(
            "sftp can't be told of the path {path:?}, which is empty or has a control character"
        )));
    }
    let mut quoted = String::from("\"");
    for c in path.chars() {
        if matches!(c, '"' | '\\' | '*' | '?' | '[' | ']') {
            quoted.push('\\');
        }
        quoted.push(c);
    }
    Ok(quoted + "\"")
}

/// A file of this machine as one word of a command.
fn local(path: &Path) -> Result<&str, Failure> {
    path.to_str().ok_or_else(|| {
        Failure::machine(format!("sftp can't be told of {}, which is not UTF-8", path.display()))
    })
}

impl Sftp {
    pub(super) fn open(place: &Shell, scratch: Scratch) -> Self {
        Self { place: place.clone(), scratch }
    }

    fn run(&self, batch: Batch, limits: Limits<'_>) -> Result<Said, Failure> {
        let mut command = Command::new("sftp");
        command.args([
            "-q",
            "-b",
            "-",
            "-o",
            "BatchMode=yes",
            "-o",
            "ConnectTimeout=20",
            "-o",
            "ServerAliveInterval=20",
        ]);
        if let Some(port) = &self.place.port {
            command.args(["-P", port]);
        }
        if let Some(config) = &self.place.config {
            command.arg("-F").arg(config);
        }
        // Otherwise names that are not English are listed as numbers.
        command.arg("--").arg(&self.place.host).env("LC_ALL", "C.UTF-8");
        // A connection that fails does not read its commands.
        let ended = child::run(command, batch.0.into_bytes(), limits)?;
        match ended.code {
            Some(255) | None => {
                let said = ended.error.lines().map(str::trim).collect::<Vec<_>>().join("; ");
                Err(Failure::machine(format!(
                    "the connection to {} failed: {said}",
                    self.place.host
                )))
            }
            code => Ok(Said {
                success: code == Some(0),
                out: String::from_utf8_lossy(&ended.out).into_owned(),
                error: ended.error,
            }),
        }
    }

    fn insist(&self, batch: Batch, limits: Limits<'_>) -> Result<(), Failure> {
        let said = self.run(batch, limits)?;
        if said.success { Ok(()) } else { Err(self.refused(&said)) }
    }

    fn refused(&self, said: &Said) -> Failure {
        Failure::machine(format!(
            "{}: {}",
            self.place.host,
            said.error.lines().last().unwrap_or("sftp failed")
        ))
    }

    /// A path at the host.
    fn there(&self, path: &str) -> String {
        format!("{}/{path}", self.place.top)
    }

    /// Makes the folders above paths, and our own.
    fn make_folders<'a>(
        &self,
        batch: &mut Batch,
        paths: impl Iterator<Item = &'a str>,
    ) -> Result<(), Failure> {
        let mut folders = BTreeSet::from(["", STATE_FOLDER, PARTS]);
        for path in paths {
            folders.extend(path.match_indices('/').map(|(end, _)| &path[..end]));
        }
        // One that exists already is no failure: that is what the sign means.
        folders.iter().try_for_each(|folder| batch.add("-mkdir", &[&self.there(folder)]))
    }

    /// Brings files of this machine, of so many bytes together, into their places.
    fn send(&self, files: &[(PathBuf, &str)], bytes: u64) -> Result<(), Failure> {
        let mut batch = Batch::default();
        self.make_folders(&mut batch, files.iter().map(|(_, path)| *path))?;
        let mut parts = Vec::new();
        for (file, path) in files {
            let part = self.there(&new_part());
            batch.add("put", &[local(file)?, &part])?;
            batch.add("rename", &[&part, &self.there(path)])?;
            parts.push(part);
        }
        self.insist(batch, Limits::moving(bytes)).inspect_err(|_| self.drop_parts(&parts))
    }

    /// Removes parts that did not get into their places. They would fill a full disk further.
    fn drop_parts(&self, parts: &[String]) {
        let mut batch = Batch::default();
        let all = parts.iter().try_for_each(|part| batch.add("-rm", &[part]));
        // Why they are left is told already, and the next publication clears them.
        let _ = all.and_then(|()| self.run(batch, Limits::SMALL));
    }

    /// The lines of a listing of a folder; none if it is missing.
    fn list(&self, command: &str, folder: &str) -> Result<Vec<String>, Failure> {
        let mut batch = Batch::default();
        batch.add(command, &[&self.there(folder)])?;
        let said = self.run(batch, Limits::SMALL)?;
        match said.success {
            true => Ok(said.out.lines().map(str::to_owned).collect()),
            false if is_absence(&said.error) => Ok(Vec::new()),
            false => Err(self.refused(&said)),
        }
    }
}

/// A line of a listing, of a symbolic link only up to where it leads.
fn without_target(line: &str) -> &str {
    line.split_once(" -> ").filter(|_| line.starts_with('l')).map_or(line, |(link, _)| link)
}

/// The name of our own in a line of a listing of a folder, in which it may stand with the folder's
/// path.
fn name_in(line: &str) -> &str {
    let line = without_target(line).trim_end();
    line.rsplit(['/', ' ']).next().unwrap_or(line)
}

fn is_absence(error: &str) -> bool {
    error.contains("not found") || error.contains("No such file")
}

impl Store for Sftp {
    fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Failure> {
        let name = unguessable();
        let file = self.scratch.at(&name);
        let mut batch = Batch::default();
        batch.add("get", &[&self.there(path), local(&file)?])?;
        let said =
            self.run(batch, Limits { writes: Some((&file, LARGEST_STATE)), ..Limits::SMALL })?;
        if !said.success {
            return if is_absence(&said.error) { Ok(None) } else { Err(self.refused(&said)) };
        }
        let bytes = self.scratch.read(&name, LARGEST_STATE);
        self.scratch.remove(&name);
        bytes
    }

    fn is_occupied(&self) -> Result<bool, Failure> {
        // Each is listed with the folder's path, or without.
        let listed = self.list("ls -1a", "")?;
        let names = listed
            .iter()
            .filter(|line| !line.starts_with("sftp> "))
            .map(|line| line.rsplit('/').next().unwrap_or(line).trim_end());
        Ok(names
            .filter(|name| !name.is_empty())
            .any(|name| !matches!(name, "." | ".." | STATE_FOLDER)))
    }

    fn present(&self, paths: &[String]) -> Result<Vec<String>, Failure> {
        // One connection for each would take long: a file that is there and one that is not are
        // told apart by what is listed.
        let mut found = Vec::new();
        let top = format!(" {}/", self.place.top);
        for some in paths.chunks(AT_ONCE) {
            let mut batch = Batch::default();
            some.iter().try_for_each(|path| batch.add("-ls -l", &[&self.there(path)]))?;
            let said = self.run(batch, Limits::SMALL)?;
            // A folder is listed with what is in it, under longer paths. A symbolic link is a file
            // to us, wherever it leads.
            let is_file = |line: &&str| line.starts_with(['-', 'l']);
            let listed: HashSet<&str> = said
                .out
                .lines()
                .filter(is_file)
                .filter_map(|line| Some(without_target(line).split_once(&top)?.1))
                .collect();
            found.extend(some.iter().filter(|path| listed.contains(path.as_str())).cloned());
        }
        Ok(found)
    }

    fn clear_parts(&self) -> Result<bool, Failure> {
        // Nothing is written or removed through a link in the place of a folder of our own.
        for (folder, name) in [("", STATE_FOLDER), (STATE_FOLDER, "parts")] {
            if self
                .list("ls -la", folder)?
                .iter()
                .any(|line| line.starts_with('l') && name_in(line) == name)
            {
                let link = [folder, name].join("/");
                return Err(Failure::machine(format!(
                    "{}: {link} is a symbolic link, and links are not followed",
                    self.place.host
                )));
            }
        }
        let listed = self.list("ls -1", PARTS)?;
        let parts: Vec<&str> =
            listed.iter().map(|line| name_in(line)).filter(|name| is_part(name)).collect();
        for some in parts.chunks(AT_ONCE) {
            let mut batch = Batch::default();
            some.iter().try_for_each(|part| {
                batch.add("-rm", &[&self.there(&format!("{PARTS}/{part}"))])
            })?;
            self.insist(batch, Limits::SMALL)?;
        }
        Ok(!parts.is_empty())
    }

    fn create(&self, path: &str, bytes: &[u8]) -> Result<bool, Failure> {
        let name = unguessable();
        let file = self.scratch.file(&name, bytes)?;
        let part = self.there(&new_part());
        let mut batch = Batch::default();
        self.make_folders(&mut batch, std::iter::once(path))?;
        batch.add("put", &[local(&file)?, &part])?;
        batch.add("ln", &[&part, &self.there(path)])?;
        let said = self.run(batch, Limits::SMALL)?;
        self.scratch.remove(&name);
        self.drop_parts(&[part]);
        match self.read(path)? {
            Some(found) => Ok(found == bytes),
            None => Err(self.refused(&said)),
        }
    }

    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        let name = unguessable();
        let file = self.scratch.file(&name, bytes)?;
        let sent = self.send(&[(file, path)], bytes.len() as u64);
        self.scratch.remove(&name);
        sent
    }

    fn upload(&self, uploads: &[Upload], each: Each<'_>) -> Result<(), Failure> {
        send_copies(&self.scratch, uploads, AT_ONCE, each, |copies| {
            let files: Vec<(PathBuf, &str)> = copies.files().collect();
            self.send(&files, copies.bytes())
        })
    }

    fn remove(&self, paths: &[String]) -> Result<(), Failure> {
        let mut folders = BTreeSet::new();
        let mut batch = Batch::default();
        for path in paths {
            batch.add("-rm", &[&self.there(path)])?;
            folders.extend(path.match_indices('/').map(|(end, _)| &path[..end]));
        }
        // One that holds something stays.
        folders.iter().rev().try_for_each(|folder| batch.add("-rmdir", &[&self.there(folder)]))?;
        self.insist(batch, Limits::SMALL)
    }

    fn has_folders(&self) -> bool {
        true
    }

    fn finish(&self) -> Result<(), Failure> {
        let mut batch = Batch::default();
        batch.add("-rmdir", &[&self.there(PARTS)])?;
        batch.add("-rmdir", &[&self.there(STATE_FOLDER)])?;
        self.insist(batch, Limits::SMALL)
    }
}

#[cfg(test)]
mod tests {
    use super::{Batch, LONGEST_LINE, name_in, quoted};

    #[test]
    fn what_sftp_can_not_be_told_is_an_error_and_never_a_command() {
        for c in ('\0'..=' ').chain('\u{7f}'..='\u{a0}').filter(|c| c.is_control()) {
            assert!(quoted(&format!("a{c}!touch x")).is_err(), "{c:?}");
        }
        assert!(quoted("").is_err());
        assert_eq!(quoted(r#"a "b\*?[c] é"#).unwrap(), r#""a \"b\\\*\?\[c\] é""#);
        let mut batch = Batch::default();
        batch.add("-rm", &["a"]).unwrap();
        for long in [
            "x".repeat(LONGEST_LINE),
            "[".repeat(LONGEST_LINE / 2),
            format!("{}!touch x", "x".repeat(2036)),
        ] {
            assert!(batch.add("-rm", &[&long]).is_err());
            assert!(batch.add("rename", &["a", &long]).is_err());
        }
        assert_eq!(batch.0, "-rm \"a\"\n");
    }

    #[test]
    fn a_name_is_read_from_a_line_of_a_listing() {
        for line in [
            "lrwxrwxrwx    ? a     b    11 Nov 30 20:57 /www/.overdue",
            "lrwxrwxrwx 1 a b 11 Nov 30 20:57 .overdue -> /etc/x",
        ] {
            assert_eq!(name_in(line), ".overdue");
        }
    }
}

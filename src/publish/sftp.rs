//! A folder of a host with SSH as a destination, through the system's own `sftp`. Keys and known hosts are SSH's own business.
//!
//! Each call is one connection, which is told its commands at once. A file is sent beside and renamed into place, which servers
//! do in one step if they are OpenSSH's; the journal is created by a hard link, which fails where there is one already.
//!
//! Absent on purpose: passwords (nobody is there to type one), and content types (the host's web server knows its own).

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::address::Shell;
use super::error::Failure;
use super::hash_of;
use super::store::{Each, Store, Upload};

/// So many files are sent in one connection, so that progress is seen and saved.
const AT_ONCE: usize = 100;
/// Where files lie until they are renamed.
const PARTS: &str = ".overdue/parts";

/// A folder of a host.
#[derive(Debug)]
pub(super) struct Sftp {
    place: Shell,
    scratch: PathBuf,
}

/// What a connection came to.
struct Said {
    success: bool,
    out: String,
    error: String,
}

impl Sftp {
    pub(super) fn open(place: &Shell, scratch: &Path) -> Result<Self, Failure> {
        let scratch = scratch.join("sftp");
        fs::create_dir_all(&scratch).map_err(|error| Failure::machine(format!("{}: {error}", scratch.display())))?;
        Ok(Self { place: place.clone(), scratch })
    }

    fn run(&self, commands: &[String]) -> Result<Said, Failure> {
        let mut command = Command::new("sftp");
        command.args(["-q", "-b", "-", "-o", "BatchMode=yes", "-o", "ConnectTimeout=20", "-o", "ServerAliveInterval=20"]);
        if let Some(port) = &self.place.port {
            command.args(["-P", port]);
        }
        if let Some(config) = &self.place.config {
            command.arg("-F").arg(config);
        }
        command.arg("--").arg(&self.place.host).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let failed = |error: std::io::Error| Failure::machine(format!("the program sftp can't be run: {error}"));
        let mut child = command.spawn().map_err(failed)?;
        let stdin = child.stdin.take();
        let done = std::thread::scope(|scope| {
            // A connection that fails does not read its commands.
            scope.spawn(move || stdin.map(|mut stdin| stdin.write_all((commands.join("\n") + "\n").as_bytes())));
            child.wait_with_output()
        });
        let done = done.map_err(failed)?;
        let error = String::from_utf8_lossy(&done.stderr).trim().to_owned();
        match done.status.code() {
            Some(255) | None => Err(Failure::machine(format!("the connection to {} failed: {error}", self.place.host))),
            code => Ok(Said { success: code == Some(0), out: String::from_utf8_lossy(&done.stdout).into_owned(), error }),
        }
    }

    fn insist(&self, commands: &[String]) -> Result<(), Failure> {
        let said = self.run(commands)?;
        if said.success { Ok(()) } else { Err(Failure::machine(format!("{}: {}", self.place.host, last_line(&said.error)))) }
    }

    /// A path at the host, quoted for a command.
    fn there(&self, path: &str) -> String {
        quoted(&format!("{}/{path}", self.place.top))
    }

    fn folders<'a>(&self, paths: impl Iterator<Item = &'a str>) -> Vec<String> {
        let mut folders = BTreeSet::from([String::new(), ".overdue".to_owned(), PARTS.to_owned()]);
        for path in paths {
            folders.extend(path.match_indices('/').map(|(end, _)| path[..end].to_owned()));
        }
        // One that exists already is no failure: that is what the sign means.
        folders.iter().map(|folder| format!("-mkdir {}", self.there(folder))).collect()
    }

    /// The commands that bring a local file into its place.
    fn put(&self, local: &Path, path: &str) -> [String; 2] {
        let part = self.there(&format!("{PARTS}/{}", hash_of(path.as_bytes())));
        let local = quoted(&local.to_string_lossy());
        [format!("put {local} {part}"), format!("rename {part} {}", self.there(path))]
    }

    fn local(&self, name: &str, bytes: &[u8]) -> Result<PathBuf, Failure> {
        let local = self.scratch.join(name);
        fs::write(&local, bytes).map_err(|error| Failure::machine(format!("{}: {error}", local.display())))?;
        Ok(local)
    }
}

fn quoted(path: &str) -> String {
    let mut quoted = String::from("\"");
    for c in path.chars() {
        if matches!(c, '"' | '\\' | '*' | '?' | '[' | ']') {
            quoted.push('\\');
        }
        quoted.push(c);
    }
    quoted + "\""
}

/// A line of a listing, of a symbolic link only up to where it leads.
fn without_target(line: &str) -> &str {
    line.split_once(" -> ").filter(|_| line.starts_with('l')).map_or(line, |(link, _)| link)
}

fn last_line(text: &str) -> &str {
    text.lines().last().unwrap_or("sftp failed")
}

fn is_absence(error: &str) -> bool {
    error.contains("not found") || error.contains("No such file")
}

impl Store for Sftp {
    fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Failure> {
        let local = self.scratch.join(format!("read-{}-{:?}", hash_of(path.as_bytes()), std::thread::current().id()));
        let said = self.run(&[format!("get {} {}", self.there(path), quoted(&local.to_string_lossy()))])?;
        if !said.success {
            return if is_absence(&said.error) {
                Ok(None)
            } else {
                Err(Failure::machine(format!("{}: {}", self.place.host, last_line(&said.error))))
            };
        }
        let bytes = fs::read(&local).map_err(|error| Failure::machine(format!("{}: {error}", local.display())));
        let _ = fs::remove_file(&local);
        bytes.map(Some)
    }

    fn is_occupied(&self) -> Result<bool, Failure> {
        let said = self.run(&[format!("ls -1a {}", quoted(&self.place.top))])?;
        if !said.success {
            return if is_absence(&said.error) {
                Ok(false)
            } else {
                Err(Failure::machine(format!("{}: {}", self.place.host, last_line(&said.error))))
            };
        }
        // Each is listed with the folder's path, or without.
        let names = said.out.lines().map(|line| line.rsplit('/').next().unwrap_or(line).trim_end());
        Ok(names.filter(|name| !name.is_empty()).any(|name| !matches!(name, "." | ".." | ".overdue")))
    }

    fn present(&self, paths: &[String]) -> Result<Vec<String>, Failure> {
        // One connection for each would take long: a file that is there and one that is not are told apart by what is listed.
        let mut found = Vec::new();
        for some in paths.chunks(AT_ONCE) {
            let commands: Vec<String> = some.iter().map(|path| format!("-ls -l {}", self.there(path))).collect();
            let said = self.run(&commands)?;
            // A folder is listed with what is in it, under longer paths. A symbolic link is a file to us, wherever it leads.
            let is_file = |line: &&str| line.starts_with(['-', 'l']);
            let lines: Vec<&str> = said.out.lines().filter(is_file).map(without_target).collect();
            found.extend(
                some.iter().filter(|path| lines.iter().any(|line| line.ends_with(&format!(" {}/{path}", self.place.top)))).cloned(),
            );
        }
        Ok(found)
    }

    fn create(&self, path: &str, bytes: &[u8]) -> Result<bool, Failure> {
        let local = self.local("create", bytes)?;
        let part = self.there(&format!("{PARTS}/{}", hash_of(bytes)));
        let mut commands = self.folders(std::iter::once(path));
        commands.push(format!("put {} {part}", quoted(&local.to_string_lossy())));
        commands.push(format!("ln {part} {}", self.there(path)));
        let said = self.run(&commands)?;
        self.run(&[format!("-rm {part}")])?;
        match self.read(path)? {
            Some(found) => Ok(found == bytes),
            None => Err(Failure::machine(format!("{}: {}", self.place.host, last_line(&said.error)))),
        }
    }

    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        let local = self.local(&format!("write-{}", hash_of(path.as_bytes())), bytes)?;
        let mut commands = self.folders(std::iter::once(path));
        commands.extend(self.put(&local, path));
        self.insist(&commands)
    }

    fn upload(&self, uploads: &[Upload], each: Each<'_>) -> Result<(), Failure> {
        for some in uploads.chunks(AT_ONCE) {
            let mut commands = self.folders(some.iter().map(|upload| upload.path.as_str()));
            for upload in some {
                upload.bytes()?;
                commands.extend(self.put(&upload.file, &upload.path));
            }
            self.insist(&commands)?;
            some.iter().try_for_each(each)?;
        }
        Ok(())
    }

    fn remove(&self, paths: &[String]) -> Result<(), Failure> {
        let mut folders = BTreeSet::new();
        let mut commands = Vec::new();
        for path in paths {
            commands.push(format!("-rm {}", self.there(path)));
            folders.extend(path.match_indices('/').map(|(end, _)| &path[..end]));
        }
        // One that holds something stays.
        commands.extend(folders.iter().rev().map(|folder| format!("-rmdir {}", self.there(folder))));
        self.insist(&commands)
    }

    fn has_folders(&self) -> bool {
        true
    }
}

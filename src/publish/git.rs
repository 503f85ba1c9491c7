//! A branch of a Git repository as a destination, through the system's own `git`: one commit, which
//! visitors see all at once.
//!
//! A publisher that was slower than another is refused by the repository, because its commit does
//! not follow the other's. Files of the branch that are not ours (a `CNAME`) stay as they are.
//! Credentials are Git's own business.

use std::collections::BTreeSet;
use std::ops::Bound;
use std::path::PathBuf;
use std::process::Command;
use std::sync::Mutex;
use std::time::Duration;

use super::child::{self, Limits, TOTAL};
use super::copies::send_copies;
use super::credentials::Environment;
use super::error::Failure;
use super::manifest::LARGEST_STATE;
use super::scratch::Scratch;
use super::store::{Each, Store, Upload};
use crate::plan::is_plain;

/// Tells GitHub's pages to serve folders that begin with a dot or an underscore.
const NO_JEKYLL: &str = ".nojekyll";
/// What Git calls an object that is not there.
const NO_OBJECT: &str = "0000000000000000000000000000000000000000";
/// The ways to a remote that Git may take, also when it is sent on. Others run commands of whoever
/// wrote the address.
const PROTOCOLS: &str = "https:ssh:file";
/// How Git calls SSH, unless its user said how.
const SSH: &str =
    "core.sshCommand=ssh -o BatchMode=yes -o ConnectTimeout=20 -o ServerAliveInterval=20";
/// The longest that objects may be on their way.
const ON_THE_WAY: Duration = Duration::from_mins(30);

/// So many files are handed to Git at once.
const AT_ONCE: usize = 1000;
/// The largest copy of a branch, in bytes.
pub(super) const LARGEST_COPY: u64 = 2 << 30;

/// Objects come, and Git tells of it.
const FETCH: Limits<'_> = Limits { total: ON_THE_WAY, ..Limits::SMALL };
/// Objects go, and Git tells of it; what the remote does with them may take long and say nothing.
const PUSH: Limits<'_> = Limits { silence: TOTAL, total: ON_THE_WAY, ..Limits::SMALL };

/// A branch, and what will be the next commit on it.
#[derive(Debug)]
pub(super) struct Branch {
    remote: String,
    branch: String,
    repository: PathBuf,
    /// Removed, with the copy of the remote in it, when this is dropped.
    scratch: Scratch,
    /// How Git is to call SSH, if its user did not say.
    ssh: Option<&'static str>,
    parent: Option<String>,
    /// Paths with the object that each is to hold; none if it is to go.
    changes: Mutex<Vec<(String, Option<String>)>>,
}

impl Branch {
    /// Fetches a branch, whose copy may take so many bytes.
    pub(super) fn open(
        remote: &str,
        branch: &str,
        environment: &Environment,
        scratch: Scratch,
        most: u64,
    ) -> Result<Self, Failure> {
        let repository = scratch.folder("git")?;
        let mut opened = Self {
            remote: remote.to_owned(),
            branch: branch.to_owned(),
            repository,
            scratch,
            ssh: None,
            parent: None,
            changes: Mutex::default(),
        };
        opened.git(&["init", "--quiet", "--bare", "--template="], b"", Limits::SMALL)?;
        // This says how SSH is called only where nobody else did: in the variable that it does not
        // overrule, or here.
        let is_said = environment.get("GIT_SSH").is_some()
            || opened.git(&["config", "--get", "core.sshCommand"], b"", Limits::SMALL).is_ok();
        opened.ssh = (!is_said).then_some(SSH);
        let reference = format!("refs/heads/{branch}");
        let listed = opened.git(&["ls-remote", "--", remote, &reference], b"", Limits::SMALL)?;
        if listed.is_empty() {
            return Ok(opened);
        }
        opened.git(
            &[
                "fetch",
                "--progress",
                "--depth=1",
                "--no-tags",
                "--no-recurse-submodules",
                "--",
                remote,
                &reference,
            ],
            b"",
            Limits { writes: Some((&opened.repository, most)), ..FETCH },
        )?;
        let parent = opened.object(&["rev-parse", "--verify", "FETCH_HEAD"], b"")?;
        // Ten small folders, each named ten times in the next, are more files than any memory
        // holds: as many as can be listed here can be read later.
        opened.git(&["ls-tree", "-r", "-t", "-z", "--name-only", &parent], b"", Limits::SMALL)?;
        opened.parent = Some(parent);
        Ok(opened)
    }

    fn git(
        &self,
        arguments: &[&str],
        input: &[u8],
        limits: Limits<'_>,
    ) -> Result<Vec<u8>, Failure> {
        let mut command = Command::new("git");
        command.arg("--git-dir").arg(&self.repository).args([
            "-c",
            "gc.auto=0",
            "-c",
            "core.quotePath=false",
        ]);
        if let Some(ssh) = self.ssh {
            command.args(["-c", ssh]);
        }
        command.args(arguments).env("GIT_ALLOW_PROTOCOL", PROTOCOLS);
        // Nobody is asked, neither in a terminal nor in a window.
        command
            .env_remove("SSH_ASKPASS")
            .env("GIT_TERMINAL_PROMPT", "0")
            .env("GIT_INDEX_FILE", self.repository.join("publishing-index"));
        for (name, value) in [("NAME", "Overdue"), ("EMAIL", "overdue@localhost")] {
            command
                .env(format!("GIT_AUTHOR_{name}"), value)
                .env(format!("GIT_COMMITTER_{name}"), value);
        }
        let ended = child::run(command, input.to_vec(), limits)?;
        if ended.code == Some(0) {
            return Ok(ended.out);
        }
        Err(Failure::machine(format!(
            "git {} failed: {}",
            arguments.first().unwrap_or(&""),
            trouble(&ended.error)
        )))
    }

    /// The name of an object that Git answers.
    fn object(&self, arguments: &[&str], input: &[u8]) -> Result<String, Failure> {
        let answer = self.git(arguments, input, Limits::SMALL)?;
        let name = String::from_utf8_lossy(&answer).trim().to_owned();
        if is_object(&name) {
            Ok(name)
        } else {
            Err(Failure::machine("git did not answer with the name of an object"))
        }
    }

    fn note(&self, changes: impl IntoIterator<Item = (String, Option<String>)>) {
        if let Ok(mut noted) = self.changes.lock() {
            noted.extend(changes);
        }
    }
}

/// What is wrong, of all that Git says; it also tells how far it is.
fn trouble(said: &str) -> String {
    let lines = || said.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty());
    let is_trouble = |line: &&str| {
        ["fatal:", "error:", "remote:", "!"].iter().any(|start| line.starts_with(start))
            && !line.ends_with('%')
    };
    let told: Vec<&str> = lines().filter(is_trouble).collect();
    if told.is_empty() {
        lines().next_back().unwrap_or("it does not say why").to_owned()
    } else {
        told.join("; ")
    }
}

fn is_object(name: &str) -> bool {
    matches!(name.len(), 40 | 64) && name.bytes().all(|byte| byte.is_ascii_hexdigit())
}

impl Store for Branch {
    fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Failure> {
        let Some(parent) = &self.parent else { return Ok(None) };
        if self.git(&["ls-tree", "-z", parent, "--", path], b"", Limits::SMALL)?.is_empty() {
            return Ok(None);
        }
        let most = usize::try_from(LARGEST_STATE).unwrap_or(usize::MAX);
        self.git(
            &["cat-file", "blob", &format!("{parent}:{path}")],
            b"",
            Limits { most, ..Limits::SMALL },
        )
        .map(Some)
    }

    fn is_occupied(&self) -> Result<bool, Failure> {
        let Some(parent) = &self.parent else { return Ok(false) };
        self.git(&["ls-tree", "-z", parent], b"", Limits::SMALL).map(|listed| !listed.is_empty())
    }

    fn present(&self, paths: &[String]) -> Result<Vec<String>, Failure> {
        let Some(parent) = &self.parent else { return Ok(Vec::new()) };
        let listed =
            self.git(&["ls-tree", "-r", "-z", "--name-only", parent], b"", Limits::SMALL)?;
        let listed = String::from_utf8_lossy(&listed);
        let listed: BTreeSet<&str> = listed.split('\0').filter(|path| !path.is_empty()).collect();
        // Git would drop a file to make room for a folder of its name, and what is in a folder for
        // a file.
        let mut found = BTreeSet::new();
        for path in paths {
            let above = path.match_indices('/').map(|(end, _)| &path[..end]);
            found.extend(above.chain([path.as_str()]).filter(|path| listed.contains(path)));
            let folder = format!("{path}/");
            let below =
                listed.range::<str, _>((Bound::Included(folder.as_str()), Bound::Unbounded));
            // A name that no site may have is not handed on; that something stands there is.
            found.extend(
                below
                    .take_while(|below| below.starts_with(&folder))
                    .map(|below| if is_plain(below) { below } else { path.as_str() }),
            );
        }
        Ok(found.into_iter().map(str::to_owned).collect())
    }

    fn create(&self, path: &str, bytes: &[u8]) -> Result<bool, Failure> {
        self.write(path, bytes).map(|()| true)
    }

    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        let object = self.object(&["hash-object", "-w", "--stdin"], bytes)?;
        self.note([(path.to_owned(), Some(object))]);
        Ok(())
    }

    fn upload(&self, uploads: &[Upload], each: Each<'_>) -> Result<(), Failure> {
        send_copies(&self.scratch, uploads, AT_ONCE, each, |copies| {
            let mut files = String::new();
            for (file, _) in copies.files() {
                let said = file.to_str().filter(|file| !file.chars().any(char::is_control));
                let unsayable =
                    || Failure::machine(format!("git can't be told of the file {file:?}"));
                files.push_str(said.ok_or_else(unsayable)?);
                files.push('\n');
            }
            let objects = self.git(
                &["hash-object", "-w", "--no-filters", "--stdin-paths"],
                files.as_bytes(),
                Limits::moving(copies.bytes()),
            )?;
            let objects = String::from_utf8_lossy(&objects);
            let objects: Vec<&str> = objects.lines().collect();
            if objects.len() != copies.files().count()
                || !objects.iter().all(|name| is_object(name))
            {
                return Err(Failure::machine("git hash-object did not read every file"));
            }
            self.note(
                copies
                    .files()
                    .zip(objects)
                    .map(|((_, path), object)| (path.to_owned(), Some(object.to_owned()))),
            );
            Ok(())
        })
    }

    fn remove(&self, paths: &[String]) -> Result<(), Failure> {
        self.note(paths.iter().map(|path| (path.clone(), None)));
        Ok(())
    }

    fn is_atomic(&self) -> bool {
        true
    }

    fn finish(&self) -> Result<(), Failure> {
        if self.read(NO_JEKYLL)?.is_none() {
            self.write(NO_JEKYLL, b"")?;
        }
        let mut index = String::new();
        let changes = self
            .changes
            .lock()
            .map_or_else(|_| Vec::new(), |mut changes| std::mem::take(&mut *changes));
        for (path, object) in &changes {
            if path.chars().any(char::is_control) {
                return Err(Failure::machine(format!(
                    "git can't be told of the path {path:?}, which has a control character"
                )));
            }
            match object {
                Some(object) => index.push_str(&format!("100644 {object}\t{path}\0")),
                None => index.push_str(&format!("0 {NO_OBJECT}\t{path}\0")),
            }
        }
        self.git(&["read-tree", self.parent.as_deref().unwrap_or("--empty")], b"", Limits::SMALL)?;
        self.git(&["update-index", "-z", "--index-info"], index.as_bytes(), Limits::SMALL)?;
        let tree = self.object(&["write-tree"], b"")?;
        let mut commit = vec!["commit-tree", &tree, "-m", "Publish the site"];
        if let Some(parent) = &self.parent {
            commit.extend(["-p", parent]);
        }
        let commit = self.object(&commit, b"")?;
        let target = format!("{commit}:refs/heads/{}", self.branch);
        self.git(&["push", "--progress", "--", &self.remote, &target], b"", PUSH)
            .map(|_| ())
            .map_err(|failure| {
                if failure.sentence.contains("rejected") {
                    Failure::machine(format!(
                        "the branch {} has moved on meanwhile; publish again ({failure})",
                        self.branch
                    ))
                } else {
                    failure
                }
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_more_is_fetched_than_a_copy_may_take() {
        let here = std::env::temp_dir();
        let place = Scratch::new(&here).unwrap();
        let remote = place.folder("remote").unwrap();
        let init = Command::new("git").args(["init", "--quiet", "--bare"]).arg(&remote).status();
        assert!(init.unwrap().success());
        let opened = |most| {
            let (scratch, environment) = (Scratch::new(&here).unwrap(), Environment::default());
            Branch::open(remote.to_str().unwrap(), "site", &environment, scratch, most)
        };
        let store = opened(0).unwrap();
        // Bytes that do not become less when they are compressed.
        let mut random = vec![0; 2 << 20];
        blake3::Hasher::new().finalize_xof().fill(&mut random);
        store.write("large.bin", &random).unwrap();
        store.finish().unwrap();
        let failure = opened(1 << 20).unwrap_err();
        assert!(failure.sentence.contains("larger than 1048576 bytes"), "{failure}");
        assert_eq!(opened(8 << 20).unwrap().read("large.bin").unwrap(), Some(random));
    }

    #[test]
    fn of_all_that_git_says_only_the_trouble_is_told() {
        let said = "remote: Counting objects:  50%\rReceiving objects: 100% (2/2), done.\nfatal: the remote end hung up\nerror: failed to push";
        assert_eq!(trouble(said), "fatal: the remote end hung up; error: failed to push");
        assert_eq!(
            trouble("ssh: Could not resolve hostname x"),
            "ssh: Could not resolve hostname x"
        );
        assert_eq!(trouble(""), "it does not say why");
    }
}

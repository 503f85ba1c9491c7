//! A branch of a Git repository as a destination, through the system's own `git`: one commit, which visitors see all at once.
//!
//! A publisher that was slower than another is refused by the repository, because its commit does not follow the other's. Files
//! of the branch that are not ours (a `CNAME`) stay as they are. Credentials are Git's own business.

use std::collections::BTreeSet;
use std::io::Write;
use std::ops::Bound;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;

use super::error::Failure;
use super::store::{Each, Store, Upload};

/// Tells GitHub's pages to serve folders that begin with a dot or an underscore.
const NO_JEKYLL: &str = ".nojekyll";
/// What Git calls an object that is not there.
const NO_OBJECT: &str = "0000000000000000000000000000000000000000";

/// A branch, and what will be the next commit on it.
#[derive(Debug)]
pub(super) struct Branch {
    remote: String,
    branch: String,
    repository: PathBuf,
    parent: Option<String>,
    /// Paths with the object that each is to hold; none if it is to go.
    changes: Mutex<Vec<(String, Option<String>)>>,
}

impl Branch {
    pub(super) fn open(remote: &str, branch: &str, scratch: &Path) -> Result<Self, Failure> {
        let repository = scratch.join("git");
        let unmade = |error| Failure::machine(format!("{}: {error}", repository.display()));
        std::fs::create_dir_all(&repository).map_err(unmade)?;
        let mut opened = Self { remote: remote.to_owned(), branch: branch.to_owned(), repository, parent: None, changes: Mutex::default() };
        opened.git(&["init", "--quiet", "--bare"], b"")?;
        let reference = format!("refs/heads/{branch}");
        let listed = opened.git(&["ls-remote", "--", remote, &reference], b"")?;
        if listed.is_empty() {
            return Ok(opened);
        }
        opened.git(&["fetch", "--quiet", "--depth=1", "--no-tags", "--", remote, &reference], b"")?;
        opened.parent = Some(opened.git_line(&["rev-parse", "--verify", "FETCH_HEAD"], b"")?);
        Ok(opened)
    }

    fn git(&self, arguments: &[&str], input: &[u8]) -> Result<Vec<u8>, Failure> {
        let mut command = Command::new("git");
        command.arg("--git-dir").arg(&self.repository).args(["-c", "gc.auto=0", "-c", "core.quotePath=false"]).args(arguments);
        command.env("GIT_TERMINAL_PROMPT", "0").env("GIT_INDEX_FILE", self.repository.join("publishing-index"));
        for (name, value) in [("NAME", "Overdue"), ("EMAIL", "overdue@localhost")] {
            command.env(format!("GIT_AUTHOR_{name}"), value).env(format!("GIT_COMMITTER_{name}"), value);
        }
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let failed = |error: std::io::Error| Failure::machine(format!("the program git can't be run: {error}"));
        let mut child = command.spawn().map_err(failed)?;
        let stdin = child.stdin.take();
        let done = std::thread::scope(|scope| {
            // Git may answer before it has read everything.
            scope.spawn(move || stdin.map(|mut stdin| stdin.write_all(input)));
            child.wait_with_output()
        });
        let done = done.map_err(failed)?;
        if done.status.success() {
            return Ok(done.stdout);
        }
        // An address may hold a password.
        let said = String::from_utf8_lossy(&done.stderr).replace(&self.remote, "REMOTE");
        let said: Vec<&str> = said.lines().filter(|line| !line.contains("://")).collect();
        Err(Failure::machine(format!("git {} failed: {}", arguments.first().unwrap_or(&""), said.join("; "))))
    }

    fn git_line(&self, arguments: &[&str], input: &[u8]) -> Result<String, Failure> {
        self.git(arguments, input).map(|bytes| String::from_utf8_lossy(&bytes).trim().to_owned())
    }

    fn note(&self, changes: impl IntoIterator<Item = (String, Option<String>)>) {
        if let Ok(mut noted) = self.changes.lock() {
            noted.extend(changes);
        }
    }
}

impl Drop for Branch {
    /// What was fetched is a copy of the remote, which nobody needs any more.
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.repository);
    }
}

impl Store for Branch {
    fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Failure> {
        let Some(parent) = &self.parent else { return Ok(None) };
        if self.git(&["ls-tree", "-z", parent, "--", path], b"")?.is_empty() {
            return Ok(None);
        }
        self.git(&["cat-file", "blob", &format!("{parent}:{path}")], b"").map(Some)
    }

    fn is_occupied(&self) -> Result<bool, Failure> {
        let Some(parent) = &self.parent else { return Ok(false) };
        self.git(&["ls-tree", "-z", parent], b"").map(|listed| !listed.is_empty())
    }

    fn present(&self, paths: &[String]) -> Result<Vec<String>, Failure> {
        let Some(parent) = &self.parent else { return Ok(Vec::new()) };
        let listed = self.git(&["ls-tree", "-r", "-z", "--name-only", parent], b"")?;
        let listed = String::from_utf8_lossy(&listed);
        let listed: BTreeSet<&str> = listed.split('\0').filter(|path| !path.is_empty()).collect();
        // Git would drop a file to make room for a folder of its name, and what is in a folder for a file.
        let mut found = BTreeSet::new();
        for path in paths {
            let above = path.match_indices('/').map(|(end, _)| &path[..end]);
            found.extend(above.chain([path.as_str()]).filter(|path| listed.contains(path)));
            let folder = format!("{path}/");
            found.extend(
                listed.range::<str, _>((Bound::Included(folder.as_str()), Bound::Unbounded)).take_while(|below| below.starts_with(&folder)),
            );
        }
        Ok(found.into_iter().map(str::to_owned).collect())
    }

    fn create(&self, path: &str, bytes: &[u8]) -> Result<bool, Failure> {
        self.write(path, bytes).map(|()| true)
    }

    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        let object = self.git_line(&["hash-object", "-w", "--stdin"], bytes)?;
        self.note([(path.to_owned(), Some(object))]);
        Ok(())
    }

    fn upload(&self, uploads: &[Upload], each: Each<'_>) -> Result<(), Failure> {
        let mut paths = String::new();
        for upload in uploads {
            upload.bytes()?;
            paths.push_str(&format!("{}\n", upload.file.display()));
        }
        let objects = self.git_line(&["hash-object", "-w", "--no-filters", "--stdin-paths"], paths.as_bytes())?;
        let objects: Vec<&str> = objects.lines().collect();
        if objects.len() != uploads.len() {
            return Err(Failure::machine("git hash-object did not read every file"));
        }
        self.note(uploads.iter().zip(objects).map(|(upload, object)| (upload.path.clone(), Some(object.to_owned()))));
        uploads.iter().try_for_each(each)
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
        let changes = self.changes.lock().map_or_else(|_| Vec::new(), |mut changes| std::mem::take(&mut *changes));
        for (path, object) in &changes {
            match object {
                Some(object) => index.push_str(&format!("100644 {object}\t{path}\0")),
                None => index.push_str(&format!("0 {NO_OBJECT}\t{path}\0")),
            }
        }
        self.git(&["read-tree", self.parent.as_deref().unwrap_or("--empty")], b"")?;
        self.git(&["update-index", "-z", "--index-info"], index.as_bytes())?;
        let tree = self.git_line(&["write-tree"], b"")?;
        let mut commit = vec!["commit-tree", &tree, "-m", "Publish the site"];
        if let Some(parent) = &self.parent {
            commit.extend(["-p", parent]);
        }
        let commit = self.git_line(&commit, b"")?;
        let target = format!("{commit}:refs/heads/{}", self.branch);
        self.git(&["push", "--quiet", "--", &self.remote, &target], b"").map(|_| ()).map_err(|failure| {
            if failure.sentence.contains("rejected") {
                Failure::machine(format!("the branch {} has moved on meanwhile; publish again ({failure})", self.branch))
            } else {
                failure
            }
        })
    }
}

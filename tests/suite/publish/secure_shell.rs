//! Publishing over SSH, to an OpenSSH server that is started here, with keys of its own.

use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use super::{NOW, SITE, build, publish_at, published, visible};
use crate::harness::Folder;

const SSHD: &str = "/usr/sbin/sshd";

/// A server that ends with the test.
pub(super) struct Sshd(Child);

impl Drop for Sshd {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn key(folder: &Folder, name: &str) {
    let path = folder.path().join(name);
    let done = Command::new("ssh-keygen")
        .args(["-q", "-t", "ed25519", "-N", "", "-f"])
        .arg(&path)
        .status()
        .expect("ssh-keygen runs");
    assert!(done.success());
}

/// Starts a server of the user's own; gives it with the port it listens on.
pub(super) fn start(folder: &Folder) -> (Sshd, u16) {
    start_by(folder, "exec \"$0\" \"$@\"")
}

/// Starts a server by a shell, which may set limits for it first.
pub(super) fn start_by(folder: &Folder, script: &str) -> (Sshd, u16) {
    assert!(
        Path::new(SSHD).is_file(),
        "there is no OpenSSH server to publish to; tests/run installs it"
    );
    key(folder, "host_key");
    key(folder, "own_key");
    fs::copy(folder.path().join("own_key.pub"), folder.path().join("authorized")).expect("a copy");
    let port = TcpListener::bind("127.0.0.1:0")
        .and_then(|found| found.local_addr())
        .expect("a port")
        .port();
    let at = |name: &str| folder.path().join(name).display().to_string();
    folder.put(
        "sshd.conf",
        format!(
            "Port {port}\nListenAddress 127.0.0.1\nHostKey {}\nAuthorizedKeysFile {}\nStrictModes no\nPidFile none\n\
             PasswordAuthentication no\nKbdInteractiveAuthentication no\nUsePAM no\nSubsystem sftp internal-sftp\nPermitRootLogin yes\n",
            at("host_key"),
            at("authorized")
        ),
    );
    folder.put(
        "ssh.conf",
        format!(
            "Host *\n  Port {port}\n  IdentityFile {}\n  IdentitiesOnly yes\n  StrictHostKeyChecking no\n  UserKnownHostsFile {}\n  LogLevel ERROR\n",
            at("own_key"),
            at("known")
        ),
    );
    let log = fs::File::create(folder.path().join("sshd.log")).expect("a log");
    let mut command = Command::new("sh");
    command
        .args(["-c", script, SSHD, "-D", "-e", "-f"])
        .arg(folder.path().join("sshd.conf"))
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(log);
    let server = Sshd(command.spawn().expect("sshd starts"));
    for _ in 0..200 {
        if TcpStream::connect(("127.0.0.1", port)).is_ok() {
            return (server, port);
        }
        sleep(Duration::from_millis(50));
    }
    panic!(
        "sshd does not listen: {}",
        fs::read_to_string(folder.path().join("sshd.log")).unwrap_or_default()
    );
}

#[test]
fn a_host_with_rsync_gets_the_site_then_only_what_changed_and_keeps_what_is_not_ours() {
    let folder = Folder::of(SITE);
    let (_server, _) = start(&folder);
    let top = folder.path().join("www/watch");
    fs::create_dir(folder.path().join("www")).expect("a folder");
    build(&folder, NOW);
    let destination = format!("rsync://127.0.0.1{}?config=ssh.conf&lease=2", top.display());
    published(&folder, NOW, &destination);
    assert_eq!(visible(&top), folder.files("site"));
    let before = folder.times("www/watch");
    // The other spelling is the same place.
    let short = format!("127.0.0.1:{}?config=ssh.conf&lease=2", top.display());
    let again = published(&folder, NOW, &short);
    assert!(again.starts_with("0 of "), "{again}");
    assert_eq!(folder.times("www/watch"), before);

    folder.put("www/watch/letter.txt", "not ours");
    folder.put("www/watch/incidents/outage/letter.txt", "not ours");
    fs::remove_file(folder.path().join("content/incidents/outage.md")).expect("a record");
    build(&folder, NOW);
    let said = publish_at(&folder, NOW, &[&destination, "--force"]);
    assert_eq!(said.code, 0, "{said:?}");
    let mut expected = folder.files("site");
    for path in ["letter.txt", "incidents/outage/letter.txt"] {
        expected.insert(path.to_owned(), b"not ours".into());
    }
    assert_eq!(visible(&top), expected);
    fs::remove_dir_all(top.join("incidents/outage")).expect("a letter");

    folder.put("static/letter.txt", "ours");
    folder.put("www/watch/letter.txt", "not ours");
    build(&folder, NOW);
    let said = publish_at(&folder, NOW, &[&destination]);
    assert_eq!(said.code, 2, "{said:?}");
    assert!(said.err.contains("letter.txt stands at the destination"), "{said:?}");
    fs::remove_file(top.join("letter.txt")).expect("a letter");
    super::others::changes_between_file_and_folder(&folder, &destination, &top);

    let other = "rsync://127.0.0.1/proc/nothing/below?config=ssh.conf".to_owned();
    let said = publish_at(&folder, NOW, &[&other]);
    assert_eq!(said.code, 3, "{said:?}");
    let unknown = publish_at(&folder, NOW, &["me@127.0.0.1:site?config=none.conf"]);
    assert_eq!(unknown.code, 3, "{unknown:?}");
    assert!(!folder.path().join("me@127.0.0.1:site").exists());
}

#[test]
fn a_host_with_ssh_gets_the_site_then_only_what_changed_and_a_publication_in_doubt_is_ended() {
    let folder = Folder::of(SITE);
    let (_server, port) = start(&folder);
    let top = folder.path().join("www/watch");
    let destination = format!("sftp://127.0.0.1:{port}{}?config=ssh.conf&lease=2", top.display());
    fs::create_dir(folder.path().join("www")).expect("a folder");
    build(&folder, NOW);
    published(&folder, NOW, &destination);
    assert_eq!(visible(&top), folder.files("site"));
    let before = folder.times("www/watch");
    let again = published(&folder, NOW, &destination);
    assert!(again.starts_with("0 of "), "{again}");
    assert_eq!(folder.times("www/watch"), before);

    // What a publisher leaves that was killed when it had taken the lease.
    let journal =
        r#"{"owner":"gone","beat":3,"base":"BASE","since":{"index.html":null,"half.html":null}}"#;
    let base = overdue::publish::hash_of(
        &fs::read(top.join(overdue::publish::MANIFEST)).expect("the manifest"),
    );
    folder.put("www/watch/.overdue/publishing.json", journal.replace("BASE", &base));
    folder.put("www/watch/index.html", "half");
    folder.put("www/watch/half.html", "half");
    folder.put("www/watch/letter.txt", "not ours");
    let resumed = publish_at(&folder, NOW, &[&destination]);
    assert_eq!(resumed.code, 0, "{resumed:?}");
    assert!(resumed.err.contains("waiting to see whether it is still at work"), "{resumed:?}");
    let mut expected = folder.files("site");
    expected.insert("letter.txt".to_owned(), b"not ours".into());
    assert_eq!(visible(&top), expected);

    fs::remove_file(top.join("letter.txt")).expect("a letter");
    super::others::changes_between_file_and_folder(&folder, &destination, &top);

    let other = format!("sftp://127.0.0.1:{port}/proc/nothing?config=ssh.conf");
    let said = publish_at(&folder, NOW, &[&other]);
    assert_eq!(said.code, 3, "{said:?}");
}

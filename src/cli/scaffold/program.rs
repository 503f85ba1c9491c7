//! Where the files for hosts get the program: one commit of a repository that the editor names.
//!
//! There is no release, and the name in Rust's registry belongs to nobody: whoever took it would
//! own every site whose workflow installs by name.

use std::str::FromStr;

/// A repository and a commit of it. Both go into YAML, TOML and commands of a shell as they are:
/// neither holds a mark that any of them reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::cli) struct Program {
    pub(super) repository: String,
    pub(super) commit: String,
}

impl FromStr for Program {
    type Err = String;

    /// Reads `https://HOST/PATH#COMMIT`.
    ///
    /// # Errors
    ///
    /// Another scheme than https, user information, a query, a path with other marks than letters,
    /// digits and `-._~`, or a commit that is not named in full: 40 hexadecimal digits, which
    /// nobody can give to other files. A branch or tag can move.
    fn from_str(text: &str) -> Result<Self, String> {
        let (repository, commit) =
            text.split_once('#').ok_or("the commit is missing; write https://REPOSITORY#COMMIT")?;
        let address = repository
            .strip_prefix("https://")
            .ok_or("the repository has to begin with https://")?;
        let mut parts = address.trim_end_matches('/').split('/');
        let host = parts.next().unwrap_or_default();
        let (name, port) = host.split_once(':').unwrap_or((host, "443"));
        let is_name =
            name.starts_with(|c: char| c.is_ascii_alphanumeric()) && holds_only(name, "-.");
        let is_port = port.parse::<u16>().is_ok() && port.bytes().all(|byte| byte.is_ascii_digit());
        let path: Vec<&str> = parts.collect();
        if !is_name || !is_port || path.is_empty() || !path.iter().all(|part| is_plain_name(part)) {
            return Err(format!(
                "`{repository}` is not the plain address of a repository, such as https://example.org/somebody/overdue"
            ));
        }
        if commit.len() != 40
            || !commit.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
        {
            return Err(format!(
                "`{commit}` does not name a commit in full: write its 40 digits (0-9, a-f)"
            ));
        }
        Ok(Self {
            repository: repository.trim_end_matches('/').to_owned(),
            commit: commit.to_owned(),
        })
    }
}

fn is_plain_name(part: &str) -> bool {
    !matches!(part, "" | "." | "..") && holds_only(part, "-._~")
}

fn holds_only(text: &str, marks: &str) -> bool {
    text.chars().all(|c| c.is_ascii_alphanumeric() || marks.contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    const COMMIT: &str = "0123456789abcdef0123456789abcdef01234567";

    #[test]
    fn a_program_is_a_plain_https_address_and_a_whole_commit() {
        for repository in
            ["https://example.org/a/overdue", "https://git.example.org:8443/~a/b/over_due.git"]
        {
            let program: Program = format!("{repository}#{COMMIT}").parse().expect(repository);
            assert_eq!((&*program.repository, &*program.commit), (repository, COMMIT));
        }
        for repository in [
            "http://example.org/a",
            "ssh://git@example.org/a",
            "git@example.org:a/b",
            "/srv/overdue",
            "https://",
            "https://example.org",
            "https://example.org/",
            "https://user:word@example.org/a",
            "https://example.org:port/a",
            "https://example.org:+80/a",
            "https://-upload/a",
            "https://example.org/../a",
            "https://example.org/a b",
            "https://example.org/a?b",
            "https://example.org/a;id",
            "https://example.org/$(id)",
            "https://example.org/a\"",
            "https://example.org/a\n",
            "https://example.org/${{ secrets.A }}",
            "https://example.org/@zone@",
            "https://example.org/ä",
        ] {
            assert!(format!("{repository}#{COMMIT}").parse::<Program>().is_err(), "{repository}");
        }
        for commit in [
            "",
            "main",
            "v1.0",
            "0123456",
            &COMMIT[1..],
            &format!("{COMMIT}0"),
            &COMMIT.to_uppercase(),
            &format!("{COMMIT}\n"),
        ] {
            assert!(
                format!("https://example.org/a#{commit}").parse::<Program>().is_err(),
                "{commit}"
            );
        }
        assert!("https://example.org/a".parse::<Program>().is_err());
    }
}

//! Which paths the files of a site may have: the one rule for what is planned, written, published,
//! and read of a destination.

use std::path::{Component, Path};

use crate::text::file_name_trouble;

/// The folder within the output that holds the manifest, the lock and, during a build, the staged
/// files.
///
/// A host does not need it; without it the next build refuses the output as somebody else's.
pub const STATE_FOLDER: &str = ".overdue";

/// Where the list of what we published lies at the destination. It is public, so that anybody can
/// check a live site.
pub const MANIFEST: &str = "overdue.json";

/// The marks of a folder that is the root of somebody's repository.
pub(crate) const REPOSITORIES: [&str; 4] = [".git", ".hg", ".jj", ".svn"];

/// The longest path of a site, in bytes. Object stores take no longer key, and what reads commands
/// line by line takes such a path.
const LONGEST: usize = 1024;

/// Whether `path` is one that a site may have: plain names joined by `/`, which every system takes
/// and no program that is told of them takes for anything else, and not within the folder of our
/// own state.
///
/// It holds for paths that we write and for those that come from outside: manifests, journals,
/// listings.
pub(crate) fn is_plain(path: &str) -> bool {
    fault(path).is_none()
}

/// Why no file of a site can have this path, with the part of it that is at fault.
pub(super) fn path_trouble(path: &str) -> Option<(&str, &'static str)> {
    let first = first_of(path);
    if first.eq_ignore_ascii_case(MANIFEST) {
        return Some((first, "publishing keeps the list of the site's files under this name"));
    }
    fault(path)
}

fn fault(path: &str) -> Option<(&str, &'static str)> {
    let first = first_of(path);
    if first.eq_ignore_ascii_case(STATE_FOLDER) {
        return Some((first, "a build keeps its own state there"));
    }
    let mut start = 0;
    for name in path.split('/') {
        let end = start + name.len();
        let why = if !is_segment(name) {
            Some("it leads elsewhere")
        } else if REPOSITORIES.iter().any(|mark| name.eq_ignore_ascii_case(mark)) {
            Some("a repository keeps its own state there")
        } else {
            file_name_trouble(name)
        };
        if let Some(why) = why {
            return Some((&path[..end], why));
        }
        start = end + 1;
    }
    (path.len() > LONGEST)
        .then_some((path, "with the folders above it, it is longer than 1,024 bytes"))
}

fn first_of(path: &str) -> &str {
    path.split('/').next().unwrap_or_default()
}

/// Whether a text is one name, that leads to nothing but itself.
pub(crate) fn is_segment(name: &str) -> bool {
    let mut components = Path::new(name).components();
    matches!(components.next(), Some(Component::Normal(found)) if found == name)
        && components.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_that_leads_elsewhere_is_not_plain() {
        for path in [
            "",
            "/etc/passwd",
            "a/../../b",
            "..",
            ".",
            "a//b",
            "a/",
            "./a",
            ".overdue/lock",
            ".Overdue/x",
            ".overdue",
        ] {
            assert!(!is_plain(path), "{path}");
        }
        let long = ["a".repeat(256), "a/".repeat(512) + "a"];
        for path in [
            "a\nb",
            "a\rb",
            "a\0b",
            "\u{1b}[2J",
            "\u{7f}",
            "a/\u{85}",
            "\u{9b}2J",
            "a\u{202e}b",
            "a:b",
            "a\\b",
            "con",
            "a/b.",
            ".git/config",
            "a/.GIT/x",
        ] {
            assert!(!is_plain(path), "{path:?}");
        }
        assert!(!long.iter().any(|path| is_plain(path)));
        for path in [
            "index.html",
            "a/b/c.json",
            ".nojekyll",
            ".well-known/security.txt",
            "a/.overdue",
            "a..b",
        ] {
            assert!(is_plain(path), "{path}");
        }
    }

    #[test]
    fn what_is_at_fault_is_named_up_to_its_end() {
        assert_eq!(path_trouble("tags/con/index.html").map(|(part, _)| part), Some("tags/con"));
        assert_eq!(
            path_trouble("Overdue.json/index.html").map(|(part, _)| part),
            Some("Overdue.json")
        );
        assert_eq!(path_trouble("a/overdue.json"), None);
    }
}

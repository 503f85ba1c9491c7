//! Which texts are paths of a site.

use std::path::{Component, Path};

use super::STATE_FOLDER;
use crate::parse::file_name_trouble;

/// The marks of a folder that is the root of somebody's repository.
pub(super) const REPOSITORIES: [&str; 4] = [".git", ".hg", ".jj", ".svn"];

/// The longest path of a site, in bytes. Object stores take no longer key, and what reads commands line by line takes such a path.
const LONGEST: usize = 1024;

/// Whether `path` is one that a site may have: plain names joined by `/`, which every system takes and no program that is told of
/// them takes for anything else, and not within the folder of our own state.
///
/// The one rule, for paths that we write and for those that come from outside: manifests, journals, listings.
pub(crate) fn is_plain(path: &str) -> bool {
    let first = path.split('/').next().unwrap_or_default();
    path.len() <= LONGEST
        && !first.eq_ignore_ascii_case(STATE_FOLDER)
        && path.split('/').all(|name| is_segment(name) && !is_repository(name) && file_name_trouble(name).is_none())
}

/// Whether a name is that of a folder in which a repository keeps its state: no site has one, and a destination may.
fn is_repository(name: &str) -> bool {
    REPOSITORIES.iter().any(|mark| name.eq_ignore_ascii_case(mark))
}

/// Whether a text is one name, that leads to nothing but itself.
pub(super) fn is_segment(name: &str) -> bool {
    let mut components = Path::new(name).components();
    matches!(components.next(), Some(Component::Normal(found)) if found == name) && components.next().is_none()
}

/// The folder of `path`; empty for the output itself.
pub(super) fn folder_of(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// The folders above `path`, the outermost first, without the output itself.
pub(super) fn folders_above(path: &str) -> impl DoubleEndedIterator<Item = &str> {
    path.match_indices('/').map(|(end, _)| &path[..end])
}

/// A path within the output as the manifest spells it.
pub(super) fn spelled(path: &Path) -> String {
    path.iter().map(|segment| segment.to_string_lossy()).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_that_leads_elsewhere_is_not_plain() {
        for path in ["", "/etc/passwd", "a/../../b", "..", ".", "a//b", "a/", "./a", ".overdue/lock", ".Overdue/x", ".overdue"] {
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
        for path in ["index.html", "a/b/c.json", ".nojekyll", ".well-known/security.txt", "a/.overdue", "a..b"] {
            assert!(is_plain(path), "{path}");
        }
    }

    #[test]
    fn folders_above_come_outermost_first() {
        assert_eq!(folders_above("a/b/c.html").collect::<Vec<_>>(), ["a", "a/b"]);
        assert_eq!(folders_above("index.html").count(), 0);
        assert_eq!(folder_of("a/b/c.html"), "a/b");
        assert_eq!(folder_of("index.html"), "");
    }
}

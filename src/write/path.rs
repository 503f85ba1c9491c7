use std::path::{Component, Path};

use super::STATE_FOLDER;

/// Whether `path` is one that a site may have: plain segments joined by `/`, and not within the folder of our own state.
pub(crate) fn is_plain(path: &str) -> bool {
    let first = path.split('/').next().unwrap_or_default();
    !first.eq_ignore_ascii_case(STATE_FOLDER) && path.split('/').all(is_plain_segment)
}

fn is_plain_segment(segment: &str) -> bool {
    let mut components = Path::new(segment).components();
    matches!(components.next(), Some(Component::Normal(name)) if name == segment) && components.next().is_none()
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

//! Paths within the output, taken apart.

use std::path::Path;

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
    fn folders_above_come_outermost_first() {
        assert_eq!(folders_above("a/b/c.html").collect::<Vec<_>>(), ["a", "a/b"]);
        assert_eq!(folders_above("index.html").count(), 0);
        assert_eq!(folder_of("a/b/c.html"), "a/b");
        assert_eq!(folder_of("index.html"), "");
    }
}

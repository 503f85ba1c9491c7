//! The names of files that are not in their places yet: parts of our own, each under a name that
//! nobody can know beforehand.

use std::hash::{BuildHasher as _, RandomState};

/// Where parts lie at a destination.
pub(super) const PARTS: &str = ".overdue/parts";

/// The path of a new part.
pub(super) fn new_part() -> String {
    format!("{PARTS}/{}", unguessable())
}

/// Whether a name in the folder of parts may be one of ours.
pub(super) fn is_part(name: &str) -> bool {
    name.len() == 32 && name.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// A name that nobody can know before it is used.
pub(super) fn unguessable() -> String {
    format!("{:016x}{:016x}", RandomState::new().hash_one(1), RandomState::new().hash_one(2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_known_by_its_name_and_no_two_have_the_same() {
        let parts = [new_part(), new_part()];
        assert_ne!(parts[0], parts[1]);
        assert!(parts.iter().all(|part| is_part(part.rsplit('/').next().unwrap())));
        assert!(
            !["", "letter.txt", "ABCDEF0123456789ABCDEF0123456789"].map(is_part).contains(&true)
        );
    }
}

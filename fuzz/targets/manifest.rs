//! What lies at a destination and says what was published there → the lists that decide what is
//! removed.
#![no_main]

use libfuzzer_sys::fuzz_target;
use overdue::diag::in_one_line;
use overdue::publish::{Journal, MANIFEST, Published};
use overdue_fuzz::{assert_plain, assert_visible};

fuzz_target!(|bytes: &[u8]| {
    Journal::parse(bytes).in_doubt().for_each(assert_ours);
    let found = match Published::parse(bytes) {
        Ok(found) => found,
        Err(failure) => return assert_visible(&in_one_line(&failure.to_string())),
    };
    found
        .files
        .keys()
        .chain(found.retired.keys())
        .chain(&found.removing)
        .for_each(|path| assert_ours(path));
    let printed = serde_json::to_vec(&found).expect("strings and numbers");
    assert_eq!(
        Published::parse(&printed).ok().as_ref(),
        Some(&found),
        "what is written is what is read"
    );
});

/// A path at which we may have published something.
fn assert_ours(path: &str) {
    assert_plain(path);
    let folded = path.to_ascii_lowercase();
    assert!(folded != MANIFEST && !folded.starts_with(".overdue/"), "{path}");
}

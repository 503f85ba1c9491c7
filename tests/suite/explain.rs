//! `overdue explain`: `tests/transcripts/explain/*.md`.

use overdue::diag::Code;

use crate::harness::Folder;
use crate::transcript::hold;

#[test]
fn clocks_and_codes_are_explained_in_exactly_these_words() {
    hold("explain");
}

#[test]
fn every_code_is_explained_without_a_site() {
    let empty = Folder::new();
    for code in Code::ALL {
        let said = empty.run(&["explain", code.name()]);
        assert_eq!(said.code, 0, "{}: {}", code.name(), said.err);
        assert!(said.out.starts_with(&format!("{}\n\n{}\n", code.name(), code.meaning())), "{}", said.out);
    }
}

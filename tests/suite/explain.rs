//! `overdue explain`: `tests/transcripts/explain/*.md`.

use overdue::diag::Code;

use crate::harness::Folder;
use crate::mistakes::ELSEWHERE;
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
        assert!(
            said.out.starts_with(&format!("{}\n\n{}\n", code.name(), code.meaning())),
            "{}",
            said.out
        );
    }
}

/// The wrong and the right example of a code, for those that text can show.
fn examples(code: Code) -> Option<(&'static str, &'static str)> {
    let parts: Vec<&str> = code.explanation().split("~~~~\n").collect();
    match parts[..] {
        [_] => None,
        [_, wrong, "\nRight:\n\n", right, ""] => Some((wrong, right)),
        _ => panic!("{} is not a text, a wrong example and a right one", code.name()),
    }
}

#[test]
fn every_code_is_explained_with_an_example_that_has_it_and_one_that_has_no_mistake_at_all() {
    let mut wrong = Vec::new();
    for code in Code::ALL {
        let text = code.explanation().split("\nWrong:").next().unwrap_or_default();
        assert!(
            text.split_whitespace().count() >= 20,
            "{} is hardly explained: {text}",
            code.name()
        );
        let Some((mistaken, good)) = examples(*code) else {
            assert!(ELSEWHERE.contains(code), "{} has no example", code.name());
            continue;
        };
        let said = Folder::of(mistaken).run(&["check"]).err;
        if !said.contains(&format!("{}[{}]: ", code.severity().name(), code.name())) {
            wrong.push(format!("the wrong example of {} does not show it:\n{said}", code.name()));
        }
        let said = Folder::of(good).run(&["check"]).err;
        let mistakes = said.contains("error[")
            || said.contains("warning[")
            || said.contains(&format!("[{}]", code.name()));
        if mistakes {
            wrong.push(format!("the right example of {} is not right:\n{said}", code.name()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

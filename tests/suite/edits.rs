//! Changes of front matter: the value that was asked for, and not a byte besides.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use overdue::diag::SourceFile;
use overdue::front_matter::{Edit, EditError, Literal, Step, set};

use crate::due_properties::Dice;

fn file(text: &str) -> Arc<SourceFile> {
    Arc::new(SourceFile { path: "content/incidents/a.md".to_owned(), text: text.to_owned() })
}

fn text(text: &str) -> Literal {
    Literal::Text(text.to_owned())
}

/// The way to a key of an entry of a list.
fn way<'w>(list: &'w str, at: usize, key: &'w str) -> Vec<Step<'w>> {
    vec![Step::Key(list), Step::Item(at), Step::Key(key)]
}

fn edit(way: Vec<Step<'_>>, value: Literal) -> Edit<'_> {
    Edit { way, value, after: "checked", alone: "regime" }
}

/// The front matter with `checked` set in the first entry of `awaiting`.
fn checked(front: &str) -> Result<String, EditError> {
    set(&file(front), &edit(way("awaiting", 0, "checked"), text("2026-11-22")))
}

#[test]
fn a_value_is_replaced_or_put_in_whatever_the_layout() {
    let cases = [
        // Replaced, in the quotes that it had.
        (
            "awaiting:\n  - report: x\n    checked: 2026-01-01 # by phone\n",
            "awaiting:\n  - report: x\n    checked: 2026-11-22 # by phone\n",
        ),
        (
            "awaiting:\n- {report: x, checked: '2026-01-01'}\n",
            "awaiting:\n- {report: x, checked: '2026-11-22'}\n",
        ),
        ("awaiting: [{checked: \"2026-01-01\"}]\n", "awaiting: [{checked: \"2026-11-22\"}]\n"),
        ("awaiting:\n- 'checked' : ~\n", "awaiting:\n- 'checked' : 2026-11-22\n"),
        // An empty key is filled.
        ("awaiting:\n- checked:\n  report: x\n", "awaiting:\n- checked: 2026-11-22\n  report: x\n"),
        (
            "awaiting:\n- checked: # not yet\n  report: x\n",
            "awaiting:\n- checked: 2026-11-22 # not yet\n  report: x\n",
        ),
        ("awaiting: [{checked: , report: x}]\n", "awaiting: [{checked: 2026-11-22 , report: x}]\n"),
        // A line or an entry more.
        (
            "awaiting:\n  - report: x\ntags: [a]\n",
            "awaiting:\n  - report: x\n    checked: 2026-11-22\ntags: [a]\n",
        ),
        (
            "awaiting:\n  -   report: x # the last\n\n  # another\n  - report: y\n",
            "awaiting:\n  -   report: x # the last\n      checked: 2026-11-22\n\n  # another\n  - report: y\n",
        ),
        (
            "awaiting:\n  - report: x\n    extended:\n      - {to: 1 month} # }\n",
            "awaiting:\n  - report: x\n    extended:\n      - {to: 1 month} # }\n    checked: 2026-11-22\n",
        ),
        (
            "awaiting:\n  - report: x\n    rule: |\n      Because.\n\n      Really.\n\ntitle: A\n",
            "awaiting:\n  - report: x\n    rule: |\n      Because.\n\n      Really.\n    checked: 2026-11-22\n\ntitle: A\n",
        ),
        (
            "awaiting:\n  - report: x\n    rule: |+\n      Because.\n\ntitle: A\n",
            "awaiting:\n  - report: x\n    checked: 2026-11-22\n    rule: |+\n      Because.\n\ntitle: A\n",
        ),
        ("awaiting: {report: x, }\n", "awaiting: {report: x, checked: 2026-11-22, }\n"),
        (
            "awaiting:\n- {report: x,\n   checked_where: [a, # ]\n     b] # }\n  }\n",
            "awaiting:\n- {report: x,\n   checked_where: [a, # ]\n     b], checked: 2026-11-22 # }\n  }\n",
        ),
        (
            "awaiting:\r\n  - report: x\r\n",
            "awaiting:\r\n  - report: x\r\n    checked: 2026-11-22\r\n",
        ),
        // A text that stands alone becomes a map.
        ("awaiting: [own, other]\n", "awaiting: [{regime: own, checked: 2026-11-22}, other]\n"),
        (
            "awaiting:\n  - \"own\" # why\n",
            "awaiting:\n  - {regime: \"own\", checked: 2026-11-22} # why\n",
        ),
        ("awaiting: own\n", "awaiting: {regime: own, checked: 2026-11-22}\n"),
    ];
    for (before, after) in cases {
        let [before, after] = [before, after].map(|front| format!("---\n{front}---\nBody: [a]\n"));
        match checked(&before) {
            Ok(found) => assert_eq!(found, after),
            Err(error) => panic!("{before}\n{error:?}"),
        }
        // What stands there already is left alone.
        assert_eq!(checked(&after).expect("the same"), after);
    }
}

#[test]
fn lists_and_maps_are_put_in_on_one_line_and_replaced_in_their_own_form() {
    let places =
        || Literal::List(vec![text("https://a.example/x?y=1#z"), text("https://b.example/a,b")]);
    let cases = [
        (
            "awaiting:\n  - report: x\n    checked: 2026-01-01\n    force: hard\n",
            "awaiting:\n  - report: x\n    checked: 2026-01-01\n    checked_where: [https://a.example/x?y=1#z, \"https://b.example/a,b\"]\n    force: hard\n",
        ),
        (
            "awaiting:\n  - report: x\n    checked_where:\n      - https://old.example/\n      - https://older.example/\n    force: hard\n",
            "awaiting:\n  - report: x\n    checked_where:\n      - https://a.example/x?y=1#z\n      - \"https://b.example/a,b\"\n    force: hard\n",
        ),
        (
            "awaiting:\n  - {report: x, checked_where: [https://old.example/]}\n",
            "awaiting:\n  - {report: x, checked_where: [https://a.example/x?y=1#z, \"https://b.example/a,b\"]}\n",
        ),
    ];
    for (before, after) in cases {
        let [before, after] = [before, after].map(|front| format!("---\n{front}---\n"));
        let found = set(&file(&before), &edit(way("awaiting", 0, "checked_where"), places()));
        assert_eq!(found.expect("a change"), after);
    }
    let limit = [
        Step::Key("regimes"),
        Step::Item(0),
        Step::Key("limits"),
        Step::Key("last"),
        Step::Key("checked"),
    ];
    let found = set(&file("---\nregimes: own\n---\n"), &edit(limit.to_vec(), text("2026-11-22")));
    assert_eq!(
        found.expect("a change"),
        "---\nregimes: {regime: own, limits: {last: {checked: 2026-11-22}}}\n---\n"
    );
}

#[test]
fn nothing_comes_of_what_cannot_be_changed_safely() {
    for front in ["awaiting: []", "title: A", "awaiting: [[own]]", "? awaiting\n: ? report\n  : x"]
    {
        let found = checked(&format!("---\n{front}\n---\n"));
        assert!(matches!(found, Err(EditError::Layout(_))), "{front}: {found:?}");
    }
    let commented = "---\nawaiting:\n  - checked_where:\n    - a # the old one\n    - b\n---\n";
    let places = edit(way("awaiting", 0, "checked_where"), Literal::List(vec![text("c")]));
    assert!(matches!(set(&file(commented), &places), Err(EditError::Layout(_))));
    for front in ["awaiting: [", "awaiting: &a [x]", "a: 1\na: 2"] {
        let found = checked(&format!("---\n{front}\n---\n"));
        assert!(matches!(found, Err(EditError::Unreadable(_))), "{front}: {found:?}");
    }
    assert!(matches!(checked("no front matter\n"), Err(EditError::Unreadable(_))));
}

#[test]
fn a_file_of_yaml_alone_keeps_its_beginning_and_its_end() {
    let duty = |text: &str| {
        Arc::new(SourceFile { path: "content/regimes/a.yaml".to_owned(), text: text.to_owned() })
    };
    let note = edit(vec![Step::Key("note")], text("Unsure: \"perhaps\""));
    for (before, after) in [
        ("\u{FEFF}title: A", "\u{FEFF}title: A\nnote: \"Unsure: \\\"perhaps\\\"\""),
        ("\r\ntitle: A\r\n", "\r\ntitle: A\r\nnote: \"Unsure: \\\"perhaps\\\"\"\r\n"),
        ("title: A\r\nurl: x", "title: A\r\nurl: x\r\nnote: \"Unsure: \\\"perhaps\\\"\""),
    ] {
        assert_eq!(set(&duty(before), &note).expect("a change"), after);
    }
}

/// What an incident's clocks say, by their places in the list.
type Clocks = Vec<BTreeMap<&'static str, String>>;

/// An incident laid out by chance, with what its clocks say.
fn incident(dice: &mut Dice) -> (String, Clocks) {
    let end = dice.one_of(&["\n", "\r\n"]);
    let comment = |dice: &mut Dice| dice.one_of(&["", "", " # a note: [x, }", " #"]);
    let mut out = format!(
        "---{end}title: A fire{end}occurred: 2021-03-10{}{end}awaiting:{}{end}",
        comment(dice),
        comment(dice)
    );
    let indent = dice.one_of(&["", "  ", "    "]);
    let mut clocks = Clocks::new();
    for number in 0..=dice.below(3) {
        let mut says =
            BTreeMap::from([("id", format!("c{number}")), ("report", "final-report".to_owned())]);
        if dice.below(2) == 0 {
            says.insert("checked", "2026-01-01".to_owned());
        }
        if dice.below(2) == 0 {
            says.insert("rule", "It was promised, twice".to_owned());
        }
        if dice.below(3) == 0 {
            let _ = write!(
                out,
                "{indent}# between{end}{}",
                dice.one_of(&["", "\n"]).replace('\n', end)
            );
        }
        let quote = |dice: &mut Dice, value: &str| {
            let mark = dice.one_of(&["\"", "'", ""]);
            // A comma ends a value between braces.
            if mark.is_empty() && value.contains(',') {
                format!("\"{value}\"")
            } else {
                format!("{mark}{value}{mark}")
            }
        };
        let is_block = dice.below(2) == 0;
        let gap = dice.one_of(&[" ", "   "]);
        let inner = format!("{indent} {}", " ".repeat(gap.len()));
        let between = if is_block {
            String::new()
        } else {
            dice.one_of(&[", ", " , ", ",\n"]).replace('\n', &format!("{end}{inner} "))
        };
        let _ = write!(out, "{indent}-{gap}{}", if is_block { "" } else { "{" });
        for (at, (key, value)) in says.iter().enumerate() {
            let value = quote(dice, value);
            if is_block {
                let before = if at == 0 { "" } else { &inner };
                let _ = write!(out, "{before}{key}: {value}{}{end}", comment(dice));
            } else {
                let _ = write!(out, "{}{key}: {value}", if at == 0 { "" } else { &between });
            }
        }
        if !is_block {
            let _ = write!(out, "{}}}{}{end}", dice.one_of(&["", " ", ","]), comment(dice));
        }
        clocks.push(says);
    }
    let _ = write!(
        out,
        "tags: [a, b]{}{end}---{end}Prose: {{x}}{}",
        comment(dice),
        dice.one_of(&["", "\n"])
    );
    (out, clocks)
}

#[test]
fn in_any_layout_one_value_differs_and_what_else_was_written_stands_in_its_order() {
    let mut dice = Dice(16);
    for case in 0..2000 {
        let (before, clocks) = incident(&mut dice);
        let at = usize::try_from(dice.below(clocks.len() as u64)).expect("a small number");
        let change = edit(way("awaiting", at, "checked"), text("2026-11-22"));
        let after = set(&file(&before), &change)
            .unwrap_or_else(|error| panic!("case {case}: {error:?}\n{before}"));
        // One piece was put in, in the place of at most the old day.
        let start =
            before.bytes().zip(after.bytes()).take_while(|(one, other)| one == other).count();
        let rest = before.len().min(after.len()) - start;
        let ends = before.bytes().rev().zip(after.bytes().rev()).take(rest);
        let same = ends.take_while(|(one, other)| one == other).count();
        let gone = &before[start..before.len() - same];
        let new = &after[start..after.len() - same];
        if clocks[at].contains_key("checked") {
            assert!(
                "2026-01-01".contains(gone) && "2026-11-22".contains(new),
                "case {case}: {gone:?} → {new:?}"
            );
        } else {
            assert_eq!(gone, "", "case {case}: {new:?}\n{before}");
            assert!(new.matches('\n').count() <= 1, "case {case}: {new:?}");
            assert!(new.contains("checked: 2026-11-22"), "case {case}: {new:?}");
        }
        // And back, where there was a day.
        if clocks[at].contains_key("checked") {
            let back = edit(way("awaiting", at, "checked"), text("2026-01-01"));
            assert_eq!(set(&file(&after), &back).expect("back"), before, "case {case}");
        }
    }
}

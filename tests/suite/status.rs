//! `overdue status`: `tests/transcripts/status/*.md`, and cells that a spreadsheet would run.

use crate::harness::Folder;
use crate::transcript::hold;

#[test]
fn what_needs_a_human_is_told_in_exactly_these_words() {
    hold("status");
}

#[test]
fn a_cell_that_begins_like_a_formula_gets_an_apostrophe_and_a_negative_number_stays_one() {
    for (title, cell) in [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("＝1", "'＝1"),
        ("1=1", "1=1"),
    ] {
        let site = format!(
            "-- content/incidents/a.md --\n---\ntitle: \"{title}\"\noccurred: 2021-03-10\nawaiting: [{{report: final-report, within: 1 year}}]\n---\n"
        );
        let said = Folder::of(&site).run(&["status", "--format", "csv", "--as-of", "2022-03-20"]);
        let overdue = said.out.lines().nth(1).expect("a row");
        let expected = format!(
            "overdue,Target passed, not checked,2022-03-10,-10,incidents/a,final-report,Final report,{cell},Target: 10 March 2022. \
             No check is recorded: nobody has noted on which day they looked for it.,https://watch.example/incidents/a/#clock-final-report"
        );
        assert_eq!(overdue.replace('"', ""), expected);
    }
}

#[test]
fn fail_on_ends_with_1_only_where_there_is_such_an_entry() {
    let folder = Folder::of(
        "-- content/incidents/a.md --\n---\ntitle: A fire\noccurred: 2021-03-10\nsources: [{title: A paper}]\n---\n",
    );
    for (kinds, code) in [
        ("overdue", 0),
        ("stale,expired", 0),
        ("unchecked", 1),
        ("overdue,unchecked", 1),
        ("unchekced", 2),
    ] {
        assert_eq!(folder.run(&["status", "--fail-on", kinds]).code, code, "{kinds}");
    }
}

//! `overdue diff`: `tests/transcripts/diff/*.md`.

use crate::harness::{Folder, site};
use crate::transcript::hold;

#[test]
fn changes_are_told_in_exactly_these_words() {
    hold("diff");
}

const HOSTILE: &str = "\
-- overdue.yaml --
title: A <b>watch</b>
url: https://watch.example/
-- content/incidents/a.md --
---
title: \"<script>alert(1)</script> [x](javascript:y) *z* & `q`\"
occurred: 2021-03-10
---
";

#[test]
fn a_hostile_title_stays_text_in_both_forms() {
    let folder = Folder::of(HOSTILE);
    let html = folder.run(&["diff", "2021-03-09", "2021-03-10", "--format", "html"]).out;
    let expected = "<h1>A &lt;b&gt;watch&lt;/b&gt;: what changed from 9 March 2021 to 10 March 2021</h1>\n<h2>New on this site</h2>\n<ul>\n\
        <li><a href=\"https://watch.example/incidents/a/\">&lt;script&gt;alert(1)&lt;/script&gt; [x](javascript:y) *z* &amp; `q`</a> \
        (10 March 2021). Counted: the final report.</li>\n</ul>\n";
    assert_eq!(html, expected);
    let markdown = folder.run(&["diff", "2021-03-09", "2021-03-10"]).out;
    let expected = "# A \\<b\\>watch\\</b\\>: what changed from 9 March 2021 to 10 March 2021\n\n## New on this site\n\n\
        - [\\<script\\>alert(1)\\</script\\> \\[x\\](javascript:y) \\*z\\* \\& \\`q\\`](<https://watch.example/incidents/a/>) \
        (10 March 2021). Counted: the final report.\n";
    assert_eq!(markdown, expected);
}

const MILESTONES: &str = "\
-- overdue.yaml --
title: A watch
url: https://watch.example/
-- content/incidents/a.md --
---
title: A fire
occurred: 2021-01-01
awaiting:
  - report: final-report
    checked: 2026-11-20
commitments:
  - what: Fit sprinklers
    due: 2022-01-01
    made: 2021-02-01
    status_of: [{date: 2022-02-01, status: in progress}]
  - what: Publish the plans
    due: 2022-01-01
    made: 2021-02-01
    status_of: [{date: 2021-12-01, status: kept}, {date: 2022-06-01, status: stalled}]
  - what: Rebuild the hall
    due: 2022-01-01
    made: 2021-02-01
---
";

#[test]
fn feed_newsletter_agenda_and_calendar_have_the_same_milestones() {
    let folder = Folder::of(MILESTONES);
    let feed = site(MILESTONES).as_of("2026-11-22").words("feed.xml");
    let lengths = [
        ("2021-04-11", "100 days"),
        ("2022-01-01", "1 year"),
        ("2023-09-28", "1,000 days"),
        ("2024-01-01", "3 years"),
    ];
    for (day, length) in lengths {
        assert!(
            feed.contains(&format!("{length} without a final report (A fire)")),
            "{length}: {feed}"
        );
        let before: chrono::NaiveDate = day.parse().expect("a day");
        let before = before.pred_opt().expect("a day before").to_string();
        let told = folder.run(&["diff", &before, day]).out;
        assert!(
            told.contains(&format!("- {length} without a final report on ")),
            "{length}: {told}"
        );
        let agenda = site(MILESTONES).as_of(&before);
        let said = format!("it will be {length} without a final report, unless it appears before.");
        assert!(
            agenda.words("agenda/index.html").contains(&said),
            "{length}: {}",
            agenda.words("agenda/index.html")
        );
        assert!(
            agenda.text("agenda.ics").replace("\r\n ", "").contains(&said.replace(',', "\\,")),
            "{length}"
        );
    }
}

#[test]
fn a_promise_stands_alike_on_its_page_on_the_agenda_and_in_the_newsletter() {
    let compiled = site(MILESTONES).as_of("2026-11-22");
    let page = compiled.words("incidents/a/index.html");
    let (_, promises) = page.split_once("what is known of it.").expect("the promises");
    let of = |what: &str| {
        promises
            .split_once(what)
            .expect("a promise")
            .1
            .split(" not named ")
            .nth(1)
            .expect("its row")
            .to_owned()
    };
    assert!(of("Publish the plans").contains("days since it was made"), "{promises}");
    assert!(
        of("Publish the plans").contains("due date passed; still open on 1 June 2022"),
        "{promises}"
    );
    assert!(
        of("Fit sprinklers").contains("due date passed; still open on 1 February 2022"),
        "{promises}"
    );
    assert!(of("Rebuild the hall").contains("due date reached, not checked"), "{promises}");
    let agenda = compiled.words("agenda/index.html");
    for (what, label) in [
        ("Fit sprinklers", "Promised date passed"),
        ("Publish the plans", "Promised date passed"),
        ("Rebuild the hall", "Due date reached, not checked"),
    ] {
        assert!(agenda.contains(&format!("{what} {label}")), "{agenda}");
    }
    let told = Folder::of(MILESTONES).run(&["diff", "2021-12-31", "2022-01-02"]).out;
    assert!(
        told.contains("Rebuild the hall ([A fire](<https://watch.example/incidents/a/>)): promised for 1 January 2022; due date reached")
    );
    assert!(!told.contains("Publish the plans"), "it was kept by then: {told}");
}

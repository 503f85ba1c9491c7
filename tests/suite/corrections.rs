//! The list of every correction.

use crate::harness::site;

const SITE: &str = "\
-- content/incidents/fire.md --
---
title: A fire
occurred: 2021-03-10
corrections:
  - {date: 2021-05-02, was: 50 halls, now: 5 halls, why: A misprint}
  - {date: 2021-06-01, was: \"<b>Arson</b>\"}
---
-- content/pages/corrections.md --
---
title: How we correct
corrections: [{date: 2021-05-20, was: by post, now: by mail}]
---
";

fn main_of(page: &str) -> String {
    let (_, main) = page.split_once("<main").expect("a main part");
    crate::harness::words(&format!("<main{}", main.split_once("</main>").expect("its end").0))
}

#[test]
fn every_correction_is_in_one_list_newest_first() {
    let page = site(SITE).as_of("2026-11-22").text("corrections/index.html");
    assert_eq!(
        main_of(&page),
        "Docket Corrections Corrections Every mistake on this site that was put right: what it said, what it says now, and why. \
         How we correct 3 corrections Newest first \
         1 June 2021 A fire Was <b>Arson</b> \
         20 May 2021 How we correct Was by post Now by mail \
         2 May 2021 A fire Was 50 halls Now 5 halls Why A misprint"
    );
    assert!(
        page.contains("href=\"../incidents/fire/#corrections\""),
        "the way to the record's own list"
    );
    assert!(page.contains("href=\"../pages/corrections/\""), "the way to the policy");
}

#[test]
fn a_correction_of_a_later_day_is_not_made_yet() {
    let page = site(SITE).as_of("2021-05-10").text("corrections/index.html");
    assert!(main_of(&page).ends_with(
        "1 correction Newest first 2 May 2021 A fire Was 50 halls Now 5 halls Why A misprint"
    ));
    let page = site(SITE).as_of("2021-05-01").text("corrections/index.html");
    assert!(main_of(&page).ends_with("No record of this site has been corrected yet."));
}

#[test]
fn a_hundred_stand_on_a_page() {
    let many: Vec<String> =
        (0..101).map(|at| format!("{{date: 2021-05-02, was: mistake {at}}}")).collect();
    let compiled =
        site(&format!("-- content/incidents/a.md --\n---\ntitle: A fire\noccurred: 2021-03-10\ncorrections: [{}]\n---\n", many.join(", ")))
            .as_of("2026-11-22");
    assert_eq!(compiled.text("corrections/index.html").matches("<del>").count(), 100);
    assert!(
        main_of(&compiled.text("corrections/page/2/index.html"))
            .ends_with("Was mistake 100 Previous Page 2 of 2")
    );
}

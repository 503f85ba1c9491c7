//! The docket in other orders than the longest wait first.

use crate::harness::{Compiled, site};

const SITE: &str = "\
-- content/incidents/a.md --
---
title: beta
occurred: 2021-03-10
awaiting: [{report: final-report, due: 2022-09-01, checked: 2022-12-01}]
---
-- content/incidents/b.md --
---
title: Alpha
occurred: 2022-01-05
awaiting: [{report: final-report, due: 2022-05-01, checked: 2022-12-01}]
---
-- content/incidents/c.md --
---
title: Gamma
occurred: 2020-01-05
awaiting: [{report: final-report, checked: 2022-12-01}]
---
-- content/incidents/d.md --
---
title: Aardvark
occurred: 2022-06-01
awaiting: [{report: final-report, checked: 2022-06-02, recheck_every: 2 days}]
---
-- content/incidents/e.md --
---
title: Aaa
occurred: 2022-02-01
awaiting: [{report: final-report, closed: {on: 2022-03-01, why: it ended}}]
---
";

/// The titles of a page's rows, with a bar between its tables.
fn titles(compiled: &Compiled, path: &str) -> String {
    let page = compiled.text(path);
    let tables = page.split("<tbody>").skip(1).map(|table| {
        let rows =
            table.split("</tbody>").next().unwrap_or_default().split("<th scope=row>").skip(1);
        let titles = rows.filter_map(|row| Some(row.split_once("\">")?.1.split_once("</a>")?.0));
        titles.collect::<Vec<_>>().join(" ")
    });
    tables.collect::<Vec<_>>().join(" | ")
}

#[test]
fn clocks_without_a_number_and_settled_ones_stay_apart_in_every_order() {
    let compiled = site(SITE).as_of("2022-12-07");
    assert_eq!(titles(&compiled, "index.html"), "Gamma beta Alpha | Aardvark | Aaa");
    assert_eq!(titles(&compiled, "docket/newest/index.html"), "Alpha beta Gamma | Aardvark | Aaa");
    assert_eq!(titles(&compiled, "docket/title/index.html"), "Alpha beta Gamma | Aardvark | Aaa");
    assert_eq!(titles(&compiled, "docket/due/index.html"), "Alpha beta Gamma | Aardvark | Aaa");
}

#[test]
fn a_row_says_the_date_by_which_it_stands_where_it_stands() {
    let compiled = site(SITE).as_of("2022-12-07");
    assert!(
        compiled.words("docket/newest/index.html").contains("Alpha Final report 5 January 2022")
    );
    assert!(compiled.text("docket/due/index.html").contains(": 1 May 2022</small>"));
    assert!(!compiled.words("docket/title/index.html").contains("5 January 2022"));
}

#[test]
fn every_order_has_as_many_pages_as_the_docket() {
    let mut text = String::new();
    for number in 0..101 {
        text += &format!(
            "-- content/incidents/i{number}.md --\n---\ntitle: Incident {number}\noccurred: 2022-01-01\n---\n"
        );
    }
    let compiled = site(&text).as_of("2022-12-07");
    for order in ["newest", "title", "due"] {
        assert!(
            compiled.has(&format!("docket/{order}/page/2/index.html"))
                && !compiled.has(&format!("docket/{order}/page/3/index.html"))
        );
        let first = compiled.text(&format!("docket/{order}/index.html"));
        assert!(
            first.contains("href=\"../../docket/")
                && first.contains("on this page, which is one of 2"),
            "{order}"
        );
    }
}

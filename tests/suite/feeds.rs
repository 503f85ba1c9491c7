//! Feeds: what they announce, when, under which name, and that nothing breaks them.

use roxmltree::{Document, Node};
use serde_json::Value;

use crate::harness::{Compiled, Site, site};

const SITE: &str = "\
-- overdue.yaml --
title: A watch
url: https://watch.example/site/
description: Waits for reports.
timezone: Europe/Paris
publisher: {name: The editors, email: desk@watch.example, url: https://watch.example/}
-- content/organisations/operator.md --
---
title: The operator
role: operator
---
-- content/organisations/inspectors.md --
---
title: The inspectors
role: investigator
---
-- content/incidents/fire.md --
---
title: A fire
slug: the-fire
occurred: 2021-03-10
operators: operator
awaiting:
  - {id: report, report: final-report, from: operator, within: 12 months, checked: 2022-06-01}
  - {id: inquiry, report: final-report, from: inspectors, within: 1 month, force: hard}
corrections: [{date: 2021-05-02, was: 50 halls, now: 5 halls, why: A misprint}]
---
-- content/responses/inquiry.md --
---
title: What the inspectors found
kind: final-report
date: 2021-06-24
by: inspectors
incidents: fire
summary: It began in a cabinet.
---
-- content/articles/one-year.md --
---
title: One year
date: 2022-03-11 08:00
incidents: fire
summary: Nothing came.
---
";

/// The entries of an Atom feed: date, title, text.
fn entries(compiled: &Compiled, path: &str) -> Vec<[String; 3]> {
    let text = compiled.text(path);
    let document = Document::parse(&text).expect("well-formed XML");
    let entries = document.root_element().children().filter(|node| node.has_tag_name("entry"));
    entries.map(|entry| ["updated", "title", "summary"].map(|name| child(entry, name))).collect()
}

fn child(node: Node<'_, '_>, name: &str) -> String {
    let found = node
        .children()
        .find(|child| child.has_tag_name(name))
        .unwrap_or_else(|| panic!("no {name}"));
    found.text().unwrap_or_default().to_owned()
}

fn titles(compiled: &Compiled, path: &str) -> Vec<String> {
    entries(compiled, path).into_iter().map(|[.., title, _]| title).collect()
}

#[test]
fn the_feed_tells_reports_articles_corrections_and_what_is_known_to_have_passed() {
    let expected = [
        ["2022-03-11T08:00:00+01:00", "One year", "Nothing came."],
        [
            "2022-03-11T00:00:00+01:00",
            "Target date passed: Final report from The operator (A fire)",
            "Final report from The operator: the target date was 10 March 2022. None had been found by then.",
        ],
        [
            "2022-03-10T00:00:00+01:00",
            "1 year without a final report from The operator (A fire)",
            "1 year without a final report from The operator, as of 10 March 2022. None had been found by the end of that day.",
        ],
        [
            "2021-06-24T00:00:00+02:00",
            "Final report: What the inspectors found",
            "Published by The inspectors (24 June 2021). With it ended a wait of 106 days: Final report from The inspectors (A fire). \
             It began in a cabinet.",
        ],
        [
            "2021-06-18T00:00:00+02:00",
            "100 days without a final report from The inspectors (A fire)",
            "100 days without a final report from The inspectors, as of 18 June 2021. None had been found by the end of that day.",
        ],
        [
            "2021-06-18T00:00:00+02:00",
            "100 days without a final report from The operator (A fire)",
            "100 days without a final report from The operator, as of 18 June 2021. None had been found by the end of that day.",
        ],
        [
            "2021-05-02T00:00:00+02:00",
            "Correction: A fire",
            "It said: “50 halls”. It now says: “5 halls”. A misprint.",
        ],
        [
            "2021-04-11T00:00:00+02:00",
            "Legal limit passed: Final report from The inspectors (A fire)",
            "Final report from The inspectors: the legal limit was 10 April 2021. None had been found by then.",
        ],
    ];
    assert_eq!(
        entries(&site(SITE).as_of("2026-11-22"), "feed.xml"),
        expected.map(|entry| entry.map(str::to_owned))
    );
}

#[test]
fn an_atom_feed_is_written_in_full() {
    let text = site(SITE).as_of("2021-05-03").text("corrections.xml");
    assert_eq!(
        text.replace("><", ">\n<"),
        "<?xml version=\"1.0\"?>
<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\">
<title>A watch: corrections</title>
<id>https://watch.example/site/corrections.xml</id>
<updated>2021-05-02T00:00:00+02:00</updated>
<author>
<name>The editors</name>
<email>desk@watch.example</email>
<uri>https://watch.example/</uri>
</author>
<generator>Overdue</generator>
<link href=\"https://watch.example/site/corrections.xml\" rel=\"self\" type=\"application/atom+xml\"/>
<link href=\"https://watch.example/site/corrections/\" rel=\"alternate\" type=\"text/html\"/>
<entry>
<title>Correction: A fire</title>
<id>https://watch.example/site/feed.xml#incidents/fire/correction/2021-05-02/b9ad4f2156</id>
<updated>2021-05-02T00:00:00+02:00</updated>
<category term=\"correction\"/>
<link href=\"https://watch.example/site/incidents/the-fire/#corrections\" rel=\"alternate\" type=\"text/html\"/>
<published>2021-05-02T00:00:00+02:00</published>
<summary>It said: “50 halls”. It now says: “5 halls”. A misprint.</summary>
</entry>
</feed>
"
    );
}

#[test]
fn the_json_feed_holds_the_same_entries_under_the_same_names() {
    let compiled = site(SITE).as_of("2026-11-22");
    let atom = compiled.text("feed.xml");
    let document = Document::parse(&atom).expect("well-formed XML");
    let entries = document.root_element().children().filter(|node| node.has_tag_name("entry"));
    let link = |entry: Node<'_, '_>| {
        let link = entry.children().find(|child| child.has_tag_name("link")).expect("a link");
        link.attribute("href").expect("an address").to_owned()
    };
    let of_atom: Vec<[String; 5]> = entries
        .map(|entry| {
            [
                child(entry, "id"),
                child(entry, "title"),
                child(entry, "summary"),
                child(entry, "published"),
                link(entry),
            ]
        })
        .collect();
    let json: Value = serde_json::from_str(&compiled.text("feed.json")).expect("JSON");
    let items = json["items"].as_array().expect("items");
    let field = |item: &Value, name: &str| item[name].as_str().expect("text").to_owned();
    let of_json: Vec<[String; 5]> = items
        .iter()
        .map(|item| {
            ["id", "title", "content_text", "date_published", "url"].map(|name| field(item, name))
        })
        .collect();
    assert_eq!(of_json, of_atom);
    let heading = ["version", "title", "home_page_url", "feed_url", "language"]
        .map(|name| field(&json, name));
    assert_eq!(
        heading,
        [
            "https://jsonfeed.org/version/1.1",
            "A watch",
            "https://watch.example/site/",
            "https://watch.example/site/feed.json",
            "en"
        ]
    );
    assert_eq!(
        json["authors"],
        serde_json::json!([{"name": "The editors", "url": "https://watch.example/"}])
    );
}

#[test]
fn a_feed_of_a_record_holds_what_belongs_to_it() {
    let compiled = site(SITE).as_of("2026-11-22");
    let (all, inspectors) =
        (titles(&compiled, "feed.xml"), titles(&compiled, "organisations/inspectors/feed.xml"));
    assert_eq!(titles(&compiled, "incidents/the-fire/feed.xml"), all);
    assert_eq!(titles(&compiled, "organisations/operator/feed.xml"), all, "it runs what burnt");
    assert_eq!(
        inspectors,
        [
            "Final report: What the inspectors found",
            "100 days without a final report from The inspectors (A fire)",
            "Legal limit passed: Final report from The inspectors (A fire)",
        ]
    );
}

/// Every entry of a feed of a site on each of these days, and whether an entry is ever taken back
/// or told with another date.
fn over_time(site: &Site, days: &[&str]) -> Vec<Vec<(String, String)>> {
    let of_day = |day: &&str| {
        let text = site.as_of(day).text("feed.xml");
        let document = Document::parse(&text).expect("well-formed XML");
        let entries = document.root_element().children().filter(|node| node.has_tag_name("entry"));
        entries.map(|entry| (child(entry, "id"), child(entry, "updated"))).collect()
    };
    days.iter().map(of_day).collect()
}

#[test]
fn what_was_announced_stays_with_its_name_and_date_as_days_pass() {
    let site = site(SITE);
    let days = [
        "2021-03-10",
        "2021-04-11",
        "2021-06-17",
        "2021-06-18",
        "2021-06-30",
        "2022-03-10",
        "2022-03-11",
        "2022-03-12",
        "2030-01-01",
    ];
    let over_time = over_time(&site, &days);
    for pair in over_time.windows(2) {
        let lost: Vec<_> = pair[0].iter().filter(|entry| !pair[1].contains(entry)).collect();
        assert!(lost.is_empty(), "{lost:?}");
    }
    assert!(over_time[0].is_empty() && over_time[8].len() == 8, "{over_time:#?}");
}

#[test]
fn the_passing_of_days_alone_announces_nothing() {
    let waits = |checked: &str| {
        let text = format!(
            "-- content/incidents/a.md --\n---\ntitle: A fire\noccurred: 2021-03-10\nawaiting: \
             [{{report: final-report, due: 2021-06-30{checked}}}]\n---\n"
        );
        titles(&site(&text).as_of("2026-11-22"), "feed.xml")
    };
    let hundred = "100 days without a final report (A fire)";
    let passed = "Target date passed: Final report (A fire)";
    assert_eq!(waits(""), [""; 0], "nobody has looked");
    assert_eq!(waits(", checked: 2021-06-17"), [""; 0], "the day before");
    assert_eq!(waits(", checked: 2021-06-18"), [hundred]);
    assert_eq!(waits(", checked: 2021-06-30"), [hundred], "on the last day it may still have come");
    assert_eq!(waits(", checked: 2021-07-01"), [passed, hundred]);
    assert_eq!(
        waits(", checked: 2021-07-01, closed: {on: 2021-06-25, why: Given up}"),
        [hundred],
        "closed before its limit"
    );
}

#[test]
fn a_report_that_may_have_come_in_time_leaves_no_milestone() {
    let with = |date: &str| {
        let text = format!(
            "-- content/incidents/a.md --\n---\ntitle: A fire\noccurred: 2021-03-10\nawaiting: [{{report: final-report, due: 2021-06-30}}]\n---\n\
             -- content/responses/b.md --\n---\ntitle: B\nkind: final-report\nincidents: a\ndate: {date}\n---\n"
        );
        titles(&site(&text).as_of("2026-11-22"), "feed.xml")
    };
    assert_eq!(with("2021-06-18"), ["Final report: B"]);
    assert_eq!(with("2021-06"), ["Final report: B"]);
    assert_eq!(with("2021-06-19"), ["Final report: B", "100 days without a final report (A fire)"]);
    assert_eq!(
        with("2021-07-01"),
        [
            "Target date passed: Final report (A fire)",
            "Final report: B",
            "100 days without a final report (A fire)"
        ]
    );
}

#[test]
fn nothing_in_a_title_breaks_a_feed() {
    let title = "]]> & <!DOCTYPE x [<!ENTITY a \\\"b\\\">]> &a; {{ 7*7 }} \\uFFFE\\uFFFF\\u0085</title><script>";
    let text = format!(
        "-- content/incidents/a.md --\n---\ntitle: \"{title}\"\noccurred: 2021-03-10\n---\n\
         -- content/responses/b.md --\n---\ntitle: \"{title}\"\nkind: order\nincidents: a\ndate: 2021-04-01\nsummary: \"{title}\"\n---\n"
    );
    let compiled = site(&text).as_of("2026-11-22");
    let plain = "]]> & <!DOCTYPE x [<!ENTITY a \"b\">]> &a; {{ 7*7 }} </title><script>";
    assert_eq!(titles(&compiled, "feed.xml"), [format!("Order: {plain}")]);
    assert_eq!(titles(&compiled, "incidents/a/feed.xml"), [format!("Order: {plain}")]);
    assert!(!compiled.text("feed.xml").contains("<!"), "a declaration");
    let json: Value = serde_json::from_str(&compiled.text("feed.json")).expect("JSON");
    assert_eq!(json["items"].as_array().map(Vec::len), Some(1));
}

#[test]
fn an_entry_is_updated_when_what_it_tells_of_was_changed() {
    let text = "-- content/incidents/a.md --\n---\ntitle: A fire\noccurred: 2021-03-10\n---\n\
         -- content/responses/b.md --\n---\ntitle: A report\nkind: order\nincidents: a\n\
         date: 2021-04-01\nupdated: 2021-05-02\ncorrections:\n  - {date: 2021-06-03, was: no}\n---\n\
         -- content/articles/c.md --\n---\ntitle: News\ndate: 2021-04-02 10:00\nupdated: 2021-04-02\n---\n";
    let compiled = site(text).as_of("2026-11-22");
    let atom = compiled.text("feed.xml");
    let document = Document::parse(&atom).expect("well-formed XML");
    let entries = document.root_element().children().filter(|node| node.has_tag_name("entry"));
    let dated: Vec<[String; 2]> =
        entries.map(|entry| ["published", "updated"].map(|name| child(entry, name))).collect();
    let same = |at: &str| [at.to_owned(), at.to_owned()];
    assert_eq!(
        dated,
        [
            same("2021-06-03T00:00:00+00:00"),
            same("2021-04-02T10:00:00+00:00"),
            ["2021-04-01T00:00:00+00:00", "2021-06-03T00:00:00+00:00"].map(str::to_owned),
        ]
    );
    assert_eq!(child(document.root_element(), "updated"), "2021-06-03T00:00:00+00:00");
    let json: Value = serde_json::from_str(&compiled.text("feed.json")).expect("JSON");
    assert_eq!(json["items"][2]["date_modified"], "2021-06-03T00:00:00+00:00");
}

#[test]
fn a_feed_without_entries_is_a_feed() {
    let compiled =
        site("-- content/incidents/a.md --\n---\ntitle: A fire\noccurred: 2021-03-10\n---\n")
            .as_of("2026-11-22");
    for path in ["feed.xml", "corrections.xml", "incidents/a/feed.xml"] {
        let text = compiled.text(path);
        let document = Document::parse(&text).expect("well-formed XML");
        assert_eq!(child(document.root_element(), "updated"), "2026-11-22T00:00:00+00:00");
    }
}

#[test]
fn feeds_are_named_in_pages_and_can_be_turned_off() {
    let on = site(SITE).as_of("2026-11-22");
    let links = |compiled: &Compiled, path: &str| {
        let page = compiled.text(path);
        let lines = page
            .lines()
            .filter(|line| ["atom+xml", "feed+json"].iter().any(|kind| line.contains(kind)));
        lines.map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(
        links(&on, "incidents/the-fire/index.html"),
        [
            "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"A watch: A fire\" href=\"../../incidents/the-fire/feed.xml\">",
            "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"A watch\" href=\"../../feed.xml\">",
            "<link rel=\"alternate\" type=\"application/feed+json\" title=\"A watch\" href=\"../../feed.json\">",
        ]
    );
    let off = site(&SITE.replace(
        "timezone: Europe/Paris\npub",
        "timezone: Europe/Paris\noutputs: {feeds: false}\npub",
    ))
    .as_of("2026-11-22");
    assert_eq!(links(&off, "index.html"), [""; 0]);
    assert!(off.files.keys().all(|path| !path.contains("feed.") && path != "corrections.xml"));
}

//! What a page shows of what was written: small care that a reader does not notice unless it is
//! missing.

use crate::harness::site;

/// An incident whose prose is `text`, with the sources `a` and `b`, as its page shows the prose.
fn prose(text: &str) -> String {
    let head = "title: A fire\noccurred: 2021-03-10\nsources:\n  - {id: a, title: A}\n  - {id: b, title: B}";
    let compiled = site(&format!("-- content/incidents/x.md --\n---\n{head}\n---\n{text}"))
        .as_of("2022-12-07");
    assert_eq!(compiled.complaints(), "");
    let page = compiled.text("incidents/x/index.html");
    let (_, after) = page.split_once("<div class=\"prose\">").expect("prose");
    after.split_once("</div>").expect("its end").0.trim().to_owned()
}

#[test]
fn the_number_of_a_source_stands_at_the_word_before_it_whatever_space_was_written() {
    let number = |n: u8| {
        format!(
            "\u{2060}<sup><a class=\"ref\" href=\"#source-{n}\" role=\"doc-biblioref\">{n}</a></sup>"
        )
    };
    let (one, two) = (number(1), number(2));
    for (text, expected) in [
        ("A fire [@a].", format!("<p>A fire{one}.</p>")),
        ("A fire[@a] here.", format!("<p>A fire{one} here.</p>")),
        ("A fire\n[@a].\nMore.", format!("<p>A fire{one}.\nMore.</p>")),
        ("A *fire* \u{a0}[@a].", format!("<p>A <em>fire</em>{one}.</p>")),
        ("Twice [@a] [@b].", format!("<p>Twice{one}\u{202f}{two}.</p>")),
        ("Twice[@a][@b].", format!("<p>Twice{one}\u{202f}{two}.</p>")),
        ("Twice [@a], and [@b].", format!("<p>Twice{one}, and{two}.</p>")),
        ("[@a] says so.", format!("<p>{one} says so.</p>")),
        ("# [@a] above", format!("<h2 id=\"s-above\">{one} above</h2>")),
        ("Un incendie [@a] ; puis", format!("<p>Un incendie{one} ; puis</p>")),
    ] {
        assert_eq!(prose(text), expected, "{text}");
    }
}

#[test]
fn an_empty_agenda_says_what_it_would_list_and_up_to_when_nothing_comes() {
    let incident = "-- content/incidents/x.md --\n---\ntitle: A fire\noccurred: 2021-03-10\nsources: [{title: A}]\n";
    let agenda = |more: &str| {
        site(&format!("{incident}{more}---\n")).as_of("2022-12-07").words("agenda/index.html")
    };
    let closed = "awaiting: [{report: final-report, closed: {on: 2021-05-01, why: Nobody asks}}]\n";
    let due = "No limit, target or promise that is counted here falls due up to 8 December 2023.";
    let empty = agenda(closed);
    for words in ["Nothing is listed. This page names limits, targets and promises", due] {
        assert!(empty.contains(words), "{words}\n\n{empty}");
    }
    let promised = agenda(&format!(
        "{closed}commitments: [{{what: To mend it, made: 2021-04-01, due: 2023-12-08}}]\n"
    ));
    assert!(!promised.contains("falls due up to"), "{promised}");
    let unchecked = agenda("awaiting: [{report: final-report}]\n");
    assert!(unchecked.contains(due), "{unchecked}");
    assert!(unchecked.contains("Nothing is listed"), "that asks the desk: {unchecked}");
}

#[test]
fn a_recommendation_stands_at_its_number_in_the_report_and_one_with_a_name_at_its_place() {
    let named =
        ["3", "R3", "2.1", "A-23-12", "3a", "Rec 7", "staged-rollout", "nats-12", "testing"];
    let list: String =
        named.iter().map(|id| format!("  - {{id: {id:?}, text: Do it.}}\n")).collect();
    let head = format!(
        "title: A report\nkind: final-report\ndate: 2021-05-01\nurl: https://a.example/\nrecommendations:\n{list}"
    );
    let incident = "-- content/incidents/a.md --\n---\ntitle: A fire\noccurred: 2021-03-10\n---\n";
    let page =
        site(&format!("{incident}-- content/responses/x.md --\n---\n{head}incidents: a\n---\n"))
            .as_of("2022-12-07")
            .text("responses/x/index.html");
    let (_, table) = page.split_once("id=\"recommendations\"").expect("the table");
    let shown: Vec<&str> = table
        .split("<th scope=\"row\">")
        .skip(1)
        .filter_map(|row| Some(row.split_once('<')?.0))
        .collect();
    assert_eq!(shown, ["3", "R3", "2.1", "A-23-12", "3a", "Rec 7", "7", "8", "9"]);
}

#[test]
fn where_somebody_looked_is_named_once_for_each_host_and_every_page_stays_in_the_account() {
    let places = "https://a.example/one, 'https://www.a.example/two', https://b.example/, in the library, in the library";
    let clock = format!(
        "awaiting: [{{report: final-report, checked: 2022-12-01, checked_where: [{places}]}}]"
    );
    let text = format!(
        "-- content/incidents/x.md --\n---\ntitle: A fire\noccurred: 2021-03-10\n{clock}\n---\n"
    );
    let compiled = site(&text).as_of("2022-12-07");
    let words = compiled.words("incidents/x/index.html");
    assert!(
        words.contains("Looked at: a.example (2 pages), b.example and in the library."),
        "{words}"
    );
    let page = compiled.text("incidents/x/index.html");
    assert!(
        page.contains("href=\"https://a.example/one\"")
            && page.contains("href=\"https://www.a.example/two\""),
        "{page}"
    );
}

/// A site with two of each kind of record, tags, countries, sectors and authors.
const LISTS: &str = "-- content/incidents/fire.md --
---
title: A fire
occurred: 2021-03-10
timezone: Europe/Paris
operators: cable
country: FR
sector: Data centres
tags: [Water, Éclair]
authors: Ana Lima
awaiting: [{report: final-report, from: cable, checked: 2021-04-01}]
---
-- content/incidents/flood.md --
---
title: A flood
occurred: 2021-03-11
country: US
sector: Rail
tags: Water
---
-- content/responses/order.md --
---
title: An order
kind: order
date: 2021-03-20
by: ärea
incidents: fire
---
-- content/responses/filing.md --
---
title: A filing
kind: early-warning
incidents: fire
delivered: 2021-03-12
by: cable
---
-- content/articles/news.md --
---
title: News
date: 2021-03-21
authors: [Ana Lima, Bo Yu]
---
-- content/organisations/cable.md --
---
title: Cable
role: operator
---
-- content/organisations/ärea.md --
---
title: Ärea
---
";

#[test]
fn everything_of_a_kind_has_a_list_and_so_have_all_tags_countries_sectors_and_authors() {
    let compiled = site(LISTS).as_of("2021-04-10");
    assert_eq!(compiled.complaints(), "");
    let titles = |path: &str| -> Vec<String> {
        let page: serde_json::Value =
            serde_json::from_str(&compiled.text(&format!("{path}index.json"))).expect("JSON");
        let items = page["view"]["items"].as_array().expect("items").iter();
        items
            .map(|item| {
                let said = |value: &serde_json::Value| value.as_str().unwrap_or("").to_owned();
                let told = [&item["link"]["title"], &item["document"], &item["note"]].map(said);
                told.join(" | ")
            })
            .collect()
    };
    let found: Vec<String> =
        ["responses/", "organisations/", "tags/", "countries/", "sectors/", "authors/"]
            .map(|path| format!("{path}: {}", titles(path).join("; ")))
            .into();
    assert_eq!(
        found,
        [
            "responses/: An order | Order | ; A filing | Early warning | delivered 2 days after the incident",
            "organisations/: Ärea |  | Other; Cable | 1 document awaited | Operator",
            "tags/: Éclair |  | 1 record; Water |  | 2 records",
            "countries/: France |  | 1 record; United States |  | 1 record",
            "sectors/: Data centres |  | 1 record; Rail |  | 1 record",
            "authors/: Ana Lima |  | 2 records; Bo Yu |  | 1 record",
        ]
    );
    let author = compiled.text("authors/ana-lima/index.html");
    assert!(author.contains("href=\"../../articles/news/\"") && author.contains("A fire"));
    let page = compiled.text("articles/news/index.html");
    assert!(page.contains("href=\"../../authors/\""), "the foot leads to every list");
}

#[test]
fn titles_stand_in_order_whatever_their_capitals_and_accents() {
    let tags = ["BB gun", "Élan", "Taser", "Zebra", "air pistol", "gun", "ox"];
    let listed = tags.map(|tag| format!("\"{tag}\"")).join(", ");
    let text = format!(
        "-- content/incidents/a.md --\n---\ntitle: A fire\noccurred: 2021-03-10\ntags: [{listed}]\n---\n\
         -- content/organisations/a.md --\n---\ntitle: Énergie\n---\n\
         -- content/organisations/b.md --\n---\ntitle: enerco\n---\n\
         -- content/organisations/c.md --\n---\ntitle: Exa\n---\n"
    );
    let compiled = site(&text).as_of("2022-12-07");
    let order = |path: &str, names: &[&str]| {
        let page = compiled.text(path);
        let main = &page[page.find("<main").expect("a main part")..];
        let at = |name: &&str| {
            main.find(&format!(">{name}<")).unwrap_or_else(|| panic!("{name}: {main}"))
        };
        names.iter().map(at).collect::<Vec<_>>()
    };
    let tags = ["air pistol", "BB gun", "Élan", "gun", "ox", "Taser", "Zebra"];
    assert!(order("search/index.html", &tags).is_sorted());
    assert!(order("organisations/index.html", &["enerco", "Énergie", "Exa"]).is_sorted());
}

#[test]
fn the_foot_leads_to_the_lists_that_have_something() {
    let text = "-- content/incidents/a.md --\n---\ntitle: A fire\noccurred: 2021-03-10\n---\n";
    let page = site(text).as_of("2022-12-07").text("index.html");
    let foot = &page[page.find("<footer").expect("a foot")..];
    assert!(
        foot.contains("incidents/\"")
            && !foot.contains("organisations/\"")
            && !foot.contains("responses/\""),
        "{foot}"
    );
}

#[test]
fn a_page_without_a_summary_describes_itself_by_its_statement_or_its_first_sentences() {
    let text = "-- content/incidents/a.md --\n---\ntitle: A fire\noccurred: 2021-03-10\nawaiting: [{report: final-report, checked: 2022-12-07}]\n---\nProse.\n\
                -- content/articles/b.md --\n---\ntitle: Two letters\ndate: 2022-11-01\n---\n\
                ## A heading\n\nThe *ministry* has answered the first of [our letters](/incidents/a/).[^1] It took {{ days(\"a\") }}.\n\n| a | b |\n|---|---|\n| c | d |\n\n[^1]: A footnote.\n\
                -- content/articles/c.md --\n---\ntitle: Nothing\ndate: 2022-11-01\n---\n";
    let compiled = site(text).as_of("2022-12-07");
    let meta = |path: &str, name: &str| {
        let page = compiled.text(path);
        let (_, after) = page.split_once(&format!("{name}\" content=\"")).expect("a description");
        after.split_once('"').expect("its end").0.to_owned()
    };
    for name in ["name=\"description", "property=\"og:description"] {
        assert_eq!(
            meta("incidents/a/index.html", name),
            "637 days without a final report on “A fire”, as of 7 December 2022."
        );
        assert_eq!(
            meta("articles/b/index.html", name),
            "The ministry has answered the first of our letters. It took 637 days."
        );
        assert_eq!(meta("articles/c/index.html", name), "Nothing");
    }
    for feed in ["feed.xml", "feed.json"] {
        assert!(
            compiled.text(feed).contains("answered the first of our letters. It took 637 days.")
        );
    }
    // No two pages say the same of themselves.
    let mut seen = std::collections::BTreeMap::new();
    for path in compiled
        .files
        .keys()
        .filter(|path| path.ends_with("index.html") && !path.starts_with("embed/"))
    {
        if let Some(other) = seen.insert(meta(path, "name=\"description"), path) {
            panic!("{path} and {other} have one description");
        }
    }
}

#[test]
fn each_response_in_a_list_names_what_it_answers_and_who_published_it() {
    let text = "-- content/organisations/o.md --\n---\ntitle: The ministry\n---\n\
                -- content/incidents/a.md --\n---\ntitle: Request 1\noccurred: 2021-03-10\n---\n\
                -- content/incidents/b.md --\n---\ntitle: Request 2\noccurred: 2021-03-10\n---\n\
                -- content/responses/r.md --\n---\ntitle: Full grant\nkind: final-report\ndate: 2022-01-01\nby: o\nincidents: [a, b]\n---\n";
    let compiled = site(text).as_of("2022-12-07");
    for (path, root) in [("index.html", "./"), ("responses/index.html", "../")] {
        let page = compiled.text(path);
        let (_, row) = page.split_once(">Full grant</a>").expect("the response");
        let row = row.split_once("</li>").expect("its end").0;
        for link in [
            format!("<a href=\"{root}incidents/a/\">Request 1</a>"),
            format!("<a href=\"{root}incidents/b/\">Request 2</a>"),
            format!("<a href=\"{root}organisations/o/\">The ministry</a>"),
        ] {
            assert!(row.contains(&link), "{link}: {row}");
        }
    }
}

#[test]
fn the_home_page_of_a_site_that_awaits_nothing_counts_its_promises() {
    let text = "-- content/organisations/o.md --\n---\ntitle: The president\n---\n\
                -- content/incidents/a.md --\n---\ntitle: The campaign\noccurred: 2016-11-08\nawaiting: none\n\
                commitments:\n  - {by: o, made: 2016-10-01, what: Build a dam, due: 2020-01-01, status_of: [{date: 2019-01-01, status: kept}]}\n  \
                - {by: o, made: 2016-10-01, what: Plant trees, status_of: [{date: 2018-01-01, status: stalled}]}\n  - {by: o, made: 2016-10-01, what: Publish taxes}\n---\n";
    let compiled = site(text).as_of("2022-12-07");
    let home = compiled.words("index.html");
    for said in [
        "3 promises: 1 not yet rated, 1 stalled, 1 kept.",
        "Build a dam The campaign The president",
        "Plant trees",
        "Publish taxes",
    ] {
        assert!(home.contains(said), "{said}: {home}");
    }
    // Where documents are awaited, they are what the site counts.
    let both = format!(
        "{text}-- content/incidents/b.md --\n---\ntitle: A fire\noccurred: 2021-03-10\n---\n"
    );
    assert!(!site(&both).as_of("2022-12-07").words("index.html").contains("3 promises"));
}

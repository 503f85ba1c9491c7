//! The interface in each language: which messages there are, and what a reader sees.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::harness::{repository, site};

fn messages(language: &str) -> BTreeSet<String> {
    let text = sources(&repository().join(format!("themes/ledger/words/{language}")), &["ftl"]);
    let mut found = BTreeSet::new();
    let mut message = String::new();
    for line in text.lines() {
        let Some((name, _)) = line.split_once(" =") else { continue };
        if let Some(attribute) = name.strip_prefix("    .") {
            found.insert(format!("{message}.{attribute}"));
        } else if name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') {
            name.clone_into(&mut message);
            found.insert(message.clone());
        }
    }
    found
}

fn sources(folder: &Path, endings: &[&str]) -> String {
    let mut all = String::new();
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
        let path = entry.expect("an entry").into_path();
        if path.extension().is_some_and(|ending| endings.iter().any(|own| ending == *own)) {
            all.push_str(&fs::read_to_string(&path).expect("text"));
        }
    }
    all
}

/// Names that are put together where they are used, with what they begin with.
const COMPOSED: [&str; 14] = [
    "document-",
    "role-",
    "status-",
    "month-",
    "weekday-",
    "trigger-",
    "agenda-",
    "group-",
    "ranking-",
    "sort-",
    "sector-",
    "period-",
    "left-out-",
    "another-document",
];

#[test]
fn every_message_is_used_and_every_one_that_is_used_exists() {
    let used = sources(&repository().join("src"), &["rs"])
        + &sources(&repository().join("themes/ledger/templates"), &["html"]);
    let english = messages("en");
    let is_used = |key: &str| {
        used.contains(&format!("\"{key}\""))
            || COMPOSED.iter().any(|prefix| key.starts_with(prefix))
    };
    let unused: Vec<&String> = english.iter().filter(|key| !is_used(key)).collect();
    assert!(unused.is_empty(), "nobody says {unused:?}");
    let mut missing = BTreeSet::new();
    for begin in [
        "words[\"",
        "say(key=\"",
        ".text(\"",
        "say!(words, \"",
        "say!(self, \"",
        "say!(self.words(), \"",
    ] {
        for part in used.split(begin).skip(1) {
            let Some((key, rest)) = part.split_once('"') else { continue };
            if !rest.trim_start().starts_with('~') && !english.contains(key) && !key.is_empty() {
                missing.insert(key.to_owned());
            }
        }
    }
    // Other functions are named `text` as well; a message has a hyphen or is a single word of the
    // list.
    missing.retain(|key| key.contains('-') && !key.contains([' ', '/', '.', '{']));
    assert!(missing.is_empty(), "there are no messages {missing:?}");
}

#[test]
fn the_words_of_the_program_are_complete_in_every_language() {
    let compiled =
        site("-- content/pages/about.md --\n---\ntitle: About\n---\n").as_of("2022-12-07");
    assert_eq!(compiled.complaints(), "");
}

#[test]
fn no_message_of_the_program_stands_twice_in_a_language() {
    for language in ["en", "fr", "ko"] {
        let text = sources(&repository().join(format!("themes/ledger/words/{language}")), &["ftl"]);
        let named = text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
        let mut names: Vec<&str> =
            named.filter_map(|line| Some(line.split_once(" =")?.0)).collect();
        let count = names.len();
        assert!(count > 500, "{language} has {count} messages");
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count, "{language}");
    }
}

#[test]
fn the_words_of_a_theme_may_be_in_several_files_that_refer_to_each_other() {
    let compiled = site(
        "\
-- overdue.yaml --
title: Test
url: https://watch.example/
theme: mine
-- themes/mine/words/en.ftl --
search = Look
agenda = Calendar
-- themes/mine/words/en/menu.ftl --
agenda = { -diary } of the house
-- themes/mine/words/en/names.ftl --
-diary = Diary
-- content/pages/about.md --
---
title: About
---
",
    )
    .as_of("2022-12-07");
    assert_eq!(compiled.complaints(), "");
    let home = compiled.words("index.html");
    assert!(home.contains("Diary of the house") && home.contains("Look"), "{home}");
}

/// A site with one incident in each standing and freshness, in one language.
fn standings(language: &str) -> String {
    let incident = |id: &str, lines: &str| {
        format!(
            "-- content/incidents/{id}.md --\n---\ntitle: {id}\noccurred: 2021-03-10 00:47\ntimezone: Europe/Paris\n{lines}\n---\n"
        )
    };
    let mut text = format!(
        "-- overdue.yaml --\ntitle: Test\nurl: https://watch.example/\nlanguage: {language}\n\
         -- content/organisations/ovh.md --\n---\ntitle: OVHcloud\nrole: operator\n---\n\
         -- content/responses/r.md --\n---\ntitle: R\nkind: final-report\ndate: 2021-05-01\nby: ovh\nincidents: published\n\
         corrections: [{{date: 2022-01-05, was: W, now: N, why: Y}}]\n---\n"
    );
    let clock = |more: &str| format!("awaiting:\n  - {{report: final-report, from: ovh{more}}}");
    for (id, more) in [
        ("unchecked", ""),
        ("fresh", ", checked: 2022-12-01"),
        ("stale", ", checked: 2022-10-01"),
        ("expired", ", checked: 2022-01-01"),
        ("overdue", ", checked: 2022-12-01, within: 12 months, force: hard"),
        ("target", ", checked: 2022-12-01, within: 12 months, force: soft"),
        ("closed", ", closed: {on: 2022-12-01, why: X}"),
        ("published", ""),
    ] {
        text.push_str(&incident(id, &clock(more)));
    }
    text
}

/// The words that the search and the filters take from a page.
fn attributes(page: &str) -> Vec<String> {
    let tags = page.split('<').filter(|tag| {
        tag.starts_with("div class=\"filter\"") || tag.starts_with("div id=\"search\"")
    });
    let words =
        tags.flat_map(|tag| tag.split("\" ")).filter_map(|attribute| attribute.split_once("=\""));
    let words =
        words.filter(|(name, _)| !name.ends_with("data-index") && !name.ends_with("data-root"));
    words
        .filter(|(name, _)| name.trim_start().starts_with("data-"))
        .map(|(name, text)| format!("{}: {}", name.trim(), text.trim_end_matches("\">")))
        .collect()
}

#[test]
fn pages_in_each_standing_read_as_they_are_written_down() {
    let update = std::env::var_os("UPDATE").is_some();
    for language in ["en", "fr", "ko"] {
        let compiled = site(&standings(language)).as_of("2022-12-07");
        let mut said = String::new();
        for id in
            ["unchecked", "fresh", "stale", "expired", "overdue", "target", "closed", "published"]
        {
            let page = compiled.text(&format!("incidents/{id}/index.html"));
            assert!(page.contains(&format!("<html lang=\"{language}\" dir=\"ltr\">")), "{id}");
            said.push_str(&format!(
                "{id}\n{}\n\n",
                compiled.words(&format!("incidents/{id}/index.html"))
            ));
            for text in [format!("badges/{id}/final-report.json"), format!("oembed/{id}.json")] {
                let shared: serde_json::Value =
                    serde_json::from_str(&compiled.text(&text)).expect("JSON");
                let texts: Vec<&str> = ["label", "message", "title"]
                    .iter()
                    .filter_map(|key| shared[key].as_str())
                    .collect();
                said.push_str(&format!("{}\n\n", texts.join(" | ")));
            }
        }
        for path in [
            "embed/fresh/final-report/",
            "docket/newest/",
            "docket/due/",
            "corrections/",
            "search/",
        ] {
            let file = format!("{path}index.html");
            let page = compiled.text(&file);
            assert!(page.contains(&format!("<html lang=\"{language}\" dir=\"ltr\">")), "{path}");
            said.push_str(&format!(
                "{path}\n{}\n{}\n\n",
                compiled.words(&file),
                attributes(&page).join("\n")
            ));
        }
        said.push_str(&format!("feed.xml\n{}\n", compiled.words("feed.xml")));
        let path = repository().join(format!("tests/transcripts/words/{language}.txt"));
        if update {
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(&path, said).expect("the file rewritten");
        } else {
            assert_eq!(said, fs::read_to_string(&path).expect("a transcript"), "{language}");
        }
    }
}

#[test]
fn a_site_in_several_languages_has_its_lists_in_each_of_them() {
    let text = "\
-- overdue.yaml --
title: Test
url: https://watch.example/
language: en
languages: [en, fr, ko]
-- content/incidents/a.md --
---
title: A fire
occurred: 2021-03-10
country: FR
awaiting: [{report: final-report}]
---
-- content/incidents/a.fr.md --
---
title: Un incendie
---
Il y a {{ days(\"a\") }}.
-- content/incidents/b.md --
---
title: Another fire
occurred: 2022-12-06
awaiting: [{report: final-report}]
---
";
    let compiled = site(text).as_of("2022-12-07");
    assert_eq!(compiled.complaints(), "");
    let home = compiled.text("fr/index.html");
    assert!(home.contains("<html lang=\"fr\" dir=\"ltr\">"), "{home}");
    assert!(
        home.contains("<a href=\"../fr/incidents/a/#clock-final-report\">Un incendie</a>"),
        "{home}"
    );
    let original = "<a href=\"../incidents/b/#clock-final-report\" lang=\"en\" dir=\"ltr\" hreflang=\"en\">Another fire</a>";
    assert!(home.contains(original), "{home}");
    for (language, path) in [("en", ""), ("fr", "fr/"), ("ko", "ko/")] {
        assert!(
            home.contains(&format!(
                "hreflang=\"{language}\" href=\"https://watch.example/{path}\""
            )),
            "{language}"
        );
    }
    assert!(home.contains("hreflang=\"x-default\" href=\"https://watch.example/\""), "{home}");
    for path in [
        "ko/incidents/index.html",
        "fr/countries/fr/index.html",
        "fr/agenda/index.html",
        "ko/statistics/index.html",
    ] {
        assert!(compiled.has(path), "{path}");
    }
    assert!(!compiled.has("ko/incidents/a/index.html"));
    for (path, links) in [
        ("fr/docket/newest/", ["docket/title/", "docket/due/", "agenda/"]),
        ("fr/search/", ["incidents/", "articles/", "countries/fr/"]),
        ("fr/corrections/", ["search/", "statistics/", "agenda/"]),
    ] {
        let page = compiled.text(&format!("{path}index.html"));
        let root = "../".repeat(path.matches('/').count());
        for link in links {
            assert!(
                page.contains(&format!("href=\"{root}fr/{link}\"")),
                "{path} leads to {link} in its own language"
            );
            assert!(
                !page.contains(&format!("href=\"{root}{link}\"")),
                "{path} leads to no other {link}"
            );
        }
    }
    // What there is once for each clock is in the site's own language, and what is copied from a
    // page in the page's.
    assert!(
        compiled.text("embed/a/final-report/index.html").contains("<html lang=\"en\" dir=\"ltr\">")
    );
    let page = compiled.words("fr/incidents/a/index.html");
    assert!(
        page.contains("<p>Un incendie : 637 jours depuis l’incident, au 7 décembre 2022. Aucun rapport final ne figure sur Test, et personne n’y a noté de recherche.</p>")
    );
    assert!(page.contains("<a href=\"https://watch.example/fr/incidents/a/\">Test</a>"));
    assert!(compiled.words("fr/incidents/a/index.html").contains("Il y a 637 jours"));
}

/// The text between the first `begin` after `from` and the next `end`.
fn between<'p>(page: &'p str, from: &str, begin: &str, end: &str) -> &'p str {
    let rest = page.split_once(from).unwrap_or_else(|| panic!("{from} in {page}")).1;
    rest.split_once(begin).and_then(|(_, rest)| rest.split_once(end)).expect("an end").0
}

#[test]
fn what_an_author_names_once_has_its_name_in_each_language() {
    let text = "\
-- overdue.yaml --
title: Test
url: https://watch.example/
description: A sentence of the author.
languages: [en, fr]
navigation:
  - {title: Method, to: pages/method}
  - {title: Find, to: search}
  - {title: Terms, to: pages/terms}
  - {title: Elsewhere, to: https://other.example/}
-- content/pages/method.md --
---
title: How we count
---
| A | B |
| --- | --- |
| 1 | 2 |
-- content/pages/method.fr.md --
---
title: Notre méthode
---
| A | B |
| --- | --- |
| 1 | 2 |
-- content/pages/terms.md --
---
title: Terms
---
-- content/pages/terms.fr.md --
---
title: Les conditions dans lesquelles ce site est publié
---
-- content/incidents/a.md --
---
title: In America
occurred: 2021-03-10
country: US
---
-- content/incidents/b.md --
---
title: In France
occurred: 2021-03-10
country: FR
---
-- content/incidents/c.md --
---
title: In Britain
occurred: 2021-03-10
country: GB
---
";
    let compiled = site(text).as_of("2022-12-07");
    assert_eq!(compiled.complaints(), "");
    let menu = |path: &str| {
        let page = compiled.text(path);
        let entries =
            page.split("<li><a href=\"").skip(1).filter_map(|entry| entry.split_once("</a>"));
        let own = ["pages/method/", "search/", "pages/terms/", "https://other.example/"];
        let found = entries.filter(|(entry, _)| {
            own.iter().any(|path| entry.split('"').next().is_some_and(|to| to.ends_with(path)))
        });
        found
            .map(|(entry, _)| entry.rsplit('>').next().unwrap_or_default().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(menu("index.html"), ["Search", "Method", "Find", "Terms", "Elsewhere"]);
    // A long title would break the line of the menu, and another site has no name here but the
    // author's.
    assert_eq!(
        menu("fr/index.html"),
        ["Recherche", "Notre méthode", "Recherche", "Terms", "Elsewhere"]
    );
    for (path, title, description, heading) in [
        ("index.html", "Test", "A sentence of the author.", "Test: A sentence of the author."),
        (
            "fr/index.html",
            "Test",
            "Les rapports attendus après des incidents, et depuis combien de jours.",
            "Test\u{a0}: Les rapports attendus après des incidents, et depuis combien de jours.",
        ),
    ] {
        let page = compiled.text(path);
        assert_eq!(between(&page, "<head>", "<title>", "</title>"), title, "{path}");
        assert_eq!(
            between(&page, "name=\"description\"", "content=\"", "\""),
            description,
            "{path}"
        );
        assert_eq!(between(&page, "<main", "<h1 class=\"hush\">", "</h1>"), heading, "{path}");
    }
    for (path, name) in
        [("pages/method/index.html", "Table"), ("fr/pages/method/index.html", "Tableau")]
    {
        assert_eq!(
            between(&compiled.text(path), "class=\"scroll\"", "aria-label=\"", "\""),
            name,
            "{path}"
        );
    }
    let countries = |path: &str| {
        let page = compiled.text(path);
        let list = between(&page, "id=\"by-country\"", "<ul", "</ul>");
        list.split("</a>")
            .filter_map(|link| link.rsplit_once('>'))
            .map(|(_, name)| name.to_owned())
            .filter(|name| !name.is_empty())
            .collect::<Vec<_>>()
    };
    assert_eq!(countries("search/index.html"), ["France", "United Kingdom", "United States"]);
    assert_eq!(countries("fr/search/index.html"), ["États-Unis", "France", "Royaume-Uni"]);
}

#[test]
fn plurals_dates_and_numbers_are_those_of_the_language() {
    let said = |language: &str, occurred: &str| {
        let text = format!(
            "-- overdue.yaml --\ntitle: Test\nurl: https://watch.example/\nlanguage: {language}\n\
             -- content/incidents/a.md --\n---\ntitle: X\noccurred: {occurred}\nawaiting: [{{report: final-report, checked: 2022-12-07}}]\n---\nP {{{{ days(\"a\") }}}} Q\n"
        );
        let words = site(&text).as_of("2022-12-07").words("incidents/a/index.html");
        let days = words
            .split("P ")
            .nth(1)
            .and_then(|rest| rest.split(" Q").next())
            .unwrap_or_default()
            .to_owned();
        (days, words)
    };
    let days: BTreeMap<(&str, &str), &str> = [
        (("en", "2022-12-07"), "0 days"),
        (("en", "2022-12-06"), "1 day"),
        (("fr", "2022-12-07"), "0 jour"),
        (("fr", "2022-12-06"), "1 jour"),
        (("fr", "2022-12-05"), "2 jours"),
        (("fr", "2017-12-07"), "1\u{202f}826 jours"),
        (("ko", "2022-12-06"), "1 일"),
        (("ko", "2017-12-07"), "1,826 일"),
    ]
    .into();
    for ((language, occurred), expected) in days {
        // The harness puts a space where a tag was, and makes all spaces one.
        let expected = expected.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(said(language, occurred).0, expected, "{language} {occurred}");
    }
    for (language, occurred, expected) in [
        ("fr", "2021-03-01", "1er mars 2021"),
        ("fr", "2021-03", "mars 2021"),
        ("ko", "2021-03-10", "2021년 3월 10일"),
        ("ko", "2021-03", "2021년 3월"),
        ("ko", "2021", "2021년"),
        ("ko", "2021-03-10 00:47", "2021년 3월 10일 00:47 UTC"),
    ] {
        assert!(said(language, occurred).1.contains(expected), "{language} {expected}");
    }
}

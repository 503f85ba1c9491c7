//! The index of the search page, read as the script reads it.

use serde_json::Value;

use crate::harness::{Compiled, site};

const DIGITS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

fn json(compiled: &Compiled, path: &str) -> Value {
    serde_json::from_str(&compiled.text(path)).expect("JSON")
}

/// The list of pieces, of which the search page names the file.
fn list(compiled: &Compiled) -> Value {
    let page = compiled.text("search/index.html");
    let path = page
        .split_once("data-index=\"")
        .and_then(|(_, rest)| rest.split_once('"'))
        .expect("the index")
        .0;
    json(compiled, path)
}

/// Every piece of a kind, `words` or `pages`, put together.
fn pieces(compiled: &Compiled, language: &str, kind: &str) -> Vec<Value> {
    let list = list(compiled);
    let pieces = list["languages"][language][kind].as_array().expect("pieces");
    let names = pieces.iter().map(|piece| piece[1].as_str().expect("a name"));
    names
        .flat_map(|name| {
            json(compiled, &format!("search/{language}/{name}.json"))
                .as_array()
                .expect("a list")
                .clone()
        })
        .collect()
}

fn numbers(text: &str) -> Vec<usize> {
    let (mut found, mut number, mut step, mut scale) = (Vec::new(), 0, 0, 1);
    for letter in text.chars() {
        let value = DIGITS.find(letter).expect("a digit");
        step += (value & 31) * scale;
        scale *= 32;
        if value < 32 {
            number += step;
            found.push(number);
            (step, scale) = (0, 1);
        }
    }
    found
}

/// Titles of the pages with a word, by its place: in the title, in the summary, elsewhere.
pub(crate) fn pages_with(compiled: &Compiled, language: &str, word: &str) -> [Vec<String>; 3] {
    let words = pieces(compiled, language, "words");
    let rows = pieces(compiled, language, "pages");
    let at =
        words.chunks(2).find(|pair| pair[0] == word).map(|pair| pair[1].as_str().expect("places"));
    let places: Vec<&str> = at.unwrap_or("  ").split(' ').collect();
    let titles = |text: &str| {
        let mut titles: Vec<String> = numbers(text)
            .iter()
            .map(|at| rows[*at][1].as_str().expect("a title").to_owned())
            .collect();
        titles.sort();
        titles
    };
    [titles(places[0]), titles(places[1]), titles(places[2])]
}

const SITE: &str = "\
-- overdue.yaml --
title: A watch
url: https://watch.example/
languages: [en, ko]
-- content/incidents/a.md --
---
title: Fire at Électricité’s ﬁrst hall
summary: The batteries burned.
occurred: 2021-03-10
country: FR
tags: [halls]
---
Smoke &amp; *water*; counted {{ days(\"a\") }} so far. The STRASSE of Straße. See [the law](https://law.example/hiddenword).
-- content/incidents/a.ko.md --
---
title: 데이터센터 화재
---
조사위원회는 KT통신망을 보았다.
-- content/incidents/b.md --
---
title: Water
occurred: 2022-01-01
---
A fire.
";

#[test]
fn a_word_is_found_by_its_place_whatever_its_case_and_accents() {
    let compiled = site(SITE).as_of("2022-12-07");
    let find = |word: &str| pages_with(&compiled, "en", word);
    let a = || vec!["Fire at Électricité’s ﬁrst hall".to_owned()];
    assert_eq!(find("fire"), [a(), Vec::new(), vec!["Water".to_owned()]]);
    assert_eq!(find("electricite"), [a(), Vec::new(), Vec::new()]);
    assert_eq!(find("first"), [a(), Vec::new(), Vec::new()]);
    assert_eq!(find("batteries"), [Vec::new(), a(), Vec::new()]);
    assert_eq!(find("france"), [vec!["France".to_owned()], a(), Vec::new()]);
    assert_eq!(find("water"), [vec!["Water".to_owned()], Vec::new(), a()]);
    assert_eq!(find("straße"), [Vec::new(), Vec::new(), a()]);
}

#[test]
fn markup_addresses_of_links_and_counted_days_are_no_words() {
    let compiled = site(SITE).as_of("2022-12-07");
    let words: Vec<Value> = pieces(&compiled, "en", "words").into_iter().step_by(2).collect();
    assert!(compiled.text("incidents/a/index.html").contains("637"));
    for word in ["em", "amp", "p", "href", "hiddenword", "637", "days"] {
        assert!(!words.contains(&Value::from(word)), "{word}");
    }
    assert!(words.contains(&Value::from("law")));
}

#[test]
fn korean_is_found_inside_a_word_and_beside_latin_letters() {
    let compiled = site(SITE).as_of("2022-12-07");
    let found = vec!["데이터센터 화재".to_owned()];
    for pair in ["위원", "원회", "통신", "신망"] {
        assert_eq!(
            pages_with(&compiled, "ko", pair),
            [Vec::new(), Vec::new(), found.clone()],
            "{pair}"
        );
    }
    assert_eq!(pages_with(&compiled, "ko", "kt"), [Vec::new(), Vec::new(), found.clone()]);
    assert_eq!(pages_with(&compiled, "ko", "센터"), [found, Vec::new(), Vec::new()]);
}

#[test]
fn the_index_does_not_change_with_the_day() {
    let files = |day: &str| {
        let compiled = site(SITE).as_of(day);
        compiled
            .files
            .into_iter()
            .filter(|(path, _)| path.starts_with("search/"))
            .collect::<Vec<_>>()
    };
    assert_eq!(files("2022-12-07"), files("2022-12-08"));
}

#[test]
fn a_site_can_do_without() {
    let compiled = site(SITE)
        .with("overdue.yaml", "title: A watch\nurl: https://watch.example/\nlanguages: [en, ko]\noutputs: {search: false}\n")
        .as_of("2022-12-07");
    assert!(
        !compiled.files.keys().any(|path| path.starts_with("search/")),
        "{:?}",
        compiled.files.keys()
    );
    assert!(!compiled.text("index.html").contains("search/"));
}

#[test]
fn a_large_index_comes_in_pieces_in_order_of_their_words() {
    let mut text = String::new();
    for number in 0..60 {
        let words: String =
            (0..400).map(|word| format!(" w{}x{number}", word * 7919 % 10_007)).collect();
        text += &format!(
            "-- content/incidents/i{number}.md --\n---\ntitle: Incident {number}\noccurred: 2022-01-01\n---\n{words}\n"
        );
    }
    let compiled = site(&text).as_of("2022-12-07");
    let list = list(&compiled);
    let pieces = list["languages"]["en"]["words"].as_array().expect("pieces");
    let firsts: Vec<&str> = pieces.iter().map(|piece| piece[0].as_str().expect("a word")).collect();
    assert!(firsts.len() > 3 && firsts.is_sorted(), "{firsts:?}");
    let sizes = compiled
        .files
        .iter()
        .filter(|(path, _)| path.starts_with("search/en/"))
        .map(|(path, bytes)| (path, bytes.len()));
    let large: Vec<_> = sizes.filter(|(_, size)| *size > 50 << 10).collect();
    assert!(large.is_empty(), "{large:?}");
    assert_eq!(pages_with(&compiled, "en", "w7919x59")[2], ["Incident 59"]);
}

#[test]
fn a_word_on_most_pages_of_a_large_site_is_found_on_these_alone() {
    let off = "outputs: {cards: false, embeds: false, badges: false, twins: false, feeds: false}";
    let mut text =
        format!("-- overdue.yaml --\ntitle: A watch\nurl: https://watch.example/\n{off}\n");
    for number in 0..1002 {
        let word = if number % 3 == 0 { "nothing" } else { "report" };
        text += &format!(
            "-- content/pages/p{number}.md --\n---\ntitle: Page {number}\n---\nA {word}.\n"
        );
    }
    let compiled = site(&text).as_of("2022-12-07");
    let [titles, summaries, found] = pages_with(&compiled, "en", "report");
    assert_eq!((titles.len(), summaries.len(), found.len()), (0, 0, 668));
    assert!(!found.contains(&"Page 0".to_owned()) && found.contains(&"Page 1".to_owned()));
}

//! Every address on every page leads to a file that is written, and every fragment to an `id` that
//! its page has.

use std::collections::BTreeMap;

use percent_encoding::percent_decode_str;

use crate::harness::{Compiled, site};

/// Addresses in attributes of a page, as they are written.
fn addresses(html: &str) -> Vec<String> {
    ["href=\"", "src=\"", "poster=\""]
        .iter()
        .flat_map(|name| html.split(name).skip(1))
        .filter_map(|rest| rest.split('"').next())
        .map(|address| address.replace("&amp;", "&"))
        .collect()
}

/// What of a site's pages leads nowhere: the page with the address.
fn dead(compiled: &Compiled) -> Vec<String> {
    let pages: BTreeMap<&String, String> = compiled
        .files
        .iter()
        .filter(|(path, _)| path.ends_with(".html"))
        .map(|(path, bytes)| (path, String::from_utf8_lossy(bytes).into_owned()))
        .collect();
    let mut dead = Vec::new();
    for (page, html) in &pages {
        // The page for what is not there can stand at any address; it says its base.
        if page.ends_with("404.html") {
            continue;
        }
        for address in addresses(html) {
            if address.contains(':') || address.starts_with("//") {
                continue;
            }
            let (path, fragment) = address.split_once('#').unwrap_or((&address, ""));
            let path = path.split('?').next().unwrap_or_default();
            let decode = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
            let mut segments: Vec<String> = page.split('/').map(str::to_owned).collect();
            if path.starts_with('/') {
                segments.clear();
            } else if !path.is_empty() {
                segments.pop();
            }
            for segment in path.split('/').filter(|segment| !segment.is_empty()) {
                match segment {
                    "." => {}
                    ".." => _ = segments.pop(),
                    name => segments.push(decode(name)),
                }
            }
            if path.ends_with('/') || path.ends_with("..") || path == "." {
                segments.push("index.html".to_owned());
            }
            let file = segments.join("/");
            let Some(bytes) = compiled.files.get(&file) else {
                dead.push(format!("{page}: {address}: no {file}"));
                continue;
            };
            let id = format!("id=\"{}\"", decode(fragment));
            if !fragment.is_empty() && !String::from_utf8_lossy(bytes).contains(&id) {
                dead.push(format!("{page}: {address}: no {id} in {file}"));
            }
        }
    }
    dead
}

/// A site with links of every form, between records in two languages.
fn rich() -> String {
    let record =
        |path: &str, front: &str, text: &str| format!("-- {path} --\n---\n{front}\n---\n{text}\n");
    let links = "[a](../incidents/harbour-fire.md#first-hours) [b](../incidents/harbour-fire.md#First%20hours) \
        [c](/incidents/harbour-fire/#first-hours) [d](../incidents/harbour-fire.md#final-report) [e](b.md#here) \
        [f](../../incidents/harbour-fire/#first-hours) [[harbour-fire#First hours]] [[harbour-fire|words]] \
        [g](#%E6%97%A5%E6%9C%AC%E8%AA%9E) [h](#here) [i](/incidents/harbour-fire/#clock-notice) \
        [j](/incidents/harbour-fire/#timeline) [k](../incidents/harbour-fire.md#source-1) [l](/docket/due/) \
        [m](../incidents/harbour-fire.md#nowhere) [n](/statistics/)\n\n\
        ## 日本語\n\n## Here\n\n## Here\n\n## Here-2\n\nA claim [@s].[^n] {{ days(\"harbour-fire\") }}\n\n[^n]: A note.\n\n\
        {{ compare(\"harbour-fire\", \"renamed\") }}\n";
    [
        "-- overdue.yaml --\ntitle: A watch\nurl: https://example.org/watch/\nlanguage: en\nlanguages: [en, fr, ko]\n".to_owned(),
        record(
            "content/incidents/harbour-fire.md",
            "title: Fire in the harbour\noccurred: 2021-03-10\ncountry: FR\nsector: telecoms\ntags: [a b, C]\naliases: [/wiki/Old%20Page/, /old.html]\n\
             awaiting: [{report: final-report, from: op, checked: 2022-12-07}, {id: notice, report: notification, due: 2021-04-01, checked: 2022-12-07}]\n\
             sources: [{id: s, title: S, url: https://example.org/s}]\ncommitments: [{by: op, made: 2021-04-01, what: fit a cable, due: 2022-01-01}]",
            "## First hours\n\nText.\n\n## Later\n\nText.",
        ),
        record("content/incidents/harbour-fire.fr.md", "title: Incendie au port", "## Premières heures\n\nTexte.\n\n## Plus tard\n\nTexte."),
        record("content/incidents/other.md", "title: Other\noccurred: 2021-05-10\nslug: renamed\nsources: [{id: s, title: S, url: https://example.org/s}]", &links.replace("b.md#here", "other.md#here").replace("renamed\"", "other\"")),
        record("content/organisations/op.md", "title: The operator\nrole: operator", "Text."),
        record("content/responses/r.md", "title: The report\nkind: final-report\nby: op\ndate: 2022-10-01\nincidents: other\nrecommendations: [{id: r1, to: op, text: Fit alarms.}]", "See [the fire](../incidents/harbour-fire.md#later)."),
        record("content/articles/b.md", "title: Letters\ndate: 2022-11-01\nincidents: [harbour-fire]\ncompare: [harbour-fire, other]\nauthors: [A. Writer]\nsources: [{id: s, title: S, url: https://example.org/s}]", &links.replace("renamed\"", "other\"")),
        record("content/articles/b.ko.md", "title: 편지", "[가](../incidents/harbour-fire.md#first-hours)\n\n## 여기\n"),
        record("content/pages/method.md", "title: Method", "[x](../articles/b.md#here)"),
    ]
    .concat()
}

#[test]
fn no_address_on_any_page_leads_to_a_file_or_a_fragment_that_is_not_there() {
    let compiled = site(&rich()).as_of("2022-12-07");
    let told = compiled.codes();
    let dead_links = told.iter().filter(|code| code.starts_with("link-dead")).count();
    assert_eq!(dead_links, 2, "{}", compiled.complaints());
    assert_eq!(dead(&compiled), Vec::<String>::new());
    let page = compiled.text("articles/b/index.html");
    for part in
        ["#s-first-hours", "#clock-notice", "id=\"s-here\"", "id=\"s-here-2\"", "id=\"s-here-2-2\""]
    {
        assert!(page.contains(part), "{part}: {page}");
    }
    // In French the heading has other words.
    let french = compiled.text("fr/incidents/harbour-fire/index.html");
    assert!(french.contains("id=\"s-premières-heures\""), "{french}");
}

#[test]
fn a_name_is_one_however_a_machine_writes_its_accents() {
    let (composed, apart) = ("été", "e\u{301}te\u{301}");
    for (file, said) in [(apart, composed), (composed, apart), (apart, apart)] {
        let text = format!(
            "-- content/incidents/{file}.md --\n---\ntitle: A fire\noccurred: 2021-03-10\n---\n## Détails\n\
             -- content/incidents/{said}.fr.md --\n---\ntitle: Un incendie\n---\n\
             -- content/responses/r.md --\n---\ntitle: R\nkind: final-report\ndate: 2022-01-01\nincidents: [{said}]\nstops: [{said}/final-report]\n---\n\
             [[{said}]] [x](../incidents/{said}.md#détails) {{{{ days(\"{said}\") }}}} [y](/incidents/{said}/)\n\
             -- overdue.yaml --\ntitle: W\nurl: https://example.org/\nlanguages: [en, fr]\n"
        );
        let compiled = site(&text).as_of("2022-12-07");
        assert_eq!(compiled.codes(), Vec::<String>::new(), "{}", compiled.complaints());
        assert!(
            compiled.has(&format!("incidents/{composed}/index.html")),
            "{:?}",
            compiled.files.keys()
        );
        assert!(compiled.has(&format!("fr/incidents/{composed}/index.html")));
        assert_eq!(dead(&compiled), Vec::<String>::new());
        assert_eq!(compiled.clock(&format!("{composed}/final-report"))["standing"], "published");
    }
}

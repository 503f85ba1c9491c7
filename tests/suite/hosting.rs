//! What hosts, robots and search engines read: headers, redirects, the map of the site, structured
//! data.

use std::collections::BTreeMap;

use roxmltree::Document;
use serde_json::{Value, json};

use crate::harness::{Compiled, demonstration, site};

const SITE: &str = "\
-- overdue.yaml --
title: A watch
url: https://watch.example/site/
languages: [en, fr]
publisher: {name: The editors, url: https://watch.example/}
-- content/organisations/operator.md --
---
title: The operator
role: operator
url: https://operator.example/
---
-- content/incidents/fire.md --
---
title: A fire
occurred: 2021-03-10
ended: 2021-03-11 04:00
country: FR
operators: operator
updated: 2021-05-01
aliases: [/2021/old-fire/, /fire.html]
---
-- content/incidents/fire.fr.md --
---
title: Un incendie
---
-- content/responses/report.md --
---
title: A report
kind: final-report
date: 2021-06-24
by: operator
incidents: fire
url: https://operator.example/report.pdf
---
-- content/articles/word.md --
---
title: A word
date: 2021-07-01
authors: [A. Writer]
incidents: fire
corrections: [{date: 2021-07-05, was: On Monday, now: On Tuesday, why: The calendar was misread}]
---
";

/// The headers that a path gets, from a file of rules in which `*` ends a path and `:name` stands
/// for a segment.
fn headers_for(file: &str, path: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut applies = false;
    for line in file.lines() {
        match line.strip_prefix("  ") {
            Some(header) if applies => {
                let (name, value) = header.split_once(": ").expect("a header");
                assert_eq!(
                    found.insert(name.to_owned(), value.to_owned()),
                    None,
                    "two rules for {name} meet at {path}"
                );
            }
            Some(_) => {}
            None => applies = matches(line, path),
        }
    }
    found
}

fn matches(pattern: &str, path: &str) -> bool {
    if let Some(start) = pattern.strip_suffix('*') {
        return path.starts_with(start);
    }
    let (pattern, path): (Vec<&str>, Vec<&str>) =
        (pattern.split('/').collect(), path.split('/').collect());
    pattern.len() == path.len()
        && pattern
            .iter()
            .zip(path)
            .all(|(pattern, segment)| pattern.starts_with(':') || *pattern == segment)
}

const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; \
                      form-action 'self'; base-uri 'none'";

#[test]
fn pages_are_strict_embeds_may_be_framed_and_data_may_be_read() {
    let compiled = demonstration().as_of("2026-11-22");
    let file = compiled.text("_headers");
    for path in compiled.files.keys().filter(|path| path.ends_with(".html")) {
        let address = format!("/{}", path.strip_suffix("index.html").unwrap_or(path));
        let headers = headers_for(&file, &address);
        let is_redirect = compiled.text(path).contains("http-equiv=\"refresh\"");
        let expected = format!(
            "{POLICY}; frame-ancestors {}",
            if path.starts_with("embed/") { "*" } else { "'none'" }
        );
        assert!(
            is_redirect || headers.get("Content-Security-Policy") == Some(&expected),
            "{address}: {headers:?}"
        );
        assert_eq!(headers["X-Content-Type-Options"], "nosniff", "{address}");
        assert_eq!(headers.get("Access-Control-Allow-Origin"), None, "{address}");
    }
    assert_eq!(
        headers_for(&file, "/embed/a/b/")["Content-Security-Policy"],
        format!("{POLICY}; frame-ancestors *")
    );
    for path in [
        "/data/clocks.csv",
        "/feed.xml",
        "/incidents/kt-2021-outage/feed.xml",
        "/incidents/kt-2021-outage/index.json",
        "/badges/a/b.svg",
    ] {
        assert_eq!(headers_for(&file, path)["Access-Control-Allow-Origin"], "*", "{path}");
    }
    let assets = compiled.files.keys().filter(|path| path.starts_with("assets/"));
    for path in assets {
        let named_by_content = path.ends_with(".css") || path.ends_with(".js");
        let lasting = named_by_content.then_some("public, max-age=31536000, immutable");
        assert_eq!(
            headers_for(&file, &format!("/{path}")).get("Cache-Control").map(String::as_str),
            lasting,
            "{path}"
        );
    }
}

/// What a file of `static/` may do that could run.
const SHOWN_ONLY: &str = "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; base-uri 'none'; \
                          form-action 'none'; frame-ancestors 'none'; sandbox";

#[test]
fn a_file_that_could_run_is_warned_of_and_may_only_be_shown() {
    let run = [
        "tool.html",
        "TOOL2.HTM",
        "admin/index.html",
        "app.js",
        "app.mjs",
        "a b.xml",
        "deep/er/x.xhtml",
        "x.svgz",
        "x.php",
        "x.phtml.txt",
        ".htaccess",
        "x.shtml",
        "x.cgi",
        "x.wasm",
        "web.config",
        "feeds/other.atom",
    ];
    let shown = [
        "notes.txt",
        "report.pdf",
        "list.csv",
        "CNAME",
        "style.css",
        "font.woff2",
        ".well-known/security.txt",
    ];
    let with = |more: &[&str]| {
        run.iter()
            .chain(&shown)
            .chain(more)
            .fold(site(SITE), |site, path| site.with(&format!("static/{path}"), "<p>text</p>"))
    };
    let compiled = with(&[]).as_of("2026-11-22");
    let complaints = compiled.complaints();
    let file = compiled.text("_headers");
    let policy = |path: &str| {
        headers_for(&file, &format!("/site/{path}")).get("Content-Security-Policy").cloned()
    };
    for path in run {
        assert!(compiled.has(path), "{path}");
        assert!(
            complaints.contains(&format!("warning[file-runs]: `{path}` could run")),
            "{path}\n{complaints}"
        );
        assert_eq!(
            policy(&path.replace(' ', "%20")).as_deref(),
            Some(SHOWN_ONLY),
            "{path}\n{file}"
        );
        assert_eq!(
            headers_for(&file, &format!("/site/{path}"))["X-Content-Type-Options"],
            "nosniff",
            "{path}"
        );
    }
    for path in ["tool", "admin/", "admin/index", "deep/er/x.xhtml"] {
        assert_eq!(
            policy(path).as_deref(),
            Some(SHOWN_ONLY),
            "hosts serve pages without their ending: {path}"
        );
    }
    for path in shown {
        assert!(compiled.has(path) && !complaints.contains(&format!("`{path}`")), "{path}");
        assert_eq!(policy(path), None, "{path}");
    }
    assert_eq!(complaints.matches("warning[").count(), run.len(), "{complaints}");
    // An editor who writes the headers has the say.
    let own = with(&["_headers", "robots.txt"]).as_of("2026-11-22");
    assert_eq!(own.text("_headers"), "<p>text</p>");
    assert_eq!(own.complaints(), complaints);
}

#[test]
fn beside_a_record_lies_only_what_is_shown() {
    let record = |name: &str| {
        site("-- content/incidents/a/a.md --\n---\ntitle: A fire\noccurred: 2021-03-10\n---\n")
            .with(&format!("content/incidents/a/{name}"), "text")
            .as_of("2026-11-22")
    };
    for name in [
        "a.html",
        "a.htm",
        "a.HTML",
        "a.js",
        "a.mjs",
        "a.xhtml",
        "a.xml",
        "a.svgz",
        "a.php",
        "a.phtml",
        "a.php5",
        ".htaccess",
        "a.shtml",
        "a.cgi",
        "a.wasm",
        "a.php.jpg.txt",
        "a.php.pdf",
        "a.mhtml",
        "a.swf",
        "a.xsl",
        "a.exe",
        "a.docm",
        "a.css",
        "a.woff2",
        "noending",
        "a.",
        "a.unknown",
        "web.config",
        "a.atom",
        "a.kml",
        "a.aspx",
        "a.webmanifest",
    ] {
        let compiled = record(name);
        assert!(
            compiled.complaints().contains("error[file-kind]: ") && compiled.files.is_empty(),
            "{name}: {}",
            compiled.complaints()
        );
        assert!(
            compiled.complaints().contains("put others into static/"),
            "{name}: {}",
            compiled.complaints()
        );
    }
    for name in [
        "a.pdf",
        "a.PDF",
        "a.docx",
        "a.odt",
        "a.xlsx",
        "a.txt",
        "a.csv",
        "a.json",
        "a.mp3",
        "a.ogg",
        "a.mp4",
        "a.webm",
        "a.zip",
        "v1.2.pdf",
        "report.pl.pdf",
    ] {
        let compiled = record(name);
        assert_eq!(compiled.complaints(), "", "{name}");
        assert!(compiled.has(&format!("incidents/a/{name}")), "{name}");
    }
}

#[test]
fn the_policy_is_also_in_each_page() {
    let compiled = demonstration().as_of("2026-11-22");
    let meta = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">")
        .replace('\'', "&#39;");
    for path in
        compiled.files.keys().filter(|path| path.ends_with(".html") && !path.starts_with("embed/"))
    {
        let text = compiled.text(path);
        assert_eq!(text.matches(&meta).count(), 1, "{path}");
    }
}

#[test]
fn below_a_path_rules_and_redirects_begin_with_it() {
    let compiled = site(SITE).as_of("2026-11-22");
    let headers = compiled.text("_headers");
    assert!(
        headers.lines().all(|line| line.starts_with("/site/") || line.starts_with("  ")),
        "{headers}"
    );
    assert_eq!(
        compiled.text("_redirects"),
        "/site/2021/old-fire/ /site/incidents/fire/ 301\n/site/fire.html /site/incidents/fire/ 301\n"
    );
    assert_eq!(
        compiled.text("robots.txt"),
        "User-agent: *\nDisallow:\n\nSitemap: https://watch.example/site/sitemap.xml\n"
    );
    assert_eq!(compiled.text(".nojekyll"), "");
}

#[test]
fn an_editors_own_file_takes_the_place_of_ours() {
    let compiled =
        site(SITE).with("static/robots.txt", "User-agent: *\nDisallow: /\n").as_of("2026-11-22");
    assert_eq!(compiled.complaints(), "");
    assert_eq!(compiled.text("robots.txt"), "User-agent: *\nDisallow: /\n");
}

#[test]
fn the_map_names_each_page_once_with_its_languages_and_the_day_it_was_changed() {
    let text = site(SITE).as_of("2026-11-22").text("sitemap.xml");
    Document::parse(&text).expect("well-formed XML");
    let in_both = |path: &str| {
        let link = |language: &str, folder: &str| {
            format!(
                "<xhtml:link rel=\"alternate\" hreflang=\"{language}\" href=\"https://watch.example/site/{folder}{path}\"/>"
            )
        };
        format!("{}{}", link("en", ""), link("fr", "fr/"))
    };
    let translated = "<lastmod>2021-05-01</lastmod>";
    let mut expected = vec![
        ("articles/word/".to_owned(), "<lastmod>2021-07-05</lastmod>".to_owned()),
        ("incidents/fire/".to_owned(), format!("{translated}{}", in_both("incidents/fire/"))),
        ("fr/incidents/fire/".to_owned(), format!("{translated}{}", in_both("incidents/fire/"))),
        ("organisations/operator/".to_owned(), String::new()),
        ("responses/report/".to_owned(), "<lastmod>2021-06-24</lastmod>".to_owned()),
    ];
    let lists = [
        "",
        "agenda/",
        "articles/",
        "authors/",
        "authors/a-writer/",
        "corrections/",
        "countries/",
        "countries/fr/",
        "docket/due/",
        "docket/newest/",
        "docket/title/",
    ];
    for list in lists.into_iter().chain([
        "incidents/",
        "organisations/",
        "responses/",
        "search/",
        "statistics/",
    ]) {
        expected.push((list.to_owned(), in_both(list)));
        expected.push((format!("fr/{list}"), in_both(list)));
    }
    let mut urls: Vec<&str> = text
        .lines()
        .filter(|line| line.starts_with("<url>") && !line.contains("/regimes/"))
        .collect();
    urls.sort_unstable();
    let mut expected: Vec<String> = expected
        .into_iter()
        .map(|(path, rest)| {
            format!("<url><loc>https://watch.example/site/{path}</loc>{rest}</url>")
        })
        .collect();
    expected.sort_unstable();
    assert_eq!(urls, expected);
}

#[test]
fn the_map_names_every_page_to_be_read_and_is_the_same_on_every_day() {
    let (today, tomorrow) =
        (demonstration().as_of("2026-11-22"), demonstration().as_of("2026-11-23"));
    let text = today.text("sitemap.xml");
    let document = Document::parse(&text).expect("well-formed XML");
    let mut mapped: Vec<String> = document
        .descendants()
        .filter(|node| node.has_tag_name("loc"))
        .map(|node| {
            format!(
                "{}index.html",
                node.text().expect("an address").trim_start_matches("https://overdue.example/")
            )
        })
        .collect();
    mapped.sort();
    let is_read = |path: &&String| {
        path.ends_with("index.html")
            && !path.starts_with("embed/")
            && !today.text(path).contains("noindex")
    };
    assert_eq!(
        mapped.iter().collect::<Vec<_>>(),
        today.files.keys().filter(is_read).collect::<Vec<_>>()
    );
    for path in [
        "sitemap.xml",
        "robots.txt",
        "_headers",
        "_redirects",
        "feed.xml",
        "feed.json",
        "data/datapackage.json",
    ] {
        assert_eq!(today.text(path), tomorrow.text(path), "{path}");
    }
}

/// The structured data of a page.
fn structured(compiled: &Compiled, path: &str) -> Value {
    let page = compiled.text(path);
    let (_, rest) = page
        .split_once("<script type=\"application/ld+json\">")
        .unwrap_or_else(|| panic!("no data in {path}"));
    serde_json::from_str(rest.split_once("</script>").expect("its end").0).expect("JSON")
}

#[test]
fn records_tell_search_engines_what_they_are() {
    let compiled = site(SITE).as_of("2026-11-22");
    let (url, context) = ("https://watch.example/site/", "https://schema.org");
    let event = json!({"@type": "Event", "name": "A fire", "url": format!("{url}incidents/fire/")});
    let operator = json!({"@type": "Organization", "name": "The operator", "url": format!("{url}organisations/operator/")});
    let publisher =
        json!({"@type": "Organization", "name": "The editors", "url": "https://watch.example/"});
    assert_eq!(
        structured(&compiled, "incidents/fire/index.html"),
        json!({
            "@context": context, "@type": "Event", "name": "A fire", "url": format!("{url}incidents/fire/"),
            "startDate": "2021-03-10", "endDate": "2021-03-11T04:00:00Z",
            "location": {"@type": "Place", "address": {"@type": "PostalAddress", "addressCountry": "FR"}},
            "subjectOf": [{"@type": "Report", "name": "A report", "url": format!("{url}responses/report/")}],
        })
    );
    assert_eq!(structured(&compiled, "fr/incidents/fire/index.html")["name"], "Un incendie");
    assert_eq!(
        structured(&compiled, "responses/report/index.html"),
        json!({
            "@context": context, "@type": "Report", "name": "A report", "url": format!("{url}responses/report/"),
            "genre": "final report", "datePublished": "2021-06-24", "author": [operator], "about": [event],
            "sameAs": ["https://operator.example/report.pdf"],
        })
    );
    assert_eq!(
        structured(&compiled, "articles/word/index.html"),
        json!({
            "@context": context, "@type": "NewsArticle", "headline": "A word", "url": format!("{url}articles/word/"), "inLanguage": "en",
            "datePublished": "2021-07-01", "dateModified": "2021-07-05", "author": [{"@type": "Person", "name": "A. Writer"}],
            "publisher": publisher, "about": [event],
            "correction": [{
                "@type": "CorrectionComment", "datePublished": "2021-07-05", "text": "On Monday. On Tuesday. The calendar was misread.",
            }],
        })
    );
    assert_eq!(
        structured(&compiled, "organisations/operator/index.html"),
        json!({
            "@context": context, "@type": "Organization", "name": "The operator", "url": "https://operator.example/",
            "subjectOf": format!("{url}organisations/operator/"),
        })
    );
    assert_eq!(structured(&compiled, "index.html")["@type"], "Dataset");
}

#[test]
fn nothing_in_a_title_ends_the_data_of_a_page() {
    let title = "</script><script>alert(1)</script><!-- & \u{2028} ]]> {{ 7*7 }}";
    let compiled = site(&format!(
        "-- content/incidents/a.md --\n---\ntitle: '{title}'\noccurred: 2021-03-10\n---\n"
    ))
    .as_of("2026-11-22");
    let page = compiled.text("incidents/a/index.html");
    assert!(!page.contains("<script>alert"), "{page}");
    assert_eq!(structured(&compiled, "incidents/a/index.html")["name"], title);
    let (_, rest) = page.split_once("ld+json\">").expect("data");
    let data = rest.split_once("</script>").expect("its end").0;
    assert!(data.chars().all(|c| !matches!(c, '<' | '>' | '&' | '\u{2028}')), "{data}");
}

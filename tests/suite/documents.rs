//! Documents that a site calls by names of its own: in sentences, badges, feeds, statistics, data
//! and forms.

use serde_json::Value;

use crate::harness::{Folder, site};

const SITE: &str = "\
-- overdue.yaml --
title: A watch
url: https://watch.example/
languages: [en, fr, ko]
documents:
  foi-reply:
    title: {en: reply to a request, fr: réponse à une demande, ko: 정보공개 답변}
    plural: {en: replies to requests}
    forms: {fr: {many: réponses aux demandes}}
  visit: {title: visit, stops: false}
-- content/organisations/office.md --
---
title: The office
---
-- content/incidents/asked.md --
---
title: A request
occurred: 2026-01-10
awaiting:
  - {report: foi-reply, from: office, within: 20 days, force: hard, checked: 2026-11-20}
  - {id: ours, report: foi-reply, title: answer to our letter, checked: 2026-11-20}
---
-- content/incidents/asked.fr.md --
---
title: Une demande
awaiting:
  - {id: ours, title: avis sur notre lettre}
---
-- content/incidents/answered.md --
---
title: Another request
occurred: 2026-01-10
awaiting:
  - {report: foi-reply}
---
-- content/responses/reply.md --
---
title: The office replies
kind: foi-reply
date: 2026-02-10
incidents: answered
url: https://office.example/reply.pdf
---
-- content/responses/visit.md --
---
title: The office visits
kind: visit
date: 2026-03-10
incidents: answered
url: https://office.example/visit
---
";

#[test]
fn a_document_is_called_by_its_name_in_every_language_and_place() {
    let compiled = site(SITE).as_of("2026-11-22");
    assert_eq!(compiled.complaints(), "");
    let answered = compiled.clock("answered/foi-reply");
    assert_eq!(
        (&answered["standing"], &answered["report"], &answered["stopped_by"]),
        (&"published".into(), &"foi-reply".into(), &"reply".into())
    );
    for (page, words) in [
        ("incidents/asked/index.html", "316 days without a reply to a request from The office"),
        ("incidents/asked/index.html", "Stops on an answer to our letter published by anyone"),
        ("fr/incidents/asked/index.html", "316 jours sans réponse à une demande ( The office )"),
        ("fr/incidents/asked/index.html", "sans avis sur notre lettre"),
        ("statistics/index.html", "Replies to requests 3 followed on this site"),
        ("fr/statistics/index.html", "Réponses aux demandes"),
        ("ko/statistics/index.html", "정보공개 답변"),
        ("feed.xml", "Reply to a request: The office replies"),
        ("feed.xml", "Visit: The office visits"),
        ("badges/asked/foi-reply@fr.svg", "316 jours sans réponse à une demande (The office)"),
        ("badges/asked/ours.svg", "316 days without an answer to our letter"),
    ] {
        let found = compiled.words(page);
        assert!(found.contains(words), "{page}: {words}\n{found}");
    }
    let groups: Value =
        serde_json::from_str(&compiled.text("data/statistics.json")).expect("groups");
    let kinds: Vec<&str> = groups["groups"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|group| group["report"].as_str())
        .collect();
    assert!(!kinds.is_empty() && kinds.iter().all(|kind| *kind == "foi-reply"), "{kinds:?}");
}

#[test]
fn the_command_line_the_schema_and_the_forms_know_a_sites_own_documents() {
    let folder = Folder::of(SITE);
    let said = folder.run(&["explain", "asked/foi-reply"]);
    assert!(
        said.out.contains("reply to a request") || said.out.contains("Reply to a request"),
        "{}{}",
        said.out,
        said.err
    );
    let status = folder.run(&["status"]);
    assert!(status.out.contains("Reply to a request from The office"), "{}", status.out);
    let news = folder.run(&["diff", "2026-01-01", "2026-11-22"]);
    assert!(news.out.contains("The reply to a request appeared"), "{}{}", news.out, news.err);
    let schema = |folder: &Folder| {
        let schema: Value = serde_json::from_str(&folder.run(&["schema"]).out).expect("a schema");
        let words = |record: &str, key: &str| {
            schema["$defs"][record]["properties"][key]["enum"].to_string()
        };
        (words("response", "kind"), words("clock", "report"))
    };
    let (kinds, awaited) = schema(&folder);
    assert!(kinds.contains("\"foi-reply\"") && kinds.contains("\"visit\""), "{kinds}");
    assert!(awaited.contains("\"foi-reply\"") && !awaited.contains("\"visit\""), "{awaited}");
    let (kinds, _) = schema(&Folder::new());
    assert!(!kinds.contains("foi-reply"), "{kinds}");
    let form = folder.run(&["schema", "--for", "decap"]).out;
    assert!(form.contains("foi-reply"), "{form}");
    let new = ["new", "response", "Another reply", "--incident", "asked", "--kind", "foi-reply"];
    assert_eq!(folder.run(&new).code, 0);
}

#[test]
fn a_document_that_is_renamed_is_called_so_by_the_next_build() {
    let compiled = |title: &str| {
        let text = SITE.replace("en: reply to a request", &format!("en: {title}"));
        site(&text).as_of("2026-11-22").words("incidents/asked/index.html")
    };
    assert!(compiled("answer").contains("without an answer"));
    // A title alone is that of every language.
    let text = SITE.replace(
        "title: {en: reply to a request, fr: réponse à une demande, ko: 정보공개 답변}",
        "title: reply",
    );
    let compiled = site(&text).as_of("2026-11-22");
    assert_eq!(compiled.complaints(), "");
    assert!(compiled.words("fr/incidents/asked/index.html").contains("sans reply"));
}

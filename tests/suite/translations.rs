//! Words in another language: which of a record's texts they take the place of, and what stays as
//! it was written.

use crate::harness::{Compiled, Site, site};
use crate::search::pages_with;

const SITE: &str = "\
-- overdue.yaml --
title: A watch
url: https://watch.example/
languages: [en, fr]
publisher: { name: The desk }
-- content/organisations/ops.md --
---
title: Ops
---
-- content/organisations/inspectorate.md --
---
title: Inspectorate
---
-- content/incidents/b.md --
---
title: Another
occurred: 2021-03-10
---
-- content/incidents/a.md --
---
title: English title
summary: English summary.
occurred: 2021-03-10
place: English place
operators: ops
sources: [{id: paper, title: A paper}]
impact:
  - {what: English figure, value: 5, source: paper}
awaiting:
  - report: final-report
    from: ops
    within: 12 months
    rule: \"English rule [@paper].\"
    extended: [{to: 2023-01-01, on: 2022-01-01, why: English extension}]
    paused: [{from: 2021-06-01, to: 2021-06-05, why: English pause}]
  - id: inquiry
    report: preliminary-report
    closed: {on: 2022-02-01, why: English closing}
commitments:
  - {what: English promise, by: ops, made: 2021-04-01}
events:
  - {date: 2021-05-01, title: English event}
corrections:
  - {date: 2021-05-02, was: English before, now: English after, why: English reason}
replies:
  - {asked: 2021-05-03, of: ops, channel: English channel, answered: 2021-05-04, text: English answer}
---
English body, [the other](b.md), {{ days(\"a\") }}.
-- content/incidents/a.fr.md --
---
title: Titre français
summary: Résumé français.
place: Lieu français
impact:
  - what: Chiffre français
awaiting:
  - id: inquiry
    closed: {why: Clôture française}
  - from: ops
    rule: \"Règle française [@paper].\"
    extended: [{why: Prolongation française}]
    paused: [{why: Suspension française}]
commitments:
  - what: Promesse française
events:
  - {date: 2021-05-01, title: Évènement français}
corrections:
  - {was: Avant français, now: Après français, why: Raison française}
replies:
  - {channel: Voie française, text: Réponse française}
---
Texte français, [l’autre](b.md), [la réponse](../responses/r.md), {{ days(\"a\") }}.
-- content/responses/r.md --
---
title: English response
kind: investigation
date: 2022-06-01
by: inspectorate
incidents: a
findings: [{text: English finding}]
recommendations: [{text: English advice, to: ops}]
---
-- content/responses/r.fr.md --
---
title: Réponse en français
findings: [{text: Constat français}]
recommendations: [{text: Conseil français}]
---
";

const WORDS: [&str; 18] = [
    "Titre français",
    "Résumé français",
    "Lieu français",
    "Chiffre français",
    "Règle française",
    "Prolongation française",
    "Suspension française",
    "Clôture française",
    "Promesse française",
    "Évènement français",
    "Avant français",
    "Après français",
    "Raison française",
    "Voie française",
    "Réponse française",
    "Texte français",
    "Constat français",
    "Conseil français",
];

fn compiled(site: &Site) -> Compiled {
    let compiled = site.as_of("2022-12-07");
    assert!(!compiled.complaints().contains("error"), "{}", compiled.complaints());
    compiled
}

/// Those of [`WORDS`] that stand in neither text.
fn missing<'w>(incident: &str, response: &str) -> Vec<&'w str> {
    WORDS
        .into_iter()
        .filter(|words| !incident.contains(words) && !response.contains(words))
        .collect()
}

#[test]
fn every_text_of_a_record_can_be_translated() {
    let compiled = compiled(&site(SITE));
    let (incident, response) =
        (compiled.words("fr/incidents/a/index.html"), compiled.words("fr/responses/r/index.html"));
    assert_eq!(missing(&incident, &response), [""; 0]);
    let left: Vec<&str> = incident.matches("English").chain(response.matches("English")).collect();
    // The switch to the other language, on each page.
    assert_eq!(left.len(), 2, "{incident}\n{response}");
    let (incident, response) =
        (compiled.text("fr/incidents/a/index.json"), compiled.text("fr/responses/r/index.json"));
    assert_eq!(missing(&incident, &response), [""; 0], "in the twins");
    assert!(compiled.words("fr/corrections/index.html").contains("Avant français"));
    assert_eq!(
        pages_with(&compiled, "fr", "promesse"),
        [vec![], vec![], vec!["Titre français".to_owned()]]
    );
    assert_eq!(pages_with(&compiled, "fr", "promise"), [vec![], vec![], Vec::<String>::new()]);
}

#[test]
fn links_and_counters_lead_to_the_page_in_the_readers_language() {
    let compiled = compiled(&site(SITE));
    let page = compiled.text("fr/incidents/a/index.html");
    for link in [
        "<a href=\"../../../fr/responses/r/\">la réponse",
        "<a href=\"../../../incidents/b/\">l’autre",
        "href=\"../../../fr/incidents/a/#clock-final-report\"",
    ] {
        assert!(page.contains(link), "{link}\n{page}");
    }
    assert!(
        compiled
            .text("incidents/a/index.html")
            .contains("href=\"../../incidents/a/#clock-final-report\"")
    );
}

#[test]
fn pages_in_the_language_of_the_record_stay_as_they_were_written() {
    let compiled = compiled(&site(SITE));
    for path in [
        "incidents/a/index.html",
        "responses/r/index.html",
        "incidents/a/index.json",
        "data/incidents.json",
        "corrections.xml",
    ] {
        let text = compiled.text(path);
        let foreign: Vec<&str> = WORDS.into_iter().filter(|words| text.contains(words)).collect();
        assert_eq!(foreign, [""; 0], "in {path}");
    }
}

#[test]
fn a_translation_follows_the_facts_and_not_the_order_and_what_is_new_stays_in_its_own_language() {
    let site = site(SITE)
        .with(
            "content/incidents/c.md",
            "---\ntitle: Events\noccurred: 2021-03-10\nevents:\n  - {date: 2021-04-01, title: New event}\n  - {date: 2021-05-01, title: Old event}\n  - {date: 2021-06-01, title: One of two}\n  - {date: 2021-06-01, title: Two of two}\n---\n",
        )
        .with(
            "content/incidents/c.fr.md",
            "---\ntitle: Évènements\nevents:\n  - {date: 2021-06-01, title: Un de deux}\n  - {date: 2021-06-01, title: Deux de deux}\n  - {date: 2021-05-01, title: Ancien}\n---\n",
        );
    let compiled = compiled(&site);
    let page = compiled.text("fr/incidents/c/index.html");
    let at = |words: &str| page.find(words).unwrap_or_else(|| panic!("{words} is not in {page}"));
    assert!(
        at("New event") < at("Ancien")
            && at("Ancien") < at("Un de deux")
            && at("Un de deux") < at("Deux de deux")
    );
    assert!(page.contains("lang=\"en\" dir=\"ltr\">New event"), "{page}");
    assert!(!page.contains("lang=\"en\" dir=\"ltr\">Ancien"), "{page}");
}

#[test]
fn what_a_translation_does_not_say_is_shown_as_it_was_written_and_marked() {
    let site = site(SITE)
        .with("content/incidents/c.md", "---\ntitle: A flood\nsummary: English summary.\noccurred: 2021-03-10\n---\nEnglish body.\n")
        .with("content/incidents/c.fr.md", "---\ntitle: Une crue\n---\n");
    let page = compiled(&site).text("fr/incidents/c/index.html");
    assert!(
        page.contains(
            "<h1>Une crue</h1><p class=\"stand\" lang=\"en\" dir=\"ltr\">English summary.</p>"
        ),
        "{page}"
    );
    assert!(
        page.contains("<div class=\"prose\" lang=\"en\" dir=\"ltr\">\n<p>English body.</p>"),
        "{page}"
    );
}

#[test]
fn figures_of_different_things_stay_apart_whatever_words_they_are_translated_with() {
    let figures = |words: [&str; 2]| {
        let entry = |(what, value): (&&str, u32)| format!("  - {{what: {what}, value: {value}}}\n");
        words.iter().zip([12, 300]).map(entry).collect::<String>()
    };
    let site = site(SITE)
        .with(
            "content/incidents/c.md",
            &format!(
                "---\ntitle: A flood\noccurred: 2021-03-10\nimpact:\n{}---\n",
                figures(["wounded", "hurt by smoke"])
            ),
        )
        .with(
            "content/incidents/c.fr.md",
            &format!("---\ntitle: Une crue\nimpact:\n{}---\n", figures(["blessés", "blessés"])),
        );
    let page = compiled(&site).text("fr/incidents/c/index.html");
    assert_eq!(page.matches("<th scope=\"row\">blessés</th>").count(), 2, "{page}");
}

#[test]
fn facts_are_the_same_however_they_are_laid_out_and_the_language_of_a_document_is_one() {
    let site = |response: &str| {
        site(SITE)
            .with(
                "content/incidents/c.md",
                "---\ntitle: A flood\noccurred: 2021-03-10\noperators: ops\nsources: [{id: one, title: One}]\n---\n",
            )
            .with("content/incidents/c.fr.md", "---\ntitle: Une crue\noperators: [ops]\nsources: [{title: One, id: one}]\n---\n")
            .with("content/responses/s.md", "---\ntitle: S\nkind: statement\ndate: 2022-01-01\nincidents: a\nlanguage: ko\n---\n")
            .with("content/responses/s.fr.md", response)
    };
    compiled(&site("---\ntitle: S\nlanguage: ko\n---\n"));
    assert_eq!(
        site("---\ntitle: S\nlanguage: de\n---\n").as_of("2022-12-07").codes(),
        ["translation-fact:3"]
    );
}

#[test]
fn a_translation_changes_no_count() {
    let with = compiled(&site(SITE));
    let without = compiled(&site(SITE.split("-- content/incidents/a.fr.md --").next().expect("the record")).with(
        "content/responses/r.md",
        "---\ntitle: English response\nkind: investigation\ndate: 2022-06-01\nby: inspectorate\nincidents: a\n---\n",
    ));
    assert_eq!(with.rows("data/clocks.json"), without.rows("data/clocks.json"));
}

/// The program's English words as those of another language.
fn english_as(language: &str) -> String {
    let files = overdue::load::built_in_theme().iter().filter_map(|(path, bytes)| {
        let rest = path.strip_prefix("words/en")?;
        let text = String::from_utf8_lossy(bytes);
        Some(format!("-- themes/ledger/words/{language}{rest} --\n{text}"))
    });
    files.collect()
}

#[test]
fn words_are_laid_out_in_the_direction_of_their_language_and_not_of_their_first_letter() {
    let fire = |language: &str, title: &str, text: &str| {
        format!("---\ntitle: {title}\ndate: 2026-11-01\nlanguage: {language}\n---\n\n{text}\n")
    };
    let text = format!(
        "-- overdue.yaml --\ntitle: Watch\nurl: https://watch.example/\nlanguages: [en, fa]\n\
         publisher: {{name: The desk}}\n{}\
         -- content/articles/fa.md --\n{}-- content/articles/ar.md --\n{}-- content/articles/he.md --\n{}\
         -- content/articles/ku.md --\n{}-- content/articles/en.md --\n{}",
        english_as("fa"),
        fire("fa", "OVH آتش‌سوزی", "AWS شرکت بزرگی است."),
        fire("ar", "AWS حريق", "OVH تقرير."),
        fire("he", "דוח", "OVH דוח."),
        fire("ku-Arab", "ئاگر", "AWS ئاگر."),
        fire("en", "A fire", "نص The rest."),
    );
    let compiled = site(&text).as_of("2026-11-22");
    let page = |path: &str| compiled.text(&format!("{path}index.html"));
    assert!(page("").contains("<html lang=\"en\" dir=\"ltr\">"));
    assert!(page("fa/").contains("<html lang=\"fa\" dir=\"rtl\">"));
    for (id, of_prose) in [
        ("ar", "lang=\"ar\" dir=\"rtl\""),
        ("he", "lang=\"he\" dir=\"rtl\""),
        ("ku", "lang=\"ku-Arab\" dir=\"rtl\""),
    ] {
        let page = page(&format!("articles/{id}/"));
        assert!(page.contains(&format!("<div class=\"prose\" {of_prose}>")), "{page}");
        assert!(!page.contains("dir=\"auto\""), "{page}");
    }
    assert!(page("articles/fa/").contains("<html lang=\"fa\" dir=\"rtl\">"));
    let listed = page("fa/articles/");
    assert!(listed.contains("lang=\"en\" dir=\"ltr\" hreflang=\"en\">A fire<"), "{listed}");
}

//! `overdue check --format`: the same diagnostics for people, programs, GitHub and whoever reads
//! SARIF.

use serde_json::{Value, json};

use crate::harness::Folder;

/// An error with a second place, a warning, and names that need escaping: accents and a comma in
/// the file's name, a percent sign in the text.
const SITE: &str = "\
-- content/incidents/é,1.md --
---
title: A fire
occurred: 2021-03-10
sources: [{title: A paper}]
---
Été: <b>100 %</b>.
-- content/responses/r.md --
---
title: A report
kind: final-report
date: 2020-06-01
incidents: [\"é,1\"]
sources: [{title: A paper}]
---
";

fn check(format: &str) -> (u8, String) {
    let said = Folder::of(SITE).run(&["check", "--format", format]);
    assert_eq!(said.err, "");
    (said.code, said.out)
}

fn parsed(format: &str) -> Value {
    let (code, out) = check(format);
    assert_eq!(code, 1);
    serde_json::from_str(&out).unwrap_or_else(|error| panic!("{error}: {out}"))
}

#[test]
fn json_is_one_document_with_every_diagnostic_and_its_places() {
    assert_eq!(
        parsed("json"),
        json!({
            "version": 1, "errors": 1, "warnings": 2, "notes": 0,
            "diagnostics": [
                {
                    "code": "html-shown", "severity": "warning", "message": "HTML is shown to readers as text", "label": null,
                    "help": "write Markdown; an angle bracket that is meant as such is `\\<`",
                    "file": "content/incidents/é,1.md", "line": 6, "column": 6, "end_line": 6, "end_column": 9, "related": []
                },
                {
                    "code": "html-shown", "severity": "warning", "message": "HTML is shown to readers as text", "label": null,
                    "help": "write Markdown; an angle bracket that is meant as such is `\\<`",
                    "file": "content/incidents/é,1.md", "line": 6, "column": 14, "end_line": 6, "end_column": 18, "related": []
                },
                {
                    "code": "date-order", "severity": "error",
                    "message": "this response (2020-06-01) is dated before its incident (2021-03-10)", "label": null,
                    "help": "check the year, month and day of both; one of the dates is mistyped",
                    "file": "content/responses/r.md", "line": 4, "column": 7, "end_line": 4, "end_column": 17,
                    "related": [{
                        "label": "the incident",
                        "file": "content/incidents/é,1.md", "line": 3, "column": 11, "end_line": 3, "end_column": 21
                    }]
                }
            ]
        })
    );
}

#[test]
fn github_gets_a_command_on_a_line_for_each_with_everything_escaped() {
    let (code, out) = check("github");
    assert_eq!(code, 1);
    assert_eq!(
        out,
        "::warning file=content/incidents/é%2C1.md,line=6,col=6,endLine=6,endColumn=8,title=html-shown::\
         HTML is shown to readers as text%0Awrite Markdown; an angle bracket that is meant as such is `\\<`\n\
         ::warning file=content/incidents/é%2C1.md,line=6,col=14,endLine=6,endColumn=17,title=html-shown::\
         HTML is shown to readers as text%0Awrite Markdown; an angle bracket that is meant as such is `\\<`\n\
         ::error file=content/responses/r.md,line=4,col=7,endLine=4,endColumn=16,title=date-order::\
         this response (2020-06-01) is dated before its incident (2021-03-10)%0Acheck the year, month and day of both; one of the dates is mistyped\
         %0Athe incident: content/incidents/é,1.md:3:11\n"
    );
}

#[test]
fn no_text_of_the_site_ends_a_github_command() {
    let folder = Folder::of(
        "-- content/incidents/a.md --\n---\ntitle: A fire\n\"::error::%0A\\r\\nx\": 1\noccurred: 2021-03-10\nsources: [{title: A}]\n---\n",
    );
    let said = folder.run(&["check", "--format", "github"]);
    assert_eq!(said.code, 1);
    for line in said.out.lines() {
        assert!(line.starts_with("::error file=") || line.starts_with("::warning file="), "{line}");
        assert!(!line.contains('\r'), "{line}");
    }
    assert!(said.out.contains("%250A"), "{}", said.out);
}

#[test]
fn sarif_has_rules_with_help_and_results_that_point_to_them() {
    let log = parsed("sarif");
    assert_eq!(log["version"], "2.1.0");
    let runs = log["runs"].as_array().expect("runs");
    assert_eq!(runs.len(), 1);
    let run = &runs[0];
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
    for rule in rules {
        for key in ["shortDescription", "fullDescription", "help"] {
            assert!(rule[key]["text"].as_str().is_some_and(|text| text.len() > 20), "{rule}");
        }
    }
    let results = run["results"].as_array().expect("results");
    assert_eq!(results.len(), 3);
    for result in results {
        let rule = &rules
            [usize::try_from(result["ruleIndex"].as_u64().expect("an index")).expect("small")];
        assert_eq!(rule["id"], result["ruleId"]);
        assert_eq!(rule["defaultConfiguration"]["level"], result["level"]);
        let location = &result["locations"][0]["physicalLocation"];
        let base = location["artifactLocation"]["uriBaseId"].as_str().expect("a base");
        assert!(run["originalUriBaseIds"].get(base).is_some(), "{base}");
    }
    assert_eq!(
        results[2],
        json!({
            "ruleId": "date-order", "ruleIndex": 0, "level": "error",
            "message": {"text": "this response (2020-06-01) is dated before its incident (2021-03-10)\n\
                                 check the year, month and day of both; one of the dates is mistyped"},
            "locations": [{"physicalLocation": {
                "artifactLocation": {"uri": "content/responses/r.md", "uriBaseId": "SITEROOT"},
                "region": {"startLine": 4, "startColumn": 7, "endLine": 4, "endColumn": 17}
            }}],
            "relatedLocations": [{
                "id": 1,
                "physicalLocation": {
                    "artifactLocation": {"uri": "content/incidents/%C3%A9%2C1.md", "uriBaseId": "SITEROOT"},
                    "region": {"startLine": 3, "startColumn": 11, "endLine": 3, "endColumn": 21}
                },
                "message": {"text": "the incident"}
            }]
        })
    );
}

#[test]
fn a_site_without_mistakes_is_an_empty_document_and_exit_0() {
    let good = Folder::of(
        "-- content/incidents/a.md --\n---\ntitle: A fire\noccurred: 2021-03-10\nsources: [{title: A paper}]\n---\n",
    );
    let said = good.run(&["check", "--format", "json"]);
    assert_eq!((said.code, &*said.err), (0, ""));
    let document: Value = serde_json::from_str(&said.out).expect("JSON");
    assert_eq!(
        document,
        json!({"version": 1, "errors": 0, "warnings": 0, "notes": 0, "diagnostics": []})
    );
    assert_eq!(good.run(&["check", "--format", "github"]).out, "");
    let log: Value =
        serde_json::from_str(&good.run(&["check", "--format", "sarif"]).out).expect("JSON");
    assert_eq!(log["runs"][0]["results"], json!([]));
    assert_eq!(good.run(&["check", "--format", "xml"]).code, 2);
}

#[test]
fn warnings_fail_under_strict_in_every_format() {
    let folder = Folder::of(
        "-- content/incidents/a.md --\n---\ntitle: A fire\noccurred: 2021-03-10\nsources: [{title: A paper}]\n---\nA <b>bold</b> word.\n",
    );
    for format in ["human", "json", "github", "sarif"] {
        assert_eq!(folder.run(&["check", "--format", format]).code, 0, "{format}");
        assert_eq!(folder.run(&["check", "--format", format, "--strict"]).code, 1, "{format}");
    }
}

/// What the two patterns of the editor's task look for: `LEVEL[CODE]: SENTENCE`, and on the next
/// line `--> FILE:LINE:COLUMN`.
#[test]
fn an_editor_finds_level_code_sentence_and_place_in_what_people_read() {
    let said = Folder::of(SITE).run(&["check"]);
    let lines: Vec<&str> = said.err.lines().collect();
    let mut found = Vec::new();
    for pair in lines.windows(2) {
        let Some((head, sentence)) = pair[0].split_once("]: ") else { continue };
        let Some((level, code)) = head.split_once('[') else { continue };
        if !matches!(level, "error" | "warning" | "note")
            || !code.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
        {
            continue;
        }
        let place = pair[1]
            .trim_start_matches(' ')
            .strip_prefix("--> ")
            .unwrap_or_else(|| panic!("no place after {}", pair[0]));
        let parts: Vec<&str> = place.rsplitn(3, ':').collect();
        found.push((level, code, sentence, parts[2], parts[1], parts[0]));
    }
    let html = "HTML is shown to readers as text";
    let order = "this response (2020-06-01) is dated before its incident (2021-03-10)";
    assert_eq!(
        found,
        [
            ("warning", "html-shown", html, "content/incidents/é,1.md", "6", "6"),
            ("warning", "html-shown", html, "content/incidents/é,1.md", "6", "14"),
            ("error", "date-order", order, "content/responses/r.md", "4", "7"),
        ]
    );
}

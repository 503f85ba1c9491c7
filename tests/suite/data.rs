//! Data for machines: tables, what describes them, and pages as data.

use serde_json::{Value, json};

use crate::harness::{Compiled, Folder, demonstration, site};

const SITE: &str = "\
-- overdue.yaml --
title: A watch — 火
url: https://watch.example/site/
publisher: {name: The editors}
-- content/organisations/operator.md --
---
title: The operator
role: operator
---
-- content/incidents/fire.md --
---
title: \"=HYPERLINK(\\\"https://evil.example\\\")\"
summary: \"-1, \\\"quoted\\\",\\nand a line\"
occurred: 2021-03-10
place: \"@home\"
country: FR
operators: operator
tags: [\"+one\", two]
impact: [{what: people, value: -3}]
awaiting: [{report: final-report, from: operator, due: 2021-06-30, checked: 2026-11-01}]
---
-- content/responses/order.md --
---
title: An order
kind: order
date: 2021-04-01
incidents: fire
---
";

/// The rows of a table, each a list of texts.
fn table(compiled: &Compiled, path: &str) -> Vec<Vec<String>> {
    let text = compiled.text(path);
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect()
}

#[test]
fn no_cell_of_a_table_is_a_formula_and_the_json_keeps_the_words() {
    let compiled = site(SITE).as_of("2026-11-22");
    assert_eq!(
        compiled.text("data/incidents.csv"),
        "id,title,summary,occurred,ended,timezone,place,country,operators,sector,tags,clocks,headline,url\r\n\
         fire,\"'=HYPERLINK(\"\"https://evil.example\"\")\",\"'-1, \"\"quoted\"\",\nand a line\",2021-03-10,,UTC,'@home,FR,operator,,\
         '+one; two,final-report,final-report,https://watch.example/site/incidents/fire/\r\n"
    );
    assert_eq!(
        compiled.rows("data/incidents.json")[0]["title"],
        "=HYPERLINK(\"https://evil.example\")"
    );
}

/// Beginnings of cells that a spreadsheet takes for more than text.
fn is_live(cell: &str) -> bool {
    let cell = cell.trim_start_matches(' ');
    cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\0', '＝', '＋', '－', '＠', '﹣', '⁼'])
        && cell.parse::<i64>().is_err()
}

/// The cells of a table as a program reads it that parts them at `separator`.
fn cells(table: &str, separator: u8) -> Vec<String> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(table.as_bytes());
    reader
        .records()
        .flat_map(|row| row.expect("a row").iter().map(str::to_owned).collect::<Vec<_>>())
        .collect()
}

/// H23
#[test]
fn wherever_a_spreadsheet_parts_cells_none_is_a_formula() {
    const SIGNS: [&str; 16] = [
        "=1+1", "+1", "-1+1", "@SUM(1)", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠1", "﹣1", "⁼1",
        " =1", "\"=1", "\" =1", "\"\n=1",
    ];
    const BEFORE: [&str; 14] = [
        "",
        "a;",
        "a; ",
        "a\t",
        "a\n",
        "a\r\n",
        "a\r",
        "a, b;",
        "\"a\";",
        "a;\"b;",
        ";;",
        "a;\"\"",
        "a\u{2028}",
        "a\n\n",
    ];
    const AFTER: [&str; 6] = ["", ";", "\t", "\n", ";\"", ", b;"];
    for before in BEFORE {
        let mut text = "-- overdue.yaml --\ntitle: A watch\nurl: https://watch.example/\n\
                        outputs: {cards: false, embeds: false, badges: false, twins: false, feeds: false, search: false}\n"
            .to_owned();
        for (number, sign) in SIGNS.iter().enumerate() {
            // A text in JSON is the same in YAML.
            let nasty =
                serde_json::to_string(&format!("{before}{sign}{}", AFTER[number % AFTER.len()]))
                    .expect("a text");
            text += &format!(
                "-- content/organisations/o{number}.md --\n---\ntitle: {nasty}\n---\n\
                 -- content/incidents/a{number}.md --\n---\ntitle: {nasty}\nsummary: {nasty}\noccurred: 2021-03-10\nplace: {nasty}\n\
                 sector: {nasty}\noperators: o{number}\ntags: [{nasty}, {nasty}]\n\
                 awaiting: [{{report: final-report, from: o{number}, due: 2027-01-01, rule: {nasty}}}]\n---\n\
                 -- content/responses/r{number}.md --\n---\ntitle: {nasty}\nkind: statement\ndate: 2021-05-01\nby: o{number}\n\
                 incidents: a{number}\n---\n"
            );
        }
        let compiled = site(&text).as_of("2026-11-22");
        let paths = compiled.files.keys().filter(|path| path.ends_with(".csv"));
        let mut tables: Vec<(&str, String)> =
            paths.map(|path| (path.as_str(), compiled.text(path))).collect();
        assert_eq!(tables.len(), 3, "{}", compiled.complaints());
        let status = Folder::of(&text).run(&["status", "--format", "csv"]);
        assert!(status.out.lines().count() > SIGNS.len(), "{}", status.err);
        tables.push(("status", status.out));
        for (path, table) in tables {
            for separator in *b",;\t" {
                for cell in cells(&table, separator) {
                    assert!(
                        !is_live(&cell),
                        "after {before:?} in {path} parted at {:?}: {cell:?}",
                        char::from(separator)
                    );
                }
            }
        }
    }
}

#[test]
fn text_that_is_no_formula_is_in_a_table_as_it_was_written() {
    for text in
        ["", "a; b", "a;b - c", "2-1", "a\nb", "a\n\nb", "'=1", "a = b", "a;;b", "\"a\"; \"b\""]
    {
        let written = serde_json::to_string(text).expect("a text");
        let compiled = site(&format!(
            "-- content/incidents/a.md --\n---\ntitle: A\noccurred: 2021-03-10\nplace: {written}\n---\n"
        ));
        assert_eq!(table(&compiled.as_of("2026-11-22"), "data/incidents.csv")[1][6], text);
    }
}

#[test]
fn numbers_dates_and_absent_values_are_cells_of_their_own() {
    let rows = table(&site(SITE).as_of("2026-11-22"), "data/clocks.csv");
    let row: Vec<(&str, &str)> =
        rows[0].iter().map(String::as_str).zip(rows[1].iter().map(String::as_str)).collect();
    assert_eq!(
        row,
        [
            ("incident", "fire"),
            ("clock", "final-report"),
            ("report", "final-report"),
            ("from", "operator"),
            ("since", "2021-03-10"),
            ("timezone", "UTC"),
            ("as_of", "2026-11-22"),
            ("elapsed_days", "2083"),
            ("at_least", "false"),
            ("standing", "overdue"),
            ("freshness", "fresh"),
            ("checked", "2026-11-01"),
            ("evidenced_days", "2062"),
            ("due", "2021-06-30"),
            ("due_ends", "end-of-day"),
            ("due_original", "2021-06-30"),
            ("provisional", "false"),
            ("overdue_days", "1971"),
            ("days_late", ""),
            ("stopped_by", ""),
            ("stopped_on", ""),
            ("missing", ""),
            ("headline", "true"),
            ("force", "soft"),
            ("url", "https://watch.example/site/incidents/fire/#clock-final-report"),
            ("document", "final report"),
            ("due_doubtful", "false"),
            ("evidence_until", ""),
            (
                "statement",
                "2,083 days without a final report from The operator on “=HYPERLINK(\"https://evil.example\")”, as of 22 November 2026.",
            ),
        ]
    );
}

/// The keys of a JSON object in the order in which they are written.
fn keys(row: &str) -> Vec<String> {
    struct Keys(Vec<String>);
    impl<'de> serde::Deserialize<'de> for Keys {
        fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            struct Visit;
            impl<'de> serde::de::Visitor<'de> for Visit {
                type Value = Keys;
                fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    f.write_str("an object")
                }
                fn visit_map<A: serde::de::MapAccess<'de>>(
                    self,
                    mut map: A,
                ) -> Result<Keys, A::Error> {
                    let mut keys = Vec::new();
                    while let Some((key, _)) = map.next_entry::<String, Value>()? {
                        keys.push(key);
                    }
                    Ok(Keys(keys))
                }
            }
            deserializer.deserialize_map(Visit)
        }
    }
    serde_json::from_str::<Keys>(row).expect("an object").0
}

#[test]
fn the_package_describes_every_file_and_each_column_once() {
    let compiled = demonstration().as_of("2026-11-22");
    let package: Value =
        serde_json::from_str(&compiled.text("data/datapackage.json")).expect("JSON");
    let resources = package["resources"].as_array().expect("resources");
    let mut described: Vec<String> = resources
        .iter()
        .map(|resource| format!("data/{}", resource["path"].as_str().expect("a path")))
        .collect();
    described.push("data/datapackage.json".to_owned());
    described.sort();
    let files: Vec<&String> =
        compiled.files.keys().filter(|path| path.starts_with("data/")).collect();
    assert_eq!(described.iter().collect::<Vec<_>>(), files);

    for resource in resources.iter().filter(|resource| resource["type"] == "table") {
        let path = resource["path"].as_str().expect("a path");
        let rows = table(&compiled, &format!("data/{path}"));
        let fields = resource["schema"]["fields"].as_array().expect("fields");
        let names: Vec<&str> =
            fields.iter().map(|field| field["name"].as_str().expect("a name")).collect();
        assert_eq!(rows[0], names, "{path}");
        let json = compiled.text(&format!("data/{}", path.replace(".csv", ".json")));
        let first = json.lines().nth(1).expect("a row").trim_end_matches(',');
        assert_eq!(
            names,
            keys(first)
                .iter()
                .filter(|key| *key != "impact" && *key != "instances")
                .collect::<Vec<_>>(),
            "{path}"
        );
        assert_eq!(
            rows.len() - 1,
            compiled.rows(&format!("data/{}", path.replace(".csv", ".json"))).len(),
            "{path}"
        );
        for row in &rows[1..] {
            for (field, cell) in fields.iter().zip(row).filter(|(_, cell)| !cell.is_empty()) {
                let fits = match field["type"].as_str().expect("a type") {
                    "integer" => cell.parse::<i64>().is_ok(),
                    "boolean" => matches!(&**cell, "true" | "false"),
                    "date" => cell.parse::<chrono::NaiveDate>().is_ok(),
                    other => other == "string",
                };
                assert!(fits, "{path}: {} holds {cell}", field["name"]);
            }
        }
    }
}

#[test]
fn the_package_has_a_name_of_plain_letters() {
    let package: Value =
        serde_json::from_str(&site(SITE).as_of("2026-11-22").text("data/datapackage.json"))
            .expect("JSON");
    assert_eq!(package["name"], "a-watch");
    assert_eq!(package["contributors"], json!([{"title": "The editors", "roles": ["publisher"]}]));
    assert_eq!(package["licenses"], Value::Null, "a licence is the publisher's to give");
}

#[test]
fn each_page_has_a_twin_that_says_the_same() {
    let compiled = site(SITE).as_of("2026-11-22");
    // A frame on another site is a part of a page, and its clock has a badge as data.
    let pages = compiled
        .files
        .keys()
        .filter(|path| !path.starts_with("embed/"))
        .filter_map(|path| path.strip_suffix("index.html"));
    for page in pages {
        let twin: Value =
            serde_json::from_str(&compiled.text(&format!("{page}index.json"))).expect("JSON");
        assert_eq!(twin["page"]["canonical"], format!("https://watch.example/site/{page}"));
        let link = format!(
            "<link rel=\"alternate\" type=\"application/json\" href=\"{}{page}index.json\">",
            twin["page"]["root"].as_str().expect("a root")
        );
        assert!(compiled.text(&format!("{page}index.html")).contains(&link), "no {link}");
    }
    let twin: Value =
        serde_json::from_str(&compiled.text("incidents/fire/index.json")).expect("JSON");
    assert_eq!(twin["record"]["title"], "=HYPERLINK(\"https://evil.example\")");
    assert_eq!(twin["view"]["counters"][0]["number"]["value"], 2083);
    assert!(!compiled.has("404.json") && !compiled.has("404.html/index.json"));
}

#[test]
fn twins_can_be_turned_off() {
    let off = site(&SITE.replace("publisher:", "outputs: {twins: false}\npublisher:"))
        .as_of("2026-11-22");
    assert!(off.files.keys().all(|path| !path.ends_with("index.json")));
    assert!(!off.text("index.html").contains("rel=\"alternate\" type=\"application/json\""));
}

#[test]
fn a_twin_changes_with_the_day_only_where_its_page_does() {
    let (today, tomorrow) =
        (demonstration().as_of("2026-11-23"), demonstration().as_of("2026-11-24"));
    let changed = |path: &str| today.files[path] != tomorrow.files[path];
    let page = |twin: &str| twin.replace("index.json", "index.html");
    let twins = today.files.keys().filter(|path| path.ends_with("index.json"));
    let alone: Vec<_> = twins.filter(|twin| changed(twin) && !changed(&page(twin))).collect();
    assert!(alone.is_empty(), "{alone:?}");
}

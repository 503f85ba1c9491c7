//! `overdue schema --for`: what the forms write is what the program reads, and a day stays that
//! day.

use chrono::{NaiveDate, TimeZone, Utc};
use chrono_tz::Tz;
use overdue::clock::AsOf;
use overdue::load::Tree;
use overdue::parse::ParseCache;
use overdue::resolve::{Ahead, Options, read_site};
use serde_json::{Map, Value, json};

use crate::harness::{Folder, SETTINGS, incident, instant};

fn configuration(editor: &str) -> Value {
    let said = Folder::new().run(&["schema", "--for", editor]);
    assert_eq!(said.code, 0, "{}", said.err);
    serde_yaml::from_str(&said.out)
        .unwrap_or_else(|error| panic!("{editor}: {error}\n{}", said.out))
}

/// What somebody types into a field for text.
fn typed(key: &str, pattern: &str) -> Value {
    match (key, pattern) {
        ("timezone", _) => "Europe/Paris".into(),
        ("slug" | "id", _) => "a-name".into(),
        ("since", _) => "occurred".into(),
        // Front Matter CMS has no patterns, so that somebody has to know what the description says.
        ("occurred" | "aware" | "ended" | "date" | "delivered" | "withdrawn" | "published", "") => {
            "2021-03-10".into()
        }
        ("country", "") => "FR".into(),
        ("language", "") => "en".into(),
        ("url" | "archived", "") => "https://a.example/".into(),
        (_, pattern) if pattern.starts_with("^https?") => "https://a.example/".into(),
        (_, pattern) if pattern.contains("minutes") => "30 days".into(),
        (_, pattern) if pattern.starts_with("^[0-9]{4}") => "2021-03-10".into(),
        (_, "^[A-Za-z]{2}$") => "FR".into(),
        (_, pattern) if pattern.starts_with("^[A-Za-z]{2,3}") => "en".into(),
        _ => "a-name".into(),
    }
}

/// What a form writes for a field: the rules of the editor's documentation. Nothing for the text of
/// the page.
fn written(field: &Value) -> Option<(String, Value)> {
    let key = field["name"].as_str().expect("a name").to_owned();
    if key == "body" {
        return None;
    }
    let pattern = [&field["pattern"][0], &field["pattern"]["regex"]]
        .into_iter()
        .find_map(Value::as_str)
        .unwrap_or_default();
    // Pages CMS holds what was left empty against it, too.
    let pattern = pattern.strip_prefix("^$|").unwrap_or(pattern);
    let parts = || {
        Value::Object(
            field["fields"]
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(written)
                .collect::<Map<_, _>>(),
        )
    };
    let first = |words: &Value| {
        [&words[0]["value"], &words[0]["id"]]
            .into_iter()
            .find(|word| word.is_string())
            .cloned()
            .expect("a word")
    };
    let one = match field["widget"].as_str().or(field["type"].as_str()).expect("a kind of field") {
        "string" | "text" | "relation" => typed(&key, pattern),
        "datetime" | "date" => {
            let format = [&field["date_format"], &field["dateFormat"], &field["options"]["format"]]
                .into_iter()
                .find_map(Value::as_str);
            assert!(
                matches!(format, Some("YYYY-MM-DD" | "yyyy-MM-dd")),
                "{key} is written with a time: {field}"
            );
            if field["widget"] == "datetime" {
                assert_eq!(
                    (&field["time_format"], &field["picker_utc"]),
                    (&json!(false), &json!(true)),
                    "{key}"
                );
            }
            "2021-03-10".into()
        }
        "boolean" | "draft" => true.into(),
        "number" if key == "item" || key == "covers" => 2021.into(),
        "number" => 1.into(),
        "select" if field["options"].is_array() => first(&field["options"]),
        "select" => first(&field["options"]["values"]),
        "choice" => first(&field["choices"]),
        "tags" => json!(["a"]),
        "list" if field["fields"].is_array() => json!([parts()]),
        "list" if field["field"].is_object() => {
            json!([written(&field["field"]).expect("an entry").1])
        }
        "list" => json!(["a-name"]),
        "object" | "fields" => parts(),
        other => panic!("the field {other} is not known"),
    };
    let is_list = field["multiple"] == true || field["list"] == true;
    Some((key, if is_list { json!([one]) } else { one }))
}

/// What only the form of a record can be blamed for.
fn misshapen(folder: &str, front: &Value) -> Vec<String> {
    let mut tree = Tree::default();
    tree.insert_text("overdue.yaml", SETTINGS);
    if matches!(folder, "regimes" | "calendars") {
        tree.insert_text(&format!("content/{folder}/a.yaml"), &format!("{front}\n"));
    } else {
        tree.insert_text(&format!("content/{folder}/a.md"), &format!("---\n{front}\n---\n"));
    }
    let as_of = AsOf::Instant(instant("2026-11-22T12:00:00Z"));
    let found = read_site(
        &tree,
        Options { as_of, ahead: Ahead::Mistake, drafts: true },
        &mut ParseCache::default(),
    )
    .diagnostics;
    let shape = [
        "key-unknown",
        "key-missing",
        "key-duplicate",
        "value-type",
        "value-unknown",
        "value-range",
        "date-form",
        "date-impossible",
        "date-shifted",
        "date-has-time",
        "period-form",
        "url-form",
        "zone-unknown",
        "country-unknown",
        "language-unknown",
        "yaml-syntax",
    ];
    let blamed = found.iter().filter(|found| shape.contains(&found.code.name()));
    blamed.map(|found| format!("{}: {}", found.code.name(), found.message)).collect()
}

#[test]
fn a_record_with_every_field_of_every_form_is_read() {
    for (editor, collections, name) in [
        ("decap", "/collections", "name"),
        ("sveltia", "/collections", "name"),
        ("pages-cms", "/content", "name"),
        ("front-matter-cms", "/frontMatter.taxonomy.contentTypes", "name"),
    ] {
        let whole = configuration(editor);
        let collections =
            whole.pointer(collections).and_then(Value::as_array).expect("collections");
        let kinds = if editor == "front-matter-cms" { 5 } else { 7 };
        assert_eq!(collections.len(), kinds, "{editor}");
        for collection in collections {
            let kind = collection[name].as_str().unwrap();
            let folder = if kind.ends_with('s') { kind.to_owned() } else { format!("{kind}s") };
            let fields = collection["fields"].as_array().unwrap();
            assert_eq!(fields[0]["name"], "title", "{editor} {kind}");
            let mut front: Map<String, Value> = fields.iter().filter_map(written).collect();
            // A limit is written in one of two ways, and a form offers both.
            for clock in
                front.get_mut("awaiting").and_then(Value::as_array_mut).into_iter().flatten()
            {
                clock.as_object_mut().unwrap().remove("due");
            }
            if let Some(years) = front.get_mut("covers") {
                *years = json!([2021, 2022]);
            }
            let found = misshapen(&folder, &Value::Object(front.clone()));
            assert!(found.is_empty(), "{editor} {kind}: {found:?}\n{:#}", Value::Object(front));
        }
    }
}

/// Every field of every form, with whether it stands in a part that is there once.
fn every_field(fields: &Value, alone: bool, see: &mut impl FnMut(&Value, bool)) {
    for field in fields.as_array().into_iter().flatten() {
        see(field, alone);
        let is_part = field["list"] != true
            && matches!(
                field["widget"].as_str().or(field["type"].as_str()),
                Some("object" | "fields")
            );
        every_field(&field["fields"], is_part, see);
    }
}

#[test]
fn no_form_fills_in_what_nobody_said_or_asks_for_what_may_be_absent() {
    for (editor, collections) in [("decap", "/collections"), ("pages-cms", "/content")] {
        let whole = configuration(editor);
        let (mut days, mut patterns) = (0, 0);
        for collection in whole.pointer(collections).unwrap().as_array().unwrap() {
            every_field(&collection["fields"], false, &mut |field, in_part| {
                let told = format!("{editor} {}: {field}", collection["name"]);
                assert!(!in_part || field["required"] == false, "{told}");
                if editor == "decap" {
                    assert!(field.get("default").is_none(), "{told}");
                    return;
                }
                let is_day = field["type"] == "date";
                assert_eq!(field.get("default"), is_day.then_some(&json!("")), "{told}");
                days += usize::from(is_day);
                if let (Some(pattern), false) =
                    (field["pattern"]["regex"].as_str(), field["required"] == true)
                {
                    assert!(pattern.starts_with("^$|"), "{told}");
                    patterns += 1;
                }
            });
        }
        assert!(editor == "decap" || (days > 10 && patterns > 20), "{days} {patterns}");
    }
    let decap = configuration("decap");
    assert_eq!(decap["output"]["omit_empty_optional_fields"], true);
    let types = configuration("front-matter-cms");
    for kind in types["frontMatter.taxonomy.contentTypes"].as_array().unwrap() {
        assert_eq!(kind["clearEmpty"], true);
    }
}

#[test]
fn a_key_of_more_than_one_shape_has_no_form_and_the_form_says_so() {
    for (editor, collections, formless) in [
        (
            "decap",
            "/collections",
            &["since", "regimes", "triggers", "holidays", "publicly_observable", "stops"][..],
        ),
        // It drops the word in `awaiting: none`.
        ("sveltia", "/collections", &["since", "regimes", "stops", "awaiting"]),
        // What stands in a list would be lost.
        (
            "pages-cms",
            "/content",
            &["since", "regimes", "triggers", "holidays", "awaiting", "limits", "impact"],
        ),
    ] {
        let whole = configuration(editor);
        let mut said = String::new();
        for collection in whole.pointer(collections).unwrap().as_array().unwrap() {
            said.push_str(collection["description"].as_str().unwrap_or_default());
            every_field(&collection["fields"], false, &mut |field, _| {
                said.push_str(field["hint"].as_str().unwrap_or_default());
                let name = field["name"].as_str().unwrap();
                // The condition of a limit names a trigger and nothing else.
                let is_text = field["widget"] == "string" || field["type"] == "string";
                assert!(
                    !formless.contains(&name) || name == "since" && is_text,
                    "{editor}: {field}"
                );
            });
        }
        assert!(
            editor == "pages-cms" || said.contains("since") && said.contains("regimes"),
            "{said}"
        );
    }
}

#[test]
fn labels_are_words_in_the_language_of_the_site() {
    for (language, label) in [
        ("en", "When it happened"),
        ("fr", "Quand c’est arrivé"),
        ("ko", "일어난 때"),
        ("de", "When it happened"),
    ] {
        let folder = Folder::new();
        folder.put("overdue.yaml", format!("{SETTINGS}\nlanguage: {language}\n"));
        let said = folder.run(&["schema", "--for", "decap"]);
        assert_eq!(said.code, 0, "{}", said.err);
        assert!(said.out.contains(&format!("\"{label}\"")), "{language}");
    }
}

#[test]
fn what_a_form_left_empty_is_absent() {
    let site = incident(
        "occurred: 2021-03-10\nimage: {file: '', alt: '', credit: ''}\ntriggers: {}\nsources: []\n\
         awaiting: [{report: final-report, closed: {on: '', why: ''}, extended: [], checked: ''}]",
    );
    let compiled = site.as_of("2021-03-20");
    assert!(!compiled.complaints().contains("error["), "{}", compiled.complaints());
    let rows: Value = serde_json::from_str(&compiled.text("data/clocks.json")).unwrap();
    let row = if rows.is_array() { &rows[0] } else { &rows["clocks"][0] };
    assert_eq!(row["elapsed_days"], 10, "the clock runs: {row}");
}

#[test]
fn a_moment_is_a_text_and_never_a_date_picker() {
    for (editor, collections) in [
        ("decap", "/collections/0"),
        ("pages-cms", "/content/0"),
        ("front-matter-cms", "/frontMatter.taxonomy.contentTypes/0"),
    ] {
        let whole = configuration(editor);
        let fields = whole.pointer(collections).unwrap()["fields"].as_array().unwrap();
        let occurred = fields.iter().find(|field| field["name"] == "occurred").expect("a field");
        assert!(
            matches!(occurred["widget"].as_str().or(occurred["type"].as_str()), Some("string")),
            "{editor}: {occurred}"
        );
    }
}

/// What tools write when somebody in `zone` picks this day.
fn ways(day: NaiveDate, zone: Tz) -> Vec<(&'static str, String)> {
    let midnight = zone
        .from_local_datetime(&day.and_hms_opt(0, 0, 0).unwrap())
        .earliest()
        .expect("a midnight");
    vec![
        ("the day, as every form above is told to", day.to_string()),
        ("the day in quotes", format!("\"{day}\"")),
        ("midnight of that day in UTC, as Tina does", format!("{day}T00:00:00.000Z")),
        (
            "its own midnight, in UTC, as forms do that are told nothing",
            midnight.with_timezone(&Utc).format("%Y-%m-%dT%H:%M:%S%.3fZ").to_string(),
        ),
        (
            "its own midnight with the offset, as Decap does with a picker that is not in UTC",
            midnight.format("%Y-%m-%dT%H:%M:%S%:z").to_string(),
        ),
    ]
}

#[test]
fn however_a_tool_writes_a_day_it_counts_the_same_in_five_zones_or_is_refused_with_its_place() {
    let day = NaiveDate::from_ymd_opt(2021, 3, 10).unwrap();
    let (mut counted, mut refused) = (0, 0);
    for zone in [
        Tz::UTC,
        Tz::Europe__Paris,
        Tz::Asia__Seoul,
        Tz::America__Los_Angeles,
        Tz::Pacific__Kiritimati,
    ] {
        for (way, text) in ways(day, zone) {
            // `occurred` takes any moment, `checked` a day alone.
            let site = incident(&format!(
                "timezone: {zone}\noccurred: {text}\nawaiting: [{{report: final-report, checked: {text}}}]"
            ));
            let compiled = site.as_of("2021-03-20");
            let complaints = compiled.complaints();
            if complaints.contains("error[") {
                assert!(
                    complaints.contains("error[date-shifted]")
                        && complaints.contains("content/incidents/a.md:"),
                    "{zone}, {way}: {complaints}"
                );
                assert!(way.contains("midnight"), "{zone}: {way}");
                refused += 1;
                continue;
            }
            let rows: Value = serde_json::from_str(&compiled.text("data/clocks.json")).unwrap();
            let row = if rows.is_array() { &rows[0] } else { &rows["clocks"][0] };
            assert_eq!(
                (&row["elapsed_days"], &row["checked"]),
                (&json!(10), &json!("2021-03-10")),
                "{zone}, {way}: {text}"
            );
            counted += 1;
        }
    }
    assert!(counted >= 15 && refused >= 4, "{counted} counted, {refused} refused");
}

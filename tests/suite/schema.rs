//! `overdue schema`: what it allows is what the program reads, in both directions.

use overdue::clock::AsOf;
use overdue::load::{Tree, built_in_calendars, built_in_regimes, built_in_theme};
use overdue::parse::{ParseCache, front_matter_schema};
use overdue::plan::{Output, plan};
use overdue::resolve::{Ahead, Options, read_site};
use overdue::site::SiteModel;
use overdue::view;
use serde_json::{Map, Value, json};

use crate::harness::{Folder, SETTINGS, instant, repository};

/// Why a value does not fit a schema; only the words of JSON Schema that ours uses, and it fails on
/// others.
fn misfits(schema: &Value, value: &Value, root: &Value, at: &str) -> Vec<String> {
    if schema == &Value::Bool(true) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (word, asked) in schema.as_object().expect("a schema") {
        match word.as_str() {
            "$ref" => {
                let name = asked.as_str().unwrap().strip_prefix("#/$defs/").expect("a definition");
                found.extend(misfits(&root["$defs"][name], value, root, at));
            }
            "anyOf" | "oneOf" => {
                let ways: Vec<Vec<String>> = asked
                    .as_array()
                    .unwrap()
                    .iter()
                    .map(|way| misfits(way, value, root, at))
                    .collect();
                if ways.iter().all(|way| !way.is_empty()) {
                    found.push(format!("{at}: fits none of {}: {value}", ways.concat().join("; ")));
                }
            }
            "type" => {
                let is = |name: &Value| match name.as_str().unwrap() {
                    "string" => value.is_string(),
                    "number" => value.is_number(),
                    "integer" => value.is_i64(),
                    "boolean" => value.is_boolean(),
                    "array" => value.is_array(),
                    "object" => value.is_object(),
                    "null" => value.is_null(),
                    other => panic!("type {other}"),
                };
                let fits = asked.as_array().map_or_else(|| is(asked), |all| all.iter().any(is));
                if !fits {
                    found.push(format!("{at}: {value} is no {asked}"));
                }
            }
            "enum" if !asked.as_array().unwrap().contains(value) => {
                found.push(format!("{at}: {value} is none of {asked}"));
            }
            "pattern" => {
                if let (Some(text), Ok(pattern)) =
                    (value.as_str(), regex_lite::Regex::new(asked.as_str().unwrap()))
                    && !pattern.is_match(text)
                {
                    found.push(format!("{at}: {value} does not match {asked}"));
                }
            }
            "items" => {
                for (number, item) in value.as_array().into_iter().flatten().enumerate() {
                    found.extend(misfits(asked, item, root, &format!("{at}[{number}]")));
                }
            }
            "required" => {
                let Some(map) = value.as_object() else { continue };
                let missing = asked
                    .as_array()
                    .unwrap()
                    .iter()
                    .filter(|key| !map.contains_key(key.as_str().unwrap()));
                found.extend(missing.map(|key| format!("{at}: {key} is missing")));
            }
            "additionalProperties" => {
                let Some(map) = value.as_object() else { continue };
                let own = schema.get("properties").and_then(Value::as_object);
                for (key, value) in
                    map.iter().filter(|(key, _)| !own.is_some_and(|own| own.contains_key(*key)))
                {
                    match asked {
                        Value::Bool(false) => found.push(format!("{at}: there is no key {key}")),
                        asked => found.extend(misfits(asked, value, root, &format!("{at}.{key}"))),
                    }
                }
            }
            "properties" => {
                for (key, value) in value.as_object().into_iter().flatten() {
                    if let Some(schema) = asked.get(key) {
                        found.extend(misfits(schema, value, root, &format!("{at}.{key}")));
                    }
                }
            }
            "minLength" => {
                if value.as_str().is_some_and(str::is_empty) {
                    found.push(format!("{at}: empty"));
                }
            }
            "const" if asked != value => found.push(format!("{at}: {value} is not {asked}")),
            "prefixItems" => {
                for (number, (asked, item)) in asked
                    .as_array()
                    .unwrap()
                    .iter()
                    .zip(value.as_array().into_iter().flatten())
                    .enumerate()
                {
                    found.extend(misfits(asked, item, root, &format!("{at}[{number}]")));
                }
            }
            "const" | "default" | "minItems" | "maxItems" | "maxProperties" | "enum"
            | "minimum" | "maximum" | "title" | "description" | "examples" | "format"
            | "x-names" => {}
            other => panic!("JSON Schema's `{other}` is not read by this test"),
        }
    }
    found
}

fn yaml(text: &str) -> Value {
    serde_yaml::from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

fn fits(kind: &str, text: &str, name: &str) {
    let schema = front_matter_schema(&[]);
    let found = misfits(&schema["$defs"][kind], &yaml(text), &schema, name);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn every_record_of_the_demonstration_and_every_built_in_file_fits() {
    for (folder, kind) in [
        ("incidents", "incident"),
        ("responses", "response"),
        ("articles", "article"),
        ("organisations", "organisation"),
        ("pages", "page"),
    ] {
        for entry in std::fs::read_dir(repository().join("content").join(folder)).expect("a folder")
        {
            let path = entry.expect("a record").path();
            if path.is_dir() {
                continue;
            }
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if name.matches('.').count() > 1 {
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            let front = text
                .strip_prefix("---\n")
                .and_then(|rest| rest.split_once("\n---\n"))
                .expect("front matter")
                .0;
            fits(kind, front, &name);
        }
    }
    for (id, text) in built_in_regimes() {
        fits("regime", text, id);
    }
    for (id, text) in built_in_calendars() {
        fits("calendar", text, id);
    }
    fits(
        "configuration",
        &std::fs::read_to_string(repository().join("overdue.yaml")).unwrap(),
        "overdue.yaml",
    );
}

#[test]
fn what_the_schema_refuses_the_program_refuses_too() {
    let schema = front_matter_schema(&[]);
    for (lines, code) in [
        ("occured: 2021-03-10", "key-unknown"),
        ("occurred: 10/03/2021", "date-form"),
        ("occurred: 2021-03-10\ncountry: FRA", "country-unknown"),
        ("occurred: 2021-03-10\ndraft: maybe", "value-type"),
        ("occurred: 2021-03-10\nawaiting: [{report: final_report}]", "value-unknown"),
        ("occurred: 2021-03-10\nawaiting: [{report: final-report, within: a year}]", "period-form"),
        (
            "occurred: 2021-03-10\nawaiting: [{report: final-report, force: strong}]",
            "value-unknown",
        ),
        ("occurred: 2021-03-10\nsources: [{url: https://a.example/}]", "key-missing"),
        ("occurred: 2021-03-10\nsources: [{title: A, url: a.example}]", "url-form"),
        ("place: here", "key-missing"),
    ] {
        let text = format!("title: A fire\n{lines}");
        assert!(
            !misfits(&schema["$defs"]["incident"], &yaml(&text), &schema, "").is_empty(),
            "the schema lets pass:\n{text}"
        );
        let said = Folder::of(&format!("-- content/incidents/a.md --\n---\n{text}\n---\n"))
            .run(&["check"]);
        assert!(said.err.contains(&format!("error[{code}]")), "{text}\n{}", said.err);
    }
}

/// A value that fits, with every key that there is; `level` keeps it finite.
fn sample(schema: &Value, root: &Value, key: &str) -> Value {
    if let Some(name) = schema.get("$ref").and_then(Value::as_str) {
        return sample(&root["$defs"][name.strip_prefix("#/$defs/").unwrap()], root, key);
    }
    if let Some(ways) = schema.get("anyOf").and_then(Value::as_array) {
        return sample(&ways[0], root, key);
    }
    if let Some(words) = schema.get("enum").and_then(Value::as_array) {
        return words[0].clone();
    }
    match schema["type"].as_str().or_else(|| schema["type"][0].as_str()).expect("a type") {
        "object" => {
            let keys = schema.get("properties").and_then(Value::as_object);
            let made = keys
                .into_iter()
                .flatten()
                .map(|(key, schema)| (key.clone(), sample(schema, root, key)));
            Value::Object(made.collect::<Map<_, _>>())
        }
        "array" => Value::Array(vec![sample(&schema["items"], root, key)]),
        "boolean" => false.into(),
        "integer" => 1.into(),
        _ => match (key, schema.get("examples"), schema.get("pattern").and_then(Value::as_str)) {
            ("slug", ..) => "a".into(),
            (_, Some(examples), _) => examples[0].clone(),
            (_, _, Some("^https?://")) => "https://a.example/".into(),
            (_, _, Some("^[A-Za-z]{2}$")) => "FR".into(),
            (_, _, Some(_)) => "en".into(),
            _ => "a".into(),
        },
    }
}

/// What is found wrong with a record of this kind, by code.
fn codes(folder: &str, front: &Value) -> Vec<&'static str> {
    let mut tree = Tree::default();
    tree.insert_text("overdue.yaml", SETTINGS);
    tree.insert_text(&format!("content/{folder}/a.md"), &format!("---\n{front}\n---\n"));
    let as_of = AsOf::Instant(instant("2026-11-30T12:00:00Z"));
    let found = read_site(
        &tree,
        Options { as_of, ahead: Ahead::Mistake, drafts: true },
        &mut ParseCache::default(),
    )
    .diagnostics;
    found.iter().map(|found| found.code.name()).collect()
}

#[test]
fn a_key_is_required_by_the_schema_where_the_program_misses_it() {
    let schema = front_matter_schema(&[]);
    let mut seen = 0;
    for (kind, folder) in [
        ("incident", "incidents"),
        ("response", "responses"),
        ("article", "articles"),
        ("organisation", "organisations"),
        ("page", "pages"),
    ] {
        let whole = sample(&schema["$defs"][kind], &schema, "");
        assert!(
            !codes(folder, &whole)
                .iter()
                .any(|code| matches!(*code, "key-missing" | "key-unknown" | "value-type")),
            "{kind}"
        );
        for (path, required) in places(&schema["$defs"][kind], &schema, String::new()) {
            let mut without = whole.clone();
            let (parent, key) = path.rsplit_once('/').unwrap();
            without
                .pointer_mut(parent)
                .and_then(Value::as_object_mut)
                .unwrap_or_else(|| panic!("{path}"))
                .remove(key);
            // A record in which the last key of a part is taken has an empty part, which is an
            // absent one.
            if without.pointer(parent).and_then(Value::as_object).is_some_and(Map::is_empty) {
                continue;
            }
            let missed = codes(folder, &without).contains(&"key-missing");
            assert_eq!(
                missed,
                required,
                "{kind}{path}: {}",
                if required { "the program does without" } else { "the program asks for it" }
            );
            seen += 1;
        }
    }
    assert!(seen > 150, "{seen} keys were tried");
}

/// Every key below a schema, as a pointer into a [`sample`], and whether it is required.
fn places(schema: &Value, root: &Value, at: String) -> Vec<(String, bool)> {
    if let Some(name) = schema.get("$ref").and_then(Value::as_str) {
        return places(&root["$defs"][name.strip_prefix("#/$defs/").unwrap()], root, at);
    }
    if let Some(ways) = schema.get("anyOf").and_then(Value::as_array) {
        return places(&ways[0], root, at);
    }
    if let Some(items) = schema.get("items") {
        return places(items, root, format!("{at}/0"));
    }
    let mut found = Vec::new();
    for (key, below) in schema.get("properties").and_then(Value::as_object).into_iter().flatten() {
        let required =
            schema["required"].as_array().is_some_and(|all| all.iter().any(|other| other == key));
        found.push((format!("{at}/{key}"), required));
        found.extend(places(below, root, format!("{at}/{key}")));
    }
    found
}

#[test]
fn what_every_template_of_the_demonstration_is_given_fits() {
    let tree = overdue::load::load(repository()).expect("the repository").value;
    let as_of = AsOf::Instant(instant("2026-11-30T12:00:00Z"));
    let options = Options { as_of, ahead: Ahead::Mistake, drafts: false };
    let site = read_site(&tree, options, &mut ParseCache::default()).value;
    let world = SiteModel::new(site.settings, site.register, &site.drafts, options);
    let plan = plan(&world, &tree, &site.links, &site.places).value;
    let schema = view::schema();
    let given = |name: &str, value: Value, page: &str| {
        let asked = if name == "frame" { &schema["x-frame"] } else { &schema["properties"][name] };
        let found = misfits(asked, &value, &schema, name);
        assert!(
            found.is_empty(),
            "{page}: {}",
            found.join("\n").chars().take(2000).collect::<String>()
        );
    };
    let sites = view::sites(&world, &plan);
    given("site", json!(sites["en"]), "the site");
    let mut seen = 0;
    for page in plan.outputs.iter().filter_map(Output::page) {
        let (record, body) = view::body(&world, &plan, page);
        let page_view = view::page(&world, page, &body);
        given("page", json!(page_view), page.path);
        given("frame", json!(view::FrameView::of(&page_view, &sites["en"].navigation)), page.path);
        if let Some(record) = record {
            given("record", json!(record), page.path);
        }
        if !matches!(body, view::PageBody::Nothing | view::PageBody::Redirect { .. }) {
            given("view", json!(body), page.path);
            seen += 1;
        }
    }
    assert!(seen > 50, "{seen} views were compared");
    let names: Vec<&str> =
        built_in_theme().iter().filter_map(|(path, _)| path.strip_prefix("templates/")).collect();
    for template in schema["x-templates"].as_object().unwrap().keys() {
        assert!(names.contains(&template.as_str()), "there is no template {template}");
    }
}

#[test]
fn every_key_is_described() {
    let schema = front_matter_schema(&[]);
    for (name, record) in schema["$defs"].as_object().unwrap() {
        for (key, shape) in record["properties"].as_object().into_iter().flatten() {
            assert!(
                shape["description"].as_str().is_some_and(|says| says.ends_with('.')),
                "{name}.{key}"
            );
        }
    }
}

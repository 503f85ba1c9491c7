//! `config.yml` of Decap CMS and Sveltia CMS.

use serde_json::{Value, json};

use super::fields::{Collection, Field, Holds};
use super::yaml;

const HEAD: &str = "# Decap CMS and Sveltia CMS: put this file beside the page that loads the editor, and name your repository.\n\
    # Made by `overdue schema --for decap`; make it again after an update. Keys that no form can hold are kept as they are in the file.\n";

pub(super) fn configuration(collections: &[Collection]) -> String {
    let made: Vec<Value> = collections.iter().map(collection).collect();
    let whole = json!({
        "backend": { "name": "github", "repo": "OWNER/REPOSITORY", "branch": "main" },
        "media_folder": "static/media",
        "public_folder": "/media",
        "collections": made,
    });
    format!("{HEAD}{}", yaml::text(&whole))
}

fn collection(collection: &Collection) -> Value {
    let mut fields: Vec<Value> = collection.fields.iter().map(field).collect();
    fields.push(json!({ "name": "body", "label": "Text", "widget": "markdown", "required": false }));
    json!({
        "name": collection.folder,
        "label": collection.folder,
        "label_singular": collection.name,
        "folder": format!("content/{}", collection.folder),
        "create": true,
        "extension": "md",
        "format": "yaml-frontmatter",
        "slug": "{{slug}}",
        "fields": fields,
    })
}

fn field(field: &Field) -> Value {
    let mut made = widget(&field.holds);
    if let Value::Object(made) = &mut made {
        made.insert("name".to_owned(), field.key.clone().into());
        made.insert("label".to_owned(), field.label().into());
        made.insert("hint".to_owned(), field.says.clone().into());
        made.insert("required".to_owned(), field.required.into());
    }
    made
}

fn widget(holds: &Holds) -> Value {
    match holds {
        Holds::Text { pattern: Some(pattern), .. } => {
            json!({ "widget": "string", "pattern": [pattern, "is not in the form that is read here"] })
        }
        Holds::Text { pattern: None, long } => json!({ "widget": if *long { "text" } else { "string" } }),
        // The day that was picked, for an editor anywhere.
        Holds::Day => json!({ "widget": "datetime", "date_format": "YYYY-MM-DD", "time_format": false, "picker_utc": true, "default": "" }),
        Holds::Flag => json!({ "widget": "boolean", "default": false }),
        Holds::Number => json!({ "widget": "number", "value_type": "int" }),
        Holds::Words(words) => json!({ "widget": "select", "options": words }),
        Holds::Name(kind) => json!({
            "widget": "relation", "collection": kind.folder(), "value_field": "{{slug}}", "search_fields": ["title"], "display_fields": ["title"],
        }),
        Holds::List(item) => match &**item {
            Holds::Name(_) => {
                let mut made = widget(item);
                made["multiple"] = true.into();
                made
            }
            Holds::Part(fields) => json!({ "widget": "list", "fields": fields.iter().map(field).collect::<Vec<_>>() }),
            item => {
                let mut made = widget(item);
                made["name"] = "item".into();
                made["label"] = "Entry".into();
                json!({ "widget": "list", "field": made })
            }
        },
        Holds::Part(fields) => json!({ "widget": "object", "collapsed": true, "fields": fields.iter().map(field).collect::<Vec<_>>() }),
    }
}

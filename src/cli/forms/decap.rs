//! `config.yml` of Decap CMS and Sveltia CMS.
//!
//! Nothing has a default: either editor would write it. Where a list begins with a field that has
//! one, Decap begins the list.

use serde_json::{Value, json};

use super::fields::{Collection, Field, Form, Holds};
use super::words::Words;
use super::yaml;

const HEAD: &str = "# Decap CMS and Sveltia CMS: put this file beside the page that loads the editor, and name your repository.\n\
    # Made by `overdue schema --for decap` or `--for sveltia`; make it again after an update. Keys that no form can hold are kept as they are in the file.\n";

pub(super) fn configuration(collections: &[Collection], words: &Words) -> String {
    let made: Vec<Value> = collections.iter().map(|found| collection(found, words)).collect();
    let whole = json!({
        "backend": { "name": "github", "repo": "OWNER/REPOSITORY", "branch": "main" },
        "media_folder": "static/media",
        "public_folder": "/media",
        // Sveltia CMS would write every key that was left empty. Decap CMS writes none.
        "output": { "omit_empty_optional_fields": true },
        "collections": made,
    });
    format!("{HEAD}{}", yaml::text(&whole))
}

fn collection(collection: &Collection, words: &Words) -> Value {
    let mut fields = fields(&collection.form, words);
    if collection.has_prose {
        // What was written in Markdown stays as it was written.
        let prose = json!({
            "name": "body",
            "label": words.label("", "body"),
            "hint": words.hint("", "body", ""),
            "widget": "markdown",
            "modes": ["raw"],
            "required": false,
        });
        fields.insert(collection.form.place_of_prose(), prose);
    }
    let (many, one) = &collection.called;
    json!({
        "name": collection.folder,
        "label": many,
        "label_singular": one,
        "description": words.formless(&collection.form.formless),
        "folder": format!("content/{}", collection.folder),
        "create": true,
        "extension": if collection.has_prose { "md" } else { "yaml" },
        "format": if collection.has_prose { "yaml-frontmatter" } else { "yaml" },
        "slug": "{{slug}}",
        "summary": "{{title}}",
        // What it would show is not what the site shows.
        "editor": { "preview": false },
        "fields": fields,
    })
}

fn fields(form: &Form, words: &Words) -> Vec<Value> {
    form.fields.iter().map(|found| field(found, words)).collect()
}

fn field(field: &Field, words: &Words) -> Value {
    let mut made = widget(&field.holds, words);
    if let Value::Object(made) = &mut made {
        made.insert("name".to_owned(), field.key.clone().into());
        made.insert("label".to_owned(), field.label.clone().into());
        made.insert("hint".to_owned(), field.hint.clone().into());
        made.insert("required".to_owned(), field.required.into());
    }
    made
}

fn widget(holds: &Holds, words: &Words) -> Value {
    match holds {
        Holds::Text { pattern: Some(pattern), .. } => {
            json!({ "widget": "string", "pattern": [pattern, words.misshapen()] })
        }
        Holds::Text { pattern: None, long } => {
            json!({ "widget": if *long { "text" } else { "string" } })
        }
        // The day that was picked, for an editor anywhere.
        Holds::Day => {
            json!({ "widget": "datetime", "date_format": "YYYY-MM-DD", "time_format": false, "picker_utc": true })
        }
        Holds::Flag => json!({ "widget": "boolean" }),
        Holds::Number => json!({ "widget": "number", "value_type": "int" }),
        Holds::Words(choices) => {
            let choices: Vec<Value> = choices
                .iter()
                .map(|(word, shown)| json!({ "label": shown, "value": word }))
                .collect();
            json!({ "widget": "select", "options": choices })
        }
        Holds::Name(kind) => json!({
            "widget": "relation", "collection": kind.folder(), "value_field": "{{slug}}", "search_fields": ["title"], "display_fields": ["title"],
        }),
        Holds::List(item) => match &**item {
            Holds::Name(_) | Holds::Words(_) => {
                let mut made = widget(item, words);
                made["multiple"] = true.into();
                made
            }
            Holds::Part(form) => json!({
                "widget": "list", "collapsed": true, "minimize_collapsed": true, "fields": fields(form, words),
            }),
            item => {
                let mut made = widget(item, words);
                made["name"] = "item".into();
                made["label"] = "•".into();
                json!({ "widget": "list", "collapsed": true, "minimize_collapsed": true, "field": made })
            }
        },
        Holds::Part(form) => {
            json!({ "widget": "object", "collapsed": true, "fields": fields(form, words) })
        }
    }
}

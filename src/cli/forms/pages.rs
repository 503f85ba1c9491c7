//! `.pages.yml` of Pages CMS.
//!
//! This editor holds an empty text against its pattern, and fills today into a day without a
//! default: an incident that was only opened would have ended its waits. It keeps keys that have no
//! form, but not within lists, so that such a list has none.

use serde_json::{Value, json};

use super::fields::{Collection, Field, Form, Holds};
use super::words::Words;
use super::yaml;

const HEAD: &str = "# Pages CMS: put this file into the root of the repository.\n\
    # Made by `overdue schema --for pages-cms`; make it again after an update. `merge` keeps keys that no form can hold.\n\
    # Records are named by their ids, which are the names of their files without the ending.\n";

pub(super) fn configuration(collections: &[Collection], words: &Words) -> String {
    let content: Vec<Value> = collections.iter().map(|found| collection(found, words)).collect();
    let whole = json!({
        "media": { "input": "static/media", "output": "/media" },
        "settings": { "content": { "merge": true } },
        "content": content,
    });
    format!("{HEAD}{}", yaml::text(&whole))
}

fn collection(collection: &Collection, words: &Words) -> Value {
    let mut fields = fields(&collection.form, words);
    if collection.has_prose {
        fields.push(json!({
            "name": "body", "label": words.label("", "body"), "description": words.hint("", "body", ""), "type": "text",
        }));
    }
    let (many, _) = &collection.called;
    json!({
        "name": collection.folder,
        "label": many,
        "type": "collection",
        "path": format!("content/{}", collection.folder),
        "format": if collection.has_prose { "yaml-frontmatter" } else { "yaml" },
        "filename": if collection.has_prose { "{primary}.md" } else { "{primary}.yaml" },
        "view": { "primary": "title", "fields": ["title"] },
        "fields": fields,
    })
}

/// The fields of a form; what this editor would lose or refuse has none.
fn fields(form: &Form, words: &Words) -> Vec<Value> {
    form.fields
        .iter()
        .filter(|field| is_kept(&field.holds))
        .map(|found| field(found, words))
        .collect()
}

/// Whether the editor keeps everything in what a key holds.
fn is_kept(holds: &Holds) -> bool {
    match holds {
        Holds::List(item) => match &**item {
            Holds::Part(form) => {
                // It refuses a number where it expects a text.
                form.formless.is_empty()
                    && form.fields.iter().all(|field| field.key != "value" && is_kept(&field.holds))
            }
            Holds::List(_) => false,
            _ => true,
        },
        _ => true,
    }
}

fn field(field: &Field, words: &Words) -> Value {
    let is_list = matches!(field.holds, Holds::List(_));
    let mut made = kind(field.holds.one(), field.required, words);
    if let Value::Object(made) = &mut made {
        made.insert("name".to_owned(), field.key.clone().into());
        made.insert("label".to_owned(), field.label.clone().into());
        made.insert("description".to_owned(), field.hint.clone().into());
        made.insert("required".to_owned(), field.required.into());
        if is_list {
            made.insert("list".to_owned(), true.into());
        }
    }
    made
}

fn kind(holds: &Holds, required: bool, words: &Words) -> Value {
    let pattern = |pattern: &str| {
        let regex = if required { pattern.to_owned() } else { format!("^$|{pattern}") };
        json!({ "type": "string", "pattern": { "regex": regex, "message": words.misshapen() } })
    };
    match holds {
        Holds::Text { pattern: Some(form), .. } => pattern(form),
        Holds::Text { pattern: None, long } => {
            json!({ "type": if *long { "text" } else { "string" } })
        }
        Holds::Day => {
            json!({ "type": "date", "default": "", "options": { "format": "yyyy-MM-dd", "time": false } })
        }
        Holds::Flag => json!({ "type": "boolean" }),
        Holds::Number => json!({ "type": "number" }),
        Holds::Words(choices) => {
            let choices: Vec<Value> = choices
                .iter()
                .map(|(word, shown)| json!({ "label": shown, "value": word }))
                .collect();
            json!({ "type": "select", "options": { "values": choices } })
        }
        // A reference would write a path, and not an id.
        Holds::Name(_) => pattern("^[^/\\s]+$"),
        Holds::List(item) => kind(item, required, words),
        Holds::Part(form) => json!({ "type": "object", "fields": fields(form, words) }),
    }
}

//! `.pages.yml` of Pages CMS.

use serde_json::{Value, json};

use super::fields::{Collection, Field, Holds};
use super::yaml;

const HEAD: &str = "# Pages CMS: put this file into the root of the repository.\n\
    # Made by `overdue schema --for pages-cms`; make it again after an update. `merge` keeps keys that no form can hold.\n\
    # Records are named by their ids, which are the names of their files without the ending.\n";

pub(super) fn configuration(collections: &[Collection]) -> String {
    let content: Vec<Value> = collections.iter().map(collection).collect();
    let whole = json!({
        "media": { "input": "static/media", "output": "/media" },
        "settings": { "content": { "merge": true } },
        "content": content,
    });
    format!("{HEAD}{}", yaml::text(&whole))
}

fn collection(collection: &Collection) -> Value {
    let mut fields: Vec<Value> = collection.fields.iter().map(field).collect();
    fields.push(json!({ "name": "body", "label": "Text", "type": "text" }));
    json!({
        "name": collection.folder,
        "label": collection.folder,
        "type": "collection",
        "path": format!("content/{}", collection.folder),
        "format": "yaml-frontmatter",
        "filename": "{primary}.md",
        "view": { "primary": "title", "fields": ["title"] },
        "fields": fields,
    })
}

fn field(field: &Field) -> Value {
    let (holds, is_list) = match &field.holds {
        Holds::List(item) => (&**item, true),
        holds => (holds, false),
    };
    let mut made = kind(holds);
    if let Value::Object(made) = &mut made {
        made.insert("name".to_owned(), field.key.clone().into());
        made.insert("label".to_owned(), field.label().into());
        made.insert("description".to_owned(), field.says.clone().into());
        made.insert("required".to_owned(), field.required.into());
        if is_list {
            made.insert("list".to_owned(), true.into());
        }
    }
    made
}

fn kind(holds: &Holds) -> Value {
    match holds {
        Holds::Text { pattern: Some(pattern), .. } => {
            json!({ "type": "string", "pattern": { "regex": pattern, "message": "is not in the form that is read here" } })
        }
        Holds::Text { pattern: None, long } => json!({ "type": if *long { "text" } else { "string" } }),
        Holds::Day => json!({ "type": "date", "options": { "format": "yyyy-MM-dd", "time": false } }),
        Holds::Flag => json!({ "type": "boolean" }),
        Holds::Number => json!({ "type": "number" }),
        Holds::Words(words) => json!({ "type": "select", "options": { "values": words } }),
        // A reference would write a path, and not an id.
        Holds::Name(_) => json!({ "type": "string", "pattern": { "regex": "^[^/\\s]+$", "message": "is not an id" } }),
        Holds::List(item) => kind(item),
        Holds::Part(fields) => json!({ "type": "object", "fields": fields.iter().map(field).collect::<Vec<_>>() }),
    }
}

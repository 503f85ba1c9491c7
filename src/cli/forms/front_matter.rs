//! `frontmatter.json` of Front Matter CMS for Visual Studio Code.
//!
//! Lists of parts are left to the text: this editor's blocks write a key of their own into each
//! part. Duties and calendars are, too: it knows Markdown alone.

use serde_json::{Value, json};

use super::fields::{Collection, Field, Form, Holds};

pub(super) fn configuration(collections: &[Collection]) -> String {
    let prose = || collections.iter().filter(|found| found.has_prose);
    let folders: Vec<Value> = prose()
        .map(|found| json!({ "title": found.called.0, "path": format!("[[workspace]]/content/{}", found.folder), "contentTypes": [found.name] }))
        .collect();
    let types: Vec<Value> = prose()
        .map(
            // Without `clearEmpty` a new record has every key of every part, with nothing in it.
            |found| json!({ "name": found.name, "pageBundle": false, "clearEmpty": true, "fields": fields(&found.form) }),
        )
        .collect();
    let whole = json!({
        "$schema": "https://frontmatter.codes/frontmatter.schema.json",
        "frontMatter.taxonomy.dateFormat": "yyyy-MM-dd",
        "frontMatter.content.autoUpdateDate": false,
        "frontMatter.content.publicFolder": "static",
        "frontMatter.content.pageFolders": folders,
        "frontMatter.taxonomy.contentTypes": types,
    });
    format!("{whole:#}\n")
}

fn fields(form: &Form) -> Vec<Value> {
    form.fields.iter().filter_map(field).collect()
}

fn field(field: &Field) -> Option<Value> {
    let choices = |words: &[(String, String)]| -> Vec<Value> {
        words.iter().map(|(word, shown)| json!({ "id": word, "title": shown })).collect()
    };
    let mut made = match &field.holds {
        Holds::Flag => json!({ "type": "draft" }),
        Holds::Text { long, .. } => json!({ "type": "string", "single": !long }),
        Holds::Name(_) => json!({ "type": "string", "single": true }),
        Holds::Day => json!({ "type": "datetime", "dateFormat": "yyyy-MM-dd" }),
        Holds::Number => json!({ "type": "number" }),
        Holds::Words(words) => json!({ "type": "choice", "choices": choices(words) }),
        Holds::List(_) if field.key == "tags" => json!({ "type": "tags" }),
        Holds::List(item) => match &**item {
            Holds::Words(words) => {
                json!({ "type": "choice", "choices": choices(words), "multiple": true })
            }
            Holds::Part(_) | Holds::List(_) => return None,
            _ => json!({ "type": "list" }),
        },
        Holds::Part(form) => json!({ "type": "fields", "fields": fields(form) }),
    };
    let own = made.as_object_mut()?;
    own.insert("name".to_owned(), field.key.clone().into());
    own.insert("title".to_owned(), field.label.clone().into());
    own.insert("description".to_owned(), field.hint.clone().into());
    own.insert("required".to_owned(), field.required.into());
    Some(made)
}

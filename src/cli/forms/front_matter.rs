//! `frontmatter.json` of Front Matter CMS for Visual Studio Code.
//!
//! Lists of parts are left to the text: this editor's blocks write a key of their own into each part.

use serde_json::{Value, json};

use super::fields::{Collection, Field, Holds};

pub(super) fn configuration(collections: &[Collection]) -> String {
    let folders: Vec<Value> = collections
        .iter()
        .map(|found| json!({ "title": found.folder, "path": format!("[[workspace]]/content/{}", found.folder), "contentTypes": [found.name] }))
        .collect();
    let types: Vec<Value> = collections
        .iter()
        .map(
            |found| json!({ "name": found.name, "pageBundle": false, "fields": found.fields.iter().filter_map(field).collect::<Vec<_>>() }),
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

fn field(field: &Field) -> Option<Value> {
    let mut made = match &field.holds {
        Holds::Flag if field.key == "draft" => json!({ "type": "draft" }),
        Holds::Flag => json!({ "type": "boolean" }),
        Holds::Text { long, .. } => json!({ "type": "string", "single": !long }),
        Holds::Name(_) => json!({ "type": "string", "single": true }),
        Holds::Day => json!({ "type": "datetime", "dateFormat": "yyyy-MM-dd" }),
        Holds::Number => json!({ "type": "number" }),
        Holds::Words(words) => json!({ "type": "choice", "choices": words }),
        Holds::List(_) if field.key == "tags" => json!({ "type": "tags" }),
        Holds::List(item) => match &**item {
            Holds::Words(words) => json!({ "type": "choice", "choices": words, "multiple": true }),
            Holds::Part(_) | Holds::List(_) => return None,
            _ => json!({ "type": "list" }),
        },
        Holds::Part(fields) => json!({ "type": "fields", "fields": fields.iter().filter_map(self::field).collect::<Vec<_>>() }),
    };
    let own = made.as_object_mut()?;
    own.insert("name".to_owned(), field.key.clone().into());
    own.insert("title".to_owned(), field.label().into());
    own.insert("description".to_owned(), field.says.clone().into());
    own.insert("required".to_owned(), field.required.into());
    Some(made)
}

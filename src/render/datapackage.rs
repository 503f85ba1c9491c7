//! What the data files hold → a data package (Data Package standard, version 2) with the schema of
//! each table.
//!
//! Absent on purpose: a licence, which is the publisher's to give, and any day: the rows carry
//! their own.

use serde::Serialize;

use super::tables::{Column, TABLES, Table};
use crate::plan::DataFile;
use crate::site::SiteModel;

#[derive(Serialize)]
struct Package<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    name: String,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    homepage: &'a str,
    contributors: Vec<Contributor<'a>>,
    sources: [Source<'a>; 1],
    resources: Vec<Resource>,
}

#[derive(Serialize)]
struct Contributor<'a> {
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<&'a str>,
    roles: [&'static str; 1],
}

#[derive(Serialize)]
struct Source<'a> {
    title: &'a str,
    path: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Resource {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    r#type: Option<&'static str>,
    path: &'static str,
    title: String,
    description: &'static str,
    format: &'static str,
    mediatype: &'static str,
    encoding: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    schema: Option<Schema>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Schema {
    fields: Vec<Field>,
    primary_key: &'static [&'static str],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    foreign_keys: Vec<ForeignKey>,
    missing_values: [&'static str; 1],
}

#[derive(Serialize)]
struct Field {
    name: &'static str,
    r#type: &'static str,
    description: &'static str,
}

#[derive(Serialize)]
struct ForeignKey {
    fields: [&'static str; 1],
    reference: Reference,
}

#[derive(Serialize)]
struct Reference {
    resource: &'static str,
    fields: [&'static str; 1],
}

/// Writes the description of the data files of a site.
pub(super) fn render(site: &SiteModel) -> Vec<u8> {
    let settings = &site.settings;
    let publisher = settings.publisher.iter().map(|publisher| Contributor {
        title: &publisher.name,
        path: publisher.url.as_deref(),
        email: publisher.email.as_deref(),
        roles: ["publisher"],
    });
    let mut resources: Vec<Resource> = TABLES.iter().map(table).collect();
    resources.extend(TABLES.iter().map(rows));
    resources.push(Resource {
        name: "statistics-json".to_owned(),
        title: "Statistics (JSON)".to_owned(),
        description: "For each kind of document, how long it takes: observations, median, and the share still waiting after each day.",
        ..json(DataFile::Statistics)
    });
    let package = Package {
        schema: "https://datapackage.org/profiles/2.0/datapackage.json",
        name: name(&settings.title),
        title: &settings.title,
        description: settings.description.as_deref(),
        homepage: &settings.url,
        contributors: publisher.collect(),
        sources: [Source {
            title: "The records of this site, each of which names its sources",
            path: &settings.url,
        }],
        resources,
    };
    // Strings and lists of them always serialise.
    let mut out = serde_json::to_vec_pretty(&package).unwrap_or_default();
    out.push(b'\n');
    out
}

fn table(table: &Table) -> Resource {
    let field = |Column(name, r#type, description): &Column| Field { name, r#type, description };
    let foreign_key = |(column, resource, key): &(&'static str, &'static str, &'static str)| {
        ForeignKey { fields: [*column], reference: Reference { resource, fields: [*key] } }
    };
    Resource {
        name: table.name.to_owned(),
        r#type: Some("table"),
        path: file(table.csv),
        title: table.title.to_owned(),
        description: table.what,
        format: "csv",
        mediatype: "text/csv",
        encoding: "utf-8",
        schema: Some(Schema {
            fields: table.columns.iter().map(field).collect(),
            primary_key: table.key,
            foreign_keys: table.refers.iter().map(foreign_key).collect(),
            missing_values: [""],
        }),
    }
}

fn rows(table: &Table) -> Resource {
    Resource {
        name: format!("{}-json", table.name),
        title: format!("{} (JSON)", table.title),
        description: table.what,
        ..json(table.json)
    }
}

fn json(data: DataFile) -> Resource {
    Resource {
        name: String::new(),
        r#type: None,
        path: file(data),
        title: String::new(),
        description: "",
        format: "json",
        mediatype: "application/json",
        encoding: "utf-8",
        schema: None,
    }
}

/// The name of a data file beside the package.
fn file(data: DataFile) -> &'static str {
    let path = DataFile::ALL.iter().find(|(other, _)| *other == data).map_or("", |(_, path)| *path);
    path.strip_prefix("data/").unwrap_or(path)
}

/// A name of lower-case letters, digits and hyphens, as the standard asks for.
fn name(title: &str) -> String {
    let slug = crate::text::slug_of(title);
    let plain: String = slug.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
    let plain = plain.trim_matches('-');
    if plain.is_empty() { "overdue".to_owned() } else { plain.to_owned() }
}

//! The address that a post had on its site, reckoned as Jekyll and Hugo do it.

use serde_json::{Map, Value};

use super::Program;
use super::site::OtherSite;
use crate::import::front::{text, texts};
use crate::text::slug_of;

/// What an address is made of.
#[derive(Debug)]
pub(super) struct Parts<'p> {
    pub(super) keys: &'p Map<String, Value>,
    /// Year, month and day, as text of two and four digits.
    pub(super) day: Option<[String; 3]>,
    /// The name of the file, without day and ending.
    pub(super) name: &'p str,
    pub(super) title: &'p str,
    /// The folders that it lies in: below the content, or above the posts.
    pub(super) folders: &'p [String],
    /// Its path below the site, for what is set for whole folders.
    pub(super) path: &'p str,
    /// Its language, unless it is the one of the whole site.
    pub(super) language: Option<&'p str>,
}

/// The address from the root of the site; `Err` names the pattern of which it cannot be told, if
/// there is one.
pub(super) fn address(
    site: &OtherSite,
    program: Program,
    parts: &Parts<'_>,
) -> Result<String, Option<String>> {
    match program {
        Program::Jekyll => jekyll(site, parts),
        Program::Hugo => hugo(site, parts),
        Program::Cstate => Err(None),
    }
}

fn jekyll(site: &OtherSite, parts: &Parts<'_>) -> Result<String, Option<String>> {
    let written = parts
        .keys
        .get("permalink")
        .and_then(text)
        .or_else(|| default_of(site, parts, "permalink"))
        .or_else(|| site.keys.get("permalink").and_then(text))
        .unwrap_or_else(|| "date".to_owned());
    let pattern = match written.as_str() {
        "date" => "/:categories/:year/:month/:day/:title:output_ext",
        "pretty" => "/:categories/:year/:month/:day/:title/",
        "ordinal" => "/:categories/:year/:y_day/:title:output_ext",
        "weekdate" => "/:categories/:year/W:week/:short_day/:title:output_ext",
        "none" => "/:categories/:title:output_ext",
        other => other,
    };
    let mut categories: Vec<String> =
        parts.folders.iter().map(|folder| folder.to_lowercase()).collect();
    for category in jekyll_list(parts.keys, "categories", "category") {
        let category = category.to_lowercase();
        if !categories.contains(&category) {
            categories.push(category);
        }
    }
    let slug = parts.keys.get("slug").and_then(text).unwrap_or_else(|| parts.name.to_owned());
    filled(pattern, |name| match name {
        "categories" => Some(categories.join("/")),
        "slugified_categories" => {
            Some(categories.iter().map(|category| slug_of(category)).collect::<Vec<_>>().join("/"))
        }
        "title" | "name" => Some(slug.clone()),
        "slug" => Some(slug_of(&slug)),
        "output_ext" => Some(".html".to_owned()),
        other => of_day(other, parts),
    })
    .ok_or(Some(written))
}

/// What `defaults` of the configuration set for posts of this folder, the longest folder first.
fn default_of(site: &OtherSite, parts: &Parts<'_>, name: &str) -> Option<String> {
    let defaults = site.keys.get("defaults")?.as_array()?;
    let mut found: Option<(usize, String)> = None;
    for entry in defaults {
        let scope = entry.get("scope");
        let path = scope.and_then(|scope| scope.get("path")).and_then(text).unwrap_or_default();
        let path = path.trim_matches('/');
        let kind = scope.and_then(|scope| scope.get("type")).and_then(text);
        let fits = kind.is_none_or(|kind| matches!(&*kind, "posts" | "post"))
            && parts
                .path
                .strip_prefix(path)
                .is_some_and(|rest| path.is_empty() || rest.starts_with('/'));
        let value = entry.get("values").and_then(|values| values.get(name)).and_then(text);
        if let Some(value) = value.filter(|_| fits)
            && found.as_ref().is_none_or(|(length, _)| *length <= path.len())
        {
            found = Some((path.len(), value));
        }
    }
    found.map(|(_, value)| value)
}

/// A list as Jekyll reads it: one text under the plural key is several words, one under the
/// singular key is one; the entries of a list stay whole.
pub(super) fn jekyll_list(keys: &Map<String, Value>, plural: &str, singular: &str) -> Vec<String> {
    if let Some(one) = keys.get(singular).and_then(text) {
        return vec![one];
    }
    let listed = |name: &str| match keys.get(name) {
        Some(Value::String(words)) if name == plural => {
            words.split_whitespace().map(|word| word.trim_end_matches(',').to_owned()).collect()
        }
        Some(value) => texts(value),
        None => Vec::new(),
    };
    let found: Vec<String> = listed(singular);
    if found.is_empty() { listed(plural) } else { found }
}

fn hugo(site: &OtherSite, parts: &Parts<'_>) -> Result<String, Option<String>> {
    let language = parts.language.map_or_else(String::new, |code| format!("/{code}"));
    if let Some(url) = parts.keys.get("url").and_then(text) {
        return Ok(if url.starts_with('/') { url } else { format!("{language}/{url}") });
    }
    let section = parts.folders.first().map_or("", String::as_str);
    let pattern = site.keys.get("permalinks").and_then(|set| {
        let of_pages = set.get("page").filter(|set| set.is_object()).unwrap_or(set);
        of_pages.get(section).and_then(text)
    });
    let slug = parts.keys.get("slug").and_then(text);
    let name = slug.clone().unwrap_or_else(|| parts.name.to_owned());
    let path = match &pattern {
        None => {
            let folders =
                parts.folders.iter().map(|folder| format!("/{folder}")).collect::<String>();
            format!("{folders}/{name}/")
        }
        Some(pattern) => filled(pattern, |part| match part {
            "section" => Some(section.to_owned()),
            "sections" => Some(parts.folders.join("/")),
            "title" => Some(slug_of(parts.title)),
            "slug" => Some(slug.clone().unwrap_or_else(|| slug_of(parts.title))),
            "filename" | "contentbasename" => Some(parts.name.to_owned()),
            "slugorfilename" | "slugorcontentbasename" => Some(name.clone()),
            "monthname" => of_day("long_month", parts),
            "yearday" => of_day("y_day", parts),
            other => of_day(other, parts),
        })
        .ok_or_else(|| Some(pattern.clone()))?,
    };
    let is_ugly = site.keys.get("uglyurls").and_then(text).as_deref() == Some("true");
    let path = if is_ugly { format!("{}.html", path.trim_end_matches('/')) } else { path };
    Ok(format!("{language}{}", path.to_lowercase()))
}

fn of_day(name: &str, parts: &Parts<'_>) -> Option<String> {
    let [year, month, day] = parts.day.as_ref()?;
    let short = |text: &str| text.trim_start_matches('0').to_owned();
    let date = chrono::NaiveDate::from_ymd_opt(
        year.parse().ok()?,
        month.parse().ok()?,
        day.parse().ok()?,
    )?;
    Some(match name {
        "year" => year.clone(),
        "month" => month.clone(),
        "day" => day.clone(),
        "i_month" => short(month),
        "i_day" => short(day),
        "short_year" => year.get(2..)?.to_owned(),
        "y_day" => date.format("%j").to_string(),
        "week" => date.format("%V").to_string(),
        "short_day" => date.format("%a").to_string(),
        "long_month" => date.format("%B").to_string(),
        "short_month" => date.format("%b").to_string(),
        _ => return None,
    })
}

/// A pattern with its places filled; nothing if one of them is not known.
fn filled(pattern: &str, value: impl Fn(&str) -> Option<String>) -> Option<String> {
    let mut out = String::from("/");
    let mut parts = pattern.split(':');
    out.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let end = part.find(|c: char| !(c.is_ascii_lowercase() || c == '_')).unwrap_or(part.len());
        let name = part[..end].trim_end_matches('_');
        out.push_str(&value(name)?);
        out.push_str(&part[name.len()..]);
    }
    while out.contains("//") {
        out = out.replace("//", "/");
    }
    Some(out.replace(' ', "%20"))
}

//! Posts → articles, and their translations.

use std::collections::BTreeMap;

use super::permalink::jekyll_list;
use super::{From, Planned, Program, Source, is_published, named_day};
use crate::import::front::{text, texts};
use crate::import::record::{Making, id_of};
use crate::import::told::Told;
use crate::import::{Fate, Import, prose};
use crate::text::is_language;

/// The keys of a post that have a place in an article, or none that is worth a word.
pub(super) const POST_KEYS: [&str; 32] = [
    "title",
    "date",
    "publishDate",
    "pubdate",
    "expiryDate",
    "unpublishdate",
    "headless",
    "summary",
    "description",
    "excerpt",
    "draft",
    "published",
    "lastmod",
    "last_modified_at",
    "tags",
    "categories",
    "category",
    "authors",
    "author",
    "aliases",
    "redirect_from",
    "permalink",
    "url",
    "layout",
    "slug",
    "type",
    "language",
    "lang",
    "tag",
    "translationKey",
    "ref",
    "excerpt_separator",
];

/// Reads the front matter of all posts: originals first, then what translates them.
pub(super) fn read_all<'a>(
    sources: &'a [Source],
    from: impl Fn(&'a Source) -> From<'a>,
    planned: &mut Vec<Planned>,
    import: &mut Import,
) {
    let mut originals: BTreeMap<String, String> = BTreeMap::new();
    let mut others: Vec<(usize, String)> = Vec::new();
    for (number, source) in sources.iter().enumerate() {
        let from = from(source);
        let language = language_of(&from);
        let own = from.site.language.clone().unwrap_or_else(|| from.setting.site.language.clone());
        match language.filter(|code| *code != own) {
            Some(code) if !code.is_empty() => others.push((number, code)),
            _ => {
                let made = article(&from, None, import);
                planned.extend(made.map(|(name, making)| {
                    for key in group(source) {
                        originals.entry(key).or_insert_with(|| name.clone());
                    }
                    Planned { source: number, name, making }
                }));
            }
        }
    }
    for (number, code) in others {
        let source = &sources[number];
        let from = from(source);
        let original = group(source).iter().find_map(|key| originals.get(key).cloned());
        let name = original.map(|original| format!("{original}.{code}"));
        let is_free =
            name.as_ref().is_some_and(|name| !planned.iter().any(|other| other.name == *name));
        let made = match name.filter(|_| is_free) {
            Some(name) => Some((name, translation(&from, &code, import))),
            None => article(&from, Some(&code), import),
        };
        planned.extend(made.map(|(name, making)| Planned { source: number, name, making }));
    }
}

/// The language of a post by its name, its folder or its front matter.
fn language_of(from: &From<'_>) -> Option<String> {
    let keys = &from.source.post.keys;
    let written =
        || ["language", "lang", "locale"].iter().find_map(|name| keys.get(*name).and_then(text));
    from.source
        .language
        .clone()
        .or_else(|| written().map(|code| code.replace('_', "-")))
        .map(|code| code.to_lowercase())
        .filter(|code| is_language(code))
}

/// What one text has in common with its translations.
fn group(source: &Source) -> Vec<String> {
    let keys = &source.post.keys;
    let named = ["translationKey", "ref"].iter().find_map(|name| keys.get(*name).and_then(text));
    named
        .map(|key| format!("key {key}"))
        .into_iter()
        .chain([format!("file {}", source.inside)])
        .collect()
}

/// The words of a post in another language, beside those of its original.
fn translation(from: &From<'_>, code: &str, import: &mut Import) -> Making {
    let mut making = Making::new(from.source.converted);
    making.is_translation = true;
    let title = from.title(&from.source.stem, &mut making, import);
    making.text("title", &title);
    summary(from, &mut making);
    import.tell(from.at(), Fate::Kept, Told::Translation, code);
    if !from.setting.site.languages.iter().any(|known| known == code) {
        import.tell(from.at(), Fate::Flagged, Told::Languages, code);
    }
    making
}

fn summary(from: &From<'_>, making: &mut Making) {
    let keys = &from.source.post.keys;
    if let Some(summary) =
        ["summary", "description", "excerpt"].iter().find_map(|name| keys.get(*name).and_then(text))
    {
        making.text("summary", &prose::plain(&summary));
    }
}

/// Whether Hugo shows a post today: not one whose time has passed or has not come, nor one that is
/// part of another page.
fn is_shown(from: &From<'_>, making: &mut Making, import: &mut Import) -> bool {
    let keys = &from.source.post.keys;
    let today = from.setting.today;
    if keys.get("headless").and_then(text).as_deref() == Some("true") {
        import.tell(from.at(), Fate::Guessed, Told::Headless, &from.source.stem);
        return false;
    }
    let (expiry, publication) = (["expiryDate", "unpublishdate"], ["publishDate", "pubdate"]);
    let (ends, begins) = (
        from.date(&expiry, making, import),
        keys.get("date").and_then(|_| from.date(&publication, making, import)),
    );
    // A date that cannot be read may be one of them.
    making.doubtful |=
        ends.is_none() && expiry.iter().any(|name| keys.get(*name).and_then(text).is_some());
    making.doubtful |= begins.is_none()
        && publication
            .iter()
            .any(|name| keys.contains_key("date") && keys.get(*name).and_then(text).is_some());
    if ends.is_some_and(|when| when.day <= today) {
        import.tell(from.at(), Fate::Guessed, Told::Expired, &from.source.stem);
        return false;
    }
    if begins.is_some_and(|when| when.day > today) {
        import.tell(from.at(), Fate::Guessed, Told::TooEarly, &from.source.stem);
        return false;
    }
    true
}

/// What the front matter of a post says, with the name of its record. `other` is its language, if
/// that is not the one of its site.
fn article(from: &From<'_>, other: Option<&str>, import: &mut Import) -> Option<(String, Making)> {
    let source = from.source;
    let keys = &source.post.keys;
    let mut making = Making::new(source.converted);
    let (named_day, stem) = named_day(&source.stem)
        .map_or((None, source.stem.as_str()), |(day, stem)| (Some(day), stem));
    let title = from.title(stem, &mut making, import);
    making.text("title", &title);
    let date = match from.date(&["date", "publishDate"], &mut making, import) {
        Some(when) => when.text,
        None => match named_day {
            Some(day) if !keys.contains_key("date") => day,
            Some(day) => {
                making.doubtful = true;
                import.tell(from.at(), Fate::Guessed, Told::NamedDay, &day);
                day
            }
            None if keys.get("date").and_then(text).is_some() => return None,
            None => {
                import.tell(from.at(), Fate::LeftOut, Told::NoDate, from.at());
                return None;
            }
        },
    };
    making.put("date", date);
    summary(from, &mut making);
    if !is_published(keys, from.at(), import)
        || (from.program == Program::Hugo && !is_shown(from, &mut making, import))
    {
        making.doubtful = true;
    }
    if let Some(when) = from.date(&["lastmod", "last_modified_at"], &mut making, import) {
        making.put("updated", when.text.get(..10).unwrap_or(&when.text).to_owned());
    }
    let list = |names: &[&str]| {
        names.iter().filter_map(|name| keys.get(*name)).flat_map(texts).collect::<Vec<String>>()
    };
    let tags = match from.program {
        Program::Jekyll => {
            let mut tags = jekyll_list(keys, "tags", "tag");
            tags.extend(jekyll_list(keys, "categories", "category"));
            tags
        }
        Program::Hugo | Program::Cstate => list(&["tags", "categories", "category"]),
    };
    making.list("tags", &tags);
    making.list("authors", &list(&["authors", "author"]));
    let site = from.setting.site;
    match (other, &from.site.language) {
        (Some(code), _) => {
            making.doubtful = true;
            making.put("language", code.to_owned());
            import.tell(from.at(), Fate::Guessed, Told::Language, code);
        }
        (None, Some(code)) if *code != site.language && is_language(code) => {
            making.put("language", code.clone());
        }
        (None, _) => {}
    }
    from.drop_rest(&POST_KEYS, import);
    let name = keys.get("slug").and_then(text).unwrap_or_else(|| stem.to_owned());
    let id = import.free_id(from.into, &id_of(&name, "post"));
    Some((id, making))
}

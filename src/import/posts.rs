//! Files with front matter: posts of Hugo and Jekyll → articles, issues of cState → incidents.

use std::path::{Path, PathBuf};

use serde_json::{Map, Value};
use walkdir::WalkDir;

use super::front::{self, Post, text, texts};
use super::pictures::Pictures;
use super::record::{Making, id_of, quoted};
use super::when::{self, When};
use super::{Fate, Import, Setting, decode, prose, sentences};
use crate::load::is_machines;
use crate::parse::is_language;

/// The largest file that is read.
const MAX_FILE: u64 = 4 << 20;
/// The most files that are read.
const MAX_FILES: usize = 50_000;

/// Which program wrote the files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Program {
    /// Posts in `content/`.
    Hugo,
    /// Posts in `_posts/`, with the day in their names.
    Jekyll,
    /// Issues of a status page, in `content/issues/`.
    Cstate,
}

impl Program {
    /// Where its files lie in a site.
    fn folder(self) -> &'static str {
        match self {
            Program::Hugo => "content",
            Program::Jekyll => "_posts",
            Program::Cstate => "content/issues",
        }
    }

    /// Where its records go.
    pub fn destination(self) -> &'static str {
        match self {
            Program::Hugo | Program::Jekyll => "content/articles",
            Program::Cstate => "content/incidents",
        }
    }
}

/// Reads a file, a folder, or a whole site of that program.
pub fn read(path: &Path, program: Program, into: &str, setting: Setting) -> Import {
    let mut import = Import::default();
    let inside = path.join(program.folder());
    let top = if inside.is_dir() { inside } else { path.to_owned() };
    let files = files(&top, &mut import);
    if files.is_empty() {
        import.note(path.display().to_string(), Fate::Refused, sentences::NOTHING_FOUND);
    }
    for file in files {
        let at = file.strip_prefix(path).ok().filter(|inside| !inside.as_os_str().is_empty()).unwrap_or(&file).display().to_string();
        let beside = file.parent().unwrap_or(path);
        let stem = file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        // A page bundle is named by its folder.
        let stem = match file.parent().and_then(Path::file_name) {
            Some(folder) if stem == "index" => folder.to_string_lossy().into_owned(),
            _ => stem,
        };
        let (text, converted) = match decode::read(&file, MAX_FILE) {
            Ok(read) => read,
            Err(why) => {
                import.unread(at, Fate::LeftOut, why);
                continue;
            }
        };
        if converted {
            import.note(&at, Fate::Guessed, sentences::NOT_UTF8);
        }
        match front::read(&text) {
            Ok(mut post) => {
                match program {
                    Program::Cstate => spell_as_known(&mut post.keys, &ISSUE_KEYS),
                    Program::Hugo => spell_as_known(&mut post.keys, &POST_KEYS),
                    Program::Jekyll => {}
                }
                let from = From {
                    at: &at,
                    stem: &stem,
                    site: if path.is_dir() { path } else { beside },
                    beside,
                    into,
                    setting,
                    program,
                    converted,
                };
                match program {
                    Program::Cstate => issue(&post, &from, &mut import),
                    Program::Hugo | Program::Jekyll => article(&post, &from, &mut import),
                }
            }
            Err(sentence) => import.note(at, Fate::LeftOut, sentence),
        }
    }
    import
}

fn files(top: &Path, import: &mut Import) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in WalkDir::new(top).follow_links(false).follow_root_links(false).sort_by_file_name() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let at = error.path().unwrap_or(top).display().to_string();
                if let Some(error) = error.into_io_error().filter(is_machines) {
                    import.unread(at, Fate::LeftOut, error.into());
                }
                continue;
            }
        };
        let name = entry.file_name().to_string_lossy().to_lowercase();
        let is_text = [".md", ".markdown"].iter().any(|ending| name.ends_with(ending));
        if !is_text || name.starts_with("_index.") {
            continue;
        }
        if entry.path_is_symlink() {
            import.note(entry.path().display().to_string(), Fate::LeftOut, sentences::LINK);
        } else if entry.file_type().is_file() && found.len() < MAX_FILES {
            found.push(entry.into_path());
        } else if !entry.file_type().is_dir() && !entry.file_type().is_file() {
            import.note(entry.path().display().to_string(), Fate::Refused, sentences::NO_FILE);
        }
    }
    found
}

/// The keys of a post that have a place in an article, or none that is worth a word.
const POST_KEYS: [&str; 28] = [
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
];

/// The same of an issue. `affectedsystems` is of the program that came before cState.
const ISSUE_KEYS: [&str; 13] = [
    "title",
    "date",
    "resolved",
    "resolvedWhen",
    "severity",
    "affected",
    "affectedsystems",
    "section",
    "informational",
    "pin",
    "pinned",
    "draft",
    "published",
];

/// Spells keys as they are spelt here: Hugo does not tell capitals from small letters. A key that stands twice stays as it was.
fn spell_as_known(keys: &mut Map<String, Value>, known: &[&str]) {
    let written = std::mem::take(keys);
    let is_taken = |spelt: &str, keys: &Map<String, Value>| written.contains_key(spelt) || keys.contains_key(spelt);
    for (key, value) in &written {
        let spelt = known.iter().find(|known| known.eq_ignore_ascii_case(key)).map_or(key.as_str(), |known| known);
        let key = if is_taken(spelt, keys) { key } else { spelt };
        keys.insert(key.to_owned(), value.clone());
    }
}

/// Where a post comes from and goes to.
struct From<'a> {
    at: &'a str,
    stem: &'a str,
    /// The site of the other program, and the folder of the post in it.
    site: &'a Path,
    beside: &'a Path,
    into: &'a str,
    setting: Setting,
    program: Program,
    /// Whether its letters were guessed.
    converted: bool,
}

impl From<'_> {
    /// The date of a key, with notes; nothing if it cannot be known. What is guessed makes a draft.
    fn date(&self, keys: &Map<String, Value>, names: &[&str], making: &mut Making, import: &mut Import) -> Option<When> {
        let (name, written) = names.iter().find_map(|name| Some((*name, text(keys.get(*name)?)?)))?;
        let place = format!("{}:{name}", self.at);
        // Hugo, which cState is made with, reads a time without a zone as one of UTC; Jekyll as one of the site's zone.
        match when::read(&written, self.setting, self.program != Program::Jekyll) {
            Ok(when) => {
                when.tell(place, making, import);
                Some(when)
            }
            Err((fate, sentence)) => {
                // A record can do without the other dates.
                let is_needed =
                    fate == Fate::Refused || (name == "date" && (self.program == Program::Cstate || named_day(self.stem).is_none()));
                import.note(place, if is_needed { fate } else { Fate::Dropped }, sentence);
                None
            }
        }
    }

    /// Adds a record with its body and its pictures.
    fn finish(&self, mut making: Making, id: &str, post: &Post<'_>, import: &mut Import) {
        let id = import.free_id(self.into, id);
        let mut pictures = Pictures::new(self.site, self.beside, &id);
        making.body = prose::body(post.body, self.at, post.first_line, &mut pictures, import);
        if !pictures.found.is_empty() {
            import.note(self.at, Fate::Kept, sentences::pictures(pictures.found.keys()));
        }
        let Pictures { found, failed, .. } = pictures;
        import.failed = import.failed.take().or(failed);
        import.add(self.into, &id, making.finish(), self.at, found);
    }

    /// The title, or the file's name in its place.
    fn title(&self, keys: &Map<String, Value>, stem: &str, making: &mut Making, import: &mut Import) -> String {
        keys.get("title").and_then(text).unwrap_or_else(|| {
            import.note(self.at, Fate::Guessed, sentences::NO_TITLE);
            making.doubtful = true;
            stem.replace('-', " ")
        })
    }
}

/// Notes the keys that were not used.
fn drop_rest(keys: &Map<String, Value>, used: &[&str], at: &str, import: &mut Import) {
    let rest: Vec<&str> =
        keys.iter().filter(|(key, value)| !used.contains(&key.as_str()) && !value.is_null()).map(|(key, _)| key.as_str()).collect();
    if !rest.is_empty() {
        import.note(at, Fate::Dropped, sentences::keys_dropped(&rest));
    }
}

/// The day in a name such as `2021-03-10-name`, and the rest. As for Jekyll, `2021-3-10-name` has one as well.
fn named_day(stem: &str) -> Option<(String, &str)> {
    let mut parts = stem.splitn(4, '-');
    let mut number = |digits: std::ops::RangeInclusive<usize>| {
        let part = parts.next().filter(|part| digits.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit()))?;
        part.parse::<u32>().ok()
    };
    let (year, month, day) = (number(4..=4)?, number(1..=2)?, number(1..=2)?);
    let day = chrono::NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
    Some((day.to_string(), parts.next().filter(|rest| !rest.is_empty())?))
}

/// Whether Hugo shows a post today: not one whose time has passed or has not come, nor one that is part of another page.
fn is_shown(keys: &Map<String, Value>, from: &From<'_>, making: &mut Making, import: &mut Import) -> bool {
    let today = from.setting.today;
    if keys.get("headless").and_then(text).as_deref() == Some("true") {
        import.note(format!("{}:headless", from.at), Fate::Guessed, sentences::HEADLESS);
        return false;
    }
    let (expiry, publication) = (["expiryDate", "unpublishdate"], ["publishDate", "pubdate"]);
    let (ends, begins) =
        (from.date(keys, &expiry, making, import), keys.get("date").and_then(|_| from.date(keys, &publication, making, import)));
    // A date that cannot be read may be one of them.
    making.doubtful |= ends.is_none() && expiry.iter().any(|name| keys.get(*name).and_then(text).is_some());
    making.doubtful |=
        begins.is_none() && publication.iter().any(|name| keys.contains_key("date") && keys.get(*name).and_then(text).is_some());
    if ends.is_some_and(|when| when.day <= today) {
        import.note(format!("{}:expiryDate", from.at), Fate::Guessed, sentences::EXPIRED);
        return false;
    }
    if begins.is_some_and(|when| when.day > today) {
        import.note(format!("{}:publishDate", from.at), Fate::Guessed, sentences::TOO_EARLY);
        return false;
    }
    true
}

/// Whether a post is public for the other program. A value that is neither yes nor no is noted, and is no yes. Hugo does not tell
/// capitals from small letters in a key.
fn is_published(keys: &Map<String, Value>, at: &str, import: &mut Import) -> bool {
    let mut is_published = true;
    for (name, wanted) in [("draft", false), ("published", true)] {
        for (_, value) in keys.iter().filter(|(key, value)| key.eq_ignore_ascii_case(name) && !value.is_null()) {
            let written = text(value).map(|text| text.to_ascii_lowercase());
            is_published &= match written.as_deref() {
                Some("true") => wanted,
                Some("false") => !wanted,
                _ => {
                    import.note(format!("{at}:{name}"), Fate::Guessed, sentences::neither_yes_nor_no(&value.to_string()));
                    false
                }
            };
        }
    }
    is_published
}

/// An old address in one form of the several that it has. Upper and lower case are one address on many systems.
fn plain_address(path: &str) -> String {
    path.trim_matches('/').trim_end_matches("index.html").trim_end_matches('/').to_lowercase()
}

fn article(post: &Post<'_>, from: &From<'_>, import: &mut Import) {
    let keys = &post.keys;
    let mut making = Making::new(from.converted);
    let (named_day, stem) = named_day(from.stem).map_or((None, from.stem), |(day, stem)| (Some(day), stem));
    let title = from.title(keys, stem, &mut making, import);
    making.text("title", &title);
    let date = match from.date(keys, &["date", "publishDate"], &mut making, import) {
        Some(when) => when.text,
        None => match named_day {
            Some(day) if !keys.contains_key("date") => day,
            Some(day) => {
                making.doubtful = true;
                import.note(from.at, Fate::Guessed, sentences::NAMED_DAY);
                day
            }
            None if keys.get("date").and_then(text).is_some() => return,
            None => return import.note(from.at, Fate::LeftOut, sentences::NO_DATE),
        },
    };
    making.put("date", date);
    if let Some(summary) = ["summary", "description", "excerpt"].iter().find_map(|name| keys.get(*name).and_then(text)) {
        making.text("summary", &summary);
    }
    if !is_published(keys, from.at, import) || (from.program == Program::Hugo && !is_shown(keys, from, &mut making, import)) {
        making.put("draft", "true".to_owned());
    }
    if let Some(when) = from.date(keys, &["lastmod", "last_modified_at"], &mut making, import) {
        making.put("updated", when.text.get(..10).unwrap_or(&when.text).to_owned());
    }
    let list = |names: &[&str]| names.iter().filter_map(|name| keys.get(*name)).flat_map(texts).collect::<Vec<String>>();
    let mut tags = list(&["tags", "categories", "category"]);
    if from.program == Program::Jekyll {
        // Jekyll takes one text for several words.
        tags = tags.iter().flat_map(|tag| tag.split_whitespace()).map(str::to_owned).collect();
    }
    making.list("tags", &tags);
    making.list("authors", &list(&["authors", "author"]));
    if let Some(code) = ["language", "lang"].iter().find_map(|name| keys.get(*name).and_then(text)).filter(|code| is_language(code)) {
        making.put("language", code);
    }
    let name = keys.get("slug").and_then(text).unwrap_or_else(|| stem.to_owned());
    let id = id_of(&name, "post");
    let mut free: Vec<String> = Vec::new();
    for path in list(&["aliases", "redirect_from", "permalink", "url"]) {
        let plain = plain_address(&path);
        let is_own = plain == format!("articles/{id}") || free.iter().any(|other| plain_address(other) == plain);
        if path.contains(':') || plain.is_empty() || is_own {
            continue;
        }
        if import.claims(&plain) {
            free.push(path);
        } else {
            import.note(from.at, Fate::Dropped, sentences::alias_taken(&path));
        }
    }
    making.list("aliases", &free);
    drop_rest(keys, &POST_KEYS, from.at, import);
    from.finish(making, &id, post, import);
}

fn issue(post: &Post<'_>, from: &From<'_>, import: &mut Import) {
    let keys = &post.keys;
    let mut making = Making::new(from.converted);
    let title = from.title(keys, from.stem, &mut making, import);
    making.text("title", &title);
    let Some(began) = from.date(keys, &["date"], &mut making, import) else {
        if keys.get("date").is_none_or(Value::is_null) {
            import.note(from.at, Fate::LeftOut, sentences::NO_DATE);
        }
        return;
    };
    if began.day > from.setting.today {
        return import.note(from.at, Fate::LeftOut, sentences::FUTURE);
    }
    making.put("occurred", began.text);
    match from.date(keys, &["resolvedWhen"], &mut making, import) {
        Some(ended) => making.put("ended", ended.text),
        None if keys.get("resolved").and_then(text).is_some_and(|is| matches!(&*is.to_lowercase(), "true" | "yes")) => {
            import.note(from.at, Fate::Dropped, sentences::RESOLVED);
        }
        None => {}
    }
    let mut tags: Vec<String> = keys.get("severity").map(texts).unwrap_or_default();
    if keys.get("informational").and_then(text).as_deref() == Some("true") {
        tags.push("informational".to_owned());
    }
    if tags.iter().any(|tag| matches!(&*tag.to_lowercase(), "notice" | "informational" | "maintenance" | "under-maintenance")) {
        making.doubtful = true;
        import.note(from.at, Fate::Guessed, sentences::NOTICE);
    }
    if !is_published(keys, from.at, import) {
        making.doubtful = true;
    }
    making.list("tags", &tags);
    let affected: Vec<String> = ["affected", "affectedsystems"].iter().filter_map(|name| keys.get(*name)).flat_map(texts).collect();
    if !affected.is_empty() {
        let figures = affected.iter().map(|system| format!("{{what: affected, value: {}}}", quoted(system)));
        making.put("impact", format!("[{}]", figures.collect::<Vec<_>>().join(", ")));
    }
    drop_rest(keys, &ISSUE_KEYS, from.at, import);
    from.finish(making, &id_of(from.stem, "issue"), post, import);
}

//! Files with front matter: posts of Hugo and Jekyll → articles, issues of cState → incidents.
//!
//! All files are read first: what their front matter says, and the names and old addresses under
//! which they were known (`addresses`). Then their texts are filled with what their program would
//! have filled in (`templates`) and made Markdown of this site, in which links between posts lead
//! to records.

mod addresses;
mod article;
mod issue;
mod permalink;
mod site;
mod templates;

use std::path::{Path, PathBuf};

use serde_json::{Map, Value};
use walkdir::WalkDir;

use self::addresses::{Addresses, SiteLeads};
use self::site::OtherSite;
use self::templates::Known;
use super::front::{self, Post, text};
use super::pictures::Pictures;
use super::record::Making;
use super::told::Told;
use super::when::{self, When};
use super::{Fate, Import, Setting, decode, prose, sentences};
use crate::load::is_machines;

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
            Program::Jekyll => "",
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

/// One file that was read.
struct Source {
    /// The file as the report calls it.
    at: String,
    /// The folder that it lies in.
    beside: PathBuf,
    /// Its name, or that of its folder if it is the index of one, without its language.
    stem: String,
    /// Its folders below the content of its language; of Jekyll, those above `_posts`.
    folders: Vec<String>,
    /// Its path below the content, without ending and language, by which links can name it.
    inside: String,
    /// The language that its name or folder says.
    language: Option<String>,
    post: Post,
    /// Whether its letters were guessed.
    converted: bool,
}

/// A record whose text is still to be read.
struct Planned {
    source: usize,
    /// The name of its file, without `.md`.
    name: String,
    making: Making,
}

/// Reads a file, a folder, or a whole site of that program.
pub fn read(path: &Path, program: Program, into: &str, setting: Setting<'_>) -> Import {
    let mut import = Import::default();
    let site = OtherSite::of(path, program);
    let inside = path.join(program.folder());
    let top = if inside.is_dir() { inside } else { path.to_owned() };
    let sources = sources(&top, path, program, &site, &mut import);
    if sources.is_empty() && import.notes.is_empty() {
        import.note(path.display().to_string(), Fate::Refused, sentences::NOTHING_FOUND);
    }
    let from = |source| From { source, site: &site, into, setting, program };
    let mut planned: Vec<Planned> = Vec::new();
    match program {
        Program::Cstate => {
            for (number, source) in sources.iter().enumerate() {
                let made = issue::read(&from(source), &mut import);
                planned.extend(made.map(|(name, making)| Planned { source: number, name, making }));
            }
        }
        Program::Hugo | Program::Jekyll => {
            article::read_all(&sources, from, &mut planned, &mut import);
        }
    }
    let addresses = Addresses::of(&sources, &planned, &site, program, &mut import);
    for (number, Planned { source, name, mut making }) in planned.into_iter().enumerate() {
        let source = &sources[source];
        making.aliases = addresses.aliases(number, &source.at, into, setting, &mut import);
        let known = Known {
            site: &site,
            program,
            keys: &source.post.keys,
            address_of: &|name| addresses.address_of(name, source),
        };
        let text = templates::filled(&source.post.body, &known);
        let text = if source.at.ends_with(".html") { without_indents(&text) } else { text };
        let root = if path.is_dir() { site.root.as_path() } else { &source.beside };
        let own = name.split('.').next().unwrap_or_default();
        let pictures = Pictures::new(root, &source.beside, own);
        let mut leads =
            SiteLeads { site: &site, addresses: &addresses, source, number, into, pictures };
        let place = (source.at.as_str(), source.post.first_line);
        making.body = prose::body(&text, place, &mut leads, &mut making, &mut import);
        let Pictures { found, failed, .. } = leads.pictures;
        import.failed = import.failed.take().or(failed);
        for (file, original) in found {
            import.tell(&source.at, Fate::Kept, Told::Pictures, &file);
            import
                .pictures
                .insert(format!("{into}/{file}"), (original, format!("{into}/{name}.md")));
        }
        import.add(into, &name, making, &source.at, setting);
    }
    keep_back_what_leads_to_drafts(&mut import);
    import
}

/// A page of HTML without the white space at the beginning of its lines, which would be code in
/// Markdown.
fn without_indents(text: &str) -> String {
    let mut is_literal = false;
    let lines = text.lines().map(|line| {
        let shown = if is_literal { line } else { line.trim_start() };
        is_literal = match (line.rfind("<pre"), line.rfind("</pre")) {
            (Some(open), close) => close.is_none_or(|close| close < open),
            (None, close) => is_literal && close.is_none(),
        };
        format!("{shown}\n")
    });
    lines.collect()
}

/// Makes drafts of records that lead to drafts: a published page with a link that leads nowhere is
/// refused.
fn keep_back_what_leads_to_drafts(import: &mut Import) {
    loop {
        let more: Vec<(String, String)> = import
            .records
            .iter()
            .filter(|(_, record)| !record.is_draft && !record.is_translation)
            .filter(|(_, record)| {
                record
                    .leads_to
                    .iter()
                    .any(|to| import.records.get(to).is_some_and(|to| to.is_draft))
            })
            .map(|(path, record)| (path.clone(), record.from.clone()))
            .collect();
        if more.is_empty() {
            return;
        }
        for (path, from) in more {
            if let Some(record) = import.records.get_mut(&path) {
                record.is_draft = true;
            }
            import.tell(&from, Fate::Guessed, Told::LeadsToDraft, &path);
        }
    }
}

/// Reads every file.
fn sources(
    top: &Path,
    path: &Path,
    program: Program,
    site: &OtherSite,
    import: &mut Import,
) -> Vec<Source> {
    let mut found = Vec::new();
    for file in files(top, program, import) {
        let shown = |base: &Path| {
            file.strip_prefix(base)
                .ok()
                .filter(|inside| !inside.as_os_str().is_empty())
                .map(|inside| inside.display().to_string())
        };
        let at = shown(path).unwrap_or_else(|| file.display().to_string());
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
        let mut post = match front::read(&text) {
            Ok(post) => post,
            // Pages of HTML without front matter are none of the other program.
            Err(_) if at.ends_with(".html") => continue,
            Err(sentence) => {
                import.note(at, Fate::LeftOut, sentence);
                continue;
            }
        };
        match program {
            Program::Cstate => spell_as_known(&mut post.keys, &issue::ISSUE_KEYS),
            Program::Hugo => spell_as_known(&mut post.keys, &article::POST_KEYS),
            Program::Jekyll => {}
        }
        let inside = file.strip_prefix(top).unwrap_or(&file);
        let mut source = Source {
            at,
            beside: file.parent().unwrap_or(path).to_owned(),
            stem: file
                .file_stem()
                .map(|stem| stem.to_string_lossy().into_owned())
                .unwrap_or_default(),
            folders: inside
                .parent()
                .into_iter()
                .flat_map(Path::iter)
                .map(|part| part.to_string_lossy().into_owned())
                .collect(),
            inside: String::new(),
            language: None,
            post,
            converted,
        };
        source.name(program, site);
        found.push(source);
    }
    found
}

impl Source {
    /// Takes the language out of its name and folders, and names a bundle by its folder.
    fn name(&mut self, program: Program, site: &OtherSite) {
        let knows = |code: &str| site.languages.contains_key(&code.to_lowercase());
        if let Some((stem, code)) = self.stem.rsplit_once('.')
            && knows(code)
        {
            (self.language, self.stem) = (Some(code.to_lowercase()), stem.to_owned());
        }
        if let Some(at) = self.folders.iter().take(2).position(|folder| knows(folder))
            && self.language.is_none()
        {
            self.language = Some(self.folders.remove(at).to_lowercase());
        }
        if self.stem == "index"
            && let Some(folder) = self.folders.pop()
        {
            self.stem = folder;
        }
        let folders = if self.folders.is_empty() {
            String::new()
        } else {
            format!("{}/", self.folders.join("/"))
        };
        self.inside = format!("{folders}{}", self.stem);
        if program == Program::Jekyll
            && let Some(at) = self.folders.iter().position(|folder| folder == "_posts")
        {
            self.folders.truncate(at);
        }
    }
}

/// The files below a folder that are posts. Of a site of Jekyll these are the files in its folders
/// called `_posts`; without such a folder, all.
fn files(top: &Path, program: Program, import: &mut Import) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in WalkDir::new(top).follow_links(false).follow_root_links(false).sort_by_file_name()
    {
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
        let is_in_posts = || entry.path().iter().any(|part| part == "_posts");
        if [".textile", ".adoc", ".asciidoc", ".org", ".rst", ".mdx"]
            .iter()
            .any(|ending| name.ends_with(ending))
            && (program == Program::Hugo || is_in_posts())
        {
            import.tell(entry.path().display().to_string(), Fate::LeftOut, Told::Format, &name);
        }
        let is_text =
            [".md", ".markdown", ".mkd", ".html"].iter().any(|ending| name.ends_with(ending));
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
    if program == Program::Jekyll
        && found.iter().any(|file| file.iter().any(|part| part == "_posts"))
    {
        found.retain(|file| file.iter().any(|part| part == "_posts"));
    }
    found
}

/// Spells keys as they are spelt here: Hugo does not tell capitals from small letters. A key that
/// stands twice stays as it was.
fn spell_as_known(keys: &mut Map<String, Value>, known: &[&str]) {
    let written = std::mem::take(keys);
    let is_taken = |spelt: &str, keys: &Map<String, Value>| {
        written.contains_key(spelt) || keys.contains_key(spelt)
    };
    for (key, value) in &written {
        let spelt = known
            .iter()
            .find(|known| known.eq_ignore_ascii_case(key))
            .map_or(key.as_str(), |known| known);
        let key = if is_taken(spelt, keys) { key } else { spelt };
        keys.insert(key.to_owned(), value.clone());
    }
}

/// Where a post comes from and goes to.
#[derive(Clone, Copy)]
struct From<'a> {
    source: &'a Source,
    site: &'a OtherSite,
    into: &'a str,
    setting: Setting<'a>,
    program: Program,
}

impl From<'_> {
    fn at(&self) -> &str {
        &self.source.at
    }

    /// The date of a key, with notes; nothing if it cannot be known. What is guessed makes a draft.
    fn date(&self, names: &[&str], making: &mut Making, import: &mut Import) -> Option<When> {
        let keys = &self.source.post.keys;
        let (name, written) =
            names.iter().find_map(|name| Some((*name, text(keys.get(*name)?)?)))?;
        let place = format!("{}:{name}", self.at());
        // Hugo, which cState is made with, reads a time without a zone as one of UTC; Jekyll as one
        // of the site's zone.
        match when::read(&written, self.setting, self.program != Program::Jekyll) {
            Ok(when) => {
                when.tell(place, making, import);
                Some(when)
            }
            Err((fate, sentence)) => {
                // A record can do without the other dates.
                let is_needed = fate == Fate::Refused
                    || (name == "date"
                        && (self.program == Program::Cstate
                            || named_day(&self.source.stem).is_none()));
                import.note(place, if is_needed { fate } else { Fate::Dropped }, sentence);
                None
            }
        }
    }

    /// The title, or the file's name in its place.
    fn title(&self, stem: &str, making: &mut Making, import: &mut Import) -> String {
        let written = self.source.post.keys.get("title").and_then(text);
        let title = written.map(|title| prose::words(&title)).filter(|title| !title.is_empty());
        title.unwrap_or_else(|| {
            import.tell(self.at(), Fate::Guessed, Told::NoTitle, stem);
            making.doubtful = true;
            stem.replace('-', " ")
        })
    }

    /// Tells the keys that were not used.
    fn drop_rest(&self, used: &[&str], import: &mut Import) {
        for (key, value) in &self.source.post.keys {
            if !used.contains(&key.as_str()) && !value.is_null() {
                import.tell(self.at(), Fate::Dropped, Told::Keys, key);
            }
        }
    }
}

/// The day in a name such as `2021-03-10-name`, and the rest. As for Jekyll, `2021-3-10-name` has
/// one as well.
fn named_day(stem: &str) -> Option<(String, &str)> {
    let mut parts = stem.splitn(4, '-');
    let mut number = |digits: std::ops::RangeInclusive<usize>| {
        let part = parts.next().filter(|part| {
            digits.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
        })?;
        part.parse::<u32>().ok()
    };
    let (year, month, day) = (number(4..=4)?, number(1..=2)?, number(1..=2)?);
    let day = chrono::NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
    Some((day.to_string(), parts.next().filter(|rest| !rest.is_empty())?))
}

/// Whether a post is public for the other program. A value that is neither yes nor no is noted, and
/// is no yes. Hugo does not tell capitals from small letters in a key.
fn is_published(keys: &Map<String, Value>, at: &str, import: &mut Import) -> bool {
    let mut is_published = true;
    for (name, wanted) in [("draft", false), ("published", true)] {
        for (_, value) in
            keys.iter().filter(|(key, value)| key.eq_ignore_ascii_case(name) && !value.is_null())
        {
            let written = text(value).map(|text| text.to_ascii_lowercase());
            is_published &= match written.as_deref() {
                Some("true") => wanted,
                Some("false") => !wanted,
                _ => {
                    import.note(
                        format!("{at}:{name}"),
                        Fate::Guessed,
                        sentences::neither_yes_nor_no(&value.to_string()),
                    );
                    false
                }
            };
        }
    }
    is_published
}

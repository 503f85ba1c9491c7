//! The configuration of the site that posts come from: its addresses and languages.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value};

use super::Program;
use crate::import::decode;
use crate::import::front::{self, text};

/// The largest configuration that is read.
const MAX_FILE: u64 = 1 << 20;

/// What is known of the other site.
#[derive(Debug, Default)]
pub(super) struct OtherSite {
    pub(super) root: PathBuf,
    /// Its configuration, with keys as they are spelt there; those of Hugo in small letters.
    pub(super) keys: Map<String, Value>,
    /// Its address, without a slash at the end.
    pub(super) url: Option<String>,
    /// The folder of its address, without a slash at the end: `/blog`, or nothing.
    pub(super) base: String,
    /// The language of what names none, if the configuration tells.
    pub(super) language: Option<String>,
    /// Its languages, each with its folder of content where it has one.
    pub(super) languages: BTreeMap<String, Option<String>>,
}

impl OtherSite {
    /// Reads the configuration of the site that a path lies in, if there is one near.
    pub(super) fn of(path: &Path, program: Program) -> Self {
        let files: &[&str] = match program {
            Program::Jekyll => &["_config.yml", "_config.yaml"],
            Program::Hugo | Program::Cstate => &[
                "hugo.toml",
                "hugo.yaml",
                "hugo.yml",
                "config.toml",
                "config.yaml",
                "config.yml",
                "config/_default/hugo.toml",
                "config/_default/hugo.yaml",
                "config/_default/config.toml",
                "config/_default/config.yaml",
                "config/_default/config.yml",
                "config/_default/languages.toml",
                "config/_default/languages.yaml",
                "config/_default/permalinks.toml",
                "config/_default/permalinks.yaml",
            ],
        };
        let start = if path.is_dir() { path } else { path.parent().unwrap_or(path) };
        let near = start.ancestors().take(4).filter(|folder| !folder.as_os_str().is_empty());
        let root = near
            .into_iter()
            .find(|folder| files.iter().any(|file| folder.join(file).is_file()))
            .unwrap_or(start);
        let mut site = Self { root: root.to_owned(), ..Self::default() };
        for file in files {
            let Ok((written, _)) = decode::read(&root.join(file), MAX_FILE) else { continue };
            let Ok(read) = front::bare(&written, file.ends_with(".toml")) else { continue };
            let part = ["languages", "permalinks"].into_iter().find(|part| file.contains(part));
            match part {
                Some(part) => _ = site.keys.entry(part).or_insert(Value::Object(read)),
                None => {
                    for (key, value) in read {
                        let key = if program == Program::Jekyll { key } else { key.to_lowercase() };
                        site.keys.entry(key).or_insert(value);
                    }
                }
            }
        }
        site.understand(program);
        if program != Program::Jekyll {
            site.add_languages_by_file();
        }
        site
    }

    /// Adds languages that have a file of configuration each, such as `languages.fr.toml`.
    fn add_languages_by_file(&mut self) {
        let folder = walkdir::WalkDir::new(self.root.join("config/_default")).max_depth(1);
        for entry in folder.sort_by_file_name().into_iter().flatten() {
            let name = entry.file_name().to_string_lossy().to_lowercase();
            let code = name.strip_prefix("languages.").and_then(|rest| rest.split_once('.'));
            if let Some((code, _)) = code {
                self.languages.entry(code.to_owned()).or_default();
            }
        }
    }

    fn understand(&mut self, program: Program) {
        let get = |name: &str| self.keys.get(name).and_then(text);
        let written = get(if program == Program::Jekyll { "url" } else { "baseurl" });
        let url = written.as_deref().and_then(|url| url::Url::parse(url).ok());
        let folder = url.as_ref().map_or("", |url| url.path()).trim_end_matches('/').to_owned();
        self.url =
            url.as_ref().filter(|url| url.has_host()).map(|url| url.origin().ascii_serialization());
        self.base = match program {
            Program::Jekyll => {
                let base = get("baseurl").unwrap_or_default();
                let base = base.trim_matches('/');
                if base.is_empty() { folder } else { format!("{folder}/{base}") }
            }
            Program::Hugo | Program::Cstate => folder,
        };
        self.language =
            get("defaultcontentlanguage").or_else(|| get("lang")).map(|code| code.to_lowercase());
        if let Some(Value::Object(languages)) = self.keys.get("languages") {
            self.languages = languages
                .iter()
                .map(|(code, value)| {
                    let folder = value.as_object().and_then(|keys| {
                        keys.iter().find(|(key, _)| key.eq_ignore_ascii_case("contentDir"))
                    });
                    (code.to_lowercase(), folder.and_then(|(_, folder)| text(folder)))
                })
                .collect();
            if self.language.is_none() && program == Program::Hugo {
                self.language = Some("en".to_owned());
            }
        } else if let Some(Value::Array(languages)) = self.keys.get("languages") {
            self.languages =
                languages.iter().filter_map(text).map(|code| (code.to_lowercase(), None)).collect();
        }
    }

    /// An address of this site as a path from its root, without the folder of its own; nothing for
    /// those of other sites.
    pub(super) fn own<'a>(&self, address: &'a str) -> Option<&'a str> {
        let path = match address.split_once("://") {
            None if address.starts_with("//") => self.behind_host(&address[2..])?,
            None => address,
            Some(("http" | "https", rest)) => self.behind_host(rest)?,
            Some(_) => return None,
        };
        if path.is_empty() {
            return Some("/");
        }
        // A folder ends where a slash, a query or a fragment begins.
        match path.strip_prefix(self.base.as_str()) {
            Some("") => Some("/"),
            Some(rest) if rest.starts_with(['/', '?', '#']) => Some(rest),
            _ => Some(path),
        }
    }

    fn behind_host<'a>(&self, address: &'a str) -> Option<&'a str> {
        let own = self.url.as_deref()?.split_once("://")?.1;
        let end = address.find(['/', '?', '#']).unwrap_or(address.len());
        let bare = |host: &str| host.trim_start_matches("www.").to_lowercase();
        (bare(&address[..end]) == bare(own)).then(|| &address[end..])
    }

    /// The whole address of a path of this site, if its host is known.
    pub(super) fn whole(&self, path: &str) -> Option<String> {
        let url = self.url.as_deref()?;
        let whole = format!("{url}{}/{}", self.base, path.trim_start_matches('/'));
        crate::text::is_web_address(&whole).then_some(whole)
    }
}

//! Under which names and addresses posts were known → where links to them lead.

use std::collections::BTreeMap;

use super::permalink::{self, Parts};
use super::site::OtherSite;
use super::{Planned, Program, Source, named_day};
use crate::import::front::{text, texts};
use crate::import::pictures::Pictures;
use crate::import::prose::{Lead, Leads, is_elsewhere, words};
use crate::import::record::{is_alias, plain_address};
use crate::import::told::Told;
use crate::import::{Fate, Import, Setting};
use crate::text::slug_of;

/// Where every post of a site was, by the number of its record.
pub(super) struct Addresses<'a> {
    sources: &'a [Source],
    /// Each record: its source, the name of its file, and its address from the root of its site.
    records: Vec<(usize, String, Option<String>)>,
    base: String,
    /// Old addresses in their plain form, the other ones of a post included.
    by_address: BTreeMap<String, usize>,
    /// Paths of files below the content, without endings, and names alone.
    by_file: BTreeMap<String, usize>,
    /// Ids and names of headings by record, so that links to them stay.
    headings: Vec<Vec<Heading>>,
}

impl<'a> Addresses<'a> {
    pub(super) fn of(
        sources: &'a [Source],
        planned: &[Planned],
        site: &OtherSite,
        program: Program,
        import: &mut Import,
    ) -> Self {
        let mut found = Self {
            sources,
            records: Vec::new(),
            base: site.base.clone(),
            by_address: BTreeMap::new(),
            by_file: BTreeMap::new(),
            headings: Vec::new(),
        };
        for (number, Planned { source: at, name, making }) in planned.iter().enumerate() {
            let source = &sources[*at];
            let (day, stem) = match named_day(&source.stem) {
                Some((day, stem)) if program == Program::Jekyll => (Some(day), stem),
                _ => (None, source.stem.as_str()),
            };
            let day = making.value("date").map(str::to_owned).or(day).and_then(|day| {
                Some([
                    day.get(..4)?.to_owned(),
                    day.get(5..7)?.to_owned(),
                    day.get(8..10)?.to_owned(),
                ])
            });
            let title = source.post.keys.get("title").and_then(text).unwrap_or_default();
            let parts = Parts {
                keys: &source.post.keys,
                day,
                name: stem,
                title: &title,
                folders: &source.folders,
                path: &source.inside,
                language: source
                    .language
                    .as_deref()
                    .filter(|code| site.language.as_deref() != Some(code)),
            };
            let address = match permalink::address(site, program, &parts) {
                Ok(address) => Some(address),
                Err(None) => None,
                Err(Some(pattern)) => {
                    import.tell(&source.at, Fate::Dropped, Told::AliasUnknown, &pattern);
                    None
                }
            };
            if let Some(address) = &address {
                found.by_address.entry(plain_address(address)).or_insert(number);
            }
            for other in others(source) {
                found.by_address.entry(plain_address(&other)).or_insert(number);
            }
            let inside = source.inside.to_lowercase();
            let last = inside.rsplit('/').next().unwrap_or_default().to_owned();
            for file in [inside.replace("_posts/", ""), last, inside.clone()] {
                found.by_file.entry(file).or_insert(number);
            }
            found.records.push((*at, name.clone(), address));
            found.headings.push(headings(&source.post.body));
        }
        found
    }

    /// The address of the post that a name means: of a file, with or without its folder and ending;
    /// of a file that is no post, its path. A fragment stays.
    pub(super) fn address_of(&self, name: &str, from: &Source) -> Option<String> {
        let (file, fragment) = name.split_at(name.find('#').unwrap_or(name.len()));
        if file.is_empty() {
            return Some(fragment.to_owned());
        }
        match self.file(file, from) {
            Some(number) => Some(format!("{}{fragment}", self.address(number))),
            None if file.contains('.') => {
                Some(format!("/{}{fragment}", file.trim_start_matches('/')))
            }
            None => None,
        }
    }

    /// The address of a record; one that nobody can have written if it had none that is known.
    fn address(&self, number: usize) -> String {
        self.records[number].2.clone().unwrap_or_else(|| format!("/\u{1}{number}"))
    }

    /// The record of the file that a path names, from the root or from a post.
    fn file(&self, path: &str, from: &Source) -> Option<usize> {
        let path = path.to_lowercase();
        let path =
            path.strip_suffix(".md").or_else(|| path.strip_suffix(".markdown")).unwrap_or(&path);
        let path = path.trim_end_matches("/index").trim_end_matches("/_index");
        let below = from.inside.to_lowercase();
        let folder = below.rsplit_once('/').map_or("", |(folder, _)| folder);
        let bare = path.trim_start_matches('/');
        let candidates =
            [joined(folder, path), joined(&below, path), bare.trim_end_matches('/').to_owned()];
        candidates.iter().find_map(|candidate| self.by_file.get(candidate)).copied()
    }

    /// The record that an address from the root or from a post leads to.
    fn record(&self, path: &str, number: usize, from: &Source) -> Option<usize> {
        if let Some(of) = path.strip_prefix("/\u{1}") {
            return of.parse().ok().filter(|number| *number < self.records.len());
        }
        let whole = if path.starts_with('/') {
            path.to_owned()
        } else {
            let own = self.records[number].2.clone().unwrap_or_default();
            let folder = own.rsplit_once('/').map_or("", |(folder, _)| folder);
            joined(folder, path)
        };
        let plain = plain_address(&percent_decoded(&whole));
        let without_end = plain.strip_suffix(".html").unwrap_or(&plain);
        let found = [plain.as_str(), without_end, &format!("{without_end}.html")]
            .into_iter()
            .find_map(|address| self.by_address.get(address));
        found.copied().or_else(|| {
            let is_file = [".md", ".markdown"].iter().any(|ending| path.ends_with(ending));
            is_file.then(|| self.file(path, from)).flatten()
        })
    }

    /// The old addresses of a record, as paths of the new site. What another record or page has, or
    /// what cannot be one, is told.
    pub(super) fn aliases(
        &self,
        number: usize,
        at: &str,
        into: &str,
        setting: Setting<'_>,
        import: &mut Import,
    ) -> Vec<String> {
        let (source, name, address) = &self.records[number];
        let own_folder =
            setting.site.url.split("://").nth(1).and_then(|rest| Some(rest.split_once('/')?.1));
        let own_folder =
            format!("/{}", own_folder.unwrap_or_default()).trim_end_matches('/').to_owned();
        let page = format!("{}/{name}", into.trim_start_matches("content/"));
        let mut found: Vec<String> = Vec::new();
        let own = others(&self.sources[*source]);
        for written in own.iter().chain(address) {
            // Others have seen the address with the folder of the old site before it.
            let path = match written.strip_prefix(self.base.as_str()) {
                Some(rest) if rest.starts_with('/') => written.clone(),
                _ => format!("{}/{}", self.base, written.trim_start_matches('/')),
            };
            let path = match path.strip_prefix(own_folder.as_str()) {
                Some(rest) if rest.starts_with('/') => rest.to_owned(),
                _ => path,
            };
            let path = percent_decoded(&path);
            let plain = plain_address(&path);
            if plain.is_empty()
                || plain == page.to_lowercase()
                || found.iter().any(|other| plain_address(other) == plain)
            {
                continue;
            }
            if name.contains('.') {
                continue;
            }
            if !is_alias(&path) || written.contains("://") {
                import.tell(at, Fate::Dropped, Told::AliasForm, written);
            } else if import.claims(&plain) {
                found.push(path);
            } else {
                import.tell(at, Fate::Dropped, Told::AliasTaken, written);
            }
        }
        found
    }
}

/// The addresses of a post that its front matter names.
fn others(source: &Source) -> Vec<String> {
    let keys = &source.post.keys;
    let mut found: Vec<String> = ["aliases", "redirect_from"]
        .iter()
        .filter_map(|name| keys.get(*name))
        .flat_map(texts)
        .collect();
    found.extend(
        ["permalink", "url"]
            .iter()
            .filter_map(|name| keys.get(*name).and_then(text))
            .filter(|path| path.starts_with('/') && !path.contains(':')),
    );
    found
}

/// A heading, by the names that other programs give it and the one that it has here.
struct Heading {
    others: Vec<String>,
    own: String,
}

/// The headings of a text.
fn headings(text: &str) -> Vec<Heading> {
    let mut found = Vec::new();
    for line in text.lines() {
        let line = line.trim();
        let inner = match line.strip_prefix('#') {
            Some(inner) => inner.trim_matches(['#', ' ']).to_owned(),
            None if line.starts_with("<h") => words(line),
            None => continue,
        };
        let named = |before: &str, after: char| {
            Some(line.split_once(before)?.1.split_once(after)?.0.to_owned())
        };
        let name = named("{#", '}').or_else(|| named("id=\"", '"'));
        let words = inner.split("{#").next().unwrap_or_default().trim().to_lowercase();
        let joined = |keeps: fn(char) -> bool| {
            words
                .chars()
                .filter(|c| keeps(*c) || *c == ' ')
                .map(|c| if c == ' ' { '-' } else { c })
                .collect::<String>()
        };
        // GitHub and Goldmark keep letters, digits and underscores; kramdown begins at a letter.
        let github = joined(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
        let kramdown = joined(|c| c.is_alphanumeric() || c == '-');
        let kramdown = kramdown.trim_start_matches(|c: char| !c.is_alphabetic()).to_owned();
        let own = slug_of(name.as_deref().unwrap_or(&words));
        let others = name
            .map(|name| name.to_lowercase())
            .into_iter()
            .chain([github, kramdown, slug_of(&words)])
            .collect();
        found.push(Heading { others, own });
    }
    found
}

/// The name that a heading has here, by any that it has.
fn heading<'h>(headings: &'h [Heading], name: &str) -> Option<&'h str> {
    let name = percent_decoded(name).to_lowercase();
    let found = headings.iter().find(|heading| heading.others.contains(&name));
    found.map(|heading| heading.own.as_str())
}

/// A path from a folder, without `.` and `..`.
fn joined(folder: &str, path: &str) -> String {
    let mut parts: Vec<&str> = if path.starts_with('/') {
        Vec::new()
    } else {
        folder.split('/').filter(|part| !part.is_empty()).collect()
    };
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => _ = parts.pop(),
            other => parts.push(other),
        }
    }
    parts.join("/")
}

fn percent_decoded(path: &str) -> String {
    if !path.contains('%') {
        return path.to_owned();
    }
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let code = (first == b'%')
            .then(|| {
                std::str::from_utf8(after.get(..2)?)
                    .ok()
                    .and_then(|hex| u8::from_str_radix(hex, 16).ok())
            })
            .flatten();
        bytes.push(code.unwrap_or(first));
        rest = if code.is_some() { &after[2..] } else { after };
    }
    String::from_utf8(bytes).unwrap_or_else(|_| path.to_owned())
}

/// Where the addresses in one post lead.
pub(super) struct SiteLeads<'a> {
    pub(super) site: &'a OtherSite,
    pub(super) addresses: &'a Addresses<'a>,
    pub(super) source: &'a Source,
    /// The number of its record.
    pub(super) number: usize,
    /// The folder of the records.
    pub(super) into: &'a str,
    pub(super) pictures: Pictures<'a>,
}

impl SiteLeads<'_> {
    /// Back to the other site, if its address is known.
    fn back(&self, path: &str) -> Lead {
        let whole = if path.starts_with('/') {
            path.to_owned()
        } else {
            let own = self.addresses.records[self.number].2.clone();
            let Some(own) = own else { return Lead::Gone };
            let (path, rest) = path.split_at(path.find(['?', '#']).unwrap_or(path.len()));
            let folder = own.rsplit_once('/').map_or("", |(folder, _)| folder);
            let end = if path.ends_with('/') { "/" } else { "" };
            format!("/{}{end}{rest}", joined(folder, path))
        };
        self.site.whole(&whole).map_or(Lead::Gone, Lead::Back)
    }
}

impl Leads for SiteLeads<'_> {
    fn link(&mut self, address: &str) -> Lead {
        if let Some(fragment) = address.strip_prefix('#') {
            let own = &self.addresses.headings[self.number];
            return match heading(own, fragment) {
                Some(name) if name == fragment => Lead::Same,
                Some(name) => Lead::Heading(format!("#{name}")),
                None => Lead::NoHeading,
            };
        }
        let Some(path) = self.site.own(address) else {
            return if is_elsewhere(address) { Lead::Same } else { Lead::Gone };
        };
        if is_elsewhere(path) {
            return Lead::Same;
        }
        let (page, rest) = path.split_at(path.find(['?', '#']).unwrap_or(path.len()));
        if let Some(number) = self.addresses.record(page, self.number, self.source) {
            let (_, name, _) = &self.addresses.records[number];
            // The page in the reader's language is found by the name of the original.
            let original = name.split('.').next().unwrap_or_default();
            let to = format!("{original}.md");
            let record = format!("{}/{original}.md", self.into);
            let fragment = rest.split_once('#').map(|(_, fragment)| fragment);
            let Some(fragment) = fragment.filter(|fragment| !fragment.is_empty()) else {
                return Lead::Record(to, record);
            };
            return match heading(&self.addresses.headings[number], fragment) {
                Some(name) => Lead::Record(format!("{to}#{name}"), record),
                None => Lead::Whole(to, record),
            };
        }
        match self.pictures.take(page) {
            Some(name) => Lead::Picture(name),
            None => self.back(path),
        }
    }

    fn picture(&mut self, address: &str) -> Lead {
        let Some(path) = self.site.own(address) else { return Lead::Same };
        if is_elsewhere(path) {
            return Lead::Same;
        }
        let file = percent_decoded(path.split(['?', '#']).next().unwrap_or_default());
        match self.pictures.take(&file) {
            Some(name) => Lead::Picture(name),
            None => self.back(path),
        }
    }
}

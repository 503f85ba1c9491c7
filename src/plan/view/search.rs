//! The search page: where its index is, and the ways through the site for readers without the script.

use serde::Serialize;
use unicode_normalization::UnicodeNormalization;

use super::Link;
use super::build::language_name;
use super::clock::Scene;
use super::record::sector_name;
use crate::i18n::say;
use crate::plan::Group;

/// The most links of one kind; those with most records are shown.
const MOST: usize = 200;

/// The search page: `search.html`.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct SearchView {
    /// The path of the list of the index's pieces.
    pub index: String,
    /// How many pages were found, for each category of the plural; `{n}` and `{query}` stand for the number and the words.
    pub found: Vec<(&'static str, String)>,
    /// The languages in which there are pages.
    pub languages: Vec<LanguageView>,
    /// Countries with their pages, in order of name.
    pub countries: Vec<Link>,
    /// Sectors likewise.
    pub sectors: Vec<Link>,
    /// Tags likewise.
    pub tags: Vec<Link>,
}

/// A language in which a site has pages.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct LanguageView {
    /// BCP 47.
    pub code: String,
    /// Its own name for itself.
    pub name: String,
    /// How many pages there are.
    pub count: usize,
}

impl Scene<'_> {
    pub(crate) fn search(&self) -> SearchView {
        let found = self.plan.search.as_ref();
        let languages = found.map(|search| &search.languages).into_iter().flatten();
        let words = self.words();
        let found_for = |n: i64| say!(words, "search-found", n = n, count = "{n}", query = "{query}");
        SearchView {
            found: words.categories().map(|(category, n)| (category, found_for(n))).collect(),
            index: found.map_or_else(String::new, |search| search.list.clone()),
            languages: languages
                .map(|(code, count)| LanguageView { code: code.clone(), name: language_name(self.world, code).to_owned(), count: *count })
                .collect(),
            countries: self.links_of(Group::Country),
            sectors: self.links_of(Group::Sector),
            tags: self.links_of(Group::Tag),
        }
    }

    fn links_of(&self, wanted: Group) -> Vec<Link> {
        let mut members: Vec<_> = self.world.index.groups().filter(|(group, ..)| *group == wanted).collect();
        members.sort_by_key(|(_, _, members)| std::cmp::Reverse(members.records.len()));
        members.truncate(MOST);
        let mut links: Vec<(String, Link)> = members
            .into_iter()
            .map(|(group, key, members)| {
                let link = match group {
                    Group::Country => self.country_link(&key.to_ascii_uppercase()),
                    Group::Sector => self.group_link(group, key, &sector_name(self.words(), &members.name)),
                    Group::Tag => self.group_link(group, key, &members.name),
                };
                // An accent follows its letter here, so that “États-Unis” stands before “France”.
                (link.title.nfd().collect(), link)
            })
            .collect();
        links.sort_by(|a, b| (&a.0, &a.1.path).cmp(&(&b.0, &b.1.path)));
        links.into_iter().map(|(_, link)| link).collect()
    }
}

//! The search page: where its index is, and the ways through the site for readers without the
//! script.

use super::Link;
use super::build::language_name;
use super::lists::by_title;
use super::locale::{Locale, PageContext};
use crate::i18n::say;
use crate::site::Group;
use serde::Serialize;

/// The most links of one kind; those with most records are shown.
const MOST: usize = 200;

/// The search page: `search.html`.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct SearchView {
    /// The path of the list of the index's pieces.
    pub index: String,
    /// How many pages were found, for each category of the plural; `{n}` and `{query}` stand for
    /// the number and the words.
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

impl PageContext<'_> {
    pub(crate) fn search(&self) -> SearchView {
        let found = self.plan.search.as_ref();
        let languages = found.map(|search| &search.languages).into_iter().flatten();
        let words = self.locale.words();
        let found_for =
            |n: i64| say!(words, "search-found", n = n, count = "{n}", query = "{query}");
        SearchView {
            found: words.categories().map(|(category, n)| (category, found_for(n))).collect(),
            index: found.map_or_else(String::new, |search| search.list.clone()),
            languages: languages
                .map(|(code, count)| LanguageView {
                    code: code.clone(),
                    name: language_name(self.locale.site, code).to_owned(),
                    count: *count,
                })
                .collect(),
            countries: self.locale.links_of(Group::Country),
            sectors: self.locale.links_of(Group::Sector),
            tags: self.locale.links_of(Group::Tag),
        }
    }
}

impl Locale<'_> {
    fn links_of(&self, wanted: Group) -> Vec<Link> {
        let mut members: Vec<_> = self.site.index.groups_of(wanted).collect();
        members.sort_by_key(|(_, members)| std::cmp::Reverse(members.records.len()));
        members.truncate(MOST);
        let links =
            members.into_iter().map(|(key, members)| self.group_named(wanted, key, members));
        by_title(links.collect(), |link| link)
    }
}

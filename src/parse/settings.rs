//! `overdue.yaml` → [`Settings`].

use chrono_tz::Tz;

use super::awaiting::whole_days;
use super::own_documents::{RawDocument, own_document};
use super::record;
use super::record::{need, text_of, web_address, zone_of};
use crate::diag::Code;
use crate::front_matter::raw::raw;
use crate::front_matter::reader::{Field, FromNode, Located, Reader};
use crate::front_matter::values::{List, Named};
use crate::front_matter::yaml::{Node, Value};
use crate::load::BUILT_IN_THEME;
use crate::markdown::mention::{Mention, Mentions};
use crate::model::{Navigation, Outputs, Period, Publisher, Settings};
use crate::text;

raw! {
    /// The keys of `overdue.yaml`.
    RawSettings ("overdue.yaml") {
        /// The name of the site.
        title [required]: String,
        /// The address at which it is published.
        url [required, web]: String,
        /// One sentence for search engines and feeds.
        description: String,
        /// The language of its pages.
        language [language]: String,
        /// The languages into which the whole site is translated.
        languages [language]: List<Located<String>, 50>,
        /// The zone in which days are counted for records that name none.
        timezone [zone]: String,
        /// The theme; without it, the built-in one.
        theme: String,
        /// Who answers for the site.
        publisher: RawPublisher,
        /// For how long a check is fresh, in days or weeks.
        recheck_every: Period,
        /// Kinds of documents of the site's own, by the word for each in front matter.
        documents: Named<RawDocument>,
        /// The menu.
        navigation: List<Located<RawNavigation>, 100>,
        /// What is made besides pages; each can be turned off.
        outputs: RawOutputs,
        /// Where `overdue publish` puts the site, by name.
        destinations: Named<String>,
        /// `sanitise`, to let a safe part of HTML through in texts.
        raw_html [sanitise]: String,
    }
}
raw! {
    RawPublisher ("the publisher") {
        /// The name.
        name [required]: String,
        /// Where to write to.
        email: String,
        /// Its own site.
        url [web]: String,
    }
}
raw! {
    RawNavigation ("an entry of the navigation") {
        /// The words of the entry.
        title [required]: String,
        /// Where it leads: a record such as pages/method, a path, or a whole address.
        to [required]: String,
    }
}
raw! {
    RawOutputs ("the outputs") {
        /// Pictures for sharing.
        cards: bool,
        /// Counters for other sites.
        embeds: bool,
        /// Small pictures with a number.
        badges: bool,
        /// A JSON file beside each page.
        twins: bool,
        /// Feeds.
        feeds: bool,
        /// The page with the search.
        search: bool,
    }
}

/// For how many days a check is fresh where nothing is said.
const RECHECK_DAYS: u32 = 30;

/// Reads the whole file. Settings come out whatever is wrong, so that the records can be read as
/// well. Where the menu leads is noted.
pub(super) fn settings(node: &Node, mentions: &mut Mentions, reader: &mut Reader) -> Settings {
    let raw = match &node.value {
        Value::Null => RawSettings::read(&[], reader),
        _ => RawSettings::from_node(node, reader).unwrap_or_else(|| RawSettings::read(&[], reader)),
    };
    let RawSettings {
        title,
        url,
        description,
        language,
        languages,
        timezone,
        theme,
        publisher,
        recheck_every,
        documents,
        navigation,
        outputs,
        destinations,
        raw_html,
    } = raw;
    let top = 0..0;
    let title = need(title, &top, "title", "write `title:` with the name of the site", reader)
        .unwrap_or_default();
    let url_at = url.as_ref().map_or(top.clone(), |found| found.span.clone());
    let url = need(
        url,
        &top,
        "url",
        "write `url:` with the address at which the site will be published",
        reader,
    );
    let url = url.map_or_else(String::new, |url| site_url(url, &url_at, reader));
    let language = record::language(&language, reader).unwrap_or_else(|| "en".to_owned());
    let mut all = vec![language.clone()];
    for found in languages.map_or_else(Vec::new, |list| list.value.0) {
        if let Some(code) = record::language(&Some(found), reader)
            && !all.contains(&code)
        {
            all.push(code);
        }
    }
    let documents = documents.map_or_else(Vec::new, |found| {
        found
            .value
            .0
            .into_iter()
            .filter_map(|(name, raw)| own_document(&name, raw, &language, reader))
            .collect()
    });
    Settings {
        title,
        url,
        description: text_of(description),
        language,
        languages: all,
        timezone: zone_of(&timezone, reader).unwrap_or(Tz::UTC),
        theme: theme.map_or_else(|| BUILT_IN_THEME.to_owned(), |found| theme_name(found, reader)),
        publisher: publisher.and_then(|found| publisher_of(found, reader)),
        recheck_days: recheck_every
            .and_then(|found| whole_days(&found, reader))
            .unwrap_or(RECHECK_DAYS),
        documents,
        navigation: navigation.map_or_else(Vec::new, |list| {
            list.value
                .0
                .into_iter()
                .filter_map(|raw| entry(raw.value, &raw.span, mentions, reader))
                .collect()
        }),
        outputs: outputs.map_or_else(Outputs::default, |found| outputs_of(&found.value)),
        destinations: destinations.map_or_else(Default::default, |found| {
            found.value.0.into_iter().map(|(name, url)| (name.value, url.value)).collect()
        }),
        raw_html: raw_html.is_some_and(|found| {
            if found.value != "sanitise" {
                reader.error(
                    Code::ValueUnknown,
                    &found.span,
                    format!("`{}` is not known here", found.value),
                    "write `raw_html: sanitise`, or leave it out",
                );
            }
            true
        }),
    }
}

fn outputs_of(raw: &RawOutputs) -> Outputs {
    let RawOutputs { cards, embeds, badges, twins, feeds, search } = raw;
    let on = |field: &Field<bool>| field.as_ref().is_none_or(|found| found.value);
    Outputs {
        cards: on(cards),
        embeds: on(embeds),
        badges: on(badges),
        twins: on(twins),
        feeds: on(feeds),
        search: on(search),
    }
}

fn site_url(url: String, at: &std::ops::Range<usize>, reader: &mut Reader) -> String {
    if !text::is_site_address(&url) {
        reader.error(
            Code::UrlForm,
            at,
            format!("`{url}` cannot be the address of a site"),
            text::address_trouble(&url)
                .unwrap_or("write the whole address, such as https://example.org/watch/"),
        );
    }
    if url.ends_with('/') { url } else { url + "/" }
}

fn theme_name(found: Located<String>, reader: &mut Reader) -> String {
    if let Some((message, help)) = text::slug_trouble(&found.value) {
        reader.error(Code::SlugForm, &found.span, message, help);
    }
    found.value
}

fn publisher_of(found: Located<RawPublisher>, reader: &mut Reader) -> Option<Publisher> {
    let Located { value: RawPublisher { name, email, url }, span } = found;
    let name = need(name, &span, "name", "say who publishes the site", reader)?;
    Some(Publisher { name, email: text_of(email), url: web_address(url, reader) })
}

fn entry(
    raw: RawNavigation,
    span: &std::ops::Range<usize>,
    mentions: &mut Mentions,
    reader: &mut Reader,
) -> Option<Navigation> {
    let RawNavigation { title, to } = raw;
    let title = need(title, span, "title", "write the text of the entry", reader);
    let at = to.as_ref().map_or_else(|| span.clone(), |found| found.span.clone());
    let to = need(to, span, "to", "name a record, such as pages/method, or write a path", reader)?;
    let has_scheme = to.split(['/', '?', '#']).next().is_some_and(|first| first.contains(':'));
    if !has_scheme {
        mentions.push(Mention::Path(Located { value: to.trim_matches('/').to_owned(), span: at }));
    } else if !text::is_web_address(&to) && !to.starts_with("mailto:") {
        reader.error(
            Code::UrlForm,
            &at,
            format!("the menu cannot lead to `{to}`"),
            text::address_trouble(&to).filter(|_| to.starts_with("http")).unwrap_or(
                "name a record, such as pages/method, write a path, or a whole address that begins with https://",
            ),
        );
        return None;
    }
    Some(Navigation { title: title?, to })
}

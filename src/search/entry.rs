//! Register → the pages that can be found, each with its words and what the list of results shows
//! of it.

use std::collections::BTreeMap;

use super::words::each_word;
use crate::model::{
    Incident, Kind, Moment, Piece, Prose, Record, Regime, Response, Translation, country_name,
};
use crate::site::{SiteModel, href};

/// The places of a page in which a word may stand: the title, the summary with what it is filed
/// under, and everything else.
const TITLE: u32 = 0;
const SUMMARY: u32 = 1;
const BODY: u32 = 2;

/// A page that can be found.
#[derive(Debug)]
pub(super) struct Entry<'a> {
    /// From the root, as it is written in an attribute.
    pub(super) path: String,
    /// Its name.
    pub(super) title: &'a str,
    /// `incident`, `response`, `article`, `organisation`, `page`, `regime`, `country`, `sector` or
    /// `tag`.
    pub(super) kind: &'static str,
    /// The civil day of what it tells of, or the year or month; empty if it has none.
    pub(super) date: String,
    /// One or two sentences, or nothing.
    pub(super) summary: &'a str,
    words: Text<'a>,
}

#[derive(Debug)]
enum Text<'a> {
    Record(Kind, &'a Record, &'a Prose),
    Regime(&'a Regime),
    Name,
}

/// Every page that can be found, with its language.
pub(super) fn entries<'a>(site: &'a SiteModel) -> Vec<(&'a str, Entry<'a>)> {
    let mut all = Vec::new();
    for (kind, record) in site.register.records() {
        let path = site.path(kind, record);
        let date = date_of(site, kind, record);
        let words = Text::Record(kind, record, &record.prose);
        let summary = record.summary.as_deref().unwrap_or_default();
        let own = Entry {
            path: href(&path),
            title: &record.title,
            kind: kind.name(),
            date: date.clone(),
            summary,
            words,
        };
        all.push((record.language.as_str(), own));
        for (language, translated) in translations(site, record) {
            let words = Text::Record(kind, record, record.prose_in(language).0);
            let summary = record.summary_in(language).0.unwrap_or_default();
            let path = href(&format!("{language}/{path}"));
            let entry = Entry {
                path,
                title: &translated.title,
                kind: kind.name(),
                date: date.clone(),
                summary,
                words,
            };
            all.push((language, entry));
        }
    }
    let language = site.settings.language.as_str();
    for (id, regime) in &site.register.regimes {
        let summary = regime.jurisdiction.as_deref().unwrap_or_default();
        let path = href(&SiteModel::regime_path(id));
        all.push((
            language,
            Entry {
                path,
                title: &regime.title,
                kind: "regime",
                date: String::new(),
                summary,
                words: Text::Regime(regime),
            },
        ));
    }
    for (group, key, members) in site.index.groups() {
        let path = href(&SiteModel::group_path(group, key));
        all.push((
            language,
            Entry {
                path,
                title: &members.name,
                kind: group.name(),
                date: String::new(),
                summary: "",
                words: Text::Name,
            },
        ));
    }
    all
}

fn translations<'a>(
    site: &'a SiteModel,
    record: &'a Record,
) -> impl Iterator<Item = (&'a String, &'a Translation)> {
    record.translations.iter().filter(|(language, _)| site.settings.languages.contains(language))
}

/// How many pages [`entries`] has in each language.
pub(super) fn count_by_language(site: &SiteModel) -> BTreeMap<String, usize> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, record) in site.register.records() {
        let translated = translations(site, record).map(|(language, _)| language.as_str());
        for language in std::iter::once(record.language.as_str()).chain(translated) {
            *counts.entry(language).or_default() += 1;
        }
    }
    let others = site.register.regimes.len() + site.index.groups().count();
    if others > 0 {
        *counts.entry(&site.settings.language).or_default() += others;
    }
    counts.into_iter().map(|(language, count)| (language.to_owned(), count)).collect()
}

fn date_of(site: &SiteModel, kind: Kind, record: &Record) -> String {
    let register = &site.register;
    let moment = match kind {
        Kind::Incident => register.incidents.get(&record.id).map(|found| &found.occurred),
        Kind::Response => register.responses.get(&record.id).and_then(|found| found.appeared()),
        Kind::Article => register.articles.get(&record.id).map(|found| &found.date),
        Kind::Organisation | Kind::Page => None,
    };
    let civil = |moment: &Moment| {
        let day = moment.first_day(record.timezone).to_string();
        if moment.is_imprecise() { moment.written().to_owned() } else { day }
    };
    moment.map_or_else(String::new, civil)
}

impl Entry<'_> {
    /// Gives each word with its place to `found`, the weightiest place first.
    pub(super) fn words(&self, site: &SiteModel, language: &str, found: &mut dyn FnMut(u32, &str)) {
        let mut say = |place: u32, text: &str| each_word(text, &mut |word| found(place, word));
        say(TITLE, self.title);
        say(SUMMARY, self.summary);
        match &self.words {
            Text::Record(kind, record, prose) => {
                record_words(site, *kind, record, language, &mut say);
                let mut text = String::new();
                for piece in &prose.pieces {
                    // What is not text parts words.
                    text.push(' ');
                    if let Piece::Html(html) = piece {
                        html.texts().for_each(|words| text.extend([&*words, " "]));
                    }
                }
                say(BODY, &text);
            }
            Text::Regime(regime) => {
                for text in [&regime.citation, &regime.quote, &regime.note].into_iter().flatten() {
                    say(BODY, text);
                }
            }
            Text::Name => {}
        }
    }
}

fn record_words(
    site: &SiteModel,
    kind: Kind,
    record: &Record,
    language: &str,
    say: &mut dyn FnMut(u32, &str),
) {
    record.tags.iter().for_each(|tag| say(SUMMARY, tag));
    match kind {
        Kind::Incident => {
            if let Some(incident) = site.register.incidents.get(&record.id) {
                incident_words(site, incident, language, say);
            }
        }
        Kind::Response => {
            if let Some(response) = site.register.responses.get(&record.id) {
                response_words(site, response, language, say);
            }
        }
        Kind::Article | Kind::Organisation | Kind::Page => {}
    }
    record.authors.iter().for_each(|author| say(BODY, author));
    for source in &record.sources {
        for text in [Some(&source.title), source.publisher.as_ref(), source.quote.as_ref()]
            .into_iter()
            .flatten()
        {
            say(BODY, text);
        }
    }
    for correction in &record.corrections {
        for text in [Some(&correction.was), correction.now.as_ref(), correction.why.as_ref()]
            .into_iter()
            .flatten()
        {
            say(BODY, text.or_own(language));
        }
    }
    record
        .replies
        .iter()
        .filter_map(|reply| reply.text.as_ref())
        .for_each(|text| say(BODY, text.or_own(language)));
}

fn incident_words(
    site: &SiteModel,
    incident: &Incident,
    language: &str,
    say: &mut dyn FnMut(u32, &str),
) {
    let country =
        incident.country.as_deref().map(|code| country_name(code, language).unwrap_or(code));
    let place = incident.place.as_ref().map(|place| place.or_own(language).as_str());
    for text in [place, country, incident.sector.as_deref()].into_iter().flatten() {
        say(SUMMARY, text);
    }
    let operators = incident.operators.iter().filter_map(|id| site.register.organisations.get(id));
    operators.for_each(|operator| say(SUMMARY, &operator.record.title));
    incident.impact.iter().for_each(|figure| say(BODY, figure.what.or_own(language)));
    incident.commitments.iter().for_each(|commitment| say(BODY, commitment.what.or_own(language)));
    incident.events.iter().for_each(|event| say(BODY, event.title.or_own(language)));
}

fn response_words(
    site: &SiteModel,
    response: &Response,
    language: &str,
    say: &mut dyn FnMut(u32, &str),
) {
    let by = response.by.iter().filter_map(|id| site.register.organisations.get(id));
    by.for_each(|organisation| say(SUMMARY, &organisation.record.title));
    let incidents = response.incidents.iter().filter_map(|id| site.register.incidents.get(id));
    incidents.for_each(|incident| say(SUMMARY, &incident.record.title));
    response.findings.iter().for_each(|finding| say(BODY, finding.text.or_own(language)));
    response.recommendations.iter().for_each(|one| say(BODY, one.text.or_own(language)));
}

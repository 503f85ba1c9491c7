//! A page → what it is about in the words of schema.org, for search engines: JSON-LD.
//!
//! It holds facts alone and no count, so that it is the same on every day.
//!
//! Absent on purpose: pages that are no record, but for the first, which tells of the data; and
//! whatever the page itself does not say.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::Locale;
use crate::i18n::Form;
use crate::model::{Article, Id, Incident, Kind, Moment, Organisation, Record, Response};
use crate::plan::{DataFile, Page, PageKind};
use crate::site::href;
use crate::wording;

/// The data of a page as the content of a `script` element; empty if there is none.
pub(super) fn json_ld(locale: &Locale<'_>, page: Page<'_>) -> String {
    let register = &locale.site.register;
    let found = match page.kind {
        PageKind::Docket(0) => Some(locale.dataset()),
        PageKind::Record(Kind::Incident, id) => {
            register.incidents.get(id).map(|incident| locale.event(incident))
        }
        PageKind::Record(Kind::Response, id) => {
            register.responses.get(id).map(|response| locale.report(response))
        }
        PageKind::Record(Kind::Article, id) => {
            register.articles.get(id).map(|article| locale.news_article(article, page))
        }
        PageKind::Record(Kind::Organisation, id) => {
            register.organisations.get(id).map(|found| locale.organisation_itself(found))
        }
        PageKind::Docket(_)
        | PageKind::Sorted(..)
        | PageKind::List(..)
        | PageKind::Groups(..)
        | PageKind::Group(..)
        | PageKind::Agenda(_)
        | PageKind::Record(Kind::Page, _)
        | PageKind::Regimes
        | PageKind::Regime(_)
        | PageKind::Statistics
        | PageKind::Search
        | PageKind::NotFound
        | PageKind::Redirect(_)
        | PageKind::Corrections(_)
        | PageKind::Embed(..) => None,
    };
    found.map_or_else(String::new, |mut found| {
        found["@context"] = "https://schema.org".into();
        drop_nothing(&mut found);
        // A value of JSON always serialises.
        in_script(&serde_json::to_string(&found).unwrap_or_default())
    })
}

impl Locale<'_> {
    fn url(&self, path: &str) -> String {
        format!("{}{path}", self.site.settings.url)
    }

    /// A record by its name and address alone.
    fn named(&self, r#type: &str, kind: Kind, id: &Id) -> Value {
        let link = self.link(kind, id);
        json!({"@type": r#type, "name": link.title, "url": (!link.path.is_empty()).then(|| self.url(&link.path))})
    }

    fn organisations_named(&self, ids: &[Id]) -> Vec<Value> {
        ids.iter().map(|id| self.named("Organization", Kind::Organisation, id)).collect()
    }

    fn publisher(&self) -> Value {
        let publisher = self.site.settings.publisher.as_ref();
        publisher.map_or(Value::Null, |found| json!({"@type": "Organization", "name": found.name, "url": found.url, "email": found.email}))
    }

    fn dataset(&self) -> Value {
        let settings = &self.site.settings;
        let file = |(_, path): &(DataFile, &str)| {
            let media_type = if path.ends_with(".csv") { "text/csv" } else { "application/json" };
            json!({"@type": "DataDownload", "contentUrl": self.url(path), "encodingFormat": media_type})
        };
        json!({
            "@type": "Dataset",
            "name": settings.title,
            "description": settings.description,
            "url": settings.url,
            "inLanguage": settings.language,
            "creator": self.publisher(),
            "isAccessibleForFree": true,
            "distribution": DataFile::ALL.iter().map(file).collect::<Vec<_>>(),
        })
    }

    fn event(&self, incident: &Incident) -> Value {
        let record = &incident.record;
        let place = (incident.place.is_some() || incident.country.is_some()).then(|| {
            let country = incident.country.as_ref().map(|code| json!({"@type": "PostalAddress", "addressCountry": code}));
            json!({"@type": "Place", "name": incident.place.as_ref().map(|place| place.or_own(self.language)), "address": country})
        });
        let answers = self.site.register.responses_to(&record.id);
        json!({
            "@type": "Event",
            "name": self.title_of(record),
            "description": self.summary(record),
            "url": self.page_of(Kind::Incident, record),
            "startDate": date(&incident.occurred),
            "endDate": incident.triggers.get("ended").map(date),
            "location": place,
            "subjectOf": answers.map(|response| self.named("Report", Kind::Response, &response.record.id)).collect::<Vec<_>>(),
        })
    }

    fn report(&self, response: &Response) -> Value {
        let record = &response.record;
        let about = response.incidents.iter().map(|id| self.named("Event", Kind::Incident, id));
        json!({
            "@type": "Report",
            "name": self.title_of(record),
            "description": self.summary(record),
            "url": self.page_of(Kind::Response, record),
            "genre": self.words().document(response.kind, Form::Name),
            "datePublished": response.date.as_ref().map(date),
            "author": self.organisations_named(&response.by),
            "about": about.collect::<Vec<_>>(),
            "inLanguage": response.language,
            "sameAs": [&response.url, &response.archived],
        })
    }

    fn news_article(&self, article: &Article, page: Page<'_>) -> Value {
        let record = &article.record;
        let corrections = record.corrections.iter().map(|correction| {
            let said = [Some(&correction.was), correction.now.as_ref(), correction.why.as_ref()];
            let text = said.into_iter().flatten().map(|said| wording::full_stop(said.or_own(self.language))).collect::<Vec<_>>().join(" ");
            json!({"@type": "CorrectionComment", "datePublished": correction.date.to_string(), "text": text})
        });
        let language = if record.translations.contains_key(self.language) {
            self.language
        } else {
            &record.language
        };
        let about = article.incidents.iter().map(|id| self.named("Event", Kind::Incident, id));
        let image = record.image.as_ref().map(|image| {
            let path = self.site.path(Kind::Article, record);
            self.url(&href(&format!("{path}{}", image.file)))
        });
        json!({
            "@type": "NewsArticle",
            "headline": self.title_of(record),
            "description": self.description(Kind::Article, record),
            "url": self.url(&href(page.path)),
            "inLanguage": language,
            "datePublished": date(&article.date),
            "dateModified": record.changed().map(|day| day.to_string()),
            "author": record.authors.iter().map(|name| json!({"@type": "Person", "name": name})).collect::<Vec<_>>(),
            "publisher": self.publisher(),
            "image": image,
            "about": about.collect::<Vec<_>>(),
            "correction": corrections.collect::<Vec<_>>(),
        })
    }

    fn organisation_itself(&self, organisation: &Organisation) -> Value {
        let record = &organisation.record;
        json!({
            "@type": "Organization",
            "name": self.title_of(record),
            "description": self.summary(record),
            "url": organisation.url,
            "subjectOf": self.page_of(Kind::Organisation, record),
        })
    }

    fn title_of(&self, record: &Record) -> String {
        self.site.title(record, self.language).to_owned()
    }

    fn page_of(&self, kind: Kind, record: &Record) -> String {
        self.url(&href(&self.site.path(kind, record)))
    }
}

/// As precisely as it is known (ISO 8601).
fn date(moment: &Moment) -> String {
    wording::machine(moment)
}

/// Drops whatever is not known: nulls, empty texts and empty lists.
fn drop_nothing(value: &mut Value) {
    let is_something = |value: &mut Value| {
        drop_nothing(value);
        match value {
            Value::Null => false,
            Value::String(text) => !text.is_empty(),
            Value::Array(values) => !values.is_empty(),
            _ => true,
        }
    };
    match value {
        Value::Array(values) => values.retain_mut(is_something),
        Value::Object(fields) => fields.retain(|_, value| is_something(value)),
        _ => {}
    }
}

/// JSON in which nothing ends a `script` element or begins a comment.
fn in_script(json: &str) -> String {
    // Most have none of them, and bytes are quicker to look through than characters.
    if !json.bytes().any(|byte| matches!(byte, b'<' | b'>' | b'&' | 0xE2)) {
        return json.to_owned();
    }
    let mut safe = String::with_capacity(json.len() + 8);
    let mut rest = json;
    while let Some(at) = rest.find(['<', '>', '&', '\u{2028}', '\u{2029}']) {
        let c = rest[at..].chars().next().unwrap_or_default();
        safe.push_str(&rest[..at]);
        // Writing to a string cannot fail.
        let _ = write!(safe, "\\u{:04x}", c as u32);
        rest = &rest[at + c.len_utf8()..];
    }
    safe.push_str(rest);
    safe
}

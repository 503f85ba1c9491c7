//! What a feed announces: documents, articles, milestones of waits, and corrections. Decided here,
//! written by `render`.
//!
//! An announcement keeps its identity and its date for good, so that nobody is told of it twice,
//! and it says nothing that another day would change. Where a fact is changed later (a limit is
//! extended, a report is found that came earlier), what it announced and is no longer true is gone,
//! and what is true now comes under an identity of its own.
//!
//! A milestone says that no document had been found by a day. It is announced where somebody looked
//! on that day or later and found none, or where the document has appeared since: the passing of
//! days alone announces nothing.
//!
//! Absent on purpose: days that just pass, new incidents (they have no date but that of what
//! happened), drafts, and filings that nobody outside can see.

use chrono::DateTime;
use chrono_tz::Tz;

use super::{Locale, anchor};
use crate::clock::{Event, Events, Ground, Milestone, What, beginning_of};
use crate::i18n::say;
use crate::model::{
    Article, ClockRef, ClockTerms, Correction, Id, Incident, Kind, Record, Response,
};
use crate::plan::FeedOf;
use crate::site::{SiteModel, href};
use crate::wording::{self, Announced};

/// The most entries of one feed.
const ENTRIES: usize = 100;

/// A feed, whatever it is written in.
#[derive(Debug)]
pub struct Feed {
    /// Its name.
    pub title: String,
    /// The path of the page that it follows.
    pub home: String,
    /// When the last of its entries was changed; the beginning of the as-of's day if it has none.
    pub updated: DateTime<Tz>,
    /// The newest first.
    pub entries: Vec<Announcement>,
}

/// One entry of a feed.
#[derive(Debug)]
pub struct Announcement {
    /// The same for good, and unique on the site: `responses/kakao-final`.
    pub key: String,
    /// `response`, `milestone`, `article` or `correction`.
    pub kind: &'static str,
    /// When it happened; the beginning of the civil day where no more than that is known.
    pub at: DateTime<Tz>,
    /// When what it tells of was last changed; never before it happened.
    pub updated: DateTime<Tz>,
    /// One line.
    pub title: String,
    /// A few sentences.
    pub text: String,
    /// The path of the page, with the part of it that this is about.
    pub path: String,
}

/// A feed with what there is to announce.
pub fn feed(site: &SiteModel, of: &FeedOf) -> Feed {
    let register = &site.register;
    let events = Events { register, docket: &site.docket, ahead: 0 };
    let mut found = Found { site, events, list: Vec::new() };
    match of {
        FeedOf::Site => {
            register.incidents.values().for_each(|incident| found.milestones(incident, |_| true));
            register.responses.values().for_each(|response| found.response(response));
            register.articles.values().for_each(|article| found.article(article));
            register.records().for_each(|(kind, record)| found.corrections(kind, record));
        }
        FeedOf::Corrections => {
            register.records().for_each(|(kind, record)| found.corrections(kind, record));
        }
        FeedOf::Incident(id) => found.incident(id),
        FeedOf::Organisation(id) => found.organisation(id),
    }
    let home = match of {
        FeedOf::Site => Some(String::new()),
        FeedOf::Corrections => Some("corrections/".to_owned()),
        FeedOf::Incident(id) => site.path_of(Kind::Incident, id),
        FeedOf::Organisation(id) => site.path_of(Kind::Organisation, id),
    };
    let entries = found.newest();
    let newest = entries.iter().map(|entry| entry.updated).max();
    Feed {
        title: feed_title(site, of),
        home: href(&home.unwrap_or_default()),
        updated: newest.unwrap_or_else(|| beginning_of(site.today(), site.settings.timezone)),
        entries,
    }
}

/// The name of a feed.
pub(super) fn feed_title(site: &SiteModel, of: &FeedOf) -> String {
    let locale = Locale { site, language: &site.settings.language };
    let title = &site.settings.title;
    let named = |name: &str| say!(locale.words(), "feed-of", site = title, name = name);
    match of {
        FeedOf::Site => title.clone(),
        FeedOf::Corrections => say!(locale.words(), "feed-corrections", site = title),
        FeedOf::Incident(id) => named(&locale.link(Kind::Incident, id).title),
        FeedOf::Organisation(id) => named(&locale.link(Kind::Organisation, id).title),
    }
}

struct Found<'a> {
    site: &'a SiteModel,
    events: Events<'a>,
    list: Vec<Event>,
}

impl<'a> Found<'a> {
    fn incident(&mut self, id: &Id) {
        let site = self.site;
        let Some(incident) = site.register.incidents.get(id) else { return };
        self.milestones(incident, |_| true);
        self.corrections(Kind::Incident, &incident.record);
        for response in site.register.responses_to(id) {
            self.response(response);
            self.corrections(Kind::Response, &response.record);
        }
        for article in
            site.index.articles_about(id).iter().filter_map(|id| site.register.articles.get(id))
        {
            self.article(article);
            self.corrections(Kind::Article, &article.record);
        }
    }

    fn organisation(&mut self, id: &Id) {
        let site = self.site;
        let register = &site.register;
        if let Some(organisation) = register.organisations.get(id) {
            self.corrections(Kind::Organisation, &organisation.record);
        }
        for (kind, member) in site.index.of_organisation(id) {
            match kind {
                Kind::Incident => match register.incidents.get(member) {
                    Some(incident) if incident.operators.contains(id) => self.incident(member),
                    Some(incident) => {
                        self.milestones(incident, |terms| terms.from.as_ref() == Some(id));
                    }
                    None => {}
                },
                Kind::Response => {
                    if let Some(response) = register.responses.get(member) {
                        self.response(response);
                        self.corrections(Kind::Response, &response.record);
                    }
                }
                Kind::Article | Kind::Organisation | Kind::Page => {}
            }
        }
    }

    fn response(&mut self, response: &Response) {
        if !response.record.draft {
            self.events.response(response, &mut self.list);
        }
    }

    fn article(&mut self, article: &Article) {
        if !article.record.draft {
            self.events.article(article, &mut self.list);
        }
    }

    fn corrections(&mut self, kind: Kind, record: &Record) {
        if !record.draft {
            self.events.corrections(kind, record, &mut self.list);
        }
    }

    /// Limits that have passed, and round lengths that waits have reached.
    fn milestones(&mut self, incident: &Incident, wanted: impl Fn(&ClockTerms) -> bool) {
        if incident.record.draft {
            return;
        }
        let mut found = Vec::new();
        for clock in self.site.docket.of(incident.record.id.as_str()) {
            if clock.terms(incident).is_some_and(&wanted) {
                self.events.clock(incident, clock, &mut found);
            }
        }
        let is_milestone = |event: &Event| {
            event.ground == Ground::Proven
                && matches!(event.what, What::Passed(..) | What::Reached(..))
        };
        self.list.extend(found.into_iter().filter(is_milestone));
    }

    fn newest(self) -> Vec<Announcement> {
        let site = self.site;
        let mut keyed: Vec<(String, Event)> =
            self.list.into_iter().filter_map(|event| Some((key(&event.what)?, event))).collect();
        // Things of one moment are in the order of their names, and nothing is told twice.
        keyed.sort_by(|(a_key, a), (b_key, b)| b.at.cmp(&a.at).then_with(|| a_key.cmp(b_key)));
        keyed.dedup_by(|(a_key, _), (b_key, _)| a_key == b_key);
        keyed.truncate(ENTRIES);
        let locale = Locale { site, language: &site.settings.language };
        keyed.into_iter().filter_map(|(key, event)| announced(&locale, key, &event)).collect()
    }
}

/// The name by which a feed reader knows an event for good; nothing for one that no feed announces.
fn key(what: &What) -> Option<String> {
    Some(match what {
        What::Published(id) => format!("responses/{id}"),
        What::Delivered(id) => format!("responses/{id}/delivered"),
        What::Withdrawn(id) => format!("responses/{id}/withdrawn"),
        What::Article(id) => format!("articles/{id}"),
        // Told apart by what the page said, so that a note may be added before or after it.
        What::Corrected(kind, id, date, was) => {
            format!(
                "{}/{id}/correction/{date}/{}",
                kind.folder(),
                &blake3::hash(was.as_bytes()).to_hex()[..10]
            )
        }
        What::Passed(clock, when) => format!("{}/limit/{}", clock_key(clock)?, when.written()),
        What::Reached(clock, Milestone::Days(days)) => format!("{}/{days}-days", clock_key(clock)?),
        What::Reached(clock, Milestone::Years(1)) => format!("{}/1-year", clock_key(clock)?),
        What::Reached(clock, Milestone::Years(years)) => {
            format!("{}/{years}-years", clock_key(clock)?)
        }
        _ => return None,
    })
}

fn clock_key(clock: &ClockRef) -> Option<String> {
    Some(format!("incidents/{}/{}", clock.incident, clock.clock.as_ref()?))
}

fn announced(locale: &Locale<'_>, key: String, event: &Event) -> Option<Announcement> {
    let register = &locale.site.register;
    let page = |kind, id: &Id| locale.site.path_of(kind, id).map(|path| href(&path));
    let title = |record: &Record| locale.site.title(record, locale.language).to_owned();
    let found = |clock: &ClockRef| locale.subject(locale.site.docket.find(clock)?);
    let mut changed = None;
    let (kind, path, said) = match &event.what {
        What::Published(id) | What::Delivered(id) | What::Withdrawn(id) => {
            let found = register.responses.get(id)?;
            changed = found.record.changed();
            ("response", page(Kind::Response, id)?, response(locale, &event.what, found)?)
        }
        What::Article(id) => {
            let record = &register.articles.get(id)?.record;
            changed = record.changed();
            (
                "article",
                page(Kind::Article, id)?,
                Announced { title: title(record), text: locale.description(Kind::Article, record) },
            )
        }
        What::Corrected(kind, id, date, was) => {
            let record = register.record(*kind, id.as_str())?;
            let is_it =
                |correction: &&Correction| correction.date == *date && *correction.was == *was;
            let correction = record.corrections.iter().find(is_it)?;
            let said = wording::announced_correction(locale.words(), &title(record), correction);
            ("correction", format!("{}#corrections", page(*kind, id)?), said)
        }
        What::Passed(clock, when) => {
            let subject = found(clock)?;
            ("milestone", own_page(locale, clock)?, subject.announced_passed(*when))
        }
        What::Reached(clock, length) => {
            let subject = found(clock)?;
            ("milestone", own_page(locale, clock)?, subject.announced_reached(*length, event.day))
        }
        _ => return None,
    };
    let at = event.at;
    let updated = changed.map_or(at, |day| beginning_of(day, at.timezone()).max(at));
    Some(Announcement { key, kind, at, updated, title: said.title, text: said.text, path })
}

/// The way to a clock on the page of its incident in the site's own language, to which a feed
/// leads.
fn own_page(locale: &Locale<'_>, named: &ClockRef) -> Option<String> {
    let clock = locale.site.docket.find(named)?;
    Some(format!(
        "{}#{}",
        href(&locale.site.path_of(Kind::Incident, &named.incident)?),
        anchor(clock)
    ))
}

/// What is announced of a response, with the waits that it ended.
fn response(locale: &Locale<'_>, what: &What, response: &Response) -> Option<Announced> {
    let (site, words) = (locale.site, locale.words());
    let moment = match what {
        What::Published(_) => &response.date,
        What::Delivered(_) => &response.delivered,
        _ => &response.withdrawn,
    };
    let on = words.moment(moment.as_ref()?, response.record.timezone);
    let by: Vec<String> =
        response.by.iter().map(|id| locale.link(Kind::Organisation, id).title).collect();
    let overruled = response.stops.iter().flatten().map(|overruled| &overruled.clock.incident);
    let mut incidents: Vec<&Id> = response.incidents.iter().chain(overruled).collect();
    incidents.sort();
    incidents.dedup();
    let clocks = incidents.iter().flat_map(|id| site.docket.of(id.as_str()));
    let ended = clocks.filter(|clock| clock.statement.is_answered_by(&response.record.id));
    let ended = ended
        .filter_map(|clock| Some(locale.subject(clock)?.announced_end(&response.record.id)))
        .collect();
    let title = site.title(&response.record, locale.language);
    wording::announced_response(
        words,
        what,
        (response.kind, title),
        &on,
        &by,
        ended,
        &locale.summary(&response.record),
    )
}

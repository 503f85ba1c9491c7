//! What a feed announces: documents, articles, milestones of waits, and corrections. Decided here, written by `render`.
//!
//! An announcement keeps its identity and its date for good, so that nobody is told of it twice, and it says nothing that another day
//! would change. Where a fact is changed later (a limit is extended, a report is found that came earlier), what it announced and is
//! no longer true is gone, and what is true now comes under an identity of its own.
//!
//! A milestone says that no document had been found by a day. It is announced where somebody looked on that day or later and found
//! none, or where the document has appeared since: the passing of days alone announces nothing.
//!
//! Absent on purpose: days that just pass, new incidents (they have no date but that of what happened), drafts, and filings that nobody
//! outside can see.

use chrono::{DateTime, Days, Months, NaiveDate, TimeDelta};
use chrono_tz::Tz;

use super::view::{Scene, anchor};
use super::{Plan, SiteModel, announcement_words as words, href};
use crate::clock::{Clock, When, stops};
use crate::model::{Article, ClockTerms, Correction, Id, Incident, Kind, Moment, Record, Response};

/// The most entries of one feed.
const ENTRIES: usize = 100;

/// What a feed follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FeedOf {
    /// Everything on the site.
    Site,
    /// The corrections of every record.
    Corrections,
    /// An incident with its responses and articles.
    Incident(Id),
    /// An organisation: the incidents in what it runs, what it owes, and what it publishes.
    Organisation(Id),
}

/// A feed, whatever it is written in.
#[derive(Debug)]
pub struct Feed {
    /// Its name.
    pub title: String,
    /// The path of the page that it follows.
    pub home: String,
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
    /// One line.
    pub title: String,
    /// A few sentences.
    pub text: String,
    /// The path of the page, with the part of it that this is about.
    pub path: String,
}

/// A feed with what there is to announce.
pub fn feed(world: &SiteModel, of: &FeedOf) -> Feed {
    let mut found = Found { world, events: Vec::new() };
    let register = &world.register;
    match of {
        FeedOf::Site => {
            register.incidents.values().for_each(|incident| found.milestones(incident, |_| true));
            register.responses.values().for_each(|response| found.response(response));
            register.articles.values().for_each(|article| found.article(article));
            register.records().for_each(|(kind, record)| found.corrections(kind, record));
        }
        FeedOf::Corrections => register.records().for_each(|(kind, record)| found.corrections(kind, record)),
        FeedOf::Incident(id) => found.incident(id),
        FeedOf::Organisation(id) => found.organisation(id),
    }
    let home = match of {
        FeedOf::Site => Some(String::new()),
        FeedOf::Corrections => Some("corrections/".to_owned()),
        FeedOf::Incident(id) => world.path_of(Kind::Incident, id),
        FeedOf::Organisation(id) => world.path_of(Kind::Organisation, id),
    };
    Feed { title: feed_title(world, of), home: href(&home.unwrap_or_default()), entries: found.newest() }
}

/// The name of a feed.
pub(super) fn feed_title(world: &SiteModel, of: &FeedOf) -> String {
    let plan = Plan::default();
    words::feed(&Scene { world, plan: &plan, language: &world.settings.language, root: "" }, of)
}

/// Something to be announced, before it is put into words.
struct Event<'a> {
    at: DateTime<Tz>,
    key: String,
    what: What<'a>,
}

/// What is announced.
pub(super) enum What<'a> {
    /// A response was published.
    Published(&'a Response, &'a Moment),
    /// A document was handed over and is not public.
    Delivered(&'a Response, &'a Moment),
    /// A document was taken offline.
    Withdrawn(&'a Response, &'a Moment),
    /// An article.
    Article(&'a Article),
    /// A limit passed without the document.
    Passed(&'a Incident, &'a ClockTerms, &'a Clock, When),
    /// A wait reached so much on this day.
    Reached(&'a Incident, &'a ClockTerms, &'a Clock, Wait, NaiveDate),
    /// A mistake was put right.
    Corrected(Kind, &'a Record, &'a Correction),
}

/// A length of a wait that is announced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wait {
    /// So many days.
    Days(u64),
    /// So many full years.
    Years(u32),
}

struct Found<'a> {
    world: &'a SiteModel,
    events: Vec<Event<'a>>,
}

impl<'a> Found<'a> {
    fn incident(&mut self, id: &Id) {
        let world = self.world;
        let Some(incident) = world.register.incidents.get(id) else { return };
        self.milestones(incident, |_| true);
        self.corrections(Kind::Incident, &incident.record);
        for response in world.register.responses_to(id) {
            self.response(response);
            self.corrections(Kind::Response, &response.record);
        }
        for article in world.index.articles_about(id).iter().filter_map(|id| world.register.articles.get(id)) {
            self.article(article);
            self.corrections(Kind::Article, &article.record);
        }
    }

    fn organisation(&mut self, id: &Id) {
        let world = self.world;
        let register = &world.register;
        if let Some(organisation) = register.organisations.get(id) {
            self.corrections(Kind::Organisation, &organisation.record);
        }
        for (kind, member) in world.index.of_organisation(id) {
            match kind {
                Kind::Incident => match register.incidents.get(member) {
                    Some(incident) if incident.operators.contains(id) => self.incident(member),
                    Some(incident) => self.milestones(incident, |terms| terms.from.as_ref() == Some(id)),
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

    fn add(&mut self, at: DateTime<Tz>, key: String, what: What<'a>) {
        self.events.push(Event { at, key, what });
    }

    fn response(&mut self, response: &'a Response) {
        let record = &response.record;
        if record.draft {
            return;
        }
        let (id, zone) = (&record.id, record.timezone);
        if let Some(date) = &response.date {
            self.add(beginning(date, zone), format!("responses/{id}"), What::Published(response, date));
        }
        if let Some(delivered) = &response.delivered
            && response.date.as_ref().is_none_or(|date| delivered.order() < date.order())
        {
            self.add(beginning(delivered, zone), format!("responses/{id}/delivered"), What::Delivered(response, delivered));
        }
        if let Some(withdrawn) = &response.withdrawn {
            self.add(beginning(withdrawn, zone), format!("responses/{id}/withdrawn"), What::Withdrawn(response, withdrawn));
        }
    }

    fn article(&mut self, article: &'a Article) {
        let record = &article.record;
        if !record.draft {
            self.add(beginning(&article.date, record.timezone), format!("articles/{}", record.id), What::Article(article));
        }
    }

    fn corrections(&mut self, kind: Kind, record: &'a Record) {
        if record.draft {
            return;
        }
        let mut keys: Vec<String> = Vec::new();
        for correction in &record.corrections {
            // Told apart by what the page said, so that a note may be added before or after it.
            let said = blake3::hash(correction.was.as_bytes()).to_hex();
            let mut key = format!("{}/{}/correction/{}/{}", kind.folder(), record.id, correction.date, &said[..10]);
            while keys.contains(&key) {
                key.push_str("-again");
            }
            keys.push(key.clone());
            self.add(beginning_of(correction.date, record.timezone), key, What::Corrected(kind, record, correction));
        }
    }

    fn milestones(&mut self, incident: &'a Incident, wanted: impl Fn(&ClockTerms) -> bool) {
        if incident.record.draft {
            return;
        }
        let docket = &self.world.docket;
        for clock in docket.of(incident.record.id.as_str()) {
            let Some(terms) = clock.terms(incident).filter(|terms| wanted(terms)) else { continue };
            if terms.law.as_ref().is_some_and(|law| law.confidential) {
                continue;
            }
            self.passed(incident, terms, clock);
            self.reached(incident, terms, clock);
        }
    }

    /// The limit of a clock has passed, if it is known that there was no document.
    fn passed(&mut self, incident: &'a Incident, terms: &'a ClockTerms, clock: &'a Clock) {
        let Some(due) = clock.due.as_ref().filter(|due| !clock.provisional && !due.is_still_paused()) else { return };
        // Of a duty that comes again and again only the next day is known.
        if terms.law.as_ref().is_some_and(|law| law.repeat.is_some()) || due.overdue_days(self.world.docket.as_of()).is_none() {
            return;
        }
        let (when, zone) = (due.current, clock.zone);
        let day = when.date(zone);
        let maybe_in_time = stops(&self.world.register, incident, terms).any(|(_, moment)| due.days_late(moment).is_none());
        if maybe_in_time || self.is_unproven(incident, terms, clock, day, day.checked_add_days(Days::new(1))) {
            return;
        }
        let at = match when {
            When::EndOf(_) => (when.instant(zone) + TimeDelta::seconds(1)).with_timezone(&zone),
            When::NoonOf(_) | When::At(_) => when.instant(zone).with_timezone(&zone),
        };
        let key = format!("incidents/{}/{}/limit/{}", clock.incident, clock.id, when.written());
        self.add(at, key, What::Passed(incident, terms, clock, when));
    }

    /// The wait has reached 100 days, each full year, and each 1,000 days.
    fn reached(&mut self, incident: &'a Incident, terms: &'a ClockTerms, clock: &'a Clock) {
        let Some(start) = clock.start.as_ref().map(|start| start.last_day(clock.zone)) else { return };
        let (days, years) = ([100].into_iter().chain((1..).map(|thousands| thousands * 1000)), 1..);
        let days = days.map_while(|days| Some((start.checked_add_days(Days::new(days))?, Wait::Days(days))));
        let years =
            years.map_while(|years: u32| Some((start.checked_add_months(Months::new(years.checked_mul(12)?))?, Wait::Years(years))));
        let has_come = |(day, _): &(NaiveDate, Wait)| *day <= clock.today;
        let milestones: Vec<_> = days.take_while(has_come).chain(years.take_while(has_come)).collect();
        for (day, wait) in milestones {
            let was_there = stops(&self.world.register, incident, terms).any(|(_, moment)| moment.first_day(clock.zone) <= day);
            if was_there || self.is_unproven(incident, terms, clock, day, Some(day)) {
                continue;
            }
            let length = match wait {
                Wait::Days(days) => format!("{days}-days"),
                Wait::Years(1) => "1-year".to_owned(),
                Wait::Years(years) => format!("{years}-years"),
            };
            let key = format!("incidents/{}/{}/{length}", clock.incident, clock.id);
            self.add(beginning_of(day, clock.zone), key, What::Reached(incident, terms, clock, wait, day));
        }
    }

    /// Whether it is not known that a document was still awaited at the end of `day`: it was handed over or given up by then, or
    /// nobody looked on `from` or later and no document has appeared since.
    fn is_unproven(&self, incident: &Incident, terms: &ClockTerms, clock: &Clock, day: NaiveDate, from: Option<NaiveDate>) -> bool {
        let handed_over = clock.delivery.as_ref().is_some_and(|delivery| delivery.on <= day);
        let given_up = terms.closed.as_ref().is_some_and(|closing| closing.on <= day);
        let looked = from.is_some_and(|from| clock.checked.is_some_and(|checked| checked >= from));
        let appeared = clock.delivery.is_some() || stops(&self.world.register, incident, terms).next().is_some();
        handed_over || given_up || !(looked || appeared)
    }

    fn newest(mut self) -> Vec<Announcement> {
        let world = self.world;
        // Things of one moment are in the order of their names, and nothing is told twice.
        self.events.sort_by(|a, b| b.at.cmp(&a.at).then_with(|| a.key.cmp(&b.key)));
        self.events.dedup_by(|a, b| a.key == b.key);
        self.events.truncate(ENTRIES);
        // No page is made: what would link to one is told as text.
        let plan = Plan::default();
        let scene = Scene { world, plan: &plan, language: &world.settings.language, root: "" };
        self.events.into_iter().map(|event| announced(&scene, event)).collect()
    }
}

fn announced(scene: &Scene<'_>, Event { at, key, what }: Event<'_>) -> Announcement {
    let page = |kind, record: &Record| href(&scene.world.path(kind, record));
    let (kind, path) = match &what {
        What::Published(response, _) | What::Delivered(response, _) | What::Withdrawn(response, _) => {
            ("response", page(Kind::Response, &response.record))
        }
        What::Article(article) => ("article", page(Kind::Article, &article.record)),
        What::Passed(incident, _, clock, _) | What::Reached(incident, _, clock, ..) => {
            ("milestone", format!("{}#{}", page(Kind::Incident, &incident.record), anchor(clock)))
        }
        What::Corrected(kind, record, _) => ("correction", format!("{}#corrections", page(*kind, record))),
    };
    Announcement { key, kind, at, title: words::title(scene, &what), text: words::text(scene, &what), path }
}

/// The first instant of a moment, in `zone`.
fn beginning(moment: &Moment, zone: Tz) -> DateTime<Tz> {
    match moment.instant() {
        Some(instant) => instant.with_timezone(&zone),
        None => beginning_of(moment.first_day(zone), zone),
    }
}

/// The first instant of a civil day in `zone`.
fn beginning_of(day: NaiveDate, zone: Tz) -> DateTime<Tz> {
    let before = When::EndOf(day.pred_opt().unwrap_or(day)).instant(zone);
    (before + TimeDelta::seconds(1)).with_timezone(&zone)
}

//! A clock → counter and row.

use std::fmt::Write as _;

use super::record::sector_name;
use super::{AccountLine, ClosingView, CounterView, DateView, Link, LiveView, NumberView, RowView, StopView, Tick};
use crate::clock::{Certainty, Clock, Elapsed, Freshness, Standing, Stop, TimeLimit, Took, Truth, When};
use crate::i18n::{Form, Words, say};
use crate::model::{ClockTerms, Id, Incident, Kind, Moment, Record, Response, Since};
use crate::plan::{Plan, SiteModel, account, href, prose};
use crate::wording::{self, Place, Subject};
use chrono::NaiveDate;
use chrono_tz::Tz;

/// A page that views are made for: the world, the pages that there are, and the language that titles are wanted in.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scene<'a> {
    pub(crate) world: &'a SiteModel,
    pub(crate) plan: &'a Plan,
    pub(crate) language: &'a str,
    /// The way from the page to the root of the site.
    pub(crate) root: &'a str,
}

pub(crate) fn day(words: &Words, date: NaiveDate) -> DateView {
    DateView::of_day(words, date)
}

pub(crate) fn moment(words: &Words, moment: &Moment, zone: Tz) -> DateView {
    DateView::of_moment(words, moment, zone)
}

/// A moment without its time of day.
pub(crate) fn civil(words: &Words, moment: &Moment, zone: Tz) -> DateView {
    if moment.is_imprecise() { self::moment(words, moment, zone) } else { day(words, moment.first_day(zone)) }
}

pub(crate) fn number(words: &Words, counted: Elapsed) -> NumberView {
    NumberView {
        value: counted.days,
        text: words.number(counted.days),
        unit: wording::days(words, counted.days),
        at_least: counted.at_least,
    }
}

pub(crate) fn external(title: &str, url: &str) -> Link {
    Link { title: title.to_owned(), path: url.to_owned(), external: true, ..Link::default() }
}

impl<'a> Scene<'a> {
    /// The words of the page's frame.
    pub(crate) fn words(&self) -> &'a Words {
        self.world.words(self.language)
    }

    /// A link to a record; its id alone if it does not exist as of this moment.
    pub(crate) fn link(&self, kind: Kind, id: &Id) -> Link {
        match self.world.register.record(kind, id.as_str()) {
            Some(record) => Link {
                title: self.world.title(record, self.language).to_owned(),
                path: href(&self.world.path_in(kind, record, self.language)),
                external: false,
                language: self.foreign(record),
            },
            None => Link { title: id.to_string(), ..Link::default() },
        }
    }

    /// The path of a record's page in the language of this page, or in its own; nothing if it does not exist as of this moment.
    pub(crate) fn path_of(&self, kind: Kind, id: &Id) -> Option<String> {
        Some(self.world.path_in(kind, self.world.register.record(kind, id.as_str())?, self.language))
    }

    /// The language of a record's words on this page, where it is not that of the page's frame.
    pub(crate) fn foreign(&self, record: &Record) -> String {
        self.unless_own(self.world.language_of(record, self.language))
    }

    /// A language, unless it is that of the page's frame.
    pub(crate) fn unless_own(&self, language: &str) -> String {
        if language == self.words().language() { String::new() } else { language.to_owned() }
    }

    pub(crate) fn links(&self, kind: Kind, ids: &[Id]) -> Vec<Link> {
        ids.iter().map(|id| self.link(kind, id)).collect()
    }

    pub(crate) fn terms(&self, clock: &Clock) -> Option<(&'a Incident, &'a ClockTerms)> {
        let incident = self.world.register.incidents.get(&clock.incident)?;
        Some((incident, clock.terms(incident)?))
    }

    /// Who owes a document, by name.
    pub(super) fn from(&self, terms: &ClockTerms) -> Option<Link> {
        terms.from.as_ref().map(|id| self.link(Kind::Organisation, id))
    }

    /// The path of a clock on its incident's page.
    pub(crate) fn clock_path(&self, clock: &Clock, incident: &Incident) -> String {
        [&href(&self.world.path_in(Kind::Incident, &incident.record, self.language)), "#", &anchor(clock)].concat()
    }

    fn stop(&self, words: &Words, stop: &Stop, at: impl Fn(&Response) -> Option<&Moment>) -> Option<StopView> {
        let response = self.world.register.responses.get(&stop.response)?;
        let date = at(response)?;
        Some(StopView {
            response: self.link(Kind::Response, &stop.response),
            by: self.links(Kind::Organisation, &response.by),
            date: moment(words, date, response.record.timezone),
            delivered: response
                .delivered
                .as_ref()
                .filter(|delivered| *delivered != date)
                .map(|date| moment(words, date, response.record.timezone)),
            withdrawn: response.withdrawn.as_ref().map(|date| moment(words, date, response.record.timezone)),
        })
    }

    /// A clock as it is spoken of in the language of the page.
    pub(crate) fn subject(&self, clock: &'a Clock) -> Option<Subject<'a>> {
        self.subject_in(self.words(), clock)
    }

    /// A clock as it is spoken of in these words, with the names that its page's language gives.
    pub(crate) fn subject_in(&self, words: &'a Words, clock: &'a Clock) -> Option<Subject<'a>> {
        let statement = &clock.statement;
        let document = match (statement.stop(), &statement.delivery) {
            (Some(stop), _) => self.stop(words, stop, |response| response.date.as_ref()),
            (None, Some(delivery)) => self.stop(words, delivery, |response| response.delivered.as_ref()),
            (None, None) => None,
        };
        Some(Subject { document, ..self.subject_alone(words, clock)? })
    }

    /// The same without the document that stopped the clock, which a row rarely names.
    fn subject_alone(&self, words: &'a Words, clock: &'a Clock) -> Option<Subject<'a>> {
        let (incident, terms) = self.terms(clock)?;
        let starts_with = match &clock.statement.since {
            Since::Clock(id) => incident.awaiting.iter().find(|other| other.id == *id).map(|other| other.report),
            Since::Trigger(_) | Since::Moment(_) => None,
        };
        Some(Subject {
            words,
            statement: &clock.statement,
            terms,
            start: clock.start.as_ref(),
            due: clock.due.as_ref(),
            zone: clock.zone,
            incident: Link {
                title: self.world.title(&incident.record, self.language).to_owned(),
                path: self.clock_path(clock, incident),
                external: false,
                language: self.foreign(&incident.record),
            },
            from: self.from(terms),
            document: None,
            starts_with,
            site: &self.world.settings.title,
        })
    }

    /// The large counter of a clock, for a place.
    pub(crate) fn counter(&self, clock: &'a Clock, place: Place) -> Option<CounterView> {
        let (incident, terms) = self.terms(clock)?;
        let words = self.words();
        let statement = &clock.statement;
        let subject = self.subject(clock)?;
        let (rule, rule_language) = self.translated(&terms.rule, &incident.record);
        let checked_where = checked_places(words, &terms.checked_where);
        let is_unknown = matches!(statement.truth, Truth::Awaited { .. }) && matches!(statement.freshness, Freshness::Expired(_));
        Some(CounterView {
            anchor: anchor(clock),
            document: words.document(terms.report, Form::Name).to_owned(),
            standing: statement.standing().name().to_owned(),
            freshness: statement.freshness.name().to_owned(),
            class: class(clock).to_owned(),
            badge: subject.badge().to_owned(),
            statement: subject.quotation(),
            sentence: subject.sentence(place),
            evidence: subject.evidence(&checked_where),
            number: statement.claimed().map(|counted| number(words, counted)),
            live: live(clock, &subject),
            as_of: day(words, statement.counted_to()),
            proof: subject.proof(),
            checked_where,
            limit: subject.limit(),
            stop: subject.document.clone().filter(|_| statement.stop().is_some()),
            delivery: subject.document.clone().filter(|_| statement.delivery.is_some()),
            closing: terms
                .closed
                .as_ref()
                .filter(|_| matches!(statement.truth, Truth::Closed { .. }))
                .map(|closing| ClosingView { date: day(words, closing.on), why: closing.why.or_own(self.language).clone() }),
            account: if is_unknown { Vec::new() } else { self.account(clock) },
            rule_html: prose::inline(rule, self, incident),
            rule_language,
            incident: subject.incident,
            from: subject.from,
        })
    }

    /// How a clock was counted, line by line.
    pub(crate) fn account(&self, clock: &Clock) -> Vec<AccountLine> {
        self.terms(clock).map_or_else(Vec::new, |(incident, terms)| account::account(self, clock, incident, terms))
    }

    /// A clock as a row, with its bar on the scale of `longest` days.
    pub(crate) fn row(&self, clock: &'a Clock, longest: i64) -> Option<RowView> {
        let (incident, terms) = self.terms(clock)?;
        let words = self.words();
        let is_within = matches!(clock.statement.truth, Truth::Published { took: Took::Within, .. });
        let subject = if is_within { self.subject(clock)? } else { self.subject_alone(words, clock)? };
        let said = subject.row();
        let document = wording::sentence_case(words.document(terms.report, Form::Name));
        Some(RowView {
            by: String::new(),
            occurred: wording::iso(incident.occurred.first_day(incident.record.timezone)),
            due: clock.due_day().map_or_else(String::new, wording::iso),
            country: incident.country.clone().unwrap_or_default(),
            sector: incident.sector.as_deref().map_or_else(String::new, |sector| sector_name(words, sector)),
            owed: match &subject.from {
                Some(from) => say!(words, "owed-from", document = &document, from = &from.title),
                None => document,
            },
            since: said.since,
            note: said.note,
            number: said.number.map(|counted| number(words, counted)),
            within: said.within,
            live: live(clock, &subject),
            standing: clock.statement.standing().name().to_owned(),
            class: class(clock).to_owned(),
            badge: subject.badge().to_owned(),
            bar: clock.statement.claimed().map_or_else(String::new, |counted| bar(counted.days, longest, clock.is_open())),
            due_mark: due_mark(clock, longest),
            title: subject.incident.title,
            language: subject.incident.language,
            path: subject.incident.path,
        })
    }
}

/// The name of a clock on its incident's page. Headings of prose begin with `s-`, so the two never meet.
pub(crate) fn anchor(clock: &Clock) -> String {
    ["clock-", &clock.id.as_str().replace('/', "-")].concat()
}

/// The class by which a theme marks the standing and the freshness.
pub(crate) fn class(clock: &Clock) -> &'static str {
    let confidential = clock.statement.is_confidential();
    match (clock.statement.freshness, clock.statement.standing()) {
        (_, Standing::Waiting) if confidential => Standing::Confidential.name(),
        (_, standing) if confidential => standing.name(),
        (Freshness::Expired(_), _) => "expired",
        (Freshness::Stale(_), _) => "stale",
        (Freshness::Unchecked, Standing::Waiting | Standing::Overdue) => "unchecked",
        (_, standing) => standing.name(),
    }
}

/// What the browser needs to count on: nothing once the count stands, before it has begun, or where nobody can see what was filed.
pub(crate) fn live(clock: &Clock, subject: &Subject<'_>) -> Option<LiveView> {
    let start = clock.start.as_ref().filter(|_| matches!(clock.statement.truth, Truth::Awaited { .. }))?;
    Some(LiveView {
        // Of an imprecise start this can lie ahead; until then the count is 0.
        since: wording::iso(start.last_day(clock.zone)),
        zone: clock.zone.name().to_owned(),
        as_of: wording::iso(clock.statement.today),
        checked: clock.checked.map_or_else(String::new, wording::iso),
        recheck: subject.terms.recheck_days,
        due: due_to_come(clock).unwrap_or_default(),
        badge_overdue: subject.overdue_badge().to_owned(),
    })
}

/// The day after which the limit will have passed, as long as it has not, the clock is not paused and the date is firm.
///
/// A limit at a time of day is left to the next build: the browser only knows days.
fn due_to_come(clock: &Clock) -> Option<String> {
    if clock.statement.standing() != Standing::Waiting || !matches!(clock.statement.limit, TimeLimit::Dated(Certainty::Firm, _)) {
        return None;
    }
    match clock.due.as_ref()?.current {
        When::EndOf(day) => Some(day.to_string()),
        When::NoonOf(_) | When::At(_) => None,
    }
}

/// Where somebody looked, each host once, with how many of its pages; the way to every page is in the account.
fn checked_places(words: &Words, places: &[String]) -> Vec<Link> {
    let mut found: Vec<(Link, usize)> = Vec::new();
    for place in places {
        let link = checked_place(place);
        match found.iter_mut().find(|(known, _)| known.external == link.external && known.title == link.title) {
            Some((known, pages)) => *pages += usize::from(known.external),
            None => found.push((link, 1)),
        }
    }
    let named = |(link, pages): (Link, usize)| match pages {
        1 => link,
        _ => Link { title: say!(words, "places-on-host", host = &link.title, n = pages), ..link },
    };
    found.into_iter().map(named).collect()
}

fn checked_place(place: &str) -> Link {
    // Only an address on the web may become a link: `javascript://` has a host as well.
    let host = place
        .split_once("://")
        .filter(|_| crate::parse::is_web_address(place))
        .map(|(_, rest)| rest.split('/').next().unwrap_or(rest).trim_start_matches("www."));
    match host {
        Some(host) => external(host, place),
        _ => Link { title: place.to_owned(), ..Link::default() },
    }
}

/// A bar in a box of 100 by 16: an arrow while the clock is open, an end once it is settled.
fn bar(days: i64, longest: i64, open: bool) -> String {
    if longest <= 0 {
        return String::new();
    }
    let width = hundredths(days * 10_000 / longest);
    if open {
        let shaft = hundredths((days * 10_000 / longest - 200).max(0));
        format!("M0 4H{shaft}L{width} 8 {shaft} 12H0z")
    } else {
        format!("M0 4H{width}V12H0z")
    }
}

/// The mark of the due date on the same scale; empty without one, or beyond the longest.
fn due_mark(clock: &Clock, longest: i64) -> String {
    let (Some(due), Some(start), false) = (clock.due_day(), &clock.start, longest <= 0) else { return String::new() };
    let days = (due - start.last_day(clock.zone)).num_days();
    if (0..=longest).contains(&days) { format!("M{} 0V16", hundredths(days * 10_000 / longest)) } else { String::new() }
}

/// `1234` is `12.34`, without zeros at the end.
pub(crate) fn hundredths(value: i64) -> String {
    let mut text = (value / 100).to_string();
    if value % 100 != 0 {
        // Writing to a string cannot fail.
        let _ = write!(text, ".{:02}", value % 100);
    }
    text
}

/// Round marks on a scale of `longest` days, with their places.
pub(crate) fn axis(words: &Words, longest: i64) -> Vec<Tick> {
    marks(longest).map(|day| Tick { text: words.number(day), at: hundredths(day * 10_000 / longest) }).collect()
}

/// Round days on a scale of `longest` days, from 0: no more than six.
pub(crate) fn marks(longest: i64) -> impl Iterator<Item = i64> {
    let steps = [7, 30, 100, 250, 500, 1000, 2500, 5000, 10_000, 25_000, 50_000, 100_000];
    let step = steps.into_iter().find(|step| longest / step <= 5).filter(|_| longest > 0);
    step.into_iter().flat_map(move |step| (0..=longest / step).map(move |nth| nth * step))
}

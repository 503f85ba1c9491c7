//! A clock → counter and row.

use super::locale::{Locale, PageContext, anchor};
use super::scale::{bar, due_mark};
use super::{
    AccountLine, ClosingView, CounterView, DateView, Link, LiveView, NumberView, RowView, StopView,
};
use super::{account, prose};
use crate::clock::{
    Certainty, Clock, Elapsed, Freshness, Standing, Stop, TimeLimit, Took, Truth, When,
};
use crate::i18n::{Form, Words, say};
use crate::model::{Kind, Moment, Response, Since};
use crate::wording::{self, Place, Subject};
use chrono::NaiveDate;
use chrono_tz::Tz;

pub(crate) fn day(words: &Words, date: NaiveDate) -> DateView {
    DateView::of_day(words, date)
}

pub(crate) fn moment(words: &Words, moment: &Moment, zone: Tz) -> DateView {
    DateView::of_moment(words, moment, zone)
}

/// A moment without its time of day.
pub(crate) fn civil(words: &Words, moment: &Moment, zone: Tz) -> DateView {
    if moment.is_imprecise() {
        self::moment(words, moment, zone)
    } else {
        day(words, moment.first_day(zone))
    }
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

impl<'a> PageContext<'a> {
    /// The large counter of a clock, for a place.
    pub(crate) fn counter(&self, clock: &'a Clock, place: Place) -> Option<CounterView> {
        let (incident, terms) = self.locale.terms(clock)?;
        let words = self.locale.words();
        let statement = &clock.statement;
        let subject = self.locale.subject(clock)?;
        let (rule, rule_language) = self.locale.translated(&terms.rule, &incident.record);
        let checked_where = checked_places(words, &terms.checked_where);
        let is_unknown = matches!(statement.truth, Truth::Awaited { .. })
            && matches!(statement.freshness, Freshness::Expired(_));
        Some(CounterView {
            anchor: anchor(clock),
            document: words.awaited_as(terms, Form::Name),
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
                .map(|closing| ClosingView {
                    date: day(words, closing.on),
                    why: closing.why.or_own(self.locale.language).clone(),
                }),
            account: if is_unknown { Vec::new() } else { self.locale.account(clock) },
            rule_html: prose::inline(rule, self, incident),
            rule_language,
            incident: subject.incident,
            from: subject.from,
        })
    }
}

impl<'a> Locale<'a> {
    fn stop(
        &self,
        words: &Words,
        stop: &Stop,
        at: impl Fn(&Response) -> Option<&Moment>,
    ) -> Option<StopView> {
        let response = self.site.register.responses.get(&stop.response)?;
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
            withdrawn: response
                .withdrawn
                .as_ref()
                .map(|date| moment(words, date, response.record.timezone)),
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
            (None, Some(delivery)) => {
                self.stop(words, delivery, |response| response.delivered.as_ref())
            }
            (None, None) => None,
        };
        let last = statement
            .stop()
            .and_then(|stop| Some(self.site.register.responses.get(&stop.response)?.kind));
        Some(Subject { document, last, ..self.subject_alone(words, clock)? })
    }

    /// The same without the document that stopped the clock, which a row rarely names.
    fn subject_alone(&self, words: &'a Words, clock: &'a Clock) -> Option<Subject<'a>> {
        let (incident, terms) = self.terms(clock)?;
        let starts_with = match &clock.statement.since {
            Since::Clock(id, _) => {
                incident.awaiting.iter().find(|other| other.id == *id).map(|other| other.report)
            }
            Since::Trigger(_) | Since::Moment(_) => None,
        };
        Some(Subject {
            words,
            statement: &clock.statement,
            terms,
            named: words.awaited(terms),
            start: clock.counted_from.as_ref(),
            due: clock.due.as_ref(),
            zone: clock.zone,
            incident: Link {
                title: self.site.title(&incident.record, self.language).to_owned(),
                path: self.clock_path(clock, incident),
                external: false,
                language: self.foreign(&incident.record),
            },
            from: self.from(terms),
            document: None,
            starts_with,
            last: None,
            site: &self.site.settings.title,
        })
    }

    /// How a clock was counted, line by line.
    pub(crate) fn account(&self, clock: &Clock) -> Vec<AccountLine> {
        self.terms(clock).map_or_else(Vec::new, |(incident, terms)| {
            account::account(self, clock, incident, terms)
        })
    }

    /// A clock as a row, with its bar on the scale of `longest` days.
    pub(crate) fn row(&self, clock: &'a Clock, longest: i64) -> Option<RowView> {
        let (incident, terms) = self.terms(clock)?;
        let words = self.words();
        let is_within =
            matches!(clock.statement.truth, Truth::Published { took: Took::Within, .. });
        let subject =
            if is_within { self.subject(clock)? } else { self.subject_alone(words, clock)? };
        let said = subject.row();
        let document = wording::sentence_case(&words.awaited_as(terms, Form::Name));
        Some(RowView {
            by: String::new(),
            occurred: wording::iso(incident.occurred.first_day(incident.record.timezone)),
            due: clock.due_day().map_or_else(String::new, wording::iso),
            country: incident.country.clone().unwrap_or_default(),
            sector: incident
                .sector
                .as_deref()
                .map_or_else(String::new, |sector| wording::sector_name(words, sector)),
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
            bar: clock
                .statement
                .claimed()
                .map_or_else(String::new, |counted| bar(counted.days, longest, clock.is_open())),
            due_mark: due_mark(clock, longest),
            title: subject.incident.title,
            language: subject.incident.language,
            path: subject.incident.path,
        })
    }
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

/// What the browser needs to count on: nothing once the count stands, before it has begun, or where
/// nobody can see what was filed.
pub(crate) fn live(clock: &Clock, subject: &Subject<'_>) -> Option<LiveView> {
    let start = clock
        .counted_from
        .as_ref()
        .filter(|_| matches!(clock.statement.truth, Truth::Awaited { .. }))?;
    Some(LiveView {
        // Of an imprecise start this can lie ahead; until then the count is 0.
        since: wording::iso(start.last_day(clock.zone)),
        zone: clock.zone.name().to_owned(),
        as_of: wording::iso(clock.statement.today),
        checked: clock.check.map_or_else(String::new, |check| wording::iso(check.on)),
        reach: wording::reach(clock.check),
        recheck: subject.terms.recheck_days,
        due: due_to_come(clock).unwrap_or_default(),
        badge_overdue: subject.overdue_badge().to_owned(),
    })
}

/// The day after which the limit will have passed, as long as it has not, the clock is not paused
/// and the date is firm.
///
/// A limit at a time of day is left to the next build: the browser only knows days.
fn due_to_come(clock: &Clock) -> Option<String> {
    if clock.statement.standing() != Standing::Waiting
        || !matches!(clock.statement.limit, TimeLimit::Dated(Certainty::Firm, _))
    {
        return None;
    }
    match clock.due.as_ref()?.current {
        When::EndOf(day) => Some(day.to_string()),
        When::NoonOf(_) | When::At(_) => None,
    }
}

/// Where somebody looked, each host once, with how many of its pages; the way to every page is in
/// the account.
fn checked_places(words: &Words, places: &[String]) -> Vec<Link> {
    let mut found: Vec<(Link, usize)> = Vec::new();
    for place in places {
        let link = checked_place(place);
        match found
            .iter_mut()
            .find(|(known, _)| known.external == link.external && known.title == link.title)
        {
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
        .filter(|_| crate::text::is_web_address(place))
        .map(|(_, rest)| rest.split('/').next().unwrap_or(rest).trim_start_matches("www."));
    match host {
        Some(host) => external(host, place),
        _ => Link { title: place.to_owned(), ..Link::default() },
    }
}

//! A clock → counter, row, comparison.

use std::fmt::Write as _;

use super::{
    ClosingView, CompareView, ComparedView, CounterView, DateView, Link, LiveView, NumberView, PassedView, PauseView, RatioLive, RatioView,
    RowView, StopView, Tick,
};
use crate::clock::{Clock, Elapsed, Freshness, Standing, Stop, When};
use crate::model::{ClockTerms, Id, Incident, Kind, Moment, Response, Since};
use crate::plan::{Plan, World, account, href, limit, prose, wording};
use chrono::{Days, NaiveDate};
use chrono_tz::Tz;

/// A page that views are made for: the world, the pages that there are, and the language that titles are wanted in.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scene<'a> {
    pub(crate) world: &'a World<'a>,
    pub(crate) plan: &'a Plan,
    pub(crate) language: &'a str,
    /// The way from the page to the root of the site.
    pub(crate) root: &'a str,
}

pub(crate) fn day(date: NaiveDate) -> DateView {
    DateView { iso: date.to_string(), text: wording::date(date) }
}

pub(crate) fn moment(moment: &Moment, zone: Tz) -> DateView {
    DateView { iso: wording::machine(moment), text: wording::moment(moment, zone) }
}

/// A moment without its time of day.
pub(crate) fn civil(moment: &Moment, zone: Tz) -> DateView {
    if moment.is_imprecise() { self::moment(moment, zone) } else { day(moment.first_day(zone)) }
}

pub(crate) fn number(counted: Elapsed) -> NumberView {
    NumberView {
        value: counted.days,
        text: wording::number(counted.days),
        unit: wording::days(counted.days).to_owned(),
        at_least: counted.at_least,
    }
}

pub(crate) fn external(title: &str, url: &str) -> Link {
    Link { title: title.to_owned(), path: url.to_owned(), external: true }
}

impl<'a> Scene<'a> {
    /// A link to a record; its id alone if it does not exist as of this moment.
    pub(crate) fn link(&self, kind: Kind, id: &Id) -> Link {
        match self.world.register.record(kind, id.as_str()) {
            Some(record) => Link {
                title: self.world.title(record, self.language).to_owned(),
                path: href(&self.world.path(kind, record)),
                external: false,
            },
            None => Link { title: id.to_string(), ..Link::default() },
        }
    }

    pub(crate) fn links(&self, kind: Kind, ids: &[Id]) -> Vec<Link> {
        ids.iter().map(|id| self.link(kind, id)).collect()
    }

    pub(crate) fn terms(&self, clock: &Clock) -> Option<(&'a Incident, &'a ClockTerms)> {
        let incident = self.world.register.incidents.get(&clock.incident)?;
        Some((incident, clock.terms(incident)?))
    }

    /// Who owes a document, by name.
    fn from(&self, terms: &ClockTerms) -> Option<Link> {
        terms.from.as_ref().map(|id| self.link(Kind::Organisation, id))
    }

    /// The path of a clock on its incident's page.
    pub(crate) fn clock_path(&self, clock: &Clock, incident: &Incident) -> String {
        format!("{}#{}", href(&self.world.path(Kind::Incident, &incident.record)), anchor(clock))
    }

    fn stop(&self, stop: &Stop, at: impl Fn(&Response) -> Option<&Moment>) -> Option<StopView> {
        let response = self.world.register.responses.get(&stop.response)?;
        let date = at(response)?;
        Some(StopView {
            response: self.link(Kind::Response, &stop.response),
            by: self.links(Kind::Organisation, &response.by),
            date: moment(date, response.record.timezone),
            withdrawn: response.withdrawn.as_ref().map(|date| moment(date, response.record.timezone)),
        })
    }

    /// The large counter of a clock.
    pub(crate) fn counter(&self, clock: &Clock) -> Option<CounterView> {
        let (incident, terms) = self.terms(clock)?;
        let from = self.from(terms);
        let from_name = from.as_ref().map(|link| link.title.as_str());
        let checked = clock.checked.filter(|_| clock.is_open());
        let at_least = clock.elapsed.is_some_and(|counted| counted.at_least);
        let expired = checked.map_or_else(String::new, |day| wording::expired(terms, from_name, day, at_least));
        let days_now = clock.elapsed.map_or_else(String::new, |counted| wording::number(counted.days));
        let pause = (clock.standing == Standing::Paused).then(|| {
            let days = paused_to(clock, terms, last_day(clock, terms));
            PauseView {
                days: number(Elapsed { days, at_least: false }),
                from: paused_from(clock).to_string(),
                stale: checked.map_or_else(String::new, |day| {
                    format!("{} of them while the time limit stood still.", wording::day_count(paused_to(clock, terms, day), false))
                }),
                why: terms.paused.iter().rev().find_map(|pause| pause.why.clone()).unwrap_or_default(),
            }
        });
        let limit = limit::limit(clock, terms);
        Some(CounterView {
            anchor: anchor(clock),
            incident: Link {
                title: self.world.title(&incident.record, self.language).to_owned(),
                path: self.clock_path(clock, incident),
                external: false,
            },
            document: wording::document(terms.report).to_owned(),
            standing: clock.standing.name().to_owned(),
            freshness: clock.freshness.name().to_owned(),
            class: class(clock).to_owned(),
            badge: wording::badge(clock, terms.force).to_owned(),
            confidential: wording::confidential(clock).to_owned(),
            number: clock.claimed().map(number),
            live: live(clock, terms),
            without: if from.is_some() {
                format!("without {} from", wording::a_document(terms.report))
            } else {
                wording::without(terms.report, None)
            },
            as_of: day(last_day(clock, terms)),
            stale: checked.map_or_else(String::new, wording::when_checked),
            expired_now: if clock.freshness == Freshness::Expired { expired.replace("{days}", &days_now) } else { String::new() },
            expired,
            proof: wording::proof(clock),
            checked_where: terms.checked_where.iter().map(|place| checked_place(place)).collect(),
            passed: passed(clock, &limit),
            limit,
            stop: clock.stop.as_ref().and_then(|stop| self.stop(stop, |response| response.date.as_ref())),
            delivery: clock
                .delivery
                .as_ref()
                .filter(|_| clock.is_open())
                .and_then(|stop| self.stop(stop, |response| response.delivered.as_ref())),
            closing: terms
                .closed
                .as_ref()
                .filter(|_| clock.standing == Standing::Closed)
                .map(|closing| ClosingView { date: day(closing.on), why: closing.why.clone() }),
            pause,
            account: account::account(self, clock, incident, terms),
            rule_html: prose::inline(&terms.rule, self, incident),
            from,
        })
    }

    /// A clock as a row, with its bar on the scale of `longest` days.
    pub(crate) fn row(&self, clock: &Clock, longest: i64) -> Option<RowView> {
        let (incident, terms) = self.terms(clock)?;
        let document = wording::sentence_case(wording::document(terms.report));
        let within = self.within(clock);
        Some(RowView {
            title: self.world.title(&incident.record, self.language).to_owned(),
            path: self.clock_path(clock, incident),
            by: String::new(),
            occurred: incident.occurred.first_day(incident.record.timezone).to_string(),
            due: limit::due_day(clock).map_or_else(String::new, |day| day.to_string()),
            country: incident.country.clone().unwrap_or_default(),
            sector: incident.sector.clone().unwrap_or_default(),
            note: wording::row_note(clock),
            owed: match self.from(terms) {
                Some(from) => format!("{document}, from {}", from.title),
                None => document,
            },
            number: clock.claimed().filter(|_| within.is_empty()).map(number),
            within,
            live: live(clock, terms),
            standing: clock.standing.name().to_owned(),
            class: class(clock).to_owned(),
            badge: wording::badge(clock, terms.force).to_owned(),
            bar: clock.claimed().map_or_else(String::new, |counted| bar(counted.days, longest, clock.is_open())),
            due_mark: due_mark(clock, longest),
        })
    }

    /// `within October 2025`, where a document of an imprecise day may have come on the very day of the start.
    fn within(&self, clock: &Clock) -> String {
        let none = clock.claimed().is_some_and(|counted| counted.at_least && counted.days == 0);
        let stop = clock.stop.as_ref().filter(|stop| none && stop.imprecise);
        let date = stop.and_then(|stop| self.stop(stop, |response| response.date.as_ref())).map(|stop| stop.date.text);
        date.map_or_else(String::new, |date| format!("within {date}"))
    }

    /// `after 52 days`, `within October 2025`.
    pub(crate) fn after(&self, clock: &Clock, counted: Elapsed) -> String {
        let within = self.within(clock);
        if within.is_empty() { format!("after {}", wording::day_count(counted.days, counted.at_least)) } else { within }
    }

    /// How many times as long `a` is as `b`. Gives nothing where no number may be claimed, or `b` is no days or not exactly known.
    pub(crate) fn ratio(&self, a: &Clock, b: &Clock) -> Option<RatioView> {
        let (long, short) = (a.claimed()?, b.claimed()?);
        let ((_, long_terms), (_, short_terms)) = (self.terms(a)?, self.terms(b)?);
        let (on, short_on) = (last_day(a, long_terms), last_day(b, short_terms));
        if a.is_open() && b.is_open() && on != short_on {
            let mut ratio = ratio_of(long, short, on)?;
            ratio.title = format!(
                "{} on {} against {} on {}",
                wording::day_count(long.days, long.at_least),
                wording::date(on),
                wording::day_count(short.days, short.at_least),
                wording::date(short_on)
            );
            ratio.dated = format!("{} ({})", ratio.text, ratio.title);
            return Some(ratio);
        }
        let open = if a.is_open() { Some(on) } else { b.is_open().then_some(short_on) };
        let mut ratio = ratio_of(long, short, open.unwrap_or(on.max(short_on)))?;
        if open.is_none() {
            ratio.dated.clear();
        } else if !b.is_open()
            && let Some(live) = live(a, long_terms)
        {
            let against = format!("against {}", wording::day_count(short.days, false));
            let at_least = if long.at_least { "at least " } else { "" };
            let (mut stale, mut stale_title) = (String::new(), String::new());
            if let (Some(checked), Some(seen)) = (a.checked, a.evidenced) {
                let then = ratio_of(Elapsed { days: seen, ..long }, short, checked)?;
                stale = format!("{} ({})", then.text, wording::when_checked(checked));
                stale_title = then.title;
            }
            ratio.live = Some(RatioLive {
                over: short.days,
                at_least: at_least.to_owned(),
                title: format!("{at_least}{{days}} days {against}, on {{date}}"),
                stale,
                stale_title,
                clock: live,
            });
            ratio.dated.clear();
            if a.freshness == Freshness::Stale {
                ratio.dated = ratio.live.as_ref().map(|live| live.stale.clone()).unwrap_or_default();
            }
        }
        Some(ratio)
    }

    /// Clocks side by side; those that do not exist as of this moment are left out.
    pub(crate) fn compare(&self, clocks: &[&Clock]) -> Option<CompareView> {
        if clocks.len() < 2 {
            return None;
        }
        let longest = clocks.iter().filter_map(|clock| clock.claimed()).map(|counted| counted.days).max().unwrap_or(0);
        let ratio = match clocks {
            [a, b] => {
                let (a, b) = if a.claimed().map_or(0, |counted| counted.days) >= b.claimed().map_or(0, |counted| counted.days) {
                    (a, b)
                } else {
                    (b, a)
                };
                self.ratio(a, b)
            }
            _ => None,
        };
        let ratio = ratio.map(|ratio| RatioView { html: prose::ratio_html(&ratio, true), ..ratio });
        let from_incident =
            |clock: &&Clock| self.terms(clock).is_some_and(|(_, terms)| matches!(&terms.since, Since::Trigger(name) if name == "occurred"));
        Some(CompareView {
            anchor: clocks.iter().map(|clock| format!("{}-{}", clock.incident, clock.id)).collect::<Vec<_>>().join("-"),
            from_incident: clocks.iter().all(from_incident),
            clocks: clocks.iter().filter_map(|clock| self.compared(clock, longest)).collect(),
            ratio,
        })
    }

    fn compared(&self, clock: &Clock, longest: i64) -> Option<ComparedView> {
        let (incident, terms) = self.terms(clock)?;
        let zone = incident.record.timezone;
        let stop = clock.stop.as_ref().and_then(|stop| self.stop(stop, |response| response.date.as_ref()));
        let publisher = match (&stop, self.from(terms)) {
            (Some(stop), _) if !stop.by.is_empty() => stop.by.iter().map(|link| link.title.as_str()).collect::<Vec<_>>().join(", "),
            (_, Some(from)) => from.title,
            _ => "anyone".to_owned(),
        };
        let country = incident.country.as_deref().and_then(|code| crate::model::country_name(code, "en")).unwrap_or_default();
        let place = incident.place.as_deref().unwrap_or_default();
        let place = if wording::names(place, country) { [place, ""] } else { [place, country] };
        let duty = limit::limit(clock, terms);
        Some(ComparedView {
            row: self.row(clock, longest)?,
            occurred: moment(&incident.occurred, zone),
            publisher,
            document: wording::sentence_case(wording::document(terms.report)),
            duty: passed(clock, &duty).map_or(duty, |passed| format!("{}; passed", passed.limit)),
            to: (clock.is_open() && clock.claimed().is_some()).then(|| day(last_day(clock, terms))),
            stale: match clock.checked {
                Some(checked) if clock.is_open() => wording::when_checked(checked),
                _ => String::new(),
            },
            stopped: stop.map(|stop| stop.date),
            place: place.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(", "),
        })
    }
}

/// The name of a clock on its incident's page. Headings of prose begin with `s-`, so the two never meet.
pub(crate) fn anchor(clock: &Clock) -> String {
    format!("clock-{}", clock.id.as_str().replace('/', "-"))
}

/// The class by which a theme marks the standing and the freshness.
pub(crate) fn class(clock: &Clock) -> &'static str {
    match (clock.freshness, clock.standing) {
        (_, Standing::Waiting) if clock.confidential => Standing::Confidential.name(),
        (_, standing) if clock.confidential => standing.name(),
        (Freshness::Expired, _) => "expired",
        (Freshness::Stale, _) => "stale",
        (Freshness::Unchecked, Standing::Waiting) => "unchecked",
        (_, standing) => standing.name(),
    }
}

/// What the browser needs to count on: nothing once the count stands, before it has begun, or where nobody can see what was filed.
pub(crate) fn live(clock: &Clock, terms: &ClockTerms) -> Option<LiveView> {
    if !clock.is_open() || clock.confidential {
        return None;
    }
    let start = clock.start.as_ref()?;
    clock.elapsed?;
    Some(LiveView {
        // Of an imprecise start this can lie ahead; until then the count is 0.
        since: start.last_day(clock.zone).to_string(),
        zone: clock.zone.name().to_owned(),
        as_of: clock.today.to_string(),
        checked: clock.checked.map_or_else(String::new, |day| day.to_string()),
        recheck: terms.recheck_days,
        due: due_to_come(clock).unwrap_or_default(),
        badge_overdue: wording::overdue_badge(clock, terms.force).to_owned(),
    })
}

/// The day after which the limit will have passed, as long as it has not, the clock is not paused and the date is firm.
///
/// A limit at a time of day is left to the next build: the browser only knows days.
fn due_to_come(clock: &Clock) -> Option<String> {
    if clock.standing != Standing::Waiting || clock.provisional {
        return None;
    }
    match clock.due.as_ref()?.current {
        When::EndOf(day) => Some(day.to_string()),
        When::NoonOf(_) | When::At(_) => None,
    }
}

/// The day to which a clock is counted: its stop, its closing, the check that has become stale, or today.
pub(crate) fn last_day(clock: &Clock, terms: &ClockTerms) -> NaiveDate {
    match (&clock.stop, &terms.closed, clock.checked) {
        (Some(stop), ..) => stop.on,
        (None, Some(closing), _) if clock.standing == Standing::Closed => closing.on,
        (None, _, Some(checked)) if clock.freshness == Freshness::Stale => checked,
        _ => clock.today,
    }
}

/// Days within pauses after the start, up to `end` and with it.
pub(crate) fn paused_to(clock: &Clock, terms: &ClockTerms, end: NaiveDate) -> i64 {
    let Some(start) = &clock.start else { return 0 };
    let paused = |day: &NaiveDate| terms.paused.iter().any(|pause| pause.from <= *day && pause.to.is_none_or(|to| *day < to));
    let days = start.last_day(clock.zone).iter_days().skip(1).take_while(|day| *day <= end).filter(paused).count();
    i64::try_from(days).unwrap_or(0)
}

/// The day from which the days within pauses would have been counted without a break, for a clock that stands in one.
///
/// Its end is not known: what lies after the as-of has not been written yet.
pub(crate) fn paused_from(clock: &Clock) -> NaiveDate {
    clock.today - Days::new(u64::try_from(clock.paused_days).unwrap_or(0))
}

/// The limit and the days since it passed, apart from each other, so that the browser can count on.
fn passed(clock: &Clock, limit: &str) -> Option<PassedView> {
    let days = clock.overdue_days.filter(|days| *days > 0)?;
    let ago = format!("; passed {} {} ago", wording::number(days), wording::days(days));
    Some(PassedView {
        limit: limit.strip_suffix(&ago)?.to_owned(),
        since: limit::due_day(clock)?.to_string(),
        days: number(Elapsed { days, at_least: false }),
    })
}

/// How many times as long as `short` `long` is on a day, rounded half up to two decimals from the exact fraction.
pub(crate) fn ratio_of(long: Elapsed, short: Elapsed, on: NaiveDate) -> Option<RatioView> {
    // Of a divisor that may be larger, nobody knows how often it goes.
    if short.days <= 0 || short.at_least {
        return None;
    }
    let hundredths = (long.days * 200 + short.days) / (2 * short.days);
    let value = format!("{}.{:02}", hundredths / 100, hundredths % 100);
    let at_least = if long.at_least { "at least " } else { "" };
    let text = format!("{at_least}{}.{:02}×", wording::number(hundredths / 100), hundredths % 100);
    let title = format!(
        "{} against {}, on {}",
        wording::day_count(long.days, long.at_least),
        wording::day_count(short.days, false),
        wording::date(on)
    );
    Some(RatioView { dated: format!("{text} (on {})", wording::date(on)), text, value, title, html: String::new(), live: None })
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
    let (Some(due), Some(start), false) = (limit::due_day(clock), &clock.start, longest <= 0) else { return String::new() };
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
pub(crate) fn axis(longest: i64) -> Vec<Tick> {
    marks(longest).map(|day| Tick { text: wording::number(day), at: hundredths(day * 10_000 / longest) }).collect()
}

/// Round days on a scale of `longest` days, from 0: no more than six.
pub(crate) fn marks(longest: i64) -> impl Iterator<Item = i64> {
    let steps = [7, 30, 100, 250, 500, 1000, 2500, 5000, 10_000, 25_000, 50_000, 100_000];
    let step = steps.into_iter().find(|step| longest / step <= 5).filter(|_| longest > 0);
    step.into_iter().flat_map(move |step| (0..=longest / step).map(move |nth| nth * step))
}

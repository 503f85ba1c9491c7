//! A reporting duty → its page, and the list of all of them.

use std::collections::BTreeSet;

use pulldown_cmark_escape::escape_html;
use serde::Serialize;

use super::scale::axis;
use super::{AccountLine, Link, Locale, RowView, Tick};
use super::{account, example};
use crate::clock::{Clock, DueDate, When, longest};
use crate::i18n::{Form, Words, say};
use crate::model::{
    Alternative, Calendar, ComparedWith, Force, HourRule, Id, Incident, Kind, LimitSince,
    LimitTerms, ListedDays, Regime, RegimeStatus, RegimeUse, Roll, Unit, country_name,
};
use crate::site::{SiteModel, href};
use crate::text::alphabetical;
use crate::wording::{self, Case};

/// A reporting duty: `regime.html`.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct RegimeView {
    /// The language of its title and note, where it is not that of the page's frame.
    pub title_language: String,
    /// Where it holds; empty where that is not said.
    pub jurisdiction: String,
    /// Whether it is law: `In force`. Empty where it is said to be in force and not since when.
    pub status: String,
    /// `From 18 October 2024`, or that no dates are given.
    pub effective: String,
    /// The provision; empty where none is given.
    pub citation: String,
    /// Where its text is; empty where no address is given.
    pub url: String,
    /// Its own words; empty where none are quoted.
    pub quote: String,
    /// The language of those words, where it is not English.
    pub language: String,
    /// How sure this is, and why nothing is quoted; empty where nothing is said. Safe HTML.
    pub note_html: String,
    /// With what the text was compared, and when; a sentence.
    pub compared: String,
    /// Where what it was compared with is; empty where no address is given.
    pub compared_url: String,
    /// What it means that a limit of it has passed; sentences, of each kind of limit.
    pub force: Vec<String>,
    /// Who can see what is filed, and what that means for the counts; sentences.
    pub filings: String,
    /// In the order of the author.
    pub limits: Vec<LimitView>,
    /// The calendars of working days that they name, each once.
    pub calendars: Vec<CalendarView>,
    /// Clocks of it, open ones first, longest first.
    pub rows: Vec<RowView>,
    /// Marks on the scale of the rows.
    pub axis: Vec<Tick>,
    /// Incidents to which it is applied although it was not in force.
    pub anyway: Vec<NotAppliedView>,
    /// Incidents to which it does not apply.
    pub not_applied: Vec<NotAppliedView>,
}

/// A calendar of working days.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct CalendarView {
    /// Its name, and whether it lists days off work or days that do not count for legal periods; a
    /// sentence.
    pub lists: String,
    /// What it rests on, in the language of its author; empty where nothing is said.
    pub source: String,
    /// What a reader should know of it; empty where nothing is said. Safe HTML.
    pub note_html: String,
}

/// One limit of a duty.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct LimitView {
    /// Unique on the page: `limit-notification`.
    pub anchor: String,
    /// Its name in front matter.
    pub id: String,
    /// What is due: `Final report`.
    pub document: String,
    /// The period, or the day.
    pub within: String,
    /// What starts it, in words.
    pub from: String,
    /// Names of triggers in front matter, as far as they start it.
    pub triggers: Vec<String>,
    /// To whom the document is owed; empty where that is not said.
    pub owed_to: String,
    /// How the period is counted.
    pub counted: String,
    /// What it gives on some days.
    pub examples: Vec<ExampleView>,
}

/// A limit worked out for one day.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct ExampleView {
    /// What began when.
    pub start: String,
    /// By when the document is due.
    pub due: String,
    /// Whether that hangs on a document that is itself awaited.
    pub provisional: bool,
    /// How it was counted, line by line.
    pub account: Vec<AccountLine>,
}

/// A duty and an incident that do not go together.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct NotAppliedView {
    /// The incident, or the duty on an incident's page.
    pub link: Link,
    /// Why; a clause.
    pub why: String,
}

/// Every duty: `regimes.html`.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct RegimesView {
    /// By title.
    pub regimes: Vec<RegimeItem>,
}

/// A duty in the list of all.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct RegimeItem {
    /// Its title and page.
    pub link: Link,
    /// Where it holds; empty where that is not said.
    pub jurisdiction: String,
    /// As in [`RegimeView::status`].
    pub status: String,
    /// As in [`RegimeView::effective`].
    pub effective: String,
    /// Whether the public can see what is filed.
    pub public: bool,
    /// As in [`RegimeView::compared`].
    pub compared: String,
    /// The periods of its limits, with their documents: `final report: 30 days`.
    pub limits: Vec<String>,
    /// How many incidents name it.
    pub incidents: usize,
}

/// The language in which titles and notes of duties are written.
const LANGUAGE: &str = "en";

impl Locale<'_> {
    /// A link to a duty; its title alone where it has no page.
    pub(crate) fn regime_link(&self, id: &Id) -> Link {
        let language = self.unless_own(LANGUAGE);
        match self.site.register.regimes.get(id) {
            Some(regime) => Link {
                title: regime.title.clone(),
                path: href(&self.site.path_of_list(&SiteModel::regime_path(id), self.language)),
                external: false,
                language,
            },
            None => Link { title: id.to_string(), language, ..Link::default() },
        }
    }

    /// The duties that an incident names and that do not apply to it.
    pub(crate) fn duties_not_applied(&self, incident: &Incident) -> Vec<NotAppliedView> {
        let duty = |used: &RegimeUse| {
            let regime =
                self.site.register.regimes.get(&used.regime).filter(|_| !used.apply_anyway)?;
            let why = regime.not_applied(incident)?;
            Some(NotAppliedView {
                link: self.regime_link(&used.regime),
                why: wording::not_applied(self.words(), &why),
            })
        };
        incident.regimes.iter().filter_map(duty).collect()
    }

    /// Every duty that has a page.
    pub(crate) fn regimes(&self) -> RegimesView {
        let words = self.words();
        let mut regimes: Vec<&Regime> = self.site.register.regimes.values().collect();
        regimes.sort_by_cached_key(|regime| (alphabetical(&regime.title), &regime.id));
        let item = |regime: &&Regime| RegimeItem {
            link: self.regime_link(&regime.id),
            jurisdiction: jurisdiction(words, regime),
            status: status(words, regime),
            effective: effective(words, regime),
            public: regime.publicly_observable,
            compared: compared(words, regime),
            limits: regime
                .limits
                .iter()
                .map(|terms| {
                    say!(
                        words,
                        "limit",
                        name = &words.asked_as(terms, Form::Name),
                        limit = &within(words, terms, regime)
                    )
                })
                .collect(),
            incidents: self.site.index.under(&regime.id).len(),
        };
        RegimesView { regimes: regimes.iter().map(item).collect() }
    }

    /// The page of a duty.
    pub(crate) fn regime(&self, regime: &Regime) -> RegimeView {
        let site = self.site;
        let words = self.words();
        let incidents: Vec<&Incident> = site
            .index
            .under(&regime.id)
            .iter()
            .filter_map(|id| site.register.incidents.get(id).map(Box::as_ref))
            .collect();
        let of_regime = |clock: &&Clock| {
            self.terms(clock)
                .and_then(|(_, terms)| terms.law.as_ref())
                .is_some_and(|law| law.regime == regime.id)
        };
        let mut clocks: Vec<&Clock> = incidents
            .iter()
            .flat_map(|incident| site.docket.of(incident.record.id.as_str()))
            .filter(of_regime)
            .collect();
        clocks.sort_by_key(|clock| clock.rank());
        let longest = longest(clocks.iter().copied());
        let outside = |anyway: bool| {
            let outside = |incident: &&Incident| {
                let used = incident.regimes.iter().find(|used| used.regime == regime.id)?;
                let why = regime.not_applied(incident)?;
                let view = NotAppliedView {
                    link: self.link(Kind::Incident, &incident.record.id),
                    why: wording::not_applied(self.words(), &why),
                };
                (used.apply_anyway == anyway).then_some(view)
            };
            incidents.iter().filter_map(outside).collect()
        };
        RegimeView {
            title_language: self.unless_own(LANGUAGE),
            jurisdiction: jurisdiction(words, regime),
            status: status(words, regime),
            effective: effective(words, regime),
            citation: regime.citation.clone().unwrap_or_default(),
            url: regime.url.clone().unwrap_or_default(),
            quote: regime.quote.clone().unwrap_or_default(),
            language: regime
                .language
                .clone()
                .filter(|language| language != words.language())
                .unwrap_or_default(),
            note_html: regime.note.as_deref().map_or_else(String::new, with_code),
            compared: compared(words, regime),
            compared_url: regime
                .compared
                .as_ref()
                .and_then(|compared| compared.url.clone())
                .unwrap_or_default(),
            force: forces(words, regime),
            filings: words
                .text(if regime.publicly_observable {
                    "filings-public"
                } else {
                    "filings-confidential"
                })
                .to_owned(),
            limits: regime.limits.iter().map(|terms| self.limit_of(terms, regime)).collect(),
            calendars: self.calendars_of(regime),
            rows: clocks.iter().filter_map(|clock| self.row(clock, longest)).collect(),
            axis: axis(words, longest),
            anyway: outside(true),
            not_applied: outside(false),
        }
    }

    fn calendars_of(&self, regime: &Regime) -> Vec<CalendarView> {
        let words = self.words();
        let of_limit = |terms: &'_ LimitTerms| {
            let own = terms.earliest_of.iter().filter_map(|one| one.calendar.clone());
            own.chain(terms.calendar.clone()).collect::<Vec<_>>()
        };
        let named: BTreeSet<Id> = regime.limits.iter().flat_map(of_limit).collect();
        let view = |calendar: &Calendar| CalendarView {
            lists: {
                let key = match calendar.lists {
                    None => "calendar-lists",
                    Some(ListedDays::DaysOff) => "calendar-lists-days-off",
                    Some(ListedDays::LegalPeriods) => "calendar-lists-legal-periods",
                };
                say!(words, key, title = &calendar.title)
            },
            source: calendar.source.clone().unwrap_or_default(),
            note_html: calendar.note.as_deref().map_or_else(String::new, with_code),
        };
        named.iter().filter_map(|id| self.site.register.calendars.get(id)).map(view).collect()
    }

    fn limit_of(&self, terms: &LimitTerms, regime: &Regime) -> LimitView {
        let words = self.words();
        let calendars = &self.site.register.calendars;
        let first = terms.earliest_of.iter().find_map(|one| one.calendar.as_ref());
        let calendar = terms
            .calendar
            .as_ref()
            .or(first)
            .and_then(|id| calendars.get(id))
            .map(|calendar| calendar.title.as_str());
        let starts = starts(terms);
        let mut from: Vec<String> = starts
            .iter()
            .map(|since| wording::limit_start(words, since, regime, Case::Name))
            .collect();
        from.dedup();
        let example = |one: example::Example| ExampleView {
            start: one.start,
            due: with_weekday(words, &one.due),
            provisional: one.provisional,
            account: account::due_lines(words, &one.due, one.provisional),
        };
        LimitView {
            anchor: format!("limit-{}", terms.id),
            id: terms.id.to_string(),
            document: wording::sentence_case(&words.asked_as(terms, Form::Name)),
            within: within(words, terms, regime),
            from: wording::sentence_case(&wording::either(words, &from)),
            triggers: starts
                .iter()
                .filter_map(|since| match since {
                    LimitSince::Trigger(name) => Some(name.clone()),
                    LimitSince::Limit(..) => None,
                })
                .collect(),
            owed_to: terms.owed_to.as_deref().map_or_else(String::new, wording::sentence_case),
            counted: counted(words, terms, calendar),
            examples: example::examples(words, regime, terms, calendars, &self.site.settings)
                .into_iter()
                .map(example)
                .collect(),
        }
    }
}

/// `Monday 9 March 2026, 11:00`.
fn with_weekday(words: &Words, due: &DueDate) -> String {
    let day = words.weekday(due.current.date(due.zone));
    match due.current {
        When::EndOf(_) => day,
        When::NoonOf(_) => say!(words, "weekday-noon", day = &day),
        When::At(instant) => say!(
            words,
            "weekday-time",
            day = &day,
            time = &words.time(instant.with_timezone(&due.zone).time())
        ),
    }
}

/// Without a date nobody can check that a duty is in force: then it is not said.
fn status(words: &Words, regime: &Regime) -> String {
    let status = match regime.status {
        RegimeStatus::InForce if regime.effective.from.or(regime.effective.to).is_none() => {
            return String::new();
        }
        RegimeStatus::InForce => "regime-in-force",
        RegimeStatus::Proposed => "regime-proposed",
        RegimeStatus::Repealed => "regime-repealed",
    };
    words.text(status).to_owned()
}

/// Where a duty holds: a country by name, anything else as written.
fn jurisdiction(words: &Words, regime: &Regime) -> String {
    let written = regime.jurisdiction.as_deref().unwrap_or_default();
    match written {
        "EU" => words.text("european-union").to_owned(),
        _ => country_name(written, words.language())
            .map_or_else(|| wording::sentence_case(written), str::to_owned),
    }
}

/// Plain text as HTML, with what stands between backticks as code.
fn with_code(text: &str) -> String {
    let mut html = String::new();
    for (nth, part) in text.split('`').enumerate() {
        let code = nth % 2 == 1;
        html.push_str(if code { "<code>" } else { "" });
        // Writing to a string cannot fail.
        let _ = escape_html(&mut html, part);
        html.push_str(if code { "</code>" } else { "" });
    }
    html
}

fn effective(words: &Words, regime: &Regime) -> String {
    match (regime.effective.from, regime.effective.to) {
        (Some(from), Some(to)) => {
            say!(words, "effective-from-to", from = &words.date(from), to = &words.date(to))
        }
        (Some(from), None) => say!(words, "effective-from", from = &words.date(from)),
        (None, Some(to)) => say!(words, "effective-to", to = &words.date(to)),
        (None, None) => words.text("effective-unknown").to_owned(),
    }
}

/// What it means that a limit has passed; where limits differ, of which documents.
fn forces(words: &Words, regime: &Regime) -> Vec<String> {
    let of = |force: Force| regime.limits.iter().filter(move |limit| limit.force == force);
    let kinds = [
        (Force::Hard, "force-hard"),
        (Force::Soft, "force-soft"),
        (Force::Promise, "force-promise"),
    ];
    let all = kinds.into_iter().filter(|(force, _)| of(*force).next().is_some());
    let said = all.map(|(force, key)| {
        let means = words.text(key);
        let documents: Vec<String> =
            of(force).map(|limit| words.asked_as(limit, Form::Name)).collect();
        if documents.len() == regime.limits.len() {
            return means.to_owned();
        }
        let documents = wording::sentence_case(&words.enumeration(&documents));
        say!(words, "force-of", documents = &documents, means = means)
    });
    said.collect()
}

/// With what the text was compared.
fn compared(words: &Words, regime: &Regime) -> String {
    let Some(compared) = &regime.compared else {
        return words.text("official-not-compared").to_owned();
    };
    let key = match compared.with {
        ComparedWith::OfficialJournal => "compared-official-journal",
        ComparedWith::OfficialSiteCopy => "compared-official-site-copy",
        ComparedWith::Mirror => "compared-mirror",
        ComparedWith::Secondary => "compared-secondary",
        ComparedWith::Nothing => return words.text("official-not-compared").to_owned(),
    };
    let what = words.text(key);
    match compared.on {
        Some(day) => say!(words, "compared-on", what = what, date = &words.date(day)),
        None => what.to_owned(),
    }
}

/// What can start a limit.
fn starts(terms: &LimitTerms) -> Vec<&LimitSince> {
    if terms.earliest_of.is_empty() || terms.fixed.is_some() || terms.repeat.is_some() {
        return vec![&terms.since];
    }
    terms.earliest_of.iter().map(|one| &one.since).collect()
}

/// The period of a limit, or its day.
fn within(words: &Words, terms: &LimitTerms, regime: &Regime) -> String {
    if let Some(fixed) = terms.fixed {
        return wording::fixed(words, fixed);
    }
    if let Some(repeat) = &terms.repeat {
        return wording::repeated(words, repeat.every);
    }
    let alternative = |one: &Alternative<LimitSince>| {
        let from = wording::limit_start(words, &one.since, regime, Case::From);
        let period = say!(words, "period-from", period = &words.period(one.within), from = &from);
        unless(words, period, one.unless.as_deref())
    };
    let alternatives: Vec<String> = terms.earliest_of.iter().map(alternative).collect();
    match terms.within {
        _ if !alternatives.is_empty() => {
            say!(words, "first-of", periods = &wording::either(words, &alternatives))
        }
        Some(period) => {
            let period = words.period(period).replace(' ', "\u{a0}");
            unless(words, period, terms.unless.as_deref())
        }
        None => words.text("no-limit-known").to_owned(),
    }
}

/// A period, and the trigger that takes it away once it is known.
fn unless(words: &Words, period: String, trigger: Option<&str>) -> String {
    match trigger {
        Some(name) => {
            let trigger = wording::trigger(words, name, Case::Name);
            say!(words, "period-unless", period = &period, trigger = &trigger)
        }
        None => period,
    }
}

/// How the period of a limit is counted, in words.
fn counted(words: &Words, terms: &LimitTerms, calendar: Option<&str>) -> String {
    let units: Vec<Unit> = terms
        .earliest_of
        .iter()
        .map(|one| &one.within)
        .chain(&terms.within)
        .map(|period| period.unit)
        .collect();
    let days = calendar.map_or_else(
        || words.text("monday-to-friday").to_owned(),
        |title| say!(words, "calendar-named", title = title),
    );
    let period = if terms.fixed.is_some() {
        "counted-fixed"
    } else if terms.repeat.is_some() {
        "counted-repeated"
    } else {
        match units.first() {
            Some(Unit::Minutes | Unit::Hours) if terms.hours == HourRule::Eu1182 => {
                "counted-hours-full"
            }
            Some(Unit::Minutes | Unit::Hours) => "counted-hours",
            Some(Unit::WorkingDays) => "counted-working-days",
            Some(Unit::Days | Unit::Weeks) => "counted-days",
            Some(Unit::Months | Unit::Years) => "counted-months",
            None => return words.text("counted-nothing").to_owned(),
        }
    };
    let period = words.text(period);
    let working = match terms.roll {
        None | Some(Roll::None) if units.contains(&Unit::WorkingDays) => "working-days-of",
        None => return period.to_owned(),
        Some(Roll::None) => {
            return match &terms.roll_reason {
                Some(why) => format!("{period} {}", say!(words, "moves-not", why = why)),
                None => period.to_owned(),
            };
        }
        Some(Roll::NextWorkingDay) => "moves-next",
        Some(Roll::NextWorkingDayNoon) => "moves-next-noon",
        Some(Roll::PreviousWorkingDay) => "moves-back",
    };
    format!("{period} {}", say!(words, working, calendar = &days))
}

//! What needs a human → lines and sections in words.

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use super::clock::{Scene, anchor, class, day};
use super::{DateView, Link};
use crate::clock::{Clock, Entry, Matter, Part, agenda, latest_state};
use crate::model::{ClockRef, ClockTerms, Kind};
use crate::plan::{Plan, World, limit, wording};

/// Days ahead within which the page and the calendar name a date: a year, so that a subscriber sees what is coming.
const YEAR: u64 = 366;

/// The agenda: `agenda.html`.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct AgendaView {
    /// Only those that hold something.
    pub sections: Vec<AgendaSection>,
    /// How many things are on it.
    pub count: usize,
}

/// Lines that ask for the same thing.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct AgendaSection {
    /// Unique on the page.
    pub anchor: String,
    /// Its name.
    pub title: String,
    /// What it asks for, or why it matters; a sentence without a full stop.
    pub note: String,
    /// In the order of the day.
    pub lines: Vec<AgendaLine>,
}

/// One thing that needs a human. The same in templates, in the calendar and on the command line.
#[derive(Debug, Clone, Serialize, schemars::JsonSchema)]
pub struct AgendaLine {
    /// The data word of the matter: `overdue`.
    pub matter: String,
    /// A word or two: `Target passed`.
    pub label: String,
    /// The class of the standing, of a clock.
    pub class: String,
    /// The day it concerns.
    pub date: Option<DateView>,
    /// Days from the as-of to that day; negative once it has passed.
    pub days: Option<i64>,
    /// `in 12 days`, `today`, `49 days ago`.
    pub distance: String,
    /// What: `Final report from OVHcloud`.
    pub what: String,
    /// The record, with the path to the part of it that this is about.
    pub record: Link,
    /// The record as it is named on the command line: `incidents/a`, and `incidents/a/final-report` for a clock.
    pub name: String,
    /// What is to be said of it; one sentence or two. It counts no days, so that it is the same until something happens.
    pub sentence: String,
    /// What stays the same when the day moves, for calendars.
    #[serde(skip)]
    pub key: String,
    /// The civil day itself.
    #[serde(skip)]
    pub on: Option<NaiveDate>,
}

/// What of the agenda is public: all but what is not published yet.
pub(crate) fn lines(world: &World<'_>) -> Vec<AgendaLine> {
    // No page is made: what would link to one is told as text.
    let plan = Plan::default();
    let scene = Scene { world, plan: &plan, language: &world.settings.language, root: "" };
    let entries = agenda(world.register, world.docket, YEAR);
    entries.iter().filter_map(|entry| scene.agenda_line(entry)).collect()
}

impl Scene<'_> {
    /// The agenda, in sections.
    pub(crate) fn agenda(&self) -> AgendaView {
        let lines = lines(self.world);
        let section = |anchor: &str, title: &str, note: &str, matters: &[Matter]| {
            let mut lines: Vec<AgendaLine> =
                lines.iter().filter(|line| matters.iter().any(|matter| matter.name() == line.matter)).cloned().collect();
            lines.sort_by_key(|line| (line.on.is_none(), line.on));
            AgendaSection { anchor: anchor.to_owned(), title: title.to_owned(), note: note.to_owned(), lines }
        };
        let mut sections = vec![
            section(
                "passed",
                "Date passed",
                "Limits, targets and promises whose day is over, oldest first",
                &[Matter::Overdue, Matter::CommitmentPassed],
            ),
            section("next", "Due next", "What falls due within a year", &[Matter::Due, Matter::CommitmentDue, Matter::Anniversary]),
            section(
                "check",
                "To check again",
                "A count stands, and then goes, until somebody looks again",
                &[Matter::Expired, Matter::Stale, Matter::Recheck, Matter::Unchecked],
            ),
            section("replies", "Replies awaited", "Asked, and not yet answered", &[Matter::Reply]),
            section("sources", "Without a source", "What this site says and does not prove yet", &[Matter::Unsourced]),
        ];
        sections.retain(|section| !section.lines.is_empty());
        AgendaView { count: lines.len(), sections }
    }

    /// An entry in words; nothing if what it names does not exist.
    pub(crate) fn agenda_line(&self, entry: &Entry) -> Option<AgendaLine> {
        let register = self.world.register;
        let folder = entry.kind.folder();
        let id = &entry.record;
        let found = register.record(entry.kind, id.as_str());
        let zone = found.map_or(self.world.settings.timezone, |record| record.timezone);
        let today = self.world.docket.as_of().date_in(zone);
        let blank = AgendaLine {
            matter: entry.matter.name().to_owned(),
            label: label(entry.matter).to_owned(),
            class: String::new(),
            date: entry.day.map(day),
            days: entry.day.map(|day| (day - today).num_days()),
            distance: entry.day.map_or_else(String::new, |day| wording::distance((day - today).num_days())),
            what: found.map_or_else(String::new, |record| self.world.title(record, self.language).to_owned()),
            record: self.link(entry.kind, id),
            name: format!("{folder}/{id}"),
            sentence: String::new(),
            key: format!("{}-{folder}-{id}", entry.matter.name()),
            on: entry.day,
        };
        Some(match &entry.part {
            Part::Clock(clock) => {
                let named = ClockRef { incident: id.clone(), clock: Some(clock.clone()) };
                self.clock_line(entry, self.world.docket.find(&named)?, blank)?
            }
            Part::Commitment(at) => {
                let commitments = &register.incidents.get(id)?.commitments;
                let commitment = commitments.get(*at)?;
                let slug = crate::parse::slug_of(&commitment.what);
                let again = again(commitments.iter().take(*at).filter(|other| crate::parse::slug_of(&other.what) == slug).count());
                let by = commitment.by.as_ref().map_or_else(String::new, |id| format!(" by {}", self.link(Kind::Organisation, id).title));
                let due = commitment.due.map(wording::date).unwrap_or_default();
                let state = match latest_state(commitment) {
                    Some((state, since)) => format!(" Last recorded state: {state}, on {}.", wording::date(since)),
                    None if entry.matter == Matter::CommitmentPassed => " What became of it is not recorded.".to_owned(),
                    None => String::new(),
                };
                AgendaLine {
                    what: commitment.what.clone(),
                    sentence: format!("Promised{by} for {due}.{state}"),
                    key: format!("commitment-{folder}-{id}-{slug}{again}"),
                    ..blank
                }
            }
            Part::Reply(at) => {
                let replies = &found?.replies;
                let reply = replies.get(*at)?;
                let is_alike = |other: &&crate::model::Reply| other.of == reply.of && other.asked == reply.asked;
                let again = again(replies.iter().take(*at).filter(is_alike).count());
                let of = self.link(Kind::Organisation, &reply.of).title;
                let how = reply.channel.as_ref().map_or_else(String::new, |channel| format!(" ({channel})"));
                let by = reply.deadline.map_or_else(String::new, |day| format!(", for an answer by {}", wording::date(day)));
                AgendaLine {
                    what: format!("Reply from {of}"),
                    sentence: format!("Asked on {}{how}{by}. No answer is recorded.", wording::date(reply.asked)),
                    key: format!("reply-{folder}-{id}-{}-{}{again}", reply.of, reply.asked),
                    ..blank
                }
            }
            Part::Whole => AgendaLine { sentence: "It names no source.".to_owned(), ..blank },
            Part::Claims(figures, findings) => AgendaLine { sentence: unsourced(figures, *findings), ..blank },
            Part::Named(title) => AgendaLine {
                what: title.clone(),
                record: Link { title: title.clone(), ..Link::default() },
                sentence: match entry.matter {
                    Matter::Scheduled => "It is left out until its day.",
                    _ => "It is a draft, and left out.",
                }
                .to_owned(),
                ..blank
            },
        })
    }

    fn clock_line(&self, entry: &Entry, clock: &Clock, blank: AgendaLine) -> Option<AgendaLine> {
        let (incident, terms) = self.terms(clock)?;
        let from = terms.from.as_ref().map(|id| self.link(Kind::Organisation, id).title);
        let again = entry.day.map(wording::date).unwrap_or_default();
        let proof = wording::proof(clock);
        let sentence = match entry.matter {
            Matter::Overdue => format!("{}. {proof}", limit::dated(clock.due.as_ref()?, clock, terms)),
            Matter::Anniversary => anniversary(clock, terms, entry.day?, from.as_deref()),
            Matter::Expired => format!("{proof} No number of days is claimed until somebody looks again."),
            Matter::Stale => format!("{proof} The next check was due by {again}; the count stands until somebody looks."),
            Matter::Recheck => format!("{proof} To be checked again by {again}."),
            Matter::Unchecked => proof,
            _ => format!("{}.", limit::limit(clock, terms)),
        };
        let part = match entry.matter {
            Matter::Overdue | Matter::Due => "limit".to_owned(),
            Matter::Anniversary => format!("anniversary-{}", entry.day?.year()),
            _ => "check".to_owned(),
        };
        Some(AgendaLine {
            label: match entry.matter {
                Matter::Overdue => wording::overdue(terms.force).to_owned(),
                _ => blank.label,
            },
            class: class(clock).to_owned(),
            what: awaited(terms, from.as_deref()),
            record: Link { path: self.clock_path(clock, incident), ..blank.record },
            name: format!("{}/{}", blank.name, clock.id),
            sentence,
            key: format!("{part}-{}-{}", blank.name.replace('/', "-"), anchor(clock)),
            ..blank
        })
    }
}

/// What tells the second of two things of one name from the first, in the order of the author: `-2`.
fn again(earlier: usize) -> String {
    if earlier == 0 { String::new() } else { format!("-{}", earlier + 1) }
}

/// `Final report from OVHcloud`.
pub(crate) fn awaited(terms: &ClockTerms, from: Option<&str>) -> String {
    let document = wording::sentence_case(wording::document(terms.report));
    match from {
        Some(name) => format!("{document} from {name}"),
        None => document,
    }
}

/// The wait is over a year longer on `day`, if the document does not appear before.
fn anniversary(clock: &Clock, terms: &ClockTerms, day: NaiveDate, from: Option<&str>) -> String {
    let began = clock.start.as_ref().map_or(day, |start| start.last_day(clock.zone));
    let years = i64::from(day.year() - began.year());
    let count = format!("{} {}", wording::number(years), if years == 1 { "year" } else { "years" });
    let at_least = if clock.elapsed.is_some_and(|counted| counted.at_least) { "at least " } else { "" };
    let without = wording::without(terms.report, from);
    format!("On {} it will be {at_least}{count} {without}, unless it appears before.", wording::date(day))
}

fn unsourced(figures: &[String], findings: usize) -> String {
    let of_findings = match findings {
        0 => String::new(),
        1 => "1 finding".to_owned(),
        count => format!("{count} findings"),
    };
    let of_figures = match figures {
        [] => String::new(),
        [one] => format!("the figure “{one}”"),
        many => format!("the figures {}", many.iter().map(|what| format!("“{what}”")).collect::<Vec<_>>().join(", ")),
    };
    let parts: Vec<String> = [of_figures, of_findings].into_iter().filter(|part| !part.is_empty()).collect();
    format!("No source is given for {}.", parts.join(" and "))
}

fn label(matter: Matter) -> &'static str {
    match matter {
        Matter::Overdue => "Overdue",
        Matter::Due => "Due",
        Matter::CommitmentPassed => "Promised date passed",
        Matter::CommitmentDue => "Promise due",
        Matter::Anniversary => "Anniversary",
        Matter::Expired => wording::EXPIRED,
        Matter::Stale => wording::STALE,
        Matter::Recheck => "Check again",
        Matter::Unchecked => "Never checked",
        Matter::Reply => "Reply awaited",
        Matter::Unsourced => "Without a source",
        Matter::Scheduled => "Scheduled",
        Matter::Draft => "Draft",
    }
}

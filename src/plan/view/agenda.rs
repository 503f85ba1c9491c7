//! What needs a human → lines and sections in words.

use chrono::{Datelike, Days, NaiveDate};
use serde::Serialize;

use super::clock::{Scene, anchor, class, day};
use super::{DateView, Link};
use crate::clock::{Clock, Entry, Matter, Part, SOON, agenda};
use crate::i18n::say;
use crate::model::{ClockRef, Kind};
use crate::plan::{Plan, SiteModel};
use crate::wording;

/// Days ahead within which the page and the calendar name a date: a year, so that a subscriber sees what is coming.
const YEAR: u64 = 366;

/// The agenda: `agenda.html`.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct AgendaView {
    /// Only those that hold something.
    pub sections: Vec<AgendaSection>,
    /// How many things are on it.
    pub count: usize,
    /// The same as a calendar to subscribe to; empty where the site has no feeds.
    pub calendar: String,
    /// Up to when nothing of some sort comes; sentences. Empty where something of each sort does.
    pub quiet: Vec<String>,
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
pub(crate) fn lines(world: &SiteModel) -> Vec<AgendaLine> {
    // No page is made: what would link to one is told as text.
    let plan = Plan::default();
    let scene = Scene { world, plan: &plan, language: &world.settings.language, root: "" };
    let entries = agenda(&world.register, &world.docket, YEAR);
    entries.iter().filter_map(|entry| scene.agenda_line(entry)).collect()
}

impl<'a> Scene<'a> {
    /// The agenda, in sections.
    pub(crate) fn agenda(&self) -> AgendaView {
        let words = self.words();
        let entries = agenda(&self.world.register, &self.world.docket, YEAR);
        let lines: Vec<AgendaLine> = entries.iter().filter_map(|entry| self.agenda_line(entry)).collect();
        let section = |anchor: &str, matters: &[Matter]| {
            let mut lines: Vec<AgendaLine> =
                lines.iter().filter(|line| matters.iter().any(|matter| matter.name() == line.matter)).cloned().collect();
            lines.sort_by_key(|line| (line.on.is_none(), line.on));
            let (title, note) = (words.text(&format!("agenda-{anchor}")), words.text(&format!("agenda-{anchor}.note")));
            AgendaSection { anchor: anchor.to_owned(), title: title.to_owned(), note: note.to_owned(), lines }
        };
        let mut sections = vec![
            section("passed", &[Matter::Overdue, Matter::CommitmentPassed]),
            section("next", &[Matter::Due, Matter::CommitmentDue, Matter::Anniversary, Matter::RoundNumber]),
            section("check", &[Matter::Expired, Matter::Stale, Matter::Recheck, Matter::CommitmentUnchecked, Matter::Unchecked]),
            section("replies", &[Matter::Reply]),
            section("sources", &[Matter::Unsourced]),
        ];
        sections.retain(|section| !section.lines.is_empty());
        let calendar = if self.world.settings.outputs.feeds { "agenda.ics".to_owned() } else { String::new() };
        AgendaView { count: lines.len(), calendar, sections, quiet: self.quiet(&entries) }
    }

    /// How far ahead `entries` were looked for, of the sorts of which there is none.
    fn quiet(&self, entries: &[Entry]) -> Vec<String> {
        let words = self.words();
        let sorts: [(&str, u64, &[Matter]); 2] = [
            ("agenda-quiet-due", YEAR, &[Matter::Due, Matter::CommitmentDue]),
            ("agenda-quiet-checks", SOON, &[Matter::Anniversary, Matter::Expired, Matter::Stale, Matter::Recheck, Matter::Unchecked]),
        ];
        let none = |(key, ahead, matters): (&str, u64, &[Matter])| {
            let until = self.world.today().checked_add_days(Days::new(ahead))?;
            let any = entries.iter().any(|entry| matters.contains(&entry.matter));
            // What is paused, or was not checked for too long, is not on the agenda and falls due all the same.
            let falls_due =
                |clock: &Clock| clock.due_day().filter(|_| clock.is_open()).is_some_and(|day| clock.statement.today <= day && day <= until);
            let any = any || matters.contains(&Matter::Due) && self.world.docket.clocks().any(falls_due);
            (!any).then(|| say!(words, key, date = &words.date(until)))
        };
        sorts.into_iter().filter_map(none).collect()
    }

    /// An entry in words; nothing if what it names does not exist.
    pub(crate) fn agenda_line(&self, entry: &Entry) -> Option<AgendaLine> {
        let register = &self.world.register;
        let words = self.words();
        let folder = entry.kind.folder();
        let id = &entry.record;
        let found = register.record(entry.kind, id.as_str());
        let zone = found.map_or(self.world.settings.timezone, |record| record.timezone);
        let today = self.world.docket.as_of().date_in(zone);
        let blank = AgendaLine {
            matter: entry.matter.name().to_owned(),
            label: wording::label(words, entry.matter).to_owned(),
            class: String::new(),
            date: entry.day.map(|date| day(words, date)),
            days: entry.day.map(|day| (day - today).num_days()),
            distance: entry.day.map_or_else(String::new, |day| wording::distance(words, (day - today).num_days())),
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
                let by = commitment.by.as_ref().map(|id| self.link(Kind::Organisation, id).title);
                let sentence = wording::agenda_promise(words, entry.matter, commitment, by.as_deref());
                AgendaLine {
                    what: commitment.what.or_own(self.language).clone(),
                    sentence,
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
                AgendaLine {
                    what: say!(words, "reply-from", of = &of),
                    sentence: wording::agenda_reply(words, reply),
                    key: format!("reply-{folder}-{id}-{}-{}{again}", reply.of, reply.asked),
                    ..blank
                }
            }
            Part::Whole => AgendaLine { sentence: words.text("no-source").to_owned(), ..blank },
            Part::Claims(figures, findings) => AgendaLine { sentence: wording::agenda_unsourced(words, figures, *findings), ..blank },
            Part::Named(title) => AgendaLine {
                what: title.clone(),
                record: Link { title: title.clone(), ..Link::default() },
                sentence: words.text(if entry.matter == Matter::Scheduled { "left-out-until" } else { "left-out-draft" }).to_owned(),
                ..blank
            },
        })
    }

    fn clock_line(&self, entry: &Entry, clock: &'a Clock, blank: AgendaLine) -> Option<AgendaLine> {
        let subject = self.subject(clock)?;
        let part = match entry.matter {
            Matter::Overdue | Matter::Due => "limit".to_owned(),
            Matter::Anniversary => format!("anniversary-{}", entry.day?.year()),
            Matter::RoundNumber => format!("days-{}", (entry.day? - clock.start.as_ref()?.last_day(clock.zone)).num_days()),
            _ => "check".to_owned(),
        };
        Some(AgendaLine {
            label: subject.agenda_label(entry.matter).to_owned(),
            class: class(clock).to_owned(),
            what: subject.awaited(),
            record: Link { path: subject.incident.path.clone(), ..blank.record },
            name: format!("{}/{}", blank.name, clock.id),
            sentence: subject.agenda_sentence(entry.matter, entry.day)?,
            key: format!("{part}-{}-{}", blank.name.replace('/', "-"), anchor(clock)),
            ..blank
        })
    }
}

/// What tells the second of two things of one name from the first, in the order of the author: `-2`.
fn again(earlier: usize) -> String {
    if earlier == 0 { String::new() } else { format!("-{}", earlier + 1) }
}

//! What needs a human → lines and sections in words.

use chrono::{Datelike, Days, NaiveDate};
use chrono_tz::Tz;
use serde::Serialize;

use super::clock::{class, day};
use super::locale::{Locale, anchor};
use super::{DateView, Link, LiveView, PagesView};
use crate::clock::{Certainty, Clock, Entry, Matter, Part, TimeLimit};
use crate::i18n::say;
use crate::model::{Check, ClockRef, Kind};
use crate::plan::ROWS;
use crate::site::SiteModel;
use crate::wording;

/// The agenda: `agenda.html`.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct AgendaView {
    /// Only those that hold something.
    pub sections: Vec<AgendaSection>,
    /// How many things are on it, on all pages.
    pub count: usize,
    /// The same as a calendar to subscribe to; empty where the site has no feeds.
    pub calendar: String,
    /// Up to when nothing falls due; a sentence. Empty where something does.
    pub quiet: String,
    /// How far a day is from today, for the script.
    pub distances: DistancesView,
    /// Other pages of the agenda.
    pub pages: PagesView,
}

/// How far a day is from today, each with `{days}` for a number of days with its unit.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct DistancesView {
    /// `in {days}`.
    pub ahead: String,
    /// `today`.
    pub today: String,
    /// `{days} ago`.
    pub ago: String,
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
    /// The record as it is named on the command line: `incidents/a`, and `incidents/a/final-report`
    /// for a clock.
    pub name: String,
    /// What is to be said of it; one sentence or two. It counts no days, so that it is the same
    /// until something happens.
    pub sentence: String,
    /// What the script needs to keep it true; absent where no page shows it.
    pub live: Option<LiveView>,
    /// What stays the same when the day moves, for calendars.
    #[serde(skip)]
    pub key: String,
    /// The civil day itself.
    #[serde(skip)]
    pub on: Option<NaiveDate>,
}

/// What of the agenda is public.
pub(crate) fn lines(site: &SiteModel) -> Vec<AgendaLine> {
    let locale = Locale { site, language: &site.settings.language };
    site.agenda().iter().filter_map(|entry| locale.agenda_line(entry)).collect()
}

impl<'a> Locale<'a> {
    /// One page of the agenda, from 0, in sections.
    pub(crate) fn agenda(&self, page: usize) -> AgendaView {
        let words = self.words();
        let all = self.site.agenda();
        let here = || all.iter().skip(page * ROWS).take(ROWS);
        let section = |anchor: &str, have_passed: bool| AgendaSection {
            anchor: anchor.to_owned(),
            title: words.text(&format!("agenda-{anchor}")).to_owned(),
            note: words.text(&format!("agenda-{anchor}.note")).to_owned(),
            lines: here()
                .filter(|entry| entry.matter.has_passed() == have_passed)
                .filter_map(|entry| self.agenda_line(entry))
                .collect(),
        };
        let mut sections = vec![section("passed", true), section("next", false)];
        sections.retain(|section| !section.lines.is_empty());
        let calendar =
            if self.site.settings.outputs.feeds { "agenda.ics".to_owned() } else { String::new() };
        AgendaView {
            count: all.len(),
            calendar,
            sections,
            quiet: self.quiet(),
            distances: DistancesView {
                ahead: say!(words, "distance-ahead", days = "{days}"),
                today: words.text("distance-today").to_owned(),
                ago: say!(words, "distance-ago", days = "{days}"),
            },
            pages: self.pages("agenda/", page, all.len()),
        }
    }

    /// Up to when nothing falls due, if nothing does.
    fn quiet(&self) -> String {
        let until = self.site.today().checked_add_days(Days::new(SiteModel::AHEAD));
        let Some(until) = until else { return String::new() };
        let is_due = |entry: &Entry| matches!(entry.matter, Matter::Due | Matter::CommitmentDue);
        // What is paused, or was not checked for too long, is not on the agenda and falls due all
        // the same.
        let falls_due = |clock: &Clock| {
            clock
                .due_day()
                .filter(|_| clock.is_open())
                .is_some_and(|day| clock.statement.today <= day && day <= until)
        };
        if self.site.agenda().iter().any(is_due) || self.site.docket.clocks().any(falls_due) {
            return String::new();
        }
        say!(self.words(), "agenda-quiet-due", date = &self.words().date(until))
    }

    /// What the script needs to keep a line true: the day that it concerns, and what it is called
    /// when that has passed. Empty words take the line away, because nothing is known then that
    /// may be said.
    fn line_live(
        &self,
        entry: &Entry,
        check: Option<Check>,
        zone: Tz,
        recheck: u32,
        passed: &str,
    ) -> Option<LiveView> {
        let day = wording::iso(entry.day?);
        Some(LiveView {
            since: day.clone(),
            zone: zone.name().to_owned(),
            as_of: wording::iso(self.site.docket.as_of().date_in(zone)),
            checked: check.map_or_else(String::new, |check| wording::iso(check.on)),
            reach: wording::reach(check),
            recheck,
            due: if entry.matter.has_passed() { String::new() } else { day },
            badge_overdue: passed.to_owned(),
        })
    }

    /// An entry in words; nothing if what it names does not exist.
    pub(crate) fn agenda_line(&self, entry: &Entry) -> Option<AgendaLine> {
        let register = &self.site.register;
        let words = self.words();
        let folder = entry.kind.folder();
        let id = &entry.record;
        let found = register.record(entry.kind, id.as_str());
        let zone = found.map_or(self.site.settings.timezone, |record| record.timezone);
        let today = self.site.docket.as_of().date_in(zone);
        let blank = AgendaLine {
            matter: entry.matter.name().to_owned(),
            label: wording::label(words, entry.matter).to_owned(),
            class: String::new(),
            date: entry.day.map(|date| day(words, date)),
            days: entry.day.map(|day| (day - today).num_days()),
            distance: entry
                .day
                .map_or_else(String::new, |day| wording::distance(words, (day - today).num_days())),
            what: found.map_or_else(String::new, |record| {
                self.site.title(record, self.language).to_owned()
            }),
            record: self.link(entry.kind, id),
            name: format!("{folder}/{id}"),
            sentence: String::new(),
            live: None,
            key: format!("{}-{folder}-{id}", entry.matter.name()),
            on: entry.day,
        };
        Some(match &entry.part {
            Part::Clock(clock) => {
                let named = ClockRef { incident: id.clone(), clock: Some(clock.clone()) };
                self.clock_line(entry, self.site.docket.find(&named)?, blank)?
            }
            Part::Commitment(at) => {
                let commitments = &register.incidents.get(id)?.commitments;
                let commitment = commitments.get(*at)?;
                let slug = crate::text::slug_of(&commitment.what);
                let again = again(
                    commitments
                        .iter()
                        .take(*at)
                        .filter(|other| crate::text::slug_of(&other.what) == slug)
                        .count(),
                );
                let by = commitment.by.as_ref().map(|id| self.link(Kind::Organisation, id).title);
                let sentence =
                    wording::agenda_promise(words, entry.matter, commitment, by.as_deref());
                AgendaLine {
                    what: commitment.what.or_own(self.language).clone(),
                    sentence,
                    live: self
                        .line_live(
                            entry,
                            None,
                            zone,
                            0,
                            wording::label(words, Matter::CommitmentUnchecked),
                        )
                        .filter(|_| entry.matter.is_public()),
                    key: format!("commitment-{folder}-{id}-{slug}{again}"),
                    ..blank
                }
            }
            Part::Recommendation(at) => {
                let response = register.responses.get(id)?;
                let one = response.recommendations.get(*at)?;
                let to: Vec<String> =
                    one.to.iter().map(|id| self.link(Kind::Organisation, id).title).collect();
                let named = one.id.clone().unwrap_or_else(|| (at + 1).to_string());
                AgendaLine {
                    label: wording::answer_label(words, entry.matter).to_owned(),
                    what: one.text.or_own(self.language).clone(),
                    sentence: wording::agenda_answer(
                        words,
                        entry.matter,
                        (entry.day?, one.checked),
                        &to,
                    ),
                    live: self
                        .line_live(
                            entry,
                            None,
                            zone,
                            0,
                            wording::label(words, Matter::CommitmentUnchecked),
                        )
                        .filter(|_| entry.matter.is_public()),
                    key: format!("answer-{id}-{}", crate::text::slug_of(&named)),
                    ..blank
                }
            }
            Part::Reply(at) => {
                let replies = &found?.replies;
                let reply = replies.get(*at)?;
                let is_alike = |other: &&crate::model::Reply| {
                    other.of == reply.of && other.asked == reply.asked
                };
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
            Part::Claims(figures, findings) => AgendaLine {
                sentence: wording::agenda_unsourced(words, figures, *findings),
                ..blank
            },
            Part::Named(title) => AgendaLine {
                what: title.clone(),
                record: Link { title: title.clone(), ..Link::default() },
                sentence: words
                    .text(if entry.matter == Matter::Scheduled {
                        "left-out-until"
                    } else {
                        "left-out-draft"
                    })
                    .to_owned(),
                ..blank
            },
        })
    }

    fn clock_line(&self, entry: &Entry, clock: &'a Clock, blank: AgendaLine) -> Option<AgendaLine> {
        let subject = self.subject(clock)?;
        let part = match entry.matter {
            Matter::Overdue | Matter::Due if clock.statement.series.is_some() => {
                format!("limit-{}", entry.day?)
            }
            Matter::Overdue | Matter::Due => "limit".to_owned(),
            Matter::Anniversary => format!("anniversary-{}", entry.day?.year()),
            Matter::RoundNumber => format!(
                "days-{}",
                (entry.day? - clock.start.as_ref()?.last_day(clock.zone)).num_days()
            ),
            _ => "check".to_owned(),
        };
        // A limit that cannot be seen to pass, or is not sure to, is no longer told then; nor is a
        // round length, which nobody has seen reached.
        let will_have_passed = entry.matter == Matter::Due
            && !clock.statement.is_confidential()
            && matches!(clock.statement.limit, TimeLimit::Dated(Certainty::Firm, _));
        Some(AgendaLine {
            label: subject.agenda_label(entry.matter).to_owned(),
            class: class(clock).to_owned(),
            what: subject.awaited(),
            record: Link { path: subject.incident.path.clone(), ..blank.record },
            name: format!("{}/{}", blank.name, clock.id),
            sentence: subject.agenda_sentence(entry.matter, entry.day)?,
            live: self
                .line_live(
                    entry,
                    clock.check,
                    clock.zone,
                    subject.terms.recheck_days,
                    if will_have_passed { subject.overdue_badge() } else { "" },
                )
                .filter(|_| entry.matter.is_public()),
            key: format!("{part}-{}-{}", blank.name.replace('/', "-"), anchor(clock)),
            ..blank
        })
    }
}

/// What tells the second of two things of one name from the first, in the order of the author:
/// `-2`.
fn again(earlier: usize) -> String {
    if earlier == 0 { String::new() } else { format!("-{}", earlier + 1) }
}

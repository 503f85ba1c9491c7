//! What changed between two states of a site, in sentences: the newsletter.
//!
//! Each line is a sentence or two around one link. Words are those of the site: a target that passed is a target, a document is found
//! or not found, and the day is always told.
//!
//! Absent on purpose: which changes there are (see `clock::difference`), Markdown and HTML.

use chrono::NaiveDate;

use super::view::{Link, Scene, anchor, awaited};
use super::{Plan, SiteModel, href, limit};
use crate::clock::{Change, Clock, MovedBy, TimeLimit, Timeliness, Took, Truth, What, difference, moved_by, promise_state};
use crate::i18n::{Form, Words};
use crate::model::{ClockRef, ClockTerms, Force, Id, Incident, Kind};
use crate::wording;

/// Changes of one kind.
#[derive(Debug)]
pub struct Section {
    /// What they are.
    pub title: &'static str,
    /// In the order of the day.
    pub lines: Vec<Line>,
}

/// A sentence or two with a link in it.
#[derive(Debug)]
pub struct Line {
    /// The words in front of the link.
    pub before: String,
    /// The text of the link with a whole address; an empty address for a record that has no page any more.
    pub link: Link,
    /// The words behind it.
    pub after: String,
}

/// The changes from one state to another, in sections; none if nothing changed.
pub fn news(before: &SiteModel, after: &SiteModel) -> Vec<Section> {
    // No page is made: what would link to one is told as text.
    let plan = Plan::default();
    let writer = Writer { before, after, scene: Scene { world: after, plan: &plan, language: &after.settings.language, root: "" } };
    let mut sections: Vec<Section> = Vec::new();
    for change in difference((&before.register, &before.docket), (&after.register, &after.docket)) {
        let title = title(&change);
        let lines = writer.lines(&change);
        match sections.last_mut() {
            Some(last) if last.title == title => last.lines.extend(lines),
            _ => sections.push(Section { title, lines }),
        }
    }
    sections
}

fn title(change: &Change) -> &'static str {
    match change {
        Change::Published(..) => "Published",
        Change::Moved(_) => "Due dates moved",
        Change::Gone(..) => "No longer on this site",
        Change::Happened(what) => match what {
            What::Passed(..) => "Dates passed",
            What::Reached(..) => "Milestones",
            What::Closed(..) | What::Paused(..) | What::Resumed(..) => "Closed, paused, resumed",
            What::PromiseDue(..) | What::PromiseState(..) => "Promises",
            What::Incident(_) | What::Awaited(_) => "New on this site",
            What::Published(_) | What::Delivered(_) | What::Withdrawn(_) => "Other responses",
            What::Article(_) => "Articles",
            What::Corrected(..) => "Corrections",
            What::CheckDue(..) | What::Stale(..) | What::Expired(..) => "Not checked lately",
        },
    }
}

struct Writer<'a> {
    before: &'a SiteModel,
    after: &'a SiteModel,
    scene: Scene<'a>,
}

impl<'a> Writer<'a> {
    fn lines(&self, change: &Change) -> Vec<Line> {
        match change {
            Change::Published(response, stopped) => stopped.iter().filter_map(|clock| self.published(response, clock)).collect(),
            Change::Moved(clock) => self.moved(clock).into_iter().collect(),
            Change::Gone(kind, id) => self.gone(*kind, id).into_iter().collect(),
            Change::Happened(what) => self.happened(what).into_iter().collect(),
        }
    }

    fn happened(&self, what: &What) -> Option<Line> {
        match what {
            What::Incident(id) => self.incident(id),
            What::Published(id) | What::Delivered(id) | What::Withdrawn(id) => self.response(what, id),
            What::Article(id) => self.article(id),
            What::Corrected(kind, id, date, was) => self.corrected(*kind, id, *date, was),
            What::PromiseDue(id, promise, _) | What::PromiseState(id, promise, ..) => self.promise(what, id, promise),
            What::Passed(clock, _)
            | What::Reached(clock, _)
            | What::Closed(clock, _)
            | What::Paused(clock, _)
            | What::Resumed(clock, _)
            | What::Awaited(clock)
            | What::CheckDue(clock, _)
            | What::Stale(clock, _)
            | What::Expired(clock, _) => self.clock(what, clock),
        }
    }

    fn find(&self, named: &ClockRef) -> Option<(&'a Clock, &'a Incident, &'a ClockTerms)> {
        let clock = self.after.docket.find(named)?;
        let (incident, terms) = self.scene.terms(clock)?;
        Some((clock, incident, terms))
    }

    fn whole(&self, link: Link) -> Link {
        let path = if link.path.is_empty() { String::new() } else { format!("{}{}", self.after.settings.url, link.path) };
        Link { path, ..link }
    }

    fn record(&self, kind: Kind, id: &Id) -> Link {
        self.whole(self.scene.link(kind, id))
    }

    fn names(&self, ids: &[Id]) -> String {
        join(&ids.iter().map(|id| self.scene.link(Kind::Organisation, id).title).collect::<Vec<_>>())
    }

    /// `the final report from OVHcloud`.
    fn document(&self, terms: &ClockTerms) -> String {
        let from = terms.from.as_ref().map(|id| self.scene.link(Kind::Organisation, id).title);
        let text = awaited(words(), terms, from.as_deref());
        let mut letters = text.chars();
        letters.next().map_or_else(String::new, |first| format!("the {}{}", first.to_lowercase(), letters.as_str()))
    }

    /// The incident of a clock, with the way to the clock.
    fn place(&self, clock: &Clock, incident: &Incident) -> Link {
        let path = format!("{}#{}", href(&self.after.path(Kind::Incident, &incident.record)), anchor(clock));
        self.whole(Link { title: self.after.title(&incident.record, self.scene.language).to_owned(), path, ..Link::default() })
    }

    fn published(&self, response: &Id, named: &ClockRef) -> Option<Line> {
        let (clock, incident, terms) = self.find(named)?;
        let response = self.after.register.responses.get(response)?;
        let document = words().document(terms.report, Form::Name);
        let date = words().moment(response.date.as_ref()?, response.record.timezone);
        let before = if response.by.is_empty() {
            format!("The {document} appeared ({date}): ")
        } else {
            format!("{} published the {document} ({date}): ", self.names(&response.by))
        };
        let days = match clock.statement.truth {
            Truth::Published { took: Took::Days(counted), .. } => {
                format!(", after {}", wording::day_count(words(), counted.days, counted.at_least))
            }
            _ => String::new(),
        };
        let limit = if terms.due.is_some() { format!(". {}", limit::limit(words(), clock, terms)) } else { String::new() };
        Some(Line { before, link: self.place(clock, incident), after: format!("{days}{limit}.") })
    }

    fn clock(&self, what: &What, named: &ClockRef) -> Option<Line> {
        let (clock, incident, terms) = self.find(named)?;
        let document = self.document(terms);
        let why =
            |why: Option<&String>| why.map_or_else(|| ".".to_owned(), |why| format!(". The reason given: {}", wording::full_stop(why)));
        let (before, after) = match what {
            What::Passed(_, when) => {
                let what = match terms.force {
                    Force::Hard => "legal limit",
                    Force::Soft => "target date",
                    Force::Promise => "promised date",
                };
                let day = limit::when(words(), *when, clock.zone);
                (format!("The {what} for {document}, {day}, has passed: "), self.as_found(clock))
            }
            What::Reached(_, milestone) => {
                let start = clock.start.as_ref()?;
                let from = terms.from.as_ref().map(|id| self.scene.link(Kind::Organisation, id).title);
                let without = wording::without(words(), terms.report, from.as_deref());
                let count = wording::sentence_case(&wording::milestone(words(), *milestone, start.is_imprecise()));
                let on = milestone.day(start.last_day(clock.zone))?;
                (format!("{count} {without} on {}: ", wording::date(on)), self.as_found(clock))
            }
            What::Closed(_, on) => {
                let closing = terms.closed.as_ref()?;
                (format!("The wait for {document} was closed without one on {}: ", wording::date(*on)), why(Some(&closing.why)))
            }
            What::Paused(_, from) => {
                let pause = terms.paused.iter().find(|pause| pause.from == *from)?;
                (format!("The time limit for {document} stands still since {}: ", wording::date(*from)), why(pause.why.as_deref()))
            }
            What::Resumed(_, to) => (format!("The time limit for {document} runs again since {}: ", wording::date(*to)), ".".to_owned()),
            What::Awaited(_) => {
                (format!("{} is now counted: ", wording::sentence_case(&document)), format!(". {}.", limit::limit(words(), clock, terms)))
            }
            What::Stale(_, checked) => (
                format!("{} was last looked for on {}: ", wording::sentence_case(&document), wording::date(*checked)),
                ". The count stands at that day until somebody looks again.".to_owned(),
            ),
            What::Expired(_, checked) => (
                format!("Nobody has looked for {document} since {}: ", wording::date(*checked)),
                ". No number of days is claimed any more.".to_owned(),
            ),
            _ => return None,
        };
        Some(Line { before, link: self.place(clock, incident), after })
    }

    /// What is known today of a document that was still awaited on a day that has passed.
    fn as_found(&self, clock: &Clock) -> String {
        match &clock.statement.truth {
            Truth::Published { document, .. } => format!(". It appeared on {}.", wording::date(document.on)),
            _ => format!(". {}", wording::proof(words(), clock)),
        }
    }

    /// A promise that fell due, or that stands otherwise than before.
    fn promise(&self, what: &What, id: &Id, promise: &str) -> Option<Line> {
        let incident = self.after.register.incidents.get(id)?;
        let commitment = incident.commitments.iter().find(|commitment| *commitment.what == promise)?;
        let today = self.after.docket.as_of().date_in(incident.record.timezone);
        let by = commitment.by.as_ref().map_or_else(String::new, |id| format!("{}: ", self.scene.link(Kind::Organisation, id).title));
        let said = match what {
            What::PromiseDue(_, _, due) => {
                let state = promise_state(commitment.due, commitment.checked, &commitment.history, today);
                let note = wording::promise_note(words(), state);
                let note = if note.is_empty() { String::new() } else { format!("; {note}") };
                format!("promised for {}{note}", wording::date(*due))
            }
            What::PromiseState(_, _, since, status) => {
                format!("{}, since {}", wording::status(words(), *status).to_lowercase(), wording::date(*since))
            }
            _ => return None,
        };
        Some(Line {
            before: format!("{by}{} (", wording::sentence_case(promise)),
            link: self.record(Kind::Incident, id),
            after: format!("): {said}."),
        })
    }

    fn moved(&self, named: &ClockRef) -> Option<Line> {
        let (clock, incident, terms) = self.find(named)?;
        let earlier = self.before.docket.find(named)?;
        let earlier_incident = self.before.register.incidents.get(&clock.incident)?;
        let old = limit::when(words(), earlier.due.as_ref()?.current, clock.zone);
        let new = limit::when(words(), clock.due.as_ref()?.current, clock.zone);
        let document = wording::sentence_case(&self.document(terms));
        let verb = if clock.is_open() { "is" } else { "was" };
        let because = match moved_by((earlier_incident, earlier), (incident, clock))? {
            MovedBy::Extension(extension) => {
                let by =
                    extension.by.as_ref().map_or_else(String::new, |id| format!(" by {}", self.scene.link(Kind::Organisation, id).title));
                let on = extension.on.map_or_else(String::new, |day| format!(" on {}", wording::date(day)));
                let why = extension.why.as_deref().map_or_else(String::new, |why| format!(" ({why})"));
                format!("It was extended{on}{by}{why}.")
            }
            MovedBy::Begun => "The document from which it counts has appeared.".to_owned(),
            MovedBy::Start => "It counts from another day.".to_owned(),
            MovedBy::Terms => "Its terms are recorded differently.".to_owned(),
            MovedBy::Pause => "Days of a pause do not count.".to_owned(),
            MovedBy::Repetition => "It falls due again and again until the document appears.".to_owned(),
            MovedBy::Calendar(added, removed) => calendar(&added, &removed),
        };
        let kept = match (earlier.statement.late(), clock.statement.limit) {
            (Some(_), TimeLimit::Dated(_, Timeliness::InTime { .. })) => " By this date the document was in time.".to_owned(),
            (None, TimeLimit::Dated(_, Timeliness::Late(late))) if !clock.is_open() => {
                format!(" The document came {} after it.", wording::day_count(words(), late.days, late.at_least))
            }
            _ => String::new(),
        };
        Some(Line {
            before: format!("{document} {verb} due on {new}, not on {old}: "),
            link: self.place(clock, incident),
            after: format!(". {because}{kept}"),
        })
    }

    fn incident(&self, id: &Id) -> Option<Line> {
        let incident = self.after.register.incidents.get(id)?;
        let awaited: Vec<String> = incident.awaiting.iter().map(|terms| self.document(terms)).collect();
        let date = words().moment(&incident.occurred, incident.record.timezone);
        Some(Line {
            before: String::new(),
            link: self.record(Kind::Incident, id),
            after: format!(" ({date}). Counted: {}.", join(&awaited)),
        })
    }

    fn response(&self, what: &What, id: &Id) -> Option<Line> {
        let response = self.after.register.responses.get(id)?;
        let by = if response.by.is_empty() { String::new() } else { format!("{}, ", self.names(&response.by)) };
        let zone = response.record.timezone;
        let date = |moment: &Option<_>| moment.as_ref().map(|moment| words().moment(moment, zone)).unwrap_or_default();
        let kind = words().document(response.kind, Form::Name);
        let (before, after) = match what {
            What::Delivered(_) => (format!("{by}{kind}: "), format!(". Handed over ({}), and not public.", date(&response.delivered))),
            What::Withdrawn(_) => (format!("{by}{kind}: "), format!(". Taken offline ({}).", date(&response.withdrawn))),
            _ => (format!("{by}{kind} ({}): ", date(&response.date)), ".".to_owned()),
        };
        Some(Line { before: wording::sentence_case(&before), link: self.record(Kind::Response, id), after })
    }

    fn article(&self, id: &Id) -> Option<Line> {
        let article = self.after.register.articles.get(id)?;
        let date = words().moment(&article.date, article.record.timezone);
        Some(Line { before: String::new(), link: self.record(Kind::Article, id), after: format!(" ({date}).") })
    }

    fn corrected(&self, kind: Kind, id: &Id, date: NaiveDate, was: &str) -> Option<Line> {
        let corrections = &self.after.register.record(kind, id.as_str())?.corrections;
        let correction = corrections.iter().find(|correction| correction.date == date && *correction.was == was)?;
        let now = correction.now.as_deref().map_or_else(String::new, |now| format!("; it now says “{now}”"));
        let why = correction.why.as_ref().map_or_else(String::new, |why| format!(" {}", wording::full_stop(why)));
        let after = format!(" ({}) said “{}”{now}.{why}", wording::date(correction.date), *correction.was);
        Some(Line { before: String::new(), link: self.record(kind, id), after })
    }

    fn gone(&self, kind: Kind, id: &Id) -> Option<Line> {
        let record = self.before.register.record(kind, id.as_str())?;
        let title = self.before.title(record, self.scene.language).to_owned();
        let before = format!("{}: ", wording::sentence_case(kind.name()));
        Some(Line { before, link: Link { title, ..Link::default() }, after: ".".to_owned() })
    }
}

/// What a calendar has to do with a due date that moved.
fn calendar(added: &[(NaiveDate, String)], removed: &[(NaiveDate, String)]) -> String {
    let days = |days: &[(NaiveDate, String)]| {
        join(&days.iter().map(|(day, name)| format!("{} ({name})", wording::date(*day))).collect::<Vec<_>>())
    };
    match (added, removed) {
        ([], []) => "Its calendar of working days has changed.".to_owned(),
        (added, []) => format!("Its calendar now passes over {}.", days(added)),
        ([], removed) => format!("Its calendar no longer passes over {}.", days(removed)),
        (added, removed) => format!("Its calendar now passes over {}, and no longer over {}.", days(added), days(removed)),
    }
}

/// The newsletter is told in English, as all of the command line is.
fn words() -> &'static Words {
    Words::english()
}

/// `a, b and c`.
fn join(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [others @ .., last] => format!("{} and {last}", others.join(", ")),
    }
}

//! What changed between two states of a site, in sentences: the newsletter.
//!
//! Each line is a sentence or two around one link. Words are those of the site: a target that passed is a target, a document is found
//! or not found, and the day is always told.
//!
//! Absent on purpose: which changes there are (see `clock::difference`), Markdown and HTML.

use super::view::{Link, Scene, anchor, awaited};
use super::{Plan, SiteModel, href, limit};
use crate::clock::{Change, Clock, MovedBy, difference, moved_by};
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
        Change::Passed(_) => "Dates passed",
        Change::Moved(_) => "Due dates moved",
        Change::Reached(..) => "Round numbers",
        Change::Closed(_) | Change::Paused(_) | Change::Resumed(_) => "Closed, paused, resumed",
        Change::Incident(_) | Change::Awaited(_) => "New on this site",
        Change::Answered(_) | Change::Delivered(_) | Change::Withdrawn(_) => "Other responses",
        Change::Article(_) => "Articles",
        Change::Corrected(..) => "Corrections",
        Change::Stale(_) | Change::Expired(_) => "Not checked lately",
        Change::Gone(..) => "No longer on this site",
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
            Change::Incident(id) => self.incident(id).into_iter().collect(),
            Change::Answered(id) | Change::Delivered(id) | Change::Withdrawn(id) => self.response(change, id).into_iter().collect(),
            Change::Article(id) => self.article(id).into_iter().collect(),
            Change::Corrected(kind, id, at) => self.corrected(*kind, id, *at).into_iter().collect(),
            Change::Gone(kind, id) => self.gone(*kind, id).into_iter().collect(),
            Change::Passed(clock)
            | Change::Moved(clock)
            | Change::Reached(clock, ..)
            | Change::Closed(clock)
            | Change::Paused(clock)
            | Change::Resumed(clock)
            | Change::Awaited(clock)
            | Change::Stale(clock)
            | Change::Expired(clock) => self.clock(change, clock).into_iter().collect(),
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
        let days = clock
            .elapsed
            .map_or_else(String::new, |counted| format!(", after {}", wording::day_count(words(), counted.days, counted.at_least)));
        let limit = if terms.due.is_some() { format!(". {}", limit::limit(words(), clock, terms)) } else { String::new() };
        Some(Line { before, link: self.place(clock, incident), after: format!("{days}{limit}.") })
    }

    fn clock(&self, change: &Change, named: &ClockRef) -> Option<Line> {
        let (clock, incident, terms) = self.find(named)?;
        let document = self.document(terms);
        let checked = clock.checked.map(wording::date).unwrap_or_default();
        let why =
            |why: Option<&String>| why.map_or_else(|| ".".to_owned(), |why| format!(". The reason given: {}", wording::full_stop(why)));
        let last_pause = || terms.paused.iter().filter(|pause| pause.from <= clock.today).max_by_key(|pause| pause.from);
        let (before, after) = match change {
            Change::Passed(_) => {
                let what = match terms.force {
                    Force::Hard => "legal limit",
                    Force::Soft => "target date",
                    Force::Promise => "promised date",
                };
                let day = limit::when(words(), clock.due.as_ref()?.current, clock.zone);
                (format!("The {what} for {document}, {day}, has passed: "), format!(". {}", wording::proof(words(), clock)))
            }
            Change::Moved(_) => return self.moved(clock, incident, terms),
            Change::Reached(_, days, on) => {
                let from = terms.from.as_ref().map(|id| self.scene.link(Kind::Organisation, id).title);
                let without = wording::without(words(), terms.report, from.as_deref());
                let at_least = clock.elapsed.is_some_and(|counted| counted.at_least);
                let count = wording::sentence_case(&wording::day_count(words(), *days, at_least));
                (format!("{count} {without} on {}: ", wording::date(*on)), format!(". {}", wording::proof(words(), clock)))
            }
            Change::Closed(_) => {
                let closing = terms.closed.as_ref()?;
                let day = wording::date(closing.on);
                (format!("The wait for {document} was closed without one on {day}: "), why(Some(&closing.why)))
            }
            Change::Paused(_) => {
                let pause = last_pause()?;
                let day = wording::date(pause.from);
                (format!("The time limit for {document} stands still since {day}: "), why(pause.why.as_deref()))
            }
            Change::Resumed(_) => {
                let day = last_pause().and_then(|pause| pause.to).map_or_else(String::new, |day| format!(" since {}", wording::date(day)));
                (format!("The time limit for {document} runs again{day}: "), ".".to_owned())
            }
            Change::Awaited(_) => {
                (format!("{} is now counted: ", wording::sentence_case(&document)), format!(". {}.", limit::limit(words(), clock, terms)))
            }
            Change::Stale(_) => (
                format!("{} was last looked for on {checked}: ", wording::sentence_case(&document)),
                ". The count stands at that day until somebody looks again.".to_owned(),
            ),
            Change::Expired(_) => {
                (format!("Nobody has looked for {document} since {checked}: "), ". No number of days is claimed any more.".to_owned())
            }
            _ => return None,
        };
        Some(Line { before, link: self.place(clock, incident), after })
    }

    fn moved(&self, clock: &Clock, incident: &Incident, terms: &ClockTerms) -> Option<Line> {
        let named = ClockRef { incident: clock.incident.clone(), clock: Some(clock.id.clone()) };
        let earlier = self.before.docket.find(&named)?;
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
        let kept = match (earlier.days_late, clock.days_late, &clock.stop) {
            // Without a number it is not known to be late, which is not yet to be in time.
            (Some(_), None, Some(_)) if clock.provisional || clock.confidential || clock.late_at_least => String::new(),
            (Some(_), None, Some(_)) => " By this date the document was in time.".to_owned(),
            (None, Some(days), Some(_)) => {
                format!(" The document came {} after it.", wording::day_count(words(), days, clock.late_at_least))
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

    fn response(&self, change: &Change, id: &Id) -> Option<Line> {
        let response = self.after.register.responses.get(id)?;
        let by = if response.by.is_empty() { String::new() } else { format!("{}, ", self.names(&response.by)) };
        let zone = response.record.timezone;
        let date = |moment: &Option<_>| moment.as_ref().map(|moment| words().moment(moment, zone)).unwrap_or_default();
        let kind = words().document(response.kind, Form::Name);
        let (before, after) = match change {
            Change::Delivered(_) => (format!("{by}{kind}: "), format!(". Handed over ({}), and not public.", date(&response.delivered))),
            Change::Withdrawn(_) => (format!("{by}{kind}: "), format!(". Taken offline ({}).", date(&response.withdrawn))),
            _ => (format!("{by}{kind} ({}): ", date(&response.date)), ".".to_owned()),
        };
        Some(Line { before: wording::sentence_case(&before), link: self.record(Kind::Response, id), after })
    }

    fn article(&self, id: &Id) -> Option<Line> {
        let article = self.after.register.articles.get(id)?;
        let date = words().moment(&article.date, article.record.timezone);
        Some(Line { before: String::new(), link: self.record(Kind::Article, id), after: format!(" ({date}).") })
    }

    fn corrected(&self, kind: Kind, id: &Id, at: usize) -> Option<Line> {
        let correction = self.after.register.record(kind, id.as_str())?.corrections.get(at)?;
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
fn calendar(added: &[(chrono::NaiveDate, String)], removed: &[(chrono::NaiveDate, String)]) -> String {
    let days = |days: &[(chrono::NaiveDate, String)]| {
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

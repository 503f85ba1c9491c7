//! What changed between two states of a site: the newsletter, in sections of lines around one link.
//!
//! Absent on purpose: which changes there are (see `clock::difference`), their sentences (see
//! `wording`), Markdown and HTML.

use chrono::NaiveDate;

use super::{Link, Locale, anchor};
use crate::clock::{Change, Clock, MovedBy, What, difference, moved_by, promise_state};
use crate::i18n::Words;
use crate::model::{ClockRef, Id, Kind};
use crate::site::{SiteModel, href};
use crate::wording::{self, Around, Subject};

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
    /// The text of the link with a whole address; an empty address for a record that has no page
    /// any more.
    pub link: Link,
    /// The words behind it.
    pub after: String,
}

/// The changes from one state to another, in sections; none if nothing changed.
pub fn news(before: &SiteModel, after: &SiteModel) -> Vec<Section> {
    let writer = Writer {
        before,
        after,
        locale: Locale { site: after, language: &after.settings.language },
    };
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
    locale: Locale<'a>,
}

impl<'a> Writer<'a> {
    fn lines(&self, change: &Change) -> Vec<Line> {
        match change {
            Change::Published(id, stopped) => {
                stopped.iter().filter_map(|clock| self.published(id, clock)).collect()
            }
            Change::Moved(clock) => self.moved(clock).into_iter().collect(),
            Change::Gone(kind, id) => self.gone(*kind, id).into_iter().collect(),
            Change::Happened(what) => self.happened(what).into_iter().collect(),
        }
    }

    fn happened(&self, what: &What) -> Option<Line> {
        match what {
            What::Incident(id) => self.incident(id),
            What::Published(id) | What::Delivered(id) | What::Withdrawn(id) => {
                self.response(what, id)
            }
            What::Article(id) => self.article(id),
            What::Corrected(kind, id, date, was) => self.corrected(*kind, id, *date, was),
            What::PromiseDue(id, promise, _) | What::PromiseState(id, promise, ..) => {
                self.promise(what, id, promise)
            }
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

    fn subject(&self, clock: &'a Clock) -> Option<Subject<'a>> {
        self.locale.subject_in(self.words(), clock)
    }

    fn whole(&self, link: Link) -> Link {
        let path = if link.path.is_empty() {
            String::new()
        } else {
            format!("{}{}", self.after.settings.url, link.path)
        };
        Link { path, ..link }
    }

    fn name(&self, id: &Id) -> String {
        self.locale.link(Kind::Organisation, id).title
    }

    /// Words around the name of a record.
    fn of_record(&self, kind: Kind, id: &Id, Around { before, after }: Around) -> Line {
        Line { before, link: self.whole(self.locale.link(kind, id)), after }
    }

    /// Words around the name of a clock's incident, which leads to the clock.
    fn of_clock(&self, clock: &Clock, Around { before, after }: Around) -> Option<Line> {
        let incident = self.after.register.incidents.get(&clock.incident)?;
        let path = format!(
            "{}#{}",
            href(&self.after.path(Kind::Incident, &incident.record)),
            anchor(clock)
        );
        let title = self.after.title(&incident.record, self.locale.language).to_owned();
        Some(Line { before, link: self.whole(Link { title, path, ..Link::default() }), after })
    }

    fn published(&self, response: &Id, named: &ClockRef) -> Option<Line> {
        let clock = self.after.docket.find(named)?;
        self.of_clock(clock, self.subject(clock)?.told_published(response)?)
    }

    fn clock(&self, what: &What, named: &ClockRef) -> Option<Line> {
        let clock = self.after.docket.find(named)?;
        self.of_clock(clock, self.subject(clock)?.told(what)?)
    }

    fn moved(&self, named: &ClockRef) -> Option<Line> {
        let (earlier, clock) = (self.before.docket.find(named)?, self.after.docket.find(named)?);
        let incident =
            |model: &'a SiteModel| model.register.incidents.get(&named.incident).map(Box::as_ref);
        let because = moved_by((incident(self.before)?, earlier), (incident(self.after)?, clock))?;
        let by = match &because {
            MovedBy::Extension(extension) => extension.by.as_ref().map(|id| self.name(id)),
            _ => None,
        };
        let old = (&earlier.statement, earlier.due.as_ref()?);
        self.of_clock(clock, self.subject(clock)?.told_moved(old, &because, by.as_deref())?)
    }

    fn promise(&self, what: &What, id: &Id, promise: &str) -> Option<Line> {
        let incident = self.after.register.incidents.get(id)?;
        let commitment =
            incident.commitments.iter().find(|commitment| *commitment.what == promise)?;
        let today = self.after.docket.as_of().date_in(incident.record.timezone);
        let state = promise_state(commitment.due, commitment.checked, &commitment.history, today);
        let by = commitment.by.as_ref().map(|id| self.name(id));
        Some(self.of_record(
            Kind::Incident,
            id,
            wording::told_promise(self.words(), what, promise, by.as_deref(), state)?,
        ))
    }

    fn incident(&self, id: &Id) -> Option<Line> {
        let incident = self.after.register.incidents.get(id)?;
        let clocks = self.after.docket.of(id.as_str()).iter();
        let awaited: Vec<String> =
            clocks.filter_map(|clock| Some(self.subject(clock)?.the_document())).collect();
        let date = self.words().moment(&incident.occurred, incident.record.timezone);
        Some(self.of_record(Kind::Incident, id, wording::told_incident(&date, &awaited)))
    }

    fn response(&self, what: &What, id: &Id) -> Option<Line> {
        let response = self.after.register.responses.get(id)?;
        let by: Vec<String> = response.by.iter().map(|id| self.name(id)).collect();
        let moment = match what {
            What::Delivered(_) => &response.delivered,
            What::Withdrawn(_) => &response.withdrawn,
            _ => &response.date,
        };
        let date = self.words().moment(moment.as_ref()?, response.record.timezone);
        Some(self.of_record(
            Kind::Response,
            id,
            wording::told_response(self.words(), what, response.kind, &by, &date),
        ))
    }

    fn article(&self, id: &Id) -> Option<Line> {
        let article = self.after.register.articles.get(id)?;
        let date = self.words().moment(&article.date, article.record.timezone);
        Some(self.of_record(Kind::Article, id, wording::told_article(&date)))
    }

    fn corrected(&self, kind: Kind, id: &Id, date: NaiveDate, was: &str) -> Option<Line> {
        let corrections = &self.after.register.record(kind, id.as_str())?.corrections;
        let correction = corrections
            .iter()
            .find(|correction| correction.date == date && *correction.was == was)?;
        Some(self.of_record(kind, id, wording::told_correction(correction)))
    }

    /// The newsletter is told in English, as all of the command line is.
    fn words(&self) -> &'a Words {
        self.locale.site.words("en")
    }

    fn gone(&self, kind: Kind, id: &Id) -> Option<Line> {
        let record = self.before.register.record(kind, id.as_str())?;
        let title = self.before.title(record, self.locale.language).to_owned();
        let Around { before, after } = wording::told_gone(kind.name());
        Some(Line { before, link: Link { title, ..Link::default() }, after })
    }
}
